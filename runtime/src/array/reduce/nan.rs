//! Reductions that leave out what is not a number.

use ndarray::{Dimension, RemoveAxis};
use num_traits::{AsPrimitive, Float};

use super::super::Array;
use super::super::element::Element;
use super::super::elementwise::zip_equal;
use crate::Delayed;

impl<'a, A: Element + Float, D: Dimension> Array<'a, A, D> {
    /// The elements, with another value in the place of what is not a number.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::Array::from(ndarray::arr1(&[1.0, f64::NAN]));
    /// assert_eq!(x.fill_nan(7.0).compute().to_vec(), [1.0, 7.0]);
    /// ```
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

    /// The smallest of the elements that are numbers; infinite where there is none.
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
        self.fill_nan(A::infinity()).min()
    }

    /// The largest of the elements that are numbers; infinitely small where there is none.
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
        self.fill_nan(A::neg_infinity()).max()
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
}
