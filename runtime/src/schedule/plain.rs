//! The worker loop for tasks that take nothing but running: the steps of [`worker`](super::worker), in one block. Most tasks
//! of most runs pass here, so nothing is looked up twice, and the loop is compiled once more for runs that somebody looks at. A run that is alone does with plain loads and stores; one that is shared needs read-modify-writes.

use super::block::{Block, DONE, STARTED, Slot, TaskId, WATCHED};
use super::cost::Sampler;
use super::crew::Crew;
use super::finish::count_down;
use super::frames;
use super::queue::Queue;
use super::run::Run;
use super::watched::{Look, Seen, Unseen};
use super::worker::Worker;
use crate::store::{Payload, Ran};
use crate::sync::{Ordering, fence};

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
    pub(super) fn work_plainly(&mut self, first: TaskId) -> Option<TaskId> {
        if self.run.guard.is_some() {
            return Some(first);
        }
        let shared = self.run.is_shared();
        match (&self.queue, &self.seat) {
            (Queue::Stack(_), _) if !shared => {}
            (Queue::Deque(_), Some(_)) if shared => {}
            _ => return Some(first),
        }
        self.look_up(first.block)?;
        let other = if first.block == 0 {
            None
        } else {
            self.other.take()
        };
        let block: &Block = other.as_ref().map_or(self.main, |(_, block)| block);
        let plain = Plain {
            run: self.run,
            crew: self.seat.as_ref().map(|(crew, _)| &**crew),
            block,
            number: first.block,
            queue: &mut self.queue,
        };
        let seen = Seen::of(self.run, block, self.number, shared, &mut self.span);
        let (first_index, sampler) = (first.index, &mut self.sampler);
        let stop = match (seen, shared) {
            (None, false) => plain.work::<false>(first_index, sampler, Unseen),
            (None, true) => plain.work::<true>(first_index, sampler, Unseen),
            (Some(seen), false) => plain.work::<false>(first_index, sampler, seen),
            (Some(seen), true) => plain.work::<true>(first_index, sampler, seen),
        };
        if other.is_some() {
            self.other = other;
        }
        let next = match stop {
            Stop::Look => None,
            Stop::Special(id) => return Some(id),
            Stop::Expanded(id) => self.expand_or_pause(id),
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

struct Plain<'w> {
    run: &'w Run,
    crew: Option<&'w Crew>,
    block: &'w Block,
    number: u32,
    queue: &'w mut Queue,
}

impl Plain<'_> {
    fn id(&self, index: u32) -> TaskId {
        TaskId {
            block: self.number,
            index,
        }
    }

    fn push(&mut self, index: u32) {
        self.queue.push(self.id(index), Vec::new);
    }

    fn work<const SHARED: bool>(
        mut self,
        first: u32,
        sampler: &mut Sampler,
        mut look: impl Look,
    ) -> Stop {
        let mut next = Some(first);
        loop {
            if self.run.wanted.load(Ordering::Relaxed) {
                if let Some(index) = next {
                    self.push(index);
                }
                return Stop::Look;
            }
            let Some(index) = next.take().or_else(|| self.at_hand::<SHARED>()) else {
                return Stop::Look;
            };
            let slot = self.block.slot(index);
            let task = slot.task;
            let others = if self.run.most > 1 {
                self.others::<SHARED>()
            } else {
                0
            };
            // In a shared run a visitor may have run the task, and its record be gone, until it is started here.
            if !start::<SHARED>(slot) {
                continue;
            }
            if task.is_special()
                || self.run.failed.load(Ordering::Relaxed)
                || (others > 0 && (SHARED || sampler.pays(task, others)))
            {
                slot.unclaim();
                return Stop::Special(self.id(index));
            }
            frames::set_current(self.id(index));
            look.started(index);
            let ran = if (SHARED || others > 0) && sampler.is_due(task) {
                sampler.time(task, || task.run())
            } else {
                task.run()
            };
            look.ran(index, &ran);
            match ran {
                Ok(Ran::Done) => {}
                Ok(Ran::Expanded) => return Stop::Expanded(self.id(index)),
                Err(payload) => return Stop::Failed(self.id(index), payload),
            }
            if !SHARED && self.run.is_shared() {
                return Stop::Shared(self.id(index));
            }
            if !SHARED {
                slot.state.store(DONE, Ordering::Relaxed);
            } else if slot.state.swap(DONE, Ordering::AcqRel) & WATCHED != 0 {
                // Before the block's number can be used again.
                self.run.tell(self.id(index));
            }
            if !self.block.is_sink(index) {
                next = self.pass_on::<SHARED>(index, &mut look);
            } else if self.number == 0 {
                self.run.sink_done();
            } else {
                return Stop::Last;
            }
        }
    }

    /// A task of this block that is ready.
    fn at_hand<const SHARED: bool>(&mut self) -> Option<u32> {
        if let Some(id) = self.queue.pop() {
            if id.block == self.number {
                return Some(id.index);
            }
            self.queue.push(id, Vec::new);
            return None;
        }
        if self.number != 0 {
            return None;
        }
        self.run.take_source(&self.block.sources, SHARED)
    }

    /// How many tasks could start besides the one at hand, and nobody is there or asked for who would start them.
    #[inline]
    fn others<const SHARED: bool>(&self) -> usize {
        if SHARED && !self.crew.is_some_and(Crew::is_short) {
            return 0;
        }
        let sources = if self.number == 0 {
            self.run.sources_left(&self.block.sources)
        } else {
            0
        };
        self.queue.len() + sources
    }

    /// Counts down who waits for a task. Gives the first that became ready.
    #[inline]
    fn pass_on<const SHARED: bool>(&mut self, index: u32, look: &mut impl Look) -> Option<u32> {
        let mut next = None;
        let mut queued = false;
        for index in self.block.successors(index) {
            if count_down(self.block, index, SHARED) {
                look.ready(index);
                self.block.slot(index).task.prefetch();
                if next.is_none() {
                    next = Some(index);
                } else {
                    queued = true;
                    self.push(index);
                }
            }
        }
        if SHARED && queued {
            // See `crew`: what was queued is seen by a worker that leaves, or that worker is missed here.
            fence(Ordering::SeqCst);
        }
        next
    }
}

/// Starts a task, unless somebody else has.
#[inline]
fn start<const SHARED: bool>(slot: &Slot) -> bool {
    if SHARED {
        return slot.claim();
    }
    slot.state.store(STARTED, Ordering::Relaxed);
    true
}
