//! Whether something holds somewhere or everywhere.

use ndarray::{Dimension, RemoveAxis};

use super::super::Array;
use super::super::compute::name;
use super::Fold;
use crate::Delayed;

/// Is a value among them? `all` is: is `false` not.
struct Has {
    value: bool,
    then: bool,
}

impl Fold<bool> for Has {
    type Partial = bool;
    type Out = bool;

    fn start(&self) -> bool {
        false
    }

    fn run(&self, partial: &mut bool, values: &[bool], _: usize) {
        *partial = *partial || values.contains(&self.value);
    }

    fn row(&self, partials: &mut [bool], values: &[bool], _: usize) {
        for (partial, value) in partials.iter_mut().zip(values) {
            *partial |= *value == self.value;
        }
    }

    fn merge(&self, partial: &mut bool, other: bool) {
        *partial |= other;
    }

    fn finish(&self, partial: bool) -> bool {
        partial == self.then
    }
}

const ANY: Has = Has {
    value: true,
    then: true,
};
const ALL: Has = Has {
    value: false,
    then: false,
};

impl<'a, D: Dimension> Array<'a, bool, D> {
    /// Is one of the elements true?
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::arange(0, 4);
    /// assert!(x.eq(3).any().compute());
    /// ```
    #[track_caller]
    pub fn any(&self) -> Delayed<'a, bool> {
        self.fold(name!("any"), ANY)
    }

    /// Is one of the elements along an axis true?
    ///
    /// # Panics
    /// If there is no such axis.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::from_fn((2, 2), |(i, j)| i > j);
    /// assert_eq!(x.any_axis(0).compute().to_vec(), [true, false]);
    /// ```
    #[track_caller]
    pub fn any_axis(&self, axis: usize) -> Array<'a, bool, D::Smaller>
    where
        D: RemoveAxis,
    {
        self.fold_axis(name!("any_axis"), axis, ANY)
    }

    /// Are all elements true?
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::arange(0, 4);
    /// assert!(x.lt(4).all().compute());
    /// ```
    #[track_caller]
    pub fn all(&self) -> Delayed<'a, bool> {
        self.fold(name!("all"), ALL)
    }

    /// Are all elements along an axis true?
    ///
    /// # Panics
    /// If there is no such axis.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::from_fn((2, 2), |(i, j)| i >= j);
    /// assert_eq!(x.all_axis(0).compute().to_vec(), [true, false]);
    /// ```
    #[track_caller]
    pub fn all_axis(&self, axis: usize) -> Array<'a, bool, D::Smaller>
    where
        D: RemoveAxis,
    {
        self.fold_axis(name!("all_axis"), axis, ALL)
    }
}
