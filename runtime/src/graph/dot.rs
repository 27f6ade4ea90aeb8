//! The graph in Graphviz' and in Mermaid's language.

use std::fmt::Write;

use petgraph::graph::DiGraph;

use super::{Access, TaskInfo};

pub(super) fn draw(graph: &DiGraph<TaskInfo, Access>) -> String {
    let mut out = String::from(
        "digraph tembel {\n    rankdir=TB;\n    node [shape=box, style=rounded, fontname=\"sans-serif\"];\n",
    );
    for node in graph.node_indices() {
        let task = &graph[node];
        let place = format!("{}:{}", task.location().file(), task.location().line());
        let _ = writeln!(
            out,
            "    t{} [label=\"{}\", tooltip=\"{}\"];",
            node.index(),
            escape(task.name()),
            escape(&place)
        );
    }
    for edge in graph.raw_edges() {
        let style = match edge.weight {
            Access::Move => "solid",
            Access::Write => "bold",
            Access::Read | Access::Clone => "dashed",
            Access::Order => "dotted",
        };
        let (from, to) = (edge.source().index(), edge.target().index());
        let _ = writeln!(
            out,
            "    t{from} -> t{to} [style={style}, tooltip=\"{}\"];",
            edge.weight
        );
    }
    out.push_str("}\n");
    out
}

pub(super) fn draw_mermaid(graph: &DiGraph<TaskInfo, Access>) -> String {
    let mut out = String::from("flowchart TD\n");
    for node in graph.node_indices() {
        let name = graph[node].name().replace('"', "#quot;");
        let _ = writeln!(out, "    t{}[\"{name}\"]", node.index());
    }
    for edge in graph.raw_edges() {
        let arrow = match edge.weight {
            Access::Move => "-->",
            Access::Write => "==>",
            Access::Read | Access::Clone | Access::Order => "-.->",
        };
        let _ = writeln!(
            out,
            "    t{} {arrow}|{}| t{}",
            edge.source().index(),
            edge.weight,
            edge.target().index()
        );
    }
    out
}

fn escape(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('\n', "\\n")
}
