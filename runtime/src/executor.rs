//! Where and how a run is carried out.

use std::fmt;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use crate::cancel::CancelToken;
use crate::compute::{Gather, Report, Roots};
use crate::error::Error;
use crate::graph::Access;
use crate::observe::Observer;
use crate::observe::hooks::Observers;
use crate::schedule::{self, Bounds, Mode, Root, ThreadPool, ThreadPoolBuildError};
use crate::store::{Move, State};

/// Carries out runs: on a pool of its own, on one that you give, or on the calling thread.
///
/// [`compute`](crate::compute()) and [`Delayed::compute`](crate::Delayed::compute) run on the current rayon pool, with
/// as many workers as it has threads; an `Executor` is for all else. Rayon work inside of tasks runs on the same pool.
///
/// # Examples
/// ```
/// use tembel::{Delayed, Executor};
///
/// let executor = Executor::builder().threads(2).build()?;
/// let pair = (Delayed::new(|| 1), Delayed::new(|| 2));
/// assert_eq!(executor.compute(pair), (1, 2));
/// # Ok::<(), tembel::BuildError>(())
/// ```
#[derive(Clone)]
pub struct Executor<'p> {
    pool: Place<'p>,
    mode: Mode,
    bounds: Bounds,
    observers: Observers,
}

#[derive(Clone)]
enum Place<'p> {
    Current,
    Given(&'p ThreadPool),
    Own(Arc<ThreadPool>),
}

/// Says how an [`Executor`] is to be.
///
/// # Examples
/// ```
/// let executor = tembel::Executor::builder().sequential().build()?;
/// assert_eq!(executor.compute(tembel::Delayed::new(|| 1)), 1);
/// # Ok::<(), tembel::BuildError>(())
/// ```
#[derive(Clone, Default)]
#[must_use = "an executor is made by `build`"]
pub struct ExecutorBuilder<'p> {
    threads: Option<usize>,
    pool: Option<&'p ThreadPool>,
    mode: Mode,
    bounds: Bounds,
    observers: Observers,
}

/// An [`Executor`] could not be built.
///
/// # Examples
/// ```
/// let error = tembel::Executor::builder().threads(0).build().unwrap_err();
/// assert_eq!(error.to_string(), "an executor needs at least one thread");
/// ```
#[derive(Debug)]
pub struct BuildError(Cause);

#[derive(Debug)]
enum Cause {
    NoThreads,
    TwoPools,
    Pool(ThreadPoolBuildError),
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Cause::NoThreads => f.write_str("an executor needs at least one thread"),
            Cause::TwoPools => f.write_str("an executor has `threads(n)` of its own or a `pool(&pool)` that is given, not both"),
            Cause::Pool(_) => f.write_str("the threads of an executor could not be started"),
        }
    }
}

impl std::error::Error for BuildError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0 {
            Cause::Pool(error) => Some(error),
            Cause::NoThreads | Cause::TwoPools => None,
        }
    }
}

impl<'p> ExecutorBuilder<'p> {
    /// Runs on a pool of its own, with this many workers.
    ///
    /// # Examples
    /// ```
    /// let executor = tembel::Executor::builder().threads(3).build()?;
    /// let workers = tembel::Delayed::new(rayon::current_num_threads);
    /// assert_eq!(executor.compute(workers), 3);
    /// # Ok::<(), tembel::BuildError>(())
    /// ```
    pub fn threads(self, threads: usize) -> Self {
        ExecutorBuilder {
            threads: Some(threads),
            ..self
        }
    }

    /// Runs on this pool.
    ///
    /// # Examples
    /// ```
    /// let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build()?;
    /// let executor = tembel::Executor::builder().pool(&pool).build()?;
    /// assert_eq!(executor.compute(tembel::Delayed::new(|| 1)), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn pool(self, pool: &ThreadPool) -> ExecutorBuilder<'_> {
        ExecutorBuilder {
            threads: self.threads,
            pool: Some(pool),
            mode: self.mode,
            bounds: self.bounds,
            observers: self.observers,
        }
    }

    /// Runs on the calling thread, in program order: for debugging. `TEMBEL_SEQUENTIAL=1` does the same for all runs.
    ///
    /// # Examples
    /// ```
    /// let executor = tembel::Executor::builder().sequential().build()?;
    /// assert_eq!(executor.compute(tembel::Delayed::new(|| 1)), 1);
    /// # Ok::<(), tembel::BuildError>(())
    /// ```
    pub fn sequential(self) -> Self {
        ExecutorBuilder {
            mode: Mode::Sequential,
            ..self
        }
    }

    /// Tells this observer of all that happens in its runs. There may be several.
    ///
    /// # Examples
    /// ```
    /// use tembel::observe::{Observer, Task};
    /// use tembel::{Delayed, Executor};
    ///
    /// struct Print;
    ///
    /// impl Observer for Print {
    ///     fn task_ready(&self, task: &Task<'_>) {
    ///         println!("{}", task.info());
    ///     }
    /// }
    ///
    /// let executor = Executor::builder().observer(Print).build()?;
    /// assert_eq!(executor.compute(Delayed::new(|| 1)), 1);
    /// # Ok::<(), tembel::BuildError>(())
    /// ```
    pub fn observer(self, observer: impl Observer + 'static) -> Self {
        ExecutorBuilder {
            observers: self.observers.with(Arc::new(observer)),
            ..self
        }
    }

    /// Runs on the calling thread, ready tasks in an order drawn by chance: for tests of what the order must not change.
    #[doc(hidden)]
    pub fn shuffled(self, seed: u64) -> Self {
        ExecutorBuilder {
            mode: Mode::Shuffled(seed),
            ..self
        }
    }

    /// Stops every run once this token is cancelled: see [`CancelToken`].
    ///
    /// # Examples
    /// ```
    /// use tembel::{CancelToken, Delayed, ErrorKind, Executor};
    ///
    /// let token = CancelToken::new();
    /// let executor = Executor::builder().cancel_token(token.clone()).build()?;
    /// token.cancel();
    /// let error = executor.try_compute(Delayed::new(|| 1)).unwrap_err();
    /// assert_eq!((error.kind(), error.tasks_done()), (ErrorKind::Cancelled, Some(0)));
    /// # Ok::<(), tembel::BuildError>(())
    /// ```
    pub fn cancel_token(mut self, token: CancelToken) -> Self {
        self.bounds.token = Some(token);
        self
    }

    /// Stops every run that takes longer than this, as a [`CancelToken`] would; its errors are of kind
    /// [`TimedOut`](crate::ErrorKind::TimedOut).
    ///
    /// No task is interrupted, so the run returns when those that are at work have ended; a long one can look at
    /// [`is_cancelled`](crate::is_cancelled). The clock is read between tasks, and no thread waits for the time: where
    /// many short tasks of one kind follow each other, up to seven more may start. A run whose tasks have all started is
    /// never late.
    ///
    /// # Examples
    /// ```
    /// use std::time::Duration;
    /// use tembel::{Delayed, ErrorKind, Executor, is_cancelled};
    ///
    /// let executor = Executor::builder().timeout(Duration::from_millis(200)).build()?;
    /// let slow = Delayed::new(|| while !is_cancelled() { std::thread::yield_now() });
    /// let error = executor.try_compute(slow.map(|()| 1)).unwrap_err();
    /// assert_eq!((error.kind(), error.tasks_skipped()), (ErrorKind::TimedOut, Some(1)));
    /// assert_eq!(executor.compute(Delayed::new(|| 1)), 1);
    /// # Ok::<(), tembel::BuildError>(())
    /// ```
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.bounds.timeout = Some(timeout);
        self
    }

    /// The executor.
    ///
    /// # Errors
    /// No threads, both threads and a pool, or threads that the system does not give.
    ///
    /// # Examples
    /// ```
    /// assert!(tembel::Executor::builder().build().is_ok());
    /// ```
    pub fn build(self) -> Result<Executor<'p>, BuildError> {
        let pool = match (self.threads, self.pool) {
            (Some(_), Some(_)) => return Err(BuildError(Cause::TwoPools)),
            (Some(0), None) => return Err(BuildError(Cause::NoThreads)),
            (Some(threads), None) => {
                let pool = schedule::new_pool(threads);
                Place::Own(Arc::new(
                    pool.map_err(|error| BuildError(Cause::Pool(error)))?,
                ))
            }
            (None, Some(pool)) => Place::Given(pool),
            (None, None) => Place::Current,
        };
        Ok(Executor {
            pool,
            mode: self.mode,
            bounds: self.bounds,
            observers: self.observers,
        })
    }
}

impl Executor<'static> {
    /// Says how it is to be.
    ///
    /// # Examples
    /// ```
    /// let executor = tembel::Executor::builder().threads(1).build()?;
    /// assert_eq!(executor.compute(tembel::Delayed::new(|| 1)), 1);
    /// # Ok::<(), tembel::BuildError>(())
    /// ```
    pub fn builder() -> ExecutorBuilder<'static> {
        ExecutorBuilder::default()
    }

    /// The one that the free functions use.
    pub(crate) fn current() -> Self {
        Executor {
            pool: Place::Current,
            mode: Mode::default(),
            bounds: Bounds::default(),
            observers: Observers::default(),
        }
    }
}

impl Executor<'_> {
    /// Computes one value or several in one run: see [`compute`](crate::compute()).
    ///
    /// # Panics
    /// As [`compute`](crate::compute()).
    ///
    /// # Examples
    /// ```
    /// use tembel::{Delayed, Executor};
    ///
    /// let executor = Executor::builder().threads(2).build()?;
    /// assert_eq!(executor.compute(vec![Delayed::new(|| 1), Delayed::new(|| 2)]), [1, 2]);
    /// # Ok::<(), tembel::BuildError>(())
    /// ```
    #[track_caller]
    pub fn compute<G: Gather>(&self, all: G) -> G::Value {
        let roots = Roots::of(&all);
        let report = self.run(&roots.0);
        if let Some(error) = report.first_error(&roots.0) {
            error.resume();
        }
        all.value()
    }

    /// As [`compute`](Self::compute), with a `Result` in the place of each value: see
    /// [`try_compute`](crate::try_compute).
    ///
    /// # Examples
    /// ```
    /// use tembel::{Delayed, Executor};
    ///
    /// let executor = Executor::builder().threads(2).build()?;
    /// let (good, bad) = executor.try_compute((Delayed::new(|| 1), Delayed::<i32>::new(|| panic!())));
    /// assert_eq!(good?, 1);
    /// assert!(bad.is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn try_compute<G: Gather>(&self, all: G) -> G::Outcome {
        let report = self.run(&Roots::of(&all).0);
        all.outcome(&report)
    }

    /// Computes a value and leaves it where it is.
    #[track_caller]
    pub(crate) fn force<T>(&self, edge: &Move<T>) {
        let output = edge.output();
        if output.state() == State::Done {
            return;
        }
        let root = Root {
            output,
            access: Access::Read,
        };
        let report = self.run(&[root]);
        if output.state() != State::Done
            && let Some(error) = report.first_error(&[root])
        {
            error.resume();
        }
    }

    fn run(&self, roots: &[Root]) -> Report {
        let mode = if is_sequential() {
            Mode::Sequential
        } else {
            self.mode
        };
        let pool = match &self.pool {
            Place::Current => None,
            Place::Given(pool) => Some(*pool),
            Place::Own(pool) => Some(&**pool),
        };
        let ran = schedule::run(roots, mode, pool, &self.bounds, &self.observers);
        Report(ran.map_err(|borrow| Error::borrowed(&borrow)))
    }
}

impl fmt::Debug for Executor<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pool = match &self.pool {
            Place::Current => "current",
            Place::Given(_) => "given",
            Place::Own(_) => "own",
        };
        f.debug_struct("Executor")
            .field("pool", &pool)
            .field("mode", &self.mode)
            .field("observers", &self.observers.len())
            .finish()
    }
}

impl fmt::Debug for ExecutorBuilder<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("ExecutorBuilder");
        out.field("threads", &self.threads)
            .field("pool", &self.pool.is_some())
            .field("mode", &self.mode)
            .field("observers", &self.observers.len())
            .finish()
    }
}

/// Does `TEMBEL_SEQUENTIAL=1` say that all runs are sequential? Looked up once.
fn is_sequential() -> bool {
    static SEQUENTIAL: OnceLock<bool> = OnceLock::new();
    *SEQUENTIAL
        .get_or_init(|| std::env::var_os("TEMBEL_SEQUENTIAL").is_some_and(|value| value == "1"))
}
