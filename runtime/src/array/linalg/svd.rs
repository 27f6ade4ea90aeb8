//! Singular value decomposition.

use std::cmp::Ordering;
use std::panic::Location;

use faer::diag::DiagMut;
use faer::dyn_stack::{MemBuffer, MemStack};
use faer::linalg::svd::{ComputeSvdVectors, svd, svd_scratch};
use faer::{Mat, Par, Spec};
use ndarray::{Array1, Ix1, Ix2};
use num_traits::Float;

use super::super::Array;
use super::super::compute::name;
use super::super::error::{ArrayError, OrRaise};
use super::super::kernel::Chunk;
use super::super::make::zeros;
use super::Real;
use super::qr::single;
use super::tall::{Tall, demand_whole, to_faer, to_ndarray, two_axes};
use crate::arguments::IntoArg;
use crate::build::task_split;
use crate::or_fail::fail;

/// U, the singular values, and Vᵀ.
pub(super) type Parts<'a, A> = (Array<'a, A, Ix2>, Array<'a, A, Ix1>, Array<'a, A, Ix2>);

impl<'a, A: Real> Array<'a, A, Ix2> {
    /// The singular value decomposition of a matrix of n × m elements: U of n × k, the k singular values, largest first, and
    /// Vᵀ of k × m, where k is the smaller of n and m. U times the diagonal of the singular values times Vᵀ is the
    /// matrix; columns of U and rows of Vᵀ are orthonormal.
    ///
    /// The sign of each pair of singular vectors is such that the largest element of the row of Vᵀ is positive (of the
    /// column of U, where the matrix is wider than tall, or square with its columns cut).
    ///
    /// The matrix is decomposed into Q and R first, as [`qr`](Self::qr) does it, and R, which is small, by one task. So the longer
    /// axis may be cut into chunks, and the shorter one must not; of a square matrix, either. For a few singular values of a matrix that is large in both
    /// directions there is [`svd_compressed`](Self::svd_compressed).
    ///
    /// An element that is not finite fails the run, with an error of kind [`Failed`](crate::ErrorKind::Failed).
    ///
    /// # Panics
    /// If the shorter axis is cut into chunks: [`rechunk`](Self::rechunk) it before.
    ///
    /// # Examples
    /// ```
    /// use tembel::array::{self, ndarray::arr2};
    ///
    /// let data = arr2(&[[0.0_f64, 2.0], [3.0, 0.0], [0.0, 0.0]]);
    /// let (u, s, vt) = array::from_ndarray(&data).chunks((1, 2)).svd();
    /// let (u, s, vt) = tembel::compute((u.into_delayed(), s.into_delayed(), vt.into_delayed()));
    /// assert!((s[0] - 3.0).abs() < 1e-14 && (s[1] - 2.0).abs() < 1e-14);
    /// let again = u.dot(&ndarray::Array2::from_diag(&s)).dot(&vt);
    /// assert!((again - data).iter().all(|error| error.abs() < 1e-14));
    /// ```
    ///
    /// # Complexity
    /// That of [`qr`](Self::qr), and O(k³) operations in one task.
    #[track_caller]
    #[must_use = "nothing is evaluated until it is computed"]
    pub fn svd(&self) -> Parts<'a, A> {
        self.try_svd().or_raise()
    }

    /// As [`svd`](Self::svd), with an error in place of the panic.
    ///
    /// # Errors
    /// The shorter axis is cut into chunks.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::ones::<f64, _>((9, 4)).chunks((3, 2));
    /// let error = x.try_svd().unwrap_err();
    /// assert_eq!(error.to_string(), "svd: the columns of shape (9, 4) are cut into 2 chunks; use `rechunk((3, 4))`");
    /// ```
    #[track_caller]
    pub fn try_svd(&self) -> Result<Parts<'a, A>, ArrayError> {
        let (shape, counts) = (self.shape(), self.grid().counts());
        let is_wide = match shape[0].cmp(&shape[1]) {
            Ordering::Less => true,
            // Either axis may be the one that is cut.
            Ordering::Equal => counts[0] == 1 && counts[1] > 1,
            Ordering::Greater => false,
        };
        demand_whole("svd", self, usize::from(!is_wide))?;
        if is_wide {
            let (v, s, ut) = self.t().tall_svd();
            return Ok((ut.t(), s, v.t()));
        }
        Ok(self.tall_svd())
    }

    /// Of a matrix that is not wider than tall.
    #[track_caller]
    fn tall_svd(&self) -> Parts<'a, A> {
        let columns = self.shape()[1];
        if columns == 0 {
            return (zeros(self.dimension()), zeros(0), zeros((0, 0)));
        }
        let (triangle, orthogonal) = Tall::new(name!("svd"), self).into_parts();
        let triangle = IntoArg::<Chunk>::into_arg(triangle);
        let location = Location::caller();
        let (u, s, vt) = task_split(name!("svd"), (triangle,), move |(triangle,)| {
            small_svd::<A>(&triangle).unwrap_or_else(|error| fail("svd", location, error))
        });
        (
            orthogonal.times(name!("svd"), &u, columns),
            single(&[columns], s),
            single(&[columns, columns], vt),
        )
    }
}

/// Of a square matrix in memory.
fn small_svd<A: Real>(matrix: &Chunk) -> Result<(Chunk, Chunk, Chunk), ArrayError> {
    let matrix = to_faer(&two_axes(&matrix.array::<A>()));
    let side = matrix.ncols();
    let is_finite = |column| {
        matrix
            .col_as_slice(column)
            .iter()
            .all(|x| Float::is_finite(*x))
    };
    if !(0..side).all(is_finite) {
        let text = "svd: the matrix has elements that are not finite, or too large";
        return Err(ArrayError::new(text));
    }
    let (mut u, mut v) = (Mat::zeros(side, side), Mat::zeros(side, side));
    let mut s = vec![A::zero(); side];
    let thin = ComputeSvdVectors::Thin;
    let scratch = svd_scratch::<A>(side, side, thin, thin, Par::Seq, Spec::default());
    svd(
        matrix.as_ref(),
        DiagMut::from_slice_mut(&mut s),
        Some(u.as_mut()),
        Some(v.as_mut()),
        Par::Seq,
        MemStack::new(&mut MemBuffer::new(scratch)),
        Spec::default(),
    )
    .map_err(|_| ArrayError::new("svd: the singular values do not converge"))?;
    for column in 0..side {
        if largest(v.col_as_slice(column)) < A::zero() {
            for matrix in [&mut u, &mut v] {
                for value in matrix.col_as_slice_mut(column) {
                    *value = -*value;
                }
            }
        }
    }
    let vt = to_ndarray(&v).reversed_axes();
    Ok((
        Chunk::new(to_ndarray(&u).into_dyn()),
        Chunk::new(Array1::from(s).into_dyn()),
        Chunk::new(vt.into_dyn()),
    ))
}

/// The first of the elements that are farthest from zero.
fn largest<A: Real>(values: &[A]) -> A {
    let larger = |most: A, &value: &A| {
        if Float::abs(value) > Float::abs(most) {
            value
        } else {
            most
        }
    };
    values.iter().fold(A::zero(), larger)
}
