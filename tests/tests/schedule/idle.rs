//! What workers do that have nothing to do: they sleep, they help with rayon work, and nobody waits for what else they do.

use std::sync::Barrier;
use std::sync::mpsc::channel;
use std::time::Duration;

use cpu_time::ThreadTime;
use rayon::prelude::*;
use tembel::{Delayed, Executor, delayed};
use tembel_tests::within_a_minute;

fn pool_of(threads: usize) -> rayon::ThreadPool {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    pool.expect("a pool of threads")
}

/// Computes on a pool: as one of its threads, and from outside.
fn inside_and_outside<T: Send>(pool: &rayon::ThreadPool, compute: impl Fn(&Executor) -> T + Sync) {
    let executor = Executor::builder().pool(pool).build();
    let executor = executor.expect("a pool is given");
    pool.install(|| compute(&executor));
    compute(&executor);
}

#[delayed]
fn after(_before: &[()], number: u64) -> u64 {
    number
}

#[delayed]
fn sleep(_before: &u64, time: Duration) {
    std::thread::sleep(time);
}

/// CPU time that the threads of a pool have spent.
fn spent(pool: &rayon::ThreadPool) -> Duration {
    pool.broadcast(|_| ThreadTime::now().as_duration())
        .into_iter()
        .sum()
}

/// Of a pool's time it is a tenth of what one thread would spin away, and a hundred times what finding nothing takes.
#[test]
fn workers_sleep_while_a_task_runs_that_others_wait_for() {
    const LONG: Duration = Duration::from_millis(500);
    within_a_minute(|| {
        let pool = pool_of(4);
        inside_and_outside(&pool, |executor| {
            let before = spent(&pool);
            let many: Vec<_> = (0..100).map(|number| after(&[], number)).collect();
            let last = many.last().expect("there are some");
            let slept = sleep(last, LONG);
            let ends: Vec<_> = (0..100)
                .map(|number| slept.clone().map(move |()| number))
                .collect();
            executor.compute((many, ends));
            let spent = spent(&pool).saturating_sub(before);
            assert!(spent < LONG / 10, "{spent:?} of CPU time");
        });
    });
}

#[delayed]
fn meet(barrier: &Barrier) {
    barrier.wait();
}

/// All workers are in the run, then all but one have nothing to do but what that one forks.
#[test]
fn rayon_work_in_a_task_is_done_by_all_idle_workers() {
    within_a_minute(|| {
        for threads in [2, 3, 8] {
            let pool = pool_of(threads);
            let barrier = Barrier::new(threads);
            inside_and_outside(&pool, |executor| {
                for _ in 0..30 {
                    let all: Vec<_> = (0..threads).map(|_| meet(&barrier)).collect();
                    let forks = tembel::gather(all).map(|_| {
                        let many = (0..threads).into_par_iter().with_max_len(1);
                        many.for_each(|_| {
                            barrier.wait();
                        });
                    });
                    executor.compute(forks);
                }
            });
        }
    });
}

#[test]
fn two_closures_of_a_join_in_a_task_meet() {
    within_a_minute(|| {
        let pool = pool_of(2);
        inside_and_outside(&pool, |executor| {
            for _ in 0..100 {
                let barrier = Barrier::new(2);
                let both = || rayon::join(|| barrier.wait(), || barrier.wait());
                executor.compute(Delayed::new(|| {
                    both();
                }));
            }
        });
    });
}

/// The job ends only after the run has.
#[test]
fn a_run_does_not_wait_for_other_jobs_of_its_pool() {
    within_a_minute(|| {
        for threads in [2, 3] {
            let pool = pool_of(threads);
            inside_and_outside(&pool, |executor| {
                for _ in 0..20 {
                    let (started, has_started) = channel();
                    let (end, ends) = channel::<()>();
                    pool.spawn(move || {
                        started.send(()).expect("somebody waits");
                        let _ = ends.recv();
                    });
                    has_started.recv().expect("a thread is free");
                    let many: Vec<_> = (0..200).map(|number| after(&[], number)).collect();
                    assert_eq!(executor.compute(many), (0..200).collect::<Vec<_>>());
                    drop(end);
                }
            });
        }
    });
}

/// A helper that has found nothing to do and left may take such a job up, and the run goes on without it.
#[test]
fn a_run_does_not_wait_for_jobs_that_its_tasks_leave_behind() {
    within_a_minute(|| {
        let pool = pool_of(2);
        let executor = Executor::builder().pool(&pool).build();
        let executor = executor.expect("a pool is given");
        for _ in 0..100 {
            let (end, ends) = channel::<()>();
            let leaves = Delayed::new(move || {
                rayon::spawn(move || {
                    let _ = ends.recv();
                });
                1
            });
            let next: Vec<_> = (0..20)
                .map(|i| leaves.clone().map(move |x| x + i))
                .collect();
            assert_eq!(executor.compute(next).len(), 20);
            drop(end);
        }
    });
}
