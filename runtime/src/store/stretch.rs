//! Stretches of memory, in which tasks lie in the order of creation.

use std::num::NonZero;
use std::ptr::NonNull;

use super::chunk;
use super::task::TaskRef;

/// A stretch of memory where records lie in the order of creation: its last eight bytes. Places in it are counted back from there,
/// in steps of eight bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stretch(NonNull<u8>);

// SAFETY: no more than an address; see `TaskRef` for what lies there.
unsafe impl Send for Stretch {}
// SAFETY: as above.
unsafe impl Sync for Stretch {}

/// How many records a stretch has place for.
pub(crate) const STRETCH: usize = chunk::CHUNK / 8;

impl Default for Stretch {
    fn default() -> Self {
        Stretch::NOWHERE
    }
}

impl Stretch {
    /// No stretch: nothing lies there.
    pub(crate) const NOWHERE: Stretch = Stretch(NonNull::dangling());

    /// The stretch that the record of a task lies in, if it is not large.
    #[inline]
    pub(crate) fn around(task: TaskRef) -> Self {
        let last = |address: NonZero<usize>| address | (chunk::CHUNK - 8);
        Stretch(task.0.cast().map_addr(last))
    }

    /// A number, of which neighbours have neighbouring ones.
    #[inline]
    pub(crate) fn number(self) -> usize {
        self.0.addr().get() / chunk::CHUNK
    }

    /// The place of a task, if its record lies here. That of a large one lies nowhere.
    #[inline]
    pub(crate) fn place_of(self, task: TaskRef) -> Option<usize> {
        let back = self.0.addr().get().wrapping_sub(task.0.addr().get());
        (back < chunk::CHUNK).then_some(back / 8)
    }

    /// The task that [`place_of`](Self::place_of) said is there. It is still valid.
    #[inline]
    pub(crate) fn task(self, at: usize) -> TaskRef {
        // SAFETY: the place of a record in the same chunk.
        TaskRef(unsafe { self.0.byte_sub(at * 8) }.cast())
    }
}
