//! The table of a kind of task, made by the compiler: where everything lies in a record.

use std::alloc::Layout;
use std::marker::PhantomData;
use std::ptr::NonNull;

use super::chunk;
use super::record::{HEADER, Header, Ran, Table, align_up};
use super::statement::never_called;
use super::values::{Placed, Values, place, start_of};
use crate::graph::Info;

/// Where values lie: found once for all tasks that make the same.
struct PlacesOf<V>(PhantomData<V>);

impl<V: Values> PlacesOf<V> {
    const PLACED: &'static Placed = &place(V::ITEMS.0, V::COUNT);
}

/// The table of tasks that wait with a `B`, which starts with edges `E`, and make the values `V`.
#[expect(
    clippy::cast_possible_truncation,
    reason = "records are far smaller than 4 GiB; `try_from` is not const"
)]
pub(super) const fn table<B, E, N: Fn() -> Info + Copy, V: Values>(
    run: unsafe fn(NonNull<Header>) -> Ran,
    resume: unsafe fn(NonNull<Header>),
    drop_work: Option<unsafe fn(NonNull<Header>)>,
) -> Table {
    let values = PlacesOf::<V>::PLACED;
    let outputs = values.items.split_at(V::COUNT).0;
    let edges_at = align_up(start_of(V::COUNT), align_of::<B>());
    let align = largest(align_of::<B>(), largest(values.align, 8));
    let body_end = edges_at + size_of::<B>();
    // An expanded task keeps one edge.
    let least = HEADER + size_of::<usize>();
    let end = align_up(largest(body_end, largest(values.end, least)), align);
    let Ok(layout) = Layout::from_size_align(end, align) else {
        panic!("a record fits in memory")
    };
    let large = end > chunk::LARGEST || align > 8;
    Table {
        run,
        resume,
        call: never_called,
        drop_work,
        edges_at: edges_at as u32,
        work_at: 0,
        edges: (size_of::<E>() / size_of::<usize>()) as u32,
        outputs,
        large,
        plain: !large && outputs.len() == 1 && outputs[0].drop.is_none(),
        layout,
        info: info_of::<N>,
        site: None,
    }
}

const fn largest(a: usize, b: usize) -> usize {
    if a > b { a } else { b }
}

pub(super) fn info_of<N: Fn() -> Info + Copy>() -> Info {
    const { assert!(size_of::<N>() == 0, "a task's description captures nothing") };
    // SAFETY: a type without size, of which a copy was given when the task was built.
    let describe = unsafe { NonNull::<N>::dangling().as_ref() };
    describe()
}
