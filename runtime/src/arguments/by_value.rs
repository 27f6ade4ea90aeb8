//! Parameters `x: T`.

use std::marker::PhantomData;

use super::{Argument, Lend};
use crate::Delayed;
use crate::store::{Copied, Edges, Move};

/// What a parameter `x: T` takes: a `T`, a [`Delayed<T>`](Delayed) (moved, never cloned), a `&Delayed<T>` where
/// `T: Clone` (cloned when the task runs), and where `T` is a `Vec`, array, tuple, `Option` or map, the same of handles.
///
/// # Examples
/// ```
/// use tembel::{Delayed, delayed};
///
/// #[delayed]
/// fn total(xs: Vec<i64>) -> i64 { xs.iter().sum() }
///
/// let (a, b) = (Delayed::ready(1), Delayed::ready(2));
/// assert_eq!(total(vec![1, 2, 3]).compute(), 6);
/// assert_eq!(total(vec![&a, &b]).compute(), 3);
/// assert_eq!(total(vec![a, b]).compute(), 3);
/// ```
#[diagnostic::on_unimplemented(
    message = "a parameter of type `{T}` does not take a `{Self}`",
    label = "expected `{T}`, `Delayed<{T}>`, or `&Delayed<{T}>` where `{T}: Clone`",
    note = "values that travel between tasks are `Send`; a value that is read by several tasks is also `Sync`"
)]
pub trait IntoArg<'a, T>: Sized {
    /// Where the value comes from.
    type Source: Source<T> + 'a;
    /// Says where the value comes from.
    fn source(self) -> Self::Source;
    /// The argument for a task.
    fn into_arg(self) -> ByValue<Self::Source, T> {
        ByValue(self.source(), PhantomData)
    }
}

/// Edges and plain data that make a `T` when the task runs.
pub trait Source<T> {
    /// The edges.
    type Edges: Edges;
    /// The plain data.
    type Plain;
    /// Takes them apart.
    fn split(self) -> (Self::Edges, Self::Plain);
    /// Makes the value.
    fn load(edges: Self::Edges, plain: Self::Plain) -> T;
}

/// An argument that the function takes by value.
#[derive(Debug)]
pub struct ByValue<S, T>(S, PhantomData<T>);

impl<T, S: Source<T>> ByValue<S, T> {
    pub(crate) fn from_source(source: S) -> Self {
        ByValue(source, PhantomData)
    }
}

impl<T, S: Source<T>> Argument for ByValue<S, T> {
    type Edges = S::Edges;
    type Plain = S::Plain;
    type Held = Taken<T>;
    type Changed = ();
    type Handles = ();

    fn split(self) -> (S::Edges, S::Plain, ()) {
        let (edges, plain) = self.0.split();
        (edges, plain, ())
    }
    fn hold(edges: S::Edges, plain: S::Plain) -> Taken<T> {
        Taken(Some(S::load(edges, plain)))
    }
    fn changed(_: Taken<T>) {}
}

/// A value until the function takes it.
#[derive(Debug)]
pub struct Taken<T>(Option<T>);

impl<T> Lend<'_> for Taken<T> {
    type Out = T;
    fn lend(&mut self) -> T {
        self.0.take().expect("an argument is lent once")
    }
}

/// A value that is there when the task is built.
#[derive(Debug)]
pub struct Plain<T>(pub(crate) T);

impl<T> Source<T> for Plain<T> {
    type Edges = ();
    type Plain = T;
    fn split(self) -> ((), T) {
        ((), self.0)
    }
    fn load((): (), plain: T) -> T {
        plain
    }
}

/// An argument that is there when the task is built, taken as it is.
pub(crate) fn value<T>(value: T) -> ByValue<Plain<T>, T> {
    ByValue(Plain(value), PhantomData)
}

impl<T> Source<T> for Move<T> {
    type Edges = Self;
    type Plain = ();
    fn split(self) -> (Self, ()) {
        (self, ())
    }
    fn load(edge: Self, (): ()) -> T {
        edge.take()
    }
}

impl<T: Clone> Source<T> for Copied<T> {
    type Edges = Self;
    type Plain = ();
    fn split(self) -> (Self, ()) {
        (self, ())
    }
    fn load(edge: Self, (): ()) -> T {
        edge.cloned()
    }
}

impl<'a, T: Send + 'a> IntoArg<'a, T> for T {
    type Source = Plain<T>;
    fn source(self) -> Plain<T> {
        Plain(self)
    }
}

impl<'a, T: Send + 'a> IntoArg<'a, T> for Delayed<'a, T> {
    type Source = Move<T>;
    fn source(self) -> Move<T> {
        self.into_moved()
    }
}

impl<'a, T: Clone + Send + Sync + 'a> IntoArg<'a, T> for &Delayed<'a, T> {
    type Source = Copied<T>;
    fn source(self) -> Copied<T> {
        self.edge().copied()
    }
}
