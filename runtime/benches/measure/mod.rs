//! Measuring: times of repetitions, what is made of them, and the options of a bench.

#![allow(
    dead_code,
    unused_imports,
    clippy::cast_precision_loss,
    reason = "each bench uses a part of what is shared, and times and counts are far below 2^52"
)]

mod apart;
mod fresh;
mod options;

pub(crate) use apart::{TRIPS, round_trips};
pub(crate) use fresh::{Answer, in_fresh_process};
pub(crate) use options::Options;

use std::time::{Duration, Instant};

use cpu_time::ProcessTime;

/// A pool of so many threads.
pub(crate) fn pool(threads: usize) -> rayon::ThreadPool {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    pool.expect("a pool of threads")
}

/// What `work` gives, and how long it took.
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let value = work();
    (value, start.elapsed())
}

/// What `work` gives, and the CPU time of all threads meanwhile.
pub(crate) fn cpu_timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = ProcessTime::now();
    let value = work();
    (value, start.elapsed())
}

/// The times of one thing, over repetitions.
#[derive(Default)]
pub(crate) struct Times(Vec<Duration>);

impl Times {
    pub(crate) fn add(&mut self, time: Duration) {
        self.0.push(time);
    }

    /// Nanoseconds an item: the 20th percentile, which a neighbour on the machine moves less than the mean.
    pub(crate) fn nanos_each(&self, items: usize) -> f64 {
        let mut times = self.0.clone();
        times.sort_unstable();
        nanos_each(times[times.len() / 5], items)
    }
}

/// Adds the times of one repetition.
pub(crate) fn add_all<const N: usize>(times: &mut [Times; N], all: [Duration; N]) {
    times
        .iter_mut()
        .zip(all)
        .for_each(|(times, time)| times.add(time));
}

pub(crate) fn nanos_each(time: Duration, items: usize) -> f64 {
    time.as_nanos() as f64 / items as f64
}

/// How often to repeat something that goes through so many items.
pub(crate) fn repetitions(items: usize) -> usize {
    (2_000_000 / items).clamp(5, 400)
}

/// The geometric mean.
pub(crate) fn geomean(values: impl Iterator<Item = f64>) -> f64 {
    let (logs, count) = values.fold((0.0, 0), |(logs, count), value: f64| {
        (logs + value.ln(), count + 1)
    });
    (logs / f64::from(count)).exp()
}
