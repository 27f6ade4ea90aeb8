//! What the models of the protocols share: a value that knows who looks at it, and how a model is checked.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use loom::cell::UnsafeCell;

/// Checks a model in all interleavings with at most this many preemptions, or `LOOM_MAX_PREEMPTIONS`; `None` is all there are.
pub(crate) fn check(preemptions: Option<usize>, model: impl Fn() + Send + Sync + 'static) {
    let mut builder = loom::model::Builder::new();
    builder.preemption_bound = builder.preemption_bound.or(preemptions);
    builder.max_branches = 10_000;
    let executions = Arc::new(AtomicUsize::new(0));
    let count = executions.clone();
    builder.check(move || {
        count.fetch_add(1, Ordering::Relaxed);
        model();
    });
    println!("{executions:?} executions");
}

/// How many values were made, and how many of them were dropped. Only counted, so that counting orders nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Census(Arc<[AtomicUsize; 2]>);

impl Census {
    pub(crate) fn value(&self, number: u64) -> Value {
        self.0[0].fetch_add(1, Ordering::Relaxed);
        Value {
            number: UnsafeCell::new(number),
            census: self.clone(),
        }
    }

    pub(crate) fn made(&self) -> usize {
        self.0[0].load(Ordering::Relaxed)
    }

    pub(crate) fn dropped(&self) -> usize {
        self.0[1].load(Ordering::Relaxed)
    }

    /// Every value was dropped, and none of them twice.
    pub(crate) fn assert_all_dropped(&self, made: usize) {
        assert_eq!((self.made(), self.dropped()), (made, made));
    }
}

/// A value whose use loom watches: reading it beside a change, changing or dropping it beside another use, or without an
/// order between the two, is an error.
#[derive(Debug)]
pub(crate) struct Value {
    number: UnsafeCell<u64>,
    census: Census,
}

// SAFETY: loom checks what others may do with the cell meanwhile.
unsafe impl Sync for Value {}

impl Value {
    pub(crate) fn get(&self) -> u64 {
        // SAFETY: checked by loom.
        self.number.with(|number| unsafe { *number })
    }

    pub(crate) fn set(&mut self, to: u64) {
        // SAFETY: checked by loom.
        self.number.with_mut(|number| unsafe { *number = to });
    }

    /// Another value of the same census.
    pub(crate) fn another(&self, number: u64) -> Value {
        self.census.value(number)
    }
}

impl Drop for Value {
    fn drop(&mut self) {
        self.number.with_mut(|_| ());
        self.census.0[1].fetch_add(1, Ordering::Relaxed);
    }
}
