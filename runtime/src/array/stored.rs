//! Arrays whose chunks are tasks of their own.

use super::affine::Affine;
use super::element::Element;
use super::expression::{Binder, Expression};
use super::grid::Grid;
use super::joined::{Mosaic, place_pieces};
use super::kernel::{BoxKernel, Chunk};
use super::memory::bind_chunk;
use crate::Delayed;

/// A grid of deferred chunks.
pub(super) struct Stored<'a> {
    grid: Grid,
    shape: Vec<usize>,
    /// The last axis fastest.
    chunks: Vec<Delayed<'a, Chunk>>,
}

impl<'a> Stored<'a> {
    pub(super) fn new(grid: Grid, chunks: Vec<Delayed<'a, Chunk>>) -> Self {
        debug_assert_eq!(grid.chunk_count(), chunks.len());
        Stored {
            shape: grid.shape(),
            grid,
            chunks,
        }
    }
}

impl<A: Element> Expression<A> for Stored<'_> {
    fn shape(&self) -> &[usize] {
        &self.shape
    }

    fn bind<'b, 'x>(&'b self, affine: &Affine, binder: &mut Binder<'b, 'x>) -> BoxKernel<'x, A>
    where
        Self: 'x,
        'x: 'b,
    {
        let axes = 0..self.grid.ndim();
        let pieces = axes
            .map(|axis| affine.pieces(axis, self.grid.bounds(axis)))
            .collect::<Vec<_>>();
        let mut mosaic = Mosaic::new();
        place_pieces(affine, &pieces, |part, place, start| {
            let region = self.grid.region(place);
            let mut inside = part.clone();
            for (source, range) in inside.sources.iter_mut().zip(&region) {
                source.start -= range.start;
            }
            let shape: Vec<usize> = region.iter().map(ExactSizeIterator::len).collect();
            let chunk = &self.chunks[self.grid.number(place)];
            let input = binder.input(chunk);
            let kernel = binder.piece(start, &part.shape, |binder| {
                bind_chunk(input, &shape, &inside, binder)
            });
            mosaic.push(start, &part.shape, kernel);
        });
        mosaic.into_kernel()
    }
}
