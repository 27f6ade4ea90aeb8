//! A function cannot return a handle to a task that borrows its local.

use tembel::{Delayed, delayed};

#[delayed]
fn norm(xs: &[f64]) -> f64 {
    xs.iter().map(|x| x * x).sum()
}

fn norm_of_ones<'a>() -> Delayed<'a, f64> {
    let ones = vec![1.0; 3];
    norm(&ones)
}

fn main() {
    let _ = norm_of_ones().compute();
}
