//! What is noted while a block is built, for tasks that come later and for its end.

use std::cell::Cell;

use crate::store::{Move, Owner};

/// The notes of a block. A block of calls that use each other's values has none.
#[derive(Default)]
pub struct Keep(Cell<Option<Box<Notes>>>);

#[derive(Default)]
pub(super) struct Notes {
    /// Values that no task takes: they live until the block's result is there.
    pub(super) kept: Vec<Owner>,
    /// What has to pass before a task that is there for its effects alone may start.
    pub(super) gates: Vec<Move<()>>,
}

impl Keep {
    pub(super) fn note(&self, note: impl FnOnce(&mut Notes)) {
        let mut notes = self.0.take().unwrap_or_default();
        note(&mut notes);
        self.0.set(Some(notes));
    }

    /// Does something with the notes, if there are any.
    #[inline]
    pub(super) fn look<R>(&self, look: impl FnOnce(&mut Notes) -> R) -> Option<R> {
        let mut notes = self.0.take()?;
        let seen = look(&mut notes);
        self.0.set(Some(notes));
        Some(seen)
    }
}

impl std::fmt::Debug for Keep {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keep")
    }
}
