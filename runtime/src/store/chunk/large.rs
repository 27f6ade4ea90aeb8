//! Records that lie outside of the chunks.

use std::alloc::{Layout, handle_alloc_error};
use std::ptr::NonNull;

use crate::sync::{alloc, dealloc};

/// A record of its own, outside the chunks.
pub(in crate::store) fn allocate_large(layout: Layout) -> NonNull<u8> {
    // SAFETY: a record has a header, so the layout has a size.
    NonNull::new(unsafe { alloc(layout) }).unwrap_or_else(|| handle_alloc_error(layout))
}

/// Gives back a record of its own.
///
/// # Safety
/// `record` came from [`allocate_large`] with the same layout, and nobody uses it any more.
pub(in crate::store) unsafe fn free_large(record: NonNull<u8>, layout: Layout) {
    // SAFETY: the caller's.
    unsafe { dealloc(record.as_ptr(), layout) };
}
