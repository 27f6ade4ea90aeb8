//! Does it pay to wake a second worker? What tasks of a kind have cost lately, as far as that is known.
//!
//! Waking costs some microseconds, so a graph of a few tiny tasks stays with the thread that computes it. A kind that is not
//! known is taken to be slow. The estimate follows the slowest of recent samples, so a kind that is sometimes slow counts
//! as slow for a while. Kinds share entries of a small table; whoever comes takes the entry over.

// Not part of any protocol: whatever is read here is only a guess, so a model need not look at it.
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crate::store::TaskRef;

const ENTRIES: usize = 512;
/// Samples before an estimate is believed.
const ENOUGH: u64 = 3;
/// Once its kind is known, the task that comes after this many is timed, then the one after twice as many, and so on: a
/// kind that has become slow shows early.
const SELDOM: usize = 8;
/// At least one task in this many is timed.
const SELDOM_MOST: usize = 256;
/// So many tasks of a run are timed if their kind is not known. In a block each statement is a kind, and one that never becomes
/// known has a worker woken in each run.
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
static TABLE: [AtomicU64; ENTRIES] = [const { AtomicU64::new(0) }; ENTRIES];
const NANOS: u64 = (1 << 36) - 1;

fn entry(kind: usize) -> (&'static AtomicU64, u64) {
    let hash = (kind as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let index = usize::try_from(hash >> 40).unwrap_or(0) % ENTRIES;
    (&TABLE[index], hash & 0xFF_FFFF)
}

/// Nanoseconds that a task of this kind takes, where that is known.
fn estimate(task: TaskRef) -> Option<u64> {
    if task.info().is_light() {
        return Some(0);
    }
    let (entry, tag) = entry(task.kind());
    let found = entry.load(Ordering::Relaxed);
    (found >> 40 == tag && (found >> 36) & 0xF >= ENOUGH).then_some(found & NANOS)
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

fn place(task: TaskRef) -> usize {
    // What is the same for a kind is some hundred bytes.
    (task.kind() >> 6) % PLACES
}

fn record(kind: usize, took: Duration) {
    let (entry, tag) = entry(kind);
    let found = entry.load(Ordering::Relaxed);
    let (samples, before) = if found >> 40 == tag {
        ((found >> 36) & 0xF, found & NANOS)
    } else {
        (0, 0)
    };
    let nanos = u64::try_from(took.as_nanos())
        .unwrap_or(NANOS)
        .clamp(1, NANOS);
    let nanos = nanos.max(before - before / 8);
    entry.store(
        tag << 40 | (samples + 1).min(0xF) << 36 | nanos,
        Ordering::Relaxed,
    );
}

/// Counts tasks, times some of them, and remembers the kinds it saw last.
#[derive(Debug)]
pub(super) struct Sampler {
    count: usize,
    /// The count at which the next task is timed.
    next: usize,
    /// Kinds that were looked up lately, each at the place that its address gives it.
    kinds: [Known; PLACES],
    /// How long slow tasks ran while others were ready: what a second worker could have saved so far.
    missed: u64,
}

#[derive(Clone, Copy, Debug)]
struct Known {
    kind: usize,
    /// So many tasks of this kind are not worth waking a worker for.
    few: usize,
    /// Nanoseconds that a task takes, where that is slow.
    slow: u64,
}

const PLACES: usize = 8;

impl Default for Sampler {
    fn default() -> Self {
        Sampler {
            count: 0,
            next: SELDOM,
            kinds: [Known {
                kind: 0,
                few: 0,
                slow: 0,
            }; PLACES],
            missed: 0,
        }
    }
}

impl Sampler {
    /// Would a second worker help, while this task runs, with `ready` others?
    #[inline]
    pub(super) fn pays(&mut self, task: TaskRef, ready: usize) -> bool {
        let mut known = self.kinds[place(task)];
        if known.kind != task.kind() {
            known = self.look_up(task);
        }
        self.missed += known.slow;
        ready >= known.few || self.missed >= 2 * WAKING
    }

    #[cold]
    fn look_up(&mut self, task: TaskRef) -> Known {
        let kind = task.kind();
        let Some(nanos) = estimate(task) else {
            // It may be known soon.
            return Known {
                kind,
                few: 0,
                slow: 0,
            };
        };
        let few = match nanos.saturating_sub(GIVING) {
            0 => usize::MAX,
            nanos => usize::try_from(WAKING / nanos).unwrap_or(usize::MAX),
        };
        let slow = if nanos >= SLOW { nanos } else { 0 };
        let known = Known { kind, few, slow };
        self.kinds[place(task)] = known;
        known
    }

    /// Should it be noted how long this task takes?
    #[inline]
    pub(super) fn is_due(&mut self, task: TaskRef) -> bool {
        // A model's executions have to be alike, so nothing is known there.
        if cfg!(loom) {
            return false;
        }
        self.count += 1;
        if self.count <= FIRST && self.is_new(task) {
            return true;
        }
        if self.count < self.next {
            return false;
        }
        self.next += self.next.min(SELDOM_MOST);
        true
    }

    fn is_new(&mut self, task: TaskRef) -> bool {
        self.kinds[place(task)].kind != task.kind() && estimate(task).is_none()
    }

    /// Runs something, and notes how long it took.
    #[cold]
    pub(super) fn time<T>(&mut self, task: TaskRef, run: impl FnOnce() -> T) -> T {
        let kind = task.kind();
        self.kinds[place(task)].kind = 0;
        let start = Instant::now();
        let result = run();
        record(kind, start.elapsed());
        result
    }
}
