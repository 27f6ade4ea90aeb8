//! Plain Rust in `lazy! { … }`: the programs of 01 and 02 again, without a word about tasks in the functions.

use std::thread::sleep;
use std::time::{Duration, Instant};

use tembel::{BuildError, Executor, lazy};

fn inc(x: i64) -> i64 {
    sleep(Duration::from_secs(1));
    x + 1
}

fn add(x: i64, y: i64) -> i64 {
    sleep(Duration::from_secs(1));
    x + y
}

fn slow_sqrt(x: f64) -> f64 {
    sleep(Duration::from_millis(100));
    x.sqrt()
}

/// Runs it, and says how long that took.
fn timed<T>(what: &str, run: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = run();
    println!("{what}: {:.1} s", start.elapsed().as_secs_f64());
    result
}

fn main() -> Result<(), BuildError> {
    let two = Executor::builder().threads(2).build()?;
    calls(&two);
    many(&two);
    Ok(())
}

/// Two calls that do not need each other, and one that needs both.
fn calls(executor: &Executor<'_>) {
    let plain = timed("three calls, plain block", || {
        let x = inc(1);
        let y = inc(2);
        add(x, y)
    });

    // The same lines. Nothing runs while the block is built.
    let block = lazy! {
        let x = inc(1);
        let y = inc(2);
        add(x, y)
    };
    print!("{}", block.graph());
    let lazy = timed("three calls, lazy block", || executor.compute(block));
    assert_eq!((plain, lazy), (5, 5));
}

/// A loop: each round is a call that may run beside the others, and a push that waits for the push before it.
fn many(executor: &Executor<'_>) {
    let plain = timed("thirty roots, plain block", || {
        let mut roots = Vec::new();
        for i in 0..30 {
            roots.push(slow_sqrt(f64::from(i)));
        }
        roots
    });

    let block = lazy! {
        let mut roots = Vec::new();
        for i in 0..30 {
            roots.push(slow_sqrt(f64::from(i)));
        }
        roots
    };
    let tasks = block.graph().as_petgraph().node_count();
    let lazy = timed("thirty roots, lazy block", || executor.compute(block));
    println!("{tasks} tasks; the last root is {}", lazy[29]);
    assert_eq!(plain, lazy);
}
