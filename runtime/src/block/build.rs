//! Tasks of a block, in the order written.

use std::cell::Cell;
use std::panic::Location;

use super::exit::{Early, Exit, Stop};
use super::finish::Raw;
use super::scope::Guarded;
use super::slot::{Keep, Slot};
use crate::Delayed;
use crate::arguments::{Argument, Lend};
use crate::graph::{Info, Kind};
use crate::store::{
    BlockNumber, Fresh, Many, Move, One, Read, Results, Row, Site, Whole, new_statement,
};

/// A block while it is built. Its methods make one task each, which differ in what they wait for besides their arguments.
#[derive(Debug)]
pub struct Block<'a> {
    /// What the tasks know it by, and those of the blocks inside of it.
    pub(super) number: BlockNumber,
    pub(super) keep: Keep,
    /// How many `?` it has.
    exits: Cell<u32>,
    /// Invariant: what is kept lives as long as the block's result.
    region: std::marker::PhantomData<std::cell::Cell<&'a ()>>,
}

/// A task that others wait for without using its value: it gives them a second output.
#[derive(Debug)]
struct Checked<T>(std::marker::PhantomData<T>);

impl<T> Results for Checked<T> {
    type Given = T;
    type Kept = Row<One<T>, One<()>>;
    fn keep(given: T) -> Self::Kept {
        Row(One(given), One(()))
    }
}

/// A task without a value.
#[derive(Debug)]
struct Nothing;

impl Results for Nothing {
    type Given = ();
    type Kept = ();
    fn keep((): ()) {}
}

/// The gates that a task waits for.
type Gates = Many<Read<()>>;

impl Default for Block<'_> {
    fn default() -> Self {
        Self::new()
    }
}

impl<'a> Block<'a> {
    /// A block without tasks.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self::inside(BlockNumber::new())
    }

    /// A block inside of the one with this number.
    #[inline]
    pub(super) fn inside(number: BlockNumber) -> Self {
        Block {
            number,
            keep: Keep::default(),
            exits: Cell::new(0),
            region: std::marker::PhantomData,
        }
    }

    /// What tasks with a `?` are made by.
    pub fn exit<'g, R>(&'g self) -> Exit<'g, 'a, R> {
        Exit {
            block: self,
            early: Early::new(),
        }
    }

    /// A task that starts when its arguments are there.
    #[track_caller]
    pub fn task<A, F, T>(&self, name: &'static str, arguments: A, work: F) -> Raw<'_, 'a, T>
    where
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> T + Send + 'a,
        T: 'a,
    {
        self.whole(name, guarded(arguments), work)
    }

    /// A task that is there for what it changes in place, of which there is something. It has no value.
    #[track_caller]
    pub fn change<A, F>(&self, name: &'static str, arguments: A, work: F)
    where
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) + Send + 'a,
    {
        let site = self.site(name, Location::caller());
        let _ = new_statement::<_, _, F, Nothing>(statement, site, guarded(arguments), work);
    }

    /// A task that is there for its effects: it starts when every earlier check has passed, too.
    #[track_caller]
    pub fn effect<A, F, T>(&self, name: &'static str, arguments: A, work: F) -> Raw<'_, 'a, T>
    where
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> T + Send + 'a,
        T: 'a,
    {
        self.whole(name, self.after_gates(arguments), work)
    }

    /// A task that may find that the block cannot go on.
    #[track_caller]
    pub fn check<A, F, T>(&self, name: &'static str, arguments: A, work: F) -> Raw<'_, 'a, T>
    where
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> T + Send + 'a,
        T: 'a,
    {
        self.checked(name, guarded(arguments), work)
    }

    /// A [`check`](Self::check) that is an [`effect`](Self::effect).
    #[track_caller]
    pub fn effect_check<A, F, T>(&self, name: &'static str, arguments: A, work: F) -> Raw<'_, 'a, T>
    where
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> T + Send + 'a,
        T: 'a,
    {
        self.checked(name, self.after_gates(arguments), work)
    }

    /// A value that is there when the block is built.
    #[track_caller]
    pub fn ready<T: Send + 'a>(&self, value: T) -> Slot<'_, 'a, T> {
        Slot::new(Delayed::ready(value), &self.keep)
    }

    /// A value that was deferred outside of the block.
    pub(super) fn spliced<T>(&self, value: Delayed<'a, T>) -> Slot<'_, 'a, T> {
        Slot::new(value, &self.keep)
    }

    #[track_caller]
    fn whole<A, F, T>(&self, name: &'static str, arguments: A, work: F) -> Raw<'_, 'a, T>
    where
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> T + Send + 'a,
        T: 'a,
    {
        let site = self.site(name, Location::caller());
        self.made(
            new_statement::<A, _, F, Whole<T>>(statement, site, arguments, work),
            false,
        )
    }

    /// What is the same for all tasks with such a value, whatever their work.
    #[inline]
    fn made<T: 'a>(&self, mut fresh: Fresh, is_check: bool) -> Raw<'_, 'a, T> {
        let value = fresh.next();
        if is_check {
            self.add_gate(fresh.next());
        }
        Raw::new(value, &self.keep)
    }

    #[track_caller]
    pub(super) fn checked<A, F, T>(
        &self,
        name: &'static str,
        arguments: A,
        work: F,
    ) -> Raw<'_, 'a, T>
    where
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> T + Send + 'a,
        T: 'a,
    {
        let site = self.site(name, Location::caller());
        self.made(
            new_statement::<A, _, F, Checked<T>>(statement, site, arguments, work),
            true,
        )
    }

    /// What a statement of this block knows of itself.
    #[inline]
    pub(super) fn site(&self, name: &'static str, location: &'static Location<'static>) -> Site {
        Site {
            name,
            block: self.number,
            location,
        }
    }

    fn add_gate(&self, gate: Move<()>) {
        let mut notes = self.keep.borrow_mut();
        notes.get_or_insert_default().gates.push(gate);
    }

    /// Everything that has to pass. Several gates become one, so that a block of checks and effects has few edges.
    fn all_gates(&self) -> Gates {
        let mut notes = self.keep.borrow_mut();
        let Some(notes) = &mut *notes else {
            return Many::new([]);
        };
        let gates = &mut notes.gates;
        if gates.len() > 1 {
            let all: Gates = Many::new(gates.drain(..).map(Move::into_read));
            let arguments = Guarded {
                arguments: (),
                gates: all,
            };
            let site = self.site("all checks", Location::caller());
            let mut fresh =
                new_statement::<_, _, _, Whole<()>>(statement, site, arguments, |()| ());
            gates.push(fresh.next());
        }
        Many::new(gates.iter().map(Move::read))
    }

    pub(super) fn after_gates<A>(&self, arguments: A) -> Guarded<A, Gates> {
        Guarded {
            arguments,
            gates: self.all_gates(),
        }
    }

    /// The place of the next `?` among all of them.
    pub(super) fn next_exit(&self) -> u32 {
        let place = self.exits.get();
        self.exits.set(place + 1);
        place
    }
}

/// The arguments of a task that waits for nothing else.
#[inline]
pub(super) fn guarded<A>(arguments: A) -> Guarded<A, ()> {
    Guarded {
        arguments,
        gates: (),
    }
}

/// What all tasks of blocks say; each has its own name.
pub(super) const fn statement() -> Info {
    Info::new("statement", Kind::Statement)
}

impl<'g, 'a, R> Exit<'g, 'a, R> {
    /// A task with a `?`.
    #[track_caller]
    pub fn task<A, F, T>(&self, name: &'static str, arguments: A, work: F) -> Raw<'g, 'a, T>
    where
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> Result<T, Stop<'a, R>> + Send + 'a,
        T: 'a,
        R: 'a,
    {
        let (early, place) = (self.early.clone(), self.block.next_exit());
        self.block
            .check(name, arguments, move |lent| early.pass(place, work(lent)))
    }

    /// A task with a `?` that is there for its effects.
    #[track_caller]
    pub fn effect<A, F, T>(&self, name: &'static str, arguments: A, work: F) -> Raw<'g, 'a, T>
    where
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> Result<T, Stop<'a, R>> + Send + 'a,
        T: 'a,
        R: 'a,
    {
        let (early, place) = (self.early.clone(), self.block.next_exit());
        self.block
            .effect_check(name, arguments, move |lent| early.pass(place, work(lent)))
    }
}
