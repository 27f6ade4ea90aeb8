//! Parts of an array.

use std::sync::Arc;

use ndarray::{Dimension, SliceArg, SliceInfoElem};

use super::super::Array;
use super::super::affine::{Affine, Source};
use super::super::element::Element;
use super::super::error::{ArrayError, OrRaise, Shape};
use super::super::grid::Grid;
use super::super::view::View;

impl<'a, A: Element, D: Dimension> Array<'a, A, D> {
    /// A part of the array, as ndarray's `s![]` says: ranges, steps (also negative), single indices, new axes. Nothing is
    /// copied, and nothing is evaluated of what is left out.
    ///
    /// # Panics
    /// If an index or a range goes beyond the array, or there are more or fewer of them than axes.
    ///
    /// # Examples
    /// ```
    /// use tembel::array::{self, s};
    ///
    /// let x = array::from_fn((4, 6), |(i, j)| 10 * i + j);
    /// assert_eq!(x.slice(s![1..3, ..;3]).compute(), ndarray::arr2(&[[10, 13], [20, 23]]));
    /// assert_eq!(x.slice(s![-1, ..2]).compute().to_vec(), [30, 31]);
    /// ```
    #[track_caller]
    pub fn slice<I: SliceArg<D>>(&self, info: I) -> Array<'a, A, I::OutDim> {
        self.try_slice(info).or_raise()
    }

    /// As [`slice`](Self::slice), with an error in place of the panic.
    ///
    /// # Errors
    /// An index or a range goes beyond the array, or there are more or fewer of them than axes.
    ///
    /// # Examples
    /// ```
    /// use tembel::array::{self, s};
    ///
    /// let error = array::zeros::<f64, _>((4, 6)).try_slice(s![0..5, ..]).unwrap_err();
    /// assert_eq!(error.to_string(), "slice: 0..5 is beyond axis 0 of shape (4, 6)");
    /// ```
    pub fn try_slice<I: SliceArg<D>>(
        &self,
        info: I,
    ) -> Result<Array<'a, A, I::OutDim>, ArrayError> {
        let elements: &[SliceInfoElem] = info.as_ref();
        let given = elements
            .iter()
            .filter(|element| !element.is_new_axis())
            .count();
        if given != self.ndim() {
            let shape = Shape(self.shape());
            return Err(ArrayError::new(format!(
                "slice: {given} ranges for shape {shape}"
            )));
        }
        let mut affine = Affine {
            shape: Vec::new(),
            sources: Vec::new(),
        };
        let mut bounds = Vec::new();
        for element in elements {
            let to = affine.shape.len();
            let axis = affine.sources.len();
            match *element {
                SliceInfoElem::NewAxis => {
                    affine.shape.push(1);
                    bounds.push(vec![0, 1]);
                }
                SliceInfoElem::Index(index) => {
                    let at = self.resolve_index(index, axis)?;
                    affine.sources.push(Source::fixed(at));
                }
                SliceInfoElem::Slice { start, end, step } => {
                    let (start, end) = self.resolve_range(start, end, axis)?;
                    if step == 0 {
                        return Err(ArrayError::new(format!(
                            "slice: a step of zero along axis {axis}"
                        )));
                    }
                    let length = (end - start).div_ceil(step.unsigned_abs());
                    let first = if step > 0 || length == 0 {
                        start
                    } else {
                        end - 1
                    };
                    let source = Source {
                        start: first,
                        step,
                        axis: Some(to),
                    };
                    affine.sources.push(source);
                    affine.shape.push(length);
                    bounds.push(cut(self.grid().bounds(axis), first, step, length));
                }
            }
        }
        let view = View::new(self.tree(), affine);
        Ok(Array::new(Arc::new(view), Grid::from_bounds(bounds)))
    }

    fn resolve_index(&self, index: isize, axis: usize) -> Result<usize, ArrayError> {
        let length = self.shape()[axis];
        let at = from_end(index, length).filter(|&at| at < length);
        at.ok_or_else(|| {
            let shape = Shape(self.shape());
            ArrayError::new(format!(
                "slice: index {index} is beyond axis {axis} of shape {shape}"
            ))
        })
    }

    fn resolve_range(
        &self,
        start: isize,
        end: Option<isize>,
        axis: usize,
    ) -> Result<(usize, usize), ArrayError> {
        let length = self.shape()[axis];
        let from = from_end(start, length);
        let to = end.map_or(Some(length), |end| from_end(end, length));
        match (from, to) {
            (Some(from), Some(to)) if from <= length && to <= length => Ok((from.min(to), to)),
            _ => {
                let end = end.map_or_else(String::new, |end| end.to_string());
                let shape = Shape(self.shape());
                Err(ArrayError::new(format!(
                    "slice: {start}..{end} is beyond axis {axis} of shape {shape}"
                )))
            }
        }
    }
}

/// An index that may count from the end.
fn from_end(index: isize, length: usize) -> Option<usize> {
    if index < 0 {
        length.checked_add_signed(index)
    } else {
        Some(index.unsigned_abs())
    }
}

/// Where a slice is cut such that its chunks are parts of the array's.
fn cut(bounds: &[usize], start: usize, step: isize, length: usize) -> Vec<usize> {
    let affine = Affine {
        shape: vec![length],
        sources: vec![Source {
            start,
            step,
            axis: Some(0),
        }],
    };
    let pieces = affine.pieces(0, bounds);
    [0].into_iter()
        .chain(pieces.into_iter().map(|(range, _)| range.end))
        .collect()
}
