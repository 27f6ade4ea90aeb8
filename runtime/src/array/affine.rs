//! Where the elements of a box come from: an index of one array as an affine function of an index of another.

use std::ops::Range;

/// A box of indices: a range for each axis.
pub(super) type Region = Vec<Range<usize>>;

/// The index along one axis: `start + step * index[axis]`, or `start` everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Source {
    pub(super) start: usize,
    pub(super) step: isize,
    /// The axis of the box that it depends on.
    pub(super) axis: Option<usize>,
}

impl Source {
    pub(super) const fn fixed(start: usize) -> Self {
        Source {
            start,
            step: 0,
            axis: None,
        }
    }

    pub(super) const fn along(axis: usize) -> Self {
        Source {
            start: 0,
            step: 1,
            axis: Some(axis),
        }
    }

    /// The index for this index along the box's axis.
    pub(super) fn at(self, index: usize) -> usize {
        self.start
            .wrapping_add_signed(self.step.wrapping_mul(index.cast_signed()))
    }
}

/// What slices, transposes, broadcasts and chunks have in common: an index of the array for each index of a box.
///
/// Each axis of the box is used by at most one axis of the array. One that none uses is a broadcast.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Affine {
    /// The shape of the box.
    pub(super) shape: Vec<usize>,
    /// One for each axis of the array.
    pub(super) sources: Vec<Source>,
}

impl Affine {
    /// A box of the array itself.
    pub(super) fn of(region: &[Range<usize>]) -> Self {
        let source = |(axis, range): (usize, &Range<usize>)| Source {
            start: range.start,
            ..Source::along(axis)
        };
        Affine {
            shape: region.iter().map(ExactSizeIterator::len).collect(),
            sources: region.iter().enumerate().map(source).collect(),
        }
    }

    /// A box of a view, as a box of what is viewed. `self` is the view.
    pub(super) fn after(&self, outer: &Affine) -> Self {
        let compose = |source: &Source| match source.axis {
            None => *source,
            Some(axis) => {
                let outer = outer.sources[axis];
                Source {
                    start: source.at(outer.start),
                    step: source.step * outer.step,
                    axis: outer.axis,
                }
            }
        };
        Affine {
            shape: outer.shape.clone(),
            sources: self.sources.iter().map(compose).collect(),
        }
    }

    /// A part of the box along one of its axes.
    pub(super) fn restrict(&self, axis: usize, range: &Range<usize>) -> Self {
        let mut part = self.clone();
        part.shape[axis] = range.len();
        for source in &mut part.sources {
            if source.axis == Some(axis) {
                source.start = source.at(range.start);
            }
        }
        part
    }

    /// How the box is cut where one axis of the array is cut at `bounds`: for each piece the range along the box's axis, and
    /// the part of the array that it comes from.
    pub(super) fn pieces(&self, array_axis: usize, bounds: &[usize]) -> Vec<(Range<usize>, usize)> {
        let source = self.sources[array_axis];
        let part_of = |index: usize| bounds.partition_point(|bound| *bound <= index) - 1;
        let Some(axis) = source.axis else {
            return vec![(0..1, part_of(source.start))];
        };
        let length = self.shape[axis];
        let mut pieces = Vec::new();
        let mut from = 0;
        while from < length {
            let index = source.at(from);
            let part = part_of(index);
            let steps = match source.step {
                0 => length,
                step if step > 0 => (bounds[part + 1] - index).div_ceil(step.unsigned_abs()),
                step => (index - bounds[part]) / step.unsigned_abs() + 1,
            };
            let to = length.min(from + steps);
            pieces.push((from..to, part));
            from = to;
        }
        pieces
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_backwards_across_parts_is_cut_where_the_parts_end() {
        let backwards = Affine {
            shape: vec![7],
            sources: vec![Source {
                start: 9,
                step: -1,
                axis: Some(0),
            }],
        };
        let pieces = backwards.pieces(0, &[0, 4, 8, 10]);
        assert_eq!(pieces, [(0..2, 2), (2..6, 1), (6..7, 0)]);
    }

    #[test]
    fn a_view_of_a_view_is_a_view() {
        let every_second = Source {
            start: 1,
            step: 2,
            axis: Some(0),
        };
        let view = |source| Affine {
            shape: vec![2],
            sources: vec![source],
        };
        let part = Source {
            start: 2,
            ..Source::along(0)
        };
        let both = view(every_second).after(&view(part));
        assert_eq!((both.sources[0].start, both.sources[0].step), (5, 2));
    }
}
