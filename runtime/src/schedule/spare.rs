//! Blocks that are used again: warm memory is worth half the cost of a graph.

use std::cell::RefCell;
use std::sync::Arc;

use super::block::Block;
use crate::reserve::Reserve;
use crate::sync::per_thread;

/// How many a thread keeps.
const KEPT: usize = 8;
/// Tasks and edges that a block may have room for and be kept in any case: about ten megabytes.
const ROOM: usize = 1 << 18;

struct Spare {
    blocks: Vec<Arc<Block>>,
    /// In tasks and edges of the first block of a run.
    reserve: Reserve,
}

per_thread! {
    static SPARE: RefCell<Spare> = const {
        RefCell::new(Spare { blocks: Vec::new(), reserve: Reserve::new(ROOM) })
    };
}

/// An empty block, that nobody else holds.
pub(super) fn take() -> Arc<Block> {
    let spare = SPARE.try_with(|spare| spare.borrow_mut().blocks.pop());
    spare.ok().flatten().unwrap_or_default()
}

/// The block of who took it and has not shown it to anybody yet.
pub(super) fn unique(block: &mut Arc<Block>) -> &mut Block {
    Arc::get_mut(block).expect("nobody else holds a spare block")
}

/// Keeps a block for later, unless it is larger than what recent runs needed, or somebody still looks at it.
pub(super) fn keep(block: Option<Arc<Block>>) {
    if let Some(block) = block {
        put(block, false);
    }
}

/// The same for the first block of a run, which says what runs need.
pub(super) fn keep_first(block: Arc<Block>) {
    put(block, true);
}

fn put(mut block: Arc<Block>, is_first: bool) {
    let _ = SPARE.try_with(|spare| {
        let Some(unique) = Arc::get_mut(&mut block) else {
            return;
        };
        let Spare { blocks, reserve } = &mut *spare.borrow_mut();
        if is_first {
            reserve.reckon(unique.size());
        }
        // A table that grew has up to twice the room that was needed.
        let most = 2 * reserve.most();
        unique.recycle(most);
        if is_first {
            blocks.retain(|block| block.room() <= most);
        }
        let is_large = |block: &Block| block.room() > 2 * ROOM;
        let is_one_too_many = is_large(unique) && blocks.iter().any(|block| is_large(block));
        if blocks.len() < KEPT && !is_one_too_many {
            blocks.push(block);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::{ROOM, SPARE};
    use crate::Delayed;
    use crate::store::kept;

    /// Bytes of free chunks that are kept in any case, with a region to spare.
    const FEW: usize = 17 << 20;
    /// What a large graph's records take at least.
    const MANY: usize = LARGE * 36;
    const LARGE: usize = 1_000_000;

    fn run(tasks: usize) {
        let last = (0..tasks).fold(Delayed::ready(0), |x, _| x.map(|x| x + 1));
        assert_eq!(last.compute(), tasks);
    }

    /// Room for tasks and edges in the blocks that this thread keeps.
    fn room() -> usize {
        SPARE.with_borrow(|spare| spare.blocks.iter().map(|block| block.room()).sum())
    }

    #[test]
    fn memory_is_kept_for_runs_that_need_it_and_given_back_after_them() {
        run(LARGE);
        assert!(kept() <= FEW, "one large run: {}", kept());
        assert!(room() <= 2 * ROOM, "one large run: {}", room());
        run(LARGE);
        run(LARGE);
        assert!(kept() >= MANY, "several large runs: {}", kept());
        assert!(room() >= 2 * LARGE, "several large runs: {}", room());
        // Other tests may run meanwhile, so that some of these count as theirs.
        for _ in 0..200 {
            run(10);
        }
        assert!(kept() <= FEW, "small runs: {}", kept());
        assert!(room() <= 2 * ROOM, "small runs: {}", room());
    }
}
