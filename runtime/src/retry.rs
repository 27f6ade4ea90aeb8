//! Tasks that are tried again when they give an `Err`.
//!
//! Without a pause the attempts are rounds of a loop inside of the task. With one, an attempt that fails gives the next
//! attempt as a deferred value, which the run looks at after the pause: no worker sleeps, and no timer runs.

use std::panic::Location;
use std::time::Duration;

use crate::Delayed;
use crate::arguments::{Argument, Handed, Lend, Repeated, value};
use crate::build::task;
use crate::graph::Info;
use crate::schedule;
use crate::store::{Values, new_flat_task};

/// What a task with `retries` can give.
#[diagnostic::on_unimplemented(
    message = "a task with `retries` gives a `Result`, and not a `{Self}`",
    label = "expected a `Result`: an `Err` is what is tried again",
    note = "let the function return a `Result`, or leave `retries` out"
)]
pub trait Attempt {
    /// Is it to be tried again?
    #[doc(hidden)]
    fn has_failed(&self) -> bool;
}

impl<T, E> Attempt for Result<T, E> {
    fn has_failed(&self) -> bool {
        self.is_err()
    }
}

/// Is there to be another attempt after this one?
fn goes_on(result: &impl Attempt, number: u32, retries: u32) -> bool {
    let again = result.has_failed() && number <= retries && !schedule::is_stopping();
    if again {
        schedule::attempted(number);
    }
    again
}

/// A task with up to `retries` more attempts, at once.
#[track_caller]
pub fn task_retried<'a, A, N, F, R>(
    info: N,
    retries: u32,
    arguments: A,
    mut work: F,
) -> Delayed<'a, R>
where
    A: Argument<Edges: 'a, Plain: 'a>,
    N: Fn() -> Info + Copy,
    F: for<'x> FnMut(<A::Held as Lend<'x>>::Out) -> R + Send + 'a,
    R: Attempt + Send + 'a,
{
    task(info, Repeated(arguments), move |held: &mut A::Held| {
        let mut number = 1;
        loop {
            let result = work(held.lend());
            if !goes_on(&result, number, retries) {
                return result;
            }
            number += 1;
        }
    })
}

/// How often, and after how long.
#[derive(Clone, Copy, Debug)]
struct Plan {
    retries: u32,
    pause: Duration,
    location: &'static Location<'static>,
}

/// A task with up to `retries` more attempts: the first of them after `pause`, each of the others after twice as long.
#[track_caller]
pub fn task_retried_after<'a, A, N, F, R>(
    info: N,
    retries: u32,
    pause: Duration,
    arguments: A,
    work: F,
) -> Delayed<'a, R>
where
    A: Argument<Edges: 'a, Plain: 'a, Held: 'a>,
    N: Fn() -> Info + Copy + Send + 'a,
    F: for<'x> FnMut(<A::Held as Lend<'x>>::Out) -> R + Send + 'a,
    R: Attempt + Send + 'a,
{
    const {
        assert!(
            <A::Changed as Values>::COUNT == 0,
            "a task with `backoff` changes nothing in place"
        );
    }
    let plan = Plan {
        retries,
        pause,
        location: Location::caller(),
    };
    let first = move |held| attempt(info, plan, 1, held, work);
    Delayed::from_edge(new_flat_task(info, plan.location, Handed(arguments), first))
}

/// What one attempt gives, or the next attempt. What is held goes with it, perhaps to another thread: arguments of tasks
/// can do that.
fn attempt<'a, N, H, F, R>(
    info: N,
    plan: Plan,
    number: u32,
    mut held: H,
    mut work: F,
) -> Delayed<'a, R>
where
    H: for<'x> Lend<'x> + 'a,
    N: Fn() -> Info + Copy + Send + 'a,
    F: for<'x> FnMut(<H as Lend<'x>>::Out) -> R + Send + 'a,
    R: Attempt + Send + 'a,
{
    let result = work(held.lend());
    if !goes_on(&result, number, plan.retries) {
        return Delayed::ready(result);
    }
    schedule::pause(plan.pause);
    let plan = Plan {
        pause: plan.pause.saturating_mul(2),
        ..plan
    };
    let next = move |((held, work),)| attempt(info, plan, number + 1, held, work);
    let arguments = (value((held, work)),);
    let again = move || info().again();
    Delayed::from_edge(new_flat_task(again, plan.location, arguments, next))
}
