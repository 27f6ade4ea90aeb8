//! Tasks from arguments and work: what handles and generated code are made with.

use std::panic::Location;

use crate::arguments::{Argument, Lend, Rebind, Split};
use crate::delayed::Delayed;
use crate::graph::Info;
use crate::store::{Handle, Move, Values, Whole, new_flat_task, new_task};

impl<T> Handle for Delayed<'_, T> {
    type Value = T;
    fn into_edge(self) -> Move<T> {
        self.into_moved()
    }
}

/// A task that makes one value. Handles among its arguments that it changes are bound to the changed values.
#[track_caller]
pub fn task<'a, A, N, F, R>(info: N, arguments: A, work: F) -> Delayed<'a, R>
where
    A: Argument<Edges: 'a, Plain: 'a>,
    N: Fn() -> Info + Copy,
    F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> R + Send + 'a,
    R: Send + 'a,
{
    let (mut fresh, handles) =
        new_task::<A, N, F, Whole<R>>(info, Location::caller(), arguments, work);
    let result = Delayed::from_edge(fresh.next());
    handles.rebind(&mut fresh);
    result
}

/// A task whose result is deferred itself: its tasks join the run, and its value is the task's.
#[track_caller]
pub fn task_flat<'a, A, N, F, R>(info: N, arguments: A, work: F) -> Delayed<'a, R>
where
    A: Argument<Edges: 'a, Plain: 'a>,
    N: Fn() -> Info + Copy,
    F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> Delayed<'a, R> + Send + 'a,
    R: Send + 'a,
{
    if <A::Changed as Values>::COUNT == 0 {
        Delayed::from_edge(new_flat_task(info, Location::caller(), arguments, work))
    } else {
        // What it changes is there before its result is: two tasks.
        task(info, arguments, work).flatten()
    }
}

/// A task that makes a tuple, whose parts are values of their own.
#[track_caller]
pub fn task_split<'a, A, N, F, R>(info: N, arguments: A, work: F) -> R::Handles
where
    A: Argument<Edges: 'a, Plain: 'a>,
    N: Fn() -> Info + Copy,
    F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> R + Send + 'a,
    R: Split<'a> + Send + 'a,
{
    task_split_at(Location::caller(), info, arguments, work)
}

/// The same for one that stands there.
pub(crate) fn task_split_at<'a, A, N, F, R>(
    location: &'static Location<'static>,
    info: N,
    arguments: A,
    work: F,
) -> R::Handles
where
    A: Argument<Edges: 'a, Plain: 'a>,
    N: Fn() -> Info + Copy,
    F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> R + Send + 'a,
    R: Split<'a> + Send + 'a,
{
    let (mut fresh, handles) = new_task::<A, N, F, R::Results>(info, location, arguments, work);
    let results = R::handles(&mut fresh);
    handles.rebind(&mut fresh);
    results
}
