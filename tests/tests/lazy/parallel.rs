//! What may run at the same time does, and what may not never does. Shown with barriers, not with clocks.

use std::sync::Barrier;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use tembel::{Executor, lazy};

fn meet(barrier: &Barrier, value: i64) -> i64 {
    barrier.wait();
    value
}

fn meet_at(barrier: &Barrier, seen: &[i64]) -> i64 {
    barrier.wait();
    seen.len() as i64
}

fn executor(threads: usize) -> Executor<'static> {
    Executor::builder().threads(threads).build().expect("valid")
}

#[test]
fn independent_calls_meet() {
    let both = Barrier::new(2);
    let sum = lazy! {
        let a = meet(&both, 1);
        let b = meet(&both, 2);
        a + b
    };
    assert_eq!(executor(2).compute(sum), 3);
}

#[test]
fn arguments_and_elements_meet() {
    let all = Barrier::new(3);
    let block = lazy! { vec![meet(&all, 1), meet(&all, 2), meet(&all, 3)] };
    assert_eq!(executor(3).compute(block), [1, 2, 3]);
    let block = lazy! { Some((meet(&all, 1), [meet(&all, 2)], -meet(&all, 3))) };
    assert_eq!(executor(3).compute(block), Some((1, [2], -3)));
}

#[test]
fn readers_meet() {
    let both = Barrier::new(2);
    let block = lazy! {
        let v = vec![1, 2, 3];
        let a = meet_at(&both, &v);
        let b = meet_at(&both, &v);
        (a, b, v)
    };
    assert_eq!(executor(2).compute(block), (3, 3, vec![1, 2, 3]));
}

#[test]
fn rounds_of_a_loop_meet() {
    let all = Barrier::new(4);
    let block = lazy! {
        let mut out = Vec::new();
        for i in 0..4 {
            out.push(meet(&all, i));
        }
        out
    };
    assert_eq!(executor(4).compute(block), [0, 1, 2, 3]);
}

#[test]
fn question_marks_do_not_keep_loads_apart() {
    fn load(barrier: &Barrier, value: i64) -> Result<i64, String> {
        barrier.wait();
        Ok(value)
    }
    let both = Barrier::new(2);
    let block = lazy! {
        let a = load(&both, 1)?;
        let b = load(&both, 2)?;
        Ok::<_, String>(a + b)
    };
    assert_eq!(executor(2).compute(block), Ok(3));
}

#[test]
fn blocks_computed_together_meet() {
    let both = Barrier::new(2);
    let (a, b) = (lazy! { meet(&both, 1) }, lazy! { meet(&both, 2) });
    assert_eq!(executor(2).compute((a, b)), (1, 2));
}

#[test]
fn ordered_tasks_never_overlap() {
    struct Alone<'a>(&'a AtomicBool);
    impl<'a> Alone<'a> {
        fn new(busy: &'a AtomicBool) -> Self {
            assert!(!busy.swap(true, Ordering::SeqCst), "two at the same time");
            crate::law::nap();
            Alone(busy)
        }
    }
    impl Drop for Alone<'_> {
        fn drop(&mut self) {
            self.0.store(false, Ordering::SeqCst);
        }
    }
    fn change(v: &mut Vec<i64>, busy: &AtomicBool) {
        let _alone = Alone::new(busy);
        v.push(1);
    }
    fn look(v: &[i64], readers: &AtomicUsize, busy: &AtomicBool) -> usize {
        assert!(!busy.load(Ordering::SeqCst), "read while it is written");
        readers.fetch_add(1, Ordering::SeqCst);
        crate::law::nap();
        v.len()
    }
    let (busy, readers) = (AtomicBool::new(false), AtomicUsize::new(0));
    for _ in 0..50 {
        let block = lazy! {
            let mut v = Vec::new();
            change(&mut v, &busy);
            let a = look(&v, &readers, &busy);
            let b = look(&v, &readers, &busy);
            change(&mut v, &busy);
            let c = look(&v, &readers, &busy);
            change(&mut v, &busy);
            (a, b, c, v.len())
        };
        assert_eq!(executor(4).compute(block), (1, 1, 2, 3));
    }
}

#[test]
fn the_graph_shows_names_lines_and_accesses() {
    fn load(n: i64) -> Vec<i64> {
        vec![n]
    }
    fn total(v: &[i64]) -> i64 {
        v.iter().sum()
    }
    let block = lazy! {
        let mut v = load(1);
        let t = total(&v);
        v.push(t);
        v
    };
    let graph = block.graph();
    let names: Vec<&str> = graph
        .as_petgraph()
        .node_weights()
        .map(|task| task.name())
        .collect();
    assert_eq!(names, ["load", "total", "push"]);
    let lines: Vec<u32> = graph
        .as_petgraph()
        .node_weights()
        .map(|task| task.location().line())
        .collect();
    assert_eq!((lines[1] - lines[0], lines[2] - lines[0]), (1, 2));
    let mut accesses: Vec<&str> = graph
        .as_petgraph()
        .edge_weights()
        .map(|access| access.as_str())
        .collect();
    accesses.sort_unstable();
    assert_eq!(accesses, ["move", "read", "write"]);
}

#[test]
fn calls_in_an_arm_meet() {
    let both = Barrier::new(2);
    let block = lazy! {
        let n = meet(&Barrier::new(1), 1);
        let sum = if n > 0 {
            let a = meet(&both, 1);
            let b = meet(&both, 2);
            a + b
        } else {
            meet(&both, 0)
        };
        match Some(sum) {
            Some(sum) => (meet(&both, sum), meet(&both, n)),
            None => (meet(&both, 0), 0),
        }
    };
    assert_eq!(executor(2).compute(block), (3, 1));
}

#[test]
fn calls_of_two_branches_meet() {
    let both = Barrier::new(2);
    let block = lazy! {
        let v = vec![1, 2, 3];
        let n = v.len();
        let a = if n > 1 { meet_at(&both, &v) } else { meet_at(&both, &[]) };
        let b = match n { 3 => meet_at(&both, &v), _ => meet_at(&both, &v[1..]) };
        (a, b, v)
    };
    assert_eq!(executor(2).compute(block), (3, 3, vec![1, 2, 3]));
}

#[test]
fn rounds_over_a_result_meet() {
    let all = Barrier::new(4);
    let block = lazy! {
        let items = vec![meet(&Barrier::new(1), 0), 1, 2, 3];
        let mut out = Vec::new();
        for item in items {
            out.push(meet(&all, item));
        }
        out
    };
    assert_eq!(executor(4).compute(block), [0, 1, 2, 3]);
}

#[test]
fn a_write_in_an_arm_never_overlaps_the_readers() {
    fn read(busy: &AtomicUsize, v: &[i64]) -> i64 {
        busy.fetch_add(1, Ordering::SeqCst);
        std::thread::yield_now();
        busy.fetch_sub(1, Ordering::SeqCst);
        v.len() as i64
    }
    fn write(busy: &AtomicUsize, v: &mut Vec<i64>) {
        assert_eq!(busy.load(Ordering::SeqCst), 0);
        v.push(1);
    }
    for _ in 0..50 {
        let busy = AtomicUsize::new(0);
        let block = lazy! {
            let mut v = vec![0];
            let a = read(&busy, &v);
            let b = if a > 0 { read(&busy, &v) + read(&busy, &v) } else { 0 };
            if a > 0 {
                write(&busy, &mut v);
            }
            let c = if a > 0 { read(&busy, &v) + read(&busy, &v) } else { 0 };
            write(&busy, &mut v);
            (a, b, c, v.len())
        };
        assert_eq!(executor(4).compute(block), (1, 2, 4, 3));
    }
}

#[test]
fn a_block_of_plain_calls_is_the_graph_of_the_calls() {
    fn inc(n: i64) -> i64 {
        n + 1
    }
    fn add(a: i64, b: i64) -> i64 {
        a + b
    }
    let block = lazy! {
        let mut a = inc(1);
        for _ in 0..3 {
            a = inc(a);
        }
        let b = inc(10);
        add(a, b)
    };
    let graph = block.graph();
    let graph = graph.as_petgraph();
    assert_eq!((graph.node_count(), graph.edge_count()), (6, 5));
    assert!(graph.node_weights().all(|task| task.name() != "lazy!"));
    assert_eq!(block.compute(), 16);
}
