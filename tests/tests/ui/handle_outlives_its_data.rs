//! A handle to a task that borrows a local cannot leave its scope.

use tembel::delayed;

#[delayed]
fn norm(xs: &[f64]) -> f64 {
    xs.iter().map(|x| x * x).sum()
}

fn main() {
    let n = {
        let local = vec![1.0; 3];
        norm(&local)
    };
    let _ = n.compute();
}
