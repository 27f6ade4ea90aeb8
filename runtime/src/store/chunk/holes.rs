//! What is free between the records that are left in a chunk.
//!
//! From its first record to its end a chunk is a row of records and fillings, and each says how long it is: a record through its
//! table, which stays readable when it is free, a filling in its one word. So whoever owns the chunk can walk through it, while
//! others use or free the records in it.

use std::ptr::NonNull;

use super::{CHUNK, Start};
use crate::store::memory;

/// A free place smaller than this is left alone.
pub(super) const LEAST: usize = if cfg!(loom) { 64 } else { 512 };

/// A free place of at least [`LEAST`] bytes: where it starts and ends in its chunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hole {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// One of the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) enum Extent {
    /// Free bytes.
    Free(usize),
    /// A record of so many bytes, that has run or that has not.
    Record(usize, bool),
}

/// Tells a filling from a record, whose first word is a pointer.
const FILLING: usize = 1;

/// Marks bytes as free: a multiple of eight, at least eight.
///
/// # Safety
/// They are nobody's but the caller's.
#[inline]
pub(in crate::store) unsafe fn fill(place: NonNull<u8>, bytes: usize) {
    // SAFETY: the caller's; a place in a chunk is aligned.
    unsafe { place.cast::<usize>().write(bytes << 1 | FILLING) };
}

/// # Safety
/// The caller owns the chunk, and `at` is the start of one of the row.
unsafe fn extent(start: Start, at: usize) -> Extent {
    // SAFETY: the caller's: what starts there is a filling or a record.
    unsafe {
        let place = start.0.add(at);
        let word = place.cast::<*const ()>().read().addr();
        if word & FILLING == FILLING {
            Extent::Free(word >> 1)
        } else {
            memory::extent(place)
        }
    }
}

impl Hole {
    /// The first hole of the row from here on. What is free there is one filling afterwards.
    ///
    /// # Safety
    /// The caller owns the chunk, and `from` is its end or the start of one of the row.
    pub(super) unsafe fn after(start: Start, from: usize) -> Option<Hole> {
        let mut hole = Hole {
            start: from,
            end: from,
        };
        while hole.end < CHUNK {
            // SAFETY: the caller's, and so one after the other.
            match unsafe { extent(start, hole.end) } {
                Extent::Free(bytes) => hole.end += bytes,
                Extent::Record(bytes, _) if hole.end - hole.start < LEAST => {
                    hole.start = hole.end + bytes;
                    hole.end = hole.start;
                }
                Extent::Record(..) => break,
            }
        }
        if hole.end - hole.start < LEAST {
            return None;
        }
        // SAFETY: all of it is free, and the caller owns the chunk.
        unsafe { fill(start.0.add(hole.start), hole.end - hole.start) };
        Some(hole)
    }
}

/// The first hole of a chunk in which all records have run.
///
/// # Safety
/// The caller owns the chunk.
pub(super) unsafe fn sweep(start: Start) -> Option<Hole> {
    let mut at = start.first();
    while at < CHUNK {
        // SAFETY: the caller's, and so one after the other.
        at += match unsafe { extent(start, at) } {
            Extent::Free(bytes) | Extent::Record(bytes, true) => bytes,
            Extent::Record(_, false) => return None,
        };
    }
    // SAFETY: the caller's.
    unsafe { Hole::after(start, start.first()) }
}

/// Calls `see` with each hole of the chunk.
///
/// # Safety
/// The caller owns the chunk.
pub(super) unsafe fn each(start: Start, mut see: impl FnMut(Hole)) {
    let mut from = start.first();
    // SAFETY: the caller's; after a hole the next of the row starts.
    while let Some(hole) = unsafe { Hole::after(start, from) } {
        from = hole.end;
        see(hole);
    }
}
