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
    let mut b = graph.task("b = load", (), |()| load("b.csv")).slot();
    let s = graph
        .task(
            "s = summary",
            (b.read(),),
            |(b,)| lift(summary(b)).now(),
        )
        .slot();
    let t = graph
        .task(
            "t = total",
            (b.read(),),
            |(b,)| lift(total(b)).now(),
        )
        .slot();
    graph
        .change(
            "normalise",
            (b.write(), s.read()),
            |(b, s)| {
                lift(normalise(&mut (*b), s)).now();
            },
        );
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
        .task("a = load?", (t1.take(),), |(t1,)| check(t1))
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
    let a = graph.task("a = load", (), |()| load(3)).slot();
    let mut fits = graph.task("fits = Vec::new", (), |()| Vec::new()).slot();
    for lag in 0..3 {
        let t1 = graph
            .task(
                "fit",
                (a.read(), captured(lag).arg()),
                |(a, lag)| lift(fit(&(*a)[lag..])).now(),
            )
            .slot();
        graph
            .change(
                "push",
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

#[test]
fn a_decision_is_made_when_the_value_is_there() {
    let code = expansion(&quote! {
            let a = load(3);
            let mut log = Vec::new();
            let m = if a.is_empty() { log.push(zero()); one() } else { mean(&a) };
            (m, log)
    });
    assert_eq!(
        code,
        r#"        let out = {
    let a = graph.task("a = load", (), |()| load(3)).slot();
    let mut log = graph.task("log = Vec::new", (), |()| Vec::new()).slot();
    let t1 = graph.task("is_empty", (a.read(),), |(a,)| (*a).is_empty()).slot();
    let (m, part_1) = graph
        .branch(
            "if",
            (t1.take(), log.take(), a.share()),
            |graph, (t1, log, a)| {
                let mut log = graph.ready(log);
                let given = if t1 {
                    let t2 = graph.task("zero", (), |()| zero()).slot();
                    graph
                        .change(
                            "push",
                            (log.write(), t2.take()),
                            |(log, t2)| {
                                (*log).push(t2);
                            },
                        );
                    graph.task("one", (), |()| one()).slot()
                } else {
                    graph
                        .task(
                            "mean",
                            (a.read(),),
                            |(a,)| lift(mean(a)).now(),
                        )
                        .slot()
                };
                graph
                    .task(
                        "if",
                        (given.take(), log.take()),
                        |(given, log)| (given, log),
                    )
                    .slot()
            },
        )
        .split();
    log = part_1;
    graph.task("tuple", (m.take(), log.take()), |(m, log)| (m, log)).here()
};
graph.finish(out)
    }
}
"#
    );
}

#[test]
fn a_value_of_its_own_is_matched() {
    let code = expansion(&quote! {
            match find(3)? {
                Some(x) if x > limit => Ok(add(x, one())),
                _ => Err(nothing()),
            }
    });
    assert_eq!(
        code,
        r#"        let exit = graph.exit();
let out = {
    let t1 = graph.task("find", (), |()| find(3)).slot();
    let t2 = exit
        .task("find?", (t1.take(),), |(t1,)| check(t1))
        .slot();
    graph
        .end(
            graph
                .branch(
                    "match",
                    (t2.take(),),
                    |graph, (t2,)| {
                        match t2 {
                            Some(x) if x > limit => {
                                let x = graph.ready(x);
                                let t3 = graph.task("one", (), |()| one()).slot();
                                let t4 = graph
                                    .task("add", (x.take(), t3.take()), |(x, t3)| add(x, t3))
                                    .slot();
                                graph.later("Ok", (t4.take(),), |(t4,)| Ok(t4))
                            }
                            _ => {
                                let t5 = graph.task("nothing", (), |()| nothing()).slot();
                                graph.later("Err", (t5.take(),), |(t5,)| Err(t5))
                            }
                        }
                    },
                )
                .slot(),
        )
};
exit.finish(out)
    }
}
"#
    );
}

#[test]
fn rounds_over_a_result_are_tasks() {
    let code = expansion(&quote! {
            let mut out = Vec::new();
            for file in list(dir) {
                out.push(load(&file));
            }
            out
    });
    assert_eq!(
        code,
        r#"        let out_ = {
    let mut out = graph.task("out = Vec::new", (), |()| Vec::new()).slot();
    let t1 = graph
        .task(
            "list",
            (captured(dir).arg(),),
            |(dir_in,)| list(dir_in),
        )
        .slot();
    out = graph
        .branch(
            "for",
            (t1.take(), out.take()),
            |graph, (t1, out)| {
                let mut out = graph.ready(out);
                for file in t1 {
                    let file = graph.ready(file);
                    let t2 = graph
                        .task(
                            "load",
                            (file.read(),),
                            |(file,)| lift(load(file)).now(),
                        )
                        .slot();
                    graph
                        .change(
                            "push",
                            (out.write(), t2.take()),
                            |(out, t2)| {
                                (*out).push(t2);
                            },
                        );
                }
                out
            },
        )
        .slot();
    out
};
graph.finish(out_)
    }
}
"#
    );
}

#[test]
fn a_decision_on_something_lent_is_one_task() {
    let code = expansion(&quote! {
            let a = load(3);
            match &a[..] { [] => zero(), all => mean(all) }
    });
    assert_eq!(
        code,
        r#"        let out = {
    let a = graph.task("a = load", (), |()| load(3)).slot();
    graph
        .task(
            "match",
            (a.read(),),
            |(a,)| match &(*a)[..] {
                [] => zero(),
                all => mean(all),
            },
        )
        .here()
};
graph.finish(out)
    }
}
"#
    );
}
