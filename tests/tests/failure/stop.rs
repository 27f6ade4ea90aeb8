//! A run that is cancelled or late says so, gives nothing, drops what it made, and leaves everything usable.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tembel::{
    CancelToken, Delayed, ErrorKind, Executor, ExecutorBuilder, TaskInfo, is_cancelled, lazy,
    try_compute,
};
use tembel_tests::{Census, text_of, within_a_minute};

/// Each kind of executor, stopped by `token`.
fn stoppable(token: &CancelToken) -> Vec<(&'static str, Executor<'static>)> {
    let one = |name, builder: ExecutorBuilder<'static>| {
        let executor = builder.cancel_token(token.clone()).build();
        (name, executor.expect("the system gives threads"))
    };
    vec![
        one("1 thread", Executor::builder().threads(1)),
        one("2 threads", Executor::builder().threads(2)),
        one("8 threads", Executor::builder().threads(8)),
        one("the current pool", Executor::builder()),
        one("sequential", Executor::builder().sequential()),
        one("shuffled", Executor::builder().shuffled(3)),
    ]
}

fn within(time: Duration) -> Executor<'static> {
    let executor = Executor::builder().threads(2).timeout(time).build();
    executor.expect("the system gives threads")
}

const SOON: Duration = Duration::from_millis(20);

/// A task that ends when its run is to stop.
fn endless() -> Delayed<'static, ()> {
    Delayed::new(|| {
        while !is_cancelled() {
            std::thread::yield_now();
        }
    })
}

#[test]
fn a_cancelled_run_counts_what_it_did_and_drops_what_it_made() {
    let token = CancelToken::new();
    for (name, executor) in stoppable(&token) {
        let census = Census::new();
        let made: Vec<_> = (0..5)
            .map(|i| {
                let census = census.clone();
                Delayed::new(move || census.count(i))
            })
            .collect();
        let all = tembel::gather(made);
        let stop = all.map(|all| {
            token.cancel();
            all
        });
        let more = (0..10).fold(stop, |x, _| x.map(|x| x));
        let error = executor.try_compute(more).expect_err("it is cancelled");
        assert_eq!(
            (error.kind(), error.task()),
            (ErrorKind::Cancelled, "map"),
            "on {name}"
        );
        assert_eq!(
            (error.tasks_done(), error.tasks_skipped()),
            (Some(7), Some(10)),
            "on {name}"
        );
        let text = error.to_string();
        assert!(
            text.ends_with("was cancelled: 7 tasks were done, 10 not started"),
            "{text}"
        );
        census.assert_over(5);
        token.reset();
        assert_eq!(executor.compute(Delayed::new(|| 1)), 1, "on {name}");
    }
}

#[test]
fn a_cancelled_run_gives_no_value_at_all() {
    let token = CancelToken::new();
    for (name, executor) in stoppable(&token) {
        let census = Census::new();
        let first = {
            let census = census.clone();
            Delayed::new(move || census.count(1))
        };
        let seen = first.force().value;
        let stop = Delayed::new(|| token.cancel()).map(|()| 2);
        let (first, stop) = executor.try_compute((first, stop));
        assert_eq!(seen, 1);
        assert_eq!(
            first.expect_err("it is cancelled").kind(),
            ErrorKind::Cancelled,
            "on {name}"
        );
        assert_eq!(
            stop.expect_err("it is cancelled").kind(),
            ErrorKind::Cancelled,
            "on {name}"
        );
        census.assert_over(1);
        token.reset();
    }
}

#[test]
fn a_token_that_is_cancelled_before_lets_nothing_start() {
    let token = CancelToken::new();
    token.cancel();
    for (name, executor) in stoppable(&token) {
        let starts = AtomicUsize::new(0);
        let count = |_| Delayed::new(|| starts.fetch_add(1, Ordering::SeqCst));
        let work = AssertUnwindSafe(|| executor.compute((0..9).map(count).collect::<Vec<_>>()));
        let text = text_of(&*catch_unwind(work).expect_err("it is cancelled"));
        assert!(
            text.contains("was cancelled: 0 tasks were done, 9 not started"),
            "{text}"
        );
        assert_eq!(starts.load(Ordering::SeqCst), 0, "on {name}");
    }
}

#[test]
fn a_run_whose_tasks_have_all_started_is_not_stopped() {
    let token = CancelToken::new();
    for (name, executor) in stoppable(&token) {
        let last = Delayed::new(|| token.cancel());
        assert!(executor.try_compute(last).is_ok(), "on {name}");
        token.reset();
    }
    assert!(within(SOON).try_compute(endless()).is_ok());
}

#[test]
fn a_run_that_began_before_a_reset_stops_all_the_same() {
    let token = CancelToken::new();
    for (name, executor) in stoppable(&token) {
        let both = Delayed::new(|| {
            token.cancel();
            token.reset();
        });
        let error = executor
            .try_compute(both.map(|()| 1))
            .expect_err("it was cancelled");
        assert_eq!(error.kind(), ErrorKind::Cancelled, "on {name}");
        assert!(!token.is_cancelled());
        assert_eq!(executor.compute(Delayed::new(|| 1)), 1, "on {name}");
    }
}

#[test]
fn another_thread_cancels_a_run_that_waits_for_it() {
    within_a_minute(|| {
        let token = CancelToken::new();
        for (name, executor) in stoppable(&token) {
            let other = token.clone();
            let thread = std::thread::spawn(move || {
                std::thread::sleep(Duration::from_millis(2));
                other.cancel();
            });
            let endless: Vec<_> = (0..3).map(|_| endless().map(|()| 1)).collect();
            for result in executor.try_compute(endless) {
                let error = result.expect_err("it is cancelled");
                assert_eq!(error.kind(), ErrorKind::Cancelled, "on {name}");
            }
            thread.join().expect("it does not panic");
            token.reset();
        }
    });
}

#[test]
fn a_late_run_says_so_and_the_executor_goes_on() {
    within_a_minute(|| {
        let executor = within(SOON);
        for _ in 0..3 {
            let error = executor
                .try_compute(endless().map(|()| 1))
                .expect_err("it is late");
            assert_eq!(error.kind(), ErrorKind::TimedOut);
            assert_eq!(
                (error.tasks_done(), error.tasks_skipped()),
                (Some(1), Some(1))
            );
            assert!(error.to_string().contains("took too long"), "{error}");
            let many: Vec<_> = (0..50).map(|i| Delayed::new(move || i)).collect();
            let sum: i32 = within(Duration::MAX).compute(many).iter().sum();
            assert_eq!(sum, 1225);
        }
    });
}

#[test]
fn a_run_inside_of_a_task_stops_with_the_run_around_it() {
    within_a_minute(|| {
        let executor = within(SOON);
        // `compute` inside: the task ends with it.
        let inside = Delayed::new(|| endless().map(|()| 1).compute());
        let error = executor.try_compute(inside).expect_err("it is late");
        assert_eq!(error.kind(), ErrorKind::TimedOut);
        // On threads of their own, two levels deep.
        let inside = Delayed::new(|| {
            let own = Executor::builder()
                .threads(2)
                .build()
                .expect("there are threads");
            own.compute(Delayed::new(|| endless().map(|()| 1).compute()))
        });
        let error = executor
            .try_compute(inside.map(|x| x + 1))
            .expect_err("it is late");
        assert_eq!(error.kind(), ErrorKind::TimedOut);
        // `try_compute` inside: the task hears of it.
        let inside = Delayed::new(|| endless().map(|()| 1).try_compute().map_err(|e| e.kind()));
        assert_eq!(executor.compute(inside), Err(ErrorKind::TimedOut));
    });
}

#[test]
fn a_run_inside_with_a_time_of_its_own_fails_its_task_and_not_the_run_around() {
    within_a_minute(|| {
        let inside = Delayed::new(|| within(SOON).compute(endless().map(|()| 1))).named("inside");
        let (late, good) = try_compute((inside.map(|x| x + 1), Delayed::new(|| 2)));
        let error = late.expect_err("it is late");
        assert_eq!(error.kind(), ErrorKind::TimedOut);
        assert!(
            error.chain().map(TaskInfo::name).eq(["inside", "map"]),
            "{error:#}"
        );
        assert_eq!(good.ok(), Some(2));
    });
}

#[test]
fn a_task_sees_no_cancel_that_is_not_its_own() {
    assert!(!is_cancelled());
    let token = CancelToken::new();
    token.cancel();
    assert!(!Delayed::new(is_cancelled).compute());
    let inner = Executor::builder()
        .cancel_token(token)
        .build()
        .expect("no threads");
    let seen =
        Delayed::new(move || inner.try_compute(Delayed::new(|| 1)).is_err() && !is_cancelled());
    assert!(seen.compute());
}

#[test]
fn a_block_that_is_cancelled_gives_no_value_of_an_earlier_question_mark() {
    let token = CancelToken::new();
    for (name, executor) in stoppable(&token) {
        let stop = || -> Result<u8, &'static str> {
            token.cancel();
            Err("cancelled meanwhile")
        };
        let block = lazy! {
            let one = stop()?;
            Ok::<_, &'static str>(one + 1)
        };
        let error = executor.try_compute(block).expect_err("it is cancelled");
        assert_eq!(error.kind(), ErrorKind::Cancelled, "on {name}");
        token.reset();
    }
}

#[test]
fn a_dynamic_graph_stops_growing() {
    fn grow(token: CancelToken, round: u32) -> Delayed<'static, u32> {
        Delayed::ready(round).and_then(move |round| {
            if round == 100 {
                token.cancel();
            }
            grow(token, round + 1)
        })
    }
    let token = CancelToken::new();
    for (name, executor) in stoppable(&token) {
        let error = executor
            .try_compute(grow(token.clone(), 0))
            .expect_err("it is cancelled");
        assert_eq!(error.kind(), ErrorKind::Cancelled, "on {name}");
        token.reset();
    }
}

#[test]
fn what_others_share_with_a_cancelled_run_fails_for_them_and_hangs_nobody() {
    within_a_minute(|| {
        for _ in 0..50 {
            let token = CancelToken::new();
            let shared = Delayed::new(|| token.cancel()).map(|()| 1).map(|x| x + 1);
            let (a, b) = (shared.clone(), shared.clone());
            let stopped = Executor::builder().cancel_token(token.clone()).build();
            let stopped = stopped.expect("no threads");
            let (a, b) = std::thread::scope(|scope| {
                let b = scope.spawn(|| b.try_compute());
                (
                    stopped.try_compute(a),
                    b.join().expect("an error is no panic"),
                )
            });
            // Whoever came first ran it; if that was the other, both have it unless the token stopped the rest.
            for result in [a, b] {
                assert!(result.is_err() || result.ok() == Some(2));
            }
        }
    });
}
