//! Arrays that look at another one: slices, transposes, broadcasts.

use super::affine::Affine;
use super::elementwise::Step;
use super::expression::{Binder, Expression, Tree};
use super::kernel::BoxKernel;

/// A look at another array. Costs nothing: what evaluates the other array is bound to other indices.
pub(super) struct View<'a, A> {
    of: Tree<'a, A>,
    affine: Affine,
}

impl<'a, A> View<'a, A> {
    pub(super) fn new(of: Tree<'a, A>, affine: Affine) -> Self {
        View { of, affine }
    }
}

impl<A> Expression<A> for View<'_, A> {
    fn shape(&self) -> &[usize] {
        &self.affine.shape
    }

    fn weight(&self) -> usize {
        self.of.weight()
    }

    fn bind<'b, 'x>(&'b self, affine: &Affine, binder: &mut Binder<'b, 'x>) -> BoxKernel<'x, A>
    where
        Self: 'x,
        'x: 'b,
    {
        self.of.bind(&self.affine.after(affine), binder)
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
        let affine = self.affine.after(affine);
        self.of.bind_steps(&affine, binder, steps)
    }
}
