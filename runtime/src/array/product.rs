//! Matrix products.

use std::ops::Range;
use std::sync::Arc;

use ndarray::{ArrayD, Ix1, Ix2, LinalgScalar};

use super::Array;
use super::affine::Affine;
use super::compute::{input_task, name};
use super::element::Element;
use super::error::{ArrayError, OrRaise};
use super::expression::{Tree, bind};
use super::grid::Grid;
use super::kernel::{Chunk, Plan};
use super::make::zeros;
use super::multiply::{Matrix, multiply as block_product};
use super::reduce::tree;
use super::sizes::Chunks;
use super::stored::Stored;
use crate::Delayed;

/// Bytes that a chunk of a product has at most: a square of 1024 × 1024 numbers of eight bytes.
const CHUNK_BYTES: usize = 8 << 20;
/// Chunks of the result from which on there are enough to keep all workers busy. With fewer, the common axis is cut too.
const ENOUGH: usize = 16;
/// Along the common axis, elements of a part.
const PART: usize = 4096;

impl<A: Element + LinalgScalar> Array<'_, A, Ix2> {
    /// The matrix product.
    ///
    /// Chunks of the result are tasks that multiply blocks of about 1024 × 1024 elements by a blocked kernel: that of ndarray, or
    /// with the feature `linalg` that of faer, which is a tenth faster for `f32` and `f64`. An operand that is in memory is read
    /// where it is; one that has to be evaluated is evaluated once, and stored by chunks.
    ///
    /// # Panics
    /// If the left array does not have as many columns as the right one has rows.
    ///
    /// # Examples
    /// ```
    /// use tembel::array;
    ///
    /// let x = array::arange(0.0, 6.0).reshape((2, 3));
    /// assert_eq!(x.dot(&x.t()).compute(), ndarray::arr2(&[[5.0, 14.0], [14.0, 50.0]]));
    /// ```
    ///
    /// # Complexity
    /// O(n · m · k) operations for n × k and k × m elements.
    #[track_caller]
    pub fn dot(&self, other: &Self) -> Self {
        self.try_dot(other).or_raise()
    }

    /// As [`dot`](Self::dot), with an error in place of the panic.
    ///
    /// # Errors
    /// The left array does not have as many columns as the right one has rows.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::zeros::<f64, _>((2, 3));
    /// assert_eq!(x.try_dot(&x).unwrap_err().to_string(), "dot: shapes (2, 3) and (2, 3) do not fit");
    /// ```
    #[track_caller]
    pub fn try_dot(&self, other: &Self) -> Result<Self, ArrayError> {
        if self.shape()[1] != other.shape()[0] {
            return Err(ArrayError::shapes("dot", self.shape(), other.shape()));
        }
        let shape = [self.shape()[0], other.shape()[1]];
        let common = self.shape()[1];
        let grid = even_grid(&shape, size_of::<A>())?;
        if common == 0 {
            return Ok(zeros(Ix2(shape[0], shape[1])));
        }
        let (left, right) = (self.ready_to_read(), other.ready_to_read());
        let part = if grid.chunk_count() < ENOUGH {
            PART
        } else {
            common
        };
        let mut chunks = Vec::with_capacity(grid.chunk_count());
        for region in grid.regions() {
            let [rows, columns] = [&region[0], &region[1]];
            let mut parts = Vec::new();
            for from in (0..common).step_by(part) {
                let along = from..common.min(from + part);
                parts.push(multiply(&left.tree, &right.tree, rows, &along, columns));
            }
            chunks.push(match parts.len() {
                1 => parts.remove(0),
                _ => add_all::<A>(parts),
            });
        }
        Ok(Array::new(
            Arc::new(Stored::new(grid.clone(), chunks)),
            grid,
        ))
    }

    /// The matrix product: another name of [`dot`](Self::dot).
    ///
    /// # Panics
    /// As [`dot`](Self::dot).
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::eye::<f64>(3);
    /// assert_eq!(x.matmul(&x).compute(), x.compute());
    /// ```
    #[track_caller]
    pub fn matmul(&self, other: &Self) -> Self {
        self.dot(other)
    }

    /// The array itself where it is in memory or stored by chunks, and stored by chunks where not: a product reads each
    /// element many times.
    #[track_caller]
    pub(super) fn ready_to_read(&self) -> Self {
        if self.tree.weight() == 0 {
            self.clone()
        } else {
            self.persist()
        }
    }
}

impl<'a, A: Element + LinalgScalar> Array<'a, A, Ix1> {
    /// The inner product of two vectors.
    ///
    /// # Panics
    /// If they do not have the same length.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::arange(0, 4);
    /// assert_eq!(x.dot(&x).compute(), 14);
    /// ```
    #[track_caller]
    pub fn dot(&self, other: &Self) -> Delayed<'a, A> {
        if self.shape() != other.shape() {
            ArrayError::shapes("dot", self.shape(), other.shape()).raise();
        }
        self.zip_same("dot", other, |left, right| left * right)
            .sum()
    }
}

/// Chunks as near to squares as the shape allows, and of about the same size along an axis.
fn even_grid(shape: &[usize], bytes: usize) -> Result<Grid, ArrayError> {
    let rough = Grid::new(shape, &Chunks::Bytes(CHUNK_BYTES), bytes)?;
    let even = |(&length, count): (&usize, usize)| length.div_ceil(count.max(1)).max(1);
    let sizes = shape.iter().zip(rough.counts()).map(even).collect();
    Grid::new(shape, &Chunks::Each(sizes), bytes)
}

/// A task that multiplies blocks.
#[track_caller]
fn multiply<'x, A: Element + LinalgScalar>(
    left: &Tree<'x, A>,
    right: &Tree<'x, A>,
    rows: &Range<usize>,
    along: &Range<usize>,
    columns: &Range<usize>,
) -> Delayed<'x, Chunk> {
    let (left, left_inputs) = bind(left, &Affine::of(&[rows.clone(), along.clone()]));
    let (right, right_inputs) = bind(right, &Affine::of(&[along.clone(), columns.clone()]));
    let split = left_inputs.len();
    let inputs = left_inputs.into_iter().chain(right_inputs).collect();
    input_task(name!("dot"), inputs, move |inputs| {
        let (left_inputs, right_inputs) = inputs.split_at(split);
        Chunk::new(with_matrix(left, left_inputs, |left| {
            with_matrix(right, right_inputs, |right| {
                block_product(left, right).into_dyn()
            })
        }))
    })
}

/// Looks at a block where it lies in memory, or evaluates it.
fn with_matrix<A: Element, R>(
    mut plan: Plan<'_, A>,
    inputs: &[Chunk],
    work: impl FnOnce(&Matrix<'_, A>) -> R,
) -> R {
    plan.kernel.load(inputs);
    let shape = [plan.tiles.shape()[0], plan.tiles.shape()[1]];
    if let Some(strided) = plan.kernel.strided()
        && let [Ok(down), Ok(along)] =
            [strided.strides[0].try_into(), strided.strides[1].try_into()]
        && let Some(matrix) = Matrix::new(&strided.data[strided.offset..], shape, [down, along])
    {
        return work(&matrix);
    }
    let array = plan.into_array(inputs);
    let rows = array.as_slice().expect("rows side by side");
    work(&Matrix::new(rows, shape, [shape[1], 1]).expect("all rows"))
}

/// Adds the parts of a sum along the common axis.
#[track_caller]
fn add_all<A: Element + LinalgScalar>(parts: Vec<Delayed<'_, Chunk>>) -> Delayed<'_, Chunk> {
    let add = |parts: Vec<Chunk>| {
        let mut sum = ArrayD::clone(&parts[0].array::<A>());
        for part in &parts[1..] {
            sum.zip_mut_with(&*part.array::<A>(), |sum, value| *sum = *sum + *value);
        }
        Chunk::new(sum)
    };
    tree(name!("dot"), parts, add, |sum| sum)
}
