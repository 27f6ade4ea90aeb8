//! A program as a graph.

use std::sync::Arc;

use tembel::Delayed;

use super::blocks;
use super::program::{Fault, Op, Program, What};
use super::tasks::{
    Attempts, Log, Value, attempt, change, combine, copy, eat, grow, limited, limited_later, look,
    make, merge, nest, nest_limited, retry, retry_later,
};

pub(super) fn build<'a>(program: &Program, log: &'a Log<'a>) -> Vec<Delayed<'a, Value>> {
    let mut live = Vec::new();
    for op in &program.ops {
        step(&mut live, *op, log);
    }
    live
}

fn step<'a>(live: &mut Vec<Delayed<'a, Value>>, op: Op, log: &'a Log<'a>) {
    if live.is_empty() && !matches!(op.what, What::Make) {
        return;
    }
    let n = live.len();
    let attempts = Attempts::default;
    let next = match op.what {
        What::Make => make(log, op),
        What::Look(i) => look(log, &live[i % n], op),
        What::Nest(i) => nest(log, &live[i % n], op),
        What::NestLimited(i) => nest_limited(log, &live[i % n], 2, op),
        What::Share => {
            let sound = Op {
                fault: Fault::Nothing,
                ..op
            };
            let shared = Arc::new(make(log, sound));
            let looked = look(log, &*shared, sound);
            let forced = Delayed::new(move || shared.force().history());
            combine(log, looked, forced, op)
        }
        What::Clone(i) => copy(log, &live[i % n], op),
        What::Change(i) => {
            let _ = change(log, &mut live[i % n], op);
            return;
        }
        What::Eat(i) => eat(log, live.remove(i % n), op),
        What::Try(i) => attempt(log, live.remove(i % n), op).or_fail(),
        What::Retry(i, false) => retry(log, live.remove(i % n), attempts(), op).or_fail(),
        What::Retry(i, true) => retry_later(log, live.remove(i % n), attempts(), op).or_fail(),
        What::Limited(i, false) => limited(log, live.remove(i % n), op).or_fail(),
        What::Limited(i, true) => limited_later(log, live.remove(i % n), attempts(), op).or_fail(),
        What::Block(i, true) => blocks::tried(log, live.remove(i % n), op),
        What::Block(i, false) => blocks::plain(log, live.remove(i % n), op),
        What::Grow(i, depth) => {
            let value = live.remove(i % n);
            value.and_then(move |value| grow(log, value, depth, op))
        }
        What::Merge(i, j) => {
            let a = live.remove(i % n);
            if live.is_empty() {
                return live.push(a);
            }
            let b = live.remove(j % live.len());
            merge(log, a, b, op)
        }
        What::Drop(i) => return drop(live.remove(i % n)),
    };
    live.push(next);
}
