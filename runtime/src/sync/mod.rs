//! Atomics, locks, thread-locals, deques and memory that the protocols use, in one place so that a model checker can stand
//! in for them.
//!
//! Built with `--cfg loom` they are [loom](https://docs.rs/loom)'s, and the protocols run in all their interleavings: see the
//! models beside `store` and `schedule`. Otherwise they are those of std and crossbeam, and nothing is in between.

#[cfg(not(loom))]
mod real;
#[cfg(not(loom))]
pub(crate) use real::*;

#[cfg(loom)]
mod modelled;
#[cfg(loom)]
pub(crate) use modelled::*;

pub(crate) use std::sync::atomic::Ordering;

/// Locks, whatever happened to an earlier holder: every critical section here leaves its data whole.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// On cache lines of its own: what is next to it is not slowed down by those who write to it.
#[derive(Debug, Default)]
#[repr(align(128))]
pub(crate) struct Apart<T>(pub(crate) T);

impl<T> std::ops::Deref for Apart<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
