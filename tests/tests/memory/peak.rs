//! How many values are alive at the same time: about as many as workers and depth, not as many as there are sources.

use std::hint::black_box;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tembel::{Delayed, delayed};

/// Counts how many [`Block`]s are alive, and the most that ever were.
#[derive(Debug, Default)]
struct Census {
    alive: AtomicUsize,
    most: AtomicUsize,
}

/// Stands for a large value.
#[derive(Debug)]
struct Block {
    sum: u64,
    census: Arc<Census>,
}

impl Block {
    fn new(sum: u64, census: &Arc<Census>) -> Self {
        let alive = census.alive.fetch_add(1, Ordering::AcqRel) + 1;
        census.most.fetch_max(alive, Ordering::AcqRel);
        Block {
            sum,
            census: census.clone(),
        }
    }
}

impl Drop for Block {
    fn drop(&mut self) {
        self.census.alive.fetch_sub(1, Ordering::AcqRel);
    }
}

/// Enough work for others to take part.
fn toil() {
    for i in 0..5_000_u64 {
        black_box(i);
    }
}

#[delayed]
fn load(number: u64, census: &Arc<Census>) -> Block {
    toil();
    Block::new(number, census)
}

#[delayed]
fn add(mut a: Block, b: Block) -> Block {
    toil();
    a.sum += b.sum;
    a
}

#[delayed]
fn step(mut x: Block) -> Block {
    toil();
    x.sum += 1;
    x
}

/// The most blocks that were alive in any of some runs on this many workers.
fn most_alive(workers: usize, run: impl Fn(&Arc<Census>) + Sync) -> usize {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(workers).build();
    let pool = pool.expect("a pool of threads");
    let census = Arc::<Census>::default();
    for _ in 0..8 {
        pool.install(|| run(&census));
        assert_eq!(census.alive.load(Ordering::Acquire), 0, "all are dropped");
    }
    census.most.load(Ordering::Acquire)
}

fn assert_sum(root: Delayed<Block>) {
    assert_eq!(root.compute().sum, 199 * 200 / 2);
}

/// Built level by level: all sources first.
fn tree_by_levels(census: &Arc<Census>) {
    let mut level: Vec<Delayed<Block>> = (0..200).map(|i| load(i, census)).collect();
    while level.len() > 1 {
        let mut blocks = level.into_iter();
        level = Vec::new();
        while let Some(a) = blocks.next() {
            level.push(match blocks.next() {
                Some(b) => add(a, b),
                None => a,
            });
        }
    }
    assert_sum(level.pop().expect("a tree has a root"));
}

/// Built as a recursive function does.
fn tree_by_halves(census: &Arc<Census>) {
    fn sum(from: u64, to: u64, census: &Arc<Census>) -> Delayed<'_, Block> {
        let middle = u64::midpoint(from, to);
        if middle == from {
            load(from, census)
        } else {
            add(sum(from, middle, census), sum(middle, to, census))
        }
    }
    assert_sum(sum(0, 200, census));
}

/// Built as a recursive function does that makes one half larger than the other.
fn unbalanced_tree(census: &Arc<Census>) {
    fn sum(depth: u64, census: &Arc<Census>) -> Delayed<'_, Block> {
        if depth < 2 {
            return load(1, census);
        }
        add(sum(depth - 1, census), sum(depth - 2, census))
    }
    assert_eq!(sum(12, census).compute().sum, 233);
}

fn chains(census: &Arc<Census>) {
    let chain = |i| (0..100).fold(load(i, census), |x, _| step(x));
    let ends = (0..30).map(|i| chain(i).map(|x| x.sum));
    let ends = tembel::compute(ends.collect::<Vec<_>>());
    assert_eq!(ends, (100..130).collect::<Vec<_>>());
}

/// However long a task takes, each worker leaves at most a part of the tree behind that is as deep as the tree.
#[test]
fn a_tree_keeps_a_depth_of_values_for_each_worker() {
    const DEPTH: usize = 8;
    for workers in [1, 2, 3, 8] {
        let most = workers * (DEPTH + 2);
        let (by_levels, by_halves) = (
            most_alive(workers, tree_by_levels),
            most_alive(workers, tree_by_halves),
        );
        assert!(by_levels <= most, "{by_levels} on {workers} workers");
        assert!(by_halves <= most, "{by_halves} on {workers} workers");
    }
}

/// Its sources are of many heights; in the order of these, values would wait for others level by level.
#[test]
fn an_unbalanced_tree_keeps_a_depth_of_values_for_each_worker() {
    const DEPTH: usize = 12;
    for workers in [1, 2, 3] {
        let alive = most_alive(workers, unbalanced_tree);
        let most = workers * (DEPTH + 2);
        assert!(alive <= most, "{alive} on {workers} workers");
    }
}

#[test]
fn independent_chains_keep_a_value_for_each_worker() {
    for workers in [1, 2, 3, 8] {
        let alive = most_alive(workers, chains);
        assert!(alive <= workers + 2, "{alive} on {workers} workers");
    }
}

/// A thousand readers of one value become ready at once; what each makes is taken by its own successor.
fn fan(census: &Arc<Census>) {
    let shared = Delayed::new(|| 1);
    let ends = (0..1000).map(|i| {
        let block = read(&shared, i, census);
        step(block).map(|x| x.sum)
    });
    let ends = tembel::compute(ends.collect::<Vec<_>>());
    assert_eq!(ends, (2..1002).collect::<Vec<_>>());
}

#[delayed]
fn read(shared: &u64, number: u64, census: &Arc<Census>) -> Block {
    Block::new(number + *shared, census)
}

#[test]
fn a_successor_goes_before_what_else_is_ready() {
    for workers in [1, 2, 3, 8] {
        let alive = most_alive(workers, fan);
        assert!(alive <= workers + 2, "{alive} on {workers} workers");
    }
}
