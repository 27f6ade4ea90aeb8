//! Tasks of a block, in the order written.

use std::cell::Cell;
use std::panic::Location;

use super::exit::{Early, Exit, Stop};
use super::finish::Raw;
use super::notes::Keep;
use super::scope::Guarded;
use super::slot::Slot;
use crate::Delayed;
use crate::arguments::{Argument, Lend};
use crate::graph::{Info, Kind};
use crate::store::{
    BlockNumber, Fresh, Many, Move, One, Read, Results, Row, Statement, Whole, new_statement,
    new_task,
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
    pub fn task<S, A, F, T>(&self, _: S, arguments: A, work: F) -> Raw<'_, 'a, T>
    where
        S: Statement,
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> T + Send + 'a,
        T: 'a,
    {
        self.whole::<S, _, _, _>(guarded(arguments), work)
    }

    /// A task that is there for what it changes in place, of which there is something. It has no value.
    pub fn change<S, A, F>(&self, _: S, arguments: A, work: F)
    where
        S: Statement,
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) + Send + 'a,
    {
        let _ =
            new_statement::<S, _, _, F, Nothing>(statement, self.number, guarded(arguments), work);
    }

    /// A task that is there for its effects: it starts when every earlier check has passed, too.
    pub fn effect<S, A, F, T>(&self, _: S, arguments: A, work: F) -> Raw<'_, 'a, T>
    where
        S: Statement,
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> T + Send + 'a,
        T: 'a,
    {
        self.whole::<S, _, _, _>(self.after_gates::<S, _>(arguments), work)
    }

    /// A task that may find that the block cannot go on.
    pub fn check<S, A, F, T>(&self, _: S, arguments: A, work: F) -> Raw<'_, 'a, T>
    where
        S: Statement,
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> T + Send + 'a,
        T: 'a,
    {
        self.checked::<S, _, _, _>(guarded(arguments), work)
    }

    /// A [`check`](Self::check) that is an [`effect`](Self::effect).
    pub fn effect_check<S, A, F, T>(&self, _: S, arguments: A, work: F) -> Raw<'_, 'a, T>
    where
        S: Statement,
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> T + Send + 'a,
        T: 'a,
    {
        self.checked::<S, _, _, _>(self.after_gates::<S, _>(arguments), work)
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

    fn whole<S, A, F, T>(&self, arguments: A, work: F) -> Raw<'_, 'a, T>
    where
        S: Statement,
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> T + Send + 'a,
        T: 'a,
    {
        self.made(
            new_statement::<S, _, _, F, Whole<T>>(statement, self.number, arguments, work),
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

    pub(super) fn checked<S, A, F, T>(&self, arguments: A, work: F) -> Raw<'_, 'a, T>
    where
        S: Statement,
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> T + Send + 'a,
        T: 'a,
    {
        self.made(
            new_statement::<S, _, _, F, Checked<T>>(statement, self.number, arguments, work),
            true,
        )
    }

    fn add_gate(&self, gate: Move<()>) {
        self.keep.note(|notes| notes.gates.push(gate));
    }

    /// Everything that has to pass. Several gates become one, so that a block of checks and effects has few edges: a task that was
    /// made here.
    #[inline(never)]
    extern "C" fn all_gates(&self, here: &'static Location<'static>) -> Gates {
        let all = self.keep.look(|notes| {
            let gates = &mut notes.gates;
            if gates.len() > 1 {
                let arguments = Guarded {
                    arguments: (),
                    gates: Many::new(gates.drain(..).map(Move::into_read)),
                };
                let info = || Info::new("all checks", Kind::Statement);
                let (mut fresh, ()) =
                    new_task::<_, _, _, Whole<()>>(info, here, arguments, |()| ());
                gates.push(fresh.next());
            }
            Many::new(gates.iter().map(Move::read))
        });
        all.unwrap_or_else(|| Many::new([]))
    }

    pub(super) fn after_gates<S: Statement, A>(&self, arguments: A) -> Guarded<A, Gates> {
        Guarded {
            arguments,
            gates: self.all_gates(S::SITE.location),
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
    pub fn task<S, A, F, T>(&self, statement: S, arguments: A, work: F) -> Raw<'g, 'a, T>
    where
        S: Statement,
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> Result<T, Stop<'a, R>> + Send + 'a,
        T: 'a,
        R: 'a,
    {
        let (early, place) = (self.early.clone(), self.block.next_exit());
        self.block.check(statement, arguments, move |lent| {
            early.pass(place, work(lent))
        })
    }

    /// A task with a `?` that is there for its effects.
    pub fn effect<S, A, F, T>(&self, statement: S, arguments: A, work: F) -> Raw<'g, 'a, T>
    where
        S: Statement,
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> Result<T, Stop<'a, R>> + Send + 'a,
        T: 'a,
        R: 'a,
    {
        let (early, place) = (self.early.clone(), self.block.next_exit());
        self.block.effect_check(statement, arguments, move |lent| {
            early.pass(place, work(lent))
        })
    }
}

#[cfg(all(test, not(any(loom, tembel_scattered))))]
mod tests {
    use super::*;
    use crate::block::captured;
    use crate::build;
    use crate::store::{Site, Stretch};

    struct At;

    impl Statement for At {
        const SITE: Site = Site::new("statement");
    }

    /// Bytes from one record to the next.
    fn length(make: impl Fn() -> Delayed<'static, u64>) -> usize {
        loop {
            let both = [make(), make()];
            let [first, second] = both.each_ref().map(|value| value.edge().task());
            let chunk = Stretch::around(first);
            if let [Some(first), Some(second)] = [first, second].map(|task| chunk.place_of(task))
                && first > second
            {
                return 8 * (first - second);
            }
        }
    }

    #[test]
    fn the_record_of_a_statement_is_as_long_as_that_of_a_call() {
        let number = || (captured(5_u64).arg(), captured(7_u64).arg());
        let call = length(|| build::task(statement, number(), |(a, b)| a + b));
        let statement = length(|| {
            let graph = Block::new();
            graph.finish(graph.task(At, number(), |(a, b)| a + b).tail())
        });
        assert_eq!((statement, call), (48, 48));
    }
}
