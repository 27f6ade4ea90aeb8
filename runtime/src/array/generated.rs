//! Arrays whose elements are functions of their index.

use std::sync::Arc;

use super::affine::Affine;
use super::element::Element;
use super::expression::{Binder, Expression};
use super::kernel::{BoxKernel, Chunk, Kernel, sized};
use super::tile::Tile;

/// Makes elements from their index alone.
pub(super) trait Generator<A>: Send + Sync {
    /// Writes the elements from `index` on. `steps` is how the index changes from each to the next, along each axis.
    fn run(&self, index: &[usize], steps: &[isize], out: &mut [A]);

    /// Operations for an element.
    fn weight(&self) -> usize {
        1
    }
}

/// An array that a generator makes.
pub(super) struct Generated<G> {
    shape: Vec<usize>,
    generator: Arc<G>,
}

impl<G> Generated<G> {
    pub(super) fn new(shape: Vec<usize>, generator: G) -> Self {
        Generated {
            shape,
            generator: Arc::new(generator),
        }
    }
}

impl<A: Element, G: Generator<A>> Expression<A> for Generated<G> {
    fn shape(&self) -> &[usize] {
        &self.shape
    }

    fn weight(&self) -> usize {
        self.generator.weight()
    }

    fn bind<'b, 'x>(&'b self, affine: &Affine, binder: &mut Binder<'b, 'x>) -> BoxKernel<'x, A>
    where
        Self: 'x,
        'x: 'b,
    {
        // Runs go along the array's own last axis, wherever that is in the box.
        let last = affine.sources.last().and_then(|source| source.axis);
        let along = last.or(affine.shape.len().checked_sub(1));
        if along.is_some_and(|along| along + 1 < affine.shape.len() && affine.shape[along] > 1) {
            binder.across(along.unwrap_or(0));
        }
        binder.share(self, affine, |_| {
            let steps = affine.sources.iter();
            let steps = steps.map(|source| if source.axis == along { source.step } else { 0 });
            Box::new(Generating {
                generator: Arc::clone(&self.generator),
                index: vec![0; affine.sources.len()],
                steps: steps.collect(),
                affine: affine.clone(),
                along,
                run: Vec::new(),
            })
        })
    }
}

struct Generating<A, G> {
    generator: Arc<G>,
    affine: Affine,
    /// The axis of the box that runs go along.
    along: Option<usize>,
    steps: Vec<isize>,
    index: Vec<usize>,
    run: Vec<A>,
}

impl<A: Element, G: Generator<A>> Kernel<A> for Generating<A, G> {
    fn load(&mut self, _: &[Chunk]) {}

    fn fill(&mut self, tile: &Tile, out: &mut [A]) {
        let Generating {
            generator,
            affine,
            steps,
            index,
            run,
            ..
        } = self;
        let axes = tile.shape.len();
        let mut fill = |at: &[usize], out: &mut [A]| {
            for (index, source) in index.iter_mut().zip(&affine.sources) {
                *index = source.at(source.axis.map_or(0, |axis| at[axis]));
            }
            generator.run(index, steps, out);
        };
        let Some(along) = self.along.filter(|along| along + 1 < axes) else {
            let len = tile.row_len();
            tile.each_row(|at, row| fill(at, &mut out[row * len..(row + 1) * len]));
            return;
        };
        // Runs across the rows of the tile.
        let len = tile.shape[along];
        let stride: usize = tile.shape[along + 1..].iter().product();
        let mut others = tile.clone();
        others.shape[along] = 1;
        let row_len = others.row_len();
        others.each_row(|at, row| {
            let mut at = at.to_vec();
            let before: usize = tile.shape[along + 1..axes - 1].iter().product();
            let from = (row / before) * stride * len + (row % before) * row_len;
            for column in 0..row_len {
                let run = sized(run, len);
                fill(&at, run);
                at[axes - 1] += 1;
                for (down, value) in run.iter().enumerate() {
                    out[from + down * stride + column] = *value;
                }
            }
        });
    }
}
