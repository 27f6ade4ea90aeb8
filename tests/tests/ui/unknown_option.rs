//! An unknown option is refused, the known ones are listed, and the nearest is suggested.

use tembel::delayed;

#[delayed(nmae = "load")]
fn load(n: usize) -> Vec<f64> {
    vec![1.0; n]
}

#[delayed(parallel = 3)]
fn fetch(n: usize) -> usize {
    n
}

fn main() {
    let _ = (load(3).compute(), fetch(1).compute());
}
