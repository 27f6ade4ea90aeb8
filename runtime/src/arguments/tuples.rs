//! Tuples of arguments, of results, and of handles.

use super::collections::Element;
use super::{Argument, IntoArg, Lend, Rebind, Source};
use crate::Delayed;
use crate::store::{Copied, Fresh, Move, One, Results, Row, Values};

/// `row!(type: A B C)` is `Row<A, Row<B, Row<C, ()>>>`; likewise as an expression and as a pattern.
macro_rules! row {
    (type:) => { () };
    (type: $head:ty $(, $tail:ty)*) => { Row<$head, row!(type: $($tail),*)> };
    (value:) => { () };
    (value: $head:expr $(, $tail:expr)*) => { Row($head, row!(value: $($tail),*)) };
    (pattern:) => { () };
    (pattern: $head:ident $(, $tail:ident)*) => { Row($head, row!(pattern: $($tail),*)) };
}

macro_rules! tuples {
    ($($name:ident $var:ident $number:tt),*) => {
        impl<'x, $($name: Lend<'x>),*> Lend<'x> for ($($name,)*) {
            type Out = ($($name::Out,)*);
            #[allow(clippy::unused_unit, reason = "the empty tuple")]
            #[inline]
            fn lend(&'x mut self) -> Self::Out {
                ($(self.$number.lend(),)*)
            }
        }

        impl<$($name: Argument),*> Argument for ($($name,)*) {
            type Edges = row!(type: $($name::Edges),*);
            type Plain = ($($name::Plain,)*);
            type Held = ($($name::Held,)*);
            type Changed = row!(type: $($name::Changed),*);
            type Handles = ($($name::Handles,)*);

            fn split(self) -> (Self::Edges, Self::Plain, Self::Handles) {
                $(let $var = self.$number.split();)*
                (row!(value: $($var.0),*), ($($var.1,)*), ($($var.2,)*))
            }
            #[allow(clippy::unused_unit, reason = "the empty tuple")]
            fn hold(edges: Self::Edges, plain: Self::Plain) -> Self::Held {
                let row!(pattern: $($var),*) = edges;
                let _ = &plain;
                ($($name::hold($var, plain.$number),)*)
            }
            fn changed(held: Self::Held) -> Self::Changed {
                let _ = &held;
                row!(value: $($name::changed(held.$number)),*)
            }
        }
    };
}

macro_rules! rebind {
    ($($name:ident $number:tt),*) => {
        impl<$($name: Rebind),*> Rebind for ($($name,)*) {
            fn rebind(self, fresh: &mut Fresh) {
                $(self.$number.rebind(fresh);)*
            }
        }
    };
}

/// Tuples whose parts become values of their own, and tuples of handles as arguments.
macro_rules! parts {
    ($($name:ident $var:ident $number:tt),*) => {
        impl<$($name),*> Results for Parts<($($name,)*)> {
            type Given = ($($name,)*);
            type Kept = row!(type: $(One<$name>),*);
            fn keep(given: Self::Given) -> Self::Kept {
                row!(value: $(One(given.$number)),*)
            }
        }

        impl<'a, $($name: Send + 'a),*> Split<'a> for ($($name,)*) {
            type Handles = ($(Delayed<'a, $name>,)*);
            type Kept = row!(type: $(One<$name>),*);
            type Results = Parts<Self>;
            fn handles(fresh: &mut Fresh) -> Self::Handles {
                ($(Delayed::from_edge(fresh.next::<$name>()),)*)
            }
        }

        impl<$($name: Element),*> Source<($($name::Value,)*)> for OfTuple<($($name,)*)> {
            type Edges = row!(type: $($name),*);
            type Plain = ();
            fn split(self) -> (Self::Edges, ()) {
                $(let $var = self.0.$number;)*
                (row!(value: $($var),*), ())
            }
            fn load(edges: Self::Edges, (): ()) -> ($($name::Value,)*) {
                let row!(pattern: $($var),*) = edges;
                ($($var.load(),)*)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<'a, $($name: Send + 'a),*> IntoArg<'a, ($($name,)*)> for ($(Delayed<'a, $name>,)*) {
            type Source = OfTuple<($(Move<$name>,)*)>;
            fn source(self) -> Self::Source {
                OfTuple(($(self.$number.into_moved(),)*))
            }
        }

        #[diagnostic::do_not_recommend]
        impl<'a, $($name: Clone + Send + Sync + 'a),*> IntoArg<'a, ($($name,)*)> for ($(&Delayed<'a, $name>,)*) {
            type Source = OfTuple<($(Copied<$name>,)*)>;
            fn source(self) -> Self::Source {
                OfTuple(($(self.$number.edge().copied(),)*))
            }
        }
    };
}

/// A result whose parts become values of their own.
#[derive(Debug)]
pub struct Parts<T>(std::marker::PhantomData<T>);

/// A tuple whose parts can be handles of their own.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no parts that could be handles of their own",
    label = "expected a tuple of one to eight values that are `Send`"
)]
pub trait Split<'a>: Sized {
    /// The handles.
    type Handles;
    /// What the task keeps.
    #[doc(hidden)]
    type Kept: Values;
    /// How the task keeps it.
    #[doc(hidden)]
    type Results: Results<Given = Self, Kept = Self::Kept>;
    /// One handle a part.
    #[doc(hidden)]
    fn handles(fresh: &mut Fresh) -> Self::Handles;
}

/// A tuple of edges.
#[derive(Debug)]
pub struct OfTuple<E>(E);

/// Calls `$macro` with nothing, one type, two types … up to all that are given.
macro_rules! each_length {
    ($macro:ident $(($($first:tt)*))*) => { each_length!(@ $macro [] $(($($first)*))*); };
    (@ $macro:ident [$($done:tt)*]) => { $macro!($($done)*); };
    (@ $macro:ident [] ($($next:tt)*) $($rest:tt)*) => {
        each_length!(@ $macro [$($next)*] $($rest)*);
    };
    (@ $macro:ident [$($done:tt)*] ($($next:tt)*) $($rest:tt)*) => {
        $macro!($($done)*);
        each_length!(@ $macro [$($done)*, $($next)*] $($rest)*);
    };
}

tuples!();
each_length!(tuples (A a 0) (B b 1) (C c 2) (D d 3) (E e 4) (F f 5) (G g 6) (H h 7) (I i 8) (J j 9) (K k 10) (L l 11));
each_length!(rebind (A 0) (B 1) (C 2) (D 3) (E 4) (F 5) (G 6) (H 7) (I 8) (J 9) (K 10) (L 11));
each_length!(parts (A a 0) (B b 1) (C c 2) (D d 3) (E e 4) (F f 5) (G g 6) (H h 7));
