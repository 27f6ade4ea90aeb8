//! Heights: how many tasks are on the longest chain that starts with a task. It is what can be known of critical paths before
//! anything has run; the schedule looks at it where several tasks could start, and simulations do so too.

/// A source starts when this many times its height is what is left of a run. Heights count tasks, and some take longer.
const HASTE: u64 = 5;
/// Heights that are so near to each other are alike: a tree of which no half is more than one larger than the other has sources
/// of two heights.
const ALIKE: u32 = 2;

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

/// Orders sources for a run of all tasks with `heights`: as they stand, which keeps few values alive, but those of long chains
/// not later than their chains need.
pub(crate) fn in_time(sources: &mut [u32], heights: &[u32], workers: usize) {
    let before = sources.to_vec();
    let height = |at: usize| heights[before[at] as usize];
    let highest = (0..before.len()).map(height).max().unwrap_or(0);
    let mut by_height: Vec<usize> = (0..before.len()).collect();
    by_height.sort_by_key(|&at| (highest - height(at)) / ALIKE);
    let length = u64::from(highest).max((heights.len() / workers) as u64);
    let many = before.len() as u64;
    let mut taken = vec![false; before.len()];
    let (mut high, mut next) = (0, 0);
    for (left, source) in (1..=many).rev().zip(sources) {
        while taken[by_height[high]] {
            high += 1;
        }
        while taken[next] {
            next += 1;
        }
        // As long as sources last they share the run's time, as far as is known.
        let is_due = HASTE * u64::from(height(by_height[high])) * many >= length * left;
        let at = if is_due { by_height[high] } else { next };
        taken[at] = true;
        *source = before[at];
    }
}

#[cfg(all(test, not(loom)))]
mod tests {
    use super::{heights, in_time};

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
    fn sources_stay_in_order_until_a_chain_has_to_start() {
        let mut heights = vec![1; 2000];
        let in_order: Vec<u32> = (0..100).collect();
        let ordered = |heights: &[u32]| {
            let mut sources = in_order.clone();
            in_time(&mut sources, heights, 2);
            sources
        };
        heights[99] = 2;
        assert_eq!(ordered(&heights), in_order, "alike");
        heights[99] = 1000;
        assert_eq!(ordered(&heights)[..3], [99, 0, 1], "as long as the run");
        heights[99] = 100;
        assert_eq!(ordered(&heights)[49..52], [49, 99, 50], "a tenth of it");
        heights[98] = 100;
        assert_eq!(ordered(&heights)[49..52], [49, 98, 99], "two of them");
    }

    #[test]
    fn no_sources_are_in_order() {
        in_time(&mut [], &[1, 2], 2);
    }
}
