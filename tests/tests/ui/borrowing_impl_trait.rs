//! An opaque result captures the borrows of its arguments.

use tembel::delayed;

#[delayed]
fn halves(xs: &[f64]) -> impl Iterator<Item = f64> {
    xs.iter().map(|x| x / 2.0)
}

fn main() {
    let _ = halves(&[1.0][..]).compute().count();
}
