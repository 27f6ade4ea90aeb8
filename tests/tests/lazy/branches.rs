//! `if`, `match`, `if let` and `for` on what tasks give: the arms' calls are tasks of the run.

use std::collections::HashMap;

use crate::calls::{find, join, parse, push, say, yes};
use crate::law::{add, load, nap, total};

#[derive(Clone, Debug, PartialEq)]
enum Kind {
    Empty,
    One(i64),
    Many { all: Vec<i64>, first: i64 },
}
fn kind(n: i64) -> Kind {
    nap();
    match n {
        0 => Kind::Empty,
        1 => Kind::One(7),
        n => Kind::Many {
            all: (0..n).collect(),
            first: 0,
        },
    }
}
blocks! {
    if_with_a_value: {
        let n = add(1, 2);
        let a = if n > 2 { add(total(&load(n)), add(n, 1)) } else { add(n, 2) };
        let b = if yes(-n) { add(a, 1) } else if yes(a) { add(a, add(n, 2)) } else { add(0, 0) };
        (a, b, n)
    }
    if_without_a_value: {
        let mut v = load(2);
        if yes(1) { push(&mut v, add(1, 2)); v.push(add(3, 4)); }
        if yes(-1) { push(&mut v, 0); } else { let t = total(&v); push(&mut v, t); }
        if v.len() > 3 { push(&mut v, 9) }
        v
    }
    a_variable_moved_in_one_arm: {
        let v = load(3);
        let w = load(2);
        let a = if yes(1) { join(v, w) } else { load(1) };
        let b = load(4);
        if yes(-1) { drop(join(b, load(1))); }
        a
    }
    a_variable_moved_in_both_arms: {
        let v = load(3);
        let c = yes(0);
        if c { total(&join(v, load(1))) } else { total(&join(load(2), v)) }
    }
    read_in_the_arms_and_used_after: {
        let v = load(4);
        let a = if yes(1) { add(total(&v), total(&v[1..])) } else { total(&v) };
        let b = if v.is_empty() { add(1, 1) } else { total(&v) };
        push_all(v, a, b)
    }
    assigned_in_the_arms: {
        let mut n = add(1, 1);
        let mut v = load(2);
        if n > 1 { n = add(n, 5); v = join(v, load(n)); } else { v = load(0); }
        if yes(n) { n += add(1, 1); }
        v.push(n);
        if n == 0 { n = add(1, 0); }
        (n, v)
    }
    set_in_the_arms: {
        let x;
        let y;
        if yes(1) { x = add(1, 2); y = load(x); } else { y = load(2); x = add(3, 4); }
        let z: i64;
        match add(1, 1) { 2 => { z = add(x, 1); } _ => { z = add(x, 2); } }
        (x, y, z)
    }
    set_in_one_arm_which_is_one_task: {
        let x;
        if yes(1) { x = add(1, 2); } else { panic!("no {}", add(1, 1)); }
        x
    }
    match_of_a_call: {
        let a = match find(3) { Some(v) => add(total(&v), total(&v)), None => add(0, 1) };
        let b = match find(-3) { Some(v) => total(&v), None => add(a, 1) };
        let c = match parse("12") { Ok(n) if n > 10 => add(n, b), Ok(n) => n, Err(e) => add(e.len() as i64, 0) };
        let d = match parse("x") { Ok(n) => add(n, 1), Err(e) => add(e.len() as i64, add(1, 1)) };
        (a, b, c, d)
    }
    match_of_a_variable: {
        let k = kind(3);
        let other = kind(1);
        let n = match k {
            Kind::Empty => add(0, 0),
            Kind::One(x) => add(x, x),
            Kind::Many { all, first } => add(total(&all), first),
        };
        let again = match other { Kind::One(x) if x > 100 => add(x, 1), Kind::One(x) => add(x, 2), _ => 0 };
        let copy = match n { 0 => add(n, 1), 3 => add(n, 2), m => add(m, n) };
        (n, again, copy, n)
    }
    match_of_a_tuple: {
        let a = add(1, 0);
        match (a, add(2, 0)) { (1, y) => add(a, y), (x, 2) => add(x, 3), _ => 0 }
    }
    match_of_what_is_used_in_the_arms: {
        let k = kind(0);
        let text = match k { Kind::Empty => format!("{k:?} {}", add(1, 1)), _ => format!("{:?}", load(1)) };
        let m = kind(1);
        let n = match m { Kind::Empty => 0, Kind::One(x) => add(x, total(&described(&m))), Kind::Many { .. } => 2 };
        (text, n)
    }
    if_let: {
        let v = if let Some(v) = find(2) { join(v, load(1)) } else { load(0) };
        let o = find(3);
        if let Some(w) = o { push(&mut join(w, load(1)), 1); }
        let mut sum = 0;
        if let Ok(n) = parse("5") { sum = add(sum, n); sum += add(1, 1); }
        if let Err(e) = parse("5") { sum = add(sum, e.len() as i64); }
        if let (Some(a), 1) = (find(1), add(1, 0)) { sum += total(&a); }
        (v, sum)
    }
    if_let_on_a_place_is_one_task: {
        let o = find(3);
        let mut p = find(2);
        let n = if let Some(v) = &o { total(v) } else { add(0, 1) };
        if let Some(v) = &mut p { push(v, add(n, 1)); }
        let m = if let Some(first) = p.as_ref().and_then(|v| v.first()) { add(*first, 1) } else { add(1, 1) };
        let k = match o.as_deref() { Some([a, b, ..]) => add(*a, *b), _ => 0 };
        (n, o, p, m, k)
    }
    conditions_in_a_row: {
        let n = add(1, 1);
        if let Some(v) = find(n) && v.len() == 2 { add(total(&v), 1) } else { add(0, 2) }
    }
    for_over_a_result: {
        let files = load(5);
        let mut out = Vec::new();
        for x in files { out.push(add(x, total(&load(x)))); }
        let mut sum = 0;
        for x in load(3) { let y = add(x, 1); sum += add(y, x); }
        for (i, x) in out.clone().into_iter().enumerate() { sum = add(sum, x * i as i64); }
        (out, sum)
    }
    for_over_a_range_of_a_result: {
        let n = add(2, 2);
        let v = load(4);
        let mut out = Vec::new();
        for i in 0..n { for j in 0..i { out.push(add(i * 10 + j, v[j as usize])); } }
        for i in (0..v.len()).rev() { push(&mut out, add(v[i], 0)); }
        out
    }
    for_that_leaves_is_one_task: {
        let v = load(6);
        let mut out = Vec::new();
        for x in v { if x == 1 { continue } if x == 4 { break } out.push(add(x, 1)); }
        out
    }
    for_over_references_is_one_task: {
        let v = load(4);
        let mut out = Vec::new();
        for x in &v { out.push(add(*x, 1)); }
        for x in v.iter().map(|x| x + 1) { out.push(add(x, 1)); }
        (out, v)
    }
    rounds_that_move_and_assign: {
        let mut s = load(1);
        let mut last = None;
        for x in load(4) { s = join(s, load(x)); last = Some(add(x, total(&s))); }
        (s, last)
    }
    branches_in_branches: {
        let n = add(2, 2);
        let mut log = vec![];
        let r = if n > 3 {
            let v = load(n);
            for x in v {
                if yes(x - 1) { log.push(add(x, 10)); } else { match find(x) { Some(w) => log.push(total(&w)), None => push(&mut log, -1) } }
            }
            match log.len() { 4 => { let t = total(&log); if t > 5 { add(t, 1) } else { add(t, 2) } } _ => add(0, 0) }
        } else { add(n, 1) };
        (r, log)
    }
    branches_in_rounds_known_while_building: {
        let mut out = Vec::new();
        let base = load(3);
        for lag in 0..4 {
            if lag % 2 == 0 { out.push(add(lag, total(&base))); } else { out.push(add(lag, 0)); }
            let w = match lag { 0 => load(1), n => load(n) };
            out.extend(w);
        }
        out
    }
    other_names_in_arms: {
        let v = load(4);
        let last = &v[3];
        let f = |x: i64| x + *last;
        let c = yes(1);
        let a = if c { let r = &v; add(total(r), f(1)) } else { add(*last, 2) };
        (a, f(a))
    }
    patterns_and_shadowing_in_arms: {
        let x = add(1, 1);
        let (a, b) = if yes(x) { let x = load(x); let (p, q) = (total(&x), add(1, x.len() as i64)); (p, q) } else { (add(x, x), 0) };
        let [p, q] = match find(2) { Some(x) => [total(&x), add(x.len() as i64, 1)], None => [0, add(x, 0)] };
        (a, b, p, q, x)
    }
    names_that_another_name_speaks_of: {
        let x = add(1, 2);
        let r = &x;
        let s = match find(*r) { Some(x) => add(total(&x), *r), None => 0 };
        let mut out = vec![];
        for x in load(2) { out.push(add(x, *r)); }
        for x in 0..2 { out.push(add(x, *r)); }
        (s, out)
    }
    names_that_another_name_speaks_of_are_shown: [let a = 5_i64;] {
        let b = |it: i64| add(it, a);
        let a = add(a, a);
        let c = b(1);
        let text = if yes(c) { format!("{a:?} {} {a}", add(a, c)) } else { format!("{c:>a$}", a = 3) };
        let x = add(1, 2);
        let r = &x;
        let x = load(*r);
        (text, format!("{x:?} {r}"), c, a)
    }
    a_value_inferred_in_an_arm: {
        let mut v = Vec::new();
        let mut m = HashMap::new();
        let n = if yes(1) { v.push(add(1, 1)); m.insert("a".to_owned(), load(1)); "3".parse().unwrap() } else { v.extend(load(1)); Default::default() };
        let o = if yes(-1) { Some(add(1, 1)) } else { None };
        let total = takes_u32(n) + v.len() as u32;
        (v, m, o, total)
    }
    the_branch_is_assigned: {
        let mut n = add(1, 1);
        n = if yes(n) { add(n, 1) } else { n };
        n = match find(n) { Some(v) => add(n, v.len() as i64), None => add(n, 0) };
        let mut v = load(2);
        v = if n > 0 { join(v, load(n)) } else { v };
        (n, v)
    }
    a_tail_in_arms: {
        let k = kind(3);
        match k { Kind::Empty => load(0), Kind::One(x) => load(x), Kind::Many { all, .. } => { let more = load(2); join(all, more) } }
    }
    a_block_whose_end_is_a_branch_without_a_value: [let out = std::sync::Mutex::new(Vec::new());] {
        let v = load(3);
        if yes(1) { say(&out, total(&v)); } else { say(&out, add(1, 1)); }
    }
    captured_values_move_into_an_arm: [let data = load(3); let text = String::from("7"); let k = 4;] {
        let a = if yes(1) { join(data, load(k)) } else { data };
        let b = match parse(&text) { Ok(n) => add(n, k), Err(_) => add(k, text.len() as i64) };
        (a, b)
    }
    a_captured_value_is_looked_at: [let given = Some(load(2)); let flag = true; let n = 3; let r = &n;] {
        let a = match given { Some(v) => join(v, load(1)), None => load(0) };
        let b = if flag { add(*r, 1) } else { add(n, 2) };
        let c = match n { 3 => add(n, 1), _ => add(n, 0) };
        (a, b, c)
    }
    a_captured_variable_is_changed_in_an_arm: [let mut n = 1; let mut out = load(1);] {
        if yes(n) { n += add(1, 1); push(&mut out, add(n, 0)); }
        for x in load(3) { push(&mut out, add(x, n)); }
        n += 1;
        total(&out)
    }
    many_variables_in_a_branch: {
        let (mut a, mut b, mut c, mut d, mut e, mut f) = (add(1, 0), add(2, 0), add(3, 0), add(4, 0), add(5, 0), add(6, 0));
        let (g, h, i, j, k, l, m) = (load(1), load(2), load(3), load(4), load(5), load(6), load(7));
        let n = if yes(a) { a += add(b, c); b = add(c, d); c += total(&g); d = add(d, e); e += total(&h); f = add(f, total(&i)); add(a, f) } else { total(&j) };
        if yes(n) { a += total(&k); b += total(&l); c += total(&m); }
        (a, b, c, d, e, f, n)
    }
}

fn push_all(mut v: Vec<i64>, a: i64, b: i64) -> Vec<i64> {
    nap();
    v.extend([a, b]);
    v
}
fn described(kind: &Kind) -> Vec<i64> {
    nap();
    vec![format!("{kind:?}").len() as i64]
}
fn takes_u32(n: u32) -> u32 {
    nap();
    n
}

#[test]
fn effects_in_arms_happen_once() {
    for executor in crate::law::executors() {
        let out = std::sync::Mutex::new(Vec::new());
        let block = tembel::lazy! {
            let n = add(1, 1);
            if n > 1 { say(&out, 10); }
            match find(n) { Some(v) => say(&out, total(&v)), None => {} }
            for x in load(3) { say(&out, x + 20); }
        };
        executor.compute(block);
        let mut said = out.into_inner().unwrap();
        said.sort_unstable();
        assert_eq!(said, [1, 10, 20, 21, 22]);
    }
}

#[test]
fn a_branch_is_a_task_with_a_name_and_a_place() {
    let block = tembel::lazy! {
        let n = add(1, 1);
        let m = if n > 1 { add(total(&load(n)), n) } else { add(n, 1) };
        match find(m) { Some(v) => total(&v), None => add(m, 1) }
    };
    let graph = block.graph().to_string();
    for name in ["if", "match"] {
        let line = graph.lines().find(|line| line.contains(name)).expect(name);
        assert!(line.contains("branches.rs:"), "{line}");
    }
    assert_eq!(block.compute(), 3);
}
