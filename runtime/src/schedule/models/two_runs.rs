//! Two runs that need the same tasks: one runs each of them, the other is told, once.

use std::sync::Arc;

use loom::thread::spawn;
use tembel::{Delayed, lazy};

use super::super::rayon::with_helpers;
use super::{consume, fail, look, make, sum};
use crate::ErrorKind;
use crate::store::{Census, check};

#[test]
fn a_task_that_two_runs_need_is_run_once_and_both_see_its_value() {
    check(Some(2), || {
        let census = Census::default();
        with_helpers(0, || {
            let shared = make(&census, 1);
            let (left, right) = (look(&shared), look(&shared));
            drop(shared);
            let other = spawn(move || assert_eq!(left.compute(), 1));
            assert_eq!(right.compute(), 1);
            other.join().unwrap();
        });
        census.assert_all_dropped(1);
    });
}

#[test]
fn a_value_that_two_threads_ask_for_is_made_once() {
    check(Some(2), || {
        let census = Census::default();
        with_helpers(0, || {
            let shared = Arc::new(make(&census, 1));
            let also = shared.clone();
            let other = spawn(move || assert_eq!(also.force().get(), 1));
            assert_eq!(shared.force().get(), 1);
            other.join().unwrap();
            assert_eq!(census.made(), 1);
        });
    });
}

#[test]
fn two_runs_that_each_claim_what_the_other_needs_both_end() {
    check(Some(2), || {
        let census = Census::default();
        with_helpers(0, || {
            let (a, b) = (make(&census, 1), make(&census, 2));
            let left = sum(&a, &b);
            let right = sum(&b, &a);
            drop((a, b));
            let other = spawn(move || assert_eq!(consume(left).compute(), 3));
            assert_eq!(consume(right).compute(), 3);
            other.join().unwrap();
        });
        census.assert_all_dropped(4);
    });
}

#[test]
fn what_another_run_fails_to_make_is_missing_here_too() {
    check(Some(2), || {
        with_helpers(0, || {
            let shared = fail();
            let (left, right) = (look(&shared), look(&shared));
            drop(shared);
            let kind = |error: Result<u64, crate::Error>| error.unwrap_err().kind();
            let other = spawn(move || kind(left.try_compute()));
            let kinds = (kind(right.try_compute()), other.join().unwrap());
            assert!(kinds.0 == ErrorKind::Panicked || kinds.1 == ErrorKind::Panicked);
        });
    });
}

#[test]
fn a_run_with_helpers_tells_another_run() {
    check(Some(1), || {
        let census = Census::default();
        with_helpers(1, || {
            let (a, b) = (make(&census, 1), make(&census, 2));
            let left = look(&a);
            let right = sum(a, b);
            let other = spawn(move || assert_eq!(left.compute(), 1));
            assert_eq!(consume(right).compute(), 3);
            other.join().unwrap();
        });
        census.assert_all_dropped(3);
    });
}

#[test]
fn a_run_that_waits_helps_with_what_a_task_needs() {
    check(Some(2), || {
        let census = Census::default();
        with_helpers(0, || {
            let shared = sum(make(&census, 1), make(&census, 2));
            let (left, right) = (look(&shared), look(&shared));
            drop(shared);
            let other = spawn(move || assert_eq!(left.compute(), 3));
            assert_eq!(right.compute(), 3);
            other.join().unwrap();
        });
        census.assert_all_dropped(3);
    });
}

#[test]
fn who_waits_for_the_end_of_a_block_is_told_by_the_thread_that_does_it() {
    check(Some(2), || {
        with_helpers(0, || {
            let made = Delayed::new(|| 1);
            let block = Arc::new(lazy! {
                let one = made;
                one + 1
            });
            let also = block.clone();
            let other = spawn(move || assert_eq!(*also.force(), 2));
            assert_eq!(*block.force(), 2);
            other.join().unwrap();
        });
    });
}
