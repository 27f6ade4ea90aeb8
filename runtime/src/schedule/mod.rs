//! Running a graph: collecting what has to run, and the workers that run it. The only module that names rayon.
//!
//! | file | what |
//! |---|---|
//! | [`collect`] | from the values asked for to a block of tasks |
//! | [`block`] | the petgraph graph, and the tables that a run walks |
//! | [`run`] | a run: alone, shared, over |
//! | [`worker`] | the worker loop |
//! | [`queue`], [`crew`], [`pool`] | ready tasks; seats and wake-ups; rayon |
//! | [`expand`] | tasks that make more tasks |
//! | [`word`], [`foreign`], [`registry`], [`frames`] | tasks that another run has claimed |
//! | [`event`], [`cost`], [`spare`] | sleeping; when waking pays; memory kept |

mod block;
mod collect;
mod cost;
mod crew;
mod event;
mod expand;
mod foreign;
mod frames;
mod pool;
mod queue;
mod registry;
mod run;
mod spare;
mod word;
mod worker;

use std::sync::Arc;

use crate::error::Borrow;
use crate::store::TaskRef;
use crate::sync::{Mutex, Ordering, lock};
use block::{Block, TaskId};
pub(crate) use collect::Root;
use collect::{collect, undo};
use queue::Queue;
pub(crate) use run::Failures;
use run::Run;
use worker::Worker;

/// In what order, and on how many threads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Mode {
    /// On the current rayon pool, as parallel as the data allows.
    #[default]
    Parallel,
    /// On the calling thread, in the order of creation.
    Sequential,
    /// On the calling thread, ready tasks in an order drawn by chance from this seed.
    Shuffled(u64),
}

/// Runs what `roots` need, but for what is left to the caller.
///
/// # Errors
/// A value would be taken that others still have to read. Nothing has started then.
pub(crate) fn run(roots: &[Root], mode: Mode) -> Result<Finished, Box<Borrow>> {
    let outer_mode = frames::share_all();
    let mode = if mode == Mode::Parallel {
        outer_mode.unwrap_or_default()
    } else {
        mode
    };
    let most = if mode == Mode::Parallel {
        pool::most()
    } else {
        1
    };
    let run = registry::add(mode, most);
    let mut block = spare::take();
    if let Err(borrow) = collect_settled(&mut block, roots, key_of(&run, 0)) {
        registry::remove(run.number);
        spare::keep_owned(block);
        return Err(borrow);
    }
    if block.lacks_inputs {
        run.failed.store(true, Ordering::Relaxed);
    }
    let block = Arc::new(block);
    let number = run.reserve_block();
    debug_assert_eq!(number, 0);
    run.open(block.clone());
    work_as_caller(&run, &block);
    Ok(Finished { run })
}

/// A run in which nothing is left but what the caller of `compute` does itself.
pub(crate) struct Finished {
    run: Arc<Run>,
}

impl Finished {
    /// Does it, on the thread that asked for the `roots`. Gives what failed.
    pub(crate) fn end(self, roots: &[Root]) -> Failures {
        for root in roots {
            self.end_task(root.output.task(), true);
        }
        self.run.close();
        spare::keep(self.run.clear_away(0));
        self.run.take_failures()
    }

    /// Runs the last task of a block, after the one that makes the block's value.
    fn end_task(&self, task: TaskRef, is_last: bool) {
        // Another run may be about it.
        let (key, index) = collect::parse_mark(task.mark());
        let id = TaskId { block: 0, index };
        if !task.is_of_caller() || !task.is_pending() || parse_key(key).0 != self.run.number {
            return;
        }
        let mut before = Vec::new();
        if is_last {
            task.edges_backwards(|_, output| before.push(output.task()));
            before.into_iter().for_each(|task| self.end_task(task, false));
        }
        let ended = if self.run.must_be_skipped(id, task) {
            task.discard()
        } else {
            task.run().map(|_| ())
        };
        if let Err(payload) = ended {
            self.run.fail_task(id, task, payload);
        }
    }
}

/// Collects without running: for looking at a graph.
pub(crate) fn collect_only<T>(roots: &[Root], see: impl FnOnce(&Block) -> T) -> T {
    let run = registry::add(Mode::Sequential, 1);
    let mut block = spare::take();
    // Readers that are not asked for do not matter here: nothing is taken.
    let _ = collect::look(&mut block, roots, key_of(&run, 0));
    let result = see(&block);
    undo(&mut block);
    registry::remove(run.number);
    spare::keep_owned(block);
    result
}

fn work_as_caller(run: &Arc<Run>, main: &Arc<Block>) {
    let queue = match run.mode {
        Mode::Parallel => Queue::Stack(Vec::new()),
        Mode::Sequential => Queue::sorted(),
        Mode::Shuffled(seed) => Queue::shuffled(seed),
    };
    let mut worker = Worker::new(run, main.clone(), queue);
    worker.await_others(0, main);
    worker.take_all_sources();
    worker.work();
    while !run.is_over() {
        run.share();
        match &mut worker.queue {
            Queue::Stack(tasks) => {
                let tasks = std::mem::take(tasks);
                if pool::can_wait_in_pool() {
                    pool::in_scope(|hands| pool::work_as_caller(run, main, tasks, hands));
                } else {
                    pool::work_as_caller(run, main, tasks, &pool::Pool);
                }
            }
            _ => worker.work(),
        }
        if !run.is_over() {
            pass_the_time(run);
        }
    }
}

/// The caller has nothing to do: helps another run with what this one waits for, or sleeps.
fn pass_the_time(run: &Arc<Run>) {
    if let Some((other, id)) = run.take_foreign() {
        foreign::help(&other, id);
        return;
    }
    let crew = run.crew();
    run.parked.store(true, Ordering::SeqCst);
    crate::sync::fence(Ordering::SeqCst);
    let something = || crew.as_ref().is_some_and(|crew| run.has_work(crew));
    run.bell
        .wait(|| run.is_over() || something() || !run.parked.load(Ordering::SeqCst));
    if !run.parked.swap(false, Ordering::SeqCst) {
        // Whoever called has counted the caller in; it counts itself when it sits down.
        if let Some(crew) = crew {
            crew.count_out();
        }
    }
}

/// The key of a block: what the marks of its tasks say besides their places. Not zero.
fn key_of(run: &Run, block: u32) -> u64 {
    assert!(
        block < 1 << BLOCK_BITS,
        "at most 2^{BLOCK_BITS} blocks at the same time"
    );
    (run.number + 1) << BLOCK_BITS | u64::from(block)
}

const BLOCK_BITS: u32 = 22;

/// The number of a run, and of a block in it.
fn parse_key(key: u64) -> (u64, u32) {
    let block = u32::try_from(key & ((1 << BLOCK_BITS) - 1)).unwrap_or(u32::MAX);
    ((key >> BLOCK_BITS).wrapping_sub(1), block)
}

/// Collects, such that what is awaited from elsewhere is being run there.
///
/// Two runs that collect at the same time may each claim tasks that the other needs. Then neither knows what it awaits:
/// it gives all its claims up and starts again, one run at a time. No work of the user's runs meanwhile.
fn collect_settled(block: &mut Block, roots: &[Root], key: u64) -> Result<(), Box<Borrow>> {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let settled = |block: &Block| {
        block
            .awaits
            .iter()
            .all(|wait| !wait.task.is_pending() || foreign::find(wait).is_some())
    };
    collect(block, roots, key)?;
    if settled(block) {
        return Ok(());
    }
    undo(block);
    let _turn = lock(&ONE_AT_A_TIME);
    loop {
        collect(block, roots, key)?;
        if settled(block) {
            return Ok(());
        }
        undo(block);
        std::thread::yield_now();
    }
}
