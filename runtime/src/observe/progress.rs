//! How far a run is.

use std::fmt;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Observer;
use super::event::{Added, Run, Span, Task};
use crate::Error;
use crate::sync::{Mutex, lock};

/// A bar that shows how far a run is: tasks done, tasks in all, rate, time left, and the task that started last.
///
/// It is drawn on the terminal, on standard error, and nowhere where that is none. For another place to show it, see
/// [`Progress::to`]. It is of the feature `progress`. Give each executor its own.
///
/// # Examples
/// ```
/// use tembel::{Delayed, Executor, Progress, gather};
///
/// let executor = Executor::builder().observer(Progress::new()).build()?;
/// let tasks: Vec<_> = (0..100).map(|i| Delayed::new(move || i)).collect();
/// executor.compute(gather(tasks));
/// # Ok::<(), tembel::BuildError>(())
/// ```
pub struct Progress {
    state: Mutex<State>,
    sink: Sink,
}

enum Sink {
    Bar(ProgressBar),
    Call(Box<dyn Fn(&Step) + Send + Sync>),
}

#[derive(Default)]
struct State {
    step: Step,
    run: Option<u64>,
    start: Option<Instant>,
    shown: Option<Instant>,
}

/// It is shown at most once in this time.
const PAUSE: Duration = Duration::from_millis(50);

/// How far a run is at a moment.
///
/// # Examples
/// ```
/// use tembel::observe::Step;
///
/// fn line(step: &Step) -> String {
///     format!("{} of {}: {}", step.done(), step.total(), step.task())
/// }
/// ```
#[derive(Clone, Debug, Default)]
pub struct Step {
    done: usize,
    total: usize,
    failed: usize,
    elapsed: Duration,
    task: String,
    over: bool,
}

impl Step {
    /// Tasks that are done, failed or skipped.
    #[must_use]
    pub fn done(&self) -> usize {
        self.done
    }

    /// Tasks in all, as far as they are known: a task may make more.
    #[must_use]
    pub fn total(&self) -> usize {
        self.total
    }

    /// Tasks that failed.
    #[must_use]
    pub fn failed(&self) -> usize {
        self.failed
    }

    /// The time since the run started.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.elapsed
    }

    /// The name of the task that started last. Empty before the first.
    #[must_use]
    pub fn task(&self) -> &str {
        &self.task
    }

    /// Is the run over?
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.over
    }

    /// Tasks done in a second. Zero as long as no time has passed.
    #[must_use]
    #[expect(
        clippy::cast_precision_loss,
        reason = "a rate does not need the last task"
    )]
    pub fn rate(&self) -> f64 {
        let seconds = self.elapsed.as_secs_f64();
        if seconds > 0.0 {
            self.done as f64 / seconds
        } else {
            0.0
        }
    }

    /// The time that the other tasks take if they take as long as those that are done.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "it is a guess")]
    pub fn time_left(&self) -> Option<Duration> {
        let left = self.total.saturating_sub(self.done) as f64 / self.rate();
        Duration::try_from_secs_f64(left).ok()
    }
}

impl Default for Progress {
    fn default() -> Self {
        Self::new()
    }
}

impl Progress {
    /// A bar on the terminal.
    ///
    /// # Examples
    /// ```
    /// let executor = tembel::Executor::builder().observer(tembel::Progress::new()).build()?;
    /// assert_eq!(executor.compute(tembel::Delayed::new(|| 1)), 1);
    /// # Ok::<(), tembel::BuildError>(())
    /// ```
    #[must_use]
    pub fn new() -> Self {
        const LOOK: &str =
            "{bar:30.cyan/blue} {human_pos}/{human_len} {per_sec} {eta} left  {wide_msg}";
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        if let Ok(style) = ProgressStyle::with_template(LOOK) {
            bar.set_style(style);
        }
        Progress {
            state: Mutex::default(),
            sink: Sink::Bar(bar),
        }
    }

    /// Calls a function, at most twenty times a second, and once at the end.
    ///
    /// # Examples
    /// ```
    /// use std::sync::{Arc, Mutex};
    /// use tembel::{Delayed, Executor, Progress};
    ///
    /// let last = Arc::new(Mutex::new(String::new()));
    /// let to = last.clone();
    /// let progress = Progress::to(move |step| *to.lock().unwrap() = format!("{}/{}", step.done(), step.total()));
    /// let executor = Executor::builder().observer(progress).build()?;
    /// executor.compute(Delayed::new(|| 1).map(|x| x + 1));
    /// assert_eq!(*last.lock().unwrap(), "2/2");
    /// # Ok::<(), tembel::BuildError>(())
    /// ```
    #[must_use]
    pub fn to(show: impl Fn(&Step) + Send + Sync + 'static) -> Self {
        Progress {
            state: Mutex::default(),
            sink: Sink::Call(Box::new(show)),
        }
    }

    /// Changes what is known of a run, and shows it if that was not done just now.
    fn change(&self, run: u64, at: Option<Instant>, change: impl FnOnce(&mut Step)) {
        let mut state = lock(&self.state);
        if state.run != Some(run) {
            return;
        }
        change(&mut state.step);
        let Some(at) = at else { return };
        if let Some(start) = state.start {
            state.step.elapsed = at.saturating_duration_since(start);
        }
        let recently = |shown: Instant| at.saturating_duration_since(shown) < PAUSE;
        if state.step.over || !state.shown.is_some_and(recently) {
            state.shown = Some(at);
            self.show(&state.step);
        }
    }

    fn show(&self, step: &Step) {
        match &self.sink {
            Sink::Call(show) => show(step),
            Sink::Bar(bar) => {
                bar.set_length(step.total as u64);
                bar.set_position(step.done as u64);
                if !step.over {
                    bar.set_message(step.task.clone());
                } else if step.failed == 0 {
                    bar.finish_with_message("done");
                } else {
                    bar.abandon_with_message(format!("{} failed", step.failed));
                }
            }
        }
    }
}

impl Observer for Progress {
    fn run_started(&self, run: &Run<'_>) {
        *lock(&self.state) = State {
            run: Some(run.number()),
            start: Some(run.at()),
            ..State::default()
        };
        if let Sink::Bar(bar) = &self.sink {
            bar.reset();
        }
        self.change(run.number(), Some(run.at()), |step| {
            step.total = run.tasks().len();
        });
    }

    fn tasks_added(&self, added: &Added<'_>) {
        self.change(added.run(), None, |step| {
            step.total += added.tasks().len();
            // Another one waits in its place.
            step.done += usize::from(added.by() != added.until());
        });
    }

    fn task_started(&self, task: &Task<'_>, _: usize, at: Instant) {
        self.change(task.run(), Some(at), |step| {
            step.task.clear();
            step.task.push_str(task.info().name());
        });
    }

    fn task_finished(&self, task: &Task<'_>, span: &Span) {
        self.change(task.run(), Some(span.end()), |step| step.done += 1);
    }

    fn task_failed(&self, task: &Task<'_>, span: &Span, _: Option<&Error>) {
        self.change(task.run(), Some(span.end()), |step| {
            step.done += 1;
            step.failed += 1;
        });
    }

    fn task_skipped(&self, task: &Task<'_>) {
        self.change(task.run(), None, |step| step.done += 1);
    }

    fn run_finished(&self, run: u64, at: Instant) {
        self.change(run, Some(at), |step| step.over = true);
    }
}

impl fmt::Debug for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Progress")
            .field("step", &lock(&self.state).step)
            .finish_non_exhaustive()
    }
}
