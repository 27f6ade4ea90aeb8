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
        if heights[first as usize] > 0 {
            continue;
        }
        // Most tasks never come to be open.
        heights[first as usize] = height(successors(first), &heights, &mut open);
        if open.is_empty() {
            continue;
        }
        open.insert(0, first);
        while let Some(&task) = open.last() {
            // It may have been found again by another one that is open.
            if heights[task as usize] == 0 {
                heights[task as usize] = height(successors(task), &heights, &mut open);
            }
            if heights[task as usize] > 0 {
                open.pop();
            }
        }
    }
    heights
}

/// The height of a task with these successors, or zero: then those whose heights are not known are `open` as well.
#[inline]
fn height(successors: impl Iterator<Item = u32>, heights: &[u32], open: &mut Vec<u32>) -> u32 {
    let before = open.len();
    let mut above = 0;
    for successor in successors {
        match heights[successor as usize] {
            0 => open.push(successor),
            height => above = above.max(height),
        }
    }
    if open.len() == before { above + 1 } else { 0 }
}

/// Orders sources for a run of all tasks with `heights`: as they stand, which keeps few values alive, but those of long chains
/// not later than their chains need.
pub(crate) fn in_time(sources: &mut [u32], heights: &[u32], workers: usize) {
    let height = |source: u32| heights[source as usize];
    let highest = sources.iter().copied().map(height).max().unwrap_or(0);
    let rank = |height: u32| (highest - height) / ALIKE;
    // As long as sources last they share the run's time, as far as is known.
    let length = u64::from(highest).max((heights.len() / workers) as u64);
    let many = sources.len() as u64;
    let is_due = |height: u32, left: u64| HASTE * u64::from(height) * many >= length * left;
    // Most often all stay where they are, which is seen at once.
    let mut highest_behind = 0;
    let stays = |(left, &source): (u64, &u32)| {
        highest_behind = height(source).max(highest_behind);
        rank(height(source)) == rank(highest_behind) || !is_due(highest_behind, left)
    };
    if (1..=many).zip(sources.iter().rev()).all(stays) {
        return;
    }
    let before = sources.to_vec();
    let height = |at: usize| height(before[at]);
    let mut by_height: Vec<usize> = (0..before.len()).collect();
    by_height.sort_by_key(|&at| rank(height(at)));
    let mut taken = vec![false; before.len()];
    let (mut high, mut next) = (0, 0);
    for (left, source) in (1..=many).rev().zip(sources) {
        while taken[by_height[high]] {
            high += 1;
        }
        while taken[next] {
            next += 1;
        }
        let is_due = is_due(height(by_height[high]), left);
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
    fn a_task_that_many_open_ones_lead_to_is_not_looked_at_for_each_of_them() {
        // A chain, from each task of which an edge leads to a hub, and from there to as many ends.
        const MANY: u32 = 1000;
        const TASKS: u32 = 2 * MANY + 1;
        let hub = MANY;
        let looked_at = std::cell::Cell::new(0);
        let successors = |task: u32| {
            let successors = match task {
                _ if task > hub => 0..0,
                _ if task == hub => hub + 1..TASKS,
                _ => task + 1..task + 2,
            };
            let to_hub = (task < hub).then_some(hub);
            let looks = |_: &u32| looked_at.set(looked_at.get() + 1);
            to_hub.into_iter().chain(successors).inspect(looks)
        };
        let heights = heights(0..TASKS, successors);
        assert_eq!((heights[0], heights[hub as usize]), (MANY + 2, 2));
        assert!(looked_at.get() < 10 * MANY, "{}", looked_at.get());
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

    /// What `in_time` means, one source after the other.
    fn step_by_step(sources: &[u32], heights: &[u32], workers: usize) -> Vec<u32> {
        let height = |source: &u32| u64::from(heights[*source as usize]);
        let highest = sources.iter().map(height).max().unwrap_or(0);
        let length = highest.max((heights.len() / workers) as u64);
        let mut left = sources.to_vec();
        let mut ordered = Vec::new();
        while !left.is_empty() {
            let rank = |at: &usize| (highest - height(&left[*at])) / u64::from(super::ALIKE);
            let high = (0..left.len()).min_by_key(rank).unwrap_or(0);
            let due = super::HASTE * height(&left[high]) * sources.len() as u64;
            let at = if due >= length * left.len() as u64 {
                high
            } else {
                0
            };
            ordered.push(left.remove(at));
        }
        ordered
    }

    #[test]
    fn a_source_goes_first_if_it_is_the_highest_and_due_and_otherwise_in_its_turn() {
        let mut state = 1_u64;
        let mut draw = move |below: u64| {
            state = state.wrapping_mul(0x5851_F42D_4C95_7F2D).wrapping_add(1);
            (state >> 33) % below
        };
        let mut moved = 0;
        for round in 0..2000 {
            let (many, span) = (1 + draw(12), 1 + draw(1 + round % 30));
            let mut heights: Vec<u32> = (0..many)
                .map(|_| 1 + u32::try_from(draw(span)).unwrap())
                .collect();
            if round % 3 == 0 {
                heights.sort_unstable_by(|a, b| b.cmp(a));
            }
            heights.resize(heights.len() + usize::try_from(draw(200)).unwrap(), 1);
            let in_order: Vec<u32> = (0..u32::try_from(many).unwrap()).collect();
            let mut sources = in_order.clone();
            in_time(&mut sources, &heights, 2);
            assert_eq!(sources, step_by_step(&in_order, &heights, 2), "{heights:?}");
            moved += usize::from(sources != in_order);
        }
        assert!((200..1800).contains(&moved), "{moved}");
    }

    #[test]
    fn no_sources_are_in_order() {
        in_time(&mut [], &[1, 2], 2);
    }
}
