//! The record of a task: one piece of memory that first holds what the task needs and later what it made.
//!
//! ```text
//! one output:    [ Header                     ][ edges | plain arguments | work ]      before the run
//!                [ table origin   mark output ][ value                          ]      after it
//! many outputs:  [ Header                     ][ Output … ][ edges | plain | work ]    before
//!                [ table origin   mark (live) ][ Output … ][ value | value …      ]    after
//! ```
//!
//! A handle and an edge point at an [`Output`], which knows its number, hence its header. Each output has a count:
//! one for its owner (the handle, or the Move or Write edge that the handle became) and one for each pending reader.
//! So *count - 1 is the number of readers that have not run*, as long as the owner lives. A run holds no count.
//!
//! States go one way: `WAITING` → (`EXPANDED` →) `DONE` or `FAILED`; a done value may be `TAKEN`. The state of an output is
//! stored by the worker that ran the task (release) and read by later collectors (acquire); within a run the counters of
//! the schedule order it already. Of several outputs one may be `ABANDONED` by its owner while another worker is running
//! the task: there both sides swap, and who comes second drops the value.

use std::alloc::Layout;
use std::panic::Location;
use std::ptr::NonNull;

use super::edge::Word;
use super::statement::{BlockNumber, Site};
use crate::graph::Info;
use crate::sync::{AtomicU8, AtomicU32, AtomicU64, Ordering};

/// Has not run; its edges, plain arguments and work are in the record.
pub(super) const WAITING: u8 = 0;
/// Has run and given another task's output as its result; one edge to that output is in the record.
pub(super) const EXPANDED: u8 = 1;
/// Has run; the value is in the record.
pub(super) const DONE: u8 = 2;
/// Its work panicked or was never started; nothing is in the record.
pub(super) const FAILED: u8 = 3;
/// The value was moved out.
pub(super) const TAKEN: u8 = 4;
/// No handle and no edge is left; only an output among several.
pub(super) const ABANDONED: u8 = 5;
/// The record is gone, but for its length.
pub(super) const FREED: u8 = 6;

/// The task has a name of its own, in the table of names.
pub(super) const NAMED: u8 = 1;
/// The thread that asks for the task's value runs it.
pub(super) const OF_CALLER: u8 = 2;
/// Only so many of its kind are at work at a time.
pub(super) const LIMITED: u8 = 4;

/// The bits above, but for the last: what the schedule noted of why there is no value, or zero.
pub(super) const REASON_SHIFT: u32 = 3;
/// It is one output of several, and the other bits are its number.
pub(super) const OF_SEVERAL: u8 = 1 << 7;

/// What every task has.
#[repr(C)]
pub(super) struct Header {
    pub(super) table: &'static Table,
    pub(super) origin: Origin,
    /// Zero, or the run that has claimed the task and its place in it; of a dead record, the next one in the queue of the dead.
    pub(super) mark: AtomicU64,
    /// The only output; where there are several, its count is the number of live outputs and its state is the task's.
    pub(super) first: Output,
}

/// Where a task comes from. The table says which of the two it is.
#[derive(Clone, Copy)]
#[repr(C)]
pub(super) union Origin {
    /// Where it was made.
    pub(super) location: &'static Location<'static>,
    /// Of a statement, whose place is known: the block that it was made for.
    pub(super) block: BlockNumber,
}

impl Header {
    /// Where the task was made.
    pub(super) fn location(&self) -> &'static Location<'static> {
        match self.table.site {
            Some(site) => site.location,
            // SAFETY: it is no statement.
            None => unsafe { self.origin.location },
        }
    }

    /// The block that it is a statement of.
    pub(super) fn block(&self) -> Option<BlockNumber> {
        // SAFETY: it is a statement.
        self.table.site.map(|_| unsafe { self.origin.block })
    }
}

/// One value that a task makes. The alignment leaves three bits of a pointer to it for an edge's access.
#[repr(C, align(8))]
pub(super) struct Output {
    /// Owner + pending readers: the part that all threads change. See [`count`](super::count).
    pub(super) shared: AtomicU32,
    pub(super) state: AtomicU8,
    /// The part that the thread changes which made the record.
    pub(super) biased: AtomicU8,
    /// Set when the handle is consumed by a Move or a Write. Not part of `state`, which another thread may be storing.
    pub(super) moved: AtomicU8,
    /// [`NAMED`], [`OF_CALLER`], [`LIMITED`], a reason: those of the task. Or [`OF_SEVERAL`] and a number.
    pub(super) flags: AtomicU8,
    /// Who made the record.
    #[cfg(any(loom, tembel_scattered))]
    pub(super) maker: u64,
}

/// What is the same for all tasks of one kind: same arguments, same work, same results.
pub(super) struct Table {
    /// Runs the work of a task that waits.
    pub(super) run: unsafe fn(NonNull<Header>) -> Ran,
    /// Finishes an expanded task, once the output it points at is done.
    pub(super) resume: unsafe fn(NonNull<Header>),
    /// Of a statement: calls the work that lies here with what is held, for what it gives.
    pub(super) call: unsafe fn(NonNull<u8>, NonNull<u8>, NonNull<u8>),
    /// Drops plain arguments and work, not the edges, of a task that waits.
    pub(super) drop_work: Option<unsafe fn(NonNull<Header>)>,
    /// Offset and number of the edges while the task waits.
    pub(super) edges_at: u32,
    pub(super) edges: u32,
    /// Where the work of a statement is.
    pub(super) work_at: u32,
    pub(super) outputs: &'static [Item],
    pub(super) layout: Layout,
    pub(super) large: bool,
    /// There is one output, its value needs no drop, and the record is not large: once it is done, it owns nothing.
    pub(super) plain: bool,
    pub(super) info: fn() -> Info,
    /// Of a statement.
    pub(super) site: Option<&'static Site>,
}

impl Table {
    /// Is a record of this kind one of a few sizes, with one output?
    #[inline]
    pub(super) const fn is_usual(&self) -> bool {
        !self.large && self.outputs.len() <= 1
    }
}

/// Where one output's value lies, and how to drop it.
#[derive(Clone, Copy)]
pub(super) struct Item {
    pub(super) offset: u32,
    pub(super) size: usize,
    pub(super) align: usize,
    pub(super) drop: Option<unsafe fn(NonNull<u8>)>,
}

/// How the work of a task ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ran {
    /// Its outputs are there.
    Done,
    /// It gave a deferred value, which has to be computed first.
    Expanded,
}

pub(super) const HEADER: usize = size_of::<Header>();
const FIRST: usize = std::mem::offset_of!(Header, first);
const _: () = assert!(HEADER == FIRST + size_of::<Output>());
// loom's atomics are larger, and an output says who made it.
const _: () =
    assert!(cfg!(any(loom, tembel_scattered)) || HEADER == 32 && size_of::<Output>() == 8);

pub(super) const fn align_up(at: usize, align: usize) -> usize {
    (at + align - 1) & !(align - 1)
}

/// Where the value of a task's only output lies: known from its type alone.
pub(super) const fn value_at<T>() -> usize {
    align_up(HEADER, align_of::<T>())
}

impl Output {
    pub(super) fn new(number: u8) -> Self {
        Output {
            shared: AtomicU32::new(1),
            state: AtomicU8::new(WAITING),
            biased: AtomicU8::new(0),
            moved: AtomicU8::new(0),
            flags: AtomicU8::new(if number == 0 { 0 } else { OF_SEVERAL | number }),
            #[cfg(any(loom, tembel_scattered))]
            maker: super::maker::this_thread(),
        }
    }

    /// 0: the only output. n: the n-th of several.
    #[inline]
    pub(super) fn number(&self) -> u8 {
        match self.flags.load(Ordering::Relaxed) {
            ..OF_SEVERAL => 0,
            flags => flags - OF_SEVERAL,
        }
    }

    /// Asks loom whether everything that was ever done to it happened before this.
    #[cfg(loom)]
    pub(super) fn check_alone(&mut self) {
        self.shared.with_mut(|_| ());
        for byte in [
            &mut self.state,
            &mut self.biased,
            &mut self.moved,
            &mut self.flags,
        ] {
            byte.with_mut(|_| ());
        }
    }
}

unsafe fn drop_value<T>(value: NonNull<u8>) {
    // SAFETY: the caller says that a `T` lies there and is not used again.
    unsafe { value.cast::<T>().drop_in_place() }
}

impl Item {
    pub(super) const NONE: Item = Item {
        offset: 0,
        size: 0,
        align: 1,
        drop: None,
    };

    pub(super) const fn of<T>() -> Self {
        let drop = if std::mem::needs_drop::<T>() {
            Some(drop_value::<T> as unsafe fn(NonNull<u8>))
        } else {
            None
        };
        Item {
            offset: 0,
            size: size_of::<T>(),
            align: align_of::<T>(),
            drop,
        }
    }
}

/// The record that an output belongs to.
///
/// # Safety
/// The output is alive.
#[inline]
pub(super) unsafe fn header_of(output: NonNull<Output>) -> NonNull<Header> {
    // SAFETY: the caller's.
    unsafe {
        match output.as_ref().number() {
            0 => header_of_only(output),
            number => header_of_one(output, number),
        }
    }
}

/// The same for one output of several, which is rare.
///
/// # Safety
/// The output is alive, and this is its number.
#[cold]
unsafe fn header_of_one(output: NonNull<Output>, number: u8) -> NonNull<Header> {
    // SAFETY: outputs lie in a row from where the header's first one starts, by number.
    unsafe {
        let before = usize::from(number) * size_of::<Output>();
        output.byte_sub(FIRST + before).cast()
    }
}

/// The record of an output that is its only one.
///
/// # Safety
/// The output is alive, and its number is 0.
#[inline]
pub(super) unsafe fn header_of_only(output: NonNull<Output>) -> NonNull<Header> {
    // SAFETY: it lies at the end of the header.
    unsafe { output.byte_sub(FIRST).cast() }
}

/// The first output of a record: number 0 of one, number 1 of several.
#[inline]
pub(super) fn output_of(header: NonNull<Header>, number: usize) -> NonNull<Output> {
    // SAFETY: stays inside the record, which has that many outputs.
    unsafe { header.byte_add(FIRST + number * size_of::<Output>()).cast() }
}

/// Where the value of an output lies.
///
/// # Safety
/// The output is alive, and its value is a `T`.
#[inline]
pub(super) unsafe fn value_of<T>(output: NonNull<Output>) -> NonNull<T> {
    // SAFETY: offsets stay inside the record.
    unsafe {
        match output.as_ref().number() {
            0 => header_of_only(output).byte_add(value_at::<T>()).cast(),
            _ => untyped_value_of(output).cast(),
        }
    }
}

/// Where the value of any output lies.
///
/// # Safety
/// The output is alive.
#[inline]
pub(super) unsafe fn untyped_value_of(output: NonNull<Output>) -> NonNull<u8> {
    // SAFETY: offsets stay inside the record.
    unsafe {
        header_of(output)
            .byte_add(item_of(output).offset as usize)
            .cast()
    }
}

/// # Safety
/// The output is alive.
#[inline]
pub(super) unsafe fn item_of(output: NonNull<Output>) -> &'static Item {
    // SAFETY: the caller's.
    unsafe {
        let number = usize::from(output.as_ref().number());
        &header_of(output).as_ref().table.outputs[number.saturating_sub(1)]
    }
}

/// The edges of a task that waits or is expanded.
///
/// # Safety
/// The record is alive and not running, and stays so while the result is used.
pub(super) unsafe fn words_of<'r>(header: NonNull<Header>) -> &'r [Word] {
    // SAFETY: that many words lie there in that state.
    unsafe {
        let table = header.as_ref().table;
        match header.as_ref().first.state.load(Ordering::Relaxed) {
            EXPANDED => std::slice::from_raw_parts(header.byte_add(HEADER).cast().as_ptr(), 1),
            _ => std::slice::from_raw_parts(
                header.byte_add(table.edges_at as usize).cast().as_ptr(),
                table.edges as usize,
            ),
        }
    }
}
