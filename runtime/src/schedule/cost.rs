//! Does it pay to wake a second worker? What tasks of a kind have cost lately, as far as that is known.
//!
//! Waking costs some microseconds, so a graph of a few tiny tasks stays with the thread that computes it. A kind that is not
//! known is taken to be slow. The estimate follows the slowest of recent samples, so a kind that is sometimes slow counts
//! as slow for a while. Kinds share entries of a small table; whoever comes takes the entry over.

use std::time::{Duration, Instant};

use crate::store::TaskRef;
use crate::sync::{AtomicU64, Ordering};

const ENTRIES: usize = 512;
/// Samples before an estimate is believed.
const ENOUGH: u64 = 3;
/// One task in this many is timed once its kind is known.
const SAMPLED: u32 = 64;
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

/// Would a second worker help, while this task runs, with `ready` others?
pub(super) fn pays(task: TaskRef, ready: usize) -> bool {
    estimate(task).is_none_or(|nanos| nanos.saturating_mul(ready as u64 + 1) > WAKING)
}

/// Counts tasks, and times some of them.
#[derive(Debug, Default)]
pub(super) struct Sampler(u32);

impl Sampler {
    /// Runs something, and notes how long it took where that is worth knowing.
    pub(super) fn time<T>(&mut self, task: TaskRef, run: impl FnOnce() -> T) -> T {
        self.0 = self.0.wrapping_add(1);
        if !self.0.is_multiple_of(SAMPLED) && estimate(task).is_some() {
            return run();
        }
        let kind = task.kind();
        let start = Instant::now();
        let result = run();
        record(kind, start.elapsed());
        result
    }
}
