//! A block: tasks that were collected together, as a petgraph graph and as the tables that a run walks.
//!
//! petgraph's own adjacency costs up to four times as much to walk while running, so successors are kept in one array as
//! well; counter, successors and task of a node share a slot of sixteen bytes, since each array of its own would be a
//! cache miss of its own. What a node waits for is looked up in the petgraph graph, which is needed rarely.

use std::ops::Range;
use std::sync::OnceLock;

use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use super::found::Found;
use super::order::Order;
use crate::graph::Access;
use crate::observe::event::Tasks;
use crate::store::TaskRef;
use crate::sync::{AtomicBool, AtomicU32, Ordering, with_mut};

/// The graph that a run works off: one node a task, in the order of the slots.
pub(crate) type TaskGraph = DiGraph<(), Access>;

/// A task of a run: its block and its place there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TaskId {
    pub(crate) block: u32,
    pub(crate) index: u32,
}

/// The state of a task in a run: the number of predecessors that are not done, and these flags.
pub(crate) const STARTED: u32 = 1 << 31;
/// Somebody outside of the block wants to know when it is done.
pub(crate) const WATCHED: u32 = 1 << 30;
/// It ran, failed, or was dropped.
pub(crate) const DONE: u32 = 1 << 29;

/// The place of a value that is asked for and that another run computes.
pub(crate) const NOBODY: u32 = u32::MAX;

/// No successors.
const NONE: u32 = u32::MAX;
/// Marks the last successor of a task.
const LAST: u32 = 1 << 31;

#[derive(Debug)]
pub(crate) struct Slot {
    pub(crate) task: TaskRef,
    pub(crate) state: AtomicU32,
    /// Where its successors start; while collecting, how many there are.
    first: u32,
}

/// A predecessor that is in another block, or in another run.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Await {
    pub(crate) index: u32,
    pub(crate) task: TaskRef,
    /// The claim on it, when it was found.
    pub(crate) mark: u64,
}

impl Slot {
    /// Starts the task in a shared run, unless somebody else has, or it is not ready any more.
    pub(crate) fn claim(&self) -> bool {
        let start = |state: u32| (state & !WATCHED == 0).then_some(state | STARTED);
        let claimed = self
            .state
            .fetch_update(Ordering::AcqRel, Ordering::Relaxed, start);
        claimed.is_ok()
    }

    /// Leaves it to others to start it.
    pub(crate) fn unclaim(&self) {
        self.state.fetch_and(!STARTED, Ordering::Release);
    }
}

/// The first of a task's successors, as it stands in the table.
#[derive(Clone, Copy)]
pub(super) struct Foreseen(u32);

impl Foreseen {
    /// Does no task of its block wait for it?
    pub(super) fn is_nobody(self) -> bool {
        self.0 == NONE
    }

    /// The successor, where there is one only.
    pub(super) fn only_one(self) -> Option<u32> {
        (self.0 & LAST != 0).then_some(self.0 & !LAST)
    }
}

#[derive(Debug, Default)]
pub(crate) struct Block {
    pub(crate) graph: TaskGraph,
    pub(crate) slots: Vec<Slot>,
    successors: Vec<u32>,
    pub(crate) sources: Vec<u32>,
    /// Which tasks go first, where that was found out.
    pub(super) order: OnceLock<Order>,
    pub(crate) awaits: Vec<Await>,
    /// Of the collector: tasks whose edges are still to be followed.
    pub(super) found: Found,
    /// A value that is needed will not come: its task failed before.
    pub(crate) lacks_inputs: bool,
    /// It has edges that no value passes along: not every successor of a task uses its value.
    pub(super) has_order: bool,
    /// It was not collected from its newest task back.
    pub(super) has_many_roots: bool,
    /// The order of the newest task of the last large block that had this place.
    pub(super) newest_before: u64,
    /// Its tasks are done, and its number may be another block's. Who gets a task of that block got it after this was set.
    pub(super) is_gone: AtomicBool,
    /// The task that waits for the last one of this block.
    pub(crate) outer: Option<TaskId>,
    /// What observers of the run are told of its tasks.
    pub(crate) observed: Option<Tasks>,
}

impl Block {
    #[inline]
    pub(crate) fn add_task(&mut self, task: TaskRef) {
        self.slots.push(Slot {
            task,
            state: AtomicU32::new(0),
            first: 0,
        });
        self.graph.add_node(());
    }

    /// Adds an edge. Its target does not wait for it yet.
    #[inline]
    pub(crate) fn add_edge(&mut self, from: u32, to: u32, access: Access) {
        let [source, target] = [from, to].map(|index| NodeIndex::new(index as usize));
        let added = self.graph.try_add_edge(source, target, access);
        assert!(added.is_ok(), "a graph has fewer than 2^32 edges");
        self.slots[from as usize].first += 1;
    }

    /// A task waits for this many more.
    pub(crate) fn wait_for(&mut self, index: u32, more: u32) {
        with_mut(&mut self.slots[index as usize].state, |count| {
            *count += more;
        });
    }

    /// Builds the table of successors and the list of tasks that can start.
    pub(crate) fn finish(&mut self) {
        self.successors.clear();
        self.successors.reserve_exact(self.graph.edge_count());
        self.successors.resize(self.graph.edge_count(), 0);
        // First each slot says where its successors end. They are filled in from there backwards, so that the last found come
        // first: those were created first. A run that goes on with the first one that is ready passes through memory too.
        let mut end = 0;
        for slot in &mut self.slots {
            let degree = slot.first;
            end += degree;
            slot.first = end;
            if degree == 0 {
                slot.first = NONE;
            } else {
                self.successors[end as usize - 1] = LAST;
            }
        }
        for edge in self.graph.raw_edges() {
            let first = &mut self.slots[edge.source().index()].first;
            *first -= 1;
            self.successors[*first as usize] |=
                u32::try_from(edge.target().index()).unwrap_or(NONE);
        }
        self.sources.clear();
        for (index, slot) in (0..).zip(&self.slots) {
            if slot.state.load(Ordering::Relaxed) == 0 {
                self.sources.push(index);
            }
        }
        self.order_sources();
    }

    /// Tasks that could start in any order start as they stand in the program, as far as that costs nothing: what they do
    /// besides their values then looks as expected. They were found from the end of the program.
    fn order_sources(&mut self) {
        const FEW: usize = 64;
        if self.sources.len() <= FEW {
            let slots = &self.slots;
            let order = |index: &u32| slots[*index as usize].task.order();
            self.sources.sort_unstable_by_key(order);
        } else {
            self.sources.reverse();
        }
    }

    /// Is there nothing to run or to wait for?
    pub(crate) fn is_empty(&self) -> bool {
        self.slots.is_empty() && self.awaits.is_empty()
    }

    pub(crate) fn slot(&self, index: u32) -> &Slot {
        &self.slots[index as usize]
    }

    /// Does no task of this block wait for it?
    pub(crate) fn is_sink(&self, index: u32) -> bool {
        self.slot(index).first == NONE
    }

    /// How many tasks nobody here waits for, with those that are computed elsewhere.
    pub(crate) fn sinks(&self) -> usize {
        let elsewhere = self
            .awaits
            .iter()
            .filter(|wait| wait.index == NOBODY)
            .count();
        elsewhere + self.slots.iter().filter(|slot| slot.first == NONE).count()
    }

    /// The tasks that wait for it.
    pub(crate) fn successors(&self, index: u32) -> impl Iterator<Item = u32> {
        self.successors_of(self.slot(index))
    }

    /// The same, each with its place among the successors of all tasks. The last one is given without another look at the block.
    pub(crate) fn successor_places(&self, index: u32) -> impl Iterator<Item = (u32, u32)> {
        let mut at = self.slot(index).first;
        std::iter::from_fn(move || {
            if at == NONE {
                return None;
            }
            let place = at;
            let next = self.successors[at as usize];
            at = if next & LAST == 0 { at + 1 } else { NONE };
            Some((place, next & !LAST))
        })
    }

    /// Who waits for the task of this slot, looked up before it runs: what is looked at when it has run is fetched meanwhile.
    #[inline]
    pub(super) fn foresee(&self, slot: &Slot) -> Foreseen {
        let Some(&first) = self.successors.get(slot.first as usize) else {
            return Foreseen(NONE);
        };
        self.slot(first & !LAST).task.prefetch();
        Foreseen(first)
    }

    /// The tasks that wait for the one of this slot.
    #[inline]
    pub(super) fn successors_of(&self, slot: &Slot) -> impl Iterator<Item = u32> {
        // Of a sink there is no such place.
        let all = self.successors.get(slot.first as usize..);
        let mut rest = all.unwrap_or_default().iter();
        std::iter::from_fn(move || {
            let next = *rest.next()?;
            if next & LAST != 0 {
                rest = [].iter();
            }
            Some(next & !LAST)
        })
    }

    /// The places of the sources, which follow those of the successors.
    pub(crate) fn source_places(&self) -> Range<u32> {
        let place = |place: usize| u32::try_from(place).expect("fewer than 2^32 tasks and edges");
        let first = self.successors.len();
        place(first)..place(first + self.sources.len())
    }

    /// The task at a place, in a run that is shared or not.
    #[inline]
    pub(crate) fn at(&self, place: u32, shared: bool) -> u32 {
        let place = place as usize;
        match self.successors.get(place) {
            Some(successor) => successor & !LAST,
            None if shared => self.ordered_sources()[place - self.successors.len()],
            None => self.sources[place - self.successors.len()],
        }
    }

    /// The tasks of this block that it waits for.
    pub(crate) fn predecessors(&self, index: u32) -> impl Iterator<Item = u32> {
        let edges = self
            .graph
            .edges_directed(NodeIndex::new(index as usize), petgraph::Incoming);
        edges.map(|edge| u32::try_from(edge.source().index()).unwrap_or(NONE))
    }

    /// How many tasks and edges it has.
    pub(crate) fn size(&self) -> usize {
        self.slots.len() + self.successors.len()
    }

    /// How many it has room for.
    pub(crate) fn room(&self) -> usize {
        self.slots.capacity() + self.successors.capacity()
    }

    /// Empties it, and keeps its memory for the next block, if there is room in it for no more than `most` tasks and edges.
    pub(crate) fn recycle(&mut self, most: usize) {
        self.outer = None;
        self.observed = None;
        self.is_gone = AtomicBool::new(false);
        self.lacks_inputs = false;
        self.has_order = false;
        self.has_many_roots = false;
        self.order = OnceLock::new();
        if self.room() > most {
            *self = Block {
                newest_before: self.newest_before,
                ..Block::default()
            };
            return;
        }
        self.graph.clear();
        self.slots.clear();
        self.successors.clear();
        self.sources.clear();
        self.awaits.clear();
        self.found.clear();
    }
}
