//! What a thread has freed in some chunks, before it is taken off the counts that all threads share.
//!
//! Tasks that are next to each other in a run read values of several others, which lie in chunks of their own and die there at about
//! the same time. With one count at a time, most records that a Cholesky graph frees would cost a subtraction that all threads see.

use std::cell::Cell;

use super::{Start, subtract};

/// As many chunks can be counted in at a time.
const PLACES: usize = if cfg!(loom) { 2 } else { 8 };

/// Counts by chunk, each at the place that its address gives it.
pub(super) struct Freed([Place; PLACES]);

struct Place {
    chunk: Cell<Option<Start>>,
    records: Cell<u32>,
}

impl Freed {
    pub(super) const fn new() -> Self {
        Freed([const { Place::new() }; PLACES])
    }

    /// One more record of this chunk is free, if it is one that is counted in.
    #[inline]
    pub(super) fn count(&self, start: Start) -> bool {
        let place = self.place_of(start);
        let is_here = place.chunk.get() == Some(start);
        if is_here {
            place.records.set(place.records.get() + 1);
        }
        is_here
    }

    /// The same, which may end the count of another chunk.
    pub(super) fn count_anywhere(&self, start: Start) {
        if !self.count(start) {
            self.place_of(start).begin(start);
        }
    }

    #[inline]
    fn place_of(&self, start: Start) -> &Place {
        &self.0[start.number() % PLACES]
    }

    /// Takes all that was counted off what is shared.
    pub(super) fn settle(&self) {
        self.0.iter().for_each(Place::settle);
    }
}

impl Place {
    const fn new() -> Self {
        Place {
            chunk: Cell::new(None),
            records: Cell::new(0),
        }
    }

    /// Counts the first record of a chunk.
    fn begin(&self, start: Start) {
        self.settle();
        self.chunk.set(Some(start));
        self.records.set(1);
    }

    fn settle(&self) {
        if let Some(start) = self.chunk.take() {
            // SAFETY: `records` records of that chunk were freed here and still count in its `live`.
            unsafe { subtract(start, self.records.replace(0)) };
        }
    }
}
