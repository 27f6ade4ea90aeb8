//! The count of an output: its owner and its pending readers.
//!
//! It has two parts, after Choi, Shull and Torrellas, *Biased Reference Counting* (PACT 2018): one that all threads change, by
//! read-modify-writes, and one that only the thread changes which made the record, by a load and a store. Most readers are
//! made where the value's task was made, so most of them cost no locked instruction. The count is the sum of both, which
//! wraps around: all counts are given up from the shared part, so it may be below zero.
//!
//! **Why the sum can be trusted.** Who looks reads the shared part first, and acquires what was released there; then the biased
//! part. A reader is given up (release) after it was made, so with each count that is seen to be gone it is seen, too, that it was
//! there. So the sum is at least the number of counts that were made and are not seen to be gone. None of those in use is missed: a
//! reader is made from another count, the owner's or a reader's, before that is given up. Either that one is seen to be gone,
//! and then the reader is seen as well; or it is in the sum itself. So whoever finds 1, and holds one, holds the last one, as with an
//! `Arc`; no read-modify-write is needed then. And whoever holds the owner's count finds all readers that are left.
//!
//! While a run is alone no read-modify-write is needed either to give up values that only its own tasks use. When a task has run, its
//! run looks at the count: where that is the number of tasks of the run that wait for it, no handle is left, so nobody else can make,
//! drop or run a reader, and the count is marked as [`OURS`]. The thread that runs the run alone ([`Alone`]) then counts down by loads and
//! stores. Before others can run tasks of it, that thread says so, in a task at work too ([`Alone::take_back`]); from then on all
//! counts are changed by read-modify-writes again, and what was stored before happens before what shares the run. A task at
//! work that makes one more reader of a value that it holds takes the mark off.

use std::cell::Cell;
use std::ptr::NonNull;

use super::maker;
use super::record::Output;
use crate::sync::{Ordering, per_thread};

/// Added to a count all of whose users are tasks of one run. No count comes near it without that: one that grows by more
/// than [`MOST`] ends the program.
const OURS: u32 = 0b11 << 30;
/// The most users that a count can have.
const MOST: u32 = u32::MAX / 2;
/// The biased part counts no further.
const FULL: u8 = u8::MAX;

per_thread! {
    static ALONE: Cell<bool> = const { Cell::new(false) };
}

/// While it lives, this thread is the only one that runs tasks of the run it works for, unless that is taken back. Before
/// it, it was so for the run below, whose task is at work.
pub(crate) struct Alone(bool);

impl Alone {
    /// Is it?
    #[inline]
    pub(crate) fn start(alone: bool) -> Self {
        Alone(ALONE.replace(alone))
    }

    /// From here on others may run tasks of all runs that this thread works for.
    pub(crate) fn take_back() {
        ALONE.set(false);
    }
}

impl Drop for Alone {
    #[inline]
    fn drop(&mut self) {
        ALONE.set(self.0);
    }
}

impl Output {
    /// The count, where the shared part is this much.
    #[inline]
    fn sum(&self, shared: u32) -> u32 {
        shared.wrapping_add(u32::from(self.biased.load(Ordering::Relaxed)))
    }

    /// How many hold a count. Where the caller holds the owner's, one more than the readers that are left.
    #[inline]
    pub(super) fn users(&self) -> u32 {
        let sum = self.sum(self.shared.load(Ordering::Acquire));
        if sum >= OURS { sum - OURS } else { sum }
    }

    /// Its task has run, and so many edges of tasks of that run, none of which has started, lead to it. Where these are all of
    /// its users, the run keeps it to itself. Only the thread that runs the run alone says so.
    #[inline]
    pub(super) fn keep_to_run(&self, users: u32) {
        // Acquired here what others released: they may have read the value since it was made, and dropped their readers.
        let shared = self.shared.load(Ordering::Acquire);
        if self.sum(shared) == users && users <= u32::MAX - OURS {
            self.shared
                .store(shared.wrapping_add(OURS), Ordering::Relaxed);
        }
    }

    /// A run kept the value to itself, and tasks of it have made readers that others may run: one of those takes the mark off.
    /// Or nothing of the kind: the shared part is below zero.
    #[cold]
    fn take_from_run(&self) {
        let unmarked = |shared| {
            let sum = self.sum(shared);
            // As `Arc`: a count that overflows would free a value in use.
            if (MOST..OURS).contains(&sum) {
                std::process::abort();
            }
            (sum >= OURS).then(|| shared.wrapping_sub(OURS))
        };
        // Acquired, since the sum is looked at: with a biased part from before, one below zero would look marked.
        let _ = self
            .shared
            .fetch_update(Ordering::Relaxed, Ordering::Acquire, unmarked);
    }

    /// Leaves the counting to the shared part, for a new record that does not lie in a chunk: only a chunk knows who made it.
    pub(super) fn count_shared(&self) {
        if cfg!(any(loom, tembel_scattered)) {
            return;
        }
        self.biased.store(FULL, Ordering::Relaxed);
        let shared = 1_u32.wrapping_sub(FULL.into());
        self.shared.store(shared, Ordering::Relaxed);
    }
}

/// Is there one user only?
#[inline]
fn is_last(sum: u32) -> bool {
    sum == 1 || sum == OURS + 1
}

/// One more reader.
///
/// # Safety
/// The caller holds a count, or borrows one.
#[inline]
pub(super) unsafe fn add(output: NonNull<Output>) {
    // SAFETY: the caller's.
    unsafe {
        let count = output.as_ref();
        let biased = count.biased.load(Ordering::Relaxed);
        let is_marked = if biased < FULL && is_maker(output) {
            count.biased.store(biased + 1, Ordering::Relaxed);
            count.sum(count.shared.load(Ordering::Relaxed)) > MOST
        } else {
            // Only the sign is looked at, which the processor has from adding: the number itself would have to be waited for.
            count.shared.fetch_add(1, Ordering::Relaxed) > MOST
        };
        if is_marked {
            count.take_from_run();
        }
    }
}

/// Gives up one count; was it the last?
///
/// # Safety
/// The caller owned that count, and does not use the output again, unless it was the last.
#[inline]
pub(super) unsafe fn give_up(output: NonNull<Output>) -> bool {
    // SAFETY: the count keeps the output alive until it is given up.
    let count = unsafe { output.as_ref() };
    let shared = count.shared.load(Ordering::Acquire);
    let sum = count.sum(shared);
    if is_last(sum) {
        return true;
    }
    if sum >= OURS && ALONE.get() {
        count
            .shared
            .store(shared.wrapping_sub(1), Ordering::Relaxed);
        return false;
    }
    // SAFETY: the caller's.
    unsafe { give_up_shared(output, shared) }
}

/// The same by a read-modify-write; the shared part was this much.
///
/// # Safety
/// As [`give_up`].
#[inline]
unsafe fn give_up_shared(output: NonNull<Output>, mut shared: u32) -> bool {
    // SAFETY: the count keeps the output alive until it is given up.
    let count = unsafe { output.as_ref() };
    loop {
        // Afterwards the output may be gone, so the biased part was looked at before. It only grows: there are at least as many
        // as were seen, if the shared part is still what they were seen with.
        let less = shared.wrapping_sub(1);
        match count
            .shared
            .compare_exchange_weak(shared, less, Ordering::Release, Ordering::Acquire)
        {
            Ok(_) => return false,
            Err(now) => shared = now,
        }
        if is_last(count.sum(shared)) {
            return true;
        }
    }
}

/// Did this thread make the record? Its output does not count by the shared part alone, so it lies in a chunk.
///
/// # Safety
/// The output is alive.
#[inline]
#[cfg(not(any(loom, tembel_scattered)))]
unsafe fn is_maker(output: NonNull<Output>) -> bool {
    maker::is_this_thread(super::chunk::maker_of(output.cast()))
}

/// The same where each record has memory of its own, and says who made it.
///
/// # Safety
/// The output is alive.
#[cfg(any(loom, tembel_scattered))]
unsafe fn is_maker(output: NonNull<Output>) -> bool {
    // SAFETY: the caller's.
    maker::is_this_thread(unsafe { output.as_ref() }.maker)
}
