//! What it costs to be watched, by shape: nothing, an observer that does nothing, and a profile. Read `profile`.
//!
//! `cargo bench -p tembel --bench observed [-- threads=1,2 nodes=100000 shapes=chain,wide]`. Nanoseconds of CPU time a task that the
//! run takes longer than a run that nobody watches, and that run's own: the 20th percentile over repetitions in turn. `none` is
//! two such runs beside each other, so it says how far the others can be believed. `clock` is what it takes here and now to
//! read the clock once: an observed task needs one reading, and where others work too, two.

mod measure;
mod shapes;

use std::time::Instant;

use measure::{Options, Times, cpu_timed};
use shapes::{ALL, Empty, build};
use tembel::observe::Observer;
use tembel::{Executor, Profile};

const REPETITIONS: usize = 20;

struct Nothing;

impl Observer for Nothing {}

fn main() {
    println!("observed clock={:.1}", clock());
    let options = Options::read(&["threads", "nodes", "shapes"]);
    let nodes = options.one("nodes", 100_000);
    for threads in options.list("threads", &[1, 2]) {
        let pool = measure::pool(threads);
        let mut profiles = Vec::new();
        for name in options.list("shapes", &ALL.map(str::to_owned)) {
            allocation_counter::opt_out(|| {
                profiles.push(pool.install(|| one(&name, nodes, threads)));
            });
        }
        let mean = measure::geomean(profiles.into_iter());
        println!("observed shape=geomean threads={threads} profile={mean:.1}");
    }
}

/// Nanoseconds for a reading of the clock.
fn clock() -> f64 {
    const READINGS: usize = 100_000;
    let mut times = Times::default();
    for _ in 0..REPETITIONS {
        let read = || (0..READINGS).map(|_| std::hint::black_box(Instant::now()));
        times.add(cpu_timed(|| read().count()).1);
    }
    times.nanos_each(READINGS)
}

/// Nanoseconds a task that a profile costs.
fn one(name: &str, nodes: usize, threads: usize) -> f64 {
    let shape = shapes::shape(name, nodes);
    let expected = shape.expected::<Empty>();
    let builder = Executor::builder;
    let executors = [
        builder(),
        builder(),
        builder().observer(Nothing),
        builder().observer(Profile::new()),
    ];
    let executors = executors.map(|builder| builder.build().expect("an executor"));
    let mut times: [Times; 4] = Default::default();
    for _ in 0..REPETITIONS {
        for (executor, times) in executors.iter().zip(&mut times) {
            let graph = build::last::<Empty>(&shape);
            let (value, time) = cpu_timed(|| executor.compute(graph));
            assert_eq!(value, expected);
            times.add(time);
        }
    }
    let [base, none, nothing, profile] = times.map(|times| times.nanos_each(shape.len()));
    println!(
        "observed shape={name} threads={threads} run={base:.1} none={:.1} observer={:.1} profile={:.1}",
        none - base,
        nothing - base,
        profile - base
    );
    profile - base
}
