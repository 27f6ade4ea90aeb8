//! A run in Chrome's trace-event format, as JSON objects: <https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU>.
//!
//! A worker is a thread of one process. An edge is a flow from the end of a task to the start of another, and stands in the
//! arguments of the later one besides: `task` is its number, and `needs` are those of the tasks that it waits for.

use std::fmt::Write;

use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

use super::json::Quoted;
use super::record::{Part, Record};
use super::series::Series;
use crate::graph::TaskState;

/// Above so many edges a viewer gets slow: they stand in the arguments then, and are not drawn.
const MOST_FLOWS: usize = 20_000;

pub(super) fn of(record: &Record) -> String {
    let mut out = String::from("{\"displayTimeUnit\":\"ns\",\"traceEvents\":[\n");
    names(record, &mut out);
    for (node, part) in record.ran() {
        task(record, node, part, &mut out);
    }
    if record.graph.as_petgraph().edge_count() <= MOST_FLOWS {
        flows(record, &mut out);
    }
    counter("running tasks", &Series::running(record), &mut out);
    counter("live values", &Series::alive(record), &mut out);
    out.truncate(out.trim_end_matches(",\n").len());
    out.push_str("\n]}\n");
    out
}

fn names(record: &Record, out: &mut String) {
    out.push_str(
        "{\"ph\":\"M\",\"pid\":1,\"name\":\"process_name\",\"args\":{\"name\":\"tembel\"}},\n",
    );
    let workers = record
        .ran()
        .map(|(_, part)| part.worker + 1)
        .max()
        .unwrap_or(0);
    for worker in 0..workers {
        let _ = writeln!(
            out,
            "{{\"ph\":\"M\",\"pid\":1,\"tid\":{worker},\"name\":\"thread_name\",\"args\":{{\"name\":\"worker {worker}\"}}}},"
        );
    }
}

fn task(record: &Record, node: NodeIndex, part: &Part, out: &mut String) {
    let graph = record.graph.as_petgraph();
    let info = &graph[node];
    let state = record.graph.state(node);
    let _ = write!(
        out,
        "{{\"ph\":\"X\",\"pid\":1,\"tid\":{},\"ts\":{},\"dur\":{},\"name\":{},\"cat\":\"{}\",",
        part.worker,
        Micros(part.start),
        Micros(part.end - part.start),
        Quoted(info.name()),
        if state == TaskState::Failed {
            "failed"
        } else {
            "task"
        },
    );
    let place = info.location().to_string();
    let _ = write!(
        out,
        "\"args\":{{\"task\":{},\"place\":{},\"needs\":[",
        node.index(),
        Quoted(&place)
    );
    for (number, before) in graph
        .neighbors_directed(node, petgraph::Incoming)
        .enumerate()
    {
        let comma = if number == 0 { "" } else { "," };
        let _ = write!(out, "{comma}{}", before.index());
    }
    out.push_str("]}},\n");
}

fn flows(record: &Record, out: &mut String) {
    for edge in record.graph.as_petgraph().edge_references() {
        let part = |node: NodeIndex| record.parts[node.index()];
        let (Some(from), Some(to)) = (part(edge.source()), part(edge.target())) else {
            continue;
        };
        let (id, access) = (edge.id().index(), edge.weight());
        let mut flow = |ph: &str, worker: u32, at: u64| {
            let at = Micros(at);
            let _ = writeln!(
                out,
                "{{\"ph\":{ph},\"id\":{id},\"pid\":1,\"tid\":{worker},\"ts\":{at},\"name\":\"{access}\",\"cat\":\"edge\"}},"
            );
        };
        // A flow belongs to the slice that its time lies in.
        flow(
            "\"s\"",
            from.worker,
            from.end.saturating_sub(1).max(from.start),
        );
        flow("\"f\",\"bp\":\"e\"", to.worker, to.start);
    }
}

fn counter(name: &str, series: &Series, out: &mut String) {
    for &(at, count) in &series.0 {
        let at = Micros(at);
        let _ = writeln!(
            out,
            "{{\"ph\":\"C\",\"pid\":1,\"ts\":{at},\"name\":\"{name}\",\"args\":{{\"count\":{count}}}}},"
        );
    }
}

/// Nanoseconds as microseconds, without loss.
struct Micros(u64);

impl std::fmt::Display for Micros {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{:03}", self.0 / 1000, self.0 % 1000)
    }
}
