//! The workers of a shared run: seats with deques, and how more of them are asked for.
//!
//! A helper is a job on the rayon pool. It enters the run, works until it finds nothing, and leaves, so an idle thread is
//! rayon's again and can help with parallel work inside tasks. Whoever makes tasks ready asks for one more worker while
//! not all are there; each worker that comes asks for the next one when it finds more than it needs, in its own deque or in
//! those of others.
//!
//! No wake-up is lost: a worker that leaves takes itself off the count, then (fence) looks once more for work; who makes
//! work puts it in a deque, then (fence) looks at the count. One of the two sees the other.

use std::ops::Range;

use super::block::TaskId;
use super::ready::ReadyRange;
use crate::sync::deque::{Injector, Steal, Stealer, Worker as Deque};
use crate::sync::{AtomicUsize, Mutex, Ordering, fence, lock};

#[derive(Debug)]
pub(super) struct Crew {
    seats: Vec<Seat>,
    free: Mutex<Vec<usize>>,
    /// Workers in the run or asked for.
    workers: AtomicUsize,
    /// Ready tasks that belong to nobody.
    pub(super) handed: Injector<TaskId>,
}

#[derive(Debug)]
struct Seat {
    /// Ready tasks that stand together. Only who sits here fills it, and only while it is empty.
    range: ReadyRange,
    stealer: Stealer<TaskId>,
    deque: Mutex<Option<Deque<TaskId>>>,
}

/// A worker takes one in this many ready tasks at a time, for each worker there may be. Where sources are few it takes one:
/// what workers leave behind halfway through their ranges are values that live.
const PARTS: usize = if cfg!(loom) { 1 } else { 64 };

impl Crew {
    /// Seats for this many workers at once.
    pub(super) fn new(most: usize) -> Self {
        let seat = |_| {
            let deque = Deque::new_lifo();
            Seat {
                range: ReadyRange::default(),
                stealer: deque.stealer(),
                deque: Mutex::new(Some(deque)),
            }
        };
        // One more for the caller, who comes unasked.
        let seats: Vec<Seat> = (0..=most).map(seat).collect();
        let free = Mutex::new((0..=most).rev().collect());
        Crew {
            seats,
            free,
            workers: AtomicUsize::new(0),
            handed: Injector::new(),
        }
    }

    /// Takes a seat. There is one for everybody who is counted.
    pub(super) fn sit(&self) -> (usize, Deque<TaskId>) {
        let seat = lock(&self.free)
            .pop()
            .expect("a seat for each worker that is counted");
        let deque = lock(&self.seats[seat].deque)
            .take()
            .expect("a free seat has its deque");
        (seat, deque)
    }

    /// Gives up a seat; what is left in its deque can still be stolen.
    pub(super) fn stand_up(&self, seat: usize, deque: Deque<TaskId>) {
        *lock(&self.seats[seat].deque) = Some(deque);
        lock(&self.free).push(seat);
    }

    /// Counts one more worker, unless all are there.
    pub(super) fn count_in(&self) -> bool {
        fence(Ordering::SeqCst);
        let most = self.seats.len() - 1;
        let more = |workers| (workers < most).then_some(workers + 1);
        self.workers.load(Ordering::Relaxed) < most
            && self
                .workers
                .fetch_update(Ordering::AcqRel, Ordering::Relaxed, more)
                .is_ok()
    }

    /// Are fewer workers there than could be? A first look, which may be wrong.
    pub(super) fn is_short(&self) -> bool {
        self.workers.load(Ordering::Relaxed) < self.seats.len() - 1
    }

    /// The caller comes, whether or not all are there: it has a seat of its own.
    pub(super) fn count_caller_in(&self) {
        self.workers.fetch_add(1, Ordering::AcqRel);
    }

    /// Is any worker there, or asked for?
    pub(super) fn has_workers(&self) -> bool {
        self.workers.load(Ordering::SeqCst) > 0
    }

    /// Is a worker there, or asked for, besides the one who asks?
    pub(super) fn has_others(&self) -> bool {
        self.workers.load(Ordering::SeqCst) > 1
    }

    /// Takes a worker off the count. It looks for work once more after this.
    pub(super) fn count_out(&self) {
        self.workers.fetch_sub(1, Ordering::AcqRel);
        fence(Ordering::SeqCst);
    }

    /// Is there a ready task that could be stolen?
    pub(super) fn has_work(&self) -> bool {
        let some = |seat: &Seat| !seat.stealer.is_empty() || seat.range.len() > 0;
        !self.handed.is_empty() || self.seats.iter().any(some)
    }

    /// The place of the next task in the range of a seat; once that is empty, a part of the first of `others` that is not.
    pub(super) fn take(&self, seat: usize, others: [&ReadyRange; 2]) -> Option<u32> {
        if let Some(place) = self.seats[seat].range.take_own() {
            return Some(place);
        }
        let parts = PARTS * (self.seats.len() - 1);
        let part = others.iter().find_map(|range| range.take_part(parts))?;
        Some(self.begin(seat, part))
    }

    /// How many tasks are in the range of a seat.
    pub(super) fn len(&self, seat: usize) -> usize {
        self.seats[seat].range.len()
    }

    /// The place of a task from another worker's range; half of that comes to this seat.
    pub(super) fn steal_range(&self, seat: usize) -> Option<u32> {
        let half = self.after(seat).find_map(|seat| seat.range.steal())?;
        Some(self.begin(seat, half))
    }

    /// Gives the first, keeps the others in the range of the seat.
    fn begin(&self, seat: usize, ready: Range<u32>) -> u32 {
        let others = ready.start + 1..ready.end;
        if !others.is_empty() {
            self.seats[seat].range.fill(&others);
            // As for a push: a worker that leaves may have looked when they were in neither place.
            fence(Ordering::SeqCst);
        }
        ready.start
    }

    /// The other seats, the next first.
    fn after(&self, seat: usize) -> impl Iterator<Item = &Seat> {
        let (before, after) = self.seats.split_at(seat);
        after.iter().skip(1).chain(before)
    }

    /// A ready task that belongs to nobody.
    pub(super) fn take_handed(&self) -> Option<TaskId> {
        loop {
            match self.handed.steal() {
                Steal::Success(id) => return Some(id),
                Steal::Retry => {}
                Steal::Empty => return None,
            }
        }
    }

    /// A task from another worker, the next seat first.
    pub(super) fn steal(&self, from: usize) -> Option<TaskId> {
        loop {
            let mut again = false;
            let others = self.after(from).map(|seat| seat.stealer.steal());
            let steals = std::iter::once(self.handed.steal()).chain(others);
            for steal in steals {
                match steal {
                    Steal::Success(id) => return Some(id),
                    Steal::Retry => again = true,
                    Steal::Empty => {}
                }
            }
            if !again {
                return None;
            }
        }
    }
}
