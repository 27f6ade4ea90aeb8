//! What is modelled: loom's atomics, locks and memory, which know all that another thread might see.
//!
//! loom's threads are coroutines of one thread, so std's thread-locals would be common to all of them.

mod clock;
pub(crate) mod deque;
mod static_mutex;

pub(crate) use clock::now;
#[cfg(test)]
pub(crate) use clock::time_passes;
pub(crate) use static_mutex::{StaticGuard, StaticMutex};

pub(crate) use loom::alloc::{alloc, dealloc};
pub(crate) use loom::sync::atomic::{
    AtomicBool, AtomicU8, AtomicU32, AtomicU64, AtomicUsize, fence,
};
pub(crate) use loom::sync::{Condvar, Mutex, MutexGuard};
pub(crate) use loom::thread::yield_now;

use std::cell::{Cell, RefCell};

use loom::thread::AccessError;

/// A static that is made anew for each execution of a model.
macro_rules! global {
    ($(#[$doc:meta])* static $name:ident: $type:ty = $init:expr;) => {
        loom::lazy_static! {
            $(#[$doc])*
            static ref $name: $type = $init;
        }
    };
}
pub(crate) use global;

/// Statics of each of loom's threads.
macro_rules! per_thread {
    ($($(#[$doc:meta])* static $name:ident: $type:ty = const { $init:expr };)*) => {
        $($(#[$doc])*
        static $name: $crate::sync::LocalKey<$type> = {
            loom::thread_local! {
                static KEY: $type = $init;
            }
            $crate::sync::LocalKey(&KEY)
        };)*
    };
}
pub(crate) use per_thread;

/// std's `LocalKey`, as far as it is used.
pub(crate) struct LocalKey<T: 'static>(pub(crate) &'static loom::thread::LocalKey<T>);

impl<T: 'static> LocalKey<T> {
    pub(crate) fn try_with<R>(&'static self, see: impl FnOnce(&T) -> R) -> Result<R, AccessError> {
        self.0.try_with(see)
    }
}

impl<T: 'static> LocalKey<RefCell<T>> {
    pub(crate) fn with_borrow<R>(&'static self, see: impl FnOnce(&T) -> R) -> R {
        self.0.with(|value| see(&value.borrow()))
    }

    pub(crate) fn with_borrow_mut<R>(&'static self, see: impl FnOnce(&mut T) -> R) -> R {
        self.0.with(|value| see(&mut value.borrow_mut()))
    }
}

impl<T: Default + 'static> LocalKey<RefCell<T>> {
    pub(crate) fn take(&'static self) -> T {
        self.0.with(RefCell::take)
    }
}

impl<T: Copy + 'static> LocalKey<Cell<T>> {
    pub(crate) fn get(&'static self) -> T {
        self.0.with(Cell::get)
    }
}

impl<T: 'static> LocalKey<Cell<T>> {
    pub(crate) fn set(&'static self, value: T) {
        self.0.with(|cell| cell.set(value));
    }

    pub(crate) fn replace(&'static self, value: T) -> T {
        self.0.with(|cell| cell.replace(value))
    }
}

impl<T: Default + 'static> LocalKey<Cell<T>> {
    pub(crate) fn take(&'static self) -> T {
        self.0.with(Cell::take)
    }
}

/// Changes an atomic that nobody else can reach yet; loom looks whether that is so.
pub(crate) fn with_mut(atomic: &mut AtomicU32, change: impl FnOnce(&mut u32)) {
    atomic.with_mut(change);
}
