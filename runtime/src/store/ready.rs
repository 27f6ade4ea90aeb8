//! Values that are there already: records that are never run.

use std::marker::PhantomData;
use std::panic::Location;
use std::ptr::NonNull;

use super::edge::Move;
use super::memory::new_record;
use super::record::{DONE, Header, Origin, Ran, Table, output_of, value_at};
use super::run::never_resumed;
use super::table::table;
use super::values::One;
use crate::graph::Info;

struct ReadyKind<T, N>(PhantomData<(T, N)>);

impl<T, N: Fn() -> Info + Copy> ReadyKind<T, N> {
    const TABLE: &'static Table = &table::<(), (), N, One<T>>(never_run, never_resumed, None);
}

/// A value that is there already.
pub(crate) fn new_ready<T, N: Fn() -> Info + Copy>(
    _: N,
    location: &'static Location<'static>,
    value: T,
) -> Move<T> {
    let header = new_record(ReadyKind::<T, N>::TABLE, Origin { location }, DONE);
    // SAFETY: the record is new and was laid out for this value.
    unsafe { header.byte_add(value_at::<T>()).cast::<T>().write(value) };
    Move::new(output_of(header, 0))
}

unsafe fn never_run(_: NonNull<Header>) -> Ran {
    unreachable!("a ready value is not run");
}
