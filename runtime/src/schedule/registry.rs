//! All runs that go on, by number: what a mark in another run's task leads to.

use std::cell::Cell;
use std::sync::Arc;

use super::Mode;
use super::guard::Guard;
use super::run::Run;
use crate::observe::hooks::Observed;
use crate::sync::{Mutex, Ordering, fence, global, lock, per_thread};

struct Registry {
    runs: Vec<Option<Arc<Run>>>,
    free: Vec<usize>,
}

global! {
    static RUNS: Mutex<Registry> = Mutex::new(Registry {
        runs: Vec::new(),
        free: Vec::new(),
    });
}

/// A run's number is part of the marks of its tasks.
const MOST_RUNS: usize = 1 << 12;
/// Runs that are over and keep their number for the next run of their thread have a lower one.
const MOST_SPARE: u64 = 1 << 10;

/// A run that is over and can still be found: there is nothing to be found in it.
struct Spare(Cell<Option<Arc<Run>>>);

#[cfg(any(not(loom), test))]
impl Spare {
    fn give_up(&self) {
        if let Some(run) = self.0.take() {
            forget(run.number);
        }
    }
}

// loom's statics may be gone before the locals of its threads are; those say themselves when they end.
#[cfg(not(loom))]
impl Drop for Spare {
    fn drop(&mut self) {
        self.give_up();
    }
}

/// What the end of a thread does.
#[cfg(all(loom, test))]
pub(super) fn thread_ends() {
    let _ = SPARE.try_with(Spare::give_up);
}

/// Does this thread keep a run?
#[cfg(all(loom, test))]
pub(super) fn keeps_a_run() -> bool {
    let looks = |spare: &Spare| {
        let run = spare.0.take();
        let keeps = run.is_some();
        spare.0.set(run);
        keeps
    };
    SPARE.try_with(looks).is_ok_and(|keeps| keeps)
}

per_thread! {
    static SPARE: Spare = const { Spare(Cell::new(None)) };
}

/// A new run, which others can find by its number.
pub(super) fn add(
    mode: Mode,
    most: usize,
    guard: Option<Arc<Guard>>,
    observed: Option<Observed>,
) -> Arc<Run> {
    let is_plain = guard.is_none() && observed.is_none();
    let spare = SPARE.try_with(|spare| spare.0.take()).ok().flatten();
    match spare {
        Some(run) if run.mode == mode && run.most == most && is_plain => {
            run.start_again();
            return run;
        }
        Some(run) => forget(run.number),
        None => {}
    }
    let mut registry = lock(&RUNS);
    let number = registry.free.pop().unwrap_or_else(|| {
        registry.runs.push(None);
        registry.runs.len() - 1
    });
    assert!(
        number + 1 < MOST_RUNS,
        "at most {MOST_RUNS} runs at the same time"
    );
    let run = Arc::new(Run::new(number as u64, mode, most, guard, observed));
    registry.runs[number] = Some(run.clone());
    run
}

pub(super) fn find(number: u64) -> Option<Arc<Run>> {
    lock(&RUNS).runs.get(usize::try_from(number).ok()?)?.clone()
}

/// A run is over. It is used again by the next one on this thread, if nobody but the caller ever had to do with it.
pub(super) fn remove(run: &Arc<Run>) {
    const WE_AND_THE_REGISTRY: usize = 2;
    let spare = |spare: &Spare| spare.0.replace(Some(run.clone()));
    let before = if run.number < MOST_SPARE
        && run.was_plain()
        && Arc::strong_count(run) == WE_AND_THE_REGISTRY
    {
        // Whoever held it before has let go of it: what they did happens before the next run.
        fence(Ordering::Acquire);
        SPARE.try_with(spare).unwrap_or_else(|_| Some(run.clone()))
    } else {
        Some(run.clone())
    };
    if let Some(run) = before {
        forget(run.number);
    }
}

fn forget(number: u64) {
    let mut registry = lock(&RUNS);
    let Ok(number) = usize::try_from(number) else {
        return;
    };
    if registry.runs[number].take().is_some() {
        registry.free.push(number);
    }
}
