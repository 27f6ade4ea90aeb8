//! What can go wrong in a run.

mod borrow;
mod chain;
mod kind;
mod within;

use std::borrow::Cow;
use std::fmt;
use std::panic::Location;
use std::sync::Arc;

use crate::graph::TaskInfo;
use crate::or_fail::Failing;
use crate::store::{Payload, TaskRef};
use crate::sync::{Mutex, lock};
pub(crate) use borrow::Borrow;
pub(crate) use chain::{Chain, END};
pub use kind::ErrorKind;
use within::Within;
#[cfg(feature = "array")]
pub(crate) use within::within;

/// Why a value could not be computed.
///
/// `Display` says on one line what happened, to which task, and where that task was made. The alternate form, `{:#}`,
/// goes on with a line for each task through which the value was needed, and one for each cause of the cause.
///
/// # Examples
/// ```
/// use tembel::{Delayed, ErrorKind};
///
/// let bad = Delayed::<u32>::new(|| panic!("no luck")).named("draw");
/// let error = bad.map(|x| x + 1).try_compute().unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::Panicked);
/// assert!(error.to_string().starts_with("task `draw` ("));
/// assert!(error.to_string().ends_with(") panicked: no luck"));
/// assert!(format!("{error:#}").contains("\n  needed by `map` ("));
/// ```
#[derive(Clone)]
pub struct Error {
    cause: Arc<Cause>,
    chain: Arc<Chain>,
}

struct Cause {
    kind: ErrorKind,
    task: Cow<'static, str>,
    location: &'static Location<'static>,
    message: String,
    payload: Mutex<Option<Payload>>,
    source: Option<Source>,
    progress: Option<Progress>,
}

/// What a task gave in place of a value.
pub(crate) type Source = Box<dyn std::error::Error + Send + Sync>;

/// How far a run came that was stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Progress {
    pub(crate) done: usize,
    pub(crate) skipped: usize,
}

impl Error {
    fn new(kind: ErrorKind, task: TaskRef, message: String) -> Self {
        Self::of(Cause {
            kind,
            task: task.name(),
            location: task.location(),
            message,
            payload: Mutex::new(None),
            source: None,
            progress: None,
        })
    }

    fn of(cause: Cause) -> Self {
        Error {
            cause: Arc::new(cause),
            chain: Arc::default(),
        }
    }

    /// What a task threw.
    pub(crate) fn caught(task: TaskRef, payload: Payload) -> Self {
        let (place, payload) = match payload.downcast::<Within>() {
            Ok(within) => (Some(within.place), within.payload),
            Err(payload) => (None, payload),
        };
        let payload = match payload.downcast::<Failing>() {
            Ok(failing) => return Self::from(*failing),
            Err(payload) => payload,
        };
        match payload.downcast::<Error>() {
            // From a run inside of the task.
            Ok(error) => error.passed_on_by(task),
            Err(payload) => Self::panicked(task, place, payload),
        }
    }

    fn panicked(task: TaskRef, place: Option<String>, payload: Payload) -> Self {
        let mut message = message_of(&payload);
        if let Some(place) = place {
            message = format!("{message} ({place})");
        }
        let mut error = Self::new(ErrorKind::Panicked, task, message);
        if let Some(cause) = Arc::get_mut(&mut error.cause) {
            cause.payload = Mutex::new(Some(payload));
        }
        error
    }

    /// A task gave this in place of a value.
    pub(crate) fn failed(
        task: Cow<'static, str>,
        location: &'static Location<'static>,
        message: String,
        source: Option<Source>,
    ) -> Self {
        Self::of(Cause {
            kind: ErrorKind::Failed,
            task,
            location,
            message,
            payload: Mutex::new(None),
            source,
            progress: None,
        })
    }

    /// The task failed in another run, or was not started there, and that run reported why. Its kind is told of here too.
    pub(crate) fn failed_before(task: TaskRef) -> Self {
        let kind = ErrorKind::of_reason(task.reason());
        let message = match kind {
            ErrorKind::Cancelled | ErrorKind::TimedOut => {
                "another run was to make the value, and was stopped"
            }
            _ => "it, or a task that it needs, failed in an earlier run",
        };
        Self::new(kind, task, message.to_owned())
    }

    pub(crate) fn borrowed(borrow: &Borrow) -> Self {
        Self::of(Cause {
            kind: ErrorKind::Borrowed,
            task: borrow.value.clone().into(),
            location: borrow.value_at,
            message: borrow.to_string(),
            payload: Mutex::new(None),
            source: None,
            progress: None,
        })
    }

    /// The run that was to compute the value of `task` was stopped.
    pub(crate) fn stopped(kind: ErrorKind, task: TaskRef, progress: Progress) -> Self {
        let Progress { done, skipped } = progress;
        let tasks = if done == 1 { "task was" } else { "tasks were" };
        let message = format!("{done} {tasks} done, {skipped} not started");
        let mut error = Self::new(kind, task, message);
        if let Some(cause) = Arc::get_mut(&mut error.cause) {
            cause.progress = Some(progress);
        }
        error
    }

    /// The same failure, seen from the end of a longer chain.
    pub(crate) fn needed_by(&self, chain: Chain) -> Self {
        Error {
            cause: self.cause.clone(),
            chain: Arc::new(self.chain.then(chain)),
        }
    }

    /// The same failure, which another task has passed on as its own.
    pub(crate) fn passed_on_by(&self, task: TaskRef) -> Self {
        self.needed_by(Chain::new(vec![TaskInfo::of(task)], 0, Vec::new()))
    }

    /// Was the run stopped from outside?
    pub(crate) fn is_stop(&self) -> bool {
        matches!(self.kind(), ErrorKind::Cancelled | ErrorKind::TimedOut)
    }

    /// Is it of the task around a run as much as of the run? That a value is borrowed says that nothing was started there.
    fn may_be_passed_on(&self) -> bool {
        self.is_stop() || self.kind() == ErrorKind::Failed
    }

    /// What kind of failure it is.
    ///
    /// # Examples
    /// ```
    /// use tembel::{Delayed, ErrorKind};
    ///
    /// let error = Delayed::<()>::new(|| panic!()).try_compute().unwrap_err();
    /// assert_eq!(error.kind(), ErrorKind::Panicked);
    /// ```
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.cause.kind
    }

    /// The name of the task that panicked or failed, that makes the value which is borrowed, or whose value was asked for
    /// when the run was stopped.
    ///
    /// # Examples
    /// ```
    /// use tembel::Delayed;
    ///
    /// let error = Delayed::<()>::new(|| panic!()).named("step 3").try_compute().unwrap_err();
    /// assert_eq!(error.task(), "step 3");
    /// ```
    #[must_use]
    pub fn task(&self) -> &str {
        &self.cause.task
    }

    /// The call that made the task: `file:line:column`.
    ///
    /// # Examples
    /// ```
    /// let error = tembel::Delayed::<()>::new(|| panic!()).try_compute().unwrap_err();
    /// assert!(error.location().line() > 0);
    /// ```
    #[must_use]
    pub fn location(&self) -> &'static Location<'static> {
        self.cause.location
    }

    /// What the panic said, or the error that the task gave, in full.
    ///
    /// # Examples
    /// ```
    /// use tembel::Delayed;
    ///
    /// let error = Delayed::<()>::new(|| panic!("two\nlines")).try_compute().unwrap_err();
    /// assert_eq!(error.message(), "two\nlines");
    /// assert!(error.to_string().ends_with("panicked: two lines"));
    /// ```
    #[must_use]
    pub fn message(&self) -> &str {
        &self.cause.message
    }

    /// The tasks through which the value was needed: the first needs the one that failed, the last is the one that was asked
    /// for. Empty where that one failed itself. Of more than 64, the first and the last 32.
    ///
    /// # Examples
    /// ```
    /// use tembel::Delayed;
    ///
    /// let bad = Delayed::<u8>::new(|| panic!()).map(|x| x + 1).named("more").map(|x| x + 1).named("most");
    /// let error = bad.try_compute().unwrap_err();
    /// assert!(error.chain().map(|task| task.name()).eq(["more", "most"]));
    /// ```
    pub fn chain(&self) -> impl Iterator<Item = &TaskInfo> {
        self.chain.iter()
    }

    /// How long the [chain](Self::chain) is, with what is left out of it.
    ///
    /// # Examples
    /// ```
    /// use tembel::Delayed;
    ///
    /// let bad = (0..100).fold(Delayed::<u8>::new(|| panic!()), |x, _| x.map(|x| x));
    /// let error = bad.try_compute().unwrap_err();
    /// assert_eq!((error.chain_length(), error.chain().count()), (100, 64));
    /// ```
    #[must_use]
    pub fn chain_length(&self) -> usize {
        self.chain.all()
    }

    /// Of a run that was stopped: how many of its tasks were done. Others it had not come across yet: a dynamic task that
    /// is not started makes none. Attempts are not counted, but the task that makes them.
    ///
    /// # Examples
    /// See [`CancelToken`](crate::CancelToken).
    #[must_use]
    pub fn tasks_done(&self) -> Option<usize> {
        self.cause.progress.map(|progress| progress.done)
    }

    /// Of a run that was stopped: how many of its tasks were not started, because of that or because what they needed had
    /// failed. Tasks that failed themselves, and those that were stopped between two attempts, are neither among these nor
    /// among those that were done.
    ///
    /// # Examples
    /// See [`CancelToken`](crate::CancelToken).
    #[must_use]
    pub fn tasks_skipped(&self) -> Option<usize> {
        self.cause.progress.map(|progress| progress.skipped)
    }

    /// What `compute` does where `try_compute` gives an error: the task's own panic goes on, others start here.
    #[track_caller]
    pub(crate) fn resume(self) -> ! {
        let payload = lock(&self.cause.payload).take();
        match payload {
            Some(payload) => std::panic::resume_unwind(payload),
            // The task around it fails with this error: with its kind, its source, and a chain that goes on.
            None if self.may_be_passed_on() && crate::schedule::inside_a_task() => {
                std::panic::resume_unwind(Box::new(self))
            }
            None => panic!("{self}"),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Cause { task, location, .. } = &*self.cause;
        match self.kind() {
            ErrorKind::Panicked => write!(f, "task `{task}` ({location}) panicked: ")?,
            ErrorKind::Failed => write!(f, "task `{task}` ({location}) failed: ")?,
            ErrorKind::Borrowed => {}
            ErrorKind::Cancelled => write!(f, "computing `{task}` ({location}) was cancelled: ")?,
            ErrorKind::TimedOut => write!(f, "computing `{task}` ({location}) took too long: ")?,
        }
        write_line(f, self.message())?;
        if !f.alternate() {
            return Ok(());
        }
        self.chain.write(f)?;
        let mut cause = std::error::Error::source(self).and_then(std::error::Error::source);
        while let Some(error) = cause {
            f.write_str("\n  because: ")?;
            write_line(f, &error.to_string())?;
            cause = error.source();
        }
        Ok(())
    }
}

/// Writes a text as one line.
fn write_line(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    for (number, line) in lines.enumerate() {
        if number > 0 {
            f.write_str(" ")?;
        }
        f.write_str(line)?;
    }
    Ok(())
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("Error");
        out.field("kind", &self.kind())
            .field("task", &self.task())
            .field("location", &format_args!("{}", self.location()))
            .field("message", &self.message());
        out.finish_non_exhaustive()
    }
}

impl std::error::Error for Error {
    /// What a task gave to [`or_fail`](crate::Delayed::or_fail); it can be downcast.
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        let source = self.cause.source.as_deref()?;
        Some(source)
    }
}

/// What a panic says, where it says it in words.
fn message_of(payload: &Payload) -> String {
    if let Some(text) = payload.downcast_ref::<&str>() {
        (*text).to_owned()
    } else if let Some(text) = payload.downcast_ref::<String>() {
        text.clone()
    } else {
        "a value that is not text".to_owned()
    }
}
