//! Variables from outside in the arms of branches.

use crate::calls::{join, yes};
use crate::law::{add, load, nap, total};

fn grow(v: &mut Vec<i64>, x: i64) -> i64 {
    nap();
    v.push(x);
    v.len() as i64
}

blocks! {
    changed_by_reference_in_several_statements: [let mut v = load(1); let out = &mut v;] {
        if yes(1) { out.push(add(1, 1)); out.push(add(2, 2)); grow(out, 3); }
        out.push(4);
        for x in load(3) { out.push(add(x, 0)); }
        if yes(-1) { out.clear(); grow(out, 0); }
        out.len()
    }
    read_by_methods_in_several_statements: [let v = load(4); let r = &v; let text = String::from("ab");] {
        let a = if yes(1) { add(r.len() as i64, text.len() as i64) } else { add(v.len() as i64, 0) };
        let b = match add(1, 1) { 2 => { let n = text.len() as i64; add(n, r[1]) } _ => 0 };
        (a, b, text.len(), r.len())
    }
    moved_in_one_arm_and_lent_in_another: [let v = load(3); let w = load(2);] {
        let a = if yes(1) { join(v, load(1)) } else { let t = total(&v); load(t) };
        let b = if yes(-1) { total(&w) } else { total(&join(w, load(2))) };
        (a, b)
    }
    moved_in_an_arm_and_lent_before: [let v = load(3); let k = 5;] {
        let t = total(&v) + k;
        if yes(t) { join(v, load(k)) } else { v }
    }
    numbers_of_all_kinds: [let (a, b, c) = (2_i64, 3_u8, 1.5_f64); let r = &a;] {
        let n = if yes(a) { add(a, i64::from(b)) * a } else { add(*r, 1) };
        let x = match n { 0 => c * 2.0, _ => { let m = add(n, a); m as f64 * c } };
        (n, x, a + n, b)
    }
    assigned_and_changed_in_arms: [let mut n = 1; let mut v = load(2); let mut flag = false;] {
        if yes(n) { n += 1; n = add(n, n); flag = yes(n); }
        if flag { v = join(v, load(n)); v.push(add(n, 1)); } else { v = load(0); }
        n += add(0, 1);
        (n, v, flag)
    }
    parts_changed_in_arms: [struct P { x: i64, v: Vec<i64> } let mut p = P { x: 1, v: load(1) }; let q = &mut p;] {
        if yes(q.x) { q.x += add(1, 1); q.v.push(add(q.x, 0)); grow(&mut q.v, 1); }
        for x in load(2) { q.x += add(x, 0); }
        (q.x, q.v.clone())
    }
}

#[test]
fn changes_in_arms_are_there_afterwards() {
    for executor in crate::law::executors() {
        let (mut n, mut out) = (1, vec![0]);
        let block = tembel::lazy! {
            if yes(n) { n += add(1, 1); grow(&mut out, n); n += 1; }
            for x in load(2) { grow(&mut out, x); }
        };
        executor.compute(block);
        assert_eq!((n, out), (4, vec![0, 3, 0, 1]));
    }
}

#[test]
fn a_block_with_arms_leaves_the_function() {
    fn block(k: i64, data: &[i64]) -> tembel::Delayed<'_, i64> {
        tembel::lazy! {
            let t = total(data);
            if t > k { add(t, k) + k } else { match t { 0 => add(k, k), n => add(n * k, 1) } }
        }
    }
    let data = load(4);
    for executor in crate::law::executors() {
        assert_eq!(executor.compute(block(2, &data)), 10);
        assert_eq!(executor.compute(block(9, &data)), 55);
        assert_eq!(executor.compute(block(9, &[])), 18);
    }
}

#[test]
fn what_arms_use_by_value_alone_is_copied_or_moved_into_a_block_that_leaves_the_function() {
    fn chosen<'a>(k: i64, flag: bool) -> tembel::Delayed<'a, i64> {
        tembel::lazy! {
            let t = add(k, 1);
            if flag { add(t, k) + k } else { if yes(t) { add(k, t) } else { k } }
        }
    }
    fn taken<'a>(k: i64, data: Vec<i64>) -> tembel::Delayed<'a, i64> {
        tembel::lazy! {
            let mut sum = 0;
            for x in load(3) { sum += add(x, k) + k; }
            match add(k, 0) { 2 => sum += own(data), n => sum += own(data) + add(n, k) }
            sum
        }
    }
    fn own(data: Vec<i64>) -> i64 {
        data.into_iter().sum()
    }
    for executor in crate::law::executors() {
        assert_eq!(executor.compute(chosen(2, true)), 7);
        assert_eq!(
            executor.compute(chosen(2, false)),
            if yes(3) { 5 } else { 2 }
        );
        assert_eq!(executor.compute(taken(2, load(4))), 21);
        assert_eq!(executor.compute(taken(1, vec![5])), 16);
    }
}

#[test]
fn a_deferred_value_that_one_arm_takes_is_evaluated_there_alone() {
    fn either<'a>(n: i64, d: tembel::Delayed<'a, i64>) -> tembel::Delayed<'a, i64> {
        tembel::lazy! {
            match add(n, 0) { 0 => add(d, 1), m => add(m, m) }
        }
    }
    for executor in crate::law::executors() {
        let seven = tembel::Delayed::new(|| 7);
        assert_eq!(executor.compute(either(0, seven)), 8);
        let never = tembel::Delayed::new(|| panic!("nobody asked for it"));
        assert_eq!(executor.compute(either(3, never)), 6);
    }
}
