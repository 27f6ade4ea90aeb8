//! `#[delayed]`: options → ast → check → expand.

mod args;
mod ast;
mod attributes;
mod check;
mod expand;
mod generics;
mod lifetimes;
mod outer;
mod result;
#[cfg(test)]
mod tests;

use crate::errors::Errors;
use check::Verdict;
use proc_macro2::TokenStream;

/// What `#[delayed(options)] item` becomes. Whatever is wrong, an item comes out, so that no second wave of errors follows.
pub(crate) fn delayed(options: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let mut options = args::Options::parse(options, &mut errors);
    let code = match ast::Function::parse(item.clone()) {
        Ok(function) => match check::check(&function, &mut options, &mut errors) {
            Verdict::Sound => expand::expand(&function, &options),
            Verdict::Refused => expand::fallback(&function, &options),
            Verdict::Hopeless => item,
        },
        Err(error) => {
            errors.add(error);
            item
        }
    };
    let errors = errors.into_tokens();
    quote::quote!(#errors #code)
}
