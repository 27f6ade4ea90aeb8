//! Tasks that are tried again.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tembel::{CancelToken, Delayed, ErrorKind, Executor, compute, delayed};
use tembel_tests::{Census, Counted, executors, within_a_minute};

/// Fails until it was called `good_at` times.
#[delayed(retries = 3)]
fn flaky(calls: &AtomicUsize, good_at: usize, text: String) -> Result<String, usize> {
    let call = calls.fetch_add(1, Ordering::SeqCst) + 1;
    if call < good_at { Err(call) } else { Ok(text) }
}

#[delayed(retries = 3, backoff = "1ms")]
fn slowly(calls: &AtomicUsize, good_at: usize, text: String) -> Result<String, usize> {
    let call = calls.fetch_add(1, Ordering::SeqCst) + 1;
    if call < good_at { Err(call) } else { Ok(text) }
}

#[test]
fn an_err_is_tried_again_as_often_as_said() {
    for (name, executor) in executors(1) {
        for (good_at, expected) in [(1, Ok(1)), (2, Ok(2)), (4, Ok(4)), (5, Err(4))] {
            let [a, b] = [(); 2].map(|()| AtomicUsize::new(0));
            let both = (
                flaky(&a, good_at, String::from("x")),
                slowly(&b, good_at, String::from("x")),
            );
            let (at_once, after) = executor.compute(both);
            let text = expected.map(|_| "x".to_owned());
            assert_eq!((&at_once, &after), (&text, &text), "on {name}");
            let calls = expected.unwrap_or_else(|calls| calls);
            let made = [a, b].map(|calls| calls.load(Ordering::SeqCst));
            assert_eq!(made, [calls, calls], "on {name}");
        }
    }
}

#[test]
fn arguments_of_all_kinds_are_there_for_each_attempt() {
    #[delayed(retries = 2)]
    fn change(
        xs: &mut Vec<i64>,
        by: &[i64],
        (a, b): (i64, i64),
        f: impl Fn(i64) -> i64 + Clone,
    ) -> Result<usize, ()> {
        xs.push(f(by.iter().sum::<i64>() + a * b));
        if xs.len() < 3 { Err(()) } else { Ok(xs.len()) }
    }
    #[delayed(retries = 2, backoff = "10us")]
    fn look(
        calls: &AtomicUsize,
        xs: &[i64],
        text: &str,
        pair: (i64, String),
    ) -> Result<String, ()> {
        match calls.fetch_add(1, Ordering::SeqCst) {
            0 | 1 => Err(()),
            _ => Ok(format!("{xs:?} {text} {pair:?}")),
        }
    }
    for (name, executor) in executors(2) {
        let mut xs = Delayed::new(Vec::new);
        let by = Delayed::new(|| vec![1, 2]);
        let k = 10;
        let length = change(
            &mut xs,
            &by,
            (Delayed::new(|| 3), Delayed::ready(4)),
            move |x| x + k,
        );
        assert_eq!(
            executor.compute((length, xs)),
            (Ok(3), vec![25, 25, 25]),
            "on {name}"
        );
        let (calls, local) = (AtomicUsize::new(0), String::from("local"));
        let pair = (Delayed::new(|| 7), Delayed::new(|| String::from("seven")));
        let seen = look(&calls, &by, &local, pair);
        let eaten = by.map(|by| by.len());
        let both = executor.compute((seen, eaten));
        assert_eq!(
            both,
            (Ok("[1, 2] local (7, \"seven\")".to_owned()), 2),
            "on {name}"
        );
    }
}

#[test]
fn a_method_is_tried_again() {
    struct Server([AtomicUsize; 20]);
    impl Server {
        #[delayed(retries = 5, backoff = "1us")]
        fn get(&self, page: usize) -> Result<usize, &'static str> {
            let call = self.0[page].fetch_add(1, Ordering::SeqCst);
            if call == page % 6 {
                Ok(page)
            } else {
                Err("busy")
            }
        }
    }
    let server = Server(Default::default());
    let pages: Vec<_> = (0..20).map(|page| server.get(page)).collect();
    let pages: Result<Vec<_>, _> = compute(pages).into_iter().collect();
    assert!(pages.is_ok_and(|pages| pages.into_iter().eq(0..20)));
}

#[test]
fn a_panic_is_not_tried_again() {
    #[delayed(retries = 3, backoff = "1us")]
    fn panics(calls: &AtomicUsize) -> Result<(), ()> {
        assert_eq!(calls.fetch_add(1, Ordering::SeqCst), 0, "second attempt");
        Err(())
    }
    for (name, executor) in executors(3) {
        let calls = AtomicUsize::new(0);
        let line = line!() + 1;
        let error = executor.try_compute(panics(&calls)).expect_err("it panics");
        assert_eq!(
            (error.kind(), error.task()),
            (ErrorKind::Panicked, "panics"),
            "on {name}"
        );
        assert_eq!(
            (error.location().file(), error.location().line()),
            (file!(), line)
        );
        assert_eq!(calls.load(Ordering::SeqCst), 2);
    }
}

#[derive(Debug)]
struct Copied(Counted);

impl Clone for Copied {
    fn clone(&self) -> Self {
        Copied(self.0.census.count(self.0.get()))
    }
}

#[test]
fn each_attempt_has_a_clone_and_all_are_dropped() {
    #[delayed(retries = 2)]
    fn eat(value: Copied) -> Result<(), i64> {
        Err(value.0.get())
    }
    #[delayed(retries = 2, backoff = "1us")]
    fn eat_slowly(value: Copied) -> Result<(), i64> {
        Err(value.0.get())
    }
    for (name, executor) in executors(4) {
        let census = Census::new();
        let value = |n| Copied(census.count(n));
        let made = Delayed::ready(value(2));
        let both = executor.compute((eat(value(1)), eat_slowly(made)));
        assert_eq!(both, (Err(1), Err(2)), "on {name}");
        census.assert_over(2 + 3 + 3);
    }
}

#[test]
fn others_go_on_during_a_pause() {
    within_a_minute(|| {
        // On one thread: the first attempt fails until the other task, which is built later, has run.
        for executor in [
            Executor::builder().sequential(),
            Executor::builder().threads(1),
        ] {
            let executor = executor.build().expect("there are threads");
            let seen = AtomicUsize::new(0);
            #[delayed(retries = 1, backoff = "100ms")]
            fn needs(seen: &AtomicUsize) -> Result<usize, ()> {
                match seen.load(Ordering::SeqCst) {
                    0 => Err(()),
                    seen => Ok(seen),
                }
            }
            let first = needs(&seen);
            let other = Delayed::new(|| seen.store(5, Ordering::SeqCst));
            assert_eq!(executor.compute((first, other)).0, Ok(5));
        }
    });
}

#[test]
fn a_cancel_ends_a_pause() {
    #[delayed(retries = 1, backoff = "3600s")]
    fn once_an_hour(token: &CancelToken, now: bool) -> Result<(), ()> {
        if now {
            token.cancel();
        }
        Err(())
    }
    within_a_minute(|| {
        for threads in [1, 2, 3, 8] {
            let token = CancelToken::new();
            let executor = Executor::builder()
                .threads(threads)
                .cancel_token(token.clone());
            let executor = executor.build().expect("there are threads");
            // Another thread cancels while the run pauses: an attempt after a cancel would not pause at all.
            let other = token.clone();
            let thread = std::thread::spawn(move || {
                std::thread::sleep(Duration::from_millis(5));
                other.cancel();
            });
            let error = executor
                .try_compute(once_an_hour(&token, false))
                .expect_err("it is cancelled");
            assert_eq!(error.kind(), ErrorKind::Cancelled);
            thread.join().expect("it does not panic");
            token.reset();
            assert_eq!(executor.compute(once_an_hour(&token, true)), Err(()));
        }
        let executor = Executor::builder()
            .threads(2)
            .timeout(Duration::from_millis(5));
        let executor = executor.build().expect("there are threads");
        let token = CancelToken::new();
        let error = executor
            .try_compute(once_an_hour(&token, false))
            .expect_err("it is late");
        assert_eq!(error.kind(), ErrorKind::TimedOut);
    });
}

#[test]
fn a_pause_that_no_clock_counts_to_its_end_is_one_that_a_cancel_ends() {
    #[delayed(retries = 1, backoff = "18446744073709551615s")]
    fn once_in_all_time() -> Result<(), ()> {
        Err(())
    }
    within_a_minute(|| {
        for threads in [1, 2, 8] {
            let executor = Executor::builder()
                .threads(threads)
                .timeout(Duration::from_millis(5));
            let executor = executor.build().expect("there are threads");
            let late = executor.try_compute(once_in_all_time().map(|_| ()));
            assert_eq!(late.expect_err("it is late").kind(), ErrorKind::TimedOut);
            assert_eq!(executor.compute(Delayed::new(|| 1)), 1);
        }
    });
}
