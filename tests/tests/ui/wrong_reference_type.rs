//! A reference to something else does not fit.

use tembel::delayed;

#[delayed]
fn norm(xs: &[f64]) -> f64 {
    xs.iter().map(|x| x * x).sum()
}

fn main() {
    let name = String::from("a");
    let _ = norm(&name).compute();
}
