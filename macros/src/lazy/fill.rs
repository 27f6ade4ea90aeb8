//! Markers: what stands in the place of a variable until its access is known.

use super::ast::Var;
use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::format_ident;

const MARKER: &str = "__tembel_use_";

/// The mark that stands for a variable: at the same place of the source, so that messages point there.
pub(super) fn marker(var: Var, span: Span) -> Ident {
    format_ident!("{MARKER}{}", var.0, span = span)
}

/// The variable that an identifier stands for.
pub(super) fn marked(name: &Ident) -> Option<Var> {
    let name = name.to_string();
    name.strip_prefix(MARKER)?.parse().ok().map(Var)
}

/// Puts in the place of each marker what `stands_for` says. Where `&` stands before it, and nothing after it that binds
/// stronger, it is told so, and may say what stands for both.
pub(super) fn fill(
    tokens: TokenStream,
    stands_for: &mut dyn FnMut(Var, Span, bool) -> Option<TokenStream>,
) -> TokenStream {
    let mut filled = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    let mut after_operand = false;
    while let Some(token) = tokens.next() {
        let was_after_operand = after_operand;
        after_operand = !matches!(&token, TokenTree::Punct(punct) if punct.as_char() != '?');
        match token {
            TokenTree::Ident(name) => match marked(&name) {
                Some(var) => filled.extend(stands_for(var, name.span(), false)),
                None => filled.extend([TokenTree::Ident(name)]),
            },
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), fill(group.stream(), stands_for));
                inner.set_span(group.span());
                filled.extend([TokenTree::Group(inner)]);
            }
            TokenTree::Punct(and) if and.as_char() == '&' && !was_after_operand => {
                let lent =
                    lent_alone(&and, &tokens).and_then(|(var, span)| stands_for(var, span, true));
                match lent {
                    Some(code) => {
                        tokens.next();
                        after_operand = true;
                        filled.extend(code);
                    }
                    None => filled.extend([TokenTree::Punct(and)]),
                }
            }
            other => filled.extend([other]),
        }
    }
    filled
}

type Tokens = std::iter::Peekable<proc_macro2::token_stream::IntoIter>;

/// After `&`: a marker, and then the end of the expression.
fn lent_alone(and: &proc_macro2::Punct, rest: &Tokens) -> Option<(Var, Span)> {
    let mut rest = rest.clone();
    let Some(TokenTree::Ident(name)) = rest.next() else {
        return None;
    };
    let ends = match rest.next() {
        None => true,
        Some(TokenTree::Punct(next)) => matches!(next.as_char(), ',' | ';'),
        Some(_) => false,
    };
    let alone = and.spacing() == proc_macro2::Spacing::Alone;
    marked(&name)
        .filter(|_| ends && alone)
        .map(|var| (var, name.span()))
}
