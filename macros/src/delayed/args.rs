//! The options in `#[delayed(…)]`.

use crate::errors::{Errors, nearest};
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::quote_spanned;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, Parser as _};
use syn::{Ident, LitInt, LitStr, Path, Token};

/// What the options ask for.
#[derive(Default)]
pub(super) struct Options {
    /// The task's name, where it is not the function's.
    pub(super) name: Option<LitStr>,
    /// The name under which the plain function is kept.
    pub(super) eager: Option<Ident>,
    /// The task is cheaper than handing it over.
    pub(super) light: bool,
    /// How often an `Err` is tried again.
    pub(super) retries: Option<(u32, Span)>,
    /// How long to pause before the first retry, as the constructor of a `Duration`.
    pub(super) backoff: Option<(Pause, Span)>,
    /// How many tasks of the function are at work at a time.
    pub(super) limit: Option<u32>,
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
        key: "retries",
        takes: "how often an `Err` is tried again, at least once: `retries = 3`",
        set: |options, value| {
            options.retries = Some(positive(value)?);
            Ok(())
        },
    },
    Known {
        key: "backoff",
        takes: "the pause before the first retry, in `us`, `ms` or `s`: `backoff = \"10ms\"`",
        set: |options, value| {
            let text: LitStr = syn::parse2(value)?;
            let pause = Pause::parse(&text.value());
            let pause = pause.ok_or_else(|| syn::Error::new(text.span(), "no pause"))?;
            options.backoff = Some((pause, text.span()));
            Ok(())
        },
    },
    Known {
        key: "limit",
        takes: "how many of its tasks may be at work at a time, at least one: `limit = 2`",
        set: |options, value| {
            options.limit = Some(positive(value)?.0);
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

/// A number that is not zero.
fn positive(value: TokenStream) -> syn::Result<(u32, Span)> {
    let number: LitInt = syn::parse2(value)?;
    match number.base10_parse()? {
        0 => Err(syn::Error::new(number.span(), "zero")),
        positive => Ok((positive, number.span())),
    }
}

/// How long, and the function that makes a `Duration` of that.
#[derive(Clone, Copy)]
pub(super) struct Pause {
    pub(super) number: u64,
    pub(super) make: &'static str,
}

impl Pause {
    /// A number and its unit.
    fn parse(text: &str) -> Option<Self> {
        let digits = text.find(|c: char| !c.is_ascii_digit())?;
        let (number, unit) = text.split_at(digits);
        let make = match unit.trim_start() {
            "us" | "µs" => "from_micros",
            "ms" => "from_millis",
            "s" => "from_secs",
            _ => return None,
        };
        let number = number.parse().ok().filter(|number| *number > 0)?;
        Some(Pause { number, make })
    }
}

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
