//! Tasks of a block, in the order written.

use std::cell::{Cell, RefCell};
use std::panic::Location;
use std::sync::Arc;

use super::exit::{Early, Exit, Stop};
use super::finish::Raw;
use super::scope::{Guarded, Scope, Token};
use super::slot::{Keep, Slot};
use crate::Delayed;
use crate::arguments::{Argument, Lend, Rebind};
use crate::graph::{Info, Kind};
use crate::store::{Fresh, Many, Move, One, Read, Results, Row, Whole, new_task};

/// A block while it is built. Its methods make one task each, which differ in what they wait for besides their arguments.
#[derive(Debug)]
pub struct Block<'a> {
    pub(super) scope: Arc<Scope>,
    pub(super) keep: Keep,
    places: Cell<u32>,
    /// What has to pass before a task that is there for its effects alone may start.
    gates: RefCell<Vec<Move<()>>>,
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
    pub fn new() -> Self {
        Self::in_scope(Scope::new(None))
    }

    pub(super) fn in_scope(scope: Arc<Scope>) -> Self {
        Block {
            scope,
            keep: Keep::default(),
            places: Cell::new(0),
            gates: RefCell::default(),
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
    pub fn task<A, F, T>(&self, name: &'static str, arguments: A, work: F) -> Raw<'a, T>
    where
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> T + Send + 'a,
        T: 'a,
    {
        self.whole(name, self.guarded(arguments, ()), work)
    }

    /// A task that is there for its effects: it starts when every earlier check has passed, too.
    #[track_caller]
    pub fn effect<A, F, T>(&self, name: &'static str, arguments: A, work: F) -> Raw<'a, T>
    where
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> T + Send + 'a,
        T: 'a,
    {
        self.whole(name, self.guarded(arguments, self.all_gates()), work)
    }

    /// A task that may find that the block cannot go on.
    #[track_caller]
    pub fn check<A, F, T>(&self, name: &'static str, arguments: A, work: F) -> Raw<'a, T>
    where
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> T + Send + 'a,
        T: 'a,
    {
        self.checked(name, self.guarded(arguments, ()), work)
    }

    /// A [`check`](Self::check) that is an [`effect`](Self::effect).
    #[track_caller]
    pub fn effect_check<A, F, T>(&self, name: &'static str, arguments: A, work: F) -> Raw<'a, T>
    where
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> T + Send + 'a,
        T: 'a,
    {
        self.checked(name, self.guarded(arguments, self.all_gates()), work)
    }

    /// A value that is there when the block is built.
    #[track_caller]
    pub fn ready<T: Send + 'a>(&self, value: T) -> Slot<'a, T> {
        Slot::new(Delayed::ready(value), self.keep.clone())
    }

    /// A value that was deferred outside of the block.
    pub(super) fn spliced<T>(&self, value: Delayed<'a, T>) -> Slot<'a, T> {
        Slot::new(value, self.keep.clone())
    }

    #[track_caller]
    fn whole<A, F, T>(&self, name: &'static str, arguments: A, work: F) -> Raw<'a, T>
    where
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> T + Send + 'a,
        T: 'a,
    {
        let (fresh, handles) =
            new_task::<A, _, F, Whole<T>>(statement, Location::caller(), arguments, work);
        self.made(name, fresh, handles, false)
    }

    /// What is the same for all tasks with such a value, whatever their work.
    pub(super) fn made<T: 'a>(
        &self,
        name: &'static str,
        mut fresh: Fresh,
        handles: impl Rebind,
        is_check: bool,
    ) -> Raw<'a, T> {
        fresh.set_name(name);
        let value = fresh.next();
        if is_check {
            self.gates.borrow_mut().push(fresh.next());
        }
        handles.rebind(&mut fresh);
        Raw::new(value, &self.keep)
    }

    #[track_caller]
    pub(super) fn checked<A, F, T>(&self, name: &'static str, arguments: A, work: F) -> Raw<'a, T>
    where
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> T + Send + 'a,
        T: 'a,
    {
        let (fresh, handles) =
            new_task::<A, _, F, Checked<T>>(statement, Location::caller(), arguments, work);
        self.made(name, fresh, handles, true)
    }

    /// Everything that has to pass. Several gates become one, so that a block of checks and effects has few edges.
    pub(super) fn all_gates(&self) -> Gates {
        let mut gates = self.gates.borrow_mut();
        if gates.len() > 1 {
            let all: Gates = Many::new(gates.drain(..).map(Move::into_read));
            let arguments = self.guarded((), all);
            let (mut fresh, ()) =
                new_task::<_, _, _, Whole<()>>(statement, Location::caller(), arguments, |()| ());
            fresh.set_name("all checks");
            gates.push(fresh.next());
        }
        Many::new(gates.iter().map(Move::read))
    }

    pub(super) fn guarded<A, G>(&self, arguments: A, gates: G) -> Guarded<A, G> {
        Guarded {
            arguments,
            gates,
            token: self.next_token(),
        }
    }

    fn next_token(&self) -> Token {
        let token = self.peek_token();
        self.places.set(token.place + 1);
        token
    }

    pub(super) fn peek_token(&self) -> Token {
        Token {
            scope: self.scope.clone(),
            place: self.places.get(),
        }
    }
}

/// What all tasks of blocks say; each has its own name.
pub(super) const fn statement() -> Info {
    Info::new("statement", Kind::Statement)
}

impl<'a, R> Exit<'_, 'a, R> {
    /// A task with a `?`.
    #[track_caller]
    pub fn task<A, F, T>(&self, name: &'static str, arguments: A, work: F) -> Raw<'a, T>
    where
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> Result<T, Stop<'a, R>> + Send + 'a,
        T: 'a,
        R: 'a,
    {
        let (early, token) = (self.early.clone(), self.block.peek_token());
        self.block
            .check(name, arguments, move |lent| early.pass(&token, work(lent)))
    }

    /// A task with a `?` that is there for its effects.
    #[track_caller]
    pub fn effect<A, F, T>(&self, name: &'static str, arguments: A, work: F) -> Raw<'a, T>
    where
        A: Argument<Edges: 'a, Plain: 'a>,
        F: for<'x> FnOnce(<A::Held as Lend<'x>>::Out) -> Result<T, Stop<'a, R>> + Send + 'a,
        T: 'a,
        R: 'a,
    {
        let gates = self.block.all_gates();
        let (early, token) = (self.early.clone(), self.block.peek_token());
        let arguments = self.block.guarded(arguments, gates);
        self.block
            .checked(name, arguments, move |lent| early.pass(&token, work(lent)))
    }
}
