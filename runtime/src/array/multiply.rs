//! Products of matrices in memory.

#[cfg(feature = "linalg")]
use std::ops::Range;

use ndarray::linalg::general_mat_mul;
#[cfg(feature = "linalg")]
use ndarray::s;
use ndarray::{Array2, ArrayView2, LinalgScalar, ShapeBuilder};

use super::element::Element;

/// A matrix in memory.
pub(super) struct Matrix<'t, A> {
    view: ArrayView2<'t, A>,
    /// The memory from the first element on.
    #[cfg_attr(
        not(feature = "linalg"),
        expect(dead_code, reason = "faer asks for slices")
    )]
    data: &'t [A],
}

impl<'t, A> Matrix<'t, A> {
    /// Of memory that begins with the first element, unless the matrix does not fit into it.
    pub(super) fn new(data: &'t [A], shape: [usize; 2], strides: [usize; 2]) -> Option<Self> {
        let view = ArrayView2::from_shape(shape.strides(strides), data).ok()?;
        Some(Matrix { view, data })
    }
}

/// The product.
pub(super) fn multiply<A: Element + LinalgScalar>(
    left: &Matrix<'_, A>,
    right: &Matrix<'_, A>,
) -> Array2<A> {
    let mut out = Array2::from_elem((left.view.nrows(), right.view.ncols()), A::zero());
    #[cfg(feature = "linalg")]
    if let Some(by_faer) = faer_kernel()
        && by_faer(left, right, &mut out)
    {
        return out;
    }
    general_mat_mul(A::one(), &left.view, &right.view, A::zero(), &mut out);
    out
}

/// Multiplies, if the matrices lie in memory as it needs them.
#[cfg(feature = "linalg")]
type Kernel<A> = fn(&Matrix<'_, A>, &Matrix<'_, A>, &mut Array2<A>) -> bool;

/// faer's product, where it has one for the type: it is faster than ndarray's.
#[cfg(feature = "linalg")]
fn faer_kernel<A: Element>() -> Option<Kernel<A>> {
    let single: Kernel<f32> = by_faer;
    let double: Kernel<f64> = by_faer;
    let kernels: [&dyn std::any::Any; 2] = [&single, &double];
    kernels
        .into_iter()
        .find_map(|kernel| kernel.downcast_ref().copied())
}

/// A side of the squares that faer makes at once, at most; of other shapes, it makes as many elements. It adds to all of its
/// result for every 512 elements of the common axis, and of one of this size the memory is near.
#[cfg(feature = "linalg")]
const BLOCK: usize = 512;

#[cfg(feature = "linalg")]
fn by_faer<A: super::linalg::Real>(
    left: &Matrix<'_, A>,
    right: &Matrix<'_, A>,
    out: &mut Array2<A>,
) -> bool {
    let (Some(left), Some(right)) = (left.faer(), right.faer()) else {
        return false;
    };
    let row_cuts = even_cuts(out.nrows(), out.ncols());
    let column_cuts = even_cuts(out.ncols(), out.nrows());
    let mut block = Array2::default((0, 0));
    for rows in row_cuts {
        for columns in column_cuts.clone() {
            let shape = (rows.len(), columns.len());
            let mut target = out.slice_mut(s![rows.clone(), columns.clone()]);
            let left = left.subrows(rows.start, rows.len());
            let right = right.subcols(columns.start, columns.len());
            if let Some(target) = target.as_slice_mut() {
                faer_product(left, right, target);
                continue;
            }
            // In memory of its own, which is used for all blocks, and so stays in a cache.
            if block.dim() != shape {
                block = Array2::default(shape);
            }
            faer_product(left, right, block.as_slice_mut().expect("row by row"));
            target.assign(&block);
        }
    }
    true
}

/// Ranges of about the same length, such that a block is not too large.
#[cfg(feature = "linalg")]
fn even_cuts(length: usize, other: usize) -> impl Iterator<Item = Range<usize>> + Clone {
    let most = BLOCK * BLOCK / other.clamp(1, BLOCK);
    let size = length.div_ceil(length.div_ceil(most).max(1)).max(1);
    let starts = (0..length).step_by(size);
    starts.map(move |start| start..length.min(start + size))
}

#[cfg(feature = "linalg")]
fn faer_product<A: super::linalg::Real>(
    left: faer::MatRef<'_, A>,
    right: faer::MatRef<'_, A>,
    out: &mut [A],
) {
    let out = faer::MatMut::from_row_major_slice_mut(out, left.nrows(), right.ncols());
    let (replace, sequential) = (faer::Accum::Replace, faer::Par::Seq);
    faer::linalg::matmul::matmul(out, replace, left, right, A::one(), sequential);
}

#[cfg(feature = "linalg")]
impl<'t, A: super::linalg::Real> Matrix<'t, A> {
    /// For faer, if elements are contiguous along one axis.
    fn faer(&self) -> Option<faer::MatRef<'t, A>> {
        let transposed = |(rows, columns), (down, along)| {
            Matrix::by_columns(self.data, (columns, rows), (along, down))
                .map(faer::MatRef::transpose)
        };
        let strides = self.view.strides();
        let strides = (strides[0].unsigned_abs(), strides[1].unsigned_abs());
        let shape = self.view.dim();
        Self::by_columns(self.data, shape, strides).or_else(|| transposed(shape, strides))
    }

    /// If columns are contiguous, and do not overlap.
    fn by_columns(
        data: &'t [A],
        (rows, columns): (usize, usize),
        (down, along): (usize, usize),
    ) -> Option<faer::MatRef<'t, A>> {
        if rows == 0 || columns == 0 || down != 1 || along < rows {
            return None;
        }
        let data = &data[..(columns - 1) * along + rows];
        Some(faer::MatRef::from_column_major_slice_with_stride(
            data, rows, columns, along,
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers whose sums depend on the order of their parts.
    fn number(at: usize) -> f64 {
        (f64::from(u32::try_from(at).expect("small")) * 0.7).sin()
    }

    #[test]
    fn the_bits_of_a_product_do_not_depend_on_where_its_operands_lie() {
        for [rows, common, columns] in [
            [1, 300, 1],
            [7, 5, 9],
            [100, 1, 3],
            [1, 90, 70],
            [70, 90, 1],
            [65, 257, 130],
            [515, 9, 1027],
        ] {
            let products = (0..8).map(|shift| {
                let memory: Vec<f64> = (0..shift + (rows + columns) * common)
                    .map(|at: usize| number(at.wrapping_sub(shift) % 10_007))
                    .collect();
                let (left, right) = memory[shift..].split_at(rows * common);
                let left = Matrix::new(left, [rows, common], [common, 1]).expect("it fits");
                let right = Matrix::new(right, [common, columns], [1, common]).expect("it fits");
                multiply(&left, &right).mapv(f64::to_bits)
            });
            let products: Vec<_> = products.collect();
            assert!(
                products.iter().all(|product| *product == products[0]),
                "{rows} × {common} × {columns}"
            );
        }
    }

    #[test]
    fn matrices_are_multiplied_however_they_lie_in_memory() {
        let memory: Vec<f64> = (0..400).map(number).collect();
        for strides in [[1, 7], [9, 1], [2, 13], [13, 2], [0, 1], [1, 0], [0, 0]] {
            let left = Matrix::new(&memory, [5, 6], strides).expect("it fits");
            let right = Matrix::new(&memory[50..], [6, 4], strides).expect("it fits");
            let expected = left.view.to_owned().dot(&right.view.to_owned());
            let off = multiply(&left, &right) - expected;
            assert!(off.iter().all(|off| off.abs() < 1e-14), "{strides:?}");
        }
    }

    #[test]
    fn each_block_of_a_product_is_where_it_belongs() {
        let memory: Vec<f64> = (0..10_000).map(number).collect();
        for [rows, columns] in [[1, 1030], [1030, 1], [515, 513], [1030, 600]] {
            let left = Matrix::new(&memory, [rows, 5], [5, 1]).expect("it fits");
            let right = Matrix::new(&memory[10..], [5, columns], [columns, 1]).expect("it fits");
            let off = multiply(&left, &right) - left.view.dot(&right.view);
            assert!(
                off.iter().all(|off| off.abs() < 1e-14),
                "{rows} × {columns}"
            );
        }
    }
}
