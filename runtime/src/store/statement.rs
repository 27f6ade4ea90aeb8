//! Statements of a block: what each knows of itself, which is its name and its block, and how it runs.
//!
//! Each statement is a kind of task of its own, so what is compiled for each of them is little: a call of its work. The rest of
//! building and running is compiled once for all statements with the same types of arguments and result.

use std::cell::Cell;
use std::marker::PhantomData;
use std::mem::{MaybeUninit, forget, needs_drop, offset_of};
use std::panic::Location;
use std::ptr::NonNull;

use super::record::{Header, Ran, Table};
use super::run::{All, Body, Kind, finish, hold, new_inputs, work_of};
use super::values::{Fresh, Results, Values};
use crate::arguments::{Argument, Lend, Rebind};
use crate::graph::Info;
use crate::sync::{AtomicU64, Ordering, global, per_thread};

/// What tells the blocks of a program apart: a number of which the lower 48 bits are kept. Two blocks of one run
/// could have the same only if 2^48 numbers were taken in between.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct BlockNumber(u64);

/// Bits of a block's number; the others of a word are those of the name's length.
const BITS: u32 = 48;
const LONGEST: usize = (1 << (u64::BITS - BITS)) - 1;

/// So many numbers a thread takes at once.
const SHARE: u64 = 1 << 10;

global! {
    static NEXT_SHARE: AtomicU64 = AtomicU64::new(0);
}

per_thread! {
    /// The number of the next block on this thread. A multiple of the share begins one that nobody has taken yet.
    static NEXT: Cell<u64> = const { Cell::new(0) };
}

impl BlockNumber {
    /// A number that no other block has.
    #[inline]
    pub(crate) fn new() -> Self {
        let take = || NEXT_SHARE.fetch_add(SHARE, Ordering::Relaxed);
        let next = |next: &Cell<u64>| {
            let own = next.get();
            let number = if own.is_multiple_of(SHARE) {
                take()
            } else {
                own
            };
            next.set(number + 1);
            number
        };
        let number = NEXT.try_with(next).unwrap_or_else(|_| take());
        BlockNumber(number & ((1 << BITS) - 1))
    }
}

/// Which statement of which block.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Site {
    pub(crate) name: &'static str,
    pub(crate) block: BlockNumber,
    pub(crate) location: &'static Location<'static>,
}

/// All that is the same for one statement, whenever it is reached.
struct StatementKind<A, N, F, R>(PhantomData<(A, N, F, R)>);

impl<A: Argument, N: Fn() -> Info + Copy, F, R: Results> StatementKind<A, N, F, R>
where
    F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> R::Given,
{
    #[expect(
        clippy::cast_possible_truncation,
        reason = "records are far smaller than 4 GiB; `try_from` is not const"
    )]
    const TABLE: &'static Table = if needs_drop::<F>() {
        &Kind::<A, N, F, R>::OWN
    } else {
        let own = Kind::<A, N, F, R>::OWN;
        &Table {
            run: run::<A, R>,
            call: call::<A, F, R>,
            work_at: own.edges_at + offset_of!(Body<A, F>, work) as u32,
            ..own
        }
    };
}

/// A new statement of a block. The arguments say that it is one; handles among them that it changes are bound to the changed
/// values. What comes next of the outputs are its results.
#[inline]
pub(crate) fn new_statement<A: Argument, N: Fn() -> Info + Copy, F, R: Results>(
    _: N,
    site: Site,
    args: A,
    work: F,
) -> Fresh
where
    F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> R::Given,
{
    let table = StatementKind::<A, N, F, R>::TABLE;
    let fresh = without_work::<A, R>(table, site.location, site.name, site.block, args);
    if size_of::<F>() == 0 {
        forget(work);
    } else {
        // SAFETY: the record is new and was laid out for this work.
        unsafe { work_of::<A, F>(fresh.header).write(work) };
    }
    fresh
}

/// What is the same for all statements with such arguments and results.
#[inline]
fn without_work<A: Argument, R: Results>(
    table: &'static Table,
    location: &'static Location<'static>,
    name: &'static str,
    block: BlockNumber,
    args: A,
) -> Fresh {
    let (fresh, handles) = new_inputs::<A, All<A, R>>(table, location, args);
    fresh.set_statement_at(table, name, block);
    handles.rebind(&mut Fresh {
        header: fresh.header,
        number: fresh.number + R::Kept::COUNT,
    });
    fresh
}

/// Runs a statement whose work need not be dropped where the arguments cannot be put together.
unsafe fn run<A: Argument, R: Results>(header: NonNull<Header>) -> Ran {
    // SAFETY: the task waits, and its runner has claimed it. `call` takes the work out of the record, and writes what it gives.
    unsafe {
        let table = header.as_ref().table;
        let mut held = hold::<A>(header);
        let mut given = MaybeUninit::<R::Given>::uninit();
        (table.call)(
            header.byte_add(table.work_at as usize).cast(),
            NonNull::from(&mut held).cast(),
            NonNull::from(&mut given).cast(),
        );
        finish::<A, R>(header, given.assume_init(), held);
    }
    Ran::Done
}

unsafe fn call<A: Argument, F, R: Results>(work: NonNull<u8>, held: NonNull<u8>, given: NonNull<u8>)
where
    F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> R::Given,
{
    // SAFETY: `run` says where they lie, for the types of this table.
    unsafe {
        let work = work.cast::<F>().read();
        let held = held.cast::<A::Held>().as_mut();
        given.cast::<R::Given>().write(work(held.lend()));
    }
}

pub(super) unsafe fn never_called(_: NonNull<u8>, _: NonNull<u8>, _: NonNull<u8>) {
    unreachable!("only a statement's work is called by itself");
}

/// The name of a task and the number of its block, in two words.
#[derive(Clone, Copy)]
pub(super) struct Statement {
    name: NonNull<u8>,
    length_and_block: u64,
}

impl Statement {
    #[inline]
    pub(super) fn new(name: &'static str, block: BlockNumber) -> Self {
        let name = if name.len() <= LONGEST {
            name
        } else {
            shortened(name)
        };
        Statement {
            name: NonNull::from(name).cast(),
            length_and_block: (name.len() as u64) << BITS | block.0,
        }
    }

    pub(super) fn name(self) -> &'static str {
        let length = usize::try_from(self.length_and_block >> BITS).unwrap_or(0);
        let bytes = NonNull::slice_from_raw_parts(self.name, length);
        // SAFETY: `new` took them from a `&'static str`.
        unsafe { std::str::from_utf8_unchecked(bytes.as_ref()) }
    }

    pub(super) fn block(self) -> BlockNumber {
        BlockNumber(self.length_and_block & ((1 << BITS) - 1))
    }
}

#[cold]
fn shortened(name: &'static str) -> &'static str {
    let end = (0..=LONGEST).rev().find(|&at| name.is_char_boundary(at));
    &name[..end.unwrap_or(0)]
}

#[cfg(all(test, not(loom)))]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_two_blocks_have_the_same_number() {
        let take = || -> Vec<_> { (0..3 * SHARE).map(|_| BlockNumber::new()).collect() };
        let numbers: Vec<_> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..4).map(|_| scope.spawn(take)).collect();
            let numbers = threads
                .into_iter()
                .flat_map(std::thread::ScopedJoinHandle::join);
            numbers.flatten().collect()
        });
        assert_eq!(numbers.len() as u64, 4 * 3 * SHARE);
        let distinct: HashSet<_> = numbers.iter().collect();
        assert_eq!(distinct.len(), numbers.len());
    }
}
