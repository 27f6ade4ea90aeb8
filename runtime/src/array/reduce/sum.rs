//! Sums and products.

use std::ops::{Add, Mul};

use ndarray::{Dimension, RemoveAxis};
use num_traits::{One, Zero};

use super::super::Array;
use super::super::compute::name;
use super::super::element::Element;
use super::super::kernel::vectorized;
use super::Fold;
use crate::Delayed;

/// Sums that are made side by side, whatever the processor, so that the bits are the same on all of them.
const LANES: usize = 32;

/// Adds, in lanes.
pub(super) fn sum_of<A: Element + Zero>(values: &[A]) -> A {
    lanes(values, A::zero(), A::add)
}

fn lanes<A: Element>(values: &[A], start: A, f: impl Fn(A, A) -> A + Copy) -> A {
    vectorized(
        #[inline(always)]
        || {
            let mut lanes = [start; LANES];
            let chunks = values.chunks_exact(LANES);
            let rest = chunks.remainder();
            for chunk in chunks {
                for (lane, value) in lanes.iter_mut().zip(chunk) {
                    *lane = f(*lane, *value);
                }
            }
            for (lane, value) in lanes.iter_mut().zip(rest) {
                *lane = f(*lane, *value);
            }
            let mut width = LANES;
            while width > 1 {
                width /= 2;
                for lane in 0..width {
                    lanes[lane] = f(lanes[lane], lanes[lane + width]);
                }
            }
            lanes[0]
        },
    )
}

/// Folds a row of values into a row of partial results, element by element.
fn by_element<A: Element>(partials: &mut [A], values: &[A], f: impl Fn(A, A) -> A) {
    vectorized(
        #[inline(always)]
        || {
            for (partial, value) in partials.iter_mut().zip(values) {
                *partial = f(*partial, *value);
            }
        },
    );
}

/// A sum.
pub(super) struct Sum;

impl<A: Element + Zero + Add<Output = A>> Fold<A> for Sum {
    type Partial = A;
    type Out = A;

    fn start(&self) -> A {
        A::zero()
    }

    fn run(&self, partial: &mut A, values: &[A], _: usize) {
        *partial = *partial + sum_of(values);
    }

    fn row(&self, partials: &mut [A], values: &[A], _: usize) {
        by_element(partials, values, A::add);
    }

    fn merge(&self, partial: &mut A, other: A) {
        *partial = *partial + other;
    }

    fn finish(&self, partial: A) -> A {
        partial
    }
}

/// A product.
struct Product;

impl<A: Element + One + Mul<Output = A>> Fold<A> for Product {
    type Partial = A;
    type Out = A;

    fn start(&self) -> A {
        A::one()
    }

    fn run(&self, partial: &mut A, values: &[A], _: usize) {
        *partial = *partial * lanes(values, A::one(), A::mul);
    }

    fn row(&self, partials: &mut [A], values: &[A], _: usize) {
        by_element(partials, values, A::mul);
    }

    fn merge(&self, partial: &mut A, other: A) {
        *partial = *partial * other;
    }

    fn finish(&self, partial: A) -> A {
        partial
    }
}

impl<'a, A: Element, D: Dimension> Array<'a, A, D> {
    /// The sum of all elements. It overflows as `+` does.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(tembel::array::arange(0, 101).sum().compute(), 5050);
    /// ```
    #[track_caller]
    pub fn sum(&self) -> Delayed<'a, A>
    where
        A: Zero,
    {
        self.fold(name!("sum"), Sum)
    }

    /// The sums along an axis.
    ///
    /// # Panics
    /// If there is no such axis.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::ones::<f64, _>((2, 3));
    /// assert_eq!(x.sum_axis(0).compute().to_vec(), [2.0, 2.0, 2.0]);
    /// ```
    #[track_caller]
    pub fn sum_axis(&self, axis: usize) -> Array<'a, A, D::Smaller>
    where
        A: Zero,
        D: RemoveAxis,
    {
        self.fold_axis(name!("sum_axis"), axis, Sum)
    }

    /// The product of all elements. It overflows as `*` does.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(tembel::array::arange(1, 6).prod().compute(), 120);
    /// ```
    #[track_caller]
    pub fn prod(&self) -> Delayed<'a, A>
    where
        A: One,
    {
        self.fold(name!("prod"), Product)
    }

    /// The products along an axis.
    ///
    /// # Panics
    /// If there is no such axis.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::full((2, 3), 3);
    /// assert_eq!(x.prod_axis(1).compute().to_vec(), [27, 27]);
    /// ```
    #[track_caller]
    pub fn prod_axis(&self, axis: usize) -> Array<'a, A, D::Smaller>
    where
        A: One,
        D: RemoveAxis,
    {
        self.fold_axis(name!("prod_axis"), axis, Product)
    }
}
