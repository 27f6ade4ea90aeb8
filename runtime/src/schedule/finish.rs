//! What comes after a task: its failure is noted, who waits for it is counted down, and a block whose last task it is ends.

use super::block::{Block, DONE, NOBODY, TaskId, WATCHED};
use super::order::is_higher;
use super::queue::enqueue;
use super::run::Run;
use super::worker::{Worker, block_of};
use crate::observe::hooks::Outcome;
use crate::store::{Payload, Ran, TaskRef};
use crate::sync::Ordering;

impl Worker<'_> {
    /// A task has run. Gives a task that is ready now.
    pub(super) fn after(&mut self, id: TaskId, ran: Result<Ran, Payload>) -> Option<TaskId> {
        match ran {
            Ok(Ran::Done) => self.finish(id),
            Ok(Ran::Expanded) => self.expand_or_pause(id),
            Err(payload) => self.end(id, Err(payload)),
        }
    }

    /// A task that must not start. Gives a task that is ready now.
    pub(super) fn skip(&mut self, id: TaskId, task: TaskRef) -> Option<TaskId> {
        let dropped = task.discard();
        self.tell_ended(id, Outcome::Skipped);
        if let Err(payload) = dropped {
            self.run.fail_task(id, task, payload);
        }
        self.finish(id)
    }

    /// A task that has no value, and perhaps a reason.
    pub(super) fn end(&mut self, id: TaskId, outcome: Result<(), Payload>) -> Option<TaskId> {
        if let Err(payload) = outcome {
            let task = self.block(id.block)?.slot(id.index).task;
            let error = self.run.fail_task(id, task, payload);
            self.tell_failed(id, error.as_ref());
        }
        self.finish(id)
    }

    /// A task is done: counts down who waits for it. Gives the highest that became ready, and queues the others.
    pub(super) fn finish(&mut self, id: TaskId) -> Option<TaskId> {
        let shared = self.run.is_shared();
        self.look_up(id.block)?;
        let block = block_of(self.main, self.other.as_ref(), id.block);
        let slot = block.slot(id.index);
        let watched = if shared {
            slot.state.swap(DONE, Ordering::AcqRel) & WATCHED != 0
        } else {
            slot.state.store(DONE, Ordering::Relaxed);
            false
        };
        if watched {
            // Before the block's number can be used again.
            self.run.tell(id);
        }
        self.pass_on(id)
    }

    /// Counts down who waits for it.
    pub(super) fn pass_on(&mut self, id: TaskId) -> Option<TaskId> {
        let shared = self.run.is_shared();
        let block = block_of(self.main, self.other.as_ref(), id.block);
        let mut next: Option<TaskId> = None;
        let mut queued = false;
        if block.is_sink(id.index) {
            next = self.finish_sink(id.block);
        } else {
            for index in block.successors(id.index) {
                if is_ready(self.run, block, index, shared) {
                    let ready = TaskId {
                        block: id.block,
                        index,
                    };
                    let Some(first) = next else {
                        next = Some(ready);
                        continue;
                    };
                    let other = if is_higher(block.heights(), index, first.index) {
                        next = Some(ready);
                        first
                    } else {
                        ready
                    };
                    queued = true;
                    let slot = block.slot(other.index);
                    enqueue(self.run, &mut self.queue, slot, other, shared);
                }
            }
        }
        if queued && shared {
            self.ask();
        }
        next
    }

    /// The last task of a block is done: so is the run, or the task that waits for the block can take its value.
    pub(super) fn finish_sink(&mut self, block: u32) -> Option<TaskId> {
        let outer = block_of(self.main, self.other.as_ref(), block).outer;
        let Some(outer) = outer else {
            self.run.sinks_done(1);
            return None;
        };
        self.forget(block);
        self.arrived(outer).then_some(outer)
    }

    /// Takes a block away whose tasks are all done.
    pub(super) fn forget(&mut self, block: u32) {
        self.other = None;
        super::spare::keep(self.run.clear_away(block));
    }

    /// A task has one predecessor less to wait for. Is it ready?
    pub(super) fn arrived(&mut self, id: TaskId) -> bool {
        let shared = self.run.is_shared();
        if id.index == NOBODY {
            if let Some(ready) = self
                .look_up(id.block)
                .and_then(|()| self.finish_sink(id.block))
            {
                self.push(ready);
            }
            return false;
        }
        self.look_up(id.block).is_some()
            && is_ready(
                self.run,
                block_of(self.main, self.other.as_ref(), id.block),
                id.index,
                shared,
            )
    }
}

/// As [`count_down`], and tells those who look.
fn is_ready(run: &Run, block: &Block, index: u32, shared: bool) -> bool {
    let ready = count_down(block, index, shared);
    if ready {
        run.tell_ready(block, index);
    }
    ready
}

/// One predecessor less; is it ready now?
#[inline]
pub(super) fn count_down(block: &Block, index: u32, shared: bool) -> bool {
    let state = &block.slot(index).state;
    if shared {
        state.fetch_sub(1, Ordering::AcqRel) & !WATCHED == 1
    } else {
        let left = state.load(Ordering::Relaxed) - 1;
        state.store(left, Ordering::Relaxed);
        left == 0
    }
}
