//! Runs that follow each other under one number: a mark that was read in one may lead to the next.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use loom::thread::spawn;

use super::super::rayon::with_helpers;
use super::super::registry::{keeps_a_run, thread_ends};
use super::{consume, look, make};
use crate::store::{Census, check};
use crate::sync::{Mutex, lock};
use crate::{Delayed, compute};

/// Counts the executions in which the thread that asks keeps its run for the next one.
#[derive(Clone, Default)]
struct Kept(Arc<AtomicUsize>);

impl Kept {
    fn look(&self) {
        self.0
            .fetch_add(usize::from(keeps_a_run()), Ordering::Relaxed);
    }

    fn assert_some(&self) {
        assert!(self.0.load(Ordering::Relaxed) > 0, "no run was kept");
    }
}

/// Checks a model without helpers that makes two values, and that in some of its executions a run was kept.
fn check_kept(preemptions: usize, model: impl Fn(&Census, Kept) + Send + Sync + 'static) {
    let kept = Kept::default();
    let seen = kept.clone();
    check(Some(preemptions), move || {
        let census = Census::default();
        with_helpers(0, || model(&census, seen.clone()));
        census.assert_all_dropped(2);
    });
    kept.assert_some();
}

#[test]
fn who_waits_for_a_task_of_one_run_is_not_lost_in_the_next() {
    check_kept(2, |census, seen| {
        let shared = make(census, 1);
        let (left, right) = (look(&shared), look(&shared));
        drop(shared);
        let next = consume(make(census, 2));
        let other = spawn(move || {
            assert_eq!(left.compute(), 1);
            seen.look();
            assert_eq!(next.compute(), 2);
        });
        assert_eq!(right.compute(), 1);
        other.join().unwrap();
    });
}

#[test]
fn a_run_shares_tasks_with_two_that_follow_each_other() {
    check_kept(1, |census, seen| {
        let (a, b) = (make(census, 1), make(census, 2));
        let left = (look(&a), look(&b));
        let right = (look(&a), look(&b));
        drop((a, b));
        let other = spawn(move || {
            assert_eq!(left.0.compute(), 1);
            seen.look();
            assert_eq!(left.1.compute(), 2);
        });
        assert_eq!(compute(right), (1, 2));
        other.join().unwrap();
    });
}

#[test]
fn the_number_of_a_thread_that_ends_goes_to_a_run_of_another() {
    check_kept(2, |census, seen| {
        let shared = make(census, 1);
        let (left, right) = (look(&shared), look(&shared));
        drop(shared);
        let other = spawn(move || {
            assert_eq!(left.compute(), 1);
            seen.look();
            thread_ends();
        });
        assert_eq!(right.compute(), 1);
        // The next run needs a number of its own.
        thread_ends();
        assert_eq!(consume(make(census, 2)).compute(), 2);
        other.join().unwrap();
    });
}

#[test]
fn a_task_gets_help_from_inside_a_run_that_is_used_again() {
    check(Some(2), || {
        let census = Census::default();
        with_helpers(0, || {
            assert_eq!(consume(make(&census, 1)).compute(), 1);
            assert!(keeps_a_run());
            // The older task starts first.
            let inner = Arc::new(Mutex::new(None));
            let (given, count) = (inner.clone(), census.clone());
            let task = Delayed::new(move || {
                assert_eq!(count.made(), 1, "what is needed waits behind this task");
                let inner: Option<Delayed<'_, u64>> = lock(&given).take();
                inner.unwrap().compute()
            });
            let shared = make(&census, 2);
            *lock(&inner) = Some(look(&shared));
            assert_eq!(compute((task, look(&shared))), (2, 2));
            drop(shared);
        });
        census.assert_all_dropped(2);
    });
}
