//! The block's result.
//!
//! The last task of a block runs whatever failed before: it gives what the first failure in program order makes of the
//! block. A block without `?` whose values are all taken needs none: its value is that of its last expression. The result need not be `Send`: then no other task can take it, it is asked for itself, and the thread that asks
//! runs what makes it ([`here`](Raw::here)) once everything else is done.

use std::cell::Cell;
use std::panic::Location;

use super::build::Block;
use super::exit::{Early, Exit};
use super::notes::Keep;
use super::scope::{Cause, Failure, stop_with, told};
use super::slot::Slot;
use crate::Delayed;
use crate::arguments::{Argument, Lend, Split};
use crate::build::task_split_at;
use crate::graph::{Info, Kind};
use crate::store::{Many, Move, Owner, Row, Statement, Whole, new_task};

/// What a task gives, before it is known whether that is a value or a deferred one.
pub struct Raw<'g, 'a, T> {
    value: Cell<Option<Delayed<'a, T>>>,
    keep: &'g Keep,
}

/// The value of the block's last expression.
#[derive(Debug)]
pub struct Tail<'a, T>(Delayed<'a, T>);

impl<T> std::fmt::Debug for Raw<'_, '_, T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Raw")
    }
}

impl<'g, 'a, T> Raw<'g, 'a, T> {
    #[inline]
    pub(super) fn new(value: Move<T>, keep: &'g Keep) -> Self {
        Raw {
            value: Cell::new(Some(Delayed::from_edge(value))),
            keep,
        }
    }

    #[inline]
    fn get(&self) -> Delayed<'a, T> {
        self.value.take().expect("it is asked for once")
    }

    #[inline]
    pub(super) fn into_slot(self) -> Slot<'g, 'a, T> {
        Slot::new(self.get(), self.keep)
    }

    /// The value of the block, which only the thread that asks for it may see.
    pub fn here(self) -> Tail<'a, T> {
        Tail::here(self.get())
    }
}

// `.slot()` and `.tail()` find the first of three: an inherent method for every type that can be `Unpin`, which a type that
// is not known yet can be; then `Delayed`, which is never `Unpin`; then, by reference, all others.

impl<'g, 'a, T: Unpin> Raw<'g, 'a, T> {
    /// A variable with this value.
    #[inline]
    pub fn slot(self) -> Slot<'g, 'a, T>
    where
        T: Send,
    {
        self.into_slot()
    }

    /// Variables with the parts of this value.
    pub fn split(self) -> T::Slots
    where
        T: SplitSlots<'g, 'a> + Send + 'a,
    {
        self.into_parts()
    }
}

impl<'g, 'a, T> Raw<'g, 'a, T> {
    /// By a task that stands where that does which makes the value.
    fn into_parts(self) -> T::Slots
    where
        T: SplitSlots<'g, 'a> + Send + 'a,
    {
        let (value, keep) = (self.get(), self.keep);
        let location = value.edge().task().location();
        let info = || Info::new("parts", Kind::Unzip);
        let arguments = (super::slot::take(value),);
        T::slots(
            task_split_at(location, info, arguments, |(parts,)| parts),
            keep,
        )
    }
}

impl<'g, 'a, T: Send + 'a> Slot<'g, 'a, T> {
    /// Variables with the parts of this value.
    #[must_use]
    pub fn split(self) -> T::Slots
    where
        T: SplitSlots<'g, 'a>,
    {
        let (value, keep) = self.into_parts();
        Raw {
            value: Cell::new(Some(value)),
            keep,
        }
        .into_parts()
    }
}

impl<'a, T: Unpin + Send> Raw<'_, 'a, T> {
    /// The value of the block.
    #[inline]
    pub fn tail(self) -> Tail<'a, T> {
        Tail(self.get())
    }
}

impl<'a, T> Tail<'a, T> {
    /// Only the thread that asks for it may see it.
    fn here(value: Delayed<'a, T>) -> Self {
        value.edge().task().leave_to_caller();
        Tail(value)
    }
}

/// A task gave a deferred value: its tasks join the block's.
pub trait RawDelayed<'g, 'a> {
    /// What is deferred.
    type Value;
    /// A variable with this value.
    fn slot(self) -> Slot<'g, 'a, Self::Value>;
    /// The value of the block.
    fn tail(self) -> Tail<'a, Self::Value>;
}

impl<'g, 'a, T: Send + 'a> RawDelayed<'g, 'a> for Raw<'g, 'a, Delayed<'a, T>> {
    type Value = T;
    fn slot(self) -> Slot<'g, 'a, T> {
        Slot::new(flattened(self.get()), self.keep)
    }
    fn tail(self) -> Tail<'a, T> {
        Tail(flattened(self.get()))
    }
}

/// The deferred value itself, by a task that stands where that does which gave it.
fn flattened<'a, T: Send + 'a>(given: Delayed<'a, Delayed<'a, T>>) -> Delayed<'a, T> {
    let location = given.edge().task().location();
    given.flatten_at(location)
}

/// All other types.
pub trait RawOther<'g, 'a> {
    /// The type.
    type Value;
    /// A variable with this value.
    fn slot(self) -> Slot<'g, 'a, Self::Value>
    where
        Self::Value: Send;
    /// The value of the block.
    fn tail(self) -> Tail<'a, Self::Value>;
}

impl<'g, 'a, T> RawOther<'g, 'a> for &Raw<'g, 'a, T> {
    type Value = T;
    fn slot(self) -> Slot<'g, 'a, T>
    where
        T: Send,
    {
        Slot::new(self.get(), self.keep)
    }
    fn tail(self) -> Tail<'a, T> {
        Tail::here(self.get())
    }
}

/// Tuples whose parts become variables.
pub trait SplitSlots<'g, 'a>: Split<'a> {
    /// One variable a part.
    type Slots;
    /// The handles as variables.
    fn slots(handles: Self::Handles, keep: &'g Keep) -> Self::Slots;
}

macro_rules! split_slots {
    ($($name:ident $number:tt),*) => {
        impl<'g, 'a, $($name: Send + 'a),*> SplitSlots<'g, 'a> for ($($name,)*) {
            type Slots = ($(Slot<'g, 'a, $name>,)*);
            fn slots(handles: Self::Handles, keep: &'g Keep) -> Self::Slots {
                ($(Slot::new(handles.$number, keep),)*)
            }
        }
    };
}

split_slots!(A 0);
split_slots!(A 0, B 1);
split_slots!(A 0, B 1, C 2);
split_slots!(A 0, B 1, C 2, D 3);
split_slots!(A 0, B 1, C 2, D 3, E 4);
split_slots!(A 0, B 1, C 2, D 3, E 4, F 5);
split_slots!(A 0, B 1, C 2, D 3, E 4, F 5, G 6);
split_slots!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7);

impl<'a, T: 'a> From<Slot<'_, 'a, T>> for Tail<'a, T> {
    fn from(slot: Slot<'_, 'a, T>) -> Self {
        Tail(slot.into_parts().0)
    }
}

/// The end of a block: its value, where that is there, and all that nobody took.
#[derive(Debug)]
pub(super) struct Last<T> {
    value: Move<T>,
    kept: Many<Owner>,
}

impl<T> Last<T> {
    pub(super) fn new(value: Tail<'_, T>, keep: &Keep) -> Self {
        let kept = keep.look(|notes| std::mem::take(&mut notes.kept));
        Last {
            value: value.0.into_moved(),
            kept: Many::new(kept.unwrap_or_default()),
        }
    }
}

/// What is held while the last task runs.
#[derive(Debug)]
pub(super) struct HeldLast<T>(Option<Outcome<T>>);

/// The value, where it is there, and what failed first of all that the block needs.
#[derive(Debug)]
pub(super) struct Outcome<T> {
    value: Option<T>,
    failure: Option<Failure>,
}

impl<T> Lend<'_> for HeldLast<T> {
    type Out = Outcome<T>;
    fn lend(&mut self) -> Outcome<T> {
        self.0.take().expect("it is lent once")
    }
}

impl<T> Argument for Last<T> {
    type Edges = Row<Move<T>, Many<Owner>>;
    type Plain = ();
    type Held = HeldLast<T>;
    type Changed = ();
    type Handles = ();

    fn split(self) -> (Self::Edges, (), ()) {
        (Row(self.value, self.kept), (), ())
    }
    fn hold(Row(value, kept): Self::Edges, (): ()) -> HeldLast<T> {
        // Before any value is dropped: that may run other blocks.
        let failure = told();
        let value = value.take_if_there();
        drop(kept);
        HeldLast(Some(Outcome { value, failure }))
    }
    fn changed(_: HeldLast<T>) {}
}

impl<'a> Block<'a> {
    /// The value of a block without a last expression.
    pub fn unit(&self, statement: impl Statement) -> Tail<'a, ()> {
        self.task(statement, (), |()| ()).tail()
    }

    /// The block as one deferred value.
    #[track_caller]
    #[inline]
    pub fn finish<T: 'a>(&self, tail: impl Into<Tail<'a, T>>) -> Delayed<'a, T> {
        match self.whole_value(tail.into()) {
            Ok(value) => value,
            Err(tail) => self.last(tail, |outcome| end(outcome, never_left)),
        }
    }

    /// The value of a block without `?`, where nobody has to wait for anything else.
    #[inline]
    pub(super) fn whole_value<T>(&self, tail: Tail<'a, T>) -> Result<Delayed<'a, T>, Tail<'a, T>> {
        match self.keep.look(|notes| notes.kept.is_empty()) {
            Some(false) => Err(tail),
            _ => Ok(tail.0),
        }
    }

    #[track_caller]
    fn last<T: 'a>(
        &self,
        tail: Tail<'a, T>,
        work: impl FnOnce(Outcome<T>) -> T + 'a,
    ) -> Delayed<'a, T> {
        let (mut fresh, ()) = new_task::<_, _, _, Whole<T>>(
            || Info::new("lazy!", Kind::Statement).last(),
            Location::caller(),
            Last::new(tail, &self.keep),
            work,
        );
        let value: Move<T> = fresh.next();
        value.task().leave_to_caller();
        Delayed::from_edge(value)
    }
}

impl<'a, R: 'a> Exit<'_, 'a, R> {
    /// The block as one deferred value.
    #[track_caller]
    pub fn finish(self, tail: impl Into<Tail<'a, R>>) -> Delayed<'a, R> {
        let early = self.early;
        self.block
            .last(tail.into(), move |outcome| end(outcome, || leave(&early)))
    }
}

fn leave<R>(early: &Early<'_, R>) -> R {
    (early.stop().0)()
}

pub(super) fn never_left<T>() -> T {
    unreachable!("a block without `?`")
}

/// What plain code gives: its value, or what failed first makes of it.
pub(super) fn end<T>(outcome: Outcome<T>, leave: impl FnOnce() -> T) -> T {
    match outcome.failure {
        None => outcome
            .value
            .expect("a value is there unless something failed"),
        Some(failure) => match failure.cause {
            Cause::Exit => leave(),
            Cause::Error(_) => stop_with(failure),
        },
    }
}
