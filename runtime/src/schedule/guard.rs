//! What may stop a run before its end: tokens and a deadline, its own and those of the runs around it.
//!
//! A run without them has no guard, and pays nothing. In a guarded run every task is looked at before it starts: once the
//! guard says stop, no task is started any more, and all that is left is discarded as if its inputs had failed. So the run
//! ends as any other does, when its sinks are done.

use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::cancel::{CancelToken, Watched};
use crate::error::{ErrorKind, Progress};
use crate::sync::{AtomicU8, AtomicUsize, Ordering, now};

#[derive(Debug)]
pub(super) struct Guard {
    tokens: Vec<Watched>,
    deadline: Option<Instant>,
    /// Why a task was not started, once one was not.
    stopped: AtomicU8,
    done: AtomicUsize,
    skipped: AtomicUsize,
}

const CANCELLED: u8 = 1;
const TIMED_OUT: u8 = 2;

/// What an executor says of when to stop.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bounds {
    pub(crate) token: Option<CancelToken>,
    pub(crate) timeout: Option<Duration>,
}

/// When the clock was read last, by one worker.
#[derive(Debug, Default)]
pub(super) struct Clock {
    kind: usize,
    /// So many tasks of this kind may start without another look.
    trust: u32,
    read: Option<Instant>,
}

/// Reading the clock costs about as much as the smallest task. Of short tasks of one kind in a row, only some look at it.
const MOST_TRUST: u32 = 8;
/// Tasks in a row that took less than this together are short.
const SHORT: Duration = Duration::from_micros(20);

impl Guard {
    /// A guard for a run with these bounds inside of a run with that guard, if there is anything to look at.
    pub(super) fn new(bounds: &Bounds, around: Option<&Guard>) -> Option<Arc<Self>> {
        let own = bounds.timeout.and_then(|time| now().checked_add(time));
        let outer = around.and_then(|around| around.deadline);
        let mut tokens = around.map_or_else(Vec::new, |around| around.tokens.clone());
        tokens.extend(bounds.token.as_ref().map(Watched::new));
        let deadline = own.into_iter().chain(outer).min();
        let is_bounded = deadline.is_some() || !tokens.is_empty();
        is_bounded.then(|| {
            Arc::new(Guard {
                tokens,
                deadline,
                stopped: AtomicU8::new(0),
                done: AtomicUsize::new(0),
                skipped: AtomicUsize::new(0),
            })
        })
    }

    /// Is it time to stop?
    pub(super) fn is_due(&self) -> bool {
        self.stopped.load(Ordering::Acquire) != 0 || self.is_cancelled() || self.is_late(now())
    }

    fn is_cancelled(&self) -> bool {
        self.tokens.iter().any(Watched::is_cancelled)
    }

    fn is_late(&self, now: Instant) -> bool {
        self.deadline.is_some_and(|deadline| now >= deadline)
    }

    /// Must a task of this kind not start any more? The first one that must not stops the run.
    pub(super) fn stops(&self, clock: &mut Clock, kind: usize) -> bool {
        if self.stopped.load(Ordering::Acquire) != 0 {
            return true;
        }
        if self.is_cancelled() {
            return self.stop(CANCELLED);
        }
        if self.deadline.is_some()
            && let Some(now) = clock.look(kind)
            && self.is_late(now)
        {
            return self.stop(TIMED_OUT);
        }
        false
    }

    /// A task has ended because a run inside of it was stopped: so is this one, if it is time to.
    pub(super) fn look(&self) {
        self.stops(&mut Clock::default(), 0);
    }

    fn stop(&self, why: u8) -> bool {
        let _ = self
            .stopped
            .compare_exchange(0, why, Ordering::AcqRel, Ordering::Acquire);
        true
    }

    pub(super) fn count_done(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn count_skipped(&self) {
        self.skipped.fetch_add(1, Ordering::Relaxed);
    }

    /// When somebody who sleeps has to look again, if tasks are waiting for something else than tasks of their own run.
    pub(super) fn wake_at(&self, waiting: bool) -> Option<Instant> {
        /// Nobody rings when a token is cancelled.
        const GLANCE: Duration = Duration::from_millis(10);
        let now = now();
        let deadline = self.deadline.filter(|deadline| waiting || *deadline > now);
        let glance = (waiting && !self.tokens.is_empty()).then(|| now + GLANCE);
        deadline.into_iter().chain(glance).min()
    }

    /// If the run was stopped: why, and how far it came.
    pub(super) fn outcome(&self) -> Option<(ErrorKind, Progress)> {
        let kind = match self.stopped.load(Ordering::Acquire) {
            CANCELLED => ErrorKind::Cancelled,
            TIMED_OUT => ErrorKind::TimedOut,
            _ => return None,
        };
        let progress = Progress {
            done: self.done.load(Ordering::Acquire),
            skipped: self.skipped.load(Ordering::Acquire),
        };
        Some((kind, progress))
    }
}

impl Clock {
    /// The time, if it has to be looked at before a task of this kind starts.
    fn look(&mut self, kind: usize) -> Option<Instant> {
        if self.kind == kind && self.trust > 0 {
            self.trust -= 1;
            return None;
        }
        let now = now();
        let before = self.read.replace(now);
        let short = self.kind == kind && before.is_some_and(|before| now - before < SHORT);
        self.kind = kind;
        self.trust = if short { MOST_TRUST - 1 } else { 0 };
        Some(now)
    }
}
