//! A panic in a task ends its run cleanly, and is the caller's.

use std::panic::{AssertUnwindSafe, catch_unwind, panic_any};
use std::sync::atomic::{AtomicUsize, Ordering};

use tembel::{Delayed, Error, ErrorKind, compute, delayed, gather, try_compute};
use tembel_tests::{executors, text_of, threads_of, within_a_minute};

#[delayed]
fn check(x: i64) -> i64 {
    assert!(x >= 0, "{x} is negative");
    x
}

#[delayed]
fn add(x: i64, y: i64) -> i64 {
    x + y
}

#[delayed]
fn total(xs: Vec<i64>) -> i64 {
    xs.iter().sum()
}

fn panic_of<R>(work: impl FnOnce() -> R) -> String {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(_) => "no panic".to_owned(),
        Err(payload) => text_of(&*payload),
    }
}

#[test]
fn compute_resumes_the_first_panic_in_program_order() {
    for (name, executor) in executors(1) {
        let all: Vec<_> = (0..200).map(|i| check(50 - i)).collect();
        let text = panic_of(|| executor.compute(total(all)));
        assert_eq!(text, "-1 is negative", "on {name}");
    }
}

#[test]
fn program_order_is_the_order_of_calls_not_of_handles() {
    for (name, executor) in executors(2) {
        let a = check(-1);
        let b = check(-2);
        let text = panic_of(|| executor.compute((b, a)));
        assert_eq!(text, "-1 is negative", "on {name}");
    }
}

#[test]
fn a_panic_inside_a_dynamic_task_comes_before_that_of_a_later_call() {
    for (name, executor) in executors(3) {
        let first = Delayed::ready(-1).and_then(check);
        let second = check(-2);
        let text = panic_of(|| executor.compute((first, second)));
        assert_eq!(text, "-1 is negative", "on {name}");
    }
}

#[test]
fn the_payload_is_the_tasks_own() {
    #[derive(Debug, PartialEq)]
    struct Code(u8);
    let task = Delayed::<()>::new(|| panic_any(Code(7)));
    let payload = catch_unwind(AssertUnwindSafe(|| compute(task))).expect_err("it panics");
    assert_eq!(payload.downcast_ref::<Code>(), Some(&Code(7)));
}

#[test]
fn an_error_names_the_task_its_place_and_the_message() {
    let line = line!() + 1;
    let bad = check(-5);
    let user = add(bad, 1);
    let error = user.try_compute().expect_err("it panics");
    assert_eq!((error.kind(), error.task()), (ErrorKind::Panicked, "check"));
    let place = error.location();
    assert_eq!(
        (place.file(), place.line(), place.column()),
        (file!(), line, 15)
    );
    let text = error.to_string();
    assert!(
        text.contains("`check`") && text.contains("-5 is negative"),
        "{text}"
    );
    assert!(text.contains(&format!("panics.rs:{line}:15")), "{text}");
}

#[test]
fn an_error_names_a_task_as_its_user_did() {
    let error = check(-1).named("month 3").try_compute();
    assert_eq!(error.expect_err("it panics").task(), "month 3");
}

#[test]
fn handles_that_do_not_depend_on_the_failure_give_results() {
    for (name, executor) in executors(4) {
        let shared = check(10);
        let handles: Vec<_> = [1, -1, 2, 3, -2]
            .into_iter()
            .map(|x| add(check(x), &shared))
            .collect();
        let results = executor.try_compute(handles);
        let results: Vec<_> = results.into_iter().map(Result::ok).collect();
        assert_eq!(
            results,
            [Some(11), None, Some(12), Some(13), None],
            "on {name}"
        );
        assert_eq!(executor.compute(shared), 10);
    }
}

#[test]
fn each_handle_gets_the_error_that_it_needed() {
    for (name, executor) in executors(5) {
        let (a, b) = (add(check(-1), 0), add(check(-2), 0));
        let (a, b) = executor.try_compute((a, b));
        let text = |error: Result<i64, Error>| error.expect_err("it panics").to_string();
        let (a, b) = (text(a), text(b));
        assert!(a.contains("-1 is negative"), "on {name}: {a}");
        assert!(b.contains("-2 is negative"), "on {name}: {b}");
    }
}

#[test]
fn successors_of_a_failed_task_do_not_start() {
    for (name, executor) in executors(6) {
        let started = AtomicUsize::new(0);
        let after = |x: Delayed<'static, i64>| {
            x.map(|x| {
                started.fetch_add(1, Ordering::SeqCst);
                x
            })
        };
        let bad = after(check(-1)).map(|x| x + 1);
        let good = after(check(1));
        let (bad, good) = executor.try_compute((bad, good));
        assert!(bad.is_err() && good.is_ok(), "on {name}");
        assert_eq!(started.load(Ordering::SeqCst), 1, "on {name}");
    }
}

#[test]
fn all_shapes_have_a_result_for_each_handle() {
    let handles = (vec![check(1), check(-1)], [check(2)], Some(check(-3)));
    let (list, [two], three) = try_compute(handles);
    let list: Vec<_> = list.into_iter().map(Result::ok).collect();
    assert_eq!(list, [Some(1), None]);
    assert_eq!(two.ok(), Some(2));
    assert!(three.expect("there is one").is_err());
    let one = gather(vec![check(1), check(-1)]).try_compute();
    assert_eq!(one.expect_err("it panics").task(), "check");
}

#[test]
fn the_pool_stays_usable() {
    within_a_minute(|| {
        let executor = threads_of(2);
        for round in 0..200 {
            let bad: Vec<_> = (0..20).map(|i| check(i - 10)).collect();
            let text = panic_of(|| executor.compute(bad));
            assert_eq!(text, "-10 is negative");
            let good: Vec<_> = (0..20).map(|i| check(i + round)).collect();
            assert_eq!(executor.compute(total(good)), 190 + 20 * round);
        }
    });
}

#[test]
fn a_failed_part_that_is_kept_fails_again_and_says_so() {
    let bad = check(-1);
    let user = add(&bad, 1);
    assert!(user.try_compute().is_err());
    let error = add(&bad, 2)
        .try_compute()
        .expect_err("its input has failed");
    assert_eq!(error.kind(), ErrorKind::Panicked);
    assert!(
        error.to_string().contains("failed in an earlier run"),
        "{error}"
    );
    assert!(panic_of(|| *bad.force()).contains("failed in an earlier run"));
}

#[test]
fn a_panic_in_a_write_fails_what_comes_after_and_not_what_came_before() {
    #[delayed]
    fn change(x: &mut i64, to: i64) -> i64 {
        assert!(to >= 0, "to {to}");
        std::mem::replace(x, to)
    }
    for (name, executor) in executors(7) {
        let mut x = check(1);
        let before = x.clone();
        let first = change(&mut x, 5);
        let second = change(&mut x, -5);
        let after = x.clone();
        let (before, first, second, after, x) =
            executor.try_compute((before, first, second, after, x));
        assert_eq!((before.ok(), first.ok()), (Some(1), Some(1)), "on {name}");
        assert!(second.is_err() && after.is_err() && x.is_err(), "on {name}");
    }
}

#[test]
fn a_panic_in_a_dynamic_task_is_an_error() {
    for (name, executor) in executors(8) {
        let inside = Delayed::ready(1).and_then(|x| add(check(-x), 1));
        let closure = Delayed::ready(1).and_then(|_| -> Delayed<i64> { panic!("no graph") });
        let (inside, closure) = executor.try_compute((inside, closure));
        assert_eq!(inside.expect_err("it panics").task(), "check", "on {name}");
        assert!(closure.is_err(), "on {name}");
    }
}

#[test]
fn a_panic_in_a_nested_run_goes_through_the_task() {
    for (name, executor) in executors(9) {
        let outer = Delayed::new(|| check(-3).compute()).named("outer");
        let error = executor.try_compute(outer).expect_err("it panics");
        assert_eq!(error.task(), "outer", "on {name}");
        assert!(
            error.to_string().contains("-3 is negative"),
            "on {name}: {error}"
        );
    }
}

#[test]
fn a_failure_that_two_threads_wait_for_reaches_both() {
    within_a_minute(|| {
        for _ in 0..200 {
            let shared = Delayed::<i64>::new(|| {
                std::thread::yield_now();
                panic!("shared")
            });
            let users = [add(&shared, 1), add(&shared, 2)];
            let failed = std::thread::scope(|scope| {
                let threads = users.map(|user| scope.spawn(|| user.try_compute().is_err()));
                threads.map(|thread| thread.join().expect("an error is no panic"))
            });
            assert_eq!(failed, [true, true]);
        }
    });
}
