//! What comes from outside of the block: plain values, and deferred ones, which become edges.
//!
//! As for results, three candidates in the order of method lookup; see [`Raw`](super::Raw).

use std::cell::Cell;

use super::build::Block;
use super::outside::{Copies, Light};
use super::slot::Slot;
use crate::Delayed;
use crate::arguments::{ByRef, ByValue, IntoArg, IntoRef, Plain};
use crate::store::{Move, Read};

/// Something that may be a [`Delayed`].
pub struct Captured<T>(Cell<Option<T>>);

/// A reference to something that may be a [`Delayed`].
pub struct Borrowed<'r, T: ?Sized>(&'r T);

impl<T> std::fmt::Debug for Captured<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Captured")
    }
}

impl<T: ?Sized> std::fmt::Debug for Borrowed<'_, T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Borrowed")
    }
}

/// A value from outside of the block, as an argument.
pub fn captured<T>(value: T) -> Captured<T> {
    Captured(Cell::new(Some(value)))
}

/// A value from outside of the block for a branch, whose tasks find out whether it is deferred.
pub fn moved<T>(value: T) -> ByValue<Plain<T>, T> {
    crate::arguments::value(value)
}

/// A reference to a value from outside of the block, as an argument.
pub fn by_ref<T: ?Sized>(value: &T) -> Borrowed<'_, T> {
    Borrowed(value)
}

/// What a function gave inside of a task, which may borrow from the task's arguments.
pub fn lift<T>(given: T) -> Captured<T> {
    Captured(Cell::new(Some(given)))
}

impl<T> Captured<T> {
    fn get(&self) -> T {
        self.0.take().expect("it is asked for once")
    }
}

impl<T: Light> Captured<T> {
    /// A variable of the block.
    pub fn ready(self, _: &Block<'_>) -> Copies<T> {
        Copies(self.get())
    }
}

impl<T: Unpin> Captured<T> {
    /// The argument.
    pub fn arg(self) -> ByValue<Plain<T>, T> {
        crate::arguments::value(self.get())
    }
    /// The value itself.
    pub fn now(self) -> T {
        self.get()
    }
}

/// A deferred value.
pub trait OfDelayed<'a> {
    /// The argument.
    type Argument;
    /// The value.
    type Value;
    /// The argument.
    fn arg(self) -> Self::Argument;
    /// Computes it.
    fn now(self) -> Self::Value;
    /// A variable of the block.
    fn ready<'g>(self, block: &'g Block<'a>) -> Slot<'g, 'a, Self::Value>;
}

impl<'a, T: Send + 'a> OfDelayed<'a> for Captured<Delayed<'a, T>> {
    type Argument = ByValue<Move<T>, T>;
    type Value = T;
    fn arg(self) -> Self::Argument {
        IntoArg::into_arg(self.get())
    }
    #[track_caller]
    fn now(self) -> T {
        self.get().compute()
    }
    fn ready<'g>(self, block: &'g Block<'a>) -> Slot<'g, 'a, T> {
        block.spliced(self.get())
    }
}

/// All other types.
pub trait OfOther {
    /// The type.
    type Value;
    /// The argument.
    fn arg(self) -> ByValue<Plain<Self::Value>, Self::Value>;
    /// The value itself.
    fn now(self) -> Self::Value;
    /// A variable of the block.
    fn ready<'g, 'a>(self, block: &'g Block<'a>) -> Slot<'g, 'a, Self::Value>
    where
        Self::Value: Send + 'a;
}

impl<T> OfOther for &Captured<T> {
    type Value = T;
    fn arg(self) -> ByValue<Plain<T>, T> {
        crate::arguments::value(self.get())
    }
    fn now(self) -> T {
        self.get()
    }
    #[track_caller]
    fn ready<'g, 'a>(self, block: &'g Block<'a>) -> Slot<'g, 'a, T>
    where
        T: Send + 'a,
    {
        block.ready(self.get())
    }
}

impl<'r, T: ?Sized + Unpin> Borrowed<'r, T> {
    /// The argument.
    #[must_use]
    pub fn arg(self) -> ByValue<Plain<&'r T>, &'r T> {
        crate::arguments::value(self.0)
    }
}

/// A reference to a deferred value, or to one that cannot be moved.
pub trait OfReference {
    /// The argument.
    type Argument;
    /// The argument.
    fn arg(self) -> Self::Argument;
}

impl<'a, T: Send + Sync + 'a> OfReference for Borrowed<'_, Delayed<'a, T>> {
    type Argument = ByRef<Read<T>, T>;
    fn arg(self) -> Self::Argument {
        IntoRef::into_ref(self.0)
    }
}

impl<'r, T: ?Sized> OfReference for &Borrowed<'r, T> {
    type Argument = ByValue<Plain<&'r T>, &'r T>;
    fn arg(self) -> Self::Argument {
        crate::arguments::value(self.0)
    }
}
