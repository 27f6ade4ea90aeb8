//! Arrays side by side.

use std::sync::Arc;

use ndarray::{Dimension, RemoveAxis};

use super::super::Array;
use super::super::element::Element;
use super::super::error::{ArrayError, OrRaise};
use super::super::grid::Grid;
use super::super::joined::Joined;

/// Arrays one after the other along an axis.
///
/// # Panics
/// If there is no array or no such axis, or the shapes differ along another axis.
///
/// # Examples
/// ```
/// use tembel::array::{arange, concatenate};
///
/// let x = concatenate(0, &[arange(0, 2), arange(7, 9)]);
/// assert_eq!(x.compute().to_vec(), [0, 1, 7, 8]);
/// ```
#[track_caller]
pub fn concatenate<'a, A: Element, D: RemoveAxis>(
    axis: usize,
    arrays: &[Array<'a, A, D>],
) -> Array<'a, A, D> {
    Array::try_concatenate(axis, arrays).or_raise()
}

/// Arrays of one shape along a new axis.
///
/// # Panics
/// If there is no array, the axis is beyond the number of axes, or the shapes differ.
///
/// # Examples
/// ```
/// use tembel::array::{arange, stack};
///
/// let x = stack(0, &[arange(0, 2), arange(7, 9)]);
/// assert_eq!(x.compute(), ndarray::arr2(&[[0, 1], [7, 8]]));
/// ```
#[track_caller]
pub fn stack<'a, A: Element, D: Dimension>(
    axis: usize,
    arrays: &[Array<'a, A, D>],
) -> Array<'a, A, D::Larger>
where
    D::Larger: RemoveAxis,
{
    Array::try_stack(axis, arrays).or_raise()
}

impl<'a, A: Element, D: Dimension> Array<'a, A, D> {
    /// As [`concatenate`], with an error in place of the panic.
    ///
    /// # Errors
    /// There is no array or no such axis, or the shapes differ along another axis.
    ///
    /// # Examples
    /// ```
    /// use tembel::array::{Array, zeros};
    ///
    /// let error = Array::try_concatenate(0, &[zeros::<f64, _>((2, 3)), zeros((2, 4))]).unwrap_err();
    /// assert_eq!(error.to_string(), "concatenate: shapes (2, 3) and (2, 4) do not fit");
    /// ```
    pub fn try_concatenate(axis: usize, arrays: &[Self]) -> Result<Self, ArrayError> {
        let Some(first) = arrays.first() else {
            return Err(ArrayError::new("concatenate: no arrays"));
        };
        if axis >= first.ndim() {
            return Err(ArrayError::axis("concatenate", axis, first.shape()));
        }
        let others = |shape: &[usize]| {
            let mut shape = shape.to_vec();
            shape.remove(axis);
            shape
        };
        let differs = |array: &&Self| others(array.shape()) != others(first.shape());
        if array_len_differs(first, arrays) || arrays.iter().any(|array| differs(&array)) {
            let other = arrays
                .iter()
                .find(|array| array.ndim() != first.ndim() || differs(array));
            let other = other.map_or(&[][..], Array::shape);
            return Err(ArrayError::shapes("concatenate", first.shape(), other));
        }
        let mut shape = first.shape().to_vec();
        let lengths = arrays.iter().map(|array| array.shape()[axis]);
        shape[axis] = lengths.fold(0, usize::saturating_add);
        ArrayError::if_too_large("concatenate", &shape)?;
        let mut bounds: Vec<Vec<usize>> = (0..first.ndim())
            .map(|axis| first.grid().bounds(axis).to_vec())
            .collect();
        bounds[axis] = vec![0];
        let mut end = 0;
        for array in arrays {
            let own = array.grid().bounds(axis);
            bounds[axis].extend(own[1..].iter().map(|bound| end + bound));
            end += array.shape()[axis];
        }
        let parts = arrays.iter().map(|array| Arc::clone(&array.tree)).collect();
        Ok(Array::new(
            Arc::new(Joined::new(axis, parts)),
            Grid::from_bounds(bounds),
        ))
    }

    /// As [`stack`], with an error in place of the panic.
    ///
    /// # Errors
    /// There is no array, the axis is beyond the number of axes, or the shapes differ.
    ///
    /// # Examples
    /// ```
    /// use tembel::array::{Array, zeros};
    ///
    /// let error = Array::try_stack(0, &[zeros::<f64, _>(3), zeros(4)]).unwrap_err();
    /// assert_eq!(error.to_string(), "stack: shapes (3,) and (4,) do not fit");
    /// ```
    pub fn try_stack(axis: usize, arrays: &[Self]) -> Result<Array<'a, A, D::Larger>, ArrayError> {
        let Some(first) = arrays.first() else {
            return Err(ArrayError::new("stack: no arrays"));
        };
        if axis > first.ndim() {
            return Err(ArrayError::axis("stack", axis, first.shape()));
        }
        if let Some(other) = arrays.iter().find(|array| array.shape() != first.shape()) {
            return Err(ArrayError::shapes("stack", first.shape(), other.shape()));
        }
        let rows: Vec<_> = arrays.iter().map(|array| array.insert_axis(axis)).collect();
        Array::try_concatenate(axis, &rows)
    }
}

fn array_len_differs<A: Element, D: Dimension>(
    first: &Array<'_, A, D>,
    arrays: &[Array<'_, A, D>],
) -> bool {
    arrays.iter().any(|array| array.ndim() != first.ndim())
}
