//! What is left to the thread that asks: the last task of a `lazy!` block, and what makes that block's value.
//!
//! Such a value need not be `Send`, so workers pass these tasks by; their successors are of the same kind, or there are none.
//! The run counts as over, but is not closed before they are done: others who wait for one of them are told then.

use super::block::TaskId;
use super::collect::{Root, parse_mark};
use super::guard::Guard;
use super::parse_key;
use super::run::Run;
use crate::observe::hooks::Outcome;
use crate::store::TaskRef;

impl Run {
    /// Does what is left, on the thread that asked for the `roots`.
    pub(super) fn do_what_is_left(&self, roots: &[Root]) {
        for root in roots {
            self.end(root.output.task(), true);
        }
    }

    /// Runs the last task of a block, after the one that makes the block's value.
    fn end(&self, task: TaskRef, is_last: bool) {
        let (key, index) = parse_mark(task.mark());
        let id = TaskId { block: 0, index };
        // Another run may be about it.
        let is_ours = parse_key(key).0 == self.number;
        if !task.is_of_caller() || !task.is_pending() || !is_ours {
            return;
        }
        if is_last {
            let mut before = Vec::new();
            task.edges_backwards(|_, output| before.push(output.task()));
            for task in before {
                self.end(task, false);
            }
        }
        let guard = self.guard.as_deref();
        let skipped = self.must_not_start(guard, id, task);
        let left = self.tell_left(id, skipped);
        let ended = if skipped {
            task.discard()
        } else {
            let ran = task.run().map(|_| ());
            if let (Some(guard), Ok(())) = (guard, &ran) {
                guard.count_done();
            }
            ran
        };
        let failed = ended.err();
        let failed = failed.map(|payload| self.fail_task(id, task, payload));
        if let Some(left) = left {
            let outcome = match &failed {
                _ if skipped => Outcome::Skipped,
                Some(error) => Outcome::Failed(error.as_ref()),
                None => Outcome::Finished,
            };
            left.tell_ended(id, outcome);
        }
    }

    /// Is it too late for the task, or does it lack an input?
    fn must_not_start(&self, guard: Option<&Guard>, id: TaskId, task: TaskRef) -> bool {
        if let Some(guard) = guard.filter(|guard| guard.is_due()) {
            guard.look();
            self.note_stopped(guard, task);
            return true;
        }
        let lacks = self.must_be_skipped(id, task);
        if let Some(guard) = guard.filter(|_| lacks) {
            guard.count_skipped();
        }
        lacks
    }
}
