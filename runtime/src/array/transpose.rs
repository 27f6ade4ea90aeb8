//! Copies a matrix the other way round.

use super::element::Element;
use super::kernel::vectorized;

/// A side of the blocks that are copied at once: a line of the cache of numbers of eight bytes.
const BLOCK: usize = 8;

/// Writes rows of `len` elements, whose columns are contiguous in `data`: the first at `from`, the next ones `step` elements
/// further each. Block by block, so that each line of the cache that is read is used as a whole.
pub(super) fn transpose<A: Element>(
    data: &[A],
    from: usize,
    step: isize,
    out: &mut [A],
    len: usize,
) {
    let rows = out.len() / len;
    let (whole_rows, whole_columns) = (rows - rows % BLOCK, len - len % BLOCK);
    vectorized(
        #[inline(always)]
        || {
            for column in (0..whole_columns).step_by(BLOCK) {
                let from = from.wrapping_add_signed(column.cast_signed() * step);
                for row in (0..whole_rows).step_by(BLOCK) {
                    let out = &mut out[row * len + column..];
                    copy_block(data, from + row, step, out, len);
                }
            }
        },
    );
    for row in 0..rows {
        let done = if row < whole_rows { whole_columns } else { 0 };
        let out = &mut out[row * len..(row + 1) * len];
        for (column, out) in out.iter_mut().enumerate().skip(done) {
            *out = data[from.wrapping_add_signed(column.cast_signed() * step) + row];
        }
    }
}

#[inline(always)]
#[expect(
    clippy::inline_always,
    reason = "instructions are chosen by the caller"
)]
fn copy_block<A: Element>(data: &[A], from: usize, step: isize, out: &mut [A], len: usize) {
    let lines: [&[A; BLOCK]; BLOCK] = std::array::from_fn(|column| {
        let at = from.wrapping_add_signed(column.cast_signed() * step);
        data[at..]
            .first_chunk()
            .expect("a block is inside of the matrix")
    });
    let block: [[A; BLOCK]; BLOCK] =
        std::array::from_fn(|row| std::array::from_fn(|column| lines[column][row]));
    for (row, values) in out.chunks_mut(len).zip(&block) {
        row[..BLOCK].copy_from_slice(values);
    }
}
