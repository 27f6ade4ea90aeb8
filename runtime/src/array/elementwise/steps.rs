//! Chains of arithmetic with scalars: one loop for all of them, in which a value stays in its register.

use std::any::Any;

use pulp::{Arch, Simd, WithSimd};

use super::super::affine::Affine;
use super::super::element::Element;
use super::super::expression::{Binder, Expression, Tree};
use super::super::kernel::{BoxKernel, Chunk, Kernel};
use super::super::tile::Tile;

/// What is done to each element.
#[derive(Clone, Copy, Debug)]
pub(in super::super) enum Step<A> {
    Add(A),
    Subtract(A),
    SubtractFrom(A),
    Multiply(A),
    Divide(A),
    DivideInto(A),
}

/// Does steps to the elements of the first slice, or of the second one if there is none, and writes them to the second.
type Loop<A> = fn(Option<&[A]>, &mut [A], &[Step<A>]);

/// The loop for a type, if there is one: types are told apart here, as operators are for all of them.
fn loop_of<A: Element>() -> Option<Loop<A>> {
    let (double, single): (Loop<f64>, Loop<f32>) = (run_f64, run_f32);
    let loops: [&dyn Any; 2] = [&double, &single];
    loops.iter().find_map(|run| run.downcast_ref()).copied()
}

/// An array with one more step.
pub(in super::super) struct Stepped<'a, A> {
    of: Tree<'a, A>,
    step: Step<A>,
    run: Loop<A>,
}

impl<'a, A: Element> Stepped<'a, A> {
    /// Nothing for types that have no such loop.
    pub(in super::super) fn new(of: &Tree<'a, A>, step: Step<A>) -> Option<Self> {
        let run = loop_of()?;
        let of = Tree::clone(of);
        Some(Stepped { of, step, run })
    }
}

impl<A: Element> Expression<A> for Stepped<'_, A> {
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
            let mut steps = Vec::new();
            let of = self.bind_steps(affine, binder, &mut steps);
            let run = self.run;
            Box::new(Stepping { of, steps, run })
        })
    }

    fn bind_steps<'b, 'x>(
        &'b self,
        affine: &Affine,
        binder: &mut Binder<'b, 'x>,
        steps: &mut Vec<Step<A>>,
    ) -> BoxKernel<'x, A>
    where
        Self: 'x,
        'x: 'b,
    {
        let of = self.of.bind_steps(affine, binder, steps);
        steps.push(self.step);
        of
    }
}

struct Stepping<'x, A> {
    of: BoxKernel<'x, A>,
    steps: Vec<Step<A>>,
    run: Loop<A>,
}

impl<A: Element> Kernel<A> for Stepping<'_, A> {
    fn load(&mut self, inputs: &[Chunk]) {
        self.of.load(inputs);
    }

    fn fill(&mut self, tile: &Tile, out: &mut [A]) {
        let Some(rows) = self.of.lend(tile) else {
            self.of.fill(tile, out);
            return (self.run)(None, out, &self.steps);
        };
        let mut from = 0;
        for row in rows.iter() {
            let out = &mut out[from..from + row.len()];
            from += row.len();
            (self.run)(Some(row), out, &self.steps);
        }
    }
}

/// Registers that go through the steps together: the result of a step is needed by the next one, and has to be waited for.
const TOGETHER: usize = 8;

macro_rules! loops {
    ($($run:ident $Run:ident $scalar:ident: $splat:ident $add:ident $sub:ident $mul:ident $div:ident,
        $registers:ident, $split:ident $split_mut:ident;)*) => {$(
        fn $run(source: Option<&[$scalar]>, out: &mut [$scalar], steps: &[Step<$scalar>]) {
            Arch::new().dispatch($Run { source, out, steps });
        }

        struct $Run<'t> {
            source: Option<&'t [$scalar]>,
            out: &'t mut [$scalar],
            steps: &'t [Step<$scalar>],
        }

        impl $Run<'_> {
            #[inline(always)]
            fn step<S: Simd, const N: usize>(
                &self,
                simd: S,
                mut block: [S::$registers; N],
            ) -> [S::$registers; N] {
                for step in self.steps {
                    match *step {
                        Step::Add(scalar) => {
                            let scalar = simd.$splat(scalar);
                            for value in &mut block {
                                *value = simd.$add(*value, scalar);
                            }
                        }
                        Step::Subtract(scalar) => {
                            let scalar = simd.$splat(scalar);
                            for value in &mut block {
                                *value = simd.$sub(*value, scalar);
                            }
                        }
                        Step::SubtractFrom(scalar) => {
                            let scalar = simd.$splat(scalar);
                            for value in &mut block {
                                *value = simd.$sub(scalar, *value);
                            }
                        }
                        Step::Multiply(scalar) => {
                            let scalar = simd.$splat(scalar);
                            for value in &mut block {
                                *value = simd.$mul(*value, scalar);
                            }
                        }
                        Step::Divide(scalar) => {
                            let scalar = simd.$splat(scalar);
                            for value in &mut block {
                                *value = simd.$div(*value, scalar);
                            }
                        }
                        Step::DivideInto(scalar) => {
                            let scalar = simd.$splat(scalar);
                            for value in &mut block {
                                *value = simd.$div(scalar, *value);
                            }
                        }
                    }
                }
                block
            }
        }

        impl WithSimd for $Run<'_> {
            type Output = ();

            #[inline(always)]
            fn with_simd<S: Simd>(mut self, simd: S) {
                let out = std::mem::take(&mut self.out);
                let source = self.source.map(|source| S::$split(source));
                let (out, rest) = S::$split_mut(out);
                let blocks = out.len() / TOGETHER * TOGETHER;
                for (at, out) in (0..).step_by(TOGETHER).zip(out[..blocks].chunks_exact_mut(TOGETHER)) {
                    let from = source.map_or(&*out, |(source, _)| &source[at..at + TOGETHER]);
                    let block: [S::$registers; TOGETHER] = std::array::from_fn(|at| from[at]);
                    out.copy_from_slice(&self.step(simd, block));
                }
                for (at, out) in out.iter_mut().enumerate().skip(blocks) {
                    let from = source.map_or(*out, |(source, _)| source[at]);
                    [*out] = self.step(simd, [from]);
                }
                let scalar = pulp::Scalar;
                for (at, out) in rest.iter_mut().enumerate() {
                    let from = source.map_or(*out, |(_, source)| source[at]);
                    [*out] = self.step(scalar, [from]);
                }
            }
        }
    )*};
}

loops! {
    run_f64 RunF64 f64: splat_f64s add_f64s sub_f64s mul_f64s div_f64s, f64s, as_simd_f64s as_mut_simd_f64s;
    run_f32 RunF32 f32: splat_f32s add_f32s sub_f32s mul_f32s div_f32s, f32s, as_simd_f32s as_mut_simd_f32s;
}
