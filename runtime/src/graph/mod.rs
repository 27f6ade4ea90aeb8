//! The task graph as petgraph sees it: what would run, and why in that order.

mod dot;
mod text;

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::panic::Location;
use std::path::Path;

use petgraph::graph::{DiGraph, NodeIndex};

use crate::schedule::{Limit, Root, collect_only};
use crate::store::{OutputRef, TaskRef};

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

    pub(crate) fn is_light(self) -> bool {
        self.light
    }
}

/// A task of a [`Graph`]: what it is called, and where it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskInfo {
    name: Cow<'static, str>,
    location: &'static Location<'static>,
    kind: Kind,
}

impl TaskInfo {
    pub(crate) fn of(task: TaskRef) -> Self {
        TaskInfo {
            name: task.name(),
            location: task.location(),
            kind: task.info().kind,
        }
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
        &self.name
    }

    /// The call that made it: file, line and column.
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

impl fmt::Display for TaskInfo {
    /// The name and `file:line:column`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.name, self.location)
    }
}

/// The tasks that a computation would run: a petgraph [`DiGraph`] with an edge from each task to those that need it.
///
/// Values that are there already are not in it. `Display` draws it as text.
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
}

impl Graph {
    pub(crate) fn of(outputs: impl IntoIterator<Item = OutputRef>) -> Self {
        let roots: Vec<Root> = outputs
            .into_iter()
            .map(|output| Root {
                output,
                access: Access::Read,
            })
            .collect();
        collect_only(&roots, |block| {
            let tasks: Vec<TaskRef> = block.slots.iter().map(|slot| slot.task).collect();
            let values: Vec<Option<TaskRef>> =
                tasks.iter().map(|task| value_of_block(*task)).collect();
            let mut graph = block.graph.map(
                |node, ()| TaskInfo::of(tasks[node.index()]),
                |edge, &access| match block.graph.edge_endpoints(edge) {
                    // The end of a block takes one value, and sees that all other tasks have run.
                    Some((from, to))
                        if values[to.index()].is_some_and(|value| value != tasks[from.index()]) =>
                    {
                        Access::Order
                    }
                    _ => access,
                },
            );
            // Tasks that a run on another thread is about: shown, but not looked into.
            let mut elsewhere = HashMap::new();
            for wait in &block.awaits {
                let from = *elsewhere
                    .entry(wait.task)
                    .or_insert_with(|| graph.add_node(TaskInfo::of(wait.task)));
                graph.add_edge(from, NodeIndex::new(wait.index as usize), Access::Read);
            }
            Graph {
                graph: in_order(&graph, |node| {
                    tasks.get(node.index()).map_or(0, |task| task.order())
                }),
            }
        })
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

    /// The graph in Graphviz' language: a box a task, lines by access.
    ///
    /// # Examples
    /// ```
    /// assert!(tembel::Delayed::new(|| 1).graph().to_dot().contains("closure"));
    /// ```
    #[must_use]
    pub fn to_dot(&self) -> String {
        dot::draw(&self.graph)
    }

    /// The graph as a Mermaid flowchart, which many documents show as a drawing.
    ///
    /// # Examples
    /// ```
    /// assert!(tembel::Delayed::new(|| 1).graph().to_mermaid().starts_with("flowchart"));
    /// ```
    #[must_use]
    pub fn to_mermaid(&self) -> String {
        dot::draw_mermaid(&self.graph)
    }

    pub(crate) fn write(&self, path: &Path) -> std::io::Result<()> {
        let drawing = match path.extension().and_then(|extension| extension.to_str()) {
            Some("dot" | "gv") => self.to_dot(),
            Some("mmd") => self.to_mermaid(),
            Some("txt") => self.to_string(),
            _ => {
                let path = path.display();
                let message = format!("`{path}` should end in `.dot`, `.gv`, `.mmd` or `.txt`");
                return Err(std::io::Error::new(
                    std::io::ErrorKind::InvalidInput,
                    message,
                ));
            }
        };
        std::fs::write(path, drawing)
    }
}

/// The task that makes the value of a block, for the block's last task.
fn value_of_block(task: TaskRef) -> Option<TaskRef> {
    if !task.info().is_last() {
        return None;
    }
    let mut first = None;
    task.edges_backwards(|_, output| first = Some(output.task()));
    first
}

/// The same graph with its nodes sorted by `key`.
fn in_order(
    graph: &DiGraph<TaskInfo, Access>,
    key: impl Fn(NodeIndex) -> u64,
) -> DiGraph<TaskInfo, Access> {
    let drawn = |edge: &&petgraph::graph::Edge<Access>| {
        // An order that another edge between the two gives anyway.
        let parallel = graph.edges_connecting(edge.source(), edge.target());
        edge.weight != Access::Order || parallel.count() == 1
    };
    let mut nodes: Vec<NodeIndex> = graph.node_indices().collect();
    nodes.sort_by_key(|&node| key(node));
    let mut place = vec![NodeIndex::end(); nodes.len()];
    let mut sorted = DiGraph::with_capacity(graph.node_count(), graph.edge_count());
    for &node in &nodes {
        place[node.index()] = sorted.add_node(graph[node].clone());
    }
    for edge in graph.raw_edges().iter().filter(drawn) {
        sorted.add_edge(
            place[edge.source().index()],
            place[edge.target().index()],
            edge.weight,
        );
    }
    sorted
}

impl fmt::Display for Graph {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        text::draw(&self.graph, f)
    }
}
