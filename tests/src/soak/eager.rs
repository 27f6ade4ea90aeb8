//! What a program gives when its calls are made at once, in order.

use tembel::ErrorKind;

use super::program::{Fault, Op, Program, What};
use super::tasks::mix;

/// What fails first in program order of all that a value needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Failure {
    pub(super) op: u32,
    pub(super) kind: ErrorKind,
}

pub(super) type Outcome = Result<u64, Failure>;

pub(super) fn evaluate(program: &Program) -> Vec<Outcome> {
    let mut live = Vec::new();
    for op in &program.ops {
        step(&mut live, *op);
    }
    live
}

fn step(live: &mut Vec<Outcome>, op: Op) {
    if live.is_empty() && !matches!(op.what, What::Make) {
        return;
    }
    let n = live.len();
    let number = u64::from(op.number);
    match op.what {
        What::Make => live.push(end(op, Ok(number))),
        What::Look(i) | What::Nest(i) | What::NestLimited(i) => {
            live.push(end(op, live[i % n].map(|x| mix(x, number))));
        }
        What::Share => live.push(end(op, Ok(mix(mix(mix(number, number), number), number)))),
        What::Eat(i)
        | What::Try(i)
        | What::Retry(i, _)
        | What::Limited(i, _)
        | What::Block(i, _)
        | What::Grow(i, _) => {
            let taken = live.remove(i % n);
            live.push(end(op, taken.map(|x| mix(x, number))));
        }
        What::Merge(i, j) => {
            let a = live.remove(i % n);
            if live.is_empty() {
                return live.push(a);
            }
            let b = live.remove(j % live.len());
            live.push(end(op, both(a, b).map(|(a, b)| mix(mix(a, b), number))));
        }
        What::Change(i) => live[i % n] = end(op, live[i % n].map(|x| mix(x, number))),
        What::Clone(i) => {
            // A clone that panics is the task of the clone, and leaves the value.
            let marked = live[i % n];
            live.push(end(op, marked));
        }
        What::Drop(i) => drop(live.remove(i % n)),
    }
}

/// What the op makes of it, once its inputs are there.
fn end(op: Op, value: Outcome) -> Outcome {
    let value = value?;
    let fail = |kind| Failure {
        op: op.number,
        kind,
    };
    match op.fault {
        Fault::Panic => Err(fail(ErrorKind::Panicked)),
        Fault::Fail => Err(fail(ErrorKind::Failed)),
        Fault::Nothing | Fault::Cancel | Fault::Nap | Fault::FailFirst(_) => Ok(value),
    }
}

/// Both values, or the failure that comes first.
fn both(a: Outcome, b: Outcome) -> Result<(u64, u64), Failure> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (Err(a), Err(b)) => Err(if a.op <= b.op { a } else { b }),
        (Err(failure), _) | (_, Err(failure)) => Err(failure),
    }
}
