//! A variable of a block, and what a block inside of it sees of one.

use super::notes::Keep;
use crate::Delayed;
use crate::arguments::{
    Argument, ByMut, ByRef, ByValue, IntoArg, Lend, MutSource, RefSource, WriteHandle,
};
use crate::store::{Move, One, Read, Write};

/// A variable of the block, which stands for a `T`. Where no task takes the value, the end of the block does: so every
/// task of the block is needed by its result, and runs.
#[derive(Debug)]
pub struct Slot<'g, 'a, T> {
    value: Option<Delayed<'a, T>>,
    keep: &'g Keep,
}

impl<'g, 'a, T> Slot<'g, 'a, T> {
    #[inline]
    pub(super) fn new(value: Delayed<'a, T>, keep: &'g Keep) -> Self {
        Slot {
            value: Some(value),
            keep,
        }
    }

    #[inline]
    pub(super) fn into_parts(mut self) -> (Delayed<'a, T>, &'g Keep) {
        (taken(&mut self.value), self.keep)
    }
}

/// The argument that takes a value.
pub(super) fn take<'a, T: Send + 'a>(value: Delayed<'a, T>) -> ByValue<Move<T>, T> {
    IntoArg::into_arg(value)
}

#[inline]
fn taken<'a, T>(value: &mut Option<Delayed<'a, T>>) -> Delayed<'a, T> {
    there(value.take())
}

#[inline]
fn there<T>(value: Option<T>) -> T {
    value.expect("a slot has its value until it is moved from")
}

// That the values are `Send` was asked where the slot was made: once is enough for a mistake.
impl<'g, 'a, T: 'a> Slot<'g, 'a, T> {
    /// The task borrows the value.
    #[must_use]
    #[inline]
    pub fn read(&self) -> ByRef<Reading<'_, 'a, T>, T>
    where
        T: Sync,
    {
        ByRef::from_source(Reading(&self.value))
    }

    /// The task borrows the value, which goes when the task is done: the variable gets another.
    #[must_use]
    #[inline]
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
    #[inline]
    pub fn write(&mut self) -> ByMut<Writing<'_, 'a, T>, T> {
        ByMut::from_source(Writing(&mut self.value))
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
    #[inline]
    pub fn take(mut self) -> ByValue<Move<T>, T> {
        ByValue::from_source(taken(&mut self.value).into_moved())
    }
}

impl<T> Drop for Slot<'_, '_, T> {
    #[inline]
    fn drop(&mut self) {
        // Where the value was taken, which the compiler sees, nothing is left of this.
        if let Some(value) = self.value.take() {
            keep_value(value.into_edge(), self.keep);
        }
    }
}

/// Nobody has taken the value: the end of the block does, if nothing else needs it.
#[inline(never)]
extern "C" fn keep_value<T>(value: Move<T>, keep: &Keep) {
    // Whoever reads it is needed, so it is; and nobody can see when it is dropped.
    // Then only a count is given up below, unless another thread drops that reader, unrun, at this moment.
    let is_needed = !std::mem::needs_drop::<T>() && value.output().pending_readers() > 0;
    if !is_needed {
        let owner = Delayed::from_edge(value).into_moved().into_owner();
        keep.note(|notes| notes.kept.push(owner));
    }
}

// The edges of these are made with the record, by functions that stay functions: looking into a variable in the function that the
// block is part of, once for each use, takes the compiler a time that grows with the square of the block. As they cannot unwind, it
// need not be said for each use how all variables are dropped.

/// A variable whose value a task borrows.
#[derive(Debug)]
#[repr(transparent)]
pub struct Reading<'s, 'a, T>(&'s Option<Delayed<'a, T>>);

/// A variable whose value a task changes.
#[derive(Debug)]
#[repr(transparent)]
pub struct Writing<'s, 'a, T>(&'s mut Option<Delayed<'a, T>>);

#[inline(never)]
extern "C" fn start_read<T>(variable: Reading<'_, '_, T>) -> Read<T> {
    there(variable.0.as_ref()).edge().read()
}

/// What is changed, and the handle that is to be bound to the changed value.
#[repr(C)]
struct Started<'s, 'a, T> {
    edge: Write<T>,
    handle: &'s mut Delayed<'a, T>,
}

#[inline(never)]
extern "C" fn start_write<'s, 'a, T>(variable: Writing<'s, 'a, T>) -> Started<'s, 'a, T> {
    let handle = there(variable.0.as_mut());
    Started {
        edge: handle.start_write(),
        handle,
    }
}

impl<T> RefSource<T> for Reading<'_, '_, T> {
    type Edges = Read<T>;
    type Plain = ();
    type Held = Read<T>;
    #[inline]
    fn split(self) -> (Read<T>, ()) {
        (start_read(self), ())
    }
    fn hold(edge: Read<T>, (): ()) -> Read<T> {
        edge
    }
    fn get(held: &Read<T>) -> &T {
        held
    }
}

impl<'s, 'a, T> MutSource<T> for Writing<'s, 'a, T> {
    type Edges = Write<T>;
    type Plain = ();
    type Held = T;
    type Changed = One<T>;
    type Handles = WriteHandle<'s, 'a, T>;
    #[inline]
    fn split(self) -> (Write<T>, (), Self::Handles) {
        let Started { edge, handle } = start_write(self);
        (edge, (), WriteHandle::new(handle))
    }
    fn hold(edge: Write<T>, (): ()) -> T {
        edge.take()
    }
    fn get(held: &mut T) -> &mut T {
        held
    }
    fn changed(held: T) -> One<T> {
        One(held)
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
