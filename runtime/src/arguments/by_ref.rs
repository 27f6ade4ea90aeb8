//! Parameters `x: &U`.

use std::borrow::Borrow;
use std::marker::PhantomData;

use super::{Argument, Lend, Plain};
use crate::Delayed;
use crate::store::{Edges, Read};

/// What a parameter `x: &U` takes: a `&'a B`, a `&Delayed<B>` or a `Delayed<B>` with `B: Borrow<U>`.
///
/// So a `Delayed<Vec<f64>>` fits `&[f64]`, and a `Delayed<String>` fits `&str`. The task reads the value beside any number
/// of other readers; a handle given by value is dropped when the task is done. `Marker` is inferred.
///
/// # Examples
/// ```
/// use tembel::{Delayed, delayed};
///
/// #[delayed]
/// fn dot(a: &[f64], b: &[f64]) -> f64 { a.iter().zip(b).map(|(a, b)| a * b).sum() }
///
/// let local = [1.0, 2.0];
/// let made = Delayed::new(|| vec![3.0, 4.0]);
/// assert_eq!(dot(&local, &made).compute(), 11.0);
/// assert_eq!(dot(&made, &made).compute(), 25.0);
/// assert_eq!(dot(made, &local).compute(), 11.0);
/// ```
#[diagnostic::on_unimplemented(
    message = "a parameter of type `&{U}` does not take a `{Self}`",
    label = "expected a reference or a `Delayed` of something that borrows as `{U}`",
    note = "for a slice of what many handles give, gather them first: `f(gather(handles))`",
    note = "it takes `&B`, `&Delayed<B>` and `Delayed<B>` where `B: Borrow<{U}>` is `Sync` (and `Send` in a `Delayed`)"
)]
pub trait IntoRef<'a, U: ?Sized, Marker>: Sized {
    /// Where the value is.
    type Source: RefSource<U> + 'a;
    /// Says where the value is.
    fn source(self) -> Self::Source;
    /// The argument for a task.
    fn into_ref(self) -> ByRef<Self::Source, U> {
        ByRef(self.source(), PhantomData)
    }
}

/// An edge or a reference that gives a `&U` while the task runs.
pub trait RefSource<U: ?Sized> {
    /// The edge.
    type Edges: Edges;
    /// The reference.
    type Plain;
    /// What is held while the task runs.
    type Held;
    /// Takes it apart.
    fn split(self) -> (Self::Edges, Self::Plain);
    /// Puts it together.
    fn hold(edges: Self::Edges, plain: Self::Plain) -> Self::Held;
    /// Looks at the value.
    fn get(held: &Self::Held) -> &U;
}

/// An argument that the function borrows.
#[derive(Debug)]
pub struct ByRef<S, U: ?Sized>(S, PhantomData<U>);

impl<S, U: ?Sized> ByRef<S, U> {
    pub(crate) fn from_source(source: S) -> Self {
        ByRef(source, PhantomData)
    }
}

/// What is held while the function borrows.
pub struct HeldRef<S: RefSource<U>, U: ?Sized>(S::Held, PhantomData<U>);

impl<S: RefSource<U>, U: ?Sized> std::fmt::Debug for HeldRef<S, U> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("HeldRef")
    }
}

impl<S: RefSource<U>, U: ?Sized> Argument for ByRef<S, U> {
    type Edges = S::Edges;
    type Plain = S::Plain;
    type Held = HeldRef<S, U>;
    type Changed = ();
    type Handles = ();

    fn split(self) -> (S::Edges, S::Plain, ()) {
        let (edges, plain) = self.0.split();
        (edges, plain, ())
    }
    fn hold(edges: S::Edges, plain: S::Plain) -> Self::Held {
        HeldRef(S::hold(edges, plain), PhantomData)
    }
    fn changed(_: Self::Held) {}
}

impl<'x, S: RefSource<U>, U: ?Sized> Lend<'x> for HeldRef<S, U> {
    type Out = &'x U;
    fn lend(&'x mut self) -> &'x U {
        S::get(&self.0)
    }
}

impl<T> RefSource<T> for Plain<T> {
    type Edges = ();
    type Plain = T;
    type Held = T;
    fn split(self) -> ((), T) {
        ((), self.0)
    }
    fn hold((): (), plain: T) -> T {
        plain
    }
    fn get(held: &T) -> &T {
        held
    }
}

/// A reference to a value outside of the graph.
#[derive(Debug)]
pub struct PlainRef<'a, B: ?Sized>(&'a B);

impl<'a, B: ?Sized + Borrow<U>, U: ?Sized> RefSource<U> for PlainRef<'a, B> {
    type Edges = ();
    type Plain = &'a B;
    type Held = &'a B;
    fn split(self) -> ((), &'a B) {
        ((), self.0)
    }
    fn hold((): (), plain: &'a B) -> &'a B {
        plain
    }
    fn get<'h>(held: &'h &'a B) -> &'h U {
        B::borrow(held)
    }
}

impl<T: Borrow<U>, U: ?Sized> RefSource<U> for Read<T> {
    type Edges = Self;
    type Plain = ();
    type Held = Self;
    fn split(self) -> (Self, ()) {
        (self, ())
    }
    fn hold(edge: Self, (): ()) -> Self {
        edge
    }
    fn get(held: &Self) -> &U {
        T::borrow(held)
    }
}

/// Tells the implementations of [`IntoRef`] apart.
#[derive(Debug)]
pub enum FromPlain {}
/// Tells the implementations of [`IntoRef`] apart.
#[derive(Debug)]
pub enum FromShared {}
/// Tells the implementations of [`IntoRef`] apart.
#[derive(Debug)]
pub enum FromOwned {}

impl<'a, U: ?Sized, B: ?Sized + Sync + Borrow<U>> IntoRef<'a, U, FromPlain> for &'a B {
    type Source = PlainRef<'a, B>;
    fn source(self) -> PlainRef<'a, B> {
        PlainRef(self)
    }
}

impl<'a, U: ?Sized, T: Send + Sync + Borrow<U> + 'a> IntoRef<'a, U, FromShared>
    for &Delayed<'a, T>
{
    type Source = Read<T>;
    fn source(self) -> Read<T> {
        self.edge().read()
    }
}

impl<'a, U: ?Sized, T: Send + Sync + Borrow<U> + 'a> IntoRef<'a, U, FromOwned> for Delayed<'a, T> {
    type Source = Read<T>;
    fn source(self) -> Read<T> {
        self.into_edge().into_read()
    }
}
