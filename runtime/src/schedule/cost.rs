//! Does it pay to wake a second worker? What tasks of a kind have cost lately, as far as that is known.
//!
//! Waking costs some microseconds, so a graph of a few tiny tasks stays with the thread that computes it. A kind that is not
//! known is taken to be slow. The estimate follows the slowest of recent samples, so a kind that is sometimes slow counts
//! as slow for a while. Kinds share the sets of a small table; whoever comes to a full one takes an entry over.

// Not part of any protocol: whatever is read here is only a guess, so a model need not look at it.
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crate::store::{Payload, Ran, TaskRef};

/// In a block each statement is a kind. Two that took one entry from each other would never become known, so there are many sets,
/// each a line of the cache.
const SETS: usize = 512;
const WAYS: usize = 8;
/// Samples before an estimate is believed.
const ENOUGH: u64 = 3;
/// Once its kind is known, the task that comes after this many is timed, then the one after twice as many, and so on: a
/// kind that has become slow shows early.
const SELDOM: usize = 8;
/// At least one task in this many is timed.
const SELDOM_MOST: usize = 256;
/// So many tasks of a run are timed if their kind is not known: one that never becomes known has a worker woken in each run.
const FIRST: usize = 64;
/// Waking a worker costs about this much.
const WAKING: u64 = 4_000;

/// Measuring a task, and giving it to another worker, cost about this much: for what is shorter, waking never pays.
const GIVING: u64 = 60;

/// A kind that is at least this slow is worth waking for also where few tasks are ready at once, but again and again.
const SLOW: u64 = 500;

/// Finding out which tasks go first costs about this much a task, while all other workers wait.
const ORDERING: u64 = 5;
/// It may cost this part of the run.
const ORDERING_SHARE: u64 = 50;
/// Bits of an entry: nanoseconds, samples, and a tag for the kind.
type Entry = AtomicU64;
static TABLE: [Set; SETS] = [const { Set([const { Entry::new(0) }; WAYS]) }; SETS];
const NANOS: u64 = (1 << 36) - 1;

#[repr(align(64))]
struct Set([Entry; WAYS]);

/// The tag of a kind, and the entries where it may stand, in the order in which they are looked at.
#[inline]
fn entries(kind: usize) -> (u64, impl Iterator<Item = &'static Entry> + Clone) {
    let hash = (kind as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let at = usize::try_from(hash >> 40).unwrap_or(0);
    let set = &TABLE[at / WAYS % SETS].0;
    let all = (0..WAYS).map(move |way| &set[(at + way) % WAYS]);
    (hash & 0xFF_FFFF, all)
}

/// Nanoseconds that a task of this kind takes, where that is known.
#[inline]
fn known(kind: usize) -> Option<u64> {
    let (tag, mut entries) = entries(kind);
    let first = entries.next()?.load(Ordering::Relaxed);
    let found = if first >> 40 == tag {
        first
    } else {
        found_among(tag, entries)?
    };
    ((found >> 36) & 0xF >= ENOUGH).then_some(found & NANOS)
}

#[cold]
fn found_among(tag: u64, entries: impl Iterator<Item = &'static Entry>) -> Option<u64> {
    let mut found = entries.map(|entry| entry.load(Ordering::Relaxed));
    found.find(|found| found >> 40 == tag)
}

/// The same for a task, of which the user may have said it.
#[inline]
fn estimate(task: TaskRef) -> Option<u64> {
    known(task.kind()).or_else(|| task.info().is_light().then_some(0))
}

/// Are these tasks slow enough that it pays to find out which of them go first?
pub(super) fn ordering_pays(tasks: impl Iterator<Item = TaskRef>, workers: usize) -> bool {
    let (mut looked_at, mut nanos) = (0, 0);
    for task in tasks {
        let Some(estimate) = estimate(task) else {
            return true;
        };
        looked_at += 1;
        nanos += estimate;
    }
    looked_at > 0 && nanos >= looked_at * ORDERING * ORDERING_SHARE * workers as u64
}

fn record(kind: usize, took: Duration) {
    let (tag, entries) = entries(kind);
    let mut entries = entries.map(|entry| (entry, entry.load(Ordering::Relaxed)));
    let is_its_or_free = |&(_, found): &(_, u64)| found >> 40 == tag || found == 0;
    let first = entries.clone().next();
    let Some((entry, found)) = entries.find(is_its_or_free).or(first) else {
        return;
    };
    let (samples, before) = if found >> 40 == tag {
        ((found >> 36) & 0xF, found & NANOS)
    } else {
        (0, 0)
    };
    let nanos = u64::try_from(took.as_nanos())
        .unwrap_or(NANOS)
        .clamp(1, NANOS);
    let nanos = nanos.max(before - before / 8);
    let now = tag << 40 | (samples + 1).min(0xF) << 36 | nanos;
    entry.store(now, Ordering::Relaxed);
}

/// Counts tasks, and times some of them.
#[derive(Debug)]
pub(super) struct Sampler {
    count: usize,
    /// The count at which the next task is timed.
    next: usize,
    /// The kind that was looked up last, where waking never pays for it.
    cheap: usize,
    /// The kind that was looked up last where it may pay, until one of these is timed.
    doubted: usize,
    /// How long slow tasks ran while others were ready: what a second worker could have saved so far.
    missed: u64,
}

impl Default for Sampler {
    fn default() -> Self {
        Sampler {
            count: 0,
            next: SELDOM,
            cheap: 0,
            doubted: 0,
            missed: 0,
        }
    }
}

impl Sampler {
    /// Would a second worker help, while this task runs, with `ready` others?
    #[inline]
    pub(super) fn pays(&mut self, task: TaskRef, ready: usize) -> bool {
        let missed_much = self.missed >= 2 * WAKING;
        if task.kind() == self.cheap {
            return missed_much;
        }
        let Some(nanos) = estimate(task) else {
            return true;
        };
        if nanos <= GIVING {
            self.cheap = task.kind();
            return missed_much;
        }
        self.doubted = task.kind();
        if nanos >= SLOW {
            self.missed += nanos;
        }
        (nanos - GIVING).saturating_mul(ready as u64 + 1) > WAKING || self.missed >= 2 * WAKING
    }

    /// Should it be noted how long this task takes? In any case where a worker may have been woken because tasks of its kind are slow:
    /// a graph of few tasks, which is too short for another sample of that kind, would wake one for each of its runs.
    #[inline]
    pub(super) fn is_due(&mut self, task: TaskRef) -> bool {
        let is_doubted = task.kind() == self.doubted;
        if is_doubted {
            self.doubted = 0;
        }
        let is_seldom = self.is_seldom_due();
        is_seldom || !cfg!(loom) && (is_doubted || self.count <= FIRST && estimate(task).is_none())
    }

    /// The same for a kind that is known, as it is where a second worker does not [pay](Self::pays).
    #[inline]
    pub(super) fn is_seldom_due(&mut self) -> bool {
        self.count += 1;
        // A model's executions have to be alike, so nothing is known there.
        if cfg!(loom) || self.count < self.next {
            return false;
        }
        self.next += self.next.min(SELDOM_MOST);
        true
    }

    /// Runs a task, and notes how long it took if that is due.
    #[inline]
    pub(super) fn run(&mut self, task: TaskRef, is_due: bool) -> Result<Ran, Payload> {
        if is_due {
            self.time(task, || task.run())
        } else {
            task.run()
        }
    }

    /// Runs something, and notes how long it took.
    #[cold]
    fn time<T>(&mut self, task: TaskRef, run: impl FnOnce() -> T) -> T {
        let (kind, is_light) = (task.kind(), task.info().is_light());
        let start = Instant::now();
        let result = run();
        let took = if is_light {
            Duration::ZERO
        } else {
            start.elapsed()
        };
        record(kind, took);
        self.cheap = 0;
        result
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{Info, Kind};

    #[test]
    fn a_kind_that_a_worker_is_woken_for_is_timed_again() {
        let task = crate::build::task(|| Info::new("slow once", Kind::Closure), (), |()| 1);
        let task = task.edge().task();
        for _ in 0..ENOUGH {
            record(task.kind(), Duration::from_micros(100));
        }
        let mut runs = 0;
        loop {
            let mut sampler = Sampler::default();
            if !sampler.pays(task, 1) {
                break;
            }
            runs += 1;
            assert!(runs < 100, "it stays slow");
            assert!(sampler.is_due(task));
            record(task.kind(), Duration::from_nanos(10));
            assert!(!sampler.is_due(task));
        }
        assert!(runs > 1, "one fast sample says little");
    }

    /// Far from where the tables of the tests' own tasks lie, and as far apart as those.
    fn kinds(count: usize) -> impl Iterator<Item = usize> {
        (0..count).map(|at| 0x10_0000 + 96 * at)
    }

    #[test]
    fn the_statements_of_a_large_block_are_known_side_by_side() {
        for _ in 0..ENOUGH {
            kinds(500).for_each(|kind| record(kind, Duration::from_nanos(kind as u64)));
        }
        for kind in kinds(500) {
            assert_eq!(known(kind), Some(kind as u64));
        }
    }
}
