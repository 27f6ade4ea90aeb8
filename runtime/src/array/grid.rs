//! How an array is cut into chunks.

use std::fmt;
use std::sync::Arc;

use super::affine::Region;
use super::error::ArrayError;
use super::sizes::Chunks;

/// What chunks of an array that was not told otherwise have.
pub(super) const DEFAULT_BYTES: usize = 4 << 20;

/// The chunks of an array: where each axis is cut.
///
/// # Examples
/// ```
/// use tembel::array;
///
/// let x = array::zeros::<f64, _>((7, 9)).chunks((4, 5));
/// assert_eq!(x.grid().chunk_count(), 4);
/// assert_eq!(x.grid().sizes(1), [5, 4]);
/// assert_eq!(x.grid().to_string(), "2 × 2 chunks of at most 4 × 5");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// For each axis 0, the ends of the chunks, and so the length.
    bounds: Arc<[Vec<usize>]>,
}

/// Chunks of an array at most: a task for each would need more memory than there is.
const MOST: usize = 1 << 28;
/// From as many chunks on, those of the default size grow with the array.
const MANY: usize = 1 << 20;

impl Grid {
    pub(super) fn new(shape: &[usize], chunks: &Chunks, bytes: usize) -> Result<Self, ArrayError> {
        let wrong = || ArrayError::chunks(shape, chunks);
        let sizes = match chunks {
            Chunks::Explicit(sizes) => return Self::explicit(shape, sizes).ok_or_else(wrong),
            Chunks::Same(size) => vec![*size; shape.len()],
            Chunks::Each(sizes) => sizes.clone(),
            Chunks::Bytes(0) => return Err(wrong()),
            Chunks::Bytes(budget) => balanced(shape, (budget / bytes.max(1)).max(1)),
        };
        if sizes.len() != shape.len() || sizes.contains(&0) {
            return Err(wrong());
        }
        if count(shape, &sizes) > MOST {
            return Err(ArrayError::many_chunks(shape, &sizes));
        }
        let cut = |(&length, &size): (&usize, &usize)| {
            let starts = (0..length).step_by(size);
            starts.chain([length]).collect()
        };
        Ok(Grid {
            bounds: shape.iter().zip(&sizes).map(cut).collect(),
        })
    }

    /// Chunks of the default size. Cuts the leading axes first, so that rows stay whole.
    pub(super) fn default_for(shape: &[usize], bytes: usize) -> Self {
        let mut elements = (DEFAULT_BYTES / bytes.max(1)).max(1);
        let mut sizes = rows(shape, elements);
        while count(shape, &sizes) > MANY {
            elements = elements.saturating_mul(2);
            sizes = rows(shape, elements);
        }
        Self::new(shape, &Chunks::Each(sizes), bytes).expect("not too many, and no size is zero")
    }

    /// Cuts chunks that are far larger than those of both arrays which they come from: a column and a row, broadcast, make a
    /// chunk that nobody asked for.
    pub(super) fn cut_down(self, from: [&Grid; 2], bytes: usize) -> Self {
        let largest = |grid: &Grid| grid.largest().into_iter().fold(1, usize::saturating_mul);
        let usual = 4 * DEFAULT_BYTES / bytes.max(1);
        if largest(&self) <= from.into_iter().map(largest).fold(usual, usize::max) {
            return self;
        }
        let sizes = Self::default_for(&self.shape(), bytes).largest();
        let cut = |(bounds, size): (&Vec<usize>, usize)| {
            let between = |ends: &[usize]| {
                (ends[0]..ends[1])
                    .step_by(size.max(1))
                    .skip(1)
                    .chain([ends[1]])
                    .collect::<Vec<_>>()
            };
            [0].into_iter()
                .chain(bounds.windows(2).flat_map(between))
                .collect()
        };
        Grid {
            bounds: self.bounds.iter().zip(sizes).map(cut).collect(),
        }
    }

    fn explicit(shape: &[usize], sizes: &[Vec<usize>]) -> Option<Self> {
        let fits = |(&length, sizes): (&usize, &Vec<usize>)| {
            let sum = sizes
                .iter()
                .try_fold(0, |sum: usize, &size| sum.checked_add(size));
            !sizes.contains(&0) && sum == Some(length)
        };
        let all = sizes.len() == shape.len() && shape.iter().zip(sizes).all(fits);
        all.then(|| Self::from_sizes(sizes))
    }

    pub(super) fn from_sizes(sizes: &[Vec<usize>]) -> Self {
        let cut = |sizes: &Vec<usize>| {
            let ends = sizes.iter().scan(0, |end, size| {
                *end += size;
                Some(*end)
            });
            [0].into_iter().chain(ends).collect()
        };
        Grid {
            bounds: sizes.iter().map(cut).collect(),
        }
    }

    pub(super) fn from_bounds(bounds: Vec<Vec<usize>>) -> Self {
        Grid {
            bounds: bounds.into(),
        }
    }

    pub(super) fn bounds(&self, axis: usize) -> &[usize] {
        &self.bounds[axis]
    }

    /// How many axes it has.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(tembel::array::zeros::<f64, _>((2, 3)).grid().ndim(), 2);
    /// ```
    #[must_use]
    pub fn ndim(&self) -> usize {
        self.bounds.len()
    }

    /// How many elements the array has along each axis.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(tembel::array::zeros::<f64, _>((2, 3)).grid().shape(), [2, 3]);
    /// ```
    #[must_use]
    pub fn shape(&self) -> Vec<usize> {
        let length = |bounds: &Vec<usize>| bounds.last().copied().unwrap_or(0);
        self.bounds.iter().map(length).collect()
    }

    /// How many elements the chunks have along an axis.
    ///
    /// # Panics
    /// If there is no such axis.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(tembel::array::zeros::<f64, _>(7).chunks(3).grid().sizes(0), [3, 3, 1]);
    /// ```
    #[must_use]
    pub fn sizes(&self, axis: usize) -> Vec<usize> {
        self.bounds[axis]
            .windows(2)
            .map(|ends| ends[1] - ends[0])
            .collect()
    }

    /// How many chunks there are along each axis.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(tembel::array::zeros::<f64, _>((7, 3)).chunks(3).grid().counts(), [3, 1]);
    /// ```
    #[must_use]
    pub fn counts(&self) -> Vec<usize> {
        self.bounds.iter().map(|bounds| bounds.len() - 1).collect()
    }

    /// How many chunks there are.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(tembel::array::zeros::<f64, _>((7, 3)).chunks(3).grid().chunk_count(), 3);
    /// ```
    #[must_use]
    pub fn chunk_count(&self) -> usize {
        self.counts().iter().product()
    }

    /// The place of each chunk in the grid, the last axis fastest.
    pub(super) fn places(&self) -> impl Iterator<Item = Vec<usize>> + use<> {
        let counts = self.counts();
        let total: usize = counts.iter().product();
        (0..total).map(move |number| place_of(number, &counts))
    }

    /// The elements of the chunk at a place.
    pub(super) fn region(&self, place: &[usize]) -> Region {
        let range = |(bounds, &at): (&Vec<usize>, &usize)| bounds[at]..bounds[at + 1];
        self.bounds.iter().zip(place).map(range).collect()
    }

    /// The elements of each chunk, the last axis fastest.
    pub(super) fn regions(&self) -> impl Iterator<Item = Region> + '_ {
        self.places().map(|place| self.region(&place))
    }

    /// The number of the chunk at a place.
    pub(super) fn number(&self, place: &[usize]) -> usize {
        let counts = self.bounds.iter().map(|bounds| bounds.len() - 1);
        counts
            .zip(place)
            .fold(0, |number, (count, at)| number * count + at)
    }

    /// The grid without one axis.
    pub(super) fn without(&self, axis: usize) -> Self {
        let mut bounds = self.bounds.to_vec();
        bounds.remove(axis);
        Self::from_bounds(bounds)
    }

    /// Chunks for two arrays of the same shape that are cut along one axis each, and not the same, as an array and its transpose
    /// are: cut along both, where the two are cut, as near to squares as that allows and not larger than the larger ones.
    ///
    /// Chunks that are long rows for one of them are narrow columns for the other: of a narrow column, each line of the cache is
    /// read for a few elements.
    pub(super) fn crossed(&self, other: &Self) -> Option<Self> {
        let cut_axis = |grid: &Self| {
            let mut axes = (0..grid.ndim()).filter(|&axis| grid.bounds(axis).len() > 2);
            axes.next().filter(|_| axes.next().is_none())
        };
        let (down, along) = (cut_axis(self)?, cut_axis(other)?);
        let (shape, own, others) = (self.shape(), self.largest(), other.largest());
        if down == along || shape != other.shape() {
            return None;
        }
        let elements = (own[down] * shape[along]).max(shape[down] * others[along]);
        let side = root(elements, 2).min(shape[down]);
        let rows = (side / own[down]).max(1);
        let columns = (elements / (rows * own[down]) / others[along]).max(1);
        let mut bounds = self.bounds.to_vec();
        bounds[down] = every(&self.bounds[down], rows);
        bounds[along] = every(&other.bounds[along], columns);
        Some(Self::from_bounds(bounds))
    }

    /// The largest chunk's shape.
    pub(super) fn largest(&self) -> Vec<usize> {
        (0..self.ndim())
            .map(|axis| self.sizes(axis).into_iter().max().unwrap_or(0))
            .collect()
    }
}

impl fmt::Display for Grid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let times = |numbers: &[usize]| {
            let numbers: Vec<_> = numbers.iter().map(ToString::to_string).collect();
            numbers.join(" × ")
        };
        match self.chunk_count() {
            1 => write!(f, "1 chunk"),
            _ => write!(
                f,
                "{} chunks of at most {}",
                times(&self.counts()),
                times(&self.largest())
            ),
        }
    }
}

/// The place of a number in row-major order.
pub(super) fn place_of(mut number: usize, counts: &[usize]) -> Vec<usize> {
    let mut place = vec![0; counts.len()];
    for (at, &count) in place.iter_mut().zip(counts).rev() {
        *at = number % count;
        number /= count;
    }
    place
}

/// Chunks of so many elements, with whole rows where they fit.
fn rows(shape: &[usize], elements: usize) -> Vec<usize> {
    let mut left = elements;
    let mut sizes = vec![1; shape.len()];
    for (size, &length) in sizes.iter_mut().zip(shape).rev() {
        *size = left.min(length).max(1);
        left /= *size;
        if *size < length {
            break;
        }
    }
    sizes
}

/// How many chunks of these sizes there are.
fn count(shape: &[usize], sizes: &[usize]) -> usize {
    let counts = shape
        .iter()
        .zip(sizes)
        .map(|(length, size)| length.div_ceil(*size));
    counts.fold(1, usize::saturating_mul)
}

/// Every so many of an axis' cuts, and both ends.
fn every(bounds: &[usize], step: usize) -> Vec<usize> {
    let inner = bounds[..bounds.len() - 1].iter().step_by(step);
    inner.chain(bounds.last()).copied().collect()
}

/// Chunks of about `elements`, as near to cubes as the shape allows.
fn balanced(shape: &[usize], elements: usize) -> Vec<usize> {
    let mut sizes = vec![0; shape.len()];
    let mut axes: Vec<usize> = (0..shape.len()).collect();
    axes.sort_by_key(|&axis| shape[axis]);
    let mut left = elements;
    for (done, &axis) in axes.iter().enumerate() {
        let side = root(left, axes.len() - done);
        sizes[axis] = side.min(shape[axis]).max(1);
        left = (left / sizes[axis]).max(1);
    }
    sizes
}

/// The largest number whose `degree`th power is at most `value`.
fn root(value: usize, degree: usize) -> usize {
    let fits = |side: usize| {
        u32::try_from(degree)
            .ok()
            .and_then(|degree| side.checked_pow(degree))
            .is_some_and(|power| power <= value)
    };
    let (mut low, mut high) = (1, value.max(1).saturating_add(1));
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if fits(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    low
}
