//! The kinds of errors, and how a record keeps one.

/// The kinds of [`Error`](crate::Error).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A task panicked, in this run or in an earlier one.
    Panicked,
    /// A task gave an `Err` or a `None` to [`or_fail`](crate::Delayed::or_fail), in this run or in an earlier one.
    Failed,
    /// A value would have been taken that a task outside of the run still has to read. Nothing was started.
    Borrowed,
    /// The run's [`CancelToken`](crate::CancelToken) was cancelled before all tasks had started; or that of another run, which
    /// was to make a value that is needed here too.
    Cancelled,
    /// The run's [`timeout`](crate::ExecutorBuilder::timeout) was over before all tasks had started; or that of another
    /// run, as above.
    TimedOut,
}

impl ErrorKind {
    /// As a record keeps it of its task. A value that is borrowed is so in one run: in another, its task just has none.
    pub(crate) fn to_reason(self) -> u8 {
        match self {
            ErrorKind::Panicked | ErrorKind::Borrowed => 0,
            ErrorKind::Failed => 1,
            ErrorKind::Cancelled => 2,
            ErrorKind::TimedOut => 3,
        }
    }

    /// The kind that a record keeps so.
    pub(super) fn of_reason(reason: u8) -> Self {
        match reason {
            1 => ErrorKind::Failed,
            2 => ErrorKind::Cancelled,
            3 => ErrorKind::TimedOut,
            _ => ErrorKind::Panicked,
        }
    }
}
