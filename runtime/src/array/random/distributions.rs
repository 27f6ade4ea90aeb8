//! The distributions.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::fmt::Debug;

use ndarray::IntoDimension;
use num_traits::{AsPrimitive, Float};

use super::super::Array;
use super::super::element::Element;
use super::super::error::ArrayError;
use super::super::generated::Generator;
use super::super::kernel::{sized, vectorized};
use super::super::make::generated;
use super::normal::normals;
use super::philox::Philox;

/// Normally distributed numbers with mean 0 and standard deviation 1.
///
/// # Examples
/// ```
/// use tembel::array::random;
///
/// let x = random::standard_normal((1000, 1000), 42);
/// assert!(x.mean().compute().abs() < 0.01);
/// // The same numbers, whatever the chunks.
/// assert_eq!(x.rechunk(100).compute(), x.compute());
/// ```
pub fn standard_normal<Sh: IntoDimension>(shape: Sh, seed: u64) -> Array<'static, f64, Sh::Dim> {
    random(
        shape,
        Normal {
            philox: Philox::new(seed),
        },
    )
}

/// Normally distributed numbers with this mean and standard deviation.
///
/// # Panics
/// If the deviation is negative or not a number.
///
/// # Examples
/// ```
/// let x = tembel::array::random::normal(10_000, 5.0_f32, 0.1, 42);
/// assert!((x.mean().compute() - 5.0).abs() < 0.01);
/// ```
#[track_caller]
pub fn normal<A: Element + Float + Debug, Sh: IntoDimension>(
    shape: Sh,
    mean: A,
    deviation: A,
    seed: u64,
) -> Array<'static, A, Sh::Dim>
where
    f64: AsPrimitive<A>,
{
    if deviation < A::zero() || deviation.is_nan() {
        ArrayError::new(format!("normal: a standard deviation of {deviation:?}")).raise();
    }
    standard_normal(shape, seed).map(move |x| mean + deviation * x.as_())
}

/// Numbers from `low` up to `high`, without `high`, each equally likely.
///
/// # Panics
/// If `low` is not less than `high`, or it is infinitely far from there.
///
/// # Examples
/// ```
/// use tembel::{array::random, compute};
///
/// let x = random::uniform((100, 100), -1.0, 1.0, 42);
/// let (min, max) = compute((x.min(), x.max()));
/// assert!(-1.0 <= min && min < -0.99 && 0.99 < max && max < 1.0);
/// ```
#[track_caller]
pub fn uniform<A: Element + Float + Debug, Sh: IntoDimension>(
    shape: Sh,
    low: A,
    high: A,
    seed: u64,
) -> Array<'static, A, Sh::Dim>
where
    f64: AsPrimitive<A>,
{
    let width = high - low;
    if width <= A::zero() || !width.is_finite() {
        ArrayError::new(format!(
            "uniform: there is no finite range from {low:?} up to {high:?}"
        ))
        .raise();
    }
    let unit = random(
        shape,
        Uniform {
            philox: Philox::new(seed),
        },
    );
    unit.map(move |x| {
        let x = low + width * x.as_();
        // Rounding may reach the end that does not belong to it.
        if x < high { x } else { low }
    })
}

/// Integers from `low` up to `high`, without `high`, each equally likely.
///
/// # Panics
/// If `low` is not less than `high`.
///
/// # Examples
/// ```
/// use tembel::{array::random, compute};
///
/// let dice = random::integers(10_000, 1, 7, 42);
/// let (min, max) = compute((dice.min(), dice.max()));
/// assert_eq!((min, max), (1, 6));
/// ```
#[track_caller]
pub fn integers<A, Sh: IntoDimension>(
    shape: Sh,
    low: A,
    high: A,
    seed: u64,
) -> Array<'static, A, Sh::Dim>
where
    A: Element + PartialOrd + Debug + AsPrimitive<i64>,
    i64: AsPrimitive<A>,
{
    let (first, end): (i64, i64) = (low.as_(), high.as_());
    let width = end.wrapping_sub(first).cast_unsigned();
    // Compared as what they are: `u64` has numbers that `i64` does not have.
    if low.partial_cmp(&high).is_none_or(Ordering::is_ge) || width == 0 {
        ArrayError::new(format!(
            "integers: there is none from {low:?} up to {high:?}"
        ))
        .raise();
    }
    let low = first;
    let integers = Integers {
        philox: Philox::new(seed),
        width,
    };
    random(shape, integers).map(move |x| low.wrapping_add(x.cast_signed()).as_())
}

fn random<'a, A: Element, Sh: IntoDimension>(
    shape: Sh,
    distribution: impl Distribution<A> + 'a,
) -> Array<'a, A, Sh::Dim> {
    let shape = shape.into_dimension();
    let lengths = ndarray::Dimension::slice(&shape).to_vec();
    generated(
        &shape,
        Random {
            shape: lengths,
            distribution,
        },
    )
}

/// Elements from their place in row-major order.
trait Distribution<A>: Send + Sync {
    fn fill(&self, first: u64, out: &mut [A]);
}

struct Random<T> {
    shape: Vec<usize>,
    distribution: T,
}

impl<A: Element, T: Distribution<A>> Generator<A> for Random<T> {
    fn run(&self, index: &[usize], steps: &[isize], out: &mut [A]) {
        let place = index
            .iter()
            .zip(&self.shape)
            .fold(0, |at, (index, len)| at * len + index);
        let strides = steps.iter().zip(&self.shape);
        let step = strides.fold(0, |at: isize, (step, len)| at * len.cast_signed() + step);
        if step == 1 {
            return self.distribution.fill(place as u64, out);
        }
        let mut place = place;
        for out in out {
            self.distribution
                .fill(place as u64, std::slice::from_mut(out));
            place = place.wrapping_add_signed(step);
        }
    }

    fn weight(&self) -> usize {
        8
    }
}

thread_local! {
    /// Bits on their way to become numbers.
    static BITS: RefCell<Vec<u64>> = const { RefCell::new(Vec::new()) };
}

fn with_bits(philox: Philox, first: u64, count: usize, work: impl FnOnce(&[u64])) {
    BITS.with_borrow_mut(|bits| {
        let bits = sized(bits, count);
        philox.fill(first, bits);
        work(bits);
    });
}

struct Normal {
    philox: Philox,
}

impl Distribution<f64> for Normal {
    fn fill(&self, first: u64, out: &mut [f64]) {
        with_bits(self.philox, first, out.len(), |bits| {
            vectorized(
                #[inline(always)]
                || normals(self.philox, first, bits, out),
            );
        });
    }
}

/// From 0 to 1, without 1.
struct Uniform {
    philox: Philox,
}

impl Distribution<f64> for Uniform {
    fn fill(&self, first: u64, out: &mut [f64]) {
        with_bits(self.philox, first, out.len(), |bits| {
            vectorized(
                #[inline(always)]
                || {
                    for (out, bits) in out.iter_mut().zip(bits) {
                        *out = f64::from_bits(*bits >> 12 | 0x3FF0_0000_0000_0000) - 1.0;
                    }
                },
            );
        });
    }
}

/// From 0 up to `width`.
struct Integers {
    philox: Philox,
    width: u64,
}

impl Distribution<u64> for Integers {
    /// D. Lemire, "Fast random integer generation in an interval" (2019).
    fn fill(&self, first: u64, out: &mut [u64]) {
        let rest = self.width.wrapping_neg() % self.width;
        with_bits(self.philox, first, out.len(), |bits| {
            for (place, (out, bits)) in (first..).zip(out.iter_mut().zip(bits)) {
                let mut bits = *bits;
                let mut attempt = 0;
                *out = loop {
                    let product = u128::from(bits) * u128::from(self.width);
                    #[expect(clippy::cast_possible_truncation, reason = "the product's two halves")]
                    let (high, low) = ((product >> 64) as u64, product as u64);
                    if low >= rest {
                        break high;
                    }
                    attempt += 1;
                    bits = self.philox.at(place, attempt);
                };
            }
        });
    }
}
