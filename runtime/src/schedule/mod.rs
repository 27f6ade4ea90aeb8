//! Running a graph: collecting what has to run, and the workers that run it. The only module that names rayon.
//!
//! | file | what |
//! |---|---|
//! | [`collect`], [`found`] | from the values asked for to a block of tasks; in which order |
//! | [`block`] | the petgraph graph, and the tables that a run walks |
//! | [`run`], [`failures`] | a run: alone, shared, over; what failed in it |
//! | [`worker`], [`plain`], [`alone`], [`finish`], [`caller`] | the worker loop; for most tasks; the same by one worker; after a task; what the caller does besides |
//! | [`queue`], [`ready`], [`order`] | ready tasks, one by one; many together; which go first |
//! | [`crew`], [`pool`] | seats and wake-ups; rayon |
//! | [`expand`] | tasks that make more tasks |
//! | [`guard`], [`limit`] | what may stop a run; at most so many of a kind |
//! | [`careful`], [`aside`] | starting where one of those is; what may not start now |
//! | [`word`], [`foreign`], [`registry`], [`frames`] | tasks that another run has claimed |
//! | [`watched`] | what observers are told |
//! | [`left`] | what the thread that asks does itself |
//! | [`event`], [`cost`], [`spare`] | sleeping; when waking pays; memory kept |

mod alone;
mod aside;
mod block;
mod blocks;
mod caller;
mod careful;
mod collect;
mod cost;
mod crew;
mod event;
mod expand;
mod failures;
mod finish;
mod foreign;
mod found;
mod frames;
mod guard;
mod left;
mod limit;
#[cfg(all(loom, test))]
mod models;
mod order;
mod plain;
mod pool;
mod queue;
#[cfg(loom)]
mod rayon;
mod ready;
mod registry;
mod room;
mod run;
mod spare;
mod watched;
mod word;
mod worker;

use std::sync::Arc;

use crate::error::Borrow;
use crate::observe::hooks::{Observed, Observers};
use crate::store;
use crate::sync::{Mutex, Ordering, global, lock, yield_now};
#[cfg(not(loom))]
use ::rayon;
pub(crate) use aside::pause;
use block::Block;
pub(crate) use collect::Root;
use collect::{Refused, collect, undo};
pub(crate) use failures::Failures;
pub(crate) use frames::inside_a_task;
pub(crate) use guard::Bounds;
use guard::Guard;
use limit::GivenUp;
pub use limit::Limit;
pub(crate) use plain::MANY;
pub(crate) use pool::new_pool;
pub(crate) use rayon::{ThreadPool, ThreadPoolBuildError};
use run::Run;
pub(crate) use watched::attempted;

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

/// Runs what `roots` need, on a pool that is given or on the current one. Gives what failed.
///
/// # Errors
/// A value would be taken that others still have to read. Nothing has started then.
pub(crate) fn run(
    roots: &[Root],
    mode: Mode,
    pool: Option<&rayon::ThreadPool>,
    bounds: &Bounds,
    observers: &Observers,
) -> Result<Failures, Box<Borrow>> {
    let outer_mode = frames::share_all();
    let _given_up = outer_mode.map(|_| GivenUp::start());
    let around = outer_mode.and_then(|_| frames::guard());
    let guard = Guard::new(bounds, around.as_deref());
    let mode = match mode {
        Mode::Parallel => outer_mode.unwrap_or_default(),
        _ => mode,
    };
    // Inside of the pool, it is the current one.
    let pool = pool.filter(|pool| mode == Mode::Parallel && pool.current_thread_index().is_none());
    let most = match (mode, pool) {
        (Mode::Parallel, Some(pool)) => pool.current_num_threads(),
        (Mode::Parallel, None) => pool::most(),
        _ => 1,
    };
    let run = registry::add(mode, most, guard, Observed::new(observers, most));
    let block = match collect_for(&run, roots) {
        Ok(block) => block,
        Err(borrow) => {
            run.close();
            registry::remove(&run);
            return Err(borrow);
        }
    };
    run.open(block.clone());
    run.tell_started(&block);
    match pool {
        Some(pool) if !run.is_over() => caller::wait(&run, &block, pool),
        _ => caller::work(&run, &block),
    }
    run.do_what_is_left(roots);
    run.close();
    run.tell_finished();
    spare::keep_first(block);
    let failures = run.take_failures();
    registry::remove(&run);
    store::run_over();
    Ok(failures)
}

/// Is the run to stop whose task is at work on this thread?
pub(crate) fn is_stopping() -> bool {
    frames::guard().is_some_and(|guard| guard.is_due())
}

/// The first block of a run.
fn collect_for(run: &Run, roots: &[Root]) -> Result<Arc<Block>, Box<Borrow>> {
    let mut spare = spare::take();
    let block = spare::unique(&mut spare);
    while let Err(refused) = collect_settled(block, roots, key_of(run, 0)) {
        // Some readers may be asked for here, and be at work in another run: then this one waits for them.
        let waits = !refused.pending.is_empty();
        for (other, id) in refused.pending.into_iter().flatten() {
            foreign::help(&other, id);
        }
        if !waits {
            spare::keep(Some(spare));
            return Err(refused.borrow);
        }
    }
    if block.lacks_inputs {
        run.failed.store(true, Ordering::Relaxed);
    }
    if let Some(observed) = &run.observed {
        block.be_observed(observed);
    }
    Ok(spare)
}

/// Collects without running: for looking at a graph.
pub(crate) fn collect_only<T>(roots: &[Root], see: impl FnOnce(&Block) -> T) -> T {
    let run = registry::add(Mode::Sequential, 1, None, None);
    let mut spare = spare::take();
    let block = spare::unique(&mut spare);
    // Readers that are not asked for do not matter here: nothing is taken.
    let _ = collect::look(block, roots, key_of(&run, 0));
    let result = see(block);
    undo(block);
    registry::remove(&run);
    spare::keep_first(spare);
    result
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
fn collect_settled(block: &mut Block, roots: &[Root], key: u64) -> Result<(), Refused> {
    global! {
        static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    }
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
        yield_now();
    }
}
