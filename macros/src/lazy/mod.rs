//! `lazy!`: check → lower → liveness → expand.
//!
//! | file | what |
//! |---|---|
//! | [`check`] | what a block cannot do |
//! | [`lower`] | statements become tasks, with [`hoist`] for the calls in them and [`imports`] for what comes from outside |
//! | [`branch`] | `if`, `match` and `for` that are decided while the block runs, where [`owned`] says that they can be |
//! | [`uses`] | which variables a piece of code uses, and how; [`macros`] and [`format`](self::format) in macro calls, [`captured`] from outside |
//! | [`fill`] | the marks in their places |
//! | [`liveness`] | which use is the last, hence the access |
//! | [`expand`] | the tasks as code |

mod alias;
mod ast;
mod branch;
mod captured;
mod check;
mod control;
mod expand;
mod fill;
mod format;
mod hoist;
mod imports;
mod liveness;
mod local;
mod lower;
mod macros;
mod names;
mod owned;
mod scope;
#[cfg(test)]
mod tests;
mod uses;

mod show;

use crate::errors::Errors;
use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;
use std::collections::HashSet;
use syn::Block;
use syn::parse::Parser as _;

/// What `lazy! { block }` becomes. Whatever is wrong, an expression comes out.
pub(crate) fn lazy(input: &TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let code = match Block::parse_within.parse2(input.clone()) {
        Ok(mut stmts) => {
            check::check(&mut stmts, &mut errors);
            build(input, stmts)
        }
        Err(error) => {
            errors.add(error);
            quote_spanned!(Span::mixed_site()=> ::core::unreachable!())
        }
    };
    show::show(input, &code);
    let errors = errors.into_tokens();
    if errors.is_empty() {
        code
    } else {
        quote_spanned!(Span::mixed_site()=> { #errors #code })
    }
}

fn build(input: &TokenStream, stmts: Vec<syn::Stmt>) -> TokenStream {
    let mut lower = lower::Lower {
        scope: scope::Scope::default(),
        fresh: names::Fresh::avoiding(input),
        items: Vec::new(),
        unset: HashSet::new(),
    };
    let mut nodes = lower.lower(stmts);
    liveness::settle(&lower.scope, &mut nodes);
    expand::expand(&lower.scope, &mut lower.fresh, &lower.items, &nodes)
}
