//! Heights: how many tasks are on the longest chain that starts with a task. It is what can be known of critical paths before
//! anything has run; the schedule starts what is high first, and simulations do so too.

/// Heights that differ by less than this part of a run are alike: to start the higher one later makes the run longer by no
/// more, and in the order of creation fewer values live.
const ALIKE: usize = 256;
/// A tree of which no half is more than one larger than the other has sources of two heights.
const NEXT: usize = 2;

/// The heights of tasks with the numbers below `tasks`. Fastest where `order` has most tasks after their successors.
///
/// O(|V| + |E|), without recursion.
pub(crate) fn heights<S: Iterator<Item = u32>>(
    order: impl ExactSizeIterator<Item = u32>,
    successors: impl Fn(u32) -> S,
) -> Vec<u32> {
    // Zero is not known.
    let mut heights = vec![0; order.len()];
    let mut open = Vec::new();
    for first in order {
        open.push(first);
        while let Some(&task) = open.last() {
            let known = open.len();
            let mut above = 0;
            if heights[task as usize] == 0 {
                for successor in successors(task) {
                    match heights[successor as usize] {
                        0 => open.push(successor),
                        height => above = above.max(height),
                    }
                }
                if open.len() > known {
                    continue;
                }
                heights[task as usize] = above + 1;
            }
            open.pop();
        }
    }
    heights
}

/// Puts the highest first; those that are about as high stay in order. For a run that all tasks with `heights` are in.
pub(crate) fn highest_first(tasks: &mut [u32], heights: &[u32], workers: usize) {
    let height = |&task: &u32| heights[task as usize] as usize;
    let highest = tasks.iter().map(height).max().unwrap_or(0);
    let length = highest.max(heights.len() / workers);
    let step = length / ALIKE + NEXT;
    tasks.sort_by_key(|task| (highest - height(task)) / step);
}

#[cfg(all(test, not(loom)))]
mod tests {
    use super::{heights, highest_first};

    #[test]
    fn a_height_is_the_longest_way_to_the_end_in_whatever_order_tasks_are_seen() {
        let successors: [&[u32]; 6] = [&[], &[0], &[0, 1], &[4], &[2, 0], &[]];
        for order in [[0, 1, 2, 3, 4, 5], [5, 4, 3, 2, 1, 0], [3, 0, 5, 2, 4, 1]] {
            let successors = |task| successors[task as usize].iter().copied();
            assert_eq!(heights(order.into_iter(), successors), [1, 2, 3, 5, 4, 1]);
        }
    }

    #[test]
    fn a_chain_of_a_million_tasks_needs_no_stack() {
        let next = |task: u32| (task < 999_999).then_some(task + 1).into_iter();
        assert_eq!(heights(0..1_000_000, next)[0], 1_000_000);
    }

    #[test]
    fn what_is_about_as_high_stays_in_order() {
        let mut heights = vec![1; 100];
        heights[..5].copy_from_slice(&[7, 8, 30, 8, 29]);
        let mut sources = [0, 1, 2, 3, 4, 5];
        highest_first(&mut sources, &heights, 2);
        assert_eq!(sources, [2, 4, 0, 1, 3, 5]);
        let mut sources = [0, 1, 3];
        highest_first(&mut sources, &heights, 2);
        assert_eq!(sources, [0, 1, 3]);
    }
}
