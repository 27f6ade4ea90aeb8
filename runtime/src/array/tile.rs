//! Boxes that fit into a cache, which a chunk is evaluated in.

use std::ops::Range;

/// A box of a chunk. Its elements are contiguous where it is filled, the last axis fastest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tile {
    /// Relative to the chunk.
    pub(super) start: Vec<usize>,
    pub(super) shape: Vec<usize>,
}

impl Tile {
    pub(super) fn len(&self) -> usize {
        self.shape.iter().product()
    }

    /// How many elements lie side by side along the last axis.
    pub(super) fn row_len(&self) -> usize {
        self.shape.last().copied().unwrap_or(1)
    }

    /// Calls with the index of each row's first element, relative to the chunk, and the row's number.
    pub(super) fn each_row(&self, mut visit: impl FnMut(&[usize], usize)) {
        let row_len = self.row_len();
        if row_len == 0 {
            return;
        }
        let outer = self.shape.len().saturating_sub(1);
        let mut index = self.start.clone();
        for row in 0..self.len() / row_len {
            visit(&index, row);
            for axis in (0..outer).rev() {
                index[axis] += 1;
                if index[axis] < self.start[axis] + self.shape[axis] {
                    break;
                }
                index[axis] = self.start[axis];
            }
        }
    }
}

/// Bytes of a tile: two of them and what they are made of fit into a first level cache.
const TILE_BYTES: usize = 16 << 10;
/// A side of a tile of which a part lies the other way round in memory.
const TILE_SIDE: usize = 128;

/// How a chunk is cut into tiles.
#[derive(Clone, Debug)]
pub(super) struct Tiles {
    shape: Vec<usize>,
    /// For each axis where tiles must end.
    cuts: Vec<Vec<usize>>,
    size: Vec<usize>,
}

impl Tiles {
    /// `cuts` are where what a tile comes from changes; `across` is an axis along which some memory is contiguous, in place
    /// of the last one.
    pub(super) fn new(
        shape: &[usize],
        cuts: Vec<Vec<usize>>,
        across: Option<usize>,
        element: usize,
    ) -> Self {
        let mut size = vec![1; shape.len()];
        if let Some(across) = across {
            let last = shape.len() - 1;
            size[across] = TILE_SIDE;
            size[last] = TILE_SIDE;
        } else {
            let mut left = (TILE_BYTES / element.max(1)).max(256);
            for (size, &length) in size.iter_mut().zip(shape).rev() {
                *size = left.min(length).max(1);
                left = (left / *size).max(1);
            }
        }
        Tiles {
            shape: shape.to_vec(),
            cuts,
            size,
        }
    }

    pub(super) fn shape(&self) -> &[usize] {
        &self.shape
    }

    /// Calls with each tile, the last axis fastest.
    pub(super) fn each(&self, mut visit: impl FnMut(&Tile)) {
        let ends: Vec<Vec<Range<usize>>> = (0..self.shape.len())
            .map(|axis| self.ranges(axis))
            .collect();
        if ends.iter().any(Vec::is_empty) {
            return;
        }
        let mut at = vec![0; ends.len()];
        let mut tile = Tile {
            start: ends.iter().map(|ranges| ranges[0].start).collect(),
            shape: ends.iter().map(|ranges| ranges[0].len()).collect(),
        };
        loop {
            visit(&tile);
            let mut axis = ends.len();
            loop {
                if axis == 0 {
                    return;
                }
                axis -= 1;
                at[axis] += 1;
                let over = at[axis] == ends[axis].len();
                if over {
                    at[axis] = 0;
                }
                tile.start[axis] = ends[axis][at[axis]].start;
                tile.shape[axis] = ends[axis][at[axis]].len();
                if !over {
                    break;
                }
            }
        }
    }

    fn ranges(&self, axis: usize) -> Vec<Range<usize>> {
        let mut cuts = self.cuts[axis].clone();
        cuts.extend([0, self.shape[axis]]);
        cuts.sort_unstable();
        cuts.dedup();
        let size = self.size[axis];
        let between = |ends: &[usize]| {
            let (from, to) = (ends[0], ends[1]);
            (from..to)
                .step_by(size)
                .map(move |start| start..to.min(start + size))
                .collect::<Vec<_>>()
        };
        cuts.windows(2).flat_map(between).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tiles_cover_a_chunk_once_and_never_cross_a_cut() {
        let tiles = Tiles::new(&[5, 130], vec![vec![2], vec![100]], Some(0), 8);
        let mut seen = vec![0; 5 * 130];
        tiles.each(|tile| {
            let across = |axis: usize, cut| {
                tile.start[axis] < cut && cut < tile.start[axis] + tile.shape[axis]
            };
            assert!(!across(0, 2) && !across(1, 100), "{tile:?}");
            tile.each_row(|index, _| {
                let from = index[0] * 130 + index[1];
                seen[from..from + tile.row_len()]
                    .iter_mut()
                    .for_each(|seen| *seen += 1);
            });
        });
        assert!(seen.iter().all(|seen| *seen == 1));
    }

    #[test]
    fn an_array_without_axes_has_one_tile() {
        let mut count = 0;
        Tiles::new(&[], vec![], None, 8).each(|tile| {
            assert_eq!(tile.len(), 1);
            count += 1;
        });
        assert_eq!(count, 1);
    }
}
