//! How values are distributed.

use ndarray::{Array1, Dimension};
use num_traits::{AsPrimitive, Float};

use super::super::Array;
use super::super::compute::{chunk_task, join_task, name};
use super::super::element::Element;
use super::super::error::ArrayError;
use super::Fold;
use crate::Delayed;

/// Counts values in bins of equal width.
struct Histogram {
    low: f64,
    high: f64,
    bins: usize,
}

impl<A: Element + AsPrimitive<f64>> Fold<A> for Histogram {
    type Partial = Vec<u64>;
    type Out = Array1<u64>;

    fn start(&self) -> Vec<u64> {
        vec![0; self.bins]
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        clippy::cast_sign_loss,
        reason = "a place among the bins"
    )]
    fn run(&self, partial: &mut Vec<u64>, values: &[A], _: usize) {
        let scale = self.bins as f64 / (self.high - self.low);
        for value in values {
            let value = value.as_();
            if value >= self.low && value <= self.high {
                let bin = ((value - self.low) * scale) as usize;
                partial[bin.min(self.bins - 1)] += 1;
            }
        }
    }

    fn row(&self, partials: &mut [Vec<u64>], values: &[A], index: usize) {
        for (partial, value) in partials.iter_mut().zip(values) {
            self.run(partial, std::slice::from_ref(value), index);
        }
    }

    fn merge(&self, partial: &mut Vec<u64>, other: Vec<u64>) {
        for (count, other) in partial.iter_mut().zip(other) {
            *count += other;
        }
    }

    fn finish(&self, partial: Vec<u64>) -> Array1<u64> {
        partial.into()
    }
}

impl<'a, A: Element, D: Dimension> Array<'a, A, D> {
    /// How many elements are in each of `bins` intervals of equal width from `low` to `high`. An interval has its lower end and
    /// not its upper one, but the last one has both. What is outside, or not a number, is not counted.
    ///
    /// # Panics
    /// If there are no bins, `low` is not less than `high`, or it is infinitely far from there.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::arange(0, 100);
    /// assert_eq!(x.histogram(4, 0.0, 100.0).compute().to_vec(), [25, 25, 25, 25]);
    /// ```
    #[track_caller]
    pub fn histogram(&self, bins: usize, low: f64, high: f64) -> Delayed<'a, Array1<u64>>
    where
        A: AsPrimitive<f64>,
    {
        let width = high - low;
        if bins == 0 || width <= 0.0 || !width.is_finite() {
            ArrayError::new(format!(
                "histogram: {bins} bins from {low:?} to {high:?}, which have to be bins of a finite width"
            ))
            .raise();
        }
        self.fold(name!("histogram"), Histogram { low, high, bins })
    }

    /// The values below which these parts of all elements are, with linear interpolation between neighbours; not a number
    /// where one of the elements is not.
    ///
    /// It needs as much memory as the array: all elements are looked at together.
    ///
    /// # Panics
    /// If the array has no elements, or a part is not from 0 to 1.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::arange(0.0, 101.0);
    /// assert_eq!(x.quantile(&[0.5, 0.9]).compute().to_vec(), [50.0, 90.0]);
    /// ```
    ///
    /// # Complexity
    /// O(n · q) for n elements and q parts.
    #[track_caller]
    pub fn quantile(&self, parts: &[f64]) -> Delayed<'a, Array1<A>>
    where
        A: Float,
        f64: AsPrimitive<A>,
    {
        self.demand_elements(name!("quantile"), None);
        if let Some(part) = parts.iter().find(|part| !(0.0..=1.0).contains(*part)) {
            ArrayError::new(format!("quantile: {part} is not from 0 to 1")).raise();
        }
        let parts = parts.to_vec();
        let mut chunks = Vec::with_capacity(self.grid.chunk_count());
        for region in self.grid.regions() {
            let name = name!("quantile");
            chunks.push(chunk_task(name, &self.tree, &region, |plan, inputs| {
                plan.into_array(inputs).into_raw_vec_and_offset().0
            }));
        }
        join_task(name!("quantile"), chunks, move |chunks: Vec<Vec<A>>| {
            let mut all = chunks.concat();
            parts.iter().map(|&part| quantile(&mut all, part)).collect()
        })
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a place among the values"
)]
fn quantile<A: Element + Float>(values: &mut [A], part: f64) -> A
where
    f64: AsPrimitive<A>,
{
    if values.iter().any(|value| value.is_nan()) {
        return A::nan();
    }
    let place = part * (values.len() - 1) as f64;
    let below = place.floor() as usize;
    let order = |a: &A, b: &A| a.partial_cmp(b).unwrap_or(std::cmp::Ordering::Equal);
    let (_, &mut low, above) = values.select_nth_unstable_by(below, order);
    let high = above.iter().copied().reduce(A::min).unwrap_or(low);
    let share: A = (place - place.floor()).as_();
    // Between infinite neighbours there is nothing to weigh.
    if share.is_zero() || low == high {
        return low;
    }
    low + (high - low) * share
}
