//! Which initializers make no task: another name for a place, or a closure that borrows.

use syn::Expr;

use super::names;

/// A reference to a place, or a closure that borrows.
pub(super) fn is_alias(expr: &Expr) -> bool {
    match expr {
        Expr::Reference(reference) => is_place(&reference.expr),
        Expr::Tuple(tuple) => !tuple.elems.is_empty() && tuple.elems.iter().all(is_alias),
        Expr::Closure(closure) => closure.capture.is_none() && closure.asyncness.is_none(),
        _ => false,
    }
}

fn is_place(expr: &Expr) -> bool {
    match expr {
        Expr::Path(path) => names::single(path).is_some(),
        Expr::Field(field) => is_place(&field.base),
        Expr::Index(index) => {
            let simple = |end: &Expr| matches!(end, Expr::Lit(_) | Expr::Path(_));
            is_place(&index.expr)
                && match &*index.index {
                    Expr::Range(range) => {
                        range.start.iter().chain(&range.end).all(|end| simple(end))
                    }
                    other => simple(other),
                }
        }
        Expr::Unary(unary) => matches!(unary.op, syn::UnOp::Deref(_)) && is_place(&unary.expr),
        Expr::Paren(inner) => is_place(&inner.expr),
        _ => false,
    }
}
