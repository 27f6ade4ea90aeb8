//! What each thread knows for itself: the chunk that it fills, and those that it frees in.
//!
//! Making a record and freeing one are a few instructions here, compiled into whoever does it. All else is called, by functions
//! that cannot unwind: then a caller needs no code that cleans up after them.

use std::cell::Cell;
use std::mem::ManuallyDrop;
use std::ptr::NonNull;

use super::freed::Freed;
use super::holes::{self, Hole};
use super::pool::{Taken, retire, take};
use super::{BIAS, CHUNK, FEW, NEXT_NUMBER, Start, fill, number_of, subtract};
use crate::store::maker;
use crate::sync::{Ordering, per_thread};

/// A place of `size` bytes (a multiple of 8) at an alignment of 8.
#[inline]
pub(in crate::store) fn allocate(size: usize) -> NonNull<u8> {
    debug_assert!(size <= CHUNK / 8 && size.is_multiple_of(8));
    let here = LOCAL.try_with(|local| local.0.bump(size, 1));
    here.ok()
        .flatten()
        .unwrap_or_else(|| allocate_elsewhere(size))
}

/// What this thread fills is full, or the thread ends.
#[cold]
#[inline(never)]
extern "C" fn allocate_elsewhere(size: usize) -> NonNull<u8> {
    of_thread(|local| local.bump_anywhere(size, 1))
        // A chunk for this record alone.
        .unwrap_or_else(|| Local::new().bump_anywhere(size, 1))
}

/// A creation number for a record that lives outside the chunks.
pub(in crate::store) fn number() -> u64 {
    if cfg!(loom) {
        return NEXT_NUMBER.fetch_add(1, Ordering::Relaxed);
    }
    let bump = |local: &Local| {
        let place = local.bump_anywhere(8, 0);
        // SAFETY: eight bytes that are nobody else's.
        unsafe { fill(place, 8) };
        number_of(place)
    };
    of_thread(bump).unwrap_or_else(|| NEXT_NUMBER.fetch_add(CHUNK as u64, Ordering::Relaxed))
}

/// Gives back the place of a record.
///
/// # Safety
/// `record` came from [`allocate`], says that it is free, is given back once, and nobody uses it any more.
#[inline]
pub(in crate::store) unsafe fn free(record: NonNull<u8>) {
    let start = Start::of(record);
    let counted = LOCAL.try_with(|local| local.0.freed.count(start));
    if !counted.unwrap_or(false) {
        free_elsewhere(start.0);
    }
}

/// This thread has not counted in the chunk that starts here, or the thread ends. A record just freed still counts in `live`.
#[cold]
#[inline(never)]
extern "C" fn free_elsewhere(start: NonNull<u8>) {
    let start = Start(start);
    if of_thread(|local| local.freed.count_anywhere(start)).is_none() {
        // SAFETY: see above.
        unsafe { subtract(start, 1) };
    }
}

/// Takes what this thread has freed off the counts that all threads share.
pub(crate) fn settle() {
    let _ = LOCAL.try_with(|local| local.0.freed.settle());
}

/// What a thread knows about the chunk it fills, and about those it frees in.
pub(super) struct Local {
    pub(super) chunk: Cell<Option<Start>>,
    /// Where the free place starts that it fills.
    next: Cell<NonNull<u8>>,
    /// The address where it ends.
    end: Cell<usize>,
    made: Cell<u32>,
    /// Records that were there already.
    found: Cell<u32>,
    pub(super) freed: Freed,
}

/// What a thread knows is never dropped, so that nobody has to ask whether it still is there: it lies in memory of the thread.
struct OfThread(ManuallyDrop<Local>);

/// On other systems a thread-local lies behind a key, and may be gone before `AT_END` is: then it is empty before.
#[cfg(not(any(
    all(target_os = "linux", any(target_env = "gnu", target_env = "musl")),
    all(target_os = "windows", target_env = "msvc"),
    target_os = "freebsd",
    target_vendor = "apple",
)))]
impl Drop for OfThread {
    fn drop(&mut self) {
        self.0.end();
    }
}

per_thread! {
    static LOCAL: OfThread = const { OfThread(ManuallyDrop::new(Local::new())) };
    /// Empties it when the thread ends. It then stays empty.
    static AT_END: AtEnd = const { AtEnd };
}

struct AtEnd;

impl Drop for AtEnd {
    fn drop(&mut self) {
        let _ = LOCAL.try_with(|local| local.0.end());
    }
}

/// Does something with what the thread knows, unless the thread ends: nothing may be left there then.
fn of_thread<R>(what: impl FnOnce(&Local) -> R) -> Option<R> {
    AT_END.try_with(|_| ()).ok()?;
    LOCAL.try_with(|local| what(&local.0)).ok()
}

impl Local {
    pub(super) const fn new() -> Self {
        Local {
            chunk: Cell::new(None),
            next: Cell::new(NonNull::dangling()),
            end: Cell::new(0),
            made: Cell::new(0),
            found: Cell::new(0),
            freed: Freed::new(),
        }
    }

    /// The next `size` bytes, which count as `records` records, if there are so many.
    #[inline]
    fn bump(&self, size: usize, records: u32) -> Option<NonNull<u8>> {
        let place = self.next.get();
        if place.addr().get() + size > self.end.get() {
            return None;
        }
        // SAFETY: they lie in a chunk, as the end does.
        self.next.set(unsafe { place.byte_add(size) });
        self.made.set(self.made.get() + records);
        Some(place)
    }

    /// The same, here or in another place.
    pub(super) fn bump_anywhere(&self, size: usize, records: u32) -> NonNull<u8> {
        loop {
            match self.bump(size, records) {
                Some(place) => return place,
                None => self.renew(size),
            }
        }
    }

    /// A free place of at least this size: the present chunk if all its records are dead, or what is left of it, otherwise
    /// another one.
    pub(super) fn renew(&self, size: usize) {
        self.freed.settle();
        if let Some(start) = self.chunk.get() {
            if self.all_dead(start) {
                return self.fill_whole(start);
            }
            self.close();
            // SAFETY: this thread owns the chunk, which was swept if it was not new.
            let next = unsafe { Hole::after(start, self.end.get() - start.0.addr().get()) };
            if size <= holes::LEAST
                && let Some(hole) = next
            {
                return self.fill_hole(start, hole);
            }
            self.leave();
        }
        loop {
            match take(size > holes::LEAST) {
                Taken::Whole(start) => return self.fill_whole(start),
                Taken::Sparse(start) => {
                    // SAFETY: this thread owns the chunk now.
                    if let Some(hole) = unsafe { holes::sweep(start) } {
                        return self.begin(start, hole);
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
        chunk.maker.store(maker::this_thread(), Ordering::Relaxed);
        let hole = Hole {
            start: start.first(),
            end: CHUNK,
        };
        self.begin(start, hole);
    }

    /// Fills a chunk, from this place on.
    fn begin(&self, start: Start, hole: Hole) {
        let number = NEXT_NUMBER.fetch_add(CHUNK as u64, Ordering::Relaxed);
        // SAFETY: this thread owns the chunk.
        let chunk = unsafe { start.chunk() };
        chunk.number.store(number, Ordering::Relaxed);
        let found = chunk.live.load(Ordering::Relaxed) - BIAS;
        self.chunk.set(Some(start));
        self.made.set(0);
        self.found.set(found);
        self.fill_hole(start, hole);
    }

    fn fill_hole(&self, start: Start, hole: Hole) {
        // SAFETY: a hole lies in its chunk.
        self.next.set(unsafe { start.0.byte_add(hole.start) });
        self.end.set(start.0.addr().get() + hole.end);
    }

    fn all_dead(&self, start: Start) -> bool {
        // SAFETY: this thread owns the chunk, so it is not given back.
        let live = unsafe { start.chunk() }.live.load(Ordering::Acquire);
        live == BIAS - self.made.get()
    }

    /// Marks what is left of the place at hand as free.
    fn close(&self) {
        let next = self.next.get();
        let left = self.end.get().saturating_sub(next.addr().get());
        if left > 0 {
            // SAFETY: that part of the chunk is free, and this thread owns it.
            unsafe {
                fill(next, left);
                self.next.set(next.byte_add(left));
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
            self.next.set(NonNull::dangling());
            self.end.set(0);
        }
    }

    fn end(&self) {
        self.freed.settle();
        self.leave();
    }
}

impl Drop for Local {
    fn drop(&mut self) {
        self.end();
    }
}

#[cfg(all(test, not(any(loom, tembel_scattered))))]
mod tests {
    use std::collections::HashMap;
    use std::panic::Location;
    use std::sync::mpsc;
    use std::thread::spawn;

    use super::*;
    use crate::graph::{Info, Kind};
    use crate::store::{Move, new_ready};

    type Chunks = Vec<Vec<Move<usize>>>;

    /// Records in more chunks than other tests have left few records in.
    const MANY: usize = CHUNK;

    fn make(count: usize) -> Vec<Move<usize>> {
        let info = || Info::new("number", Kind::Ready);
        let ready = |number| new_ready(info, Location::caller(), number);
        (0..count).map(ready).collect()
    }

    fn start_of(value: &Move<usize>) -> Start {
        Start::of(value.pointer().cast())
    }

    fn live(value: &Move<usize>) -> usize {
        // SAFETY: the record is alive, so its chunk is there.
        unsafe { start_of(value).chunk() }
            .live
            .load(Ordering::Acquire) as usize
    }

    /// Records of a thread that has ended, by chunk: those of chunks where no other test has any.
    fn of_ended_thread() -> Chunks {
        let mut chunks: HashMap<usize, Vec<_>> = HashMap::new();
        for value in spawn(|| make(MANY)).join().unwrap() {
            let chunk = start_of(&value).number();
            chunks.entry(chunk).or_default().push(value);
        }
        let mut chunks: Vec<_> = chunks.into_values().collect();
        chunks.retain(|values| live(&values[0]) == values.len());
        assert!(!chunks.is_empty());
        chunks
    }

    /// Drops half of each: so many stay that nobody else fills their chunk.
    fn drop_half(chunks: &mut [Vec<Move<usize>>]) {
        for values in chunks {
            values.truncate(values.len() / 2);
        }
    }

    fn assert_counted(chunks: &[Vec<Move<usize>>]) {
        for values in chunks {
            assert_eq!(live(&values[0]), values.len());
        }
    }

    #[test]
    fn a_thread_that_has_ended_owns_no_chunk() {
        let made = spawn(|| make(MANY)).join().unwrap();
        assert!(made.iter().all(|value| live(value) < BIAS as usize));
    }

    #[test]
    fn what_a_thread_has_freed_is_counted_when_it_has_ended() {
        let mut chunks = of_ended_thread();
        let thread = spawn(|| {
            drop_half(&mut chunks);
            chunks
        });
        assert_counted(&thread.join().unwrap());
    }

    /// Makes a record and frees others when its thread ends.
    struct Late(Chunks, mpsc::Sender<(bool, Move<usize>, Chunks)>);

    impl Drop for Late {
        fn drop(&mut self) {
            let is_late = AT_END.try_with(|_| ()).is_err();
            drop_half(&mut self.0);
            let made = make(2).swap_remove(0);
            let _ = self.1.send((is_late, made, std::mem::take(&mut self.0)));
        }
    }

    thread_local! {
        static LATE: Cell<Option<Late>> = const { Cell::new(None) };
    }

    #[test]
    fn what_is_made_and_freed_after_the_end_is_counted_and_leaves_no_owner() {
        let (ended, told) = mpsc::channel();
        let chunks = of_ended_thread();
        let thread = spawn(|| {
            // Before anything of the store is used, so that it is dropped after that.
            LATE.set(Some(Late(chunks, ended)));
            drop(make(1));
        });
        thread.join().unwrap();
        let (is_late, made, chunks) = told.recv().unwrap();
        assert!(is_late);
        assert!(live(&made) < BIAS as usize);
        assert_counted(&chunks);
    }
}
