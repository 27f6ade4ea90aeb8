//! Arrays that are there: a view of borrowed data, an owned array, chunks that tasks have made.

use std::sync::Arc;

use ndarray::{ArrayD, ArrayViewD, ArrayViewMut, IxDyn, SliceInfoElem};

use super::affine::Affine;
use super::element::Element;
use super::expression::{Binder, Expression};
use super::kernel::{BoxKernel, Chunk, Kernel, Rows, Strided};
use super::tile::Tile;
use super::transpose::transpose;

/// Borrowed data.
pub(super) struct Borrowed<'a, A> {
    view: ArrayViewD<'a, A>,
}

impl<'a, A> Borrowed<'a, A> {
    pub(super) fn new(view: ArrayViewD<'a, A>) -> Self {
        Borrowed { view }
    }
}

impl<A: Element> Expression<A> for Borrowed<'_, A> {
    fn shape(&self) -> &[usize] {
        self.view.shape()
    }

    fn bind<'b, 'x>(&'b self, affine: &Affine, binder: &mut Binder<'b, 'x>) -> BoxKernel<'x, A>
    where
        Self: 'x,
        'x: 'b,
    {
        let strides = self.view.strides();
        let first = first_offset(self.view.shape(), strides);
        match self.view.clone().to_slice_memory_order() {
            Some(data) => bind_data(Data::Borrowed(data), first, strides, affine, binder),
            None => Box::new(Scattered::new(self.view.clone(), affine)),
        }
    }
}

/// Data that the array owns.
pub(super) struct Owned<A> {
    array: Arc<ArrayD<A>>,
}

impl<A: Element> Owned<A> {
    pub(super) fn new(array: ArrayD<A>) -> Self {
        // What `slice_move` has cut out of a larger array has gaps.
        let array = if array.as_slice_memory_order().is_some() {
            array
        } else {
            array.as_standard_layout().into_owned()
        };
        Owned {
            array: Arc::new(array),
        }
    }
}

impl<A: Element> Expression<A> for Owned<A> {
    fn shape(&self) -> &[usize] {
        self.array.shape()
    }

    fn bind<'b, 'x>(&'b self, affine: &Affine, binder: &mut Binder<'b, 'x>) -> BoxKernel<'x, A>
    where
        Self: 'x,
        'x: 'b,
    {
        let strides = self.array.strides();
        let first = first_offset(self.array.shape(), strides);
        bind_data(
            Data::Owned(Arc::clone(&self.array)),
            first,
            strides,
            affine,
            binder,
        )
    }
}

/// Binds a box of a chunk of this shape that another task makes.
pub(super) fn bind_chunk<'x, A: Element>(
    input: usize,
    shape: &[usize],
    affine: &Affine,
    binder: &mut Binder<'_, 'x>,
) -> BoxKernel<'x, A> {
    let mut strides = vec![1; shape.len()];
    for axis in (1..shape.len()).rev() {
        strides[axis - 1] = strides[axis] * shape[axis].cast_signed();
    }
    bind_data(Data::Input(input), 0, &strides, affine, binder)
}

/// Where in memory order the first element is: not at the beginning where an axis goes backwards.
fn first_offset(shape: &[usize], strides: &[isize]) -> usize {
    let backwards = shape.iter().zip(strides).filter(|(_, stride)| **stride < 0);
    backwards
        .map(|(len, stride)| len.saturating_sub(1) * stride.unsigned_abs())
        .sum()
}

enum Data<'x, A> {
    Borrowed(&'x [A]),
    Owned(Arc<ArrayD<A>>),
    /// Given to the task.
    Input(usize),
}

fn bind_data<'x, A: Element>(
    data: Data<'x, A>,
    first: usize,
    strides: &[isize],
    affine: &Affine,
    binder: &mut Binder<'_, 'x>,
) -> BoxKernel<'x, A> {
    let mut offset = first;
    let mut along = vec![0; affine.shape.len()];
    for (source, stride) in affine.sources.iter().zip(strides) {
        offset = offset.wrapping_add_signed(source.start.cast_signed() * stride);
        if let Some(axis) = source.axis {
            along[axis] = source.step * stride;
        }
    }
    let last = along.len().saturating_sub(1);
    if along
        .last()
        .is_some_and(|&stride| stride.unsigned_abs() > 1)
        && let Some(across) = along.iter().position(|stride| stride.unsigned_abs() == 1)
        && affine.shape[across] > 1
        && affine.shape[last] > 1
    {
        binder.across(across);
    }
    Box::new(InMemory {
        data,
        offset,
        strides: along,
    })
}

/// Memory with a stride for each axis of the box.
struct InMemory<'x, A> {
    data: Data<'x, A>,
    offset: usize,
    strides: Vec<isize>,
}

impl<A: Element> InMemory<'_, A> {
    fn data(&self) -> &[A] {
        match &self.data {
            Data::Borrowed(data) => data,
            Data::Owned(array) => array
                .as_slice_memory_order()
                .expect("it was made without gaps"),
            Data::Input(_) => unreachable!("chunks are loaded before they are looked at"),
        }
    }

    fn offset_of(&self, index: &[usize]) -> usize {
        let parts = index.iter().zip(&self.strides);
        parts.fold(self.offset, |offset, (at, stride)| {
            offset.wrapping_add_signed(at.cast_signed() * stride)
        })
    }
}

impl<A: Element> Kernel<A> for InMemory<'_, A> {
    fn load(&mut self, inputs: &[Chunk]) {
        if let Data::Input(input) = self.data {
            self.data = Data::Owned(inputs[input].array());
        }
    }

    fn lend(&self, tile: &Tile) -> Option<Rows<'_, A>> {
        let mut len = 1_usize;
        let mut outer = tile.shape.len();
        // Axes that lie side by side make one row.
        while outer > 0
            && (tile.shape[outer - 1] == 1 || self.strides[outer - 1] == len.cast_signed())
        {
            outer -= 1;
            len *= tile.shape[outer];
        }
        let mut outer = (0..outer).filter(|&axis| tile.shape[axis] > 1);
        let (rows, stride) = match (outer.next(), outer.next()) {
            (None, _) => (1, len),
            // A row of a tile is then a row in memory; rows that overlap cannot be told by their length.
            (Some(axis), None) if self.strides[axis] >= len.cast_signed() && len > 1 => {
                (tile.shape[axis], self.strides[axis].unsigned_abs())
            }
            _ => return None,
        };
        if rows > 1 && len != tile.row_len() {
            return None;
        }
        let from = self.offset_of(&tile.start);
        let data = &self.data()[from..from + (rows - 1) * stride + len];
        Some(Rows::new(data, len, stride))
    }

    fn fill(&mut self, tile: &Tile, out: &mut [A]) {
        let data = self.data();
        let len = tile.row_len();
        let last = tile.shape.len().saturating_sub(1);
        let step = self.strides.last().copied().unwrap_or(1);
        let across = (0..last).find(|&axis| self.strides[axis] == 1 && tile.shape[axis] > 1);
        if step.unsigned_abs() > 1 && across == last.checked_sub(1) && across.is_some() {
            let mut planes = tile.clone();
            planes.shape[last - 1] = 1;
            planes.shape[last] = 1;
            let rows = tile.shape[last - 1];
            planes.each_row(|index, plane| {
                let out = &mut out[plane * rows * len..(plane + 1) * rows * len];
                transpose(data, self.offset_of(index), step, out, len);
            });
            return;
        }
        tile.each_row(|index, row| {
            let out = &mut out[row * len..(row + 1) * len];
            let from = self.offset_of(index);
            match step {
                1 => out.copy_from_slice(&data[from..from + len]),
                0 => out.fill(data[from]),
                _ => {
                    let mut at = from;
                    for out in out {
                        *out = data[at];
                        at = at.wrapping_add_signed(step);
                    }
                }
            }
        });
    }

    fn strided(&self) -> Option<Strided<'_, A>> {
        Some(Strided {
            data: self.data(),
            offset: self.offset,
            strides: &self.strides,
        })
    }
}

/// Memory with gaps, such as a part of a larger array, which safe code can only look at through a view.
struct Scattered<'x, A> {
    /// In the axes of the box.
    view: ArrayViewD<'x, A>,
}

impl<'x, A: Element> Scattered<'x, A> {
    fn new(mut view: ArrayViewD<'x, A>, affine: &Affine) -> Self {
        let mut order = Vec::new();
        for (axis, source) in affine.sources.iter().enumerate().rev() {
            let Some(target) = source.axis else {
                view.index_axis_inplace(ndarray::Axis(axis), source.start);
                continue;
            };
            order.insert(0, target);
            let last = source.at(affine.shape[target].saturating_sub(1));
            let (low, high) = (source.start.min(last), source.start.max(last) + 1);
            let range = if affine.shape[target] == 0 {
                0..0
            } else {
                low..high
            };
            let slice = ndarray::Slice::from(range).step_by(source.step);
            view.slice_axis_inplace(ndarray::Axis(axis), slice);
        }
        // The view's axes in the order of the box, with one of length 1 where the box has a broadcast.
        let mut axes: Vec<usize> = (0..order.len()).collect();
        axes.sort_by_key(|&axis| order[axis]);
        let mut view = view.permuted_axes(axes);
        for axis in 0..affine.shape.len() {
            if !order.contains(&axis) {
                view = view.insert_axis(ndarray::Axis(axis));
            }
        }
        Scattered { view }
    }

    fn part(&self, tile: &Tile) -> ArrayViewD<'_, A> {
        let slice = |axis: usize| {
            let (start, len) = (tile.start[axis], tile.shape[axis]);
            let (start, len) = if self.view.shape()[axis] == 1 {
                (0, 1)
            } else {
                (start, len)
            };
            SliceInfoElem::Slice {
                start: start.cast_signed(),
                end: Some((start + len).cast_signed()),
                step: 1,
            }
        };
        let slices: Vec<_> = (0..tile.shape.len()).map(slice).collect();
        self.view.slice(&slices[..])
    }
}

impl<A: Element> Kernel<A> for Scattered<'_, A> {
    fn load(&mut self, _: &[Chunk]) {}

    fn lend(&self, tile: &Tile) -> Option<Rows<'_, A>> {
        let one_row = tile.shape.iter().rev().skip(1).all(|&len| len == 1);
        if !one_row || self.view.shape().last().copied().unwrap_or(1) == 1 {
            return None;
        }
        let data = self.part(tile).to_slice()?;
        Some(Rows::flat(data))
    }

    fn fill(&mut self, tile: &Tile, out: &mut [A]) {
        let out = ArrayViewMut::from_shape(IxDyn(&tile.shape), out);
        out.expect("a tile has as many elements as its shape")
            .assign(&self.part(tile));
    }
}
