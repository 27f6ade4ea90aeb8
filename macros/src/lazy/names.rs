//! Names: what patterns bind, what a block mentions.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use std::collections::{HashMap, HashSet};
use syn::visit::Visit;
use syn::visit_mut::VisitMut;
use syn::{Pat, PatIdent};

/// What a pattern binds, with `mut` or without; `ref` counts as a binding of its own kind.
pub(super) fn bound(pat: &Pat) -> Vec<PatIdent> {
    struct Bound(Vec<PatIdent>);
    impl<'ast> Visit<'ast> for Bound {
        fn visit_pat_ident(&mut self, pat: &'ast PatIdent) {
            // A name that begins upper-case is a constant or a unit struct.
            if pat.subpat.is_some() || is_variable(&pat.ident) {
                self.0.push(pat.clone());
            }
            syn::visit::visit_pat_ident(self, pat);
        }
        fn visit_expr(&mut self, _: &'ast syn::Expr) {}
    }
    let mut found = Bound(Vec::new());
    found.visit_pat(pat);
    // An or-pattern binds each name once a side.
    let mut seen = HashSet::new();
    found.0.retain(|pat| seen.insert(pat.ident.to_string()));
    found.0
}

/// Gives what a pattern binds other names.
pub(super) fn rename(pat: &mut Pat, names: &HashMap<String, Ident>) {
    struct Rename<'n>(&'n HashMap<String, Ident>);
    impl VisitMut for Rename<'_> {
        fn visit_pat_ident_mut(&mut self, pat: &mut PatIdent) {
            if let Some(name) = self.0.get(&pat.ident.to_string()) {
                pat.ident = name.clone();
            }
            syn::visit_mut::visit_pat_ident_mut(self, pat);
        }
        fn visit_field_pat_mut(&mut self, field: &mut syn::FieldPat) {
            // `P { x }` is `P { x: x_1 }` then.
            if !names_are_kept(&field.pat, self.0) {
                field.colon_token.get_or_insert_default();
            }
            syn::visit_mut::visit_field_pat_mut(self, field);
        }
        fn visit_expr_mut(&mut self, _: &mut syn::Expr) {}
    }
    fn names_are_kept(pat: &Pat, names: &HashMap<String, Ident>) -> bool {
        !matches!(pat, Pat::Ident(name) if names.contains_key(&name.ident.to_string()))
    }
    Rename(names).visit_pat_mut(pat);
}

/// Could this be a variable, going by how names are written?
pub(super) fn is_variable(name: &Ident) -> bool {
    let name = name.to_string();
    let name = name.trim_start_matches("r#").trim_start_matches('_');
    !name.starts_with(char::is_uppercase)
}

/// The name alone, where a path is one.
pub(super) fn single(path: &syn::ExprPath) -> Option<&Ident> {
    path.qself.is_none().then(|| path.path.get_ident())?
}

/// Every name in the code, whatever it means.
pub(super) fn all(tokens: TokenStream, into: &mut HashSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(name) => drop(into.insert(name.to_string())),
            TokenTree::Group(group) => all(group.stream(), into),
            _ => {}
        }
    }
}

/// Names that the macro makes up: none that the user's code mentions.
#[derive(Debug)]
pub(super) struct Fresh {
    taken: HashSet<String>,
    temporaries: usize,
    parts: usize,
    placeholders: usize,
}

impl Fresh {
    pub(super) fn avoiding(tokens: &TokenStream) -> Self {
        let mut taken = HashSet::new();
        all(tokens.clone(), &mut taken);
        Fresh {
            taken,
            temporaries: 0,
            parts: 0,
            placeholders: 0,
        }
    }

    /// This name, or with underscores after it.
    pub(super) fn named(&mut self, name: &str) -> Ident {
        let mut name = name.to_owned();
        while !self.taken.insert(name.clone()) {
            name.push('_');
        }
        Ident::new(&name, Span::mixed_site())
    }

    /// A name that stands for a call in the statement that it was taken out of.
    pub(super) fn placeholder(&mut self) -> Ident {
        self.placeholders += 1;
        let name = format!("__tembel_call_{}", self.placeholders);
        Ident::new(&name, Span::mixed_site())
    }

    /// A name for the result of a call.
    pub(super) fn temporary(&mut self, span: Span) -> Ident {
        let name = next(&self.taken, "t", &mut self.temporaries);
        Ident::new(&name, Span::mixed_site().located_at(span))
    }

    /// A name for a part of a task's result.
    pub(super) fn part(&mut self) -> Ident {
        let name = next(&self.taken, "part_", &mut self.parts);
        Ident::new(&name, Span::mixed_site())
    }
}

/// The next name of a kind that is free.
fn next(taken: &HashSet<String>, kind: &str, count: &mut usize) -> String {
    loop {
        *count += 1;
        let name = format!("{kind}{count}");
        if !taken.contains(&name) {
            return name;
        }
    }
}
