//! The trace as its readers see it.

use std::collections::HashMap;

use serde_json::Value;
use tembel::{Gather, gather};

use super::profile::{join, profiled, spin, tree};

fn trace<G: Gather>(workers: usize, all: G) -> Vec<Value> {
    let profile = profiled(workers, all).1;
    let name = format!("tembel-trace-{}-{workers}.json", std::process::id());
    let path = std::env::temp_dir().join(name);
    profile.write_trace(&path).unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::remove_file(path).unwrap();
    let mut trace: Value = serde_json::from_str(&text).unwrap();
    let Value::Array(events) = trace["traceEvents"].take() else {
        panic!("no events");
    };
    events
}

fn phase<'e>(events: &'e [Value], phase: &str) -> Vec<&'e Value> {
    events.iter().filter(|event| event["ph"] == phase).collect()
}

/// Start and end in nanoseconds.
#[expect(clippy::cast_possible_truncation, reason = "runs of less than a day")]
fn span(event: &Value) -> (i64, i64) {
    let nanos = |key: &str| (event[key].as_f64().unwrap() * 1000.0).round() as i64;
    (nanos("ts"), nanos("ts") + nanos("dur"))
}

fn assert_trace(events: &[Value], tasks: usize) {
    let spans = phase(events, "X");
    assert_eq!(spans.len(), tasks);
    let number = |event: &Value| event["args"]["task"].as_u64().unwrap();
    let by_task: HashMap<u64, (i64, i64)> = spans
        .iter()
        .map(|event| (number(event), span(event)))
        .collect();
    assert_eq!(by_task.len(), tasks);
    let mut edges = 0;
    for event in &spans {
        for before in event["args"]["needs"].as_array().unwrap() {
            let before = by_task[&before.as_u64().unwrap()];
            assert!(before.1 <= span(event).0, "{event}");
            edges += 1;
        }
    }
    assert!(edges + 1 >= tasks);
    assert_eq!(phase(events, "s").len(), edges);
    assert_eq!(phase(events, "f").len(), edges);
    let mut workers: HashMap<u64, Vec<(i64, i64)>> = HashMap::new();
    for event in spans {
        workers
            .entry(event["tid"].as_u64().unwrap())
            .or_default()
            .push(span(event));
    }
    for spans in workers.values_mut() {
        spans.sort_unstable();
        assert!(spans.windows(2).all(|pair| pair[0].1 <= pair[1].0));
    }
    let named = phase(events, "M");
    assert_eq!(named.len(), workers.len() + 1);
}

#[test]
fn intervals_respect_every_edge_and_never_overlap_on_a_worker() {
    for workers in [1, 2, 8] {
        let mut row: Vec<_> = (0..20).map(spin).collect();
        for _ in 0..10 {
            let next = (0..20).map(|i| join(&row[i], &row[(i + 1) % 20])).collect();
            row = next;
        }
        assert_trace(&trace(workers, gather(row)), 20 * 11 + 1);
    }
}

#[test]
fn tasks_that_join_a_run_are_in_the_trace() {
    for workers in [1, 2, 8] {
        let events = trace(workers, tree(5));
        let tasks = phase(&events, "X").len();
        assert!(tasks >= 63 + 32 + 31);
        assert_trace(&events, tasks);
    }
}

#[test]
fn counters_start_and_end_at_nothing_running() {
    let events = trace(2, gather((0..50).map(spin).collect::<Vec<_>>()));
    let running: Vec<i64> = phase(&events, "C")
        .iter()
        .filter(|event| event["name"] == "running tasks")
        .map(|event| event["args"]["count"].as_i64().unwrap())
        .collect();
    assert_eq!(running.last(), Some(&0));
    assert!(running.iter().all(|&count| (0..=3).contains(&count)));
    assert!(running.contains(&1));
}
