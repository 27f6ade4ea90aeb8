//! Panics in odd places, and handles that are dropped or forgotten: nothing hangs, and the pool goes on.

use std::panic::{AssertUnwindSafe, catch_unwind, panic_any};
use std::sync::atomic::{AtomicUsize, Ordering};

use tembel::{CancelToken, Delayed, ErrorKind, Executor, TaskInfo, delayed, gather};
use tembel_tests::{Census, Counted, executors, text_of, within_a_minute};

#[derive(Debug)]
struct Bomb {
    counted: Counted,
    in_drop: bool,
    in_clone: bool,
}

impl Drop for Bomb {
    fn drop(&mut self) {
        assert!(!self.in_drop || std::thread::panicking(), "in drop");
    }
}

impl Clone for Bomb {
    fn clone(&self) -> Self {
        assert!(!self.in_clone, "in clone");
        bomb(&self.counted.census, self.in_drop, false)
    }
}

fn bomb(census: &Census, in_drop: bool, in_clone: bool) -> Bomb {
    Bomb {
        counted: census.count(1),
        in_drop,
        in_clone,
    }
}

#[delayed]
fn arm(census: &Census, in_drop: bool, in_clone: bool) -> Bomb {
    bomb(census, in_drop, in_clone)
}

#[delayed]
fn eat(bomb: Bomb) -> i64 {
    bomb.counted.get()
}

#[delayed]
fn look(bomb: &Bomb) -> i64 {
    bomb.counted.get()
}

#[delayed(retries = 2)]
fn attempt(bomb: Bomb) -> Result<(), i64> {
    Err(bomb.counted.get())
}

fn assert_usable(executor: &Executor) {
    let all: Vec<_> = (0..20).map(|i| Delayed::new(move || i)).collect();
    let sum = gather(all).map(|all| all.iter().sum::<i32>());
    assert_eq!(executor.compute(sum), 190);
}

#[test]
fn a_clone_that_panics_fails_the_task_that_takes_the_clone_and_leaves_the_value() {
    for (name, executor) in executors(1) {
        let census = Census::new();
        let value = arm(&census, false, true);
        let (clone, cloned, looked) = (value.clone(), eat(&value), look(&value));
        let (clone, cloned, looked) = executor.try_compute((clone, cloned, looked));
        for error in [
            clone.expect_err("it panics"),
            cloned.expect_err("it panics"),
        ] {
            assert_eq!(
                (error.kind(), error.message()),
                (ErrorKind::Panicked, "in clone"),
                "on {name}"
            );
        }
        assert_eq!(looked.ok(), Some(1));
        assert_eq!(executor.compute(eat(value)), 1, "on {name}");
        census.assert_over(1);
        assert_usable(&executor);
    }
}

#[test]
fn a_clone_for_an_attempt_that_panics_is_a_panic_and_not_tried_again() {
    for (name, executor) in executors(2) {
        let census = Census::new();
        let error = executor.try_compute(attempt(arm(&census, false, true)));
        assert_eq!(
            error.expect_err("it panics").message(),
            "in clone",
            "on {name}"
        );
        census.assert_over(1);
    }
}

/// A value of which there are so many clones.
struct Few(Counted, AtomicUsize);

impl Clone for Few {
    fn clone(&self) -> Self {
        assert!(self.1.fetch_sub(1, Ordering::SeqCst) > 0, "no more clones");
        Few(self.0.census.count(1), AtomicUsize::new(0))
    }
}

#[test]
fn a_clone_for_a_later_attempt_that_panics_is_a_panic_of_the_task() {
    #[delayed(retries = 5)]
    fn at_once(calls: &AtomicUsize, few: Few) -> Result<i64, i64> {
        calls.fetch_add(1, Ordering::SeqCst);
        Err(few.0.get())
    }
    #[delayed(retries = 5, backoff = "1us")]
    fn slowly(calls: &AtomicUsize, few: Few) -> Result<i64, i64> {
        calls.fetch_add(1, Ordering::SeqCst);
        Err(few.0.get())
    }
    within_a_minute(|| {
        for (name, executor) in executors(7) {
            let (census, calls) = (Census::new(), AtomicUsize::new(0));
            let few = |n| Few(census.count(1), AtomicUsize::new(n));
            let both = (at_once(&calls, few(2)), slowly(&calls, few(3)));
            let (one, two) = executor.try_compute((both.0, both.1.map(|_| ())));
            let (one, two) = (one.expect_err("it panics"), two.expect_err("it panics"));
            for (error, task) in [(&one, "at_once"), (&two, "slowly")] {
                let found = (error.kind(), error.task(), error.message());
                let expected = (ErrorKind::Panicked, task, "no more clones");
                assert_eq!(found, expected, "on {name}");
            }
            // Attempts are no tasks that needed each other.
            assert_eq!(one.chain().count(), 0, "{one:#} on {name}");
            assert!(
                two.chain().map(TaskInfo::name).eq(["map"]),
                "{two:#} on {name}"
            );
            assert_eq!(calls.load(Ordering::SeqCst), 5, "on {name}");
            census.assert_over(2 + 5);
        }
    });
}

#[test]
fn a_drop_that_panics_when_a_failed_or_stopped_run_lets_go_hangs_nothing() {
    within_a_minute(|| {
        for (name, executor) in executors(3) {
            let census = Census::new();
            let fails = || -> Delayed<'static, ()> { Delayed::new(|| panic!("first")) };
            let unused: Vec<_> = (0..5)
                .map(|_| {
                    let taken = arm(&census, true, false).zip(fails());
                    taken.map(|(bomb, ())| bomb.counted.get())
                })
                .collect();
            let results = executor.try_compute(unused);
            assert!(results.iter().all(Result::is_err), "on {name}");
            assert_usable(&executor);
        }
        for threads in [1, 2, 3, 8] {
            let token = CancelToken::new();
            let executor = Executor::builder()
                .threads(threads)
                .cancel_token(token.clone());
            let executor = executor.build().expect("the system gives threads");
            let census = Census::new();
            let armed: Vec<_> = (0..5).map(|_| arm(&census, true, false)).collect();
            let stop = gather(armed).map(|armed| {
                token.cancel();
                armed
            });
            let error = executor
                .try_compute(stop.map(|armed| armed.len()))
                .expect_err("it is cancelled");
            assert_eq!(error.kind(), ErrorKind::Cancelled);
            token.reset();
            assert_usable(&executor);
        }
    });
}

#[test]
fn an_error_that_panics_when_it_is_shown_is_a_panic_of_the_task_that_fails_with_it() {
    #[derive(Debug)]
    struct Shy;
    impl std::fmt::Display for Shy {
        fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            panic!("do not look")
        }
    }
    impl std::error::Error for Shy {}
    within_a_minute(|| {
        for (name, executor) in executors(6) {
            let bad: Vec<_> = (0..4)
                .map(|_| Delayed::new(|| Err::<u8, _>(Shy)).or_fail().map(|x| x))
                .collect();
            for error in executor.try_compute(bad) {
                let error = error.expect_err("it fails");
                let found = (error.kind(), error.task(), error.message());
                let expected = (ErrorKind::Panicked, "or_fail", "do not look");
                assert_eq!(found, expected, "on {name}");
            }
            assert_usable(&executor);
        }
    });
}

#[test]
fn a_payload_that_panics_when_it_is_dropped_is_the_callers() {
    struct Payload;
    impl Drop for Payload {
        fn drop(&mut self) {
            assert!(std::thread::panicking(), "the payload");
        }
    }
    for (name, executor) in executors(4) {
        let bad = Delayed::<()>::new(|| panic_any(Payload));
        let error = executor.try_compute(bad).expect_err("it panics");
        assert_eq!(error.message(), "a value that is not text", "on {name}");
        let dropped = catch_unwind(AssertUnwindSafe(|| drop(error)));
        assert_eq!(text_of(&*dropped.expect_err("it panics")), "the payload");
        assert_usable(&executor);
    }
}

#[test]
fn handles_that_are_dropped_or_forgotten_run_nothing_and_hang_nobody() {
    for (name, executor) in executors(5) {
        let starts = AtomicUsize::new(0);
        let start = || {
            starts.fetch_add(1, Ordering::SeqCst);
            vec![1_u8]
        };
        drop(Delayed::new(start).map(|bytes| bytes.len()));
        std::mem::forget(Delayed::new(start).map(|bytes| bytes.len()));
        let kept = Delayed::new(start);
        std::mem::forget(kept.clone());
        assert_eq!(executor.compute(&kept), [1], "on {name}");
        let error = executor
            .try_compute(kept.map(|bytes| bytes.len()))
            .expect_err("it has a reader");
        assert_eq!(error.kind(), ErrorKind::Borrowed, "on {name}");
        assert_eq!(starts.load(Ordering::SeqCst), 1, "on {name}");
        assert_usable(&executor);
    }
}
