//! How much of the time goes into the tasks themselves when they take 1, 10 and 100 µs, and what a second worker brings.
//!
//! `cargo bench -p tembel --bench busy [-- workers=1,2 shapes=tree,wave,chol]`. The tasks spin; `own` is the time that their
//! work takes in a plain loop, interleaved with the runs, in nanoseconds a task. All are 20th percentiles over repetitions.
//!
//! | key | what |
//! |---|---|
//! | `run` | CPU time that running adds to `own` |
//! | `end_to_end` | the same with building, collecting and the petgraph graph |
//! | `share` | of the workers' wall time, end to end, how much is the tasks' own |
//! | `speedup` | how many times faster `compute` is than on the first number of workers |
//! | `bound` | the same for plain loops on as many threads at once, without any graph: what the machine had to give |
//! | `apart` | nanoseconds until what one worker writes has come to a second and back; on a virtual machine it changes |
//!
//! Where `bound` is below the number of workers, neighbours took the cores: then only `speedup` by `bound` says something. Where `apart` is several
//! times what it is in other rows, the cores have no cache in common, and all that workers tell each other takes longer.

mod measure;
mod shapes;

use std::time::Duration;

use measure::{Options, TRIPS, Times, cpu_timed, round_trips, timed};
use shapes::work::{Spin, calibrate};
use shapes::{Shape, Work, build, refused};

fn main() {
    let options = Options::read(&["workers", "shapes"]);
    let workers = options.list("workers", &[1, 2]);
    let names = options.list("shapes", &["tree", "wave", "chol"].map(str::to_owned));
    let pools: Vec<_> = workers.into_iter().map(measure::pool).collect();
    calibrate();
    println!("busy");
    allocation_counter::opt_out(|| {
        for name in &names {
            one_row::<Spin<1>>(name, 1, 10_000, &pools);
            one_row::<Spin<10>>(name, 10, 3_000, &pools);
            one_row::<Spin<100>>(name, 100, 600, &pools);
        }
    });
}

/// The times of all repetitions on one pool.
#[derive(Default)]
struct Cost {
    build: Times,
    graph: Times,
    compute: Times,
    total: Times,
    cpu: Times,
    loops: Times,
    apart: Times,
}

fn one_row<W: Work>(name: &str, micros: u64, n: usize, pools: &[rayon::ThreadPool]) {
    let shape = shapes::shape(name, n);
    let expected = shape.expected::<W>();
    let (mut own, mut own_cpu) = <(Times, Times)>::default();
    let mut costs: Vec<Cost> = pools.iter().map(|_| Cost::default()).collect();
    for _ in 0..15 {
        let ((_, wall), cpu) = cpu_timed(|| timed(|| shape.expected::<W>()));
        own.add(wall);
        own_cpu.add(cpu);
        for (pool, cost) in pools.iter().zip(&mut costs) {
            cost.loops.add(loops::<W>(&shape, pool));
            cost.apart.add(round_trips(pool));
            pool.install(|| cost.repeat::<W>(&shape, expected));
        }
    }
    let n = shape.len();
    let nanos = |times: &Times| times.nanos_each(n);
    let (own, own_cpu) = (nanos(&own), nanos(&own_cpu));
    let mut first = None;
    for (pool, cost) in pools.iter().zip(&costs) {
        let workers = pool.current_num_threads();
        let (compute, cpu) = (nanos(&cost.compute), nanos(&cost.cpu));
        // As many loops as threads: so much more work.
        let a_loop = cost.loops.nanos_each(n * workers);
        let &mut (compute_of_first, loop_of_first) = first.get_or_insert((compute, a_loop));
        let run = cpu - nanos(&cost.build) - nanos(&cost.graph);
        let percent = |time: f64| (time / own_cpu - 1.0) * 100.0;
        println!(
            "busy shape={name} micros={micros} n={n} workers={workers} own={own:.0} run={:.2}% end_to_end={:.2}% \
             share={:.3} speedup={:.3} bound={:.3} apart={:.0}",
            percent(run),
            percent(cpu),
            own / cost.total.nanos_each(n) / u32::try_from(workers).map_or(f64::NAN, f64::from),
            compute_of_first / compute,
            loop_of_first / a_loop,
            cost.apart.nanos_each(TRIPS),
        );
    }
}

/// The plain loop on all threads of the pool at the same time.
fn loops<W: Work>(shape: &Shape, pool: &rayon::ThreadPool) -> Duration {
    let (_, time) = timed(|| pool.broadcast(|_| shape.expected::<W>()));
    time
}

impl Cost {
    fn repeat<W: Work>(&mut self, shape: &Shape, expected: u64) {
        let last = || build::last::<W>(shape);
        let ((build, compute), cpu) = cpu_timed(|| {
            let (graph, build) = timed(last);
            let (value, compute) = timed(|| graph.compute());
            assert_eq!(value, expected);
            (build, compute)
        });
        self.cpu.add(cpu);
        self.build.add(build);
        self.compute.add(compute);
        self.total.add(build + compute);
        self.graph.add(refused(last()));
    }
}
