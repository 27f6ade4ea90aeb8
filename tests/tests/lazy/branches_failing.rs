//! Failures in the arms of branches, and what is dropped.

use std::error::Error;

use crate::calls::{burst, counted, eat, find, look, parse, push, say, yes};
use crate::law::{add, drops, load, total};

blocks! {
    question_marks_in_arms: {
        let n = parse("3")?;
        let v = if n > 2 { let a = parse("4")?; let b = parse("5")?; add(a, b) } else { parse("x")? };
        let w = match parse("y") { Ok(n) => add(n, 1), Err(e) => add(parse("6")?, e.len() as i64) };
        for x in load(3) { let y = parse("1")?; add(x, y); }
        Ok::<_, String>((v, w))
    }
    the_first_question_mark_fails_in_an_arm: {
        let n = parse("3")?;
        let v = if n > 2 { let a = parse("a")?; let b = parse("b")?; add(a, b) } else { 0 };
        let c = parse("c")?;
        Ok::<_, String>(v + c)
    }
    a_question_mark_fails_before_a_branch_that_fails: {
        let n = parse("n")?;
        let v = if yes(1) { parse("v")? } else { add(1, 1) };
        Ok::<_, String>(v + n)
    }
    a_question_mark_fails_in_a_round: {
        let mut sum = 0;
        for x in load(4) { sum += add(x, if x == 2 { parse("two")? } else { parse("1")? }); }
        parse("end")?;
        Ok::<_, String>(sum)
    }
    a_question_mark_fails_deep_inside: {
        let mut log = vec![];
        if yes(1) { for x in load(3) { match find(x) { Some(v) => { log.push(total(&v)); if x == 2 { parse("deep")?; } } None => push(&mut log, 0) } } }
        parse("later")?;
        Ok::<_, String>(log)
    }
    a_question_mark_behind_a_branch: {
        let n = add(1, 1);
        let a = if n > 1 { parse("4") } else { parse("5") }?;
        let b = match n { 2 => parse("x"), _ => parse("6") }?;
        Ok::<_, String>(add(a, b))
    }
    the_first_panic_is_in_an_arm: {
        let a = if yes(1) { let b = add(1, 1); burst("first"); burst("second") } else { add(0, 0) };
        burst("third");
        a
    }
    a_panic_before_a_panic_in_an_arm: {
        let x = burst("before");
        let a = if yes(1) { burst("inside") } else { 0 };
        (x, a)
    }
    a_panic_after_a_question_mark_in_an_arm: {
        let v = if yes(1) { parse("x")? } else { 0 };
        let w = if yes(1) { burst("late") } else { 0 };
        Ok::<_, String>(v + w)
    }
    a_condition_panics: {
        let mut v = load(1);
        if burst("condition") > 0 { push(&mut v, add(1, 1)); }
        v
    }
    an_iterator_panics: {
        let mut out = vec![];
        for x in Bursts(2) { out.push(add(x, 1)); }
        out
    }
    asserts_in_arms: {
        let n = add(1, 1);
        if n > 1 { assert!(yes(n), "no"); assert_eq!(add(n, 1), 4, "three"); }
        add(n, 1)
    }
    every_value_is_dropped_once: [let drops = drops();] {
        let a = counted(1, &drops);
        let b = counted(2, &drops);
        let c = counted(3, &drops);
        let n = if yes(1) { let inner = counted(4, &drops); add(eat(a), look(&inner)) } else { eat(b) };
        let mut kept = Vec::new();
        for x in load(3) { let y = counted(x, &drops); if yes(x - 1) { kept.push(counted(x, &drops)); } look(&y); }
        if look(&c) == 3 { let d = c; look(&d); }
        (n, kept)
    }
    every_value_is_dropped_once_when_an_arm_fails: [let drops = drops();] {
        let a = counted(1, &drops);
        let b = counted(2, &drops);
        let n = if yes(1) { let inner = counted(4, &drops); parse("x")?; eat(a) } else { eat(a) };
        let m = if yes(1) { eat(b) } else { look(&b) };
        Ok::<_, String>(n + m)
    }
}

struct Bursts(i64);

impl Iterator for Bursts {
    type Item = i64;
    fn next(&mut self) -> Option<i64> {
        assert!(self.0 > 0, "the iterator is at its end");
        self.0 -= 1;
        Some(self.0)
    }
}

#[test]
fn an_effect_in_an_arm_waits_for_every_check() {
    for executor in crate::law::executors() {
        let deleted = std::sync::Mutex::new(Vec::new());
        let block = tembel::lazy! {
            let n = add(1, 1);
            let bad = yes(-n);
            if n > 1 { parse("x")?; }
            if yes(n) { say(&deleted, 1); }
            for x in load(3) { say(&deleted, x); }
            if bad { add(n, 1); } else { say(&deleted, add(2, n)); }
            say(&deleted, add(3, n));
            Ok::<_, String>(n)
        };
        assert!(executor.compute(block).is_err());
        assert_eq!(deleted.into_inner().unwrap(), Vec::<i64>::new());
    }
}

#[test]
fn a_branch_whose_value_is_not_send_ends_the_block() {
    fn run(text: &'static str, big: bool) -> Result<i64, Box<dyn Error>> {
        tembel::lazy! {
            let n = parse(text)?;
            if big {
                let a = load(n);
                let b = add(n, 1);
                Ok(add(total(&a), b))
            } else if yes(n) {
                match find(n) {
                    Some(v) => Ok(total(&v)),
                    None => Err("nothing".into()),
                }
            } else {
                let m = parse("none")?;
                Err(Box::<dyn Error>::from(format!("{m}")))
            }
        }
        .compute()
    }
    assert_eq!(run("3", true).unwrap(), 7);
    assert_eq!(run("3", false).unwrap(), 3);
    assert_eq!(
        run("0", false).unwrap_err().to_string(),
        "\"none\" is no number"
    );
    assert_eq!(
        run("z", false).unwrap_err().to_string(),
        "\"z\" is no number"
    );
}
