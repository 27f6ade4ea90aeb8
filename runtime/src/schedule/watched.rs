//! What a run tells its observers. A run that has none looks once a task at whether it has.

use std::collections::HashMap;
use std::panic::Location;
use std::sync::Arc;
use std::time::Instant;

use super::block::{Block, TaskId};
use super::collect::parse_mark;
use super::frames;
use super::run::Run;
use super::worker::Worker;
use crate::error::Error;
use crate::graph::{Access, TaskInfo, in_std};
use crate::observe::Span;
use crate::observe::event::Tasks;
use crate::observe::hooks::{Observed, Outcome};
use crate::store::{Payload, Ran, TaskRef};

/// A worker's number among those of its run, while it works.
pub(super) struct Place<'r> {
    observed: Option<&'r Observed>,
    pub(super) number: usize,
}

impl<'r> Place<'r> {
    pub(super) fn take(run: &'r Run) -> Self {
        let observed = run.observed.as_ref();
        Place {
            observed,
            number: observed.map_or(0, Observed::sit),
        }
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        if let Some(observed) = self.observed {
            observed.stand_up(self.number);
        }
    }
}

impl Block {
    /// Notes what its tasks are called, which is gone when they have run.
    pub(super) fn be_observed(&mut self, observed: &Observed) {
        self.observed = Some(self.tasks(observed.join(self.slots.len())));
    }

    /// Its tasks and edges for those who look. `first` is the number of its first task.
    ///
    /// The end of a `lazy!` block takes one value, and sees that all other tasks have run.
    pub(crate) fn tasks(&self, first: usize) -> Tasks {
        let mut ends = HashMap::new();
        let infos = (0_u32..).zip(&self.slots).map(|(index, slot)| {
            let info = slot.task.info();
            if info.is_last() {
                ends.insert(index, first_input(slot.task));
            }
            let shown = TaskInfo::with(slot.task, info);
            if info.is_clone() && in_std(slot.task.location()) {
                shown.made_at(self.place_of_original(slot.task))
            } else {
                shown
            }
        });
        let infos = infos.collect();
        let index = |node: petgraph::graph::NodeIndex| u32::try_from(node.index()).unwrap_or(0);
        let edges = self.graph.raw_edges().iter().map(|edge| {
            let (from, to) = (index(edge.source()), index(edge.target()));
            let value = if ends.is_empty() { None } else { ends.get(&to) };
            let is_order = value.is_some_and(|value| *value != Some(self.slot(from).task));
            let access = if is_order { Access::Order } else { edge.weight };
            (from, to, access)
        });
        let edges = edges.collect();
        Tasks {
            first,
            infos,
            edges,
        }
    }

    /// Where what a task clones was made.
    fn place_of_original(&self, mut task: TaskRef) -> &'static Location<'static> {
        while let Some(original) = first_input(task) {
            task = original;
            // Another run may be about it: nothing else is asked of it then.
            if !in_std(task.location()) || !self.is_ours(task) {
                break;
            }
        }
        task.location()
    }

    fn is_ours(&self, task: TaskRef) -> bool {
        let (_, index) = parse_mark(task.mark());
        let slot = self.slots.get(index as usize);
        slot.is_some_and(|slot| slot.task == task)
    }
}

fn first_input(task: TaskRef) -> Option<TaskRef> {
    let mut first = None;
    task.edges_backwards(|_, output| first = Some(output.task()));
    first
}

impl Run {
    /// The run is about to start with this block.
    pub(super) fn tell_started(&self, block: &Block) {
        if let (Some(observed), Some(tasks)) = (&self.observed, &block.observed) {
            observed.run_started(tasks);
            for &source in &block.sources {
                observed.ready(tasks, source);
            }
        }
    }

    /// Nothing of it is running any more.
    pub(super) fn tell_finished(&self) {
        if let Some(observed) = &self.observed {
            observed.run_finished();
        }
    }

    /// All that a task waits for is there.
    #[inline]
    pub(super) fn tell_ready(&self, block: &Block, index: u32) {
        if let (Some(observed), Some(tasks)) = (&self.observed, &block.observed) {
            observed.ready(tasks, index);
        }
    }
}

/// What the loop that runs most tasks tells of those of its block. It is compiled once for runs that nobody looks at.
pub(super) trait Look {
    /// All that a task waits for is there.
    fn ready(&mut self, index: u32);

    /// A task is about to run.
    fn started(&mut self, index: u32);

    /// It has run.
    fn ran(&mut self, index: u32, ran: &Result<Ran, Payload>);
}

/// Nobody looks.
pub(super) struct Unseen;

impl Look for Unseen {
    #[inline]
    fn ready(&mut self, _: u32) {}

    #[inline]
    fn started(&mut self, _: u32) {}

    #[inline]
    fn ran(&mut self, _: u32, _: &Result<Ran, Payload>) {}
}

/// Somebody looks.
pub(super) struct Seen<'w> {
    observed: &'w Observed,
    tasks: &'w Tasks,
    worker: usize,
    /// Each task of the run starts when the one before has ended, so one reading of the clock is enough. Where others work
    /// too, what a task waited for may have ended later than the task before it here.
    alone: bool,
    last: Option<Instant>,
    start: Instant,
    /// Of a task whose end is told later.
    span: &'w mut Option<Span>,
}

impl<'w> Seen<'w> {
    pub(super) fn of(
        run: &'w Run,
        block: &'w Block,
        worker: usize,
        shared: bool,
        span: &'w mut Option<Span>,
    ) -> Option<Self> {
        Some(Seen {
            observed: run.observed.as_ref()?,
            tasks: block.observed.as_ref()?,
            worker,
            alone: !shared,
            last: None,
            start: Instant::now(),
            span,
        })
    }
}

impl Look for Seen<'_> {
    fn ready(&mut self, index: u32) {
        self.observed.ready(self.tasks, index);
    }

    fn started(&mut self, index: u32) {
        let at = self.last.take().unwrap_or_else(Instant::now);
        self.start = at;
        self.observed.started(self.tasks, index, self.worker, at);
    }

    fn ran(&mut self, index: u32, ran: &Result<Ran, Payload>) {
        let span = Span {
            worker: self.worker,
            start: self.start,
            end: Instant::now(),
        };
        self.last = self.alone.then_some(span.end);
        let outcome = match ran {
            Ok(Ran::Done) => Outcome::Finished,
            Ok(Ran::Expanded) => Outcome::Suspended,
            Err(_) => {
                *self.span = Some(span);
                return;
            }
        };
        self.observed.ended(self.tasks, index, &span, outcome);
    }
}

/// A task that is left to the thread that asks, while it runs.
pub(super) struct Left<'r> {
    observed: &'r Observed,
    block: Arc<Block>,
    place: Place<'r>,
    start: Instant,
}

impl Run {
    /// A task of the first block that is left to the thread that asks is about to run, or to be skipped.
    pub(super) fn tell_left(&self, id: TaskId, skipped: bool) -> Option<Left<'_>> {
        let observed = self.observed.as_ref()?;
        let block = self.block(id.block)?;
        let tasks = block.observed.as_ref()?;
        let place = Place::take(self);
        let start = Instant::now();
        if !skipped {
            observed.started(tasks, id.index, place.number, start);
        }
        Some(Left {
            observed,
            block,
            place,
            start,
        })
    }
}

impl Left<'_> {
    /// What became of it.
    pub(super) fn tell_ended(self, id: TaskId, outcome: Outcome<'_>) {
        let span = Span {
            worker: self.place.number,
            start: self.start,
            end: Instant::now(),
        };
        if let Some(tasks) = &self.block.observed {
            self.observed.ended(tasks, id.index, &span, outcome);
        }
    }
}

/// An attempt of the task at work on this thread has failed, and another one follows. `attempt` counts from one. The task's
/// last attempt is told of as its end.
pub(crate) fn attempted(attempt: u32) {
    let Some((run, id)) = frames::current() else {
        return;
    };
    let (Some(observed), Some(block)) = (&run.observed, run.block(id.block)) else {
        return;
    };
    if let Some(tasks) = &block.observed {
        observed.retried(tasks, id.index, attempt);
    }
}

impl Worker<'_> {
    /// A task is about to run. When, if somebody wants to know.
    #[inline]
    pub(super) fn tell_started(&mut self, id: TaskId) -> Option<Instant> {
        let observed = self.run.observed.as_ref()?;
        let worker = self.number;
        let tasks = self.block(id.block)?.observed.as_ref()?;
        let at = Instant::now();
        observed.started(tasks, id.index, worker, at);
        Some(at)
    }

    /// A task has run.
    #[inline]
    pub(super) fn tell_ran(
        &mut self,
        id: TaskId,
        start: Option<Instant>,
        ran: &Result<Ran, Payload>,
    ) {
        let Some(start) = start else { return };
        self.span = Some(Span {
            worker: self.number,
            start,
            end: Instant::now(),
        });
        match ran {
            Ok(Ran::Done) => self.tell_ended(id, Outcome::Finished),
            Ok(Ran::Expanded) => self.tell_ended(id, Outcome::Suspended),
            // What the failure means for the run is not known yet.
            Err(_) => {}
        }
    }

    /// What became of a task.
    pub(super) fn tell_ended(&mut self, id: TaskId, outcome: Outcome<'_>) {
        let Some(observed) = self.run.observed.as_ref() else {
            return;
        };
        let span = self.span.take().unwrap_or_else(|| {
            let now = Instant::now();
            Span {
                worker: self.number,
                start: now,
                end: now,
            }
        });
        if let Some(tasks) = self
            .block(id.block)
            .and_then(|block| block.observed.as_ref())
        {
            observed.ended(tasks, id.index, &span, outcome);
        }
    }

    /// A task has failed.
    pub(super) fn tell_failed(&mut self, id: TaskId, error: Option<&Error>) {
        self.tell_ended(id, Outcome::Failed(error));
    }

    /// The tasks behind the value of `id` are about to join the run, and `outer` waits for them.
    pub(super) fn tell_added(&mut self, by: Option<usize>, outer: TaskId, block: &Block) {
        let (Some(observed), Some(by)) = (self.run.observed.as_ref(), by) else {
            return;
        };
        let until = self.number_of(outer);
        if let (Some(tasks), Some(until)) = (&block.observed, until) {
            observed.tasks_added(by, until, tasks);
            for &source in &block.sources {
                observed.ready(tasks, source);
            }
        }
    }

    /// The number of a task among all of the run, where somebody looks.
    pub(super) fn number_of(&mut self, id: TaskId) -> Option<usize> {
        self.run.observed.as_ref()?;
        let tasks = self.block(id.block)?.observed.as_ref()?;
        Some(tasks.first + id.index as usize)
    }
}
