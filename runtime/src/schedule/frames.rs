//! Which runs a thread is working for: the tasks below it on its own stack.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use super::block::TaskId;
use super::guard::Guard;
use super::run::Run;
use crate::store::Alone;
use crate::sync::per_thread;

per_thread! {
    /// Runs that asked for help while a task was at work here.
    static OWED: RefCell<Vec<Arc<Run>>> = const { RefCell::new(Vec::new()) };
    static FRAMES: RefCell<Vec<Frame>> = const { RefCell::new(Vec::new()) };
    /// The task at work, of the last frame.
    static CURRENT: Cell<TaskId> = const { Cell::new(NONE) };
}

const NONE: TaskId = TaskId {
    block: u32::MAX,
    index: u32::MAX,
};

struct Frame {
    run: Arc<Run>,
    /// The task at work in the frame below.
    below: TaskId,
}

/// While it lives, this thread works for a run.
pub(super) struct Working;

impl Working {
    pub(super) fn start(run: &Arc<Run>) -> Self {
        let frame = Frame {
            run: run.clone(),
            below: CURRENT.replace(NONE),
        };
        FRAMES.with_borrow_mut(|frames| frames.push(frame));
        Working
    }
}

/// This task is at work now, for the run that this thread works for.
#[inline]
pub(super) fn set_current(id: TaskId) {
    CURRENT.set(id);
}

impl Drop for Working {
    fn drop(&mut self) {
        let (last, frame) = FRAMES.with_borrow_mut(|frames| {
            let frame = frames.pop();
            (frames.is_empty(), frame)
        });
        if let Some(frame) = frame {
            CURRENT.set(frame.below);
        }
        if last {
            let owed = OWED.take();
            if !owed.is_empty() {
                super::pool::pay(owed);
            }
        }
    }
}

/// If a task is at work on this thread, notes that the run asked for help.
pub(super) fn owe(run: &Arc<Run>) -> bool {
    let inside = inside_a_task();
    if inside {
        OWED.with_borrow_mut(|owed| owed.push(run.clone()));
    }
    inside
}

/// Is a task at work on this thread?
pub(crate) fn inside_a_task() -> bool {
    FRAMES.with_borrow(|frames| !frames.is_empty())
}

/// What may stop the run whose task is at work on this thread.
pub(super) fn guard() -> Option<Arc<Guard>> {
    FRAMES.with_borrow(|frames| frames.last()?.run.guard.clone())
}

/// The task at work on this thread, and its run.
pub(super) fn current() -> Option<(Arc<Run>, TaskId)> {
    FRAMES.with_borrow(|frames| Some((frames.last()?.run.clone(), CURRENT.get())))
}

/// Is this task at work on this thread, below whoever asks?
pub(super) fn is_below(run: &Arc<Run>, id: TaskId) -> bool {
    FRAMES.with_borrow(|frames| {
        let mut current = CURRENT.get();
        frames.iter().rev().any(|frame| {
            let task = std::mem::replace(&mut current, frame.below);
            Arc::ptr_eq(&frame.run, run) && task == id
        })
    })
}

/// The mode of the run whose task is at work on this thread. A task that starts a run of its own may wait for others, so
/// from here on others may go on with the runs below.
pub(super) fn share_all() -> Option<super::Mode> {
    let runs: Vec<Arc<Run>> =
        FRAMES.with_borrow(|frames| frames.iter().map(|frame| frame.run.clone()).collect());
    if !runs.is_empty() {
        Alone::take_back();
    }
    for run in &runs {
        run.share();
    }
    runs.last().map(|run| run.mode)
}
