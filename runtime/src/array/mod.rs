#![doc = include_str!("../guide/arrays.md")]

mod affine;
mod compute;
mod cumulative;
mod display;
mod element;
mod elementwise;
mod error;
mod expression;
#[cfg(any(feature = "npy", feature = "zarr"))]
mod filed;
mod generated;
mod grid;
mod joined;
mod kernel;
#[cfg(feature = "linalg")]
mod linalg;
mod make;
mod memory;
mod multiply;
#[cfg(feature = "npy")]
mod npy;
mod overlap;
mod product;
pub mod random;
mod reduce;
mod shape;
mod sizes;
#[cfg(any(feature = "npy", feature = "zarr"))]
mod staged;
mod stored;
mod tile;
mod transpose;
mod view;
#[cfg(feature = "zarr")]
mod zarr;

pub use ndarray;
pub use ndarray::s;

pub use element::Element;
pub use elementwise::{Operand, select};
pub use error::ArrayError;
pub use grid::Grid;
#[cfg(feature = "linalg")]
pub use linalg::{Real, Sketch};
pub use make::{arange, eye, from_delayed, from_fn, from_ndarray, full, linspace, ones, zeros};
#[cfg(feature = "npy")]
pub use npy::from_npy;
pub use overlap::Boundary;
pub use shape::{concatenate, stack};
#[doc(hidden)]
pub use sizes::Chunks;
pub use sizes::{Auto, IntoChunks};
#[cfg(feature = "zarr")]
pub use zarr::{ZarrElement, from_zarr};

use std::marker::PhantomData;
use std::sync::Arc;

use ndarray::{Dimension, Ix0, Ix1, Ix2, Ix3, IxDyn};

use error::OrRaise;
use expression::{Expression, Tree};
use shape::broadcast;

/// A chunked array that is computed later: what [`ndarray::Array`] is, lazily, in parallel, and in little memory.
///
/// `A` is the type of the elements, `D` the dimension as in ndarray (`Ix2`, or `IxDyn` where it is not known), `'a` the
/// region of what is borrowed. Operations build an expression and run nothing. [`compute`](Self::compute) evaluates it chunk
/// by chunk, and reductions such as [`sum`](Self::sum) give a [`Delayed`](crate::Delayed). A clone shares the expression.
///
/// See the [module](self) for what is evaluated when, and how often.
///
/// # Examples
/// ```
/// use tembel::array;
///
/// let x = array::arange(0.0, 6.0).reshape((2, 3));
/// let y = (&x * 2.0 + &x).t();
/// assert_eq!(y.compute(), ndarray::arr2(&[[0.0, 9.0], [3.0, 12.0], [6.0, 15.0]]));
/// ```
#[must_use = "nothing is evaluated until it is computed"]
pub struct Array<'a, A, D> {
    tree: Tree<'a, A>,
    grid: Grid,
    dim: PhantomData<D>,
}

/// An [`Array`] with one element and no axes.
pub type Array0<'a, A> = Array<'a, A, Ix0>;
/// An [`Array`] with one axis.
pub type Array1<'a, A> = Array<'a, A, Ix1>;
/// An [`Array`] with two axes.
pub type Array2<'a, A> = Array<'a, A, Ix2>;
/// An [`Array`] with three axes.
pub type Array3<'a, A> = Array<'a, A, Ix3>;
/// An [`Array`] with any number of axes.
pub type ArrayD<'a, A> = Array<'a, A, IxDyn>;

/// Operations on an element that are evaluated in one go. What is larger is stored by chunks: it costs more to do it twice
/// than to keep it, and what evaluates it would need more and more of the stack.
const WEIGHT: usize = 256;

impl<'a, A: Element, D: Dimension> Array<'a, A, D> {
    #[track_caller]
    fn new(tree: Arc<impl Expression<A> + 'a>, grid: Grid) -> Self {
        Self::from_tree(tree, grid)
    }

    #[track_caller]
    fn from_tree(tree: Tree<'a, A>, grid: Grid) -> Self {
        debug_assert_eq!(tree.shape(), grid.shape());
        let is_heavy = tree.weight() > WEIGHT;
        let array = Array {
            tree,
            grid,
            dim: PhantomData,
        };
        if is_heavy { array.persist() } else { array }
    }

    fn tree(&self) -> Tree<'a, A> {
        Arc::clone(&self.tree)
    }

    /// How many elements it has along each axis.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(tembel::array::zeros::<f64, _>((2, 3)).shape(), [2, 3]);
    /// ```
    #[must_use]
    pub fn shape(&self) -> &[usize] {
        self.tree.shape()
    }

    /// How many axes it has.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(tembel::array::zeros::<f64, _>((2, 3)).ndim(), 2);
    /// ```
    #[must_use]
    pub fn ndim(&self) -> usize {
        self.shape().len()
    }

    /// How many elements it has.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(tembel::array::zeros::<f64, _>((2, 3)).len(), 6);
    /// ```
    #[must_use]
    pub fn len(&self) -> usize {
        self.shape().iter().product()
    }

    /// Does it have no elements?
    ///
    /// # Examples
    /// ```
    /// assert!(tembel::array::zeros::<f64, _>((0, 3)).is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How it is cut into chunks.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::zeros::<f64, _>((4, 6)).chunks(3);
    /// assert_eq!(x.grid().counts(), [2, 2]);
    /// ```
    #[must_use]
    pub fn grid(&self) -> &Grid {
        &self.grid
    }

    /// The same array in chunks of another size: a number for all axes, one for each, all sizes, or [`Auto`].
    ///
    /// A chunk is what one task evaluates, and the unit of what is kept in memory. Without this call a chunk has about
    /// 4 MiB. It is no task of its own: elements are evaluated where their new chunk needs them.
    ///
    /// # Panics
    /// If a size is zero, if there are more or fewer sizes than axes, or if sizes do not add up to the shape.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::zeros::<f64, _>((10, 10)).chunks((5, 10));
    /// assert_eq!(x.grid().chunk_count(), 2);
    /// ```
    #[track_caller]
    pub fn chunks(self, chunks: impl IntoChunks) -> Self {
        self.try_chunks(chunks).or_raise()
    }

    /// As [`chunks`](Self::chunks), with an error in place of the panic.
    ///
    /// # Errors
    /// The sizes do not fit the shape.
    ///
    /// # Examples
    /// ```
    /// let error = tembel::array::zeros::<f64, _>((10, 10)).try_chunks((5, 0)).unwrap_err();
    /// assert_eq!(error.to_string(), "chunks: a size is zero in (5, 0) for shape (10, 10)");
    /// ```
    pub fn try_chunks(mut self, chunks: impl IntoChunks) -> Result<Self, ArrayError> {
        self.grid = Grid::new(self.shape(), &chunks.into_chunks(), size_of::<A>())?;
        Ok(self)
    }

    /// The same array in chunks of another size, beside this one: see [`chunks`](Self::chunks).
    ///
    /// # Panics
    /// As [`chunks`](Self::chunks).
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::zeros::<f64, _>((10, 10)).chunks(5);
    /// assert_eq!(x.rechunk(2).grid().chunk_count(), 25);
    /// ```
    #[track_caller]
    pub fn rechunk(&self, chunks: impl IntoChunks) -> Self {
        self.clone().chunks(chunks)
    }
}

impl<A, D> Clone for Array<'_, A, D> {
    fn clone(&self) -> Self {
        Array {
            tree: Arc::clone(&self.tree),
            grid: self.grid.clone(),
            dim: PhantomData,
        }
    }
}
