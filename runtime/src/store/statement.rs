//! Statements of a block. What each knows of itself, its name and its place, is in the table of its kind; its record holds the number
//! of its block where that of another task says where it was made.
//!
//! Each statement is a kind of task of its own, so what is compiled for each of them is little: a call of its work. The rest of
//! running it is compiled once for all statements with the same types of arguments and result.

use std::cell::Cell;
use std::marker::PhantomData;
use std::mem::{MaybeUninit, forget, needs_drop, offset_of};
use std::panic::Location;
use std::ptr::NonNull;

use super::edge::Move;
use super::record::{Header, Origin, Ran, Table};
use super::run::{All, Body, FlatKind, Handle, Kind, finish, hold, new_flat, new_inputs, work_of};
use super::values::{Fresh, Results, Values};
use crate::arguments::{Argument, Lend, Rebind};
use crate::graph::Info;
use crate::sync::{AtomicU64, Ordering, global, per_thread};

/// What a statement is called, and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Site {
    pub(crate) name: &'static str,
    pub(crate) location: &'static Location<'static>,
}

impl Site {
    /// The statement that stands where this is called.
    #[must_use]
    #[track_caller]
    pub const fn new(name: &'static str) -> Self {
        Site {
            name,
            location: Location::caller(),
        }
    }
}

/// A statement. Each is a type, so that what is known of it is found while compiling.
pub trait Statement {
    /// Its name and place.
    const SITE: Site;
}

/// What tells the blocks of a program apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(transparent)]
pub(crate) struct BlockNumber(u64);

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
        BlockNumber(NEXT.try_with(next).unwrap_or_else(|_| take()))
    }
}

/// All that is the same for one statement, whenever it is reached.
struct StatementKind<S, A, N, F, R>(PhantomData<(S, A, N, F, R)>);

impl<S: Statement, A: Argument, N: Fn() -> Info + Copy, F, R: Results> StatementKind<S, A, N, F, R>
where
    F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> R::Given,
{
    const SITE: &'static Site = &S::SITE;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "records are far smaller than 4 GiB; `try_from` is not const"
    )]
    const TABLE: &'static Table = if needs_drop::<F>() {
        &Table {
            site: Some(Self::SITE),
            ..Kind::<A, N, F, R>::OWN
        }
    } else {
        let own = Kind::<A, N, F, R>::OWN;
        &Table {
            site: Some(Self::SITE),
            run: run::<A, R>,
            call: call::<A, F, R>,
            work_at: own.edges_at + offset_of!(Body<A, F>, work) as u32,
            ..own
        }
    };
}

/// A new statement of a block. Handles among the arguments that it changes are bound to the changed values. What comes next
/// of the outputs are its results.
#[inline]
pub(crate) fn new_statement<S: Statement, A: Argument, N: Fn() -> Info + Copy, F, R: Results>(
    _: N,
    block: BlockNumber,
    args: A,
    work: F,
) -> Fresh
where
    F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> R::Given,
{
    let table = StatementKind::<S, A, N, F, R>::TABLE;
    let fresh = without_work::<A, R>(table, block, args);
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
    block: BlockNumber,
    args: A,
) -> Fresh {
    let (fresh, handles) = new_inputs::<A, All<A, R>>(table, Origin { block }, args);
    handles.rebind(&mut Fresh {
        header: fresh.header,
        number: fresh.number + R::Kept::COUNT,
    });
    fresh
}

/// The same for a statement whose result is deferred.
struct FlatStatementKind<S, A, N, F, D>(PhantomData<(S, A, N, F, D)>);

impl<S: Statement, A: Argument, N: Fn() -> Info + Copy, F, D: Handle>
    FlatStatementKind<S, A, N, F, D>
where
    F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> D,
{
    const SITE: &'static Site = &S::SITE;
    const TABLE: &'static Table = &Table {
        site: Some(Self::SITE),
        ..FlatKind::<A, N, F, D>::OWN
    };
}

/// A new statement of a block whose result is deferred itself. Its arguments change nothing.
pub(crate) fn new_flat_statement<S: Statement, A: Argument, N: Fn() -> Info + Copy, F, D: Handle>(
    _: N,
    block: BlockNumber,
    args: A,
    work: F,
) -> Move<D::Value>
where
    F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> D,
{
    const { assert!(A::Changed::COUNT == 0, "such a task changes nothing") };
    let table = FlatStatementKind::<S, A, N, F, D>::TABLE;
    new_flat::<A, N, F, D>(table, Origin { block }, args, work)
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
