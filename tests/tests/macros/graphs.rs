//! `graph()` shows what would run.

use std::sync::mpsc::channel;

use tembel::petgraph::algo::{is_cyclic_directed, toposort};
use tembel::petgraph::visit::EdgeRef;
use tembel::{Access, Delayed, Graph, Kind, delayed};
use tembel_tests::{threads_of, within_a_minute};

#[delayed]
fn load(n: usize) -> Vec<f64> {
    vec![2.0; n]
}

#[delayed]
fn norm(a: &[f64]) -> f64 {
    a.iter().map(|x| x * x).sum()
}

#[delayed]
fn push(a: &mut Vec<f64>, x: f64) -> usize {
    a.push(x);
    a.len()
}

#[delayed(name = "take all")]
fn take(a: Vec<f64>, b: Vec<f64>) -> f64 {
    a.iter().chain(&b).sum()
}

/// Edges by the names of their ends, sorted.
fn edges(graph: &Graph) -> Vec<(String, Access, String)> {
    let graph = graph.as_petgraph();
    let name = |node| {
        let task: &tembel::TaskInfo = &graph[node];
        task.name().to_owned()
    };
    let mut edges: Vec<_> = graph
        .edge_references()
        .map(|edge| (name(edge.source()), *edge.weight(), name(edge.target())))
        .collect();
    edges.sort_by_key(|(from, access, to)| (from.clone(), to.clone(), access.as_str()));
    edges
}

fn edge(from: &str, access: Access, to: &str) -> (String, Access, String) {
    (from.to_owned(), access, to.to_owned())
}

#[test]
fn every_access_is_an_edge() {
    let mut x = load(3);
    let before = norm(&x).named("before");
    let _ = push(&mut x, 1.0);
    let after = norm(&x).named("after");
    let taken = take(&x, load(1).named("other"));
    let all = before.zip(after).map(|(a, b)| a + b).named("sum");
    let all = tembel::gather((all, taken, x));
    assert_eq!(
        edges(&all.graph()),
        [
            edge("after", Access::Order, "gather"),
            edge("after", Access::Move, "zip"),
            edge("before", Access::Order, "push"),
            edge("before", Access::Move, "zip"),
            edge("load", Access::Read, "before"),
            edge("load", Access::Write, "push"),
            edge("other", Access::Move, "take all"),
            edge("push", Access::Read, "after"),
            edge("push", Access::Move, "gather"),
            edge("push", Access::Clone, "take all"),
            edge("sum", Access::Move, "gather"),
            edge("take all", Access::Move, "gather"),
            edge("zip", Access::Move, "sum"),
        ]
    );
    assert!(!is_cyclic_directed(all.graph().as_petgraph()));
    assert!((all.compute().1 - 9.0).abs() < 1e-12);
}

#[test]
fn a_node_says_name_place_and_kind() {
    let line = line!() + 1;
    let task = norm(load(3)).map(|x| x + 1.0);
    let graph = task.graph();
    let graph = graph.as_petgraph();
    let order = toposort(graph, None).expect("it has no cycle");
    let told: Vec<_> = order
        .iter()
        .map(|&node| {
            let place = graph[node].location();
            assert_eq!((place.file(), place.line()), (file!(), line));
            (graph[node].name(), place.column(), graph[node].kind())
        })
        .collect();
    let expected = [
        ("load", 21, Kind::Function),
        ("norm", 16, Kind::Function),
        ("map", 30, Kind::Map),
    ];
    assert_eq!(told, expected);
}

#[test]
fn the_place_of_a_method_chain_is_each_call() {
    let task = Delayed::new(|| 1)
        .zip(Delayed::ready(2))
        .and_then(|(a, b)| Delayed::ready(a + b));
    let graph = task.graph();
    let kinds: Vec<_> = graph
        .as_petgraph()
        .node_weights()
        .map(tembel::TaskInfo::kind)
        .collect();
    assert_eq!(kinds, [Kind::Closure, Kind::Zip, Kind::AndThen]);
    assert_eq!(task.compute(), 3);
}

#[test]
fn what_is_there_already_is_not_in_the_graph() {
    let x = load(2);
    let task = norm(&x);
    assert_eq!(task.graph().as_petgraph().node_count(), 2);
    assert_eq!(x.force().len(), 2);
    assert_eq!(task.graph().as_petgraph().node_count(), 1);
    assert!((*task.force() - 8.0).abs() < 1e-12);
    assert_eq!(task.graph().as_petgraph().node_count(), 0);
}

#[test]
fn looking_changes_nothing() {
    let task = norm(load(2));
    let text = task.graph().to_string();
    assert_eq!(task.graph().to_string(), text);
    assert!(
        text.starts_with("2 tasks, 1 edges") && text.contains("norm <- read 0"),
        "{text}"
    );
    assert!((task.compute() - 8.0).abs() < 1e-12);
}

#[test]
fn nodes_are_in_the_order_of_creation() {
    let tasks: Vec<_> = (0..100).map(|i| load(i).named(format!("{i:02}"))).collect();
    let all = tembel::gather(tasks.into_iter().rev().collect::<Vec<_>>());
    let graph = all.graph();
    let names: Vec<_> = graph
        .as_petgraph()
        .node_weights()
        .map(tembel::TaskInfo::name)
        .collect();
    assert!(names[..100].is_sorted(), "{names:?}");
    assert_eq!(names[100], "gather");
}

#[test]
fn a_graph_can_be_looked_at_while_another_thread_runs_it() {
    within_a_minute(|| {
        for round in 0..50 {
            let (started, wait) = channel();
            let (sender, receiver) = channel::<()>();
            let slow = Delayed::new(move || {
                started.send(()).expect("somebody waits");
                receiver.recv().expect("somebody sends");
                1
            })
            .named("slow");
            let user = slow.clone().map(|x| x + 1);
            let other = slow.clone().map(|x| x + 2).named("other");
            std::thread::scope(|scope| {
                let user = scope.spawn(move || threads_of(1 + round % 2).compute(user));
                wait.recv().expect("the task starts");
                let graph = other.graph();
                let names: Vec<_> = graph
                    .as_petgraph()
                    .node_weights()
                    .map(tembel::TaskInfo::name)
                    .collect();
                assert!(
                    names.contains(&"other") && names.contains(&"slow"),
                    "{names:?}"
                );
                sender.send(()).expect("the task waits");
                assert_eq!(user.join().expect("it gives a sum"), 2);
            });
            assert_eq!(other.compute(), 3);
        }
    });
}
