//! What the system is told about memory: that it is not needed for now, or that it should come in large pages.
//!
//! Advice only: where there is none, memory is used again by later graphs and otherwise stays. What is advised about may come from
//! any allocator: bytes that were given back read as anything.

use std::ptr::NonNull;

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

/// Says that memory shall not lie in large pages, where the system makes some unasked.
pub(super) fn break_up(start: NonNull<u8>, bytes: usize) {
    given::large_pages(start, bytes, false);
}

/// Says that memory will be written as a whole: what is large enough may lie in large pages. A result of a gigabyte then takes
/// five hundred page faults instead of a quarter of a million. Records and tables do not ask for them: where free memory is in
/// pieces, a system may take longer to put a large page together than to hand out small ones.
#[cfg(feature = "array")]
pub(crate) fn in_large_pages<T>(memory: &[T]) {
    /// Bytes of a large page.
    const LARGE_PAGE: usize = 2 << 20;
    let start = NonNull::from(memory).cast::<u8>();
    let address = start.addr().get();
    let end = address + size_of_val(memory);
    let (from, to) = (
        address.next_multiple_of(LARGE_PAGE),
        end / LARGE_PAGE * LARGE_PAGE,
    );
    if from < to {
        let first = start.map_addr(|address| address.saturating_add(from - address.get()));
        given::large_pages(first, to - from, true);
    }
}

#[cfg(all(test, feature = "array"))]
mod tests {
    use super::*;

    #[test]
    fn memory_keeps_what_is_in_it() {
        let large = (4 << 20) / size_of::<usize>();
        for len in [0, 1, large - 1, large, large + 12_345] {
            let memory: Vec<usize> = (0..len).collect();
            in_large_pages(&memory);
            assert!(memory.iter().copied().eq(0..len), "{len}");
        }
    }
}
