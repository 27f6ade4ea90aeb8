//! Variables from outside of the block that several of its statements use.
//!
//! How one is held depends on its type, which the macro does not know. As for results, the candidates of method lookup
//! decide; see [`Raw`](super::Raw). Code that has no use for what its type says is compiled, and never run.

use std::marker::PhantomData;
use std::ops::Deref;

use super::build::Block;
use super::slot::{Reading, Slot, Writing};
use crate::arguments::{ByMut, ByRef, ByValue, Plain, value};

/// A variable that is copied into each task that uses it: no task waits for another because of it.
#[derive(Clone, Copy, Debug)]
pub struct Copies<T>(pub(super) T);

impl<T: Copy> Copies<T> {
    /// The task borrows its copy.
    #[must_use]
    pub fn read(&self) -> ByRef<Plain<T>, T> {
        ByRef::from_source(Plain(self.0))
    }
    /// The same: nobody else would see a change.
    #[must_use]
    pub fn write(&mut self) -> ByRef<Plain<T>, T> {
        ByRef::from_source(Plain(self.0))
    }
    /// The same.
    #[must_use]
    pub fn touch(&mut self) -> ByRef<Plain<T>, T> {
        ByRef::from_source(Plain(self.0))
    }
    /// The tasks inside of the task borrow its copy.
    #[must_use]
    pub fn share(&self) -> ByValue<Plain<Self>, Self> {
        value(*self)
    }
    /// The tasks inside of the task take its copy.
    #[must_use]
    pub fn hand(&mut self) -> ByValue<Plain<T>, T> {
        value(self.0)
    }
    /// Nobody else sees a change of a copy.
    pub fn put_back(&mut self, _: Slot<'_, '_, T>) {}
    /// The task takes its copy.
    #[must_use]
    pub fn take(self) -> ByValue<Plain<T>, T> {
        value(self.0)
    }
}

impl<T> Deref for Copies<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

/// Types whose values are copied rather than handed from task to task. Of a closure it is not known in time whether it is
/// `Copy`, so these are all.
pub trait Light: Copy {}

impl<U: ?Sized> Light for &U {}

macro_rules! light {
    ($($ty:ty)*) => { $(impl Light for $ty {})* };
}

light!(i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 bool char);

/// A shared reference that is a variable itself, behind one more `*` as all that is borrowed from outside.
pub struct Shared<'r, U: ?Sized>(&'r U);

impl<U: ?Sized> Clone for Shared<'_, U> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<U: ?Sized> Copy for Shared<'_, U> {}

impl<U: ?Sized> std::fmt::Debug for Shared<'_, U> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Shared")
    }
}

impl<'r, U: ?Sized> Deref for Shared<'r, U> {
    type Target = &'r U;
    fn deref(&self) -> &&'r U {
        &self.0
    }
}

/// The type of a variable from outside.
#[derive(Clone, Copy, Debug)]
pub struct Outside<T>(PhantomData<T>);

/// The type of a variable from outside.
#[must_use]
pub fn outside<T>(_: &T) -> Outside<T> {
    Outside(PhantomData)
}

/// `&mut x`, and where `x` is a `&mut U`, a `&mut U` for which `x` need not be `mut`.
pub trait LendOutside {
    /// For a block that changes it.
    fn tembel_lend(&mut self) -> &mut Self {
        self
    }
    /// For a block that may change it if it is a `&mut U`.
    fn tembel_touch(&mut self) -> &mut Self {
        self
    }
}

impl<T: ?Sized> LendOutside for T {}

/// `&x` of all that is not a `&mut U`.
pub trait ShareOutside {
    /// For a block that may change it if it is a `&mut U`.
    fn tembel_touch(&self) -> &Self {
        self
    }
}

impl<T: ?Sized> ShareOutside for T {}

impl<U: ?Sized> Outside<&mut U> {
    /// Is it still there after the block?
    #[must_use]
    pub fn stays(self) -> bool {
        true
    }
    /// Lent to a block that changes it.
    #[must_use]
    pub fn changed(self, lent: &mut U) -> Box<&mut U> {
        Box::new(lent)
    }
    /// Lent to a block that uses it by value too.
    #[must_use]
    pub fn lent(self, lent: &mut U) -> Box<&mut U> {
        Box::new(lent)
    }
    /// Not that way.
    #[must_use]
    pub fn moved(self, moved: &mut U) -> Box<&mut U> {
        Box::new(moved)
    }
    /// A variable of the block that tasks use one by one.
    #[must_use]
    pub fn touched<'g, 'a>(
        self,
        block: &'g Block<'a>,
        lent: &'a mut U,
    ) -> Slot<'g, 'a, Box<&'a mut U>>
    where
        U: Send,
    {
        block.ready(Box::new(lent))
    }
}

impl<U: ?Sized> Outside<&U> {
    /// A variable of the block that all tasks read.
    #[must_use]
    pub fn touched<'b>(self, _: &Block<'_>, lent: &'b U) -> Copies<Shared<'b, U>> {
        Copies(Shared(lent))
    }
}

/// Types that are `Copy`: what is used by value is copied, and the variable stays.
pub trait OutsideCopy<T> {
    /// Is it still there after the block?
    fn stays(self) -> bool;
    /// Lent to a block that uses it by value too.
    fn lent(self, lent: &mut T) -> &mut T;
    /// Not that way.
    fn moved<'b>(self, moved: T) -> &'b mut T;
}

impl<T: Copy> OutsideCopy<T> for Outside<T> {
    fn stays(self) -> bool {
        true
    }
    fn lent(self, lent: &mut T) -> &mut T {
        lent
    }
    fn moved<'b>(self, _: T) -> &'b mut T {
        unreachable!("it stays")
    }
}

/// All other types: what is used by value is moved into the block.
pub trait OutsideMoved<T> {
    /// Is it still there after the block?
    fn stays(self) -> bool;
    /// Not that way.
    fn lent(self, lent: &mut T) -> Box<T>;
    /// Moved into the block.
    fn moved(self, moved: T) -> Box<T>;
}

impl<T> OutsideMoved<T> for &Outside<T> {
    fn stays(self) -> bool {
        false
    }
    fn lent(self, _: &mut T) -> Box<T> {
        unreachable!("it is moved")
    }
    fn moved(self, moved: T) -> Box<T> {
        Box::new(moved)
    }
}

/// All types that are not references.
pub trait OutsideOwned<T> {
    /// Lent to a block that changes it.
    fn changed(self, lent: &mut T) -> &mut T;
    /// A variable of the block that all tasks read.
    fn touched<'b>(self, block: &Block<'_>, lent: &'b T) -> Copies<&'b T>;
}

impl<T> OutsideOwned<T> for Outside<T> {
    fn changed(self, lent: &mut T) -> &mut T {
        lent
    }
    fn touched<'b>(self, _: &Block<'_>, lent: &'b T) -> Copies<&'b T> {
        Copies(lent)
    }
}

impl<'r: 'a, 'a, U: ?Sized> Slot<'_, 'a, &'r mut U> {
    /// The task may change what it refers to.
    #[must_use]
    pub fn touch(&mut self) -> ByMut<Writing<'_, 'a, &'r mut U>, &'r mut U> {
        self.write()
    }
}

impl<'r: 'a, 'a, U: ?Sized> Slot<'_, 'a, Box<&'r mut U>> {
    /// The task may change what it refers to.
    #[must_use]
    pub fn touch(&mut self) -> ByMut<Writing<'_, 'a, Box<&'r mut U>>, Box<&'r mut U>> {
        self.write()
    }
}

/// A variable that is no `&mut U`, and not declared `mut`.
pub trait TouchOwned<'a, T> {
    /// The task borrows the value.
    fn touch(&mut self) -> ByRef<Reading<'_, 'a, T>, T>
    where
        T: Sync;
}

impl<'a, T: 'a> TouchOwned<'a, T> for Slot<'_, 'a, T> {
    fn touch(&mut self) -> ByRef<Reading<'_, 'a, T>, T>
    where
        T: Sync,
    {
        self.read()
    }
}
