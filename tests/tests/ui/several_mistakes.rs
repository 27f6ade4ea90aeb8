//! All mistakes in the options are reported at once.

use tembel::delayed;

#[delayed(name = 3, cost = "cheap", speed = "fast")]
fn load(n: usize) -> Vec<f64> {
    vec![1.0; n]
}

fn main() {
    let _ = load(3).compute();
}
