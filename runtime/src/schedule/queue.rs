//! Where a worker keeps the tasks that are ready.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::block::{Slot, TaskId};
use super::run::Run;
use crate::sync::deque::Worker as Deque;

/// Ready tasks of one worker.
pub(super) enum Queue {
    /// Alone: the newest first.
    Stack(Vec<TaskId>),
    /// Shared: its own newest first, others steal the oldest.
    Deque(Deque<TaskId>),
    /// By a key: the order of creation, or an order drawn by chance.
    Sorted(BinaryHeap<Reverse<(Vec<u64>, u32, u32)>>, Option<u64>),
    /// Of a visitor, who helps with single tasks: for others to take.
    Handed(Vec<TaskId>),
}

/// The next number of a splitmix generator.
fn draw(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

impl Queue {
    /// By the order of creation.
    pub(super) fn sorted() -> Self {
        Queue::Sorted(BinaryHeap::new(), None)
    }

    /// By chance.
    pub(super) fn shuffled(seed: u64) -> Self {
        Queue::Sorted(BinaryHeap::new(), Some(seed))
    }

    #[inline]
    pub(super) fn pop(&mut self) -> Option<TaskId> {
        match self {
            Queue::Stack(tasks) => tasks.pop(),
            Queue::Deque(tasks) => tasks.pop(),
            Queue::Sorted(tasks, _) => tasks
                .pop()
                .map(|Reverse((_, block, index))| TaskId { block, index }),
            Queue::Handed(_) => None,
        }
    }

    pub(super) fn push(&mut self, id: TaskId, key: impl FnOnce() -> Vec<u64>) {
        match self {
            Queue::Stack(tasks) | Queue::Handed(tasks) => tasks.push(id),
            Queue::Deque(tasks) => tasks.push(id),
            Queue::Sorted(tasks, chance) => {
                let key = chance.as_mut().map_or_else(key, |state| vec![draw(state)]);
                tasks.push(Reverse((key, id.block, id.index)));
            }
        }
    }

    pub(super) fn len(&self) -> usize {
        match self {
            Queue::Stack(tasks) | Queue::Handed(tasks) => tasks.len(),
            Queue::Deque(tasks) => tasks.len(),
            Queue::Sorted(tasks, _) => tasks.len(),
        }
    }

    /// Does the order of starting matter here, so that no ready task may jump the queue?
    pub(super) fn is_sorted(&self) -> bool {
        matches!(self, Queue::Sorted(..))
    }
}

/// Queues a task that is ready. Where the order of starting matters, its place in program order is looked up, and since
/// a visitor may have run it, and then its record is gone, it is claimed for that moment.
pub(super) fn enqueue(run: &Run, queue: &mut Queue, slot: &Slot, id: TaskId, shared: bool) {
    if !queue.is_sorted() {
        queue.push(id, Vec::new);
    } else if !shared {
        queue.push(id, || run.path(id));
    } else if slot.claim() {
        queue.push(id, || run.path(id));
        slot.unclaim();
    }
}
