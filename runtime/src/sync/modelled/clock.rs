//! A clock that stands still until a model lets time pass, so that each execution can be repeated.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use super::{AtomicUsize, global};
use crate::sync::Ordering;

global! {
    /// Seconds since the beginning.
    static PASSED: AtomicUsize = AtomicUsize::new(0);
}

/// The time.
pub(crate) fn now() -> Instant {
    static BEGINNING: OnceLock<Instant> = OnceLock::new();
    let beginning = *BEGINNING.get_or_init(Instant::now);
    beginning + Duration::from_secs(PASSED.load(Ordering::Relaxed) as u64)
}

/// It is so many seconds later. Nobody who sleeps is woken by that: a model waits without a limit.
#[cfg(test)]
pub(crate) fn time_passes(seconds: usize) {
    PASSED.fetch_add(seconds, Ordering::Relaxed);
}
