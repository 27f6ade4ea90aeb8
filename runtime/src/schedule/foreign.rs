//! Tasks that another run has claimed: finding them, and helping with them.
//!
//! Two runs may need the same task: two threads compute handles that share a part, or a task computes a handle that its own
//! run needs too. One run does it, the other waits, and a caller that has nothing else to do helps: it goes through what
//! the task needs, runs what is ready, and sleeps while something runs on another thread. So a task waits only for tasks
//! that run, never for one that is queued, perhaps behind itself.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use super::block::{Await, Block, DONE, NOBODY, STARTED, TaskId, WATCHED};
use super::collect::parse_mark;
use super::event::Event;
use super::frames;
use super::queue::Queue;
use super::registry;
use super::run::{Run, Watch, Watcher};
use super::worker::Worker;
use crate::sync::Ordering;

/// The run and the place that a mark leads to. `None`: the task is done, or still being collected.
///
/// Numbers of runs and blocks are used again, so a mark that was read a while ago may lead to a place in another graph. The
/// task itself stands in its place once its block is laid down, and is pending in that run from then on until it is done.
pub(super) fn find(wait: &Await) -> Option<(Arc<Run>, TaskId)> {
    let (key, index) = parse_mark(wait.mark);
    let (run, block) = super::parse_key(key);
    let run = registry::find(run)?;
    let is_it = run.block(block)?.slots.get(index as usize)?.task == wait.task;
    is_it.then_some((run, TaskId { block, index }))
}

/// How long to sleep at most before a look around: what is waited for may change into something else to wait for.
const GLANCE: Duration = Duration::from_millis(1);

/// Helps `run` until this task of it is done.
pub(super) fn help(run: &Arc<Run>, id: TaskId) {
    if !run.gate.enter() {
        return;
    }
    if let Some(main) = run.block(0) {
        Visit {
            run,
            main: &main,
            event: Arc::default(),
        }
        .evaluate(id);
    }
    if run.gate.leave() {
        run.bell.ring();
    }
}

struct Visit<'r> {
    run: &'r Arc<Run>,
    main: &'r Arc<Block>,
    event: Arc<Event>,
}

impl Visit<'_> {
    /// Runs all that a task needs, and the task, after its predecessors, with a stack of our own.
    fn evaluate(&self, id: TaskId) {
        self.wait_until_shared();
        let mut stack = vec![id];
        let mut seen = HashSet::new();
        while let Some(&id) = stack.last() {
            if self.run.is_over() {
                return;
            }
            let block = self.run.block(id.block);
            let slot = |block: &Arc<Block>| block.slots.get(id.index as usize).is_some();
            // What is looked for may be done, and its place gone or that of another task, which needs to be run as well.
            let Some(block) = block.filter(slot) else {
                stack.pop();
                continue;
            };
            let state = block.slot(id.index).state.load(Ordering::Acquire);
            if state & DONE != 0 {
                stack.pop();
            } else if state & STARTED != 0 {
                assert!(
                    !frames::is_below(self.run, id),
                    "a task needs its own result: `{}`",
                    block.slot(id.index).task.name()
                );
                self.sleep(&block, id);
            } else if state & !WATCHED == 0 {
                self.start(id);
            } else if seen.insert(id) {
                self.push_needs(&block, id, &mut stack);
            } else {
                // What it needs has changed, or is about to be counted down.
                self.sleep(&block, id);
                self.push_needs(&block, id, &mut stack);
            }
        }
    }

    /// Only the thread that runs it alone can let others in; it looks up between two tasks.
    fn wait_until_shared(&self) {
        self.run.call_attention();
        self.run
            .bell
            .wait(|| self.run.is_shared() || self.run.is_over());
    }

    fn push_needs(&self, block: &Block, id: TaskId, stack: &mut Vec<TaskId>) {
        let before = block.predecessors(id.index).map(|index| TaskId {
            block: id.block,
            index,
        });
        stack.extend(
            before.filter(|before| {
                block.slot(before.index).state.load(Ordering::Acquire) & DONE == 0
            }),
        );
        if let Some((number, inside)) = self.run.block_inside(id) {
            let last = (0..)
                .zip(&inside.slots)
                .map(|(index, _)| index)
                .find(|&index| inside.is_sink(index));
            stack.extend(last.map(|index| TaskId {
                block: number,
                index,
            }));
            self.push_awaited(&inside, NOBODY, stack);
        }
        self.push_awaited(block, id.index, stack);
    }

    /// What comes from elsewhere: from another block, or from another run, which is helped in turn.
    fn push_awaited(&self, block: &Block, index: u32, stack: &mut Vec<TaskId>) {
        for wait in block.awaits.iter().filter(|wait| wait.index == index) {
            match find(wait) {
                Some((run, id)) if Arc::ptr_eq(&run, self.run) => stack.push(id),
                Some((run, id)) => help(&run, id),
                None => {}
            }
        }
    }

    /// Runs a task that is ready, unless somebody else has started it.
    fn start(&self, id: TaskId) {
        let mut worker = Worker::new(self.run, self.main, Queue::Handed(Vec::new()));
        worker.run_one(id);
        if let Some(crew) = self.run.crew()
            && worker.hand_over(&crew)
        {
            self.run.call_attention();
        }
    }

    /// Until the task is done, or for a moment.
    fn sleep(&self, block: &Block, id: TaskId) {
        self.run.take_up_as_visitor();
        let state = &block.slot(id.index).state;
        if self
            .run
            .watch_place(block, id, Watcher::Thread(self.event.clone()))
            == Watch::Later
        {
            // What is left to the caller is never marked as done, and the run's end may have come before the watch.
            let over = || state.load(Ordering::Acquire) & DONE != 0 || self.run.is_over();
            self.event.wait_briefly(GLANCE, over);
        }
    }
}
