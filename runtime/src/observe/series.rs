//! Counts over time: running tasks, and values that are alive.

use petgraph::visit::EdgeRef;

use super::record::Record;
use crate::graph::{Access, TaskState};

/// A count that changes at some times, in nanoseconds since the start of the run, in order.
#[derive(Debug, Default)]
pub(super) struct Series(pub(super) Vec<(u64, i64)>);

impl Series {
    /// From when to when each one counts.
    fn of(spans: impl Iterator<Item = (u64, u64)>) -> Self {
        let mut changes: Vec<(u64, i64)> =
            spans.flat_map(|(from, to)| [(from, 1), (to, -1)]).collect();
        // At one time, the end of one before the start of the next.
        changes.sort_unstable();
        let mut count = 0;
        let mut counts: Vec<(u64, i64)> = Vec::with_capacity(changes.len());
        for (at, change) in changes {
            count += change;
            match counts.last_mut() {
                Some(last) if last.0 == at => last.1 = count,
                _ => counts.push((at, count)),
            }
        }
        Series(counts)
    }

    /// The tasks that run.
    pub(super) fn running(record: &Record) -> Self {
        Series::of(record.ran().map(|(_, part)| (part.start, part.end)))
    }

    /// The values that are alive: see [`Profile`](super::Profile).
    pub(super) fn alive(record: &Record) -> Self {
        let graph = record.graph.as_petgraph();
        let made = record
            .ran()
            .filter(|(node, part)| part.last && record.graph.state(*node) == TaskState::Done);
        Series::of(made.map(|(node, part)| {
            let users = graph
                .edges(node)
                .filter(|edge| *edge.weight() != Access::Order);
            let ends = users.map(|edge| {
                record.parts[edge.target().index()].map_or(record.wall, |part| part.end)
            });
            (part.end, ends.max().unwrap_or(record.wall))
        }))
    }

    /// The largest count.
    pub(super) fn peak(&self) -> i64 {
        self.0.iter().map(|&(_, count)| count).max().unwrap_or(0)
    }

    /// At most about so many points, of which each is the largest of its stretch.
    pub(super) fn thinned(&self, points: usize, wall: u64) -> Vec<(u64, i64)> {
        if self.0.len() <= points {
            return self.0.clone();
        }
        let width = (wall / points as u64).max(1);
        let mut thinned: Vec<(u64, i64)> = Vec::with_capacity(points + 1);
        let mut before = 0;
        for &(at, count) in &self.0 {
            let stretch = at / width * width;
            match thinned.last_mut() {
                Some(last) if last.0 == stretch => last.1 = last.1.max(count),
                _ => {
                    let start = if at == stretch {
                        count
                    } else {
                        count.max(before)
                    };
                    thinned.push((stretch, start));
                }
            }
            before = count;
        }
        thinned
    }
}
