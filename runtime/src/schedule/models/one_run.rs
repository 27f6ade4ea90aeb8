//! One run, by two and three workers.

use super::super::rayon::{with_helpers, with_pool};
use super::{change, consume, fail, look, make, sum};
use crate::store::{Census, check};
use crate::{ErrorKind, Executor, compute, try_compute};

#[test]
fn two_predecessors_that_finish_at_once_start_their_successor_once() {
    check(Some(2), || {
        let census = Census::default();
        with_helpers(1, || {
            let both = sum(make(&census, 1), make(&census, 2));
            assert_eq!(consume(both).compute(), 3);
        });
        census.assert_all_dropped(3);
    });
}

#[test]
fn three_workers_start_a_successor_of_three_once() {
    check(Some(2), || {
        let census = Census::default();
        with_helpers(2, || {
            let two = sum(make(&census, 1), make(&census, 2));
            let three = sum(two, make(&census, 3));
            assert_eq!(consume(three).compute(), 6);
        });
        census.assert_all_dropped(5);
    });
}

#[test]
fn a_write_waits_for_every_reader() {
    check(Some(2), || {
        let census = Census::default();
        with_helpers(1, || {
            let mut value = make(&census, 1);
            let before = (look(&value), look(&value));
            let _ = change(&mut value, 2);
            assert_eq!(compute((before, consume(value))), ((1, 1), 2));
        });
        census.assert_all_dropped(1);
    });
}

#[test]
fn a_move_waits_for_every_reader() {
    check(Some(2), || {
        let census = Census::default();
        with_helpers(1, || {
            let value = make(&census, 1);
            let before = (look(&value), look(&value));
            assert_eq!(compute((before, consume(value))), ((1, 1), 1));
        });
        census.assert_all_dropped(1);
    });
}

#[test]
fn the_last_of_two_readers_drops_the_value() {
    check(Some(2), || {
        let census = Census::default();
        with_helpers(1, || {
            let value = make(&census, 1);
            let readers = (look(&value), look(&value));
            drop(value);
            assert_eq!(compute(readers), (1, 1));
            census.assert_all_dropped(1);
        });
    });
}

#[test]
fn a_task_that_a_higher_one_goes_before_is_run_too() {
    check(Some(2), || {
        let census = Census::default();
        with_pool(2, || {
            let executor = Executor::builder().threads(2).build().unwrap();
            let value = make(&census, 1);
            let low = look(&value);
            let high = consume(sum(&value, &value));
            drop(value);
            assert_eq!(executor.compute((low, high)), (1, 2));
        });
        census.assert_all_dropped(2);
    });
}

#[test]
fn a_task_that_fails_as_another_finishes_discards_their_successor_once() {
    check(Some(2), || {
        let census = Census::default();
        with_helpers(1, || {
            let good = make(&census, 1);
            let seen = look(&good);
            let both = consume(sum(fail(), good));
            let (seen, both) = try_compute((seen, both));
            assert_eq!(seen.unwrap(), 1);
            assert_eq!(both.unwrap_err().kind(), ErrorKind::Panicked);
        });
        census.assert_all_dropped(1);
    });
}

#[test]
fn of_two_tasks_that_fail_at_once_the_first_in_the_program_counts() {
    check(Some(2), || {
        let census = Census::default();
        with_helpers(1, || {
            let (first, second) = (fail().named("first"), fail().named("second"));
            let error = consume(sum(first, second)).try_compute().unwrap_err();
            assert_eq!(error.task(), "first");
        });
        census.assert_all_dropped(0);
    });
}
