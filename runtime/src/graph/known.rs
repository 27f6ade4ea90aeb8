//! What is known of the tasks of a graph besides their names: what they cost, and what became of them.

use petgraph::graph::NodeIndex;

use super::{Graph, TaskInfo};

/// What became of a task.
///
/// # Examples
/// ```
/// use tembel::{Delayed, TaskState, petgraph::graph::NodeIndex};
///
/// let graph = Delayed::new(|| 1).graph();
/// assert_eq!(graph.state(NodeIndex::new(0)), TaskState::Waiting);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TaskState {
    /// It has not started.
    #[default]
    Waiting,
    /// It has started and is not done, or a run on another thread is about it.
    Running,
    /// It is done.
    Done,
    /// It panicked or failed.
    Failed,
    /// It was not started, since something that it needs is missing.
    Skipped,
}

impl TaskState {
    /// The state in lower case: `waiting`, `running`, `done`, `failed` or `skipped`.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(tembel::TaskState::Done.as_str(), "done");
    /// ```
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            TaskState::Waiting => "waiting",
            TaskState::Running => "running",
            TaskState::Done => "done",
            TaskState::Failed => "failed",
            TaskState::Skipped => "skipped",
        }
    }
}

/// What is known of a graph's tasks, in the order of its nodes. Empty where it is not known.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    pub(crate) states: Vec<TaskState>,
    /// In seconds.
    pub(crate) costs: Vec<f64>,
}

impl Graph {
    /// What became of a task: [`Waiting`](TaskState::Waiting), unless the graph is that of a [`Profile`](crate::Profile).
    ///
    /// # Examples
    /// ```
    /// use tembel::{Delayed, Executor, Profile, TaskState};
    ///
    /// let profile = Profile::new();
    /// let executor = Executor::builder().observer(profile.clone()).build()?;
    /// executor.compute(Delayed::new(|| 1));
    /// let graph = profile.graph();
    /// assert!(graph.as_petgraph().node_indices().all(|node| graph.state(node) == TaskState::Done));
    /// # Ok::<(), tembel::BuildError>(())
    /// ```
    #[must_use]
    pub fn state(&self, node: NodeIndex) -> TaskState {
        let state = self.known.states.get(node.index());
        state.copied().unwrap_or_default()
    }

    /// What a task costs: 1, unless [`with_costs`](Self::with_costs) or a [`Profile`](crate::Profile) says otherwise.
    ///
    /// # Examples
    /// ```
    /// use tembel::{Delayed, petgraph::graph::NodeIndex};
    ///
    /// assert_eq!(Delayed::new(|| 1).graph().cost(NodeIndex::new(0)), 1.0);
    /// ```
    #[must_use]
    pub fn cost(&self, node: NodeIndex) -> f64 {
        let cost = self.known.costs.get(node.index());
        cost.copied().unwrap_or(1.0)
    }

    /// The same graph with a cost for each task, in seconds or in any other unit.
    ///
    /// # Examples
    /// ```
    /// use tembel::Delayed;
    ///
    /// let graph = Delayed::new(|| 1).named("slow").map(|x| x + 1).graph();
    /// let graph = graph.with_costs(|_, task| if task.name() == "slow" { 3.0 } else { 0.5 });
    /// assert_eq!(graph.work(), 3.5);
    /// ```
    #[must_use]
    pub fn with_costs(mut self, mut cost: impl FnMut(NodeIndex, &TaskInfo) -> f64) -> Self {
        let nodes = self.graph.node_indices();
        self.known.costs = nodes.map(|node| cost(node, &self.graph[node])).collect();
        self
    }
}
