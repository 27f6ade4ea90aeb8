//! What failed in a run, in program order, and which tasks have no value because of it.

use std::collections::HashMap;

use super::block::TaskId;
use super::run::Run;
use crate::block::{Cause, Failure, caught, tell_last};
use crate::error::Error;
use crate::store::{BlockNumber, Payload, TaskRef};
use crate::sync::{Ordering, lock};

/// What failed in a run, and what has no value because of it.
#[derive(Debug, Default)]
pub(crate) struct Failures {
    all: Vec<Failure>,
    /// Of each task without a value, the first failure in program order that it needs.
    because: HashMap<TaskRef, usize>,
    /// Of each block, the first failure of its statements in program order: nothing that comes later is started.
    of_blocks: HashMap<BlockNumber, usize>,
}

impl Failures {
    fn add(&mut self, task: TaskRef, failure: Failure) {
        let at = self.all.len();
        if let Some(block) = task.block() {
            let first = self.of_blocks.entry(block).or_insert(at);
            if *first != at && failure.path < self.all[*first].path {
                *first = at;
            }
        }
        self.because.insert(task, at);
        self.all.push(failure);
    }

    /// The first failure of the task's block, where that comes before it.
    fn makes_late(&self, path: &[u64], task: TaskRef) -> Option<usize> {
        let &failure = self.of_blocks.get(&task.block()?)?;
        (*self.all[failure].path < *path).then_some(failure)
    }

    /// A task was not started, since these others have no value.
    fn pass_on(&mut self, path: &[u64], task: TaskRef, lacking: &[TaskRef]) {
        for &lacking in lacking {
            if !self.because.contains_key(&lacking) {
                let failure = Failure {
                    path: path.to_vec(),
                    cause: Cause::Error(Error::failed_before(lacking)),
                };
                self.because.insert(lacking, self.all.len());
                self.all.push(failure);
            }
        }
        let all = lacking.iter().map(|lacking| self.because[lacking]);
        if let Some(first) = all.min_by_key(|&failure| &self.all[failure].path) {
            self.because.insert(task, first);
        }
    }

    fn of(&self, task: TaskRef) -> Option<&Failure> {
        self.all.get(*self.because.get(&task)?)
    }

    /// Why a task has no value.
    pub(crate) fn why(&self, task: TaskRef) -> Error {
        match self.of(task) {
            Some(Failure {
                cause: Cause::Error(error),
                ..
            }) => error.clone(),
            _ => Error::failed_before(task),
        }
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

    /// A task panicked, or could not be dropped, or its `?` failed.
    pub(super) fn fail_task(&self, id: TaskId, task: TaskRef, payload: Payload) {
        let failure = caught(self.path(id), task, payload);
        lock(&self.failures).add(task, failure);
        self.failed.store(true, Ordering::Release);
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
                tell_last(failures.of(task).cloned());
            }
            return !is_last;
        }
        if is_last || task.block().is_none() {
            return false;
        }
        let path = self.path(id);
        let mut failures = lock(&self.failures);
        let failure = failures.makes_late(&path, task);
        failures
            .because
            .extend(failure.map(|failure| (task, failure)));
        failure.is_some()
    }

    pub(super) fn take_failures(&self) -> Failures {
        if !self.failed.load(Ordering::Acquire) {
            return Failures::default();
        }
        std::mem::take(&mut *lock(&self.failures))
    }
}
