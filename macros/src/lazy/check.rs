//! What a block cannot do: leave in a way that a graph has no word for.

use crate::errors::Errors;
use proc_macro2::Span;
use quote::quote_spanned;
use syn::visit_mut::VisitMut;
use syn::{Expr, Lifetime, Stmt};

/// Reports it, and puts something in its place that goes with every type.
pub(super) fn check(stmts: &mut [Stmt], errors: &mut Errors) {
    let mut check = Check {
        errors,
        loops: 0,
        labels: Vec::new(),
    };
    for stmt in stmts {
        check.visit_stmt_mut(stmt);
    }
}

struct Check<'e> {
    errors: &'e mut Errors,
    loops: usize,
    labels: Vec<String>,
}

impl Check<'_> {
    fn refuse(&mut self, expr: &mut Expr, span: Span, message: &str) {
        self.errors.at(span, message);
        let never = quote_spanned!(Span::mixed_site()=> ::core::unreachable!());
        *expr = Expr::Verbatim(never);
    }

    fn knows(&self, label: Option<&Lifetime>) -> bool {
        match label {
            Some(label) => self.labels.contains(&label.to_string()),
            None => self.loops > 0,
        }
    }

    fn inside(&mut self, label: Option<&syn::Label>, is_loop: bool, look: impl FnOnce(&mut Self)) {
        let labels = self.labels.len();
        self.labels
            .extend(label.map(|label| label.name.to_string()));
        self.loops += usize::from(is_loop);
        look(self);
        self.loops -= usize::from(is_loop);
        self.labels.truncate(labels);
    }
}

impl VisitMut for Check<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Return(jump) => {
                let span = jump.return_token.span;
                self.refuse(
                    expr,
                    span,
                    "a `lazy!` block cannot `return` from the function around it: make the value the block's last expression, \
                     or leave early with `?`",
                );
            }
            Expr::Await(awaited) => {
                let span = awaited.await_token.span;
                self.refuse(
                    expr,
                    span,
                    "a `lazy!` block cannot `.await`: its tasks run on a thread pool; await the future before, \
                     and use the value in the block",
                );
            }
            Expr::Break(jump) if !self.knows(jump.label.as_ref()) => {
                let span = jump.break_token.span;
                self.refuse(
                    expr,
                    span,
                    "a `lazy!` block cannot `break` out of a loop or block around it: make the value the block's last \
                     expression, and `break` after it is computed",
                );
            }
            Expr::Continue(jump) if !self.knows(jump.label.as_ref()) => {
                let span = jump.continue_token.span;
                self.refuse(
                    expr,
                    span,
                    "a `lazy!` block cannot `continue` a loop around it: put the loop into the block, \
                     or `continue` after it is computed",
                );
            }
            Expr::ForLoop(each) => {
                let label = each.label.clone();
                self.visit_expr_mut(&mut each.expr);
                self.inside(label.as_ref(), true, |this| {
                    this.visit_block_mut(&mut each.body);
                });
            }
            Expr::While(each) => {
                let label = each.label.clone();
                self.inside(label.as_ref(), true, |this| {
                    syn::visit_mut::visit_expr_while_mut(this, each);
                });
            }
            Expr::Loop(each) => {
                let label = each.label.clone();
                self.inside(label.as_ref(), true, |this| {
                    this.visit_block_mut(&mut each.body);
                });
            }
            Expr::Block(block) => {
                let label = block.label.clone();
                self.inside(label.as_ref(), false, |this| {
                    this.visit_block_mut(&mut block.block);
                });
            }
            // Their own functions: what leaves them does not leave the block.
            Expr::Closure(_) | Expr::Async(_) => {}
            _ => syn::visit_mut::visit_expr_mut(self, expr),
        }
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}
