//! The task graph as petgraph sees it: what would run, and why in that order.

mod collected;
mod cost;
mod draw;
mod height;
mod known;
mod simulate;

use std::borrow::Cow;
use std::fmt;
use std::panic::Location;

use petgraph::graph::DiGraph;

pub(crate) use height::{heights, in_time};
pub(crate) use known::Known;
pub use known::TaskState;
pub use simulate::Prediction;

use crate::schedule::Limit;
use crate::store::{BINDS, TaskRef};

/// What kind of task it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// A call of a `#[delayed]` function.
    Function,
    /// [`Delayed::new`](crate::Delayed::new).
    Closure,
    /// [`Delayed::ready`](crate::Delayed::ready).
    Ready,
    /// [`Delayed::map`](crate::Delayed::map).
    Map,
    /// [`Delayed::and_then`](crate::Delayed::and_then) and [`flatten`](crate::Delayed::flatten).
    AndThen,
    /// [`Delayed::zip`](crate::Delayed::zip).
    Zip,
    /// [`Delayed::unzip`](crate::Delayed::unzip).
    Unzip,
    /// A clone of a handle.
    Clone,
    /// [`gather`](crate::gather).
    Gather,
    /// A statement or an expression of a block.
    Statement,
    /// A chunk of an array, or what is made of several chunks.
    Chunk,
}

/// How a task uses a value that another one makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Access {
    /// It takes the value.
    Move,
    /// It borrows the value, beside other readers.
    Read,
    /// It clones the value when it starts.
    Clone,
    /// It changes the value in place.
    Write,
    /// It uses nothing of the other task, but takes or changes a value that the other one reads.
    Order,
}

impl Access {
    /// The access in lower case: `move`, `read`, `clone`, `write` or `order`.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(tembel::Access::Read.as_str(), "read");
    /// ```
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Access::Move => "move",
            Access::Read => "read",
            Access::Clone => "clone",
            Access::Write => "write",
            Access::Order => "order",
        }
    }
}

impl fmt::Display for Access {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// What the macros say of all tasks of one kind.
#[derive(Clone, Copy, Debug)]
pub struct Info {
    name: &'static str,
    kind: Kind,
    light: bool,
    last: bool,
    again: bool,
    limit: Option<&'static Limit>,
}

impl Info {
    /// A task with this name.
    #[must_use]
    pub const fn new(name: &'static str, kind: Kind) -> Self {
        Info {
            name,
            kind,
            light: false,
            last: false,
            again: false,
            limit: None,
        }
    }

    /// A call of a delayed function.
    #[must_use]
    pub const fn function(name: &'static str) -> Self {
        Info::new(name, Kind::Function)
    }

    /// The task is cheaper than handing it to another worker.
    #[must_use]
    pub const fn light(self) -> Self {
        Info {
            light: true,
            ..self
        }
    }

    /// At most so many tasks of the kind are at work at a time.
    #[must_use]
    pub const fn limited(self, limit: &'static Limit) -> Self {
        Info {
            limit: Some(limit),
            ..self
        }
    }

    /// The task runs also where what it needs is missing.
    #[must_use]
    pub(crate) const fn last(self) -> Self {
        Info { last: true, ..self }
    }

    pub(crate) fn is_last(self) -> bool {
        self.last
    }

    /// The task is one more attempt of another.
    #[must_use]
    pub(crate) const fn again(self) -> Self {
        Info {
            again: true,
            ..self
        }
    }

    pub(crate) fn is_again(self) -> bool {
        self.again
    }

    pub(crate) fn limit(self) -> Option<&'static Limit> {
        self.limit
    }

    pub(crate) fn name(self) -> &'static str {
        self.name
    }

    pub(crate) fn is_clone(self) -> bool {
        self.kind == Kind::Clone
    }

    pub(crate) fn is_light(self) -> bool {
        self.light
    }
}

/// A task of a [`Graph`]: what it is called, and where it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskInfo {
    /// With the variable that has its value, where there is one: `a = load`.
    name: Cow<'static, str>,
    /// Where the name starts in that.
    start: usize,
    location: &'static Location<'static>,
    kind: Kind,
    /// Its number in the order of creation.
    order: u64,
}

impl TaskInfo {
    /// The same task, when it goes on.
    pub(crate) fn resumed(&self) -> Self {
        TaskInfo {
            name: format!("{}, resumed", self.name).into(),
            ..self.clone()
        }
    }

    pub(crate) fn of(task: TaskRef) -> Self {
        TaskInfo::with(task, task.info())
    }

    /// The same, where it is known already what the macros say of the task.
    pub(crate) fn with(task: TaskRef, info: Info) -> Self {
        let own = task.own_name();
        let (name, start) = own.unwrap_or((Cow::Borrowed(info.name), 0));
        TaskInfo {
            name,
            start,
            location: task.location(),
            kind: info.kind,
            order: task.order(),
        }
    }

    /// The same task, of which this is the better place to show.
    pub(crate) fn made_at(self, location: &'static Location<'static>) -> Self {
        TaskInfo { location, ..self }
    }

    /// The name given with [`Delayed::named`](crate::Delayed::named), or the function's.
    ///
    /// # Examples
    /// ```
    /// use tembel::Delayed;
    ///
    /// let graph = Delayed::new(|| 1).named("one").graph();
    /// assert_eq!(graph.as_petgraph().node_weights().next().unwrap().name(), "one");
    /// ```
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name[self.start..]
    }

    /// The variable of a `lazy!` block that its value is bound to, where that is not its name.
    ///
    /// # Examples
    /// ```
    /// use tembel::lazy;
    ///
    /// let graph = lazy! {
    ///     let five = "5".parse::<i64>().unwrap();
    ///     i64::abs(five)
    /// }
    /// .graph();
    /// let names = graph.as_petgraph().node_weights().map(|task| (task.binding(), task.name()));
    /// assert!(names.eq([(Some("five"), "unwrap"), (None, "abs")]));
    /// ```
    #[must_use]
    pub fn binding(&self) -> Option<&str> {
        self.name[..self.start].strip_suffix(BINDS)
    }

    /// The call that made it: file, line and column. Of a clone that the standard library made, when a `Vec` of handles was
    /// cloned, the call that made the original.
    ///
    /// # Examples
    /// ```
    /// let graph = tembel::Delayed::new(|| 1).graph();
    /// assert!(graph.as_petgraph()[petgraph::graph::NodeIndex::new(0)].location().line() > 0);
    /// # use tembel::petgraph;
    /// ```
    #[must_use]
    pub fn location(&self) -> &'static Location<'static> {
        self.location
    }

    /// What made it.
    ///
    /// # Examples
    /// ```
    /// use tembel::{Delayed, Kind};
    ///
    /// let graph = Delayed::new(|| 1).graph();
    /// assert_eq!(graph.as_petgraph().node_weights().next().unwrap().kind(), Kind::Closure);
    /// ```
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }
}

/// Is this a place in the standard library? It says nothing to a user.
pub(crate) fn in_std(place: &Location<'_>) -> bool {
    let parts: Vec<&str> = place.file().split(['/', '\\']).collect();
    let is_std = |part: &[&str]| matches!(part, ["library", "alloc" | "core" | "std", "src"]);
    parts.windows(3).any(is_std)
}

impl fmt::Display for TaskInfo {
    /// The name and `file:line:column`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.name(), self.location)
    }
}

/// The tasks that a computation would run: a petgraph [`DiGraph`] with an edge from each task to those that need it.
///
/// Values that are there already are not in it. `Display` draws it as text, with what became of the tasks where that is known; above 300
/// tasks, those with the same name and the same depth are one line.
///
/// # Examples
/// ```
/// use tembel::{Access, delayed};
///
/// #[delayed]
/// fn inc(x: i64) -> i64 { x + 1 }
/// #[delayed]
/// fn add(x: i64, y: i64) -> i64 { x + y }
///
/// let graph = add(inc(1), inc(2)).graph();
/// assert_eq!(graph.as_petgraph().node_count(), 3);
/// assert!(graph.as_petgraph().edge_weights().all(|&access| access == Access::Move));
/// println!("{graph}");
/// ```
#[derive(Clone, Debug)]
pub struct Graph {
    graph: DiGraph<TaskInfo, Access>,
    known: Known,
}

impl Graph {
    /// A graph of tasks that have run.
    pub(crate) fn from_parts(graph: DiGraph<TaskInfo, Access>, known: Known) -> Self {
        Graph { graph, known }
    }

    /// The petgraph graph: task info as node weights, accesses as edge weights, nodes in the order of creation.
    ///
    /// # Examples
    /// ```
    /// use tembel::{Delayed, petgraph};
    ///
    /// let graph = Delayed::new(|| 1).map(|x| x + 1).graph();
    /// assert!(!petgraph::algo::is_cyclic_directed(graph.as_petgraph()));
    /// ```
    #[must_use]
    pub fn as_petgraph(&self) -> &DiGraph<TaskInfo, Access> {
        &self.graph
    }
}
