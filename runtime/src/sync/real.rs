//! What runs: std's, and crossbeam's deques.

pub(crate) use std::alloc::{alloc, dealloc};
pub(crate) use std::sync::atomic::{
    AtomicBool, AtomicU8, AtomicU32, AtomicU64, AtomicUsize, fence,
};
pub(crate) use std::sync::{Condvar, Mutex, MutexGuard};
pub(crate) use std::thread::yield_now;
pub(crate) use std::thread_local as per_thread;

/// A lock that a static of the user's program can hold: it is made while compiling.
pub(crate) use std::sync::{Mutex as StaticMutex, MutexGuard as StaticGuard};

pub(crate) use crossbeam_deque as deque;

/// A static that is made of atomics or locks: a model has to make them anew for each execution.
macro_rules! global {
    ($(#[$doc:meta])* static $name:ident: $type:ty = $init:expr;) => {
        $(#[$doc])*
        static $name: $type = $init;
    };
}
pub(crate) use global;

/// The time.
#[inline]
pub(crate) fn now() -> std::time::Instant {
    std::time::Instant::now()
}

/// Changes an atomic that nobody else can reach yet.
#[inline]
pub(crate) fn with_mut(atomic: &mut AtomicU32, change: impl FnOnce(&mut u32)) {
    change(atomic.get_mut());
}
