//! A run as it was recorded: a graph of what ran, with times.
//!
//! A task that was suspended ran in two parts, which are nodes of their own: the tasks that it made are between them. So
//! every edge says that something ended before something else started.

use std::sync::Arc;

use petgraph::graph::{DiGraph, NodeIndex};

use super::event::Tasks;
use crate::graph::{Access, Graph, Known, TaskInfo, TaskState};

/// What is noted of each time that a worker is at a task. Times are nanoseconds since the profile was made.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) task: u32,
    pub(super) worker: u16,
    pub(super) state: TaskState,
    pub(super) start: u64,
    pub(super) end: u64,
}

/// What a worker notes, in pages: what is there is not copied when there is more of it.
#[derive(Debug, Default)]
pub(super) struct Entries {
    full: Vec<Vec<Entry>>,
    last: Vec<Entry>,
}

impl Entries {
    #[inline]
    pub(super) fn push(&mut self, entry: Entry) {
        if self.last.len() == self.last.capacity() {
            self.turn();
        }
        self.last.push(entry);
    }

    /// The page is full.
    #[cold]
    fn turn(&mut self) {
        const PAGE: usize = 4096;
        let full = std::mem::replace(&mut self.last, Vec::with_capacity(PAGE));
        self.full.push(full);
    }

    pub(super) fn clear(&mut self) {
        self.full.clear();
        self.last.clear();
    }

    pub(super) fn copy_to(&self, all: &mut Vec<Entry>) {
        for page in self.full.iter().chain([&self.last]) {
            all.extend_from_slice(page);
        }
    }
}

/// Tasks that joined the run together.
#[derive(Debug)]
pub(super) struct Joined {
    first: usize,
    infos: Arc<[TaskInfo]>,
    edges: Arc<[(u32, u32, Access)]>,
    /// The task that made them, and the one that waits for the last of them.
    between: Option<(usize, usize)>,
}

impl Joined {
    pub(super) fn of(tasks: &Tasks, between: Option<(usize, usize)>) -> Self {
        Joined {
            first: tasks.first,
            infos: tasks.infos.clone(),
            edges: tasks.edges.clone(),
            between,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.infos.len()
    }
}

/// What is known of the run as a whole.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub(super) workers: usize,
    pub(super) start: u64,
    pub(super) end: Option<u64>,
    pub(super) joined: Vec<Joined>,
    pub(super) skipped: Vec<usize>,
    pub(super) retries: usize,
}

/// When a node of the graph ran. Times are nanoseconds since the start of the run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub(super) worker: u32,
    pub(super) start: u64,
    pub(super) end: u64,
    /// The task ran before, and this is where it goes on.
    pub(super) resumed: bool,
    /// No other part of the task follows.
    pub(super) last: bool,
}

/// A run that is recorded.
#[derive(Debug)]
pub(super) struct Record {
    /// How many tasks there are; some of them may have two nodes.
    pub(super) tasks: usize,
    pub(super) workers: usize,
    /// Nanoseconds from start to end, or until now.
    pub(super) wall: u64,
    pub(super) over: bool,
    pub(super) retries: usize,
    pub(super) graph: Graph,
    /// Of each node, when it ran. `None` where it has not.
    pub(super) parts: Vec<Option<Part>>,
}

impl Record {
    pub(super) fn of(facts: &Facts, mut entries: Vec<Entry>, now: u64) -> Self {
        let mut joined: Vec<&Joined> = facts.joined.iter().collect();
        joined.sort_by_key(|joined| joined.first);
        entries.sort_by_key(|entry| (entry.task, entry.start));
        let mut builder = Builder::default();
        builder.add_nodes(&joined, &entries, facts.start);
        for &task in &facts.skipped {
            if let Some(&(_, last)) = builder.nodes.get(task) {
                builder.known.states[last.index()] = TaskState::Skipped;
            }
        }
        for joined in &joined {
            builder.add_edges(joined);
        }
        let last = builder.parts.iter().flatten().map(|part| part.end).max();
        // Notes of a run that has just ended in one thread may be a little later than its end in another.
        let wall = (facts.end.unwrap_or(now).saturating_sub(facts.start)).max(last.unwrap_or(0));
        Record {
            tasks: builder.nodes.len(),
            workers: facts.workers,
            wall: if joined.is_empty() { 0 } else { wall },
            over: facts.end.is_some(),
            retries: facts.retries,
            graph: Graph::from_parts(builder.graph, builder.known),
            parts: builder.parts,
        }
    }

    /// The nodes that have run, with when they did.
    pub(super) fn ran(&self) -> impl Iterator<Item = (NodeIndex, &Part)> {
        let parts = self.parts.iter().enumerate();
        parts.filter_map(|(node, part)| Some((NodeIndex::new(node), part.as_ref()?)))
    }

    /// How long workers were at tasks, in nanoseconds.
    pub(super) fn busy(&self) -> u64 {
        self.ran().map(|(_, part)| part.end - part.start).sum()
    }

    /// How many tasks are in this state.
    pub(super) fn count(&self, state: TaskState) -> usize {
        let nodes = self.graph.as_petgraph().node_indices();
        nodes
            .filter(|&node| self.graph.state(node) == state)
            .count()
    }
}

#[derive(Default)]
struct Builder {
    graph: DiGraph<TaskInfo, Access>,
    known: Known,
    parts: Vec<Option<Part>>,
    /// Of each task, the first node and the last.
    nodes: Vec<(NodeIndex, NodeIndex)>,
}

impl Builder {
    /// A node for each time that a worker was at a task, and one for each task that has not run.
    fn add_nodes(&mut self, joined: &[&Joined], entries: &[Entry], start: u64) {
        let mut entries = entries.iter().peekable();
        for (number, info) in joined
            .iter()
            .flat_map(|joined| joined.infos.iter())
            .enumerate()
        {
            let mut nodes: Option<(NodeIndex, NodeIndex)> = None;
            while let Some(entry) = entries.next_if(|entry| entry.task as usize == number) {
                let resumed = nodes.is_some();
                let info = if resumed {
                    info.resumed()
                } else {
                    info.clone()
                };
                let part = Part {
                    worker: u32::from(entry.worker),
                    start: entry.start.saturating_sub(start),
                    end: entry.end.saturating_sub(start),
                    resumed,
                    last: true,
                };
                let node = self.add_node(info, entry.state, Some(part));
                if let Some((_, before)) = nodes {
                    self.known.states[before.index()] = TaskState::Done;
                    if let Some(before) = &mut self.parts[before.index()] {
                        before.last = false;
                    }
                    self.graph.add_edge(before, node, Access::Order);
                }
                nodes = Some((nodes.map_or(node, |(first, _)| first), node));
            }
            let nodes = nodes.unwrap_or_else(|| {
                let node = self.add_node(info.clone(), TaskState::Waiting, None);
                (node, node)
            });
            self.nodes.push(nodes);
        }
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "seconds do not need the last nanosecond"
    )]
    fn add_node(&mut self, info: TaskInfo, state: TaskState, part: Option<Part>) -> NodeIndex {
        let nanos = part.map_or(0, |part| part.end - part.start);
        self.known.costs.push(nanos as f64 * 1e-9);
        self.known.states.push(state);
        self.parts.push(part);
        self.graph.add_node(info)
    }

    fn add_edges(&mut self, joined: &Joined) {
        let mut has_before = vec![false; joined.len()];
        let mut has_after = vec![false; joined.len()];
        for &(from, to, access) in &*joined.edges {
            has_before[to as usize] = true;
            has_after[from as usize] = true;
            let from = self.nodes[joined.first + from as usize].1;
            let to = self.nodes[joined.first + to as usize].0;
            self.graph.add_edge(from, to, access);
        }
        let Some((by, until)) = joined.between else {
            return;
        };
        let (by, until) = (self.nodes[by].0, self.nodes[until]);
        for index in 0..joined.len() {
            let (first, last) = self.nodes[joined.first + index];
            if !has_before[index] {
                self.graph.add_edge(by, first, Access::Order);
            }
            // Who waits for them has not gone on yet if it has one part.
            if !has_after[index] && until.0 != until.1 {
                self.graph.add_edge(last, until.1, Access::Move);
            }
        }
    }
}
