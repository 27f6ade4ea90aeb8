//! Waking and sleeping: what is ready is run by whoever has nothing to do.
//!
//! Two tasks that meet can only end when two workers run them at the same time: a wake-up that gets lost leaves the one
//! waiting for the other for ever.

use std::sync::Arc;

use tembel::{Delayed, delayed};

use super::super::rayon::{with_helpers, with_helpers_inside, with_pool};
use crate::store::check;
use crate::sync::{Condvar, Mutex, lock};
use crate::{Executor, compute};

/// Where tasks wait for each other.
#[derive(Clone, Default)]
struct Meeting(Arc<(Mutex<u32>, Condvar)>);

impl Meeting {
    fn of(&self, many: u32) {
        let mut there = lock(&self.0.0);
        *there += 1;
        self.0.1.notify_all();
        while *there < many {
            there = self.0.1.wait(there).unwrap();
        }
    }
}

/// Two tasks that meet.
fn pair() -> [Delayed<'static, ()>; 2] {
    let meeting = Meeting::default();
    [(); 2].map(|()| {
        let meeting = meeting.clone();
        Delayed::new(move || meeting.of(2))
    })
}

#[delayed]
fn meet(_after: &[()], meeting: Meeting, many: u32) {
    meeting.of(many);
}

#[delayed]
fn then(before: Vec<()>) -> Vec<()> {
    before
}

#[test]
fn a_second_worker_comes_where_two_tasks_are_ready_at_once() {
    check(Some(2), || {
        with_helpers(1, || {
            compute(pair());
        });
    });
}

#[test]
fn whoever_fell_asleep_is_woken_when_there_is_more_to_do() {
    check(Some(2), || {
        with_helpers(1, || {
            let fork = then(Vec::from(pair()));
            let meeting = Meeting::default();
            compute([meet(&fork, meeting.clone(), 2), meet(&fork, meeting, 2)]);
        });
    });
}

#[test]
fn three_workers_are_woken_for_three_tasks() {
    check(Some(1), || {
        with_helpers(2, || {
            let fork = then(Vec::from(pair()));
            let meeting = Meeting::default();
            compute([(); 3].map(|()| meet(&fork, meeting.clone(), 3)));
        });
    });
}

#[test]
fn what_a_busy_worker_has_taken_together_is_run_by_others() {
    check(Some(2), || {
        with_helpers(1, || {
            // The first two are taken together: who runs the one waits for the other.
            let others = [(); 2].map(|()| Delayed::new(|| ()));
            compute((pair(), others));
        });
    });
}

#[test]
fn successors_that_become_ready_together_are_run_by_all() {
    check(Some(1), || {
        with_helpers(1, || {
            let fork = then(Vec::<()>::new());
            let meeting = Meeting::default();
            let others = [(); 2].map(|()| meet(&fork, Meeting::default(), 1));
            let pair = [(); 2].map(|()| meet(&fork, meeting.clone(), 2));
            compute((others, pair));
        });
    });
}

#[test]
fn a_caller_inside_the_pool_is_woken_too() {
    check(Some(2), || {
        with_helpers_inside(1, || {
            let fork = then(Vec::from(pair()));
            let meeting = Meeting::default();
            compute([meet(&fork, meeting.clone(), 2), meet(&fork, meeting, 2)]);
        });
    });
}

#[test]
fn the_threads_of_a_pool_do_a_run_that_its_caller_waits_for() {
    check(Some(2), || {
        with_pool(2, || {
            let executor = Executor::builder().threads(2).build().unwrap();
            let fork = then(Vec::from(pair()));
            executor.compute(fork);
        });
    });
}

#[test]
fn a_task_that_computes_shares_the_run_it_is_in() {
    check(Some(2), || {
        with_helpers(1, || {
            let meeting = Meeting::default();
            let also = meeting.clone();
            let inner = Delayed::new(move || Delayed::new(move || also.of(2)).compute());
            compute((inner, Delayed::new(move || meeting.of(2))));
        });
    });
}
