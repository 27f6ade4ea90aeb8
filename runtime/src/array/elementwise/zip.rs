//! Two arrays in, or three, one out.

use std::sync::Arc;

use super::super::affine::Affine;
use super::super::element::Element;
use super::super::expression::{Binder, Expression, Tree};
use super::super::kernel::{BoxKernel, Chunk, Kernel, Rows, sized, vectorized};
use super::super::tile::Tile;

/// A function of the elements of two arrays.
pub(in super::super) struct Zip<'a, A, B, F> {
    left: Tree<'a, A>,
    right: Tree<'a, B>,
    f: Arc<F>,
}

impl<'a, A, B, F> Zip<'a, A, B, F> {
    /// Both have the same shape.
    pub(in super::super) fn new(left: Tree<'a, A>, right: Tree<'a, B>, f: F) -> Self {
        Zip {
            left,
            right,
            f: Arc::new(f),
        }
    }
}

impl<A, B, C, F> Expression<C> for Zip<'_, A, B, F>
where
    A: Element,
    B: Element,
    C: Element,
    F: Fn(A, B) -> C + Send + Sync,
{
    fn shape(&self) -> &[usize] {
        self.left.shape()
    }

    fn weight(&self) -> usize {
        self.left.weight() + self.right.weight() + 1
    }

    fn bind<'b, 'x>(&'b self, affine: &Affine, binder: &mut Binder<'b, 'x>) -> BoxKernel<'x, C>
    where
        Self: 'x,
        'x: 'b,
    {
        binder.share(self, affine, |binder| {
            Box::new(Zipping {
                left: Part::new(self.left.bind(affine, binder)),
                right: Part::new(self.right.bind(affine, binder)),
                f: Arc::clone(&self.f),
            })
        })
    }
}

/// An operand, with room for a tile of it.
struct Part<'x, A> {
    kernel: BoxKernel<'x, A>,
    tile: Vec<A>,
}

impl<'x, A: Element> Part<'x, A> {
    fn new(kernel: BoxKernel<'x, A>) -> Self {
        Part {
            kernel,
            tile: Vec::new(),
        }
    }

    /// The tile, where it lies or evaluated.
    fn get(&mut self, tile: &Tile) -> Rows<'_, A> {
        // Asked twice, since the borrow checker would not let go of what is returned in one branch only.
        if self.kernel.lend(tile).is_none() {
            let values = sized(&mut self.tile, tile.len());
            self.kernel.fill(tile, values);
            return Rows::flat(values);
        }
        self.kernel.lend(tile).expect("it has just been lent")
    }
}

struct Zipping<'x, A, B, F> {
    left: Part<'x, A>,
    right: Part<'x, B>,
    f: Arc<F>,
}

impl<A, B, C, F> Kernel<C> for Zipping<'_, A, B, F>
where
    A: Element,
    B: Element,
    C: Element,
    F: Fn(A, B) -> C + Send + Sync,
{
    fn load(&mut self, inputs: &[Chunk]) {
        self.left.kernel.load(inputs);
        self.right.kernel.load(inputs);
    }

    fn fill(&mut self, tile: &Tile, out: &mut [C]) {
        let left = self.left.get(tile);
        let right = self.right.get(tile);
        apply(left, right, tile.row_len(), out, &*self.f);
    }
}

/// A function of the elements of two arrays that keeps the type, and so can work in place.
pub(in super::super) struct ZipSame<'a, A, F> {
    left: Tree<'a, A>,
    right: Tree<'a, A>,
    f: Arc<F>,
}

impl<'a, A, F> ZipSame<'a, A, F> {
    /// Both have the same shape.
    pub(in super::super) fn new(left: Tree<'a, A>, right: Tree<'a, A>, f: F) -> Self {
        ZipSame {
            left,
            right,
            f: Arc::new(f),
        }
    }
}

impl<A: Element, F: Fn(A, A) -> A + Send + Sync> Expression<A> for ZipSame<'_, A, F> {
    fn shape(&self) -> &[usize] {
        self.left.shape()
    }

    fn weight(&self) -> usize {
        self.left.weight() + self.right.weight() + 1
    }

    fn bind<'b, 'x>(&'b self, affine: &Affine, binder: &mut Binder<'b, 'x>) -> BoxKernel<'x, A>
    where
        Self: 'x,
        'x: 'b,
    {
        binder.share(self, affine, |binder| {
            Box::new(ZippingSame {
                left: self.left.bind(affine, binder),
                right: Part::new(self.right.bind(affine, binder)),
                f: Arc::clone(&self.f),
            })
        })
    }
}

struct ZippingSame<'x, A, F> {
    left: BoxKernel<'x, A>,
    right: Part<'x, A>,
    f: Arc<F>,
}

impl<A: Element, F: Fn(A, A) -> A + Send + Sync> Kernel<A> for ZippingSame<'_, A, F> {
    fn load(&mut self, inputs: &[Chunk]) {
        self.left.load(inputs);
        self.right.kernel.load(inputs);
    }

    fn fill(&mut self, tile: &Tile, out: &mut [A]) {
        let f = &*self.f;
        match (self.left.lend(tile), self.right.kernel.lend(tile)) {
            (Some(left), Some(right)) => apply(left, right, tile.row_len(), out, f),
            (Some(left), None) => {
                self.right.kernel.fill(tile, out);
                in_place(out, left, |right, left| f(left, right));
            }
            (None, Some(right)) => {
                self.left.fill(tile, out);
                in_place(out, right, f);
            }
            (None, None) => {
                self.left.fill(tile, out);
                in_place(out, self.right.get(tile), f);
            }
        }
    }
}

/// Elements of one array or of another.
pub(in super::super) struct Choose<'a, A> {
    condition: Tree<'a, bool>,
    yes: Tree<'a, A>,
    no: Tree<'a, A>,
}

impl<'a, A> Choose<'a, A> {
    /// All have the same shape.
    pub(in super::super) fn new(
        condition: Tree<'a, bool>,
        yes: Tree<'a, A>,
        no: Tree<'a, A>,
    ) -> Self {
        Choose { condition, yes, no }
    }
}

impl<A: Element> Expression<A> for Choose<'_, A> {
    fn shape(&self) -> &[usize] {
        self.condition.shape()
    }

    fn weight(&self) -> usize {
        self.condition.weight() + self.yes.weight() + self.no.weight() + 1
    }

    fn bind<'b, 'x>(&'b self, affine: &Affine, binder: &mut Binder<'b, 'x>) -> BoxKernel<'x, A>
    where
        Self: 'x,
        'x: 'b,
    {
        binder.share(self, affine, |binder| {
            Box::new(Choosing {
                condition: Part::new(self.condition.bind(affine, binder)),
                yes: Part::new(self.yes.bind(affine, binder)),
                no: self.no.bind(affine, binder),
            })
        })
    }
}

struct Choosing<'x, A> {
    condition: Part<'x, bool>,
    yes: Part<'x, A>,
    no: BoxKernel<'x, A>,
}

impl<A: Element> Kernel<A> for Choosing<'_, A> {
    fn load(&mut self, inputs: &[Chunk]) {
        self.condition.kernel.load(inputs);
        self.yes.kernel.load(inputs);
        self.no.load(inputs);
    }

    fn fill(&mut self, tile: &Tile, out: &mut [A]) {
        let condition = self.condition.get(tile);
        let yes = self.yes.get(tile);
        self.no.fill(tile, out);
        let len = tile.row_len();
        for (row, out) in out.chunks_exact_mut(len).enumerate() {
            let (condition, yes) = (condition.row(row, len), yes.row(row, len));
            vectorized(
                #[inline(always)]
                || {
                    for ((out, condition), yes) in out.iter_mut().zip(condition).zip(yes) {
                        *out = if *condition { *yes } else { *out };
                    }
                },
            );
        }
    }
}

fn apply<A: Element, B: Element, C: Element>(
    left: Rows<'_, A>,
    right: Rows<'_, B>,
    row_len: usize,
    out: &mut [C],
    f: impl Fn(A, B) -> C + Copy,
) {
    // One loop where nothing lies between the rows.
    let len = match (left.as_slice(), right.as_slice()) {
        (Some(_), Some(_)) => out.len(),
        _ => row_len,
    };
    for (row, out) in out.chunks_exact_mut(len.max(1)).enumerate() {
        let (left, right) = (left.row(row, len), right.row(row, len));
        vectorized(
            #[inline(always)]
            move || {
                for ((out, left), right) in out.iter_mut().zip(left).zip(right) {
                    *out = f(*left, *right);
                }
            },
        );
    }
}

fn in_place<A: Element>(values: &mut [A], others: Rows<'_, A>, f: impl Fn(A, A) -> A + Copy) {
    let mut from = 0;
    for others in others.iter() {
        let values = &mut values[from..from + others.len()];
        from += others.len();
        vectorized(
            #[inline(always)]
            move || {
                for (value, other) in values.iter_mut().zip(others) {
                    *value = f(*value, *other);
                }
            },
        );
    }
}
