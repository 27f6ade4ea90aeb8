//! Runs as spans of the `tracing` crate.

use std::cell::RefCell;
use std::collections::HashMap;
use std::time::Instant;

use tracing::span::EnteredSpan;

use super::Observer;
use super::event::{Run, Span, Task};
use crate::Error;
use crate::sync::{Mutex, lock, per_thread};

/// Makes a [`tracing`] span of each run and of each task, at the level of information, for whoever subscribes.
///
/// The span of a task is inside of its run's, and what the task itself reports is inside of the task's. A failure is an event
/// at the level of errors. It is of the feature `tracing`.
///
/// # Examples
/// ```
/// use tembel::{Delayed, Executor, observe::Tracing};
///
/// let executor = Executor::builder().observer(Tracing::new()).build()?;
/// assert_eq!(executor.compute(Delayed::new(|| 1)), 1);
/// # Ok::<(), tembel::BuildError>(())
/// ```
#[derive(Debug, Default)]
pub struct Tracing(Mutex<HashMap<u64, tracing::Span>>);

per_thread! {
    /// Of the tasks that are on this thread's stack.
    static ENTERED: RefCell<Vec<(u64, usize, EnteredSpan)>> = const { RefCell::new(Vec::new()) };
}

/// Leaves the span of a task that has ended, if it was started: one that waits may fail without that.
fn leave(task: &Task<'_>) {
    let is_it = |entered: &mut (u64, usize, EnteredSpan)| {
        (entered.0, entered.1) == (task.run(), task.number())
    };
    let left = ENTERED.with_borrow_mut(|entered| entered.pop_if(is_it));
    drop(left);
}

impl Tracing {
    /// Spans for all runs that it observes.
    ///
    /// # Examples
    /// ```
    /// assert!(tembel::Executor::builder().observer(tembel::observe::Tracing::new()).build().is_ok());
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Observer for Tracing {
    fn run_started(&self, run: &Run<'_>) {
        let (number, tasks, workers) = (run.number(), run.tasks().len(), run.workers());
        let span = tracing::info_span!("run", number, tasks, workers);
        lock(&self.0).insert(number, span);
    }

    fn task_started(&self, task: &Task<'_>, worker: usize, _: Instant) {
        let parent = lock(&self.0).get(&task.run()).cloned();
        let parent = parent.as_ref().and_then(tracing::Span::id);
        let (name, number) = (task.info().name(), task.number());
        let place = task.info().location();
        let span = tracing::info_span!(parent: parent, "task", name, number, worker, %place);
        ENTERED.with_borrow_mut(|entered| entered.push((task.run(), number, span.entered())));
    }

    fn task_retried(&self, task: &Task<'_>, attempt: u32) {
        tracing::warn!(name = task.info().name(), attempt, "tried again");
    }

    fn task_suspended(&self, task: &Task<'_>, _: &Span) {
        leave(task);
    }

    fn task_finished(&self, task: &Task<'_>, _: &Span) {
        leave(task);
    }

    fn task_failed(&self, task: &Task<'_>, _: &Span, error: Option<&Error>) {
        if let Some(error) = error {
            tracing::error!(%error, "failed");
        } else {
            tracing::info!(name = task.info().name(), "ends its block");
        }
        leave(task);
    }

    fn run_finished(&self, run: u64, _: Instant) {
        lock(&self.0).remove(&run);
    }
}
