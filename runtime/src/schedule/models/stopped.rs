//! Runs that are stopped: a cancel or a deadline meets tasks that end, and other runs that need them.

use loom::thread::spawn;
use tembel::Delayed;

use super::super::rayon::with_helpers;
use super::{consume, look, make, sum};
use crate::store::{Census, check};
use crate::sync::time_passes;
use crate::{CancelToken, Error, ErrorKind, Executor, ExecutorBuilder};

/// All four values of a graph of four tasks, or an error that tells of each of them once.
fn assert_all_or_nothing(result: Result<u64, Error>, kind: ErrorKind) {
    match result {
        Ok(number) => assert_eq!(number, 3),
        Err(error) => {
            assert_eq!(error.kind(), kind);
            let (done, skipped) = (error.tasks_done(), error.tasks_skipped());
            assert_eq!(done.unwrap() + skipped.unwrap(), 4);
            assert!(skipped.unwrap() > 0);
        }
    }
}

fn computed(census: &Census, builder: ExecutorBuilder<'_>) -> Result<u64, Error> {
    let both = sum(make(census, 1), make(census, 2));
    let executor = builder.build().unwrap();
    executor.try_compute(consume(both))
}

#[test]
fn a_cancel_that_meets_the_end_of_a_run_gives_all_or_nothing() {
    check(Some(2), || {
        let census = Census::default();
        with_helpers(0, || {
            let token = CancelToken::new();
            let executor = Executor::builder().cancel_token(token.clone());
            let thread = spawn(move || token.cancel());
            assert_all_or_nothing(computed(&census, executor), ErrorKind::Cancelled);
            thread.join().unwrap();
        });
        assert_eq!(census.made(), census.dropped());
    });
}

#[test]
fn two_workers_are_stopped_as_one() {
    check(Some(1), || {
        let census = Census::default();
        with_helpers(1, || {
            let token = CancelToken::new();
            let executor = Executor::builder().cancel_token(token.clone());
            let executor = executor.build().unwrap();
            let stop = Delayed::new(move || token.cancel());
            let both = sum(make(&census, 1), make(&census, 2));
            let (number, ()) = match executor.try_compute((consume(both), stop)) {
                (Ok(number), Ok(())) => (number, ()),
                (Err(one), Err(other)) => {
                    assert_eq!(one.kind(), ErrorKind::Cancelled);
                    let progress = (one.tasks_done().unwrap(), one.tasks_skipped().unwrap());
                    assert_eq!(progress.0 + progress.1, 5);
                    assert_eq!(other.tasks_done(), Some(progress.0));
                    return;
                }
                other => panic!("a part of it: {other:?}"),
            };
            assert_eq!(number, 3);
        });
        assert_eq!(census.made(), census.dropped());
    });
}

#[test]
fn a_deadline_that_comes_as_a_run_ends_gives_all_or_nothing() {
    check(Some(2), || {
        let census = Census::default();
        with_helpers(0, || {
            let executor = Executor::builder().timeout(std::time::Duration::from_secs(5));
            let thread = spawn(|| time_passes(10));
            assert_all_or_nothing(computed(&census, executor), ErrorKind::TimedOut);
            thread.join().unwrap();
        });
        assert_eq!(census.made(), census.dropped());
    });
}

#[test]
fn a_cancel_and_a_deadline_that_come_together_give_one_reason() {
    check(Some(2), || {
        let census = Census::default();
        with_helpers(0, || {
            let token = CancelToken::new();
            let executor = Executor::builder()
                .cancel_token(token.clone())
                .timeout(std::time::Duration::from_secs(5));
            let thread = spawn(move || {
                time_passes(10);
                token.cancel();
            });
            let result = computed(&census, executor);
            let kind = result
                .as_ref()
                .err()
                .map_or(ErrorKind::TimedOut, Error::kind);
            assert!(matches!(kind, ErrorKind::Cancelled | ErrorKind::TimedOut));
            assert_all_or_nothing(result, kind);
            thread.join().unwrap();
        });
        assert_eq!(census.made(), census.dropped());
    });
}

#[test]
fn who_shares_a_task_with_a_run_that_is_stopped_has_its_value_or_is_told() {
    check(Some(2), || {
        let census = Census::default();
        with_helpers(0, || {
            let token = CancelToken::new();
            let shared = make(&census, 1);
            let (mine, others) = (look(&shared), look(&shared));
            drop(shared);
            let executor = Executor::builder().cancel_token(token.clone());
            let executor = executor.build().unwrap();
            let other = spawn(move || {
                token.cancel();
                others.try_compute().map_err(|error| error.kind())
            });
            let mine = executor.try_compute(mine).map_err(|error| error.kind());
            let other = other.join().unwrap();
            for result in [mine, other] {
                assert!(matches!(result, Ok(1) | Err(ErrorKind::Cancelled)));
            }
        });
        assert_eq!(census.made(), census.dropped());
    });
}
