//! `if`, `match` and `for` on a task's result: a block inside of the block, built when the result is there.
//!
//! The deciding task gives a deferred value, so the tasks of the inner block join the run. Their failures are first compared
//! with each other; the first in program order is then the failure of the deciding task in the block around.

use std::panic::Location;

use super::build::{Block, statement};
use super::exit::{Early, Exit, Stop};
use super::finish::{Last, Outcome, Raw, Tail, end};
use super::scope::{Guarded, Scope, Token};
use super::slot::Slot;
use crate::Delayed;
use crate::arguments::{Argument, Handed, Lend};
use crate::graph::{Info, Kind};
use crate::store::{Edges, Whole, new_flat_task, new_task};

/// The value of a block that ends with a branch: what makes it, on the thread that asks for it. It need not be `Send`.
pub struct Later<'a, R>(Box<dyn FnOnce() -> Result<R, Stop<'a, R>> + Send + 'a>);

impl<R> std::fmt::Debug for Later<'_, R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Later")
    }
}

impl<'a> Block<'a> {
    /// A task that decides which tasks come next.
    #[track_caller]
    pub fn branch<A, F, T>(&self, name: &'static str, arguments: A, work: F) -> Raw<'a, T>
    where
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x> FnOnce(&Block<'a>, <A::Held as Lend<'x>>::Out) -> Slot<'a, T> + Send + 'a,
        T: Send + 'a,
    {
        self.decide(name, self.guarded(arguments, ()), never_left, work)
    }

    /// A [`branch`](Self::branch) with tasks that are there for their effects: it starts when every earlier check has passed.
    #[track_caller]
    pub fn effect_branch<A, F, T>(&self, name: &'static str, arguments: A, work: F) -> Raw<'a, T>
    where
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x> FnOnce(&Block<'a>, <A::Held as Lend<'x>>::Out) -> Slot<'a, T> + Send + 'a,
        T: Send + 'a,
    {
        let arguments = self.guarded(arguments, self.all_gates());
        self.decide(name, arguments, never_left, work)
    }

    /// A [`branch`](Self::branch) with tasks that may find that the block cannot go on.
    #[track_caller]
    pub fn check_branch<A, F, T>(&self, name: &'static str, arguments: A, work: F) -> Raw<'a, T>
    where
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x> FnOnce(&Block<'a>, <A::Held as Lend<'x>>::Out) -> Slot<'a, T> + Send + 'a,
        T: Send + 'a,
    {
        let decided = self.branch(name, arguments, work);
        self.passed(name, decided)
    }

    /// A [`check_branch`](Self::check_branch) that is an [`effect_branch`](Self::effect_branch).
    #[track_caller]
    pub fn effect_check_branch<A, F, T>(
        &self,
        name: &'static str,
        arguments: A,
        work: F,
    ) -> Raw<'a, T>
    where
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x> FnOnce(&Block<'a>, <A::Held as Lend<'x>>::Out) -> Slot<'a, T> + Send + 'a,
        T: Send + 'a,
    {
        let decided = self.effect_branch(name, arguments, work);
        self.passed(name, decided)
    }

    /// The last task of a branch that is the last statement: what makes the block's value.
    #[track_caller]
    pub fn later<A, F, R>(
        &self,
        name: &'static str,
        arguments: A,
        work: F,
    ) -> Slot<'a, Later<'a, R>>
    where
        A: Argument<Edges: 'a, Plain: 'a, Held: Send + 'a>,
        F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> R + Send + 'a,
        R: 'a,
    {
        self.put_off(name, arguments, |lent| Ok(work(lent)))
    }

    /// The block's value, which a branch has put off.
    #[track_caller]
    pub fn end<R: 'a>(&self, later: Slot<'a, Later<'a, R>>) -> Tail<'a, R> {
        self.task("end", (later.take(),), |(later,)| {
            (later.0)().unwrap_or_else(|_| unreachable!("a branch without `?`"))
        })
        .here()
    }

    #[track_caller]
    fn put_off<A, F, R>(&self, name: &'static str, arguments: A, work: F) -> Slot<'a, Later<'a, R>>
    where
        A: Argument<Edges: 'a, Plain: 'a, Held: Send + 'a>,
        F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> Result<R, Stop<'a, R>> + Send + 'a,
        R: 'a,
    {
        self.task(name, Handed(arguments), |mut held| {
            Later(Box::new(move || work(held.lend())))
        })
        .slot()
    }

    /// The deciding task, whose value is the inner block's. `leave` does what a failed `?` in there does here.
    #[track_caller]
    fn decide<A, G, F, L, T>(
        &self,
        name: &'static str,
        arguments: Guarded<A, G>,
        leave: L,
        work: F,
    ) -> Raw<'a, T>
    where
        A: Argument<Edges: 'a, Plain: 'a>,
        G: Edges,
        F: for<'x> FnOnce(&Block<'a>, <A::Held as Lend<'x>>::Out) -> Slot<'a, T> + Send + 'a,
        L: FnOnce(&Token) -> T + Send + 'a,
        T: Send + 'a,
    {
        let (token, location) = (arguments.token.clone(), Location::caller());
        let mut fresh = new_flat_task(statement, location, arguments, move |lent| {
            let inner = Block::in_scope(Scope::new(Some(token.clone())));
            let value = work(&inner, lent);
            inner.close(name, location, value, token, leave)
        });
        fresh.set_name(name);
        Raw::new(fresh.next(), &self.keep)
    }

    /// The last task of an inner block, which stands at the deciding task's place in the block around.
    fn close<T, L>(
        self,
        name: &'static str,
        location: &'static Location<'static>,
        value: Slot<'a, T>,
        token: Token,
        leave: L,
    ) -> Delayed<'a, T>
    where
        L: FnOnce(&Token) -> T + Send + 'a,
        T: Send + 'a,
    {
        let last = Guarded {
            arguments: Last::new(value.into(), &self.keep),
            gates: (),
            token: token.clone(),
        };
        let scope = self.scope;
        let work = move |outcome: Outcome<T>| end(&scope, outcome, || leave(&token));
        let (mut fresh, ()) = new_task::<_, _, _, Whole<T>>(
            || Info::new("end", Kind::Statement).last(),
            location,
            last,
            work,
        );
        fresh.set_name(name);
        Delayed::from_edge(fresh.next())
    }

    /// Later effects wait for what was decided.
    #[track_caller]
    fn passed<T: Send + 'a>(&self, name: &'static str, decided: Raw<'a, T>) -> Raw<'a, T> {
        let arguments = (decided.into_slot().take(),);
        self.checked(name, self.guarded(arguments, ()), |(value,)| value)
    }
}

fn never_left<T>(_: &Token) -> T {
    unreachable!("a branch without `?`")
}

impl<'a, R: 'a> Exit<'_, 'a, R> {
    /// A [`branch`](Block::branch) with a `?` in it.
    #[track_caller]
    pub fn branch<A, F, T>(&self, name: &'static str, arguments: A, work: F) -> Raw<'a, T>
    where
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x> FnOnce(&Block<'a>, &Exit<'_, 'a, R>, <A::Held as Lend<'x>>::Out) -> Slot<'a, T>
            + Send
            + 'a,
        T: Send + 'a,
    {
        self.decide(name, self.block.guarded(arguments, ()), work)
    }

    /// An [`effect_branch`](Block::effect_branch) with a `?` in it.
    #[track_caller]
    pub fn effect_branch<A, F, T>(&self, name: &'static str, arguments: A, work: F) -> Raw<'a, T>
    where
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x> FnOnce(&Block<'a>, &Exit<'_, 'a, R>, <A::Held as Lend<'x>>::Out) -> Slot<'a, T>
            + Send
            + 'a,
        T: Send + 'a,
    {
        let arguments = self.block.guarded(arguments, self.block.all_gates());
        self.decide(name, arguments, work)
    }

    #[track_caller]
    fn decide<A, G, F, T>(
        &self,
        name: &'static str,
        arguments: Guarded<A, G>,
        work: F,
    ) -> Raw<'a, T>
    where
        A: Argument<Edges: 'a, Plain: 'a>,
        G: Edges,
        F: for<'x> FnOnce(&Block<'a>, &Exit<'_, 'a, R>, <A::Held as Lend<'x>>::Out) -> Slot<'a, T>
            + Send
            + 'a,
        T: Send + 'a,
    {
        let (inside, around) = (Early::new(), self.early.clone());
        let early = inside.clone();
        let leave = move |token: &Token| around.leave(token, inside.stop());
        let decided = self
            .block
            .decide(name, arguments, leave, |block: &Block<'a>, lent| {
                work(block, &Exit { block, early }, lent)
            });
        self.block.passed(name, decided)
    }

    /// A [`later`](Block::later) with a `?` in it.
    #[track_caller]
    pub fn later<A, F>(&self, name: &'static str, arguments: A, work: F) -> Slot<'a, Later<'a, R>>
    where
        A: Argument<Edges: 'a, Plain: 'a, Held: Send + 'a>,
        F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> Result<R, Stop<'a, R>> + Send + 'a,
    {
        self.block.put_off(name, arguments, work)
    }

    /// The block's value, which a branch has put off.
    #[must_use]
    #[track_caller]
    pub fn end(&self, later: Slot<'a, Later<'a, R>>) -> Tail<'a, R> {
        self.task("end", (later.take(),), |(later,)| (later.0)())
            .here()
    }
}
