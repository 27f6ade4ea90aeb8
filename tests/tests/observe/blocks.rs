//! Tasks of blocks and of their branches, as observers and drawings show them.

use tembel::{Access, Executor, Kind, Profile, lazy};

use super::log::{Told, What, told};

const WORKERS: [usize; 4] = [0, 1, 2, 8];

fn load(n: i64) -> Vec<i64> {
    (0..n).collect()
}

fn total(v: &[i64]) -> i64 {
    v.iter().sum()
}

fn push(v: &mut Vec<i64>, x: i64) {
    v.push(x);
}

fn few(n: i64) -> i64 {
    n
}

fn edge(told: &Told, from: &str, to: &str) -> Option<Access> {
    let is_it =
        |&&(a, b, _): &&(usize, usize, Access)| told.names[a] == from && told.names[b] == to;
    told.edges.iter().find(is_it).map(|edge| edge.2)
}

#[test]
fn the_tasks_of_a_block_have_the_names_of_its_calls_and_the_order_of_its_statements() {
    for workers in WORKERS {
        let block = lazy! {
            let mut v = load(4);
            let t = total(&v);
            push(&mut v, t);
            total(&v)
        };
        let drawn = block.graph();
        let (value, told) = told(workers, block);
        assert_eq!(value.unwrap(), 12);
        told.assert_one_end_each();
        assert_eq!(edge(&told, "load", "total"), Some(Access::Read));
        assert_eq!(edge(&told, "load", "push"), Some(Access::Write));
        assert_eq!(edge(&told, "push", "total"), Some(Access::Read));
        let mut drawn: Vec<String> = drawn
            .as_petgraph()
            .node_weights()
            .map(|task| task.name().to_owned())
            .collect();
        let mut names = told.names.clone();
        drawn.sort();
        names.sort();
        assert_eq!(drawn, names);
    }
}

#[test]
fn the_tasks_of_the_arm_that_is_taken_join_the_run() {
    for workers in WORKERS {
        for (n, taken, other) in [(4, "total", "few"), (1, "few", "total")] {
            let block = lazy! {
                let v = load(n);
                let m = few(n);
                if m > 2 { total(&v) } else { few(m) }
            };
            let (value, told) = told(workers, block);
            assert_eq!(value.unwrap(), if n == 4 { 6 } else { 1 });
            told.assert_one_end_each();
            let joined = &told.added[..];
            assert_eq!(joined.len(), 1, "{:?}", told.names);
            let (by, _, first, count) = joined[0];
            let inside = &told.names[first..first + count];
            assert!(inside.iter().any(|name| name == taken), "{inside:?}");
            assert!(!inside.iter().any(|name| name == other), "{inside:?}");
            assert!(told.names[by].starts_with("if"), "{:?}", told.names[by]);
        }
    }
}

#[test]
fn a_profile_shows_a_branch_with_its_place_before_and_after_what_is_inside() {
    for threads in [1, 2, 8] {
        let profile = Profile::new();
        let executor = Executor::builder()
            .observer(profile.clone())
            .threads(threads);
        let block = lazy! {
            let v = load(5);
            let mut sum = 0;
            for x in load(3) { sum += few(x) + total(&v); }
            sum
        };
        assert_eq!(executor.build().unwrap().compute(block), 3 + 3 * 10);
        let graph = profile.graph();
        let tasks = graph.as_petgraph();
        assert!(!tembel::petgraph::algo::is_cyclic_directed(tasks));
        for task in tasks.node_weights() {
            assert!(task.location().file().ends_with("blocks.rs"), "{task}");
        }
        let named = |name: &str| {
            tasks
                .node_weights()
                .filter(|task| task.name() == name)
                .count()
        };
        assert_eq!((named("few"), named("total"), named("load")), (3, 3, 2));
        let branch = |task: &&tembel::TaskInfo| task.name().starts_with("for");
        assert!(
            tasks
                .node_weights()
                .any(|task| branch(&task) && task.kind() == Kind::Statement)
        );
    }
}

#[test]
fn a_statement_after_the_one_that_failed_is_told_as_skipped() {
    fn check(n: i64) -> Result<i64, String> {
        if n > 2 { Err(n.to_string()) } else { Ok(n) }
    }
    for workers in WORKERS {
        let block = lazy! {
            let a = check(3)?;
            let b = few(a);
            Ok::<i64, String>(b)
        };
        let (value, told) = told(workers, block);
        assert_eq!(value.unwrap(), Err("3".to_owned()));
        told.assert_one_end_each();
        assert_eq!(told.of("few").last(), Some(&What::Skipped));
    }
}
