//! Recording a run.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use super::event::{Added, Run, Span, Task};
use super::record::{Entries, Entry, Facts, Joined, Record};
use super::{Observer, page, summary, trace};
use crate::Error;
use crate::graph::{Graph, Prediction, TaskState};
use crate::sync::{AtomicU64, Mutex, Ordering, lock};

/// Records a run: when each task ran, on which worker, and what it needed.
///
/// It is a handle: give a clone to [`ExecutorBuilder::observer`](crate::ExecutorBuilder::observer), and look at
/// your own when the run is over. `Display` is a summary. It keeps the run that started last; while that goes on, it shows
/// what has been done so far.
///
/// Values count as alive from the end of the task that makes them to the end of the last task that uses them, and those
/// that nothing in the run uses, to the end of the run.
///
/// # Examples
/// ```
/// use tembel::{Executor, Profile, delayed, gather};
///
/// #[delayed]
/// fn square(x: u64) -> u64 { x * x }
///
/// let profile = Profile::new();
/// let executor = Executor::builder().threads(2).observer(profile.clone()).build()?;
/// executor.compute(gather((0..10).map(square).collect::<Vec<_>>()));
///
/// let summary = profile.to_string();
/// assert!(summary.starts_with("11 tasks"));
/// println!("{summary}");
/// # Ok::<(), tembel::BuildError>(())
/// ```
#[derive(Clone, Default)]
pub struct Profile(Arc<Recorder>);

struct Recorder {
    origin: Instant,
    /// The run that is recorded.
    run: AtomicU64,
    facts: Mutex<Facts>,
    /// What workers note. Each has its own, up to this many.
    notes: [Notes; LANES],
}

const LANES: usize = 64;
const NO_RUN: u64 = u64::MAX;

/// Alone in its cache lines: two workers that note do not disturb each other.
#[derive(Default)]
#[repr(align(128))]
struct Notes(Mutex<Entries>);

impl Default for Recorder {
    fn default() -> Self {
        Recorder {
            origin: Instant::now(),
            run: AtomicU64::new(NO_RUN),
            facts: Mutex::default(),
            notes: std::array::from_fn(|_| Notes::default()),
        }
    }
}

impl Recorder {
    #[inline]
    fn nanos(&self, at: Instant) -> u64 {
        let since = at.saturating_duration_since(self.origin);
        since.as_secs() * 1_000_000_000 + u64::from(since.subsec_nanos())
    }

    fn records(&self, run: u64) -> bool {
        self.run.load(Ordering::Acquire) == run
    }

    #[inline]
    fn note(&self, task: &Task<'_>, span: &Span, state: TaskState) {
        if self.records(task.run()) {
            let entry = Entry {
                task: u32::try_from(task.number()).unwrap_or(u32::MAX),
                worker: u16::try_from(span.worker()).unwrap_or(u16::MAX),
                state,
                start: self.nanos(span.start()),
                end: self.nanos(span.end()),
            };
            lock(&self.notes[span.worker() % LANES].0).push(entry);
        }
    }

    fn record(&self) -> Record {
        let facts = lock(&self.facts);
        let now = self.nanos(Instant::now());
        let mut entries = Vec::new();
        for notes in &self.notes {
            lock(&notes.0).copy_to(&mut entries);
        }
        Record::of(&facts, entries, now)
    }
}

impl Observer for Profile {
    fn run_started(&self, run: &Run<'_>) {
        let mut facts = lock(&self.0.facts);
        *facts = Facts {
            workers: run.workers(),
            start: self.0.nanos(run.at()),
            joined: vec![Joined::of(run.tasks, None)],
            ..Facts::default()
        };
        for notes in &self.0.notes {
            lock(&notes.0).clear();
        }
        self.0.run.store(run.number(), Ordering::Release);
    }

    fn tasks_added(&self, added: &Added<'_>) {
        if self.0.records(added.run()) {
            let joined = Joined::of(added.tasks, Some((added.by(), added.until())));
            lock(&self.0.facts).joined.push(joined);
        }
    }

    fn task_retried(&self, task: &Task<'_>, _: u32) {
        if self.0.records(task.run()) {
            lock(&self.0.facts).retries += 1;
        }
    }

    fn task_suspended(&self, task: &Task<'_>, span: &Span) {
        self.0.note(task, span, TaskState::Running);
    }

    fn task_finished(&self, task: &Task<'_>, span: &Span) {
        self.0.note(task, span, TaskState::Done);
    }

    fn task_failed(&self, task: &Task<'_>, span: &Span, _: Option<&Error>) {
        self.0.note(task, span, TaskState::Failed);
    }

    fn task_skipped(&self, task: &Task<'_>) {
        if self.0.records(task.run()) {
            lock(&self.0.facts).skipped.push(task.number());
        }
    }

    fn run_finished(&self, run: u64, at: Instant) {
        if self.0.records(run) {
            lock(&self.0.facts).end = Some(self.0.nanos(at));
        }
    }
}

impl Profile {
    /// A profile that has not seen a run.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(tembel::Profile::new().to_string(), "no run was recorded\n");
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The graph that ran, with what each task [cost](Graph::cost), in seconds, and what [became](Graph::state) of it.
    ///
    /// A task that was suspended is in it twice: its work, and what it did when the deferred value was there.
    ///
    /// # Examples
    /// ```
    /// use tembel::{Delayed, Executor, Profile};
    ///
    /// let profile = Profile::new();
    /// let executor = Executor::builder().observer(profile.clone()).build()?;
    /// executor.compute(Delayed::new(|| 1).map(|x| x + 1));
    /// let graph = profile.graph();
    /// assert_eq!(graph.as_petgraph().node_count(), 2);
    /// assert!(graph.parallelism() <= 1.0);
    /// # Ok::<(), tembel::BuildError>(())
    /// ```
    #[must_use]
    pub fn graph(&self) -> Graph {
        self.0.record().graph
    }

    /// How long the run would take on so many workers: its tasks, with the times that they took, on a simulated clock.
    ///
    /// Tasks that slow each other down, because memory or a disk is shared, do so on more workers all the more: that is not
    /// in it. See [`Graph::simulate`] for the order in which tasks start.
    ///
    /// # Panics
    /// There are no workers.
    ///
    /// # Examples
    /// ```
    /// use tembel::{Delayed, Executor, Profile};
    ///
    /// let profile = Profile::new();
    /// let executor = Executor::builder().observer(profile.clone()).build()?;
    /// executor.compute(Delayed::new(|| 1).zip(Delayed::new(|| 2)));
    /// assert!(profile.predict(8).speed_up() <= 2.0);
    /// # Ok::<(), tembel::BuildError>(())
    /// ```
    #[must_use]
    pub fn predict(&self, workers: usize) -> Prediction {
        self.graph().simulate(workers)
    }

    /// [`predict`](Self::predict) for 1 to 256 workers: each number up to 16, then some.
    ///
    /// # Examples
    /// ```
    /// use tembel::{Delayed, Executor, Profile};
    ///
    /// let profile = Profile::new();
    /// let executor = Executor::builder().observer(profile.clone()).build()?;
    /// executor.compute(Delayed::new(|| 1));
    /// for prediction in profile.predict_curve() {
    ///     println!("{:3} workers: {:.2} times faster", prediction.workers(), prediction.speed_up());
    /// }
    /// # Ok::<(), tembel::BuildError>(())
    /// ```
    #[must_use]
    pub fn predict_curve(&self) -> Vec<Prediction> {
        self.graph().simulate_curve()
    }

    /// Writes the run as Chrome's trace-event JSON, which [Perfetto](https://ui.perfetto.dev) and `chrome://tracing` open.
    ///
    /// # Errors
    /// The file could not be written.
    ///
    /// # Examples
    /// ```
    /// use tembel::{Delayed, Executor, Profile};
    ///
    /// let profile = Profile::new();
    /// let executor = Executor::builder().observer(profile.clone()).build()?;
    /// executor.compute(Delayed::new(|| 1).named("one"));
    /// let path = std::env::temp_dir().join("tembel-trace.json");
    /// profile.write_trace(&path)?;
    /// assert!(std::fs::read_to_string(path)?.contains("\"one\""));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn write_trace(&self, path: impl AsRef<Path>) -> std::io::Result<()> {
        std::fs::write(path, trace::of(&self.0.record()))
    }

    /// Writes the run as a page: one file that needs no network, to be opened in a browser.
    ///
    /// It has the summary, when each worker ran which task (scroll to zoom, point to see), running tasks and live values over
    /// time, a table by name, what more workers would bring, and the graph, coloured by time.
    ///
    /// # Errors
    /// The file could not be written.
    ///
    /// # Examples
    /// ```
    /// use tembel::{Delayed, Executor, Profile};
    ///
    /// let profile = Profile::new();
    /// let executor = Executor::builder().observer(profile.clone()).build()?;
    /// executor.compute(Delayed::new(|| 1).named("one"));
    /// let path = std::env::temp_dir().join("tembel-page.html");
    /// profile.write_html(&path)?;
    /// assert!(std::fs::read_to_string(path)?.starts_with("<!doctype html>"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn write_html(&self, path: impl AsRef<Path>) -> std::io::Result<()> {
        std::fs::write(path, page::of(&self.0.record()))
    }
}

impl std::fmt::Display for Profile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        summary::write(&self.0.record(), f)
    }
}

impl std::fmt::Debug for Profile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let facts = lock(&self.0.facts);
        let tasks: usize = facts.joined.iter().map(Joined::len).sum();
        f.debug_struct("Profile")
            .field("tasks", &tasks)
            .field("over", &facts.end.is_some())
            .finish_non_exhaustive()
    }
}
