//! `?`, `assert!` and panics: the first failure in program order is the block's.

use std::error::Error;
use std::num::ParseIntError;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::law::{Counted, add, drops, nap};

fn parse(text: &str) -> Result<i64, ParseIntError> {
    nap();
    text.parse()
}
fn half(n: i64) -> Option<i64> {
    nap();
    (n % 2 == 0).then_some(n / 2)
}
fn check(n: &i64) -> Result<(), String> {
    nap();
    if *n < 0 {
        Err(format!("{n} is negative"))
    } else {
        Ok(())
    }
}
fn fail(why: &str) -> i64 {
    nap();
    panic!("{why}")
}
fn delete(count: &AtomicUsize) {
    nap();
    count.fetch_add(1, Ordering::SeqCst);
}

#[test]
fn all_goes_well() {
    same! { {
        let a = parse("1")?;
        let b = parse("2")?;
        Ok::<_, ParseIntError>(add(a, b))
    } };
}

#[test]
fn the_first_failure_in_program_order_counts() {
    same! { {
        let a = parse("1")?;
        let b = parse("b")?;
        let c = parse("")?;
        Ok::<_, ParseIntError>(add(add(a, b), c))
    } };
}

#[test]
fn options() {
    same! { {
        let a = half(8)?;
        let b = half(a + 1)?;
        let c = half(3)?;
        Some(add(a, add(b, c)))
    } };
}

#[test]
fn errors_are_converted() {
    same! { {
        let a = parse("4").map_err(|error| error.to_string())?;
        check(&a)?;
        let b = add(a, -9);
        check(&b)?;
        Ok::<_, String>(b)
    } };
}

#[test]
fn a_result_that_is_not_send() {
    fn run(a: &str, b: &str) -> Result<i64, Box<dyn Error>> {
        tembel::lazy! {
            let a = parse(a)?;
            let b = parse(b)?;
            Ok(add(a, b))
        }
        .compute()
    }
    assert_eq!(run("1", "2").unwrap(), 3);
    assert_eq!(
        run("1", "x").unwrap_err().to_string(),
        "invalid digit found in string"
    );
    assert_eq!(
        run("", "x").unwrap_err().to_string(),
        "cannot parse integer from empty string"
    );
}

struct Bound {
    n: i64,
    thread: std::thread::ThreadId,
    _bound: std::marker::PhantomData<*const ()>,
}

fn bound(n: i64) -> Bound {
    Bound {
        n,
        thread: std::thread::current().id(),
        _bound: std::marker::PhantomData,
    }
}

#[test]
fn a_result_that_is_not_send_stays_on_the_thread_that_asks() {
    for executor in crate::law::executors() {
        let here = std::thread::current().id();
        let made = executor.compute(tembel::lazy! {
            let n = add(1, 2);
            'last: { bound(n) }
        });
        assert_eq!((made.n, made.thread), (3, here));
        let made = executor.compute(tembel::lazy! {
            let n = add(1, 2);
            bound(n)
        });
        assert_eq!((made.n, made.thread), (3, here));
    }
}

#[test]
fn a_panic_before_a_failed_question_mark() {
    same! { {
        let a = fail("first");
        let b = parse("x")?;
        Ok::<_, ParseIntError>(add(a, b))
    } };
}

#[test]
fn a_panic_after_a_failed_question_mark() {
    same! { {
        let a = parse("x")?;
        let b = fail("second");
        Ok::<_, ParseIntError>(add(a, b))
    } };
}

#[test]
fn two_panics() {
    same! { {
        let a = add(1, 2);
        let b = fail("one");
        let c = fail("two");
        add(a, add(b, c))
    } };
}

#[test]
fn effects_wait_for_what_guards_them() {
    static DONE: AtomicUsize = AtomicUsize::new(0);
    for executor in crate::law::executors() {
        let block = tembel::lazy! {
            let n = parse("-3")?;
            check(&n).map_err(|_| "refused".parse::<i64>().unwrap_err())?;
            delete(&DONE);
            DONE.fetch_add(1, Ordering::SeqCst);
            Ok::<_, ParseIntError>(n)
        };
        assert!(executor.compute(block).is_err());
        let block = tembel::lazy! {
            let n = parse("-3").unwrap();
            assert!(n > 0, "{n} is not positive");
            delete(&DONE);
            let _ = DONE.fetch_add(1, Ordering::SeqCst);
            let unused = DONE.fetch_add(1, Ordering::SeqCst);
            n
        };
        assert!(executor.try_compute(block).is_err());
    }
    assert_eq!(DONE.load(Ordering::SeqCst), 0);
}

#[test]
fn each_statement_runs_once() {
    for executor in crate::law::executors() {
        let count = AtomicUsize::new(0);
        let block = tembel::lazy! {
            let n = parse("3")?;
            delete(&count);
            count.fetch_add(10, Ordering::SeqCst);
            let unused = count.fetch_add(100, Ordering::SeqCst);
            for _ in 0..3 {
                count.fetch_add(1000, Ordering::SeqCst);
            }
            Ok::<_, ParseIntError>(n)
        };
        assert_eq!(executor.compute(block), Ok(3));
        assert_eq!(count.load(Ordering::SeqCst), 3111);
    }
}

#[test]
fn values_are_dropped_once_when_a_question_mark_fails() {
    same! {
        [let drops = drops();]
        {
            let a = Counted::new(parse("1")?, &drops);
            let b = Counted::new(parse("2")?, &drops);
            let c = parse("x")?;
            Ok::<_, ParseIntError>((a, b, c))
        }
    };
}

#[test]
fn question_marks_in_loops() {
    same! { {
        let mut out = Vec::new();
        for text in ["1", "2", "x", "", "5"] {
            let n = parse(text)?;
            out.push(n);
        }
        Ok::<_, ParseIntError>(out)
    } };
    same! { {
        let mut out = Vec::new();
        let mut i = 3;
        while i > 0 {
            out.push(parse(["", "7", "8", "9"][i])?);
            i -= 1;
        }
        Ok::<_, ParseIntError>(out)
    } };
}

#[test]
fn nested_question_marks() {
    same! { {
        let n = add(parse("1")?, add(parse("2")?, parse("y")?));
        Ok::<_, ParseIntError>(n)
    } };
    same! { {
        let n = [parse("1")?, parse("2")?];
        let all = ["1", "2"].iter().map(|text| parse(text)).collect::<Result<Vec<_>, _>>()?;
        Ok::<_, ParseIntError>((n, all))
    } };
}

#[test]
fn let_else_that_panics() {
    same! { {
        let Some(a) = half(3) else { panic!("odd") };
        let b = fail("later");
        add(a, b)
    } };
}

#[test]
fn the_error_names_the_task_that_panicked() {
    let block = tembel::lazy! {
        let a = add(1, 2);
        let b = fail("no");
        add(a, b)
    };
    let error = block.try_compute().unwrap_err();
    assert_eq!(error.task(), "fail");
    assert_eq!(error.location().file(), file!());
    assert_eq!(error.location().line(), line!() - 6);
}

#[test]
fn nothing_after_a_panic_is_started() {
    let executor = tembel::Executor::builder().sequential().build().unwrap();
    let count = AtomicUsize::new(0);
    let block = tembel::lazy! {
        delete(&count);
        let a = fail("here");
        let b = add(1, 2);
        delete(&count);
        for _ in 0..3 {
            count.fetch_add(1, Ordering::SeqCst);
        }
        add(a, b)
    };
    assert_eq!(executor.try_compute(block).unwrap_err().task(), "fail");
    assert_eq!(count.load(Ordering::SeqCst), 1);
}

#[test]
fn a_block_that_fails_leaves_another_alone() {
    for executor in crate::law::executors() {
        let first = tembel::lazy! {
            let a = fail("first");
            add(a, 1)
        };
        let count = AtomicUsize::new(0);
        let second = tembel::lazy! {
            delete(&count);
            let n = parse("x")?;
            let unseen = fail("after the question mark");
            Ok::<_, ParseIntError>(add(n, unseen))
        };
        let third = tembel::lazy! {
            delete(&count);
            add(1, 2)
        };
        let (first, second, third) = executor.try_compute((first, second, third));
        assert_eq!(first.unwrap_err().task(), "fail");
        assert!(second.unwrap().is_err());
        assert_eq!(third.unwrap(), 3);
        assert_eq!(count.load(Ordering::SeqCst), 2);
    }
}

#[test]
fn the_first_panic_of_two_blocks_is_not_one_that_a_question_mark_came_before() {
    let executor = tembel::Executor::builder().threads(2).build().unwrap();
    for _ in 0..20 {
        let quiet = tembel::lazy! {
            let n = parse("x")?;
            let unseen = fail("unseen");
            Ok::<_, ParseIntError>(add(n, unseen))
        };
        let loud = tembel::lazy! {
            let a = fail("seen");
            add(a, 1)
        };
        let run = || executor.compute((quiet, loud));
        let payload = std::panic::catch_unwind(std::panic::AssertUnwindSafe(run)).unwrap_err();
        assert_eq!(payload.downcast_ref::<String>().unwrap(), "seen");
    }
}
