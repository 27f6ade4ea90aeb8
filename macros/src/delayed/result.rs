//! The result's type, written out where rustc might have something to say of it.

use super::ast::{Function, Outcome};
use super::outer::ours;
use proc_macro2::TokenStream;
use quote::quote_spanned;
use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};
use syn::{Lifetime, Type, TypePath, TypeReference};

/// `::<_, _, _, R>` for the call that makes the task, so that an `R` that is not `Send` is reported at the user's type
/// and not at the call. Left out where the type is known to be `Send`, or cannot be written in a body.
pub(super) fn argument(function: &Function) -> Option<TokenStream> {
    let (Outcome::Value(ty) | Outcome::Graph(ty)) = &function.outcome;
    let params = function.sig.generics.type_params();
    let mut look = Look {
        params: params.map(|param| param.ident.to_string()).collect(),
        writable: true,
        plain: true,
    };
    look.visit_type(ty);
    let span = ours(ty.span());
    (look.writable && !look.plain).then(|| quote_spanned!(span=> ::<_, _, _, #ty>))
}

struct Look {
    /// Type parameters, which are asked to be `Send` where they are declared.
    params: Vec<String>,
    /// It says all of its lifetimes and hides no other type.
    writable: bool,
    /// It is made of primitive types and `String` only.
    plain: bool,
}

const PLAIN: [&str; 18] = [
    "bool", "char", "f32", "f64", "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32",
    "u64", "u128", "usize", "String", "Vec",
];

impl<'ast> Visit<'ast> for Look {
    fn visit_type(&mut self, ty: &'ast Type) {
        match ty {
            Type::ImplTrait(_) | Type::Infer(_) | Type::Never(_) => self.writable = false,
            Type::TraitObject(_) | Type::Ptr(_) | Type::FnPtr(_) => self.plain = false,
            _ => {}
        }
        visit::visit_type(self, ty);
    }

    fn visit_type_path(&mut self, path: &'ast TypePath) {
        let last = path.path.segments.last().map(|last| last.ident.to_string());
        self.plain &=
            last.is_some_and(|last| PLAIN.contains(&&*last) || self.params.contains(&last));
        visit::visit_type_path(self, path);
    }

    fn visit_lifetime(&mut self, lifetime: &'ast Lifetime) {
        self.writable &= lifetime.ident != "_";
    }

    fn visit_type_reference(&mut self, reference: &'ast TypeReference) {
        self.writable &= reference.lifetime.is_some();
        visit::visit_type_reference(self, reference);
    }
}
