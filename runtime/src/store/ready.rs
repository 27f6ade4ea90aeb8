//! Values that are there already: records that are never run.

use std::marker::PhantomData;
use std::panic::Location;
use std::ptr::NonNull;

use super::edge::Move;
use super::record::{DONE, Header, Item, Ran, Table, new_record, output_of, value_at};
use super::run::{never_resumed, table};
use super::values::{MOST, One, Placed, Values, place};
use crate::graph::Info;

struct ReadyKind<T, N>(PhantomData<(T, N)>);

impl<T, N: Fn() -> Info + Copy> ReadyKind<T, N> {
    const PLACES: Placed = place(<One<T> as Values>::ITEMS.0, 1);
    const ITEMS: &'static [Item; MOST] = &Self::PLACES.items;
    const TABLE: &'static Table = &table::<(), (), N>(
        never_run,
        never_resumed,
        None,
        Self::ITEMS,
        1,
        Self::PLACES.end,
        false,
    );
}

/// A value that is there already.
pub(crate) fn new_ready<T, N: Fn() -> Info + Copy>(
    _: N,
    location: &'static Location<'static>,
    value: T,
) -> Move<T> {
    let header = new_record(ReadyKind::<T, N>::TABLE, location, DONE);
    // SAFETY: the record is new and was laid out for this value.
    unsafe { header.byte_add(value_at::<T>()).cast::<T>().write(value) };
    Move::new(output_of(header, 0))
}

unsafe fn never_run(_: NonNull<Header>) -> Ran {
    unreachable!("a ready value is not run");
}
