//! Limits: places that are taken, given back and waited for, by tasks of one run and of two.
//!
//! Who is refused a place is set aside and told when one is free: a run that is not told sleeps for ever, and loom says so.
//! That no two tasks share a place is watched as well, for what one did there must have happened before what the other does.

use loom::thread::spawn;
use tembel::{Delayed, delayed};

use super::super::rayon::with_helpers;
use super::{consume, fail, look, make};
use crate::store::{Census, Place, Value, check};
use crate::{CancelToken, ErrorKind, Executor, compute, try_compute};

#[delayed(limit = 1)]
fn alone(place: Place, value: Value) -> u64 {
    place.change();
    value.get()
}

/// A task that holds the only place, and computes what holds it too.
#[delayed(limit = 1)]
fn nested(place: Place, inner: Delayed<'static, u64>) -> u64 {
    place.change();
    inner.compute()
}

#[test]
fn two_tasks_of_a_run_hold_the_only_place_one_after_the_other() {
    check(Some(2), || {
        let census = Census::default();
        with_helpers(1, || {
            let place = Place::default();
            let all = [1, 2].map(|number| alone(place.clone(), make(&census, number)));
            assert_eq!(compute(all), [1, 2]);
        });
        census.assert_all_dropped(2);
    });
}

#[test]
fn a_third_task_waits_while_two_end_at_once() {
    #[delayed(limit = 2)]
    fn pair(value: &Value) -> u64 {
        value.get()
    }
    check(Some(2), || {
        let census = Census::default();
        with_helpers(1, || {
            let value = make(&census, 1);
            let all = [(); 3].map(|()| pair(&value));
            drop(value);
            assert_eq!(compute(all), [1; 3]);
        });
        census.assert_all_dropped(1);
    });
}

#[test]
fn a_run_that_waits_for_the_place_of_another_is_told_when_it_is_free() {
    check(Some(3), || {
        let census = Census::default();
        with_helpers(0, || {
            let place = Place::default();
            let mine = alone(place.clone(), make(&census, 1));
            let others = alone(place, make(&census, 2));
            let other = spawn(move || assert_eq!(others.compute(), 2));
            assert_eq!(mine.compute(), 1);
            other.join().unwrap();
        });
        census.assert_all_dropped(2);
    });
}

#[test]
fn a_place_that_is_taken_again_before_the_run_that_was_told_looks_is_told_of_again() {
    #[delayed(limit = 1)]
    fn again(place: Place, before: u64) -> u64 {
        place.change();
        before + 1
    }
    check(Some(3), || {
        let census = Census::default();
        with_helpers(0, || {
            let place = Place::default();
            let mine = again(place.clone(), consume(make(&census, 1)));
            let others = again(place.clone(), again(place, consume(make(&census, 2))));
            let other = spawn(move || assert_eq!(others.compute(), 4));
            assert_eq!(mine.compute(), 2);
            other.join().unwrap();
        });
        census.assert_all_dropped(2);
    });
}

#[test]
fn a_task_that_fails_gives_its_place_back() {
    check(Some(2), || {
        let census = Census::default();
        with_helpers(1, || {
            let place = Place::default();
            let bad = alone(place.clone(), fail());
            let good = alone(place, make(&census, 1));
            let (bad, good) = try_compute((bad, good));
            assert_eq!(bad.unwrap_err().kind(), ErrorKind::Panicked);
            assert_eq!(good.unwrap(), 1);
        });
        census.assert_all_dropped(1);
    });
}

#[test]
fn a_task_that_computes_one_of_its_kind_gives_its_place_up_meanwhile() {
    check(Some(3), || {
        let census = Census::default();
        with_helpers(0, || {
            let other = Place::default();
            let inner = alone(other.clone(), make(&census, 1));
            let outer = nested(Place::default(), Delayed::ready(inner));
            let also = alone(other, make(&census, 2));
            let thread = spawn(move || assert_eq!(also.compute(), 2));
            assert_eq!(outer.compute(), 1);
            thread.join().unwrap();
        });
        census.assert_all_dropped(2);
    });
}

#[test]
fn a_cancel_meets_a_place_that_is_given_back() {
    check(Some(3), || {
        let census = Census::default();
        with_helpers(0, || {
            let place = Place::default();
            let token = CancelToken::new();
            let mine = alone(place.clone(), make(&census, 1));
            let others = alone(place, make(&census, 2));
            let cancelled = token.clone();
            let other = spawn(move || {
                assert_eq!(others.compute(), 2);
                cancelled.cancel();
            });
            let executor = Executor::builder().cancel_token(token).build().unwrap();
            match executor.try_compute(mine) {
                Ok(number) => assert_eq!(number, 1),
                Err(error) => {
                    assert_eq!(error.kind(), ErrorKind::Cancelled);
                    let (done, skipped) = (error.tasks_done(), error.tasks_skipped());
                    assert_eq!(done.unwrap() + skipped.unwrap(), 2);
                }
            }
            other.join().unwrap();
            // The place is free whatever happened.
            assert_eq!(alone(Place::default(), make(&census, 3)).compute(), 3);
        });
        assert_eq!(census.made(), census.dropped());
    });
}

#[test]
fn the_end_of_a_run_comes_after_the_task_that_it_had_set_aside() {
    check(Some(2), || {
        let census = Census::default();
        with_helpers(1, || {
            let place = Place::default();
            let first = make(&census, 1);
            let both = [look(&first), alone(place.clone(), first)];
            let last = consume(make(&census, 2));
            assert_eq!(
                compute((both, alone(place, make(&census, 3)), last)),
                ([1, 1], 3, 2)
            );
        });
        census.assert_all_dropped(3);
    });
}
