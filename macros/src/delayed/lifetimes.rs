//! Which lifetimes a type mentions, and writing out those that it leaves out.
//!
//! What `Fn(&str) -> &str` and `fn(&str) -> &str` leave out is bound right there: it never belongs to the function.

use super::ast::bare;
use proc_macro2::Span;
use std::collections::BTreeSet;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{
    BoundLifetimes, GenericParam, Lifetime, ParenthesizedGenericArguments, Type, TypeFnPtr,
    TypeImplTrait, TypeParamBound, TypeReference,
};

/// The named lifetimes in `types`, without `'static` and without those that a `for<'a>` binds.
pub(super) fn named<'t>(types: impl IntoIterator<Item = &'t Type>) -> BTreeSet<Lifetime> {
    let mut found = Named::default();
    types.into_iter().for_each(|ty| found.visit_type(ty));
    found.mentioned.retain(|lifetime| {
        lifetime.ident != "static" && lifetime.ident != "_" && !found.bound.contains(lifetime)
    });
    found.mentioned
}

/// Whether one of `lifetimes` is mentioned in what `visit` walks over.
pub(super) fn mentions(lifetimes: &BTreeSet<Lifetime>, walk: impl FnOnce(&mut Named)) -> bool {
    let mut found = Named::default();
    walk(&mut found);
    !found.mentioned.is_disjoint(lifetimes)
}

#[derive(Default)]
pub(super) struct Named {
    mentioned: BTreeSet<Lifetime>,
    bound: BTreeSet<Lifetime>,
}

impl<'ast> Visit<'ast> for Named {
    fn visit_lifetime(&mut self, lifetime: &'ast Lifetime) {
        self.mentioned.insert(lifetime.clone());
    }

    fn visit_bound_lifetimes(&mut self, binder: &'ast BoundLifetimes) {
        for param in &binder.lifetimes {
            if let GenericParam::Lifetime(param) = param {
                self.bound.insert(param.lifetime.clone());
            }
        }
    }
}

/// Where a result says that it borrows from an argument: at an elided lifetime, or at one of `references`.
pub(super) fn borrow_in(result: &Type, references: &BTreeSet<Lifetime>) -> Option<Span> {
    let mut search = Borrow {
        references,
        found: None,
    };
    search.visit_type(result);
    search.found
}

struct Borrow<'r> {
    references: &'r BTreeSet<Lifetime>,
    found: Option<Span>,
}

impl<'ast> Visit<'ast> for Borrow<'_> {
    fn visit_type_reference(&mut self, reference: &'ast TypeReference) {
        if reference.lifetime.is_none() {
            self.found.get_or_insert(reference.and_token.span);
        }
        visit::visit_type_reference(self, reference);
    }

    fn visit_lifetime(&mut self, lifetime: &'ast Lifetime) {
        if lifetime.ident == "_" || self.references.contains(lifetime) {
            self.found.get_or_insert(lifetime.span());
        }
    }

    fn visit_type_fn_ptr(&mut self, _: &'ast TypeFnPtr) {}

    fn visit_parenthesized_generic_arguments(&mut self, _: &'ast ParenthesizedGenericArguments) {}
}

/// Writes out the elided lifetimes of `ty`, each as `next` says; the argument is where it was left out.
pub(super) fn write_out(ty: &mut Type, next: impl FnMut(Span) -> Lifetime) {
    WriteOut(next).visit_type_mut(ty);
}

struct WriteOut<F>(F);

impl<F: FnMut(Span) -> Lifetime> VisitMut for WriteOut<F> {
    fn visit_type_reference_mut(&mut self, reference: &mut TypeReference) {
        if reference.lifetime.is_none() {
            reference.lifetime = Some(self.0(reference.and_token.span));
        }
        visit_mut::visit_type_reference_mut(self, reference);
    }

    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "_" {
            *lifetime = self.0(lifetime.span());
        }
    }

    fn visit_type_fn_ptr_mut(&mut self, _: &mut TypeFnPtr) {}

    fn visit_parenthesized_generic_arguments_mut(&mut self, _: &mut ParenthesizedGenericArguments) {
    }
}

/// Replaces the lifetimes in `from`.
pub(super) fn replace(ty: &mut Type, from: &BTreeSet<Lifetime>, to: &Lifetime) {
    struct Replace<'a>(&'a BTreeSet<Lifetime>, &'a Lifetime);
    impl VisitMut for Replace<'_> {
        fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
            if self.0.contains(lifetime) {
                *lifetime = self.1.clone();
            }
        }
    }
    Replace(from, to).visit_type_mut(ty);
}

/// Behind `&'a`, a bare `dyn Trait` means `dyn Trait + 'a`. As an argument of another trait it would mean `+ 'static`, so it is written out there.
pub(super) fn bound_object(elem: &mut Type, next: impl FnOnce(Span) -> Lifetime) {
    if let Type::TraitObject(object) = elem {
        let lives = |bound: &TypeParamBound| matches!(bound, TypeParamBound::Lifetime(_));
        if !object.bounds.iter().any(lives) {
            let span = object
                .dyn_token
                .map_or_else(Span::mixed_site, |token| token.span);
            object.bounds.push(TypeParamBound::Lifetime(next(span)));
        }
    }
}

/// Whether `impl Trait` stands somewhere in `ty`.
pub(super) fn mentions_impl(ty: &Type) -> bool {
    find_impl(ty, |_| true).is_some()
}

/// Where `ty` has an `impl Trait` that does not say what it captures; it captures every lifetime then.
pub(super) fn capture_in(ty: &Type) -> Option<Span> {
    find_impl(ty, |found| !found.bounds.iter().any(captures))
}

/// Removes every `use<…>`.
pub(super) fn drop_captures(ty: &mut Type) {
    struct Drop;
    impl VisitMut for Drop {
        fn visit_type_impl_trait_mut(&mut self, ty: &mut TypeImplTrait) {
            let all = std::mem::take(&mut ty.bounds);
            ty.bounds = all.into_iter().filter(|bound| !captures(bound)).collect();
        }
    }
    Drop.visit_type_mut(ty);
}

/// Replaces every `impl Trait` by `Box<dyn Trait + Send>`, for a function without a body that would say which type it is.
pub(super) fn box_impls(ty: &mut Type) {
    struct Boxes;
    impl VisitMut for Boxes {
        fn visit_type_mut(&mut self, ty: &mut Type) {
            visit_mut::visit_type_mut(self, ty);
            if let Type::ImplTrait(opaque) = ty {
                let bounds = &opaque.bounds;
                *ty = syn::parse_quote!(::std::boxed::Box<dyn #bounds + ::core::marker::Send>);
            }
        }
    }
    Boxes.visit_type_mut(ty);
}

fn captures(bound: &TypeParamBound) -> bool {
    matches!(bound, TypeParamBound::PreciseCapture(_))
}

fn find_impl(ty: &Type, wanted: fn(&TypeImplTrait) -> bool) -> Option<Span> {
    struct Search(fn(&TypeImplTrait) -> bool, Option<Span>);
    impl<'ast> Visit<'ast> for Search {
        fn visit_type_impl_trait(&mut self, found: &'ast TypeImplTrait) {
            if (self.0)(found) {
                self.1.get_or_insert(found.impl_token.span);
            }
        }
    }
    let mut search = Search(wanted, None);
    search.visit_type(bare(ty));
    search.1
}
