//! How far a run came that was stopped: each task counts once, whatever kept it from being done.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tembel::{CancelToken, Delayed, Error, ErrorKind, Executor, delayed, is_cancelled, lazy};
use tembel_tests::{Census, within_a_minute};

/// With each number of workers, and in program order, stopped by `token` or after `time`.
fn bounded(token: &CancelToken, time: Option<Duration>) -> Vec<(String, Executor<'static>)> {
    let builder = Executor::builder().cancel_token(token.clone());
    let builder = match time {
        Some(time) => builder.timeout(time),
        None => builder,
    };
    let threads = [1, 2, 3, 8].map(|n| (format!("{n} threads"), builder.clone().threads(n)));
    let sequential = ("sequential".to_owned(), builder.clone().sequential());
    let all = threads.into_iter().chain([sequential]);
    all.map(|(name, builder)| (name, builder.build().expect("there are threads")))
        .collect()
}

fn progress(error: &Error) -> (Option<usize>, Option<usize>) {
    (error.tasks_done(), error.tasks_skipped())
}

#[delayed]
fn fails(_after: &i32) -> i32 {
    panic!("no")
}

#[test]
fn what_lacks_a_value_when_a_run_is_stopped_counts_as_not_started() {
    let token = CancelToken::new();
    for (name, executor) in bounded(&token, None) {
        for _ in 0..20 {
            // The taker waits for the reader, which fails.
            let value = Delayed::new(|| 1);
            let lacking = fails(&value).map(|x| x).map(|x| x);
            let stop = value.map(|x| {
                token.cancel();
                x
            });
            let (stop, lacking) = executor.try_compute((stop.map(|x| x), lacking));
            for error in [
                stop.expect_err("cancelled"),
                lacking.expect_err("cancelled"),
            ] {
                assert_eq!(error.kind(), ErrorKind::Cancelled, "on {name}");
                assert_eq!(progress(&error), (Some(2), Some(3)), "on {name}");
            }
            token.reset();
        }
    }
}

#[test]
fn a_task_with_many_attempts_counts_once() {
    #[delayed(retries = 3, backoff = "1us")]
    fn third(calls: &AtomicUsize) -> Result<i32, &'static str> {
        match calls.fetch_add(1, Ordering::SeqCst) {
            0 | 1 => Err("not yet"),
            _ => Ok(1),
        }
    }
    #[delayed(retries = 1, backoff = "3600s")]
    fn waits(token: &CancelToken, after: i32) -> Result<i32, i32> {
        // The attempt fails, is followed by a pause, and somebody else stops the run.
        let token = token.clone();
        std::thread::spawn(move || token.cancel());
        Err(after)
    }
    within_a_minute(|| {
        let token = CancelToken::new();
        for (name, executor) in bounded(&token, None) {
            let calls = AtomicUsize::new(0);
            let stop = third(&calls).map(|x| {
                token.cancel();
                x
            });
            let error = executor.try_compute(stop.map(|x| x).map(|x| x));
            let error = error.expect_err("it is cancelled");
            assert_eq!(progress(&error), (Some(2), Some(2)), "on {name}");
            assert_eq!(calls.into_inner(), 3);
            token.reset();

            let waits = waits(&token, Delayed::new(|| 1));
            let error = executor.try_compute(waits.map(|x| x).map(|x| x));
            // If the cancel comes before the attempt has ended, that is the last one.
            if let Err(error) = error {
                let (done, skipped) = progress(&error);
                assert!(done == Some(1) || done == Some(2), "{error} on {name}");
                assert_eq!(skipped, Some(2), "{error} on {name}");
            }
            token.reset();
        }
    });
}

#[test]
fn a_cancel_and_a_deadline_reach_tasks_that_wait_for_a_place() {
    #[delayed(limit = 1)]
    fn alone(census: &Census, started: &AtomicUsize) -> tembel_tests::Counted {
        started.fetch_add(1, Ordering::SeqCst);
        while !is_cancelled() {
            std::thread::yield_now();
        }
        census.count(1)
    }
    within_a_minute(|| {
        for kind in [ErrorKind::Cancelled, ErrorKind::TimedOut] {
            let token = CancelToken::new();
            let time = match kind {
                ErrorKind::Cancelled => Duration::from_secs(3600),
                _ => Duration::from_millis(5),
            };
            for (name, executor) in bounded(&token, Some(time)) {
                let (census, started) = (Census::new(), AtomicUsize::new(0));
                let all: Vec<_> = (0..4)
                    .map(|_| alone(&census, &started).map(|value| value.get()))
                    .collect();
                let results = std::thread::scope(|scope| {
                    scope.spawn(|| {
                        while kind == ErrorKind::Cancelled && started.load(Ordering::SeqCst) == 0 {
                            std::thread::yield_now();
                        }
                        if kind == ErrorKind::Cancelled {
                            token.cancel();
                        }
                    });
                    executor.try_compute(all)
                });
                let made = started.load(Ordering::SeqCst);
                assert!(made <= 1, "on {name}");
                for error in results
                    .into_iter()
                    .map(|result| result.expect_err("stopped"))
                {
                    assert_eq!(error.kind(), kind, "on {name}");
                    assert_eq!(progress(&error), (Some(made), Some(8 - made)), "on {name}");
                }
                census.assert_over(made);
                token.reset();
                let calm = Executor::builder()
                    .threads(2)
                    .build()
                    .expect("there are threads");
                assert_eq!(calm.compute(Delayed::new(|| 2)), 2);
            }
        }
    });
}

#[test]
fn a_block_that_is_asked_for_itself_counts_its_tasks() {
    let token = CancelToken::new();
    for (name, executor) in bounded(&token, None) {
        let stop = || -> Result<i32, String> {
            token.cancel();
            Ok(1)
        };
        let block = lazy! {
            let one = stop()?;
            let two = i32::abs(one);
            Ok::<_, String>(one + two)
        };
        let error = executor.try_compute(block).expect_err("it is cancelled");
        let (done, skipped) = progress(&error);
        assert_eq!(done, Some(1), "on {name}: {error}");
        assert!(skipped >= Some(2), "on {name}: {error}");
        token.reset();
    }
}
