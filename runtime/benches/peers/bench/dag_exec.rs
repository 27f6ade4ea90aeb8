//! By the crate `dag_exec`: tasks have keys and take a slice of values behind `Arc`s.

use std::convert::Infallible;
use std::sync::Arc;

use dag_exec::{DagBuilder, Executor, ExecutorConfig};

use crate::shapes::{Empty, Shape, Work};

pub(crate) fn run(shape: &Shape, threads: usize) -> u64 {
    let mut builder = DagBuilder::<u32, u64, Infallible>::new();
    for (key, needs) in (0..).zip(shape.iter()) {
        let work = |inputs: &[Arc<u64>]| Ok(Empty::work(inputs.iter().map(|input| **input)));
        let added = builder.add_task(key, needs.to_vec(), work);
        added.expect("each key is used once");
    }
    let graph = builder.build().expect("every predecessor is there");
    let config = ExecutorConfig {
        max_workers: threads,
        max_in_flight: threads * 64,
        worker_queue_cap: 64,
    };
    let last = u32::try_from(shape.len() - 1).expect("fewer than 2^32 tasks");
    let values = Executor::new(config).run_parallel(&graph, [last]);
    *values.expect("no task fails")[&last]
}
