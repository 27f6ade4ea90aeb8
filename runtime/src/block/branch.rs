//! `if`, `match` and `for` on a task's result: a block inside of the block, built when the result is there.
//!
//! The deciding task gives a deferred value, so the tasks of the inner block join the run. Their failures are first compared
//! with each other; the first in program order is then the failure of the deciding task in the block around.

use super::build::{Block, guarded, statement};
use super::exit::{Early, Exit, Stop};
use super::finish::{Last, Outcome, Raw, Tail, end, never_left};
use super::scope::Guarded;
use super::slot::Slot;
use crate::Delayed;
use crate::arguments::{Argument, Handed, Lend};
use crate::graph::{Info, Kind};
use crate::store::{Edges, Statement, Whole, new_flat_statement, new_statement};

/// The value of a block that ends with a branch: what makes it, on the thread that asks for it. It need not be `Send`.
pub struct Later<'a, R>(Box<dyn FnOnce() -> Result<R, Stop<'a, R>> + Send + 'a>);

impl<R> std::fmt::Debug for Later<'_, R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Later")
    }
}

impl<'a> Block<'a> {
    /// A task that decides which tasks come next.
    pub fn branch<S, A, F, T>(&self, _: S, arguments: A, work: F) -> Raw<'_, 'a, T>
    where
        S: Statement,
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x, 'g> FnOnce(&'g Block<'a>, <A::Held as Lend<'x>>::Out) -> Slot<'g, 'a, T>
            + Send
            + 'a,
        T: Send + 'a,
    {
        self.decide::<S, _, _, _, _, _>(guarded(arguments), None::<fn() -> T>, work)
    }

    /// A [`branch`](Self::branch) with tasks that are there for their effects: it starts when every earlier check has passed.
    pub fn effect_branch<S, A, F, T>(&self, _: S, arguments: A, work: F) -> Raw<'_, 'a, T>
    where
        S: Statement,
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x, 'g> FnOnce(&'g Block<'a>, <A::Held as Lend<'x>>::Out) -> Slot<'g, 'a, T>
            + Send
            + 'a,
        T: Send + 'a,
    {
        let arguments = self.after_gates::<S, _>(arguments);
        self.decide::<S, _, _, _, _, _>(arguments, None::<fn() -> T>, work)
    }

    /// What was decided, where something in it may find that the block cannot go on: later effects wait for it.
    pub fn passed<'g, S: Statement, T: Send + 'a>(
        &'g self,
        _: S,
        decided: Raw<'g, 'a, T>,
    ) -> Raw<'g, 'a, T> {
        self.pass_on::<S, _>(decided)
    }

    fn pass_on<'g, S: Statement, T: Send + 'a>(
        &'g self,
        decided: Raw<'g, 'a, T>,
    ) -> Raw<'g, 'a, T> {
        let arguments = (decided.into_slot().take(),);
        self.checked::<S, _, _, _>(guarded(arguments), |(value,)| value)
    }

    /// The last task of a branch that is the last statement: what makes the block's value.
    pub fn later<S, A, F, R>(
        &self,
        statement: S,
        arguments: A,
        work: F,
    ) -> Slot<'_, 'a, Later<'a, R>>
    where
        S: Statement,
        A: Argument<Edges: 'a, Plain: 'a, Held: Send + 'a>,
        F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> R + Send + 'a,
        R: 'a,
    {
        self.put_off(statement, arguments, |lent| Ok(work(lent)))
    }

    /// The block's value, which a branch has put off.
    pub fn end<S: Statement, R: 'a>(
        &self,
        statement: S,
        later: Slot<'_, 'a, Later<'a, R>>,
    ) -> Tail<'a, R> {
        self.task(statement, (later.take(),), |(later,)| {
            (later.0)().unwrap_or_else(|_| unreachable!("a branch without `?`"))
        })
        .here()
    }

    fn put_off<S, A, F, R>(&self, statement: S, arguments: A, work: F) -> Slot<'_, 'a, Later<'a, R>>
    where
        S: Statement,
        A: Argument<Edges: 'a, Plain: 'a, Held: Send + 'a>,
        F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> Result<R, Stop<'a, R>> + Send + 'a,
        R: 'a,
    {
        self.task(statement, Handed(arguments), |mut held| {
            Later(Box::new(move || work(held.lend())))
        })
        .slot()
    }

    /// The deciding task, whose value is the inner block's. `leave` does what a failed `?` in there does here.
    fn decide<S, A, G, F, L, T>(
        &self,
        arguments: Guarded<A, G>,
        leave: Option<L>,
        work: F,
    ) -> Raw<'_, 'a, T>
    where
        S: Statement,
        A: Argument<Edges: 'a, Plain: 'a>,
        G: Edges,
        F: for<'x, 'g> FnOnce(&'g Block<'a>, <A::Held as Lend<'x>>::Out) -> Slot<'g, 'a, T>
            + Send
            + 'a,
        L: FnOnce() -> T + Send + 'a,
        T: Send + 'a,
    {
        let number = self.number;
        let decided =
            new_flat_statement::<S, _, _, _, _>(statement, number, arguments, move |lent| {
                let inner = Block::inside(number);
                let value = Tail::from(work(&inner, lent));
                match leave {
                    Some(leave) => inner.close::<S, _, _>(value, leave),
                    None => inner
                        .whole_value(value)
                        .unwrap_or_else(|value| inner.close::<S, _, _>(value, never_left)),
                }
            });
        Raw::new(decided, &self.keep)
    }

    /// The last task of an inner block.
    fn close<S, T, L>(&self, value: Tail<'a, T>, leave: L) -> Delayed<'a, T>
    where
        S: Statement,
        L: FnOnce() -> T + Send + 'a,
        T: Send + 'a,
    {
        let mut fresh = new_statement::<S, _, _, _, Whole<T>>(
            || Info::new("end", Kind::Statement).last(),
            self.number,
            guarded(Last::new(value, &self.keep)),
            move |outcome: Outcome<T>| end(outcome, leave),
        );
        Delayed::from_edge(fresh.next())
    }
}

impl<'g, 'a, R: 'a> Exit<'g, 'a, R> {
    /// A [`branch`](Block::branch) with a `?` in it.
    pub fn branch<S, A, F, T>(&self, _: S, arguments: A, work: F) -> Raw<'g, 'a, T>
    where
        S: Statement,
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x, 'i> FnOnce(
                &'i Block<'a>,
                &Exit<'i, 'a, R>,
                <A::Held as Lend<'x>>::Out,
            ) -> Slot<'i, 'a, T>
            + Send
            + 'a,
        T: Send + 'a,
    {
        self.decide::<S, _, _, _, _>(guarded(arguments), work)
    }

    /// An [`effect_branch`](Block::effect_branch) with a `?` in it.
    pub fn effect_branch<S, A, F, T>(&self, _: S, arguments: A, work: F) -> Raw<'g, 'a, T>
    where
        S: Statement,
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x, 'i> FnOnce(
                &'i Block<'a>,
                &Exit<'i, 'a, R>,
                <A::Held as Lend<'x>>::Out,
            ) -> Slot<'i, 'a, T>
            + Send
            + 'a,
        T: Send + 'a,
    {
        let arguments = self.block.after_gates::<S, _>(arguments);
        self.decide::<S, _, _, _, _>(arguments, work)
    }

    fn decide<S, A, G, F, T>(&self, arguments: Guarded<A, G>, work: F) -> Raw<'g, 'a, T>
    where
        S: Statement,
        A: Argument<Edges: 'a, Plain: 'a>,
        G: Edges,
        F: for<'x, 'i> FnOnce(
                &'i Block<'a>,
                &Exit<'i, 'a, R>,
                <A::Held as Lend<'x>>::Out,
            ) -> Slot<'i, 'a, T>
            + Send
            + 'a,
        T: Send + 'a,
    {
        let (inside, around) = (Early::new(), self.early.clone());
        let (early, place) = (inside.clone(), self.block.next_exit());
        let leave = move || around.leave(place, inside.stop());
        let decided =
            self.block
                .decide::<S, _, _, _, _, _>(arguments, Some(leave), |block, lent| {
                    work(block, &Exit { block, early }, lent)
                });
        self.block.pass_on::<S, _>(decided)
    }

    /// A [`later`](Block::later) with a `?` in it.
    pub fn later<S, A, F>(&self, statement: S, arguments: A, work: F) -> Slot<'g, 'a, Later<'a, R>>
    where
        S: Statement,
        A: Argument<Edges: 'a, Plain: 'a, Held: Send + 'a>,
        F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> Result<R, Stop<'a, R>> + Send + 'a,
    {
        self.block.put_off(statement, arguments, work)
    }

    /// The block's value, which a branch has put off.
    #[must_use]
    pub fn end<S: Statement>(
        &self,
        statement: S,
        later: Slot<'_, 'a, Later<'a, R>>,
    ) -> Tail<'a, R> {
        self.task(statement, (later.take(),), |(later,)| (later.0)())
            .here()
    }
}
