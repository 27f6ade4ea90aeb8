//! Failures that one run has from another: from a run inside of a task, and from one that had a task before.

use std::error::Error as _;
use std::num::ParseIntError;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tembel::{CancelToken, Delayed, ErrorKind, Executor, TaskInfo, compute, delayed};
use tembel_tests::{executors, within_a_minute};

#[delayed]
fn parse(text: &str) -> Result<i32, ParseIntError> {
    text.parse()
}

#[test]
fn a_failure_of_a_run_inside_a_task_keeps_its_kind_its_source_and_its_chain() {
    for (name, executor) in executors(1) {
        let line = line!() + 1;
        let inner = || parse("x").or_fail().map(|x| x + 1).named("more");
        let outer = Delayed::new(move || inner().compute()).named("outer");
        let innermost = Delayed::new(|| *parse("y").or_fail().force()).named("innermost");
        let twice = Delayed::new(move || compute((innermost, Delayed::new(|| 1))).0);
        let (one, two) = executor.try_compute((outer.map(|x| x * 2), twice.named("twice")));
        let (one, two) = (one.expect_err("no number"), two.expect_err("no number"));
        let kinds = (one.kind(), two.kind());
        assert_eq!(kinds, (ErrorKind::Failed, ErrorKind::Failed), "on {name}");
        assert_eq!((one.task(), one.location().line()), ("parse", line));
        let chain: Vec<_> = one.chain().map(TaskInfo::name).collect();
        assert_eq!(chain, ["more", "outer", "map"], "on {name}");
        let chain: Vec<_> = two.chain().map(TaskInfo::name).collect();
        assert_eq!(chain, ["innermost", "twice"], "on {name}");
        for error in [one, two] {
            let source = error.source().expect("the error of `parse`");
            assert!(source.downcast_ref::<ParseIntError>().is_some());
        }
    }
}

/// A run that ends with this kind of failure, and leaves a handle to what it could not make.
fn lost(kind: ErrorKind) -> Delayed<'static, i32> {
    let token = CancelToken::new();
    let builder = Executor::builder().threads(2).cancel_token(token.clone());
    let (executor, first) = match kind {
        ErrorKind::Panicked => (builder, Delayed::new(|| panic!("no"))),
        ErrorKind::Failed => (builder, parse("x").or_fail()),
        ErrorKind::Cancelled => (
            builder,
            Delayed::new(move || {
                token.cancel();
                1
            }),
        ),
        _ => (
            builder.timeout(Duration::from_millis(1)),
            Delayed::new(|| {
                while !tembel::is_cancelled() {
                    std::thread::yield_now();
                }
                1
            }),
        ),
    };
    let executor = executor.build().expect("there are threads");
    let lost = first.map(|x| x + 1).named("lost");
    let error = executor.try_compute(&lost).expect_err("it fails");
    assert_eq!(error.kind(), kind);
    lost
}

#[test]
fn a_value_that_another_run_could_not_make_fails_with_the_kind_of_that_run() {
    within_a_minute(|| {
        let kinds = [
            (ErrorKind::Panicked, "failed in an earlier run"),
            (ErrorKind::Failed, "failed in an earlier run"),
            (ErrorKind::Cancelled, "and was stopped"),
            (ErrorKind::TimedOut, "and was stopped"),
        ];
        for (kind, text) in kinds {
            for (name, executor) in executors(2) {
                let more = lost(kind).map(|x| x + 1).named("more");
                let error = executor.try_compute(&more).expect_err("there is no value");
                assert_eq!((error.kind(), error.task()), (kind, "lost"), "on {name}");
                assert!(error.message().ends_with(text), "{error}");
                assert!(error.chain().map(TaskInfo::name).eq(["more"]));
                assert_eq!((error.tasks_done(), error.tasks_skipped()), (None, None));
                // And so on from run to run, also in a task of one.
                let inside = Delayed::new(move || more.compute());
                let error = executor.try_compute(inside).expect_err("there is no value");
                assert_eq!(error.kind(), kind, "on {name}");
            }
        }
    });
}

#[delayed]
fn look(x: &i32) -> i32 {
    *x
}

#[test]
fn who_waits_for_a_task_of_a_run_that_is_stopped_is_told_so() {
    within_a_minute(|| {
        for _ in 0..50 {
            let token = CancelToken::new();
            let (started, waiting) = (AtomicBool::new(false), AtomicBool::new(false));
            let until = |flag: &AtomicBool| {
                while !flag.load(Ordering::SeqCst) {
                    std::thread::yield_now();
                }
            };
            let first = Delayed::new(|| {
                started.store(true, Ordering::SeqCst);
                until(&waiting);
                token.cancel();
            });
            let shared = first.map(|()| 1).named("shared");
            let (mine, other) = (look(&shared), look(&shared));
            let stopped = Executor::builder().cancel_token(token.clone()).build();
            let stopped = stopped.expect("no threads");
            std::thread::scope(|scope| {
                let mine = scope.spawn(|| stopped.try_compute(mine));
                until(&started);
                waiting.store(true, Ordering::SeqCst);
                let other = other.try_compute().expect_err("it is cancelled");
                let kind = (other.kind(), other.task());
                assert_eq!(kind, (ErrorKind::Cancelled, "shared"));
                let mine = mine.join().expect("an error is no panic");
                let mine = mine.expect_err("it is cancelled");
                assert_eq!((mine.kind(), mine.task()), (ErrorKind::Cancelled, "look"));
                assert_eq!(
                    (mine.tasks_done(), mine.tasks_skipped()),
                    (Some(1), Some(2))
                );
            });
        }
    });
}
