//! QR decomposition.

use std::sync::Arc;

use ndarray::{ArrayD, Ix2};

use super::super::Array;
use super::super::compute::name;
use super::super::error::{ArrayError, OrRaise, Shape};
use super::super::grid::Grid;
use super::super::kernel::Chunk;
use super::super::make::zeros;
use super::super::stored::Stored;
use super::Real;
use super::tall::{Tall, demand_whole};
use crate::Delayed;
use crate::arguments::IntoArg;
use crate::build::task_split;

impl<A: Real> Array<'_, A, Ix2> {
    /// The QR decomposition of a matrix that is at least as tall as wide: Q, of the same shape, whose columns are orthonormal,
    /// and R, upper triangular, with the matrix as their product.
    ///
    /// The diagonal of R is never negative: so the result is unique where the columns are linearly independent, and does
    /// not depend on chunks but for rounding. Where they are not, Q is orthonormal all the same, and the diagonal has zeros (or
    /// what rounding makes of them). If an element is not a number, all are in what it touches.
    ///
    /// Each chunk of rows is decomposed by itself, and the triangles of eight are decomposed together, in a tree (TSQR). So columns
    /// must not be cut, and two chunks for each worker are enough for all to be busy. Chunks much taller than wide are best.
    /// Q has the chunks of the matrix; R has one. Where only R is used, nothing else is kept.
    ///
    /// # Panics
    /// If the matrix is wider than tall, or its columns are cut into chunks: [`rechunk`](Self::rechunk) it before.
    ///
    /// # Examples
    /// ```
    /// use tembel::array::{self, ndarray::arr2};
    ///
    /// let data = arr2(&[[3.0, 1.0], [4.0, 3.0], [0.0, 2.0]]);
    /// let x = array::from_ndarray(&data).chunks((2, 2));
    /// let (q, r) = x.qr();
    /// let expected = arr2(&[[5.0, 3.0], [0.0, 5.0_f64.sqrt()]]);
    /// let (error, off) = tembel::compute((
    ///     (q.dot(&r) - &x).abs().max(),
    ///     (r - array::from_ndarray(&expected)).abs().max(),
    /// ));
    /// assert!(error < 1e-14 && off < 1e-14);
    /// ```
    ///
    /// # Complexity
    /// 2 n k² operations for R of n × k elements, and as many again twice for Q. Q needs the whole matrix in memory, R a chunk for
    /// each worker.
    #[track_caller]
    #[must_use = "nothing is evaluated until it is computed"]
    pub fn qr(&self) -> (Self, Self) {
        self.try_qr().or_raise()
    }

    /// As [`qr`](Self::qr), with an error in place of the panic.
    ///
    /// # Errors
    /// The matrix is wider than tall, or its columns are cut into chunks.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::ones::<f64, _>((9, 4)).chunks((3, 2));
    /// let error = x.try_qr().unwrap_err();
    /// assert_eq!(error.to_string(), "qr: the columns of shape (9, 4) are cut into 2 chunks; use `rechunk((3, 4))`");
    /// assert!(x.rechunk((3, 4)).try_qr().is_ok());
    /// ```
    #[track_caller]
    pub fn try_qr(&self) -> Result<(Self, Self), ArrayError> {
        let [rows, columns] = [self.shape()[0], self.shape()[1]];
        if rows < columns {
            let shape = Shape(self.shape());
            return Err(ArrayError::new(format_args!(
                "qr: shape {shape} is wider than tall; decompose `.t()`, or use `svd`"
            )));
        }
        demand_whole("qr", self, 1)?;
        if columns == 0 {
            return Ok((zeros(self.dimension()), zeros((0, 0))));
        }
        let (triangle, orthogonal) = Tall::new(name!("qr"), self).into_parts();
        let triangle = IntoArg::<Chunk>::into_arg(triangle);
        let (r, signs) = task_split(name!("qr"), (triangle,), |(triangle,)| turn::<A>(&triangle));
        let q = orthogonal.times(name!("qr"), &signs, columns);
        Ok((q, single(&[columns, columns], r)))
    }

    pub(super) fn dimension(&self) -> Ix2 {
        Ix2(self.shape()[0], self.shape()[1])
    }
}

/// R with a diagonal that is not negative, and what Q has to be multiplied by for that.
fn turn<A: Real>(triangle: &Chunk) -> (Chunk, Chunk) {
    let mut r = ArrayD::clone(&triangle.array::<A>());
    let mut signs = ArrayD::from_elem(r.shape(), A::zero());
    for (at, mut row) in r.rows_mut().into_iter().enumerate() {
        let is_negative = row[at] < A::zero();
        signs[[at, at]] = if is_negative { -A::one() } else { A::one() };
        if is_negative {
            row.iter_mut().skip(at).for_each(|value| *value = -*value);
        }
    }
    (Chunk::new(r), Chunk::new(signs))
}

/// An array of one chunk.
#[track_caller]
pub(super) fn single<'a, A: Real, D: ndarray::Dimension>(
    shape: &[usize],
    chunk: Delayed<'a, Chunk>,
) -> Array<'a, A, D> {
    let sizes: Vec<_> = shape.iter().map(|&length| vec![length]).collect();
    let grid = Grid::from_sizes(&sizes);
    Array::new(Arc::new(Stored::new(grid.clone(), vec![chunk])), grid)
}
