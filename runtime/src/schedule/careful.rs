//! Starting a task where something may keep it from starting: a guard of its run, or a limit of its kind.

use super::block::TaskId;
use super::worker::Worker;
use crate::store::{Ran, TaskRef};
use crate::sync::Ordering;

impl Worker<'_> {
    /// As [`execute`](Worker::execute), for such a task. Gives a task that is ready now.
    pub(super) fn execute_carefully(&mut self, id: TaskId, task: TaskRef) -> Option<TaskId> {
        let guard = self.run.guard.as_deref();
        // What it gave is there, and is only taken.
        let has_run = task.is_expanded();
        // One more attempt of a task is no task that counts.
        let counts = guard.filter(|_| !task.info().is_again());
        if let Some(guard) = guard
            && !has_run
            && guard.stops(&mut self.clock, task.kind())
        {
            self.run.note_stopped(guard, task);
            return self.skip(id, task);
        }
        if self.run.failed.load(Ordering::Relaxed) && self.run.must_be_skipped(id, task) {
            if let Some(guard) = counts
                && !has_run
            {
                guard.count_skipped();
            }
            return self.skip(id, task);
        }
        let held = match task.limit() {
            Some(limit) if !has_run => Some(limit.enter(self.run, id)?),
            _ => None,
        };
        let start = self.tell_started(id);
        let ran = self.time(task);
        self.tell_ran(id, start, &ran);
        drop(held);
        if let (Some(guard), Ok(Ran::Done)) = (counts, &ran) {
            guard.count_done();
        }
        self.after(id, ran)
    }
}
