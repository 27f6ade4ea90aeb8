//! Large pages of the system for large results.

/// Below this the pages that a result needs are few, and few of them could be large ones: what `NumPy` goes by too.
const LEAST: usize = 4 << 20;

/// Asks the system to back memory that is about to be written with its large pages, where it has such and hands them out on
/// request. A result of a gigabyte then takes five hundred page faults instead of a quarter of a million, which otherwise are
/// most of its time. What is not granted is no error: the pages are small then.
pub(crate) fn prefer_large_pages<T>(memory: &mut [T]) {
    if size_of_val(memory) >= LEAST {
        advise(memory);
    }
}

#[cfg(all(target_os = "linux", not(miri)))]
fn advise<T>(memory: &mut [T]) {
    use rustix::mm::{Advice, madvise};

    // Advice is given for whole pages, and the first one may have begun before.
    let page = rustix::param::page_size();
    let start = memory.as_mut_ptr().cast::<std::ffi::c_void>();
    let skipped = start.align_offset(page);
    let Some(len) = size_of_val(memory).checked_sub(skipped) else {
        return;
    };
    let start = start.wrapping_byte_add(skipped);
    // SAFETY: the pages begin inside of `memory`, which is borrowed for writing; a last one that is in it only in part is
    // a page of the process all the same. The advice says which size of pages to use from now on: it changes, moves and
    // unmaps nothing, so neither this memory nor what is beside it can tell.
    let advised = unsafe { madvise(start, len, Advice::LinuxHugepage) };
    // A kernel without large pages refuses: then they are small.
    let _ = advised;
}

#[cfg(not(all(target_os = "linux", not(miri))))]
fn advise<T>(_: &mut [T]) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_keeps_what_is_in_it() {
        for len in [0, 1, LEAST / 8 - 1, LEAST / 8, LEAST / 8 + 12_345] {
            let mut memory: Vec<usize> = (0..len).collect();
            prefer_large_pages(&mut memory);
            assert!(memory.iter().copied().eq(0..len), "{len}");
        }
    }
}
