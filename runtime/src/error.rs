//! What can go wrong in a run.

use std::fmt;
use std::panic::Location;
use std::sync::Arc;

use crate::store::{Payload, TaskRef};
use crate::sync::{Mutex, lock};

/// Why a value could not be computed.
///
/// `Display` says on one line what happened, to which task, and where that task was made.
///
/// # Examples
/// ```
/// use tembel::{Delayed, ErrorKind};
///
/// let error = Delayed::<()>::new(|| panic!("no luck")).try_compute().unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::Panicked);
/// assert!(error.to_string().contains("no luck"));
/// ```
#[derive(Clone)]
pub struct Error {
    kind: ErrorKind,
    task: Arc<str>,
    location: &'static Location<'static>,
    message: Arc<str>,
    payload: Option<Arc<Mutex<Option<Payload>>>>,
}

/// The kinds of [`Error`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A task panicked, in this run or in an earlier one.
    Panicked,
    /// A value would have been taken that a task outside of the run still has to read. Nothing was started.
    Borrowed,
}

impl Error {
    pub(crate) fn panicked(task: TaskRef, payload: Payload) -> Self {
        let message = message_of(&payload);
        Error {
            kind: ErrorKind::Panicked,
            task: task.name().into(),
            location: task.location(),
            message: message.into(),
            payload: Some(Arc::new(Mutex::new(Some(payload)))),
        }
    }

    /// The task failed in a run before, which reported why.
    pub(crate) fn failed_before(task: TaskRef) -> Self {
        Error {
            kind: ErrorKind::Panicked,
            task: task.name().into(),
            location: task.location(),
            message: "it, or a task that it needs, failed in an earlier run".into(),
            payload: None,
        }
    }

    pub(crate) fn borrowed(borrow: &Borrow) -> Self {
        Error {
            kind: ErrorKind::Borrowed,
            task: borrow.value.as_str().into(),
            location: borrow.value_at,
            message: borrow.to_string().into(),
            payload: None,
        }
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
        self.kind
    }

    /// The name of the task that panicked, or that makes the value which is borrowed.
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
        &self.task
    }

    /// The call that made the task.
    ///
    /// # Examples
    /// ```
    /// let error = tembel::Delayed::<()>::new(|| panic!()).try_compute().unwrap_err();
    /// assert!(error.location().line() > 0);
    /// ```
    #[must_use]
    pub fn location(&self) -> &'static Location<'static> {
        self.location
    }

    /// What `compute` does where `try_compute` gives an error: the task's own panic goes on, others start here.
    #[track_caller]
    pub(crate) fn resume(self) -> ! {
        let payload = self
            .payload
            .as_ref()
            .and_then(|payload| lock(payload).take());
        match payload {
            Some(payload) => std::panic::resume_unwind(payload),
            None => panic!("{self}"),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            ErrorKind::Panicked => write!(
                f,
                "task `{}` ({}) panicked: {}",
                self.task, self.location, self.message
            ),
            ErrorKind::Borrowed => f.write_str(&self.message),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("Error");
        out.field("kind", &self.kind)
            .field("task", &self.task)
            .field("location", &format_args!("{}", self.location));
        out.field("message", &self.message).finish_non_exhaustive()
    }
}

impl std::error::Error for Error {}

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

/// A value that would be taken from under its readers.
#[derive(Debug)]
pub(crate) struct Borrow {
    value: String,
    value_at: &'static Location<'static>,
    taker: Option<(String, &'static Location<'static>)>,
    readers: u32,
}

impl Borrow {
    /// `taker` is the task that takes or changes the value of `value`, or nobody where it is asked for itself.
    pub(crate) fn new(value: TaskRef, taker: Option<TaskRef>, readers: u32) -> Self {
        let taker = taker.map(|task| (task.name().into_owned(), task.location()));
        Borrow {
            value: value.name().into_owned(),
            value_at: value.location(),
            taker,
            readers,
        }
    }
}

impl fmt::Display for Borrow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Borrow {
            value,
            value_at,
            taker,
            readers,
        } = self;
        write!(f, "the value of `{value}` ({value_at}) is borrowed: ")?;
        match taker {
            Some((taker, taker_at)) => write!(f, "`{taker}` ({taker_at}) takes or changes it")?,
            None => f.write_str("`compute` gives it away")?,
        }
        match readers {
            1 => f.write_str(", but 1 task that still has to read it is not part of this run. ")?,
            _ => write!(
                f,
                ", but {readers} tasks that still have to read it are not part of this run. "
            )?,
        }
        let taken = taker.as_ref().map_or(value, |(taker, _)| taker);
        write!(
            f,
            "Compute them together (`compute((reader, {taken}))`), drop the reader's handle before, \
             give the taker a clone where there is one (`x.clone()`), or look at the value without taking it (`x.force()`)"
        )
    }
}
