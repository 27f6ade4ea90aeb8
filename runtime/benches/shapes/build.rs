//! A shape through the public API, by calls and by blocks.

#![expect(clippy::trivially_copy_pass_by_ref, reason = "the edges are reads")]

use tembel::{Delayed, delayed, lazy};

use super::{Shape, Work};

#[delayed(eager = source_now)]
fn source<W: Work>() -> u64 {
    W::work(std::iter::empty())
}

#[delayed(eager = one_now)]
pub(crate) fn one<W: Work>(x: &u64) -> u64 {
    W::work([*x].into_iter())
}

#[delayed]
fn two<W: Work>(x: &u64, y: &u64) -> u64 {
    W::work([*x, *y].into_iter())
}

#[delayed]
fn three<W: Work>(x: &u64, y: &u64, z: &u64) -> u64 {
    W::work([*x, *y, *z].into_iter())
}

#[delayed(eager = many_now)]
fn many<W: Work>(all: Vec<u64>) -> u64 {
    W::work(all.into_iter())
}

/// The handle to ask for; all others are dropped.
pub(crate) fn last<W: Work>(shape: &Shape) -> Delayed<'static, u64> {
    build::<W>(shape).pop().expect("a shape has a task")
}

/// All handles of the shape, in its order. All inputs are reads, but those of a task with more than three.
pub(crate) fn build<W: Work>(shape: &Shape) -> Vec<Delayed<'static, u64>> {
    let mut handles: Vec<Delayed<'static, u64>> = Vec::with_capacity(shape.len());
    for needs in shape.iter() {
        let at = |i: usize| &handles[needs[i] as usize];
        let next = match needs.len() {
            0 => source::<W>(),
            1 => one::<W, _>(at(0)),
            2 => two::<W, _, _>(at(0), at(1)),
            3 => three::<W, _, _, _>(at(0), at(1), at(2)),
            _ => many::<W>(
                needs
                    .iter()
                    .map(|&need| &handles[need as usize])
                    .collect::<Vec<_>>(),
            ),
        };
        handles.push(next);
    }
    handles
}

/// The shapes that a block can write as a loop: `chain` and `wide`, of `n` calls.
pub(crate) fn by_block<W: Work>(name: &str, n: usize) -> Option<Delayed<'static, u64>> {
    match name {
        "chain" => Some(lazy! {
            let mut x = source_now::<W>();
            for _ in 1..n {
                x = one_now::<W>(&x);
            }
            x
        }),
        "wide" => Some(lazy! {
            let first = source_now::<W>();
            let mut all = Vec::new();
            for _ in 2..n {
                all.push(one_now::<W>(&first));
            }
            many_now::<W>(all)
        }),
        _ => None,
    }
}
