//! `#[delayed]` functions whose result has a `?` after it, and what fails in them.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::law::{End, add, executors, nap, observed, with};
use tembel::delayed;

#[delayed(eager = plain_parse)]
fn parse(text: &'static str) -> Result<i64, String> {
    nap();
    text.parse().map_err(|_| format!("{text:?} is no number"))
}
#[delayed(eager = plain_half)]
fn half(n: i64) -> Option<i64> {
    nap();
    (n % 2 == 0).then_some(n / 2)
}
#[delayed(eager = plain_check)]
fn check(n: &i64) -> Result<(), String> {
    nap();
    if *n < 0 {
        Err(format!("{n} is negative"))
    } else {
        Ok(())
    }
}
#[delayed(eager = plain_both)]
fn both(n: i64) -> Result<(i64, i64), String> {
    nap();
    Ok((n, n + 1))
}
#[delayed(eager = plain_burst)]
fn burst(why: &'static str) -> i64 {
    nap();
    panic!("{why}")
}
#[delayed(eager = plain_try_burst)]
fn try_burst(why: &'static str) -> Result<i64, String> {
    nap();
    panic!("{why}")
}
#[delayed(eager = plain_delete)]
fn delete(count: &'static AtomicUsize) -> Result<(), String> {
    nap();
    count.fetch_add(1, Ordering::SeqCst);
    Ok(())
}

/// What is called from plain code, and by `lazy!`: a part of the block's text is the same.
mod plain {
    pub(super) use super::{
        plain_both as both, plain_burst as burst, plain_check as check, plain_half as half,
        plain_parse as parse, plain_try_burst as try_burst,
    };
}

fn simple(text: &str) -> Result<i64, String> {
    nap();
    text.parse().map_err(|_| format!("{text:?} is not one"))
}

fn fail(why: &str) -> i64 {
    nap();
    panic!("{why}")
}

/// The block with plain functions, and lazily with plain and with deferred ones. Gives how it ended.
macro_rules! twins {
    ({ $($block:tt)* }) => {{
        let plain = observed(|| {
            #[allow(unused_imports)]
            use plain::*;
            (|| { $($block)* })()
        });
        for executor in executors() {
            let eager = observed(|| {
                #[allow(unused_imports)]
                use plain::*;
                with(&executor, tembel::lazy! { $($block)* })
            });
            assert_eq!(plain, eager, "{executor:?}");
            let spliced = observed(|| with(&executor, tembel::lazy! { $($block)* }));
            assert_eq!(plain, spliced, "{executor:?}");
        }
        plain.0
    }};
}

#[test]
fn all_goes_well() {
    let end = twins!({
        let a = parse("1")?;
        let b = parse("2")?;
        check(&a)?;
        let (c, d) = both(b)?;
        let e = add(parse("3")?, parse("4")? + c);
        Ok::<_, String>((a, b, c, d, e))
    });
    assert_eq!(end, End::Value(Ok((1, 2, 2, 3, 9))));
}

#[test]
fn the_first_failure_counts() {
    let end = twins!({
        let a = parse("1")?;
        let b = parse("b")?;
        let c = simple("c")?;
        Ok::<_, String>(add(a, add(b, c)))
    });
    assert_eq!(end, End::Value(Err("\"b\" is no number".into())));
    let end = twins!({
        let a = parse("-1")?;
        check(&a)?;
        let c = parse("c")?;
        Ok::<_, String>(add(a, c))
    });
    assert_eq!(end, End::Value(Err("-1 is negative".into())));
    let _ = twins!({
        let n = add(simple("1")?, add(parse("x")?, parse("y")?));
        Ok::<_, String>(n)
    });
}

#[test]
fn options_and_last_expressions() {
    let end = twins!({
        let a = half(8)?;
        let b = half(add(a, 2))?;
        let mut c = half(b + 1)?;
        c += half(c * 2)?;
        Some(add(c, half(a)?))
    });
    assert_eq!(end, End::Value(Some(6)));
    let _ = twins!({
        let mut a = half(8)?;
        a = half(a)?;
        a = half(a)?;
        a = half(a)?;
        Some(a)
    });
}

#[test]
fn chains_branches_and_loops() {
    let end = twins!({
        let a = parse("-7")?.abs().max(parse("3")?);
        let b = {
            let inner = parse("1")?;
            inner + a
        };
        let mut sum = 0;
        for text in ["1", "2", "3"] {
            sum += parse(text)?;
        }
        let _ = parse("5")?;
        parse("6")?;
        Ok::<_, String>((a, b, sum))
    });
    assert_eq!(end, End::Value(Ok((7, 8, 6))));
}

#[test]
fn the_last_expression_has_a_question_mark() {
    let end = twins!({
        let a = half(4)?;
        Some((half(a)?, a))
    });
    assert_eq!(end, End::Value(Some((1, 2))));
    fn nested(deep: bool) -> Option<Option<i64>> {
        Some(deep.then_some(1))
    }
    for executor in executors() {
        assert_eq!(executor.compute(tembel::lazy! { nested(true)? }), Some(1));
    }
}

#[test]
fn effects_wait_for_what_guards_them() {
    static DONE: AtomicUsize = AtomicUsize::new(0);
    for executor in executors() {
        let block = tembel::lazy! {
            let n = parse("-3")?;
            check(&n)?;
            delete(&DONE)?;
            let _ = delete(&DONE)?;
            let unused = plain_delete(&DONE)?;
            Ok::<_, String>(n)
        };
        assert!(executor.compute(block).is_err());
    }
    assert_eq!(DONE.load(Ordering::SeqCst), 0);
    for executor in executors() {
        let before = DONE.load(Ordering::SeqCst);
        let block = tembel::lazy! {
            let n = parse("3")?;
            check(&n)?;
            delete(&DONE)?;
            let _ = delete(&DONE)?;
            Ok::<_, String>(n)
        };
        assert_eq!(executor.compute(block), Ok(3));
        assert_eq!(DONE.load(Ordering::SeqCst), before + 2);
    }
}

#[test]
fn what_borrows_stays_in_its_task() {
    fn first(all: &[i64]) -> Option<&i64> {
        all.first()
    }
    fn each<'a>(all: impl Iterator<Item = &'a i64> + 'a) -> Option<impl Iterator<Item = &'a i64>> {
        Some(all)
    }
    fn list(n: i64) -> Vec<i64> {
        vec![n, n + 1]
    }
    let _ = same! { {
        let all = list(4);
        let a = first(&all)?.max(&2).clone();
        let b = each(all.iter())?.sum::<i64>();
        first(&list(3))?;
        first(&all)?;
        let c = *first(&all)?;
        let add = |n: i64| Some(move |m: i64| n + m + all.len() as i64);
        let d = add(1)?(2);
        Some((a, b, c, d))
    } };
}

#[test]
fn types_are_found_from_what_follows() {
    fn made<T: std::str::FromStr>(text: String) -> Result<T, T::Err> {
        text.parse()
    }
    for executor in executors() {
        let block = tembel::lazy! {
            let n: u8 = made("12".to_string())?;
            let text = String::from("7");
            let m = made(text)?;
            let wide: u64 = m;
            Ok::<_, std::num::ParseIntError>(u64::from(n) + wide)
        };
        assert_eq!(executor.compute(block), Ok(19));
    }
}

/// What a panic says.
fn panic<T>(text: &str) -> End<T> {
    End::Panic(text.into())
}

#[test]
fn a_spliced_panic_before_a_question_mark() {
    let end = twins!({
        let a = burst("first");
        let b = simple("x")?;
        Ok::<_, String>(add(a, b))
    });
    assert_eq!(end, panic("first"));
    let end = twins!({
        let a = try_burst("first")?;
        let b = parse("x")?;
        Ok::<_, String>(add(a, b))
    });
    assert_eq!(end, panic("first"));
    let end = twins!({
        let a = burst("first");
        let b = add(a, 1);
        let c = simple("x")?;
        let d = parse("y")?;
        Ok::<_, String>(add(add(b, c), d))
    });
    assert_eq!(end, panic("first"));
}

#[test]
fn a_spliced_panic_after_a_question_mark() {
    let end = twins!({
        let b = simple("x")?;
        let a = burst("second");
        Ok::<_, String>(add(a, b))
    });
    assert_eq!(end, End::Value(Err("\"x\" is not one".into())));
    let end = twins!({
        let b = parse("x")?;
        let a = try_burst("second")?;
        let c = burst("third");
        Ok::<_, String>(add(c, add(a, b)))
    });
    assert_eq!(end, End::Value(Err("\"x\" is no number".into())));
}

#[test]
fn spliced_panics_and_the_blocks_own() {
    let end = twins!({
        let a = burst("one");
        let b = fail("two");
        let c = burst("three");
        add(a, add(b, c))
    });
    assert_eq!(end, panic("one"));
    let end = twins!({
        let a = fail("one");
        let b = burst("two");
        let c = simple("x")?;
        Ok::<_, String>(add(a, add(b, c)))
    });
    assert_eq!(end, panic("one"));
    let end = twins!({
        let a = add(1, 2);
        assert!(a > 3, "{a} is small");
        let b = burst("two");
        let c = simple("x")?;
        Ok::<_, String>(add(a, add(b, c)))
    });
    assert_eq!(end, panic("3 is small"));
}

#[test]
fn a_spliced_panic_that_nobody_needs() {
    let end = twins!({
        burst("first");
        let b = simple("x")?;
        Ok::<_, String>(b)
    });
    assert_eq!(end, panic("first"));
}

#[test]
fn a_block_inside_of_a_block() {
    fn inner(text: &'static str) -> tembel::Delayed<'static, Result<i64, String>> {
        tembel::lazy! {
            let a = burst("inner");
            let b = parse(text)?;
            Ok(add(a, b))
        }
    }
    fn gives_up(text: &'static str) -> tembel::Delayed<'static, Result<i64, String>> {
        tembel::lazy! {
            let b = parse(text)?;
            let a = burst("inner");
            Ok(add(a, b))
        }
    }
    for executor in executors() {
        let block = tembel::lazy! {
            let a = inner("x")?;
            let b = simple("outer")?;
            Ok::<_, String>(add(a, b))
        };
        let end = crate::law::end(|| executor.compute(block));
        assert_eq!(end, panic("inner"), "{executor:?}");
        let block = tembel::lazy! {
            let a = gives_up("x")?;
            let b = burst("outer");
            Ok::<_, String>(add(a, b))
        };
        let end = crate::law::end(|| executor.compute(block));
        let given_up = End::Value(Err("\"x\" is no number".into()));
        assert_eq!(end, given_up, "{executor:?}");
    }
}

#[test]
fn the_error_names_the_spliced_task() {
    let block = tembel::lazy! {
        let a = burst("first");
        let b = simple("x")?;
        Ok::<_, String>(add(a, b))
    };
    let error = block.try_compute().unwrap_err();
    assert_eq!(error.task(), "burst");
    let block = tembel::lazy! {
        let a = burst("only");
        add(a, 1)
    };
    let error = block.try_compute().unwrap_err();
    assert_eq!(error.task(), "burst");
}
