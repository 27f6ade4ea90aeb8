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

/// From so far ahead records are fetched from memory, in a large block: several tasks need what lies there before the
/// collector has come to it, in no order that the processor foresees.
const AHEAD: usize = 1 << 17;

/// Tasks whose edges are still to be followed.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The stretch at hand, if there is one.
    at: Stretch,
    tasks: Tasks,
    others: Vec<(Stretch, Tasks)>,
    /// Tasks whose records lie by themselves.
    single: Vec<TaskRef>,
    /// Those of the others that have tasks, by the creation number of one of these; with [`SINGLE`], one of the single tasks.
    waiting: BinaryHeap<(u64, u32)>,
    /// Which of the others a stretch may be. What is forgotten here is entered once more.
    known: Vec<u32>,
    /// [`AHEAD`], or nothing where that would be before the whole block.
    ahead: usize,
}

/// The tasks that were found in a stretch, by their places: the newest is the first.
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

    /// Takes out the first one.
    #[inline]
    fn pop(&mut self) -> Option<usize> {
        // Of nothing that is the number of all bits, where there is no word.
        let at = self.some.trailing_zeros() as usize;
        let word = self.words.get_mut(at)?;
        let bit = word.trailing_zeros() as usize;
        *word &= word.wrapping_sub(1);
        if *word == 0 {
            self.some ^= 1 << at;
        }
        Some(at * 64 + bit)
    }

    fn is_empty(&self) -> bool {
        self.some == 0
    }
}

impl Found {
    /// So many stretches next to each other are told apart without a mistake.
    const KNOWN: usize = 1024;

    /// Adds a task.
    #[inline]
    pub(super) fn push(&mut self, task: TaskRef) {
        match self.at.place_of(task) {
            Some(at) => self.tasks.insert(at),
            None => self.push_elsewhere(task),
        }
    }

    #[inline]
    fn push_elsewhere(&mut self, task: TaskRef) {
        let number = Stretch::around(task).number();
        if let Some(&known) = self.known.get(number % Self::KNOWN)
            && let Some((stretch, tasks)) = self.others.get_mut(known as usize)
            && let Some(at) = stretch.place_of(task)
        {
            let is_first = tasks.is_empty();
            tasks.insert(at);
            if is_first {
                self.wait(task, known);
            }
        } else {
            self.push_unknown(task);
        }
    }

    /// From here on there are tasks to go on with in one of the other stretches, or a single one.
    #[inline(never)]
    fn wait(&mut self, task: TaskRef, number: u32) {
        self.waiting.push((task.order(), number));
    }

    /// The first task that is known to be in a stretch, or a single one.
    #[inline(never)]
    fn push_unknown(&mut self, task: TaskRef) {
        if task.is_large() {
            // A run has fewer than 2^29 tasks.
            let number = u32::try_from(self.single.len()).unwrap_or(u32::MAX);
            self.single.push(task);
            self.wait(task, SINGLE | number);
            return;
        }
        let stretch = Stretch::around(task);
        if self.at == Stretch::NOWHERE {
            self.at = stretch;
            self.push(task);
            return;
        }
        if self.known.is_empty() {
            self.known.resize(Self::KNOWN, 0);
        }
        let number = u32::try_from(self.others.len()).unwrap_or(u32::MAX);
        self.known[stretch.number() % Self::KNOWN] = number;
        self.others.push((stretch, Tasks::default()));
        self.push(task);
    }

    /// Takes out the newest task of the stretch at hand, or of the newest stretch.
    #[inline]
    pub(super) fn pop(&mut self) -> Option<TaskRef> {
        match self.tasks.pop() {
            Some(at) => {
                let task = self.at.task(at);
                task.prefetch_before(self.ahead);
                Some(task)
            }
            None => self.go_on(),
        }
    }

    /// Goes on with the newest stretch.
    #[inline(never)]
    fn go_on(&mut self) -> Option<TaskRef> {
        self.at = Stretch::NOWHERE;
        let (_, number) = self.waiting.pop()?;
        if number & SINGLE != 0 {
            return self.single.get((number ^ SINGLE) as usize).copied();
        }
        let (stretch, tasks) = &mut self.others[number as usize];
        self.at = *stretch;
        self.tasks.clone_from(tasks);
        // What was found there is at hand.
        tasks.clone_from(&Tasks::default());
        self.pop()
    }

    /// The block is large.
    pub(super) fn look_ahead(&mut self) {
        self.ahead = AHEAD;
    }

    /// Forgets where tasks were found. There are none left.
    pub(super) fn clear(&mut self) {
        debug_assert!(self.at == Stretch::NOWHERE, "all were taken out");
        self.ahead = 0;
        self.others.clear();
        self.single.clear();
    }
}
