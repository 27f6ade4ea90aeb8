//! The observers of a run, as the schedule calls them.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Instant;

use super::Observer;
use super::event::{Added, Run, Span, Task, Tasks};
use crate::graph::TaskInfo;
use crate::sync::{AtomicU64, AtomicUsize, Mutex, Ordering, global, lock};

/// Who looks at a run. Nobody costs nothing.
#[derive(Clone, Default)]
pub(crate) struct Observers(Option<Arc<[Arc<dyn Observer>]>>);

impl Observers {
    /// One more.
    pub(crate) fn with(&self, observer: Arc<dyn Observer>) -> Self {
        let before = self.0.iter().flat_map(|all| all.iter().cloned());
        Observers(Some(before.chain([observer]).collect()))
    }

    pub(crate) fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |all| all.len())
    }
}

/// The observers of one run.
pub(crate) struct Observed {
    observers: Arc<[Arc<dyn Observer>]>,
    pub(crate) number: u64,
    workers: usize,
    /// How many tasks have joined the run.
    tasks: AtomicUsize,
    /// Which workers' numbers are taken.
    taken: Mutex<Vec<bool>>,
}

impl std::fmt::Debug for Observed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Observed")
            .field("number", &self.number)
            .finish_non_exhaustive()
    }
}

impl Observed {
    /// `None` where nobody looks.
    pub(crate) fn new(observers: &Observers, workers: usize) -> Option<Self> {
        global! {
            static RUNS: AtomicU64 = AtomicU64::new(0);
        }
        observers.0.as_ref().map(|all| Observed {
            observers: all.clone(),
            number: RUNS.fetch_add(1, Ordering::Relaxed),
            workers,
            tasks: AtomicUsize::new(0),
            taken: Mutex::default(),
        })
    }

    /// Calls a hook of all observers.
    #[inline]
    fn each(&self, hook: impl Fn(&dyn Observer)) {
        for observer in &*self.observers {
            // A worker that unwinds would leave the run without an end.
            let Err(payload) = catch_unwind(AssertUnwindSafe(|| hook(&**observer))) else {
                continue;
            };
            if let Err(worse) = catch_unwind(AssertUnwindSafe(|| drop(payload))) {
                std::mem::forget(worse);
            }
        }
    }

    /// The number of the first of so many tasks that join the run.
    pub(crate) fn join(&self, tasks: usize) -> usize {
        self.tasks.fetch_add(tasks, Ordering::Relaxed)
    }

    fn task<'t>(&self, tasks: &'t Tasks, index: u32) -> Task<'t> {
        let info: &TaskInfo = &tasks.infos[index as usize];
        Task {
            run: self.number,
            number: tasks.first + index as usize,
            info,
        }
    }

    pub(crate) fn run_started(&self, tasks: &Tasks) {
        let run = Run {
            number: self.number,
            workers: self.workers,
            at: Instant::now(),
            tasks,
        };
        self.each(|observer| observer.run_started(&run));
    }

    pub(crate) fn tasks_added(&self, by: usize, until: usize, tasks: &Tasks) {
        let added = Added {
            run: self.number,
            by,
            until,
            tasks,
        };
        self.each(|observer| observer.tasks_added(&added));
    }

    pub(crate) fn ready(&self, tasks: &Tasks, index: u32) {
        let task = self.task(tasks, index);
        self.each(|observer| observer.task_ready(&task));
    }

    pub(crate) fn started(&self, tasks: &Tasks, index: u32, worker: usize, at: Instant) {
        let task = self.task(tasks, index);
        self.each(|observer| observer.task_started(&task, worker, at));
    }

    pub(crate) fn ended(&self, tasks: &Tasks, index: u32, span: &Span, outcome: Outcome<'_>) {
        let task = self.task(tasks, index);
        self.each(|observer| match outcome {
            Outcome::Finished => observer.task_finished(&task, span),
            Outcome::Suspended => observer.task_suspended(&task, span),
            Outcome::Failed(error) => observer.task_failed(&task, span, error),
            Outcome::Skipped => observer.task_skipped(&task),
        });
    }

    pub(crate) fn retried(&self, tasks: &Tasks, index: u32, attempt: u32) {
        let task = self.task(tasks, index);
        self.each(|observer| observer.task_retried(&task, attempt));
    }

    pub(crate) fn run_finished(&self) {
        let at = Instant::now();
        self.each(|observer| observer.run_finished(self.number, at));
    }

    /// The lowest worker's number that is free.
    pub(crate) fn sit(&self) -> usize {
        let mut taken = lock(&self.taken);
        let free = taken.iter().position(|taken| !taken);
        let worker = free.unwrap_or_else(|| {
            taken.push(true);
            taken.len() - 1
        });
        taken[worker] = true;
        worker
    }

    /// Gives a worker's number back.
    pub(crate) fn stand_up(&self, worker: usize) {
        lock(&self.taken)[worker] = false;
    }
}

/// What became of a task.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Outcome<'e> {
    Finished,
    Suspended,
    Failed(Option<&'e crate::Error>),
    Skipped,
}
