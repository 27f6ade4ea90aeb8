//! The user's generics on the outer function, with what it takes to send their values to another thread.

use super::ast::{Function, Outcome};
use super::lifetimes;
use super::outer::ours;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote_spanned};
use std::collections::{BTreeMap, BTreeSet};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};
use syn::{
    BoundLifetimes, GenericParam, Generics, Lifetime, LifetimeParam, ReceiverKind, Token,
    TypeParamBound, TypePath, TypeReference, WherePredicate,
};

/// `generics` where the lifetimes in `gone` are not declared any more. They belonged to references, and the task's own borrow may be of
/// any length: what was asked of one of them, `T: Read<'x>`, is asked of all, `T: for<'x> Read<'x>`.
pub(super) fn without(generics: &Generics, gone: &BTreeSet<Lifetime>) -> Generics {
    let mut left = generics.clone();
    left.params = generics
        .params
        .iter()
        .cloned()
        .filter_map(|param| keep_param(param, gone))
        .collect();
    if let Some(clause) = &mut left.where_clause {
        let predicates = std::mem::take(&mut clause.predicates);
        clause.predicates = predicates
            .into_iter()
            .filter_map(|predicate| keep_predicate(predicate, gone))
            .collect();
    }
    left
}

fn keep_param(mut param: GenericParam, gone: &BTreeSet<Lifetime>) -> Option<GenericParam> {
    match &mut param {
        GenericParam::Lifetime(lifetime) if gone.contains(&lifetime.lifetime) => return None,
        GenericParam::Lifetime(lifetime) => keep_outlived(&mut lifetime.bounds, gone),
        GenericParam::Type(ty) => keep_bounds(&mut ty.bounds, gone),
        GenericParam::Const(_) => {}
    }
    Some(param)
}

fn keep_predicate(
    mut predicate: WherePredicate,
    gone: &BTreeSet<Lifetime>,
) -> Option<WherePredicate> {
    match &mut predicate {
        WherePredicate::Lifetime(outlives) => {
            keep_outlived(&mut outlives.bounds, gone);
            (!gone.contains(&outlives.lifetime) && !outlives.bounds.is_empty()).then_some(predicate)
        }
        WherePredicate::Type(bounded) => {
            if lifetimes::mentions(gone, |found| found.visit_type(&bounded.bounded_ty)) {
                bind(&mut bounded.lifetimes, gone);
                drop_lifetimes(&mut bounded.bounds, gone);
            } else {
                keep_bounds(&mut bounded.bounds, gone);
            }
            (!bounded.bounds.is_empty()).then_some(predicate)
        }
        _ => Some(predicate),
    }
}

fn keep_outlived(bounds: &mut Punctuated<Lifetime, Token![+]>, gone: &BTreeSet<Lifetime>) {
    let all = std::mem::take(bounds);
    *bounds = all
        .into_iter()
        .filter(|lifetime| !gone.contains(lifetime))
        .collect();
}

fn keep_bounds(bounds: &mut Punctuated<TypeParamBound, Token![+]>, gone: &BTreeSet<Lifetime>) {
    drop_lifetimes(bounds, gone);
    for bound in bounds {
        if let TypeParamBound::Trait(bound) = bound
            && lifetimes::mentions(gone, |found| found.visit_path(&bound.path))
        {
            bind(&mut bound.lifetimes, gone);
        }
    }
}

/// `T: 'x` holds for the task's borrow of a `T` by itself; for every `'x` it would mean `'static`.
fn drop_lifetimes(bounds: &mut Punctuated<TypeParamBound, Token![+]>, gone: &BTreeSet<Lifetime>) {
    let all = std::mem::take(bounds);
    *bounds = all
        .into_iter()
        .filter(
            |bound| !matches!(bound, TypeParamBound::Lifetime(lifetime) if gone.contains(lifetime)),
        )
        .collect();
}

fn bind(binder: &mut Option<BoundLifetimes>, gone: &BTreeSet<Lifetime>) {
    let binder = binder.get_or_insert_default();
    binder.lifetimes.extend(
        gone.iter()
            .map(|lifetime| GenericParam::Lifetime(LifetimeParam::new(lifetime.clone()))),
    );
}

/// What a task needs of the types it travels with: `T: Send + 'a`, and `Sync` where it is read through `&`.
/// Each is reported at the user's own token.
pub(super) fn travel(function: &Function) -> Vec<TokenStream> {
    let region = &function.region.lifetime;
    let of_receiver = function.receiver().map(|receiver| {
        let span = ours(receiver.self_token.span);
        match &receiver.kind {
            ReceiverKind::Reference(_, _, None) => {
                quote_spanned!(span=> Self: ::core::marker::Sync)
            }
            ReceiverKind::Reference(..) => quote_spanned!(span=> Self: ::core::marker::Send),
            _ => quote_spanned!(span=> Self: ::core::marker::Send + #region),
        }
    });
    // In `impl<T> Type<T>` this is what makes `T` outlive the graph.
    let of_self = (function.associated && of_receiver.is_none()).then(|| {
        let span = ours(function.sig.ident.span());
        quote_spanned!(span=> Self: #region)
    });
    travellers(function)
        .into_values()
        .map(|(ty, shared)| {
            let span = ours(ty.span());
            let sync = shared.then(|| quote_spanned!(span=> + ::core::marker::Sync));
            quote_spanned!(span=> #ty: ::core::marker::Send #sync + #region)
        })
        .chain(of_receiver)
        .chain(of_self)
        .collect()
}

/// The type parameters and the projections of them (`T::Item`), and whether they stand behind `&`. Everything else is `Send` if these are, or rustc says so.
fn travellers(function: &Function) -> BTreeMap<String, (TokenStream, bool)> {
    let params: BTreeSet<_> = function
        .sig
        .generics
        .type_params()
        .map(|param| param.ident.to_string())
        .collect();
    let mut search = Travellers {
        params,
        shared: false,
        found: BTreeMap::new(),
    };
    for param in function.sig.generics.type_params() {
        search.found.insert(
            param.ident.to_string(),
            (param.ident.to_token_stream(), false),
        );
    }
    for param in &function.params {
        search.visit_type(&param.written.ty);
    }
    let (Outcome::Value(ty) | Outcome::Graph(ty)) = &function.outcome;
    search.visit_type(ty);
    search.found
}

struct Travellers {
    params: BTreeSet<String>,
    shared: bool,
    found: BTreeMap<String, (TokenStream, bool)>,
}

impl<'ast> Visit<'ast> for Travellers {
    fn visit_type_reference(&mut self, reference: &'ast TypeReference) {
        let outside = self.shared;
        self.shared |= reference.mutability.is_none();
        visit::visit_type_reference(self, reference);
        self.shared = outside;
    }

    fn visit_type_path(&mut self, ty: &'ast TypePath) {
        let first = ty
            .path
            .segments
            .first()
            .map(|segment| segment.ident.to_string());
        let of_param = first.is_some_and(|first| self.params.contains(&first));
        if ty.qself.is_none() && of_param {
            let tokens = ty.to_token_stream();
            let entry = self
                .found
                .entry(tokens.to_string())
                .or_insert((tokens, false));
            entry.1 |= self.shared;
        }
        visit::visit_type_path(self, ty);
    }

    /// What a closure takes and gives does not travel, only the closure.
    fn visit_parenthesized_generic_arguments(
        &mut self,
        _: &'ast syn::ParenthesizedGenericArguments,
    ) {
    }

    fn visit_type_fn_ptr(&mut self, _: &'ast syn::TypeFnPtr) {}
}
