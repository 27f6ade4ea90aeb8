//! Collecting: from the values asked for back to all tasks that have to run, into a [`Block`].
//!
//! The newest tasks first ([`found`](super::found) says why). A task's mark says whether it was found before, and by whom: 0 is free
//! and is claimed, our own key is a node of this block, and any other is a task of another block or run, which is not
//! looked into (it may be running) but awaited. A task is expanded once, after it was claimed, so its edges stand still.
//!
//! **Order.** A Move or a Write waits for all readers of its value. Nothing points from a value to its readers, but the value
//! counts those that have not run, and each reader in this block is seen: so every mover of a value with pending readers
//! gets an edge from each reader that was seen, and if the count says that there are more, those are not in this run, and
//! the run is refused before anything has started. Edges always go from earlier to later created tasks, so there is no cycle.

use std::collections::HashMap;
use std::sync::Arc;

use super::block::{Await, Block, NOBODY, TaskId};
use super::foreign;
use super::room::Followed;
use super::run::Run;
use crate::error::Borrow;
use crate::graph::Access;
use crate::store::{OutputRef, State, TaskRef};

/// Bits of a mark that hold a place in a block; the others hold the block's key, which is not zero.
const INDEX_BITS: u32 = 30;
const MOST_TASKS: u64 = (1 << 29) - 1;

/// Where more values are asked for, there is room for their tasks from the start.
const MANY_ROOTS: usize = 1 << 10;

/// What a mark says: the key of a block, and a place in it.
pub(crate) fn parse_mark(mark: u64) -> (u64, u32) {
    let index = mark & ((1 << INDEX_BITS) - 1);
    (mark >> INDEX_BITS, u32::try_from(index).unwrap_or(u32::MAX))
}

/// The place in this block that a mark says, if it is a claim of this block.
#[inline]
fn place_of(mark: u64, key: u64) -> Option<u32> {
    let index = mark ^ key;
    (index < 1 << INDEX_BITS).then(|| u32::try_from(index).unwrap_or(u32::MAX))
}

/// A value that is asked for, and whether it will be taken or only looked at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Root {
    pub(crate) output: OutputRef,
    pub(crate) access: Access,
}

/// Collects what `roots` need into `block`, which is empty, under the claim `key`.
///
/// # Errors
/// A value that would be taken still has readers elsewhere. Nothing is claimed then.
pub(crate) fn collect(block: &mut Block, roots: &[Root], key: u64) -> Result<(), Refused> {
    look(block, roots, key).map_err(|borrow| {
        // Only as long as this run has its claims, nobody drops what it awaits.
        let pending = block.awaits.iter().filter(|wait| wait.task.is_pending());
        let pending: Vec<_> = pending.map(foreign::find).collect();
        undo(block);
        Refused { borrow, pending }
    })
}

/// Nothing was claimed.
#[derive(Debug)]
pub(crate) struct Refused {
    pub(crate) borrow: Box<Borrow>,
    /// What would have been awaited, and where that was known then; the value's readers may be among it.
    pub(super) pending: Vec<Option<(Arc<Run>, TaskId)>>,
}

/// The same for who only looks: whatever is found, the block is whole and claimed.
pub(crate) fn look(block: &mut Block, roots: &[Root], key: u64) -> Result<(), Box<Borrow>> {
    let mut collector = Collector {
        block,
        key: key << INDEX_BITS,
        followed: Followed::default(),
        reads: Vec::new(),
        takes: Vec::new(),
    };
    collector.block.has_many_roots = roots.len() > 1;
    if roots.len() > MANY_ROOTS {
        collector.block.room_for_tasks(roots.len());
    }
    for root in roots {
        if root.output.state() == State::Pending {
            let _ = collector.find(NOBODY, root.output.task());
        }
        if root.access == Access::Move && root.output.pending_readers() > 0 {
            collector.takes.push((None, root.output));
        }
        collector.expand_all();
    }
    let ordered = collector.order_takes();
    block.note_newest();
    block.finish();
    ordered
}

/// Gives up the claims on all tasks of a block that did not start.
pub(crate) fn undo(block: &mut Block) {
    for slot in &block.slots {
        slot.task.unclaim();
    }
    block.recycle(usize::MAX);
}

struct Collector<'b> {
    block: &'b mut Block,
    /// What all marks of the block have in common.
    key: u64,
    followed: Followed,
    /// Readers of values whose handle was consumed.
    reads: Vec<(u32, OutputRef)>,
    /// Takers of values that have pending readers; the caller of `compute` is nobody.
    takes: Vec<(Option<u32>, OutputRef)>,
}

impl Collector<'_> {
    fn expand_all(&mut self) {
        while let Some(task) = self.block.found.pop() {
            let (_, index) = parse_mark(task.mark());
            let mut waits_for = 0;
            task.edges_backwards(|access, output| {
                debug_assert!(
                    output.is_moved() || matches!(access, Access::Read | Access::Clone),
                    "whoever takes a value has consumed its handle"
                );
                if output.is_moved() {
                    self.note_moved(index, access, output);
                }
                match output.state() {
                    State::Pending => {
                        waits_for += 1;
                        if let Some(from) = self.find(index, output.task()) {
                            self.block.add_edge(from, index, access);
                        }
                    }
                    State::Done => {}
                    State::Gone => self.block.lacks_inputs = true,
                }
            });
            self.block.wait_for(index, waits_for);
            if self.followed.add(waits_for) {
                self.block.make_room(self.followed, task);
            }
        }
    }

    /// Where the task is that the one at `index` waits for. It is noted as awaited if that is elsewhere.
    #[inline]
    fn find(&mut self, index: u32, task: TaskRef) -> Option<u32> {
        let mark = match task.mark() {
            0 => self.claim(task),
            mark => mark,
        };
        let place = place_of(mark, self.key);
        if place.is_none() {
            self.block.awaits.push(Await { index, task, mark });
        }
        place
    }

    /// Claims a task that was not found before. Gives the claim that it has then, which may be another one's.
    #[inline(never)]
    fn claim(&mut self, task: TaskRef) -> u64 {
        let index = self.block.slots.len() as u64;
        assert!(index <= MOST_TASKS, "a run has at most {MOST_TASKS} tasks");
        let mark = self.key | index;
        if let Err(other) = task.claim(mark) {
            return other;
        }
        self.block.add_task(task);
        self.block.found.push(task);
        mark
    }

    /// The task at `index` uses a value whose handle was consumed: maybe by itself.
    #[inline]
    fn note_moved(&mut self, index: u32, access: Access, output: OutputRef) {
        match access {
            Access::Read | Access::Clone => self.reads.push((index, output)),
            _ if output.pending_readers() > 0 => self.takes.push((Some(index), output)),
            _ => {}
        }
    }

    /// Orders every taker after the readers of its value.
    fn order_takes(&mut self) -> Result<(), Box<Borrow>> {
        if self.takes.is_empty() {
            return Ok(());
        }
        let takers: HashMap<OutputRef, Option<u32>> = self
            .takes
            .iter()
            .map(|&(taker, output)| (output, taker))
            .collect();
        let mut found: HashMap<OutputRef, u32> = HashMap::new();
        for (reader, output) in std::mem::take(&mut self.reads) {
            if let Some(&taker) = takers.get(&output) {
                *found.entry(output).or_default() += 1;
                if let Some(taker) = taker {
                    self.block.add_edge(reader, taker, Access::Order);
                    self.block.has_order = true;
                    self.block.wait_for(taker, 1);
                }
            }
        }
        for &(taker, output) in &self.takes {
            let found = found.get(&output).copied().unwrap_or(0);
            let pending = output.pending_readers();
            if pending > found {
                let taker = taker.map(|taker| self.block.slot(taker).task);
                return Err(Box::new(Borrow::new(output.task(), taker, pending - found)));
            }
        }
        Ok(())
    }
}
