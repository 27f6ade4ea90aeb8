//! The worker loop while the run is alone: the steps of [`worker`](super::worker) with plain loads and stores, in one block,
//! for as long as the tasks take nothing but running. Most tasks of most runs pass here, so nothing is looked up twice.

use super::block::{Block, DONE, STARTED, TaskId};
use super::cost::Sampler;
use super::frames;
use super::queue::Queue;
use super::run::Run;
use super::worker::Worker;
use crate::store::{Payload, Ran};
use crate::sync::Ordering;

/// Why the loop stopped.
enum Stop {
    /// Nothing is at hand, or something else has to be looked at first.
    Look,
    /// This task, which has not started, takes more than running it.
    Special(TaskId),
    /// This task gave a deferred value.
    Expanded(TaskId),
    /// This task panicked.
    Failed(TaskId, Payload),
    /// The last task of a block that another task waits for is done.
    Last,
    /// This task has run, and let others into the run.
    Shared(TaskId),
}

impl Worker<'_> {
    /// Works off `first`, which is ready, and what follows. Gives a task that takes more than running it.
    pub(super) fn work_alone(&mut self, first: TaskId) -> Option<TaskId> {
        self.look_up(first.block)?;
        let other = if first.block == 0 {
            None
        } else {
            self.other.take()
        };
        let Queue::Stack(ready) = &mut self.queue else {
            return Some(first);
        };
        let stop = Alone {
            run: self.run,
            block: other.as_ref().map_or(self.main, |(_, block)| block),
            number: first.block,
            ready,
        }
        .work(first.index, &mut self.sampler);
        if other.is_some() {
            self.other = other;
        }
        let next = match stop {
            Stop::Look => None,
            Stop::Special(id) => return Some(id),
            Stop::Expanded(id) => self.expand(id),
            Stop::Failed(id, payload) => self.end(id, Err(payload)),
            Stop::Last => self.finish_sink(first.block),
            Stop::Shared(id) => self.finish(id),
        };
        if let Some(next) = next {
            self.push(next);
        }
        None
    }
}

struct Alone<'w> {
    run: &'w Run,
    block: &'w Block,
    number: u32,
    ready: &'w mut Vec<TaskId>,
}

impl Alone<'_> {
    fn id(&self, index: u32) -> TaskId {
        TaskId {
            block: self.number,
            index,
        }
    }

    fn work(&mut self, first: u32, sampler: &mut Sampler) -> Stop {
        let may_share = self.run.most > 1;
        let mut next = Some(first);
        loop {
            if self.run.wanted.load(Ordering::Relaxed) {
                self.ready.extend(next.map(|index| self.id(index)));
                return Stop::Look;
            }
            let Some(index) = next.or_else(|| self.at_hand()) else {
                return Stop::Look;
            };
            let slot = self.block.slot(index);
            let task = slot.task;
            let others = if may_share { self.others() } else { 0 };
            if task.is_of_caller()
                || self.run.failed.load(Ordering::Relaxed)
                || (others > 0 && sampler.pays(task, others))
            {
                return Stop::Special(self.id(index));
            }
            slot.state.store(STARTED, Ordering::Relaxed);
            frames::set_current(self.id(index));
            let ran = if others > 0 && sampler.is_due(task) {
                sampler.time(task, || task.run())
            } else {
                task.run()
            };
            match ran {
                Ok(Ran::Done) => {}
                Ok(Ran::Expanded) => return Stop::Expanded(self.id(index)),
                Err(payload) => return Stop::Failed(self.id(index), payload),
            }
            if self.run.is_shared() {
                return Stop::Shared(self.id(index));
            }
            slot.state.store(DONE, Ordering::Relaxed);
            if !self.block.is_sink(index) {
                next = self.count_down(index);
            } else if self.number == 0 {
                self.run.sink_done();
                next = None;
            } else {
                return Stop::Last;
            }
        }
    }

    /// A task of this block that is ready.
    fn at_hand(&mut self) -> Option<u32> {
        if let Some(id) = self.ready.pop() {
            if id.block == self.number {
                return Some(id.index);
            }
            self.ready.push(id);
            return None;
        }
        if self.number != 0 {
            return None;
        }
        let at = self.run.next_source.load(Ordering::Relaxed);
        let &source = self.block.sources.get(at)?;
        self.run.next_source.store(at + 1, Ordering::Relaxed);
        Some(source)
    }

    /// How many tasks could start, besides the one at hand.
    fn others(&self) -> usize {
        let started = self.run.next_source.load(Ordering::Relaxed);
        let sources = if self.number == 0 {
            self.block.sources.len()
        } else {
            0
        };
        self.ready.len() + sources.saturating_sub(started)
    }

    /// Counts down who waits for a task. Gives the first that became ready.
    #[inline]
    fn count_down(&mut self, index: u32) -> Option<u32> {
        let mut next = None;
        for index in self.block.successors(index) {
            let slot = self.block.slot(index);
            let left = slot.state.load(Ordering::Relaxed) - 1;
            slot.state.store(left, Ordering::Relaxed);
            if left == 0 {
                slot.task.prefetch();
                if next.is_none() {
                    next = Some(index);
                } else {
                    self.ready.push(self.id(index));
                }
            }
        }
        next
    }
}
