//! The graph of what is asked for and not there yet.

use std::collections::{HashMap, HashSet};

use petgraph::graph::{DiGraph, NodeIndex};

use super::{Access, Graph, Known, TaskInfo, TaskState};
use crate::schedule::{Root, collect_only};
use crate::store::OutputRef;

impl Graph {
    pub(crate) fn of(outputs: impl IntoIterator<Item = OutputRef>) -> Self {
        let root = |output| Root {
            output,
            access: Access::Read,
        };
        let roots: Vec<Root> = outputs.into_iter().map(root).collect();
        collect_only(&roots, |block| {
            let mut graph = DiGraph::new();
            let shown = block.tasks(0);
            for info in &*shown.infos {
                graph.add_node(info.clone());
            }
            let tasks = graph.node_count();
            for &(from, to, access) in &*shown.edges {
                let node = |index: u32| NodeIndex::new(index as usize);
                graph.add_edge(node(from), node(to), access);
            }
            // Tasks that a run on another thread is about: shown, but not looked into.
            let mut elsewhere = HashMap::new();
            for wait in &block.awaits {
                let from = *elsewhere
                    .entry(wait.task)
                    .or_insert_with(|| graph.add_node(TaskInfo::of(wait.task)));
                let waiting = wait.index as usize;
                // Nobody waits for a value that is asked for itself.
                if waiting < tasks {
                    graph.add_edge(from, NodeIndex::new(waiting), Access::Read);
                }
            }
            let graph = in_order(&graph);
            let mut known = Known::default();
            if !elsewhere.is_empty() {
                let others: HashSet<u64> = elsewhere.keys().map(|task| task.order()).collect();
                let state = |task: &TaskInfo| {
                    let running = others.contains(&task.order);
                    if running {
                        TaskState::Running
                    } else {
                        TaskState::Waiting
                    }
                };
                known.states = graph.node_weights().map(state).collect();
            }
            Graph { graph, known }
        })
    }
}

/// The same graph with its nodes in the order of creation.
fn in_order(graph: &DiGraph<TaskInfo, Access>) -> DiGraph<TaskInfo, Access> {
    let drawn = |edge: &&petgraph::graph::Edge<Access>| {
        // An order that another edge between the two gives anyway.
        let parallel = graph.edges_connecting(edge.source(), edge.target());
        edge.weight != Access::Order || parallel.count() == 1
    };
    let mut nodes: Vec<NodeIndex> = graph.node_indices().collect();
    nodes.sort_by_key(|&node| graph[node].order);
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
