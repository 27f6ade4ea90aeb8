//! A run: its blocks, and what others may ask of it while it lasts.
//!
//! A run starts *alone*: the caller works off a stack of its own with plain loads and stores. It is *shared* once a second
//! worker pays, or once another run wants something of it: from then on states are changed by read-modify-writes.
//! Only the thread that runs it alone may share it: between two tasks, or when one of its tasks starts a run of its own.
//!
//! Others find a run by the marks of its tasks. They never touch the states of a run that is alone, but leave word in its
//! links and raise `wanted`, which its workers look at between tasks. Under the lock of the links, a task that is pending
//! and has the run's mark belongs to a run that goes on: a run ends by emptying its links under the same lock.
//!
//! The run is over when all its sinks are done: every other task is needed by one of them. No worker is in it then but
//! those on their way out, which the caller waits for at the gate.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Mode;
use super::aside::Aside;
use super::block::{Block, DONE, TaskId, WATCHED};
use super::blocks::Blocks;
use super::crew::Crew;
use super::event::{Event, Gate};
use super::failures::Failures;
use super::guard::Guard;
use super::ready::ReadyRange;
use crate::observe::hooks::Observed;
use crate::store::TaskRef;
use crate::sync::{Apart, AtomicBool, AtomicUsize, Mutex, Ordering, lock};

#[derive(Debug)]
pub(super) struct Run {
    pub(super) number: u64,
    pub(super) mode: Mode,
    /// How many workers it may have.
    pub(super) most: usize,
    pub(super) observed: Option<Observed>,
    /// Nothing may stop it, and nobody looks.
    pub(super) is_plain: bool,
    shared: AtomicBool,
    /// Somebody left word in `links`.
    pub(super) wanted: AtomicBool,
    /// Sinks that are not done.
    left: Apart<AtomicUsize>,
    /// Sources of the first block that no worker has taken.
    sources: ReadyRange,
    /// Successors of one task of that block, many, that became ready together, and that no worker has taken.
    pub(super) together: ReadyRange,
    pub(super) blocks: Apart<Mutex<Blocks>>,
    links: Mutex<Links>,
    pub(super) failed: AtomicBool,
    pub(super) failures: Mutex<Failures>,
    /// What may stop it.
    pub(super) guard: Option<Arc<Guard>>,
    pub(super) aside: Aside,
    crew: Mutex<Option<Arc<Crew>>>,
    /// Expanded tasks whose value still has readers.
    put_off: Mutex<Vec<TaskId>>,
    has_put_off: AtomicBool,
    /// Tasks of other runs and of other blocks whose end will be told.
    awaited: AtomicUsize,
    /// Tasks of other runs that this one waits for.
    foreign: Mutex<Vec<(Arc<Run>, TaskId)>>,
    pub(super) gate: Gate,
    /// Rung when the run is shared or over, when word is left, when the last helper leaves and when the caller is called.
    pub(super) bell: Event,
    /// The caller has nothing to do and can be called.
    pub(super) parked: AtomicBool,
}

/// What others have left word of.
#[derive(Debug, Default)]
struct Links {
    watchers: BTreeMap<TaskId, Vec<(TaskRef, Watcher)>>,
    /// Tasks of this run that have one predecessor less to wait for.
    inbox: Vec<TaskId>,
}

/// Somebody who waits for a task.
#[derive(Clone, Debug)]
pub(super) enum Watcher {
    /// A task of this run, or of another.
    Task(Arc<Run>, TaskId),
    /// A thread.
    Thread(Arc<Event>),
}

impl Watcher {
    fn notify(self) {
        match self {
            Watcher::Task(run, id) => run.deliver(id),
            Watcher::Thread(event) => event.ring(),
        }
    }
}

/// Whether somebody will be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Watch {
    /// Yes, when it is done.
    Later,
    /// No, it is done.
    Done,
}

impl Run {
    pub(super) fn new(
        number: u64,
        mode: Mode,
        most: usize,
        guard: Option<Arc<Guard>>,
        observed: Option<Observed>,
    ) -> Self {
        Run {
            number,
            mode,
            most,
            is_plain: guard.is_none() && observed.is_none(),
            observed,
            shared: AtomicBool::new(false),
            wanted: AtomicBool::new(false),
            left: Apart::default(),
            sources: ReadyRange::default(),
            together: ReadyRange::default(),
            blocks: Apart(Mutex::new(Blocks {
                all: vec![None],
                free: Vec::new(),
            })),
            links: Mutex::default(),
            failed: AtomicBool::new(false),
            failures: Mutex::default(),
            guard,
            aside: Aside::default(),
            crew: Mutex::new(None),
            put_off: Mutex::default(),
            has_put_off: AtomicBool::new(false),
            awaited: AtomicUsize::new(0),
            foreign: Mutex::default(),
            gate: Gate::new(),
            bell: Event::default(),
            parked: AtomicBool::new(false),
        }
    }

    /// Was it never shared, and is there nothing in it that tells of what it ran?
    pub(super) fn was_plain(&self) -> bool {
        let none = |flag: &AtomicBool| !flag.load(Ordering::Relaxed);
        let alone = none(&self.shared) && none(&self.failed) && none(&self.has_put_off);
        alone && self.is_plain && self.mode == Mode::Parallel
    }

    /// Makes a plain run that is over a new one. Whoever finds it by a mark of what it ran before finds nothing to do.
    pub(super) fn start_again(&self) {
        self.wanted.store(false, Ordering::Relaxed);
        self.gate.open();
    }

    /// Lays down the first block. Others can find the run from here on.
    pub(super) fn open(&self, block: Arc<Block>) {
        self.left.store(block.sinks(), Ordering::Relaxed);
        self.sources.fill(&block.source_places());
        self.lay_down(0, block);
    }

    pub(super) fn is_over(&self) -> bool {
        self.left.load(Ordering::Acquire) == 0
    }

    /// So many sinks less.
    pub(super) fn sinks_done(&self, many: usize) {
        let last = if self.is_shared() {
            self.left.fetch_sub(many, Ordering::AcqRel) == many
        } else {
            let left = self.left.load(Ordering::Relaxed) - many;
            self.left.store(left, Ordering::Release);
            left == 0
        };
        if last && self.is_shared() {
            self.bell.ring();
        }
    }

    /// May other threads change states?
    pub(super) fn is_shared(&self) -> bool {
        self.shared.load(Ordering::Acquire)
    }

    /// From here on they may. Called by the thread that runs it alone.
    pub(super) fn share(&self) {
        if self.is_shared() {
            return;
        }
        if self.mode == Mode::Parallel
            && self.most > 1
            && let Some(main) = self.block(0)
        {
            main.put_in_order(&self.sources.places(), self.most);
        }
        *lock(&self.crew) = Some(Arc::new(Crew::new(self.most)));
        let mut told = Vec::new();
        {
            let mut links = lock(&self.links);
            links.watchers.retain(|id, watchers| {
                // A task that is watched is alive. While it is pending, its block is there.
                let pending = watchers.iter().all(|(task, _)| task.is_pending());
                let block = if pending { self.block(id.block) } else { None };
                let done = block.is_none_or(|block| watch(&block, *id));
                if done {
                    told.append(watchers);
                }
                !done
            });
            self.shared.store(true, Ordering::Release);
        }
        for (_, watcher) in told {
            watcher.notify();
        }
        self.bell.ring();
    }

    /// Ready tasks of the first block that no worker has taken: what sources lead to goes before more sources.
    pub(super) fn not_taken(&self) -> [&ReadyRange; 2] {
        [&self.together, &self.sources]
    }

    /// The place of the next of them.
    #[inline]
    pub(super) fn take(&self, shared: bool) -> Option<u32> {
        let take = |range: &ReadyRange| range.take(shared);
        take(&self.together).or_else(|| take(&self.sources))
    }

    /// How many of them there are.
    #[inline]
    pub(super) fn left_to_take(&self) -> usize {
        self.together.len() + self.sources.len()
    }

    pub(super) fn put_off(&self, id: TaskId) {
        lock(&self.put_off).push(id);
        self.has_put_off.store(true, Ordering::Release);
    }

    pub(super) fn take_put_off(&self) -> Vec<TaskId> {
        if !self.has_put_off.load(Ordering::Acquire) {
            return Vec::new();
        }
        std::mem::take(&mut lock(&self.put_off))
    }

    /// Will somebody tell of the end of a task?
    pub(super) fn awaits_others(&self) -> bool {
        self.awaited.load(Ordering::Acquire) > 0
    }

    pub(super) fn await_one_more(&self) {
        self.awaited.fetch_add(1, Ordering::AcqRel);
    }

    pub(super) fn await_one_less(&self) {
        self.awaited.fetch_sub(1, Ordering::AcqRel);
    }

    pub(super) fn add_foreign(&self, run: Arc<Run>, id: TaskId) {
        lock(&self.foreign).push((run, id));
    }

    pub(super) fn take_foreign(&self) -> Option<(Arc<Run>, TaskId)> {
        lock(&self.foreign).pop()
    }

    pub(super) fn crew(&self) -> Option<Arc<Crew>> {
        lock(&self.crew).clone()
    }

    /// Asks to be told when `task`, which was claimed by `mark`, is done. The caller keeps the task alive until it is told.
    pub(super) fn watch(&self, task: TaskRef, mark: u64, id: TaskId, watcher: Watcher) -> Watch {
        let mut links = lock(&self.links);
        if !task.is_pending() || task.mark() != mark {
            return Watch::Done;
        }
        if self.is_shared() {
            let Some(block) = self.block(id.block) else {
                return Watch::Done;
            };
            if watch(&block, id) {
                return Watch::Done;
            }
        }
        links.watchers.entry(id).or_default().push((task, watcher));
        drop(links);
        self.call_attention();
        Watch::Later
    }

    /// The same for somebody who is inside of a shared run and holds the task's block.
    pub(super) fn watch_place(&self, block: &Block, id: TaskId, watcher: Watcher) -> Watch {
        let mut links = lock(&self.links);
        if watch(block, id) {
            return Watch::Done;
        }
        let task = block.slot(id.index).task;
        links.watchers.entry(id).or_default().push((task, watcher));
        Watch::Later
    }

    /// Is there anything to do?
    pub(super) fn has_work(&self, crew: &Crew) -> bool {
        let stuck = || !crew.has_workers() && !self.awaits_others() && self.aside.is_empty();
        let put_off = || stuck() && !lock(&self.put_off).is_empty();
        crew.has_work()
            || put_off()
            || self.wanted.load(Ordering::SeqCst)
            || self.has_aside_due()
            || self.left_to_take() > 0
    }

    /// Tells those who wait for a task that it is done.
    pub(super) fn tell(&self, id: TaskId) {
        let told = lock(&self.links).watchers.remove(&id);
        for (_, watcher) in told.into_iter().flatten() {
            watcher.notify();
        }
    }

    /// Leaves word that a task has one predecessor less to wait for.
    fn deliver(&self, id: TaskId) {
        lock(&self.links).inbox.push(id);
        self.call_attention();
    }

    pub(super) fn call_attention(&self) {
        self.wanted.store(true, Ordering::SeqCst);
        self.bell.ring();
    }

    /// What was left in the inbox; and does somebody watch?
    pub(super) fn read_word(&self) -> (Vec<TaskId>, bool) {
        let mut links = lock(&self.links);
        self.wanted.store(false, Ordering::SeqCst);
        self.awaited.fetch_sub(links.inbox.len(), Ordering::AcqRel);
        (std::mem::take(&mut links.inbox), !links.watchers.is_empty())
    }

    /// Everything is done: nobody enters any more, and whoever still waits is told.
    pub(super) fn close(&self) {
        self.gate.close();
        let watchers = std::mem::take(&mut lock(&self.links).watchers);
        for (_, watcher) in watchers.into_values().flatten() {
            watcher.notify();
        }
        // Only a run that awaits others has what is foreign, and then it counts as one that may have failed.
        if self.failed.load(Ordering::Relaxed) {
            lock(&self.foreign).clear();
        }
        if !self.gate.is_empty() {
            if !self.is_shared() {
                // A visitor waits for it to be shared or over, and nobody has rung.
                self.bell.ring();
            }
            self.bell.wait(|| self.gate.is_empty());
        }
        lock(&self.blocks).all[0] = None;
    }
}

/// Sets the flag of a task that is watched; is it done already?
fn watch(block: &Block, id: TaskId) -> bool {
    block
        .slot(id.index)
        .state
        .fetch_or(WATCHED, Ordering::AcqRel)
        & DONE
        != 0
}
