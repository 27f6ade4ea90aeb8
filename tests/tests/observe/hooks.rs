//! The order of what observers are told.

use std::sync::Arc;
use std::time::Instant;

use tembel::observe::{Observer, Run, Span, Task};
use tembel::{Delayed, Executor, delayed, gather, lazy};

use super::log::{Log, Told, What, told};

const WORKERS: [usize; 4] = [0, 1, 2, 8];

#[delayed]
fn work(seed: u64) -> u64 {
    (0..20_000).fold(seed, |x, i| {
        x.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(i)
    })
}

#[delayed]
fn add(x: u64, y: u64) -> u64 {
    x.wrapping_add(y)
}

/// Rows of tasks, each of which needs two of the row before.
fn grid(width: usize, rows: usize) -> Delayed<'static, Vec<u64>> {
    let mut row: Vec<_> = (0..width as u64).map(work).collect();
    for _ in 1..rows {
        let pair = |i: usize| add(work(&row[i]), &row[(i + 1) % width]);
        row = (0..width).map(pair).collect();
    }
    gather(row)
}

#[delayed]
fn fib(n: u64) -> Delayed<u64> {
    if n < 2 {
        Delayed::ready(n)
    } else {
        add(fib(n - 1), fib(n - 2))
    }
}

/// Each task is ready, starts and finishes once, in this order.
fn assert_once(told: &Told) {
    for number in 0..told.names.len() {
        let events = told.events.iter().filter(|(task, _)| *task == number);
        let events: Vec<&What> = events.map(|(_, what)| what).collect();
        assert!(
            matches!(
                events[..],
                [What::Ready, What::Started(..), What::Finished(_)]
            ),
            "{}: {events:?}",
            told.names[number]
        );
    }
}

fn assert_edges_hold(told: &Told) {
    let spans = told.spans();
    let start = |task| spans.iter().find(|span| span.0 == task).unwrap().1.start();
    let end = |task| spans.iter().rfind(|span| span.0 == task).unwrap().1.end();
    for &(from, to, access) in &told.edges {
        assert!(
            end(from) <= start(to),
            "{} -{access}-> {}",
            told.names[from],
            told.names[to]
        );
    }
}

fn assert_no_overlap(told: &Told) {
    let mut spans: Vec<Span> = told.spans().into_iter().map(|span| span.1).collect();
    spans.sort_by_key(|span| (span.worker(), span.start(), span.end()));
    for pair in spans.windows(2) {
        assert!(pair[0].worker() != pair[1].worker() || pair[0].end() <= pair[1].start());
    }
}

#[test]
fn each_task_is_ready_then_starts_then_finishes() {
    for workers in WORKERS {
        let (value, told) = told(workers, grid(10, 12));
        assert_eq!(value.unwrap().len(), 10);
        assert_eq!((told.runs, told.finished_runs), (1, 1));
        assert_eq!(told.names.len(), 10 + 11 * 20 + 1);
        assert_once(&told);
    }
}

#[test]
fn a_task_starts_after_all_that_it_needs_has_finished() {
    for workers in WORKERS {
        let told = told(workers, grid(10, 12)).1;
        assert_eq!(told.edges.len(), 11 * 30 + 10);
        assert_edges_hold(&told);
    }
}

#[test]
fn a_worker_runs_one_task_at_a_time() {
    for workers in WORKERS {
        assert_no_overlap(&told(workers, grid(10, 12)).1);
        assert_no_overlap(&told(workers, fib(12)).1);
    }
}

#[test]
fn what_fails_and_what_is_skipped_is_told() {
    for workers in WORKERS {
        let bad = Delayed::<u64>::new(|| panic!("no")).named("bad");
        let after = bad.map(|x| x + 1).named("after");
        let good = Delayed::new(|| 1).named("good");
        let ((after, good), told) = told(workers, (after, good));
        assert!(after.is_err());
        assert_eq!(good.unwrap(), 1);
        assert_eq!(
            told.of("bad").last(),
            Some(&What::Failed(Some("bad".to_owned())))
        );
        let skipped = told.of("after");
        assert!(skipped.contains(&What::Skipped));
        assert!(!skipped.iter().any(|what| matches!(what, What::Started(..))));
        assert!(matches!(told.of("good").last(), Some(What::Finished(_))));
    }
}

#[test]
fn the_first_error_of_a_block_is_no_error_of_the_run() {
    fn parse(text: &str) -> Result<i32, std::num::ParseIntError> {
        text.parse()
    }
    for workers in WORKERS {
        let block = lazy! {
            let a = parse("seven")?;
            let b = parse("8")?;
            Ok::<i32, std::num::ParseIntError>(a + b)
        };
        let (value, told) = told(workers, block);
        assert!(value.unwrap().is_err());
        let is_failure = |(_, what): &&(usize, What)| matches!(what, What::Failed(_));
        let failed: Vec<_> = told.events.iter().filter(is_failure).collect();
        assert!(!failed.is_empty());
        assert!(failed.iter().all(|(_, what)| *what == What::Failed(None)));
        let (last, _) = told
            .events
            .iter()
            .rfind(|(_, what)| *what != What::Ready)
            .unwrap();
        assert_eq!(told.names[*last], "lazy!");
    }
}

#[test]
fn tasks_that_join_are_told_with_their_maker() {
    for workers in WORKERS {
        let (value, told) = told(workers, fib(9));
        assert_eq!(value.unwrap(), 34);
        let mut joined = 1;
        for &(by, until, first, count) in &told.added {
            assert_eq!(told.names[by], "fib");
            assert!(until < first && by < first);
            joined += count;
        }
        assert_eq!(joined, told.names.len());
        // A maker that nothing but another maker waits for is not taken up again.
        for (number, _) in told.names.iter().enumerate() {
            let makes = told.added.iter().find(|added| added.0 == number);
            let events = told.events.iter().filter(|(task, _)| *task == number);
            let last = events.map(|(_, what)| what).next_back().unwrap();
            match makes {
                Some(&(by, until, ..)) if by != until => {
                    assert!(matches!(last, What::Suspended(_)));
                }
                _ => assert!(matches!(last, What::Finished(_)), "{last:?}"),
            }
        }
    }
}

#[test]
fn all_observers_are_told() {
    let (one, two) = (Arc::new(Log::default()), Arc::new(Log::default()));
    let executor = Executor::builder()
        .observer(one.clone())
        .observer(two.clone())
        .threads(2);
    assert_eq!(executor.build().unwrap().compute(fib(7)), 13);
    let told = |log: Arc<Log>| format!("{log:?}");
    let (one, two) = (told(one), told(two));
    assert!(one.contains("Finished"));
    assert_eq!(
        one.matches("Finished").count(),
        two.matches("Finished").count()
    );
}

#[test]
fn an_observer_that_panics_does_not_stop_the_run() {
    struct Bad;
    impl Observer for Bad {
        fn run_started(&self, _: &Run<'_>) {
            panic!("the observer's own");
        }
        fn task_started(&self, _: &Task<'_>, _: usize, _: Instant) {
            panic!("the observer's own");
        }
    }
    for workers in [1, 2, 8] {
        let log = Arc::new(Log::default());
        let executor = Executor::builder()
            .observer(Bad)
            .observer(log.clone())
            .threads(workers);
        assert_eq!(executor.build().unwrap().compute(grid(3, 3)).len(), 3);
        assert!(format!("{log:?}").contains("Finished"));
    }
}
