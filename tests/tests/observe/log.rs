//! An observer that writes down all that it is told.

use std::sync::{Arc, Mutex};
use std::time::Instant;

use tembel::observe::{Added, Observer, Run, Span, Task};
use tembel::{Access, Error, Executor, ExecutorBuilder, Gather};

/// What happened to a task.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum What {
    Ready,
    Started(usize, Instant),
    /// The attempt of this number failed, and another one follows.
    Retried(u32),
    Suspended(Span),
    Finished(Span),
    Failed(Option<String>),
    Skipped,
}

/// All that was told.
#[derive(Debug, Default)]
pub(crate) struct Told {
    pub(crate) runs: usize,
    pub(crate) finished_runs: usize,
    pub(crate) names: Vec<String>,
    pub(crate) edges: Vec<(usize, usize, Access)>,
    /// By whom, until whom, first, how many.
    pub(crate) added: Vec<(usize, usize, usize, usize)>,
    pub(crate) events: Vec<(usize, What)>,
}

#[derive(Debug, Default)]
pub(crate) struct Log(Mutex<Told>);

impl Log {
    pub(crate) fn finished_runs(&self) -> usize {
        self.0.lock().unwrap().finished_runs
    }

    fn note(&self, task: &Task<'_>, what: What) {
        let mut told = self.0.lock().unwrap();
        assert_eq!(told.names[task.number()], task.info().name());
        told.events.push((task.number(), what));
    }
}

impl Observer for Log {
    fn run_started(&self, run: &Run<'_>) {
        let mut told = self.0.lock().unwrap();
        told.runs += 1;
        // What is said of tasks is said of the run that started last.
        told.names.clear();
        told.edges.clear();
        told.added.clear();
        told.events.clear();
        let names = run.tasks().iter().map(|task| task.name().to_owned());
        told.names.extend(names);
        told.edges.extend(run.edges());
    }

    fn tasks_added(&self, added: &Added<'_>) {
        let mut told = self.0.lock().unwrap();
        // Others may have joined before and be told later.
        let end = added.first() + added.tasks().len();
        if told.names.len() < end {
            told.names.resize(end, String::new());
        }
        for (at, task) in (added.first()..).zip(added.tasks()) {
            assert_eq!(
                std::mem::replace(&mut told.names[at], task.name().to_owned()),
                ""
            );
        }
        told.edges.extend(added.edges());
        let entry = (
            added.by(),
            added.until(),
            added.first(),
            added.tasks().len(),
        );
        told.added.push(entry);
    }

    fn task_ready(&self, task: &Task<'_>) {
        self.note(task, What::Ready);
    }

    fn task_started(&self, task: &Task<'_>, worker: usize, at: Instant) {
        self.note(task, What::Started(worker, at));
    }

    fn task_retried(&self, task: &Task<'_>, attempt: u32) {
        self.note(task, What::Retried(attempt));
    }

    fn task_suspended(&self, task: &Task<'_>, span: &Span) {
        self.note(task, What::Suspended(*span));
    }

    fn task_finished(&self, task: &Task<'_>, span: &Span) {
        self.note(task, What::Finished(*span));
    }

    fn task_failed(&self, task: &Task<'_>, _: &Span, error: Option<&Error>) {
        self.note(
            task,
            What::Failed(error.map(|error| error.task().to_owned())),
        );
    }

    fn task_skipped(&self, task: &Task<'_>) {
        self.note(task, What::Skipped);
    }

    fn run_finished(&self, _: u64, _: Instant) {
        self.0.lock().unwrap().finished_runs += 1;
    }
}

/// What is told of a run on so many workers; on zero workers, of one in program order.
pub(crate) fn told<G: Gather>(workers: usize, all: G) -> (G::Outcome, Told) {
    told_by(workers, Executor::builder(), all)
}

/// The same with what else the executor is to do.
pub(crate) fn told_by<G: Gather>(
    workers: usize,
    builder: ExecutorBuilder<'static>,
    all: G,
) -> (G::Outcome, Told) {
    let log = Arc::new(Log::default());
    let builder = builder.observer(log.clone());
    let builder = match workers {
        0 => builder.sequential(),
        _ => builder.threads(workers),
    };
    let outcome = builder.build().unwrap().try_compute(all);
    let told = std::mem::take(&mut *log.0.lock().unwrap());
    (outcome, told)
}

impl Told {
    /// Every task ends once, and starts between being ready and that; one that starts again was suspended before.
    pub(crate) fn assert_one_end_each(&self) {
        for (number, name) in self.names.iter().enumerate() {
            let events = self.events.iter().filter(|(task, _)| *task == number);
            let events: Vec<&What> = events.map(|(_, what)| what).collect();
            let mut at_work = false;
            let mut ends = 0;
            for what in &events {
                assert_eq!(ends, 0, "{name}: {events:?}");
                match what {
                    What::Ready => assert!(!at_work, "{name}: {events:?}"),
                    What::Started(..) => {
                        assert!(!at_work, "{name}: {events:?}");
                        at_work = true;
                    }
                    What::Retried(_) => assert!(at_work, "{name}: {events:?}"),
                    What::Suspended(_) => assert!(std::mem::take(&mut at_work)),
                    What::Finished(_) => {
                        assert!(std::mem::take(&mut at_work), "{name}: {events:?}");
                        ends += 1;
                    }
                    What::Failed(_) => ends += 1,
                    What::Skipped => {
                        assert!(!at_work, "{name}: {events:?}");
                        ends += 1;
                    }
                }
            }
            // A maker that another one took the place of is not taken up again.
            let replaced = self
                .added
                .iter()
                .any(|&(by, until, ..)| by == number && until != by);
            assert_eq!(ends, usize::from(!replaced), "{name}: {events:?}");
        }
    }

    /// What happened to the tasks of this name, in order.
    pub(crate) fn of_all(&self, name: &str) -> Vec<&What> {
        let events = self.events.iter();
        let events = events.filter(|(task, _)| self.names[*task] == name);
        events.map(|(_, what)| what).collect()
    }

    /// What happened to the task of this name, in order.
    pub(crate) fn of(&self, name: &str) -> Vec<What> {
        let number = self.names.iter().position(|other| other == name).unwrap();
        let events = self.events.iter().filter(|(task, _)| *task == number);
        events.map(|(_, what)| what.clone()).collect()
    }

    /// When each task ran.
    pub(crate) fn spans(&self) -> Vec<(usize, Span)> {
        let span = |(task, what): &(usize, What)| match what {
            What::Finished(span) | What::Suspended(span) => Some((*task, *span)),
            _ => None,
        };
        self.events.iter().filter_map(span).collect()
    }
}
