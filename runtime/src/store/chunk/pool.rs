//! The chunks that have no owner: those that are free, and those with so few records that the place between them is used again.
//!
//! What is free is kept for the next graph, as much as the [`Reserve`] says, counting the pages that survivors keep. Beyond that a
//! region whose chunks are all free goes back to the system as a whole, and of others the pages that nobody uses.

use super::region::Region;
use super::{BIAS, CHUNK, Start, holes, subtract, system};
use crate::reserve::Reserve;
use crate::sync::{AtomicBool, Mutex, Ordering, global, lock};

/// Free chunks that are kept in any case: 16 MiB.
const RESERVE: usize = if cfg!(loom) { 0 } else { 512 };
/// So many more may be free before pages go back: what is about to be free as a whole region is spared the trouble.
const SLACK: usize = RESERVE / 4;
/// In `listed`: the chunk is among those whose pages went back.
const TRIMMED: u32 = 1 << 31;

/// A chunk with a new owner.
pub(super) enum Taken {
    /// Without records.
    Whole(Start),
    /// With a few.
    Sparse(Start),
}

struct Pool {
    /// A region keeps its place.
    regions: Vec<Option<Region>>,
    /// Regions with a free chunk that has its pages.
    open: Vec<u32>,
    /// Regions with a free chunk that has not.
    cold: Vec<u32>,
    /// Free chunks that have their pages.
    warm: usize,
    /// Chunks with few records and all pages.
    sparse: Vec<Start>,
    /// Chunks with few records and no more pages than those need.
    trimmed: Vec<Start>,
    /// The pages of the latter.
    pages: usize,
    used: usize,
    /// The most that were in use when one was taken, since the last run ended.
    needed: usize,
    reserve: Reserve,
}

// SAFETY: a chunk is plain memory; the pool's lock orders its use.
unsafe impl Send for Pool {}

global! {
    static POOL: Mutex<Pool> = Mutex::new(Pool {
        regions: Vec::new(),
        open: Vec::new(),
        cold: Vec::new(),
        warm: 0,
        sparse: Vec::new(),
        trimmed: Vec::new(),
        pages: 0,
        used: 0,
        needed: 0,
        reserve: Reserve::new(RESERVE),
    });
}

global! {
    /// Did recent graphs need more than what is kept in any case? A hint, so that the end of a small run takes no lock.
    static LARGE: AtomicBool = AtomicBool::new(false);
}

/// Gives the caller a chunk of its own.
pub(super) fn take(whole: bool) -> Taken {
    lock(&POOL).take(whole)
}

/// A chunk has neither owner nor records: the caller has brought its `live` to zero.
pub(super) fn give(start: Start) {
    let is_over = {
        let mut pool = lock(&POOL);
        pool.give(start);
        pool.is_over()
    };
    if is_over {
        relieve();
    }
}

/// A chunk of this region has few records and no owner, or had so a moment ago.
pub(super) fn list(start: Start, region: u32) {
    let is_over = {
        let mut pool = lock(&POOL);
        pool.list(start, region);
        pool.is_over()
    };
    if is_over {
        relieve();
    }
}

/// The caller leaves a chunk that cannot be filled again until it is free.
pub(super) fn retire(start: Start) {
    // SAFETY: the caller owns the chunk, and has made nothing there.
    unsafe {
        start.chunk().few.store(0, Ordering::Relaxed);
        subtract(start, BIAS);
    }
}

/// A run is over: gives back what recent runs did not need.
pub(crate) fn run_over() {
    if LARGE.load(Ordering::Relaxed) {
        let is_over = {
            let mut pool = lock(&POOL);
            pool.reckon();
            pool.is_over()
        };
        if is_over {
            relieve();
        }
    }
}

/// Bytes of chunks that are in use.
pub(crate) fn about_in_use() -> usize {
    lock(&POOL).used * CHUNK
}

/// Gives pages back until no more is kept than should be.
#[cold]
fn relieve() {
    loop {
        let Some(start) = lock(&POOL).excess() else {
            return;
        };
        let mut pages = system::pages_of_chunk();
        // SAFETY: `excess` has made this thread its owner.
        unsafe {
            holes::each(start, |hole| {
                // The word that says how long it is stays.
                let from = hole.start + size_of::<usize>();
                // SAFETY: nobody reads what is free.
                pages -= system::discard(start.0.add(from), hole.end - from);
            });
        }
        lock(&POOL).list_trimmed(start, u32::try_from(pages).unwrap_or(0));
    }
}

impl Pool {
    fn take(&mut self, whole: bool) -> Taken {
        let taken = self.take_warm().map(Taken::Whole);
        let taken = taken.or_else(|| {
            let sparse = (!whole).then(|| self.take_sparse())?;
            sparse.map(Taken::Sparse)
        });
        let taken = taken.or_else(|| self.take_bare().map(Taken::Whole));
        let taken = taken.unwrap_or_else(|| {
            self.grow();
            Taken::Whole(self.take_warm().expect("a new region has free chunks"))
        });
        self.used += 1;
        if self.used > self.needed {
            self.needed = self.used;
            if self.needed > RESERVE {
                LARGE.store(true, Ordering::Relaxed);
            }
        }
        taken
    }

    fn region(&mut self, at: u32) -> &mut Region {
        let region = self.regions[at as usize].as_mut();
        region.expect("the region of a chunk exists")
    }

    fn take_warm(&mut self) -> Option<Start> {
        let &at = self.open.last()?;
        let region = self.region(at);
        let start = region.take_warm();
        if region.warm() == 0 {
            self.open.pop();
        }
        self.warm -= 1;
        Some(start)
    }

    fn take_bare(&mut self) -> Option<Start> {
        let &at = self.cold.last()?;
        let region = self.region(at);
        let start = region.take_bare();
        if region.bare() == 0 {
            self.cold.pop();
        }
        Some(start)
    }

    fn take_sparse(&mut self) -> Option<Start> {
        let all = self.sparse.iter().rev().chain(self.trimmed.iter().rev());
        let start = all.copied().find(|start| Self::own(*start))?;
        self.unlist(start);
        Some(start)
    }

    /// Becomes the owner of a listed chunk, unless it has just lost its last record, whose owner is about to give it.
    fn own(start: Start) -> bool {
        let own = |live: u32| (live != 0).then(|| live + BIAS);
        // SAFETY: a listed chunk is there.
        let live = unsafe { &start.chunk().live };
        live.fetch_update(Ordering::AcqRel, Ordering::Relaxed, own)
            .is_ok()
    }

    fn grow(&mut self) {
        let free = self.regions.iter().position(Option::is_none);
        let at = free.unwrap_or(self.regions.len());
        if at == self.regions.len() {
            self.regions.push(None);
        }
        let number = u32::try_from(at).expect("fewer than 2^32 regions");
        let region = Region::new(number);
        self.warm += region.chunks();
        self.regions[at] = Some(region);
        self.open.push(number);
    }

    fn give(&mut self, start: Start) {
        if !self.unlist(start) {
            self.used -= 1;
        }
        // SAFETY: the chunk is free but still there: its region goes only with all its chunks.
        let at = unsafe { start.chunk() }.region;
        let region = self.region(at);
        let was_open = region.warm() > 0;
        region.give(start);
        let is_free = region.is_free();
        self.warm += 1;
        if !was_open {
            self.open.push(at);
        }
        if is_free && self.warm > self.reserve.most() {
            self.give_back(at);
        }
    }

    /// Gives a region back to the system, all of whose chunks are free.
    fn give_back(&mut self, at: u32) {
        let Some(region) = self.regions[at as usize].take() else {
            return;
        };
        debug_assert!(region.is_free(), "no chunk of the region is in use");
        self.open.retain(|&open| open != at);
        self.cold.retain(|&cold| cold != at);
        self.warm -= region.warm();
        // SAFETY: no chunk of it is in use.
        unsafe { region.end() };
    }

    fn list(&mut self, start: Start, region: u32) {
        let region = self.regions[region as usize].as_ref();
        if !region.is_some_and(|region| region.is_in_use(start)) {
            return;
        }
        // SAFETY: a chunk in use is there, as its region is.
        let chunk = unsafe { start.chunk() };
        let live = chunk.live.load(Ordering::Relaxed);
        let is_sparse = live != 0 && live <= chunk.few.load(Ordering::Relaxed);
        if is_sparse && chunk.listed.load(Ordering::Relaxed) == 0 {
            self.sparse.push(start);
            self.used -= 1;
            let number = u32::try_from(self.sparse.len()).expect("fewer than 2^31 chunks");
            chunk.listed.store(number, Ordering::Relaxed);
        }
    }

    /// The owner of a chunk leaves it, with no more pages than its records need.
    fn list_trimmed(&mut self, start: Start, pages: u32) {
        // SAFETY: the caller owns the chunk.
        let chunk = unsafe { start.chunk() };
        if chunk.live.fetch_sub(BIAS, Ordering::AcqRel) == BIAS {
            return self.give(start);
        }
        self.trimmed.push(start);
        self.used -= 1;
        self.pages += pages as usize;
        let number = u32::try_from(self.trimmed.len()).expect("fewer than 2^31 chunks");
        chunk.listed.store(number | TRIMMED, Ordering::Relaxed);
        chunk.pages.store(pages, Ordering::Relaxed);
    }

    /// Takes a chunk from its list. Was it in one?
    fn unlist(&mut self, start: Start) -> bool {
        // SAFETY: the chunk is listed, or the caller's.
        let chunk = unsafe { start.chunk() };
        let listed = chunk.listed.load(Ordering::Relaxed);
        if listed == 0 {
            return false;
        }
        chunk.listed.store(0, Ordering::Relaxed);
        let list = if listed & TRIMMED == 0 {
            &mut self.sparse
        } else {
            self.pages -= chunk.pages.load(Ordering::Relaxed) as usize;
            &mut self.trimmed
        };
        let at = (listed & !TRIMMED) as usize - 1;
        list.swap_remove(at);
        if let Some(moved) = list.get(at) {
            // SAFETY: a listed chunk is there.
            unsafe { moved.chunk() }
                .listed
                .store(listed, Ordering::Relaxed);
        }
        true
    }

    /// So many chunks may be free and have their pages.
    fn most(&self) -> usize {
        let pages = self.pages / system::pages_of_chunk();
        self.reserve.most().saturating_sub(pages)
    }

    fn is_over(&self) -> bool {
        self.warm + self.sparse.len() > self.most() + SLACK && system::takes_pages()
    }

    /// Gives back what is free, until no more than should be has its pages. Where free chunks do not suffice, the caller gets one
    /// with few records.
    fn excess(&mut self) -> Option<Start> {
        while self.warm + self.sparse.len() > self.most()
            && let Some(at) = self.open.pop()
        {
            self.give_pages(at);
        }
        if self.warm + self.sparse.len() <= self.most() {
            return None;
        }
        let start = self
            .sparse
            .iter()
            .copied()
            .find(|start| Self::own(*start))?;
        self.unlist(start);
        self.used += 1;
        // SAFETY: the caller owns the chunk now.
        let at = unsafe { start.chunk() }.region;
        self.region(at).break_up();
        Some(start)
    }

    /// Gives the free part of a region back, which is not among the open ones any more.
    fn give_pages(&mut self, at: u32) {
        let region = self.region(at);
        if region.is_free() {
            return self.give_back(at);
        }
        let was_cold = region.bare() > 0;
        let bared = region.bare_all();
        self.warm -= bared;
        if !was_cold {
            self.cold.push(at);
        }
    }

    fn reckon(&mut self) {
        self.reserve.reckon(std::mem::take(&mut self.needed));
        let mut open = self.open.clone();
        while self.warm > self.reserve.most()
            && let Some(at) = open.pop()
        {
            if self.region(at).is_free() {
                self.give_back(at);
            }
        }
        LARGE.store(!self.reserve.is_at_rest(), Ordering::Relaxed);
    }
}

/// Bytes that are kept for the next graph.
#[cfg(test)]
pub(crate) fn kept() -> usize {
    let pool = lock(&POOL);
    (pool.warm + pool.sparse.len()) * CHUNK
}
