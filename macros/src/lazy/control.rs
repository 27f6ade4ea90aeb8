//! What kind of expression it is.

use super::ast::{Binding, Shape};
use super::hoist::is_function;
use super::names;
use super::scope::Scope;
use proc_macro2::Span;
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;
use syn::visit::Visit;
use syn::visit_mut::VisitMut;
use syn::{Block, Expr, Ident, Pat};

/// `{ … }` without a label.
pub(super) fn as_plain_block(expr: &Expr) -> Option<&Block> {
    match expr {
        Expr::Block(block) if block.label.is_none() && block.attrs.is_empty() => Some(&block.block),
        _ => None,
    }
}

/// Numbers: `0..n`, `(0..n).rev()`, `(0..n).step_by(2)`.
pub(super) fn is_range(expr: &Expr) -> bool {
    match expr {
        Expr::Range(_) => true,
        Expr::Paren(inner) => is_range(&inner.expr),
        Expr::MethodCall(call) => {
            (call.method == "rev" || call.method == "step_by") && is_range(&call.receiver)
        }
        _ => false,
    }
}

/// What the task is called, and where it is.
pub(super) fn name_of(expr: &Expr) -> (String, Span) {
    let of = |name: &Ident| (name.unraw().to_string(), name.span());
    match expr {
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) => name_of_function(&path.path),
            other => ("call".into(), other.span()),
        },
        Expr::MethodCall(call) => of(&call.method),
        Expr::Macro(mac) => match mac.mac.path.segments.last() {
            Some(last) => (format!("{}!", last.ident.unraw()), last.ident.span()),
            None => ("macro".into(), mac.span()),
        },
        Expr::Try(tried) => name_of(&tried.expr),
        Expr::Paren(inner) => name_of(&inner.expr),
        Expr::Path(path) => match names::single(path) {
            Some(name) => of(name),
            None => ("value".into(), path.span()),
        },
        Expr::Block(block) => match &block.label {
            Some(label) => (label.name.ident.to_string(), label.name.span()),
            None => ("block".into(), block.span()),
        },
        Expr::Struct(object) => match object.path.segments.last() {
            Some(last) => of(&last.ident),
            None => ("struct".into(), object.span()),
        },
        Expr::If(branch) => ("if".into(), branch.if_token.span),
        Expr::Match(branch) => ("match".into(), branch.match_token.span),
        Expr::ForLoop(each) => ("for".into(), each.for_token.span),
        Expr::While(each) => ("while".into(), each.while_token.span),
        Expr::Loop(each) => ("loop".into(), each.loop_token.span),
        Expr::Assign(assign) => ("=".into(), assign.left.span()),
        Expr::Binary(binary) => (operator(&binary.op), binary.left.span()),
        Expr::Unary(unary) => name_of(&unary.expr),
        Expr::Reference(reference) => name_of(&reference.expr),
        Expr::Field(field) => name_of(&field.base),
        Expr::Index(index) => name_of(&index.expr),
        Expr::Cast(cast) => name_of(&cast.expr),
        Expr::Tuple(tuple) => ("tuple".into(), tuple.span()),
        Expr::Array(array) => ("array".into(), array.span()),
        Expr::Lit(literal) => ("literal".into(), literal.span()),
        Expr::Closure(closure) => ("closure".into(), closure.span()),
        other => ("statement".into(), other.span()),
    }
}

/// Is it a name for want of a better one? Then that of a variable is.
pub(super) fn says_nothing(name: &str) -> bool {
    ["literal", "tuple", "array", "closure", "value", "statement"].contains(&name)
        || !name.starts_with(|first: char| first.is_alphabetic() || first == '_')
}

/// `f`, and `Vec::new` with its type.
fn name_of_function(path: &syn::Path) -> (String, Span) {
    let mut segments = path.segments.iter().rev();
    let Some(last) = segments.next() else {
        return ("call".into(), path.span());
    };
    let name = last.ident.unraw().to_string();
    let name = match segments.next() {
        Some(of) if !names::is_variable(&of.ident) => format!("{}::{name}", of.ident),
        _ => name,
    };
    (name, last.ident.span())
}

fn operator(op: &syn::BinOp) -> String {
    quote::ToTokens::to_token_stream(op).to_string()
}

pub(super) fn shape_of(scope: &Scope, expr: &Expr) -> Shape {
    match expr {
        Expr::Call(call) if is_function(scope, &call.func) => Shape::Call,
        Expr::MethodCall(_) => Shape::Method,
        Expr::Path(path) if names::single(path).is_some() => Shape::Name,
        _ => Shape::Other,
    }
}

/// Does the call lend something to the function: `f(&x)`, or `f(r)` where `r` is another name for a place?
pub(super) fn lends(scope: &Scope, expr: &Expr) -> bool {
    let Expr::Call(call) = expr else {
        return false;
    };
    call.args.iter().any(|argument| match argument {
        Expr::Reference(_) => true,
        Expr::Path(path) => names::single(path)
            .and_then(|name| scope.look_up(name))
            .is_some_and(|binding| matches!(binding, Binding::Alias(_))),
        _ => false,
    })
}

/// Does nothing in this loop's body leave the loop, or end a round early?
pub(super) fn stays_inside(body: &Block) -> bool {
    struct Leaves {
        depth: usize,
        labels: Vec<String>,
        left: bool,
    }
    impl Leaves {
        fn jump(&mut self, label: Option<&syn::Lifetime>) {
            self.left |= match label {
                Some(label) => !self.labels.contains(&label.to_string()),
                None => self.depth == 0,
            };
        }

        fn inner(
            &mut self,
            label: Option<&syn::Label>,
            is_loop: bool,
            look: impl FnOnce(&mut Self),
        ) {
            let labels = self.labels.len();
            self.labels
                .extend(label.map(|label| label.name.to_string()));
            self.depth += usize::from(is_loop);
            look(self);
            self.depth -= usize::from(is_loop);
            self.labels.truncate(labels);
        }
    }
    impl<'ast> Visit<'ast> for Leaves {
        fn visit_expr_break(&mut self, jump: &'ast syn::ExprBreak) {
            self.jump(jump.label.as_ref());
            syn::visit::visit_expr_break(self, jump);
        }
        fn visit_expr_continue(&mut self, jump: &'ast syn::ExprContinue) {
            self.jump(jump.label.as_ref());
        }
        fn visit_expr_for_loop(&mut self, each: &'ast syn::ExprForLoop) {
            self.inner(each.label.as_ref(), true, |this| {
                syn::visit::visit_expr_for_loop(this, each);
            });
        }
        fn visit_expr_while(&mut self, each: &'ast syn::ExprWhile) {
            self.inner(each.label.as_ref(), true, |this| {
                syn::visit::visit_expr_while(this, each);
            });
        }
        fn visit_expr_loop(&mut self, each: &'ast syn::ExprLoop) {
            self.inner(each.label.as_ref(), true, |this| {
                syn::visit::visit_expr_loop(this, each);
            });
        }
        fn visit_expr_block(&mut self, block: &'ast syn::ExprBlock) {
            self.inner(block.label.as_ref(), false, |this| {
                syn::visit::visit_expr_block(this, block);
            });
        }
        fn visit_expr_closure(&mut self, _: &'ast syn::ExprClosure) {}
        fn visit_item(&mut self, _: &'ast syn::Item) {}
    }
    let mut leaves = Leaves {
        depth: 0,
        labels: Vec::new(),
        left: false,
    };
    leaves.visit_block(body);
    !leaves.left
}

/// Does it call a function by path, whose work would be done while the block is built?
pub(super) fn calls_functions(scope: &Scope, expr: &Expr) -> bool {
    struct Calls<'s>(&'s Scope, bool);
    impl<'ast> Visit<'ast> for Calls<'_> {
        fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
            self.1 |= is_function(self.0, &call.func);
            syn::visit::visit_expr_call(self, call);
        }
        fn visit_expr_closure(&mut self, _: &'ast syn::ExprClosure) {}
    }
    let mut calls = Calls(scope, false);
    calls.visit_expr(expr);
    calls.1
}

/// Takes `mut` off the names: what they bind is given on at once.
pub(super) fn drop_mut(pat: &mut Pat) {
    struct Drop;
    impl VisitMut for Drop {
        fn visit_pat_ident_mut(&mut self, pat: &mut syn::PatIdent) {
            if pat.by_ref.is_none() {
                pat.mutability = None;
            }
            syn::visit_mut::visit_pat_ident_mut(self, pat);
        }
    }
    Drop.visit_pat_mut(pat);
}

/// The statements of an arm.
pub(super) fn body(expr: &Expr) -> Vec<syn::Stmt> {
    match as_plain_block(expr) {
        Some(Block { stmts, .. }) => stmts.clone(),
        None => vec![syn::Stmt::Expr(expr.clone(), None)],
    }
}

/// Do the statements end with a value?
pub(super) fn has_value(stmts: &[syn::Stmt]) -> bool {
    match stmts.last() {
        Some(syn::Stmt::Expr(_, semi)) => semi.is_none(),
        Some(syn::Stmt::Macro(mac)) => mac.semi_token.is_none(),
        _ => false,
    }
}

/// What ends with `panic!();` has a value of every type.
pub(super) fn diverge_as_value(stmts: &mut [syn::Stmt]) {
    if let Some(syn::Stmt::Macro(mac)) = stmts.last_mut()
        && let Some(name) = mac.mac.path.segments.last()
        && ["panic", "todo", "unimplemented", "unreachable"]
            .iter()
            .any(|diverges| name.ident == diverges)
    {
        mac.semi_token = None;
    }
}
