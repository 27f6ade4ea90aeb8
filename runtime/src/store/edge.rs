//! Edges: what a task holds of the values it needs, one word each.
//!
//! A word is a pointer to an output with the access in its low bits, or a pointer to a list of such words. In a record the
//! words lie in a row, so a collector reads a plain slice. Outside of it each word has a typed owner, so that whatever
//! happens between building and running (a panic in a `Clone`, an argument that is never used) gives its count back once.

use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::ops::Deref;
use std::ptr::NonNull;

use super::record::{DONE, Output, TAKEN, value_of};
use super::release::release;
use super::task::{OutputRef, State};
use crate::graph::Access;
use crate::sync::Ordering;

const MOVE: usize = 0;
const READ: usize = 1;
const CLONE: usize = 2;
const WRITE: usize = 3;
const MANY: usize = 4;
const TAG: usize = 7;

/// A tagged pointer. It owns one count of its output (of all outputs in its list), but has no `Drop` of its own.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub(super) struct Word(NonNull<u8>);

/// What a word says.
pub(super) enum Parsed {
    One(Access, NonNull<Output>),
    Many(NonNull<Vec<Word>>),
}

impl Word {
    #[inline]
    fn new<P>(pointer: NonNull<P>, tag: usize) -> Self {
        const { assert!(align_of::<P>() > TAG) };
        Word(pointer.cast::<u8>().map_addr(|address| address | tag))
    }

    #[inline]
    pub(super) fn parse(self) -> Parsed {
        let tag = self.0.addr().get() & TAG;
        // SAFETY: removing the tag gives the pointer that `new` got, which is not null.
        let pointer = unsafe { self.0.byte_sub(tag) };
        let access = match tag {
            MOVE => Access::Move,
            READ => Access::Read,
            CLONE => Access::Clone,
            WRITE => Access::Write,
            _ => return Parsed::Many(pointer.cast()),
        };
        Parsed::One(access, pointer.cast())
    }

    #[inline]
    fn output(self) -> NonNull<Output> {
        let tag = self.0.addr().get() & TAG;
        // SAFETY: as in `parse`; only called for words with one output.
        unsafe { self.0.byte_sub(tag) }.cast()
    }
}

/// A row of words in a record: nothing, one word, or a pair of rows.
///
/// # Safety
/// The type is exactly `size_of / 8` words that own their counts, and dropping it gives them back.
pub unsafe trait Edges {}

// SAFETY: no word.
unsafe impl Edges for () {}

/// Two rows of words, one after the other.
#[repr(C)]
#[derive(Debug)]
pub struct Row<A, B>(pub A, pub B);

// SAFETY: two rows in a row: words need no padding.
unsafe impl<A: Edges, B: Edges> Edges for Row<A, B> {}

macro_rules! edge {
    ($(#[$doc:meta])* $name:ident, $tag:expr) => {
        $(#[$doc])*
        #[repr(transparent)]
        pub struct $name<T>(Word, PhantomData<T>);

        // SAFETY: one word.
        unsafe impl<T> Edges for $name<T> {}
        // SAFETY: a pointer to a value that a task on another thread may take or read.
        unsafe impl<T: Send> Send for $name<T> {}

        impl<T> $name<T> {
            /// Takes over one count of the output.
            pub(super) fn new(output: NonNull<Output>) -> Self {
                $name(Word::new(output, $tag), PhantomData)
            }
        }

        impl<T> Drop for $name<T> {
            fn drop(&mut self) {
                // SAFETY: the edge owned one count.
                unsafe { release(self.0.output()) }
            }
        }

        impl<T> std::fmt::Debug for $name<T> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(stringify!($name))
            }
        }
    };
}

edge!(
    /// The task takes the value.
    Move, MOVE
);
edge!(
    /// The task borrows the value.
    Read, READ
);
edge!(
    /// The task clones the value when it starts.
    Copied, CLONE
);
edge!(
    /// The task changes the value in place.
    Write, WRITE
);

/// Moves the value out of an output.
///
/// # Safety
/// The output is done, its value is a `T`, and nobody else can reach it.
unsafe fn take<T>(output: NonNull<Output>) -> T {
    // SAFETY: the caller's; from here on the state says that the value is gone.
    unsafe {
        debug_assert_eq!(output.as_ref().state.load(Ordering::Relaxed), DONE);
        let value = value_of::<T>(output).read();
        output.as_ref().state.store(TAKEN, Ordering::Relaxed);
        value
    }
}

impl<T> Move<T> {
    /// The value. The schedule has run the task that makes it, and every reader of it.
    #[inline]
    pub(crate) fn take(self) -> T {
        // SAFETY: a mover is started when the value is there and no reader is left.
        unsafe { take(self.0.output()) }
    }
}

impl<T> Write<T> {
    /// The value, to be changed and given on. The schedule has run the task that makes it, and every reader of it.
    #[inline]
    pub(crate) fn take(self) -> T {
        // SAFETY: as for a mover.
        unsafe { take(self.0.output()) }
    }
}

impl<T> Read<T> {
    #[inline]
    pub(super) fn word(&self) -> Word {
        self.0
    }

    /// Another edge to the same output, that reads: the value stays, since this edge counts.
    pub(crate) fn again(&self) -> Read<T> {
        Read::new(OutputRef::of(self.word()).add_reader())
    }
}

impl<T> Move<T> {
    /// Its output. A Move has no tag to be taken off.
    #[inline]
    pub(super) fn pointer(&self) -> NonNull<Output> {
        const { assert!(MOVE == 0) };
        self.0.0.cast()
    }

    /// Another edge to the same output, that reads.
    #[inline]
    pub(crate) fn read(&self) -> Read<T> {
        Read::new(self.output().add_reader())
    }

    /// Another edge to the same output, that clones.
    #[inline]
    pub(crate) fn copied(&self) -> Copied<T> {
        Copied::new(self.output().add_reader())
    }

    /// The same edge, as one that reads: the task owns the value and only looks at it.
    #[inline]
    pub(crate) fn into_read(self) -> Read<T> {
        Read::new(ManuallyDrop::new(self).output().pointer())
    }

    /// The edge of a task that changes the value and gives it on. This handle is overwritten next.
    pub(crate) fn start_write(&self) -> Write<T> {
        self.output().set_moved();
        Write::new(self.output().pointer())
    }

    /// Points the handle at the value that the task gives on; its own count has become the task's.
    pub(crate) fn overwrite(&mut self, next: Move<T>) {
        std::mem::forget(std::mem::replace(self, next));
    }

    /// The value, which is there.
    pub(crate) fn value(&self) -> &T {
        // SAFETY: the value is done (the caller computed it), and stays while this owner lives and is borrowed.
        unsafe { value_of::<T>(self.pointer()).as_ref() }
    }
}

// SAFETY: through a shared edge others can only be made, and the value read.
unsafe impl<T: Send + Sync> Sync for Move<T> {}

impl<T> Move<T> {
    /// The value, where the task that makes it did not fail. The schedule is done with that task, and with every reader.
    pub(crate) fn take_if_there(self) -> Option<T> {
        (self.output().state() == State::Done).then(|| self.take())
    }

    /// The same edge, whatever the value's type: it can only be dropped.
    pub(crate) fn into_owner(self) -> Owner {
        Owner(ManuallyDrop::new(self).0, PhantomData)
    }
}

/// An edge of a task that drops the value, of whatever type. Not `Send`: nothing says that the value is.
#[repr(transparent)]
pub struct Owner(Word, PhantomData<*const ()>);

// SAFETY: one word.
unsafe impl Edges for Owner {}
// SAFETY: a transparent wrapper of a word.
unsafe impl OneEdge for Owner {}

impl Drop for Owner {
    fn drop(&mut self) {
        // SAFETY: the edge owned one count.
        unsafe { release(self.0.output()) }
    }
}

impl std::fmt::Debug for Owner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Owner")
    }
}

impl<T> Deref for Read<T> {
    type Target = T;

    /// The value. The schedule has run the task that makes it.
    fn deref(&self) -> &T {
        // SAFETY: the value is there, and stays while this edge counts as a reader.
        unsafe { value_of::<T>(self.0.output()).as_ref() }
    }
}

impl<T: Clone> Copied<T> {
    /// A clone of the value. The schedule has run the task that makes it.
    pub(crate) fn cloned(self) -> T {
        // SAFETY: the value is there, and stays while this edge counts as a reader.
        unsafe { value_of::<T>(self.0.output()).as_ref() }.clone()
    }
}

/// Any number of edges of one kind, in one word: all Moves, or all Clones.
#[repr(transparent)]
pub struct Many<E>(Word, PhantomData<E>);

// SAFETY: one word, which stands for a list of them.
unsafe impl<E: Edges> Edges for Many<E> {}
// SAFETY: as many edges as the list holds.
unsafe impl<E: Send> Send for Many<E> {}

impl<E> std::fmt::Debug for Many<E> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Many")
    }
}

/// An edge that is exactly one word.
///
/// # Safety
/// The type is a transparent wrapper of a word.
pub unsafe trait OneEdge: Edges {}
// SAFETY: see the type.
unsafe impl<T> OneEdge for Move<T> {}
// SAFETY: see the type.
unsafe impl<T> OneEdge for Copied<T> {}
// SAFETY: see the type.
unsafe impl<T> OneEdge for Read<T> {}

impl<E: OneEdge> Many<E> {
    /// All these edges.
    pub(crate) fn new(edges: impl IntoIterator<Item = E>) -> Self {
        // SAFETY: `OneEdge` is a word; the list owns its count now.
        let word =
            |edge: E| unsafe { std::mem::transmute_copy::<E, Word>(&ManuallyDrop::new(edge)) };
        let words: Box<Vec<Word>> = Box::new(edges.into_iter().map(word).collect());
        Many(
            Word::new(NonNull::from(Box::leak(words)), MANY),
            PhantomData,
        )
    }

    /// The edges, in order.
    pub(crate) fn into_edges(self) -> impl Iterator<Item = E> {
        let this = ManuallyDrop::new(self);
        let Parsed::Many(words) = this.0.parse() else {
            unreachable!("a list of edges is a list")
        };
        // SAFETY: `new` leaked the box; its words are edges of kind `E`.
        let words = unsafe { Box::from_raw(words.as_ptr()) };
        // Collected first, so that those not asked for are dropped as edges.
        // SAFETY: an `E` is a transparent word, and takes over its count.
        let edges = |word: Word| unsafe { std::mem::transmute_copy::<Word, E>(&word) };
        words.into_iter().map(edges).collect::<Vec<E>>().into_iter()
    }
}

impl<E> Drop for Many<E> {
    fn drop(&mut self) {
        let Parsed::Many(words) = self.0.parse() else {
            return;
        };
        // SAFETY: `new` leaked the box.
        let words = unsafe { Box::from_raw(words.as_ptr()) };
        for word in *words {
            // SAFETY: the list owned one count of each.
            unsafe { release(word.output()) }
        }
    }
}
