//! `#[delayed]` functions in the arms of `if` and `match`, and in the rounds of a `for` over a result.

use crate::law::{End, executors, nap, observed, with};
use tembel::delayed;

#[delayed(eager = plain_parse)]
fn parse(text: &'static str) -> Result<i64, String> {
    nap();
    text.parse().map_err(|_| format!("{text:?} is no number"))
}
#[delayed(eager = plain_plus)]
fn plus(a: i64, b: i64) -> i64 {
    nap();
    a + b
}
#[delayed(eager = plain_list)]
fn list(n: i64) -> Vec<i64> {
    nap();
    (0..n).collect()
}
#[delayed(eager = plain_sum)]
fn sum(v: &[i64]) -> i64 {
    nap();
    v.iter().sum()
}
#[delayed(eager = plain_push)]
fn push(v: &mut Vec<i64>, x: i64) {
    nap();
    v.push(x);
}
#[delayed(eager = plain_find)]
fn find(n: i64) -> Option<Vec<i64>> {
    nap();
    (n > 0).then(|| (0..n).collect())
}

mod plain {
    pub(super) use super::{
        plain_find as find, plain_list as list, plain_parse as parse, plain_plus as plus,
        plain_push as push, plain_sum as sum,
    };
}

/// The block with plain functions, and lazily with plain and with deferred ones.
macro_rules! twins {
    ($($name:ident: { $($block:tt)* })*) => {$(
        #[test]
        fn $name() {
            let plain = observed(|| {
                use plain::*;
                (|| { $($block)* })()
            });
            for executor in executors() {
                let eager = observed(|| {
                    use plain::*;
                    with(&executor, tembel::lazy! { $($block)* })
                });
                assert_eq!(plain, eager, "{executor:?}");
                let spliced = observed(|| with(&executor, tembel::lazy! { $($block)* }));
                assert_eq!(plain, spliced, "{executor:?}");
            }
            assert!(matches!(plain.0, End::Value(_)));
        }
    )*};
}

twins! {
    values_of_arms: {
        let n = plus(1, 2);
        let a = if n > 2 { plus(n, sum(&list(n))) } else { n };
        let b = match find(a) { Some(v) => plus(sum(&v), plus(1, n)), None => plus(a, 0) };
        let c = if let Some(v) = find(-b) { sum(&v) } else if plus(1, -1) == 0 { plus(b, 1) } else { 0 };
        (a, b, c)
    }
    an_arm_is_the_end: {
        let n = plus(1, 2);
        if n > 2 { plus(n, sum(&list(n))) } else { plus(n, 0) }
    }
    arms_that_write: {
        let mut v = list(2);
        let n = plus(1, 1);
        if n > 1 { push(&mut v, plus(n, 5)); push(&mut v, n); }
        for x in list(3) { let y = plus(x, n); push(&mut v, y); }
        let t = sum(&v);
        v.push(t);
        v
    }
    rounds: {
        let mut out = Vec::new();
        for x in list(4) { if x % 2 == 0 { out.push(plus(x, sum(&list(x)))); } else { out.push(x); } }
        out
    }
    failures_in_arms: {
        let n = parse("3")?;
        let a = if n > 2 { let b = parse("4")?; plus(b, parse("five")?) } else { 0 };
        let c = parse("six")?;
        Ok::<_, String>(plus(a, c))
    }
    an_arm_is_the_end_of_a_block_that_may_fail: {
        let n = parse("3")?;
        match find(n) { Some(v) => Ok::<_, String>(sum(&v)), None => parse("x") }
    }
    results_looked_at: {
        let a = match parse("1") { Ok(n) => plus(n, 1), Err(text) => plus(0, text.len() as i64) };
        let b = if let Err(text) = parse("b") { plus(a, text.len() as i64) } else { a };
        let Some(v) = find(2) else { panic!("it is there") };
        (a, b, plus(sum(&v), 1))
    }
}
