//! Memory for records: chunks that one thread fills and every thread may empty.
//!
//! A thread bumps through a chunk of its own, so allocating takes no atomic. A record is freed by whoever drops it last,
//! on any thread: freeing counts locally while it stays in one chunk, and subtracts the count once.
//!
//! - `live` of a chunk starts at [`BIAS`] while a thread owns it; frees subtract from it. The owner counts what it
//!   allocated and settles (`live -= BIAS - made`) when it moves on, so zero means: no owner and no record.
//! - Whoever brings `live` to zero gives the chunk back. The subtraction is `AcqRel`, so every access to the chunk's
//!   records happens before its next use.
//! - Free chunks are kept for the next graph, as many as the [`Reserve`] says; beyond that, a region whose chunks are all free
//!   goes back to the system.
//! - A chunk gets a number from a global counter whenever it is (re)used; number + offset orders records by creation,
//!   at no cost in bytes. Across threads the order is as coarse as the chunks.

mod large;
#[cfg(all(loom, test))]
mod models;

pub(super) use large::{allocate_large, free_large};

use std::alloc::{Layout, handle_alloc_error};
use std::cell::Cell;
use std::ptr::NonNull;

use crate::reserve::Reserve;
use crate::sync::{
    AtomicBool, AtomicU32, AtomicU64, Mutex, Ordering, alloc, dealloc, global, lock, per_thread,
};

/// Bytes of a chunk, and its alignment: a record finds its chunk by masking its address.
pub(super) const CHUNK: usize = if cfg!(loom) { 512 } else { 32 * 1024 };
/// Chunks that are asked for and given back to the system together; one bit each in a `u32`.
const CHUNKS_PER_REGION: usize = 32;
/// Free chunks that are kept in any case: 16 MiB.
const RESERVE: usize = if cfg!(loom) { 0 } else { 512 };
/// `live` of a chunk that has an owner; larger than the number of records a chunk can hold.
const BIAS: u32 = 1 << 31;
/// A record larger than this gets memory of its own. Built with `--cfg tembel_scattered` all do, so that memory checkers
/// see each record; so does loom, which then checks the chunks by themselves.
pub(super) const LARGEST: usize = if cfg!(any(tembel_scattered, loom)) {
    0
} else {
    CHUNK / 8
};

#[repr(C, align(32))]
struct Chunk {
    number: AtomicU64,
    live: AtomicU32,
    region: u32,
}

const START: usize = size_of::<Chunk>();

global! {
    static NEXT_NUMBER: AtomicU64 = AtomicU64::new(CHUNK as u64);
}

/// A place of `size` bytes (a multiple of 8) at an alignment of 8.
#[inline]
pub(super) fn allocate(size: usize) -> NonNull<u8> {
    debug_assert!(size <= CHUNK / 8 && size.is_multiple_of(8));
    LOCAL
        .try_with(|local| local.bump(size, 1))
        .unwrap_or_else(|_| {
            // The thread's locals are gone: a chunk for this record alone.
            let local = Local::new();
            local.bump(size, 1)
        })
}

/// A creation number for a record that lives outside the chunks.
#[inline]
pub(super) fn number() -> u64 {
    if cfg!(loom) {
        return NEXT_NUMBER.fetch_add(1, Ordering::Relaxed);
    }
    let bump = |local: &Local| number_of(local.bump(8, 0));
    LOCAL
        .try_with(bump)
        .unwrap_or_else(|_| NEXT_NUMBER.fetch_add(CHUNK as u64, Ordering::Relaxed))
}

/// The creation number of a record in a chunk.
#[inline]
pub(super) fn number_of(record: NonNull<u8>) -> u64 {
    // SAFETY: a chunk outlives its records.
    let chunk = unsafe { chunk_of(record).as_ref() };
    chunk.number.load(Ordering::Relaxed) + (record.addr().get() % CHUNK) as u64
}

/// The chunk that a record lies in: its header is at the multiple of [`CHUNK`] below it.
fn chunk_of(record: NonNull<u8>) -> NonNull<Chunk> {
    let offset = record.addr().get() % CHUNK;
    // SAFETY: `record` lies in a chunk, so its header is in the same allocation.
    unsafe { record.byte_sub(offset) }.cast()
}

/// Where the chunk starts that a record lies in.
#[inline]
pub(super) fn start_of(record: NonNull<u8>) -> NonNull<u8> {
    chunk_of(record).cast()
}

/// Gives back the place of a record.
///
/// # Safety
/// `record` came from [`allocate`], is given back once, and nobody uses it any more.
#[inline]
pub(super) unsafe fn free(record: NonNull<u8>) {
    let chunk = chunk_of(record);
    if LOCAL.try_with(|local| local.count_freed(chunk)).is_err() {
        // SAFETY: the record just freed still counts in `live`.
        unsafe { subtract(chunk, 1) };
    }
}

/// What a thread knows about the chunk it fills, and about the chunk it frees in.
struct Local {
    chunk: Cell<Option<NonNull<Chunk>>>,
    next: Cell<usize>,
    made: Cell<u32>,
    freed_in: Cell<Option<NonNull<Chunk>>>,
    freed: Cell<u32>,
}

per_thread! {
    static LOCAL: Local = const { Local::new() };
}

impl Local {
    const fn new() -> Self {
        Local {
            chunk: Cell::new(None),
            next: Cell::new(CHUNK),
            made: Cell::new(0),
            freed_in: Cell::new(None),
            freed: Cell::new(0),
        }
    }

    /// The next `size` bytes, which count as `records` records.
    #[inline]
    fn bump(&self, size: usize, records: u32) -> NonNull<u8> {
        if self.next.get() + size > CHUNK {
            self.renew();
        }
        let at = self.next.get();
        self.next.set(at + size);
        self.made.set(self.made.get() + records);
        let chunk = self.chunk.get().unwrap_or(NonNull::dangling());
        // SAFETY: `at + size <= CHUNK`, which `renew` made true of a chunk that this thread owns.
        unsafe { chunk.cast::<u8>().add(at) }
    }

    /// A chunk with room: the present one if all its records are dead, otherwise another.
    #[cold]
    fn renew(&self) {
        self.settle_freed();
        let number = NEXT_NUMBER.fetch_add(CHUNK as u64, Ordering::Relaxed);
        let chunk = match self.chunk.get() {
            Some(chunk) if self.all_dead(chunk) => chunk,
            _ => {
                self.leave();
                lock(&POOL).take()
            }
        };
        // SAFETY: the chunk has no record and no other owner.
        let header = unsafe { chunk.as_ref() };
        header.number.store(number, Ordering::Relaxed);
        header.live.store(BIAS, Ordering::Relaxed);
        self.chunk.set(Some(chunk));
        self.made.set(0);
        self.next.set(START);
    }

    fn all_dead(&self, chunk: NonNull<Chunk>) -> bool {
        // SAFETY: this thread owns the chunk, so it is not given back.
        unsafe { chunk.as_ref() }.live.load(Ordering::Acquire) == BIAS - self.made.get()
    }

    fn leave(&self) {
        if let Some(chunk) = self.chunk.take() {
            // SAFETY: this thread owned the chunk and settles once.
            unsafe { subtract(chunk, BIAS - self.made.get()) };
            self.next.set(CHUNK);
        }
    }

    #[inline]
    fn count_freed(&self, chunk: NonNull<Chunk>) {
        if self.freed_in.get() != Some(chunk) {
            self.free_in(chunk);
        }
        self.freed.set(self.freed.get() + 1);
    }

    #[cold]
    fn free_in(&self, chunk: NonNull<Chunk>) {
        self.settle_freed();
        self.freed_in.set(Some(chunk));
    }

    fn settle_freed(&self) {
        if let Some(chunk) = self.freed_in.take() {
            // SAFETY: `freed` records of that chunk were freed here and still count in its `live`.
            unsafe { subtract(chunk, self.freed.replace(0)) };
        }
    }
}

impl Drop for Local {
    fn drop(&mut self) {
        self.settle_freed();
        self.leave();
    }
}

/// Takes `count` off `live`; the last one gives the chunk back.
///
/// # Safety
/// The caller's `count` is part of `live`.
unsafe fn subtract(chunk: NonNull<Chunk>, count: u32) {
    // SAFETY: `live` is not zero yet, so the chunk is there.
    if unsafe { chunk.as_ref() }
        .live
        .fetch_sub(count, Ordering::AcqRel)
        == count
    {
        lock(&POOL).give(chunk);
    }
}

/// The chunks that nobody uses, by the region they were cut from.
struct Pool {
    regions: Vec<Option<Region>>,
    /// Indices of regions with a free chunk.
    open: Vec<u32>,
    free_chunks: usize,
    used_chunks: usize,
    /// The most that were in use when one was taken, since the last run ended.
    needed: usize,
    reserve: Reserve,
}

struct Region {
    start: NonNull<u8>,
    /// Bit i: chunk i is free.
    free: u32,
}

// SAFETY: a region is plain memory; the pool's lock orders its use.
unsafe impl Send for Pool {}

global! {
    static POOL: Mutex<Pool> = Mutex::new(Pool {
        regions: Vec::new(),
        open: Vec::new(),
        free_chunks: 0,
        used_chunks: 0,
        needed: 0,
        reserve: Reserve::new(RESERVE),
    });
}

global! {
    /// Did recent graphs need more than what is kept in any case? A hint, so that the end of a small run takes no lock.
    static LARGE: AtomicBool = AtomicBool::new(false);
}

/// A run is over: gives back what recent runs did not need.
pub(crate) fn run_over() {
    if LARGE.load(Ordering::Relaxed) {
        lock(&POOL).reckon();
    }
}

const REGION: Layout = match Layout::from_size_align(CHUNK * CHUNKS_PER_REGION, CHUNK) {
    Ok(layout) => layout,
    Err(_) => panic!("the region's layout is valid"),
};

impl Pool {
    fn take(&mut self) -> NonNull<Chunk> {
        let at = match self.open.last() {
            Some(&at) => at,
            None => self.grow(),
        };
        let region = self.regions[at as usize]
            .as_mut()
            .expect("an open region exists");
        let bit = region.free.trailing_zeros();
        region.free &= region.free - 1;
        if region.free == 0 {
            self.open.pop();
        }
        self.free_chunks -= 1;
        self.used_chunks += 1;
        if self.used_chunks > self.needed {
            self.needed = self.used_chunks;
            if self.needed > RESERVE {
                LARGE.store(true, Ordering::Relaxed);
            }
        }
        // SAFETY: chunk `bit` of the region is inside it.
        let chunk = unsafe { region.start.add(bit as usize * CHUNK) }.cast::<Chunk>();
        let header = Chunk {
            number: AtomicU64::new(0),
            live: AtomicU32::new(0),
            region: at,
        };
        // SAFETY: the chunk is free, aligned, and large enough for its header.
        unsafe { chunk.write(header) };
        chunk
    }

    fn grow(&mut self) -> u32 {
        // SAFETY: the layout has a size.
        let start = unsafe { alloc(REGION) };
        let start = NonNull::new(start).unwrap_or_else(|| handle_alloc_error(REGION));
        let region = Region {
            start,
            free: u32::MAX,
        };
        let at = self
            .regions
            .iter()
            .position(Option::is_none)
            .unwrap_or(self.regions.len());
        if at == self.regions.len() {
            self.regions.push(None);
        }
        self.regions[at] = Some(region);
        self.free_chunks += CHUNKS_PER_REGION;
        let at = u32::try_from(at).expect("fewer than 2^32 regions");
        self.open.push(at);
        at
    }

    fn give(&mut self, chunk: NonNull<Chunk>) {
        // SAFETY: the chunk is free but still there: its region goes only below, and only with all its chunks.
        let at = unsafe { chunk.as_ref() }.region;
        let region = self.regions[at as usize]
            .as_mut()
            .expect("the region of a chunk exists");
        let bit = (chunk.addr().get() - region.start.addr().get()) / CHUNK;
        if region.free == 0 {
            self.open.push(at);
        }
        region.free |= 1 << bit;
        self.free_chunks += 1;
        self.used_chunks -= 1;
        if region.free == u32::MAX && self.free_chunks > self.reserve.most() {
            self.give_back(at);
        }
    }

    /// Gives a region back to the system, all of whose chunks are free.
    fn give_back(&mut self, at: u32) {
        let Some(region) = self.regions[at as usize].take() else {
            return;
        };
        debug_assert_eq!(region.free, u32::MAX, "no chunk of the region is in use");
        self.open.retain(|&open| open != at);
        self.free_chunks -= CHUNKS_PER_REGION;
        // SAFETY: it came from `alloc` with this layout, and no chunk of it is in use.
        unsafe { dealloc(region.start.as_ptr(), REGION) };
    }

    fn reckon(&mut self) {
        self.reserve.reckon(std::mem::take(&mut self.needed));
        let is_free = |pool: &Pool, at: u32| {
            let region = pool.regions[at as usize].as_ref();
            region.is_some_and(|region| region.free == u32::MAX)
        };
        let mut open = self.open.clone();
        while self.free_chunks > self.reserve.most()
            && let Some(at) = open.pop()
        {
            if is_free(self, at) {
                self.give_back(at);
            }
        }
        LARGE.store(!self.reserve.is_at_rest(), Ordering::Relaxed);
    }
}

/// Bytes that are kept for the next graph.
#[cfg(test)]
pub(crate) fn kept() -> usize {
    lock(&POOL).free_chunks * CHUNK
}
