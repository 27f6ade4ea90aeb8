//! At most so many tasks of a kind at a time, over all runs of the process.
//!
//! A task that may not start now is set aside by its run, and no worker waits for it. Whoever ends a task of the kind calls
//! the attention of all runs that have set one aside. These look at it again, one task for each place that is free, as at
//! any ready task: no place is kept for anybody, so a run that is slow to look keeps nobody back.
//!
//! **No task waits while it holds a place.** A task that starts a run of its own gives its place up until that run is over,
//! and then goes on at once, even where the place is taken. So a limited task may compute others of its kind, and two
//! kinds may compute each other; the price is that for a while one more than the limit may be at work for each task
//! that came back.

use std::cell::RefCell;
use std::sync::{Arc, PoisonError};

use super::block::TaskId;
use super::run::Run;
use crate::sync::{StaticGuard, StaticMutex, per_thread};

/// The places of one kind of task.
#[derive(Debug)]
pub struct Limit {
    most: usize,
    places: StaticMutex<Places>,
}

#[derive(Debug, Default)]
struct Places {
    taken: usize,
    /// Runs that have set such tasks aside and have not been told yet that a place is free.
    waiting: Vec<Arc<Run>>,
}

per_thread! {
    /// Places that the tasks at work on this thread hold, but for those that wait for a run of their own.
    static HELD: RefCell<Vec<&'static Limit>> = const { RefCell::new(Vec::new()) };
}

impl Limit {
    /// So many places.
    #[must_use]
    pub const fn new(most: usize) -> Self {
        Limit {
            most,
            places: StaticMutex::new(Places {
                taken: 0,
                waiting: Vec::new(),
            }),
        }
    }

    fn places(&'static self) -> StaticGuard<'static, Places> {
        self.places.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a place, if there is one. If not, the task is set aside.
    pub(super) fn enter(&'static self, run: &Arc<Run>, id: TaskId) -> Option<Held> {
        let mut places = self.places();
        if places.taken < self.most {
            places.taken += 1;
            HELD.with_borrow_mut(|held| held.push(self));
            return Some(Held(self));
        }
        run.set_aside_for(self, id);
        places.wait(run);
        drop(places);
        if run.guard.is_some() {
            // Who sleeps has to look at the guard now and then.
            run.call_attention();
        }
        None
    }

    /// Tasks that the run has set aside, one for each place that is free; with `all`, each of them.
    pub(super) fn admit(&'static self, run: &Arc<Run>, all: bool) -> Vec<TaskId> {
        let mut places = self.places();
        let free = self.most.saturating_sub(places.taken);
        let (admitted, more) = run.take_aside_for(self, if all { usize::MAX } else { free });
        if more {
            places.wait(run);
        }
        admitted
    }

    /// Takes a place, whether or not there is one.
    fn enter_anyway(&'static self) {
        self.places().taken += 1;
    }

    fn leave(&'static self) {
        let mut places = self.places();
        places.taken -= 1;
        if places.taken >= self.most {
            return;
        }
        let waiting = std::mem::take(&mut places.waiting);
        drop(places);
        for run in waiting {
            run.call_attention();
        }
    }
}

impl Places {
    fn wait(&mut self, run: &Arc<Run>) {
        if !self.waiting.iter().any(|waiting| Arc::ptr_eq(waiting, run)) {
            self.waiting.push(run.clone());
        }
    }
}

/// The place of the task at work on this thread.
#[derive(Debug)]
#[must_use = "the place is given up when this is dropped"]
pub(super) struct Held(&'static Limit);

impl Drop for Held {
    fn drop(&mut self) {
        HELD.with_borrow_mut(Vec::pop);
        self.0.leave();
    }
}

/// While it lives, the tasks below on this thread wait for a run and hold no place.
#[derive(Debug)]
pub(super) struct GivenUp(Vec<&'static Limit>);

impl GivenUp {
    pub(super) fn start() -> Self {
        let held = HELD.take();
        for limit in &held {
            limit.leave();
        }
        GivenUp(held)
    }
}

impl Drop for GivenUp {
    fn drop(&mut self) {
        for limit in &self.0 {
            limit.enter_anyway();
        }
        HELD.with_borrow_mut(|held| *held = std::mem::take(&mut self.0));
    }
}
