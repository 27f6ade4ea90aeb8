//! What a statement of a block knows of itself: its name, and its block.

use std::ptr::NonNull;

use super::chunk;

/// What tells the blocks of a program apart: a creation number, of which the lower 48 bits are kept. Two blocks of one run
/// could have the same only if records of 256 TiB were made in between.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct BlockNumber(u64);

/// Bits of a block's number; the others of a word are those of the name's length.
const BITS: u32 = 48;
const LONGEST: usize = (1 << (u64::BITS - BITS)) - 1;

impl BlockNumber {
    /// A number that no other block has.
    pub(crate) fn new() -> Self {
        BlockNumber(chunk::number() & ((1 << BITS) - 1))
    }
}

/// The name of a task and the number of its block, in two words.
#[derive(Clone, Copy)]
pub(super) struct Statement {
    name: NonNull<u8>,
    length_and_block: u64,
}

impl Statement {
    #[inline]
    pub(super) fn new(name: &'static str, block: BlockNumber) -> Self {
        let name = if name.len() <= LONGEST {
            name
        } else {
            shortened(name)
        };
        Statement {
            name: NonNull::from(name).cast(),
            length_and_block: (name.len() as u64) << BITS | block.0,
        }
    }

    pub(super) fn name(self) -> &'static str {
        let length = usize::try_from(self.length_and_block >> BITS).unwrap_or(0);
        let bytes = NonNull::slice_from_raw_parts(self.name, length);
        // SAFETY: `new` took them from a `&'static str`.
        unsafe { std::str::from_utf8_unchecked(bytes.as_ref()) }
    }

    pub(super) fn block(self) -> BlockNumber {
        BlockNumber(self.length_and_block & ((1 << BITS) - 1))
    }
}

#[cold]
fn shortened(name: &'static str) -> &'static str {
    let end = (0..=LONGEST).rev().find(|&at| name.is_char_boundary(at));
    &name[..end.unwrap_or(0)]
}
