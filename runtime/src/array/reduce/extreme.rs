//! Smallest and largest elements, and where they are.

use std::marker::PhantomData;

use ndarray::{Dimension, RemoveAxis};

use super::super::Array;
use super::super::compute::name;
use super::super::element::Element;
use super::super::kernel::vectorized;
use super::Fold;
use crate::Delayed;

/// Which of two is wanted.
pub(super) trait Order: Send + Sync {
    /// Is the first one more of what is wanted? What is not a number is neither.
    fn is_before<A: PartialOrd>(left: &A, right: &A) -> bool;
}

pub(super) struct Smallest;
pub(super) struct Largest;

impl Order for Smallest {
    #[inline]
    fn is_before<A: PartialOrd>(left: &A, right: &A) -> bool {
        left < right
    }
}

impl Order for Largest {
    #[inline]
    fn is_before<A: PartialOrd>(left: &A, right: &A) -> bool {
        left > right
    }
}

/// The smallest or the largest value; what is not a number wins.
pub(super) struct Extreme<O>(pub(super) PhantomData<O>);

const LANES: usize = 16;

#[expect(
    clippy::eq_op,
    reason = "what is not a number is different from itself"
)]
#[inline]
fn is_nan<A: PartialOrd>(value: &A) -> bool {
    value != value
}

/// The one of two that is wanted, or the one that is not a number.
#[inline]
fn choose<A: Element + PartialOrd, O: Order>(own: A, other: A) -> A {
    let takes = O::is_before(&other, &own) || is_nan(&other);
    if takes && !is_nan(&own) { other } else { own }
}

impl<A: Element + PartialOrd, O: Order> Fold<A> for Extreme<O> {
    type Partial = Option<A>;
    type Out = A;

    fn start(&self) -> Option<A> {
        None
    }

    fn run(&self, partial: &mut Option<A>, values: &[A], _: usize) {
        let Some(&first) = values.first() else {
            return;
        };
        let found = vectorized(
            #[inline(always)]
            || {
                let mut lanes = [first; LANES];
                let chunks = values.chunks_exact(LANES);
                for (lane, value) in lanes.iter_mut().zip(chunks.remainder()) {
                    *lane = choose::<A, O>(*lane, *value);
                }
                for chunk in chunks {
                    for (lane, value) in lanes.iter_mut().zip(chunk) {
                        *lane = choose::<A, O>(*lane, *value);
                    }
                }
                lanes.into_iter().fold(first, choose::<A, O>)
            },
        );
        self.merge(partial, Some(found));
    }

    fn row(&self, partials: &mut [Option<A>], values: &[A], _: usize) {
        for (partial, value) in partials.iter_mut().zip(values) {
            *partial = Some(partial.map_or(*value, |own| choose::<A, O>(own, *value)));
        }
    }

    fn merge(&self, partial: &mut Option<A>, other: Option<A>) {
        *partial = match (*partial, other) {
            (Some(own), Some(other)) => Some(choose::<A, O>(own, other)),
            (own, other) => own.or(other),
        };
    }

    fn finish(&self, partial: Option<A>) -> A {
        partial.expect("there are elements")
    }
}

/// Where the first of the smallest or largest values is; what is not a number wins.
struct Place<O>(PhantomData<O>);

impl<A: Element + PartialOrd, O: Order> Fold<A> for Place<O> {
    type Partial = Option<(A, usize)>;
    type Out = usize;
    const INDEXED: bool = true;

    fn start(&self) -> Option<(A, usize)> {
        None
    }

    fn run(&self, partial: &mut Option<(A, usize)>, values: &[A], index: usize) {
        // First which value, with many lanes, and then where.
        let mut found = None;
        Extreme::<O>(PhantomData).run(&mut found, values, index);
        let Some(found) = found else {
            return;
        };
        let is_it = |value: &A| *value == found || (is_nan(value) && is_nan(&found));
        let at = values.iter().position(is_it).expect("it is one of them");
        self.merge(partial, Some((found, index + at)));
    }

    fn row(&self, partials: &mut [Option<(A, usize)>], values: &[A], index: usize) {
        for (partial, value) in partials.iter_mut().zip(values) {
            Fold::<A>::merge(self, partial, Some((*value, index)));
        }
    }

    fn merge(&self, partial: &mut Option<(A, usize)>, other: Option<(A, usize)>) {
        let takes = match (&*partial, &other) {
            (_, None) => false,
            (None, Some(_)) => true,
            (Some((own, at)), Some((value, other))) => match (is_nan(own), is_nan(value)) {
                (true, true) => other < at,
                (true, false) => false,
                (false, true) => true,
                // Chunks do not come in the order of their elements.
                (false, false) => O::is_before(value, own) || (value == own && other < at),
            },
        };
        if takes {
            *partial = other;
        }
    }

    fn finish(&self, partial: Option<(A, usize)>) -> usize {
        partial.expect("there are elements").1
    }
}

impl<'a, A: Element + PartialOrd, D: Dimension> Array<'a, A, D> {
    /// The smallest element, or one that is not a number if there is one.
    ///
    /// # Panics
    /// If the array has no elements.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(tembel::array::arange(-3, 4).min().compute(), -3);
    /// ```
    #[track_caller]
    pub fn min(&self) -> Delayed<'a, A> {
        self.demand_elements(name!("min"), None);
        self.fold(name!("min"), Extreme::<Smallest>(PhantomData))
    }

    /// The smallest elements along an axis.
    ///
    /// # Panics
    /// If there is no such axis, or it has no elements.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::from_fn((2, 3), |(i, j)| 10 * i + j);
    /// assert_eq!(x.min_axis(1).compute().to_vec(), [0, 10]);
    /// ```
    #[track_caller]
    pub fn min_axis(&self, axis: usize) -> Array<'a, A, D::Smaller>
    where
        D: RemoveAxis,
    {
        self.demand_elements(name!("min_axis"), Some(axis));
        self.fold_axis(name!("min_axis"), axis, Extreme::<Smallest>(PhantomData))
    }

    /// The largest element, or one that is not a number if there is one.
    ///
    /// # Panics
    /// If the array has no elements.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(tembel::array::arange(-3, 4).max().compute(), 3);
    /// ```
    #[track_caller]
    pub fn max(&self) -> Delayed<'a, A> {
        self.demand_elements(name!("max"), None);
        self.fold(name!("max"), Extreme::<Largest>(PhantomData))
    }

    /// The largest elements along an axis.
    ///
    /// # Panics
    /// If there is no such axis, or it has no elements.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::from_fn((2, 3), |(i, j)| 10 * i + j);
    /// assert_eq!(x.max_axis(1).compute().to_vec(), [2, 12]);
    /// ```
    #[track_caller]
    pub fn max_axis(&self, axis: usize) -> Array<'a, A, D::Smaller>
    where
        D: RemoveAxis,
    {
        self.demand_elements(name!("max_axis"), Some(axis));
        self.fold_axis(name!("max_axis"), axis, Extreme::<Largest>(PhantomData))
    }

    /// Where the smallest element is, in row-major order: the first of several, or the first that is not a number.
    ///
    /// # Panics
    /// If the array has no elements.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::arange(0.0, 10.0) - 7.0;
    /// assert_eq!(x.abs().argmin().compute(), 7);
    /// ```
    #[track_caller]
    pub fn argmin(&self) -> Delayed<'a, usize> {
        self.demand_elements(name!("argmin"), None);
        self.fold(name!("argmin"), Place::<Smallest>(PhantomData))
    }

    /// Where the smallest elements along an axis are.
    ///
    /// # Panics
    /// If there is no such axis, or it has no elements.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::eye::<f64>(3);
    /// assert_eq!(x.argmin_axis(0).compute().to_vec(), [1, 0, 0]);
    /// ```
    #[track_caller]
    pub fn argmin_axis(&self, axis: usize) -> Array<'a, usize, D::Smaller>
    where
        D: RemoveAxis,
    {
        self.demand_elements(name!("argmin_axis"), Some(axis));
        self.fold_axis(name!("argmin_axis"), axis, Place::<Smallest>(PhantomData))
    }

    /// Where the largest element is, in row-major order: the first of several, or the first that is not a number.
    ///
    /// # Panics
    /// If the array has no elements.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(tembel::array::eye::<f64>(3).argmax().compute(), 0);
    /// ```
    #[track_caller]
    pub fn argmax(&self) -> Delayed<'a, usize> {
        self.demand_elements(name!("argmax"), None);
        self.fold(name!("argmax"), Place::<Largest>(PhantomData))
    }

    /// Where the largest elements along an axis are.
    ///
    /// # Panics
    /// If there is no such axis, or it has no elements.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::eye::<f64>(3);
    /// assert_eq!(x.argmax_axis(0).compute().to_vec(), [0, 1, 2]);
    /// ```
    #[track_caller]
    pub fn argmax_axis(&self, axis: usize) -> Array<'a, usize, D::Smaller>
    where
        D: RemoveAxis,
    {
        self.demand_elements(name!("argmax_axis"), Some(axis));
        self.fold_axis(name!("argmax_axis"), axis, Place::<Largest>(PhantomData))
    }
}
