//! What the system is told about memory: that it is not needed for now, or that it should come in large pages.
//!
//! Advice only: where there is none, memory is used again by later graphs and otherwise stays. What is advised about may come from
//! any allocator: bytes that were given back read as anything.

use std::ptr::NonNull;

/// Bytes of a large page.
pub(super) const LARGE_PAGE: usize = 2 << 20;

#[cfg(all(target_os = "linux", not(loom)))]
mod given {
    use std::ptr::NonNull;

    use rustix::mm::{Advice, madvise};

    /// Bytes of a page.
    pub(super) fn page() -> usize {
        rustix::param::page_size()
    }

    pub(super) fn discard(start: NonNull<u8>, bytes: usize) -> bool {
        // SAFETY: the caller's: nobody relies on what is in these pages, and all of them are its own.
        unsafe { madvise(start.as_ptr().cast(), bytes, Advice::LinuxDontNeed) }.is_ok()
    }

    pub(super) fn large_pages(start: NonNull<u8>, bytes: usize, wanted: bool) {
        let advice = if wanted {
            Advice::LinuxHugepage
        } else {
            Advice::LinuxNoHugepage
        };
        // SAFETY: what is in the pages stays. Where the system has no large ones, nothing is lost.
        let _ = unsafe { madvise(start.as_ptr().cast(), bytes, advice) };
    }
}

#[cfg(not(all(target_os = "linux", not(loom))))]
mod given {
    use std::ptr::NonNull;

    /// In a model all is as if memory went back, but for the memory.
    pub(super) fn page() -> usize {
        if cfg!(loom) { 64 } else { usize::MAX }
    }

    pub(super) fn discard(_: NonNull<u8>, _: usize) -> bool {
        cfg!(loom)
    }

    pub(super) fn large_pages(_: NonNull<u8>, _: usize, _: bool) {}
}

/// Can memory be given back page by page?
pub(super) fn takes_pages() -> bool {
    given::page() <= super::CHUNK
}

/// Gives the pages back that lie in these bytes as a whole, and says how many those are.
///
/// # Safety
/// The bytes are in one allocation, and whatever is in them is not read any more.
pub(super) unsafe fn discard(start: NonNull<u8>, bytes: usize) -> usize {
    let page = given::page();
    let address = start.addr().get();
    let (from, to) = (
        address.next_multiple_of(page),
        (address + bytes) / page * page,
    );
    if from >= to {
        return 0;
    }
    // SAFETY: between the start and the end of the bytes.
    let first = unsafe { start.add(from - address) };
    if given::discard(first, to - from) {
        (to - from) / page
    } else {
        0
    }
}

/// Pages of a chunk.
pub(super) fn pages_of_chunk() -> usize {
    super::CHUNK / given::page().min(super::CHUNK)
}

/// Asks for large pages, or not to have them any more, in the memory of a region.
pub(super) fn advise_region(start: NonNull<u8>, bytes: usize, wanted: bool) {
    given::large_pages(start, bytes, wanted);
}

/// Says that a table, or the result of an array, will be used as a whole: where it has room for it, large pages come at a
/// fraction of the cost. A result of a gigabyte then takes five hundred page faults instead of a quarter of a million.
pub(crate) fn in_large_pages<T>(table: &[T], room: usize) {
    let start = NonNull::from(table).cast::<u8>();
    let address = start.addr().get();
    let end = address + room * size_of::<T>();
    let (from, to) = (
        address.next_multiple_of(LARGE_PAGE),
        end / LARGE_PAGE * LARGE_PAGE,
    );
    if from < to {
        let first = start.map_addr(|address| address.saturating_add(from - address.get()));
        given::large_pages(first, to - from, true);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_keeps_what_is_in_it() {
        let large = 2 * LARGE_PAGE / size_of::<usize>();
        for len in [0, 1, large - 1, large, large + 12_345] {
            let memory: Vec<usize> = (0..len).collect();
            in_large_pages(&memory, memory.capacity());
            assert!(memory.iter().copied().eq(0..len), "{len}");
        }
    }
}
