//! Taking calls out of a statement, so that they become tasks of their own.
//!
//! Only what is evaluated in any case is looked at, and only where no data can tell the difference: a call stays if a
//! variable that it moves, or a `mut` variable that it mentions, occurs in what stays too.

use super::ast::{Use, Uses, Var};
use super::format::{self, Arguments, Known};
use super::names::{self, Fresh};
use super::scope::Scope;
use super::uses::resolve;
use proc_macro2::Ident;
use quote::ToTokens as _;
use std::collections::HashMap;
use syn::spanned::Spanned as _;
use syn::{BinOp, Expr};

/// A call that can be taken out, and the name that stands for it.
pub(super) struct Hoisted {
    pub(super) name: Ident,
    pub(super) expr: Expr,
}

/// Takes calls out of `expr`, whose own call stays. Those taken out are in the order in which they are evaluated.
///
/// The own call of `f(x)?` may give a deferred `Result`: it is taken out too if `splice` says so, and if what it gives
/// cannot borrow from the block. Otherwise it is evaluated in its task.
pub(super) fn take_out(
    scope: &mut Scope,
    fresh: &mut Fresh,
    expr: &mut Expr,
    splice: bool,
) -> Vec<Hoisted> {
    let whole = splice && is_tried_call(scope, expr);
    let splice = whole && tried_call(scope, expr).is_some_and(|call| owns_all(scope, call));
    let mut finder = Finder {
        scope,
        fresh,
        found: Vec::new(),
    };
    if splice && let Some(call) = tried_call(finder.scope, expr) {
        finder.take(call);
    }
    finder.look(expr);
    let mut found = finder.found;
    if !splice && let Some(call) = tried_call(scope, expr) {
        lift(call);
    }
    lift_root(scope, expr);
    if found.is_empty() {
        return found;
    }
    let mut uses: Vec<Uses> = found
        .iter()
        .map(|call| resolve(scope, &mut call.expr.clone()))
        .collect();
    loop {
        let mut rest = expr.clone();
        let stays = resolve(scope, &mut rest);
        let lends_only = found.len() == 1
            && stays.variables.is_empty()
            && uses[0].variables.iter().any(|(_, how)| *how == Use::Ref);
        let clash = |call: &Uses| lends_only || collide(scope, call, &stays);
        let Some(at) = uses.iter().position(clash) else {
            return found;
        };
        uses.remove(at);
        put_back(
            scope,
            expr,
            &mut HashMap::from([found.remove(at).into_pair()]),
        );
    }
}

impl Hoisted {
    fn into_pair(self) -> (String, Expr) {
        (self.name.to_string(), self.expr)
    }
}

/// Would it make a difference to call it before the rest?
fn collide(scope: &Scope, call: &Uses, stays: &Uses) -> bool {
    let occurs = |var: &Var| stays.variables.iter().any(|(other, _)| other == var);
    let moves = |how: &Use| matches!(how, Use::Value | Use::IntoClosure | Use::Assign);
    call.variables
        .iter()
        .any(|(var, how)| (moves(how) || scope.of(*var).mutable) && occurs(var))
        || stays
            .variables
            .iter()
            .any(|(var, how)| moves(how) && call.variables.iter().any(|(other, _)| other == var))
}

/// Puts the calls where their names are.
fn put_back(scope: &Scope, expr: &mut Expr, calls: &mut HashMap<String, Expr>) {
    each_unconditional(expr, false, &mut |inner, _| {
        if let Expr::Path(path) = inner
            && let Some(name) = names::single(path)
            && let Some(call) = calls.remove(&name.to_string())
        {
            *inner = call;
            // It stays, and may still be a call of a delayed function.
            if let Some(tried) = tried_call(scope, inner) {
                lift(tried);
            }
            lift_root(scope, inner);
            if !matches!(inner, Expr::Try(_)) {
                lift(inner);
            }
            return false;
        }
        !calls.is_empty()
    });
}

/// The `f(x)` of `f(x).m()`, evaluated in its task if it is deferred: what it gives need not be `Send`, and may borrow.
fn lift_root(scope: &Scope, expr: &mut Expr) {
    match expr {
        Expr::MethodCall(call) if is_own_call(scope, &call.receiver) => lift(&mut call.receiver),
        Expr::MethodCall(call) => lift_root(scope, &mut call.receiver),
        Expr::Try(tried) => lift_root(scope, &mut tried.expr),
        Expr::Paren(inner) => lift_root(scope, &mut inner.expr),
        Expr::Group(inner) => lift_root(scope, &mut inner.expr),
        _ => {}
    }
}

/// The same for an argument of a macro, and for operands in it.
pub(super) fn lift_calls(scope: &Scope, expr: &mut Expr) {
    match expr {
        _ if is_own_call(scope, expr) => lift(expr),
        Expr::Binary(binary) => {
            lift_calls(scope, &mut binary.left);
            lift_calls(scope, &mut binary.right);
        }
        Expr::Unary(unary) => lift_calls(scope, &mut unary.expr),
        Expr::Reference(reference) => lift_calls(scope, &mut reference.expr),
        Expr::Field(field) => lift_calls(scope, &mut field.base),
        Expr::Index(index) => lift_calls(scope, &mut index.expr),
        Expr::Paren(inner) => lift_calls(scope, &mut inner.expr),
        _ => lift_root(scope, expr),
    }
}

/// What the call gives, evaluated if it is deferred.
fn lift(call: &mut Expr) {
    *call = syn::parse_quote_spanned!(call.span()=> ::tembel::__private::lift(#call).now());
}

/// Is it `f(x)?`, and nothing more?
pub(super) fn is_tried_call(scope: &Scope, expr: &Expr) -> bool {
    match expr {
        Expr::Try(tried) => is_own_call(scope, &tried.expr) || is_tried_call(scope, &tried.expr),
        Expr::Paren(inner) => is_tried_call(scope, &inner.expr),
        Expr::Group(inner) => is_tried_call(scope, &inner.expr),
        _ => false,
    }
}

/// Is it `x?`, and nothing more?
pub(super) fn is_tried_name(expr: &Expr) -> bool {
    match expr {
        Expr::Try(inner) => matches!(&*inner.expr, Expr::Path(_)) || is_tried_name(&inner.expr),
        Expr::Paren(inner) => is_tried_name(&inner.expr),
        Expr::Group(inner) => is_tried_name(&inner.expr),
        _ => false,
    }
}

/// The `f(x)` of `f(x)?`, or of a method chain that starts there.
fn tried_call<'e>(scope: &Scope, expr: &'e mut Expr) -> Option<&'e mut Expr> {
    match expr {
        Expr::Try(tried) => {
            if is_own_call(scope, &tried.expr) {
                Some(&mut tried.expr)
            } else {
                tried_call(scope, &mut tried.expr)
            }
        }
        Expr::Paren(inner) => tried_call(scope, &mut inner.expr),
        Expr::Group(inner) => tried_call(scope, &mut inner.expr),
        Expr::MethodCall(call) => tried_call(scope, &mut call.receiver),
        _ => None,
    }
}

fn is_own_call(scope: &Scope, expr: &Expr) -> bool {
    match expr {
        Expr::Call(call) => is_function(scope, &call.func),
        Expr::Paren(inner) => is_own_call(scope, &inner.expr),
        Expr::Group(inner) => is_own_call(scope, &inner.expr),
        _ => false,
    }
}

/// Does the call get nothing of the block but values?
pub(super) fn owns_all(scope: &mut Scope, call: &Expr) -> bool {
    let borrows = |argument: &Expr| match argument {
        Expr::Closure(_) => true,
        Expr::Reference(reference) => !matches!(*reference.expr, Expr::Path(_)),
        _ => false,
    };
    let borrows = matches!(call, Expr::Call(call) if call.args.iter().any(borrows));
    let uses = resolve(scope, &mut call.clone());
    let by_value = |(_, how): &(Var, Use)| matches!(how, Use::Value | Use::Place);
    !borrows && uses.aliases.is_empty() && uses.variables.iter().all(by_value)
}

struct Finder<'s> {
    scope: &'s Scope,
    fresh: &'s mut Fresh,
    found: Vec<Hoisted>,
}

impl Finder<'_> {
    fn look(&mut self, expr: &mut Expr) {
        let (scope, found, fresh) = (self.scope, &mut self.found, &mut *self.fresh);
        each_unconditional(expr, true, &mut |inner, whole| {
            if whole || !is_call(scope, inner) {
                return true;
            }
            found.push(replace(fresh, inner));
            false
        });
    }

    fn take(&mut self, call: &mut Expr) {
        self.found.push(replace(self.fresh, call));
    }
}

/// Puts a name in the place of a call.
fn replace(fresh: &mut Fresh, call: &mut Expr) -> Hoisted {
    let name = fresh.placeholder();
    let expr = std::mem::replace(call, path_of(&name));
    Hoisted { name, expr }
}

/// The expression that is a name.
pub(super) fn path_of(name: &Ident) -> Expr {
    Expr::Path(syn::ExprPath {
        attrs: Vec::new(),
        qself: None,
        path: name.clone().into(),
    })
}

/// A call of a function by path, or a method chain that does not start at a variable; perhaps with a `?`.
pub(super) fn is_call(scope: &Scope, expr: &Expr) -> bool {
    match expr {
        Expr::Try(tried) => is_call(scope, &tried.expr),
        Expr::Paren(inner) => is_call(scope, &inner.expr),
        Expr::Call(call) => is_function(scope, &call.func),
        Expr::MethodCall(call) => is_call(scope, &call.receiver),
        _ => false,
    }
}

/// Is it the path of a function, and not a constructor or a variable?
pub(super) fn is_function(scope: &Scope, func: &Expr) -> bool {
    let Expr::Path(path) = func else {
        return false;
    };
    let Some(last) = path.path.segments.last() else {
        return false;
    };
    if path.path.leading_colon.is_some() && is_ours(&path.path) {
        return false;
    }
    names::is_variable(&last.ident) && names::single(path).is_none_or(|name| !scope.knows(name))
}

/// A call that is lent something.
fn is_lent_to(expr: &Expr) -> bool {
    match expr {
        Expr::Call(call) => call.args.iter().any(|it| matches!(it, Expr::Reference(_))),
        Expr::Try(tried) => is_lent_to(&tried.expr),
        Expr::Paren(inner) => is_lent_to(&inner.expr),
        Expr::MethodCall(call) => is_lent_to(&call.receiver),
        _ => false,
    }
}

/// Is it what [`lift`] writes?
fn is_ours(path: &syn::Path) -> bool {
    let names = path
        .segments
        .iter()
        .map(|segment| segment.ident.to_string());
    names.eq(["tembel", "__private", "lift"])
}

/// Calls `see` with each part that is evaluated in any case, outer first, in the order of evaluation. `see` says whether
/// to go on inside. Its second argument says whether the part is the whole, so far as tasks go: what the task is named for.
fn each_unconditional(expr: &mut Expr, whole: bool, see: &mut dyn FnMut(&mut Expr, bool) -> bool) {
    if !see(expr, whole) {
        return;
    }
    let mut go = |inner: &mut Expr| each_unconditional(inner, false, see);
    match expr {
        Expr::Call(call) => call.args.iter_mut().for_each(go),
        Expr::MethodCall(call) => {
            // The receiver chain belongs to the call.
            each_unconditional(&mut call.receiver, true, see);
            let go = |inner: &mut Expr| each_unconditional(inner, false, see);
            call.args.iter_mut().for_each(go);
        }
        Expr::Try(tried) => each_unconditional(&mut tried.expr, whole, see),
        Expr::Paren(inner) => each_unconditional(&mut inner.expr, whole, see),
        Expr::Group(inner) => each_unconditional(&mut inner.expr, whole, see),
        Expr::Binary(binary) => {
            let lazy = matches!(binary.op, BinOp::And(_) | BinOp::Or(_));
            go(&mut binary.left);
            if !lazy {
                go(&mut binary.right);
            }
        }
        Expr::Unary(unary) => {
            // `*f(&x)`: it gives a reference, perhaps into what it is lent.
            let lent = matches!(unary.op, syn::UnOp::Deref(_)) && is_lent_to(&unary.expr);
            each_unconditional(&mut unary.expr, lent, see);
        }
        Expr::Cast(cast) => go(&mut cast.expr),
        Expr::Reference(reference) => go(&mut reference.expr),
        Expr::Field(field) => go(&mut field.base),
        Expr::Index(index) => {
            go(&mut index.expr);
            go(&mut index.index);
        }
        Expr::Tuple(tuple) => tuple.elems.iter_mut().for_each(go),
        Expr::Array(array) => array.elems.iter_mut().for_each(go),
        Expr::Repeat(repeat) => go(&mut repeat.expr),
        Expr::Struct(object) => {
            object
                .fields
                .iter_mut()
                .for_each(|field| go(&mut field.expr));
            object.rest.iter_mut().for_each(|rest| go(rest));
        }
        Expr::Assign(assign) => go(&mut assign.right),
        Expr::Macro(mac) => {
            let name = mac
                .mac
                .path
                .segments
                .last()
                .map(|last| last.ident.to_string());
            if name.is_some_and(|name| format::known(&name) == Known::Vec)
                && let Some(mut elements) = Arguments::parse(mac.mac.tokens.clone())
            {
                elements.exprs().for_each(go);
                mac.mac.tokens = elements.to_token_stream();
            }
        }
        _ => {}
    }
}
