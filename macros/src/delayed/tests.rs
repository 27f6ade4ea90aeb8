//! What comes out reads as code.

use super::delayed;
use quote::quote;

/// The expansion, formatted.
fn expansion(options: proc_macro2::TokenStream, item: proc_macro2::TokenStream) -> String {
    let tokens = delayed(options, item);
    let file = syn::parse2(tokens).expect("an expansion is Rust");
    prettyplease::unparse(&file)
}

#[test]
fn each_parameter_kind_has_its_conversion() {
    let code = expansion(
        quote!(),
        quote! {
            /// Docs.
            pub fn axpy(k: f64, x: &[f64], y: &mut Vec<f64>, f: impl Fn(f64) -> f64) {
                y.iter_mut().zip(x).for_each(|(y, x)| *y += f(k * x));
            }
        },
    );
    assert_eq!(
        code,
        r#"/// Docs.
#[track_caller]
pub fn axpy<'delayed, __M0, __M1>(
    k: impl ::tembel::__private::IntoArg<'delayed, f64>,
    x: impl ::tembel::__private::IntoRef<'delayed, [f64], __M0>,
    y: impl ::tembel::__private::IntoMut<'delayed, Vec<f64>, __M1>,
    f: impl Fn(f64) -> f64 + ::core::marker::Send + 'delayed,
) -> ::tembel::__private::Delayed<'delayed, ()> {
    #[allow(clippy::needless_pass_by_value)]
    fn __axpy(k: f64, x: &[f64], y: &mut Vec<f64>, f: impl Fn(f64) -> f64) {
        y.iter_mut().zip(x).for_each(|(y, x)| *y += f(k * x));
    }
    ::tembel::__private::task(
        || ::tembel::__private::Info::function("axpy"),
        (
            ::tembel::__private::IntoArg::into_arg(k),
            ::tembel::__private::IntoRef::into_ref(x),
            ::tembel::__private::IntoMut::into_mut(y),
            ::tembel::__private::value(f),
        ),
        |(k, x, y, f)| __axpy(k, x, y, f),
    )
}
"#
    );
}

#[test]
fn a_dynamic_function_brings_its_region() {
    let code = expansion(
        quote!(name = "sum of all", cost = "light"),
        quote! {
            fn sum<T: Add>(xs: Vec<&T>) -> Delayed<T> { tree(xs) }
        },
    );
    assert_eq!(
        code,
        r#"#[allow(clippy::multiple_bound_locations)]
#[track_caller]
fn sum<'delayed, T: Add>(
    xs: impl ::tembel::__private::IntoArg<'delayed, Vec<&'delayed T>>,
) -> ::tembel::__private::Delayed<'delayed, T>
where
    T: ::core::marker::Send + ::core::marker::Sync + 'delayed,
{
    #[allow(clippy::multiple_bound_locations)]
    #[allow(clippy::needless_pass_by_value)]
    fn __sum<'delayed, T: Add>(xs: Vec<&'delayed T>) -> Delayed<'delayed, T>
    where
        T: ::core::marker::Send + ::core::marker::Sync + 'delayed,
    {
        tree(xs)
    }
    ::tembel::__private::task_flat(
        || ::tembel::__private::Info::function("sum of all").light(),
        (::tembel::__private::IntoArg::into_arg(xs),),
        |(xs,)| __sum::<T>(xs),
    )
}
"#
    );
}

#[test]
fn a_method_calls_a_sibling_that_sees_self() {
    let code = expansion(
        quote!(),
        quote! {
            fn score(&self, (a, b): (f64, f64)) -> f64 { self.weight * a * b }
        },
    );
    assert_eq!(
        code,
        r#"#[doc(hidden)]
#[allow(clippy::needless_pass_by_value)]
fn __score(&self, (a, b): (f64, f64)) -> f64 {
    self.weight * a * b
}
#[track_caller]
fn score<'delayed>(
    &'delayed self,
    arg0: impl ::tembel::__private::IntoArg<'delayed, (f64, f64)>,
) -> ::tembel::__private::Delayed<'delayed, f64>
where
    Self: ::core::marker::Sync,
{
    ::tembel::__private::task(
        || ::tembel::__private::Info::function("score"),
        (::tembel::__private::value(self), ::tembel::__private::IntoArg::into_arg(arg0)),
        |(this, arg0)| Self::__score(this, arg0),
    )
}
"#
    );
}

#[test]
fn attempts_pauses_and_limits_are_said_where_the_task_is_made() {
    let code = expansion(
        quote!(retries = 3, backoff = "10ms", limit = 2),
        quote! {
            fn get(url: &str, key: Key) -> Result<Page, Busy> { ask(url, key) }
        },
    );
    assert_eq!(
        code,
        r#"#[track_caller]
fn get<'delayed, __M0>(
    url: impl ::tembel::__private::IntoRef<'delayed, str, __M0>,
    key: impl ::tembel::__private::IntoArg<'delayed, Key>,
) -> ::tembel::__private::Delayed<'delayed, Result<Page, Busy>> {
    #[allow(clippy::needless_pass_by_value)]
    fn __get(url: &str, key: Key) -> Result<Page, Busy> {
        ask(url, key)
    }
    ::tembel::__private::task_retried_after::<
        _,
        _,
        _,
        Result<Page, Busy>,
    >(
        || {
            static LIMIT: ::tembel::__private::Limit = ::tembel::__private::Limit::new(
                2,
            );
            ::tembel::__private::Info::function("get").limited(&LIMIT)
        },
        3,
        ::tembel::__private::Duration::from_millis(10),
        (
            ::tembel::__private::IntoRef::into_ref(url),
            ::tembel::__private::cloned_for_each_attempt(
                ::tembel::__private::IntoArg::into_arg(key),
            ),
        ),
        |(url, key)| __get(url, key),
    )
}
"#
    );
}

#[test]
fn a_refused_function_still_has_its_outer_signature() {
    let code = expansion(
        quote!(),
        quote!(
            fn first<'x>(xs: &'x [f64]) -> &'x f64 {
                &xs[0]
            }
        ),
    );
    assert!(code.contains("compile_error"));
    assert!(code.contains("-> ::tembel::__private::Delayed<'delayed, &'delayed f64>"));
}

#[test]
fn long_argument_lists_are_tuples_of_tuples() {
    let names: Vec<_> = (0..14).map(|i| quote::format_ident!("x{i}")).collect();
    let code = expansion(quote!(), quote!(fn many(#(#names: u8),*) {}));
    assert!(code.contains("|((x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11), (x12, x13))|"));
}

#[test]
fn whatever_the_input_an_item_comes_out() {
    for item in [
        "struct S;",
        "impl S {}",
        "const C: u8 = 1;",
        "fn f();",
        "mod m {}",
        "fn f(x: u8, ...) {}",
        "fn",
    ] {
        let tokens = item.parse().expect("these are tokens");
        let code = delayed(quote!(= , name), tokens).to_string();
        assert!(code.contains("compile_error"), "{item}");
    }
}
