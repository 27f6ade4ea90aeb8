//! More blocks that could go wrong.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Mutex;

use crate::law::{Counted, add, drops, load, nap, total};

fn grow(v: &mut Vec<i64>, x: i64) -> i64 {
    nap();
    v.push(x);
    v.len() as i64
}
fn pair(n: i64) -> (i64, Vec<i64>) {
    nap();
    (n, vec![n])
}

#[derive(Clone, Debug, PartialEq)]
struct S {
    a: i64,
    v: Vec<i64>,
}

blocks! {
    an_empty_block: {}
    only_a_literal: { 1 }
    only_a_statement: { add(1, 2); }
    unit_at_the_end: { let a = add(1, 2); () }
    a_write_after_two_reads: {
        let mut v = load(3);
        let (a, b) = (total(&v), total(&v));
        let n = grow(&mut v, a);
        (a, b, n, v)
    }
    a_read_after_two_writes: {
        let mut v = load(1);
        grow(&mut v, 5);
        grow(&mut v, 6);
        total(&v)
    }
    write_write_read_in_one_statement: {
        let mut v = load(2);
        let n = grow(&mut v, 1) + grow(&mut v, 2) * 10;
        (n, total(&v))
    }
    two_variables_take_turns: {
        let mut a = load(2);
        let mut b = load(3);
        for i in 0..3 {
            grow(&mut a, total(&b));
            grow(&mut b, total(&a) + i);
        }
        (a, b)
    }
    swap: {
        let mut a = load(2);
        let mut b = load(3);
        std::mem::swap(&mut a, &mut b);
        (a, b)
    }
    replace_and_take: {
        let mut a = load(4);
        let old = std::mem::replace(&mut a, load(1));
        let taken = std::mem::take(&mut a);
        (a, old, taken)
    }
    shadowing_in_a_loop: {
        let x = add(1, 1);
        let mut out = Vec::new();
        for i in 0..3 {
            let x = add(x, i);
            let x = x * 2;
            out.push(x);
        }
        (x, out)
    }
    an_alias_keeps_its_variable: {
        let v = load(3);
        let r = &v;
        let v = load(5);
        (total(r), total(&v))
    }
    an_alias_of_an_alias: {
        let v = (load(3), load(4));
        let r = &v;
        let s = &r.1;
        let t = &s[1..3];
        total(t) + total(s) + total(&r.0)
    }
    a_mutable_alias: {
        let mut v = (load(1), 4);
        let first = &mut v.0;
        first.push(7);
        grow(first, 8);
        v.1 += 1;
        v
    }
    partial_moves: {
        let p = pair(3);
        let (n, v) = p;
        let q = (add(n, 1), v);
        let (m, w) = q;
        (m, w)
    }
    a_value_moved_in_one_branch: {
        let v = load(3);
        let n = add(1, 1);
        let out = if n > 5 { v } else { vec![v.len() as i64] };
        out
    }
    a_value_moved_and_set_again: {
        let mut v = load(3);
        drop(v);
        v = load(2);
        grow(&mut v, 1);
        v
    }
    late_initialisation_in_a_match: {
        let n = add(2, 2);
        let name;
        match n { 4 => name = "four".to_string(), _ => name = format!("{n}") }
        name.len() + name.to_uppercase().len()
    }
    two_late_values_from_one_statement: {
        let (a, b);
        let n = add(1, 2);
        if n == 3 { a = add(n, 1); b = 1; } else { a = 0; b = add(n, 2); }
        (a, b)
    }
    op_assignments: {
        let mut n = add(1, 1);
        n += add(n, 1);
        n *= 2;
        n -= n / 3;
        let m = n;
        n <<= 1;
        (n, m)
    }
    arrays_and_indices: {
        let mut a = [add(1, 1), add(2, 2), add(3, 3)];
        a[1] = add(a[0], a[2]);
        let i = add(0, 1) as usize;
        a[i] += 1;
        let [x, .., z] = a;
        (a, x + z)
    }
    strings: {
        let mut s = String::from("a");
        s.push_str(&"b".repeat(3));
        s += "c";
        let n = s.len();
        write!(s, "{n}{}", total(&load(3))).unwrap();
        s
    }
    maps: {
        let mut m = BTreeMap::new();
        m.insert("a", load(2));
        m.entry("b").or_insert_with(Vec::new).push(4);
        if let Some(v) = m.get_mut("a") { v.push(9); }
        let n: i64 = m.values().map(|v| total(v)).sum();
        (m, n)
    }
    options: {
        let o = Some(add(1, 2));
        let p = o.map(|x| x + 1).filter(|x| *x > 2).unwrap_or_else(|| add(0, 0));
        let q = o.as_ref().map(|x| x * 2);
        (o, p, q)
    }
    a_mutex: [let total = Mutex::new(0);] {
        for i in 0..4 {
            *total.lock().unwrap() += add(i, 1);
        }
        let n = add(1, 1);
        n
    }
    captured_moves: [let a = vec![1, 2]; let b = vec![3]; let k = 2;] {
        let n = total(&b);
        let mut c = a;
        c.push(n * k);
        c.push(k);
        c
    }
    a_captured_value_that_is_borrowed_and_moved: [let a = vec![1, 2];] {
        let n = total(&a);
        let m = a.len() as i64;
        let b = Some(a);
        (n + m, b)
    }
    captured_and_changed: [let mut n = 1; let mut v = vec![1];] {
        let v = &mut v;
        n += add(n, 1);
        v.push(n);
        let m = total(&v);
        n = m;
        (n, v.len())
    }
    a_captured_closure: [let f = |x: i64| x * 3;] {
        let a = add(1, 2);
        let b = f(a);
        add(f(b), b)
    }
    captured_structs: [let s = S { a: 1, v: vec![2] };] {
        let n = add(s.a, 1);
        let m = total(&s.v);
        let t = S { a: n + m, ..s.clone() };
        let u = S { v: load(2), ..t };
        u
    }
    loops_over_captured_references: [let all = vec![vec![1], vec![2, 3]];] {
        let mut out = 0;
        for v in &all {
            out += total(v);
        }
        for (i, v) in all.iter().enumerate() {
            out += i as i64 * total(v);
        }
        out
    }
    loops_over_captured_values: [let all = vec![vec![1], vec![2, 3]];] {
        let mut out = Vec::new();
        for mut v in all {
            grow(&mut v, 9);
            out.push(v);
        }
        out
    }
    nested_loops_with_shared_state: {
        let mut seen = Vec::new();
        let mut last = 0;
        for i in 0..3 {
            for j in (0..i).rev() {
                let x = add(i * 10, j);
                seen.push(x + last);
                last = x;
            }
        }
        (seen, last)
    }
    a_loop_that_moves_and_sets: {
        let mut v = load(1);
        for i in 0..3 {
            let mut w = v;
            grow(&mut w, i);
            v = w;
        }
        v
    }
    while_let: {
        let mut stack = load(4);
        let mut out = 0;
        while let Some(x) = stack.pop() { out = add(out * 2, x); }
        (stack, out)
    }
    loop_with_a_value: {
        let mut n = add(1, 0);
        let found = loop { n *= 2; if n > 50 { break add(n, 1); } };
        found + n
    }
    match_with_guards_and_bindings: {
        let p = pair(4);
        match p {
            (n, v) if n > 10 => total(&v),
            (n, mut v) => { v.push(n); total(&v) }
        }
    }
    match_by_reference: {
        let p = pair(4);
        let n = match &p { (n, v) if *n == 4 => total(v), _ => 0 };
        (n, p)
    }
    if_let_chain_of_else: {
        let o: Option<i64> = None;
        let n = if let Some(x) = o { x } else if let Some(y) = Some(add(1, 1)) { y } else { 0 };
        n
    }
    short_circuits: {
        let v = load(2);
        let a = v.is_empty() || v[0] == add(0, 0);
        let b = !v.is_empty() && { let x = add(1, 1); x == 2 };
        (a, b)
    }
    blocks_in_blocks: {
        let a = { let b = { let c = add(1, 1); add(c, 1) }; let d = add(b, 1); b + d };
        let mut v = Vec::new();
        { let x = add(a, 1); { v.push(x); } v.push(a); }
        v
    }
    a_block_that_ends_in_a_variable: {
        let v = { let mut v = load(2); v.push(5); v };
        let w = { v };
        w
    }
    a_block_that_borrows_from_outside: {
        let mut v = load(2);
        let n = { let t = total(&v); v.push(t); t + 1 };
        (v, n)
    }
    let_else: {
        let p = Some(pair(2));
        let Some((n, v)) = p else { panic!("none") };
        let [first, ..] = v[..] else { unreachable!() };
        n + first
    }
    turbofish_and_casts: {
        let v = load(3).iter().map(|x| *x as f64).collect::<Vec<_>>();
        let n = v.iter().sum::<f64>() as i64;
        let m = i64::from(n as i32).pow(2);
        (v, m)
    }
    generic_and_into: {
        let s: String = "x".into();
        let t: Vec<u8> = s.clone().into();
        let b: Box<dyn Fn(i64) -> i64 + Send + Sync> = Box::new(|x| x + 1);
        (s, t, b(1))
    }
    drops_in_branches: [let drops = drops();] {
        let a = Counted::new(1, &drops);
        let b = Counted::new(2, &drops);
        let c = if a.0 > 5 { a } else { b };
        c.0
    }
    drops_of_overwritten_values: [let drops = drops();] {
        let mut a = Counted::new(1, &drops);
        a = Counted::new(a.0 + 1, &drops);
        a = Counted::new(a.0 + 1, &drops);
        let b = a.0;
        for i in 0..3 { let c = Counted::new(i, &drops); a = c; }
        (a, b)
    }
    drops_in_collections: [let drops = drops();] {
        let mut v = Vec::new();
        for i in 0..4 { v.push(Counted::new(i, &drops)); }
        let w = v.split_off(2);
        drop(v);
        w.len()
    }
    drops_when_a_task_panics: [let drops = drops();] {
        let a = Counted::new(1, &drops);
        let b = Counted::new(2, &drops);
        let c = if b.0 == 2 { panic!("two") } else { 1 };
        (a, c)
    }
    asserts: {
        let v = load(3);
        assert_eq!(v.len(), 3, "{v:?}");
        assert!(!v.is_empty());
        debug_assert_ne!(v[0], 7);
        let n = add(1, 1);
        assert!(n == 3, "{n} is not three: {}", total(&v));
        n
    }
    raw_identifiers: {
        let r#type = add(1, 2);
        let r#match = r#type * 2;
        r#type + r#match
    }
    names_of_ours: {
        let graph = add(1, 2);
        let exit = add(graph, 1);
        let out = add(exit, 1);
        let t1 = add(out, add(1, add(2, 3)));
        let value = { let graph = t1; graph + 1 };
        let part_1 = value;
        graph + exit + out + t1 + part_1
    }
    many_variables_in_one_statement: {
        let mut a = 1; let mut b = 2; let mut c = 3; let mut d = 4; let mut e = 5;
        let mut f = 6; let mut g = 7; let mut h = 8; let mut i = 9; let mut j = 10;
        while a < 4 {
            a += 1; b = a + b; c = b; d = c; e = d; f = e; g = f; h = g; i = h; j = i + b;
        }
        (a, b, c, d, e, f, g, (h, i, j))
    }
    attributes_on_statements: {
        #[allow(unused_variables)]
        let a = add(1, 2);
        #[cfg(any())]
        let a = not_even_a_name;
        #[allow(unused)]
        for i in 0..2 { add(i, i); }
        a
    }
}
