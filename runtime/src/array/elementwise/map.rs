//! One array in, one out.

use std::sync::Arc;

use super::super::affine::Affine;
use super::super::element::Element;
use super::super::expression::{Binder, Expression, Tree};
use super::super::kernel::{BoxKernel, Chunk, Kernel, Rows, sized, vectorized};
use super::super::tile::Tile;

/// A function of each element.
pub(in super::super) struct Map<'a, A, F> {
    of: Tree<'a, A>,
    f: Arc<F>,
}

impl<'a, A, F> Map<'a, A, F> {
    pub(in super::super) fn new(of: Tree<'a, A>, f: F) -> Self {
        Map { of, f: Arc::new(f) }
    }
}

impl<A: Element, B: Element, F: Fn(A) -> B + Send + Sync> Expression<B> for Map<'_, A, F> {
    fn shape(&self) -> &[usize] {
        self.of.shape()
    }

    fn weight(&self) -> usize {
        self.of.weight() + 1
    }

    fn bind<'b, 'x>(&'b self, affine: &Affine, binder: &mut Binder<'b, 'x>) -> BoxKernel<'x, B>
    where
        Self: 'x,
        'x: 'b,
    {
        binder.share(self, affine, |binder| {
            Box::new(Mapping {
                of: self.of.bind(affine, binder),
                f: Arc::clone(&self.f),
                tile: Vec::new(),
            })
        })
    }
}

struct Mapping<'x, A, F> {
    of: BoxKernel<'x, A>,
    f: Arc<F>,
    tile: Vec<A>,
}

impl<A: Element, B: Element, F: Fn(A) -> B + Send + Sync> Kernel<B> for Mapping<'_, A, F> {
    fn load(&mut self, inputs: &[Chunk]) {
        self.of.load(inputs);
    }

    fn fill(&mut self, tile: &Tile, out: &mut [B]) {
        if let Some(rows) = self.of.lend(tile) {
            return apply(rows, out, &*self.f);
        }
        let values = sized(&mut self.tile, tile.len());
        self.of.fill(tile, values);
        apply(Rows::flat(values), out, &*self.f);
    }
}

/// A function of each element that keeps the type, and so can work in place. It is copied into the loop, so that what it
/// captures is in registers there.
pub(in super::super) struct MapSame<'a, A, F> {
    of: Tree<'a, A>,
    f: F,
}

impl<'a, A, F> MapSame<'a, A, F> {
    pub(in super::super) fn new(of: Tree<'a, A>, f: F) -> Self {
        MapSame { of, f }
    }
}

impl<A: Element, F: Fn(A) -> A + Copy + Send + Sync> Expression<A> for MapSame<'_, A, F> {
    fn shape(&self) -> &[usize] {
        self.of.shape()
    }

    fn weight(&self) -> usize {
        self.of.weight() + 1
    }

    fn bind<'b, 'x>(&'b self, affine: &Affine, binder: &mut Binder<'b, 'x>) -> BoxKernel<'x, A>
    where
        Self: 'x,
        'x: 'b,
    {
        binder.share(self, affine, |binder| {
            Box::new(MappingSame {
                of: self.of.bind(affine, binder),
                f: self.f,
            })
        })
    }
}

struct MappingSame<'x, A, F> {
    of: BoxKernel<'x, A>,
    f: F,
}

impl<A: Element, F: Fn(A) -> A + Copy + Send + Sync> Kernel<A> for MappingSame<'_, A, F> {
    fn load(&mut self, inputs: &[Chunk]) {
        self.of.load(inputs);
    }

    fn fill(&mut self, tile: &Tile, out: &mut [A]) {
        if let Some(rows) = self.of.lend(tile) {
            return apply(rows, out, self.f);
        }
        self.of.fill(tile, out);
        let f = self.f;
        vectorized(
            #[inline(always)]
            || out.iter_mut().for_each(|value| *value = f(*value)),
        );
    }
}

fn apply<A: Element, B: Element>(rows: Rows<'_, A>, out: &mut [B], f: impl Fn(A) -> B + Copy) {
    let mut from = 0;
    for row in rows.iter() {
        let out = &mut out[from..from + row.len()];
        from += row.len();
        vectorized(
            #[inline(always)]
            move || {
                out.iter_mut()
                    .zip(row)
                    .for_each(|(out, value)| *out = f(*value));
            },
        );
    }
}
