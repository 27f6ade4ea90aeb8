//! A program that keeps few of many values keeps few of many records.

use std::process::Command;

use tembel::{Delayed, Executor, delayed};
use tembel_tests::threads_of;

/// Tasks of a graph, half of which make values.
const TASKS: u64 = 1_000_000;
const EVERY: usize = 500;
/// What a record with a number takes: a header and the number.
const RECORD: usize = 40;
/// A value that is kept keeps the page that it lies on.
const PAGE: usize = 4096;
/// What is kept for the next graph in any case, a part of it that may be exceeded, and what a process needs besides.
const RESERVE: usize = (16 + 4 + 2) << 20;

#[delayed(cost = "light")]
fn number(i: u64) -> u64 {
    i
}

#[delayed(cost = "light")]
fn plus(sum: u64, x: &u64) -> u64 {
    sum + x
}

/// Computes a graph, and gives one value in a thousand of its tasks.
fn few_of_many(executor: &Executor) -> Vec<Delayed<'static, u64>> {
    let mut kept = Vec::new();
    let mut sum = Delayed::ready(0);
    for (at, i) in (0..TASKS / 2).enumerate() {
        let x = number(i);
        sum = plus(sum, &x);
        if at % EVERY == 0 {
            kept.push(x);
        }
    }
    assert_eq!(executor.compute(sum), (0..TASKS / 2).sum::<u64>());
    kept
}

fn assert_kept(executor: &Executor, kept: Vec<Delayed<'static, u64>>) {
    let sum: u64 = executor.compute(kept).into_iter().sum();
    assert_eq!(sum, (0..TASKS / 2).step_by(EVERY).sum::<u64>());
}

/// Bytes of memory that this process has pages for.
fn resident() -> usize {
    let statm = std::fs::read_to_string("/proc/self/statm").expect("Linux");
    let pages = statm.split_whitespace().nth(1);
    let pages = pages.and_then(|pages| pages.parse::<usize>().ok());
    pages.expect("a number of pages") * PAGE
}

/// Runs a test of this file in a process of its own, and says whether this is that process.
fn is_alone(test: &str) -> bool {
    const CHILD: &str = "TEMBEL_TEST_ALONE";
    if std::env::var_os(CHILD).is_some() {
        return true;
    }
    let mut child = Command::new(std::env::current_exe().expect("this test"));
    let test = format!("kept::{test}");
    let child = child
        .args([&test, "--exact", "--nocapture"])
        .env(CHILD, "1");
    let output = child.output().expect("a process");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && said.contains("1 passed"),
        "{output:?}"
    );
    false
}

#[test]
fn a_graph_of_which_few_values_are_kept_is_given_back() {
    if !is_alone("a_graph_of_which_few_values_are_kept_is_given_back") {
        return;
    }
    let executor = threads_of(2);
    let before = resident();
    let kept = few_of_many(&executor);
    let with = resident() - before;
    let most = 2 * kept.len() * RECORD + kept.len() * PAGE + RESERVE;
    assert!(with <= most, "{with} bytes, and {most} would be many");
    assert_kept(&executor, kept);
    let after = resident() - before;
    assert!(after <= RESERVE, "{after} bytes when all are gone");
}

#[test]
fn graphs_of_which_few_values_are_kept_use_the_same_memory() {
    if !is_alone("graphs_of_which_few_values_are_kept_use_the_same_memory") {
        return;
    }
    let executor = threads_of(2);
    let mut kept: Vec<_> = (0..3).map(|_| few_of_many(&executor)).collect();
    let before = resident();
    kept.extend((0..7).map(|_| few_of_many(&executor)));
    let grown = resident().saturating_sub(before);
    // Seven graphs that stayed would be 300 MB.
    let most = 2 * 7 * kept[0].len() * RECORD + (8 << 20);
    assert!(grown <= most, "{grown} bytes, and {most} would be many");
    for kept in kept {
        assert_kept(&executor, kept);
    }
}
