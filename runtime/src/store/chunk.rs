//! Memory for records: chunks that one thread fills and every thread may empty.
//!
//! A thread bumps through a chunk of its own, so allocating takes no atomic. A record is freed by whoever drops it last,
//! on any thread: freeing marks the record as free, counts locally while it stays in a few chunks ([`freed`]), and subtracts
//! each count once.
//!
//! - `live` of a chunk has [`BIAS`] added while a thread owns it; frees subtract from it. The owner counts what it
//!   allocated and settles (`live -= BIAS - made`) when it moves on, so zero means: no owner and no record.
//! - Whoever brings `live` to zero gives the chunk back. The subtraction is `AcqRel`, so every access to the chunk's
//!   records happens before its next use.
//! - Whoever brings it to [`FEW`] or fewer of those that the chunk had, with no owner there, says so to the [`pool`]: a record
//!   cannot move, so what lies between the survivors is used again ([`holes`]), or its pages go back to the system.
//!   To become an owner of such a chunk is to add [`BIAS`] to a `live` that is not zero.
//! - A chunk gets a number from a global counter whenever it is (re)used; number + offset orders records by creation,
//!   at no cost in bytes. Across threads the order is as coarse as the chunks. A survivor that has still to run needs its
//!   number, so its chunk is not filled again.

mod freed;
mod holes;
mod large;
#[cfg(all(loom, test))]
mod models;
mod pool;
mod region;
mod system;

pub(super) use holes::{Extent, fill};
pub(super) use large::{allocate_large, free_large};
#[cfg(test)]
pub(crate) use pool::kept;
pub(crate) use pool::{about_in_use, run_over};
#[cfg(feature = "array")]
pub(crate) use system::in_large_pages;

use std::cell::Cell;
use std::ptr::NonNull;

use crate::sync::{AtomicU32, AtomicU64, Ordering, global, per_thread};
use freed::Freed;
use holes::Hole;
use pool::{Taken, retire, take};
use region::{SPAN, start_in_region};

/// Bytes of a chunk, and its alignment: a record finds its chunk by masking its address.
pub(super) const CHUNK: usize = if cfg!(loom) { 1024 } else { 32 * 1024 };
/// Added to the `live` of a chunk that has an owner; larger than the number of records a chunk can hold.
const BIAS: u32 = 1 << 31;
/// A chunk where no more than one record in this many is left is used again around them.
const FEW: u32 = if cfg!(loom) { 2 } else { 8 };
/// A record larger than this gets memory of its own. Built with `--cfg tembel_scattered` all do, so that memory checkers
/// see each record; so does loom, which then checks the chunks by themselves.
pub(super) const LARGEST: usize = if cfg!(any(tembel_scattered, loom)) {
    0
} else {
    CHUNK / 8
};

/// What is known of a chunk. It lies at the start of the chunk's region, so that a survivor keeps no page besides its own.
#[repr(C, align(64))]
struct Chunk {
    number: AtomicU64,
    live: AtomicU32,
    /// So many records are few.
    few: AtomicU32,
    /// The place of its region among all, which stays.
    region: u32,
    /// Where the pool has listed it. Only under the pool's lock.
    listed: AtomicU32,
    /// Pages that survivors keep, where the others went back to the system. Only under the pool's lock.
    pages: AtomicU32,
}

/// The memory of a chunk: its first byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Start(NonNull<u8>);

impl Start {
    /// The chunk that a place lies in, which is the multiple of [`CHUNK`] below it.
    #[inline]
    fn of(place: NonNull<u8>) -> Self {
        let offset = place.addr().get() % CHUNK;
        // SAFETY: `place` lies in a chunk, so its start is in the same allocation.
        Start(unsafe { place.byte_sub(offset) })
    }

    /// # Safety
    /// The chunk's region is there, and stays while the result is used.
    unsafe fn chunk<'c>(self) -> &'c Chunk {
        let offset = self.0.addr().get() % SPAN;
        // SAFETY: a region starts at a multiple of its span, with what is known of its chunks in their order.
        unsafe {
            let first = self.0.byte_sub(offset).cast::<Chunk>();
            first.add(offset / CHUNK).as_ref()
        }
    }

    /// A number, of which neighbours have neighbouring ones.
    #[inline]
    fn number(self) -> usize {
        self.0.addr().get() / CHUNK
    }

    /// The offset of the first record.
    fn first(self) -> usize {
        start_in_region(self.0.addr().get() % SPAN)
    }
}

global! {
    static NEXT_NUMBER: AtomicU64 = AtomicU64::new(CHUNK as u64);
}

/// A place of `size` bytes (a multiple of 8) at an alignment of 8.
#[inline]
pub(super) fn allocate(size: usize) -> NonNull<u8> {
    debug_assert!(size <= CHUNK / 8 && size.is_multiple_of(8));
    LOCAL
        .try_with(|local| local.bump(size, 1))
        .unwrap_or_else(|_| allocate_alone(size))
}

/// The thread's locals are gone: a chunk for this record alone.
#[cold]
#[inline(never)]
fn allocate_alone(size: usize) -> NonNull<u8> {
    Local::new().bump(size, 1)
}

/// A creation number for a record that lives outside the chunks.
#[inline]
pub(super) fn number() -> u64 {
    if cfg!(loom) {
        return NEXT_NUMBER.fetch_add(1, Ordering::Relaxed);
    }
    let bump = |local: &Local| {
        let place = local.bump(8, 0);
        // SAFETY: eight bytes that are nobody else's.
        unsafe { fill(place, 8) };
        number_of(place)
    };
    LOCAL
        .try_with(bump)
        .unwrap_or_else(|_| NEXT_NUMBER.fetch_add(CHUNK as u64, Ordering::Relaxed))
}

/// The creation number of a record in a chunk.
#[inline]
pub(super) fn number_of(record: NonNull<u8>) -> u64 {
    // SAFETY: a chunk outlives its records.
    let chunk = unsafe { Start::of(record).chunk() };
    chunk.number.load(Ordering::Relaxed) + (record.addr().get() % CHUNK) as u64
}

/// Where the chunk starts that a record lies in.
#[inline]
pub(super) fn start_of(record: NonNull<u8>) -> NonNull<u8> {
    Start::of(record).0
}

/// Gives back the place of a record.
///
/// # Safety
/// `record` came from [`allocate`], says that it is free, is given back once, and nobody uses it any more.
#[inline]
pub(super) unsafe fn free(record: NonNull<u8>) {
    let start = Start::of(record);
    if LOCAL.try_with(|local| local.freed.count(start)).is_err() {
        // SAFETY: the record just freed still counts in `live`.
        unsafe { subtract(start, 1) };
    }
}

/// Takes what this thread has freed off the counts that all threads share.
pub(crate) fn settle() {
    let _ = LOCAL.try_with(|local| local.freed.settle());
}

/// What a thread knows about the chunk it fills, and about those it frees in.
struct Local {
    chunk: Cell<Option<Start>>,
    next: Cell<usize>,
    /// Where the free place ends that it fills.
    end: Cell<usize>,
    made: Cell<u32>,
    /// Records that were there already.
    found: Cell<u32>,
    freed: Freed,
}

per_thread! {
    static LOCAL: Local = const { Local::new() };
}

impl Local {
    const fn new() -> Self {
        Local {
            chunk: Cell::new(None),
            next: Cell::new(0),
            end: Cell::new(0),
            made: Cell::new(0),
            found: Cell::new(0),
            freed: Freed::new(),
        }
    }

    /// The next `size` bytes, which count as `records` records.
    #[inline]
    fn bump(&self, size: usize, records: u32) -> NonNull<u8> {
        if self.next.get() + size > self.end.get() {
            self.renew(size);
        }
        let at = self.next.get();
        self.next.set(at + size);
        self.made.set(self.made.get() + records);
        let chunk = self
            .chunk
            .get()
            .map_or(NonNull::dangling(), |start| start.0);
        // SAFETY: `at + size <= end`, which `renew` made true of a place in a chunk that this thread owns.
        unsafe { chunk.add(at) }
    }

    /// A free place of at least this size: the present chunk if all its records are dead, or what is left of it, otherwise
    /// another one.
    #[cold]
    fn renew(&self, size: usize) {
        self.freed.settle();
        if let Some(start) = self.chunk.get() {
            if self.all_dead(start) {
                return self.fill_whole(start);
            }
            self.close();
            // SAFETY: this thread owns the chunk, which was swept if it was not new.
            let next = unsafe { Hole::after(start, self.end.get()) };
            if size <= holes::LEAST
                && let Some(hole) = next
            {
                self.next.set(hole.start);
                self.end.set(hole.end);
                return;
            }
            self.leave();
        }
        loop {
            match take(size > holes::LEAST) {
                Taken::Whole(start) => return self.fill_whole(start),
                Taken::Sparse(start) => {
                    // SAFETY: this thread owns the chunk now.
                    if let Some(hole) = unsafe { holes::sweep(start) } {
                        return self.fill_holes(start, hole);
                    }
                    retire(start);
                }
            }
        }
    }

    fn fill_whole(&self, start: Start) {
        // SAFETY: the chunk has no record and no other owner.
        let chunk = unsafe { start.chunk() };
        chunk.live.store(BIAS, Ordering::Relaxed);
        let hole = Hole {
            start: start.first(),
            end: CHUNK,
        };
        self.fill_holes(start, hole);
    }

    fn fill_holes(&self, start: Start, hole: Hole) {
        let number = NEXT_NUMBER.fetch_add(CHUNK as u64, Ordering::Relaxed);
        // SAFETY: this thread owns the chunk.
        let chunk = unsafe { start.chunk() };
        chunk.number.store(number, Ordering::Relaxed);
        let found = chunk.live.load(Ordering::Relaxed) - BIAS;
        self.chunk.set(Some(start));
        self.made.set(0);
        self.found.set(found);
        self.next.set(hole.start);
        self.end.set(hole.end);
    }

    fn all_dead(&self, start: Start) -> bool {
        // SAFETY: this thread owns the chunk, so it is not given back.
        let live = unsafe { start.chunk() }.live.load(Ordering::Acquire);
        live == BIAS - self.made.get()
    }

    /// Marks what is left of the place at hand as free.
    fn close(&self) {
        if let Some(start) = self.chunk.get() {
            let (next, end) = (self.next.get(), self.end.get());
            if next < end {
                // SAFETY: that part of the chunk is free, and this thread owns it.
                unsafe { fill(start.0.add(next), end - next) };
                self.next.set(end);
            }
        }
    }

    fn leave(&self) {
        self.close();
        if let Some(start) = self.chunk.take() {
            let made = self.made.get();
            // SAFETY: this thread owned the chunk and settles once.
            unsafe {
                let few = (made + self.found.get()) / FEW;
                start.chunk().few.store(few, Ordering::Relaxed);
                subtract(start, BIAS - made);
            }
            self.next.set(0);
            self.end.set(0);
        }
    }
}

impl Drop for Local {
    fn drop(&mut self) {
        self.freed.settle();
        self.leave();
    }
}

/// Takes `count` off `live`. The last one gives the chunk back; who leaves few says so.
///
/// # Safety
/// The caller's `count` is part of `live`.
unsafe fn subtract(start: Start, count: u32) {
    // SAFETY: `live` is not zero yet, so the chunk is there.
    let chunk = unsafe { start.chunk() };
    let (region, few) = (chunk.region, chunk.few.load(Ordering::Relaxed));
    let before = chunk.live.fetch_sub(count, Ordering::AcqRel);
    // From here on the chunk may be gone.
    if before == count {
        pool::give(start);
    } else if before - count <= few && before > few {
        pool::list(start, region);
    }
}
