//! `?` in a block.

use std::convert::Infallible;
use std::sync::Arc;

use super::scope::stop_quietly;
use crate::sync::{Mutex, lock};

/// What a failed `?` leaves: how to make the block's result of it, on the thread that asked for that.
pub struct Stop<'a, R>(pub(super) Box<dyn FnOnce() -> R + Send + 'a>);

impl<R> std::fmt::Debug for Stop<'_, R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Stop")
    }
}

/// The first `?` of a block that failed so far, in program order, with its place among all of them.
pub(super) struct Early<'a, R>(Mutex<Option<(u32, Stop<'a, R>)>>);

impl<'a, R> Early<'a, R> {
    pub(super) fn new() -> Arc<Self> {
        Arc::new(Early(Mutex::new(None)))
    }

    /// What a task with a `?` makes, if it gets that far.
    pub(super) fn pass<T>(&self, place: u32, outcome: Result<T, Stop<'a, R>>) -> T {
        outcome.unwrap_or_else(|stop| self.leave(place, stop))
    }

    pub(super) fn leave(&self, place: u32, stop: Stop<'a, R>) -> ! {
        let mut first = lock(&self.0);
        if first.as_ref().is_none_or(|(other, _)| place < *other) {
            *first = Some((place, stop));
        }
        drop(first);
        stop_quietly()
    }

    /// What the block leaves with, once one of its `?` has failed.
    pub(super) fn stop(&self) -> Stop<'a, R> {
        let first = lock(&self.0).take();
        first.expect("a `?` that failed says why").1
    }
}

impl<R> std::fmt::Debug for Early<'_, R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Early")
    }
}

/// Makes the tasks of a block that have a `?`, where the block's result is an `R`.
#[derive(Debug)]
pub struct Exit<'g, 'a, R> {
    pub(super) block: &'g super::Block<'a>,
    pub(super) early: Arc<Early<'a, R>>,
}

/// What a `?` can be written after.
pub trait Fallible {
    /// What it goes on with.
    type Output;
    /// What is left where it does not.
    type Residual;
    /// Which of them is it?
    ///
    /// # Errors
    /// What is left.
    fn branch(self) -> Result<Self::Output, Self::Residual>;
}

/// A block's result that can be made of what a `?` leaves.
#[diagnostic::on_unimplemented(
    message = "`?` cannot make a `{Self}` of what it leaves",
    label = "the block's result is a `{Self}`"
)]
pub trait FromResidual<E> {
    /// Makes it.
    fn from_residual(residual: E) -> Self;
}

impl<T> Fallible for Option<T> {
    type Output = T;
    type Residual = Option<Infallible>;
    fn branch(self) -> Result<T, Self::Residual> {
        self.ok_or(None)
    }
}

impl<T, E> Fallible for Result<T, E> {
    type Output = T;
    type Residual = Result<Infallible, E>;
    fn branch(self) -> Result<T, Self::Residual> {
        self.map_err(Err)
    }
}

impl<T> FromResidual<Option<Infallible>> for Option<T> {
    fn from_residual(_: Option<Infallible>) -> Self {
        None
    }
}

impl<T, E, F: From<E>> FromResidual<Result<Infallible, E>> for Result<T, F> {
    fn from_residual(residual: Result<Infallible, E>) -> Self {
        match residual {
            Err(error) => Err(error.into()),
            Ok(never) => match never {},
        }
    }
}

/// What stands for `x` in `x?`: where it fails, the task stops, and its block.
///
/// # Errors
/// What the block gives then.
pub fn check<'a, X, R>(x: X) -> Result<X::Output, Stop<'a, R>>
where
    X: Fallible<Residual: Send + 'a>,
    R: FromResidual<X::Residual>,
{
    x.branch()
        .map_err(|residual| Stop(Box::new(move || R::from_residual(residual))))
}
