//! Observers that panic, in every hook and in every kind of run.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use tembel::observe::{Added, Observer, Run, Span, Task};
use tembel::{Delayed, Error, Executor, ExecutorBuilder, delayed, gather, lazy};
use tembel_tests::within_a_minute;

use super::log::Log;

/// A payload that panics when it is dropped.
struct Payload;

impl Drop for Payload {
    fn drop(&mut self) {
        std::panic::resume_unwind(Box::new("the payload's own"));
    }
}

/// Panics wherever it is called.
struct Bad;

fn no() {
    // Without a message: there would be thousands.
    std::panic::resume_unwind(Box::new(Payload));
}

impl Observer for Bad {
    fn run_started(&self, _: &Run<'_>) {
        no();
    }
    fn tasks_added(&self, _: &Added<'_>) {
        no();
    }
    fn task_ready(&self, _: &Task<'_>) {
        no();
    }
    fn task_started(&self, _: &Task<'_>, _: usize, _: Instant) {
        no();
    }
    fn task_retried(&self, _: &Task<'_>, _: u32) {
        no();
    }
    fn task_suspended(&self, _: &Task<'_>, _: &Span) {
        no();
    }
    fn task_finished(&self, _: &Task<'_>, _: &Span) {
        no();
    }
    fn task_failed(&self, _: &Task<'_>, _: &Span, _: Option<&Error>) {
        no();
    }
    fn task_skipped(&self, _: &Task<'_>) {
        no();
    }
    fn run_finished(&self, _: u64, _: Instant) {
        no();
    }
}

#[delayed]
fn fib(n: u64) -> Delayed<u64> {
    if n < 2 {
        Delayed::ready(n)
    } else {
        fib(n - 1).zip(fib(n - 2)).map(|(a, b)| a + b)
    }
}

#[delayed(limit = 1)]
fn alone(x: u64) -> u64 {
    x + 1
}

#[delayed(retries = 2, backoff = "1ms")]
fn flaky(left: &AtomicU32) -> Result<u32, u32> {
    let before = left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| {
        left.checked_sub(1)
    });
    before.map_or(Ok(7), Err)
}

fn len(v: &[u64]) -> usize {
    v.len()
}

/// Runs of every kind, and what they give.
fn assert_works(executor: &Executor<'_>) {
    let wide: Vec<_> = (0..500_u64).map(|x| Delayed::new(move || x)).collect();
    let sum = gather(wide).map(|all| all.iter().sum::<u64>());
    assert_eq!(executor.compute(sum), 499 * 500 / 2);
    assert_eq!(executor.compute(fib(10)), 55);
    let limited: Vec<u64> = executor.compute((0..50).map(alone).collect::<Vec<_>>());
    assert!(limited.into_iter().eq(1..51));
    let left = AtomicU32::new(2);
    assert_eq!(executor.compute(flaky(&left)), Ok(7));
    let bad = Delayed::<u64>::new(|| panic!("the task's own")).map(|x| x + 1);
    let (bad, good) = executor.try_compute((bad, alone(1)));
    assert!(bad.unwrap_err().to_string().contains("the task's own"));
    assert_eq!(good.unwrap(), 2);
    let block = lazy! {
        let v = Vec::from([1_u64, 2, 3]);
        let n = len(&v);
        if n > 2 { len(&v[1..]) } else { len(&v) }
    };
    assert_eq!(executor.compute(block), 2);
}

fn with_bad(builder: ExecutorBuilder<'_>) {
    let log = Arc::new(Log::default());
    let executor = builder.observer(Bad).observer(log.clone()).build().unwrap();
    assert_works(&executor);
    // The observer after it was told all the same.
    assert_eq!(log.finished_runs(), 6);
}

#[test]
fn an_observer_that_panics_in_every_hook_changes_nothing() {
    within_a_minute(|| {
        with_bad(Executor::builder().sequential());
        for seed in 0..3 {
            with_bad(Executor::builder().shuffled(seed));
        }
        for threads in [1, 2, 8] {
            with_bad(Executor::builder().threads(threads));
            // With something to look at before each task.
            let hour = Duration::from_secs(3600);
            with_bad(Executor::builder().threads(threads).timeout(hour));
        }
    });
}

#[test]
fn a_pool_is_as_good_as_before_after_an_observer_panicked() {
    within_a_minute(|| {
        for threads in [1, 2, 8] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
            let pool = pool.build().unwrap();
            with_bad(Executor::builder().pool(&pool));
            let plain = Executor::builder().pool(&pool).build().unwrap();
            pool.install(|| with_bad(Executor::builder()));
            assert_works(&plain);
            assert_eq!(pool.install(|| rayon::join(|| 1, || 2)), (1, 2));
        }
    });
}
