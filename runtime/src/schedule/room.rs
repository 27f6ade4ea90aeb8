//! Room for a large block's tables, as much as it will need.
//!
//! A table that grows by doubling is copied, and ends with up to half of its room unused. A large graph is collected backwards
//! through memory, so how far it has come says how many tasks and edges there will be: at most what was created since the last
//! large block, and no more than there is in memory. The estimate may be wrong in both directions; then tables grow as they
//! would without it.

use super::block::Block;
use crate::store::{TaskRef, about_in_use};

/// Tables with fewer entries just grow.
const SMALL: usize = 1 << 14;
/// What is estimated has to be at least one part in this many done.
const ENOUGH: usize = 128;
/// There is room for one in this many more than the estimate.
const MARGIN: usize = 32;
/// Edges that most tasks have at most.
const EDGES: usize = 4;

/// Tasks between two looks at the tables.
const LOOK: usize = 64;

/// What the collector has followed back.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Followed {
    tasks: usize,
    /// Edges of tasks with very many: one of these says nothing of the others.
    many: usize,
}

impl Followed {
    /// One more task, with so many edges. Should the tables be looked at?
    #[inline]
    pub(super) fn add(&mut self, edges: u32) -> bool {
        self.tasks += 1;
        if edges as usize > EDGES {
            self.many += edges as usize;
        }
        self.tasks.is_multiple_of(LOOK)
    }
}

impl Block {
    /// Makes room for the rest of a large block, after what was `followed` so far, where there may be too little for the next
    /// tasks. `task` was the last.
    #[cold]
    pub(super) fn make_room(&mut self, followed: Followed, task: TaskRef) {
        const NEXT: usize = LOOK * EDGES;
        let (tasks, edges) = (self.slots.len(), self.graph.edge_count());
        if tasks >= SMALL {
            self.found.look_ahead();
        }
        let needs_tasks = tasks >= SMALL && tasks + NEXT > self.slots.capacity();
        let needs_edges = edges >= SMALL && edges + NEXT > self.graph.capacity().1;
        if self.has_many_roots || !needs_tasks && !needs_edges {
            return;
        }
        let newest = self.slots[0].task.order();
        let passed = bytes(newest.saturating_sub(task.order()));
        let since = bytes(newest.saturating_sub(self.newest_before));
        let all = since.min(about_in_use());
        if passed == 0 || all / ENOUGH > passed || all <= passed {
            return;
        }
        let more = |done: usize| {
            let more = done as u128 * (all - passed) as u128 / passed as u128;
            usize::try_from(more).unwrap_or(usize::MAX)
        };
        if needs_tasks {
            let all = followed.tasks + more(followed.tasks);
            self.room_for_tasks(with_margin(all.saturating_sub(tasks), tasks));
        }
        if needs_edges {
            let more = with_margin(more(edges.saturating_sub(followed.many)), edges);
            self.graph.reserve_exact_edges(more);
        }
    }

    /// Makes room for so many tasks more.
    pub(super) fn room_for_tasks(&mut self, more: usize) {
        self.slots.reserve_exact(more);
        self.graph.reserve_exact_nodes(more);
    }

    /// Notes what the next large block was created after.
    pub(super) fn note_newest(&mut self) {
        if self.slots.len() >= SMALL {
            self.newest_before = self.slots[0].task.order();
        }
    }
}

/// So many more than there are, and some.
fn with_margin(more: usize, are: usize) -> usize {
    more.saturating_add(more.saturating_add(are) / MARGIN)
}

fn bytes(orders: u64) -> usize {
    usize::try_from(orders).unwrap_or(usize::MAX)
}
