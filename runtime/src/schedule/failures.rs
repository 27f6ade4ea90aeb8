//! What failed in a run, in program order, and which tasks have no value because of it.

use std::collections::HashMap;

use super::block::TaskId;
use super::guard::Guard;
use super::run::Run;
use crate::block::{Cause, Failure, caught, tell_last};
use crate::error::{Chain, END, Error, ErrorKind, Progress};
use crate::graph::TaskInfo;
use crate::store::{BlockNumber, Payload, TaskRef};
use crate::sync::{Ordering, lock};

/// What failed in a run, and what has no value because of it.
#[derive(Debug, Default)]
pub(crate) struct Failures {
    all: Vec<Failure>,
    /// Tasks without a value, in the order in which that was found.
    lost: Vec<Lost>,
    /// The place of each among `lost`.
    places: HashMap<TaskRef, usize>,
    /// Of each block, the first failure of its statements in program order: nothing that comes later is started.
    of_blocks: HashMap<BlockNumber, usize>,
    /// Why the run was stopped, and how far it had come: then nothing else counts.
    stop: Option<(ErrorKind, Progress)>,
}

/// A task without a value.
#[derive(Debug)]
struct Lost {
    /// The first failure in program order that it needs.
    failure: usize,
    needed: Option<Needed>,
}

/// Through what a task that was not started needs its failure.
#[derive(Debug)]
struct Needed {
    task: TaskInfo,
    /// The task before it, among `lost`.
    by: usize,
    /// How many tasks there are from the one that failed to this one.
    depth: usize,
    /// The task in depth `END`, among `lost`, if this one is not nearer.
    near: usize,
}

impl Failures {
    fn lose(&mut self, task: TaskRef, failure: usize, needed: Option<Needed>) -> usize {
        if let Cause::Error(error) = &self.all[failure].cause {
            task.note_reason(error.kind().to_reason());
        }
        let place = self.lost.len();
        self.lost.push(Lost { failure, needed });
        self.places.insert(task, place);
        place
    }

    fn add(&mut self, task: TaskRef, failure: Failure) -> usize {
        let at = self.all.len();
        if let Some(block) = task.block() {
            let first = self.of_blocks.entry(block).or_insert(at);
            if *first != at && failure.path < self.all[*first].path {
                *first = at;
            }
        }
        self.all.push(failure);
        self.lose(task, at, None)
    }

    /// The first failure of the task's block, where that comes before it.
    fn makes_late(&self, path: &[u64], task: TaskRef) -> Option<usize> {
        let &failure = self.of_blocks.get(&task.block()?)?;
        (*self.all[failure].path < *path).then_some(failure)
    }

    /// A task was not started, since these others have no value.
    fn pass_on(&mut self, path: &[u64], task: TaskRef, lacking: &[TaskRef]) {
        let known = |&lacking: &TaskRef| {
            let place = self.places.get(&lacking).copied();
            place.unwrap_or_else(|| {
                let at = self.all.len();
                let cause = Cause::Error(Error::failed_before(lacking));
                let path = path.to_vec();
                self.all.push(Failure { path, cause });
                self.lose(lacking, at, None)
            })
        };
        let all: Vec<usize> = lacking.iter().map(known).collect();
        let path_of = |&place: &usize| &self.all[self.lost[place].failure].path;
        let Some(by) = all.into_iter().min_by_key(path_of) else {
            return;
        };
        if lacking.iter().any(|lacking| lacking.info().is_again()) {
            // It was an attempt of the task itself.
            self.lose(task, self.lost[by].failure, None);
            return;
        }
        let before = self.lost[by].needed.as_ref();
        let depth = before.map_or(1, |before| before.depth + 1);
        let place = self.lost.len();
        let near = before.map_or(place, |before| match before.depth {
            0..END => place,
            _ => before.near,
        });
        let needed = Needed {
            task: TaskInfo::of(task),
            by,
            depth,
            near,
        };
        self.lose(task, self.lost[by].failure, Some(needed));
    }

    /// The tasks through which this one, and those before it, needed the failure. O(1): of a long chain, its ends.
    fn chain(&self, place: usize) -> Chain {
        let mut far = Vec::new();
        let mut next = self.lost[place].needed.as_ref();
        let Some(last) = next else {
            return Chain::default();
        };
        while let Some(needed) = next
            && far.len() < 2 * END
        {
            far.push(needed.task.clone());
            next = self.lost[needed.by].needed.as_ref();
        }
        if next.is_none() {
            far.reverse();
            return Chain::new(far, 0, Vec::new());
        }
        far.truncate(END);
        far.reverse();
        let mut near = Vec::new();
        next = self.lost[last.near].needed.as_ref();
        while let Some(needed) = next {
            near.push(needed.task.clone());
            next = self.lost[needed.by].needed.as_ref();
        }
        near.reverse();
        Chain::new(near, last.depth - 2 * END, far)
    }

    /// What failed first of all that a task lacks.
    fn first_for(&self, task: TaskRef) -> Option<Failure> {
        let lost = &self.lost[*self.places.get(&task)?];
        let failure = &self.all[lost.failure];
        let cause = match &failure.cause {
            Cause::Error(error) => {
                // The task gives it on as its own.
                let before = lost.needed.as_ref().map(|needed| self.chain(needed.by));
                Cause::Error(error.needed_by(before.unwrap_or_default()))
            }
            Cause::Exit => Cause::Exit,
        };
        let path = failure.path.clone();
        Some(Failure { path, cause })
    }

    /// If the run was stopped: the error for who asked for the value of `task`.
    pub(crate) fn stopped(&self, task: TaskRef) -> Option<Error> {
        let (kind, progress) = self.stop?;
        Some(Error::stopped(kind, task, progress))
    }

    fn of(&self, task: TaskRef) -> Option<&Failure> {
        let place = *self.places.get(&task)?;
        self.all.get(self.lost[place].failure)
    }

    /// Why a task has no value.
    pub(crate) fn why(&self, task: TaskRef) -> Error {
        let known = |&place: &usize| match &self.all[self.lost[place].failure].cause {
            Cause::Error(error) => Some(error.needed_by(self.chain(place))),
            Cause::Exit => None,
        };
        let known = self.places.get(&task).and_then(known);
        known.unwrap_or_else(|| Error::failed_before(task))
    }

    /// The first failure, in program order, of all that these tasks have no value for.
    pub(crate) fn first(&self, tasks: impl Iterator<Item = TaskRef>) -> Option<Error> {
        let place = |&task: &TaskRef| {
            let failure = self.of(task);
            (failure.is_none(), failure.map(|failure| &failure.path))
        };
        tasks.min_by_key(place).map(|task| self.why(task))
    }
}

impl Run {
    /// Where a task stands in program order: its number, after those of the tasks that it was made inside of.
    pub(super) fn path(&self, id: TaskId) -> Vec<u64> {
        let mut path = Vec::new();
        let mut next = Some(id);
        while let Some(id) = next
            && let Some(block) = self.block(id.block)
        {
            path.push(block.slot(id.index).task.order());
            next = block.outer;
        }
        path.reverse();
        path
    }

    /// A task panicked, or could not be dropped, or its `?` failed. Gives the error, where it is one of the run.
    pub(super) fn fail_task(&self, id: TaskId, task: TaskRef, payload: Payload) -> Option<Error> {
        let failure = caught(self.path(id), task, payload);
        if let (Cause::Error(error), Some(guard)) = (&failure.cause, &self.guard)
            && error.is_stop()
        {
            guard.look();
        }
        let error = match &failure.cause {
            Cause::Error(error) => Some(error.clone()),
            Cause::Exit => None,
        };
        lock(&self.failures).add(task, failure);
        self.failed.store(true, Ordering::Release);
        error
    }

    pub(super) fn fail(&self, id: TaskId, task: TaskRef, error: Error) {
        let (path, cause) = (self.path(id), Cause::Error(error));
        lock(&self.failures).add(task, Failure { path, cause });
        self.failed.store(true, Ordering::Release);
    }

    /// Does something that it needs have no value, or has a statement before it failed? Then it is not started, unless it
    /// is the last of a block.
    pub(super) fn must_be_skipped(&self, id: TaskId, task: TaskRef) -> bool {
        let is_last = task.info().is_last();
        if task.lacks_an_input() {
            // It is not discarded yet.
            let (path, lacking) = (self.path(id), task.lacking_inputs());
            let mut failures = lock(&self.failures);
            failures.pass_on(&path, task, &lacking);
            if is_last {
                tell_last(failures.first_for(task));
            }
            return !is_last;
        }
        if is_last || task.block().is_none() {
            return false;
        }
        let path = self.path(id);
        let mut failures = lock(&self.failures);
        let Some(failure) = failures.makes_late(&path, task) else {
            return false;
        };
        failures.lose(task, failure, None);
        true
    }

    /// The run is stopped: a task will not be started.
    pub(super) fn note_stopped(&self, guard: &Guard, task: TaskRef) {
        if !task.info().is_again() {
            guard.count_skipped();
        }
        if let Some((kind, _)) = guard.outcome() {
            task.note_reason(kind.to_reason());
        }
        self.failed.store(true, Ordering::Release);
    }

    pub(super) fn take_failures(&self) -> Failures {
        if !self.failed.load(Ordering::Acquire) {
            return Failures::default();
        }
        let mut failures = std::mem::take(&mut *lock(&self.failures));
        failures.stop = self.guard.as_ref().and_then(|guard| guard.outcome());
        failures
    }
}
