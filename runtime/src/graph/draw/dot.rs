//! A drawing in Graphviz' and in Mermaid's language.

use std::fmt::Write;

use super::drawing::{Drawing, TaskBox};
use crate::graph::{Access, TaskState};

pub(super) fn draw(drawing: &Drawing) -> String {
    let mut out = String::from(
        "digraph tembel {\n    rankdir=TB;\n    node [shape=box, style=\"rounded,filled\", fillcolor=white, fontname=\"sans-serif\"];\n",
    );
    for (number, shown) in drawing.boxes.iter().enumerate() {
        let _ = writeln!(
            out,
            "    t{number} [label=\"{}\", tooltip=\"{}\"{}];",
            escape(&label(shown)),
            escape(&tooltip(shown)),
            look(shown)
        );
    }
    for line in &drawing.lines {
        let style = match line.access {
            Access::Move => "solid",
            Access::Write => "bold",
            Access::Read | Access::Clone => "dashed",
            Access::Order => "dotted",
        };
        let critical = if line.critical {
            ", color=\"#c2410c\""
        } else {
            ""
        };
        let (from, to, access) = (line.from, line.to, line.access);
        let _ = writeln!(
            out,
            "    t{from} -> t{to} [style={style}, tooltip=\"{access}\"{critical}];"
        );
    }
    out.push_str("}\n");
    out
}

fn label(shown: &TaskBox) -> String {
    match shown.count {
        1 => shown.name.clone(),
        count => format!("{} ×{count}", shown.name),
    }
}

fn tooltip(shown: &TaskBox) -> String {
    match shown.place {
        Some((file, line)) => format!("{file}:{line}"),
        None => "several places".to_owned(),
    }
}

/// How a box differs from others.
fn look(shown: &TaskBox) -> String {
    let fill = match shown.state {
        TaskState::Failed => ", fillcolor=\"#fbd5d5\"",
        TaskState::Running => ", fillcolor=\"#fef0c7\"",
        TaskState::Skipped => ", fillcolor=\"#e4e7ec\"",
        TaskState::Waiting | TaskState::Done => "",
    };
    let critical = if shown.critical {
        ", color=\"#c2410c\""
    } else {
        ""
    };
    format!("{fill}{critical}")
}

pub(super) fn draw_mermaid(drawing: &Drawing) -> String {
    let mut out = String::from("flowchart TD\n");
    for (number, shown) in drawing.boxes.iter().enumerate() {
        let name = label(shown).replace('"', "#quot;");
        let _ = writeln!(out, "    t{number}[\"{name}\"]");
    }
    for line in &drawing.lines {
        let arrow = match line.access {
            Access::Move => "-->",
            Access::Write => "==>",
            Access::Read | Access::Clone | Access::Order => "-.->",
        };
        let (from, to, access) = (line.from, line.to, line.access);
        let _ = writeln!(out, "    t{from} {arrow}|{access}| t{to}");
    }
    let critical = drawing
        .boxes
        .iter()
        .enumerate()
        .filter(|(_, shown)| shown.critical);
    let critical: Vec<String> = critical.map(|(number, _)| format!("t{number}")).collect();
    if !critical.is_empty() {
        let _ = writeln!(out, "    classDef critical stroke:#c2410c,stroke-width:2px");
        let _ = writeln!(out, "    class {} critical", critical.join(","));
    }
    out
}

fn escape(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('\n', "\\n")
}
