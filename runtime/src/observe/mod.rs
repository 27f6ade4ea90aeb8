//! Watching runs: hooks that a run calls, and what is made of them.
//!
//! | you want | see |
//! |---|---|
//! | to know where the time of a run went, and what more workers would bring | [`Profile`] |
//! | a bar that shows how far a run is | `Progress`, of the feature `progress` |
//! | spans of the `tracing` crate | `Tracing`, of the feature `tracing` |
//! | hooks of your own | [`Observer`] |

pub(crate) mod event;
pub(crate) mod hooks;
mod json;
mod page;
mod profile;
#[cfg(feature = "progress")]
mod progress;
mod record;
mod series;
mod summary;
mod trace;
#[cfg(feature = "tracing")]
mod tracing;

pub use event::{Added, Run, Span, Task};
pub use profile::Profile;
#[cfg(feature = "progress")]
pub use progress::{Progress, Step};
pub(crate) use summary::time;
#[cfg(feature = "tracing")]
pub use tracing::Tracing;

use std::sync::Arc;
use std::time::Instant;

use crate::Error;

/// Is told what happens in runs: see [`ExecutorBuilder::observer`](crate::ExecutorBuilder::observer).
///
/// Every method does nothing unless you write it. They are called by the threads that work on the run, several at the
/// same time, while the run goes on: what they cost, the run costs more. A hook that panics is left alone: the panic is
/// reported as any other, the run and its other observers go on, and the pool is as good as before.
///
/// Of each task that starts, the hooks come in this order: [`task_ready`](Self::task_ready),
/// [`task_started`](Self::task_started), then [`task_finished`](Self::task_finished) or
/// [`task_failed`](Self::task_failed). A task whose work gives a deferred value is
/// [suspended](Self::task_suspended) in between, and becomes ready and starts once more when that value is there.
/// A task is finished before the tasks that need it are ready. One that is not started is
/// [skipped](Self::task_skipped) in their place.
///
/// A task that waits for others of its kind, with `#[delayed(limit = 1)]`, is ready and has not started. One that is tried
/// again at once goes on as the same task; with a `backoff` it is suspended, and each further attempt is a task of its own
/// that joins the run after the pause. So what a task waits for is never part of its [`Span`].
///
/// # Examples
/// ```
/// use std::sync::{Arc, Mutex};
/// use tembel::observe::{Observer, Span, Task};
/// use tembel::{Delayed, Executor};
///
/// #[derive(Default)]
/// struct Log(Mutex<Vec<String>>);
///
/// impl Observer for Log {
///     fn task_finished(&self, task: &Task<'_>, _: &Span) {
///         self.0.lock().unwrap().push(task.info().name().to_owned());
///     }
/// }
///
/// let log = Arc::new(Log::default());
/// let executor = Executor::builder().observer(log.clone()).build()?;
/// let one = Delayed::new(|| 1).named("one");
/// executor.compute(one.map(|x| x + 1).named("add"));
/// assert_eq!(*log.0.lock().unwrap(), ["one", "add"]);
/// # Ok::<(), tembel::BuildError>(())
/// ```
pub trait Observer: Send + Sync {
    /// A run has found what it has to do, and is about to start.
    fn run_started(&self, run: &Run<'_>) {
        let _ = run;
    }

    /// A task gave a deferred value, and the tasks behind it join the run.
    fn tasks_added(&self, added: &Added<'_>) {
        let _ = added;
    }

    /// All that a task waits for is there.
    fn task_ready(&self, task: &Task<'_>) {
        let _ = task;
    }

    /// A task is about to run.
    fn task_started(&self, task: &Task<'_>, worker: usize, at: Instant) {
        let _ = (task, worker, at);
    }

    /// An attempt at a task has failed, and another one follows. `attempt` counts from one, also where each attempt is a task
    /// of its own. The end of the last attempt is that of the task.
    fn task_retried(&self, task: &Task<'_>, attempt: u32) {
        let _ = (task, attempt);
    }

    /// A task ran and gave a deferred value, which it waits for.
    fn task_suspended(&self, task: &Task<'_>, span: &Span) {
        let _ = (task, span);
    }

    /// A task is done, and its value is there.
    fn task_finished(&self, task: &Task<'_>, span: &Span) {
        let _ = (task, span);
    }

    /// A task panicked or failed. No error is given where it is a value of the program: that of a `?` in a block.
    fn task_failed(&self, task: &Task<'_>, span: &Span, error: Option<&Error>) {
        let _ = (task, span, error);
    }

    /// A task is not started, since something that it needs is missing, a statement before it has failed, or its run is stopped.
    fn task_skipped(&self, task: &Task<'_>) {
        let _ = task;
    }

    /// A run is over: no task of it is running. `run` is its [number](Run::number).
    fn run_finished(&self, run: u64, at: Instant) {
        let _ = (run, at);
    }
}

impl<O: Observer + ?Sized> Observer for Arc<O> {
    fn run_started(&self, run: &Run<'_>) {
        (**self).run_started(run);
    }

    fn tasks_added(&self, added: &Added<'_>) {
        (**self).tasks_added(added);
    }

    fn task_ready(&self, task: &Task<'_>) {
        (**self).task_ready(task);
    }

    fn task_started(&self, task: &Task<'_>, worker: usize, at: Instant) {
        (**self).task_started(task, worker, at);
    }

    fn task_retried(&self, task: &Task<'_>, attempt: u32) {
        (**self).task_retried(task, attempt);
    }

    fn task_suspended(&self, task: &Task<'_>, span: &Span) {
        (**self).task_suspended(task, span);
    }

    fn task_finished(&self, task: &Task<'_>, span: &Span) {
        (**self).task_finished(task, span);
    }

    fn task_failed(&self, task: &Task<'_>, span: &Span, error: Option<&Error>) {
        (**self).task_failed(task, span, error);
    }

    fn task_skipped(&self, task: &Task<'_>) {
        (**self).task_skipped(task);
    }

    fn run_finished(&self, run: u64, at: Instant) {
        (**self).run_finished(run, at);
    }
}
