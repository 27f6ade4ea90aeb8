//! What a profile says of a run.

use tembel::{Delayed, Executor, Gather, Profile, TaskState, delayed, gather};

/// The profile of a run on so many workers, and what the run gave.
pub(crate) fn profiled<G: Gather>(workers: usize, all: G) -> (G::Outcome, Profile) {
    let profile = Profile::new();
    let builder = Executor::builder().observer(profile.clone());
    let executor = builder.threads(workers).build().unwrap();
    (executor.try_compute(all), profile)
}

#[delayed]
pub(crate) fn spin(turns: u64) -> u64 {
    (0..turns * 1000).fold(turns, |x, i| std::hint::black_box(x ^ i))
}

#[delayed]
pub(crate) fn join(x: u64, y: u64) -> u64 {
    x ^ y
}

#[delayed]
pub(crate) fn tree(depth: u64) -> Delayed<u64> {
    if depth == 0 {
        spin(10)
    } else {
        join(tree(depth - 1), tree(depth - 1))
    }
}

#[test]
fn a_summary_counts_tasks_by_name() {
    for workers in [1, 2, 8] {
        let all = gather((0..30).map(|_| spin(20)).collect::<Vec<_>>());
        let profile = profiled(workers, all).1;
        let summary = profile.to_string();
        assert!(summary.starts_with("31 tasks in "), "{summary}");
        let row = summary
            .lines()
            .find(|line| line.trim_start().starts_with("spin "))
            .unwrap();
        assert_eq!(row.split_whitespace().nth(1), Some("30"), "{summary}");
        assert!(summary.contains(if workers == 1 {
            "on 1 worker\n"
        } else {
            "workers\n"
        }));
    }
}

#[test]
fn the_graph_of_a_profile_has_what_became_of_each_task() {
    for workers in [1, 2, 8] {
        let bad = Delayed::<u64>::new(|| panic!("no")).named("bad");
        let all = (join(bad, spin(1)).named("after"), spin(1).named("good"));
        let graph = profiled(workers, all).1.graph();
        let tasks = graph.as_petgraph();
        let state = |name| {
            let node = tasks
                .node_indices()
                .find(|&node| tasks[node].name() == name);
            graph.state(node.unwrap())
        };
        assert_eq!(state("bad"), TaskState::Failed);
        assert_eq!(state("after"), TaskState::Skipped);
        assert_eq!(state("good"), TaskState::Done);
        assert_eq!(state("spin"), TaskState::Done);
    }
}

#[test]
fn values_are_alive_from_their_task_to_their_last_user() {
    let peak = |all: Delayed<'_, u64>| {
        let summary = profiled(1, all).1.to_string();
        let line = summary
            .lines()
            .find(|line| line.contains("live values"))
            .unwrap();
        line.split_whitespace()
            .nth(2)
            .unwrap()
            .parse::<usize>()
            .unwrap()
    };
    let chain = (0..20).fold(spin(1), |x, _| x.map(|x| x + 1));
    assert_eq!(peak(chain), 1);
    let wide = gather((0..20).map(|_| spin(1)).collect::<Vec<_>>());
    assert_eq!(peak(wide.map(|all| all.len() as u64)), 20);
}

#[test]
fn a_task_that_grows_is_before_and_after_what_it_made() {
    for workers in [1, 2, 8] {
        let (value, profile) = profiled(workers, tree(5));
        value.unwrap();
        let graph = profile.graph();
        assert!(!tembel::petgraph::algo::is_cyclic_directed(
            graph.as_petgraph()
        ));
        let tasks = graph.as_petgraph();
        let named = |name: &str| {
            tasks
                .node_weights()
                .filter(|task| task.name() == name)
                .count()
        };
        assert_eq!((named("tree"), named("spin"), named("join")), (63, 32, 31));
        assert!(
            tasks
                .node_indices()
                .all(|node| graph.state(node) == TaskState::Done)
        );
        // Two of each depth run side by side.
        let sources = tasks.externals(tembel::petgraph::Incoming);
        assert_eq!(sources.count(), 1);
        assert!(
            graph.with_costs(|_, _| 1.0).parallelism() > 5.0,
            "{profile}"
        );
    }
}

#[test]
fn a_prediction_is_between_the_bounds_and_all_the_work() {
    for workers in [1, 2, 8] {
        let all = gather((0..40).map(|i| spin(i % 7 + 1)).collect::<Vec<_>>());
        let profile = profiled(workers, all).1;
        let one = profile.predict(1);
        assert!((one.speed_up() - 1.0).abs() < 1e-9);
        for prediction in profile.predict_curve() {
            // To the nanosecond.
            let slack = std::time::Duration::from_nanos(1);
            assert!(prediction.makespan() + slack >= prediction.bound());
            assert!(prediction.makespan() <= one.makespan() + slack);
        }
    }
}

#[test]
fn a_profile_keeps_the_run_that_started_last() {
    let profile = Profile::new();
    let executor = Executor::builder()
        .observer(profile.clone())
        .build()
        .unwrap();
    executor.compute(gather((0..9).map(spin).collect::<Vec<_>>()));
    executor.compute(spin(1));
    assert!(profile.to_string().starts_with("1 task in "));
    assert_eq!(profile.graph().as_petgraph().node_count(), 1);
}
