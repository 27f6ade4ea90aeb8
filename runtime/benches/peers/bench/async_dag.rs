//! By the crate `async_dag`: tasks are async functions, polled by the thread that waits for the graph.

use async_dag::Graph;
use futures::executor::block_on;

use crate::shapes::{Empty, Shape, Work};

pub(crate) fn run(shape: &Shape) -> u64 {
    let mut graph = Graph::new();
    let mut nodes = Vec::with_capacity(shape.len());
    for needs in shape.iter() {
        let node = match needs.len() {
            0 => graph.add_task(|| async { work([]) }),
            1 => graph.add_task(|x: u64| async move { work([x]) }),
            2 => graph.add_task(|x: u64, y: u64| async move { work([x, y]) }),
            3 => graph.add_task(|x: u64, y: u64, z: u64| async move { work([x, y, z]) }),
            more => unreachable!("{more} predecessors"),
        };
        for (place, &need) in (0..).zip(needs) {
            let edge = graph.update_dependency(nodes[need as usize], node, place);
            edge.expect("the types fit, and there is no cycle");
        }
        nodes.push(node);
    }
    block_on(graph.run());
    let last = nodes.last().and_then(|&node| graph.get_value(node));
    last.expect("the last task has run")
}

fn work<const N: usize>(inputs: [u64; N]) -> u64 {
    Empty::work(inputs.into_iter())
}
