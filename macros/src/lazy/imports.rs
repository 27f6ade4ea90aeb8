//! Variables from outside that become values of the graph: those that the block changes and also uses elsewhere, or moves
//! and also borrows.

use super::format::{self, Arguments, Known};
use super::hoist::path_of;
use super::names;
use super::uses::is_assignment;
use proc_macro2::Ident;
use std::collections::HashMap;
use syn::visit::Visit;
use syn::{Expr, Stmt};

/// What has to be imported, in the order of first use.
pub(super) struct Import {
    pub(super) name: Ident,
    /// As `&mut`: the block changes it for those outside.
    pub(super) changed: bool,
    /// Used as a receiver: may be changed.
    pub(super) receives: bool,
}

/// Finds the imports of a block.
pub(super) fn of(stmts: &[Stmt]) -> Vec<Import> {
    let mut scan = Scan::default();
    scan.scopes.push(Vec::new());
    for stmt in stmts {
        scan.visit_stmt(stmt);
    }
    let mut order = scan.order;
    order.retain(|name| {
        let seen = &scan.seen[&name.to_string()];
        (seen.changed > 0 && seen.all > seen.changed.min(1)) || (seen.moved > 0 && seen.borrowed)
    });
    let import = |name: Ident| {
        let seen = &scan.seen[&name.to_string()];
        Import {
            changed: seen.changed > 0 && seen.moved == 0,
            receives: seen.receives || seen.changed > 0,
            name,
        }
    };
    order.into_iter().map(import).collect()
}

#[derive(Default)]
struct Seen {
    all: usize,
    changed: usize,
    moved: usize,
    borrowed: bool,
    receives: bool,
}

#[derive(Default)]
struct Scan {
    scopes: Vec<Vec<String>>,
    seen: HashMap<String, Seen>,
    order: Vec<Ident>,
}

impl Scan {
    /// The variable from outside that a place is part of.
    fn root<'e>(&self, mut expr: &'e Expr) -> Option<&'e Ident> {
        loop {
            match expr {
                Expr::Path(path) => {
                    let name = names::single(path)?;
                    let text = name.to_string();
                    let inside = self.scopes.iter().flatten().any(|known| *known == text);
                    return (!inside && names::is_variable(name) && name != "self").then_some(name);
                }
                Expr::Field(field) => expr = &field.base,
                Expr::Index(index) => expr = &index.expr,
                Expr::Paren(inner) => expr = &inner.expr,
                _ => return None,
            }
        }
    }

    fn seen(&mut self, name: &Ident) -> &mut Seen {
        if !self.seen.contains_key(&name.to_string()) {
            self.order.push(name.clone());
        }
        self.seen.entry(name.to_string()).or_default()
    }

    fn changed(&mut self, place: &Expr) {
        if let Some(name) = self.root(place).cloned() {
            self.seen(&name).changed += 1;
        }
    }

    fn moved<'e>(&mut self, all: impl IntoIterator<Item = &'e Expr>) {
        for expr in all {
            if let Expr::Path(_) = expr
                && let Some(name) = self.root(expr).cloned()
            {
                self.seen(&name).moved += 1;
            }
        }
    }

    fn declare(&mut self, pat: &syn::Pat) {
        if let Some(scope) = self.scopes.last_mut() {
            scope.extend(names::bound(pat).iter().map(|pat| pat.ident.to_string()));
        }
    }

    fn scoped(&mut self, look: impl FnOnce(&mut Self)) {
        self.scopes.push(Vec::new());
        look(self);
        self.scopes.pop();
    }
}

impl<'ast> Visit<'ast> for Scan {
    fn visit_expr(&mut self, expr: &'ast Expr) {
        match expr {
            Expr::Path(_) => {
                if let Some(name) = self.root(expr).cloned() {
                    self.seen(&name).all += 1;
                }
                return;
            }
            Expr::Reference(reference) => {
                if reference.mutability.is_some() {
                    self.changed(&reference.expr);
                } else if let Some(name) = self.root(&reference.expr).cloned() {
                    self.seen(&name).borrowed = true;
                }
            }
            Expr::Assign(assign) => self.changed(&assign.left),
            Expr::Binary(binary) if is_assignment(&binary.op) => self.changed(&binary.left),
            Expr::MethodCall(call) => {
                if let Some(name) = self.root(&call.receiver).cloned() {
                    let seen = self.seen(&name);
                    seen.borrowed = true;
                    seen.receives = true;
                }
                self.moved(&call.args);
            }
            Expr::Call(call) => self.moved(&call.args),
            Expr::Tuple(tuple) => self.moved(&tuple.elems),
            Expr::Array(array) => self.moved(&array.elems),
            _ => {}
        }
        syn::visit::visit_expr(self, expr);
    }

    fn visit_local(&mut self, local: &'ast syn::Local) {
        if let Some(init) = &local.init {
            self.moved([&*init.expr]);
            self.visit_local_init(init);
        }
        self.declare(&local.pat);
    }

    fn visit_block(&mut self, block: &'ast syn::Block) {
        self.scoped(|this| syn::visit::visit_block(this, block));
    }

    fn visit_expr_closure(&mut self, closure: &'ast syn::ExprClosure) {
        self.scoped(|this| {
            closure.inputs.iter().for_each(|pat| this.declare(pat));
            this.visit_expr(&closure.body);
        });
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        self.scoped(|this| {
            this.declare(&arm.pat);
            syn::visit::visit_arm(this, arm);
        });
    }

    fn visit_expr_if(&mut self, branch: &'ast syn::ExprIf) {
        self.scoped(|this| syn::visit::visit_expr_if(this, branch));
    }

    fn visit_expr_while(&mut self, each: &'ast syn::ExprWhile) {
        self.scoped(|this| syn::visit::visit_expr_while(this, each));
    }

    fn visit_expr_let(&mut self, condition: &'ast syn::ExprLet) {
        self.visit_expr(&condition.expr);
        self.declare(&condition.pat);
    }

    fn visit_expr_for_loop(&mut self, each: &'ast syn::ExprForLoop) {
        self.visit_expr(&each.expr);
        self.scoped(|this| {
            this.declare(&each.pat);
            this.visit_block(&each.body);
        });
    }

    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        let Some(mut arguments) = Arguments::parse(mac.tokens.clone()) else {
            return;
        };
        let name = mac.path.segments.last().map(|last| last.ident.to_string());
        let known = name.as_deref().map_or(Known::Unknown, format::known);
        let writes = matches!(known, Known::Format { written: true, .. });
        for shown in arguments.shown(known) {
            if let Some(name) = self.root(&path_of(&shown.name)).cloned() {
                let seen = self.seen(&name);
                seen.all += 1;
                seen.borrowed = true;
            }
        }
        let all: Vec<Expr> = arguments.exprs().map(|expr| expr.clone()).collect();
        for (number, expr) in all.iter().enumerate() {
            if number == 0 && writes {
                self.changed(expr);
            }
            if let Some(name) = self.root(expr).cloned() {
                self.seen(&name).borrowed = true;
            }
            Visit::visit_expr(self, expr);
        }
    }

    fn visit_item(&mut self, _: &'ast syn::Item) {}
}
