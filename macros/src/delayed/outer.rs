//! The signature that callers see.

use super::args::Options;
use super::ast::{Access, Function, Outcome, bare};
use super::{generics, lifetimes};
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens as _, format_ident, quote, quote_spanned};
use std::collections::BTreeSet;
use syn::spanned::Spanned as _;
use syn::visit_mut::VisitMut;
use syn::{
    FnArg, Ident, Lifetime, ReceiverKind, Safety, Type, TypeImplTrait, TypeParamBound,
    TypeReference, parse_quote, parse_quote_spanned,
};

/// The outer function up to its body; `sound` is false where the result had to be refused.
pub(super) fn signature(function: &Function, options: &Options, sound: bool) -> TokenStream {
    let mut outer = Outer {
        function,
        options,
        types: Vec::new(),
        fresh: Vec::new(),
        markers: Vec::new(),
    };
    let params = outer.params();
    let receiver = outer.receiver();
    let result = outer.result(sound);
    outer.types.push(result.clone());
    let (generics, bounds) = outer.generics();

    let Function {
        vis, sig, region, ..
    } = function;
    let (fn_token, name) = (&sig.fn_token, &sig.ident);
    let safety = match &sig.safety {
        Safety::Unsafe(token) => Some(token),
        _ => None,
    };
    let region = &region.lifetime;
    let span = ours(result.span());
    let private = options.private(span);
    let result = quote_spanned!(span=> #private::Delayed<#region, #result>);
    quote! {
        #vis #safety #fn_token #name #generics (#receiver #(#params),*) -> #result #bounds
    }
}

/// Our tokens, reported where the user's are: names in them stay apart from the user's, and lints leave them alone.
pub(super) fn ours(span: Span) -> Span {
    Span::mixed_site().located_at(span)
}

struct Outer<'f> {
    function: &'f Function,
    options: &'f Options,
    /// What the signature says in the end, for the lifetimes in it.
    types: Vec<Type>,
    /// Names for the lifetimes that the user left out: `impl IntoArg<'_, Vec<&str>>` is not stable Rust.
    fresh: Vec<Lifetime>,
    /// One for each `&` and `&mut` parameter. They cannot be anonymous: `impl IntoRef<U, impl Sized>` is no Rust (E0666).
    markers: Vec<Ident>,
}

impl Outer<'_> {
    fn params(&mut self) -> Vec<TokenStream> {
        let function = self.function;
        let mut params = Vec::new();
        for param in &function.params {
            let (attrs, name) = (&param.written.attrs, &param.name);
            let ty = match &param.access {
                Access::Value(ty) => self.value(ty),
                Access::Read(elem) => self.reference(elem, "IntoRef"),
                Access::Write(elem) => self.reference(elem, "IntoMut"),
                Access::AsIs(ty) => self.as_is(ty),
            };
            params.push(quote!(#(#attrs)* #name: #ty));
        }
        params
    }

    fn value(&mut self, ty: &Type) -> TokenStream {
        let span = ours(ty.span());
        let (private, region) = (self.options.private(span), &self.function.region.lifetime);
        let ty = self.written_out(ty);
        quote_spanned!(span=> impl #private::IntoArg<#region, #ty>)
    }

    fn reference(&mut self, elem: &Type, takes: &str) -> TokenStream {
        let span = ours(elem.span());
        let marker = format_ident!("__M{}", self.markers.len(), span = ours(Span::mixed_site()));
        self.markers.push(marker.clone());
        let mut elem = elem.clone();
        lifetimes::bound_object(&mut elem, |span| self.next_lifetime(span));
        let elem = self.written_out(&elem);
        let takes = Ident::new(takes, span);
        let (private, region) = (self.options.private(span), &self.function.region.lifetime);
        quote_spanned!(span=> impl #private::#takes<#region, #elem, #marker>)
    }

    fn as_is(&mut self, ty: &Type) -> TokenStream {
        let mut ty = self.written_out(ty);
        bound_impls(&mut ty, &self.function.region.lifetime);
        ty.into_token_stream()
    }

    fn written_out(&mut self, ty: &Type) -> Type {
        let mut ty = ty.clone();
        lifetimes::write_out(&mut ty, |span| self.next_lifetime(span));
        self.types.push(ty.clone());
        ty
    }

    fn next_lifetime(&mut self, span: Span) -> Lifetime {
        if self.function.elides_region() {
            return self.function.region.lifetime.clone();
        }
        let name = format!("'elided{}", self.fresh.len());
        let lifetime = Lifetime::new(&name, ours(span));
        self.fresh.push(lifetime.clone());
        lifetime
    }

    /// A receiver is borrowed as long as the graph lives.
    fn receiver(&mut self) -> Option<TokenStream> {
        let receiver = self.function.receiver()?;
        let (attrs, token) = (&receiver.attrs, &receiver.self_token);
        let region = &self.function.region.lifetime;
        Some(match &receiver.kind {
            ReceiverKind::Reference(and, lifetime, mutability) => {
                let region = self.receiver_lifetime(lifetime.as_ref()).clone();
                self.types.push(parse_quote!(&#region Self));
                quote!(#(#attrs)* #and #region #mutability #token,)
            }
            ReceiverKind::Typed(colon, ty) => {
                let mut ty = bare(ty).clone();
                if let Type::Reference(reference) = &mut ty {
                    let region = self.receiver_lifetime(reference.lifetime.as_ref());
                    reference.lifetime = Some(region.clone());
                }
                lifetimes::write_out(&mut ty, |_| region.clone());
                self.types.push(ty.clone());
                quote!(#(#attrs)* #token #colon #ty,)
            }
            _ => quote!(#(#attrs)* #token,),
        })
    }

    fn receiver_lifetime<'l>(&'l self, written: Option<&'l Lifetime>) -> &'l Lifetime {
        written
            .filter(|lifetime| self.function.outlives_tasks(lifetime))
            .unwrap_or(&self.function.region.lifetime)
    }

    fn result(&self, sound: bool) -> Type {
        let (Outcome::Value(ty) | Outcome::Graph(ty)) = &self.function.outcome;
        let mut ty = ty.clone();
        // `use<…>` would have to list the types of the `impl IntoArg` parameters, which have no names.
        lifetimes::drop_captures(&mut ty);
        if !sound {
            lifetimes::box_impls(&mut ty);
            let region = &self.function.region.lifetime;
            lifetimes::write_out(&mut ty, |_| region.clone());
            lifetimes::replace(&mut ty, &self.function.borrows(), region);
            if matches!(ty, Type::Never(_)) {
                ty = parse_quote!(());
            }
        }
        ty
    }

    /// `<…>` and `where …`.
    fn generics(&self) -> (TokenStream, TokenStream) {
        let region = &self.function.region;
        let used = lifetimes::named(&self.types);
        let mut gone = self.function.borrows();
        gone.retain(|lifetime| !used.contains(lifetime));
        let left = generics::without(&self.function.sig.generics, &gone);

        let own = (!region.named).then_some(&region.lifetime);
        let user_lifetimes = left.lifetimes();
        let (fresh, markers) = (&self.fresh, &self.markers);
        let own = own.into_iter();
        let others = left
            .params
            .iter()
            .filter(|param| !matches!(param, syn::GenericParam::Lifetime(_)));
        let params =
            quote!(<#(#own,)* #(#user_lifetimes,)* #(#fresh,)* #(#others,)* #(#markers),*>);

        let region = &region.lifetime;
        let outlive: BTreeSet<_> = used
            .iter()
            .chain(fresh)
            .filter(|lifetime| *lifetime != region)
            .collect();
        let outlive = outlive.into_iter().map(|lifetime| {
            let span = ours(lifetime.span());
            quote_spanned!(span=> #lifetime: #region)
        });
        let written = left
            .where_clause
            .iter()
            .flat_map(|clause| &clause.predicates);
        let travel = generics::travel(self.function);
        let bounds: Vec<_> = written
            .map(quote::ToTokens::to_token_stream)
            .chain(outlive)
            .chain(travel)
            .collect();
        let bounds = (!bounds.is_empty()).then(|| quote!(where #(#bounds),*));
        (params, bounds.unwrap_or_default())
    }
}

/// `impl Trait` goes to another thread with the task, so it is `Send`, and `Sync` behind `&`.
pub(super) fn bound_impls(ty: &mut Type, region: &Lifetime) {
    struct Bound<'r> {
        region: &'r Lifetime,
        shared: bool,
    }
    impl VisitMut for Bound<'_> {
        fn visit_type_impl_trait_mut(&mut self, ty: &mut TypeImplTrait) {
            let (span, region) = (ours(ty.impl_token.span), self.region);
            ty.bounds
                .push(parse_quote_spanned!(span=> ::core::marker::Send));
            if self.shared {
                ty.bounds
                    .push(parse_quote_spanned!(span=> ::core::marker::Sync));
            }
            ty.bounds.push(TypeParamBound::Lifetime(region.clone()));
        }

        fn visit_type_reference_mut(&mut self, reference: &mut TypeReference) {
            let outside = self.shared;
            self.shared |= reference.mutability.is_none();
            if let Type::ImplTrait(_) = &*reference.elem {
                // `&impl A + B` is no type.
                let elem = &reference.elem;
                reference.elem = parse_quote!((#elem));
            }
            syn::visit_mut::visit_type_reference_mut(self, reference);
            self.shared = outside;
        }
    }
    let shared = false;
    Bound { region, shared }.visit_type_mut(ty);
}

/// The parameters without the receiver.
pub(super) fn typed(
    inputs: &mut syn::punctuated::Punctuated<FnArg, syn::Token![,]>,
) -> impl Iterator<Item = &mut syn::PatType> {
    inputs.iter_mut().filter_map(|input| match input {
        FnArg::Typed(param) => Some(param),
        FnArg::Receiver(_) => None,
    })
}
