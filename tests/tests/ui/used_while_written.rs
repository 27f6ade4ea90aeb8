//! One call cannot change a value and read it.

use tembel::delayed;

#[delayed]
fn load() -> Vec<f64> {
    vec![1.0]
}

#[delayed]
fn extend(xs: &mut Vec<f64>, ys: &[f64]) {
    xs.extend_from_slice(ys);
}

fn main() {
    let mut xs = load();
    let _ = extend(&mut xs, &xs).compute();
}
