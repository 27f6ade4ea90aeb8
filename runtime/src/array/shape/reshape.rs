//! The same elements in another shape.

use std::ops::Range;
use std::sync::Arc;

use ndarray::{Dimension, IntoDimension};

use super::super::Array;
use super::super::affine::{Affine, Region};
use super::super::compute::{input_task, name};
use super::super::element::Element;
use super::super::error::{ArrayError, OrRaise, Shape};
use super::super::expression::{Tree, bind};
use super::super::grid::{Grid, place_of};
use super::super::kernel::{Chunk, Plan};
use super::super::stored::Stored;
use crate::Delayed;

impl<'a, A: Element, D: Dimension> Array<'a, A, D> {
    /// The elements in another shape, in row-major order.
    ///
    /// Each chunk of the result is a task that evaluates its elements once; chunks are whole rows of the result.
    ///
    /// # Panics
    /// If the shape has more or fewer elements.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::arange(0, 6).reshape((2, 3));
    /// assert_eq!(x.compute(), ndarray::arr2(&[[0, 1, 2], [3, 4, 5]]));
    /// ```
    #[track_caller]
    pub fn reshape<Sh: IntoDimension>(&self, shape: Sh) -> Array<'a, A, Sh::Dim> {
        self.try_reshape(shape).or_raise()
    }

    /// As [`reshape`](Self::reshape), with an error in place of the panic.
    ///
    /// # Errors
    /// The shape has more or fewer elements.
    ///
    /// # Examples
    /// ```
    /// let error = tembel::array::arange(0, 6).try_reshape((2, 2)).unwrap_err();
    /// assert_eq!(error.to_string(), "reshape: an array of shape (6,) has 6 elements, and shape (2, 2) has 4");
    /// ```
    #[track_caller]
    pub fn try_reshape<Sh: IntoDimension>(
        &self,
        shape: Sh,
    ) -> Result<Array<'a, A, Sh::Dim>, ArrayError> {
        let shape = shape.into_dimension().slice().to_vec();
        ArrayError::if_too_large("reshape", &shape)?;
        let elements: usize = shape.iter().product();
        if elements != self.len() {
            return Err(ArrayError::new(format!(
                "reshape: an array of shape {} has {} elements, and shape {} has {elements}",
                Shape(self.shape()),
                self.len(),
                Shape(&shape)
            )));
        }
        let grid = Grid::default_for(&shape, size_of::<A>());
        let mut chunks = Vec::with_capacity(grid.chunk_count());
        for region in grid.regions() {
            chunks.push(rows(&self.tree, &shape, &region));
        }
        Ok(Array::new(
            Arc::new(Stored::new(grid.clone(), chunks)),
            grid,
        ))
    }
}

/// A task that makes a chunk whose elements are one run in row-major order.
#[track_caller]
fn rows<'x, A: Element>(
    tree: &Tree<'x, A>,
    shape: &[usize],
    region: &Region,
) -> Delayed<'x, Chunk> {
    let first = region
        .iter()
        .zip(shape)
        .fold(0, |at, (range, len)| at * len + range.start);
    let own: Vec<usize> = region.iter().map(ExactSizeIterator::len).collect();
    let total: usize = own.iter().product();
    let mut plans: Vec<(Plan<'x, A>, Range<usize>)> = Vec::new();
    let mut inputs: Vec<&Delayed<'x, Chunk>> = Vec::new();
    for part in boxes(tree.shape(), first..first + total) {
        let affine = Affine::of(&part);
        let (plan, own) = bind(tree, &affine);
        let from = inputs.len();
        inputs.extend(own);
        plans.push((plan, from..inputs.len()));
    }
    input_task(name!("reshape"), inputs, move |inputs| {
        let mut out = Vec::with_capacity(total);
        for (plan, own) in plans {
            out.extend(plan.into_array(&inputs[own]));
        }
        let chunk = ndarray::ArrayD::from_shape_vec(own, out);
        Chunk::new(chunk.expect("the boxes have as many elements as the run"))
    })
}

/// The boxes of an array that make up a run in row-major order, first to last.
fn boxes(shape: &[usize], run: Range<usize>) -> Vec<Region> {
    let mut boxes = Vec::new();
    let mut at = run.start;
    while at < run.end {
        let place = place_of(at, shape);
        // As many whole axes as begin here and fit, and then a range of the axis before them.
        let (mut axis, mut inner) = (shape.len(), 1);
        while axis > 1 && place[axis - 1] == 0 && inner * shape[axis - 1] <= run.end - at {
            axis -= 1;
            inner *= shape[axis];
        }
        let Some(axis) = axis.checked_sub(1) else {
            return vec![Vec::new()];
        };
        let count = ((run.end - at) / inner).min(shape[axis] - place[axis]);
        let range = |own: usize| match own.cmp(&axis) {
            std::cmp::Ordering::Less => place[own]..place[own] + 1,
            std::cmp::Ordering::Equal => place[axis]..place[axis] + count,
            std::cmp::Ordering::Greater => 0..shape[own],
        };
        boxes.push((0..shape.len()).map(range).collect());
        at += count * inner;
    }
    boxes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_a_rest_whole_rows_and_a_beginning() {
        let boxes = boxes(&[4, 5], 3..17);
        assert_eq!(
            boxes,
            [vec![0..1, 3..5], vec![1..3, 0..5], vec![3..4, 0..2]]
        );
    }

    #[test]
    fn an_array_without_axes_is_a_run_of_one() {
        assert_eq!(boxes(&[], 0..1), [Region::new()]);
    }
}
