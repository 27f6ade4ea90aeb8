//! What comes out reads as code.

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
        let graph = ::tembel::__private::Block::new();
        let out = { graph.task("add", (), |()| add(1, 2)).tail() };
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
    let mut b = graph.task("load", (), |()| load("b.csv")).slot();
    let s = graph
        .task(
            "summary",
            (b.read(),),
            |(b,)| lift(summary(b)).now(),
        )
        .slot();
    let t = graph
        .task(
            "total",
            (b.read(),),
            |(b,)| lift(total(b)).now(),
        )
        .slot();
    graph
        .task(
            "normalise",
            (b.write(), s.read()),
            |(b, s)| {
                lift(normalise(&mut (*b), s)).now();
            },
        )
        .slot();
    graph.task("merge", (b.take(), t.take()), |(b, t)| merge(b, t)).tail()
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
            "load",
            (captured(path).arg(),),
            |(path_in,)| load(path_in),
        )
        .slot();
    let a = exit
        .task("load?", (t1.take(),), |(t1,)| check(t1))
        .slot();
    exit.effect(
            "validate",
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
            "delete",
            (a.read(),),
            |(a,)| {
                lift(delete(a)).now();
            },
        )
        .slot();
    graph.task("Ok", (a.take(),), |(a,)| Ok(a)).here()
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
    let a = graph.task("load", (), |()| load(3)).slot();
    let mut fits = graph.task("new", (), |()| Vec::new()).slot();
    for lag in 0..3 {
        let t1 = graph
            .task(
                "fit",
                (a.read(), captured(lag).arg()),
                |(a, lag)| lift(fit(&(*a)[lag..])).now(),
            )
            .slot();
        graph
            .task(
                "push",
                (fits.write(), t1.take()),
                |(fits, t1)| {
                    (*fits).push(t1);
                },
            )
            .slot();
    }
    fits
};
graph.finish(out)
    }
}
"#
    );
}

#[test]
fn a_decision_is_one_task() {
    let code = expansion(&quote! {
            let a = load(3);
            let m = if a.is_empty() { zero() } else { mean(&a) };
            add(m, add(one(), two()))
    });
    assert_eq!(
        code,
        r#"        let out = {
    let a = graph.task("load", (), |()| load(3)).slot();
    let m = graph
        .task(
            "if",
            (a.take(),),
            |(a,)| if a.is_empty() { zero() } else { mean(&a) },
        )
        .slot();
    let t1 = graph.task("one", (), |()| one()).slot();
    let t2 = graph.task("two", (), |()| two()).slot();
    let t3 = graph
        .task("add", (t1.take(), t2.take()), |(t1, t2)| add(t1, t2))
        .slot();
    graph.task("add", (m.take(), t3.take()), |(m, t3)| add(m, t3)).tail()
};
graph.finish(out)
    }
}
"#
    );
}
