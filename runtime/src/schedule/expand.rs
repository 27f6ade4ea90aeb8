//! Tasks whose result is deferred: the tasks behind it join the run, as a block of their own.
//!
//! The expanded task waits again, for the last task of that block, and then takes its value; no worker waits. Where the
//! last task of a block expands, and only the block's outer task wants its value, it is dropped and the outer task waits
//! for the new block: so a loop of a million rounds keeps one round.

use std::sync::Arc;

use super::block::{STARTED, TaskId};
use super::collect::Root;
use super::worker::Worker;
use crate::error::Error;
use crate::graph::Access;
use crate::store::{State, TaskRef};
use crate::sync::Ordering;

impl Worker<'_> {
    /// A task gave a deferred value. Gives a task that is ready now.
    pub(super) fn expand(&mut self, id: TaskId) -> Option<TaskId> {
        let task = self.block(id.block)?.slot(id.index).task;
        let inner = task.awaited();
        if inner.state() != State::Pending {
            if inner.state() == State::Gone {
                self.run.failed.store(true, Ordering::Relaxed);
            }
            self.block(id.block)?
                .slot(id.index)
                .state
                .fetch_and(!STARTED, Ordering::Release);
            return Some(id);
        }
        let id = self.shorten(id, task);
        let number = self.run.reserve_block();
        let mut block = super::spare::take();
        let key = super::key_of(self.run, number);
        if let Err(borrow) = super::collect_settled(
            &mut block,
            &[Root {
                output: inner,
                access: Access::Move,
            }],
            key,
        ) {
            self.run.clear_away(number);
            let task = self.block(id.block)?.slot(id.index).task;
            self.run.fail(task.order(), Error::borrowed(&borrow));
            let _ = task.discard();
            return self.finish(id);
        }
        if block.lacks_inputs {
            self.run.failed.store(true, Ordering::Relaxed);
        }
        block.outer = Some(id);
        let block = Arc::new(block);
        // It waits for one task again, and can be started again.
        self.block(id.block)?
            .slot(id.index)
            .state
            .fetch_sub(STARTED - 1, Ordering::AcqRel);
        self.run.lay_down(number, block.clone());
        self.await_others(number, &block);
        let mut sources = block.sources.iter().map(|&index| TaskId {
            block: number,
            index,
        });
        let next = sources.next();
        for id in sources {
            self.push(id);
        }
        if !block.sources.is_empty() {
            self.offer();
        }
        next
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
