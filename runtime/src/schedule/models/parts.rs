//! The parts of a run that threads meet in, each by itself, in all interleavings there are.

use std::sync::Arc;

use loom::thread::spawn;

use super::super::block::TaskId;
use super::super::crew::Crew;
use super::super::event::{Event, Gate};
use super::super::ready::ReadyRange;
use crate::store::{Place, check};
use crate::sync::{AtomicBool, Ordering};

const SOME: TaskId = TaskId { block: 0, index: 0 };

#[test]
fn whoever_waits_hears_a_ring_that_comes_as_it_looks() {
    check(None, || {
        let bell = Arc::new((Event::default(), AtomicBool::new(false)));
        let also = bell.clone();
        let thread = spawn(move || {
            also.1.store(true, Ordering::Release);
            also.0.ring();
        });
        bell.0.wait(|| bell.1.load(Ordering::Acquire));
        thread.join().unwrap();
    });
}

#[test]
fn who_closes_a_gate_goes_on_after_all_that_was_done_inside() {
    check(Some(3), || {
        let gate = Arc::new((Gate::new(), Event::default()));
        let place = Place::default();
        let inside = [(); 2].map(|()| {
            let (gate, place) = (gate.clone(), place.clone());
            spawn(move || {
                if gate.0.enter() {
                    place.look();
                    if gate.0.leave() {
                        gate.1.ring();
                    }
                }
            })
        });
        gate.0.close();
        if !gate.0.is_empty() {
            gate.1.wait(|| gate.0.is_empty());
        }
        place.change();
        for thread in inside {
            thread.join().unwrap();
        }
    });
}

#[test]
fn a_worker_that_leaves_sees_the_work_or_is_replaced() {
    check(None, || {
        let crew = Arc::new(Crew::new(2));
        assert!(crew.count_in() && crew.count_in());
        let leaving = crew.clone();
        let thread = spawn(move || {
            let (seat, deque) = leaving.sit();
            let found = leaving.steal(seat).is_some();
            leaving.stand_up(seat, deque);
            leaving.count_out();
            found || leaving.has_work()
        });
        let (seat, deque) = crew.sit();
        deque.push(SOME);
        let replaced = crew.count_in();
        let seen = thread.join().unwrap();
        assert!(seen || replaced);
        crew.stand_up(seat, deque);
    });
}

#[test]
fn a_worker_that_leaves_sees_a_range_that_moves_or_is_missed() {
    check(Some(3), || {
        let crew = Arc::new(Crew::new(2));
        assert!(crew.count_in() && crew.count_in());
        let (together, sources) = (ReadyRange::default(), ReadyRange::default());
        let (first, _deque) = crew.sit();
        // Two workers: one of eight is at hand, three are in the range of the seat.
        assert!(together.offer(&(0..8)));
        assert_eq!(crew.take(first, [&together, &sources]), Some(0));
        together.take_part(1);
        let leaving = crew.clone();
        let thread = spawn(move || {
            let (seat, deque) = leaving.sit();
            let found = leaving.steal_range(seat).is_some();
            leaving.stand_up(seat, deque);
            leaving.count_out();
            found || leaving.has_work()
        });
        let (second, _deque) = crew.sit();
        let stolen = crew.steal_range(second);
        while crew.len(first) > 0 {
            crew.take(first, [&together, &sources]);
        }
        let missed = stolen.is_some() && crew.is_short();
        let nothing_left = crew.len(second) == 0;
        assert!(thread.join().unwrap() || missed || nothing_left);
    });
}
