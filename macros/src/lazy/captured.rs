//! Uses of what comes from outside of the block.

use super::ast::{Captured, Use};
use super::names;
use super::scope::Scope;
use super::uses::Resolver;
use proc_macro2::{Ident, Span};
use quote::{ToTokens as _, format_ident};
use syn::Expr;

/// A use of a variable from outside of the block.
#[derive(Clone, Debug)]
pub(super) struct Foreign {
    pub(super) name: Ident,
    pub(super) how: Use,
    pub(super) place: Place,
}

/// What of the variable is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Place {
    #[default]
    Itself,
    /// A field, an element, what it points at, whatever a macro makes of it.
    Part,
    /// `&x`.
    Lent,
}

/// All such uses in a piece of code.
#[derive(Debug, Default)]
pub(super) struct AllForeign {
    pub(super) uses: Vec<Foreign>,
    /// Something of the block is used too.
    pub(super) own: bool,
}

/// Finds the uses of what comes from outside.
pub(super) fn foreign(scope: &mut Scope, expr: &Expr) -> AllForeign {
    let mut resolver = Resolver::new(scope);
    resolver.once = false;
    resolver.foreign = Some(AllForeign::default());
    resolver.expr(&mut expr.clone(), Use::Value);
    resolver.foreign.unwrap_or_default()
}

/// What is used by value alone, in the order of first use.
pub(super) fn by_value(uses: &[Foreign]) -> Vec<Ident> {
    let is_by_value = |one: &Foreign| one.how == Use::Value && one.place == Place::Itself;
    let mut names: Vec<Ident> = Vec::new();
    for one in uses {
        let mut same = uses.iter().filter(|other| other.name == one.name);
        if !names.contains(&one.name) && same.all(is_by_value) {
            names.push(one.name.clone());
        }
    }
    names
}

impl Resolver<'_> {
    pub(super) fn note(&mut self, name: &Ident, how: Use, place: Place) {
        let Some(all) = &mut self.foreign else { return };
        if self.scope.knows(name) {
            all.own = true;
        } else if names::is_variable(name) && name != "self" {
            let how = if self.moving { Use::IntoClosure } else { how };
            let name = name.clone();
            all.uses.push(Foreign { name, how, place });
        }
    }

    /// A value that is passed on. What comes from outside is moved or lent when the block is built.
    pub(super) fn argument(&mut self, expr: &mut Expr) {
        if self.once && !self.inside {
            let (by_ref, inner) = match &*expr {
                Expr::Reference(reference) if reference.mutability.is_none() => {
                    (true, &*reference.expr)
                }
                other => (false, other),
            };
            if let Expr::Path(path) = inner
                && let Some(name) = names::single(path)
                && name != "self"
                && names::is_variable(name)
                && !self.scope.knows(name)
            {
                let mut param = format_ident!("{name}_in", span = Span::mixed_site());
                param.set_span(Span::mixed_site().located_at(name.span()));
                let captured = Captured {
                    name: name.clone(),
                    param: param.clone(),
                    by_ref,
                };
                let again = |other: &&Captured| {
                    other.by_ref && captured.by_ref && other.name == captured.name
                };
                if self.uses.captured.iter().find(again).is_none() {
                    let copies = self.uses.captured.iter();
                    let copies = copies.filter(|other| other.name == captured.name).count();
                    let param = match copies {
                        0 => param,
                        n => format_ident!("{}{}", param, n + 1, span = param.span()),
                    };
                    *expr = Expr::Verbatim(param.to_token_stream());
                    self.uses.captured.push(Captured { param, ..captured });
                } else {
                    *expr = Expr::Verbatim(param.to_token_stream());
                }
                return;
            }
        }
        self.expr(expr, Use::Value);
    }
}
