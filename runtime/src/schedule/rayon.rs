//! In the place of rayon, which loom cannot look into: a pool of loom's threads, as far as the schedule uses one.

#![allow(
    unnameable_types,
    unreachable_pub,
    clippy::unused_self,
    clippy::unnecessary_wraps,
    reason = "the signatures are rayon's, and nobody uses the library so"
)]

use std::cell::Cell;
use std::collections::VecDeque;
use std::marker::PhantomData;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;

use crate::sync::{Condvar, Mutex, MutexGuard, Ordering, global, lock, per_thread};

type Job = Box<dyn FnOnce() + Send>;

/// The only pool there is.
#[derive(Default)]
struct Shared {
    jobs: Mutex<Jobs>,
    changed: Condvar,
    threads: AtomicUsize,
}

#[derive(Default)]
struct Jobs {
    waiting: VecDeque<Job>,
    closed: bool,
}

global! {
    static POOL: Shared = Shared::default();
}

per_thread! {
    static INDEX: Cell<Option<usize>> = const { Cell::new(None) };
}

impl Shared {
    fn push(&self, job: Job) {
        lock(&self.jobs).waiting.push_back(job);
        self.changed.notify_all();
    }

    /// Does jobs until `done`, which is looked at under the lock.
    fn serve(&self, done: impl Fn(&Jobs) -> bool) {
        let mut jobs = lock(&self.jobs);
        loop {
            if let Some(job) = jobs.waiting.pop_front() {
                drop(jobs);
                job();
                jobs = lock(&self.jobs);
            } else if done(&jobs) {
                return;
            } else {
                jobs = self.wait(jobs);
            }
        }
    }

    fn wait<'j>(&self, jobs: MutexGuard<'j, Jobs>) -> MutexGuard<'j, Jobs> {
        self.changed
            .wait(jobs)
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// Calls `work` on a thread outside of the pool, which has this many threads.
#[cfg(test)]
pub(super) fn with_pool(threads: usize, work: impl FnOnce()) {
    POOL.threads.store(threads, Ordering::Relaxed);
    serve_while(1..=threads, work);
}

/// The same, where the calling thread stands for one more: a run by two workers needs one other thread.
#[cfg(test)]
pub(super) fn with_helpers(helpers: usize, work: impl FnOnce()) {
    POOL.threads.store(helpers + 1, Ordering::Relaxed);
    serve_while(1..=helpers, work);
}

/// The same, on a thread of the pool.
#[cfg(test)]
pub(super) fn with_helpers_inside(helpers: usize, work: impl FnOnce()) {
    INDEX.set(Some(0));
    with_helpers(helpers, work);
}

#[cfg(test)]
fn serve_while(threads: impl Iterator<Item = usize>, work: impl FnOnce()) {
    let serve = |index| {
        move || {
            INDEX.set(Some(index));
            POOL.serve(|jobs| jobs.closed);
            super::registry::thread_ends();
        }
    };
    let threads: Vec<_> = threads
        .map(|index| loom::thread::spawn(serve(index)))
        .collect();
    work();
    lock(&POOL.jobs).closed = true;
    POOL.changed.notify_all();
    for thread in threads {
        thread.join().expect("a worker ends");
    }
}

pub(super) fn spawn(job: impl FnOnce() + Send + 'static) {
    POOL.push(Box::new(job));
}

pub(super) fn current_num_threads() -> usize {
    POOL.threads.load(Ordering::Relaxed)
}

pub(super) fn current_thread_index() -> Option<usize> {
    INDEX.get()
}

/// Ends when its jobs have ended.
pub(super) struct Scope<'s> {
    left: Arc<AtomicUsize>,
    region: PhantomData<&'s ()>,
}

impl Scope<'static> {
    pub(super) fn spawn(&self, job: impl FnOnce(&Scope<'static>) + Send + 'static) {
        let inner = Scope {
            left: self.left.clone(),
            region: PhantomData,
        };
        self.left.fetch_add(1, Ordering::Relaxed);
        POOL.push(Box::new(move || {
            job(&inner);
            let _jobs = lock(&POOL.jobs);
            inner.left.fetch_sub(1, Ordering::Relaxed);
            POOL.changed.notify_all();
        }));
    }
}

pub(super) fn in_place_scope(work: impl FnOnce(&Scope<'static>)) {
    let scope = Scope {
        left: Arc::default(),
        region: PhantomData,
    };
    work(&scope);
    POOL.serve(|_| scope.left.load(Ordering::Relaxed) == 0);
}

#[derive(Debug)]
pub struct ThreadPool;

impl ThreadPool {
    pub(super) fn current_thread_index(&self) -> Option<usize> {
        current_thread_index()
    }

    pub(super) fn current_num_threads(&self) -> usize {
        current_num_threads()
    }

    pub(super) fn spawn(&self, job: impl FnOnce() + Send + 'static) {
        spawn(job);
    }
}

#[derive(Debug)]
pub struct ThreadPoolBuildError;

impl std::fmt::Display for ThreadPoolBuildError {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        unreachable!("it is never built")
    }
}

impl std::error::Error for ThreadPoolBuildError {}

#[derive(Default)]
pub(super) struct ThreadPoolBuilder;

impl ThreadPoolBuilder {
    pub(super) fn new() -> Self {
        ThreadPoolBuilder
    }

    pub(super) fn num_threads(self, _: usize) -> Self {
        self
    }

    pub(super) fn thread_name(self, _: impl FnMut(usize) -> String) -> Self {
        self
    }

    pub(super) fn build(self) -> Result<ThreadPool, ThreadPoolBuildError> {
        Ok(ThreadPool)
    }
}
