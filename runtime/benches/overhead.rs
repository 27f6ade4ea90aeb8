//! What a task costs from building its handle to dropping its value, beside the least that it can cost. Read `ratio` first.
//!
//! `cargo bench -p tembel --bench overhead [-- threads=1,2 sizes=1000,100000 shapes=tree,wave]`. One line a shape, size and
//! number of threads, in nanoseconds a task: the 20th percentile over repetitions that are interleaved with those of the floor,
//! and with those on other numbers of threads. Ratios count; times move with the machine.
//!
//! | key | what |
//! |---|---|
//! | `build` | the calls that make the handles |
//! | `drop` | dropping all handles but the last, before the run |
//! | `graph` | collecting and the petgraph graph: a run that is refused when it knows its graph |
//! | `run` | the rest of `compute`: running, and releasing every value |
//! | `total` | `build`, `drop` and `compute`, measured together |
//! | `floor`, `ratio` | the floor (`shapes/floor.rs`), and how many times of it `total` is |
//! | `bytes` | the most memory at a time, allocated for the first graph in a process |
//! | `cpu` | CPU time of `total`; less than `total` when a neighbour was in the way |
//! | `first` | `total` of the first graph in a process |
//!
//! `by=block` is a `lazy!` block with a loop: one that pushes has a second task for each push, which belongs to the call.

mod measure;
mod shapes;

use std::time::Duration;

use rayon::ThreadPool;

use measure::{Options, Times, add_all, cpu_timed, geomean, in_fresh_process, nanos_each, timed};
use shapes::{Empty, Shape, build, floor, refused};

fn main() {
    // Counting is for the processes that measure memory, and costs a nanosecond or two an allocation.
    let options = Options::read(&["threads", "sizes", "shapes", "first"]);
    let threads = options.list("threads", &[1]);
    let names = options.list("shapes", &shapes::ALL.map(str::to_owned));
    let sizes = options.list("sizes", &[1_000, 100_000, 1_000_000]);
    let pools: Vec<_> = threads.into_iter().map(measure::pool).collect();
    match options.text("first") {
        Some(name) => pools[0].install(|| answer_first(name, sizes[0])),
        None => allocation_counter::opt_out(|| all(&names, &sizes, &pools)),
    }
}

/// What is said of a shape, in nanoseconds or bytes a task, and in this order.
const KEYS: [&str; 9] = [
    "build", "graph", "run", "drop", "total", "floor", "bytes", "cpu", "first",
];
type Row = [f64; KEYS.len()];

fn all(names: &[String], sizes: &[usize], pools: &[ThreadPool]) {
    println!("overhead, nanoseconds a task");
    for &n in sizes {
        let rows: Vec<Vec<Row>> = names.iter().map(|name| rows(name, n, pools)).collect();
        for (at, pool) in pools.iter().enumerate() {
            let mean = |key: usize| geomean(rows.iter().map(|rows| rows[at][key]));
            print("geomean", n, pool, &std::array::from_fn(mean));
        }
        for name in names {
            pools[0].install(|| by_block(name, n));
        }
    }
}

/// A row for each pool.
fn rows(name: &str, n: usize, pools: &[ThreadPool]) -> Vec<Row> {
    let first = |pool: &ThreadPool| {
        let threads = pool.current_num_threads();
        let first = in_fresh_process(&format!("first={name} sizes={n} threads={threads}"));
        (first.number("bytes"), first.number("first"))
    };
    let firsts: Vec<_> = pools.iter().map(first).collect();
    let shape = shapes::shape(name, n);
    let rows = by_calls(&shape, pools, &firsts);
    for (pool, row) in pools.iter().zip(&rows) {
        print(name, shape.len(), pool, row);
    }
    rows
}

fn print(shape: &str, n: usize, pool: &ThreadPool, row: &Row) {
    let threads = pool.current_num_threads();
    print!("overhead shape={shape} n={n} threads={threads}");
    for (key, value) in KEYS.iter().zip(row) {
        match *key {
            "bytes" => print!(" ratio={:.2} bytes={value:.0}", row[4] / row[5]),
            key => print!(" {key}={value:.1}"),
        }
    }
    println!(" by=calls");
}

fn by_calls(shape: &Shape, pools: &[ThreadPool], firsts: &[(f64, f64)]) -> Vec<Row> {
    let expected = shape.expected::<Empty>();
    let mut times: Vec<_> = pools.iter().map(|_| <[Times; 7]>::default()).collect();
    for _ in 0..measure::repetitions(shape.len()) {
        for (pool, times) in pools.iter().zip(&mut times) {
            add_all(times, pool.install(|| repeat(shape, expected)));
        }
    }
    let row = |(times, (bytes, first)): (&[Times; 7], &(f64, f64))| {
        let nanos = times.each_ref().map(|times| times.nanos_each(shape.len()));
        let [build, graph, compute, drop, total, floor, cpu] = nanos;
        let run = compute - graph;
        [build, graph, run, drop, total, floor, *bytes, cpu, *first]
    };
    times.iter().zip(firsts).map(row).collect()
}

fn repeat(shape: &Shape, expected: u64) -> [Duration; 7] {
    let (spent, cpu) = cpu_timed(|| end_to_end(shape, expected));
    let [build, drop, compute] = spent;
    let graph = refused(build::last::<Empty>(shape));
    let ((), floor) = timed(|| floor::run(shape));
    [build, graph, compute, drop, spent.iter().sum(), floor, cpu]
}

/// Times of building, of dropping all handles but the last, and of computing.
fn end_to_end(shape: &Shape, expected: u64) -> [Duration; 3] {
    let (mut handles, build) = timed(|| build::<Empty>(shape));
    let last = handles.pop().expect("a shape has a task");
    let ((), drop) = timed(|| drop(handles));
    let (value, compute) = timed(|| last.compute());
    assert_eq!(value, expected);
    [build, drop, compute]
}

/// What [`in_fresh_process`] asks for.
fn answer_first(name: &str, n: usize) {
    let shape = shapes::shape(name, n);
    let expected = shape.expected::<Empty>();
    let mut first = Duration::ZERO;
    let memory = allocation_counter::measure(|| first = end_to_end(&shape, expected).iter().sum());
    // The handles are the caller's, and gone before the peak.
    let bytes = memory.bytes_max / shape.len() as u64;
    println!("first={} bytes={bytes}", nanos_each(first, shape.len()));
}

/// The shapes that a block can write as a loop.
fn by_block(name: &str, n: usize) {
    let Some(block) = build::by_block::<Empty>(name, n) else {
        return;
    };
    drop(block);
    let shape = shapes::shape(name, n);
    let expected = shape.expected::<Empty>();
    let mut times = <[Times; 5]>::default();
    for _ in 0..measure::repetitions(n) {
        let block = || build::by_block::<Empty>(name, n).expect("it was built before");
        let (block, by_block) = timed(block);
        let (value, compute) = timed(|| block.compute());
        assert_eq!(value, expected);
        let calls = end_to_end(&shape, expected);
        let ((), floor) = timed(|| floor::run(&shape));
        let all = [
            by_block,
            compute,
            by_block + compute,
            calls.iter().sum(),
            floor,
        ];
        add_all(&mut times, all);
    }
    let [build, compute, total, calls, floor] = times.map(|times| times.nanos_each(n));
    let (ratio, to_calls) = (total / floor, total / calls);
    println!(
        "overhead shape={name} n={n} build={build:.1} compute={compute:.1} total={total:.1} floor={floor:.1} ratio={ratio:.2} \
         calls={calls:.1} ratio_to_calls={to_calls:.2} by=block"
    );
}
