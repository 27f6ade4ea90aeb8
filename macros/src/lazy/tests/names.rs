//! What stands for what: patterns, other names, blocks, and what comes from outside.

use quote::{format_ident, quote};

use super::expansion;
use crate::lazy::lazy;

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
            __At::<0>("split"),
            (captured(x).arg(),),
            |(x_in,)| {
                let (a, b) = lift(split(x_in)).now();
                (a, b)
            },
        )
        .split();
    let first = graph
        .check(
            __At::<1>("copied"),
            (a.take(),),
            |(a,)| {
                let Some(first) = a.first().copied() else { panic!("empty") };
                first
            },
        )
        .slot();
    graph
        .change(
            __At::<2>("+="),
            (b.write(), first.take()),
            |(b, first)| {
                (*b) += first;
            },
        );
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
    let mut s = graph.task(__At::<0>("s = load"), (), |()| load(1)).slot();
    let i = graph.task(__At::<1>("i"), (), |()| 0).slot();
    s = graph
        .task(
            __At::<2>("while"),
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
    let table = graph.task(__At::<0>("table = load"), (), |()| load(3)).slot();
    graph
        .effect(
            __At::<1>("println!"),
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
            __At::<2>("total"),
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
        let b = graph.task(__At::<0>("b = load"), (), |()| load(1)).slot();
        graph.task(__At::<1>("inc"), (b.take(),), |(b,)| inc(b)).slot()
    };
    let c = graph
        .task(
            __At::<2>("c = coarse"),
            (a.read(),),
            |(a,)| {
                let (l, r) = (*a).split_at(2);
                total(l) + total(r)
            },
        )
        .slot();
    graph
        .effect(
            __At::<3>("push"),
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
    let mut out = {
        use hold::*;
        graph
            .ready(
                if outside(&out).stays() {
                    outside(&out).lent(out.tembel_lend())
                } else {
                    outside(&out).moved(out)
                },
            )
    };
    let n = graph
        .task(
            __At::<0>("n = count"),
            (
                by_ref(&data).arg(),
                captured(limit).arg(),
            ),
            |(data_in, limit_in)| count(data_in, limit_in),
        )
        .slot();
    graph
        .task(
            __At::<1>("+="),
            (out.write(), n.take()),
            |(out, n)| {
                (**out) += n;
            },
        )
        .slot();
    graph.task(__At::<2>("out"), (out.take(),), |(out,)| (*out)).here()
};
graph.finish(out_)
    }
}
"#
    );
}

#[test]
fn a_value_that_is_overwritten_goes_with_its_last_reader() {
    let code = expansion(&quote! {
        let mut x = load();
        let n = total(&x);
        for _ in 0..3 {
            x = step(&x);
        }
        (x, n)
    });
    assert!(code.contains("(x.read(),)"), "{code}");
    assert!(code.contains("(x.into_read(),)"), "{code}");
}

/// What is between each two of these in the code, in order.
fn all_between<'c>(code: &'c str, before: &str, after: &str) -> Vec<&'c str> {
    let ends = code.split(before).skip(1);
    ends.filter_map(|end| Some(end.split_once(after)?.0))
        .collect()
}

#[test]
fn the_number_of_each_statement_leads_to_its_name() {
    let calls = (0..250).map(|number| {
        let name = |what: &str| format_ident!("{what}_{number}");
        let (f, g, h, k) = (name("f"), name("g"), name("h"), name("k"));
        quote! {
            let mut x = #f(x)?;
            if #g(&x) { #h(&mut x); } else { for y in #g(&x) { #k(y)?; } }
            assert!(#k(x));
        }
    });
    let tokens =
        lazy(&quote! { let mut x = 1; #(#calls)* match last(x) { 1 => one()?, _ => two() } });
    let code = tokens.to_string().replace(' ', "");
    let names = all_between(&code, "Site::new(\"", "\")");
    let mut seen = vec![false; names.len()];
    for statement in all_between(&code, "__At::<", "\")") {
        let (number, name) = statement.split_once(">(\"").expect("a number and a name");
        let number: usize = number.parse().expect("a number");
        assert_eq!(name, names[number]);
        seen[number] = true;
    }
    assert!(names.len() > 1500, "{}", names.len());
    assert_eq!(seen.iter().position(|seen| !seen), None);
}
