//! The worker loop for tasks that take nothing but running: the steps of [`worker`](super::worker), in one block. Most tasks
//! of most runs pass here, so nothing is looked up twice, and the loop is compiled once more for runs that somebody looks at. The
//! one of a run that is shared is here, with its read-modify-writes; [`alone`](super::alone) has the other.

use std::ops::Range;

use super::alone::Lone;
use super::block::{Block, DONE, STARTED, TaskId, WATCHED};
use super::cost::Sampler;
use super::crew::Crew;
use super::finish::count_down;
use super::frames;
use super::order::is_higher;
use super::queue::Queue;
use super::run::Run;
use super::watched::{Look, Seen, Unseen};
use super::worker::Worker;
use crate::store::{Alone, Payload, Ran};
use crate::sync::{Ordering, fence};

/// Why the loop stopped.
pub(super) enum Stop {
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

impl Stop {
    /// What a task that has run stops the loop with, if it is not simply done.
    #[inline]
    pub(super) fn after(id: TaskId, ran: Result<Ran, Payload>) -> Option<Self> {
        match ran {
            Ok(Ran::Done) => None,
            Ok(Ran::Expanded) => Some(Stop::Expanded(id)),
            Err(payload) => Some(Stop::Failed(id, payload)),
        }
    }
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
        let main = self.main;
        let block: &Block = other.as_ref().map_or(main, |(_, block)| block);
        let alone = Alone::start(!shared);
        let stop = self.work_in(block, first, shared);
        drop(alone);
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

    /// The loop for tasks of this block.
    fn work_in(&mut self, block: &Block, first: TaskId, shared: bool) -> Stop {
        let (run, number, sampler) = (&**self.run, first.block, &mut self.sampler);
        let seen = Seen::of(run, block, self.number, shared, &mut self.span);
        match (&mut self.queue, &self.seat) {
            (Queue::Stack(stack), _) => {
                let lone = Lone {
                    run,
                    block,
                    number,
                    stack,
                };
                match seen {
                    None => lone.work(first.index, sampler, Unseen),
                    Some(seen) => lone.work(first.index, sampler, seen),
                }
            }
            (queue, Some((crew, seat))) => {
                let mut plain = Plain {
                    run,
                    crew,
                    seat: *seat,
                    block,
                    number,
                    queue,
                    sinks: 0,
                };
                let stop = match seen {
                    None => plain.work(first.index, sampler, Unseen),
                    Some(seen) => plain.work(first.index, sampler, seen),
                };
                if plain.sinks > 0 {
                    run.sinks_done(plain.sinks);
                }
                stop
            }
            (_, None) => unreachable!("the run is alone, or this worker has a seat"),
        }
    }
}

struct Plain<'w> {
    run: &'w Run,
    crew: &'w Crew,
    seat: usize,
    block: &'w Block,
    number: u32,
    queue: &'w mut Queue,
    /// Sinks that are done and not counted yet: while there is more to do here, it is not over.
    sinks: usize,
}

/// A task to go on with.
#[derive(Clone, Copy)]
struct Next {
    index: u32,
    is_started: bool,
}

/// When more successors than this become ready at once, the others are passed on as a range.
pub(crate) const MANY: u32 = if cfg!(loom) { 1 } else { 64 };

impl Plain<'_> {
    fn id(&self, index: u32) -> TaskId {
        TaskId {
            block: self.number,
            index,
        }
    }

    #[inline]
    fn push(&mut self, index: u32) {
        self.queue.push(self.id(index), Vec::new);
    }

    #[inline(never)]
    fn work(&mut self, first: u32, sampler: &mut Sampler, mut look: impl Look) -> Stop {
        let mut next = Some(Next {
            index: first,
            is_started: false,
        });
        loop {
            if self.run.wanted.load(Ordering::Relaxed) {
                if let Some(Next { index, is_started }) = next {
                    if is_started {
                        self.block.slot(index).unclaim();
                    }
                    self.push(index);
                }
                return Stop::Look;
            }
            let Some(Next { index, is_started }) = next.take().or_else(|| self.at_hand()) else {
                return Stop::Look;
            };
            let slot = self.block.slot(index);
            let task = slot.task;
            let others = if self.run.most > 1 { self.others() } else { 0 };
            // A visitor may have run the task, and its record be gone, until it is started here.
            if !is_started && !slot.claim() {
                continue;
            }
            if task.is_special() || self.run.failed.load(Ordering::Relaxed) || others > 0 {
                slot.unclaim();
                return Stop::Special(self.id(index));
            }
            frames::set_current(self.id(index));
            look.started(index);
            let is_due = sampler.is_due(task);
            let ran = sampler.run(task, is_due);
            look.ran(index, &ran);
            if let Some(stop) = Stop::after(self.id(index), ran) {
                return stop;
            }
            if slot.state.swap(DONE, Ordering::AcqRel) & WATCHED != 0 {
                // Before the block's number can be used again.
                self.run.tell(self.id(index));
            }
            if !self.block.is_sink(index) {
                next = self.pass_on(index, &mut look);
            } else if self.number != 0 {
                return Stop::Last;
            } else {
                self.sinks += 1;
            }
        }
    }

    /// A task of this block that is ready.
    #[expect(
        clippy::inline_always,
        reason = "half of the tasks of a tree come from here, where a call would be a tenth of their run"
    )]
    #[inline(always)]
    fn at_hand(&mut self) -> Option<Next> {
        let ready = |index| {
            Some(Next {
                index,
                is_started: false,
            })
        };
        if let Some(id) = self.queue.pop() {
            if id.block == self.number {
                return ready(id.index);
            }
            self.queue.push(id, Vec::new);
            return None;
        }
        if self.number != 0 {
            return None;
        }
        let place = self.crew.take(self.seat, self.run.not_taken())?;
        ready(self.block.at(place, true))
    }

    /// How many tasks could start besides the one at hand, and nobody is there or asked for who would start them.
    #[inline]
    fn others(&self) -> usize {
        if !self.crew.is_short() {
            return 0;
        }
        let sources = if self.number == 0 {
            self.crew.len(self.seat) + self.run.left_to_take()
        } else {
            0
        };
        self.queue.len() + sources
    }

    /// Counts down who waits for a task. Gives the highest that became ready, of the first few.
    #[inline]
    fn pass_on(&mut self, index: u32, look: &mut impl Look) -> Option<Next> {
        let mut next: Option<Next> = None;
        let mut queued = 0;
        let mut successors = self.block.successor_places(index);
        while let Some((_, index)) = successors.next() {
            let slot = self.block.slot(index);
            if next.is_none() {
                next = arrive(self.block, index);
                if next.is_some() {
                    look.ready(index);
                    slot.task.prefetch();
                }
            } else if count_down(self.block, index, true) {
                look.ready(index);
                slot.task.prefetch();
                let other = self.lower(&mut next, index);
                self.push(other);
                queued += 1;
                if queued == MANY {
                    self.pass_on_many(successors, look);
                    break;
                }
            }
        }
        if queued > 0 {
            // See `crew`: what was queued is seen by a worker that leaves, or that worker is missed here.
            fence(Ordering::SeqCst);
        }
        next
    }

    /// Of the task to go on with and another one, which is ready too, goes on with the higher one. Gives the other.
    fn lower(&self, next: &mut Option<Next>, index: u32) -> u32 {
        let Some(first) = *next else { return index };
        if !is_higher(self.block.heights(), index, first.index) {
            return index;
        }
        if first.is_started {
            self.block.slot(first.index).unclaim();
        }
        *next = Some(Next {
            index,
            is_started: false,
        });
        first.index
    }

    /// The same for all others of these.
    #[cold]
    fn pass_on_many(&mut self, successors: impl Iterator<Item = (u32, u32)>, look: &mut impl Look) {
        let mut together = 0..0;
        for (place, index) in successors {
            if !count_down(self.block, index, true) {
                continue;
            }
            look.ready(index);
            if together.end != place {
                self.push_all(&together);
                together.start = place;
            }
            together.end = place + 1;
        }
        self.push_all(&together);
    }

    /// Queues what stands at these places, as a range if that is worth it.
    fn push_all(&mut self, places: &Range<u32>) {
        let is_range = self.number == 0 && places.len() >= MANY as usize;
        if is_range && self.run.together.offer(places) {
            return;
        }
        for place in places.clone() {
            self.push(self.block.at(place, false));
        }
    }
}

/// One predecessor less. If that was the last one: the task, which is started if nobody else could start it.
#[inline]
fn arrive(block: &Block, index: u32) -> Option<Next> {
    let state = &block.slot(index).state;
    // Nobody else counts it down any more, and nobody can claim it: it is made ready and started in one.
    if state.load(Ordering::Relaxed) & !WATCHED == 1 {
        state.fetch_add(STARTED - 1, Ordering::AcqRel);
        return Some(Next {
            index,
            is_started: true,
        });
    }
    count_down(block, index, true).then_some(Next {
        index,
        is_started: false,
    })
}
