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

/// What threads touch so that all orders of what they do before and after are looked at. loom keeps only the last access to an
/// atomic, so it does not see that a thread that loads and then stores might have been there before another's load. The
/// touch itself orders nothing.
#[derive(Clone, Debug)]
pub(crate) struct Dice(Arc<loom::sync::atomic::AtomicUsize>);

impl Dice {
    pub(crate) fn new() -> Self {
        Dice(Arc::new(loom::sync::atomic::AtomicUsize::new(0)))
    }

    pub(crate) fn roll(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
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

/// A place that threads share, without a value: only their uses are watched.
#[derive(Clone, Debug, Default)]
pub(crate) struct Place(Arc<UnsafeCell<()>>);

// SAFETY: loom checks what others may do with the cell meanwhile.
unsafe impl Send for Place {}

impl Place {
    pub(crate) fn look(&self) {
        self.0.with(|_| ());
    }

    pub(crate) fn change(&self) {
        self.0.with_mut(|_| ());
    }
}
