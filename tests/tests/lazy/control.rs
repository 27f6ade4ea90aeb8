//! Blocks, branches, loops, closures, macros.

use std::collections::HashMap;

use crate::calls::join;
use crate::law::{add, load, nap, total};

fn upper(text: &str) -> String {
    nap();
    text.to_uppercase()
}
fn trim(text: &str) -> &str {
    text.trim()
}
fn boxed(f: Box<dyn Fn(i64) -> i64 + Send>) -> i64 {
    f(3)
}
fn apply(f: impl Fn(i64) -> i64, x: i64) -> i64 {
    f(x)
}
#[derive(Clone, Debug, PartialEq, Default)]
struct Point {
    x: i64,
    y: i64,
    name: String,
}
fn point(x: i64) -> Point {
    nap();
    Point {
        x,
        y: 2 * x,
        name: x.to_string(),
    }
}

#[test]
fn if_and_match_of_values() {
    same! { {
        let n = add(1, 2);
        let m = if n > 2 { add(n, 1) } else { total(&load(n)) };
        let k = match m { 0 => 1, x if x > 3 => add(x, n), _ => 2 };
        let o = Some(load(k));
        let v = if let Some(v) = o { v } else { Vec::new() };
        let s = match &v[..] { [] => 0, [first, ..] => *first + n };
        (m, k, s, v)
    } };
}

#[test]
fn branches_that_write() {
    same! { {
        let mut log = Vec::new();
        let n = add(2, 2);
        if n % 2 == 0 { log.push(add(n, 1)); } else { log.push(0); }
        match n { 4 => log.push(total(&log)), _ => {} }
        if let Some(last) = log.last_mut() { *last += 1; }
        let n = log.len();
        (log, n)
    } };
}

#[test]
fn nested_and_labelled_blocks() {
    same! { {
        let a = load(3);
        let s = { let t = total(&a); let u = add(t, 1); add(t, u) };
        let w = 'coarse: {
            let (l, r) = a.split_at(1);
            if r.is_empty() { break 'coarse 0 }
            total(l) + total(r)
        };
        { let hidden = add(s, w); add(hidden, hidden); }
        add(s, w)
    } };
}

#[test]
fn fields_and_parts() {
    same! { {
        let mut p = point(3);
        p.x += add(1, 1);
        p.y = add(p.x, p.y);
        let q = Point { name: upper("abc"), ..p.clone() };
        let Point { x, name, .. } = q;
        let r = Point { x, name, ..Default::default() };
        (p.x, p.y, p, r)
    } };
}

#[test]
fn evaluation_order_is_kept() {
    same! { {
        let mut v = load(4);
        let a = add(v.pop().unwrap(), total(&v));
        let b = (v.len(), join(v, load(1)));
        let mut n = 1;
        let c = add({ n += 1; n }, n);
        (a, b, c)
    } };
}

#[test]
fn methods_of_values() {
    same! { {
        let s = upper("  hello ");
        let t = s.trim().len();
        let u = upper(trim(&s));
        let mut words = vec![s.clone(), u];
        words.sort();
        words.push(String::from("z"));
        let first = words[0].clone();
        words.retain(|w| *w != first);
        (t, words.join(","), first)
    } };
}

#[test]
fn closures() {
    same! {
        [let k = 10;]
        {
            let n = add(1, 2);
            let f = |x| x + n + k;
            let a = f(1);
            let b = apply(f, add(a, 1));
            let c = apply(|x| x * n, 2);
            let d = boxed(Box::new(move |x| x + n));
            let g = move |x: i64| x * n;
            let mut count = 0;
            let mut bump = || count += 1;
            bump();
            bump();
            (a, b, c, d, g(2), count)
        }
    };
}

#[test]
fn maps_and_unknown_types() {
    same! { {
        let mut map = HashMap::new();
        for i in 0..5 {
            map.insert(i, add(i, 1));
        }
        let mut best = None;
        for i in 0..3 {
            let x = map[&i];
            best = Some(x);
        }
        let keys: Vec<i64> = { let mut keys: Vec<i64> = map.keys().copied().collect(); keys.sort(); keys };
        let text: Vec<String> = keys.iter().map(|k| k.to_string()).collect();
        let as_text: String = text.concat().into();
        (best, keys, as_text, map.len())
    } };
}

#[test]
fn loops_with_break_are_one_task() {
    same! { {
        let mut out = Vec::new();
        for i in 0..10 {
            if i == 4 { break; }
            if i == 2 { continue; }
            out.push(add(i, i));
        }
        'outer: for i in 0..3 {
            for j in 0..3 { if i * j == 2 { break 'outer; } out.push(i * j); }
        }
        let v = load(3);
        for x in &v { out.push(add(*x, 100)); }
        for x in v { out.push(x); }
        out
    } };
}

#[test]
fn loops_in_loops() {
    same! { {
        let mut grid = Vec::new();
        for i in 0..3 {
            let mut row = Vec::new();
            for j in 0..3 {
                row.push(add(i, j));
            }
            let s = total(&row);
            row.push(s);
            grid.push(row);
        }
        grid
    } };
}

#[test]
fn a_variable_is_assigned_in_a_loop() {
    same! { {
        let mut s = load(1);
        let mut last = 0;
        for i in 0..4 {
            last = total(&s);
            s = join(s, load(i));
        }
        (s, last)
    } };
}

#[test]
fn items_and_uses() {
    same! { {
        use std::cmp::max;
        const K: i64 = 4;
        fn twice(x: i64) -> i64 { 2 * x }
        let a = twice(K);
        max(a, twice(3))
    } };
}

#[test]
fn many_names_and_arguments() {
    same! { {
        let (a, b, c, d, e, f, g, h, i, j) = (1i64, 2i64, 3i64, 4i64, 5i64, 6i64, 7i64, 8i64, 9i64, 10i64);
        let a1 = add(a, b); let b1 = add(c, d); let c1 = add(e, f); let d1 = add(g, h); let e1 = add(i, j);
        let all = [a, b, c, d, e, f, g, h, i, j, a1, b1, c1, d1, e1, a + b, c + d];
        total(&all)
    } };
}

#[test]
fn nested_lazy_blocks() {
    same! { {
        let a = add(1, 2);
        let b = tembel::lazy! { let x = add(3, 4); add(x, 1) }.compute();
        add(a, b)
    } };
}

#[test]
fn user_macros() {
    macro_rules! twice {
        ($x:expr) => {{
            let x = 1;
            x + $x + $x
        }};
    }
    macro_rules! name_of {
        ($x:ident) => {
            (stringify!($x), $x)
        };
    }
    same! { {
        let x = add(1, 2);
        let y = twice!(x);
        let z = twice!(add(x, y));
        let n = name_of!(z);
        (y, z, n)
    } };
}

#[test]
fn two_phase_and_disjoint() {
    same! { {
        let mut v = load(3);
        v.push(v.len() as i64);
        let mut pair = (load(2), load(3));
        let (l, r) = (&mut pair.0, &pair.1);
        l.extend(r);
        v[0] = add(v[1], v[2]);
        for x in v.iter_mut() { *x += 1; }
        let mut o = Some(3);
        if let Some(x) = &mut o { *x += 1; }
        let t = o.take();
        (v, pair, o, t)
    } };
}

#[test]
fn delayed_functions_are_spliced() {
    #[tembel::delayed]
    fn inc(x: i64) -> i64 {
        x + 1
    }
    #[tembel::delayed]
    fn norm(v: &[i64]) -> i64 {
        v.iter().sum()
    }
    #[tembel::delayed]
    fn grow(v: &mut Vec<i64>) {
        v.push(9)
    }
    for executor in crate::law::executors() {
        let given = inc(10);
        let lent = inc(20);
        let block = tembel::lazy! {
            let a = inc(1);
            let mut v = load(3);
            let n = norm(&v);
            grow(&mut v);
            let m: i64 = inc(n);
            let outer = add(given, m);
            (a, n, v, outer, inc(outer))
        };
        assert_eq!(executor.compute(block), (2, 3, vec![0, 1, 2, 9], 15, 16));
        fn plus(x: &i64) -> i64 {
            *x + 1
        }
        let block = tembel::lazy! { plus(&lent) };
        assert_eq!(executor.compute(block), 22);
    }
}

#[test]
fn a_deferred_tuple_is_taken_apart() {
    #[tembel::delayed]
    fn both(n: i64) -> (i64, i64) {
        (n, n + 1)
    }
    let block = tembel::lazy! {
        let (a, b) = both(add(1, 1));
        add(a, b)
    };
    assert_eq!(block.compute(), 5);
}
