//! What failed in a run, in program order, and which tasks have no value because of it.

use std::collections::HashMap;

use super::block::TaskId;
use super::run::Run;
use crate::block::Failure;
use crate::error::Error;
use crate::store::{Payload, TaskRef};
use crate::sync::{Ordering, lock};

/// What failed in a run, and what has no value because of it.
#[derive(Debug, Default)]
pub(crate) struct Failures {
    all: Vec<(Vec<u64>, Error)>,
    /// Of each task without a value, the first failure in program order that it needs.
    because: HashMap<TaskRef, usize>,
}

/// In the place of a failure: the task's block takes care of it.
const OF_BLOCK: usize = usize::MAX;

impl Failures {
    fn leave_to_block(&mut self, task: TaskRef) {
        self.because.insert(task, OF_BLOCK);
    }

    fn add(&mut self, path: Vec<u64>, task: TaskRef, error: Error) {
        self.because.insert(task, self.all.len());
        self.all.push((path, error));
    }

    /// A task was not started, since these others have no value.
    fn pass_on(&mut self, path: &[u64], task: TaskRef, lacking: impl Iterator<Item = TaskRef>) {
        let known = |failures: &mut Self, lacking| {
            if let Some(&known) = failures.because.get(&lacking) {
                return known;
            }
            failures.add(path.to_vec(), lacking, Error::failed_before(lacking));
            failures.all.len() - 1
        };
        let all: Vec<usize> = lacking.map(|lacking| known(self, lacking)).collect();
        let real = all.iter().filter(|&&failure| failure != OF_BLOCK);
        let first = real.min_by_key(|&&failure| &self.all[failure].0);
        self.because
            .insert(task, first.copied().unwrap_or(OF_BLOCK));
    }

    /// What failed first of all that a task lacks, where no block takes care of it.
    fn first_for(&self, task: TaskRef) -> Option<Failure> {
        let (path, error) = self.all.get(*self.because.get(&task)?)?;
        Some(Failure {
            path: path.clone(),
            error: error.clone(),
        })
    }

    /// Why a task has no value.
    pub(crate) fn why(&self, task: TaskRef) -> Error {
        match self.because.get(&task) {
            Some(&failure) if failure != OF_BLOCK => self.all[failure].1.clone(),
            _ => Error::failed_before(task),
        }
    }

    /// The first in program order.
    pub(crate) fn first(&self) -> Option<Error> {
        let first = self.all.iter().min_by_key(|(path, _)| path)?;
        Some(first.1.clone())
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

    /// A task panicked, or could not be dropped.
    pub(super) fn fail_task(&self, id: TaskId, task: TaskRef, payload: Payload) {
        match crate::block::caught(self.path(id), task, payload) {
            Some(Failure { path, error }) => lock(&self.failures).add(path, task, error),
            None => lock(&self.failures).leave_to_block(task),
        }
        self.failed.store(true, Ordering::Release);
    }

    pub(super) fn fail(&self, id: TaskId, task: TaskRef, error: Error) {
        let path = self.path(id);
        lock(&self.failures).add(path, task, error);
        self.failed.store(true, Ordering::Release);
    }

    /// Does something that it needs have no value? Then it is not started, unless it is the last of a block.
    pub(super) fn must_be_skipped(&self, id: TaskId, task: TaskRef) -> bool {
        if !task.lacks_an_input() {
            return false;
        }
        self.pass_on_failure(id, task);
        let is_last = task.info().is_last();
        if is_last {
            crate::block::tell_last(lock(&self.failures).first_for(task));
        }
        !is_last
    }

    /// A task will not be started, since something that it needs has no value. It is not discarded yet.
    fn pass_on_failure(&self, id: TaskId, task: TaskRef) {
        let (path, lacking) = (self.path(id), task.lacking_inputs());
        lock(&self.failures).pass_on(&path, task, lacking.into_iter());
    }

    pub(super) fn take_failures(&self) -> Failures {
        if !self.failed.load(Ordering::Acquire) {
            return Failures::default();
        }
        std::mem::take(&mut *lock(&self.failures))
    }
}
