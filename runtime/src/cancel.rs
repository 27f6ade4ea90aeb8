//! Stopping a run from outside of it.

use std::sync::Arc;

use crate::sync::{AtomicUsize, Ordering};

/// Stops runs: those of every [`Executor`](crate::Executor) that it was [given to](crate::ExecutorBuilder::cancel_token).
///
/// A run that is cancelled starts no more tasks. It returns when those that are at work have ended, with an
/// [`Error`](crate::Error) of kind [`Cancelled`](crate::ErrorKind::Cancelled) in the place of every value, and never with a
/// part of them; what was made so far is dropped. If all tasks have started already, the run ends as if nothing had
/// happened. A task that takes long can look at [`is_cancelled`].
///
/// Clones are the same token. A token stays cancelled, so runs that begin later stop before their first task, until it is
/// [reset](Self::reset).
///
/// # Examples
/// ```
/// use tembel::{CancelToken, Delayed, ErrorKind, Executor};
///
/// let token = CancelToken::new();
/// let executor = Executor::builder().threads(2).cancel_token(token.clone()).build()?;
///
/// let first = Delayed::new(move || token.cancel()); // as a handler of Ctrl-C would, on another thread
/// let error = executor.try_compute(first.map(|()| 1).map(|x| x + 1)).unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::Cancelled);
/// assert_eq!((error.tasks_done(), error.tasks_skipped()), (Some(1), Some(2)));
/// # Ok::<(), tembel::BuildError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct CancelToken(Arc<AtomicUsize>);

/// Whether it is cancelled; the other bits count how often it was reset.
const CANCELLED: usize = 1;

impl CancelToken {
    /// A token that is not cancelled.
    ///
    /// # Examples
    /// ```
    /// assert!(!tembel::CancelToken::new().is_cancelled());
    /// ```
    #[must_use]
    pub fn new() -> Self {
        CancelToken::default()
    }

    /// Stops all runs that the token belongs to.
    ///
    /// It changes one atomic and does nothing else, so it may be called from anywhere: from another thread, from inside of
    /// a task, from a signal handler.
    ///
    /// # Examples
    /// ```
    /// let token = tembel::CancelToken::new();
    /// let other = token.clone();
    /// std::thread::spawn(move || other.cancel()).join().unwrap();
    /// assert!(token.is_cancelled());
    /// ```
    pub fn cancel(&self) {
        self.0.fetch_or(CANCELLED, Ordering::Release);
    }

    /// Is it cancelled?
    ///
    /// # Examples
    /// ```
    /// let token = tembel::CancelToken::new();
    /// token.cancel();
    /// assert!(token.is_cancelled());
    /// ```
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Acquire) & CANCELLED != 0
    }

    /// Makes it a token that is not cancelled again. Runs that began before it was cancelled stop all the same.
    ///
    /// # Examples
    /// ```
    /// use tembel::{CancelToken, Delayed, Executor};
    ///
    /// let token = CancelToken::new();
    /// let executor = Executor::builder().cancel_token(token.clone()).build()?;
    /// token.cancel();
    /// assert!(executor.try_compute(Delayed::new(|| 1)).is_err());
    /// token.reset();
    /// assert_eq!(executor.compute(Delayed::new(|| 1)), 1);
    /// # Ok::<(), tembel::BuildError>(())
    /// ```
    pub fn reset(&self) {
        let next = |state| (state & CANCELLED != 0).then_some((state | CANCELLED) + 1);
        let _ = self
            .0
            .fetch_update(Ordering::AcqRel, Ordering::Acquire, next);
    }
}

/// A token as a run sees it, which began with it.
#[derive(Clone, Debug)]
pub(crate) struct Watched {
    token: CancelToken,
    /// Its state when the run began, if it was not cancelled.
    began: usize,
}

impl Watched {
    pub(crate) fn new(token: &CancelToken) -> Self {
        let began = token.0.load(Ordering::Acquire) & !CANCELLED;
        Watched {
            token: token.clone(),
            began,
        }
    }

    /// Was it cancelled since, whether or not it was reset after that?
    pub(crate) fn is_cancelled(&self) -> bool {
        self.token.0.load(Ordering::Acquire) != self.began
    }
}

/// Is the run to stop whose task is at work on this thread?
///
/// True once the run's [`CancelToken`] is cancelled or its [`timeout`](crate::ExecutorBuilder::timeout) is over, or that of
/// a run around it: a run that a task starts stops with the run of that task. False outside of tasks, and on the threads
/// on which a task does parallel work of its own: look before that, or give it a clone of the token.
///
/// # Examples
/// ```
/// use tembel::{CancelToken, Delayed, Executor, is_cancelled};
///
/// let token = CancelToken::new();
/// let executor = Executor::builder().cancel_token(token.clone()).build()?;
/// let rounds = Delayed::new(|| {
///     for round in 0..1_000_000 {
///         if is_cancelled() {
///             return round; // nobody will see it, unless it is the last task of the run
///         }
///         if round == 10 {
///             token.cancel();
///         }
///     }
///     1_000_000
/// });
/// assert_eq!(executor.compute(rounds), 11);
/// # Ok::<(), tembel::BuildError>(())
/// ```
#[must_use]
pub fn is_cancelled() -> bool {
    crate::schedule::is_stopping()
}
