//! Which of the ready tasks go first.

use std::hint::black_box;
use std::sync::{Barrier, Condvar, Mutex, MutexGuard};

use tembel::{Delayed, Executor, Profile, delayed, gather};
use tembel_tests::{threads_of, within_a_minute};

/// Who started, in this order.
#[derive(Default)]
struct Started {
    names: Mutex<Vec<u32>>,
    more: Condvar,
}

impl Started {
    fn names(&self) -> MutexGuard<'_, Vec<u32>> {
        self.names.lock().expect("no task panics")
    }

    fn add(&self, name: u32) {
        self.names().push(name);
        self.more.notify_all();
    }

    fn wait_until(&self, enough: impl Fn(&[u32]) -> bool) {
        let names = self.names();
        let few = |names: &mut Vec<u32>| !enough(names);
        drop(self.more.wait_while(names, few).expect("no task panics"));
    }
}

/// Enough work for others to take part.
fn toil() {
    for i in 0..100_000_u64 {
        black_box(i);
    }
}

#[delayed]
fn source(name: u32, started: &Started) -> u32 {
    started.add(name);
    toil();
    name
}

#[delayed]
fn step(x: u32) -> u32 {
    toil();
    x + 1
}

const SOURCES: u32 = 40;

/// Sources in a row; the last one heads a chain.
fn one_long_chain<'a>(source: impl Fn(u32) -> Delayed<'a, u32>) -> Vec<Delayed<'a, u32>> {
    let chain = |name| {
        let steps = if name == SOURCES - 1 { 60 } else { 0 };
        (0..steps).fold(source(name), |x, _| step(x))
    };
    (0..SOURCES).map(chain).collect()
}

#[delayed]
fn source_after_the_last(name: u32, started: &Started) -> u32 {
    started.add(name);
    started.wait_until(|names| names.contains(&(SOURCES - 1)));
    name
}

#[test]
fn a_source_of_a_long_chain_goes_before_the_sources_of_short_ones() {
    within_a_minute(|| {
        for workers in [2, 3, 8] {
            let started = Started::default();
            let chains = one_long_chain(|name| source_after_the_last(name, &started));
            threads_of(workers).compute(chains);
            // Each other worker may have got one before.
            let names = started.names();
            let place = names.iter().position(|&name| name == SOURCES - 1);
            assert!(place.is_some_and(|at| at < workers), "{names:?}");
        }
    });
}

#[test]
fn sources_of_the_same_height_start_in_the_order_of_creation() {
    for workers in [2, 3, 8] {
        let started = Started::default();
        let chains = (0..SOURCES).map(|name| step(source(name, &started)));
        threads_of(workers).compute(chains.collect::<Vec<_>>());
        let names = started.names();
        for (at, name) in names.iter().enumerate() {
            // Another worker has it and has not come to say so, or it waits for who was alone at first.
            let late = names[at..].iter().filter(|&later| later < name);
            assert!(late.count() <= workers, "{names:?} on {workers} workers");
        }
    }
}

#[test]
fn one_worker_starts_sources_in_the_order_of_creation() {
    let started = Started::default();
    threads_of(1).compute(one_long_chain(|name| source(name, &started)));
    assert!(started.names().is_sorted());
}

#[delayed]
fn meet(barrier: &Barrier) -> u32 {
    barrier.wait();
    0
}

#[delayed]
fn until(barrier: &Barrier, started: &Started, many: usize) -> u32 {
    barrier.wait();
    started.wait_until(|names| names.len() >= many);
    0
}

#[delayed]
fn child(parent: &u32, name: u32, started: &Started) -> u32 {
    started.add(name);
    *parent + name
}

/// One worker waits for the other, which so has all children of a task to itself.
fn first_child(executor: &Executor, longest: u32) -> u32 {
    let (barrier, started) = (Barrier::new(2), Started::default());
    let parent = meet(&barrier);
    let children: Vec<_> = (0..5)
        .map(|name| {
            let child = child(&parent, name, &started);
            let more = if name == longest { 5 } else { name % 2 };
            (0..more).fold(child, |x, _| step(x))
        })
        .collect();
    let other = until(&barrier, &started, 5);
    executor.compute((children, other));
    started.names()[0]
}

#[test]
fn of_tasks_that_become_ready_together_the_head_of_the_longest_chain_goes_first() {
    within_a_minute(|| {
        for longest in 0..5 {
            assert_eq!(first_child(&threads_of(2), longest), longest);
            let observed = Executor::builder().threads(2).observer(Profile::new());
            let observed = observed.build().expect("two threads");
            assert_eq!(first_child(&observed, longest), longest);
        }
    });
}

#[test]
fn a_simulation_starts_the_head_of_the_longest_chain_first() {
    let started = Started::default();
    let graph = gather(one_long_chain(|name| source(name, &started))).graph();
    let graph = graph.with_costs(|_, task| f64::from(u8::from(task.name() != "gather")));
    // Last, it would take 20 more.
    assert_eq!(graph.simulate(2).makespan().as_secs(), 61);
}
