//! The worker loop: take a ready task, run it, count down its successors, go on with one that became ready.
//!
//! Order of preference: the task just made ready, the worker's own newest, the rest of what a wide task made ready, the next
//! source, another worker's oldest. So sources are started only as workers come free, and values in flight stay near
//! workers + depth. Of several tasks just made ready, that goes first which leads to the longest chain, and
//! sources of long chains start in time ([`order`](super::order)).
//!
//! **Why each atomic is enough.** All changes of a slot's state in a shared run are read-modify-writes, so they form one
//! release sequence: whoever counts a task down to zero, or claims its start, sees all that its predecessors did (values,
//! releases). Alone, plain loads and stores do; `Run::share` publishes them.
//! A task is started by whoever sets [`STARTED`] on a state of zero: queues may name a task twice (a visitor can take one out
//! of order), the claim decides. After a task's work is done the worker touches only slots: a successor may free the record.

use std::sync::Arc;

use super::block::{Block, STARTED, TaskId};
use super::cost::Sampler;
use super::crew::Crew;
use super::frames::{self, Working};
use super::guard::Clock;
use super::pool::Hands;
use super::queue::{Queue, enqueue};
use super::run::Run;
use super::watched::Place;
use crate::observe::Span;
use crate::store::{Payload, Ran, TaskRef};
use crate::sync::Ordering;

pub(super) struct Worker<'r> {
    pub(super) run: &'r Arc<Run>,
    pub(super) main: &'r Arc<Block>,
    pub(super) other: Option<(u32, Arc<Block>)>,
    pub(super) queue: Queue,
    pub(super) seat: Option<(Arc<Crew>, usize)>,
    /// How more workers are had; while it is alone, the caller has none.
    pub(super) hands: Option<&'r dyn Hands>,
    /// No other worker has anything to do.
    pub(super) is_last: bool,
    /// Its number, and when its last task ran, where somebody looks.
    pub(super) number: usize,
    pub(super) span: Option<Span>,
    pub(super) sampler: Sampler,
    pub(super) clock: Clock,
}

impl<'r> Worker<'r> {
    pub(super) fn new(run: &'r Arc<Run>, main: &'r Arc<Block>, queue: Queue) -> Self {
        Worker {
            run,
            main,
            other: None,
            queue,
            seat: None,
            hands: None,
            is_last: false,
            number: 0,
            span: None,
            sampler: Sampler::default(),
            clock: Clock::default(),
        }
    }

    /// Works until it finds nothing to do, or needs hands that it does not have.
    pub(super) fn work(&mut self) {
        let _working = Working::start(self.run);
        let place = Place::take(self.run);
        self.number = place.number;
        let mut next = None;
        loop {
            if self.run.wanted.load(Ordering::Relaxed) {
                self.attend();
            }
            let Some(ready) = next.take().or_else(|| self.find()).or_else(|| self.retry()) else {
                return;
            };
            let Some(id) = self.work_plainly(ready) else {
                continue;
            };
            if !self.claim(id) {
                continue;
            }
            if self.wants_help(id) {
                self.unclaim(id);
                self.queue.push(id, Vec::new);
                return;
            }
            frames::set_current(id);
            next = self.execute(id);
            if self.queue.is_sorted()
                && let Some(id) = next.take()
            {
                self.push(id);
            }
        }
    }

    /// Where the order of starting matters, sources are queued with all others.
    pub(super) fn take_all_sources(&mut self) {
        while self.queue.is_sorted()
            && let Some(id) = self.next_source()
        {
            self.push(id);
        }
    }

    fn find(&mut self) -> Option<TaskId> {
        if let Some(id) = self.queue.pop() {
            return Some(id);
        }
        let source = self.next_source();
        let Some((crew, seat)) = self.seat.as_ref() else {
            return source;
        };
        let from_range = || crew.steal_range(*seat).map(|place| self.in_main(place));
        let stolen = || crew.steal(*seat).or_else(from_range);
        let found = source.or_else(stolen)?;
        // Who made it ready asked for one worker, however many tasks there were.
        if crew.is_short() && (crew.has_work() || self.run.left_to_take() > 0) {
            self.ask();
        }
        Some(found)
    }

    /// A task that was ready with many others: a source, or one that is in a range.
    fn next_source(&self) -> Option<TaskId> {
        let place = match &self.seat {
            Some((crew, seat)) => crew.take(*seat, self.run.not_taken()),
            None => self.run.take(self.run.is_shared()),
        };
        place.map(|place| self.in_main(place))
    }

    fn in_main(&self, place: u32) -> TaskId {
        let index = self.main.at(place, self.run.is_shared());
        TaskId { block: 0, index }
    }

    /// Tasks that could start now, besides the one at hand.
    pub(super) fn ready(&self) -> usize {
        let seat = self.seat.as_ref();
        let in_range = seat.map_or(0, |(crew, seat)| crew.len(*seat));
        self.queue.len() + in_range + self.run.left_to_take()
    }

    /// Starts a task, unless somebody else has.
    fn claim(&mut self, id: TaskId) -> bool {
        let shared = self.run.is_shared();
        let Some(slot) = self
            .block(id.block)
            .and_then(|block| block.slots.get(id.index as usize))
        else {
            return false;
        };
        if !shared {
            slot.state.store(STARTED, Ordering::Relaxed);
            return true;
        }
        slot.claim()
    }

    pub(super) fn unclaim(&mut self, id: TaskId) {
        if let Some(block) = self.block(id.block) {
            block.slot(id.index).unclaim();
        }
    }

    /// Is it time for the caller, who is alone, to share the run? Where it is shared, asks for more workers.
    fn wants_help(&mut self, id: TaskId) -> bool {
        if self.run.most < 2 || self.queue.is_sorted() {
            return false;
        }
        let ready = self.ready();
        if ready == 0 {
            return false;
        }
        if let Some((crew, _)) = &self.seat {
            if crew.is_short() {
                self.ask();
            }
            return false;
        }
        if !matches!(self.queue, Queue::Stack(_)) {
            return false;
        }
        let Some(block) = self.block(id.block) else {
            return false;
        };
        let task = block.slot(id.index).task;
        self.run.is_shared() || self.sampler.pays(task, ready)
    }

    /// Tells others that there is something to do.
    pub(super) fn offer(&self) {
        if self.run.is_shared() {
            self.ask();
        }
    }

    /// Asks for one more worker, unless all are there.
    pub(super) fn ask(&self) {
        let (Some((crew, _)), Some(hands)) = (&self.seat, self.hands) else {
            return;
        };
        if !crew.count_in() {
            return;
        }
        if self.run.parked.swap(false, Ordering::AcqRel) {
            self.run.bell.ring();
        } else {
            hands.spawn(self.run.clone());
        }
    }

    /// Starts and runs one task, unless somebody else has; what becomes ready is queued.
    pub(super) fn run_one(&mut self, id: TaskId) {
        let _working = Working::start(self.run);
        let place = Place::take(self.run);
        self.number = place.number;
        if self.claim(id) {
            frames::set_current(id);
            if let Some(ready) = self.execute(id) {
                self.push(ready);
            }
        }
    }

    /// Runs a task that it has started. Gives a task that is ready now.
    pub(super) fn execute(&mut self, id: TaskId) -> Option<TaskId> {
        let task = self.block(id.block)?.slot(id.index).task;
        if self.is_left_to_caller(id, task) {
            return self.pass_on(id);
        }
        if self.run.guard.is_some() || task.is_limited() {
            return self.execute_carefully(id, task);
        }
        if self.run.failed.load(Ordering::Relaxed) && self.run.must_be_skipped(id, task) {
            return self.skip(id, task);
        }
        let start = self.tell_started(id);
        let ran = self.time(task);
        self.tell_ran(id, start, &ran);
        self.after(id, ran)
    }

    /// Runs a task, and perhaps notes how long it took.
    pub(super) fn time(&mut self, task: TaskRef) -> Result<Ran, Payload> {
        let is_due = self.run.most > 1 && self.sampler.is_due(task);
        self.sampler.run(task, is_due)
    }

    /// Is it the last task of a `lazy!` block that is asked for itself, or what makes that block's value? Its value need
    /// not be `Send`: the thread that asks for it runs it, when everything else is done.
    fn is_left_to_caller(&self, id: TaskId, task: TaskRef) -> bool {
        let is_asked_for =
            |index| self.main.is_sink(index) && self.main.slot(index).task.is_of_caller();
        task.is_of_caller()
            && id.block == 0
            && (is_asked_for(id.index) || self.main.successors(id.index).all(is_asked_for))
    }

    /// Queues a task that is ready, unless somebody else has started it.
    pub(super) fn push(&mut self, id: TaskId) {
        let shared = self.run.is_shared();
        if self.look_up(id.block).is_some() {
            let block = block_of(self.main, self.other.as_ref(), id.block);
            enqueue(self.run, &mut self.queue, block.slot(id.index), id, shared);
        }
    }

    pub(super) fn block(&mut self, number: u32) -> Option<&Block> {
        self.look_up(number)?;
        Some(block_of(self.main, self.other.as_ref(), number))
    }

    /// Makes sure that the block is at hand.
    pub(super) fn look_up(&mut self, number: u32) -> Option<()> {
        if number != 0
            && self.other.as_ref().is_none_or(|(other, block)| {
                *other != number || block.is_gone.load(Ordering::Relaxed)
            })
        {
            self.other = Some((number, self.run.block(number)?));
        }
        Some(())
    }
}

pub(super) fn block_of<'b>(
    main: &'b Arc<Block>,
    other: Option<&'b (u32, Arc<Block>)>,
    number: u32,
) -> &'b Block {
    match other {
        Some((at_hand, block)) if *at_hand == number => block,
        _ => main,
    }
}
