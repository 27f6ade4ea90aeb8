//! What is drawn: boxes and lines. Where there are many tasks, a box stands for those of one name and depth.

use std::collections::HashMap;

use petgraph::algo::toposort;
use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

use super::super::{Access, Graph, TaskInfo, TaskState};
use crate::observe::time;

/// More tasks than this are put together.
const MOST_BOXES: usize = 300;
/// Rows of boxes at most, where tasks are put together, and boxes in a row.
const MOST_ROWS: usize = 40;
const MOST_IN_A_ROW: usize = 12;

#[derive(Debug)]
pub(super) struct Drawing {
    pub(super) boxes: Vec<TaskBox>,
    pub(super) lines: Vec<Line>,
    pub(super) tasks: usize,
    pub(super) edges: usize,
    /// What became of the tasks is known.
    pub(super) has_states: bool,
    /// It is known as well how long they took.
    pub(super) has_run: bool,
}

#[derive(Debug)]
pub(super) struct TaskBox {
    pub(super) name: String,
    /// How many tasks it stands for.
    pub(super) count: usize,
    /// File and line, where all of them have the same.
    pub(super) place: Option<(&'static str, u32)>,
    /// What became of them: of several, the state that needs attention first.
    pub(super) state: TaskState,
    /// How many of them are in it.
    in_state: usize,
    /// Of all of them.
    pub(super) cost: f64,
    pub(super) critical: bool,
    /// The row that it has to stand in.
    pub(super) row: usize,
}

#[derive(Debug)]
pub(super) struct Line {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) access: Access,
    /// How many edges it stands for.
    pub(super) count: usize,
    pub(super) critical: bool,
}

impl Drawing {
    pub(super) fn of(graph: &Graph) -> Self {
        let rows = depths(graph);
        let path = graph.critical_path();
        let mut critical = vec![false; graph.graph.node_count()];
        let mut next_on_path = HashMap::new();
        for &node in &path {
            critical[node.index()] = true;
        }
        for pair in path.windows(2) {
            next_on_path.insert(pair[0], pair[1]);
        }
        let (places, mut boxes) = if graph.graph.node_count() <= MOST_BOXES {
            one_each(graph, &rows)
        } else {
            together(graph, &rows)
        };
        for node in graph.graph.node_indices() {
            let shown = &mut boxes[places[node.index()]];
            shown.add(&graph.graph[node], graph.state(node), graph.cost(node));
            shown.critical |= critical[node.index()];
        }
        let is_critical = |from: NodeIndex, to| next_on_path.get(&from) == Some(&to);
        Drawing {
            lines: lines(graph, &places, is_critical),
            boxes,
            tasks: graph.graph.node_count(),
            edges: graph.graph.edge_count(),
            has_states: !graph.known.states.is_empty(),
            has_run: !graph.known.costs.is_empty() && !graph.known.states.is_empty(),
        }
    }
}

impl TaskBox {
    fn new(name: String, row: usize) -> Self {
        TaskBox {
            name,
            count: 0,
            place: None,
            state: TaskState::Done,
            in_state: 0,
            cost: 0.0,
            critical: false,
            row,
        }
    }

    /// It stands for one more task.
    fn add(&mut self, task: &TaskInfo, state: TaskState, cost: f64) {
        let place = (file_name(task), task.location().line());
        if self.count == 0 {
            self.place = Some(place);
        } else if self.place != Some(place) {
            self.place = None;
        }
        self.count += 1;
        self.cost += cost;
        // What needs attention first.
        let rank = |state| match state {
            TaskState::Failed => 4,
            TaskState::Running => 3,
            TaskState::Waiting => 2,
            TaskState::Skipped => 1,
            TaskState::Done => 0,
        };
        if rank(state) > rank(self.state) {
            self.state = state;
            self.in_state = 0;
        }
        if state == self.state {
            self.in_state += 1;
        }
    }

    /// Its name, and how many tasks it stands for.
    pub(super) fn label(&self) -> String {
        match self.count {
            1 => self.name.clone(),
            count => format!("{} ×{count}", self.name),
        }
    }

    /// Where it was made.
    pub(super) fn made_at(&self) -> String {
        match self.place {
            Some((file, line)) => format!("{file}:{line}"),
            None => "several places".to_owned(),
        }
    }

    /// What became of it, in words.
    pub(super) fn state_in_words(&self) -> String {
        match (self.in_state, self.count) {
            (some, all) if some < all => format!("{some} of {all} {}", self.state.as_str()),
            _ => self.state.as_str().to_owned(),
        }
    }

    /// How long it took, where it has started.
    pub(super) fn time(&self) -> Option<String> {
        let started = !matches!(self.state, TaskState::Waiting | TaskState::Skipped);
        (started || self.in_state < self.count).then(|| time(nanos(self.cost)))
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast of floats saturates"
)]
fn nanos(seconds: f64) -> u64 {
    (seconds * 1e9).round() as u64
}

fn file_name(task: &TaskInfo) -> &'static str {
    let path = task.location().file();
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// Of each task, the length of the longest chain before it. A task that needs nothing is close to the first that needs it.
fn depths(graph: &Graph) -> Vec<usize> {
    let tasks = &graph.graph;
    let order = toposort(tasks, None).unwrap_or_default();
    let mut depths = vec![0; tasks.node_count()];
    for &node in &order {
        let next = depths[node.index()] + 1;
        for after in tasks.neighbors(node) {
            depths[after.index()] = depths[after.index()].max(next);
        }
    }
    for node in tasks.externals(petgraph::Incoming) {
        let first = tasks
            .neighbors(node)
            .map(|after| depths[after.index()])
            .min();
        depths[node.index()] = first.map_or(0, |first: usize| first.saturating_sub(1));
    }
    depths
}

fn one_each(graph: &Graph, rows: &[usize]) -> (Vec<usize>, Vec<TaskBox>) {
    let tasks = graph.graph.node_weights().zip(rows);
    let boxes = tasks.map(|(task, &row)| {
        let name = match task.binding() {
            Some(variable) => format!("{variable} = {}", task.name()),
            None => task.name().to_owned(),
        };
        TaskBox::new(name, row)
    });
    ((0..rows.len()).collect(), boxes.collect())
}

/// A box for each name and depth; of a deep graph, for some depths together, and of many names, for all that are rare.
fn together(graph: &Graph, depths: &[usize]) -> (Vec<usize>, Vec<TaskBox>) {
    let deepest = depths.iter().max().map_or(0, |depth| depth + 1);
    let band = deepest.div_ceil(MOST_ROWS);
    let mut counts: HashMap<(usize, &str), usize> = HashMap::new();
    let key = |node: NodeIndex| (depths[node.index()] / band, graph.graph[node].name());
    for node in graph.graph.node_indices() {
        *counts.entry(key(node)).or_default() += 1;
    }
    let mut names: Vec<((usize, &str), usize)> = counts.into_iter().collect();
    names.sort_by(|a, b| (a.0.0, b.1, a.0.1).cmp(&(b.0.0, a.1, b.0.1)));
    let mut boxes: Vec<TaskBox> = Vec::new();
    let mut place_of = HashMap::new();
    for row in names.chunk_by(|a, b| a.0.0 == b.0.0) {
        for (number, &(key, _)) in row.iter().enumerate() {
            if number < MOST_IN_A_ROW || row.len() == MOST_IN_A_ROW + 1 {
                boxes.push(TaskBox::new(key.1.to_owned(), key.0));
            } else if number == MOST_IN_A_ROW {
                let others = row.len() - MOST_IN_A_ROW;
                boxes.push(TaskBox::new(format!("{others} other names"), key.0));
            }
            place_of.insert(key, boxes.len() - 1);
        }
    }
    let places = graph.graph.node_indices().map(|node| place_of[&key(node)]);
    (places.collect(), boxes)
}

fn lines(
    graph: &Graph,
    places: &[usize],
    is_critical: impl Fn(NodeIndex, NodeIndex) -> bool,
) -> Vec<Line> {
    let mut known = HashMap::new();
    let mut lines: Vec<Line> = Vec::new();
    for edge in graph.graph.edge_references() {
        let (from, to) = (places[edge.source().index()], places[edge.target().index()]);
        if from == to {
            continue;
        }
        let access = *edge.weight();
        let at = *known.entry((from, to, access)).or_insert_with(|| {
            lines.push(Line {
                from,
                to,
                access,
                count: 0,
                critical: false,
            });
            lines.len() - 1
        });
        lines[at].count += 1;
        lines[at].critical |= is_critical(edge.source(), edge.target());
    }
    lines
}
