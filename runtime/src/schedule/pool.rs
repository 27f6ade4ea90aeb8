//! The rayon pool: where helpers come from, and how a caller waits on one of its threads.

use std::sync::Arc;

use super::block::{Block, TaskId};
use super::crew::Crew;
use super::frames;
use super::queue::Queue;
use super::rayon;
use super::run::Run;
use super::worker::Worker;
use crate::store;

/// A pool for an executor of its own.
pub(crate) fn new_pool(threads: usize) -> Result<rayon::ThreadPool, rayon::ThreadPoolBuildError> {
    rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .thread_name(|number| format!("tembel-{number}"))
        .build()
}

/// A way to have more workers.
pub(super) trait Hands {
    fn spawn(&self, run: Arc<Run>);
}

/// The pool that the thread belongs to, or the global one.
pub(super) struct Pool;

impl Hands for Pool {
    fn spawn(&self, run: Arc<Run>) {
        rayon::spawn(move || help(&run, &Pool));
    }
}

impl Hands for rayon::Scope<'static> {
    fn spawn(&self, run: Arc<Run>) {
        rayon::Scope::spawn(self, move |scope| help(&run, scope));
    }
}

/// One more worker, on a pool that this thread may not belong to.
pub(super) fn spawn_in(pool: &rayon::ThreadPool, run: Arc<Run>) {
    pool.spawn(move || help(&run, &Pool));
}

/// How many workers a run on this thread may have.
pub(super) fn most() -> usize {
    rayon::current_num_threads()
}

/// Is this one of a pool's threads, with nothing of ours on its stack? It can wait as rayon does, and be of use meanwhile.
pub(super) fn can_wait_in_pool() -> bool {
    rayon::current_thread_index().is_some() && !frames::inside_a_task()
}

/// Calls `work`, then waits until all helpers have left, as rayon waits: doing other jobs of the pool. That is how a caller
/// without a task of its own helps with parallel work inside of tasks. rayon cannot tell that from jobs of others, so it may
/// end up in one of those, and go on after it, as it would in `join`. Helpers leave the run before rayon has them again, so
/// what they do then holds up nobody.
pub(super) fn in_scope(work: impl FnOnce(&dyn Hands)) {
    rayon::in_place_scope(|scope: &rayon::Scope<'static>| work(scope));
}

/// What a helper does: enter, work while there is something to do, leave.
fn help(run: &Arc<Run>, hands: &dyn Hands) {
    let Some(crew) = run.crew() else { return };
    // A task that runs parallel work of its own waits on this thread, and rayon gave it this job to pass the time. A
    // task on top of it could wait for it. The thread comes when it is done with that task.
    if frames::owe(run) {
        crew.count_out();
        return;
    }
    if !run.gate.enter() {
        return;
    }
    if let Some(main) = run.block(0) {
        loop {
            work_in_a_seat(run, &main, &crew, Vec::new(), hands);
            if run.is_over() || !run.has_work(&crew) || !crew.count_in() {
                break;
            }
        }
    }
    // Who builds the next graph may be another thread, and can have the memory.
    store::settle();
    if run.gate.leave() {
        run.bell.ring();
    }
}

/// Comes to the runs that asked while a task was at work on this thread.
pub(super) fn pay(owed: Vec<Arc<Run>>) {
    for run in owed {
        if run
            .crew()
            .is_some_and(|crew| run.has_work(&crew) && crew.count_in())
        {
            Pool.spawn(run);
        }
    }
}

/// What the caller does in a run that is shared, with the tasks it has at hand.
pub(super) fn work_as_caller(
    run: &Arc<Run>,
    main: &Arc<Block>,
    mut tasks: Vec<TaskId>,
    hands: &dyn Hands,
) {
    let Some(crew) = run.crew() else { return };
    loop {
        crew.count_caller_in();
        work_in_a_seat(run, main, &crew, std::mem::take(&mut tasks), hands);
        if run.is_over() || !run.has_work(&crew) {
            return;
        }
    }
}

/// Works until nothing is found, and takes itself off the count.
fn work_in_a_seat(
    run: &Arc<Run>,
    main: &Arc<Block>,
    crew: &Arc<Crew>,
    tasks: Vec<TaskId>,
    hands: &dyn Hands,
) {
    let (seat, deque) = crew.sit();
    for id in tasks {
        deque.push(id);
    }
    let mut worker = Worker::new(run, main, Queue::Deque(deque));
    worker.seat = Some((crew.clone(), seat));
    worker.hands = Some(hands);
    worker.work();
    if let Queue::Deque(deque) = worker.queue {
        crew.stand_up(seat, deque);
    }
    crew.count_out();
}
