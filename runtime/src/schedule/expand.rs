//! Tasks whose result is deferred: the tasks behind it join the run, as a block of their own.
//!
//! The expanded task waits again, for the last task of that block, and then takes its value; no worker waits. Where the
//! last task of a block expands, and only the block's outer task wants its value, it is dropped and the outer task waits
//! for the new block: so a loop of a million rounds keeps one round.

use std::sync::Arc;

use super::block::{Block, STARTED, TaskId};
use super::collect::Root;
use super::worker::Worker;
use crate::error::{Borrow, Error};
use crate::graph::Access;
use crate::store::{State, TaskRef};
use crate::sync::Ordering;

impl Worker<'_> {
    /// A task gave a deferred value. Gives a task that is ready now.
    pub(super) fn expand(&mut self, id: TaskId) -> Option<TaskId> {
        let task = self.block(id.block)?.slot(id.index).task;
        let inner = task.awaited();
        if inner.state() == State::Gone {
            self.run.failed.store(true, Ordering::Relaxed);
            return self.ready_again(id);
        }
        if inner.state() == State::Done && inner.pending_readers() == 0 {
            return self.ready_again(id);
        }
        let number = self.run.reserve_block();
        let mut spare = super::spare::take();
        let block = super::spare::unique(&mut spare);
        let key = super::key_of(self.run, number);
        let root = Root {
            output: inner,
            access: Access::Move,
        };
        let collected = super::collect_settled(block, &[root], key);
        if collected.is_err() || block.is_empty() {
            self.run.clear_away(number);
            super::spare::keep(Some(spare));
            return match collected {
                Ok(()) => self.ready_again(id),
                Err(refused) => self.put_off(id, &refused.borrow),
            };
        }
        self.lay_inside(number, spare, id, task)
    }

    /// It needs nothing any more, and can be started again.
    fn ready_again(&mut self, id: TaskId) -> Option<TaskId> {
        let slot = self.block(id.block)?.slot(id.index);
        slot.unclaim();
        let run = self.run;
        run.tell_ready(self.block(id.block)?, id.index);
        Some(id)
    }

    /// Lets an expanded task wait for a new block. Gives a task that is ready now.
    fn lay_inside(
        &mut self,
        number: u32,
        mut block: Arc<Block>,
        id: TaskId,
        task: TaskRef,
    ) -> Option<TaskId> {
        if block.lacks_inputs {
            self.run.failed.store(true, Ordering::Relaxed);
        }
        let by = self.number_of(id);
        let outer = self.shorten(id, task);
        let inside = super::spare::unique(&mut block);
        inside.outer = Some(outer);
        if let Some(observed) = &self.run.observed {
            inside.be_observed(observed);
            self.tell_added(by, outer, &block);
        }
        // It waits for one task again, and can be started again.
        let slot = self.block(outer.block)?.slot(outer.index);
        slot.state.fetch_sub(STARTED - 1, Ordering::AcqRel);
        self.run.lay_down(number, block.clone());
        self.await_others(number, &block);
        let source = |&index| TaskId {
            block: number,
            index,
        };
        let mut sources = block.sources.iter().map(source);
        let next = sources.next();
        for id in sources {
            self.push(id);
        }
        if block.sources.len() > 1 {
            self.offer();
        }
        next
    }

    /// What an expanded task would take still has readers. Some may be in this run and not done; the others are not, and
    /// then it fails. Which it is shows when there is nothing else to do.
    fn put_off(&mut self, id: TaskId, borrow: &Borrow) -> Option<TaskId> {
        if !self.is_last {
            self.run.put_off(id);
            return None;
        }
        let task = self.block(id.block)?.slot(id.index).task;
        let error = Error::borrowed(borrow);
        self.run.fail(id, task, error.clone());
        let _ = task.discard();
        self.tell_failed(id, Some(&error));
        self.finish(id)
    }

    /// There is nothing else to do: looks again at what was put off. Gives a task that is ready now.
    pub(super) fn retry(&mut self) -> Option<TaskId> {
        if self.take_up() {
            return self.queue.pop();
        }
        let put_off = self.run.take_put_off();
        if put_off.is_empty() {
            return None;
        }
        let others = self
            .seat
            .as_ref()
            .is_some_and(|(crew, _)| crew.has_others());
        let aside = !self.run.aside.is_empty();
        self.is_last = !others && !aside && !self.run.awaits_others();
        for id in put_off {
            if let Some(ready) = self.expand(id) {
                self.push(ready);
                // Whatever this one holds may have kept the others.
                self.is_last = false;
            }
        }
        self.is_last = false;
        self.queue.pop()
    }

    /// Where the expanded task is the last of its block and nobody else wants its value: lets the block's outer task wait
    /// in its place. Gives the task that waits now.
    fn shorten(&mut self, id: TaskId, task: TaskRef) -> TaskId {
        let Some(block) = self.block(id.block) else {
            return id;
        };
        let Some(outer) = block.outer else { return id };
        if !block.is_sink(id.index) || block.slot(id.index).state.load(Ordering::Acquire) != STARTED
        {
            return id;
        }
        let Some(waiting) = self
            .block(outer.block)
            .map(|block| block.slot(outer.index).task)
        else {
            return id;
        };
        let output = waiting.awaited();
        if output.task() != task || output.pending_readers() > 0 {
            return id;
        }
        waiting.forward(task);
        if let Some(block) = self.block(id.block) {
            block
                .slot(id.index)
                .state
                .fetch_or(super::block::DONE, Ordering::AcqRel);
        }
        self.forget(id.block);
        // It waited for one task and will be told to wait for one again.
        if let Some(block) = self.block(outer.block) {
            block
                .slot(outer.index)
                .state
                .fetch_add(STARTED - 1, Ordering::AcqRel);
        }
        outer
    }
}
