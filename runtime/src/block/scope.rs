//! What failed first in a block, in program order.
//!
//! A failed `?` ends its task as a panic does. The run notes every failure with its place in program order, and hands the
//! first that the last task of a block lacks a value for to that task, which makes the block's result of it.

use std::cell::Cell;
use std::panic::resume_unwind;

use crate::arguments::Argument;
use crate::error::Error;
use crate::store::{Edges, Payload, Row, TaskRef};
use crate::sync::per_thread;

/// A failure, and where its task stands in program order.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    pub(crate) path: Vec<u64>,
    pub(crate) cause: Cause,
}

/// Why a task has no value.
#[derive(Clone, Debug)]
pub(crate) enum Cause {
    /// It panicked, or could not be run.
    Error(Error),
    /// A `?` had nothing to go on with.
    Exit,
}

impl Cause {
    fn passed_on_by(self, task: TaskRef) -> Self {
        match self {
            Cause::Error(error) => Cause::Error(error.passed_on_by(task)),
            Cause::Exit => Cause::Exit,
        }
    }
}

/// What a task throws whose `?` failed.
struct Quiet;

/// Ends the task at hand, and the block.
pub(super) fn stop_quietly() -> ! {
    resume_unwind(Box::new(Quiet))
}

/// Ends the task at hand with the failure of another.
pub(super) fn stop_with(failure: Failure) -> ! {
    resume_unwind(Box::new(failure))
}

/// What a task that unwound has thrown.
pub(crate) fn caught(path: Vec<u64>, task: TaskRef, payload: Payload) -> Failure {
    if payload.is::<Quiet>() {
        let cause = Cause::Exit;
        return Failure { path, cause };
    }
    match payload.downcast::<Failure>() {
        Ok(failure) => Failure {
            cause: failure.cause.passed_on_by(task),
            ..*failure
        },
        Err(payload) => Failure {
            path,
            cause: Cause::Error(Error::caught(task, payload)),
        },
    }
}

per_thread! {
    /// Why the last task of a block, which is about to start on this thread, lacks what it needs.
    static FIRST: Cell<Option<Failure>> = const { Cell::new(None) };
}

/// The last task of a block is about to start on this thread, and lacks what it needs because of this.
pub(crate) fn tell_last(failure: Option<Failure>) {
    FIRST.set(failure);
}

/// What the last task was told.
pub(super) fn told() -> Option<Failure> {
    FIRST.take()
}

/// Arguments of a task in a block, with the checks that it waits for.
#[derive(Debug)]
pub(super) struct Guarded<A, G> {
    pub(super) arguments: A,
    pub(super) gates: G,
}

impl<A: Argument, G: Edges> Argument for Guarded<A, G> {
    type Edges = Row<A::Edges, G>;
    type Plain = A::Plain;
    type Held = A::Held;
    type Changed = A::Changed;
    type Handles = A::Handles;

    fn split(self) -> (Self::Edges, Self::Plain, Self::Handles) {
        let (edges, plain, handles) = self.arguments.split();
        (Row(edges, self.gates), plain, handles)
    }
    fn hold(Row(edges, _): Self::Edges, plain: Self::Plain) -> Self::Held {
        A::hold(edges, plain)
    }
    fn changed(held: Self::Held) -> Self::Changed {
        A::changed(held)
    }
}
