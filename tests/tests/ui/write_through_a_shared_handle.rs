//! Changing a value in place takes `&mut`.

use tembel::delayed;

#[delayed]
fn load(n: usize) -> Vec<f64> {
    vec![1.0; n]
}

#[delayed]
fn double(xs: &mut Vec<f64>) {
    xs.iter_mut().for_each(|x| *x *= 2.0);
}

fn main() {
    let xs = load(3);
    let _ = double(&xs).compute();
}
