//! Which variables a statement uses, and how. Each use gets a marker in its place, until liveness says what stands there.

use super::ast::{Alias, Binding, Use, Uses, Var};
use super::captured::{AllForeign, Place};
use super::fill::marker;
use super::hoist;
use super::names;
use super::scope::Scope;
use proc_macro2::{Ident, Span};
use quote::{quote, quote_spanned};
use std::rc::Rc;
use syn::{BinOp, Expr, Member, Pat, Stmt, UnOp};

/// Finds the uses in `expr`, and marks them.
pub(super) fn resolve(scope: &mut Scope, expr: &mut Expr) -> Uses {
    let mut resolver = Resolver::new(scope);
    if let Expr::Path(_) = expr {
        resolver.argument(expr);
    } else {
        resolver.expr(expr, Use::Value);
    }
    resolver.uses
}

/// The same for a `let` without its pattern, which stays as it is.
pub(super) fn resolve_init(scope: &mut Scope, init: &mut syn::LocalInit, how: Use) -> Uses {
    let mut resolver = Resolver::new(scope);
    resolver.expr(&mut init.expr, how);
    if let Some((_, diverge)) = &mut init.diverge {
        resolver.expr(diverge, Use::Value);
    }
    resolver.uses
}

pub(super) struct Resolver<'s> {
    pub(super) scope: &'s mut Scope,
    pub(super) uses: Uses,
    /// Where uses from outside are wanted: those.
    pub(super) foreign: Option<AllForeign>,
    /// What of the next expression is used, where it is a variable.
    pub(super) place: Place,
    /// In a closure, an `async` block or an inner function: a `?` is not the block's.
    pub(super) inside: bool,
    /// In a `move` closure.
    pub(super) moving: bool,
    /// Evaluated once, and in any case: captured arguments can be evaluated when the block is built.
    pub(super) once: bool,
}

impl<'s> Resolver<'s> {
    pub(super) fn new(scope: &'s mut Scope) -> Self {
        Resolver {
            scope,
            uses: Uses::default(),
            foreign: None,
            place: Place::Itself,
            inside: false,
            moving: false,
            once: true,
        }
    }

    pub(super) fn mark(&mut self, name: &Ident, how: Use) -> Option<Ident> {
        let place = std::mem::take(&mut self.place);
        self.note(name, how, place);
        let binding = self.scope.look_up(name)?.clone();
        match binding {
            Binding::Variable(var) => Some(self.mark_variable(var, how, name.span())),
            Binding::Alias(alias) => {
                self.repeat(&alias);
                None
            }
        }
    }

    fn mark_variable(&mut self, var: Var, how: Use, span: Span) -> Ident {
        let how = match how {
            _ if self.moving => Use::IntoClosure,
            Use::Receiver if self.scope.of(var).mutable => Use::Change,
            how => how,
        };
        self.uses.variables.push((var, how));
        marker(var, span)
    }

    fn repeat(&mut self, alias: &Rc<Alias>) {
        if self
            .uses
            .aliases
            .iter()
            .any(|other| Rc::ptr_eq(other, alias))
        {
            return;
        }
        for inner in &alias.uses.aliases {
            self.repeat(inner);
        }
        self.uses.variables.extend(&alias.uses.variables);
        self.uses.panics |= alias.uses.panics;
        self.uses.aliases.push(alias.clone());
    }

    pub(super) fn expr(&mut self, expr: &mut Expr, how: Use) {
        let place = std::mem::take(&mut self.place);
        match expr {
            Expr::Path(path) => {
                let Some(name) = names::single(path).cloned() else {
                    return;
                };
                self.place = place;
                if let Some(marker) = self.mark(&name, how) {
                    path.path.segments[0].ident = marker;
                }
            }
            Expr::Paren(inner) => {
                self.place = place;
                self.expr(&mut inner.expr, how);
            }
            Expr::Group(inner) => {
                self.place = place;
                self.expr(&mut inner.expr, how);
            }
            Expr::Reference(reference) => {
                self.place = Place::Lent;
                let how = if reference.mutability.is_some() {
                    Use::Change
                } else {
                    Use::Ref
                };
                self.expr(&mut reference.expr, how);
            }
            Expr::RawAddr(raw) => self.expr(&mut raw.expr, Use::Change),
            Expr::Field(field) => self.part(&mut field.base, how),
            Expr::Index(index) => {
                self.part(&mut index.expr, how);
                self.argument(&mut index.index);
            }
            Expr::Unary(unary) => {
                if let UnOp::Deref(_) = unary.op {
                    self.part(&mut unary.expr, how);
                } else {
                    self.argument(&mut unary.expr);
                }
            }
            Expr::Binary(binary) => self.binary(binary),
            Expr::Assign(assign) => {
                self.expr(&mut assign.right, Use::Value);
                self.assigned(&mut assign.left);
            }
            Expr::MethodCall(call) => {
                self.expr(&mut call.receiver, Use::Receiver);
                self.arguments(call.args.iter_mut());
            }
            Expr::Call(call) => {
                // The name of a function is no variable; what is called and is one, is seen elsewhere too.
                let is_own = |name| self.scope.knows(name);
                if !matches!(&*call.func, Expr::Path(path) if !names::single(path).is_some_and(is_own))
                {
                    self.expr(&mut call.func, Use::Receiver);
                }
                self.arguments(call.args.iter_mut());
            }
            Expr::Closure(closure) => self.closure(closure),
            Expr::Async(block) => {
                let outside = (self.inside, self.moving);
                self.inside = true;
                self.moving |= block.capture.is_some();
                self.not_once(|this| this.block(&mut block.block));
                (self.inside, self.moving) = outside;
            }
            Expr::Struct(object) => self.object(object),
            Expr::Tuple(tuple) => self.arguments(tuple.elems.iter_mut()),
            Expr::Array(array) => self.arguments(array.elems.iter_mut()),
            Expr::Repeat(repeat) => self.argument(&mut repeat.expr),
            Expr::Range(range) => {
                let ends = range.start.iter_mut().chain(range.end.iter_mut());
                ends.for_each(|end| self.argument(end));
            }
            Expr::Cast(cast) => self.argument(&mut cast.expr),
            Expr::Try(tried) => self.tried(tried),
            Expr::Let(condition) => {
                hoist::lift_calls(self.scope, &mut condition.expr);
                self.expr(&mut condition.expr, Use::Receiver);
                self.hide(&mut condition.pat);
            }
            Expr::Macro(mac) => self.mac(&mut mac.mac),
            Expr::Block(block) => self.block(&mut block.block),
            Expr::Unsafe(block) => self.block(&mut block.block),
            Expr::Const(block) => self.not_once(|this| this.block(&mut block.block)),
            Expr::TryBlock(block) => self.not_once(|this| this.block(&mut block.block)),
            Expr::If(_) | Expr::Match(_) | Expr::ForLoop(_) | Expr::Loop(_) | Expr::While(_) => {
                self.not_once(|this| this.control(expr));
            }
            Expr::Break(inner) => self.optional(inner.expr.as_deref_mut()),
            Expr::Return(inner) => self.optional(inner.expr.as_deref_mut()),
            Expr::Yield(inner) => self.optional(inner.expr.as_deref_mut()),
            Expr::Await(inner) => self.expr(&mut inner.base, Use::Value),
            _ => {}
        }
    }

    /// What a part is taken of.
    fn part(&mut self, whole: &mut Expr, how: Use) {
        self.place = Place::Part;
        let how = match how {
            Use::Value => Use::Place,
            Use::Assign => Use::Change,
            how => how,
        };
        self.expr(whole, how);
    }

    fn object(&mut self, object: &mut syn::ExprStruct) {
        for field in &mut object.fields {
            // `P { x }` cannot have a marker for a name.
            if field.colon_token.is_none() && matches!(field.member, Member::Named(_)) {
                field.colon_token = Some(syn::Token![:](Span::mixed_site()));
                if let Member::Named(name) = &mut field.member {
                    // `x: x` is ours: no lint about it.
                    name.set_span(Span::mixed_site().located_at(name.span()));
                }
            }
            self.argument(&mut field.expr);
        }
        if let Some(rest) = &mut object.rest {
            self.expr(rest, Use::Value);
        }
    }

    /// `x?` of the block: a failure ends the task, and the block.
    fn tried(&mut self, tried: &mut syn::ExprTry) {
        self.argument(&mut tried.expr);
        if !self.inside {
            self.uses.tries = true;
            let inner = &tried.expr;
            let span = Span::mixed_site().located_at(tried.question_token.span);
            let check = quote_spanned!(span=> ::tembel::__private::check);
            *tried.expr = Expr::Verbatim(quote!(#check(#inner)));
        }
    }

    fn optional(&mut self, expr: Option<&mut Expr>) {
        if let Some(expr) = expr {
            self.expr(expr, Use::Value);
        }
    }

    fn control(&mut self, expr: &mut Expr) {
        self.scope.enter();
        match expr {
            Expr::If(branch) => {
                hoist::lift_calls(self.scope, &mut branch.cond);
                self.expr(&mut branch.cond, Use::Value);
                self.block(&mut branch.then_branch);
                self.scope.leave();
                self.scope.enter();
                if let Some((_, other)) = &mut branch.else_branch {
                    self.expr(other, Use::Value);
                }
            }
            Expr::Match(branch) => {
                hoist::lift_calls(self.scope, &mut branch.expr);
                self.expr(&mut branch.expr, Use::Receiver);
                for arm in &mut branch.arms {
                    self.scope.enter();
                    self.hide(&mut arm.pat);
                    self.expr(&mut arm.body, Use::Value);
                    self.scope.leave();
                }
            }
            Expr::ForLoop(each) => {
                hoist::lift_calls(self.scope, &mut each.expr);
                self.expr(&mut each.expr, Use::Value);
                self.hide(&mut each.pat);
                self.block(&mut each.body);
            }
            Expr::While(each) => {
                hoist::lift_calls(self.scope, &mut each.cond);
                self.expr(&mut each.cond, Use::Value);
                self.block(&mut each.body);
            }
            Expr::Loop(each) => self.block(&mut each.body),
            _ => {}
        }
        self.scope.leave();
    }

    fn not_once(&mut self, look: impl FnOnce(&mut Self)) {
        let outside = std::mem::replace(&mut self.once, false);
        look(self);
        self.once = outside;
    }

    /// Names of a pattern inside of the statement are not the block's. Guards and constants are looked into.
    fn hide(&mut self, pat: &mut Pat) {
        for name in names::bound(pat) {
            self.scope.bind(&name.ident, None);
        }
        if let Pat::Guard(guarded) = pat {
            self.expr(&mut guarded.guard, Use::Value);
        }
    }

    fn binary(&mut self, binary: &mut syn::ExprBinary) {
        use BinOp::{And, Eq, Ge, Gt, Le, Lt, Ne, Or};

        match binary.op {
            And(_) | Or(_) => {
                self.argument(&mut binary.left);
                self.not_once(|this| this.argument(&mut binary.right));
            }
            // A comparison borrows its operands.
            Eq(_) | Ne(_) | Lt(_) | Le(_) | Gt(_) | Ge(_) => {
                self.expr(&mut binary.left, Use::Ref);
                self.expr(&mut binary.right, Use::Ref);
            }
            _ if is_assignment(&binary.op) => {
                self.expr(&mut binary.left, Use::Change);
                self.argument(&mut binary.right);
            }
            _ => {
                self.argument(&mut binary.left);
                self.argument(&mut binary.right);
            }
        }
    }

    /// The left side of `=`: a variable, a part of one, or a pattern of those.
    fn assigned(&mut self, left: &mut Expr) {
        match left {
            Expr::Path(_) => self.expr(left, Use::Assign),
            Expr::Tuple(tuple) => tuple.elems.iter_mut().for_each(|each| self.assigned(each)),
            Expr::Array(array) => array.elems.iter_mut().for_each(|each| self.assigned(each)),
            Expr::Call(call) => call.args.iter_mut().for_each(|each| self.assigned(each)),
            Expr::Paren(inner) => self.assigned(&mut inner.expr),
            _ => self.expr(left, Use::Change),
        }
    }

    fn arguments<'e>(&mut self, all: impl Iterator<Item = &'e mut Expr>) {
        all.for_each(|each| self.argument(each));
    }

    fn closure(&mut self, closure: &mut syn::ExprClosure) {
        let outside = (self.inside, self.moving);
        self.inside = true;
        self.moving |= closure.capture.is_some();
        self.scope.enter();
        closure.inputs.iter_mut().for_each(|pat| self.hide(pat));
        self.not_once(|this| this.expr(&mut closure.body, Use::Value));
        self.scope.leave();
        (self.inside, self.moving) = outside;
    }

    fn block(&mut self, block: &mut syn::Block) {
        self.scope.enter();
        for stmt in &mut block.stmts {
            self.stmt(stmt);
        }
        self.scope.leave();
    }

    fn stmt(&mut self, stmt: &mut Stmt) {
        match stmt {
            Stmt::Local(local) => {
                if let Some(init) = &mut local.init {
                    self.expr(&mut init.expr, Use::Value);
                    if let Some((_, diverge)) = &mut init.diverge {
                        self.not_once(|this| this.expr(diverge, Use::Value));
                    }
                }
                self.hide(&mut local.pat);
            }
            Stmt::Expr(expr, _) => self.expr(expr, Use::Value),
            Stmt::Macro(mac) => self.mac(&mut mac.mac),
            Stmt::Item(_) => {}
        }
    }
}

/// Does it change its left operand: `+=` and the like?
pub(super) fn is_assignment(op: &BinOp) -> bool {
    matches!(
        op,
        BinOp::AddAssign(_)
            | BinOp::SubAssign(_)
            | BinOp::MulAssign(_)
            | BinOp::DivAssign(_)
            | BinOp::RemAssign(_)
            | BinOp::BitXorAssign(_)
            | BinOp::BitAndAssign(_)
            | BinOp::BitOrAssign(_)
            | BinOp::ShlAssign(_)
            | BinOp::ShrAssign(_)
    )
}
