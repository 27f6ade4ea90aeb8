//! The same graphs by tembel, by other crates for task graphs, and by hand on rayon. Read `ratio`: so many times of tembel's time.
//!
//! `cargo bench -p tembel-peers [-- threads=1 sizes=1000,100000 shapes=tree,wave]`. Nanoseconds a task, from building the graph
//! to dropping it: the 20th percentile over repetitions that are interleaved. The shapes are those whose tasks have at
//! most three predecessors, as some of the crates have no list of values as a parameter.
//!
//! | who | what |
//! |---|---|
//! | `tembel` | calls of delayed functions |
//! | `rayon_scope` | by hand: counters, an array of successors and `scope.spawn`; there are no values in it |
//! | `rayon_join` | by hand: recursion with `rayon::join`, where the shape is one |
//! | `async_dag` | one thread, as its futures are polled by who waits for the graph |
//! | `dag_exec` | threads of its own, made for each graph |
//! | `dagx` | on the thread pool of the crate `futures` |

mod async_dag;
mod by_hand;
mod dag_exec;
mod dagx;
#[path = "../../measure/mod.rs"]
mod measure;
#[path = "../../shapes/mod.rs"]
mod shapes;

use measure::{Options, Times, geomean, timed};
use shapes::{Empty, Shape, build, floor};

const SHAPES: [&str; 5] = ["chain", "tree", "wave", "chol", "fib"];
const WHO: [&str; 6] = [
    "tembel",
    "rayon_scope",
    "rayon_join",
    "async_dag",
    "dag_exec",
    "dagx",
];

fn main() {
    let options = Options::read(&["threads", "sizes", "shapes"]);
    let threads = options.one("threads", 1);
    let names = options.list("shapes", &SHAPES.map(str::to_owned));
    let futures = futures::executor::ThreadPool::builder()
        .pool_size(threads)
        .create();
    let futures = futures.expect("a pool of threads");
    println!("peers threads={threads}, nanoseconds a task");
    measure::pool(threads).install(|| {
        allocation_counter::opt_out(|| {
            for n in options.list("sizes", &[1_000, 100_000]) {
                let ratios: Vec<_> = names
                    .iter()
                    .map(|name| one_shape(name, n, threads, &futures))
                    .collect();
                for (i, who) in WHO.iter().enumerate() {
                    let ratios = || ratios.iter().filter_map(|ratios| ratios[i]);
                    let (ratio, shapes) = (geomean(ratios()), ratios().count());
                    println!(
                        "peers shape=geomean n={n} who={who} ratio={ratio:.2} shapes={shapes}"
                    );
                }
            }
        });
    });
}

/// Everybody's time by tembel's, where they can do the shape.
fn one_shape(
    name: &str,
    n: usize,
    threads: usize,
    futures: &futures::executor::ThreadPool,
) -> [Option<f64>; WHO.len()] {
    let shape = shapes::shape(name, n);
    let expected = shape.expected::<Empty>();
    let run = |who: &str| -> Option<u64> {
        match who {
            "tembel" => Some(build::last::<Empty>(&shape).compute()),
            "rayon_scope" => Some(without_value(&shape, expected)),
            "rayon_join" => by_hand::run(name, &shape, n),
            "async_dag" => Some(async_dag::run(&shape)),
            "dag_exec" => Some(dag_exec::run(&shape, threads)),
            "dagx" => Some(dagx::run(&shape, futures)),
            other => unreachable!("{other} is not in the list"),
        }
    };
    let mut times = WHO.map(|_| None::<Times>);
    for _ in 0..(200_000 / n).clamp(3, 40) {
        for (who, times) in WHO.iter().zip(&mut times) {
            let (value, time) = timed(|| run(who));
            if let Some(value) = value {
                assert_eq!(value, expected, "{who} on {name}");
                times.get_or_insert_default().add(time);
            }
        }
    }
    let nanos = times.map(|times| times.map(|times| times.nanos_each(shape.len())));
    let [tembel, ..] = nanos;
    let ratios = nanos.map(|nanos| Some(nanos? / tembel?));
    let n = shape.len();
    for (who, (nanos, ratio)) in WHO.iter().zip(nanos.into_iter().zip(ratios)) {
        if let (Some(total), Some(ratio)) = (nanos, ratio) {
            println!("peers shape={name} n={n} who={who} total={total:.1} ratio={ratio:.2}");
        }
    }
    ratios
}

/// The floor has no values: the one expected stands for the one it would have.
fn without_value(shape: &Shape, expected: u64) -> u64 {
    floor::run(shape);
    expected
}
