//! Which of the user's attributes go on which of the functions that come out.

use super::ast::Function;
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
    quote!(#(#kept)* #track_caller)
}

/// For the inner function.
pub(super) fn inner(function: &Function) -> TokenStream {
    let kept = function.attrs.iter().filter(|attr| follows_the_body(attr));
    quote!(#(#kept)*)
}

/// For a hidden function beside the outer one.
pub(super) fn sibling(function: &Function) -> TokenStream {
    let kept = function
        .attrs
        .iter()
        .filter(|attr| attr.path().is_ident("cfg") || follows_the_body(attr));
    let span = Span::mixed_site();
    let hidden = quote_spanned!(span=> #[doc(hidden)]);
    quote!(#hidden #(#kept)*)
}

/// For the plain function that the user keeps: it is the user's own.
pub(super) fn eager(function: &Function) -> TokenStream {
    let attrs = &function.attrs;
    quote!(#(#attrs)*)
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
