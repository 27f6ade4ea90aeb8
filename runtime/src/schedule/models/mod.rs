//! Models of runs: whole graphs, computed by two or three workers in all their interleavings.
//!
//! All of it is the real code, from the handles down to the records, but for rayon and the deques. A value is watched by
//! loom, so a task that is started before its predecessors are seen to be done is found even where the numbers are right.
//! A wake-up that is lost is a deadlock, which loom reports.

mod growing;
mod limited;
mod one_run;
mod parts;
mod reuse;
mod stopped;
mod two_runs;
mod wake;

use tembel::{Delayed, delayed};

use crate::store::{Census, Value};

/// A task that makes a value.
fn make(census: &Census, number: u64) -> Delayed<'static, Value> {
    let census = census.clone();
    Delayed::new(move || census.value(number))
}

/// A task that panics. It holds nothing whose drop others could see: loom's threads share one count of panics, so none of
/// them may go on while another unwinds.
fn fail() -> Delayed<'static, Value> {
    Delayed::new(|| std::panic::resume_unwind(Box::new("fails")))
}

#[delayed]
fn look(at: &Value) -> u64 {
    at.get()
}

#[delayed]
fn consume(value: Value) -> u64 {
    value.get()
}

#[delayed]
fn change(value: &mut Value, to: u64) {
    value.set(to);
}

#[delayed]
fn sum(a: &Value, b: &Value) -> Value {
    a.another(a.get() + b.get())
}
