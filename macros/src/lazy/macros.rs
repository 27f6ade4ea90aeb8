//! Uses of variables inside of macro calls.

use super::ast::Use;
use super::captured::Place;
use super::format::{self, Arguments, Known, Shown};
use super::hoist::{self, path_of};
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
        // `{:width$}` wants the number itself: `width = *width`. And a variable may have another name in the expansion.
        let mut said = Vec::new();
        for Shown { name, counts } in arguments.shown(known) {
            let renamed = self.scope.is_renamed(&name);
            if let Some(marker) = self.mark(&name, Use::Ref)
                && (counts || renamed)
            {
                said.push((name, marker));
            }
        }
        for (number, expr) in arguments.exprs().enumerate() {
            if matches!(known, Known::Format { .. } | Known::Assert | Known::Values) {
                hoist::lift_calls(self.scope, expr);
            }
            match known {
                Known::Format { before, written } if number < before && written => {
                    // It is a method call: `x.write_fmt(…)`, and that changes `x`.
                    let changed = self.foreign.is_some();
                    self.place = Place::Part;
                    self.expr(expr, if changed { Use::Change } else { Use::Receiver });
                }
                Known::Format { .. } => self.expr(expr, Use::Ref),
                Known::Assert if number > 1 => self.expr(expr, Use::Ref),
                Known::Vec => self.argument(expr),
                Known::Unknown if matches!(expr, Expr::Path(_)) => self.expr(expr, Use::Named),
                Known::Unknown => {
                    self.place = Place::Part;
                    self.expr(expr, Use::Receiver);
                }
                _ => self.expr(expr, Use::Value),
            }
        }
        for (name, marker) in said {
            arguments.say(&name, path_of(&marker));
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
            hoist::lift_calls(self.scope, &mut looked_at);
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
                    self.place = Place::Part;
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
