//! What a run tells its observers. A run that has none looks once a task at whether it has.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Instant;

use super::block::{Block, TaskId};
use super::frames;
use super::run::Run;
use super::worker::Worker;
use crate::error::Error;
use crate::graph::{Access, TaskInfo};
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
        self.observed = Some(Tasks {
            first: observed.join(self.slots.len()),
            infos: self.infos(),
            edges: self.edges(),
        });
    }

    /// Its tasks for those who look.
    pub(crate) fn infos(&self) -> Arc<[TaskInfo]> {
        let slots = self.slots.iter();
        slots.map(|slot| TaskInfo::of(slot.task)).collect()
    }

    /// Its edges for those who look. The end of a `lazy!` block takes one value, and sees that all other tasks have run.
    pub(crate) fn edges(&self) -> Arc<[(u32, u32, Access)]> {
        let index = |node: petgraph::graph::NodeIndex| u32::try_from(node.index()).unwrap_or(0);
        let ends = (0..)
            .zip(&self.slots)
            .filter(|(_, slot)| slot.task.info().is_last());
        let values = ends.map(|(end, slot)| (end, first_input(slot.task)));
        let values: HashMap<u32, Option<TaskRef>> = values.collect();
        let shown = |edge: &petgraph::graph::Edge<Access>| {
            let (from, to) = (index(edge.source()), index(edge.target()));
            let order = !values.is_empty()
                && (values.get(&to)).is_some_and(|value| *value != Some(self.slot(from).task));
            let access = if order { Access::Order } else { edge.weight };
            (from, to, access)
        };
        self.graph.raw_edges().iter().map(shown).collect()
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
        let start = if skipped {
            Instant::now()
        } else {
            observed.started(tasks, id.index, place.number)
        };
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
        Some(observed.started(tasks, id.index, worker))
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
