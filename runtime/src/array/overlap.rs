//! Functions of chunks with their surroundings.

use std::sync::Arc;

use ndarray::{Axis, IntoDimension, RemoveAxis, Slice};

use super::Array;
use super::affine::{Affine, Source};
use super::compute::{name, part_task, typed};
use super::element::Element;
use super::error::{ArrayError, OrRaise, Shape, demand_shape};
use super::generated::Generated;
use super::grid::Grid;
use super::kernel::Chunk;
use super::make::Full;
use super::stored::Stored;
use super::view::View;

/// What lies beyond the ends of an array.
///
/// # Examples
/// ```
/// use tembel::array::{Boundary, arange};
///
/// let pad = |boundary| arange(1, 5).pad([2], boundary).compute().to_vec();
/// assert_eq!(pad(Boundary::Nearest), [1, 1, 1, 2, 3, 4, 4, 4]);
/// assert_eq!(pad(Boundary::Reflect), [2, 1, 1, 2, 3, 4, 4, 3]);
/// assert_eq!(pad(Boundary::Periodic), [3, 4, 1, 2, 3, 4, 1, 2]);
/// assert_eq!(pad(Boundary::Constant(0)), [0, 0, 1, 2, 3, 4, 0, 0]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Boundary<A> {
    /// The last element again.
    Nearest,
    /// The array backwards, its last element first.
    Reflect,
    /// The array from its other end.
    Periodic,
    /// Always this.
    Constant(A),
}

impl<'a, A: Element, D: RemoveAxis> Array<'a, A, D> {
    /// The array with more elements at both ends of each axis: `depth` of them, as the boundary says.
    ///
    /// # Panics
    /// If a reflected or periodic boundary is wider than the array, or there is nothing to take it from.
    ///
    /// # Examples
    /// See [`Boundary`].
    #[track_caller]
    pub fn pad(&self, depth: impl IntoDimension<Dim = D>, boundary: Boundary<A>) -> Self {
        let depth = depth.into_dimension();
        let mut padded = self.clone();
        for (axis, &depth) in depth.slice().iter().enumerate() {
            if depth > 0 {
                padded = padded.pad_axis(axis, depth, boundary).or_raise();
            }
        }
        padded
    }

    fn pad_axis(
        &self,
        axis: usize,
        depth: usize,
        boundary: Boundary<A>,
    ) -> Result<Self, ArrayError> {
        let length = self.shape()[axis];
        let most = match boundary {
            Boundary::Constant(_) => usize::MAX,
            Boundary::Nearest if length > 0 => usize::MAX,
            _ => length,
        };
        let most = most.min(isize::MAX.unsigned_abs() / 4);
        if depth > most {
            let shape = Shape(self.shape());
            let text =
                format!("pad: {depth} elements beyond axis {axis} of shape {shape} are too many");
            return Err(ArrayError::new(text));
        }
        let (before, after) = match boundary {
            Boundary::Nearest => (Source::fixed(0), Source::fixed(length - 1)),
            Boundary::Reflect => (turned(depth - 1, axis), turned(length - 1, axis)),
            Boundary::Periodic => (from(length - depth, axis), from(0, axis)),
            Boundary::Constant(value) => {
                let margin = self.margin_of(axis, depth, value);
                return Self::try_concatenate(axis, &[margin.clone(), self.clone(), margin]);
            }
        };
        let margin = |source| self.margin(axis, depth, source);
        Self::try_concatenate(axis, &[margin(before), self.clone(), margin(after)])
    }

    /// A strip of `depth` elements along an axis that comes from somewhere in the array.
    fn margin(&self, axis: usize, depth: usize, source: Source) -> Self {
        let mut sources: Vec<Source> = (0..self.ndim()).map(Source::along).collect();
        sources[axis] = source;
        let mut shape = self.shape().to_vec();
        shape[axis] = depth;
        let grid = self.margin_grid(axis, depth);
        Array::new(
            Arc::new(View::new(self.tree(), Affine { shape, sources })),
            grid,
        )
    }

    fn margin_of(&self, axis: usize, depth: usize, value: A) -> Self {
        let mut shape = self.shape().to_vec();
        shape[axis] = depth;
        let grid = self.margin_grid(axis, depth);
        Array::new(Arc::new(Generated::new(shape, Full(value))), grid)
    }

    fn margin_grid(&self, axis: usize, depth: usize) -> Grid {
        let bounds = |at| {
            if at == axis {
                vec![0, depth]
            } else {
                self.grid().bounds(at).to_vec()
            }
        };
        Grid::from_bounds((0..self.ndim()).map(bounds).collect())
    }

    /// What a function makes of each chunk and the elements around it: `depth` more on each side of each axis, from its
    /// neighbours or from beyond the array as the boundary says. The function gives an array of the same shape, whose outer
    /// `depth` elements are dropped again.
    ///
    /// Each chunk of the result is a task. For a function that looks at most `depth` far the result does not depend on how
    /// the array is cut.
    ///
    /// # Panics
    /// As [`pad`](Self::pad). When it is computed, if the function gives an array of another shape.
    ///
    /// # Examples
    /// ```
    /// use ndarray::Array1;
    /// use tembel::array::{Boundary, arange};
    ///
    /// let x = arange(0.0, 6.0).chunks(2);
    /// let smooth = x.map_overlap([1], Boundary::Nearest, |x| {
    ///     Array1::from_shape_fn(x.len(), |i| (x[i.saturating_sub(1)] + x[i] + x[(i + 1).min(x.len() - 1)]) / 3.0)
    /// });
    /// assert_eq!(smooth.slice(ndarray::s![1..5]).compute().to_vec(), [1.0, 2.0, 3.0, 4.0]);
    /// ```
    #[track_caller]
    pub fn map_overlap<B: Element>(
        &self,
        depth: impl IntoDimension<Dim = D>,
        boundary: Boundary<A>,
        f: impl Fn(ndarray::Array<A, D>) -> ndarray::Array<B, D> + Send + Sync + 'a,
    ) -> Array<'a, B, D>
    where
        D: 'static,
    {
        let depth = depth.into_dimension();
        let padded = self.pad(depth.clone(), boundary);
        let depth = depth.slice().to_vec();
        let f = Arc::new(f);
        let mut chunks = Vec::with_capacity(self.grid().chunk_count());
        for (place, own) in self.grid().places().zip(self.grid().regions()) {
            let mut region = own.clone();
            for (range, depth) in region.iter_mut().zip(&depth) {
                range.end += 2 * depth;
            }
            let (f, depth) = (Arc::clone(&f), depth.clone());
            let name = name!("map_overlap");
            chunks.push(part_task(
                name,
                &padded.tree,
                &region,
                own,
                move |plan, inputs| {
                    let shape = plan.tiles.shape().to_vec();
                    let chunk = f(typed(plan.into_array(inputs)));
                    demand_shape("map_overlap", &place, chunk.shape(), &shape);
                    let mut chunk = chunk.into_dyn();
                    for (axis, depth) in depth.into_iter().enumerate() {
                        let inner = depth..shape[axis] - depth;
                        chunk.slice_axis_inplace(Axis(axis), Slice::from(inner));
                    }
                    Chunk::new(chunk)
                },
            ));
        }
        let grid = self.grid().clone();
        Array::new(Arc::new(Stored::new(grid.clone(), chunks)), grid)
    }
}

const fn from(start: usize, axis: usize) -> Source {
    Source {
        start,
        ..Source::along(axis)
    }
}

const fn turned(start: usize, axis: usize) -> Source {
    Source {
        start,
        step: -1,
        axis: Some(axis),
    }
}
