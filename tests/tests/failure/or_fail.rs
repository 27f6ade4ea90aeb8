//! An `Err` or a `None` fails the run: what the error says, and who needed the value.

use std::error::Error as _;
use std::fmt;

use tembel::{Delayed, Error, ErrorKind, TaskInfo, compute, delayed, lazy, try_compute};
use tembel_tests::{Census, executors, text_of};

#[derive(Debug, PartialEq)]
struct NoData {
    month: u8,
}

impl fmt::Display for NoData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no data\n  for month {}", self.month)
    }
}

impl std::error::Error for NoData {}

#[delayed]
fn read(month: u8) -> Result<i64, NoData> {
    if month > 12 {
        return Err(NoData { month });
    }
    Ok(month.into())
}

#[delayed]
fn add(x: i64, y: i64) -> i64 {
    x + y
}

#[delayed]
fn total(xs: Vec<i64>) -> i64 {
    xs.iter().sum()
}

fn names(error: &Error) -> Vec<&str> {
    error.chain().map(TaskInfo::name).collect()
}

#[test]
fn an_err_fails_with_its_source_the_task_that_gave_it_and_the_chain() {
    for (name, executor) in executors(1) {
        let line = line!() + 1;
        let bad = read(13);
        let sum = add(bad.or_fail(), 1).named("sum of two");
        let all = total(vec![read(3).or_fail(), sum]);
        let error = executor.try_compute(all).expect_err("there is no month 13");
        assert_eq!((error.kind(), error.task()), (ErrorKind::Failed, "read"));
        assert_eq!(error.location().line(), line);
        let source = error
            .source()
            .and_then(<dyn std::error::Error>::downcast_ref);
        assert_eq!(source, Some(&NoData { month: 13 }), "on {name}");
        assert_eq!(names(&error), ["sum of two", "total"], "on {name}");
        assert_eq!(error.chain_length(), 2);
        let text = error.to_string();
        let place = format!("or_fail.rs:{line}:19) failed: no data for month 13");
        assert!(
            text.starts_with("task `read` (") && text.ends_with(&place),
            "{text}"
        );
    }
}

#[test]
fn the_alternate_form_is_a_line_for_each_task_and_each_cause() {
    let error = std::io::Error::other(NoData { month: 1 });
    let bad = Delayed::new(move || Err::<i64, _>(error)).named("open");
    let error = add(bad.or_fail(), 1).try_compute().expect_err("it fails");
    let text = format!("{error:#}");
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines.len(), 2, "{text}");
    assert!(
        lines[0].starts_with("task `open` (") && lines[0].ends_with("failed: no data for month 1")
    );
    assert!(lines[1].starts_with("  needed by `add` (") && lines[1].contains("or_fail.rs:"));
    assert_eq!(error.to_string(), lines[0]);
}

#[test]
fn a_none_fails_without_a_source() {
    for (name, executor) in executors(2) {
        let none = Delayed::new(|| None::<i64>).named("find");
        let (bad, good) = executor.try_compute((none.or_fail(), read(2).or_fail()));
        let error = bad.expect_err("it is `None`");
        assert_eq!(
            (error.kind(), error.task()),
            (ErrorKind::Failed, "find"),
            "on {name}"
        );
        assert!(error.source().is_none());
        assert_eq!(good.ok(), Some(2), "on {name}");
    }
}

#[test]
fn the_first_failure_in_program_order_counts_whatever_its_kind() {
    for (name, executor) in executors(3) {
        let panics = |text: &'static str| Delayed::<i64>::new(move || panic!("{text}"));
        let (a, b) = (read(13).or_fail(), panics("later"));
        let error = executor
            .try_compute(total(vec![b, a]))
            .expect_err("both fail");
        assert_eq!(error.kind(), ErrorKind::Failed, "on {name}");
        let (a, b) = (panics("sooner"), read(13).or_fail());
        let error = executor
            .try_compute(total(vec![b, a]))
            .expect_err("both fail");
        assert_eq!(error.message(), "sooner", "on {name}");
    }
}

#[test]
fn compute_panics_with_the_line() {
    let work = std::panic::AssertUnwindSafe(|| compute(read(77).or_fail()));
    let text = text_of(&*std::panic::catch_unwind(work).expect_err("there is no month 77"));
    assert!(
        text.starts_with("task `read` (") && text.ends_with("failed: no data for month 77"),
        "{text}"
    );
}

#[test]
fn each_handle_has_a_chain_of_its_own() {
    for (name, executor) in executors(4) {
        let bad = read(13).or_fail();
        let users = ["a", "b", "c"].map(|name| add(&bad, 1).named(name));
        let errors = executor
            .try_compute(users)
            .map(|sum| sum.expect_err("it needs month 13"));
        let [a, b, c] = &errors;
        assert_eq!(
            [names(a), names(b), names(c)],
            [["a"], ["b"], ["c"]],
            "on {name}"
        );
        let own = executor.try_compute(&bad).expect_err("it failed before");
        assert!(
            own.to_string().contains("failed in an earlier run"),
            "on {name}: {own}"
        );
    }
}

#[test]
fn a_long_chain_keeps_its_ends() {
    for (name, executor) in executors(5) {
        let step = |x: Delayed<'static, i64>, i| add(x, 1).named(format!("step {i}"));
        let last = (0..1000).fold(read(13).or_fail(), step);
        let error = executor.try_compute(last).expect_err("it needs month 13");
        assert_eq!(error.chain_length(), 1000, "on {name}");
        let kept = (0..32).chain(968..1000).map(|i| format!("step {i}"));
        assert!(
            error.chain().map(|task| task.name().to_owned()).eq(kept),
            "on {name}"
        );
        assert!(format!("{error:#}").contains("\n  needed by 936 more\n"));
    }
}

#[test]
fn a_chain_goes_through_dynamic_tasks_and_blocks() {
    for (name, executor) in executors(6) {
        let grown = Delayed::ready(1)
            .and_then(|x| add(read(13).or_fail(), x))
            .named("grown");
        let error = executor
            .try_compute(add(grown, 1))
            .expect_err("it needs month 13");
        assert_eq!(names(&error), ["add", "grown", "add"], "on {name}");
        let bad = read(13).or_fail();
        let block = lazy! {
            let two = add(bad, 1);
            two + 1
        };
        let error = executor.try_compute(block).expect_err("it needs month 13");
        assert_eq!(
            (error.kind(), error.task()),
            (ErrorKind::Failed, "read"),
            "on {name}"
        );
        assert_eq!(names(&error), ["add", "flatten", "+"], "on {name}");
    }
}

#[test]
fn maps_go_on_with_what_is_there() {
    let short = read(14).map_err(|error| error.month).map_ok(|x| x + 1);
    assert_eq!(short.compute(), Err(14));
    assert_eq!(
        read(2)
            .map_err(|error| error.month)
            .map_ok(|x| x + 1)
            .compute(),
        Ok(3)
    );
    assert_eq!(
        Delayed::ready(None::<u8>).ok_or("none").compute(),
        Err("none")
    );
}

#[test]
fn what_a_failure_leaves_is_dropped_once() {
    for (name, executor) in executors(7) {
        let census = Census::new();
        let values: Vec<_> = (0..20)
            .map(|i| {
                let census = census.clone();
                let made = Delayed::new(move || census.count(i));
                made.map(move |made| (i % 7 != 3).then_some(made)).or_fail()
            })
            .collect();
        let results = try_compute(values);
        assert_eq!(
            results.iter().filter(|result| result.is_err()).count(),
            3,
            "on {name}"
        );
        drop(results);
        let all: Vec<_> = (0..20)
            .map(|i| {
                let census = census.clone();
                Delayed::new(move || Err::<(), _>(census.count(i)).map_err(|_| "dropped")).or_fail()
            })
            .collect();
        assert_eq!(
            executor
                .try_compute(all)
                .into_iter()
                .filter(Result::is_err)
                .count(),
            20
        );
        census.assert_over(40);
    }
}
