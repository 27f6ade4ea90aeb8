//! Work and span of a graph: what it costs in all, and what its longest chain costs.

use petgraph::algo::toposort;
use petgraph::graph::NodeIndex;

use super::Graph;

impl Graph {
    /// The cost of all tasks together: the time on one worker.
    ///
    /// Each task counts as 1 where its [cost](Self::cost) is not known.
    ///
    /// # Examples
    /// ```
    /// let pair = tembel::Delayed::new(|| 1).zip(tembel::Delayed::new(|| 2));
    /// assert_eq!(pair.graph().work(), 3.0);
    /// ```
    #[must_use]
    pub fn work(&self) -> f64 {
        self.graph.node_indices().map(|node| self.cost(node)).sum()
    }

    /// The cost of the [critical path](Self::critical_path): the time on as many workers as one likes.
    ///
    /// # Examples
    /// ```
    /// let pair = tembel::Delayed::new(|| 1).zip(tembel::Delayed::new(|| 2));
    /// assert_eq!(pair.graph().span(), 2.0);
    /// ```
    #[must_use]
    pub fn span(&self) -> f64 {
        let path = self.critical_path();
        path.into_iter().map(|node| self.cost(node)).sum()
    }

    /// Work by span: how many workers could be busy on average. Zero for a graph without tasks.
    ///
    /// # Examples
    /// ```
    /// let pair = tembel::Delayed::new(|| 1).zip(tembel::Delayed::new(|| 2));
    /// assert_eq!(pair.graph().parallelism(), 1.5);
    /// ```
    #[must_use]
    pub fn parallelism(&self) -> f64 {
        let span = self.span();
        if span > 0.0 { self.work() / span } else { 0.0 }
    }

    /// The chain of tasks that costs most, from a source to a sink. No number of workers makes a run shorter than it.
    ///
    /// # Complexity
    /// O(|V| + |E|).
    ///
    /// # Examples
    /// ```
    /// use tembel::Delayed;
    ///
    /// let long = Delayed::new(|| 1).named("a").map(|x| x + 1).named("b");
    /// let graph = long.zip(Delayed::new(|| 2).named("c")).named("d").graph();
    /// let path = graph.critical_path();
    /// let names: Vec<_> = path.iter().map(|&node| graph.as_petgraph()[node].name()).collect();
    /// assert_eq!(names, ["a", "b", "d"]);
    /// ```
    #[must_use]
    pub fn critical_path(&self) -> Vec<NodeIndex> {
        let graph = &self.graph;
        let order = toposort(graph, None).unwrap_or_default();
        // Of each task, the cost of the dearest chain that ends there, and the task before.
        let mut chains = vec![(0.0, None); graph.node_count()];
        let mut last: Option<NodeIndex> = None;
        for node in order {
            let before = graph.neighbors_directed(node, petgraph::Incoming);
            // Of equals, the one that was made first.
            let before = before.max_by(|a, b| {
                let cost = |node: &NodeIndex| chains[node.index()].0;
                f64::total_cmp(&cost(a), &cost(b)).then(b.cmp(a))
            });
            let cost = before.map_or(0.0, |before| chains[before.index()].0) + self.cost(node);
            chains[node.index()] = (cost, before);
            if last.is_none_or(|last| chains[last.index()].0 < cost) {
                last = Some(node);
            }
        }
        let mut path: Vec<NodeIndex> =
            std::iter::successors(last, |node| chains[node.index()].1).collect();
        path.reverse();
        path
    }
}
