//! All runs that go on, by number: what a mark in another run's task leads to.

use std::sync::Arc;

use super::Mode;
use super::run::Run;
use crate::observe::hooks::Observed;
use crate::sync::{Mutex, global, lock};

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

/// A new run, which others can find by its number.
pub(super) fn add(mode: Mode, most: usize, observed: Option<Observed>) -> Arc<Run> {
    let mut registry = lock(&RUNS);
    let number = registry.free.pop().unwrap_or_else(|| {
        registry.runs.push(None);
        registry.runs.len() - 1
    });
    assert!(
        number + 1 < MOST_RUNS,
        "at most {MOST_RUNS} runs at the same time"
    );
    let run = Arc::new(Run::new(number as u64, mode, most, observed));
    registry.runs[number] = Some(run.clone());
    run
}

pub(super) fn find(number: u64) -> Option<Arc<Run>> {
    lock(&RUNS).runs.get(usize::try_from(number).ok()?)?.clone()
}

pub(super) fn remove(number: u64) {
    let mut registry = lock(&RUNS);
    let Ok(number) = usize::try_from(number) else {
        return;
    };
    if registry.runs[number].take().is_some() {
        registry.free.push(number);
    }
}
