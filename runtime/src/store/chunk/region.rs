//! Regions: chunks that are asked for and given back to the system together, with what is known of them at their start.

use std::alloc::{Layout, handle_alloc_error};
use std::ptr::NonNull;

use super::{BIAS, CHUNK, Chunk, Start, system};
use crate::sync::{AtomicU32, AtomicU64, alloc, dealloc};

/// The most chunks of a region; one bit each in a `u64`.
const MOST_CHUNKS: usize = if cfg!(loom) { 4 } else { 64 };
/// Chunks of each of the first regions: a small program asks for little.
const FEW_CHUNKS: usize = MOST_CHUNKS / 2;
/// So many regions are the first.
const FIRST: u32 = 6;
/// The alignment of a region, and its largest size.
pub(super) const SPAN: usize = MOST_CHUNKS * CHUNK;
/// What is known of the chunks takes this much of the first one.
const HEADERS: usize = MOST_CHUNKS * size_of::<Chunk>();
const _: () = assert!(HEADERS <= CHUNK / 2);

pub(super) struct Region {
    start: NonNull<u8>,
    chunks: usize,
    /// Bit i: chunk i is free.
    free: u64,
    /// Bit i: chunk i is free, and its pages went back to the system.
    bare: u64,
    is_broken_up: bool,
}

/// The first offset for a record in the chunk that starts at this offset of its region.
pub(super) fn start_in_region(offset: usize) -> usize {
    if offset == 0 { HEADERS } else { 0 }
}

fn layout(chunks: usize) -> Layout {
    Layout::from_size_align(chunks * CHUNK, SPAN).expect("a region is small")
}

impl Region {
    /// A region, the `at`th of all.
    pub(super) fn new(at: u32) -> Self {
        let is_first = at < FIRST;
        let chunks = if is_first { FEW_CHUNKS } else { MOST_CHUNKS };
        let layout = layout(chunks);
        // SAFETY: the layout has a size.
        let start = unsafe { alloc(layout) };
        let start = NonNull::new(start).unwrap_or_else(|| handle_alloc_error(layout));
        let region = Region {
            start,
            chunks,
            free: u64::MAX >> (64 - chunks),
            bare: 0,
            is_broken_up: false,
        };
        for chunk in 0..chunks {
            let header = Chunk {
                number: AtomicU64::new(0),
                live: AtomicU32::new(0),
                maker: AtomicU64::new(0),
                few: AtomicU32::new(0),
                region: at,
                listed: AtomicU32::new(0),
                pages: AtomicU32::new(0),
            };
            // SAFETY: aligned, and inside of the first chunk.
            unsafe { start.cast::<Chunk>().add(chunk).write(header) };
        }
        region
    }

    pub(super) fn chunks(&self) -> usize {
        self.chunks
    }

    pub(super) fn is_free(&self) -> bool {
        self.free == u64::MAX >> (64 - self.chunks)
    }

    /// How many free chunks have their pages.
    pub(super) fn warm(&self) -> usize {
        (self.free & !self.bare).count_ones() as usize
    }

    /// How many have not.
    pub(super) fn bare(&self) -> usize {
        self.bare.count_ones() as usize
    }

    fn bit(&self, start: Start) -> u64 {
        1 << ((start.0.addr().get() - self.start.addr().get()) / CHUNK)
    }

    /// Is this a chunk of the region, and not free?
    pub(super) fn is_in_use(&self, start: Start) -> bool {
        let offset = start.0.addr().get().wrapping_sub(self.start.addr().get());
        offset < self.chunks * CHUNK && self.free & self.bit(start) == 0
    }

    pub(super) fn give(&mut self, start: Start) {
        self.free |= self.bit(start);
    }

    /// A free chunk that has its pages. There is one.
    pub(super) fn take_warm(&mut self) -> Start {
        self.take(self.free & !self.bare)
    }

    /// A free chunk that has not. There is one.
    pub(super) fn take_bare(&mut self) -> Start {
        self.take(self.bare)
    }

    /// The first of these.
    fn take(&mut self, chunks: u64) -> Start {
        debug_assert_ne!(chunks, 0, "there is one");
        let bit = chunks & chunks.wrapping_neg();
        self.free &= !bit;
        self.bare &= !bit;
        // SAFETY: inside the region, as each of its chunks is.
        Start(unsafe { self.start.add(bit.trailing_zeros() as usize * CHUNK) })
    }

    /// Says that pieces of the region go back: a large page would bring them all again.
    pub(super) fn break_up(&mut self) {
        if !std::mem::replace(&mut self.is_broken_up, true) {
            system::break_up(self.start, self.chunks * CHUNK);
        }
    }

    /// Gives the pages of all free chunks back, and says of how many.
    pub(super) fn bare_all(&mut self) -> usize {
        let mut warm = self.free & !self.bare;
        if warm == 0 {
            return 0;
        }
        self.break_up();
        let count = warm.count_ones() as usize;
        self.bare = self.free;
        while warm != 0 {
            let first = warm.trailing_zeros() as usize;
            let length = (warm >> first).trailing_ones() as usize;
            let (from, to) = (first * CHUNK, (first + length) * CHUNK);
            // What is known of the chunks stays.
            let from = from.max(HEADERS);
            // SAFETY: inside the region, and nobody uses these chunks.
            unsafe { system::discard(self.start.add(from), to - from) };
            warm &= !(u64::MAX >> (64 - length) << first);
        }
        count
    }

    /// Gives the region back.
    ///
    /// # Safety
    /// None of its chunks is in use.
    pub(super) unsafe fn end(self) {
        // SAFETY: it came from `alloc` with this layout.
        unsafe { dealloc(self.start.as_ptr(), layout(self.chunks)) };
    }
}

const _: () = assert!(MOST_CHUNKS <= 64 && BIAS as usize > CHUNK);
