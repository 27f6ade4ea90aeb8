//! What observers are told.

use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::graph::{Access, TaskInfo};

/// A run that is about to start.
///
/// # Examples
/// ```
/// use tembel::observe::{Observer, Run};
///
/// struct Print;
///
/// impl Observer for Print {
///     fn run_started(&self, run: &Run<'_>) {
///         println!("{} tasks for {} workers", run.tasks().len(), run.workers());
///     }
/// }
/// ```
#[derive(Debug)]
pub struct Run<'a> {
    pub(crate) number: u64,
    pub(crate) workers: usize,
    pub(crate) at: Instant,
    pub(crate) tasks: &'a Tasks,
}

/// Tasks that join a run together, and the edges between them.
#[derive(Debug)]
pub(crate) struct Tasks {
    /// The number of the first one.
    pub(crate) first: usize,
    pub(crate) infos: Arc<[TaskInfo]>,
    pub(crate) edges: Arc<[(u32, u32, Access)]>,
}

impl Tasks {
    fn edges(&self) -> impl Iterator<Item = (usize, usize, Access)> {
        let number = |index: u32| self.first + index as usize;
        let edges = self.edges.iter();
        edges.map(move |&(from, to, access)| (number(from), number(to), access))
    }
}

impl Run<'_> {
    /// The number of the run, which no other run of the program has.
    #[must_use]
    pub fn number(&self) -> u64 {
        self.number
    }

    /// How many workers it may have.
    #[must_use]
    pub fn workers(&self) -> usize {
        self.workers
    }

    /// When it starts.
    #[must_use]
    pub fn at(&self) -> Instant {
        self.at
    }

    /// Its tasks. A task's [number](Task::number) is its place here.
    #[must_use]
    pub fn tasks(&self) -> &[TaskInfo] {
        &self.tasks.infos
    }

    /// Which task needs which: the number of the earlier one, that of the later one, and how its value is used.
    pub fn edges(&self) -> impl Iterator<Item = (usize, usize, Access)> {
        self.tasks.edges()
    }
}

/// Tasks that join a run while it goes on.
#[derive(Debug)]
pub struct Added<'a> {
    pub(crate) run: u64,
    pub(crate) by: usize,
    pub(crate) until: usize,
    pub(crate) tasks: &'a Tasks,
}

impl Added<'_> {
    /// The number of the run.
    #[must_use]
    pub fn run(&self) -> u64 {
        self.run
    }

    /// The number of the task whose work made them.
    #[must_use]
    pub fn by(&self) -> usize {
        self.by
    }

    /// The number of the task that waits for the last of them: the one that made them, or, where that was the last of such
    /// tasks itself, the one that waits for it; then the one that made them does not start again.
    #[must_use]
    pub fn until(&self) -> usize {
        self.until
    }

    /// The number of the first one; the others follow.
    #[must_use]
    pub fn first(&self) -> usize {
        self.tasks.first
    }

    /// The tasks.
    #[must_use]
    pub fn tasks(&self) -> &[TaskInfo] {
        &self.tasks.infos
    }

    /// As [`Run::edges`].
    pub fn edges(&self) -> impl Iterator<Item = (usize, usize, Access)> {
        self.tasks.edges()
    }
}

/// A task of a run.
///
/// # Examples
/// ```
/// use tembel::observe::{Observer, Task};
///
/// struct Print;
///
/// impl Observer for Print {
///     fn task_ready(&self, task: &Task<'_>) {
///         println!("{}: {}", task.number(), task.info());
///     }
/// }
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Task<'a> {
    pub(crate) run: u64,
    pub(crate) number: usize,
    pub(crate) info: &'a TaskInfo,
}

impl<'a> Task<'a> {
    /// The number of its run.
    #[must_use]
    pub fn run(&self) -> u64 {
        self.run
    }

    /// Its number in the run.
    #[must_use]
    pub fn number(&self) -> usize {
        self.number
    }

    /// What it is called, and where it was made.
    #[must_use]
    pub fn info(&self) -> &'a TaskInfo {
        self.info
    }
}

/// When a task ran, and which worker ran it.
///
/// Workers are numbered from zero, and no worker runs two tasks of a run at the same time. A task that follows another one on
/// a worker that works alone starts, by the clock, when that one ends: a span then has the tenth of a microsecond in it that
/// it took to find the task and to tell observers.
///
/// # Examples
/// ```
/// use tembel::observe::{Observer, Span, Task};
///
/// struct Slow;
///
/// impl Observer for Slow {
///     fn task_finished(&self, task: &Task<'_>, span: &Span) {
///         if span.duration().as_secs() > 1 {
///             println!("{} took {:?} on worker {}", task.info(), span.duration(), span.worker());
///         }
///     }
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub(crate) worker: usize,
    pub(crate) start: Instant,
    pub(crate) end: Instant,
}

impl Span {
    /// The worker's number.
    #[must_use]
    pub fn worker(&self) -> usize {
        self.worker
    }

    /// When it started.
    #[must_use]
    pub fn start(&self) -> Instant {
        self.start
    }

    /// When it ended.
    #[must_use]
    pub fn end(&self) -> Instant {
        self.end
    }

    /// The time between.
    #[must_use]
    pub fn duration(&self) -> Duration {
        self.end - self.start
    }
}
