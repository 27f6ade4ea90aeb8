//! What graphs of a few tasks cost, end to end and warm, and whether a block costs more than calls. Read `total`, then `ratio`.
//!
//! `cargo bench -p tembel --bench small [-- threads=2 nodes=1,10,100]`. Nanoseconds a graph: the 20th percentile over batches. `in=pool` calls
//! `compute` on a worker of the pool, `in=thread` on a thread outside of the global pool. `build` and `compute` are of a batch that
//! is built before it is computed, `total` is of graphs that are built and computed one by one.

mod measure;
mod shapes;

use std::hint::black_box;

use measure::{Options, Times, timed};
use shapes::{Empty, Work, build};
use tembel::{Delayed, delayed, lazy};

const BATCH: usize = 256;
const BATCHES: usize = 300;

fn main() {
    let options = Options::read(&["threads", "nodes"]);
    let threads = options.one("threads", 2);
    let nodes = options.list("nodes", &[1, 10, 100]);
    println!("small threads={threads}, nanoseconds a graph");
    let global = rayon::ThreadPoolBuilder::new().num_threads(threads);
    global
        .build_global()
        .expect("nobody has used the global pool");
    allocation_counter::opt_out(|| all("thread", &nodes));
    measure::pool(threads).install(|| allocation_counter::opt_out(|| all("pool", &nodes)));
}

fn all(place: &str, nodes: &[usize]) {
    for &n in nodes {
        let shape = shapes::shape("chain", n);
        let expected = shape.expected::<Empty>();
        let last = || build::last::<Empty>(&shape);
        let mut cost = Cost::default();
        for _ in 0..BATCHES {
            cost.add(last, expected);
        }
        let [build, compute, total] = cost.nanos();
        #[expect(clippy::cast_precision_loss, reason = "it is far below 2^52")]
        let each = total / n as f64;
        println!(
            "small nodes={n} in={place} build={build:.0} compute={compute:.0} total={total:.0} per_node={each:.1}"
        );
    }
    block_beside_calls(place);
}

/// A block of ten calls, and the same graph by ten calls of delayed functions.
fn block_beside_calls(place: &str) {
    let expected = ten_by_calls().compute();
    let (mut calls, mut block) = (Cost::default(), Cost::default());
    for _ in 0..BATCHES {
        calls.add(ten_by_calls, expected);
        block.add(ten_by_block, expected);
    }
    let (calls, block) = (calls.nanos(), block.nanos());
    let [build, compute, total] = [0, 1, 2].map(|i| block[i] / calls[i]);
    for (by, [build, compute, total]) in [("calls", calls), ("block", block)] {
        println!(
            "small calls=10 by={by} in={place} build={build:.0} compute={compute:.0} total={total:.0}"
        );
    }
    println!(
        "small calls=10 ratio=block/calls in={place} build={build:.2} compute={compute:.2} total={total:.2}"
    );
}

/// The times of batches.
#[derive(Default)]
struct Cost {
    build: Times,
    compute: Times,
    total: Times,
}

impl Cost {
    fn add<'a>(&mut self, graph: impl Fn() -> Delayed<'a, u64>, expected: u64) {
        let (graphs, build) = timed(|| (0..BATCH).map(|_| graph()).collect::<Vec<_>>());
        let compute = |graph: Delayed<u64>| assert_eq!(graph.compute(), expected);
        let ((), computed) = timed(|| graphs.into_iter().for_each(compute));
        let ((), total) = timed(|| (0..BATCH).for_each(|_| compute(graph())));
        self.build.add(build);
        self.compute.add(computed);
        self.total.add(total);
    }

    fn nanos(&self) -> [f64; 3] {
        [&self.build, &self.compute, &self.total].map(|times| times.nanos_each(BATCH))
    }
}

#[delayed(eager = made_now)]
fn made(x: u64) -> u64 {
    Empty::work([x].into_iter())
}

#[delayed(eager = joined_now)]
fn joined(x: u64, y: u64) -> u64 {
    Empty::work([x, y].into_iter())
}

fn ten_by_calls() -> Delayed<'static, u64> {
    let one = black_box(1);
    let first = made(one);
    let second = made(2);
    let third = made(3);
    let fourth = made(4);
    let fifth = made(5);
    let left = joined(first, second);
    let right = joined(third, fourth);
    let both = joined(left, right);
    let sixth = made(fifth);
    joined(both, sixth)
}

fn ten_by_block() -> Delayed<'static, u64> {
    // A call in the block would be a task of its own.
    let one = black_box(1);
    lazy! {
        let first = made_now(one);
        let second = made_now(2);
        let third = made_now(3);
        let fourth = made_now(4);
        let fifth = made_now(5);
        let left = joined_now(first, second);
        let right = joined_now(third, fourth);
        let both = joined_now(left, right);
        let sixth = made_now(fifth);
        joined_now(both, sixth)
    }
}
