//! The shapes that benches share: as lists of predecessors, and built through the public API.

#![expect(clippy::trivially_copy_pass_by_ref, reason = "the edges are reads")]

use std::hint::black_box;

use tembel::{Delayed, delayed};

/// For each task, in an order in which they could run, the tasks it reads.
pub(crate) type Shape = Vec<Vec<u32>>;

/// What every task does.
#[inline]
pub(crate) fn work(inputs: impl Iterator<Item = u64>) -> u64 {
    let mixed = inputs.fold(0x9E37_79B9_u64, |mixed, input| mixed.rotate_left(5) ^ input);
    black_box(mixed).wrapping_mul(0x0100_0000_01B3)
}

/// The names of all shapes, in the order of the tables.
pub(crate) const ALL: [&str; 7] = ["chain", "wide", "tree", "wave", "rand", "chol", "fib"];

/// A shape of about `n` tasks.
pub(crate) fn shape(name: &str, n: usize) -> Shape {
    match name {
        "chain" => (0..n)
            .map(|i| i.checked_sub(1).into_iter().map(id).collect())
            .collect(),
        "wide" => wide(n),
        "tree" => tree(n),
        "wave" => wave(n.isqrt()),
        "rand" => layered(n, n.isqrt().max(1)),
        "chol" => cholesky(n),
        "fib" => fork_join(n),
        other => panic!("no shape is called {other}"),
    }
}

fn id(index: usize) -> u32 {
    u32::try_from(index).expect("fewer than 2^32 tasks")
}

/// One, then all at once, then one.
fn wide(n: usize) -> Shape {
    let middle = n.saturating_sub(2).max(1);
    let mut shape = vec![vec![]];
    shape.extend((0..middle).map(|_| vec![0]));
    shape.push((1..=middle).map(id).collect());
    shape
}

/// A binary tree, from the leaves up.
fn tree(n: usize) -> Shape {
    let leaves = n.div_ceil(2).max(1);
    let mut shape: Shape = vec![vec![]; leaves];
    let mut level: Vec<u32> = (0..leaves).map(id).collect();
    while level.len() > 1 {
        let mut next = Vec::new();
        for pair in level.chunks(2) {
            if let [left, right] = *pair {
                next.push(id(shape.len()));
                shape.push(vec![left, right]);
            } else {
                next.push(pair[0]);
            }
        }
        level = next;
    }
    shape
}

/// A square grid: each task needs the one above and the one to the left.
fn wave(side: usize) -> Shape {
    let place = |row: usize, column: usize| id(row * side + column);
    let needs = |i: usize| {
        let (row, column) = (i / side, i % side);
        let above = row.checked_sub(1).map(|row| place(row, column));
        let left = column.checked_sub(1).map(|column| place(row, column));
        above.into_iter().chain(left).collect()
    };
    (0..side * side).map(needs).collect()
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
    let mut shape: Shape = vec![vec![]; width];
    for layer in 1..layers {
        let before = (layer - 1) * width;
        for _ in 0..width {
            shape.push(vec![id(before + random(width)), id(before + random(width))]);
        }
    }
    let last = (layers - 1) * width;
    shape.push((last..last + width).map(id).collect());
    shape
}

/// The tasks of a blocked Cholesky factorisation: `potrf`, `trsm`, `syrk` and `gemm` on a triangle of tiles.
fn cholesky(n: usize) -> Shape {
    let mut tiles = 1;
    while tiles * (tiles + 1) * (tiles + 2) / 6 < n {
        tiles += 1;
    }
    let mut shape: Shape = Vec::new();
    let mut last = vec![None; tiles * tiles];
    for k in 0..tiles {
        for row in k..tiles {
            // potrf on the diagonal, trsm below it.
            let own = last[row * tiles + k];
            let diagonal = (row > k).then(|| last[k * tiles + k]).flatten();
            let task = id(shape.len());
            shape.push(own.into_iter().chain(diagonal).collect());
            last[row * tiles + k] = Some(task);
        }
        for column in k + 1..tiles {
            for row in column..tiles {
                // syrk and gemm: the tile, and the two of column k.
                let needs =
                    [(row, column), (row, k), (column, k)].map(|(r, c)| last[r * tiles + c]);
                let task = id(shape.len());
                let mut needs: Vec<u32> = needs.into_iter().flatten().collect();
                needs.dedup();
                shape.push(needs);
                last[row * tiles + column] = Some(task);
            }
        }
    }
    shape
}

/// Fork and join, as a recursive function does: each call is split in two, and joined.
fn fork_join(n: usize) -> Shape {
    fn call(shape: &mut Shape, from: Option<u32>, size: usize) -> u32 {
        let fork = id(shape.len());
        shape.push(from.into_iter().collect());
        if size < 4 {
            return fork;
        }
        let left = call(shape, Some(fork), (size - 2) / 2);
        let right = call(shape, Some(fork), (size - 2) / 2);
        let join = id(shape.len());
        shape.push(vec![left, right]);
        join
    }
    let mut shape = Vec::new();
    call(&mut shape, None, n);
    shape
}

#[delayed]
fn source() -> u64 {
    work(std::iter::empty())
}

#[delayed]
fn one(x: &u64) -> u64 {
    work([*x].into_iter())
}

#[delayed]
fn two(x: &u64, y: &u64) -> u64 {
    work([*x, *y].into_iter())
}

#[delayed]
fn three(x: &u64, y: &u64, z: &u64) -> u64 {
    work([*x, *y, *z].into_iter())
}

#[delayed]
fn many(all: Vec<u64>) -> u64 {
    work(all.into_iter())
}

/// The shape as handles; gives the last one. All inputs are reads, but those of a task with more than three.
pub(crate) fn build(shape: &Shape) -> Delayed<'static, u64> {
    let mut handles: Vec<Delayed<'static, u64>> = Vec::with_capacity(shape.len());
    for needs in shape {
        let at = |i: usize| &handles[needs[i] as usize];
        let next = match needs.len() {
            0 => source(),
            1 => one(at(0)),
            2 => two(at(0), at(1)),
            3 => three(at(0), at(1), at(2)),
            _ => many(
                needs
                    .iter()
                    .map(|&need| &handles[need as usize])
                    .collect::<Vec<_>>(),
            ),
        };
        handles.push(next);
    }
    handles.pop().expect("a shape has a task")
}

/// The value of the last task, computed by a loop.
pub(crate) fn expected(shape: &Shape) -> u64 {
    let mut values: Vec<u64> = Vec::with_capacity(shape.len());
    for needs in shape {
        let value = work(needs.iter().map(|&need| values[need as usize]));
        values.push(value);
    }
    values.pop().expect("a shape has a task")
}
