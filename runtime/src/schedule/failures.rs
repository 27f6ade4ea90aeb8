//! What failed in a run, in program order, and which tasks have no value because of it.

use std::collections::HashMap;

use super::block::TaskId;
use super::run::Run;
use crate::block::Failure;
use crate::error::{Chain, END, Error, ErrorKind, Progress};
use crate::graph::TaskInfo;
use crate::store::{Payload, TaskRef};
use crate::sync::{Ordering, lock};

/// What failed in a run, and what has no value because of it.
#[derive(Debug, Default)]
pub(crate) struct Failures {
    all: Vec<(Vec<u64>, Error)>,
    /// Tasks without a value, in the order in which that was found.
    lost: Vec<Lost>,
    /// The place of each among `lost`.
    places: HashMap<TaskRef, usize>,
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

/// In the place of a failure: the task's block takes care of it.
const OF_BLOCK: usize = usize::MAX;

impl Failures {
    fn lose(&mut self, task: TaskRef, failure: usize, needed: Option<Needed>) -> usize {
        let place = self.lost.len();
        self.lost.push(Lost { failure, needed });
        self.places.insert(task, place);
        place
    }

    fn leave_to_block(&mut self, task: TaskRef) {
        self.lose(task, OF_BLOCK, None);
    }

    fn add(&mut self, path: Vec<u64>, task: TaskRef, error: Error) -> usize {
        let failure = self.all.len();
        self.all.push((path, error));
        self.lose(task, failure, None)
    }

    /// A task was not started, since these others have no value.
    fn pass_on(&mut self, path: &[u64], task: TaskRef, lacking: impl Iterator<Item = TaskRef>) {
        let known = |failures: &mut Self, lacking| {
            let place = failures.places.get(&lacking).copied();
            place.unwrap_or_else(|| {
                failures.add(path.to_vec(), lacking, Error::failed_before(lacking))
            })
        };
        let all: Vec<usize> = lacking.map(|lacking| known(self, lacking)).collect();
        let real = all
            .into_iter()
            .filter(|&place| self.lost[place].failure != OF_BLOCK);
        let Some(by) = real.min_by_key(|&place| &self.all[self.lost[place].failure].0) else {
            return self.leave_to_block(task);
        };
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

    /// What failed first of all that a task lacks, where no block takes care of it.
    fn first_for(&self, task: TaskRef) -> Option<Failure> {
        let lost = &self.lost[*self.places.get(&task)?];
        let (path, error) = self.all.get(lost.failure)?;
        // The task gives it on as its own.
        let before = lost.needed.as_ref().map(|needed| self.chain(needed.by));
        Some(Failure {
            path: path.clone(),
            error: error.needed_by(before.unwrap_or_default()),
        })
    }

    /// If the run was stopped: the error for who asked for the value of `task`.
    pub(crate) fn stopped(&self, task: TaskRef) -> Option<Error> {
        let (kind, progress) = self.stop?;
        Some(Error::stopped(kind, task, progress))
    }

    /// Why a task has no value.
    pub(crate) fn why(&self, task: TaskRef) -> Error {
        let known = |&place: &usize| {
            let (_, error) = self.all.get(self.lost[place].failure)?;
            Some(error.needed_by(self.chain(place)))
        };
        let known = self.places.get(&task).and_then(known);
        known.unwrap_or_else(|| Error::failed_before(task))
    }

    /// The first in program order, as it is seen from one of these tasks.
    pub(crate) fn first(&self, mut tasks: impl Iterator<Item = TaskRef>) -> Option<Error> {
        let first = (0..self.all.len()).min_by_key(|&failure| &self.all[failure].0)?;
        let lost = |task| {
            let place = *self.places.get(&task)?;
            (self.lost[place].failure == first).then(|| self.chain(place))
        };
        let chain = tasks.find_map(lost).unwrap_or_default();
        Some(self.all[first].1.needed_by(chain))
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
        let caught = crate::block::caught(self.path(id), task, payload);
        let mut failures = lock(&self.failures);
        match caught {
            Some(Failure { path, error }) => {
                if let (true, Some(guard)) = (error.is_stop(), &self.guard) {
                    guard.look();
                }
                failures.add(path, task, error);
            }
            None => failures.leave_to_block(task),
        }
        drop(failures);
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
        let mut failures = std::mem::take(&mut *lock(&self.failures));
        failures.stop = self.guard.as_ref().and_then(|guard| guard.outcome());
        failures
    }
}
