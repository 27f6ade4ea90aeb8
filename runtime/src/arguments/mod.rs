//! What a delayed function's parameters take.
//!
//! | parameter | takes | trait |
//! |---|---|---|
//! | `x: T` | a `T`; a `Delayed<T>`, moved; a `&Delayed<T>`, cloned when the task runs; collections of handles | [`IntoArg`] |
//! | `x: &U` | a `&'a B`, a `&Delayed<B>` or a `Delayed<B>` with `B: Borrow<U>` | [`IntoRef`] |
//! | `x: &mut U` | a `&'a mut U`; a `&mut Delayed<B>` with `B: BorrowMut<U>` | [`IntoMut`] |
//!
//! Each trait says where the argument comes from: which edges the task holds, and what it keeps as it is. That is an
//! [`Argument`]; while the task runs it is [held](Argument::Held), and [lent](Lend) to the function.

mod again;
mod by_mut;
mod by_ref;
mod by_value;
mod collections;
mod tuples;

pub use again::cloned_for_each_attempt;
pub(crate) use again::{Handed, Repeated};
pub use by_mut::IntoMut;
pub use by_ref::IntoRef;
pub(crate) use by_value::Source;
pub(crate) use by_value::value;
pub use by_value::{ByValue, IntoArg, Plain};
pub(crate) use tuples::Split;

pub(crate) use by_mut::{ByMut, MutSource, WriteHandle};
pub(crate) use by_ref::{ByRef, RefSource};
/// Types that signatures lead to.
pub(crate) mod parts {
    pub use super::Rebind;
    pub use super::again::{Again, Kept};
    pub use super::by_mut::{
        ByMut, FromHandle as MutFromHandle, FromPlain as MutFromPlain, HeldMut, MutSource,
        PlainMut, WriteHandle,
    };
    pub use super::by_ref::{
        ByRef, FromOwned, FromPlain, FromShared, HeldRef, PlainRef, RefSource,
    };
    pub use super::by_value::{Source, Taken};
    pub use super::collections::{Collected, Element, Fixed, Hashed, List, Maybe, Shape, Sorted};
    pub use super::tuples::{OfTuple, Parts, Split};
}

use crate::store::{Edges, Fresh, Values};

/// What is held while a task runs gives the function its argument, for as long as the call takes.
///
/// The second parameter makes `Self: 'x` known to the compiler without a bound that would demand `'static`.
pub trait Lend<'x, Bound = &'x Self> {
    /// `T`, `&'x U` or `&'x mut U`.
    type Out;
    /// Gives the argument. Called once, where nothing else is said.
    fn lend(&'x mut self) -> Self::Out;
}

/// One argument of a task, or a tuple of them.
pub trait Argument: Sized {
    /// The edges that the task holds until it runs.
    type Edges: Edges;
    /// What it keeps as it is.
    type Plain;
    /// What is alive while it runs.
    type Held: for<'x> Lend<'x>;
    /// What it gives on, changed.
    type Changed: Values;
    /// The handles that the changed values are bound to.
    type Handles: Rebind;

    /// Takes the argument apart, when the task is built. Runs none of the user's code.
    fn split(self) -> (Self::Edges, Self::Plain, Self::Handles);
    /// Puts it together again, when the task runs.
    fn hold(edges: Self::Edges, plain: Self::Plain) -> Self::Held;
    /// What is left for later tasks after the call.
    fn changed(held: Self::Held) -> Self::Changed;
}

/// Handles that get a new version of their value from the task that changes it.
pub trait Rebind {
    /// Points the handles at the new task's outputs, in order.
    fn rebind(self, fresh: &mut Fresh);
}

impl Rebind for () {
    fn rebind(self, _: &mut Fresh) {}
}
