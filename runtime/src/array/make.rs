//! Arrays from nothing, from a function, from what is there.

use std::ops::Add;
use std::sync::Arc;

use ndarray::{ArrayView, Dimension, IntoDimension, Ix0, Ix1, Ix2, IxDyn};
use num_traits::{AsPrimitive, Float, One, Zero};

use super::Array;
use super::element::Element;
use super::error::{ArrayError, OrRaise, demand_shape};
use super::generated::{Generated, Generator};
use super::grid::Grid;
use super::kernel::Chunk;
use super::memory::{Borrowed, Owned};
use super::stored::Stored;
use crate::Delayed;

#[track_caller]
pub(super) fn generated<'a, A: Element, D: Dimension>(
    shape: &D,
    generator: impl Generator<A> + 'a,
) -> Array<'a, A, D> {
    let shape = shape.slice().to_vec();
    ArrayError::if_too_large("array", &shape).or_raise();
    let grid = Grid::default_for(&shape, size_of::<A>());
    Array::new(Arc::new(Generated::new(shape, generator)), grid)
}

/// An array of the same element everywhere.
///
/// # Examples
/// ```
/// let x = tembel::array::full((2, 3), 7);
/// assert_eq!(x.sum().compute(), 42);
/// ```
#[track_caller]
pub fn full<A: Element, Sh: IntoDimension>(shape: Sh, value: A) -> Array<'static, A, Sh::Dim> {
    generated(&shape.into_dimension(), Full(value))
}

/// An array of zeros.
///
/// # Examples
/// ```
/// let x = tembel::array::zeros::<f64, _>((2, 3));
/// assert_eq!(x.compute(), ndarray::Array2::<f64>::zeros((2, 3)));
/// ```
#[track_caller]
pub fn zeros<A: Element + Zero, Sh: IntoDimension>(shape: Sh) -> Array<'static, A, Sh::Dim> {
    full(shape, A::zero())
}

/// An array of ones.
///
/// # Examples
/// ```
/// let x = tembel::array::ones::<i64, _>((2, 3));
/// assert_eq!(x.sum().compute(), 6);
/// ```
#[track_caller]
pub fn ones<A: Element + One, Sh: IntoDimension>(shape: Sh) -> Array<'static, A, Sh::Dim> {
    full(shape, A::one())
}

/// The same everywhere.
pub(super) struct Full<A>(pub(super) A);

impl<A: Element> Generator<A> for Full<A> {
    fn run(&self, _: &[usize], _: &[isize], out: &mut [A]) {
        out.fill(self.0);
    }
}

/// An array whose elements are a function of their index.
///
/// # Examples
/// ```
/// let x = tembel::array::from_fn((2, 3), |(i, j)| 10 * i + j);
/// assert_eq!(x.compute(), ndarray::arr2(&[[0, 1, 2], [10, 11, 12]]));
/// ```
#[track_caller]
pub fn from_fn<'a, A: Element, Sh: IntoDimension<Dim: 'static>>(
    shape: Sh,
    f: impl Fn(<Sh::Dim as Dimension>::Pattern) -> A + Send + Sync + 'a,
) -> Array<'a, A, Sh::Dim> {
    let shape = shape.into_dimension();
    let blank = shape.clone();
    let at = move |index: &[usize]| {
        let mut dim = blank.clone();
        dim.slice_mut().copy_from_slice(index);
        f(dim.into_pattern())
    };
    generated(&shape, Function(at))
}

/// A function of the index.
pub(super) struct Function<F>(pub(super) F);

impl<A: Element, F: Fn(&[usize]) -> A + Send + Sync> Generator<A> for Function<F> {
    fn run(&self, index: &[usize], steps: &[isize], out: &mut [A]) {
        let mut index = index.to_vec();
        for out in out {
            *out = (self.0)(&index);
            for (at, step) in index.iter_mut().zip(steps) {
                *at = at.wrapping_add_signed(*step);
            }
        }
    }
}

/// The numbers from `start` up to `end`, without `end`, in steps of one.
///
/// # Panics
/// If there are too many of them, or one of the two is infinite or not a number.
///
/// # Examples
/// ```
/// assert_eq!(tembel::array::arange(2, 5).compute().to_vec(), [2, 3, 4]);
/// assert_eq!(tembel::array::arange(0.5, 3.0).compute().to_vec(), [0.5, 1.5, 2.5]);
/// ```
#[track_caller]
pub fn arange<A>(start: A, end: A) -> Array<'static, A, Ix1>
where
    A: Element + PartialEq + Add<Output = A> + AsPrimitive<f64> + AsPrimitive<i128>,
    f64: AsPrimitive<A>,
    i128: AsPrimitive<A>,
    usize: AsPrimitive<A>,
{
    let Some(length) = steps(start, end) else {
        let (start, end): (f64, f64) = (start.as_(), end.as_());
        ArrayError::new(format!("arange: numbers from {start} up to {end}")).raise();
    };
    let half: A = 0.5.as_();
    if half == A::default() {
        // Integers: halfway, a place may be beyond what the type can hold.
        let start: i128 = start.as_();
        return generated(
            &Ix1(length),
            Function(move |index: &[usize]| (start + index[0] as i128).as_()),
        );
    }
    let at = move |index: &[usize]| start + index[0].as_();
    generated(&Ix1(length), Function(at))
}

/// How many steps of one there are from `start` to `end`: exactly, where both are whole.
fn steps<A: AsPrimitive<f64> + AsPrimitive<i128>>(start: A, end: A) -> Option<usize> {
    let (first, last): (f64, f64) = (start.as_(), end.as_());
    if !(first.is_finite() && last.is_finite()) {
        return None;
    }
    let (whole_first, whole_last): (i128, i128) = (start.as_(), end.as_());
    let steps = if first.fract() == 0.0 && last.fract() == 0.0 {
        whole_last.saturating_sub(whole_first)
    } else {
        (last - first).ceil().as_()
    };
    usize::try_from(steps.max(0)).ok()
}

/// `count` numbers at equal distances, from `start` to `end`, both included.
///
/// # Examples
/// ```
/// assert_eq!(tembel::array::linspace(0.0, 1.0, 5).compute().to_vec(), [0.0, 0.25, 0.5, 0.75, 1.0]);
/// ```
#[track_caller]
pub fn linspace<A>(start: A, end: A, count: usize) -> Array<'static, A, Ix1>
where
    A: Element + Float,
    usize: AsPrimitive<A>,
{
    let last: A = count.saturating_sub(1).max(1).as_();
    let step = (end - start) / last;
    let at = move |index: &[usize]| {
        if index[0] > 0 && index[0] + 1 == count {
            end
        } else {
            start + step * index[0].as_()
        }
    };
    generated(&Ix1(count), Function(at))
}

/// The identity matrix of `n` rows.
///
/// # Examples
/// ```
/// assert_eq!(tembel::array::eye::<f64>(3).compute(), ndarray::Array2::<f64>::eye(3));
/// ```
#[track_caller]
pub fn eye<A: Element + Zero + One>(n: usize) -> Array<'static, A, Ix2> {
    let at = |index: &[usize]| {
        if index[0] == index[1] {
            A::one()
        } else {
            A::zero()
        }
    };
    generated(&Ix2(n, n), Function(at))
}

/// A borrowed ndarray array or view. Nothing is copied: tasks read it where it is.
///
/// # Examples
/// ```
/// use tembel::array;
///
/// let data = ndarray::Array2::<f64>::ones((100, 100));
/// assert_eq!(array::from_ndarray(&data).sum().compute(), 10_000.0);
/// assert_eq!(array::from_ndarray(data.row(3)).sum().compute(), 100.0);
/// ```
///
/// The compiler sees to it that the data outlives the array:
/// ```compile_fail,E0597
/// let x = {
///     let data = ndarray::Array2::<f64>::ones((3, 3));
///     tembel::array::from_ndarray(&data)
/// };
/// x.sum().compute();
/// ```
pub fn from_ndarray<'a, A: Element, D: Dimension>(
    view: impl Into<ArrayView<'a, A, D>>,
) -> Array<'a, A, D> {
    let view = view.into().into_dyn();
    let grid = Grid::default_for(view.shape(), size_of::<A>());
    Array::new(Arc::new(Borrowed::new(view)), grid)
}

impl<A: Element, D: Dimension> From<ndarray::Array<A, D>> for Array<'_, A, D> {
    /// An array of data that it owns.
    fn from(array: ndarray::Array<A, D>) -> Self {
        let array = array.into_dyn();
        let grid = Grid::default_for(array.shape(), size_of::<A>());
        Array::new(Arc::new(Owned::new(array)), grid)
    }
}

impl<'a, A: Element> From<Delayed<'a, A>> for Array<'a, A, Ix0> {
    /// An array of one deferred element, which fits every shape.
    #[track_caller]
    fn from(value: Delayed<'a, A>) -> Self {
        let chunk = value.map(|value| Chunk::new(ndarray::arr0(value).into_dyn()));
        let grid = Grid::from_bounds(Vec::new());
        Array::new(Arc::new(Stored::new(grid, vec![chunk])), grid_of_one())
    }
}

fn grid_of_one() -> Grid {
    Grid::from_bounds(Vec::new())
}

/// An array of chunks that tasks make, with the sizes of the chunks along each axis; the last axis fastest.
///
/// # Panics
/// If there are not as many chunks as the sizes say, or if a size is zero. When a task gives a chunk of another shape than
/// announced, that task panics, and says which chunk it is.
///
/// # Examples
/// ```
/// use ndarray::Array1;
/// use tembel::{Delayed, array};
///
/// let chunks = (0..3).map(|i| Delayed::new(move || Array1::from_elem(2, i))).collect();
/// let x = array::from_delayed(chunks, [vec![2, 2, 2]]);
/// assert_eq!(x.compute().to_vec(), [0, 0, 1, 1, 2, 2]);
/// ```
#[track_caller]
pub fn from_delayed<A: Element, D: Dimension + 'static>(
    chunks: Vec<Delayed<'_, ndarray::Array<A, D>>>,
    sizes: impl Into<Vec<Vec<usize>>>,
) -> Array<'_, A, D> {
    let sizes: Vec<Vec<usize>> = sizes.into();
    check(&sizes, chunks.len(), D::NDIM).or_raise();
    let grid = Grid::from_sizes(&sizes);
    let mut checked = Vec::with_capacity(chunks.len());
    for ((place, region), chunk) in grid.places().zip(grid.regions()).zip(chunks) {
        let shape: Vec<usize> = region.iter().map(ExactSizeIterator::len).collect();
        let chunk = chunk.map(move |chunk| {
            demand_shape("from_delayed", &place, chunk.shape(), &shape);
            Chunk::new(chunk.into_dyn())
        });
        checked.push(chunk.named("from_delayed"));
    }
    Array::new(Arc::new(Stored::new(grid.clone(), checked)), grid)
}

fn check(sizes: &[Vec<usize>], count: usize, axes: Option<usize>) -> Result<(), ArrayError> {
    if axes.is_some_and(|axes| axes != sizes.len()) {
        let text = format!("from_delayed: sizes {sizes:?} are for {} axes", sizes.len());
        return Err(ArrayError::new(text));
    }
    if sizes.iter().flatten().any(|size| *size == 0) {
        return Err(ArrayError::new(format!(
            "from_delayed: a size is zero in {sizes:?}"
        )));
    }
    let expected = sizes.iter().map(Vec::len).fold(1, usize::saturating_mul);
    if expected != count {
        let text = format!("from_delayed: sizes {sizes:?} are for {expected} chunks, not {count}");
        return Err(ArrayError::new(text));
    }
    let sum = |sizes: &Vec<usize>| sizes.iter().copied().fold(0, usize::saturating_add);
    let shape: Vec<usize> = sizes.iter().map(sum).collect();
    ArrayError::if_too_large("from_delayed", &shape)
}

/// Checked by the compiler: the arrays of other dimensions are not affected by what is made dynamic here.
impl<'a, A: Element, D: Dimension> Array<'a, A, D> {
    /// The same array with a dimension that is only known at run time.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::zeros::<f64, _>((2, 3)).into_dyn();
    /// assert_eq!(x.ndim(), 2);
    /// ```
    pub fn into_dyn(self) -> Array<'a, A, IxDyn> {
        Array::from_tree(self.tree, self.grid)
    }

    /// The same array with a dimension that the compiler knows.
    ///
    /// # Errors
    /// The array has another number of axes.
    ///
    /// # Examples
    /// ```
    /// use ndarray::{Ix1, Ix2};
    ///
    /// let x = tembel::array::zeros::<f64, _>((2, 3)).into_dyn();
    /// assert!(x.clone().into_dimensionality::<Ix1>().is_err());
    /// assert!(x.into_dimensionality::<Ix2>().is_ok());
    /// ```
    pub fn into_dimensionality<E: Dimension>(self) -> Result<Array<'a, A, E>, ArrayError> {
        match E::NDIM {
            Some(axes) if axes != self.ndim() => {
                let shape = super::error::Shape(self.shape());
                let text = format!("into_dimensionality: shape {shape} does not have {axes} axes");
                Err(ArrayError::new(text))
            }
            _ => Ok(Array::from_tree(self.tree, self.grid)),
        }
    }
}
