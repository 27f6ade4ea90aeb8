//! Which runs a thread is working for: the tasks below it on its own stack.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use super::block::TaskId;
use super::run::Run;
use crate::sync::per_thread;

per_thread! {
    /// Runs that asked for help while a task was at work here.
    static OWED: RefCell<Vec<Arc<Run>>> = const { RefCell::new(Vec::new()) };
    static FRAMES: RefCell<Vec<Frame>> = const { RefCell::new(Vec::new()) };
}

struct Frame {
    run: Arc<Run>,
    current: Rc<Cell<TaskId>>,
}

/// While it lives, this thread works for a run.
pub(super) struct Working {
    /// The task at work.
    pub(super) current: Rc<Cell<TaskId>>,
}

impl Working {
    pub(super) fn start(run: &Arc<Run>) -> Self {
        let current = Rc::new(Cell::new(TaskId {
            block: u32::MAX,
            index: u32::MAX,
        }));
        FRAMES.with_borrow_mut(|frames| {
            frames.push(Frame {
                run: run.clone(),
                current: current.clone(),
            });
        });
        Working { current }
    }
}

impl Drop for Working {
    fn drop(&mut self) {
        let last = FRAMES.with_borrow_mut(|frames| {
            frames.pop();
            frames.is_empty()
        });
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
pub(super) fn inside_a_task() -> bool {
    FRAMES.with_borrow(|frames| !frames.is_empty())
}

/// The task at work on this thread, and its run.
#[allow(dead_code, reason = "asked where tasks are tried again")]
pub(super) fn current() -> Option<(Arc<Run>, TaskId)> {
    FRAMES.with_borrow(|frames| {
        let frame = frames.last()?;
        Some((frame.run.clone(), frame.current.get()))
    })
}

/// Is this task at work on this thread, below whoever asks?
pub(super) fn is_below(run: &Arc<Run>, id: TaskId) -> bool {
    FRAMES.with_borrow(|frames| {
        frames
            .iter()
            .any(|frame| Arc::ptr_eq(&frame.run, run) && frame.current.get() == id)
    })
}

/// The mode of the run whose task is at work on this thread. A task that starts a run of its own may wait for others, so
/// from here on others may go on with the runs below.
pub(super) fn share_all() -> Option<super::Mode> {
    let runs: Vec<Arc<Run>> =
        FRAMES.with_borrow(|frames| frames.iter().map(|frame| frame.run.clone()).collect());
    for run in &runs {
        run.share();
    }
    runs.last().map(|run| run.mode)
}
