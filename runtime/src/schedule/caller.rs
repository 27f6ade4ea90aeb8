//! What the thread that calls `compute` does.
//!
//! It works as one of the workers. Where the run is to be on a pool that the thread does not belong to, it only waits: rayon
//! work inside of tasks would go to another pool otherwise. It does not enter that pool as a job either (`install`): a thread
//! of the pool that waits for parallel work inside of a task might take the job up, on top of a task that the run needs.

use std::sync::Arc;

use super::Mode;
use super::block::Block;
use super::foreign;
use super::frames;
use super::pool;
use super::queue::Queue;
use super::rayon;
use super::run::Run;
use super::worker::Worker;
use crate::sync::{Ordering, fence};

/// Works until the run is over: alone at first, then with helpers, and where there is nothing to do, waits.
pub(super) fn work(run: &Arc<Run>, main: &Arc<Block>) {
    let queue = match run.mode {
        Mode::Parallel => Queue::Stack(Vec::new()),
        Mode::Sequential => Queue::sorted(),
        Mode::Shuffled(seed) => Queue::shuffled(seed),
    };
    let mut worker = Worker::new(run, main, queue);
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
    fence(Ordering::SeqCst);
    let something = || crew.as_ref().is_some_and(|crew| run.has_work(crew));
    run.bell.wait_until(
        || run.wake_at(),
        || run.is_over() || something() || !run.parked.load(Ordering::SeqCst),
    );
    if !run.parked.swap(false, Ordering::SeqCst) {
        // Whoever called has counted the caller in; it counts itself when it sits down.
        if let Some(crew) = crew {
            crew.count_out();
        }
    }
}

/// Lets the threads of a pool do the run, and waits.
pub(super) fn wait(run: &Arc<Run>, main: &Arc<Block>, pool: &rayon::ThreadPool) {
    run.share();
    let Some(crew) = run.crew() else { return };
    let mut worker = Worker::new(run, main, Queue::Handed(Vec::new()));
    worker.await_others(0, main);
    loop {
        worker.hand_over(&crew);
        if run.has_work(&crew) && crew.count_in() {
            pool::spawn_in(pool, run.clone());
        }
        // Whoever waits inside of a task of another run may be what that run waits for.
        if frames::inside_a_task()
            && let Some((other, id)) = run.take_foreign()
        {
            foreign::help(&other, id);
        }
        let left_alone = || !crew.has_workers() && run.has_work(&crew);
        run.bell.wait_until(
            || run.wake_at(),
            || run.is_over() || left_alone() || run.wanted.load(Ordering::SeqCst),
        );
        if run.is_over() {
            return;
        }
        worker.attend();
    }
}
