//! Which of the ready tasks go first, where a run is shared: long chains start in time.
//!
//! The heights of tasks ([`heights`]) are found when a run becomes shared, if that pays: a run that stays alone gains nothing
//! by any order. Only tasks of the first block have heights; what joins a run later goes in the order of creation.

use std::ops::Range;

use super::block::{Block, DONE};
use super::cost;
use crate::graph::{heights, in_time};
use crate::sync::Ordering;

/// So many tasks tell what the others are like.
const LOOKED_AT: usize = 8;

#[derive(Debug)]
pub(super) struct Order {
    heights: Vec<u32>,
    /// The sources of the block, each at its place or at that of another one.
    sources: Vec<u32>,
}

impl Block {
    /// Finds out which tasks go first, for a run that goes on with so many workers and has not started the sources at these places.
    pub(super) fn put_in_order(&self, not_taken: &Range<u32>, workers: usize) {
        if self.slots.len() <= workers {
            return;
        }
        // The record of a task that is done may be gone.
        let some = self.slots.iter().step_by(self.slots.len() / LOOKED_AT + 1);
        let some = some.filter(|slot| slot.state.load(Ordering::Relaxed) & DONE == 0);
        if !cost::ordering_pays(some.map(|slot| slot.task), workers) {
            return;
        }
        let tasks = u32::try_from(self.slots.len()).expect("the collector counts the tasks");
        let heights = heights(0..tasks, |task| self.successors(task));
        let mut sources = self.sources.clone();
        let taken = sources.len() - not_taken.len();
        in_time(&mut sources[taken..], &heights, workers);
        let order = Order { heights, sources };
        self.order.set(order).expect("a run is shared once");
    }

    /// The heights of its tasks; empty where they are not known.
    pub(super) fn heights(&self) -> &[u32] {
        self.order.get().map_or(&[], |order| &order.heights)
    }

    /// The sources, by place, for a run that is shared.
    pub(super) fn ordered_sources(&self) -> &[u32] {
        self.order
            .get()
            .map_or(&self.sources, |order| &order.sources)
    }
}

/// Is one task known to be higher than another?
#[inline]
pub(super) fn is_higher(heights: &[u32], task: u32, other: u32) -> bool {
    heights.get(task as usize) > heights.get(other as usize)
}
