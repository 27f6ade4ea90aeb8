//! `if`, `match` and `for` on a task's result.

use quote::quote;

use super::expansion;

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
    let a = graph.task(__At::<0>("a = load"), (), |()| load(3)).slot();
    let mut log = graph
        .task(__At::<1>("log = Vec::new"), (), |()| Vec::new())
        .slot();
    let t1 = graph
        .task(__At::<2>("is_empty"), (a.read(),), |(a,)| (*a).is_empty())
        .slot();
    let (m, part_1) = graph
        .branch(
            __At::<3>("if"),
            (t1.take(), log.take(), a.share()),
            |graph, (t1, log, a)| {
                let mut log = graph.ready(log);
                let given = if t1 {
                    let t2 = graph
                        .task(__At::<4>("zero"), (), |()| zero())
                        .slot();
                    graph
                        .change(
                            __At::<5>("push"),
                            (log.write(), t2.take()),
                            |(log, t2)| {
                                (*log).push(t2);
                            },
                        );
                    graph.task(__At::<6>("one"), (), |()| one()).slot()
                } else {
                    graph
                        .task(
                            __At::<7>("mean"),
                            (a.read(),),
                            |(a,)| lift(mean(a)).now(),
                        )
                        .slot()
                };
                graph
                    .task(
                        __At::<8>("if"),
                        (given.take(), log.take()),
                        |(given, log)| (given, log),
                    )
                    .slot()
            },
        )
        .split();
    log = part_1;
    graph
        .task(__At::<9>("tuple"), (m.take(), log.take()), |(m, log)| (m, log))
        .here()
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
    let t1 = graph.task(__At::<0>("find"), (), |()| find(3)).slot();
    let t2 = exit
        .task(
            __At::<1>("find?"),
            (t1.take(),),
            |(t1,)| check(t1),
        )
        .slot();
    graph
        .end(
            __At::<2>("end"),
            graph
                .branch(
                    __At::<3>("match"),
                    (t2.take(),),
                    |graph, (t2,)| {
                        match t2 {
                            Some(x) if x > limit => {
                                let x = graph.ready(x);
                                let t3 = graph
                                    .task(__At::<4>("one"), (), |()| one())
                                    .slot();
                                let t4 = graph
                                    .task(
                                        __At::<5>("add"),
                                        (x.take(), t3.take()),
                                        |(x, t3)| add(x, t3),
                                    )
                                    .slot();
                                graph.later(__At::<6>("Ok"), (t4.take(),), |(t4,)| Ok(t4))
                            }
                            _ => {
                                let t5 = graph
                                    .task(__At::<7>("nothing"), (), |()| nothing())
                                    .slot();
                                graph.later(__At::<8>("Err"), (t5.take(),), |(t5,)| Err(t5))
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
    let mut out = graph
        .task(__At::<0>("out = Vec::new"), (), |()| Vec::new())
        .slot();
    let t1 = graph
        .task(
            __At::<1>("list"),
            (captured(dir).arg(),),
            |(dir_in,)| list(dir_in),
        )
        .slot();
    out = graph
        .branch(
            __At::<2>("for"),
            (t1.take(), out.take()),
            |graph, (t1, out)| {
                let mut out = graph.ready(out);
                for file in t1 {
                    let file = graph.ready(file);
                    let t2 = graph
                        .task(
                            __At::<3>("load"),
                            (file.read(),),
                            |(file,)| lift(load(file)).now(),
                        )
                        .slot();
                    graph
                        .change(
                            __At::<4>("push"),
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
    let a = graph.task(__At::<0>("a = load"), (), |()| load(3)).slot();
    graph
        .task(
            __At::<1>("match"),
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
