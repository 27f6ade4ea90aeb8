//! Names and places of the statements, as types: what is the same whenever a statement is reached is found while compiling.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote_spanned;

/// The statements of a block, in the order in which they are expanded.
pub(super) struct Sites {
    /// The type of the statement with a number.
    at: Ident,
    all: Vec<TokenStream>,
}

impl Sites {
    pub(super) fn new(at: Ident) -> Self {
        Sites {
            at,
            all: Vec::new(),
        }
    }

    /// `__At::<3>("name")` for a new statement.
    pub(super) fn add(&mut self, name: &str, span: Span) -> TokenStream {
        let (at, number) = (&self.at, Literal::usize_unsuffixed(self.all.len()));
        let tokens = quote_spanned!(super::ours(span)=> #at::<#number>(#name));
        // The user's own span: the task's `file:line:column`.
        let site = quote_spanned!(span=> ::tembel::__private::Site::new(#name));
        self.all.push(site);
        tokens
    }

    /// What declares the type. The name in its value is for those who read the expansion.
    pub(super) fn declared(&self) -> TokenStream {
        let Sites { at, all } = self;
        quote_spanned! {Span::mixed_site()=>
            struct #at<const STATEMENT: usize>(&'static str);
            impl #at<0> {
                const SITES: &'static [::tembel::__private::Site] = &[#(#all),*];
            }
            impl<const STATEMENT: usize> ::tembel::__private::Statement for #at<STATEMENT> {
                const SITE: ::tembel::__private::Site = #at::<0>::SITES[STATEMENT];
            }
        }
    }
}
