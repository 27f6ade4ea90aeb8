//! What is told of tasks that are tried again, that wait for a place, and that a run stops before.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tembel::observe::Span;
use tembel::{CancelToken, Delayed, ErrorKind, Executor, Profile, delayed};

use super::log::{Told, What, told, told_by};

const WORKERS: [usize; 4] = [0, 1, 2, 8];

fn fails_so_often(left: &AtomicU32) -> Result<u32, String> {
    let failed = left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| {
        left.checked_sub(1)
    });
    match failed {
        Ok(left) => Err(format!("{left} left")),
        Err(_) => Ok(7),
    }
}

#[delayed(retries = 3)]
fn at_once(left: &AtomicU32) -> Result<u32, String> {
    fails_so_often(left)
}

#[delayed(retries = 3, backoff = "1ms")]
fn after_a_pause(left: &AtomicU32) -> Result<u32, String> {
    fails_so_often(left)
}

#[delayed(limit = 1)]
fn alone(x: u64) -> u64 {
    (0..2_000).fold(x, |x, i| x.wrapping_mul(31).wrapping_add(i))
}

/// The numbers of the attempts that another one followed.
fn attempts(told: &Told, name: &str) -> Vec<u32> {
    let number = |what: &&What| match what {
        What::Retried(number) => Some(*number),
        _ => None,
    };
    told.of_all(name).iter().filter_map(number).collect()
}

#[test]
fn each_attempt_that_another_one_follows_is_told_while_the_task_is_at_work() {
    for workers in WORKERS {
        for failures in 0..=4 {
            let left = AtomicU32::new(failures);
            let (value, told) = told(workers, at_once(&left));
            assert_eq!(value.unwrap().is_ok(), failures < 4);
            let expected: Vec<u32> = (1..=failures.min(3)).collect();
            assert_eq!(attempts(&told, "at_once"), expected);
            // What the task gives is its value, even where that is an `Err`.
            let events = told.of("at_once");
            assert!(matches!(events[..2], [What::Ready, What::Started(..)]));
            assert!(matches!(events.last(), Some(What::Finished(_))));
            assert_eq!(events.len(), 3 + expected.len());
        }
    }
}

#[test]
fn a_task_that_pauses_between_attempts_is_not_at_work_meanwhile() {
    for workers in WORKERS {
        let left = AtomicU32::new(3);
        let (value, told) = told(workers, after_a_pause(&left));
        assert_eq!(value.unwrap(), Ok(7));
        assert_eq!(attempts(&told, "after_a_pause"), [1, 2, 3]);
        told.assert_one_end_each();
        let spans: Vec<Span> = told.spans().into_iter().map(|span| span.1).collect();
        let pauses: Duration = spans
            .windows(2)
            .map(|pair| pair[1].start() - pair[0].end())
            .sum();
        assert!(pauses >= Duration::from_millis(1 + 2 + 4), "{pauses:?}");
    }
}

#[test]
fn a_profile_counts_the_attempts_that_failed() {
    for left in [AtomicU32::new(2), AtomicU32::new(3)] {
        let profile = Profile::new();
        let executor = Executor::builder().observer(profile.clone()).threads(2);
        let expected = left.load(Ordering::SeqCst);
        let value = executor.build().unwrap().compute(at_once(&left));
        assert_eq!(value, Ok(7));
        let summary = profile.to_string();
        let line = summary.lines().find(|line| line.contains("tried again"));
        let number = line.and_then(|line| line.split_whitespace().last());
        assert_eq!(number, Some(&*expected.to_string()), "{summary}");
    }
}

#[test]
fn a_task_that_waits_for_a_place_is_told_once_and_is_not_at_work() {
    for workers in WORKERS {
        let all: Vec<_> = (0..60).map(|x| alone(x).map(|x| x ^ 1)).collect();
        let (values, told) = told(workers, all);
        assert!(values.iter().all(Result::is_ok));
        let events = told.of_all("alone");
        assert_eq!(events.len(), 3 * 60);
        told.assert_one_end_each();
        let is_limited =
            |(task, span): (usize, Span)| (told.names[task] == "alone").then_some(span);
        let mut spans: Vec<Span> = told.spans().into_iter().filter_map(is_limited).collect();
        spans.sort_by_key(|span| (span.start(), span.end()));
        assert_eq!(spans.len(), 60);
        assert!(
            spans
                .windows(2)
                .all(|pair| pair[0].end() <= pair[1].start())
        );
    }
}

#[test]
fn a_task_that_a_stopped_run_does_not_start_is_told_once_as_skipped() {
    for workers in WORKERS {
        let token = CancelToken::new();
        token.cancel();
        let builder = Executor::builder().cancel_token(token);
        let all: Vec<_> = (0..20).map(|x| alone(x).map(|x| x + 1)).collect();
        let (values, told) = told_by(workers, builder, all);
        assert!(
            values
                .iter()
                .all(|value| value.as_ref().unwrap_err().kind() == ErrorKind::Cancelled)
        );
        assert_eq!(told.names.len(), 40);
        told.assert_one_end_each();
        let skipped = told
            .events
            .iter()
            .filter(|(_, what)| *what == What::Skipped);
        assert_eq!(skipped.count(), 40);
    }
}

#[test]
fn what_was_set_aside_when_a_run_is_stopped_is_told_once() {
    for workers in WORKERS {
        let token = CancelToken::new();
        let builder = Executor::builder().cancel_token(token.clone());
        let stop = alone(0).map(move |x| {
            token.cancel();
            x
        });
        let mut all = vec![stop];
        all.extend((1..60).map(alone));
        let (values, told) = told_by(workers, builder, all);
        assert!(values.iter().any(Result::is_err));
        told.assert_one_end_each();
    }
}

#[test]
fn a_run_that_could_be_stopped_and_is_not_tells_as_any_other() {
    for workers in WORKERS {
        let builder = Executor::builder().timeout(Duration::from_secs(3600));
        let bad = Delayed::<u64>::new(|| panic!("no")).named("bad");
        let after = bad.map(|x| x + 1).named("after");
        let (_, told) = told_by(workers, builder, (after, alone(1)));
        told.assert_one_end_each();
        assert_eq!(
            told.of("bad").last(),
            Some(&What::Failed(Some("bad".to_owned())))
        );
        assert_eq!(told.of("after").last(), Some(&What::Skipped));
        assert!(matches!(told.of("alone").last(), Some(What::Finished(_))));
    }
}

#[test]
fn a_value_that_panics_as_a_skipped_task_drops_it_is_one_end() {
    struct Bad;
    impl Drop for Bad {
        fn drop(&mut self) {
            assert!(std::thread::panicking(), "dropped");
        }
    }
    for workers in WORKERS {
        let no = Delayed::<u64>::new(|| panic!("no"));
        let held = Bad;
        let skipped = no
            .map(move |x| {
                let _ = &held;
                x
            })
            .named("skipped");
        let (value, told) = told(workers, skipped);
        assert!(value.is_err());
        told.assert_one_end_each();
        assert_eq!(told.of("skipped").last(), Some(&What::Skipped));
    }
}
