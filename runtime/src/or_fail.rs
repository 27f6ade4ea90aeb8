//! Deferred `Result`s and `Option`s: failing the run, and going on with what is in them.

use std::borrow::Cow;
use std::panic::{Location, resume_unwind};

use crate::Delayed;
use crate::build::task;
use crate::error::{Error, Source};
use crate::graph::{Info, Kind};

/// What a task throws that has no value to go on with.
pub(crate) struct Failing {
    task: Cow<'static, str>,
    location: &'static Location<'static>,
    message: String,
    source: Option<Source>,
}

/// Fails the run in the middle of a task, with the error that it is about.
pub(crate) fn fail(
    task: impl Into<Cow<'static, str>>,
    location: &'static Location<'static>,
    error: impl Into<Source>,
) -> ! {
    let source = error.into();
    resume_unwind(Box::new(Failing {
        task: task.into(),
        location,
        // Here, where a `Display` that panics is a panic of the task.
        message: source.to_string(),
        source: Some(source),
    }))
}

impl From<Failing> for Error {
    fn from(failing: Failing) -> Self {
        let Failing {
            task,
            location,
            message,
            source,
        } = failing;
        Error::failed(task, location, message, source)
    }
}

const fn or_fail() -> Info {
    Info::new("or_fail", Kind::Map).light()
}

impl<'a, T: Send + 'a, E: Send + 'a> Delayed<'a, Result<T, E>> {
    /// The value of an `Ok`; an `Err` fails the run.
    ///
    /// [`try_compute`](Self::try_compute) gives then an [`Error`] of kind [`Failed`](crate::ErrorKind::Failed), which names
    /// the task that gave the `Err`; its `source()` is that error, and can be downcast. [`compute`](Self::compute) panics.
    /// Whatever does not need the value is computed all the same.
    ///
    /// # Examples
    /// ```
    /// use std::num::ParseIntError;
    /// use tembel::{Delayed, ErrorKind, delayed, try_compute};
    ///
    /// #[delayed]
    /// fn parse(text: &str) -> Result<i32, ParseIntError> { text.parse() }
    ///
    /// let sums = ["1", "x", "3"].map(|text| parse(text).or_fail().map(|x| x + 1));
    /// let [one, x, three] = try_compute(sums);
    /// assert_eq!((one?, three?), (2, 4));
    /// let error = x.unwrap_err();
    /// assert_eq!((error.kind(), error.task()), (ErrorKind::Failed, "parse"));
    /// let source = std::error::Error::source(&error).unwrap();
    /// assert!(source.downcast_ref::<ParseIntError>().is_some());
    /// # Ok::<(), tembel::Error>(())
    /// ```
    #[track_caller]
    pub fn or_fail(self) -> Delayed<'a, T>
    where
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let (name, location) = (self.edge().task().name(), self.edge().task().location());
        task(or_fail, (self.into_argument(),), move |(result,)| {
            result.unwrap_or_else(|error| fail(name, location, error))
        })
    }

    /// The same with another error, as [`Result::map_err`].
    ///
    /// # Examples
    /// ```
    /// use tembel::Delayed;
    ///
    /// let month = Delayed::new(|| "13".parse::<u8>().map_err(|_| "no number").and_then(|m| (m < 13).then_some(m).ok_or("no month")));
    /// let error = month.map_err(|why| format!("2013-13: {why}")).or_fail().try_compute().unwrap_err();
    /// assert_eq!(error.message(), "2013-13: no month");
    /// ```
    #[track_caller]
    pub fn map_err<F: Send + 'a>(
        self,
        work: impl FnOnce(E) -> F + Send + 'a,
    ) -> Delayed<'a, Result<T, F>> {
        let info = || Info::new("map_err", Kind::Map);
        task(info, (self.into_argument(),), |(result,)| {
            result.map_err(work)
        })
    }

    /// The same with another value, as [`Result::map`].
    ///
    /// # Examples
    /// ```
    /// use tembel::Delayed;
    ///
    /// let length = Delayed::new(|| std::fs::read("no such file")).map_ok(|bytes| bytes.len());
    /// assert!(length.compute().is_err());
    /// ```
    #[track_caller]
    pub fn map_ok<U: Send + 'a>(
        self,
        work: impl FnOnce(T) -> U + Send + 'a,
    ) -> Delayed<'a, Result<U, E>> {
        let info = || Info::new("map_ok", Kind::Map);
        task(info, (self.into_argument(),), |(result,)| result.map(work))
    }
}

impl<'a, T: Send + 'a> Delayed<'a, Option<T>> {
    /// The value of a `Some`; a `None` fails the run, as an `Err` does. The error has no `source()`.
    ///
    /// # Examples
    /// ```
    /// use tembel::{Delayed, ErrorKind};
    ///
    /// let none = Delayed::new(|| [3, 1, 2].into_iter().find(|x| *x > 5)).named("find");
    /// let error = none.or_fail().try_compute().unwrap_err();
    /// assert_eq!((error.kind(), error.task()), (ErrorKind::Failed, "find"));
    /// assert_eq!(error.message(), "it gave `None`");
    /// ```
    #[track_caller]
    pub fn or_fail(self) -> Delayed<'a, T> {
        let (name, location) = (self.edge().task().name(), self.edge().task().location());
        task(or_fail, (self.into_argument(),), move |(option,)| {
            option.unwrap_or_else(|| {
                resume_unwind(Box::new(Failing {
                    task: name,
                    location,
                    message: "it gave `None`".to_owned(),
                    source: None,
                }))
            })
        })
    }

    /// An error where there is no value, as [`Option::ok_or`].
    ///
    /// # Examples
    /// ```
    /// use tembel::Delayed;
    ///
    /// let none = Delayed::new(|| None::<u8>).ok_or("nothing found");
    /// assert_eq!(none.compute(), Err("nothing found"));
    /// ```
    #[track_caller]
    pub fn ok_or<E: Send + 'a>(self, error: E) -> Delayed<'a, Result<T, E>> {
        let info = || Info::new("ok_or", Kind::Map).light();
        task(info, (self.into_argument(),), |(option,)| {
            option.ok_or(error)
        })
    }
}
