//! Collections of handles as arguments: one word of the task, however many there are.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasher, Hash};

use super::{IntoArg, Source};
use crate::Delayed;
use crate::store::{Copied, Many, Move, OneEdge};

/// Edges of one kind, and how their values are put together.
#[derive(Debug)]
pub struct Collected<E, S> {
    edges: Many<E>,
    shape: S,
}

/// An edge that gives a value.
pub trait Element: OneEdge {
    /// The value.
    type Value;
    /// Gives it.
    fn load(self) -> Self::Value;
}

impl<T> Element for Move<T> {
    type Value = T;
    fn load(self) -> T {
        self.take()
    }
}

impl<T: Clone> Element for Copied<T> {
    type Value = T;
    fn load(self) -> T {
        self.cloned()
    }
}

/// Puts values together.
pub trait Shape<T> {
    /// The collection.
    type Whole;
    /// Takes as many values as went in, in the same order.
    fn assemble(self, values: impl Iterator<Item = T>) -> Self::Whole;
}

impl<E: Element, S: Shape<E::Value>> Source<S::Whole> for Collected<E, S> {
    type Edges = Many<E>;
    type Plain = S;
    fn split(self) -> (Many<E>, S) {
        (self.edges, self.shape)
    }
    fn load(edges: Many<E>, shape: S) -> S::Whole {
        shape.assemble(edges.into_edges().map(E::load))
    }
}

/// A `Vec`.
#[derive(Debug)]
pub struct List;
/// An array.
#[derive(Debug)]
pub struct Fixed<const N: usize>;
/// An `Option`.
#[derive(Debug)]
pub struct Maybe;
/// A `HashMap` with these keys.
#[derive(Debug)]
pub struct Hashed<K, H>(Vec<K>, H);
/// A `BTreeMap` with these keys.
#[derive(Debug)]
pub struct Sorted<K>(Vec<K>);

impl<T> Shape<T> for List {
    type Whole = Vec<T>;
    fn assemble(self, values: impl Iterator<Item = T>) -> Vec<T> {
        values.collect()
    }
}

impl<T, const N: usize> Shape<T> for Fixed<N> {
    type Whole = [T; N];
    fn assemble(self, mut values: impl Iterator<Item = T>) -> [T; N] {
        std::array::from_fn(|_| values.next().expect("one value for each handle"))
    }
}

impl<T> Shape<T> for Maybe {
    type Whole = Option<T>;
    fn assemble(self, mut values: impl Iterator<Item = T>) -> Option<T> {
        values.next()
    }
}

impl<T, K: Eq + Hash, H: BuildHasher> Shape<T> for Hashed<K, H> {
    type Whole = HashMap<K, T, H>;
    fn assemble(self, values: impl Iterator<Item = T>) -> HashMap<K, T, H> {
        let mut map = HashMap::with_capacity_and_hasher(self.0.len(), self.1);
        map.extend(self.0.into_iter().zip(values));
        map
    }
}

impl<T, K: Ord> Shape<T> for Sorted<K> {
    type Whole = BTreeMap<K, T>;
    fn assemble(self, values: impl Iterator<Item = T>) -> BTreeMap<K, T> {
        self.0.into_iter().zip(values).collect()
    }
}

/// The same for handles that are moved and for handles that are borrowed; a generic handle would overlap with `T` itself.
macro_rules! collections {
    ($handle:ty, $edge:ident, [$($bound:ident)*], $into:expr) => {
        #[diagnostic::do_not_recommend]
        impl<'a, T: $($bound +)* Send + 'a> IntoArg<'a, Vec<T>> for Vec<$handle> {
            type Source = Collected<$edge<T>, List>;
            fn source(self) -> Self::Source {
                Collected { edges: Many::new(self.into_iter().map($into)), shape: List }
            }
        }

        #[diagnostic::do_not_recommend]
        impl<'a, T: $($bound +)* Send + 'a, const N: usize> IntoArg<'a, [T; N]> for [$handle; N] {
            type Source = Collected<$edge<T>, Fixed<N>>;
            fn source(self) -> Self::Source {
                Collected { edges: Many::new(self.into_iter().map($into)), shape: Fixed }
            }
        }

        #[diagnostic::do_not_recommend]
        impl<'a, T: $($bound +)* Send + 'a> IntoArg<'a, Option<T>> for Option<$handle> {
            type Source = Collected<$edge<T>, Maybe>;
            fn source(self) -> Self::Source {
                Collected { edges: Many::new(self.into_iter().map($into)), shape: Maybe }
            }
        }

        #[diagnostic::do_not_recommend]
        impl<'a, T: $($bound +)* Send + 'a, K, H> IntoArg<'a, HashMap<K, T, H>> for HashMap<K, $handle, H>
        where
            K: Eq + Hash + Send + 'a,
            H: BuildHasher + Clone + Send + 'a,
        {
            type Source = Collected<$edge<T>, Hashed<K, H>>;
            fn source(self) -> Self::Source {
                let hasher = self.hasher().clone();
                let (keys, handles): (Vec<K>, Vec<$handle>) = self.into_iter().unzip();
                Collected { edges: Many::new(handles.into_iter().map($into)), shape: Hashed(keys, hasher) }
            }
        }

        #[diagnostic::do_not_recommend]
        impl<'a, T: $($bound +)* Send + 'a, K: Ord + Send + 'a> IntoArg<'a, BTreeMap<K, T>> for BTreeMap<K, $handle> {
            type Source = Collected<$edge<T>, Sorted<K>>;
            fn source(self) -> Self::Source {
                let (keys, handles): (Vec<K>, Vec<$handle>) = self.into_iter().unzip();
                Collected { edges: Many::new(handles.into_iter().map($into)), shape: Sorted(keys) }
            }
        }
    };
}

collections!(Delayed<'a, T>, Move, [], Delayed::into_moved);
collections!(&Delayed<'a, T>, Copied, [Clone Sync], Delayed::to_copied);
