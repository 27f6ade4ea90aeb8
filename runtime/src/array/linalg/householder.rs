//! QR of a matrix in memory by Householder reflections.

use faer::dyn_stack::{MemBuffer, MemStack};
use faer::linalg::householder::{
    apply_block_householder_on_the_left_in_place_scratch as scratch,
    apply_block_householder_sequence_on_the_left_in_place_with_conj as apply_sequence,
    apply_block_householder_transpose_on_the_left_in_place_with_conj as apply_transposed,
    make_householder_in_place,
};
use faer::linalg::matmul::matmul;
use faer::linalg::matmul::triangular::{self, BlockStructure};
use faer::{Accum, Conj, Mat, MatMut, Par};
use ndarray::ArrayD;

use super::Real;

/// Columns whose reflections are applied together: enough for a product to be fast, few enough for their triangular factor to
/// cost little.
const BLOCK: usize = 48;

/// The reflections whose product is Q, and R.
///
/// R. Schreiber, C. Van Loan, "A storage-efficient WY representation for products of Householder transformations" (1989), with
/// the inverse of their T: the upper triangle of `VᵀV` with halved diagonal. faer has such a QR too, but that one leaves columns
/// out that are within 16 m ε of the span of those before them, for m rows: too much for a tall matrix.
#[derive(Debug)]
pub(super) struct Reflections<A> {
    /// Below the diagonal the reflections, a column each, whose first element is one. R is the rest.
    basis: Mat<A>,
    /// A square for each block of columns, side by side.
    factor: Mat<A>,
}

impl<A: Real> Reflections<A> {
    /// Decomposes a matrix. Its columns are aligned alike wherever it lies in memory, and so the bits of the result are
    /// always the same.
    pub(super) fn of(matrix: Mat<A>) -> Self {
        let (rows, columns) = (matrix.nrows(), matrix.ncols());
        let rank = rows.min(columns);
        let block = BLOCK.min(rank).max(1);
        let (mut basis, mut factor) = (matrix, Mat::zeros(block, rank));
        let mut memory = MemBuffer::new(scratch::<A>(rows, block, columns));
        let stack = MemStack::new(&mut memory);
        for from in (0..rank).step_by(block) {
            let width = block.min(rank - from);
            let rest = basis
                .as_mut()
                .submatrix_mut(from, from, rows - from, columns - from);
            let (mut panel, right) = rest.split_at_col_mut(width);
            let mut own = factor.as_mut().submatrix_mut(0, from, width, width);
            reflect(panel.as_mut(), own.as_mut(), stack);
            apply_transposed(
                panel.as_ref(),
                own.as_ref(),
                Conj::No,
                right,
                Par::Seq,
                stack,
            );
        }
        Reflections { basis, factor }
    }

    /// R, with as many rows as the matrix has rows or columns, whichever are fewer.
    pub(super) fn triangle(&self) -> ArrayD<A> {
        let rank = self.factor.ncols();
        let mut triangle = ArrayD::from_elem(vec![rank, self.basis.ncols()], A::default());
        for column in 0..self.basis.ncols() {
            for row in 0..rank.min(column + 1) {
                triangle[[row, column]] = self.basis[(row, column)];
            }
        }
        triangle
    }

    /// Q times a matrix with as many rows as R.
    pub(super) fn times(&self, top: &Mat<A>) -> Mat<A> {
        let (rows, columns) = (self.basis.nrows(), top.ncols());
        let mut out = Mat::zeros(rows, columns);
        out.as_mut().subrows_mut(0, top.nrows()).copy_from(top);
        if self.factor.ncols() > 0 {
            let mut memory = MemBuffer::new(scratch::<A>(rows, self.factor.nrows(), columns));
            let (stack, to) = (MemStack::new(&mut memory), out.as_mut());
            let (basis, factor) = (self.basis.as_ref(), self.factor.as_ref());
            apply_sequence(basis, factor, Conj::No, to, Par::Seq, stack);
        }
        out
    }
}

/// Decomposes a panel that is at least as tall as wide, one half of its columns after the other: E. Elmroth, F. Gustavson, "New
/// serial and parallel recursive QR factorization algorithms" (1998).
fn reflect<A: Real>(mut panel: MatMut<'_, A>, mut factor: MatMut<'_, A>, stack: &mut MemStack) {
    let width = panel.ncols();
    if width == 1 {
        let (head, tail) = panel.col_mut(0).split_at_row_mut(1);
        let head = head.try_as_col_major_mut().expect("columns are contiguous");
        let reflection = make_householder_in_place(&mut head.as_slice_mut()[0], tail);
        factor[(0, 0)] = reflection.tau;
        return;
    }
    let half = width / 2;
    let rows = panel.nrows();
    let (mut left, mut right) = panel.as_mut().split_at_col_mut(half);
    let (mut first, mut across, _, second) = factor.as_mut().split_at_mut(half, half);
    reflect(left.as_mut(), first.as_mut(), stack);
    apply_transposed(
        left.as_ref(),
        first.as_ref(),
        Conj::No,
        right.as_mut(),
        Par::Seq,
        stack,
    );
    let mut lower = right.subrows_mut(half, rows - half);
    reflect(lower.as_mut(), second, stack);
    // The upper triangle of VᵀV.
    let left = left.as_ref().subrows(half, rows - half);
    let (left_top, left_rest) = left.split_at_row(width - half);
    let (right_top, right_rest) = lower.as_ref().split_at_row(width - half);
    triangular::matmul(
        across.as_mut(),
        BlockStructure::Rectangular,
        Accum::Replace,
        left_top.transpose(),
        BlockStructure::Rectangular,
        right_top,
        BlockStructure::UnitTriangularLower,
        A::one(),
        Par::Seq,
    );
    matmul(
        across,
        Accum::Add,
        left_rest.transpose(),
        right_rest,
        A::one(),
        Par::Seq,
    );
}
