//! Arguments of a task that may be run several times: what it takes is cloned for each attempt.

use super::by_value::{ByValue, Source};
use super::{Argument, Lend};

/// An argument that the function takes by value, once for each attempt.
#[derive(Debug)]
pub struct Again<S, T>(ByValue<S, T>, fn(&T) -> T);

/// Makes an argument one that can be taken again.
pub fn cloned_for_each_attempt<S: Source<T>, T: Clone>(argument: ByValue<S, T>) -> Again<S, T> {
    Again(argument, T::clone)
}

/// A value that is kept while there are attempts.
#[derive(Debug)]
pub struct Kept<T>(T, fn(&T) -> T);

impl<'x, T> Lend<'x> for Kept<T> {
    type Out = T;
    fn lend(&'x mut self) -> T {
        (self.1)(&self.0)
    }
}

// Without `T: Clone`, so that a type that is not is reported once, at the parameter.
impl<T, S: Source<T>> Argument for Again<S, T> {
    type Edges = S::Edges;
    type Plain = (S::Plain, fn(&T) -> T);
    type Held = Kept<T>;
    type Changed = ();
    type Handles = ();

    fn split(self) -> (S::Edges, Self::Plain, ()) {
        let (edges, plain, ()) = self.0.split();
        (edges, (plain, self.1), ())
    }
    fn hold(edges: S::Edges, (plain, clone): Self::Plain) -> Kept<T> {
        Kept(S::load(edges, plain), clone)
    }
    fn changed(_: Kept<T>) {}
}

/// Arguments that are lent as they are held, to be lent on for each attempt.
#[derive(Debug)]
pub(crate) struct Repeated<A>(pub(crate) A);

/// What is held for all attempts.
#[derive(Debug)]
pub(crate) struct HeldRepeated<H>(H);

impl<'x, H> Lend<'x> for HeldRepeated<H> {
    type Out = &'x mut H;
    fn lend(&'x mut self) -> &'x mut H {
        &mut self.0
    }
}

impl<A: Argument> Argument for Repeated<A> {
    type Edges = A::Edges;
    type Plain = A::Plain;
    type Held = HeldRepeated<A::Held>;
    type Changed = A::Changed;
    type Handles = A::Handles;

    fn split(self) -> (A::Edges, A::Plain, A::Handles) {
        self.0.split()
    }
    fn hold(edges: A::Edges, plain: A::Plain) -> Self::Held {
        HeldRepeated(A::hold(edges, plain))
    }
    fn changed(held: Self::Held) -> A::Changed {
        A::changed(held.0)
    }
}

/// Arguments that are handed to the work as they are held, to be lent later.
#[derive(Debug)]
pub(crate) struct Handed<A>(pub(crate) A);

/// What is held until it is handed over.
#[derive(Debug)]
pub(crate) struct HeldHanded<H>(Option<H>);

impl<A: Argument> Argument for Handed<A> {
    type Edges = A::Edges;
    type Plain = A::Plain;
    type Held = HeldHanded<A::Held>;
    type Changed = ();
    type Handles = A::Handles;

    fn split(self) -> (A::Edges, A::Plain, A::Handles) {
        self.0.split()
    }
    fn hold(edges: A::Edges, plain: A::Plain) -> Self::Held {
        HeldHanded(Some(A::hold(edges, plain)))
    }
    fn changed(_: Self::Held) {}
}

impl<H> Lend<'_> for HeldHanded<H> {
    type Out = H;
    fn lend(&mut self) -> H {
        self.0.take().expect("it is handed over once")
    }
}
