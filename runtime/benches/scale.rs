//! What a task costs in graphs of a thousand to ten million tasks of regular shapes. Read `growth`: the dearest size by the
//! cheapest, in CPU time.
//!
//! `cargo bench -p tembel --bench scale [-- threads=1 sizes=1000,10000000 shapes=chain,tree]`. Nanoseconds a task from the
//! first call to the last value dropped, the 20th percentile over repetitions. Ten million tasks take about 2 GB of memory.

mod measure;
mod shapes;

use measure::{Options, Times, add_all, cpu_timed, timed};
use shapes::{Empty, build};

const SIZES: [usize; 5] = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];
const REGULAR: [&str; 5] = ["chain", "wide", "tree", "wave", "fib"];

fn main() {
    let options = Options::read(&["threads", "sizes", "shapes"]);
    let threads = options.one("threads", 1);
    let sizes = options.list("sizes", &SIZES);
    println!("scale threads={threads}, nanoseconds a task");
    measure::pool(threads).install(|| {
        allocation_counter::opt_out(|| {
            for name in options.list("shapes", &REGULAR.map(str::to_owned)) {
                one_shape(&name, &sizes);
            }
        });
    });
}

fn one_shape(name: &str, sizes: &[usize]) {
    let mut costs = Vec::new();
    for &n in sizes {
        let shape = shapes::shape(name, n);
        let expected = shape.expected::<Empty>();
        let mut times = <[Times; 4]>::default();
        for _ in 0..measure::repetitions(n).min(100) {
            let (spent, cpu) = cpu_timed(|| {
                let (last, build) = timed(|| build::last::<Empty>(&shape));
                let (value, compute) = timed(|| last.compute());
                assert_eq!(value, expected);
                [build, compute]
            });
            let [build, compute] = spent;
            add_all(&mut times, [build, compute, build + compute, cpu]);
        }
        let n = shape.len();
        let [build, compute, total, cpu] = times.map(|times| times.nanos_each(n));
        println!(
            "scale shape={name} n={n} build={build:.1} compute={compute:.1} total={total:.1} cpu={cpu:.1}"
        );
        costs.push(cpu);
    }
    let least = costs.iter().copied().fold(f64::INFINITY, f64::min);
    let most = costs.iter().copied().fold(0.0, f64::max);
    println!(
        "scale shape={name} least={least:.1} most={most:.1} growth={:.2}",
        most / least
    );
}
