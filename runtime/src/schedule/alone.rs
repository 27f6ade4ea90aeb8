//! The worker loop of [`plain`](super::plain) in a run that is alone. One thread does everything here, by plain loads and stores,
//! and its own newest task goes first: its inputs are in the cache.
//!
//! After a task of a microsecond the processor has forgotten how the branches here went before. A wrong guess costs five to ten
//! nanoseconds then, as much as half of the loop. Whether the only successor of a task is ready is a matter of chance in many
//! graphs, so what comes next is selected there, without a branch. Of several successors few are ready, and a selection among
//! all of them costs tiny tasks more than it saves others: they start before the count is known, on a guess that is good.

use std::hint::select_unpredictable;

use super::block::{Block, DONE, Foreseen, STARTED, Slot, TaskId};
use super::cost::Sampler;
use super::finish::count_down;
use super::frames;
use super::plain::Stop;
use super::run::Run;
use super::watched::Look;
use crate::sync::Ordering;

/// What is at hand while tasks of one block are worked off.
pub(super) struct Lone<'w> {
    pub(super) run: &'w Run,
    pub(super) block: &'w Block,
    pub(super) number: u32,
    /// Ready tasks, the newest last.
    pub(super) stack: &'w mut Vec<TaskId>,
}

impl Lone<'_> {
    /// Works off `first`, which is ready, and what follows.
    pub(super) fn work(mut self, first: u32, sampler: &mut Sampler, mut look: impl Look) -> Stop {
        let mut next = Some(first);
        let may_be_shared = self.run.most > 1;
        loop {
            if self.run.wanted.load(Ordering::Relaxed) {
                self.stack.extend(next.map(|index| self.id(index)));
                return Stop::Look;
            }
            let Some(index) = next.take().or_else(|| self.at_hand()) else {
                return Stop::Look;
            };
            let slot = self.block.slot(index);
            let task = slot.task;
            let others = if may_be_shared { self.others() } else { 0 };
            if task.is_special()
                || self.run.failed.load(Ordering::Relaxed)
                || (others > 0 && sampler.pays(task, others))
            {
                return Stop::Special(self.id(index));
            }
            slot.state.store(STARTED, Ordering::Relaxed);
            frames::set_current(self.id(index));
            look.started(index);
            let successors = self.block.foresee(slot);
            let is_due = others > 0 && sampler.is_seldom_due();
            let ran = sampler.run(task, is_due);
            look.ran(index, &ran);
            if let Some(stop) = Stop::after(self.id(index), ran) {
                return stop;
            }
            if self.run.is_shared() {
                return Stop::Shared(self.id(index));
            }
            slot.state.store(DONE, Ordering::Relaxed);
            if !successors.is_nobody() {
                next = self.pass_on(slot, successors, &mut look);
            } else if self.number != 0 {
                return Stop::Last;
            } else {
                self.run.sinks_done(1);
            }
        }
    }

    fn id(&self, index: u32) -> TaskId {
        TaskId {
            block: self.number,
            index,
        }
    }

    /// A task of this block that is ready.
    #[expect(
        clippy::inline_always,
        reason = "half of the tasks of a tree come from here, where a call would be a tenth of their run"
    )]
    #[inline(always)]
    fn at_hand(&mut self) -> Option<u32> {
        if let Some(newest) = self.stack.last() {
            if newest.block != self.number {
                return None;
            }
            let index = newest.index;
            self.stack.pop();
            return Some(index);
        }
        if self.number != 0 {
            return None;
        }
        let place = self.run.take(false)?;
        Some(self.block.at(place, false))
    }

    /// How many tasks could start besides the one at hand.
    #[inline]
    fn others(&self) -> usize {
        let sources = if self.number == 0 {
            self.run.left_to_take()
        } else {
            0
        };
        self.stack.len() + sources
    }

    /// Counts down who waits for a task. Gives the one to go on with.
    #[inline]
    fn pass_on(&mut self, slot: &Slot, successors: Foreseen, look: &mut impl Look) -> Option<u32> {
        if let Some(successor) = successors.only_one() {
            return self.pass_on_to_one(successor, look);
        }
        let (mut next, mut users) = (None, 0);
        for index in self.block.successors_of(slot) {
            users += 1;
            if !count_down(self.block, index, false) {
                continue;
            }
            look.ready(index);
            self.block.slot(index).task.prefetch();
            if next.is_none() {
                next = Some(index);
            } else {
                self.stack.push(self.id(index));
            }
        }
        if !self.block.has_order {
            slot.task.keep_to_run(users);
        }
        next
    }

    /// The same where only one waits, so that the count of users is one and needs no mark. Where it has to wait for others too,
    /// goes on with the newest task.
    #[inline]
    fn pass_on_to_one(&mut self, successor: u32, look: &mut impl Look) -> Option<u32> {
        let is_ready = count_down(self.block, successor, false);
        if is_ready {
            look.ready(successor);
        }
        match self.stack.last() {
            Some(newest) if newest.block == self.number => {
                let next = select_unpredictable(is_ready, successor, newest.index);
                let left = self.stack.len() - usize::from(!is_ready);
                self.stack.truncate(left);
                Some(next)
            }
            _ => is_ready.then_some(successor),
        }
    }
}
