//! What can be said of an expression without knowing types: whether its value borrows from the block, and whether it calls
//! functions that may be worth a task.

use super::ast::Binding;
use super::format;
use super::hoist::{is_function, owns_all};
use super::names;
use super::scope::Scope;
use syn::visit::Visit;
use syn::{BinOp, Expr, Ident, Stmt, UnOp};

/// Methods of the standard library that give a value of its own, whatever they are called on.
const GIVES_ITS_OWN: &[&str] = &[
    "clone",
    "cloned",
    "copied",
    "to_owned",
    "to_string",
    "to_vec",
    "parse",
    "len",
    "count",
    "sum",
    "product",
    "is_empty",
    "is_some",
    "is_none",
    "is_ok",
    "is_err",
    "contains",
    "contains_key",
    "starts_with",
    "ends_with",
    "cmp",
    "partial_cmp",
    "pop",
];

/// Those that give what they are called on, or a part of it: by value.
const GIVES_ITS_PART: &[&str] = &[
    "unwrap",
    "unwrap_or",
    "unwrap_or_else",
    "unwrap_or_default",
    "expect",
    "ok",
    "err",
    "ok_or",
    "ok_or_else",
    "map",
    "map_err",
    "and_then",
    "or",
    "or_else",
    "flatten",
    "into_iter",
    "into_keys",
    "into_values",
    "enumerate",
    "rev",
    "zip",
    "skip",
    "take",
    "step_by",
    "chain",
    "collect",
    "abs",
    "min",
    "max",
];

/// Does the value borrow nothing of the block, as far as the text says?
pub(super) fn is_owned(scope: &mut Scope, expr: &Expr) -> bool {
    match expr {
        Expr::Path(path) => names::single(path).is_some_and(|name| match scope.look_up(name) {
            Some(Binding::Variable(var)) => scope.of(*var).kind.is_value(),
            Some(Binding::Alias(_)) => false,
            None => !scope.knows(name),
        }),
        Expr::Lit(_) | Expr::Range(_) | Expr::Cast(_) => true,
        Expr::Binary(binary) => !matches!(binary.op, BinOp::And(_) | BinOp::Or(_)),
        Expr::Unary(unary) => !matches!(unary.op, UnOp::Deref(_)),
        Expr::Paren(inner) => is_owned(scope, &inner.expr),
        Expr::Group(inner) => is_owned(scope, &inner.expr),
        Expr::Try(tried) => is_owned(scope, &tried.expr),
        Expr::Tuple(tuple) => tuple.elems.iter().all(|each| is_owned(scope, each)),
        Expr::Call(call) if is_function(scope, &call.func) => owns_all(scope, expr),
        Expr::Call(call) => {
            is_constructor(&call.func) && call.args.iter().all(|each| is_owned(scope, each))
        }
        Expr::MethodCall(call) => {
            let method = call.method.to_string();
            GIVES_ITS_OWN.contains(&method.as_str())
                || GIVES_ITS_PART.contains(&method.as_str())
                    && is_owned(scope, &call.receiver)
                    && call
                        .args
                        .iter()
                        .all(|each| matches!(each, Expr::Closure(_)) || is_owned(scope, each))
        }
        Expr::Macro(mac) => mac.mac.path.is_ident("format") || mac.mac.path.is_ident("vec"),
        _ => false,
    }
}

/// `Some`, `Ok`, `Point`.
fn is_constructor(func: &Expr) -> bool {
    let Expr::Path(path) = func else { return false };
    let last = path.path.segments.last();
    last.is_some_and(|last| !names::is_variable(&last.ident))
}

/// Is there a closure in it, which may borrow for as long as its value lives?
pub(super) fn has_closure(expr: &Expr) -> bool {
    struct Closures(bool);
    impl<'ast> Visit<'ast> for Closures {
        fn visit_expr_closure(&mut self, _: &'ast syn::ExprClosure) {
            self.0 = true;
        }
    }
    let mut closures = Closures(false);
    closures.visit_expr(expr);
    closures.0
}

/// Is there a `let` in the condition?
pub(super) fn has_let(cond: &Expr) -> bool {
    struct Lets(bool);
    impl<'ast> Visit<'ast> for Lets {
        fn visit_expr_let(&mut self, _: &'ast syn::ExprLet) {
            self.0 = true;
        }
        fn visit_expr_closure(&mut self, _: &'ast syn::ExprClosure) {}
        fn visit_block(&mut self, _: &'ast syn::Block) {}
    }
    let mut lets = Lets(false);
    lets.visit_expr(cond);
    lets.0
}

/// Does the statement say this name, wherever?
pub(super) fn mentions(stmt: &Stmt, name: &Ident) -> bool {
    fn among(tokens: proc_macro2::TokenStream, name: &Ident) -> bool {
        tokens.into_iter().any(|token| match token {
            proc_macro2::TokenTree::Ident(other) => other == *name,
            proc_macro2::TokenTree::Group(group) => among(group.stream(), name),
            _ => false,
        })
    }
    among(quote::ToTokens::to_token_stream(stmt), name)
}

/// Does it call a function that may be worth a task of its own? Where it is done in `rounds`, so may be a method that is
/// called for its own sake on something that is not `mut`.
pub(super) fn calls(scope: &Scope, stmt: &Stmt, rounds: bool) -> bool {
    let mut calls = Calls {
        scope,
        rounds,
        found: false,
    };
    calls.visit_stmt(stmt);
    calls.found
}

struct Calls<'s> {
    scope: &'s Scope,
    rounds: bool,
    found: bool,
}

impl Calls<'_> {
    /// A method called for its own sake.
    fn own(&mut self, expr: &Expr) {
        let mut root = expr;
        while let Expr::MethodCall(syn::ExprMethodCall { receiver, .. })
        | Expr::Try(syn::ExprTry { expr: receiver, .. }) = root
        {
            root = receiver;
        }
        let Expr::Path(path) = root else { return };
        let Some(name) = names::single(path) else {
            return;
        };
        let mutable = matches!(self.scope.look_up(name),
            Some(Binding::Variable(var)) if self.scope.of(*var).mutable);
        self.found |= self.rounds && !mutable && matches!(expr, Expr::MethodCall(_));
    }
}

impl<'ast> Visit<'ast> for Calls<'_> {
    fn visit_stmt(&mut self, stmt: &'ast Stmt) {
        match stmt {
            Stmt::Local(local) => {
                if let Some(init) = &local.init {
                    self.own(&init.expr);
                }
            }
            Stmt::Expr(expr, _) => self.own(expr),
            _ => {}
        }
        syn::visit::visit_stmt(self, stmt);
    }

    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        self.found |= is_function(self.scope, &call.func) && !makes_at_once(&call.func);
        syn::visit::visit_expr_call(self, call);
    }

    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        if let Some(mut arguments) = format::Arguments::parse(mac.tokens.clone()) {
            for expr in arguments.exprs() {
                let mut inner = Calls {
                    found: false,
                    ..*self
                };
                Visit::visit_expr(&mut inner, expr);
                self.found |= inner.found;
            }
        }
    }

    fn visit_expr_closure(&mut self, _: &'ast syn::ExprClosure) {}
    fn visit_expr_while(&mut self, _: &'ast syn::ExprWhile) {}
    fn visit_expr_loop(&mut self, _: &'ast syn::ExprLoop) {}
    fn visit_item(&mut self, _: &'ast syn::Item) {}

    fn visit_expr_block(&mut self, block: &'ast syn::ExprBlock) {
        if block.label.is_none() {
            syn::visit::visit_expr_block(self, block);
        }
    }
}

/// `Vec::new`, `String::from` and their like are not worth a task by themselves.
fn makes_at_once(func: &Expr) -> bool {
    let Expr::Path(path) = func else { return false };
    let mut segments = path.path.segments.iter().rev();
    let (last, of) = (segments.next(), segments.next());
    let quick = |name: &Ident| {
        ["new", "from", "default", "with_capacity"]
            .iter()
            .any(|quick| name == quick)
    };
    last.is_some_and(|last| quick(&last.ident))
        && of.is_some_and(|of| !names::is_variable(&of.ident))
}
