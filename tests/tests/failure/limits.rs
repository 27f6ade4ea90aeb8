//! At most so many tasks of a kind at a time.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};

use tembel::{CancelToken, Delayed, Executor, compute, delayed, lazy};
use tembel_tests::{executors, threads_of, within_a_minute};

/// How many are inside, and how many were at most.
#[derive(Default)]
struct Gauge {
    inside: AtomicUsize,
    most: AtomicUsize,
}

impl Gauge {
    fn inside<R>(&self, work: impl FnOnce() -> R) -> R {
        let inside = self.inside.fetch_add(1, Ordering::SeqCst) + 1;
        self.most.fetch_max(inside, Ordering::SeqCst);
        let result = catch_unwind(AssertUnwindSafe(work));
        self.inside.fetch_sub(1, Ordering::SeqCst);
        result.unwrap_or_else(|payload| std::panic::resume_unwind(payload))
    }

    fn most(&self) -> usize {
        self.most.load(Ordering::SeqCst)
    }
}

fn a_while() {
    for _ in 0..20 {
        std::thread::yield_now();
    }
}

#[test]
fn no_more_than_the_limit_are_at_work() {
    #[delayed(limit = 2)]
    fn download(gauge: &Gauge, i: usize) -> usize {
        gauge.inside(a_while);
        i
    }
    within_a_minute(|| {
        for (name, executor) in executors(1) {
            let gauge = Gauge::default();
            let all: Vec<_> = (0..100)
                .map(|i| download(&gauge, i).map(|i| i + 1))
                .collect();
            assert!(executor.compute(all).into_iter().eq(1..101), "on {name}");
            assert!(
                (1..=2).contains(&gauge.most()),
                "{} on {name}",
                gauge.most()
            );
        }
    });
}

#[test]
fn the_limit_is_one_for_all_runs() {
    #[delayed(limit = 1)]
    fn alone(gauge: &Gauge) {
        gauge.inside(a_while);
    }
    within_a_minute(|| {
        let gauge = Gauge::default();
        std::thread::scope(|scope| {
            for threads in [1, 2, 4] {
                let gauge = &gauge;
                scope.spawn(move || {
                    let executor = threads_of(threads);
                    for _ in 0..20 {
                        executor.compute((0..10).map(|_| alone(gauge)).collect::<Vec<_>>());
                    }
                });
                scope.spawn(move || {
                    for _ in 0..20 {
                        compute((0..10).map(|_| alone(gauge)).collect::<Vec<_>>());
                    }
                });
            }
        });
        assert_eq!(gauge.most(), 1);
    });
}

#[test]
fn others_run_while_a_task_waits_for_its_place() {
    #[delayed(limit = 1)]
    fn slow(others: &AtomicUsize) -> bool {
        // All that is not limited runs on the other worker, though a limited task stands before it.
        while others.load(Ordering::SeqCst) < 20 {
            std::thread::yield_now();
        }
        true
    }
    within_a_minute(|| {
        let executor = threads_of(2);
        for _ in 0..20 {
            let others = AtomicUsize::new(0);
            let limited: Vec<_> = (0..4).map(|_| slow(&others)).collect();
            let count = |_| Delayed::new(|| others.fetch_add(1, Ordering::SeqCst));
            let all = (limited, (0..20).map(count).collect::<Vec<_>>());
            assert_eq!(executor.compute(all).0, [true; 4]);
        }
    });
}

#[test]
fn a_limited_task_may_compute_others_of_its_kind_and_of_one_that_computes_it() {
    #[delayed(limit = 1)]
    fn down(depth: u32) -> u32 {
        if depth == 0 {
            return 0;
        }
        compute((0..3).map(|_| down(depth - 1)).collect::<Vec<_>>())
            .iter()
            .sum::<u32>()
            + 1
    }
    #[delayed(limit = 1)]
    fn ping(depth: u32) -> u32 {
        if depth == 0 {
            0
        } else {
            pong(depth - 1).compute() + 1
        }
    }
    #[delayed(limit = 1)]
    fn pong(depth: u32) -> u32 {
        if depth == 0 {
            0
        } else {
            ping(depth - 1).compute() + 1
        }
    }
    within_a_minute(|| {
        for (name, executor) in executors(2) {
            let all: Vec<_> = (0..4).map(|_| down(3)).collect();
            assert_eq!(executor.compute(all), [13; 4], "on {name}");
            let both: Vec<_> = (0..8)
                .map(|i| if i % 2 == 0 { ping(9) } else { pong(9) })
                .collect();
            assert_eq!(executor.compute(both), [9; 8], "on {name}");
        }
    });
}

#[test]
fn a_limited_task_that_needs_one_that_waits_for_its_place_goes_on() {
    #[delayed(limit = 1)]
    fn one(x: i64) -> i64 {
        a_while();
        x
    }
    #[delayed(limit = 1)]
    fn look(handle: &Delayed<'static, i64>) -> i64 {
        *handle.force()
    }
    within_a_minute(|| {
        for round in 0..100 {
            for (name, executor) in executors(3) {
                let shared = one(round);
                let looks: Vec<_> = (0..3).map(|_| look(&shared)).collect();
                let seen = executor.compute((looks, &shared));
                assert_eq!(seen, (vec![round; 3], round), "on {name}");
            }
        }
    });
}

#[test]
fn panics_errors_and_cancels_give_the_place_back() {
    #[delayed(limit = 2, retries = 2, backoff = "10us")]
    fn fails(gauge: &Gauge, i: usize) -> Result<usize, &'static str> {
        gauge.inside(|| match i % 3 {
            0 => Ok(i),
            1 => Err("one"),
            _ => panic!("{i}"),
        })
    }
    within_a_minute(|| {
        let token = CancelToken::new();
        for threads in [1, 2, 3, 8] {
            let executor = Executor::builder()
                .threads(threads)
                .cancel_token(token.clone());
            let executor = executor.build().expect("there are threads");
            for round in 0..30 {
                let gauge = Gauge::default();
                let stop = Delayed::new(|| {
                    if round % 2 == 1 {
                        token.cancel();
                    }
                });
                let all = (0..30)
                    .map(|i| fails(&gauge, i).or_fail())
                    .collect::<Vec<_>>();
                let (_, all) = executor.try_compute((stop, all));
                token.reset();
                let good = all.iter().filter(|result| result.is_ok()).count();
                assert!(good == 10 || (round % 2 == 1 && good == 0), "{good} of 30");
                assert!(gauge.most() <= 2);
            }
        }
    });
}

#[test]
fn dynamic_functions_methods_and_blocks_have_limits_too() {
    #[delayed(limit = 1)]
    fn count<'a>(gauge: &'a Gauge, n: u32) -> Delayed<'a, u32> {
        gauge.inside(a_while);
        if n == 0 {
            Delayed::ready(0)
        } else {
            count(gauge, n - 1).map(|n| n + 1)
        }
    }
    struct Store(Gauge);
    impl Store {
        #[delayed(limit = 3)]
        fn get<T: Clone>(&self, x: T) -> T {
            self.0.inside(a_while);
            x
        }
    }
    within_a_minute(|| {
        for (name, executor) in executors(4) {
            let gauge = Gauge::default();
            let all: Vec<_> = (0..5).map(|n| count(&gauge, n)).collect();
            assert!(executor.compute(all).into_iter().eq(0..5), "on {name}");
            assert_eq!(gauge.most(), 1, "on {name}");
            let store = Store(Gauge::default());
            let all: Vec<_> = (0..30).map(|x| store.get(x)).collect();
            let text = store.get("text");
            let block = lazy! {
                let a = store.get(1);
                let b = store.get(2);
                a + b
            };
            let all = executor.compute((all, text, block));
            assert!(
                all.0.into_iter().eq(0..30) && all.1 == "text" && all.2 == 3,
                "on {name}"
            );
            assert!(store.0.most() <= 3, "on {name}");
        }
    });
}
