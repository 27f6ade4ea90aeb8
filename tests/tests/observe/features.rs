//! Observers of features: progress and tracing.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use tembel::observe::{Step, Tracing};
use tembel::{Delayed, Executor, Gather, Progress, gather};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use super::profile::{spin, tree};

/// The last step that is shown of a run.
fn last_step<G: Gather>(workers: usize, all: G) -> Step {
    let last = Arc::new(Mutex::new(Step::default()));
    let to = last.clone();
    let progress = Progress::to(move |step| to.lock().unwrap().clone_from(step));
    let executor = Executor::builder().threads(workers).observer(progress);
    let _ = executor.build().unwrap().try_compute(all);
    last.lock().unwrap().clone()
}

#[test]
fn progress_ends_with_all_tasks_done() {
    for workers in [1, 2, 8] {
        let step = last_step(workers, gather((0..50).map(spin).collect::<Vec<_>>()));
        assert_eq!((step.done(), step.total(), step.failed()), (51, 51, 0));
        assert!(step.is_over());
        assert_eq!(step.time_left(), Some(std::time::Duration::ZERO));
        let step = last_step(workers, tree(6));
        assert_eq!(step.done(), step.total());
    }
}

#[test]
fn progress_counts_what_failed_and_was_skipped_as_done() {
    for workers in [1, 2, 8] {
        let bad = Delayed::<u64>::new(|| panic!("no"));
        let step = last_step(workers, (bad.map(|x| x + 1), spin(1)));
        assert_eq!((step.done(), step.total(), step.failed()), (3, 3, 1));
    }
}

#[test]
fn a_bar_without_a_terminal_does_not_disturb_the_run() {
    let executor = Executor::builder()
        .observer(Progress::new())
        .build()
        .unwrap();
    assert_eq!(
        executor
            .compute(gather((0..50).map(spin).collect::<Vec<_>>()))
            .len(),
        50
    );
}

/// Writes down spans with what they are in, and events with the span that they are in.
#[derive(Clone, Default)]
struct Lines {
    next: Arc<AtomicU64>,
    spans: Arc<Mutex<Vec<String>>>,
    events: Arc<Mutex<Vec<String>>>,
}

thread_local! {
    static INSIDE: std::cell::RefCell<Vec<u64>> = const { std::cell::RefCell::new(Vec::new()) };
}

struct Name(String);

impl Visit for Name {
    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        if field.name() == "name" {
            self.0 = format!("{value:?}");
        }
    }
}

impl Subscriber for Lines {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut name = Name(String::new());
        span.record(&mut name);
        let mut spans = self.spans.lock().unwrap();
        let parent = span.parent().map(|id| spans[place(id.into_u64())].clone());
        let own = format!("{}{}", span.metadata().name(), name.0);
        spans.push(parent.map_or(own.clone(), |parent| format!("{parent}/{own}")));
        Id::from_u64(self.next.fetch_add(1, Ordering::Relaxed) + 1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let inside = INSIDE.with_borrow(|inside| inside.last().copied());
        let span = inside.map(|id| self.spans.lock().unwrap()[place(id)].clone());
        let line = format!(
            "{} in {}",
            event.metadata().level(),
            span.unwrap_or_default()
        );
        self.events.lock().unwrap().push(line);
    }

    fn enter(&self, span: &Id) {
        INSIDE.with_borrow_mut(|inside| inside.push(span.into_u64()));
    }

    fn exit(&self, span: &Id) {
        INSIDE.with_borrow_mut(|inside| inside.retain(|&id| id != span.into_u64()));
    }
}

fn place(id: u64) -> usize {
    usize::try_from(id - 1).unwrap()
}

#[test]
fn what_a_task_reports_is_in_its_span_and_that_in_its_runs() {
    let lines = Lines::default();
    let seen = lines.clone();
    tracing::subscriber::with_default(lines, || {
        let executor = Executor::builder()
            .sequential()
            .observer(Tracing::new())
            .build()
            .unwrap();
        let one = Delayed::new(|| tracing::info!("here")).named("one");
        let two = Delayed::<()>::new(|| panic!("no")).named("two");
        let _ = executor.try_compute((one, two));
        tracing::info!("after");
    });
    assert_eq!(
        *seen.spans.lock().unwrap(),
        ["run", "run/task\"one\"", "run/task\"two\""]
    );
    assert_eq!(
        *seen.events.lock().unwrap(),
        [
            "INFO in run/task\"one\"",
            "ERROR in run/task\"two\"",
            "INFO in "
        ]
    );
}
