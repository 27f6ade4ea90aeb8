//! Parameters `x: &mut U`.

use std::borrow::BorrowMut;
use std::marker::PhantomData;

use super::{Argument, Lend, Rebind};
use crate::Delayed;
use crate::store::{Edges, Fresh, One, Values, Write};

/// What a parameter `x: &mut U` takes: a `&'a mut B` or a `&mut Delayed<B>` with `B: BorrowMut<U>`.
///
/// The task changes the value in place, after every task that was built earlier and reads it; later uses of the handle see
/// the change. `Marker` is inferred.
///
/// # Examples
/// ```
/// use tembel::{Delayed, delayed};
///
/// #[delayed]
/// fn scale(xs: &mut [f64], by: f64) { xs.iter_mut().for_each(|x| *x *= by) }
///
/// let mut x = Delayed::new(|| vec![1.0, 2.0]);
/// let _ = scale(&mut x, 2.0);
/// assert_eq!(x.compute(), [2.0, 4.0]);
///
/// let mut local = [1.0];
/// scale(&mut local, 3.0).compute();
/// assert_eq!(local, [3.0]);
/// ```
#[diagnostic::on_unimplemented(
    message = "a parameter of type `&mut {U}` does not take a `{Self}`",
    label = "expected `&mut B` or `&mut Delayed<B>` where `B: BorrowMut<{U}>`",
    note = "a value that a task changes is `Send`"
)]
pub trait IntoMut<'a, U: ?Sized, Marker>: Sized {
    /// The edge that the task holds. Named here, and not only by the source, so that it is known to outlive `'a`
    /// while the source, which borrows the handle, does not.
    type Edges: Edges + 'a;
    /// What the task keeps as it is.
    type Plain: 'a;
    /// Where the value is.
    type Source: MutSource<U, Edges = Self::Edges, Plain = Self::Plain>;
    /// Says where the value is.
    fn source(self) -> Self::Source;
    /// The argument for a task.
    fn into_mut(self) -> ByMut<Self::Source, U> {
        ByMut(self.source(), PhantomData)
    }
}

/// An edge or a reference that gives a `&mut U` while the task runs.
pub trait MutSource<U: ?Sized> {
    /// The edge.
    type Edges: Edges;
    /// The reference.
    type Plain;
    /// What is held while the task runs.
    type Held;
    /// What is given on.
    type Changed: Values;
    /// The handle that gets the changed value.
    type Handles: Rebind;
    /// Takes it apart.
    fn split(self) -> (Self::Edges, Self::Plain, Self::Handles);
    /// Puts it together.
    fn hold(edges: Self::Edges, plain: Self::Plain) -> Self::Held;
    /// Gets at the value.
    fn get(held: &mut Self::Held) -> &mut U;
    /// Gives the value on.
    fn changed(held: Self::Held) -> Self::Changed;
}

/// An argument that the function changes in place.
#[derive(Debug)]
pub struct ByMut<S, U: ?Sized>(S, PhantomData<U>);

impl<S, U: ?Sized> ByMut<S, U> {
    pub(crate) fn from_source(source: S) -> Self {
        ByMut(source, PhantomData)
    }
}

/// What is held while the function changes it.
pub struct HeldMut<S: MutSource<U>, U: ?Sized>(S::Held, PhantomData<U>);

impl<S: MutSource<U>, U: ?Sized> std::fmt::Debug for HeldMut<S, U> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("HeldMut")
    }
}

impl<S: MutSource<U>, U: ?Sized> Argument for ByMut<S, U> {
    type Edges = S::Edges;
    type Plain = S::Plain;
    type Held = HeldMut<S, U>;
    type Changed = S::Changed;
    type Handles = S::Handles;

    fn split(self) -> (S::Edges, S::Plain, S::Handles) {
        self.0.split()
    }
    fn hold(edges: S::Edges, plain: S::Plain) -> Self::Held {
        HeldMut(S::hold(edges, plain), PhantomData)
    }
    fn changed(held: Self::Held) -> S::Changed {
        S::changed(held.0)
    }
}

impl<'x, S: MutSource<U>, U: ?Sized> Lend<'x> for HeldMut<S, U> {
    type Out = &'x mut U;
    fn lend(&'x mut self) -> &'x mut U {
        S::get(&mut self.0)
    }
}

/// A reference to a value outside of the graph.
#[derive(Debug)]
pub struct PlainMut<'a, B: ?Sized>(&'a mut B);

impl<'a, B: ?Sized + BorrowMut<U>, U: ?Sized> MutSource<U> for PlainMut<'a, B> {
    type Edges = ();
    type Plain = &'a mut B;
    type Held = &'a mut B;
    type Changed = ();
    type Handles = ();
    fn split(self) -> ((), &'a mut B, ()) {
        ((), self.0, ())
    }
    fn hold((): (), plain: &'a mut B) -> &'a mut B {
        plain
    }
    #[expect(clippy::mut_mut, reason = "what is held is a reference itself")]
    fn get<'h>(held: &'h mut &'a mut B) -> &'h mut U {
        B::borrow_mut(held)
    }
    fn changed(_: &'a mut B) {}
}

/// A handle whose value is changed.
#[derive(Debug)]
pub struct WriteHandle<'h, 'a, T>(&'h mut Delayed<'a, T>);

impl<'h, 'a, T> WriteHandle<'h, 'a, T> {
    pub(crate) fn new(handle: &'h mut Delayed<'a, T>) -> Self {
        WriteHandle(handle)
    }
}

impl<T> Rebind for WriteHandle<'_, '_, T> {
    fn rebind(self, fresh: &mut Fresh) {
        self.0.rebind(fresh.next());
    }
}

impl<T: BorrowMut<U>, U: ?Sized> MutSource<U> for WriteHandle<'_, '_, T> {
    type Edges = Write<T>;
    type Plain = ();
    type Held = T;
    type Changed = One<T>;
    type Handles = Self;
    fn split(self) -> (Write<T>, (), Self) {
        (self.0.start_write(), (), self)
    }
    fn hold(edge: Write<T>, (): ()) -> T {
        edge.take()
    }
    fn get(held: &mut T) -> &mut U {
        held.borrow_mut()
    }
    fn changed(held: T) -> One<T> {
        One(held)
    }
}

/// Tells the implementations of [`IntoMut`] apart.
#[derive(Debug)]
pub enum FromPlain {}
/// Tells the implementations of [`IntoMut`] apart.
#[derive(Debug)]
pub enum FromHandle {}

impl<'a, U: ?Sized, B: ?Sized + Send + BorrowMut<U>> IntoMut<'a, U, FromPlain> for &'a mut B {
    type Edges = ();
    type Plain = &'a mut B;
    type Source = PlainMut<'a, B>;
    fn source(self) -> PlainMut<'a, B> {
        PlainMut(self)
    }
}

impl<'h, 'a, U: ?Sized, T: Send + BorrowMut<U> + 'a> IntoMut<'a, U, FromHandle>
    for &'h mut Delayed<'a, T>
{
    type Edges = Write<T>;
    type Plain = ();
    type Source = WriteHandle<'h, 'a, T>;
    fn source(self) -> WriteHandle<'h, 'a, T> {
        WriteHandle(self)
    }
}
