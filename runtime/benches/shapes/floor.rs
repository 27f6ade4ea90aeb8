//! The floor: the least that running a graph on rayon can cost. Counters, one array of successors, one successor inline,
//! `rayon::scope` for the others. No values, no closures, no failures, nothing released.

use std::hint::black_box;
use std::sync::atomic::{AtomicU32, Ordering};

use super::{Empty, Shape, Work};

/// Builds the tables and runs them.
pub(crate) fn run(shape: &Shape) {
    let n = shape.len();
    let mut ends = vec![0_u32; n + 1];
    for need in shape.iter().flatten() {
        ends[*need as usize + 1] += 1;
    }
    for i in 0..n {
        ends[i + 1] += ends[i];
    }
    let mut next = ends.clone();
    let mut successors = vec![0_u32; ends[n] as usize];
    for (task, needs) in (0..).zip(shape.iter()) {
        for &need in needs {
            let at = &mut next[need as usize];
            successors[*at as usize] = task;
            *at += 1;
        }
    }
    let counts: Vec<AtomicU32> = shape
        .iter()
        .map(|needs| AtomicU32::new(u32::try_from(needs.len()).unwrap_or(u32::MAX)))
        .collect();
    let graph = Graph {
        ends,
        successors,
        counts,
    };
    rayon::in_place_scope(|scope| {
        for (task, needs) in (0..).zip(shape.iter()) {
            if needs.is_empty() {
                graph.work(scope, task);
            }
        }
    });
}

struct Graph {
    ends: Vec<u32>,
    successors: Vec<u32>,
    counts: Vec<AtomicU32>,
}

impl Graph {
    fn work<'g>(&'g self, scope: &rayon::Scope<'g>, mut task: u32) {
        loop {
            black_box(Empty::work([u64::from(task)].into_iter()));
            let (from, to) = (self.ends[task as usize], self.ends[task as usize + 1]);
            let mut inline = None;
            for &successor in &self.successors[from as usize..to as usize] {
                if self.counts[successor as usize].fetch_sub(1, Ordering::AcqRel) == 1
                    && let Some(other) = inline.replace(successor)
                {
                    scope.spawn(move |scope| self.work(scope, other));
                }
            }
            let Some(next) = inline else { return };
            task = next;
        }
    }
}
