//! Data that a task borrows cannot change before the task is done.

use tembel::delayed;

#[delayed]
fn norm(xs: &[f64]) -> f64 {
    xs.iter().map(|x| x * x).sum()
}

fn main() {
    let mut data = vec![1.0];
    let n = norm(&data);
    data.push(2.0);
    let _ = n.compute();
}
