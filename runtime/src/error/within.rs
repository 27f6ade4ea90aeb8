//! Panics that come with the place where they happened.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

/// What a task threw, and where in its work that was.
pub(crate) struct Within {
    pub(super) place: String,
    pub(super) payload: Box<dyn Any + Send>,
}

/// Does a part of a task's work. If that panics, the error says where; what is thrown on to callers stays as it was.
#[cfg_attr(
    not(feature = "array"),
    expect(dead_code, reason = "only chunks of arrays have such a place")
)]
pub(crate) fn within<R>(place: impl FnOnce() -> String, work: impl FnOnce() -> R) -> R {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|payload| {
        let place = place();
        resume_unwind(Box::new(Within { place, payload }))
    })
}
