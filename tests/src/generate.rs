//! Random valid blocks as Rust source, for [`tembel::lazy!`] to be compared with plain Rust.
//!
//! A block is valid by construction: while it is written, it is known which variables can be seen, which were moved and which are borrowed.

#![expect(
    clippy::format_collect,
    clippy::format_push_string,
    clippy::match_same_arms,
    reason = "a list of what may be written"
)]

mod control;
mod known;
mod numbers;
mod random;
mod scope;
mod statements;
mod values;

pub(crate) use random::Random;
use scope::{Failure, Kind, Scribe};

/// A module with a test for each of `count` blocks.
#[must_use]
pub fn module(count: u64, seed: u64) -> String {
    let mut text = format!(
        "//! Written by `cargo run -p tembel-tests --bin blocks -- --count {count} --seed {seed}`.\n"
    );
    let taken = |number: &u64| !known::NOT_INFERRED.contains(&(seed, *number));
    for number in (0..)
        .filter(taken)
        .take(usize::try_from(count).unwrap_or(usize::MAX))
    {
        text += &test(number, seed);
    }
    text
}

/// A test with one block.
fn test(number: u64, seed: u64) -> String {
    let mixed = seed.wrapping_mul(0x0001_0000_01B3).wrapping_add(number);
    let (setup, block, failure) = block(mixed);
    let mode = match failure {
        Failure::Never => "whole",
        Failure::Result | Failure::Option => "guarded",
        Failure::Panic => "panicking",
    };
    let test = format!(
        "same! {{\n    {mode} |census, effects| [\n{}    ] {{\n{}    }}\n}}\n",
        indented(&indented(&setup)),
        indented(&indented(&block))
    );
    format!("\n#[test]\nfn block_{number}() {{\n{}}}\n", indented(&test))
}

/// What a block captures, the block, and how it may fail.
fn block(seed: u64) -> (String, String, Failure) {
    let mut scribe = Scribe::new(seed);
    let setup = captures(&mut scribe);
    let mut text = String::new();
    for _ in 0..4 + scribe.random.below(5) {
        text += &scribe.statement(2);
    }
    text += &scribe.unspliced(result);
    (setup, text, scribe.failure)
}

fn captures(scribe: &mut Scribe) -> String {
    let all = [
        (Kind::Int, true, "5_i64"),
        (Kind::List, true, "vec![3_i64, 1, 2]"),
        (Kind::List, false, "vec![7_i64, 8]"),
        (Kind::Text, false, "\"text\".to_owned()"),
        (Kind::Token, true, "Token::new(4, census)"),
        (Kind::Handle, false, "plus(20, 1)"),
    ];
    let mut text = String::new();
    for (kind, mutable, value) in all {
        if scribe.random.chance(30) {
            let name = scribe.fresh();
            let variable = scribe.declare(&name, kind, mutable);
            scribe.capture(variable);
            let mutable = if mutable { "mut " } else { "" };
            text += &format!("let {mutable}{name} = {value};\n");
        }
    }
    text
}

/// All that is left at the end.
fn result(scribe: &mut Scribe) -> String {
    let shown = |kind| {
        use Kind::{Int, List, Maybe, Pair, Text, Token};
        matches!(kind, Int | List | Maybe | Pair | Text | Token)
    };
    let mut left = scribe.visible(|variable| shown(variable.kind));
    left.retain(|&variable| scribe.is_live(variable));
    left.truncate(7);
    let mut parts: Vec<_> = left
        .iter()
        .map(|&variable| scribe.name_of(variable))
        .collect();
    for &variable in &left {
        if !scribe.kind_of(variable).is_copy() {
            scribe.retire(variable);
        }
    }
    parts.push(scribe.int(2));
    let value = format!("({})", parts.join(", "));
    match scribe.failure {
        Failure::Result => format!("Ok::<_, String>({value})\n"),
        Failure::Option => format!("Some({value})\n"),
        Failure::Never | Failure::Panic => value + "\n",
    }
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}\n")).collect()
}
