//! Blocks of statements in programs: a `?`, branches, a loop and an effect, with the fault in one of them.

use std::sync::atomic::Ordering::SeqCst;

use tembel::{Delayed, lazy};

use super::program::{Fault, Op};
use super::tasks::{Log, Value, attempt_now, eat_now};

fn is_odd(value: &Value) -> bool {
    value.history() % 2 == 1
}

fn some(value: &Value) -> std::ops::Range<u64> {
    0..value.history() % 4
}

fn add(a: u64, b: u64) -> u64 {
    std::thread::yield_now();
    a + b
}

fn check(steps: u64) -> Result<u64, String> {
    (steps < 7)
        .then_some(steps)
        .ok_or_else(|| format!("{steps} steps"))
}

/// What is to happen only where every `?` before it has passed.
fn note(log: &Log<'_>, op: Op) {
    if op.fault == Fault::Fail {
        log.late_effects.fetch_add(1, SeqCst);
    }
}

/// A block with a `?`, whose result fails its task.
pub(super) fn tried<'a>(log: &'a Log<'a>, value: Delayed<'a, Value>, op: Op) -> Delayed<'a, Value> {
    let block = lazy! {
        let (log, op) = (log, op);
        let odd = is_odd(&value);
        let mut steps = 0;
        for step in some(&value) {
            steps = add(steps, step);
        }
        let tried = if odd {
            attempt_now(log, value, op)?
        } else {
            check(steps)?;
            let tried = attempt_now(log, value, op)?;
            note(log, op);
            tried
        };
        note(log, op);
        Ok::<_, String>(tried)
    };
    block.or_fail()
}

/// A block without a `?`, whose last task the thread that asks runs, where it is asked for itself.
pub(super) fn plain<'a>(log: &'a Log<'a>, value: Delayed<'a, Value>, op: Op) -> Delayed<'a, Value> {
    lazy! {
        let (log, op) = (log, op);
        let odd = is_odd(&value);
        let value = if odd {
            eat_now(log, value, op)
        } else {
            let steps = add(1, 2);
            note(log, op);
            add(steps, 1);
            eat_now(log, value, op)
        };
        note(log, op);
        value
    }
}
