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
            "    t{number} [label=\"{}\"{}];",
            escape(&label(drawing, shown)),
            look(shown)
        );
    }
    for line in &drawing.lines {
        let style = match line.access {
            Access::Move => "solid",
            Access::Write => "bold",
            Access::Read => "dashed",
            Access::Clone => "dashed, arrowhead=empty",
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

/// What is written into a box: its name, and below it where it was made and what became of it.
fn label(drawing: &Drawing, shown: &TaskBox) -> String {
    let mut label = format!("{}\n{}", shown.label(), shown.made_at());
    if drawing.has_states {
        let _ = write!(label, "\n{}", shown.state_in_words());
    }
    if let (true, Some(time)) = (drawing.has_run, shown.time()) {
        let _ = write!(label, ", {time}");
    }
    label
}

/// The colour of a state that is worth a look.
fn fill(state: TaskState) -> Option<&'static str> {
    match state {
        TaskState::Failed => Some("#fbd5d5"),
        TaskState::Running => Some("#fef0c7"),
        TaskState::Skipped => Some("#e4e7ec"),
        TaskState::Waiting | TaskState::Done => None,
    }
}

/// How a box differs from others.
fn look(shown: &TaskBox) -> String {
    let fill = fill(shown.state).map_or_else(String::new, |fill| format!(", fillcolor=\"{fill}\""));
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
        let name = escape_mermaid(&label(drawing, shown));
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
    let class = |out: &mut String, name: &str, look: &str, is_in: &dyn Fn(&TaskBox) -> bool| {
        let boxes = drawing.boxes.iter().enumerate();
        let boxes = boxes.filter(|(_, shown)| is_in(shown));
        let boxes: Vec<String> = boxes.map(|(number, _)| format!("t{number}")).collect();
        if !boxes.is_empty() {
            let _ = writeln!(out, "    classDef {name} {look}");
            let _ = writeln!(out, "    class {} {name}", boxes.join(","));
        }
    };
    let states = [TaskState::Failed, TaskState::Running, TaskState::Skipped];
    for state in states {
        let look = format!("fill:{}", fill(state).unwrap_or_default());
        class(&mut out, state.as_str(), &look, &|shown| {
            drawing.has_states && shown.state == state
        });
    }
    let critical = "stroke:#c2410c,stroke-width:2px";
    class(&mut out, "critical", critical, &|shown| shown.critical);
    out
}

fn escape_mermaid(text: &str) -> String {
    text.replace('&', "#amp;")
        .replace('"', "#quot;")
        .replace('<', "#lt;")
        .replace('>', "#gt;")
        .replace('\n', "<br/>")
}

fn escape(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('\n', "\\n")
}
