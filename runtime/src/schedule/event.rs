//! Waiting without spinning: a bell to ring, and a gate to count who is inside.

use std::time::{Duration, Instant};

use crate::sync::{AtomicUsize, Condvar, Mutex, Ordering, lock, now};

/// A bell: who waits looks again at what it waits for, each time it rings.
#[derive(Debug, Default)]
pub(super) struct Event {
    rung: Mutex<u64>,
    changed: Condvar,
}

impl Event {
    /// Wakes all who wait. What they look at was stored before.
    pub(super) fn ring(&self) {
        *lock(&self.rung) += 1;
        self.changed.notify_all();
    }

    /// Waits until `done`, which is looked at now and at each ring.
    pub(super) fn wait(&self, mut done: impl FnMut() -> bool) {
        let mut rung = lock(&self.rung);
        while !done() {
            rung = self
                .changed
                .wait(rung)
                .unwrap_or_else(std::sync::PoisonError::into_inner);
        }
    }

    /// The same, but no longer than to this time, which is looked at again at each ring.
    pub(super) fn wait_until(
        &self,
        until: impl Fn() -> Option<Instant>,
        mut done: impl FnMut() -> bool,
    ) {
        let mut rung = lock(&self.rung);
        while !done() {
            let Some(until) = until() else {
                let waited = self.changed.wait(rung);
                rung = waited.unwrap_or_else(std::sync::PoisonError::into_inner);
                continue;
            };
            let left = until.saturating_duration_since(now());
            if left.is_zero() {
                return;
            }
            let waited = self.changed.wait_timeout(rung, left);
            rung = waited.unwrap_or_else(std::sync::PoisonError::into_inner).0;
        }
    }

    /// Waits for one ring, or for this time.
    pub(super) fn wait_briefly(&self, time: Duration, done: impl FnOnce() -> bool) {
        let rung = lock(&self.rung);
        if !done() {
            let _ = self.changed.wait_timeout(rung, time);
        }
    }
}

/// Counts helpers that are in a run; once it is closed, nobody enters.
///
/// A helper that finds it closed touches nothing of the run's tasks. The caller closes it and waits for those inside:
/// the count is changed by `AcqRel` operations, so all that they did happens before the caller goes on.
#[derive(Debug)]
pub(super) struct Gate(AtomicUsize);

const CLOSED: usize = 1 << (usize::BITS - 1);

impl Gate {
    pub(super) fn new() -> Self {
        Gate(AtomicUsize::new(0))
    }

    /// Opens it again, after it was closed and when nobody is inside.
    pub(super) fn open(&self) {
        self.0.store(0, Ordering::Release);
    }

    /// Goes in, unless it is closed. Who is refused was never counted: the last one out is known to be the last.
    pub(super) fn enter(&self) -> bool {
        let open = |count: usize| (count & CLOSED == 0).then_some(count + 1);
        let entered = self
            .0
            .fetch_update(Ordering::AcqRel, Ordering::Relaxed, open);
        entered.is_ok()
    }

    /// Goes out; tells whether the caller waits for this.
    pub(super) fn leave(&self) -> bool {
        self.0.fetch_sub(1, Ordering::AcqRel) == CLOSED | 1
    }

    pub(super) fn close(&self) {
        self.0.fetch_or(CLOSED, Ordering::AcqRel);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.load(Ordering::Acquire) & !CLOSED == 0
    }
}
