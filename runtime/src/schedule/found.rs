//! Tasks that the collector has found, and in which order it follows their edges: the newest first.
//!
//! Records lie in memory in the order of creation, and edges lead to what was created before. So the collector passes through
//! memory once, backwards, one stretch after the other, and the tasks get their places in the block in that order. Depth
//! first it would jump to and fro: in graphs where much is shared each step would be a cache miss of its own, in collecting as
//! well as in running.
//!
//! What was found in a stretch is a set of bits. A stretch that is passed comes again if more is found in it: tasks of several
//! threads are not in one order.

use std::collections::BinaryHeap;

use crate::store::{STRETCH, Stretch, TaskRef};

const WORDS: usize = STRETCH.div_ceil(64);
const _: () = assert!(WORDS <= 64, "one word tells which words are not zero");

/// Tells the single tasks from the stretches.
const SINGLE: u32 = 1 << 31;

/// Tasks whose edges are still to be followed.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The stretch at hand.
    at: Option<Stretch>,
    tasks: Tasks,
    others: Vec<(Stretch, Tasks)>,
    /// Tasks whose records lie by themselves.
    single: Vec<TaskRef>,
    /// Those of the others that have tasks, by the creation number of one of these; with [`SINGLE`], one of the single tasks.
    waiting: BinaryHeap<(u64, u32)>,
    /// Which of the others a stretch may be. What is forgotten here is entered once more.
    known: Vec<u32>,
}

/// The tasks that were found in a stretch.
#[derive(Clone, Debug)]
struct Tasks {
    /// Which words are not zero.
    some: u64,
    words: [u64; WORDS],
}

impl Default for Tasks {
    fn default() -> Self {
        Tasks {
            some: 0,
            words: [0; WORDS],
        }
    }
}

impl Tasks {
    #[inline]
    fn insert(&mut self, at: usize) {
        self.words[at / 64] |= 1 << (at % 64);
        self.some |= 1 << (at / 64);
    }

    /// Takes out the last one.
    #[inline]
    fn pop(&mut self) -> Option<usize> {
        let word = self.some.checked_ilog2()? as usize;
        let bit = self.words[word].ilog2() as usize;
        self.words[word] ^= 1 << bit;
        if self.words[word] == 0 {
            self.some ^= 1 << word;
        }
        Some(word * 64 + bit)
    }
}

impl Found {
    /// So many stretches next to each other are told apart without a mistake.
    const KNOWN: usize = 1024;

    /// Adds a task.
    #[inline]
    pub(super) fn push(&mut self, task: TaskRef) {
        match task.stretch() {
            Some((stretch, at)) if self.at == Some(stretch) => self.tasks.insert(at),
            Some((stretch, at)) => self.push_elsewhere(task, stretch, at),
            None => self.push_single(task),
        }
    }

    #[cold]
    fn push_single(&mut self, task: TaskRef) {
        // A run has fewer than 2^29 tasks.
        let number = u32::try_from(self.single.len()).unwrap_or(u32::MAX);
        self.single.push(task);
        self.waiting.push((task.order(), SINGLE | number));
    }

    #[inline]
    fn push_elsewhere(&mut self, task: TaskRef, stretch: Stretch, at: usize) {
        let known = self.known.get(stretch.number() % Self::KNOWN);
        if let Some(&known) = known
            && let Some((other, tasks)) = self.others.get_mut(known as usize)
            && *other == stretch
        {
            if tasks.some == 0 {
                self.waiting.push((task.order(), known));
            }
            tasks.insert(at);
        } else {
            self.begin(task, stretch, at);
        }
    }

    /// The first task that is known to be in a stretch.
    #[inline(never)]
    fn begin(&mut self, task: TaskRef, stretch: Stretch, at: usize) {
        if self.at.is_none() {
            self.at = Some(stretch);
            self.tasks.insert(at);
            return;
        }
        if self.known.is_empty() {
            self.known.resize(Self::KNOWN, 0);
        }
        let number = u32::try_from(self.others.len()).unwrap_or(u32::MAX);
        self.known[stretch.number() % Self::KNOWN] = number;
        let mut tasks = Tasks::default();
        tasks.insert(at);
        self.others.push((stretch, tasks));
        self.waiting.push((task.order(), number));
    }

    /// Takes out the newest task of the stretch at hand, or of the newest stretch.
    #[inline]
    pub(super) fn pop(&mut self) -> Option<TaskRef> {
        match self.tasks.pop() {
            Some(at) => Some(self.at?.task(at)),
            None => self.go_on(),
        }
    }

    /// Goes on with the newest stretch.
    #[inline(never)]
    fn go_on(&mut self) -> Option<TaskRef> {
        self.at = None;
        let (_, number) = self.waiting.pop()?;
        if number & SINGLE != 0 {
            return self.single.get((number ^ SINGLE) as usize).copied();
        }
        let (stretch, tasks) = &mut self.others[number as usize];
        self.at = Some(*stretch);
        self.tasks.clone_from(tasks);
        // What was found there is at hand.
        tasks.clone_from(&Tasks::default());
        self.pop()
    }

    /// Forgets where tasks were found. There are none left.
    pub(super) fn clear(&mut self) {
        debug_assert!(self.at.is_none(), "all were taken out");
        self.others.clear();
        self.single.clear();
    }
}
