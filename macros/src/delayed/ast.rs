//! The function as the user wrote it, sorted by what the other stages ask for.

use super::lifetimes;
use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::ToTokens as _;
use std::collections::BTreeSet;
use syn::parse::{Parse, ParseStream};
use syn::{
    Attribute, FnArg, GenericArgument, Ident, Lifetime, LifetimeParam, Pat, PatType, PathArguments,
    Receiver, ReceiverKind, ReturnType, Signature, Token, Type, Visibility,
};

/// A function under `#[delayed]`.
pub(super) struct Function {
    pub(super) attrs: Vec<Attribute>,
    pub(super) vis: Visibility,
    pub(super) sig: Signature,
    /// The braces, unread: whatever rustc understands is fine. `Err` is the semicolon in its place.
    pub(super) body: Result<Group, Span>,
    pub(super) params: Vec<Param>,
    pub(super) outcome: Outcome,
    pub(super) region: Region,
    /// The function speaks of `self` or `Self`, so it is in an `impl` block, where an inner function would not see those.
    pub(super) associated: bool,
}

/// A parameter that is not the receiver.
pub(super) struct Param {
    pub(super) written: PatType,
    /// What the outer function calls it.
    pub(super) name: Ident,
    pub(super) access: Access,
}

/// How a task gets at an argument; it follows from the parameter's type.
pub(super) enum Access {
    /// `T`, and `&'static T`: the task owns it.
    Value(Type),
    /// `&U`: the task reads it.
    Read(Type),
    /// `&mut U`: the task changes it in place.
    Write(Type),
    /// Never an edge: `impl Trait`, and a reference that lives as long as the graph.
    AsIs(Type),
}

/// The declared result.
pub(super) enum Outcome {
    /// The value of the task.
    Value(Type),
    /// `Delayed<'_, U>`: more graph, whose value is a `U`.
    Graph(Type),
}

/// The lifetime of everything that the graph borrows.
pub(super) struct Region {
    pub(super) lifetime: Lifetime,
    /// The user named it in the result, `Delayed<'a, _>`.
    pub(super) named: bool,
}

impl Function {
    /// Reads a function. Everything else is an error at the token that says what it is.
    pub(super) fn parse(item: TokenStream) -> syn::Result<Self> {
        let Item {
            attrs,
            vis,
            sig,
            body,
        } = syn::parse2(item)?;
        let (outcome, region) = outcome(&sig);
        let inside = body.as_ref().map(Group::stream).unwrap_or_default();
        let associated = sig.receiver().is_some()
            || mentions_self(sig.to_token_stream())
            || mentions_self(inside);
        let params = sig
            .inputs
            .iter()
            .filter_map(|input| match input {
                FnArg::Receiver(_) => None,
                FnArg::Typed(written) => Some(written),
            })
            .enumerate()
            .map(|(position, written)| Param {
                name: name(&written.pat, position),
                access: access(&written.ty, &sig, &region),
                written: written.clone(),
            })
            .collect();
        Ok(Function {
            attrs,
            vis,
            sig,
            body,
            params,
            outcome,
            region,
            associated,
        })
    }

    pub(super) fn receiver(&self) -> Option<&Receiver> {
        self.sig.receiver()
    }

    /// The named lifetimes of a task's own borrows of its arguments.
    pub(super) fn borrows(&self) -> BTreeSet<Lifetime> {
        let receiver = match self.receiver().map(|receiver| &receiver.kind) {
            Some(ReceiverKind::Reference(_, lifetime, _)) => lifetime.as_ref(),
            Some(ReceiverKind::Typed(_, ty)) => reference_lifetime(ty),
            _ => None,
        };
        self.params
            .iter()
            .filter_map(|param| reference_lifetime(&param.written.ty))
            .chain(receiver)
            .filter(|lifetime| lifetime.ident != "_" && !self.outlives_tasks(lifetime))
            .cloned()
            .collect()
    }

    pub(super) fn outlives_tasks(&self, lifetime: &Lifetime) -> bool {
        outlives_tasks(lifetime, &self.sig, &self.region)
    }

    /// A dynamic function that left the region to us: its elided lifetimes are the region.
    pub(super) fn elides_region(&self) -> bool {
        matches!(self.outcome, Outcome::Graph(_)) && !self.region.named
    }
}

/// The item's parts, before they mean anything.
struct Item {
    attrs: Vec<Attribute>,
    vis: Visibility,
    sig: Signature,
    body: Result<Group, Span>,
}

impl Parse for Item {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        let vis = input.parse()?;
        if !starts_function(&input.fork()) {
            return Err(input.error("`#[delayed]` makes tasks of functions; put it on each `fn`"));
        }
        let sig = input.parse()?;
        let body = if input.peek(Token![;]) {
            Err(input.parse::<Token![;]>()?.span)
        } else {
            Ok(input.parse()?)
        };
        Ok(Item {
            attrs,
            vis,
            sig,
            body,
        })
    }
}

/// Only qualifiers (`const`, `async`, `unsafe`, `extern "C"`) stand before `fn`.
fn starts_function(ahead: ParseStream) -> bool {
    while let Ok(token) = ahead.parse::<TokenTree>() {
        match token {
            TokenTree::Ident(word) if word == "fn" => return true,
            TokenTree::Ident(word)
                if ["const", "async", "unsafe", "safe", "extern"].contains(&&*word.to_string()) => {
            }
            TokenTree::Literal(_) => {}
            _ => return false,
        }
    }
    false
}

/// Whether `Self` stands for the type of an `impl` block around the function, not of one inside its body.
fn mentions_self(tokens: TokenStream) -> bool {
    let mut own_type = false;
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(word) => {
            own_type |= word == "impl" || word == "trait";
            word == "Self"
        }
        TokenTree::Punct(punct) => {
            own_type &= punct.as_char() != ';';
            false
        }
        TokenTree::Group(group) if own_type && group.delimiter() == Delimiter::Brace => {
            own_type = false;
            false
        }
        TokenTree::Group(group) => mentions_self(group.stream()),
        TokenTree::Literal(_) => false,
    })
}

/// The identifier the user chose; for a pattern, and for a `_name` that clippy would not have us use, `arg0`, `arg1`, … whose span keeps it apart from the user's own `arg0`.
fn name(pat: &Pat, position: usize) -> Ident {
    match pat {
        Pat::Ident(pat) if pat.subpat.is_none() && !pat.ident.to_string().starts_with('_') => {
            pat.ident.clone()
        }
        _ => Ident::new(&format!("arg{position}"), Span::mixed_site()),
    }
}

fn access(written: &Type, sig: &Signature, region: &Region) -> Access {
    let ty = bare(written);
    if lifetimes::mentions_impl(ty) {
        return Access::AsIs(ty.clone());
    }
    let Type::Reference(reference) = ty else {
        return Access::Value(ty.clone());
    };
    let elem = bare(&reference.elem).clone();
    match &reference.lifetime {
        Some(named) if named.ident == "static" && *named != region.lifetime => {
            Access::Value(ty.clone())
        }
        Some(named) if outlives_tasks(named, sig, region) => Access::AsIs(ty.clone()),
        _ if reference.mutability.is_some() => Access::Write(elem),
        _ => Access::Read(elem),
    }
}

/// A task borrows its arguments for as long as it runs, so a reference cannot have a lifetime that is fixed elsewhere:
/// the region, `'static`, or one that an `impl` block declares.
fn outlives_tasks(lifetime: &Lifetime, sig: &Signature, region: &Region) -> bool {
    let declared = |declared: &LifetimeParam| declared.lifetime == *lifetime;
    *lifetime == region.lifetime
        || (lifetime.ident != "_" && !sig.generics.lifetimes().any(declared))
}

/// The result and the region that it fixes.
fn outcome(sig: &Signature) -> (Outcome, Region) {
    let own = Region {
        lifetime: Lifetime::new("'delayed", Span::mixed_site()),
        named: false,
    };
    let ty = match &sig.output {
        ReturnType::Default => return (Outcome::Value(syn::parse_quote!(())), own),
        ReturnType::Type(_, ty) => bare(ty),
    };
    let Some(arguments) = delayed_arguments(ty) else {
        return (Outcome::Value(ty.clone()), own);
    };
    let value = arguments.iter().rev().find_map(|argument| match argument {
        GenericArgument::Type(value) => Some(value.clone()),
        _ => None,
    });
    let Some(value) = value else {
        return (Outcome::Value(ty.clone()), own);
    };
    let region = arguments.iter().find_map(|argument| match argument {
        GenericArgument::Lifetime(named) if named.ident != "_" => Some(Region {
            lifetime: named.clone(),
            named: true,
        }),
        _ => None,
    });
    (Outcome::Graph(value), region.unwrap_or(own))
}

/// What stands between the angle brackets of a path that ends in `Delayed<…>`.
fn delayed_arguments(
    ty: &Type,
) -> Option<&syn::punctuated::Punctuated<GenericArgument, Token![,]>> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    match &last.arguments {
        PathArguments::AngleBracketed(angled) if last.ident == "Delayed" => Some(&angled.args),
        _ => None,
    }
}

fn reference_lifetime(ty: &Type) -> Option<&Lifetime> {
    match bare(ty) {
        Type::Reference(reference) => reference.lifetime.as_ref(),
        _ => None,
    }
}

/// The type inside parentheses and inside the invisible group that a `macro_rules!` fragment comes in.
pub(super) fn bare(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => bare(&group.elem),
        Type::Paren(paren) => bare(&paren.elem),
        other => other,
    }
}
