//! The shapes that benches share: lists of predecessors, in an order in which the tasks could run.

#![allow(
    dead_code,
    unused_imports,
    reason = "each bench uses a part of what is shared"
)]

pub(crate) mod build;
mod catalogue;
pub(crate) mod floor;
mod refused;
pub(crate) mod work;

pub(crate) use build::build;
pub(crate) use catalogue::{ALL, shape};
pub(crate) use refused::refused;
pub(crate) use work::{Empty, Work};

/// For each task the tasks it reads, all in one array.
pub(crate) struct Shape {
    ends: Vec<u32>,
    needs: Vec<u32>,
}

impl Shape {
    pub(crate) fn new() -> Self {
        Shape {
            ends: vec![0],
            needs: Vec::new(),
        }
    }

    /// Adds a task that reads these, and gives its place.
    pub(crate) fn push(&mut self, needs: impl IntoIterator<Item = u32>) -> u32 {
        self.needs.extend(needs);
        self.ends.push(place(self.needs.len()));
        place(self.len() - 1)
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len() - 1
    }

    pub(crate) fn needs(&self, task: usize) -> &[u32] {
        &self.needs[self.ends[task] as usize..self.ends[task + 1] as usize]
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &[u32]> {
        (0..self.len()).map(|task| self.needs(task))
    }

    /// The value of the last task, computed by a loop.
    pub(crate) fn expected<W: Work>(&self) -> u64 {
        let mut values: Vec<u64> = Vec::with_capacity(self.len());
        for needs in self.iter() {
            let value = W::work(needs.iter().map(|&need| values[need as usize]));
            values.push(value);
        }
        values.pop().expect("a shape has a task")
    }
}

fn place(index: usize) -> u32 {
    u32::try_from(index).expect("fewer than 2^32 tasks and edges")
}
