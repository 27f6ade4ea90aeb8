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
mod local;
#[cfg(all(loom, test))]
mod models;
mod pool;
mod region;
mod system;

pub(super) use holes::{Extent, fill};
pub(super) use large::{allocate_large, free_large};
pub(crate) use local::settle;
pub(super) use local::{allocate, free, number};
#[cfg(test)]
pub(crate) use pool::kept;
pub(crate) use pool::{about_in_use, run_over};
#[cfg(feature = "array")]
pub(crate) use system::in_large_pages;

use std::ptr::NonNull;

use crate::sync::{AtomicU32, AtomicU64, Ordering, global};
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
    /// The thread that made its records. Of a chunk that is filled around survivors: of those.
    maker: AtomicU64,
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

/// The creation number of a record in a chunk.
#[inline]
pub(super) fn number_of(record: NonNull<u8>) -> u64 {
    // SAFETY: a chunk outlives its records.
    let chunk = unsafe { Start::of(record).chunk() };
    chunk.number.load(Ordering::Relaxed) + (record.addr().get() % CHUNK) as u64
}

/// Who made a record in a chunk; or, where the chunk was filled again around others, who made those.
#[inline]
#[cfg(not(any(loom, tembel_scattered)))]
pub(super) fn maker_of(record: NonNull<u8>) -> u64 {
    // SAFETY: a chunk outlives its records.
    let chunk = unsafe { Start::of(record).chunk() };
    chunk.maker.load(Ordering::Relaxed)
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
