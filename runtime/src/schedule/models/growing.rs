//! Runs that grow: tasks that make tasks, and tasks that start runs of their own.

use loom::thread::spawn;
use tembel::{Delayed, delayed};

use super::super::rayon::with_helpers;
use super::{consume, look, make, sum};
use crate::compute;
use crate::store::{Census, Value, check};

#[test]
fn a_task_that_makes_two_goes_on_when_both_are_done() {
    check(Some(2), || {
        let census = Census::default();
        with_helpers(1, || {
            let also = census.clone();
            let grown = make(&census, 1).and_then(move |one| {
                assert_eq!(one.get(), 1);
                sum(make(&also, 2), make(&also, 3))
            });
            assert_eq!(consume(grown).compute(), 5);
        });
        census.assert_all_dropped(4);
    });
}

#[test]
fn a_loop_that_grows_beside_another_task_ends_with_its_last_round() {
    fn count(census: &Census, left: u64) -> Delayed<'static, u64> {
        let census = census.clone();
        look(make(&census, left)).and_then(move |left| match left {
            0 => Delayed::ready(0),
            left => count(&census, left - 1),
        })
    }
    check(Some(2), || {
        let census = Census::default();
        with_helpers(1, || {
            let both = (count(&census, 2), consume(make(&census, 7)));
            assert_eq!(compute(both), (0, 7));
        });
        census.assert_all_dropped(4);
    });
}

#[test]
fn another_run_waits_for_a_task_that_grows() {
    check(Some(2), || {
        let census = Census::default();
        with_helpers(0, || {
            let also = census.clone();
            let grown = Delayed::ready(()).and_then(move |()| make(&also, 1));
            let (left, right) = (look(&grown), look(&grown));
            drop(grown);
            let other = spawn(move || assert_eq!(left.compute(), 1));
            assert_eq!(right.compute(), 1);
            other.join().unwrap();
        });
        census.assert_all_dropped(1);
    });
}

#[test]
fn a_task_computes_what_its_own_run_needs_too() {
    check(Some(2), || {
        let census = Census::default();
        with_helpers(1, || {
            let shared = make(&census, 1);
            let inner = look(&shared);
            let task = Delayed::new(move || inner.compute());
            assert_eq!(compute((task, look(&shared))), (1, 1));
            drop(shared);
        });
        census.assert_all_dropped(1);
    });
}

#[test]
fn a_reader_that_starts_a_run_lets_others_count_down_beside_it() {
    // Light tasks: the run stays alone although both readers are ready.
    #[delayed(cost = "light")]
    fn look_and_start(at: &Value) -> u64 {
        at.get() + Delayed::new(|| 1).compute()
    }
    #[delayed(cost = "light")]
    fn look_lightly(at: &Value) -> u64 {
        at.get()
    }
    #[delayed(cost = "light")]
    fn same(number: &u64) -> u64 {
        *number
    }
    check(Some(2), || {
        let census = Census::default();
        with_helpers(0, || {
            let value = make(&census, 1);
            let started = look_and_start(&value);
            let shared = look_lightly(&value);
            let (left, right) = (same(&shared), same(&shared));
            drop((value, shared));
            let other = spawn(move || assert_eq!(left.compute(), 1));
            // What is found last goes first.
            assert_eq!(compute((right, started)), (1, 2));
            other.join().unwrap();
        });
        census.assert_all_dropped(1);
    });
}
