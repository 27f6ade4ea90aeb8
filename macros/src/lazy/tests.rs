//! What comes out reads as code.

use super::lazy;
use proc_macro2::TokenStream;
use quote::quote;

/// The expansion, formatted.
fn expansion(block: TokenStream) -> String {
    let tokens = lazy(block);
    let file: syn::File = syn::parse_quote!(fn block() -> Delayed { #tokens });
    prettyplease::unparse(&file)
}

#[test]
fn show() {
    for b in [
        quote! { let mut b = load("b.csv"); let s = summary(&b); let t = total(&b, k); normalise(&mut b, &s); merge(b, t) },
        quote! { let a = load(path)?; let mut b = load("b.csv")?; let m = mean(&a); shift(&mut b, m);
        let mut fits = Vec::new(); for lag in 0..3 { fits.push(fit(&a[lag..])); } Ok((merge(a, b), fits)) },
        quote! { let a = load(3); let m = if a.is_empty() { zero() } else { mean(&a) }; add(m, add(1, total(&a))) },
        quote! { let (a, mut b) = split(x); let r = &a.name; while b < 3 { b += 1; } println!("{r} {b}"); data.push(1); b },
    ] {
        println!("{}", expansion(b));
    }
}
