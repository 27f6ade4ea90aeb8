//! Every value is dropped exactly once also where tasks, clones and destructors panic.

use tembel::{Delayed, delayed, gather};
use tembel_tests::{Census, Counted, executors};

use super::drops::{add, look, make};

#[derive(Debug)]
enum Where {
    Source,
    Middle,
    Write,
    Last,
}

#[test]
fn values_of_a_graph_in_which_a_task_panics() {
    for at in [Where::Source, Where::Middle, Where::Write, Where::Last] {
        for (name, executor) in executors(9) {
            let census = Census::new();
            let c = &census;
            let panics = |here: bool, value: Counted| {
                assert!(!here, "as told");
                value
            };
            let (source, middle, write, last) = (
                matches!(at, Where::Source),
                matches!(at, Where::Middle),
                matches!(at, Where::Write),
                matches!(at, Where::Last),
            );
            let x = Delayed::new(move || panics(source, c.count(1)));
            let seen = look(&x);
            let x = x.map(move |x| panics(middle, x));
            let captured = census.count(7);
            let mut y = add(c, x, captured);
            let written = write_or_panic(&mut y, write, c.count(8));
            let z = add(c, y, make(c, 2)).map(move |z| panics(last, z));
            let other = make(c, 3);
            let (z, other, seen, written) = executor.try_compute((z, other, seen, written));
            assert!(z.is_err(), "{at:?} on {name}");
            assert_eq!(
                other.map(|other| other.get()).ok(),
                Some(3),
                "{at:?} on {name}"
            );
            assert_eq!(seen.is_ok(), !source, "{at:?} on {name}");
            assert_eq!(written.is_ok(), last, "{at:?} on {name}");
            drop((z, written));
            census.assert_all_dropped();
        }
    }
}

#[delayed]
fn write_or_panic(x: &mut Counted, panics: bool, extra: Counted) -> i64 {
    x.value += extra.get();
    assert!(!panics, "as told");
    x.value
}

/// Panics when it is cloned.
struct Unclonable(#[expect(dead_code, reason = "counts drops")] Counted);

impl Clone for Unclonable {
    fn clone(&self) -> Self {
        panic!("no clone")
    }
}

#[test]
fn values_where_a_clone_panics() {
    for (name, executor) in executors(10) {
        let census = Census::new();
        let c = &census;
        let x = Delayed::new(move || Unclonable(c.count(1)));
        let clone = x.clone().zip(make(c, 2));
        let clones = gather(vec![x.clone(), x.clone()]);
        let other = make(c, 3);
        let (clone, clones, other, x) = executor.try_compute((clone, clones, other, x));
        assert!(clone.is_err() && clones.is_err(), "on {name}");
        assert!(x.is_ok() && other.is_ok(), "on {name}");
        drop((x, other, clone, clones));
        census.assert_all_dropped();
    }
}

/// Panics when it is dropped, if told so; and counts.
struct Landmine(Counted, bool);

impl Drop for Landmine {
    fn drop(&mut self) {
        assert!(!self.1 || std::thread::panicking(), "a landmine");
    }
}

#[delayed]
fn step_on(mine: &Landmine, census: &Census) -> Counted {
    census.count(mine.0.get())
}

#[test]
fn values_where_the_drop_of_an_input_panics() {
    for (name, executor) in executors(11) {
        let census = Census::new();
        let c = &census;
        let mine = Delayed::new(move || Landmine(c.count(1), true));
        let seen = step_on(mine, c);
        let taken = Delayed::new(move || Landmine(c.count(1), true)).map(|_| ());
        let user = add(c, seen, make(c, 2));
        let (user, taken, other) = executor.try_compute((user, taken, make(c, 3)));
        assert!(user.is_err() && taken.is_err(), "on {name}");
        assert_eq!(other.map(|other| other.get()).ok(), Some(3), "on {name}");
        drop(user);
        census.assert_all_dropped();
    }
}

#[test]
fn values_of_a_graph_that_does_not_run_where_a_drop_panics() {
    let census = Census::new();
    let c = &census;
    let mine = Landmine(census.count(1), true);
    let x = Delayed::new(move || mine.0.get());
    let captured: Vec<_> = (0..10).map(|i| census.count(i)).collect();
    let others = captured
        .into_iter()
        .map(|captured| Delayed::new(move || captured.get()));
    let mut handles: Vec<_> = others.collect();
    handles.insert(5, x);
    let own = census.count(2);
    let sum = gather(handles).map(move |values| values.iter().sum::<i64>() + own.get());
    let sum = add(c, sum.map(|sum| c.count(sum)), census.count(3));
    let dropped = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| drop(sum)));
    assert!(dropped.is_err());
    census.assert_all_dropped();
}

#[delayed]
fn three(mine: Landmine, x: i64, made: Counted, plain: Counted) -> i64 {
    mine.0.get() + x + made.get() + plain.get()
}

#[test]
fn values_of_a_task_that_is_not_started_where_a_drop_panics() {
    for (name, executor) in executors(12) {
        let census = Census::new();
        let c = &census;
        let failed = Delayed::<i64>::new(|| panic!("first"));
        let mine = Delayed::new(move || Landmine(c.count(1), true));
        let made = make(c, 2);
        let all = three(mine, failed, made, c.count(3));
        assert!(executor.try_compute(all).is_err(), "on {name}");
        census.assert_all_dropped();
    }
}
