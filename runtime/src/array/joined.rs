//! Arrays side by side.

use std::ops::Range;

use super::affine::Affine;
use super::element::Element;
use super::expression::{Binder, Expression, Tree};
use super::grid::place_of;
use super::kernel::{BoxKernel, Chunk, Kernel, Rows, Strided};
use super::tile::Tile;

/// Arrays one after the other along an axis.
pub(super) struct Joined<'a, A> {
    axis: usize,
    shape: Vec<usize>,
    /// Where each part begins and ends.
    bounds: Vec<usize>,
    parts: Vec<Tree<'a, A>>,
}

impl<'a, A> Joined<'a, A> {
    /// The parts have the same shape except along `axis`, and there is at least one.
    pub(super) fn new(axis: usize, parts: Vec<Tree<'a, A>>) -> Self {
        let mut shape = parts[0].shape().to_vec();
        let mut bounds = vec![0];
        bounds.extend(parts.iter().scan(0, |end, part| {
            *end += part.shape()[axis];
            Some(*end)
        }));
        shape[axis] = bounds[parts.len()];
        Joined {
            axis,
            shape,
            bounds,
            parts,
        }
    }
}

impl<A: Element> Expression<A> for Joined<'_, A> {
    fn shape(&self) -> &[usize] {
        &self.shape
    }

    fn weight(&self) -> usize {
        self.parts
            .iter()
            .map(|part| part.weight())
            .max()
            .unwrap_or(0)
    }

    fn bind<'b, 'x>(&'b self, affine: &Affine, binder: &mut Binder<'b, 'x>) -> BoxKernel<'x, A>
    where
        Self: 'x,
        'x: 'b,
    {
        let pieces = vec![affine.pieces(self.axis, &self.bounds)];
        let only = Affine {
            shape: affine.shape.clone(),
            sources: vec![affine.sources[self.axis]],
        };
        let mut mosaic = Mosaic::new();
        place_pieces(&only, &pieces, |part, place, start| {
            let number = place[0];
            let mut inside = match affine.sources[self.axis].axis {
                Some(axis) => affine.restrict(axis, &(start[axis]..start[axis] + part.shape[axis])),
                None => affine.clone(),
            };
            inside.sources[self.axis].start -= self.bounds[number];
            let kernel = binder.piece(start, &inside.shape, |binder| {
                self.parts[number].bind(&inside, binder)
            });
            mosaic.push(start, &inside.shape, kernel);
        });
        mosaic.into_kernel()
    }
}

/// Calls with each piece of a box that is cut along the axes of an array: the part of the box, the places of the array's parts,
/// and where in the box the piece begins.
pub(super) fn place_pieces(
    affine: &Affine,
    pieces: &[Vec<(Range<usize>, usize)>],
    mut visit: impl FnMut(&Affine, &[usize], &[usize]),
) {
    let counts: Vec<usize> = pieces.iter().map(Vec::len).collect();
    for number in 0..counts.iter().product() {
        let chosen = place_of(number, &counts);
        let mut part = affine.clone();
        let mut start = vec![0; affine.shape.len()];
        let mut place = Vec::with_capacity(pieces.len());
        for (axis, (pieces, chosen)) in pieces.iter().zip(chosen).enumerate() {
            let (range, number) = &pieces[chosen];
            place.push(*number);
            if let Some(along) = affine.sources[axis].axis {
                part = part.restrict(along, range);
                start[along] = range.start;
            }
        }
        visit(&part, &place, &start);
    }
}

/// Kernels side by side, of which each has a piece of the box.
pub(super) struct Mosaic<'x, A> {
    pieces: Vec<Piece<'x, A>>,
    /// The tile in the axes of its piece.
    tile: Tile,
}

struct Piece<'x, A> {
    start: Vec<usize>,
    end: Vec<usize>,
    kernel: BoxKernel<'x, A>,
}

impl<'x, A: Element> Mosaic<'x, A> {
    pub(super) fn new() -> Self {
        Mosaic {
            pieces: Vec::new(),
            tile: Tile::default(),
        }
    }

    pub(super) fn push(&mut self, start: &[usize], shape: &[usize], kernel: BoxKernel<'x, A>) {
        self.pieces.push(Piece {
            start: start.to_vec(),
            end: start
                .iter()
                .zip(shape)
                .map(|(start, len)| start + len)
                .collect(),
            kernel,
        });
    }

    /// A single piece needs no frame.
    pub(super) fn into_kernel(mut self) -> BoxKernel<'x, A> {
        match self.pieces.len() {
            1 => self.pieces.remove(0).kernel,
            _ => Box::new(self),
        }
    }

    fn find(&self, tile: &Tile) -> usize {
        let holds = |piece: &Piece<'x, A>| {
            let mut axes = tile.start.iter().zip(piece.start.iter().zip(&piece.end));
            axes.all(|(at, (start, end))| start <= at && at < end)
        };
        let found = self.pieces.iter().position(holds);
        found.expect("every tile lies in a piece")
    }
}

impl<A: Element> Kernel<A> for Mosaic<'_, A> {
    fn load(&mut self, inputs: &[Chunk]) {
        for piece in &mut self.pieces {
            piece.kernel.load(inputs);
        }
    }

    fn lend(&self, tile: &Tile) -> Option<Rows<'_, A>> {
        let piece = &self.pieces[self.find(tile)];
        let start = tile.start.iter().zip(&piece.start);
        piece.kernel.lend(&Tile {
            start: start.map(|(at, start)| at - start).collect(),
            shape: tile.shape.clone(),
        })
    }

    fn fill(&mut self, tile: &Tile, out: &mut [A]) {
        let found = self.find(tile);
        let piece = &mut self.pieces[found];
        self.tile.clone_from(tile);
        for (at, start) in self.tile.start.iter_mut().zip(&piece.start) {
            *at -= start;
        }
        piece.kernel.fill(&self.tile, out);
    }

    fn strided(&self) -> Option<Strided<'_, A>> {
        None
    }
}
