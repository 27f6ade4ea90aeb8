//! What comes out reads as code.

mod branches;
mod names;

use super::lazy;
use proc_macro2::TokenStream;
use quote::quote;

/// The expansion, formatted, without what is the same for all blocks.
fn expansion(block: &TokenStream) -> String {
    let tokens = lazy(block);
    let file: syn::File = syn::parse_quote!(fn block() -> Delayed { #tokens });
    let code = prettyplease::unparse(&file);
    let body = code
        .split_once("::Block::new();\n")
        .expect("a block is begun")
        .1;
    body.replace("\n        ", "\n")
        .replace("::tembel::__private::", "")
}

#[test]
fn a_block_is_begun_and_finished() {
    let file: syn::File = {
        let tokens = lazy(&quote!(add(1, 2)));
        syn::parse_quote!(fn block() -> Delayed { #tokens })
    };
    assert_eq!(
        prettyplease::unparse(&file),
        r#"fn block() -> Delayed {
    {
        #[allow(unused_imports)]
        use ::tembel::__private::{
            OfDelayed as _, OfOther as _, OfReference as _, RawDelayed as _,
            RawOther as _,
        };
        struct __At<const STATEMENT: usize>(&'static str);
        impl __At<0> {
            const SITES: &'static [::tembel::__private::Site] = &[
                ::tembel::__private::Site::new("add"),
            ];
        }
        impl<const STATEMENT: usize> ::tembel::__private::Statement for __At<STATEMENT> {
            const SITE: ::tembel::__private::Site = __At::<0>::SITES[STATEMENT];
        }
        let graph = ::tembel::__private::Block::new();
        let out = { graph.task(__At::<0>("add"), (), |()| add(1, 2)).tail() };
        graph.finish(out)
    }
}
"#
    );
}

#[test]
fn whatever_the_input_an_expression_comes_out() {
    for block in [
        "let",
        "let x = ;",
        "return 1;",
        "x +",
        "for x in { }",
        "a.await",
        "break 'a;",
        "",
    ] {
        let tokens: TokenStream = block.parse().expect("these are tokens");
        let code = lazy(&tokens);
        let parsed: syn::Result<syn::Expr> = syn::parse2(code);
        assert!(parsed.is_ok(), "{block}");
    }
}

#[test]
fn a_write_waits_for_two_reads() {
    let code = expansion(&quote! {
            let mut b = load("b.csv");
            let s = summary(&b);
            let t = total(&b);
            normalise(&mut b, &s);
            merge(b, t)
    });
    assert_eq!(
        code,
        r#"        let out = {
    let mut b = graph.task(__At::<0>("b = load"), (), |()| load("b.csv")).slot();
    let s = graph
        .task(
            __At::<1>("s = summary"),
            (b.read(),),
            |(b,)| lift(summary(b)).now(),
        )
        .slot();
    let t = graph
        .task(
            __At::<2>("t = total"),
            (b.read(),),
            |(b,)| lift(total(b)).now(),
        )
        .slot();
    graph
        .change(
            __At::<3>("normalise"),
            (b.write(), s.read()),
            |(b, s)| {
                lift(normalise(&mut (*b), s)).now();
            },
        );
    graph
        .task(__At::<4>("merge"), (b.take(), t.take()), |(b, t)| merge(b, t))
        .tail()
};
graph.finish(out)
    }
}
"#
    );
}

#[test]
fn a_question_mark_ends_the_block() {
    let code = expansion(&quote! {
            let a = load(path)?;
            validate(&a)?;
            delete(&a);
            Ok(a)
    });
    assert_eq!(
        code,
        r#"        let exit = graph.exit();
let out = {
    let t1 = graph
        .task(
            __At::<0>("load"),
            (captured(path).arg(),),
            |(path_in,)| load(path_in),
        )
        .slot();
    let a = exit
        .task(
            __At::<1>("a = load?"),
            (t1.take(),),
            |(t1,)| check(t1),
        )
        .slot();
    exit.effect(
            __At::<2>("validate"),
            (a.read(),),
            |(a,)| {
                check(
                    lift(validate(a)).now(),
                )?;
                ::core::result::Result::Ok(())
            },
        )
        .slot();
    graph
        .effect(
            __At::<3>("delete"),
            (a.read(),),
            |(a,)| {
                lift(delete(a)).now();
            },
        )
        .slot();
    graph.task(__At::<4>("Ok"), (a.take(),), |(a,)| Ok(a)).here()
};
exit.finish(out)
    }
}
"#
    );
}

#[test]
fn a_loop_over_a_range_is_unrolled() {
    let code = expansion(&quote! {
            let a = load(3);
            let mut fits = Vec::new();
            for lag in 0..3 {
                fits.push(fit(&a[lag..]));
            }
            fits
    });
    assert_eq!(
        code,
        r#"        let out = {
    let a = graph.task(__At::<0>("a = load"), (), |()| load(3)).slot();
    let mut fits = graph
        .task(__At::<1>("fits = Vec::new"), (), |()| Vec::new())
        .slot();
    for lag in 0..3 {
        let t1 = graph
            .task(
                __At::<2>("fit"),
                (a.read(), captured(lag).arg()),
                |(a, lag)| lift(fit(&(*a)[lag..])).now(),
            )
            .slot();
        graph
            .change(
                __At::<3>("push"),
                (fits.write(), t1.take()),
                |(fits, t1)| {
                    (*fits).push(t1);
                },
            );
    }
    fits
};
graph.finish(out)
    }
}
"#
    );
}
