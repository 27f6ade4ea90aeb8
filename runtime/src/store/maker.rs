//! Which thread made a record: threads that make any have a number each.

use std::cell::Cell;
// No protocol is about the numbers, so loom need not know of them.
use std::sync::atomic::AtomicU64;

use crate::sync::{Ordering, per_thread};

/// The number of nobody.
const NONE: u64 = u64::MAX;

static NEXT: AtomicU64 = AtomicU64::new(0);

per_thread! {
    static NUMBER: Cell<u64> = const { Cell::new(NONE) };
}

/// Is that the number of this thread?
#[inline]
pub(super) fn is_this_thread(number: u64) -> bool {
    let is_own = NUMBER.try_with(|own| own.get() == number);
    is_own.unwrap_or(false)
}

/// The number of this thread. Numbers are not used again: where a thread has lost its own, as it ends, it gets another one.
pub(super) fn this_thread() -> u64 {
    let next = || NEXT.fetch_add(1, Ordering::Relaxed);
    let own = NUMBER.try_with(|own| {
        if own.get() == NONE {
            own.set(next());
        }
        own.get()
    });
    own.unwrap_or_else(|_| next())
}
