//! What evaluates an expression tile by tile, inside of one task.

use std::any::Any;
use std::sync::Arc;

use ndarray::{ArrayD, ArrayViewMutD};
use pulp::Arch;

use super::element::Element;
use super::tile::{Tile, Tiles};

/// A chunk that a task has made: an [`ArrayD`] in row-major order, of a type that its readers know.
#[derive(Clone, Debug)]
pub(super) struct Chunk(Arc<dyn Any + Send + Sync>);

impl Chunk {
    pub(super) fn new<A: Element>(array: ArrayD<A>) -> Self {
        let array = if array.is_standard_layout() {
            array
        } else {
            array.as_standard_layout().into_owned()
        };
        Chunk(Arc::new(array))
    }

    pub(super) fn array<A: Element>(&self) -> Arc<ArrayD<A>> {
        let array = Arc::clone(&self.0).downcast();
        array.expect("a chunk has the element type of its array")
    }
}

/// An expression, bound to one chunk.
///
/// Kernels are made when a task is built, one for each operation, and evaluated inside of it: a tile passes through all of
/// them before the next one is begun, so that what lies between two operations never leaves the cache.
pub(super) trait Kernel<A>: Send {
    /// Looks at what the task was given. Called once, before all else.
    fn load(&mut self, inputs: &[Chunk]);

    /// The tile where it lies in memory, if its rows are contiguous there.
    fn lend(&self, tile: &Tile) -> Option<Rows<'_, A>> {
        let _ = tile;
        None
    }

    /// Writes the tile, the last axis fastest.
    fn fill(&mut self, tile: &Tile, out: &mut [A]);

    /// The whole box where it lies in memory, with a stride for each axis.
    fn strided(&self) -> Option<Strided<'_, A>> {
        None
    }
}

/// A kernel of any kind.
pub(super) type BoxKernel<'x, A> = Box<dyn Kernel<A> + 'x>;

/// Memory with a stride for each axis of a box.
#[derive(Debug)]
pub(super) struct Strided<'t, A> {
    pub(super) data: &'t [A],
    pub(super) offset: usize,
    pub(super) strides: &'t [isize],
}

/// Rows of the same length in memory, with the same distance from one to the next.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rows<'t, A> {
    data: &'t [A],
    len: usize,
    stride: usize,
}

impl<'t, A> Rows<'t, A> {
    pub(super) fn new(data: &'t [A], len: usize, stride: usize) -> Self {
        Rows { data, len, stride }
    }

    /// What lies side by side is one row.
    pub(super) fn flat(data: &'t [A]) -> Self {
        Rows::new(data, data.len(), data.len())
    }

    /// All rows as one slice, where nothing lies between them.
    pub(super) fn as_slice(&self) -> Option<&'t [A]> {
        (self.len == self.stride || self.data.len() == self.len).then_some(self.data)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &'t [A]> + use<'t, A> {
        let (data, len, stride) = (self.data, self.len.max(1), self.stride.max(1));
        let count = if data.is_empty() {
            0
        } else {
            (data.len() - len) / stride + 1
        };
        (0..count).map(move |row| &data[row * stride..row * stride + len])
    }

    /// Row `row` of a tile whose rows have `len` elements, however the tile's rows lie in these.
    pub(super) fn row(&self, row: usize, len: usize) -> &'t [A] {
        let from = if self.len == len {
            row * self.stride
        } else {
            row * len
        };
        &self.data[from..from + len]
    }
}

/// Runs a loop with the best instructions that the processor has.
pub(super) fn vectorized<R>(work: impl FnOnce() -> R) -> R {
    Arch::new().dispatch(work)
}

/// A kernel, with the tiles of its chunk.
pub(super) struct Plan<'x, A> {
    pub(super) kernel: BoxKernel<'x, A>,
    pub(super) tiles: Tiles,
}

impl<A: Element> Plan<'_, A> {
    /// Evaluates the chunk, and calls with each tile of it.
    pub(super) fn each(mut self, inputs: &[Chunk], mut visit: impl FnMut(&Tile, Rows<'_, A>)) {
        self.kernel.load(inputs);
        let mut scratch = Vec::new();
        let Plan { kernel, tiles } = &mut self;
        tiles.each(|tile| {
            if let Some(rows) = kernel.lend(tile) {
                visit(tile, rows);
            } else {
                let out = sized(&mut scratch, tile.len());
                kernel.fill(tile, out);
                visit(tile, Rows::flat(out));
            }
        });
    }

    /// Evaluates the chunk into memory.
    pub(super) fn write(mut self, inputs: &[Chunk], mut out: ArrayViewMutD<'_, A>) {
        let strides = out.strides().to_vec();
        let Some(memory) = out.as_slice_mut() else {
            return self.write_rows(inputs, out);
        };
        self.kernel.load(inputs);
        let mut scratch = Vec::new();
        let Plan { kernel, tiles } = &mut self;
        tiles.each(|tile| {
            let offset = |index: &[usize]| -> usize {
                index
                    .iter()
                    .zip(&strides)
                    .map(|(at, stride)| at * stride.unsigned_abs())
                    .sum()
            };
            let from = offset(&tile.start);
            // Rows side by side, or only one: no detour.
            if is_contiguous(tile, &strides) {
                kernel.fill(tile, &mut memory[from..from + tile.len()]);
                return;
            }
            let block = sized(&mut scratch, tile.len());
            kernel.fill(tile, block);
            let len = tile.row_len();
            tile.each_row(|index, row| {
                let from = offset(index);
                memory[from..from + len].copy_from_slice(&block[row * len..(row + 1) * len]);
            });
        });
    }

    fn write_rows(self, inputs: &[Chunk], mut out: ArrayViewMutD<'_, A>) {
        let axes = out.ndim();
        self.each(inputs, |tile, rows| {
            let len = tile.row_len();
            tile.each_row(|index, row| {
                let mut target = out.view_mut();
                for &at in &index[..axes.saturating_sub(1)] {
                    target.index_axis_inplace(ndarray::Axis(0), at);
                }
                if axes > 0 {
                    let start = index[axes - 1];
                    let range = ndarray::Slice::from(start..start + len);
                    target.slice_axis_inplace(ndarray::Axis(0), range);
                }
                let source = rows.row(row, len);
                match target.as_slice_mut() {
                    Some(target) => target.copy_from_slice(source),
                    None => target
                        .iter_mut()
                        .zip(source)
                        .for_each(|(to, from)| *to = *from),
                }
            });
        });
    }

    /// Evaluates the chunk into an array of its own.
    pub(super) fn into_array(self, inputs: &[Chunk]) -> ArrayD<A> {
        let mut out = ArrayD::from_elem(self.tiles.shape(), A::default());
        self.write(inputs, out.view_mut());
        out
    }
}

/// Is the tile one piece of memory that has these strides?
fn is_contiguous(tile: &Tile, strides: &[isize]) -> bool {
    let mut expected = 1;
    for (&len, &stride) in tile.shape.iter().zip(strides).rev() {
        if len != 1 && stride.unsigned_abs() != expected {
            return false;
        }
        expected *= len;
    }
    true
}

/// `len` elements of a buffer that grows as needed. They begin where a line of the cache begins, so that no register is
/// written to two lines.
pub(super) fn sized<A: Element>(buffer: &mut Vec<A>, len: usize) -> &mut [A] {
    let slack = LINE / size_of::<A>().max(1);
    if buffer.len() < len + slack {
        buffer.resize(len + slack, A::default());
    }
    let skipped = buffer.as_ptr().align_offset(LINE).min(slack);
    &mut buffer[skipped..skipped + len]
}

/// Bytes of a line of the cache.
const LINE: usize = 64;
