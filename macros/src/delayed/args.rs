//! The options in `#[delayed(…)]`.

use crate::errors::{Errors, nearest};
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::quote_spanned;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, Parser as _};
use syn::{Ident, LitStr, Path, Token};

/// What the options ask for.
#[derive(Default)]
pub(super) struct Options {
    /// The task's name, where it is not the function's.
    pub(super) name: Option<LitStr>,
    /// The name under which the plain function is kept.
    pub(super) eager: Option<Ident>,
    /// The task is cheaper than handing it over.
    pub(super) light: bool,
    /// Where the runtime crate is, if not at `::tembel`.
    pub(super) runtime: Option<Path>,
}

/// One option: its key, what may follow it (for messages), and how the value is taken in.
struct Known {
    key: &'static str,
    takes: &'static str,
    set: fn(&mut Options, TokenStream) -> syn::Result<()>,
}

/// All options, in the order in which messages list them.
const KNOWN: &[Known] = &[
    Known {
        key: "name",
        takes: "a string: `name = \"load\"`",
        set: |options, value| {
            options.name = Some(syn::parse2(value)?);
            Ok(())
        },
    },
    Known {
        key: "eager",
        takes: "a name for the plain function: `eager = load_now`",
        set: |options, value| {
            options.eager = Some(syn::parse2(value)?);
            Ok(())
        },
    },
    Known {
        key: "cost",
        takes: "`\"light\"` or `\"heavy\"`: `cost = \"light\"`",
        set: |options, value| {
            let cost: LitStr = syn::parse2(value)?;
            options.light = match cost.value().as_str() {
                "light" => true,
                "heavy" => false,
                _ => return Err(syn::Error::new(cost.span(), "unknown cost")),
            };
            Ok(())
        },
    },
    Known {
        key: "crate",
        takes: "the path of the crate: `crate = my_crate::tembel`",
        set: |options, value| {
            options.runtime = Some(Path::parse_mod_style.parse2(value)?);
            Ok(())
        },
    },
];

impl Options {
    /// Reads the options one by one, so that a mistake in one does not hide those in the others.
    pub(super) fn parse(tokens: TokenStream, errors: &mut Errors) -> Self {
        let mut options = Options::default();
        let mut seen = Vec::new();
        for chunk in split_at_commas(tokens) {
            if let Err(error) = options.take(chunk, &mut seen) {
                errors.add(error);
            }
        }
        options
    }

    fn take(&mut self, chunk: Vec<TokenTree>, seen: &mut Vec<&'static str>) -> syn::Result<()> {
        let Entry { key, value } = syn::parse2(chunk.into_iter().collect())?;
        let Some(known) = KNOWN.iter().find(|known| key == known.key) else {
            return Err(syn::Error::new(key.span(), unknown(&key)));
        };
        if seen.contains(&known.key) {
            let message = format!("`{key}` is given twice; remove one");
            return Err(syn::Error::new(key.span(), message));
        }
        seen.push(known.key);
        let first = value.clone().into_iter().next();
        let span = first.map_or_else(|| key.span(), |token| token.span());
        (known.set)(self, value)
            .map_err(|_| syn::Error::new(span, format!("`{key}` takes {}", known.takes)))
    }

    /// The path of what generated code may call.
    pub(super) fn private(&self, span: Span) -> TokenStream {
        let tembel = || quote_spanned!(span=> ::tembel::__private);
        let elsewhere = |path| quote_spanned!(span=> #path::__private);
        self.runtime.as_ref().map_or_else(tembel, elsewhere)
    }
}

/// `key = value`, the value still unread; it is empty where it is missing.
struct Entry {
    key: Ident,
    value: TokenStream,
}

impl Parse for Entry {
    fn parse(input: syn::parse::ParseStream) -> syn::Result<Self> {
        if !input.peek(Ident::peek_any) {
            let keys = listed();
            return Err(input.error(format!("expected an option; known are {keys}")));
        }
        let key = Ident::parse_any(input)?;
        let value = if input.parse::<Option<Token![=]>>()?.is_some() {
            input.parse()?
        } else {
            // `name("load")`, or a bare `name`: the option's own message says how it is written.
            input.parse::<TokenStream>()?;
            TokenStream::new()
        };
        Ok(Entry { key, value })
    }
}

/// The parts between the commas; a comma at the end adds none.
fn split_at_commas(tokens: TokenStream) -> Vec<Vec<TokenTree>> {
    let tokens: Vec<_> = tokens.into_iter().collect();
    let mut parts: Vec<_> = tokens
        .split(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ','))
        .map(<[_]>::to_vec)
        .collect();
    parts.retain(|part| !part.is_empty());
    parts
}

fn unknown(key: &Ident) -> String {
    let hint = nearest(&key.to_string(), KNOWN.iter().map(|known| known.key))
        .map(|near| format!("; did you mean `{near}`?"))
        .unwrap_or_default();
    format!("unknown option `{key}`; known are {}{hint}", listed())
}

fn listed() -> String {
    let keys: Vec<_> = KNOWN
        .iter()
        .map(|known| format!("`{}`", known.key))
        .collect();
    keys.join(", ")
}
