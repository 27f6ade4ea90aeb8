//! A variable of a block, and what a block inside of it sees of one.

use std::cell::RefCell;

use crate::Delayed;
use crate::arguments::{Argument, ByMut, ByRef, ByValue, IntoArg, Lend, WriteHandle};
use crate::store::{Move, Owner, Read};

/// Values that no task takes: they live until the block's result is there.
pub(super) type Keep = RefCell<Vec<Owner>>;

/// A variable of the block, which stands for a `T`. Where no task takes the value, the end of the block does: so every
/// task of the block is needed by its result, and runs.
#[derive(Debug)]
pub struct Slot<'g, 'a, T> {
    value: Option<Delayed<'a, T>>,
    keep: &'g Keep,
}

impl<'g, 'a, T> Slot<'g, 'a, T> {
    pub(super) fn new(value: Delayed<'a, T>, keep: &'g Keep) -> Self {
        Slot {
            value: Some(value),
            keep,
        }
    }

    pub(super) fn into_parts(mut self) -> (Delayed<'a, T>, &'g Keep) {
        (taken(&mut self.value), self.keep)
    }
}

/// The argument that takes a value.
pub(super) fn take<'a, T: Send + 'a>(value: Delayed<'a, T>) -> ByValue<Move<T>, T> {
    IntoArg::into_arg(value)
}

fn taken<'a, T>(value: &mut Option<Delayed<'a, T>>) -> Delayed<'a, T> {
    there(value.take())
}

fn there<T>(value: Option<T>) -> T {
    value.expect("a slot has its value until it is moved from")
}

// That the values are `Send` was asked where the slot was made: once is enough for a mistake.
impl<'g, 'a, T: 'a> Slot<'g, 'a, T> {
    /// The task borrows the value.
    #[must_use]
    pub fn read(&self) -> ByRef<Read<T>, T>
    where
        T: Sync,
    {
        ByRef::from_source(there(self.value.as_ref()).edge().read())
    }

    /// The task borrows the value, which goes when the task is done: the variable gets another.
    #[must_use]
    pub fn into_read(mut self) -> ByRef<Read<T>, T>
    where
        T: Sync,
    {
        ByRef::from_source(taken(&mut self.value).into_edge().into_read())
    }

    /// The tasks inside of the task borrow the value.
    #[must_use]
    pub fn share(&self) -> Sharing<T>
    where
        T: Sync,
    {
        Sharing(there(self.value.as_ref()).edge().read())
    }

    /// The task changes the value in place.
    #[must_use]
    pub fn write(&mut self) -> ByMut<WriteHandle<'_, 'a, T>, T> {
        ByMut::from_source(WriteHandle::new(there(self.value.as_mut())))
    }

    /// The tasks inside of the task change the value, which is [put back](Self::put_back).
    #[must_use]
    pub fn hand(&mut self) -> ByValue<Move<T>, T> {
        ByValue::from_source(taken(&mut self.value).into_moved())
    }

    /// The value that was handed over, changed.
    pub fn put_back(&mut self, value: Slot<'g, 'a, T>) {
        *self = value;
    }

    /// The task takes the value.
    #[must_use]
    pub fn take(mut self) -> ByValue<Move<T>, T> {
        ByValue::from_source(taken(&mut self.value).into_moved())
    }
}

impl<T> Drop for Slot<'_, '_, T> {
    fn drop(&mut self) {
        if let Some(value) = self.value.take() {
            // Whoever reads it is needed, so it is; and nobody can see when it is dropped.
            let is_needed =
                !std::mem::needs_drop::<T>() && value.edge().output().pending_readers() > 0;
            if !is_needed {
                self.keep.borrow_mut().push(value.into_moved().into_owner());
            }
        }
    }
}

/// An argument that the tasks inside of a task borrow.
#[derive(Debug)]
pub struct Sharing<T>(Read<T>);

/// A variable of the block around, which is there, and which the tasks of this block only read.
#[derive(Debug)]
pub struct Seen<'x, T>(&'x Read<T>);

impl<T> Argument for Sharing<T> {
    type Edges = Read<T>;
    type Plain = ();
    type Held = Read<T>;
    type Changed = ();
    type Handles = ();

    fn split(self) -> (Read<T>, (), ()) {
        (self.0, (), ())
    }
    fn hold(edge: Read<T>, (): ()) -> Read<T> {
        edge
    }
    fn changed(_: Read<T>) {}
}

impl<'x, T> Lend<'x> for Read<T> {
    type Out = Seen<'x, T>;
    fn lend(&'x mut self) -> Seen<'x, T> {
        Seen(self)
    }
}

impl<T> Seen<'_, T> {
    /// The task borrows the value.
    #[must_use]
    pub fn read(&self) -> ByRef<Read<T>, T> {
        ByRef::from_source(self.0.again())
    }

    /// The tasks inside of the task borrow the value.
    #[must_use]
    pub fn share(&self) -> Sharing<T> {
        Sharing(self.0.again())
    }
}

impl<T> std::ops::Deref for Seen<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        self.0
    }
}
