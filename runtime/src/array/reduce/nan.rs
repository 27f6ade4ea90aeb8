//! Reductions that leave out what is not a number.

use std::marker::PhantomData;

use ndarray::{Dimension, RemoveAxis};
use num_traits::{AsPrimitive, Float};

use super::super::Array;
use super::super::compute::name;
use super::super::element::Element;
use super::super::elementwise::zip_equal;
use super::super::kernel::vectorized;
use super::Fold;
use super::extreme::{Largest, Order, Smallest};
use super::moments::Variance;
use crate::Delayed;

/// The smallest or the largest of those that are numbers.
struct Numbers<O>(PhantomData<O>);

const LANES: usize = 16;

/// The one of two that is wanted, or the one that is a number.
#[inline]
fn choose<A: Float, O: Order>(own: A, other: A) -> A {
    if own.is_nan() || O::is_before(&other, &own) {
        other
    } else {
        own
    }
}

impl<A: Element + Float, O: Order> Fold<A> for Numbers<O> {
    type Partial = A;
    type Out = A;

    fn start(&self) -> A {
        A::nan()
    }

    fn run(&self, partial: &mut A, values: &[A], _: usize) {
        let found = vectorized(
            #[inline(always)]
            || {
                let mut lanes = [A::nan(); LANES];
                for chunk in values.chunks(LANES) {
                    for (lane, value) in lanes.iter_mut().zip(chunk) {
                        *lane = choose::<A, O>(*lane, *value);
                    }
                }
                lanes.into_iter().fold(A::nan(), choose::<A, O>)
            },
        );
        self.merge(partial, found);
    }

    fn row(&self, partials: &mut [A], values: &[A], _: usize) {
        for (partial, value) in partials.iter_mut().zip(values) {
            *partial = choose::<A, O>(*partial, *value);
        }
    }

    fn merge(&self, partial: &mut A, other: A) {
        *partial = choose::<A, O>(*partial, other);
    }

    fn finish(&self, partial: A) -> A {
        partial
    }
}

impl<'a, A: Element + Float, D: Dimension> Array<'a, A, D> {
    /// The elements, with another value in the place of what is not a number.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::Array::from(ndarray::arr1(&[1.0, f64::NAN]));
    /// assert_eq!(x.fill_nan(7.0).compute().to_vec(), [1.0, 7.0]);
    /// ```
    #[track_caller]
    pub fn fill_nan(&self, value: A) -> Self {
        self.map_same(move |own| if own.is_nan() { value } else { own })
    }

    /// The sum of the elements that are numbers.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::Array::from(ndarray::arr1(&[1.0, f64::NAN, 2.0]));
    /// assert_eq!(x.nansum().compute(), 3.0);
    /// ```
    #[track_caller]
    pub fn nansum(&self) -> Delayed<'a, A> {
        self.fill_nan(A::zero()).sum()
    }

    /// The sums along an axis of the elements that are numbers.
    ///
    /// # Panics
    /// If there is no such axis.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::Array::from(ndarray::arr2(&[[1.0, f64::NAN], [2.0, 3.0]]));
    /// assert_eq!(x.nansum_axis(0).compute().to_vec(), [3.0, 3.0]);
    /// ```
    #[track_caller]
    pub fn nansum_axis(&self, axis: usize) -> Array<'a, A, D::Smaller>
    where
        D: RemoveAxis,
    {
        self.fill_nan(A::zero()).sum_axis(axis)
    }

    /// The smallest of the elements that are numbers; not a number where there is none.
    ///
    /// # Panics
    /// If the array has no elements.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::Array::from(ndarray::arr1(&[1.0, f64::NAN, 2.0]));
    /// assert_eq!(x.nanmin().compute(), 1.0);
    /// ```
    #[track_caller]
    pub fn nanmin(&self) -> Delayed<'a, A> {
        self.demand_elements(name!("nanmin"), None);
        self.fold(name!("nanmin"), Numbers::<Smallest>(PhantomData))
    }

    /// The smallest along an axis of the elements that are numbers; not a number where there is none.
    ///
    /// # Panics
    /// If there is no such axis, or it has no elements.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::Array::from(ndarray::arr2(&[[1.0, f64::NAN], [2.0, 3.0]]));
    /// assert_eq!(x.nanmin_axis(0).compute().to_vec(), [1.0, 3.0]);
    /// ```
    #[track_caller]
    pub fn nanmin_axis(&self, axis: usize) -> Array<'a, A, D::Smaller>
    where
        D: RemoveAxis,
    {
        self.demand_elements(name!("nanmin_axis"), Some(axis));
        self.fold_axis(name!("nanmin_axis"), axis, Numbers::<Smallest>(PhantomData))
    }

    /// The largest of the elements that are numbers; not a number where there is none.
    ///
    /// # Panics
    /// If the array has no elements.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::Array::from(ndarray::arr1(&[1.0, f64::NAN, 2.0]));
    /// assert_eq!(x.nanmax().compute(), 2.0);
    /// ```
    #[track_caller]
    pub fn nanmax(&self) -> Delayed<'a, A> {
        self.demand_elements(name!("nanmax"), None);
        self.fold(name!("nanmax"), Numbers::<Largest>(PhantomData))
    }

    /// The largest along an axis of the elements that are numbers; not a number where there is none.
    ///
    /// # Panics
    /// If there is no such axis, or it has no elements.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::Array::from(ndarray::arr2(&[[1.0, f64::NAN], [2.0, 3.0]]));
    /// assert_eq!(x.nanmax_axis(0).compute().to_vec(), [2.0, 3.0]);
    /// ```
    #[track_caller]
    pub fn nanmax_axis(&self, axis: usize) -> Array<'a, A, D::Smaller>
    where
        D: RemoveAxis,
    {
        self.demand_elements(name!("nanmax_axis"), Some(axis));
        self.fold_axis(name!("nanmax_axis"), axis, Numbers::<Largest>(PhantomData))
    }

    /// The mean of the elements that are numbers.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::Array::from(ndarray::arr1(&[1.0, f64::NAN, 2.0]));
    /// assert_eq!(x.nanmean().compute(), 1.5);
    /// ```
    #[track_caller]
    pub fn nanmean(&self) -> Delayed<'a, A>
    where
        usize: AsPrimitive<A>,
    {
        let count = self.map(|own| usize::from(!own.is_nan())).sum();
        self.nansum()
            .zip(count)
            .map(|(sum, count)| sum / count.as_())
    }

    /// The means along an axis of the elements that are numbers.
    ///
    /// # Panics
    /// If there is no such axis.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::Array::from(ndarray::arr2(&[[1.0, f64::NAN], [2.0, 3.0]]));
    /// assert_eq!(x.nanmean_axis(0).compute().to_vec(), [1.5, 3.0]);
    /// ```
    #[track_caller]
    pub fn nanmean_axis(&self, axis: usize) -> Array<'a, A, D::Smaller>
    where
        D: RemoveAxis,
        usize: AsPrimitive<A>,
    {
        let count = self.map(|own| usize::from(!own.is_nan())).sum_axis(axis);
        let sum = self.nansum_axis(axis);
        zip_equal(&sum, &count, |sum, count| sum / count.as_())
    }

    /// The variance of the elements that are numbers: the sum of squares is divided by their number less `ddof`.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::Array::from(ndarray::arr1(&[1.0, f64::NAN, 5.0]));
    /// assert_eq!(x.nanvar(0.0).compute(), 4.0);
    /// ```
    #[track_caller]
    pub fn nanvar(&self, ddof: A) -> Delayed<'a, A>
    where
        usize: AsPrimitive<A>,
    {
        self.fold(name!("nanvar"), Variance::of_numbers(ddof, false))
    }

    /// The variances along an axis of the elements that are numbers.
    ///
    /// # Panics
    /// If there is no such axis.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::Array::from(ndarray::arr2(&[[f64::NAN, 1.0], [2.0, 3.0]]));
    /// assert_eq!(x.nanvar_axis(0, 0.0).compute().to_vec(), [0.0, 1.0]);
    /// ```
    #[track_caller]
    pub fn nanvar_axis(&self, axis: usize, ddof: A) -> Array<'a, A, D::Smaller>
    where
        D: RemoveAxis,
        usize: AsPrimitive<A>,
    {
        self.fold_axis(
            name!("nanvar_axis"),
            axis,
            Variance::of_numbers(ddof, false),
        )
    }

    /// The standard deviation of the elements that are numbers: the sum of squares is divided by their number less `ddof`.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::Array::from(ndarray::arr1(&[1.0, f64::NAN, 5.0]));
    /// assert_eq!(x.nanstd(0.0).compute(), 2.0);
    /// ```
    #[track_caller]
    pub fn nanstd(&self, ddof: A) -> Delayed<'a, A>
    where
        usize: AsPrimitive<A>,
    {
        self.fold(name!("nanstd"), Variance::of_numbers(ddof, true))
    }

    /// The standard deviations along an axis of the elements that are numbers.
    ///
    /// # Panics
    /// If there is no such axis.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::Array::from(ndarray::arr2(&[[f64::NAN, 1.0], [2.0, 3.0]]));
    /// assert_eq!(x.nanstd_axis(0, 0.0).compute().to_vec(), [0.0, 1.0]);
    /// ```
    #[track_caller]
    pub fn nanstd_axis(&self, axis: usize, ddof: A) -> Array<'a, A, D::Smaller>
    where
        D: RemoveAxis,
        usize: AsPrimitive<A>,
    {
        self.fold_axis(name!("nanstd_axis"), axis, Variance::of_numbers(ddof, true))
    }
}
