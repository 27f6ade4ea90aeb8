//! How long it takes to draw a graph, and how large the drawings are. Read `seconds`.
//!
//! `cargo bench -p tembel --bench draw [-- nodes=1000,100000 shapes=tree,wave]`. `of=graph` is what has not run, `of=profile` what has: with
//! what became of each task. `graph` is what it takes to get the graph that is drawn. The least of some repetitions.

mod measure;
mod shapes;

use std::time::Duration;

use measure::{Options, timed};
use shapes::{Empty, build};
use tembel::{Executor, Graph, Profile};

type Draw = fn(&Graph) -> String;

const REPETITIONS: usize = 3;

fn main() {
    let options = Options::read(&["nodes", "shapes"]);
    let names = ["tree", "wave", "rand", "chol"].map(str::to_owned);
    for nodes in options.list("nodes", &[1_000, 100_000]) {
        for name in options.list("shapes", &names) {
            allocation_counter::opt_out(|| one_row(&name, nodes));
        }
    }
}

fn one_row(name: &str, nodes: usize) {
    let shape = shapes::shape(name, nodes);
    let profile = Profile::new();
    let executor = Executor::builder().observer(profile.clone()).build();
    executor
        .expect("an executor")
        .compute(build::last::<Empty>(&shape));
    let handle = build::last::<Empty>(&shape);
    draw(name, "graph", || handle.graph());
    draw(name, "profile", || profile.graph());
}

fn draw(name: &str, of: &str, graph: impl Fn() -> Graph) {
    let (_, first) = least(&graph);
    let graph = graph();
    println!(
        "draw shape={name} n={} edges={} of={of} graph={first:.3}",
        graph.as_petgraph().node_count(),
        graph.as_petgraph().edge_count()
    );
    let ways: [(&str, Draw); 4] = [
        ("svg", Graph::to_svg),
        ("dot", Graph::to_dot),
        ("mermaid", Graph::to_mermaid),
        ("text", ToString::to_string),
    ];
    for (way, draw) in ways {
        let (bytes, seconds) = least(|| draw(&graph).len());
        println!("draw shape={name} of={of} as={way} seconds={seconds:.3} bytes={bytes}");
    }
}

/// What it gives, and the least time that it took.
fn least<T>(work: impl Fn() -> T) -> (T, f64) {
    let times = (0..REPETITIONS).map(|_| timed(&work));
    let best = times.min_by_key(|(_, time): &(T, Duration)| *time);
    let (value, time) = best.expect("at least one repetition");
    (value, time.as_secs_f64())
}
