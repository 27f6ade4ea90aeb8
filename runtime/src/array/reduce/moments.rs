//! Mean, variance, standard deviation.

use ndarray::{Dimension, RemoveAxis};
use num_traits::{AsPrimitive, Float};

use super::super::Array;
use super::super::compute::name;
use super::super::element::Element;
use super::super::kernel::vectorized;
use super::Fold;
use super::sum::{Sum, sum_of};
use crate::Delayed;

/// A sum that is divided by the number of values.
struct Mean {
    count: usize,
}

impl<A: Element + Float> Fold<A> for Mean
where
    usize: AsPrimitive<A>,
{
    type Partial = A;
    type Out = A;

    fn start(&self) -> A {
        A::zero()
    }

    fn run(&self, partial: &mut A, values: &[A], index: usize) {
        Sum.run(partial, values, index);
    }

    fn row(&self, partials: &mut [A], values: &[A], index: usize) {
        Sum.row(partials, values, index);
    }

    fn merge(&self, partial: &mut A, other: A) {
        Sum.merge(partial, other);
    }

    fn finish(&self, partial: A) -> A {
        partial / self.count.as_()
    }
}

/// Number, mean, and sum of squared distances from the mean, which are merged exactly: T. Chan and others,
/// "Updating formulae and a pairwise algorithm for computing sample variances" (1979).
#[derive(Clone, Copy, Debug)]
pub(super) struct Moments<A> {
    count: usize,
    mean: A,
    squares: A,
}

pub(super) struct Variance<A> {
    ddof: A,
    is_root: bool,
    /// Leaves out what is not a number.
    skips_nan: bool,
}

impl<A> Variance<A> {
    const fn new(ddof: A, is_root: bool) -> Self {
        Variance {
            ddof,
            is_root,
            skips_nan: false,
        }
    }

    /// Of the elements that are numbers.
    pub(super) const fn of_numbers(ddof: A, is_root: bool) -> Self {
        Variance {
            ddof,
            is_root,
            skips_nan: true,
        }
    }
}

impl<A: Element + Float> Fold<A> for Variance<A>
where
    usize: AsPrimitive<A>,
{
    type Partial = Moments<A>;
    type Out = A;

    fn start(&self) -> Moments<A> {
        Moments {
            count: 0,
            mean: A::zero(),
            squares: A::zero(),
        }
    }

    /// Twice through values that are in the first level of the cache: the mean, then the distances from it.
    fn run(&self, partial: &mut Moments<A>, values: &[A], _: usize) {
        if self.skips_nan && values.iter().any(|value| value.is_nan()) {
            let numbers = values.iter().copied().filter(|value| !value.is_nan());
            return self.run(partial, &numbers.collect::<Vec<A>>(), 0);
        }
        if values.is_empty() {
            return;
        }
        let mean = sum_of(values) / values.len().as_();
        let squares = squares_from(mean, values);
        let other = Moments {
            count: values.len(),
            mean,
            squares,
        };
        self.merge(partial, other);
    }

    fn row(&self, partials: &mut [Moments<A>], values: &[A], _: usize) {
        if self.skips_nan {
            for (partial, value) in partials.iter_mut().zip(values) {
                self.run(partial, std::slice::from_ref(value), 0);
            }
            return;
        }
        // All partials have seen as many values.
        let Some(first) = partials.first() else {
            return;
        };
        let count = first.count + 1;
        let share = A::one() / count.as_();
        vectorized(
            #[inline(always)]
            || {
                for (partial, value) in partials.iter_mut().zip(values) {
                    let distance = *value - partial.mean;
                    partial.count = count;
                    partial.mean = partial.mean + distance * share;
                    partial.squares = partial.squares + distance * (*value - partial.mean);
                }
            },
        );
    }

    fn merge(&self, partial: &mut Moments<A>, other: Moments<A>) {
        if partial.count == 0 {
            *partial = other;
            return;
        }
        if other.count == 0 {
            return;
        }
        let count = partial.count + other.count;
        let (own, others, all): (A, A, A) = (partial.count.as_(), other.count.as_(), count.as_());
        let distance = other.mean - partial.mean;
        partial.mean = partial.mean + distance * (others / all);
        partial.squares =
            partial.squares + other.squares + distance * distance * (own / all * others);
        partial.count = count;
    }

    fn finish(&self, partial: Moments<A>) -> A {
        let count: A = partial.count.as_();
        let variance = partial.squares / (count - self.ddof).max(A::zero());
        if self.is_root {
            variance.sqrt()
        } else {
            variance
        }
    }
}

const LANES: usize = 16;

fn squares_from<A: Element + Float>(mean: A, values: &[A]) -> A {
    vectorized(
        #[inline(always)]
        || {
            let mut lanes = [A::zero(); LANES];
            for chunk in values.chunks(LANES) {
                for (lane, value) in lanes.iter_mut().zip(chunk) {
                    let distance = *value - mean;
                    *lane = *lane + distance * distance;
                }
            }
            lanes.iter().fold(A::zero(), |sum, lane| sum + *lane)
        },
    )
}

impl<'a, A: Element + Float, D: Dimension> Array<'a, A, D>
where
    usize: AsPrimitive<A>,
{
    /// The mean of all elements; not a number where there are none.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(tembel::array::arange(0.0, 5.0).mean().compute(), 2.0);
    /// ```
    #[track_caller]
    pub fn mean(&self) -> Delayed<'a, A> {
        self.fold(name!("mean"), Mean { count: self.len() })
    }

    /// The means along an axis.
    ///
    /// # Panics
    /// If there is no such axis.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::from_fn((2, 3), |(i, j)| (10 * i + j) as f64);
    /// assert_eq!(x.mean_axis(0).compute().to_vec(), [5.0, 6.0, 7.0]);
    /// ```
    #[track_caller]
    pub fn mean_axis(&self, axis: usize) -> Array<'a, A, D::Smaller>
    where
        D: RemoveAxis,
    {
        let count = self.shape().get(axis).copied().unwrap_or(0);
        self.fold_axis(name!("mean_axis"), axis, Mean { count })
    }

    /// The variance of all elements: the squared distances from their mean, divided by their number less `ddof`.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::arange(0.0, 5.0);
    /// assert_eq!(x.var(0.0).compute(), 2.0);
    /// assert_eq!(x.var(1.0).compute(), 2.5);
    /// ```
    #[track_caller]
    pub fn var(&self, ddof: A) -> Delayed<'a, A> {
        self.fold(name!("var"), Variance::new(ddof, false))
    }

    /// The variances along an axis.
    ///
    /// # Panics
    /// If there is no such axis.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::from_fn((2, 3), |(i, j)| (10 * i + j) as f64);
    /// assert_eq!(x.var_axis(0, 0.0).compute().to_vec(), [25.0, 25.0, 25.0]);
    /// ```
    #[track_caller]
    pub fn var_axis(&self, axis: usize, ddof: A) -> Array<'a, A, D::Smaller>
    where
        D: RemoveAxis,
    {
        self.fold_axis(name!("var_axis"), axis, Variance::new(ddof, false))
    }

    /// The standard deviation of all elements: the root of [`var`](Self::var).
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::full(2, 1.0) + tembel::array::arange(0.0, 2.0) * 4.0;
    /// assert_eq!(x.std(0.0).compute(), 2.0);
    /// ```
    #[track_caller]
    pub fn std(&self, ddof: A) -> Delayed<'a, A> {
        self.fold(name!("std"), Variance::new(ddof, true))
    }

    /// The standard deviations along an axis.
    ///
    /// # Panics
    /// If there is no such axis.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::from_fn((2, 3), |(i, j)| (10 * i + j) as f64);
    /// assert_eq!(x.std_axis(0, 0.0).compute().to_vec(), [5.0, 5.0, 5.0]);
    /// ```
    #[track_caller]
    pub fn std_axis(&self, axis: usize, ddof: A) -> Array<'a, A, D::Smaller>
    where
        D: RemoveAxis,
    {
        self.fold_axis(name!("std_axis"), axis, Variance::new(ddof, true))
    }
}
