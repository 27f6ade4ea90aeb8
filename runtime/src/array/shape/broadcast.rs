//! Broadcasts, transposes, axes more or fewer.

use std::sync::Arc;

use ndarray::{Dimension, IntoDimension, RemoveAxis};

use super::super::Array;
use super::super::affine::{Affine, Source};
use super::super::element::Element;
use super::super::elementwise::broadcast_tree;
use super::super::error::{ArrayError, OrRaise};
use super::super::grid::Grid;
use super::super::view::View;

/// The shape that two shapes are broadcast to: from the last axis on, equal lengths, or one of them 1 or missing.
pub(in super::super) fn common(left: &[usize], right: &[usize]) -> Option<Vec<usize>> {
    let axes = left.len().max(right.len());
    let length = |shape: &[usize], axis: usize| {
        (axis + shape.len())
            .checked_sub(axes)
            .map_or(1, |axis| shape[axis])
    };
    let both = |axis| match (length(left, axis), length(right, axis)) {
        (left, right) if left == right => Some(left),
        (1, other) | (other, 1) => Some(other),
        _ => None,
    };
    (0..axes).map(both).collect()
}

impl<'a, A: Element, D: Dimension> Array<'a, A, D> {
    /// A view of the array, with the chunks that fit it.
    fn viewed<E: Dimension>(&self, affine: Affine, grid: Grid) -> Array<'a, A, E> {
        Array::new(Arc::new(View::new(self.tree(), affine)), grid)
    }

    /// The axes in reverse order: the transpose of a matrix. Nothing is moved.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::from_fn((2, 3), |(i, j)| 10 * i + j);
    /// assert_eq!(x.t().compute(), ndarray::arr2(&[[0, 10], [1, 11], [2, 12]]));
    /// ```
    pub fn t(&self) -> Self {
        let order: Vec<usize> = (0..self.ndim()).rev().collect();
        self.permuted(&order)
    }

    /// The axes in another order: axis `i` of the result is axis `order[i]` of the array. Nothing is moved.
    ///
    /// # Panics
    /// If `order` does not have each axis once.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::zeros::<f64, _>((2, 3, 4));
    /// assert_eq!(x.permuted_axes([1, 2, 0]).shape(), [3, 4, 2]);
    /// ```
    #[track_caller]
    pub fn permuted_axes(&self, order: impl IntoDimension<Dim = D>) -> Self {
        let order = order.into_dimension().slice().to_vec();
        let mut sorted = order.clone();
        sorted.sort_unstable();
        if !sorted.iter().copied().eq(0..self.ndim()) {
            let shape = super::super::error::Shape(self.shape());
            let text =
                format!("permuted_axes: {order:?} does not have each axis of shape {shape} once");
            ArrayError::new(text).raise();
        }
        self.permuted(&order)
    }

    fn permuted(&self, order: &[usize]) -> Self {
        let mut sources = vec![Source::fixed(0); self.ndim()];
        for (to, &from) in order.iter().enumerate() {
            sources[from] = Source::along(to);
        }
        let shape = order.iter().map(|&axis| self.shape()[axis]).collect();
        let bounds = order.iter().map(|&axis| self.grid().bounds(axis).to_vec());
        let grid = Grid::from_bounds(bounds.collect());
        self.viewed(Affine { shape, sources }, grid)
    }

    /// The array with one more axis, of length 1, before `axis`.
    ///
    /// # Panics
    /// If `axis` is beyond the number of axes.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::zeros::<f64, _>(3);
    /// assert_eq!(x.insert_axis(0).shape(), [1, 3]);
    /// assert_eq!(x.insert_axis(1).shape(), [3, 1]);
    /// ```
    #[track_caller]
    pub fn insert_axis(&self, axis: usize) -> Array<'a, A, D::Larger> {
        if axis > self.ndim() {
            ArrayError::axis("insert_axis", axis, self.shape()).raise();
        }
        let source = |at: usize| Source::along(if at < axis { at } else { at + 1 });
        let mut shape = self.shape().to_vec();
        shape.insert(axis, 1);
        let mut bounds: Vec<_> = (0..self.ndim())
            .map(|at| self.grid().bounds(at).to_vec())
            .collect();
        bounds.insert(axis, vec![0, 1]);
        let sources = (0..self.ndim()).map(source).collect();
        self.viewed(Affine { shape, sources }, Grid::from_bounds(bounds))
    }

    /// What is at one index of an axis, without that axis.
    ///
    /// # Panics
    /// If there is no such axis or index.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::from_fn((2, 3), |(i, j)| 10 * i + j);
    /// assert_eq!(x.index_axis(0, 1).compute().to_vec(), [10, 11, 12]);
    /// ```
    #[track_caller]
    pub fn index_axis(&self, axis: usize, index: usize) -> Array<'a, A, D::Smaller>
    where
        D: RemoveAxis,
    {
        let Some(&length) = self.shape().get(axis) else {
            ArrayError::axis("index_axis", axis, self.shape()).raise();
        };
        if index >= length {
            let shape = super::super::error::Shape(self.shape());
            let text = format!("index_axis: index {index} is beyond axis {axis} of shape {shape}");
            ArrayError::new(text).raise();
        }
        let source = |at: usize| match at.cmp(&axis) {
            std::cmp::Ordering::Less => Source::along(at),
            std::cmp::Ordering::Equal => Source::fixed(index),
            std::cmp::Ordering::Greater => Source::along(at - 1),
        };
        let mut shape = self.shape().to_vec();
        shape.remove(axis);
        let sources = (0..self.ndim()).map(source).collect();
        self.viewed(Affine { shape, sources }, self.grid().without(axis))
    }

    /// The array repeated along axes of length 1, and along new leading axes. Nothing is copied.
    ///
    /// # Panics
    /// If the shapes do not fit.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::arange(0, 3).broadcast_to((2, 3));
    /// assert_eq!(x.compute(), ndarray::arr2(&[[0, 1, 2], [0, 1, 2]]));
    /// ```
    #[track_caller]
    pub fn broadcast_to<Sh: IntoDimension>(&self, shape: Sh) -> Array<'a, A, Sh::Dim> {
        self.try_broadcast_to(shape).or_raise()
    }

    /// As [`broadcast_to`](Self::broadcast_to), with an error in place of the panic.
    ///
    /// # Errors
    /// The shapes do not fit.
    ///
    /// # Examples
    /// ```
    /// let error = tembel::array::zeros::<f64, _>(3).try_broadcast_to((3, 2)).unwrap_err();
    /// assert_eq!(error.to_string(), "broadcast_to: shapes (3,) and (3, 2) do not fit");
    /// ```
    pub fn try_broadcast_to<Sh: IntoDimension>(
        &self,
        shape: Sh,
    ) -> Result<Array<'a, A, Sh::Dim>, ArrayError> {
        let shape = shape.into_dimension().slice().to_vec();
        if common(self.shape(), &shape).as_deref() != Some(&shape[..]) {
            return Err(ArrayError::shapes("broadcast_to", self.shape(), &shape));
        }
        ArrayError::if_too_large("broadcast_to", &shape)?;
        let tree = broadcast_tree(&self.tree, &shape).unwrap_or_else(|| self.tree());
        Ok(Array::from_tree(
            tree,
            Grid::default_for(&shape, size_of::<A>()),
        ))
    }
}
