//! Giving up counts: the last one drops the value, or the task that never ran, and frees the record.
//!
//! Dropping a task that never ran gives up the counts of its edges, which may drop the tasks before it, and so on for
//! millions of them: the dead wait in a queue, linked through their mark words, that the outermost call works off. The
//! queue belongs to that call, not to the thread: work that a dead task captured may borrow locals of whoever dropped the
//! handle, so nothing may be put off past the call. A handle inside a dropped value or closure starts a call of its own.

use std::ptr::NonNull;

use super::count::give_up;
use super::edge::{Parsed, Word};
use super::memory::free_record;
use super::name;
use super::record::{
    ABANDONED, DONE, EXPANDED, FAILED, Header, NAMED, OF_SEVERAL, Output, TAKEN, WAITING,
    header_of, header_of_only, item_of, output_of, untyped_value_of, words_of,
};
use crate::sync::Ordering;

/// Gives up one count of an output.
///
/// # Safety
/// The caller owned that count, and does not use the output again.
#[inline]
pub(super) unsafe fn release(output: NonNull<Output>) {
    // SAFETY: the caller's.
    unsafe {
        if give_up(output) {
            bury(output);
        }
    }
}

/// Drops what an output without counts holds, and what dies with it.
///
/// # Safety
/// The last count was given up.
#[inline]
unsafe fn bury(output: NonNull<Output>) {
    // SAFETY: the caller's.
    unsafe {
        if owns_nothing(output) {
            free_record(header_of_only(output));
        } else {
            bury_all(output);
        }
    }
}

/// # Safety
/// As [`bury`].
unsafe fn bury_all(output: NonNull<Output>) {
    let mut dead = Dead(None);
    // SAFETY: the caller's.
    unsafe { dead.add(output) };
}

/// Is this the only output of a task that has run, and whose value is gone, or nothing that would have to be dropped?
///
/// # Safety
/// The last count was given up.
#[inline]
unsafe fn owns_nothing(output: NonNull<Output>) -> bool {
    // SAFETY: the record is there until it is buried.
    unsafe {
        if output.as_ref().flags.load(Ordering::Relaxed) & (OF_SEVERAL | NAMED) != 0 {
            return false;
        }
        match output.as_ref().state.load(Ordering::Relaxed) {
            DONE => header_of_only(output).as_ref().table.plain,
            state => state == TAKEN || state == FAILED,
        }
    }
}

/// The queue of dead records. Dropping it works it off, also while a destructor's panic unwinds.
struct Dead(Option<NonNull<Header>>);

impl Drop for Dead {
    fn drop(&mut self) {
        /// Goes on with the others when a destructor of the user's panics.
        struct Rest<'d>(&'d mut Dead);
        impl Drop for Rest<'_> {
            fn drop(&mut self) {
                while let Some(header) = self.0.pop() {
                    let rest = Rest(self.0);
                    // SAFETY: a record in the queue is dead and was put there by this call.
                    unsafe { rest.0.bury(header) };
                    std::mem::forget(rest);
                }
            }
        }
        drop(Rest(self));
    }
}

impl Dead {
    /// # Safety
    /// As [`release`].
    unsafe fn give_up(&mut self, output: NonNull<Output>) {
        // SAFETY: the caller's.
        unsafe {
            if give_up(output) {
                self.add(output);
            }
        }
    }

    /// # Safety
    /// The last count of the output was given up.
    unsafe fn add(&mut self, output: NonNull<Output>) {
        // SAFETY: the record is there until its last output is dead and it is buried.
        unsafe {
            let header = header_of(output);
            if output.as_ref().number() == 0 || Self::abandon(header, output) {
                self.push(header);
            }
        }
    }

    fn pop(&mut self) -> Option<NonNull<Header>> {
        let header = self.0?;
        // SAFETY: a record in the queue is not freed.
        let next = unsafe { header.as_ref() }.mark.load(Ordering::Relaxed);
        let next = usize::try_from(next).unwrap_or(0);
        self.0 = NonNull::new(std::ptr::with_exposed_provenance_mut(next));
        Some(header)
    }

    fn push(&mut self, header: NonNull<Header>) {
        let next = self.0.map_or(0, |next| next.as_ptr().expose_provenance());
        // SAFETY: the record is dead but not freed.
        unsafe { header.as_ref() }
            .mark
            .store(next as u64, Ordering::Relaxed);
        self.0 = Some(header);
    }

    /// One output of several has neither handle nor edge left. Is it the last?
    ///
    /// # Safety
    /// The record is alive; the output's count is zero.
    unsafe fn abandon(header: NonNull<Header>, output: NonNull<Output>) -> bool {
        // SAFETY: the output still counts as live, so the record is there.
        unsafe {
            if output.as_ref().state.swap(ABANDONED, Ordering::AcqRel) == DONE {
                drop_value(output);
            }
            header.as_ref().first.shared.fetch_sub(1, Ordering::AcqRel) == 1
        }
    }

    /// Drops what a dead record holds, and frees it.
    ///
    /// # Safety
    /// The record is dead, and this is called once.
    unsafe fn bury(&mut self, header: NonNull<Header>) {
        /// Frees the record also when a destructor panics.
        struct Grave(NonNull<Header>);
        impl Drop for Grave {
            fn drop(&mut self) {
                // SAFETY: whatever the record held is dropped.
                unsafe { free_record(self.0) }
            }
        }
        // SAFETY: the record is dead: nobody else uses it, and what it holds depends on its state alone.
        unsafe {
            let task = header.as_ref();
            let first = output_of(header, 0);
            if task.first.flags.load(Ordering::Relaxed) & NAMED != 0 {
                name::forget(header);
            }
            let state = task.first.state.load(Ordering::Relaxed);
            if state == WAITING || state == EXPANDED {
                for &word in words_of(header) {
                    self.give_up_word(word);
                }
            }
            let _grave = Grave(header);
            match state {
                WAITING => {
                    if let Some(drop_work) = task.table.drop_work {
                        drop_work(header);
                    }
                }
                DONE if task.table.outputs.len() == 1 => drop_value(first),
                _ => {}
            }
        }
    }

    /// # Safety
    /// As [`release`], for every output of the word.
    unsafe fn give_up_word(&mut self, word: Word) {
        match word.parse() {
            // SAFETY: the word owned a count.
            Parsed::One(_, output) => unsafe { self.give_up(output) },
            Parsed::Many(words) => {
                // SAFETY: the word owned the list.
                let words = unsafe { Box::from_raw(words.as_ptr()) };
                for word in *words {
                    // SAFETY: the list owned its words.
                    unsafe { self.give_up_word(word) };
                }
            }
        }
    }
}

/// # Safety
/// The output is done, and its value is not used again.
pub(super) unsafe fn drop_value(output: NonNull<Output>) {
    // SAFETY: the caller's.
    unsafe {
        if let Some(drop) = item_of(output).drop {
            drop(untyped_value_of(output));
        }
    }
}

/// Drops the edges and the work of a task that will never run; its outputs fail.
///
/// # Safety
/// The caller has claimed the task, which waits or is expanded.
pub(super) unsafe fn discard(header: NonNull<Header>) {
    let mut dead = Dead(None);
    // SAFETY: claimed: nobody else runs or discards it. Its outputs are still owned.
    unsafe {
        let waiting = header.as_ref().first.state.load(Ordering::Relaxed) == WAITING;
        let words: Vec<Word> = words_of(header).to_vec();
        super::run::fail(header);
        for word in words {
            dead.give_up_word(word);
        }
        if let (true, Some(drop_work)) = (waiting, header.as_ref().table.drop_work) {
            drop_work(header);
        }
    }
}
