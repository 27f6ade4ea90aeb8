//! In the place of crossbeam's deques, which loom cannot look into: a list under a lock.
//!
//! Who looks from outside whether there is anything sees a length that may be out of date, as with crossbeam: the lock must
//! not bring an order that the real deques do not have.

use std::collections::VecDeque;
use std::sync::Arc;

use super::{AtomicUsize, Mutex};
use crate::sync::{Ordering, lock};

#[derive(Debug)]
struct List<T> {
    tasks: Mutex<VecDeque<T>>,
    length: AtomicUsize,
}

impl<T> List<T> {
    fn new() -> Arc<Self> {
        Arc::new(List {
            tasks: Mutex::new(VecDeque::new()),
            length: AtomicUsize::new(0),
        })
    }

    fn change<R>(&self, change: impl FnOnce(&mut VecDeque<T>) -> R) -> R {
        let mut tasks = lock(&self.tasks);
        let result = change(&mut tasks);
        self.length.store(tasks.len(), Ordering::Release);
        result
    }

    fn is_empty(&self) -> bool {
        self.length.load(Ordering::Acquire) == 0
    }

    fn steal(&self) -> Steal<T> {
        if self.is_empty() {
            return Steal::Empty;
        }
        self.change(VecDeque::pop_front)
            .map_or(Steal::Empty, Steal::Success)
    }
}

/// What came of an attempt to take a task from the other end.
pub(crate) enum Steal<T> {
    Empty,
    Success(T),
    #[expect(dead_code, reason = "there is nothing to try again under a lock")]
    Retry,
}

/// The owner's end: last in, first out.
#[derive(Debug)]
pub(crate) struct Worker<T>(Arc<List<T>>);

impl<T> Worker<T> {
    pub(crate) fn new_lifo() -> Self {
        Worker(List::new())
    }

    pub(crate) fn stealer(&self) -> Stealer<T> {
        Stealer(self.0.clone())
    }

    pub(crate) fn push(&self, task: T) {
        self.0.change(|tasks| tasks.push_back(task));
    }

    pub(crate) fn pop(&self) -> Option<T> {
        if self.len() == 0 {
            return None;
        }
        self.0.change(VecDeque::pop_back)
    }

    /// The owner's pushes are in it; a task that was stolen may be, too.
    pub(crate) fn len(&self) -> usize {
        self.0.length.load(Ordering::Relaxed)
    }
}

/// The others' end.
#[derive(Debug)]
pub(crate) struct Stealer<T>(Arc<List<T>>);

impl<T> Stealer<T> {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn steal(&self) -> Steal<T> {
        self.0.steal()
    }
}

/// Where everybody may put tasks.
#[derive(Debug)]
pub(crate) struct Injector<T>(Arc<List<T>>);

impl<T> Injector<T> {
    pub(crate) fn new() -> Self {
        Injector(List::new())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn push(&self, task: T) {
        self.0.change(|tasks| tasks.push_back(task));
    }

    pub(crate) fn steal(&self) -> Steal<T> {
        self.0.steal()
    }
}
