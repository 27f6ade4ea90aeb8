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
/// One task in this many is timed once its kind is known.
const SAMPLED: u32 = 64;
/// So many tasks of a run are timed if their kind is not known.
const FIRST: u32 = 8;
/// Waking a worker costs about this much.
const WAKING: u64 = 4_000;

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

/// Counts tasks, times some of them, and remembers the kind it saw last.
#[derive(Debug, Default)]
pub(super) struct Sampler {
    count: u32,
    kind: usize,
    /// So many tasks of that kind are not worth waking a worker for.
    few: usize,
}

impl Sampler {
    /// Would a second worker help, while this task runs, with `ready` others?
    #[inline]
    pub(super) fn pays(&mut self, task: TaskRef, ready: usize) -> bool {
        if task.kind() != self.kind {
            self.look_up(task);
        }
        ready >= self.few
    }

    #[cold]
    fn look_up(&mut self, task: TaskRef) {
        self.few = match estimate(task) {
            Some(0) => usize::MAX,
            Some(nanos) => usize::try_from(WAKING / nanos).unwrap_or(usize::MAX),
            None => 0,
        };
        // What is not known may be known soon.
        self.kind = if self.few == 0 { 0 } else { task.kind() };
    }

    /// Runs something, and notes how long it took where that is worth knowing.
    #[inline]
    pub(super) fn time<T>(&mut self, task: TaskRef, run: impl FnOnce() -> T) -> T {
        self.count = self.count.wrapping_add(1);
        let first = self.count <= FIRST && task.kind() != self.kind;
        // A model's executions have to be alike, so nothing is known there.
        if cfg!(loom) {
            return run();
        }
        if self.count.is_multiple_of(SAMPLED) || (first && estimate(task).is_none()) {
            self.kind = 0;
            return timed(task, run);
        }
        run()
    }
}

fn timed<T>(task: TaskRef, run: impl FnOnce() -> T) -> T {
    let kind = task.kind();
    let start = Instant::now();
    let result = run();
    record(kind, start.elapsed());
    result
}
