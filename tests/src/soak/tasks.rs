//! The functions that programs call, what they log, and the values between them.

use std::sync::atomic::Ordering::SeqCst;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize};

use tembel::{CancelToken, Delayed, compute, delayed};

use super::program::{Fault, Op};
use crate::{Census, Counted};

/// What happened in all rounds.
#[derive(Debug, Default)]
pub struct Counts {
    /// Tasks and attempts that started.
    pub started: AtomicU64,
    /// Tasks that panicked.
    pub panicked: AtomicU64,
    /// Attempts that gave an `Err`.
    pub failed: AtomicU64,
    /// Cancels from inside.
    pub cancelled: AtomicU64,
    /// Runs that were stopped.
    pub stopped: AtomicU64,
}

/// What happened in one round.
pub(super) struct Log<'c> {
    counts: &'c Counts,
    pub(super) census: Census,
    pub(super) token: CancelToken,
    /// The run is over.
    pub(super) closed: AtomicBool,
    /// Tasks that started after that.
    pub(super) after: AtomicUsize,
    /// Tasks that started beside too many of their kind.
    pub(super) crowded: AtomicUsize,
    /// Effects after a `?` that has not passed.
    pub(super) late_effects: AtomicUsize,
}

/// Tasks of one kind that are at work, in all rounds.
struct Places(usize, AtomicUsize);

/// One of them.
struct Inside<'p>(&'p Places);

impl Drop for Inside<'_> {
    fn drop(&mut self) {
        self.0.1.fetch_sub(1, SeqCst);
    }
}

impl<'c> Log<'c> {
    pub(super) fn new(counts: &'c Counts) -> Self {
        Log {
            counts,
            census: Census::new(),
            token: CancelToken::new(),
            closed: AtomicBool::new(false),
            after: AtomicUsize::new(0),
            crowded: AtomicUsize::new(0),
            late_effects: AtomicUsize::new(0),
        }
    }

    fn enter<'p>(&self, places: &'p Places) -> Inside<'p> {
        if places.1.fetch_add(1, SeqCst) >= places.0 {
            self.crowded.fetch_add(1, SeqCst);
        }
        Inside(places)
    }

    fn start(&self, op: Op) {
        self.counts.started.fetch_add(1, SeqCst);
        if self.closed.load(SeqCst) {
            self.after.fetch_add(1, SeqCst);
        }
        match op.fault {
            Fault::Panic => {
                self.counts.panicked.fetch_add(1, SeqCst);
                panic!("op {}", op.number);
            }
            Fault::Cancel => {
                self.counts.cancelled.fetch_add(1, SeqCst);
                self.token.cancel();
            }
            Fault::Nap => (0..5).for_each(|_| std::thread::yield_now()),
            Fault::Nothing | Fault::Fail | Fault::FailFirst(_) => {}
        }
    }

    /// The same for a task that can give an `Err`, in one attempt of several.
    fn attempt(&self, op: Op, attempts: &AtomicUsize) -> Result<(), String> {
        self.start(op);
        let before = attempts.fetch_add(1, SeqCst);
        let fails = match op.fault {
            Fault::Fail => true,
            Fault::FailFirst(attempts) => before < attempts as usize,
            _ => false,
        };
        if fails {
            self.counts.failed.fetch_add(1, SeqCst);
            return Err(format!("op {}", op.number));
        }
        Ok(())
    }

    fn value(&self, history: u64) -> Value {
        Value {
            history,
            counted: self.census.count(0),
        }
    }
}

/// A history, hashed, that is counted.
#[derive(Debug)]
pub(super) struct Value {
    history: u64,
    counted: Counted,
}

impl Value {
    pub(super) fn history(&self) -> u64 {
        assert_eq!(self.counted.get(), 0);
        self.history
    }

    fn add(&mut self, number: u32) {
        self.history = mix(self.history(), number.into());
    }
}

impl Clone for Value {
    fn clone(&self) -> Self {
        Value {
            history: self.history(),
            counted: self.counted.census.count(0),
        }
    }
}

pub(super) fn mix(a: u64, b: u64) -> u64 {
    (a.rotate_left(7) ^ b).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

#[delayed]
pub(super) fn make(log: &Log<'_>, op: Op) -> Value {
    let value = log.value(op.number.into());
    log.start(op);
    value
}

#[delayed]
pub(super) fn look(log: &Log<'_>, value: &Value, op: Op) -> Value {
    log.start(op);
    log.value(mix(value.history(), op.number.into()))
}

#[delayed(eager = eat_now)]
pub(super) fn eat(log: &Log<'_>, mut value: Value, op: Op) -> Value {
    log.start(op);
    value.add(op.number);
    value
}

#[delayed]
pub(super) fn merge(log: &Log<'_>, a: Value, b: Value, op: Op) -> Value {
    log.start(op);
    log.value(mix(mix(a.history(), b.history()), op.number.into()))
}

#[delayed]
pub(super) fn change(log: &Log<'_>, value: &mut Value, op: Op) {
    log.start(op);
    value.add(op.number);
}

#[delayed]
pub(super) fn copy(log: &Log<'_>, value: Value, op: Op) -> Value {
    log.start(op);
    value
}

#[delayed(eager = attempt_now)]
pub(super) fn attempt(log: &Log<'_>, value: Value, op: Op) -> Result<Value, String> {
    log.attempt(op, &AtomicUsize::new(0))?;
    Ok(log.value(mix(value.history(), op.number.into())))
}

/// Attempts so far, of one task.
pub(super) type Attempts = std::sync::Arc<AtomicUsize>;

#[delayed(retries = 2)]
pub(super) fn retry(
    log: &Log<'_>,
    value: &Value,
    attempts: Attempts,
    op: Op,
) -> Result<Value, String> {
    log.attempt(op, &attempts)?;
    Ok(log.value(mix(value.history(), op.number.into())))
}

#[delayed(retries = 3, backoff = "20us")]
pub(super) fn retry_later(
    log: &Log<'_>,
    value: Value,
    attempts: Attempts,
    op: Op,
) -> Result<Value, String> {
    log.attempt(op, &attempts)?;
    Ok(log.value(mix(value.history(), op.number.into())))
}

#[delayed(limit = 2)]
pub(super) fn limited(log: &Log<'_>, value: Value, op: Op) -> Result<Value, String> {
    static PLACES: Places = Places(2, AtomicUsize::new(0));
    let _inside = log.enter(&PLACES);
    log.attempt(op, &AtomicUsize::new(0))?;
    Ok(log.value(mix(value.history(), op.number.into())))
}

#[delayed(limit = 1, retries = 2, backoff = "10us")]
pub(super) fn limited_later(
    log: &Log<'_>,
    value: &Value,
    attempts: Attempts,
    op: Op,
) -> Result<Value, String> {
    static PLACES: Places = Places(1, AtomicUsize::new(0));
    let _inside = log.enter(&PLACES);
    log.attempt(op, &attempts)?;
    Ok(log.value(mix(value.history(), op.number.into())))
}

/// A graph that grows while it runs, and whose last task has the fault.
pub(super) fn grow<'a>(log: &'a Log<'a>, value: Value, depth: u32, op: Op) -> Delayed<'a, Value> {
    if depth == 0 {
        return eat(log, value, op);
    }
    let (left, right) = (Delayed::ready(()), Delayed::new(std::thread::yield_now));
    let next = left.zip(right);
    next.and_then(move |_| grow(log, value, depth - 1, op))
}

#[delayed]
pub(super) fn nest(log: &Log<'_>, value: &Value, op: Op) -> Value {
    let others: Vec<_> = (0..3)
        .map(|_| Delayed::new(std::thread::yield_now))
        .collect();
    compute((look(log, value, op), others)).0
}

#[delayed(limit = 1)]
pub(super) fn nest_limited(log: &Log<'_>, value: &Value, depth: u32, op: Op) -> Value {
    if depth == 0 {
        return look(log, value, op).compute();
    }
    nest_limited(log, value, depth - 1, op).compute()
}

/// Takes a value, and what was found in another one.
#[delayed]
pub(super) fn combine(log: &Log<'_>, value: Value, found: u64, op: Op) -> Value {
    log.start(op);
    log.value(mix(mix(value.history(), found), op.number.into()))
}
