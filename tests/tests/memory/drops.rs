//! Every value is dropped exactly once, whatever happens to its graph.

use std::sync::mpsc::channel;
use std::sync::{Arc, Barrier};

use tembel::{Delayed, compute, delayed, gather, try_compute};
use tembel_tests::{Census, Counted, executors, threads_of, within_a_minute};

#[delayed]
pub(super) fn make(census: &Census, value: i64) -> Counted {
    census.count(value)
}

#[delayed]
pub(super) fn add(census: &Census, a: Counted, b: Counted) -> Counted {
    census.count(a.get() + b.get())
}

#[delayed]
pub(super) fn look(x: &Counted) -> i64 {
    x.get()
}

#[delayed]
pub(super) fn change(census: &Census, x: &mut Counted, by: i64) -> Counted {
    let before = census.count(x.get());
    x.value += by;
    before
}

#[delayed]
pub(super) fn alive(census: &Census, _after: i64) -> usize {
    census.alive()
}

#[delayed]
pub(super) fn total(xs: Vec<Counted>) -> i64 {
    xs.iter().map(Counted::get).sum()
}

/// A graph with every kind of edge, in which 21 values are made if all of it is run.
pub(super) fn graph(census: &Census) -> (Delayed<'_, i64>, Delayed<'_, Counted>) {
    let mut x = make(census, 1);
    let seen = look(&x);
    let before = change(census, &mut x, 10);
    let many: Vec<_> = (0..10).map(|i| make(census, i)).collect();
    let sum = total(many);
    let y = add(census, x, before);
    let (a, b) = make(census, 5).zip(make(census, 6)).unzip();
    let z = add(census, a, y);
    let z = z.and_then(move |z| add(census, z, make(census, 100)));
    drop(b);
    let plain = census.count(3);
    let w = add(census, z, plain);
    let (sum, _) = sum.zip(seen).unzip();
    (sum, w)
}

pub(super) const MADE: usize = 20;

#[test]
fn values_of_a_graph_that_runs() {
    for (name, executor) in executors(1) {
        let census = Census::new();
        let (sum, last) = executor.compute(graph(&census));
        assert_eq!((sum, last.get()), (45, 120), "on {name}");
        assert_eq!(census.alive(), 1);
        drop(last);
        census.assert_over(MADE);
    }
}

#[test]
fn values_of_a_graph_that_does_not_run() {
    let census = Census::new();
    drop(graph(&census));
    census.assert_over(1);
}

#[test]
fn values_of_a_graph_of_which_a_part_runs() {
    for (name, executor) in executors(2) {
        let census = Census::new();
        let (sum, last) = graph(&census);
        drop(last);
        assert_eq!(executor.compute(sum), 45, "on {name}");
        census.assert_all_dropped();
        let census = Census::new();
        let (sum, last) = graph(&census);
        drop(sum);
        assert_eq!(executor.compute(last).get(), 120, "on {name}");
        census.assert_all_dropped();
    }
}

#[test]
fn values_that_handles_keep() {
    let census = Census::new();
    let kept = make(&census, 1);
    let seen = look(&kept);
    assert_eq!(compute(&seen), 1);
    assert_eq!((census.alive(), kept.force().get()), (1, 1));
    drop(seen);
    assert_eq!(census.alive(), 1);
    drop(kept);
    census.assert_over(1);
}

#[test]
fn values_of_forgotten_handles_are_never_dropped_twice() {
    let census = Census::new();
    let x = make(&census, 1);
    let sum = add(&census, x, make(&census, 2));
    std::mem::forget(look(&sum));
    assert_eq!(sum.force().get(), 3);
    drop(sum);
    assert_eq!((census.made(), census.dropped()), (3, 2));
    std::mem::forget(make(&census, 4));
    assert_eq!((census.made(), census.dropped()), (3, 2));
}

#[test]
fn an_abandoned_result_of_a_write() {
    for (name, executor) in executors(3) {
        let census = Census::new();
        let mut x = make(&census, 1);
        drop(change(&census, &mut x, 5));
        let kept = change(&census, &mut x, 7);
        let kept_too = change(&census, &mut x, 8);
        drop(kept);
        let (x, before) = executor.compute((x, kept_too));
        assert_eq!((x.get(), before.get()), (21, 13), "on {name}");
        drop((x, before));
        census.assert_over(4);
    }
}

#[test]
fn an_abandoned_changed_value() {
    for (name, executor) in executors(4) {
        let census = Census::new();
        let mut x = make(&census, 1);
        let before = change(&census, &mut x, 5);
        drop(x);
        assert_eq!(executor.compute(before).get(), 1, "on {name}");
        census.assert_over(2);
    }
}

#[test]
fn half_of_a_pair_dropped_before_during_and_after_the_run() {
    within_a_minute(|| {
        let pair = |census: &Census| (census.count(1), census.count(2));
        let census = Census::new();
        let (a, b) = Delayed::new(|| pair(&census)).unzip();
        drop(a);
        assert_eq!(b.compute().get(), 2);
        census.assert_over(2);

        let census = Census::new();
        let (a, b) = Delayed::new(|| pair(&census)).unzip();
        assert_eq!(a.compute().get(), 1);
        assert_eq!(census.alive(), 1);
        drop(b);
        census.assert_over(2);

        for round in 0..200 {
            let census = Census::new();
            let (started, wait) = channel();
            let (a, b) = Delayed::new({
                let census = &census;
                move || {
                    started.send(()).expect("somebody waits");
                    if round % 2 == 0 {
                        std::thread::yield_now();
                    }
                    pair(census)
                }
            })
            .unzip();
            std::thread::scope(|scope| {
                scope.spawn(move || assert_eq!(b.compute().get(), 2));
                wait.recv().expect("the task starts");
                drop(a);
            });
            census.assert_over(2);
        }
    });
}

#[test]
fn a_pair_of_which_nothing_is_asked_for() {
    let census = Census::new();
    let captured = census.count(1);
    let (a, b) = Delayed::new(move || (captured.get(), captured)).unzip();
    drop(b);
    assert_eq!(census.alive(), 1);
    drop(a);
    census.assert_over(1);
}

#[test]
fn an_intermediate_is_dropped_when_its_last_reader_is_done() {
    for (name, executor) in executors(5) {
        let census = Census::new();
        let x = make(&census, 1);
        let first = look(&x);
        let second = look(&x);
        drop(x);
        let both = first.zip(second).map(|(a, b)| a + b);
        let left = alive(&census, both);
        assert_eq!(executor.compute(left), 0, "on {name}");
        census.assert_over(1);
    }
}

#[test]
fn a_value_given_to_a_reader_is_dropped_when_that_is_done() {
    for (name, executor) in executors(6) {
        let census = Census::new();
        let left = alive(&census, look(make(&census, 1)));
        assert_eq!(executor.compute(left), 0, "on {name}");
        census.assert_over(1);
    }
}

#[test]
fn a_value_whose_handle_lives_is_kept() {
    let census = Census::new();
    let x = make(&census, 1);
    let left = alive(&census, look(&x));
    assert_eq!(left.compute(), 1);
    drop(x);
    census.assert_over(1);
}

#[test]
fn a_chain_keeps_one_value_at_a_time() {
    for (name, executor) in executors(7) {
        let census = Census::new();
        let mut x = make(&census, 0);
        let census_in = &census;
        for _ in 0..500 {
            x = x.map(move |x| {
                assert!(census_in.alive() <= 1);
                let next = x.get() + 1;
                drop(x);
                census_in.count(next)
            });
        }
        assert_eq!(executor.compute(x).get(), 500, "on {name}");
        census.assert_over(501);
    }
}

#[test]
fn values_in_collections_of_handles() {
    for (name, executor) in executors(8) {
        let census = Census::new();
        let handles = || (0..100).map(|i| make(&census, i)).collect::<Vec<_>>();
        assert_eq!(executor.compute(total(handles())), 4950, "on {name}");
        census.assert_over(100);
        drop(total(handles()));
        census.assert_over(100);
        drop(gather((
            handles(),
            [make(&census, 1)],
            Some(make(&census, 2)),
        )));
        census.assert_over(100);
        let all = executor.compute(gather((handles(), [make(&census, 1)])));
        assert_eq!(census.alive(), 101);
        drop(all);
        census.assert_over(201);
    }
}

#[test]
fn values_dropped_on_several_threads_at_once() {
    within_a_minute(|| {
        for _ in 0..300 {
            let census = Census::new();
            let start = Arc::new(Barrier::new(3));
            let x = make(&census, 1);
            let readers: Vec<_> = (0..2).map(|_| look(&x)).collect();
            std::thread::scope(|scope| {
                for reader in readers {
                    let start = start.clone();
                    scope.spawn(move || {
                        start.wait();
                        drop(reader);
                    });
                }
                scope.spawn(|| {
                    start.wait();
                    drop(x);
                });
            });
            census.assert_over(0);
        }
    });
}

#[test]
fn results_that_nobody_takes_after_a_failure() {
    for (name, executor) in executors(13) {
        let census = Census::new();
        let c = &census;
        let handles: Vec<_> = (0..50)
            .map(|i| {
                Delayed::new(move || {
                    assert!(i % 10 != 3, "no {i}");
                    c.count(i)
                })
            })
            .collect();
        let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            executor.compute(handles).len()
        }));
        assert!(caught.is_err(), "on {name}");
        census.assert_over(45);
    }
}

#[test]
fn large_and_overaligned_values() {
    #[repr(align(256))]
    struct Wide(Counted, [u8; 20_000]);
    for (name, executor) in executors(14) {
        let census = Census::new();
        let c = &census;
        let make = move |i: u8| Delayed::new(move || Wide(c.count(i.into()), [i; 20_000]));
        let handles: Vec<_> = (0..10).map(make).collect();
        let sums = handles.iter().map(|wide| {
            assert_eq!(std::ptr::from_ref(wide.force()).addr() % 256, 0);
            sum_wide(wide)
        });
        #[delayed]
        fn sum_wide(wide: &Wide) -> u64 {
            wide.1.iter().map(|&x| u64::from(x)).sum::<u64>() + u64::from(wide.0.get() > 100)
        }
        let sums: Vec<u64> = executor.compute(sums.collect::<Vec<_>>());
        assert_eq!(
            sums,
            (0..10).map(|i| i * 20_000).collect::<Vec<_>>(),
            "on {name}"
        );
        drop(make(3));
        let moved = executor.compute(
            handles
                .into_iter()
                .map(|wide| wide.map(|w| w))
                .collect::<Vec<_>>(),
        );
        assert_eq!(moved[9].1[19_999], 9);
        drop(moved);
        census.assert_over(10);
    }
}

#[test]
fn values_without_size_and_without_drop() {
    let unit = Delayed::new(|| ());
    let array = Delayed::new(|| [0_u8; 0]);
    assert_eq!(compute((unit, array)), ((), []));
    let results = try_compute(Vec::<Delayed<()>>::new());
    assert!(results.is_empty());
    let none: Vec<Delayed<Counted>> = Vec::new();
    assert_eq!(total(none).compute(), 0);
    assert!(threads_of(2).compute(Vec::<Delayed<u8>>::new()).is_empty());
}
