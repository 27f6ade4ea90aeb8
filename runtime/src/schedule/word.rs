//! Word between runs, and between blocks of one run: asking to be told of the end of a task, and being told.

use std::sync::Arc;

use super::block::{Await, Block, TaskId};
use super::crew::Crew;
use super::queue::Queue;
use super::run::{Watch, Watcher};
use super::worker::Worker;
use crate::sync::Ordering;

impl Worker<'_> {
    /// Leaves what a visitor made ready to the crew. Was there anything?
    pub(super) fn hand_over(&mut self, crew: &Crew) -> bool {
        let Queue::Handed(ready) = &mut self.queue else {
            return false;
        };
        let any = !ready.is_empty();
        for id in ready.drain(..) {
            crew.handed.push(id);
        }
        any
    }

    /// Does what others left word of.
    pub(super) fn attend(&mut self) {
        let (inbox, watched) = self.run.read_word();
        // Who has no seat does not steal; what visitors made ready is queued with all others.
        let handed = || self.run.crew().and_then(|crew| crew.take_handed());
        while self.queue.is_sorted()
            && let Some(id) = handed()
        {
            self.push(id);
        }
        for id in inbox {
            if self.arrived(id) {
                self.push(id);
            }
        }
        if watched {
            self.run.share();
        }
        self.take_up();
        if self.seat.is_some() && self.ready() > 0 {
            self.ask();
        }
    }

    /// Asks those who run what this block awaits from elsewhere to tell. Called once the block is laid down.
    pub(super) fn await_others(&mut self, number: u32, block: &Block) {
        for wait in &block.awaits {
            // What comes from elsewhere may come without a value.
            self.run.failed.store(true, Ordering::Relaxed);
            let me = TaskId {
                block: number,
                index: wait.index,
            };
            if self.ask_to_be_told(wait, me) == Watch::Done && self.arrived(me) {
                self.push(me);
            }
        }
    }

    fn ask_to_be_told(&self, wait: &Await, me: TaskId) -> Watch {
        let Some((run, id)) = super::foreign::find(wait) else {
            return Watch::Done;
        };
        self.run.await_one_more();
        let watcher = Watcher::Task(self.run.clone(), me);
        let watch = run.watch(wait.task, wait.mark, id, watcher);
        if watch == Watch::Done {
            self.run.await_one_less();
        } else if !Arc::ptr_eq(&run, self.run) {
            self.run.add_foreign(run, id);
        }
        watch
    }
}
