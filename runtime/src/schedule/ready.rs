//! A range of ready tasks that stand next to each other in a block's tables: two numbers in one word, whatever its length.
//!
//! Sources are such a range, and so are the successors of a wide task that become ready together. A worker takes a few at a
//! time to a range of its own, which nobody else writes to but for those who steal: they take the rear half. So workers
//! that go through many tasks do not meet at each of them, and tasks next to each other, which share cache lines and often
//! successors, are run by the same worker. Each task of a range can be taken by others at any time until it is started.
//! A worker takes from its own range by a load and a store. If another one steals in between, both have the rear half: a task
//! may be named twice, as in all queues, and is started by who claims it.
//!
//! All operations are relaxed: a range says only where tasks stand, in tables that do not change. What their predecessors
//! did is seen by whoever claims them.

use std::ops::Range;

use crate::sync::{AtomicU64, Ordering};

/// Places in the tables of a run's first block. Different ranges are written by different workers: none shares a line.
#[derive(Debug, Default)]
#[repr(align(128))]
pub(super) struct ReadyRange(AtomicU64);

const ONE: u64 = 1 << 32;

fn pack(range: &Range<u32>) -> u64 {
    (u64::from(range.start) * ONE) | u64::from(range.end)
}

fn unpack(word: u64) -> Range<u32> {
    let half = |word: u64| u32::try_from(word % ONE).unwrap_or(0);
    half(word / ONE)..half(word)
}

impl ReadyRange {
    /// Fills it, where it is empty and nobody else fills it.
    pub(super) fn fill(&self, range: &Range<u32>) {
        self.0.store(pack(range), Ordering::Relaxed);
    }

    /// Fills it if it is empty.
    pub(super) fn offer(&self, range: &Range<u32>) -> bool {
        let before = self.0.load(Ordering::Relaxed);
        unpack(before).is_empty()
            && self
                .0
                .compare_exchange(before, pack(range), Ordering::Relaxed, Ordering::Relaxed)
                .is_ok()
    }

    /// Takes the first one, in a run that is shared or not.
    #[inline]
    pub(super) fn take(&self, shared: bool) -> Option<u32> {
        if !shared {
            return self.take_own();
        }
        self.change(|range| range.start + 1..range.end)
            .map(|range| range.start)
    }

    /// Takes the first one, for who fills it.
    #[inline]
    pub(super) fn take_own(&self) -> Option<u32> {
        let word = self.0.load(Ordering::Relaxed);
        let range = unpack(word);
        if range.is_empty() {
            return None;
        }
        self.0.store(word + ONE, Ordering::Relaxed);
        Some(range.start)
    }

    /// Takes the first of so many equal parts; at least one task.
    pub(super) fn take_part(&self, parts: usize) -> Option<Range<u32>> {
        let part = |range: &Range<u32>| {
            let length = u32::try_from(range.len() / parts).unwrap_or(u32::MAX);
            range.start + length.max(1)
        };
        let before = self.change(|range| part(range)..range.end)?;
        Some(before.start..part(&before))
    }

    /// What is in it.
    pub(super) fn places(&self) -> Range<u32> {
        unpack(self.0.load(Ordering::Relaxed))
    }

    /// Takes the rear half; at least one task.
    pub(super) fn steal(&self) -> Option<Range<u32>> {
        let middle = |range: &Range<u32>| u32::midpoint(range.start, range.end);
        let before = self.change(|range| range.start..middle(range))?;
        Some(middle(&before)..before.end)
    }

    /// Leaves a part of it, if it is not empty; gives what it was.
    fn change(&self, rest: impl Fn(&Range<u32>) -> Range<u32>) -> Option<Range<u32>> {
        let change = |word| {
            let range = unpack(word);
            (!range.is_empty()).then(|| pack(&rest(&range)))
        };
        let before = self
            .0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, change);
        before.ok().map(unpack)
    }

    #[inline]
    pub(super) fn len(&self) -> usize {
        self.places().len()
    }
}

#[cfg(all(test, not(loom)))]
mod tests {
    use super::ReadyRange;

    fn of(range: std::ops::Range<u32>) -> ReadyRange {
        let ready = ReadyRange::default();
        assert!(ready.offer(&range));
        ready
    }

    #[test]
    fn tasks_are_taken_from_the_front_and_stolen_from_the_rear() {
        for shared in [false, true] {
            let ready = of(10..15);
            assert_eq!(ready.take(shared), Some(10));
            assert_eq!(ready.steal(), Some(13..15));
            assert_eq!((ready.take(shared), ready.len()), (Some(11), 1));
            assert_eq!(ready.steal(), Some(12..13));
            assert_eq!((ready.take(shared), ready.steal()), (None, None));
        }
    }

    #[test]
    fn a_part_has_at_least_one_task() {
        let ready = of(0..100);
        assert_eq!(ready.take_part(8), Some(0..12));
        assert_eq!(ready.take_part(8), Some(12..23));
        assert_eq!(ready.take_part(1000), Some(23..24));
        assert_eq!(ready.take_part(1), Some(24..100));
        assert_eq!(ready.take_part(1), None);
    }

    #[test]
    fn only_an_empty_range_is_filled() {
        let ready = of(0..2);
        assert!(!ready.offer(&(5..6)));
        assert_eq!(ready.take_part(1), Some(0..2));
        assert!(ready.offer(&(u32::MAX - 1..u32::MAX)));
        assert_eq!(ready.take(true), Some(u32::MAX - 1));
        assert_eq!(ready.len(), 0);
    }
}
