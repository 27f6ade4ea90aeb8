//! A local that one task writes cannot be written by another.

use tembel::delayed;

#[delayed]
fn double(xs: &mut Vec<f64>) {
    xs.iter_mut().for_each(|x| *x *= 2.0);
}

fn main() {
    let mut data = vec![1.0];
    let a = double(&mut data);
    let b = double(&mut data);
    let _ = tembel::compute((a, b));
}
