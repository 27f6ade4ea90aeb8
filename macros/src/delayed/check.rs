//! What `#[delayed]` refuses, each at the token to change.

use super::args::Options;
use super::ast::{Access, Function, Outcome, Param};
use super::lifetimes;
use crate::errors::Errors;
use proc_macro2::Span;
use syn::spanned::Spanned as _;
use syn::{Attribute, ReceiverKind, ReturnType, Type};

/// Whether the body can become a task.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It can.
    Sound,
    /// It cannot, and the user has been told: callers get the signature they expect.
    Refused,
    /// There is nothing to run; the item stays as it is.
    Hopeless,
}

/// Reports everything that is wrong with `function`.
pub(super) fn check(function: &Function, options: &mut Options, errors: &mut Errors) -> Verdict {
    if let Some(eager) = options.eager.take_if(|eager| *eager == function.sig.ident) {
        errors.at(
            eager.span(),
            format!("`{eager}` is the delayed function's own name; give the plain one another"),
        );
    }
    let refused = qualifiers(function)
        .into_iter()
        .chain(conditional_params(function))
        .chain(result(function))
        .chain(retries(function, options));
    let mut verdict = Verdict::Sound;
    for (span, message) in refused {
        errors.at(span, message);
        verdict = Verdict::Refused;
    }
    if let Err(semicolon) = function.body {
        let message = "a delayed function needs a body, the task's work; write one, or put `#[delayed]` where the body is";
        errors.at(semicolon, message);
        verdict = Verdict::Hopeless;
    }
    verdict
}

type Found = (Span, &'static str);

fn qualifiers(function: &Function) -> Vec<Found> {
    let sig = &function.sig;
    let mut found = Vec::new();
    if let Some(constness) = sig.constness {
        found.push((
            constness.span,
            "a delayed function cannot be `const`: a call makes a task, which only a running program can; remove `const`",
        ));
    }
    if let Some(asyncness) = sig.asyncness {
        found.push((
            asyncness.span,
            "a delayed function cannot be `async`: a task runs to its end on one worker; remove `async`, and block on the future in the body",
        ));
    }
    if let Some(abi) = &sig.abi {
        found.push((
            abi.extern_token.span,
            "a delayed function has Rust's own ABI; remove `extern`, and call the foreign function in the body",
        ));
    }
    if let Some(variadic) = &sig.variadic {
        found.push((
            variadic.dots.span(),
            "a delayed function cannot be variadic; take a `Vec` or a slice",
        ));
    }
    found
}

fn conditional_params(function: &Function) -> Vec<Found> {
    let conditional =
        |attr: &&Attribute| attr.path().is_ident("cfg") || attr.path().is_ident("cfg_attr");
    let attrs = |param: &Param| param.written.attrs.clone();
    let attrs: Vec<_> = function.params.iter().flat_map(attrs).collect();
    attrs
        .iter()
        .filter(conditional)
        .map(|attr| {
            (
                attr.span(),
                "a parameter of a delayed function cannot be conditional; put `#[cfg(…)]` on two functions, one with it and one without",
            )
        })
        .collect()
}

fn retries(function: &Function, options: &Options) -> Vec<Found> {
    let Some((_, asked)) = options.retries else {
        let alone = options.backoff.map(|(_, span)| {
            (
                span,
                "`backoff` is the pause before a retry; add `retries = 3`",
            )
        });
        return alone.into_iter().collect();
    };
    let mut found = Vec::new();
    if let Outcome::Graph(_) = function.outcome {
        found.push((
            asked,
            "a function that makes more of the graph cannot be retried; put `retries` on the functions that it calls",
        ));
    } else if let ReturnType::Default = function.sig.output {
        found.push((
            function.sig.ident.span(),
            "a function with `retries` returns a `Result`: an `Err` is what is tried again",
        ));
    }
    if let Some(receiver) = function.receiver()
        && let ReceiverKind::Reference(_, _, Some(changes)) = &receiver.kind
    {
        found.push((
            changes.span(),
            "a method that changes `self` cannot be retried; take `&self`, or take `self` and give it back",
        ));
    }
    let changes = |param: &&Param| matches!(param.access, Access::Write(_));
    if let (Some(_), Some(param)) = (options.backoff, function.params.iter().find(changes)) {
        found.push((
            param.written.ty.span(),
            "a task with `backoff` cannot change an argument in place, which others wait for during a pause; take it by value and give it back, or leave `backoff` out",
        ));
    }
    found
}

fn result(function: &Function) -> Option<Found> {
    let (Outcome::Value(ty) | Outcome::Graph(ty)) = &function.outcome;
    if let Type::Never(never) = ty {
        return Some((
            never.bang_token.span,
            "a task that never returns has no result; write the type that somebody waits for, such as `()`",
        ));
    }
    let borrows = |param: &Param| matches!(param.access, Access::Read(_) | Access::Write(_));
    if let Some(span) = lifetimes::capture_in(ty)
        && function.params.iter().any(borrows)
    {
        return Some((
            span,
            "an `impl Trait` result counts as borrowing from the reference arguments; say what it holds instead, such as `impl Trait + use<>`",
        ));
    }
    let span = lifetimes::borrow_in(ty, &function.borrows())?;
    Some((
        span,
        "a delayed result cannot borrow from an argument, which the task gives back when it ends; return an owned value (`String`, `Vec<_>`, a clone)",
    ))
}
