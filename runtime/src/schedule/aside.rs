//! Tasks that were ready and may not start now: set aside, and taken up again.
//!
//! Such a task counts as started, so that nobody else starts it. One that waits for a [place](super::limit) becomes ready
//! again when it is taken up; one that pauses between two attempts has given the next attempt as a deferred value, and
//! [expands](super::expand) then. Workers take up what they can when they find nothing else, and when attention is called;
//! the caller sleeps no longer than the shortest pause.

use std::cell::Cell;
use std::collections::VecDeque;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::block::TaskId;
use super::guard::Clock;
use super::limit::Limit;
use super::run::Run;
use super::worker::Worker;
use crate::sync::{AtomicBool, Mutex, Ordering, lock, now, per_thread};

/// What a run has set aside.
#[derive(Debug, Default)]
pub(super) struct Aside {
    any: AtomicBool,
    tasks: Mutex<Tasks>,
}

#[derive(Debug, Default)]
struct Tasks {
    limited: Vec<(&'static Limit, VecDeque<TaskId>)>,
    paused: Vec<(Instant, TaskId)>,
}

impl Aside {
    pub(super) fn is_empty(&self) -> bool {
        !self.any.load(Ordering::Acquire)
    }

    fn change<T>(&self, change: impl FnOnce(&mut Tasks) -> T) -> T {
        let mut tasks = lock(&self.tasks);
        let result = change(&mut tasks);
        let any = !tasks.limited.is_empty() || !tasks.paused.is_empty();
        self.any.store(any, Ordering::Release);
        result
    }

    /// When the first pause is over.
    fn next(&self) -> Option<Instant> {
        if self.is_empty() {
            return None;
        }
        let tasks = lock(&self.tasks);
        tasks.paused.iter().map(|&(until, _)| until).min()
    }
}

impl Run {
    /// A task waits for a place. The limit is locked.
    pub(super) fn set_aside_for(&self, limit: &'static Limit, id: TaskId) {
        self.aside.change(|tasks| {
            let same = |(other, _): &&mut (&'static Limit, _)| std::ptr::eq(*other, limit);
            match tasks.limited.iter_mut().find(same) {
                Some((_, waiting)) => waiting.push_back(id),
                None => tasks.limited.push((limit, VecDeque::from([id]))),
            }
        });
    }

    /// At most so many tasks that wait for a place, the first first; and are there more? The limit is locked.
    pub(super) fn take_aside_for(&self, limit: &'static Limit, most: usize) -> (Vec<TaskId>, bool) {
        self.aside.change(|tasks| {
            let same = |(other, _): &(&'static Limit, _)| std::ptr::eq(*other, limit);
            let Some(at) = tasks.limited.iter().position(same) else {
                return (Vec::new(), false);
            };
            let waiting = &mut tasks.limited[at].1;
            let taken = waiting.drain(..most.min(waiting.len())).collect();
            let more = !waiting.is_empty();
            if !more {
                tasks.limited.swap_remove(at);
            }
            (taken, more)
        })
    }

    /// Is there a task whose pause is over, or that will not start any more?
    pub(super) fn has_aside_due(&self) -> bool {
        !self.aside.is_empty()
            && (self.aside.next().is_some_and(|until| until <= now())
                || self.guard.as_ref().is_some_and(|guard| guard.is_due()))
    }

    /// When somebody who sleeps has to look again, even if nobody rings.
    pub(super) fn wake_at(&self) -> Option<Instant> {
        let of_guard = self.guard.as_ref();
        let of_guard = of_guard.and_then(|guard| guard.wake_at(!self.aside.is_empty()));
        self.aside.next().into_iter().chain(of_guard).min()
    }
}

per_thread! {
    /// How long the task at work on this thread pauses before what it gave is looked at.
    static PAUSE: Cell<Option<Duration>> = const { Cell::new(None) };
}

/// The task at work on this thread gives a deferred value that is to be looked at after this time.
pub(crate) fn pause(time: Duration) {
    PAUSE.set(Some(time));
}

/// Instead of a pause that no clock can count to the end.
const NEVER: Duration = Duration::from_secs(1 << 32);

impl Worker<'_> {
    /// A task gave a deferred value, perhaps after a pause. Gives a task that is ready now.
    pub(super) fn expand_or_pause(&mut self, id: TaskId) -> Option<TaskId> {
        let Some(time) = PAUSE.take() else {
            return self.expand(id);
        };
        let now = now();
        let until = now.checked_add(time).unwrap_or(now + NEVER);
        self.run
            .aside
            .change(|tasks| tasks.paused.push((until, id)));
        // Who sleeps may have to wake earlier.
        self.run.call_attention();
        None
    }

    /// Takes up what may start now. Was there anything?
    pub(super) fn take_up(&mut self) -> bool {
        if self.run.aside.is_empty() {
            return false;
        }
        let guard = self.run.guard.as_ref();
        let stopping = guard.is_some_and(|guard| guard.stops(&mut Clock::default(), 0));
        let limits: Vec<&'static Limit> = {
            let tasks = lock(&self.run.aside.tasks);
            tasks.limited.iter().map(|&(limit, _)| limit).collect()
        };
        let mut any = false;
        for id in limits
            .into_iter()
            .flat_map(|limit| limit.admit(self.run, stopping))
        {
            any = true;
            self.unclaim(id);
            self.push(id);
        }
        let now = now();
        let mut due = Vec::new();
        self.run.aside.change(|tasks| {
            tasks.paused.retain(|&(until, id)| {
                let is_due = stopping || until <= now;
                due.extend(is_due.then_some(id));
                !is_due
            });
        });
        for id in due {
            any = true;
            if let Some(ready) = self.expand(id) {
                self.push(ready);
            }
        }
        any
    }
}

impl Run {
    /// The same for a visitor, who leaves what it makes ready to others.
    pub(super) fn take_up_as_visitor(self: &Arc<Self>) {
        let Some(main) = self.block(0).filter(|_| !self.aside.is_empty()) else {
            return;
        };
        let mut worker = Worker::new(self, &main, super::queue::Queue::Handed(Vec::new()));
        worker.take_up();
        if let Some(crew) = self.crew()
            && worker.hand_over(&crew)
        {
            self.call_attention();
        }
    }
}
