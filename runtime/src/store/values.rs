//! The values that a task makes: how many, where each lies in the record, and how they get there.

use std::marker::PhantomData;
use std::ptr::NonNull;

use super::edge::{Move, Row};
use super::record::{
    HEADER, Header, Item, LIMITED, Output, align_up, output_of, untyped_value_of, value_at,
};
use crate::graph::Info;
use crate::sync::Ordering;

/// The most values one task can make.
const MOST: usize = 16;

/// The values a task makes, in a tree of rows.
pub trait Values {
    /// How many.
    const COUNT: usize;
    /// Size, alignment and drop of each; their places are found later.
    #[doc(hidden)]
    const ITEMS: Items;
    /// Writes each to its place.
    #[doc(hidden)]
    fn write(self, places: &mut Places);
}

/// What a table says of each output.
pub struct Items(pub(super) [Item; MOST]);

/// Where the values of a record go, one after the other.
#[derive(Debug)]
pub struct Places {
    pub(super) header: NonNull<Header>,
    pub(super) number: usize,
}

/// One value.
#[derive(Debug)]
pub struct One<T>(pub T);

impl Values for () {
    const COUNT: usize = 0;
    const ITEMS: Items = Items([Item::NONE; MOST]);
    fn write(self, _: &mut Places) {}
}

impl<T> Values for One<T> {
    const COUNT: usize = 1;
    const ITEMS: Items = {
        let mut items = [Item::NONE; MOST];
        items[0] = Item::of::<T>();
        Items(items)
    };
    fn write(self, places: &mut Places) {
        // SAFETY: the table was made from these types in this order; nothing else is in the record now. Where it is the only
        // value, its place is known from its type alone: the number is a constant where this is compiled.
        unsafe {
            let place = match places.number {
                0 => places.header.byte_add(value_at::<T>()).cast(),
                number => untyped_value_of(output_of(places.header, number)).cast(),
            };
            place.write(self.0);
        }
        places.number += 1;
    }
}

impl<A: Values, B: Values> Values for Row<A, B> {
    const COUNT: usize = A::COUNT + B::COUNT;
    const ITEMS: Items = {
        assert!(
            A::COUNT + B::COUNT <= MOST,
            "a task can change or give at most 16 values"
        );
        let mut items = A::ITEMS.0;
        let mut at = 0;
        while at < B::COUNT {
            items[A::COUNT + at] = B::ITEMS.0[at];
            at += 1;
        }
        Items(items)
    };
    fn write(self, places: &mut Places) {
        self.0.write(places);
        self.1.write(places);
    }
}

/// What the result of some work is kept as: one value, or a tuple's parts.
pub trait Results {
    /// What the work gives.
    type Given;
    /// What is kept.
    type Kept: Values;
    /// The one as the other.
    fn keep(given: Self::Given) -> Self::Kept;
}

/// The result is one value.
#[derive(Debug)]
pub struct Whole<R>(PhantomData<R>);

impl<R> Results for Whole<R> {
    type Given = R;
    type Kept = One<R>;
    fn keep(given: R) -> One<R> {
        One(given)
    }
}

/// A place for each value, the end of the last, and the largest alignment.
pub(super) struct Placed {
    pub(super) items: [Item; MOST],
    pub(super) end: usize,
    pub(super) align: usize,
}

/// Finds a place for each value.
pub(super) const fn place(mut items: [Item; MOST], count: usize) -> Placed {
    let mut end = start_of(count);
    let mut align = 1;
    let mut at = 0;
    while at < count {
        if items[at].align > align {
            align = items[at].align;
        }
        end = align_up(end, items[at].align);
        assert!(
            end <= u32::MAX as usize,
            "the values of a task fit in 4 GiB"
        );
        #[expect(
            clippy::cast_possible_truncation,
            reason = "asserted above; `try_from` is not const"
        )]
        {
            items[at].offset = end as u32;
        }
        end += items[at].size;
        at += 1;
    }
    Placed { items, end, align }
}

/// The end of the header and of the outputs.
pub(super) const fn start_of(outputs: usize) -> usize {
    if outputs > 1 {
        HEADER + outputs * size_of::<Output>()
    } else {
        HEADER
    }
}

/// The outputs of a new record, from which the handles are made, in order.
#[derive(Debug)]
pub struct Fresh {
    pub(super) header: NonNull<Header>,
    pub(super) number: usize,
}

impl Fresh {
    /// Marks the task if only so many of its kind are at work at a time. For all other kinds this is nothing.
    #[inline]
    pub(super) fn mark(&self, info: Info) {
        if info.limit().is_some() {
            // SAFETY: the record is new.
            let flags = unsafe { &self.header.as_ref().first.flags };
            flags.fetch_or(LIMITED, Ordering::Relaxed);
        }
    }

    /// The next output, which holds a `T`.
    #[inline]
    pub(crate) fn next<T>(&mut self) -> Move<T> {
        let output = output_of(self.header, self.number);
        self.number += 1;
        Move::new(output)
    }
}
