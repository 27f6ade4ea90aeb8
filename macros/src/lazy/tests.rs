//! What comes out reads as code.

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
    let a = exit
        .task(
            "load",
            (captured(path).arg(),),
            |(path_in,)| ::core::result::Result::Ok(
                check(load(path_in))?,
            ),
        )
        .slot();
    exit.effect(
            "validate",
            (a.read(),),
            |(a,)| {
                check(validate(a))?;
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

#[test]
fn patterns_give_one_variable_a_name() {
    let code = expansion(&quote! {
            let (a, mut b) = split(x);
            let Some(first) = a.first().copied() else { panic!("empty") };
            b += first;
            b
    });
    assert_eq!(
        code,
        r#"        let out = {
    let (a, mut b) = graph
        .task(
            "split",
            (captured(x).arg(),),
            |(x_in,)| {
                let (a, b) = lift(split(x_in)).now();
                (a, b)
            },
        )
        .split();
    let first = graph
        .check(
            "copied",
            (a.take(),),
            |(a,)| {
                let Some(first) = a.first().copied() else { panic!("empty") };
                first
            },
        )
        .slot();
    graph
        .task(
            "+=",
            (b.write(), first.take()),
            |(b, first)| {
                (*b) += first;
            },
        )
        .slot();
    b
};
graph.finish(out)
    }
}
"#
    );
}

#[test]
fn a_loop_takes_and_gives_back_what_it_moves() {
    let code = expansion(&quote! {
            let mut s = load(1);
            let mut i = 0;
            while i < 3 {
                s = join(s, i);
                i += 1;
            }
            s
    });
    assert_eq!(
        code,
        r#"        let out = {
    let mut s = graph.task("load", (), |()| load(1)).slot();
    let i = graph.task("literal", (), |()| 0).slot();
    s = graph
        .task(
            "while",
            (i.take(), s.take()),
            |(mut i, mut s)| {
                while i < 3 {
                    s = join(s, i);
                    i += 1;
                }
                s
            },
        )
        .slot();
    s
};
graph.finish(out)
    }
}
"#
    );
}

#[test]
fn another_name_makes_no_task() {
    let code = expansion(&quote! {
            let table = load(3);
            let rows = &table.rows;
            println!("{} rows", rows.len());
            total(rows)
    });
    assert_eq!(
        code,
        r#"        let out = {
    let table = graph.task("load", (), |()| load(3)).slot();
    graph
        .effect(
            "println!",
            (table.read(),),
            |(table,)| {
                #[allow(unused_variables, unused_mut)]
                let rows = &(*table).rows;
                println!("{} rows", rows.len());
            },
        )
        .slot();
    graph
        .task(
            "total",
            (table.read(),),
            |(table,)| {
                #[allow(unused_variables, unused_mut)]
                let rows = &(*table).rows;
                lift(total(rows)).now()
            },
        )
        .tail()
};
graph.finish(out)
    }
}
"#
    );
}

#[test]
fn blocks_stay_blocks() {
    let code = expansion(&quote! {
            let a = { let b = load(1); inc(b) };
            let c = 'coarse: { let (l, r) = a.split_at(2); total(l) + total(r) };
            a.push(c);
            c
    });
    assert_eq!(
        code,
        r#"        let out = {
    let a = {
        let b = graph.task("load", (), |()| load(1)).slot();
        graph.task("inc", (b.take(),), |(b,)| inc(b)).slot()
    };
    let c = graph
        .task(
            "coarse",
            (a.read(),),
            |(a,)| {
                let (l, r) = (*a).split_at(2);
                total(l) + total(r)
            },
        )
        .slot();
    graph
        .effect(
            "push",
            (a.take(), c.read()),
            |(a, c)| {
                a.push((*c));
            },
        )
        .slot();
    c
};
graph.finish(out)
    }
}
"#
    );
}

#[test]
fn what_comes_from_outside() {
    let code = expansion(&quote! {
            let n = count(&data, limit);
            out += n;
            out
    });
    assert_eq!(
        code,
        r#"        let out_ = {
    let mut out = graph.ready(&mut out);
    let n = graph
        .task(
            "count",
            (
                by_ref(&data).arg(),
                captured(limit).arg(),
            ),
            |(data_in, limit_in)| count(data_in, limit_in),
        )
        .slot();
    graph
        .task(
            "+=",
            (out.write(), n.take()),
            |(out, n)| {
                (**out) += n;
            },
        )
        .slot();
    graph.task("out", (out.take(),), |(out,)| (*out)).here()
};
graph.finish(out_)
    }
}
"#
    );
}
