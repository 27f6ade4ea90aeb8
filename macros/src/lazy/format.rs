//! Macros of the standard library whose arguments are known to be expressions.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::{Expr, Ident, Lit, Token};

/// What a macro does with its arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// So many arguments looked at, then a format string and what it shows.
    Format {
        before: usize,
        written: bool,
    },
    /// `assert!`: a condition, then as `Format`.
    Assert,
    /// Elements.
    Vec,
    /// `matches!`: looked at, then a pattern.
    Matches,
    /// By value.
    Values,
    Unknown,
}

pub(super) fn known(name: &str) -> Known {
    match name {
        "print" | "println" | "eprint" | "eprintln" | "format" | "panic" | "todo"
        | "unimplemented" | "unreachable" | "format_args" => Known::Format {
            before: 0,
            written: false,
        },
        "write" | "writeln" => Known::Format {
            before: 1,
            written: true,
        },
        "assert_eq" | "assert_ne" | "debug_assert_eq" | "debug_assert_ne" => Known::Format {
            before: 2,
            written: false,
        },
        "assert" | "debug_assert" => Known::Assert,
        "vec" => Known::Vec,
        "matches" => Known::Matches,
        "dbg" => Known::Values,
        _ => Known::Unknown,
    }
}

/// May it panic on purpose?
pub(super) fn panics(name: &str) -> bool {
    name.contains("assert") || matches!(name, "panic" | "todo" | "unimplemented" | "unreachable")
}

/// `x` or `name = x`.
pub(super) struct Argument {
    name: Option<(Ident, Token![=])>,
    pub(super) expr: Expr,
}

impl Argument {
    /// `name = expr`, ours.
    fn named(name: &Ident, expr: Expr) -> Self {
        let ours = Span::mixed_site().located_at(name.span());
        let mut name = name.clone();
        name.set_span(ours);
        Argument {
            name: Some((name, Token![=](ours))),
            expr,
        }
    }
}

impl Parse for Argument {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let named = input.peek(Ident) && input.peek2(Token![=]) && !input.peek2(Token![==]);
        let name = if named {
            Some((input.parse()?, input.parse()?))
        } else {
            None
        };
        Ok(Argument {
            name,
            expr: input.parse()?,
        })
    }
}

impl ToTokens for Argument {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        if let Some((name, equals)) = &self.name {
            name.to_tokens(tokens);
            equals.to_tokens(tokens);
        }
        self.expr.to_tokens(tokens);
    }
}

/// The arguments between commas, and whether there is `; n` in the place of more.
pub(super) struct Arguments {
    pub(super) all: Punctuated<Argument, Token![,]>,
    repeat: Option<(Token![;], Expr)>,
}

impl Arguments {
    pub(super) fn parse(tokens: TokenStream) -> Option<Self> {
        let parse = |input: ParseStream| {
            let mut all = Punctuated::new();
            while !input.is_empty() && !input.peek(Token![;]) {
                all.push_value(input.parse()?);
                if input.is_empty() || input.peek(Token![;]) {
                    break;
                }
                all.push_punct(input.parse()?);
            }
            let repeat = if input.is_empty() {
                None
            } else {
                Some((input.parse()?, input.parse()?))
            };
            Ok(Arguments { all, repeat })
        };
        parse.parse2(tokens).ok()
    }

    /// The names that the format string alone mentions.
    pub(super) fn shown(&mut self, known: Known) -> Vec<Shown> {
        let place = match known {
            Known::Format { before, .. } => before,
            Known::Assert => 1,
            _ => return Vec::new(),
        };
        let text = self.exprs().nth(place);
        let mut names = text.map_or_else(Vec::new, |text| shown(text));
        names.retain(|shown| !self.says(&shown.name));
        names
    }

    /// Is there a `name = …`?
    fn says(&self, name: &Ident) -> bool {
        let said = |each: &Argument| each.name.as_ref().is_some_and(|(said, _)| said == name);
        self.all.iter().any(said)
    }

    /// Adds `name = …`, unless it is there.
    pub(super) fn say(&mut self, name: &Ident, expr: Expr) {
        if !self.says(name) {
            self.all.push(Argument::named(name, expr));
        }
    }

    pub(super) fn exprs(&mut self) -> impl Iterator<Item = &mut Expr> {
        let repeat = self.repeat.iter_mut().map(|(_, times)| times);
        self.all.iter_mut().map(|each| &mut each.expr).chain(repeat)
    }
}

impl ToTokens for Arguments {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.all.to_tokens(tokens);
        if let Some((semi, times)) = &self.repeat {
            tokens.extend(quote!(#semi #times));
        }
    }
}

/// A name that a format string mentions.
pub(super) struct Shown {
    pub(super) name: Ident,
    /// A width or a precision: a number, where a reference to one will not do.
    pub(super) counts: bool,
}

/// The names that a format string mentions: `{x}`, `{x:?}`, `{0:>width$}`.
fn shown(expr: &Expr) -> Vec<Shown> {
    let Expr::Lit(literal) = expr else {
        return Vec::new();
    };
    let Lit::Str(text) = &literal.lit else {
        return Vec::new();
    };
    let (value, span) = (text.value(), text.span());
    let mut names = Vec::new();
    let mut rest = value.replace("{{", "").replace("}}", "");
    while let Some(start) = rest.find('{') {
        let Some(length) = rest[start..].find('}') else {
            break;
        };
        let inside = rest[start + 1..start + length].to_owned();
        let (name, how) = inside.split_once(':').unwrap_or((&inside, ""));
        names.push((name.trim().to_owned(), false));
        for part in how.split('$').rev().skip(1) {
            let word = part.rsplit(|c: char| !c.is_alphanumeric() && c != '_');
            names.extend(word.take(1).map(|word| (word.to_owned(), true)));
        }
        rest = rest[start + length + 1..].to_owned();
    }
    names
        .into_iter()
        .filter(|(name, _)| !name.starts_with(|c: char| c.is_ascii_digit()))
        .filter_map(|(name, counts)| {
            let mut name: Ident = syn::parse_str(&name).ok()?;
            name.set_span(span);
            Some(Shown { name, counts })
        })
        .collect()
}
