//! Building a task's record, running it, and what it turns into.
//!
//! Arguments and work are read out of the record onto the stack before any of the user's code runs, so an unwinding task
//! leaves a record in which nothing is owned. A value is written before its state says `DONE` (release).
//! After that the runner does not touch the record again: a successor may free it at once.

use std::marker::PhantomData;
use std::panic::Location;
use std::ptr::NonNull;

use super::edge::{Move, Row};
use super::memory::new_record;
use super::record::{
    ABANDONED, DONE, EXPANDED, FAILED, HEADER, Header, Origin, Ran, Table, WAITING, header_of,
    output_of, value_at,
};
use super::release::drop_value;
use super::table::{info_of, table};
use super::values::{Fresh, One, Places, Results, Values};
use crate::arguments::{Argument, Lend};
use crate::graph::Info;
use crate::sync::Ordering;

/// What a record holds before its task runs. What need not be generic over the work is compiled once for all kinds of it.
#[repr(C)]
pub(super) struct Body<A: Argument, F> {
    inputs: Inputs<A>,
    pub(super) work: F,
}

#[repr(C)]
pub(super) struct Inputs<A: Argument> {
    edges: A::Edges,
    plain: A::Plain,
}

/// Where the inputs of a task that waits lie.
///
/// # Safety
/// The record was laid out for arguments `A`.
#[inline]
unsafe fn inputs_of<A: Argument>(header: NonNull<Header>) -> NonNull<Inputs<A>> {
    // SAFETY: the caller's.
    unsafe {
        header
            .byte_add(header.as_ref().table.edges_at as usize)
            .cast()
    }
}

/// Where its work lies.
///
/// # Safety
/// The record was laid out for a `Body<A, F>`.
#[inline]
pub(super) unsafe fn work_of<A: Argument, F>(header: NonNull<Header>) -> NonNull<F> {
    // SAFETY: the caller's.
    unsafe {
        let body = header.byte_add(header.as_ref().table.edges_at as usize);
        body.byte_add(std::mem::offset_of!(Body<A, F>, work)).cast()
    }
}

/// All that is the same for the tasks of one kind.
pub(super) struct Kind<A, N, F, R>(PhantomData<(A, N, F, R)>);

pub(super) type All<A, R> = Row<<R as Results>::Kept, <A as Argument>::Changed>;

impl<A: Argument, N: Fn() -> Info + Copy, F, R: Results> Kind<A, N, F, R>
where
    F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> R::Given,
{
    const TABLE: &'static Table = &Self::OWN;
    /// The same as a value, for kinds that differ a little.
    pub(super) const OWN: Table =
        table::<Body<A, F>, A::Edges, N, All<A, R>>(Self::run, never_resumed, dropper::<A, F>());

    unsafe fn run(header: NonNull<Header>) -> Ran {
        // SAFETY: the task waits, and its runner has claimed it. The work is taken first: it is dropped, too, where the
        // arguments cannot be put together.
        unsafe {
            let work = work_of::<A, F>(header).read();
            let mut held = hold::<A>(header);
            let given = work(held.lend());
            finish::<A, R>(header, given, held);
        }
        Ran::Done
    }
}

/// Takes the arguments out of the record.
///
/// # Safety
/// The task waits and is claimed; this is called once.
pub(super) unsafe fn hold<A: Argument>(header: NonNull<Header>) -> A::Held {
    // SAFETY: the caller's.
    let Inputs { edges, plain } = unsafe { inputs_of::<A>(header).read() };
    A::hold(edges, plain)
}

/// Writes the values of a task that has run.
///
/// # Safety
/// The body is gone.
pub(super) unsafe fn finish<A: Argument, R: Results>(
    header: NonNull<Header>,
    given: R::Given,
    held: A::Held,
) {
    let count = <All<A, R> as Values>::COUNT;
    let values = Row(R::keep(given), A::changed(held));
    values.write(&mut Places {
        header,
        number: usize::from(count > 1),
    });
    // SAFETY: the values are there.
    unsafe { complete(header, if count > 1 { count } else { 0 }) };
}

/// A result that is the handle of another task.
pub(crate) trait Handle {
    /// What the other task makes.
    type Value;
    /// The handle as the edge that takes the value.
    fn into_edge(self) -> Move<Self::Value>;
}

/// A kind of task whose result is deferred itself.
pub(super) struct FlatKind<A, N, F, D>(PhantomData<(A, N, F, D)>);

impl<A: Argument, N: Fn() -> Info + Copy, F, D: Handle> FlatKind<A, N, F, D>
where
    F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> D,
{
    const TABLE: &'static Table = &Self::OWN;
    /// See [`Kind::OWN`].
    pub(super) const OWN: Table = table::<Body<A, F>, A::Edges, N, One<D::Value>>(
        Self::run,
        resume::<D::Value>,
        dropper::<A, F>(),
    );

    unsafe fn run(header: NonNull<Header>) -> Ran {
        // SAFETY: the task waits, and its runner has claimed it; the body is gone, so the edge may lie in its place.
        unsafe {
            let work = work_of::<A, F>(header).read();
            let mut held = hold::<A>(header);
            let inner = work(held.lend());
            drop(held);
            let edge = header.byte_add(HEADER).cast::<Move<D::Value>>();
            edge.write(inner.into_edge());
            let state = &header.as_ref().first.state;
            state.store(EXPANDED, Ordering::Release);
        }
        Ran::Expanded
    }
}

unsafe fn resume<U>(header: NonNull<Header>) {
    // SAFETY: the task is expanded and claimed, and what its edge points at is done.
    unsafe {
        let inner = header.byte_add(HEADER).cast::<Move<U>>().read();
        let value = inner.take();
        header.byte_add(value_at::<U>()).cast::<U>().write(value);
        complete(header, 0);
    }
}

pub(super) unsafe fn never_resumed(_: NonNull<Header>) {
    unreachable!("only a task with a deferred result is resumed");
}

/// Drops plain arguments and work, without the edges, where that does anything.
const fn dropper<A: Argument, F>() -> Option<unsafe fn(NonNull<Header>)> {
    if std::mem::needs_drop::<F>() {
        Some(drop_work::<A, F>)
    } else if std::mem::needs_drop::<A::Plain>() {
        Some(drop_plain::<A>)
    } else {
        None
    }
}

unsafe fn drop_work<A: Argument, F>(header: NonNull<Header>) {
    // SAFETY: the task waited and is dropped once.
    unsafe {
        let _work = work_of::<A, F>(header).read();
        drop_plain::<A>(header);
    }
}

unsafe fn drop_plain<A: Argument>(header: NonNull<Header>) {
    // SAFETY: the task waited and is dropped once; its edges were given up one by one.
    unsafe {
        let inputs = inputs_of::<A>(header).as_ptr();
        (&raw mut (*inputs).plain).drop_in_place();
    }
}

/// A new task. `args` are moved into its record; the outputs are its results, then what it changes.
pub(crate) fn new_task<A: Argument, N: Fn() -> Info + Copy, F, R: Results>(
    _: N,
    location: &'static Location<'static>,
    args: A,
    work: F,
) -> (Fresh, A::Handles)
where
    F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> R::Given,
{
    let (table, origin) = (Kind::<A, N, F, R>::TABLE, Origin { location });
    let (fresh, handles) = new_inputs::<A, All<A, R>>(table, origin, args);
    // SAFETY: the record is new and was laid out for this work.
    unsafe { work_of::<A, F>(fresh.header).write(work) };
    fresh.mark(info_of::<N>());
    (fresh, handles)
}

/// A new task whose result is deferred itself. Its arguments change nothing.
pub(crate) fn new_flat_task<A: Argument, N: Fn() -> Info + Copy, F, D: Handle>(
    _: N,
    location: &'static Location<'static>,
    args: A,
    work: F,
) -> Move<D::Value>
where
    F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> D,
{
    debug_assert_eq!(A::Changed::COUNT, 0, "such a task changes nothing");
    let (table, origin) = (FlatKind::<A, N, F, D>::TABLE, Origin { location });
    new_flat::<A, N, F, D>(table, origin, args, work)
}

/// The same for a kind that may differ a little: its only output.
pub(super) fn new_flat<A: Argument, N: Fn() -> Info + Copy, F, D: Handle>(
    table: &'static Table,
    origin: Origin,
    args: A,
    work: F,
) -> Move<D::Value> {
    let (mut fresh, _) = new_inputs::<A, One<D::Value>>(table, origin, args);
    // SAFETY: the record is new and was laid out for this work.
    unsafe { work_of::<A, F>(fresh.header).write(work) };
    fresh.mark(info_of::<N>());
    fresh.next()
}

/// A new record with its inputs, but without its work, which is to hold the values `V`.
#[inline]
pub(super) fn new_inputs<A: Argument, V: Values>(
    table: &'static Table,
    origin: Origin,
    args: A,
) -> (Fresh, A::Handles) {
    let header = new_record(table, origin, WAITING);
    let (edges, plain, handles) = args.split();
    // SAFETY: the record is new and was laid out for these inputs. The place is read from the constant, not from the record.
    unsafe {
        let inputs = header.byte_add(table.edges_at as usize).cast();
        inputs.write(Inputs::<A> { edges, plain });
    }
    let number = usize::from(V::COUNT > 1);
    (Fresh { header, number }, handles)
}

/// The values are written: says so. `several` is their number, or 0 for the only one.
///
/// # Safety
/// The caller has run the task.
#[inline]
unsafe fn complete(header: NonNull<Header>, several: usize) {
    // SAFETY: alive until its state is stored; the caller's.
    unsafe {
        if several > 0 {
            complete_several(header, several);
        } else {
            header.as_ref().first.state.store(DONE, Ordering::Release);
        }
    }
}

/// # Safety
/// As [`complete`].
unsafe fn complete_several(header: NonNull<Header>, several: usize) {
    // SAFETY: alive until the states below are stored; an abandoned output among several leaves another that is not.
    unsafe {
        let mut abandoned = 0_u32;
        for number in 1..=several {
            if output_of(header, number)
                .as_ref()
                .state
                .swap(DONE, Ordering::AcqRel)
                == ABANDONED
            {
                abandoned |= 1 << number;
            }
        }
        header.as_ref().first.state.store(DONE, Ordering::Release);
        for number in (1..=several).filter(|number| abandoned & 1 << number != 0) {
            drop_value(output_of(header, number));
        }
    }
}

/// Says of every output that has no value that it never will.
///
/// # Safety
/// The caller has claimed the task; the record owns nothing but the values of outputs that are done.
pub(super) unsafe fn fail(header: NonNull<Header>) {
    // SAFETY: the caller's.
    unsafe {
        let task = header.as_ref();
        let several = task.table.outputs.len();
        if several > 1 {
            for number in 1..=several {
                let state = &output_of(header, number).as_ref().state;
                let _ =
                    state.compare_exchange(WAITING, FAILED, Ordering::AcqRel, Ordering::Relaxed);
            }
        }
        if task.first.state.load(Ordering::Relaxed) < DONE {
            task.first.state.store(FAILED, Ordering::Release);
        }
    }
}

/// Makes an expanded task wait for what `from` waits for, and drops `from`: a loop of tasks keeps only its last round.
///
/// # Safety
/// Both tasks are expanded and claimed by the caller, and `to`'s edge is `from`'s only owner.
pub(super) unsafe fn forward(to: NonNull<Header>, from: NonNull<Header>) {
    // SAFETY: the caller's: words of the same type, since `to` takes `from`'s value as it is.
    unsafe {
        let edge = to.byte_add(HEADER).cast::<[u8; 8]>();
        let next = from.byte_add(HEADER).cast::<[u8; 8]>();
        debug_assert_eq!(header_of(output_of(from, 0)), from);
        std::ptr::swap(edge.as_ptr(), next.as_ptr());
        from.as_ref().first.state.store(FAILED, Ordering::Release);
        super::release::release(output_of(from, 0));
    }
}
