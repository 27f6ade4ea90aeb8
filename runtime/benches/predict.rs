//! Is it true what a profile predicts? By a run on one worker, what two would take, and what two do take. Read `ratio`.
//!
//! `cargo bench -p tembel --bench predict [-- workers=2 shapes=tree,wave repetitions=60]`. Tasks that spin for 10 and 100 µs. All
//! times are the least of the repetitions, which take turns: on a machine that others use too, `measured` needs a moment in which
//! all workers have a core. `loops` says whether there was one: plain loops, one on each worker at the same time, by a loop that
//! is alone; where that is far above 1, neighbours took the cores, and `ratio` says nothing. `bound` is the longest chain of tasks,
//! or the work by the number of workers.

mod measure;
mod shapes;

use std::time::Duration;

use measure::{Options, timed};
use shapes::work::{Spin, calibrate};
use shapes::{Work, build};
use tembel::{Executor, Prediction, Profile};

fn main() {
    let options = Options::read(&["workers", "shapes", "repetitions"]);
    let repetitions = options.one("repetitions", 60);
    let names = ["wide", "tree", "wave", "rand", "chol"].map(str::to_owned);
    calibrate();
    for workers in options.list("workers", &[2]) {
        for name in options.list("shapes", &names) {
            allocation_counter::opt_out(|| {
                one_row::<Spin<10>>(&name, 10, 400, workers, repetitions);
                one_row::<Spin<100>>(&name, 100, 60, workers, repetitions);
            });
        }
    }
}

fn one_row<W: Work>(name: &str, micros: u64, n: usize, workers: usize, repetitions: usize) {
    let shape = shapes::shape(name, n);
    let expected = shape.expected::<W>();
    let profile = Profile::new();
    let executor = |workers| Executor::builder().threads(workers);
    let one = executor(1).observer(profile.clone()).build();
    let many = executor(workers).build();
    let (one, many) = (one.expect("an executor"), many.expect("an executor"));
    let mut predicted: Option<Prediction> = None;
    let mut measured = Duration::MAX;
    let pool = measure::pool(workers);
    let (mut alone, mut together) = (Duration::MAX, Duration::MAX);
    for _ in 0..repetitions {
        assert_eq!(one.compute(build::last::<W>(&shape)), expected);
        let next = profile.predict(workers);
        if predicted
            .as_ref()
            .is_none_or(|least| next.makespan() < least.makespan())
        {
            predicted = Some(next);
        }
        let graph = build::last::<W>(&shape);
        let (value, time) = timed(|| many.compute(graph));
        assert_eq!(value, expected);
        measured = measured.min(time);
        alone = alone.min(timed(|| shape.expected::<W>()).1);
        together = together.min(timed(|| pool.broadcast(|_| shape.expected::<W>())).1);
    }
    let predicted = predicted.expect("at least one repetition");
    let millis = |time: Duration| time.as_secs_f64() * 1e3;
    println!(
        "predict shape={name} micros={micros} n={} workers={workers} predicted={:.3} measured={:.3} bound={:.3} loops={:.3} ratio={:.3}",
        shape.len(),
        millis(predicted.makespan()),
        millis(measured),
        millis(predicted.bound()),
        millis(together) / millis(alone),
        millis(measured) / millis(predicted.makespan()),
    );
}
