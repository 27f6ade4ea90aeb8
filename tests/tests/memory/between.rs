//! New records lie between the old ones that are kept, and neither harms the other.

use tembel::{Delayed, Executor, delayed, gather};
use tembel_tests::threads_of;

/// Enough for several chunks of memory.
const TASKS: u64 = 6_000;
const ROUNDS: u64 = 30;

#[delayed(cost = "light")]
fn small(i: u64) -> u64 {
    i
}

#[delayed(cost = "light")]
fn wide(i: u64) -> [u64; 20] {
    [i; 20]
}

#[delayed(cost = "light")]
fn text(i: u64) -> String {
    format!("{i} is what it was")
}

#[delayed(cost = "light")]
fn all_of(a: &u64, b: &[u64; 20], c: &String) -> u64 {
    a + b[19] + c.len() as u64
}

/// Values of three sizes, made by one call each.
type Three = (
    Delayed<'static, u64>,
    Delayed<'static, [u64; 20]>,
    Delayed<'static, String>,
);

/// Computes a graph, and keeps three values in so many.
fn graph(executor: &Executor, round: u64, every: u64) -> Vec<(u64, Three)> {
    let mut kept = Vec::new();
    let mut sums = Vec::new();
    for i in 0..TASKS {
        let number = round * TASKS + i;
        let three = (small(number), wide(number), text(number));
        sums.push(all_of(&three.0, &three.1, &three.2));
        if number.is_multiple_of(every) {
            kept.push((number, three));
        }
    }
    let sums = executor.compute(sums);
    for (i, sum) in (round * TASKS..).zip(sums) {
        let text = format!("{i} is what it was");
        assert_eq!(sum, 2 * i + text.len() as u64);
    }
    kept
}

fn assert_same(executor: &Executor, kept: Vec<(u64, Three)>) {
    for (number, three) in kept {
        let (a, b, c) = executor.compute(three);
        assert_eq!((a, b), (number, [number; 20]));
        assert_eq!(c, format!("{number} is what it was"));
    }
}

#[test]
fn values_that_are_kept_stay_while_others_are_made_between_them() {
    for workers in [1, 2, 8] {
        let executor = threads_of(workers);
        let mut kept = Vec::new();
        for round in 0..ROUNDS {
            kept.extend(graph(&executor, round, 97));
            if round % 4 == 3 {
                // Some go on this thread, beside others that stay.
                let half = kept.len() / 2;
                assert_same(&executor, kept.split_off(half));
            }
        }
        assert_same(&executor, kept);
    }
}

#[test]
fn threads_fill_and_empty_the_same_memory() {
    let threads: Vec<_> = (0..4)
        .map(|thread| {
            std::thread::spawn(move || {
                let executor = threads_of(2);
                let rounds = thread * ROUNDS..(thread + 1) * ROUNDS;
                let graphs = rounds.step_by(5).map(|round| graph(&executor, round, 61));
                graphs.flatten().collect::<Vec<_>>()
            })
        })
        .collect();
    let executor = threads_of(2);
    for thread in threads {
        let kept = thread.join().expect("its values are right");
        assert_same(&executor, kept);
    }
}

#[test]
fn tasks_that_wait_keep_their_place_in_the_order_of_creation() {
    #[delayed]
    fn later(i: u64) -> u64 {
        i
    }
    for _ in 0..ROUNDS / 3 {
        // Few of many wait; the others are dropped without a run.
        let mut all: Vec<_> = (0..TASKS).map(|i| Some(small(i))).collect();
        let waiting = all.iter_mut().step_by(300).filter_map(Option::take);
        let waiting: Vec<_> = waiting.collect();
        drop(all);
        let first = waiting.len();
        let all = gather((0..TASKS).map(later).chain(waiting).collect::<Vec<_>>());
        let graph = all.graph();
        let names = graph
            .as_petgraph()
            .node_weights()
            .map(tembel::TaskInfo::name);
        let names: Vec<_> = names.take(first).collect();
        assert_eq!(names, vec!["small"; first]);
        let sum: u64 = all.compute().into_iter().sum();
        let first: u64 = (0..TASKS).step_by(300).sum();
        assert_eq!(sum, first + (0..TASKS).sum::<u64>());
    }
}
