//! Memory for records: from a chunk, or of their own; and what lies where one was.

use std::alloc::Layout;
use std::ptr::NonNull;

use super::chunk::{self, Extent};
use super::record::{DONE, FREED, Header, Origin, Output, TAKEN, Table, align_up, output_of};
use crate::sync::{AtomicU64, Ordering};

/// Memory for a record of a kind, its header and outputs written, the rest not. Who calls this knows the kind while compiling,
/// so nothing is asked about it at run time. What is called here cannot unwind: a block is one function, which would have to say
/// for each statement how all before it are dropped.
#[inline]
pub(super) fn new_record(table: &'static Table, origin: Origin, state: u8) -> NonNull<Header> {
    if table.is_usual() {
        let header = chunk::allocate(table.layout.size()).cast();
        // SAFETY: the memory is new and large enough.
        unsafe { write_header(header, table, origin, state) };
        header
    } else {
        new_unusual_record(table, origin, state)
    }
}

/// A record that is large, or has several outputs.
#[inline(never)]
extern "C" fn new_unusual_record(
    table: &'static Table,
    origin: Origin,
    state: u8,
) -> NonNull<Header> {
    let memory = if table.large {
        allocate_large(table)
    } else {
        chunk::allocate(table.layout.size())
    };
    let header = memory.cast();
    // SAFETY: the memory is new and large enough.
    unsafe { write_header(header, table, origin, state) };
    if table.outputs.len() > 1 {
        write_outputs(header, table);
    } else if table.large {
        // SAFETY: the record is new.
        unsafe { header.as_ref() }.first.count_shared();
    }
    header
}

/// # Safety
/// The memory is the caller's, and large enough for a header.
#[inline]
unsafe fn write_header(header: NonNull<Header>, table: &'static Table, origin: Origin, state: u8) {
    let first = Output::new(0);
    first.state.store(state, Ordering::Relaxed);
    // SAFETY: the caller's.
    unsafe {
        header.write(Header {
            table,
            origin,
            mark: AtomicU64::new(0),
            first,
        });
    }
}

/// A large record, with its number before it.
#[cold]
fn allocate_large(table: &Table) -> NonNull<u8> {
    let number = chunk::number();
    let start = align_up(size_of::<u64>(), table.layout.align());
    let memory = chunk::allocate_large(large_layout(table));
    // SAFETY: the layout has `start` bytes before the record, the last eight of which hold the number.
    unsafe {
        let record = memory.byte_add(start);
        record
            .byte_sub(size_of::<u64>())
            .cast::<u64>()
            .write(number);
        record
    }
}

/// The outputs of a new record that has several.
fn write_outputs(header: NonNull<Header>, table: &Table) {
    // SAFETY: the record is new and large enough for so many outputs.
    unsafe {
        let live = u32::try_from(table.outputs.len()).unwrap_or(0);
        header.as_ref().first.shared.store(live, Ordering::Relaxed);
        for (number, _) in (1..).zip(table.outputs) {
            let output = Output::new(number);
            if table.large {
                output.count_shared();
            }
            output_of(header, number.into()).write(output);
        }
    }
}

/// Gives back the memory of a dead record.
///
/// # Safety
/// Nothing in the record is owned, and nobody uses it again.
#[inline]
pub(super) unsafe fn free_record(header: NonNull<Header>) {
    // SAFETY: the record is alive until the end of this function.
    let table = unsafe { header.as_ref() }.table;
    #[cfg(loom)]
    // SAFETY: the caller's: this is what is checked.
    unsafe {
        check_alone(header);
    }
    if table.large {
        let start = align_up(size_of::<u64>(), table.layout.align());
        // SAFETY: `new_record` placed it there, with this layout.
        unsafe { chunk::free_large(header.byte_sub(start).cast(), large_layout(table)) }
    } else {
        // SAFETY: `new_record` took it from a chunk. What was done to it happens before its place is used again.
        unsafe {
            header.as_ref().first.state.store(FREED, Ordering::Release);
            chunk::free(header.cast());
        }
    }
}

/// What lies at the place of a record in a chunk.
///
/// # Safety
/// A record lies there, or did, and its place was not used again.
pub(super) unsafe fn extent(place: NonNull<u8>) -> Extent {
    // SAFETY: the caller's: what is read here stays when the record is freed.
    let Header { table, first, .. } = unsafe { place.cast::<Header>().as_ref() };
    let bytes = table.layout.size();
    match first.state.load(Ordering::Acquire) {
        FREED => Extent::Free(bytes),
        state => Extent::Record(bytes, matches!(state, DONE | TAKEN)),
    }
}

/// Asks loom whether everything that was ever done to the record happened before this.
///
/// # Safety
/// As [`free_record`].
#[cfg(loom)]
unsafe fn check_alone(mut header: NonNull<Header>) {
    // SAFETY: the caller's.
    unsafe {
        let Header { table, mark, .. } = header.as_mut();
        mark.with_mut(|_| ());
        let last = if table.outputs.len() > 1 {
            table.outputs.len()
        } else {
            0
        };
        for number in 0..=last {
            output_of(header, number).as_mut().check_alone();
        }
    }
}

fn large_layout(table: &Table) -> Layout {
    let start = align_up(size_of::<u64>(), table.layout.align());
    let layout = Layout::from_size_align(start + table.layout.size(), table.layout.align());
    layout.expect("a record fits in memory")
}

/// The number of a record in the order of creation.
///
/// # Safety
/// The record is alive.
pub(super) unsafe fn order_of(header: NonNull<Header>) -> u64 {
    // SAFETY: a large record has its number before it; every other one lies in a chunk.
    unsafe {
        if header.as_ref().table.large {
            header.byte_sub(size_of::<u64>()).cast::<u64>().read()
        } else {
            chunk::number_of(header.cast())
        }
    }
}
