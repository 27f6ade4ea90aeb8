//! A value that a task takes is gone.

use tembel::delayed;

#[delayed]
fn load(n: usize) -> Vec<f64> {
    vec![1.0; n]
}

#[delayed]
fn total(xs: Vec<f64>) -> f64 {
    xs.iter().sum()
}

fn main() {
    let xs = load(3);
    let a = total(xs);
    let b = total(xs);
    let _ = a.compute() + b.compute();
}
