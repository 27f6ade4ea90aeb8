//! The blocks of a run, by number.

use std::sync::Arc;

use super::block::{Block, TaskId};
use super::run::Run;
use crate::sync::{Ordering, lock};

#[derive(Debug, Default)]
pub(super) struct Blocks {
    pub(super) all: Vec<Option<Arc<Block>>>,
    pub(super) free: Vec<u32>,
}

impl Run {
    /// A number for a block that is about to be collected. It can be found once it is laid down.
    pub(super) fn reserve_block(&self) -> u32 {
        let mut blocks = lock(&self.blocks);
        blocks.free.pop().unwrap_or_else(|| {
            blocks.all.push(None);
            u32::try_from(blocks.all.len() - 1).expect("fewer than 2^32 blocks")
        })
    }

    pub(super) fn lay_down(&self, number: u32, block: Arc<Block>) {
        lock(&self.blocks).all[number as usize] = Some(block);
    }

    /// Takes a block away; its number is used again.
    pub(super) fn clear_away(&self, number: u32) -> Option<Arc<Block>> {
        let mut blocks = lock(&self.blocks);
        blocks.free.push(number);
        let block = blocks.all[number as usize].take();
        if let Some(block) = &block {
            block.is_gone.store(true, Ordering::Relaxed);
        }
        block
    }

    pub(super) fn block(&self, number: u32) -> Option<Arc<Block>> {
        lock(&self.blocks).all.get(number as usize)?.clone()
    }

    /// The block whose last task `id` waits for.
    pub(super) fn block_inside(&self, id: TaskId) -> Option<(u32, Arc<Block>)> {
        let blocks = lock(&self.blocks);
        let inside = (0..)
            .zip(&blocks.all)
            .find(|(_, block)| block.as_ref().is_some_and(|block| block.outer == Some(id)))?;
        Some((inside.0, inside.1.clone()?))
    }
}
