//! Reductions: trees whose form depends on shape and chunks alone, so that the bits of a result do too.

mod extreme;
mod logic;
mod moments;
mod nan;
mod ranks;
mod sum;

use std::sync::Arc;

use ndarray::{ArrayD, Dimension, RemoveAxis};

use super::Array;
use super::compute::{Name, chunk_task, join_task};
use super::element::Element;
use super::error::ArrayError;
use super::kernel::{Chunk, Plan, Rows};
use super::stored::Stored;
use super::tile::Tile;
use crate::Delayed;

/// How values become one.
///
/// `index` is where a value is: in row-major order of the whole array, or along the axis that is reduced.
pub(super) trait Fold<A>: Send + Sync {
    /// What is kept of the values seen so far.
    type Partial: Clone + Send + 'static;
    /// What comes out.
    type Out;
    /// Does the result depend on where values are?
    const INDEXED: bool = false;

    /// Of no values.
    fn start(&self) -> Self::Partial;
    /// Values side by side, the first of which is at `index`.
    fn run(&self, partial: &mut Self::Partial, values: &[A], index: usize);
    /// A value for each partial, all at the same index.
    fn row(&self, partials: &mut [Self::Partial], values: &[A], index: usize);
    /// Two partials; what `other` has seen comes later.
    fn merge(&self, partial: &mut Self::Partial, other: Self::Partial);
    /// The result.
    fn finish(&self, partial: Self::Partial) -> Self::Out;
}

/// Partials that one task merges.
const FAN_IN: usize = 8;

impl<'a, A: Element, D: Dimension> Array<'a, A, D> {
    /// All elements become one value.
    #[track_caller]
    pub(super) fn fold<F: Fold<A, Out: Send> + 'a>(
        &self,
        name: impl Name,
        fold: F,
    ) -> Delayed<'a, F::Out> {
        let fold = Arc::new(fold);
        let mut partials = Vec::with_capacity(self.grid.chunk_count());
        for region in self.grid.regions() {
            let (own, shape) = (Arc::clone(&fold), self.shape().to_vec());
            let start: Vec<usize> = region.iter().map(|range| range.start).collect();
            partials.push(chunk_task(
                name,
                &self.tree,
                &region,
                move |plan, inputs| fold_chunk(&*own, plan, inputs, &start, &shape),
            ));
        }
        let (merge, finish) = (Arc::clone(&fold), fold);
        let merge_all = move |partials: Vec<F::Partial>| {
            let mut all = merge.start();
            for partial in partials {
                merge.merge(&mut all, partial);
            }
            all
        };
        tree(name, partials, merge_all, move |partial| {
            finish.finish(partial)
        })
    }

    /// The elements along an axis become one.
    #[track_caller]
    pub(super) fn fold_axis<F>(
        &self,
        name: impl Name,
        axis: usize,
        fold: F,
    ) -> Array<'a, F::Out, D::Smaller>
    where
        F: Fold<A, Out: Element> + 'a,
        D: RemoveAxis,
    {
        if axis >= self.ndim() {
            ArrayError::axis(name().name(), axis, self.shape()).raise();
        }
        let fold = Arc::new(fold);
        let grid = self.grid.without(axis);
        let mut chunks = Vec::with_capacity(grid.chunk_count());
        for place in grid.places() {
            let shape: Vec<usize> = grid
                .region(&place)
                .iter()
                .map(ExactSizeIterator::len)
                .collect();
            let mut partials = Vec::new();
            for at in 0..self.grid.counts()[axis] {
                let mut place = place.clone();
                place.insert(axis, at);
                let region = self.grid.region(&place);
                let first = region[axis].start;
                let own = Arc::clone(&fold);
                partials.push(chunk_task(
                    name,
                    &self.tree,
                    &region,
                    move |plan, inputs| fold_chunk_axis(&*own, plan, inputs, first, axis),
                ));
            }
            let (merge, finish) = (Arc::clone(&fold), Arc::clone(&fold));
            let length: usize = shape.iter().product();
            let merge_all = move |partials: Vec<Vec<F::Partial>>| {
                let mut all = vec![merge.start(); length];
                for partial in partials {
                    for (all, partial) in all.iter_mut().zip(partial) {
                        merge.merge(all, partial);
                    }
                }
                all
            };
            chunks.push(tree(name, partials, merge_all, move |partials| {
                let values = partials
                    .into_iter()
                    .map(|partial| finish.finish(partial))
                    .collect();
                let chunk = ArrayD::from_shape_vec(shape, values);
                Chunk::new(chunk.expect("one value for each partial"))
            }));
        }
        Array::new(Arc::new(Stored::new(grid.clone(), chunks)), grid)
    }

    /// For what has no value without elements.
    #[track_caller]
    pub(super) fn demand_elements(&self, name: impl Name, axis: Option<usize>) {
        let length = axis.map_or(self.len(), |axis| {
            self.shape().get(axis).copied().unwrap_or(1)
        });
        if length == 0 {
            ArrayError::empty(name().name(), self.shape()).raise();
        }
    }
}

/// Merges partials in groups of eight, neighbours first.
#[track_caller]
pub(super) fn tree<'x, P: Send + 'x, R: Send + 'x>(
    name: impl Name,
    mut partials: Vec<Delayed<'x, P>>,
    merge: impl Fn(Vec<P>) -> P + Send + Sync + 'x,
    finish: impl FnOnce(P) -> R + Send + 'x,
) -> Delayed<'x, R> {
    let merge = Arc::new(merge);
    while partials.len() > FAN_IN {
        let mut merged = Vec::with_capacity(partials.len().div_ceil(FAN_IN));
        let mut rest = partials.into_iter();
        loop {
            let group: Vec<_> = rest.by_ref().take(FAN_IN).collect();
            if group.is_empty() {
                break;
            }
            let merge = Arc::clone(&merge);
            merged.push(join_task(name, group, move |group| merge(group)));
        }
        partials = merged;
    }
    join_task(name, partials, move |partials| finish(merge(partials)))
}

fn fold_chunk<A: Element, F: Fold<A>>(
    fold: &F,
    plan: Plan<'_, A>,
    inputs: &[Chunk],
    start: &[usize],
    shape: &[usize],
) -> F::Partial {
    let mut partial = fold.start();
    plan.each(inputs, |tile, rows| {
        if !F::INDEXED {
            for row in rows.iter() {
                fold.run(&mut partial, row, 0);
            }
            return;
        }
        let len = tile.row_len();
        tile.each_row(|index, row| {
            let places = index.iter().zip(start).zip(shape);
            let at = places.fold(0, |at, ((index, start), len)| at * len + start + index);
            fold.run(&mut partial, rows.row(row, len), at);
        });
    });
    partial
}

fn fold_chunk_axis<A: Element, F: Fold<A>>(
    fold: &F,
    plan: Plan<'_, A>,
    inputs: &[Chunk],
    first: usize,
    axis: usize,
) -> Vec<F::Partial> {
    let shape = plan.tiles.shape().to_vec();
    let kept: usize = shape
        .iter()
        .enumerate()
        .filter(|(at, _)| *at != axis)
        .map(|(_, len)| len)
        .product();
    let mut partials = vec![fold.start(); kept];
    plan.each(inputs, |tile: &Tile, rows: Rows<'_, A>| {
        let len = tile.row_len();
        tile.each_row(|index, row| {
            let places = index
                .iter()
                .zip(&shape)
                .enumerate()
                .filter(|(at, _)| *at != axis);
            let to = places.fold(0, |to, (_, (index, len))| to * len + index);
            let (row, at) = (rows.row(row, len), first + index[axis]);
            if axis + 1 == shape.len() {
                fold.run(&mut partials[to], row, at);
            } else {
                fold.row(&mut partials[to..to + len], row, at);
            }
        });
    });
    partials
}
