//! Models of what threads do to one record at the same time: reading, giving up, abandoning, failing.
//!
//! Each task is run by hand, in an order that a schedule could choose. loom watches the values and the memory: a value that
//! is dropped beside a look at it, a record that is freed twice, never, or beside another use, is an error.

use loom::sync::Arc;
use loom::thread::{JoinHandle, spawn};
use tembel::{Delayed, delayed};

use super::{Alone, Census, Dice, Ran, State, TaskRef, Value, check};
use crate::build::task_split;
use crate::graph::{Info, Kind};

#[delayed]
fn look(at: &Value) -> u64 {
    at.get()
}

#[delayed]
fn look_at_both(a: &Value, b: &Value) -> u64 {
    a.get() + b.get()
}

fn task_of<T>(handle: &Delayed<'_, T>) -> TaskRef {
    handle.edge().task()
}

fn run(task: TaskRef) {
    assert_eq!(task.run().ok(), Some(Ran::Done));
}

/// Runs the task of a handle on a thread of its own.
fn run_apart<T>(handle: &Delayed<'_, T>) -> JoinHandle<()> {
    let task = task_of(handle);
    spawn(move || run(task))
}

/// The value, where its task has run.
fn taken<T>(handle: Delayed<'_, T>) -> Option<T> {
    handle.into_edge().take_if_there()
}

/// The two values of one task, which makes them as it runs.
fn two(census: &Census) -> (Delayed<'static, Value>, Delayed<'static, Value>) {
    let census = census.clone();
    let work = move |()| (census.value(1), census.value(2));
    task_split(|| Info::new("two", Kind::Closure), (), work)
}

#[test]
fn the_last_reader_or_the_handle_drops_the_value_once() {
    check(None, || {
        let census = Census::default();
        let value = Delayed::ready(census.value(1));
        let readers = [look(&value), look(&value)];
        let threads = readers.each_ref().map(run_apart);
        drop(value);
        for thread in threads {
            thread.join().unwrap();
        }
        census.assert_all_dropped(1);
        assert_eq!(readers.map(taken), [Some(1), Some(1)]);
    });
}

#[test]
fn a_value_stays_for_a_reader_that_is_added_as_another_ends() {
    check(None, || {
        let census = Census::default();
        let value = Delayed::ready(census.value(1));
        let first = look(&value);
        let thread = run_apart(&first);
        let second = look(&value);
        drop(value);
        run(task_of(&second));
        thread.join().unwrap();
        census.assert_all_dropped(1);
        assert_eq!((taken(first), taken(second)), (Some(1), Some(1)));
    });
}

#[test]
fn readers_that_two_threads_make_of_a_value_are_all_counted() {
    check(None, || {
        let census = Census::default();
        let value = Arc::new(Delayed::ready(census.value(1)));
        let also = value.clone();
        let read = |value: Arc<Delayed<'static, Value>>| {
            let reader = look(&*value);
            drop(value);
            run(task_of(&reader));
            reader
        };
        let thread = spawn(move || read(also));
        let readers = [read(value), thread.join().unwrap()];
        census.assert_all_dropped(1);
        assert_eq!(readers.map(taken), [Some(1); 2]);
    });
}

#[test]
fn a_reader_made_by_who_made_the_value_is_seen_by_two_that_end() {
    check(Some(3), || {
        let census = Census::default();
        let value = Delayed::ready(census.value(1));
        let readers = [look(&value), look(&value)];
        let threads = readers.each_ref().map(run_apart);
        let last = look(&value);
        drop(value);
        run(task_of(&last));
        for thread in threads {
            thread.join().unwrap();
        }
        census.assert_all_dropped(1);
        assert_eq!(readers.map(taken), [Some(1); 2]);
        assert_eq!(taken(last), Some(1));
    });
}

#[test]
fn a_value_that_was_made_elsewhere_stays_for_a_reader_that_is_made_here() {
    check(None, || {
        let census = Census::default();
        let made = census.clone();
        let make = move || {
            let value = Delayed::ready(made.value(1));
            let readers = [look(&value), look(&value)];
            (value, readers)
        };
        let (value, [first, second]) = spawn(make).join().unwrap();
        // More are given up than all threads counted together.
        run(task_of(&first));
        run(task_of(&second));
        let third = look(&value);
        let thread = run_apart(&third);
        drop(value);
        thread.join().unwrap();
        census.assert_all_dropped(1);
        assert_eq!([first, second, third].map(taken), [Some(1); 3]);
    });
}

#[test]
fn a_run_that_keeps_a_value_to_itself_drops_it_after_a_reader_of_another_run() {
    check(None, || {
        let census = Census::default();
        let own = census.clone();
        let value = Delayed::new(move || own.value(1));
        let readers = [look(&value), look(&value), look(&value)];
        let task = task_of(&value);
        let other = task_of(&readers[2]);
        drop(value);
        let dice = Dice::new();
        let others = dice.clone();
        let thread = spawn(move || {
            others.roll();
            // The record stays for the reader.
            let is_done = !task.is_pending();
            if is_done {
                run(other);
                others.roll();
            }
            is_done
        });
        run(task);
        dice.roll();
        task.keep_to_run(2);
        let alone = Alone::start(true);
        run(task_of(&readers[0]));
        run(task_of(&readers[1]));
        drop(alone);
        if !thread.join().unwrap() {
            run(other);
        }
        census.assert_all_dropped(1);
        assert_eq!(readers.map(taken), [Some(1); 3]);
    });
}

#[test]
fn two_tasks_of_a_run_that_kept_a_value_each_add_a_reader_of_it() {
    check(None, || {
        let census = Census::default();
        let own = census.clone();
        let value = Delayed::new(move || own.value(1));
        let task = task_of(&value);
        let [first, second] = [value.edge().read(), value.edge().read()];
        drop(value);
        run(task);
        // Alone until here. Then the run is shared, and both are at work.
        task.keep_to_run(2);
        let thread = spawn(move || drop(second.again()));
        drop(first.again());
        drop(first);
        thread.join().unwrap();
        census.assert_all_dropped(1);
    });
}

#[test]
fn a_reader_is_counted_as_those_end_that_who_made_the_value_has_made_meanwhile() {
    check(Some(2), || {
        let census = Census::default();
        let value = Delayed::ready(census.value(1));
        let first = value.edge().read();
        let thread = spawn(move || drop(first.again()));
        for _ in 0..4 {
            drop(value.edge().read());
        }
        drop(value);
        thread.join().unwrap();
        census.assert_all_dropped(1);
    });
}

#[test]
fn a_mover_that_waited_for_a_reader_may_take_the_value() {
    check(None, || {
        let census = Census::default();
        let value = Delayed::ready(census.value(1));
        let reader = look(&value);
        let output = value.edge().output();
        let thread = run_apart(&reader);
        // The count says when the reader is done, as it does for a collector.
        if output.pending_readers() == 0 {
            let mut value = taken(value).unwrap();
            value.set(2);
            assert_eq!(value.get(), 2);
        } else {
            drop(value);
        }
        thread.join().unwrap();
        census.assert_all_dropped(1);
        assert_eq!(taken(reader), Some(1));
    });
}

#[test]
fn who_sees_that_a_task_is_done_sees_its_value() {
    check(None, || {
        let census = Census::default();
        let made = Delayed::new({
            let census = census.clone();
            move || census.value(1)
        });
        let (task, output) = (task_of(&made), made.edge().output());
        let dice = [Dice::new(), Dice::new()];
        let also = dice.clone();
        let thread = spawn(move || {
            also[0].roll();
            run(task);
            also[1].roll();
        });
        for dice in &dice {
            dice.roll();
        }
        if output.state() == State::Done {
            let reader = look(&made);
            run(task_of(&reader));
            assert_eq!(taken(reader), Some(1));
        }
        thread.join().unwrap();
        drop(made);
        census.assert_all_dropped(1);
    });
}

#[test]
fn a_value_that_is_abandoned_as_its_task_ends_is_dropped_once() {
    check(None, || {
        let census = Census::default();
        let (first, second) = two(&census);
        let thread = run_apart(&first);
        drop(first);
        thread.join().unwrap();
        assert_eq!(census.dropped(), 1);
        assert_eq!(taken(second).unwrap().get(), 2);
        census.assert_all_dropped(2);
    });
}

#[test]
fn the_values_of_one_task_are_given_up_by_two_threads() {
    check(None, || {
        let census = Census::default();
        let (first, second) = two(&census);
        run(task_of(&first));
        let thread = spawn(move || drop(first));
        drop(second);
        thread.join().unwrap();
        census.assert_all_dropped(2);
    });
}

#[test]
fn a_value_that_is_abandoned_as_its_task_fails_was_never_there() {
    check(None, || {
        let (first, second) = task_split(
            || Info::new("fails", Kind::Closure),
            (),
            |()| -> (Value, Value) { std::panic::resume_unwind(Box::new("fails")) },
        );
        let task = task_of(&first);
        let thread = spawn(move || assert!(task.run().is_err()));
        drop(first);
        thread.join().unwrap();
        assert!(taken(second).is_none());
    });
}

#[test]
fn a_task_that_is_not_started_gives_up_what_it_needs_as_a_reader_ends() {
    check(None, || {
        let census = Census::default();
        let ready = |number| Delayed::ready(census.value(number));
        let (a, b) = (ready(1), ready(2));
        let reader = look(&a);
        let discarded = look_at_both(&a, &b);
        drop((a, b));
        let thread = run_apart(&reader);
        assert!(task_of(&discarded).discard().is_ok());
        thread.join().unwrap();
        census.assert_all_dropped(2);
        assert_eq!((taken(reader), taken(discarded)), (Some(1), None));
    });
}

#[test]
fn two_readers_that_never_run_drop_what_they_need_once() {
    check(None, || {
        let census = Census::default();
        let kept = census.value(1);
        let source = Delayed::new(move || kept);
        let readers = (look(&source), look(&source));
        drop(source);
        let thread = spawn(move || drop(readers.0));
        drop(readers.1);
        thread.join().unwrap();
        census.assert_all_dropped(1);
    });
}

#[test]
fn of_two_claims_on_a_task_one_wins() {
    check(None, || {
        let census = Census::default();
        let kept = census.value(1);
        let made = Delayed::new(move || kept);
        let task = task_of(&made);
        let claim = move |mark| {
            let mine = task.claim(mark).is_ok();
            if mine {
                run(task);
            } else {
                assert_ne!(task.mark(), mark);
            }
            mine
        };
        let thread = spawn(move || claim(1));
        assert_ne!(claim(2), thread.join().unwrap());
        assert_eq!(taken(made).unwrap().get(), 1);
        census.assert_all_dropped(1);
    });
}
