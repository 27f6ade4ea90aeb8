//! The seven shapes, by name.

use super::{Shape, place};

/// The names of all shapes, in the order of the tables.
pub(crate) const ALL: [&str; 7] = ["chain", "wide", "tree", "wave", "rand", "chol", "fib"];

/// A shape of about `n` tasks.
pub(crate) fn shape(name: &str, n: usize) -> Shape {
    match name {
        "chain" => chain(n),
        "wide" => wide(n),
        "tree" => tree(n),
        "wave" => wave(n.isqrt()),
        "rand" => layered(n, n.isqrt().max(1)),
        "chol" => cholesky(n),
        "fib" => fork_join(n),
        other => panic!("no shape is called {other}: there are {ALL:?}"),
    }
}

fn chain(n: usize) -> Shape {
    let mut shape = Shape::new();
    for i in 0..n {
        shape.push(i.checked_sub(1).map(place));
    }
    shape
}

/// One, then all at once, then one.
fn wide(n: usize) -> Shape {
    let middle = n.saturating_sub(2).max(1);
    let mut shape = Shape::new();
    shape.push([]);
    for _ in 0..middle {
        shape.push([0]);
    }
    shape.push((1..=middle).map(place));
    shape
}

/// A binary tree, from the leaves up.
fn tree(n: usize) -> Shape {
    let mut shape = Shape::new();
    let mut level: Vec<u32> = (0..n.div_ceil(2).max(1)).map(|_| shape.push([])).collect();
    while level.len() > 1 {
        let join = |pair: &[u32]| match *pair {
            [left, right] => shape.push([left, right]),
            _ => pair[0],
        };
        level = level.chunks(2).map(join).collect();
    }
    shape
}

/// A square grid: each task needs the one above and the one to the left.
fn wave(side: usize) -> Shape {
    let mut shape = Shape::new();
    for i in 0..side * side {
        let above = i.checked_sub(side).map(place);
        let left = (i % side > 0).then(|| place(i - 1));
        shape.push(above.into_iter().chain(left));
    }
    shape
}

/// Layers, where each task needs two random tasks of the layer before; one last task needs the last layer.
fn layered(n: usize, width: usize) -> Shape {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut random = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 1).unwrap_or(0) % below
    };
    let layers = (n / width).max(2);
    let mut shape = Shape::new();
    for _ in 0..width {
        shape.push([]);
    }
    for layer in 1..layers {
        let before = (layer - 1) * width;
        for _ in 0..width {
            let needs = [before + random(width), before + random(width)];
            shape.push(needs.map(place));
        }
    }
    let last = (layers - 1) * width;
    shape.push((last..last + width).map(place));
    shape
}

/// The tasks of a blocked Cholesky factorisation: `potrf`, `trsm`, `syrk` and `gemm` on a triangle of tiles.
fn cholesky(n: usize) -> Shape {
    let mut tiles = 1;
    while tiles * (tiles + 1) * (tiles + 2) / 6 < n {
        tiles += 1;
    }
    let mut shape = Shape::new();
    let mut last = vec![None; tiles * tiles];
    for k in 0..tiles {
        for row in k..tiles {
            // potrf on the diagonal, trsm below it.
            let own = last[row * tiles + k];
            let diagonal = (row > k).then(|| last[k * tiles + k]).flatten();
            last[row * tiles + k] = Some(shape.push(own.into_iter().chain(diagonal)));
        }
        for column in k + 1..tiles {
            for row in column..tiles {
                // syrk and gemm: the tile, and the two of column k.
                let needs =
                    [(row, column), (row, k), (column, k)].map(|(r, c)| last[r * tiles + c]);
                let mut needs: Vec<u32> = needs.into_iter().flatten().collect();
                needs.dedup();
                last[row * tiles + column] = Some(shape.push(needs));
            }
        }
    }
    shape
}

/// Fork and join, as a recursive function does: each call is split in two, and joined.
fn fork_join(n: usize) -> Shape {
    fn call(shape: &mut Shape, from: Option<u32>, size: usize) -> u32 {
        let fork = shape.push(from);
        if size < 4 {
            return fork;
        }
        let left = call(shape, Some(fork), (size - 2) / 2);
        let right = call(shape, Some(fork), (size - 2) / 2);
        shape.push([left, right])
    }
    let mut shape = Shape::new();
    call(&mut shape, None, n);
    shape
}
