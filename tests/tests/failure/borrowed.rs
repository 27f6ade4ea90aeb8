//! A value is never taken from under a reader that is not part of the run.

use std::sync::atomic::{AtomicUsize, Ordering};

use tembel::{Delayed, ErrorKind, compute, delayed};
use tembel_tests::{executors, text_of};

#[delayed]
fn load(starts: &AtomicUsize) -> Vec<i64> {
    starts.fetch_add(1, Ordering::SeqCst);
    vec![1, 2, 3]
}

#[delayed]
fn sum(xs: &[i64]) -> i64 {
    xs.iter().sum()
}

#[delayed]
fn eat(xs: Vec<i64>) -> usize {
    xs.len()
}

#[delayed]
fn push(xs: &mut Vec<i64>, x: i64) {
    xs.push(x);
}

#[test]
fn a_taker_without_its_reader_is_refused_before_anything_starts() {
    for (name, executor) in executors(1) {
        let starts = AtomicUsize::new(0);
        let line = line!() + 1;
        let data = load(&starts);
        let reader = sum(&data);
        let eaten = eat(data);
        let error = executor.try_compute(eaten).expect_err("it is borrowed");
        assert_eq!(error.kind(), ErrorKind::Borrowed, "on {name}");
        assert_eq!((error.task(), error.location().line()), ("load", line));
        assert_eq!(starts.load(Ordering::SeqCst), 0);
        let text = error.to_string();
        let place = |line| format!("borrowed.rs:{line}:");
        assert!(
            text.contains("`load`") && text.contains(&place(line)),
            "{text}"
        );
        assert!(
            text.contains("`eat`") && text.contains(&place(line + 2)),
            "{text}"
        );
        assert!(text.contains("1 task"), "{text}");
        for way_out in ["together", "drop", "clone()", "force()"] {
            assert!(text.contains(way_out), "no `{way_out}` in: {text}");
        }
        // Its value still comes: the refused taker gave its count back.
        assert_eq!(executor.compute(reader), 6);
    }
}

#[test]
fn compute_panics_with_the_same_text() {
    let starts = AtomicUsize::new(0);
    let data = load(&starts);
    let _readers = [sum(&data), sum(&data)];
    let work = std::panic::AssertUnwindSafe(|| data.compute());
    let text = text_of(&*std::panic::catch_unwind(work).expect_err("it is borrowed"));
    assert!(
        text.contains("`load`") && text.contains("2 tasks"),
        "{text}"
    );
    assert!(text.contains("force()"), "{text}");
    assert_eq!(starts.load(Ordering::SeqCst), 0);
}

#[test]
fn a_write_is_refused_too() {
    let starts = AtomicUsize::new(0);
    let mut data = load(&starts);
    let reader = sum(&data);
    let _ = push(&mut data, 4);
    let error = data.try_compute().expect_err("it is borrowed");
    assert_eq!(error.kind(), ErrorKind::Borrowed);
    assert!(error.to_string().contains("`push`"), "{error}");
    assert_eq!(starts.load(Ordering::SeqCst), 0);
    drop(reader);
}

#[test]
fn an_evaluated_value_is_borrowed_as_well() {
    let starts = AtomicUsize::new(0);
    let data = load(&starts);
    assert_eq!(data.force().len(), 3);
    let reader = sum(&data);
    let error = eat(data).try_compute().expect_err("it is borrowed");
    assert_eq!(error.kind(), ErrorKind::Borrowed);
    assert_eq!(reader.compute(), 6);
    assert_eq!(starts.load(Ordering::SeqCst), 1);
}

#[test]
fn reader_and_taker_together_work() {
    for (name, executor) in executors(2) {
        let starts = AtomicUsize::new(0);
        let data = load(&starts);
        let reader = sum(&data);
        assert_eq!(executor.compute((reader, eat(data))), (6, 3), "on {name}");
        let data = load(&starts);
        let reader = sum(&data);
        assert_eq!(
            executor.compute((data, reader)),
            (vec![1, 2, 3], 6),
            "on {name}"
        );
        let mut data = load(&starts);
        let reader = sum(&data);
        let _ = push(&mut data, 4);
        let after = sum(&data);
        let all = executor.compute((after, reader, eat(data)));
        assert_eq!(all, (10, 6, 4), "on {name}");
    }
}

#[test]
fn a_run_of_everything_but_one_reader_is_refused_and_can_be_repeated_without_it() {
    let starts = AtomicUsize::new(0);
    let data = load(&starts);
    let readers: Vec<_> = (0..5).map(|_| sum(&data)).collect();
    let late = sum(&data);
    let users: Vec<_> = readers
        .iter()
        .map(|reader| reader.clone().map(|x| x + 1))
        .collect();
    let eaten = eat(data);
    let error = tembel::try_compute((users, &eaten))
        .1
        .expect_err("`late` reads");
    assert!(error.to_string().contains("1 task"), "{error}");
    assert_eq!(starts.load(Ordering::SeqCst), 0);
    drop(late);
    assert_eq!(compute((readers, eaten)), (vec![6; 5], 3));
}

#[test]
fn a_dropped_reader_is_no_reader() {
    let starts = AtomicUsize::new(0);
    let data = load(&starts);
    drop(sum(&data));
    let of_reader = sum(&data).map(|sum| sum + 1);
    drop(of_reader);
    assert_eq!(eat(data).compute(), 3);
}

#[test]
fn a_reader_that_has_run_is_no_reader() {
    let starts = AtomicUsize::new(0);
    let data = load(&starts);
    let reader = sum(&data);
    assert_eq!(*reader.force(), 6);
    assert_eq!(eat(data).compute(), 3);
    assert_eq!(reader.compute(), 6);
}

#[test]
fn force_takes_nothing_and_works_with_readers() {
    let starts = AtomicUsize::new(0);
    let data = load(&starts);
    let reader = sum(&data);
    assert_eq!(data.force(), &[1, 2, 3]);
    assert_eq!(compute(&data), [1, 2, 3]);
    assert_eq!((reader.compute(), data.compute()), (6, vec![1, 2, 3]));
    assert_eq!(starts.load(Ordering::SeqCst), 1);
}

#[test]
fn a_clone_for_the_taker_works() {
    let starts = AtomicUsize::new(0);
    let data = load(&starts);
    let reader = sum(&data);
    assert_eq!(eat(data.clone()).compute(), 3);
    assert_eq!(eat(&data).compute(), 3);
    assert_eq!(reader.compute(), 6);
}

#[test]
fn a_forgotten_reader_is_never_run_and_its_value_never_taken() {
    let starts = AtomicUsize::new(0);
    let data = load(&starts);
    {
        let local = vec![1_i64; 3];
        #[delayed]
        fn both(xs: &[i64], ys: &[i64]) -> i64 {
            xs.iter().zip(ys).map(|(x, y)| x * y).sum()
        }
        std::mem::forget(both(&data, &local));
    }
    let eaten = eat(data);
    for _ in 0..3 {
        let again = tembel::try_compute(&eaten).expect_err("somebody reads for ever");
        assert_eq!(again.kind(), ErrorKind::Borrowed);
    }
    assert_eq!(starts.load(Ordering::SeqCst), 0);
}

#[test]
fn the_graph_of_a_taker_without_its_reader_can_be_looked_at() {
    let starts = AtomicUsize::new(0);
    let data = load(&starts);
    let reader = sum(&data);
    let eaten = eat(data);
    assert_eq!(eaten.graph().as_petgraph().node_count(), 2);
    assert_eq!(compute((eaten, reader)), (3, 6));
}

#[test]
fn a_dynamic_task_takes_after_a_reader_in_the_outer_graph() {
    for seed in 0..20 {
        for (name, executor) in executors(seed) {
            let starts = AtomicUsize::new(0);
            let data = load(&starts);
            let reader = sum(&data);
            let eaten = Delayed::ready(()).and_then(move |()| eat(data));
            let both = executor.try_compute((eaten, reader));
            let both = (both.0.map_err(|e| e.to_string()), both.1.ok());
            assert_eq!(both, (Ok(3), Some(6)), "on {name}");
        }
    }
}

#[test]
fn a_refused_dynamic_graph_is_an_error_of_its_run() {
    for (name, executor) in executors(3) {
        let starts = AtomicUsize::new(0);
        let data = load(&starts);
        let reader = sum(&data);
        let eaten = Delayed::ready(()).and_then(move |()| eat(data));
        let error = executor.try_compute(eaten).expect_err("it is borrowed");
        assert_eq!(error.kind(), ErrorKind::Borrowed, "on {name}");
        assert_eq!(executor.compute(reader), 6, "on {name}");
    }
}
