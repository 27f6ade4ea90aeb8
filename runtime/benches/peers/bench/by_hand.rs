//! What one writes with `rayon::join` where the graph is a recursion.

use crate::shapes::{Empty, Shape, Work};

pub(crate) fn run(name: &str, shape: &Shape, n: usize) -> Option<u64> {
    match name {
        "tree" => Some(sum(shape, shape.len() - 1)),
        "fib" => Some(call(None, n)),
        _ => None,
    }
}

fn sum(tree: &Shape, task: usize) -> u64 {
    match *tree.needs(task) {
        [left, right] => {
            let (left, right) =
                rayon::join(|| sum(tree, left as usize), || sum(tree, right as usize));
            Empty::work([left, right].into_iter())
        }
        _ => Empty::work(std::iter::empty()),
    }
}

/// What the shape `fib` is drawn from.
fn call(from: Option<u64>, size: usize) -> u64 {
    let fork = Empty::work(from.into_iter());
    if size < 4 {
        return fork;
    }
    let half = || call(Some(fork), (size - 2) / 2);
    let (left, right) = rayon::join(half, half);
    Empty::work([left, right].into_iter())
}
