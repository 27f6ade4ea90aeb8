//! Which of the user's attributes go on which of the functions that come out.

use super::ast::{Access, Function, Param};
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::{Attribute, Meta};

/// Lints speak of the body, the others of how it is compiled: both follow it.
const WITH_THE_BODY: &[&str] = &[
    "allow", "expect", "warn", "deny", "forbid", "cfg_attr", "inline", "cold",
];

/// For the function that users call.
pub(super) fn outer(function: &Function) -> TokenStream {
    let kept = function.attrs.iter().map(|attr| {
        let bare_must_use = attr.path().is_ident("must_use") && matches!(attr.meta, Meta::Path(_));
        if bare_must_use || attr.path().is_ident("track_caller") {
            // `Delayed` is `must_use` already (clippy calls it a double), and `track_caller` comes below.
            TokenStream::new()
        } else if expects_in_the_body(attr) {
            // What is expected happens in the inner function; here it may or may not.
            let Meta::List(list) = &attr.meta else {
                return attr.to_token_stream();
            };
            let lints = &list.tokens;
            quote!(#[allow(#lints)])
        } else {
            attr.to_token_stream()
        }
    });
    let span = Span::mixed_site();
    let track_caller = quote_spanned!(span=> #[track_caller]);
    let quiet = quiet(function);
    quote!(#quiet #(#kept)* #track_caller)
}

/// For the inner function.
pub(super) fn inner(function: &Function) -> TokenStream {
    let kept = function.attrs.iter().filter(|attr| follows_the_body(attr));
    let (quiet, once) = (quiet(function), of_the_outer(function));
    quote!(#quiet #once #(#kept)*)
}

/// For a hidden function beside the outer one.
pub(super) fn sibling(function: &Function) -> TokenStream {
    let kept = function
        .attrs
        .iter()
        .filter(|attr| attr.path().is_ident("cfg") || follows_the_body(attr));
    let span = Span::mixed_site();
    let hidden = quote_spanned!(span=> #[doc(hidden)]);
    let (quiet, once) = (quiet(function), of_the_outer(function));
    quote!(#hidden #quiet #once #(#kept)*)
}

/// For the plain function that the user keeps: it is the user's own.
pub(super) fn eager(function: &Function) -> TokenStream {
    let attrs = &function.attrs;
    let quiet = quiet(function);
    quote!(#quiet #(#attrs)*)
}

/// Lints that hold for the outer function or not at all: it has as many parameters, and there by value means that
/// the task takes the value and frees it, whatever the body does with it.
fn of_the_outer(function: &Function) -> TokenStream {
    let by_value = |param: &Param| matches!(param.access, Access::Value(_));
    let span = Span::mixed_site();
    let allow = quote_spanned!(span=> #[allow(clippy::needless_pass_by_value)]);
    let by_value = function.params.iter().any(by_value).then_some(allow);
    let allow = quote_spanned!(span=> #[allow(clippy::too_many_arguments)]);
    let crowded = (function.sig.inputs.len() > 7).then_some(allow);
    quote!(#by_value #crowded)
}

/// Lints that what we add would set off, in code that the user could not write otherwise. The user's own attributes come after these, so that `expect` sees its lint.
fn quiet(function: &Function) -> TokenStream {
    let span = Span::mixed_site();
    let generics = &function.sig.generics;
    // Our bounds are in the `where` clause, the user's may be at the parameter.
    let bounds = generics
        .type_params()
        .any(|param| !param.bounds.is_empty())
        .then(|| quote_spanned!(span=> #[allow(clippy::multiple_bound_locations)]));
    // A lifetime that may be left out in a plain function has to be named in a result that does not borrow from an argument.
    let lifetimes = generics.lifetimes().next().map(
        |_| quote_spanned!(span=> #[allow(clippy::elidable_lifetime_names, clippy::needless_lifetimes)]),
    );
    quote!(#bounds #lifetimes)
}

fn follows_the_body(attr: &Attribute) -> bool {
    let follows = WITH_THE_BODY.iter().any(|name| attr.path().is_ident(name));
    follows && (!attr.path().is_ident("expect") || expects_in_the_body(attr))
}

/// `#[expect(dead_code)]` speaks of the function that nobody calls, the other expectations of what is in it.
fn expects_in_the_body(attr: &Attribute) -> bool {
    let lints = attr.meta.require_list().map(|list| list.tokens.to_string());
    attr.path().is_ident("expect") && lints.is_ok_and(|lints| !lints.contains("dead_code"))
}
