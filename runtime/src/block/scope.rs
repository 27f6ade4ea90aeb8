//! What failed first in a block, in program order.
//!
//! A task of a block has a [`Token`] among its arguments. When the task unwinds, the token is dropped before its time and
//! says so, and the worker that caught the panic hands it to the block ([`caught`]) and not to the run: a failed `?` that
//! comes before it in the program makes it void.

use std::cell::Cell;
use std::panic::resume_unwind;
use std::sync::Arc;

use crate::arguments::{Argument, Lend};
use crate::error::Error;
use crate::store::{Edges, Payload, Row, TaskRef};
use crate::sync::{AtomicU32, Mutex, Ordering, lock};

/// A failure, and where its task stands in program order.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) path: Vec<u64>,
    pub(crate) error: Error,
}

/// What a task that ends without a value throws, where nobody has to be told.
struct Quiet;

/// Ends the task at hand without a value.
pub(super) fn stop_quietly() -> ! {
    resume_unwind(Box::new(Quiet))
}

/// Ends the task at hand with the failure of another.
pub(super) fn stop_with(failure: Failure) -> ! {
    resume_unwind(Box::new(failure))
}

thread_local! {
    /// The place of the task that is unwinding on this thread.
    static UNWINDING: Cell<Option<Token>> = const { Cell::new(None) };
}

/// What the panic of a task means for its run: nothing, where the task's block takes care of it.
pub(crate) fn caught(path: Vec<u64>, task: TaskRef, payload: Payload) -> Option<Failure> {
    let token = UNWINDING.take();
    if payload.is::<Quiet>() {
        if let Some(token) = token {
            token.locate(path);
        }
        return None;
    }
    let failure = match payload.downcast::<Failure>() {
        Ok(failure) => Failure {
            error: failure.error.passed_on_by(task),
            ..*failure
        },
        Err(payload) => Failure {
            path,
            error: Error::caught(task, payload),
        },
    };
    match token {
        Some(token) => {
            token.record(Cause::Panic(failure));
            None
        }
        None => Some(failure),
    }
}

thread_local! {
    /// What failed in the run, and the last task of a block, which is about to start on this thread, needs.
    static OF_RUN: Cell<Option<Failure>> = const { Cell::new(None) };
}

/// The last task of a block is about to start on this thread, and lacks what it needs because of this, if not because of
/// the block's own tasks.
pub(crate) fn tell_last(failure: Option<Failure>) {
    OF_RUN.set(failure);
}

/// What the last task was told.
pub(super) fn told() -> Option<Failure> {
    OF_RUN.take()
}

/// Why a block ends early.
#[derive(Debug)]
pub(super) enum Cause {
    /// A task panicked.
    Panic(Failure),
    /// A `?` had nothing to go on with: in the task with this path, once it has unwound.
    Exit(Vec<u64>),
}

impl Cause {
    /// Does it come before a failure of the run, in program order?
    pub(super) fn is_before(&self, other: &Failure) -> bool {
        match self {
            Cause::Panic(failure) => failure.path <= other.path,
            Cause::Exit(path) => *path <= other.path,
        }
    }
}

/// What all tasks of a block share.
#[derive(Debug)]
pub(super) struct Scope {
    /// The place of the first failure in program order; `u32::MAX` while there is none.
    first: AtomicU32,
    cause: Mutex<Option<Cause>>,
    /// Where the block stands in the block around it.
    around: Option<Token>,
}

impl Scope {
    pub(super) fn new(around: Option<Token>) -> Arc<Self> {
        Arc::new(Scope {
            first: AtomicU32::new(u32::MAX),
            cause: Mutex::new(None),
            around,
        })
    }

    pub(super) fn take_cause(&self) -> Option<Cause> {
        lock(&self.cause).take()
    }
}

/// The place of a task in its block.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) scope: Arc<Scope>,
    pub(super) place: u32,
}

impl Token {
    /// Has something failed that comes earlier in the program?
    fn is_late(&self) -> bool {
        self.scope.first.load(Ordering::Acquire) < self.place
            || self.scope.around.as_ref().is_some_and(Token::is_late)
    }

    /// The task failed; what fails first in program order counts.
    pub(super) fn record(&self, cause: Cause) {
        let mut first = lock(&self.scope.cause);
        // A task that failed in a destructor after its `?` did has one place and two causes: the later one counts.
        if self.place <= self.scope.first.load(Ordering::Relaxed) {
            self.scope.first.store(self.place, Ordering::Release);
            *first = Some(cause);
        }
    }

    /// Says where the task is whose `?` failed.
    fn locate(&self, at: Vec<u64>) {
        let mut first = lock(&self.scope.cause);
        if self.place == self.scope.first.load(Ordering::Relaxed)
            && let Some(Cause::Exit(path)) = &mut *first
        {
            *path = at;
        }
    }
}

/// Arguments of a task in a block, with the task's place and the checks that it waits for.
#[derive(Debug)]
pub(super) struct Guarded<A, G> {
    pub(super) arguments: A,
    pub(super) gates: G,
    pub(super) token: Token,
}

/// What is held while the task runs.
#[derive(Debug)]
pub(super) struct HeldGuarded<H> {
    held: H,
    watch: Watch,
}

/// Notices when the task unwinds.
#[derive(Debug)]
struct Watch {
    token: Token,
    /// The thread is unwinding already: the task runs inside of a destructor.
    unwinding: bool,
}

impl Drop for Watch {
    fn drop(&mut self) {
        if std::thread::panicking() && !self.unwinding {
            UNWINDING.set(Some(self.token.clone()));
        }
    }
}

impl<A: Argument, G: Edges> Argument for Guarded<A, G> {
    const NAMED: bool = true;
    type Edges = Row<A::Edges, G>;
    type Plain = (A::Plain, Token);
    type Held = HeldGuarded<A::Held>;
    type Changed = A::Changed;
    type Handles = A::Handles;

    fn split(self) -> (Self::Edges, Self::Plain, Self::Handles) {
        let (edges, plain, handles) = self.arguments.split();
        (Row(edges, self.gates), (plain, self.token), handles)
    }
    fn hold(Row(edges, _): Self::Edges, (plain, token): Self::Plain) -> Self::Held {
        let unwinding = std::thread::panicking();
        HeldGuarded {
            watch: Watch { token, unwinding },
            held: A::hold(edges, plain),
        }
    }
    fn changed(held: Self::Held) -> Self::Changed {
        A::changed(held.held)
    }
}

impl<'x, H: Lend<'x>> Lend<'x> for HeldGuarded<H> {
    type Out = H::Out;
    fn lend(&'x mut self) -> H::Out {
        if self.watch.token.is_late() {
            stop_quietly();
        }
        self.held.lend()
    }
}
