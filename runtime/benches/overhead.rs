//! What a task costs from building its handle to dropping its value, beside the least that it can cost.
//!
//! `cargo bench -p tembel --bench overhead [-- threads]`. One line a shape and size, in nanoseconds a task: the 20th percentile
//! over repetitions that are interleaved with those of the floor. Ratios count; times move with the machine.

#![expect(
    clippy::cast_precision_loss,
    reason = "times and counts are far below 2^52"
)]

#[path = "shapes/floor.rs"]
mod floor;
#[path = "shapes/mod.rs"]
mod shapes;

use std::time::{Duration, Instant};

use shapes::Shape;

const SIZES: [usize; 3] = [1_000, 100_000, 1_000_000];

fn main() {
    let threads = std::env::args()
        .skip(1)
        .find_map(|argument| argument.parse().ok());
    let threads = threads.unwrap_or(1);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    let pool = pool.expect("a pool of threads");
    println!("overhead threads={threads}, nanoseconds a task");
    pool.install(|| {
        for n in SIZES {
            let rows: Vec<Row> = shapes::ALL.iter().map(|name| measure(name, n)).collect();
            let mean = |of: fn(&Row) -> f64| {
                let logs: f64 = rows.iter().map(|row| of(row).ln()).sum();
                (logs / rows.len() as f64).exp()
            };
            let (build, run, total) = (mean(|row| row.build), mean(|row| row.run), mean(|row| row.total));
            let (floor, ratio) = (mean(|row| row.floor), mean(|row| row.total / row.floor));
            let first = mean(|row| row.first);
            println!(
                "overhead shape=geomean n={n} build={build:.1} run={run:.1} total={total:.1} first={first:.1} floor={floor:.1} ratio={ratio:.2}"
            );
        }
    });
}

struct Row {
    build: f64,
    run: f64,
    total: f64,
    first: f64,
    floor: f64,
}

/// `run` is all that `compute` does: collecting, the petgraph graph, running, releasing.
fn measure(name: &str, n: usize) -> Row {
    let shape = shapes::shape(name, n);
    let expected = shapes::expected(&shape);
    let repetitions = (2_000_000 / n).clamp(5, 400);
    let mut ours = Vec::new();
    let mut floors = Vec::new();
    for _ in 0..repetitions {
        ours.push(once(&shape, expected));
        let start = Instant::now();
        floor::run(&shape);
        floors.push(start.elapsed());
    }
    let tasks = shape.len() as f64;
    let each = |time: Duration| time.as_nanos() as f64 / tasks;
    let first = each(ours[0].0 + ours[0].1);
    let build = each(low(ours.iter().map(|time| time.0).collect()));
    let run = each(low(ours.iter().map(|time| time.1).collect()));
    let total = each(low(ours.iter().map(|time| time.0 + time.1).collect()));
    let floor = each(low(floors));
    let (n, ratio) = (shape.len(), total / floor);
    println!(
        "overhead shape={name} n={n} build={build:.1} run={run:.1} total={total:.1} first={first:.1} floor={floor:.1} ratio={ratio:.2}"
    );
    Row {
        build,
        run,
        total,
        first,
        floor,
    }
}

fn once(shape: &Shape, expected: u64) -> (Duration, Duration) {
    let start = Instant::now();
    let last = shapes::build(shape);
    let built = start.elapsed();
    assert_eq!(last.compute(), expected);
    (built, start.elapsed().saturating_sub(built))
}

/// The 20th percentile.
fn low(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 5]
}
