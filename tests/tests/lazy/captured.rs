//! Variables from outside: moved, changed, lent and copied by several statements.

use std::fmt::Write as _;
use std::sync::atomic::{AtomicI64, Ordering};

use crate::calls::join;
use crate::law::{Counted, add, drops, executors, load, nap, total};

fn eat(v: Vec<i64>) -> i64 {
    nap();
    v.len() as i64
}
fn grow(v: &mut Vec<i64>, x: i64) -> i64 {
    nap();
    v.push(x);
    v.len() as i64
}

#[derive(Clone, Debug, PartialEq)]
struct S {
    a: i64,
    v: Vec<i64>,
}

blocks! {
    a_field_is_read_and_the_whole_moved: [let s = S { a: 1, v: vec![2] };] {
        let n = add(s.a, 1);
        let m = s.v.len() as i64;
        let t = s;
        (t, n, m)
    }
    compared_and_moved: [let name = String::from("x");] {
        let same = name == "x";
        let other = Some(name);
        (same, other)
    }
    indexed_and_moved: [let v = vec![1, 2, 3];] {
        let n = add(v[0], v[2]);
        let m = total(&v[1..]);
        (n, m, eat(v))
    }
    shown_and_moved: [let v = vec![1, 2, 3];] {
        let text = format!("{v:?}");
        let n = eat(v);
        (text, n)
    }
    lent_and_moved_into_a_closure: [let v = vec![1, 2, 3];] {
        let n = total(&v);
        let add = move |m: i64| m + v.len() as i64;
        add(n)
    }
    lent_and_moved_into_a_struct: [let v = vec![1, 2, 3]; let a = 4;] {
        let n = total(&v) + a;
        let s = S { a, v };
        (s, n)
    }
    lent_and_looped_over: [let v = vec![1, 2, 3];] {
        let n = total(&v);
        let mut out = Vec::new();
        for x in v { out.push(add(x, n)); }
        out
    }
    assigned_from_itself: [let mut v = vec![1, 2];] {
        v = join(v, load(2));
        let n = total(&v);
        v = join(v, vec![n]);
        v
    }
    assigned_once_from_itself: [let mut v = vec![1, 2];] {
        v = join(v, load(2));
        v
    }
    moved_on_one_path: [let v = vec![1, 2];] {
        let n = total(&v);
        let w = if n > 2 { v } else { load(1) };
        (w, n)
    }
    moved_in_one_arm: [let v = vec![1, 2];] {
        let n = total(&v);
        match n { 3 => eat(v), _ => v[0] }
    }
    changed_then_moved: [let mut v = vec![1, 2];] {
        v.push(3);
        let n = grow(&mut v, 4);
        v[0] += n;
        (v, n)
    }
    a_loop_that_moves_and_assigns: [let mut v = vec![1, 2]; let mut i = 0;] {
        while i < 3 { v = join(v, vec![i]); i += 1; }
        (v.len(), i)
    }
    an_unrolled_loop_that_changes: [let mut n = 1; let mut v = vec![1];] {
        for i in 0..3 { n += add(n, i); v[0] += n; }
        (n, v)
    }
    counted_values_are_dropped_once: [let drops = drops(); let mut a = Counted::new(1, &drops);] {
        let n = add(a.0, 1);
        a = Counted::new(n, &drops);
        let b = Counted::new(a.0, &drops);
        let n = a.0 + b.0;
        drop(a);
        n
    }
    methods_of_an_option: [let mut o = Some(3);] {
        let a = o.map(|x| x + 1);
        let b = (o, a);
        b
    }
    a_number_used_in_many_ways: [let k = 3_i64;] {
        let a = add(k, 1);
        let b = k.pow(2);
        let c = k > 2 && b < k;
        let f = move |x: i64| x * k;
        let d = format!("{k}{}", f(k));
        for i in 0..k { add(i, k); }
        (a, b, c, d, k)
    }
    a_copied_array: [let a = [1, 2, 3];] {
        let n = add(a[0], a[1]);
        let b = a.map(|x| x + n);
        let c = a;
        (b, c)
    }
    a_text_that_is_written_to: [let mut text = String::new();] {
        write!(text, "{}", add(1, 2)).unwrap();
        write!(text, "{}", add(3, 4)).unwrap();
        text.len()
    }
    closures_are_called_lent_and_moved: [let v = vec![1]; let f = move |x: i64| x + v.len() as i64;] {
        fn both(f: &dyn Fn(i64) -> i64, g: impl Fn(i64) -> i64) -> i64 { f(1) + g(2) }
        let a = both(&f, |x| x);
        let g = f;
        g(a)
    }
    a_renamed_closure: [let v = vec![1]; let f = move |x: i64| x + v.len() as i64;] {
        let g = f;
        let a = g(1);
        add(g(a), a)
    }
    readers_of_a_renamed_list: [let v = vec![1, 2];] {
        let v = v;
        let a = v.len();
        let b = v.iter().sum::<i64>();
        (a, b, v)
    }
    another_name_outlives_its_name: [let b = vec![1, 2]; let s = S { a: 1, v: vec![2] };] {
        let h = &b;
        let g = |x: i64| x + s.a;
        let (b, c) = (total(h), 4);
        let S { a: s, v } = S { a: 5, v: load(2) };
        for b in 0..2 { add(b, total(h)); }
        let d = if let Some(b) = Some(3) { b + total(h) } else { 0 };
        (b, c, d, total(h), g(s), v)
    }
    a_name_is_given_anew_by_what_changes_it: {
        let mut b = add(1, 2);
        let c = {
            let b = if b > 2 { b += 1; load(b) } else { load(1) };
            total(&b)
        };
        let d = add(b, c);
        let mut d = { let e = add(d, 1); if e > 1 { b += e; } d };
        (b, c, d)
    }
    parts_that_write: {
        let mut p = add(1, 2);
        let mut w = load(2);
        let (q, r) = ({ p += 1; p }, add(p, 1));
        let (mut a, [b, c]) = (w.pop(), [grow(&mut w, p), { p = q; p }]);
        let Some(d) = a.take().map(|x| x + p) else { panic!("none") };
        let w = (w, 1);
        let (w, mut p) = ({ p += 1; w.0 }, p);
        { let (p, q) = ({ p += 1; p * 10 }, p); add(p, q); }
        p += r;
        (q, r, a, b, c, d, w, p)
    }
    captured_options_assigned_in_branches: [let mut best: Option<String> = None;] {
        let n = add(1, 2);
        if n > 2 { best = Some(format!("{n}")); }
        let text = best.clone();
        (text, best)
    }
}

/// What a function makes of a list, lazily and not.
macro_rules! lists_agree {
    (|$list:ident| { $($block:tt)* }) => {{
        fn plain($list: &mut Vec<i64>) -> impl std::fmt::Debug + use<> { $($block)* }
        fn lazy($list: &mut Vec<i64>, executor: &tembel::Executor<'static>) -> impl std::fmt::Debug + use<> {
            executor.compute(tembel::lazy! { $($block)* })
        }
        for executor in executors() {
            let (mut one, mut two) = (vec![1, 2], vec![1, 2]);
            let (plain, lazy) = (plain(&mut one), lazy(&mut two, &executor));
            assert_eq!(format!("{plain:?}"), format!("{lazy:?}"), "{executor:?}");
            assert_eq!(one, two, "{executor:?}");
        }
    }};
}

#[test]
fn methods_of_a_mutable_reference_follow_each_other() {
    lists_agree!(|list| {
        list.push(add(1, 2));
        list.push(add(3, 4));
        let n = list.len();
        list.insert(0, n as i64);
        list.iter().rev().copied().collect::<Vec<_>>()
    });
}

#[test]
fn a_mutable_reference_in_an_unrolled_loop() {
    lists_agree!(|list| {
        for i in 0..4 {
            list.push(add(i, i));
        }
        for i in 0..4 {
            list.push(i);
            let n = list.len();
            list.retain(|x| *x != n as i64);
        }
    });
}

#[test]
fn a_mutable_reference_is_lent_again() {
    lists_agree!(|list| {
        list[0] += 1;
        let n = grow(list, 3);
        list[1] += n;
        grow(list, n);
        list.push(5);
        total(list)
    });
    lists_agree!(|list| {
        *list = load(3);
        list.push(add(1, 2));
        grow(&mut *list, 7);
        list.pop()
    });
}

#[test]
fn a_renamed_mutable_reference_can_be_changed() {
    lists_agree!(|list| {
        let list = list;
        list.push(1);
        list.push(add(1, 2));
        list.len()
    });
}

#[test]
fn what_a_block_changes_and_copies_is_changed_outside() {
    for executor in executors() {
        let mut n = 1;
        let seen = executor.compute(tembel::lazy! {
            n += 1;
            let a = add(n, 1);
            n *= a;
            add(n, a)
        });
        assert_eq!((n, seen), (6, 9));
        let mut v = vec![1];
        executor.compute(tembel::lazy! {
            v = join(vec![5], load(2));
            grow(&mut v, 4);
        });
        assert_eq!(v, [5, 0, 1, 4]);
    }
}

#[test]
fn a_counter_behind_a_reference() {
    fn count(all: &mut i64, text: &mut String) {
        tembel::lazy! {
            *all += add(1, 2);
            write!(text, "{all}").unwrap();
            *all *= 2;
            write!(text, "-{}", *all).unwrap();
            text.push('!');
        }
        .compute();
    }
    let (mut all, mut text) = (1, String::new());
    count(&mut all, &mut text);
    assert_eq!((all, text.as_str()), (8, "4-8!"));
}

#[test]
fn what_is_only_read_is_read_side_by_side() {
    fn read<'a>(all: &'a [i64], counter: &'a AtomicI64) -> tembel::Delayed<'a, i64> {
        tembel::lazy! {
            let a = all.iter().sum::<i64>();
            let b = all.len() as i64;
            counter.fetch_add(1, Ordering::Relaxed);
            counter.fetch_add(1, Ordering::Relaxed);
            a + b
        }
    }
    let (all, counter) = (vec![1, 2], AtomicI64::new(0));
    let block = read(&all, &counter);
    let graph = block.graph();
    assert!(!graph.to_string().contains("write"), "{graph}");
    assert_eq!(block.compute(), 5);
    let owned = AtomicI64::new(0);
    let block = tembel::lazy! {
        owned.fetch_add(1, Ordering::Relaxed);
        owned.fetch_add(2, Ordering::Relaxed);
        owned.load(Ordering::Relaxed);
    };
    assert!(!block.graph().to_string().contains("write"));
    block.compute();
    assert_eq!(owned.into_inner(), 3);
}

#[tembel::delayed(eager = plain_plus)]
fn plus(a: i64, b: i64) -> i64 {
    nap();
    a + b
}

#[test]
fn operands_are_moved_or_copied_into_a_block_that_is_returned() {
    fn block(k: i64, name: String, small: u8) -> tembel::Delayed<'static, (i64, String, usize)> {
        tembel::lazy! {
            let x = add(1, 2);
            let y = x + k * 2 - -k;
            let all = load(5);
            let at = all[small as usize..].len() + [k; 3].len();
            let z = if y > 3 { 1 } else { 0 };
            (y + z, name + "!", at)
        }
    }
    assert_eq!(block(4, "a".into(), 2).compute(), (16, "a!".into(), 6));
    fn compared(k: i64) -> tembel::Delayed<'static, (bool, i64)> {
        tembel::lazy! {
            let k = k;
            (add(1, 2) < k, k.pow(2))
        }
    }
    assert_eq!(compared(4).compute(), (true, 16));
    for executor in executors() {
        let (d, e) = (plus(1, 2), plus(3, 4));
        let block = tembel::lazy! {
            let x = add(1, 2) + d;
            x * e
        };
        assert_eq!(executor.compute(block), 42);
    }
}

#[test]
fn a_deferred_call_may_take_what_its_arguments_change() {
    for executor in executors() {
        let block = tembel::lazy! {
            let mut v = vec![4, 5, 6];
            let mut k = add(1, 1);
            let a = plus(v.pop().unwrap(), { k += 1; k });
            let b = plus({ k += 1; k }, k);
            v = [v, vec![a, b, k]].concat();
            v
        };
        assert_eq!(executor.compute(block), [4, 5, 9, 8, 4]);
    }
}

#[test]
fn a_block_that_is_returned_owns_what_it_moved() {
    fn block(v: Vec<i64>, k: i64) -> tembel::Delayed<'static, (i64, i64)> {
        tembel::lazy! {
            let n = total(&v);
            let m = add(k, n);
            let p = k.pow(2);
            (eat(v) + p, m)
        }
    }
    assert_eq!(block(vec![1, 2], 3).compute(), (11, 6));
}
