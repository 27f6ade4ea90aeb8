//! Runs inside of runs, beside runs, and inside of rayon's own work.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Arc, Barrier};
use std::time::Duration;

use rayon::prelude::*;
use tembel::{Delayed, Executor, compute, delayed};
use tembel_tests::{executors, shuffled, threads_of, within_a_minute};

#[delayed]
fn inc(x: u64) -> u64 {
    x + 1
}

#[delayed]
fn add(x: u64, y: u64) -> u64 {
    x + y
}

#[delayed]
fn total(xs: Vec<u64>) -> u64 {
    xs.iter().sum()
}

fn tree(leaves: u64) -> Delayed<'static, u64> {
    total((0..leaves).map(inc).collect::<Vec<_>>())
}

fn pool_of(threads: usize) -> rayon::ThreadPool {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    pool.expect("the system gives threads")
}

#[test]
fn a_task_computes() {
    within_a_minute(|| {
        for (name, executor) in executors(1) {
            let outer: Vec<_> = (0..20)
                .map(|i| Delayed::new(move || tree(i).compute()))
                .collect();
            let expected: Vec<u64> = (0..20).map(|i| i * (i + 1) / 2).collect();
            assert_eq!(executor.compute(outer), expected, "on {name}");
        }
    });
}

#[test]
fn a_task_computes_three_deep() {
    fn deep(levels: u64) -> u64 {
        if levels == 0 {
            return tree(4).compute();
        }
        let both = (0..3).map(|_| Delayed::new(move || deep(levels - 1)));
        compute(both.collect::<Vec<_>>()).into_iter().sum()
    }
    within_a_minute(|| {
        for (name, executor) in executors(2) {
            assert_eq!(executor.compute(Delayed::new(|| deep(3))), 270, "on {name}");
        }
    });
}

#[test]
fn compute_works_inside_install_and_inside_par_iter() {
    within_a_minute(|| {
        for threads in [1, 2, 4] {
            let pool = pool_of(threads);
            assert_eq!(pool.install(|| tree(100).compute()), 5050);
            let sums: Vec<u64> = pool.install(|| {
                let many = (0..200_u64).into_par_iter();
                many.map(|i| tree(i).compute()).collect()
            });
            assert!((0..).zip(sums).all(|(i, sum)| sum == i * (i + 1) / 2));
        }
    });
}

#[test]
fn par_iter_works_inside_tasks_and_computes_again_inside() {
    within_a_minute(|| {
        for threads in [1, 2, 4] {
            let executor = threads_of(threads);
            let tasks: Vec<_> = (0..50_u64)
                .map(|i| {
                    Delayed::new(move || {
                        let many = (0..20_u64).into_par_iter();
                        many.map(|j| tree(i + j).compute()).sum::<u64>()
                    })
                })
                .collect();
            let expected: Vec<u64> = (0..50_u64)
                .map(|i| (i..i + 20).map(|n| n * (n + 1) / 2).sum())
                .collect();
            assert_eq!(executor.compute(tasks), expected);
        }
    });
}

#[test]
fn a_run_uses_the_pool_it_is_called_on() {
    within_a_minute(|| {
        let pool = pool_of(3);
        let threads = || Delayed::new(rayon::current_num_threads);
        assert_eq!(pool.install(|| threads().compute()), 3);
        let executor = Executor::builder().pool(&pool).build();
        let executor = executor.expect("a pool is given");
        assert_eq!(executor.compute(threads()), 3);
    });
}

/// A task that captures a handle which its own run needs too: queued before it, behind it, or running.
fn captured(executor: &Executor) -> (u64, u64, u64) {
    let evaluations = AtomicUsize::new(0);
    let count = || {
        evaluations.fetch_add(1, Ordering::SeqCst);
        20
    };
    let shared = Delayed::new(count);
    let above = add(&shared, 1);
    let forcing = Delayed::new(|| *shared.force() + *above.force());
    let more = add(&shared, 2);
    let (forced, more) = executor.compute((forcing, more));
    assert_eq!(evaluations.load(Ordering::SeqCst), 1);
    (forced, more, above.compute())
}

#[test]
fn a_task_forces_a_handle_that_its_own_run_needs_too() {
    within_a_minute(|| {
        for round in 0..20 {
            for (name, executor) in executors(round) {
                assert_eq!(captured(&executor), (41, 22, 21), "on {name}");
            }
        }
    });
}

#[test]
fn a_task_forces_a_long_chain_that_is_queued_behind_it() {
    within_a_minute(|| {
        for (name, executor) in executors(3) {
            let mut chain = inc(0);
            for _ in 0..2000 {
                chain = add(chain, inc(0));
            }
            let forcing: Vec<_> = (0..4).map(|_| Delayed::new(|| *chain.force())).collect();
            let user = add(&chain, 5);
            let (forced, user) = executor.compute((forcing, user));
            assert_eq!((forced, user), (vec![2001; 4], 2006), "on {name}");
        }
    });
}

#[test]
fn a_task_forces_a_dynamic_handle_that_is_queued_behind_it() {
    fn count(n: u64) -> Delayed<'static, u64> {
        if n == 0 {
            Delayed::ready(0)
        } else {
            inc(n).and_then(move |_| add(count(n - 1), 1))
        }
    }
    within_a_minute(|| {
        for round in 0..10 {
            for (name, executor) in executors(round) {
                let counted = count(40);
                let forcing: Vec<_> = (0..3).map(|_| Delayed::new(|| *counted.force())).collect();
                let user = add(&counted, 5);
                let all = executor.compute((forcing, user));
                assert_eq!(all, (vec![40; 3], 45), "on {name}");
            }
        }
    });
}

#[test]
fn two_threads_share_an_unfinished_part_which_is_evaluated_once() {
    within_a_minute(|| {
        for round in 0..300 {
            let evaluations = AtomicUsize::new(0);
            let shared: Vec<_> = (0..20_u64)
                .map(|i| {
                    let evaluations = &evaluations;
                    Delayed::new(move || {
                        evaluations.fetch_add(1, Ordering::SeqCst);
                        i
                    })
                })
                .collect();
            let start = Barrier::new(2);
            let sum = |reversed: bool| {
                let mut handles: Vec<&Delayed<u64>> = shared.iter().collect();
                if reversed {
                    handles.reverse();
                }
                handles
                    .into_iter()
                    .fold(Delayed::ready(0), |sum, next| add(sum, next))
            };
            let (a, b) = (sum(false), sum(round % 2 == 0));
            let on = |sum: Delayed<u64>| {
                start.wait();
                sum.compute()
            };
            let sums = std::thread::scope(|scope| {
                let a = scope.spawn(|| on(a));
                let b = scope.spawn(|| on(b));
                [a, b].map(|thread| thread.join().expect("it gives a sum"))
            });
            assert_eq!(sums, [190, 190]);
            assert_eq!(evaluations.load(Ordering::SeqCst), 20);
        }
    });
}

#[test]
fn four_threads_force_one_handle_which_is_evaluated_once() {
    within_a_minute(|| {
        for _ in 0..200 {
            let evaluations = AtomicUsize::new(0);
            let shared = tree(10).map(|sum| {
                evaluations.fetch_add(1, Ordering::SeqCst);
                sum
            });
            std::thread::scope(|scope| {
                for _ in 0..4 {
                    scope.spawn(|| assert_eq!(*shared.force(), 55));
                }
            });
            assert_eq!(evaluations.load(Ordering::SeqCst), 1);
        }
    });
}

#[test]
fn threads_that_share_a_part_with_rayon_work_in_it_use_one_pool() {
    within_a_minute(|| {
        for threads in [1, 2, 3] {
            let pool = pool_of(threads);
            for _ in 0..100 {
                let shared = Delayed::new(|| {
                    let many = (0..1000_u64).into_par_iter();
                    many.map(|x| x % 7).sum::<u64>()
                });
                let expected = (0..1000_u64).map(|x| x % 7).sum::<u64>();
                let readers: Vec<_> = (0..3).map(|i| add(&shared, i)).collect();
                std::thread::scope(|scope| {
                    for (i, reader) in (0..).zip(readers) {
                        let pool = &pool;
                        scope.spawn(move || {
                            let executor = Executor::builder().pool(pool).build();
                            let executor = executor.expect("a pool is given");
                            assert_eq!(executor.compute(reader), expected + i);
                        });
                    }
                });
            }
        }
    });
}

#[test]
fn a_run_waits_for_a_reader_that_another_run_has_started() {
    #[delayed]
    fn look(x: &Vec<u64>, started: std::sync::mpsc::Sender<()>, gate: Arc<Barrier>) -> u64 {
        started.send(()).expect("somebody waits");
        gate.wait();
        x.iter().sum()
    }
    within_a_minute(|| {
        let (started, wait) = channel();
        let gate = Arc::new(Barrier::new(2));
        let data = Delayed::new(|| vec![1, 2, 3]);
        let sum = look(&data, started, gate.clone());
        let other = add(&sum, 10);
        let eaten = data.map(|data| data.len());
        let opener = std::thread::spawn({
            let gate = gate.clone();
            move || {
                std::thread::sleep(Duration::from_millis(50));
                gate.wait();
            }
        });
        let both = std::thread::scope(|scope| {
            let other = scope.spawn(|| threads_of(1).compute(other));
            wait.recv().expect("the reader starts");
            // The reader is asked for here too: it is in the run, though another run does it. Only looked at: `add` has
            // to read its value as well, and is not in this run.
            let here = threads_of(1).try_compute((&sum, eaten));
            opener.join().expect("it opens the gate");
            (here, other.join().expect("it gives a sum"))
        });
        let ((sum, eaten), other) = both;
        assert_eq!((sum.map_err(|e| e.to_string()), other), (Ok(6), 16));
        assert_eq!(eaten.map_err(|e| e.to_string()), Ok(3));
    });
}

#[test]
fn graphs_built_on_several_threads_are_joined() {
    within_a_minute(|| {
        for (name, executor) in executors(9) {
            let parts = std::thread::scope(|scope| {
                let threads: Vec<_> = (0..4)
                    .map(|_| scope.spawn(|| (tree(1000), tree(10))))
                    .collect();
                let parts = threads.into_iter();
                parts
                    .map(|thread| thread.join().expect("it builds a graph"))
                    .collect::<Vec<_>>()
            });
            let (large, small): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
            let sum = add(total(large), total(small.iter().collect::<Vec<_>>()));
            assert_eq!(
                executor.compute((sum, small)),
                (2_002_220, vec![55; 4]),
                "on {name}"
            );
        }
    });
}

#[test]
fn a_graph_moves_to_another_thread() {
    within_a_minute(|| {
        let built = tree(500);
        let sum = std::thread::spawn(move || built.compute()).join();
        assert_eq!(sum.expect("it gives a sum"), 125_250);
    });
}

#[test]
fn many_threads_run_many_graphs_that_share_parts() {
    within_a_minute(|| {
        let executors = [threads_of(1), threads_of(2), threads_of(3), shuffled(4)];
        for round in 0..30_u64 {
            let evaluations = AtomicUsize::new(0);
            let shared: Vec<_> = (0..30_u64)
                .map(|i| {
                    let evaluations = &evaluations;
                    let made = Delayed::new(move || {
                        evaluations.fetch_add(1, Ordering::SeqCst);
                        if i % 5 == 0 {
                            std::thread::yield_now();
                        }
                        i
                    });
                    if i % 3 == 0 {
                        made.and_then(|x| add(inc(x), 0))
                    } else {
                        made.map(|x| x + 1)
                    }
                })
                .collect();
            let expected: u64 = (1..=30).sum();
            std::thread::scope(|scope| {
                for thread in 0..6_u64 {
                    let (shared, executors) = (&shared, &executors);
                    scope.spawn(move || {
                        let which = usize::try_from(thread + round).unwrap_or(0) % 5;
                        for step in 0..4 {
                            let mut handles: Vec<&Delayed<u64>> = shared.iter().collect();
                            handles
                                .rotate_left(usize::try_from(thread * 7 + step).unwrap_or(0) % 30);
                            let sum = total(handles);
                            let nested = Delayed::new(|| *shared[3].force());
                            let both = (sum, nested);
                            let both = match executors.get(which) {
                                Some(executor) => executor.compute(both),
                                None => compute(both),
                            };
                            assert_eq!(both, (expected, 4));
                        }
                    });
                }
            });
            assert_eq!(evaluations.load(Ordering::SeqCst), 30);
        }
    });
}

#[test]
fn handles_are_dropped_while_other_threads_run_their_parts() {
    within_a_minute(|| {
        for _ in 0..300 {
            let shared = tree(20);
            let (a, b) = (add(&shared, 1), add(&shared, 2));
            std::thread::scope(|scope| {
                scope.spawn(move || assert_eq!(a.compute(), 211));
                scope.spawn(move || drop(b));
                scope.spawn(move || drop(shared));
            });
        }
    });
}
