//! Blocks that are used again: warm memory is worth half the cost of a graph.

use std::cell::RefCell;
use std::sync::Arc;

use super::block::Block;
use crate::sync::per_thread;

/// How many a thread keeps.
const KEPT: usize = 8;

per_thread! {
    static SPARE: RefCell<Vec<Block>> = const { RefCell::new(Vec::new()) };
}

/// An empty block.
pub(super) fn take() -> Block {
    SPARE
        .try_with(|spare| spare.borrow_mut().pop())
        .ok()
        .flatten()
        .unwrap_or_default()
}

/// Keeps a block for later, unless somebody still looks at it.
pub(super) fn keep(block: Option<Arc<Block>>) {
    if let Some(block) = block.and_then(|block| Arc::try_unwrap(block).ok()) {
        keep_owned(block);
    }
}

pub(super) fn keep_owned(mut block: Block) {
    block.recycle();
    let _ = SPARE.try_with(|spare| {
        let mut spare = spare.borrow_mut();
        if spare.len() < KEPT {
            spare.push(block);
        }
    });
}
