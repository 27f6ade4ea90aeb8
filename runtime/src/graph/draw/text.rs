//! The graph as text: one line a task in the order of creation, with what it needs.

use std::fmt;

use petgraph::graph::DiGraph;
use petgraph::visit::EdgeRef;

use super::super::{Access, TaskInfo};
use super::drawing::file_name;

/// Lines that are drawn before the rest is only counted.
const MOST_LINES: usize = 200;

pub(super) fn draw(graph: &DiGraph<TaskInfo, Access>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let (tasks, edges) = (graph.node_count(), graph.edge_count());
    writeln!(f, "{tasks} tasks, {edges} edges")?;
    let digits = tasks.saturating_sub(1).to_string().len();
    for node in graph.node_indices().take(MOST_LINES) {
        let task = &graph[node];
        write!(f, "  {:digits$} {}", node.index(), task.name())?;
        let mut needs: Vec<_> = graph.edges_directed(node, petgraph::Incoming).collect();
        needs.sort_by_key(EdgeRef::id);
        needs.reverse();
        for (number, edge) in needs.iter().take(8).enumerate() {
            let comma = if number == 0 { " <-" } else { "," };
            write!(f, "{comma} {} {}", edge.weight(), edge.source().index())?;
        }
        if needs.len() > 8 {
            write!(f, ", and {} more", needs.len() - 8)?;
        }
        writeln!(f, "    {}:{}", file_name(task), task.location().line())?;
    }
    if tasks > MOST_LINES {
        writeln!(f, "  … and {} more", tasks - MOST_LINES)?;
    }
    Ok(())
}
