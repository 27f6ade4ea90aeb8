//! Uses of variables inside of macro calls.

use super::ast::Use;
use super::format::{self, Arguments, Known};
use super::uses::Resolver;
use proc_macro2::{Group, TokenStream, TokenTree};
use quote::{ToTokens as _, quote};
use syn::parse::Parser as _;
use syn::{Expr, Macro};

impl Resolver<'_> {
    pub(super) fn mac(&mut self, mac: &mut Macro) {
        let Some(name) = mac.path.segments.last().map(|last| last.ident.to_string()) else {
            return;
        };
        self.uses.panics |= format::panics(&name) && !self.inside;
        let known = format::known(&name);
        if known == Known::Matches {
            self.matches(mac);
            return;
        }
        let Some(mut arguments) = Arguments::parse(mac.tokens.clone()) else {
            mac.tokens = self.scan(mac.tokens.clone());
            return;
        };
        let first_shown = match known {
            Known::Format { before, .. } => before,
            Known::Assert => 1,
            _ => usize::MAX,
        };
        for (number, expr) in arguments.exprs().enumerate() {
            if number == first_shown {
                for name in format::shown(expr) {
                    self.mark(&name, Use::Ref);
                }
            }
            match known {
                Known::Format { before, written } if number < before && written => {
                    self.expr(expr, Use::Receiver);
                }
                Known::Format { .. } => self.expr(expr, Use::Ref),
                Known::Assert if number > 1 => self.expr(expr, Use::Ref),
                Known::Vec => self.argument(expr),
                Known::Unknown if matches!(expr, Expr::Path(_)) => self.expr(expr, Use::Named),
                Known::Unknown => self.expr(expr, Use::Receiver),
                _ => self.expr(expr, Use::Value),
            }
        }
        mac.tokens = arguments.to_token_stream();
    }

    /// `matches!(x, pattern)`.
    fn matches(&mut self, mac: &mut Macro) {
        let parse = |input: syn::parse::ParseStream| {
            let looked_at: Expr = input.parse()?;
            let comma: syn::Token![,] = input.parse()?;
            Ok((looked_at, comma, input.parse::<TokenStream>()?))
        };
        if let Ok((mut looked_at, comma, rest)) = parse.parse2(mac.tokens.clone()) {
            self.expr(&mut looked_at, Use::Receiver);
            let rest = self.scan(rest);
            mac.tokens = quote!(#looked_at #comma #rest);
        }
    }

    /// Whatever the tokens mean: each name of the block is one.
    fn scan(&mut self, tokens: TokenStream) -> TokenStream {
        let mut after_dot = false;
        let each = |token: TokenTree| {
            let was_after_dot = after_dot;
            after_dot = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '.');
            match token {
                TokenTree::Ident(name) if !was_after_dot => {
                    let marker = self.mark(&name, Use::Receiver);
                    TokenTree::Ident(marker.unwrap_or(name))
                }
                TokenTree::Group(group) => {
                    let mut inner = Group::new(group.delimiter(), self.scan(group.stream()));
                    inner.set_span(group.span());
                    TokenTree::Group(inner)
                }
                other => other,
            }
        };
        tokens.into_iter().map(each).collect()
    }
}
