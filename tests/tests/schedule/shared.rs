//! Runs of several threads that need the same tasks at the same time: many small ones, so that each is used again at once.

use std::sync::Barrier;
use std::sync::atomic::{AtomicU64, Ordering};

use tembel::{Delayed, delayed};
use tembel_tests::within_a_minute;

const THREADS: usize = 4;
const ROUNDS: u64 = if cfg!(debug_assertions) { 500 } else { 2000 };

#[delayed]
fn counted(value: u64, count: &AtomicU64) -> u64 {
    count.fetch_add(1, Ordering::Relaxed);
    value
}

#[delayed]
fn sum(x: &u64, y: &u64, z: u64) -> u64 {
    x + y + z
}

/// Each round, every thread builds and computes what `need` makes of three values that all share.
fn in_rounds(need: impl for<'v> Fn([&'v Delayed<'v, u64>; 3], u64) -> u64 + Sync) {
    within_a_minute(|| {
        let (start, end) = (Barrier::new(THREADS + 1), Barrier::new(THREADS + 1));
        for round in 0..ROUNDS {
            let count = AtomicU64::new(0);
            let a = counted(round, &count);
            let b = sum(&a, &a, 1);
            let c = sum(&a, &b, counted(2, &count));
            std::thread::scope(|scope| {
                for thread in (0..).take(THREADS) {
                    let (start, end, need, values) = (&start, &end, &need, [&a, &b, &c]);
                    scope.spawn(move || {
                        start.wait();
                        // What lies between is of this thread alone.
                        assert_eq!(Delayed::new(move || thread).compute(), thread);
                        let expected = need(values, thread);
                        assert_eq!(expected, 3 * round + 3 + thread);
                        end.wait();
                    });
                }
                start.wait();
                end.wait();
            });
            assert_eq!(count.load(Ordering::Relaxed), 2, "evaluated once");
        }
    });
}

#[test]
fn what_small_runs_share_is_evaluated_once() {
    in_rounds(|[_, _, c], thread| sum(c, &Delayed::ready(0), thread).compute());
}

#[test]
fn who_comes_second_waits_for_the_first() {
    in_rounds(|[a, b, c], thread| {
        // In turns, so that each waits for another.
        match thread % 3 {
            0 => *c.force() + thread,
            1 => {
                assert_eq!(*b.force(), 2 * a.force() + 1);
                *c.force() + thread
            }
            _ => tembel::compute((b, c, a)).1 + thread,
        }
    });
}
