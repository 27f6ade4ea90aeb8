//! By the crate `dagx`: tasks are types with an async `run`, spawned on a pool of the crate `futures`.

#![expect(clippy::unused_async, reason = "the crate's tasks are async functions")]

use dagx::{DagRunner, Task, TaskHandle, task};
use futures::executor::{ThreadPool, block_on};

use crate::shapes::{Empty, Shape, Work};

struct Source;

#[task]
impl Source {
    async fn run() -> u64 {
        Empty::work(std::iter::empty())
    }
}

struct One;

#[task]
impl One {
    async fn run(x: &u64) -> u64 {
        Empty::work([*x].into_iter())
    }
}

struct Two;

#[task]
impl Two {
    async fn run(x: &u64, y: &u64) -> u64 {
        Empty::work([*x, *y].into_iter())
    }
}

struct Three;

#[task]
impl Three {
    async fn run(x: &u64, y: &u64, z: &u64) -> u64 {
        Empty::work([*x, *y, *z].into_iter())
    }
}

pub(crate) fn run(shape: &Shape, pool: &ThreadPool) -> u64 {
    let graph = DagRunner::new();
    let mut handles: Vec<TaskHandle<u64>> = Vec::with_capacity(shape.len());
    for needs in shape.iter() {
        let at = |i: usize| &handles[needs[i] as usize];
        let next = match needs.len() {
            0 => graph.add_task(Source).into(),
            1 => graph.add_task(One).depends_on(at(0)),
            2 => graph.add_task(Two).depends_on((at(0), at(1))),
            3 => graph.add_task(Three).depends_on((at(0), at(1), at(2))),
            more => unreachable!("{more} predecessors"),
        };
        handles.push(next);
    }
    let spawn = |task| pool.spawn_ok(task);
    block_on(graph.run(spawn)).expect("no task fails");
    let last = handles.pop().expect("a shape has a task");
    graph.get(last).expect("the last task has run")
}
