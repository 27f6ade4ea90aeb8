//! Building a task's record, running it, and what it turns into.
//!
//! Arguments and work are read out of the record onto the stack before any of the user's code runs, so an unwinding task
//! leaves a record in which nothing is owned. A value is written before its state says `DONE` (release).
//! After that the runner does not touch the record again: a successor may free it at once.

use std::alloc::Layout;
use std::marker::PhantomData;
use std::panic::Location;
use std::ptr::NonNull;

use super::chunk;
use super::edge::{Move, Row};
use super::record::{
    ABANDONED, DONE, EXPANDED, FAILED, HEADER, Header, Item, Ran, Table, WAITING, align_up,
    header_of, new_record, output_of, value_at,
};
use super::release::drop_value;
use super::statement::Statement;
use super::values::{Fresh, MOST, One, Placed, Places, Results, Values, place, start_of};
use crate::arguments::{Argument, Lend};
use crate::graph::Info;
use crate::sync::Ordering;

/// What a record holds before its task runs. What need not be generic over the work is compiled once for all kinds of it.
#[repr(C)]
struct Body<A: Argument, F> {
    inputs: Inputs<A>,
    work: F,
}

#[repr(C)]
struct Inputs<A: Argument> {
    edges: A::Edges,
    plain: A::Plain,
}

/// Where the inputs of a task that waits lie.
///
/// # Safety
/// The record was laid out for arguments `A`.
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
unsafe fn work_of<A: Argument, F>(header: NonNull<Header>) -> NonNull<F> {
    // SAFETY: the caller's.
    unsafe {
        let body = header.byte_add(header.as_ref().table.edges_at as usize);
        body.byte_add(std::mem::offset_of!(Body<A, F>, work)).cast()
    }
}

/// All that is the same for the tasks of one kind.
struct Kind<A, N, F, R>(PhantomData<(A, N, F, R)>);

type All<A, R> = Row<<R as Results>::Kept, <A as Argument>::Changed>;

impl<A: Argument, N: Fn() -> Info + Copy, F, R: Results> Kind<A, N, F, R>
where
    F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> R::Given,
{
    const COUNT: usize = <All<A, R> as Values>::COUNT;
    const PLACES: Placed = place(<All<A, R> as Values>::ITEMS.0, Self::COUNT);
    const ITEMS: &'static [Item; MOST] = &Self::PLACES.items;
    const TABLE: &'static Table = &table::<Body<A, F>, A::Edges, N>(
        Self::run,
        never_resumed,
        dropper::<A, F>(),
        Self::ITEMS,
        Self::COUNT,
        Self::PLACES.end,
        A::NAMED,
    );

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
unsafe fn hold<A: Argument>(header: NonNull<Header>) -> A::Held {
    // SAFETY: the caller's.
    let Inputs { edges, plain } = unsafe { inputs_of::<A>(header).read() };
    A::hold(edges, plain)
}

/// Writes the values of a task that has run.
///
/// # Safety
/// The body is gone.
unsafe fn finish<A: Argument, R: Results>(header: NonNull<Header>, given: R::Given, held: A::Held) {
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
struct FlatKind<A, N, F, D>(PhantomData<(A, N, F, D)>);

impl<A: Argument, N: Fn() -> Info + Copy, F, D: Handle> FlatKind<A, N, F, D>
where
    F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> D,
{
    const PLACES: Placed = place(<One<D::Value> as Values>::ITEMS.0, 1);
    const ITEMS: &'static [Item; MOST] = &Self::PLACES.items;
    const TABLE: &'static Table = &table::<Body<A, F>, A::Edges, N>(
        Self::run,
        resume::<D::Value>,
        dropper::<A, F>(),
        Self::ITEMS,
        1,
        Self::PLACES.end,
        A::NAMED,
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

#[expect(
    clippy::cast_possible_truncation,
    reason = "records are far smaller than 4 GiB; `try_from` is not const"
)]
pub(super) const fn table<B, E, N: Fn() -> Info + Copy>(
    run: unsafe fn(NonNull<Header>) -> Ran,
    resume: unsafe fn(NonNull<Header>),
    drop_work: Option<unsafe fn(NonNull<Header>)>,
    items: &'static [Item; MOST],
    outputs: usize,
    values_end: usize,
    named: bool,
) -> Table {
    let edges_at = align_up(start_of(outputs), align_of::<B>());
    let mut align = if align_of::<B>() > 8 {
        align_of::<B>()
    } else {
        8
    };
    let mut at = 0;
    while at < outputs {
        align = if items[at].align > align {
            items[at].align
        } else {
            align
        };
        at += 1;
    }
    let body_end = edges_at + size_of::<B>();
    // An expanded task keeps one edge.
    let least = HEADER + size_of::<usize>();
    let end = if body_end > values_end {
        body_end
    } else {
        values_end
    };
    let end = align_up(if end > least { end } else { least }, align);
    // Behind all that is written over.
    let statement_at = if named { end } else { 0 };
    let end = align_up(end + size_of::<Statement>() * named as usize, align);
    let Ok(layout) = Layout::from_size_align(end, align) else {
        panic!("a record fits in memory")
    };
    let large = end > chunk::LARGEST || align > 8;
    Table {
        run,
        resume,
        drop_work,
        edges_at: edges_at as u32,
        statement_at: statement_at as u32,
        edges: (size_of::<E>() / size_of::<usize>()) as u32,
        outputs: items.split_at(outputs).0,
        large,
        plain: !large && outputs == 1 && items[0].drop.is_none(),
        layout,
        info: info_of::<N>,
    }
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

fn info_of<N: Fn() -> Info + Copy>() -> Info {
    const { assert!(size_of::<N>() == 0, "a task's description captures nothing") };
    // SAFETY: a type without size, of which a copy was given when the task was built.
    let describe = unsafe { NonNull::<N>::dangling().as_ref() };
    describe()
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
    let (fresh, handles) = new_inputs(Kind::<A, N, F, R>::TABLE, location, args);
    // SAFETY: the record is new and was laid out for this work.
    unsafe { work_of::<A, F>(fresh.header).write(work) };
    fresh.mark(info_of::<N>());
    (fresh, handles)
}

/// A new task whose result is deferred itself, with one output. Its arguments change nothing.
pub(crate) fn new_flat_task<A: Argument, N: Fn() -> Info + Copy, F, D: Handle>(
    _: N,
    location: &'static Location<'static>,
    args: A,
    work: F,
) -> Fresh
where
    F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> D,
{
    debug_assert_eq!(A::Changed::COUNT, 0, "such a task changes nothing");
    let (fresh, _) = new_inputs(FlatKind::<A, N, F, D>::TABLE, location, args);
    // SAFETY: the record is new and was laid out for this work.
    unsafe { work_of::<A, F>(fresh.header).write(work) };
    fresh.mark(info_of::<N>());
    fresh
}

/// A new record with its inputs, but without its work.
fn new_inputs<A: Argument>(
    table: &'static Table,
    location: &'static Location<'static>,
    args: A,
) -> (Fresh, A::Handles) {
    let header = new_record(table, location, WAITING);
    let (edges, plain, handles) = args.split();
    // SAFETY: the record is new and was laid out for these inputs.
    unsafe { inputs_of::<A>(header).write(Inputs { edges, plain }) };
    let number = usize::from(table.outputs.len() > 1);
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
