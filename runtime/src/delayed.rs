//! The handle.

use std::borrow::Cow;
use std::fmt;
use std::marker::{PhantomData, PhantomPinned};
use std::panic::Location;
use std::path::Path;

use crate::arguments::{ByValue, Split};
use crate::build::{task, task_flat, task_split};
use crate::error::Error;
use crate::executor::Executor;
use crate::graph::{Graph, Info, Kind};
use crate::store::{Copied, Move, Write, new_flat_task, new_ready};

/// A value that is computed later: a node of a task graph that will own a `T`.
///
/// A `Delayed<'a, T>` behaves as the `T` itself would: give it away and it is moved, lend it and it is read, lend it `&mut`
/// and it is changed. Nothing runs until one of its descendants is [computed](Delayed::compute); then each task runs at
/// most once, in parallel as far as the data allows, and gives what the same calls give when they are made at once, in
/// program order. `'a` is the region of what the tasks borrow.
///
/// Mostly handles come from functions marked [`#[delayed]`](crate::delayed).
///
/// # Examples
/// ```
/// use tembel::delayed;
///
/// #[delayed]
/// fn inc(x: i64) -> i64 { x + 1 }
///
/// #[delayed]
/// fn add(x: i64, y: i64) -> i64 { x + y }
///
/// let z = add(inc(1), inc(2)); // nothing runs yet
/// assert_eq!(z.compute(), 5); // both `inc`s at the same time, then `add`
/// ```
#[must_use = "nothing runs until it is computed"]
pub struct Delayed<'a, T> {
    edge: Move<T>,
    region: PhantomData<Region<'a>>,
    /// Lets the block macro tell a `Delayed` from other values by method lookup alone, also where the type is not known yet.
    _pinned: PhantomPinned,
}

/// Tells the borrow checker that dropping a handle may drop tasks, and with them what looks at borrowed data: without a
/// destructor that knows `'a`, a handle could be dropped after the data.
struct Region<'a>(PhantomData<&'a ()>);

impl Drop for Region<'_> {
    fn drop(&mut self) {}
}

impl<'a, T> Delayed<'a, T> {
    /// The value of a closure, which runs when it is computed.
    ///
    /// What it needs from other deferred values is better given by [`map`](Self::map), [`zip`](Self::zip) or a
    /// `#[delayed]` function: a handle that is captured in a closure is no edge of the graph.
    ///
    /// # Examples
    /// ```
    /// use tembel::Delayed;
    ///
    /// let words = vec!["a", "b"];
    /// let count = Delayed::new(|| words.len()); // borrows `words`
    /// assert_eq!(count.compute(), 2);
    /// ```
    #[track_caller]
    pub fn new(work: impl FnOnce() -> T + Send + 'a) -> Self
    where
        T: Send + 'a,
    {
        task(|| Info::new("closure", Kind::Closure), (), |()| work())
    }

    /// A value that is there already.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(tembel::Delayed::ready(3).compute(), 3);
    /// ```
    #[track_caller]
    pub fn ready(value: T) -> Self
    where
        T: Send + 'a,
    {
        Self::from_edge(new_ready(
            || Info::new("ready", Kind::Ready),
            Location::caller(),
            value,
        ))
    }

    /// Gives this task a name of its own, which graphs and errors show in place of the function's.
    ///
    /// # Examples
    /// ```
    /// use tembel::Delayed;
    ///
    /// let months = (1..=12).map(|month| Delayed::new(move || month * 2).named(format!("month {month}")));
    /// assert_eq!(format!("{:?}", months.last().unwrap()), "Delayed(month 12)");
    /// ```
    pub fn named(self, name: impl Into<Cow<'static, str>>) -> Self {
        self.edge.task().rename(name.into());
        self
    }

    /// What a function makes of the value, which is moved into it.
    ///
    /// # Examples
    /// ```
    /// use tembel::Delayed;
    ///
    /// let length = Delayed::new(|| String::from("four")).map(|text| text.len());
    /// assert_eq!(length.compute(), 4);
    /// ```
    #[track_caller]
    pub fn map<U: Send + 'a>(self, work: impl FnOnce(T) -> U + Send + 'a) -> Delayed<'a, U>
    where
        T: Send + 'a,
    {
        task(
            || Info::new("map", Kind::Map),
            (self.into_argument(),),
            |(value,)| work(value),
        )
    }

    /// What a function makes of the value, where that is deferred itself: the graph grows while it runs.
    ///
    /// The tasks that the closure builds join the run; no worker waits for them, and the stack does not grow.
    ///
    /// # Examples
    /// ```
    /// use tembel::Delayed;
    ///
    /// fn collatz(n: u64, steps: u64) -> Delayed<'static, u64> {
    ///     Delayed::ready(n).and_then(move |n| match n {
    ///         1 => Delayed::ready(steps),
    ///         n if n % 2 == 0 => collatz(n / 2, steps + 1),
    ///         n => collatz(3 * n + 1, steps + 1),
    ///     })
    /// }
    /// assert_eq!(collatz(27, 0).compute(), 111);
    /// ```
    #[track_caller]
    pub fn and_then<U: Send + 'a>(
        self,
        work: impl FnOnce(T) -> Delayed<'a, U> + Send + 'a,
    ) -> Delayed<'a, U>
    where
        T: Send + 'a,
    {
        task_flat(
            || Info::new("and_then", Kind::AndThen),
            (self.into_argument(),),
            |(value,)| work(value),
        )
    }

    /// Two values as one.
    ///
    /// # Examples
    /// ```
    /// use tembel::Delayed;
    ///
    /// let pair = Delayed::new(|| 1).zip(Delayed::new(|| "one"));
    /// assert_eq!(pair.compute(), (1, "one"));
    /// ```
    #[track_caller]
    pub fn zip<U: Send + 'a>(self, other: Delayed<'a, U>) -> Delayed<'a, (T, U)>
    where
        T: Send + 'a,
    {
        let arguments = (self.into_argument(), other.into_argument());
        task(|| Info::new("zip", Kind::Zip), arguments, |pair| pair)
    }

    /// The parts of a tuple, as handles of their own.
    ///
    /// # Examples
    /// ```
    /// use tembel::Delayed;
    ///
    /// let (quotient, rest) = Delayed::new(|| (17 / 5, 17 % 5)).unzip();
    /// assert_eq!(rest.compute(), 2);
    /// assert_eq!(quotient.compute(), 3); // divided once
    /// ```
    #[track_caller]
    #[expect(clippy::must_use_candidate, reason = "the handles are `must_use`")]
    pub fn unzip(self) -> T::Handles
    where
        T: Split<'a> + Send + 'a,
    {
        task_split(
            || Info::new("unzip", Kind::Unzip),
            (self.into_argument(),),
            |(parts,)| parts,
        )
    }

    /// Computes the value, keeps it, and lends it. A later use of the handle finds it there.
    ///
    /// # Panics
    /// Resumes the panic of a task that it needs, first in program order.
    ///
    /// # Examples
    /// ```
    /// use tembel::Delayed;
    ///
    /// let text = Delayed::new(|| String::from("kept"));
    /// assert_eq!(text.force(), "kept");
    /// assert_eq!(text.map(|text| text.len()).compute(), 4);
    /// ```
    #[track_caller]
    #[expect(clippy::must_use_candidate, reason = "called for what the tasks do")]
    pub fn force(&self) -> &T {
        Executor::current().force(&self.edge);
        self.edge.value()
    }

    /// Runs all that the value needs, in parallel, and gives it.
    ///
    /// It runs on the current rayon pool, and the calling thread works too. See [`compute`](crate::compute()) for several
    /// values in one run, and [`Executor`] for other pools.
    ///
    /// # Panics
    /// Resumes the panic of a task that it needs, first in program order. Panics if a task that is not part of the run
    /// still has to read a value that this run takes; the message says which.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(tembel::Delayed::new(|| 6 * 7).compute(), 42);
    /// ```
    ///
    /// # Complexity
    /// O(|V| + |E|) in the tasks that have not run, besides their work; the stack does not grow with the graph.
    #[track_caller]
    #[expect(clippy::must_use_candidate, reason = "called for what the tasks do")]
    pub fn compute(self) -> T {
        crate::compute(self)
    }

    /// As [`compute`](Self::compute), but gives what went wrong as an error.
    ///
    /// # Errors
    /// The first task, in program order, that panicked; or the value that others still have to read.
    ///
    /// # Examples
    /// ```
    /// use tembel::{Delayed, ErrorKind};
    ///
    /// let bad = Delayed::<u32>::new(|| "x".parse().unwrap()).named("parse");
    /// let error = bad.try_compute().unwrap_err();
    /// assert_eq!((error.kind(), error.task()), (ErrorKind::Panicked, "parse"));
    /// ```
    pub fn try_compute(self) -> Result<T, Error> {
        crate::try_compute(self)
    }

    /// The tasks that computing it would run, as a petgraph graph.
    ///
    /// # Examples
    /// ```
    /// use tembel::Delayed;
    ///
    /// let z = Delayed::new(|| 1).zip(Delayed::new(|| 2)).map(|(a, b)| a + b);
    /// let graph = z.graph();
    /// assert_eq!(graph.as_petgraph().node_count(), 4);
    /// assert_eq!(z.compute(), 3);
    /// ```
    #[must_use]
    pub fn graph(&self) -> Graph {
        Graph::of([self.edge.output()])
    }

    /// Writes a drawing of [`graph`](Self::graph): a picture for a path that ends in `.svg`, DOT for `.dot` or `.gv`, Mermaid for
    /// `.mmd`, text for `.txt`.
    ///
    /// # Errors
    /// The path ends otherwise, or the file could not be written.
    ///
    /// # Examples
    /// ```
    /// let path = std::env::temp_dir().join("tembel-visualize.svg");
    /// tembel::Delayed::new(|| 1).visualize(&path)?;
    /// assert!(std::fs::read_to_string(path)?.starts_with("<svg"));
    /// # std::io::Result::Ok(())
    /// ```
    pub fn visualize(&self, path: impl AsRef<Path>) -> std::io::Result<()> {
        self.graph().write(path.as_ref())
    }

    pub(crate) fn from_edge(edge: Move<T>) -> Self {
        Delayed {
            edge,
            region: PhantomData,
            _pinned: PhantomPinned,
        }
    }

    pub(crate) fn edge(&self) -> &Move<T> {
        &self.edge
    }

    pub(crate) fn into_edge(self) -> Move<T> {
        self.edge
    }

    /// The edge of a task that takes the value.
    pub(crate) fn into_moved(self) -> Move<T> {
        self.edge.output().set_moved();
        self.edge
    }

    /// The edge of a task that clones the value.
    pub(crate) fn to_copied(&self) -> Copied<T> {
        self.edge.copied()
    }

    pub(crate) fn start_write(&self) -> Write<T> {
        self.edge.start_write()
    }

    pub(crate) fn rebind(&mut self, next: Move<T>) {
        self.edge.overwrite(next);
    }

    pub(crate) fn into_argument(self) -> ByValue<Move<T>, T> {
        ByValue::from_source(self.into_moved())
    }
}

impl<'a, T: Send + 'a> Delayed<'a, Delayed<'a, T>> {
    /// A deferred deferred value as a deferred value.
    ///
    /// # Examples
    /// ```
    /// use tembel::Delayed;
    ///
    /// let inner = Delayed::new(|| Delayed::new(|| 1));
    /// assert_eq!(inner.flatten().compute(), 1);
    /// ```
    #[track_caller]
    pub fn flatten(self) -> Delayed<'a, T> {
        self.flatten_at(Location::caller())
    }

    /// The same by a task that stands there.
    pub(crate) fn flatten_at(self, location: &'static Location<'static>) -> Delayed<'a, T> {
        let info = || Info::new("flatten", Kind::AndThen);
        let arguments = (self.into_argument(),);
        Delayed::from_edge(new_flat_task(info, location, arguments, |(inner,)| inner))
    }
}

impl<'a, T: Clone + Send + Sync + 'a> Clone for Delayed<'a, T> {
    /// A deferred clone: the value is cloned when the clone is computed, not before.
    #[track_caller]
    fn clone(&self) -> Self {
        let source = self.to_copied();
        task(
            || Info::new("clone", Kind::Clone),
            (ByValue::from_source(source),),
            |(value,)| value,
        )
    }
}

impl<T> fmt::Debug for Delayed<'_, T> {
    /// The task's name; runs nothing.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Delayed({})", self.edge.task().name())
    }
}
