//! QR of a tall matrix as a tree of small ones.
//!
//! J. Demmel, L. Grigori, M. Hoemmen, J. Langou, "Communication-optimal parallel and sequential QR and LU factorizations" (2012):
//! each chunk of rows is decomposed by itself; the triangles of eight of them, one above the other, are a matrix that is
//! decomposed again, until there is one triangle. Q times something is found on the way back: what a node makes of its part is cut
//! into parts for those whose triangles it took.

use std::ops::Range;
use std::sync::Arc;

use faer::Mat;
use ndarray::{Array2, ArrayD, ArrayView2, Ix2, s};

use super::super::Array;
use super::super::affine::Affine;
use super::super::compute::Name;
use super::super::element::Element;
use super::super::error::{ArrayError, Shape};
use super::super::expression::bind;
use super::super::grid::Grid;
use super::super::kernel::{Chunk, Plan};
use super::super::stored::Stored;
use super::Real;
use super::householder::Reflections;
use crate::Delayed;
use crate::arguments::{IntoArg, IntoRef};
use crate::build::{task, task_split};

/// Triangles that one task puts together.
const FAN_IN: usize = 8;

/// The tree, of which only what is asked for runs.
pub(super) struct Tall<'a, A> {
    /// Chunks of rows first, the one node of the last triangle last.
    levels: Vec<Vec<Node<'a, A>>>,
    triangle: Delayed<'a, Chunk>,
    /// Of the rows.
    sizes: Vec<usize>,
}

struct Node<'a, A> {
    reflections: Delayed<'a, Reflections<A>>,
    /// Rows of its triangle.
    rank: usize,
}

/// Is the axis that must not be cut in one piece?
pub(super) fn demand_whole<A: Element>(
    operation: &str,
    x: &Array<'_, A, Ix2>,
    axis: usize,
) -> Result<(), ArrayError> {
    let (shape, cuts) = (Shape(x.shape()), x.grid().counts()[axis]);
    if cuts <= 1 {
        return Ok(());
    }
    let mut chunks = [0, 1].map(|axis| x.grid().sizes(axis)[0]);
    chunks[axis] = shape.0[axis];
    let (axis, chunks) = (["rows", "columns"][axis], Shape(&chunks));
    Err(ArrayError::new(format_args!(
        "{operation}: the {axis} of shape {shape} are cut into {cuts} chunks; use `rechunk({chunks})`"
    )))
}

impl<'a, A: Real> Tall<'a, A> {
    /// Of a matrix that was checked, and is not empty.
    #[track_caller]
    pub(super) fn new(name: impl Name, x: &Array<'a, A, Ix2>) -> Self {
        let (sizes, columns) = (x.grid().sizes(0), x.shape()[1]);
        let (mut nodes, mut triangles) = (Vec::new(), Vec::new());
        for region in x.grid().regions() {
            let rows = region[0].len();
            let (plan, inputs) = bind(&x.tree, &Affine::of(&region));
            let inputs = IntoArg::<Vec<Chunk>>::into_arg(inputs);
            let (reflections, triangle) = task_split(name, (inputs,), move |(inputs,)| {
                decompose(evaluate(plan, &inputs))
            });
            nodes.push(Node {
                reflections,
                rank: rows.min(columns),
            });
            triangles.push(triangle);
        }
        let mut levels = vec![nodes];
        while triangles.len() > 1 {
            let (mut nodes, mut merged) = (Vec::new(), Vec::new());
            let below = levels.last().expect("there is a level of chunks");
            let mut rest = triangles.into_iter();
            for group in below.chunks(FAN_IN) {
                let own: Vec<_> = rest.by_ref().take(group.len()).collect();
                let (reflections, triangle) = put_together(name, own);
                let rows: usize = group.iter().map(|node| node.rank).sum();
                nodes.push(Node {
                    reflections,
                    rank: rows.min(columns),
                });
                merged.push(triangle);
            }
            levels.push(nodes);
            triangles = merged;
        }
        let triangle = triangles.pop().expect("there is a chunk");
        Tall {
            levels,
            triangle,
            sizes,
        }
    }

    /// R, as it comes out of the tree, and what makes Q times something.
    pub(super) fn into_parts(self) -> (Delayed<'a, Chunk>, Orthogonal<'a, A>) {
        let Tall {
            levels,
            triangle,
            sizes,
        } = self;
        (triangle, Orthogonal { levels, sizes })
    }
}

/// Q, as the reflections of the tree.
pub(super) struct Orthogonal<'a, A> {
    levels: Vec<Vec<Node<'a, A>>>,
    sizes: Vec<usize>,
}

impl<'a, A: Real> Orthogonal<'a, A> {
    /// Q times a matrix with as many rows as R, in the chunks of rows that the tall matrix has.
    #[track_caller]
    pub(super) fn times(
        self,
        name: impl Name,
        top: &Delayed<'a, Chunk>,
        columns: usize,
    ) -> Array<'a, A, Ix2> {
        let mut levels = self.levels.into_iter().rev();
        let root = levels.next().into_iter().flatten();
        let mut parts: Vec<_> = root
            .map(|node| go_back(name, node.reflections, top, 0..node.rank))
            .collect();
        for level in levels {
            let mut next = Vec::with_capacity(level.len());
            let mut first = 0;
            for (number, node) in level.into_iter().enumerate() {
                first = if number % FAN_IN == 0 { 0 } else { first };
                let own = first..first + node.rank;
                first = own.end;
                let above = &parts[number / FAN_IN];
                next.push(go_back(name, node.reflections, above, own));
            }
            parts = next;
        }
        let grid = Grid::from_sizes(&[self.sizes, vec![columns]]);
        Array::new(Arc::new(Stored::new(grid.clone(), parts)), grid)
    }
}

fn decompose<A: Real>(matrix: Mat<A>) -> (Reflections<A>, Chunk) {
    let reflections = Reflections::of(matrix);
    let triangle = Chunk::new(reflections.triangle());
    (reflections, triangle)
}

/// Decomposes triangles, one above the other.
#[track_caller]
fn put_together<A: Real>(
    name: impl Name,
    triangles: Vec<Delayed<'_, Chunk>>,
) -> (Delayed<'_, Reflections<A>>, Delayed<'_, Chunk>) {
    let triangles = IntoArg::<Vec<Chunk>>::into_arg(triangles);
    task_split(name, (triangles,), |(triangles,)| {
        let triangles: Vec<_> = triangles.iter().map(Chunk::array::<A>).collect();
        let rows = triangles.iter().map(|triangle| triangle.shape()[0]).sum();
        let mut all = Mat::zeros(rows, triangles[0].shape()[1]);
        let mut first = 0;
        for triangle in triangles {
            let triangle = two_axes(&triangle);
            for (column, values) in triangle.columns().into_iter().enumerate() {
                let to = &mut all.col_as_slice_mut(column)[first..first + values.len()];
                to.iter_mut()
                    .zip(values)
                    .for_each(|(to, value)| *to = *value);
            }
            first += triangle.nrows();
        }
        decompose(all)
    })
}

/// A node's Q times rows of what the node above made.
#[track_caller]
fn go_back<'a, A: Real>(
    name: impl Name,
    reflections: Delayed<'a, Reflections<A>>,
    above: &Delayed<'a, Chunk>,
    rows: Range<usize>,
) -> Delayed<'a, Chunk> {
    let reflections = IntoRef::<Reflections<A>, _>::into_ref(reflections);
    let above = IntoArg::<Chunk>::into_arg(above);
    task(name, (reflections, above), move |(reflections, above)| {
        let above = above.array::<A>();
        let top = to_faer(&two_axes(&above).slice(s![rows, ..]));
        Chunk::new(to_ndarray(&reflections.times(&top)).into_dyn())
    })
}

/// Evaluates a chunk, column by column in memory.
fn evaluate<A: Real>(plan: Plan<'_, A>, inputs: &[Chunk]) -> Mat<A> {
    let mut matrix = Mat::zeros(plan.tiles.shape()[0], plan.tiles.shape()[1]);
    plan.each(inputs, |tile, rows| {
        let (count, len) = (tile.shape[0], tile.row_len());
        for column in 0..len {
            let to = &mut matrix.col_as_slice_mut(tile.start[1] + column)[tile.start[0]..];
            for (row, to) in to[..count].iter_mut().enumerate() {
                *to = rows.row(row, len)[column];
            }
        }
    });
    matrix
}

/// A side of the squares in which a matrix is copied the other way round, so that lines of the cache are used as a whole.
const SQUARE: usize = 32;

/// A copy, column by column in memory.
pub(super) fn to_faer<A: Real>(from: &ArrayView2<'_, A>) -> Mat<A> {
    Mat::from_fn(from.nrows(), from.ncols(), |row, column| {
        from[[row, column]]
    })
}

/// A copy, row by row in memory.
pub(super) fn to_ndarray<A: Real>(from: &Mat<A>) -> Array2<A> {
    let (rows, columns) = (from.nrows(), from.ncols());
    let mut out = Array2::from_elem((rows, columns), A::default());
    for first in (0..rows).step_by(SQUARE) {
        let last = rows.min(first + SQUARE);
        for column in 0..columns {
            let values = &from.col_as_slice(column)[first..last];
            let to = out.slice_mut(s![first..last, column]);
            to.into_iter()
                .zip(values)
                .for_each(|(to, value)| *to = *value);
        }
    }
    out
}

/// A chunk of a matrix.
pub(super) fn two_axes<A>(chunk: &ArrayD<A>) -> ArrayView2<'_, A> {
    chunk.view().into_dimensionality().expect("two axes")
}
