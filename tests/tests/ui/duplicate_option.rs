//! An option is given once.

use tembel::delayed;

#[delayed(name = "a", name = "b")]
fn load(n: usize) -> usize {
    n
}

fn main() {
    let _ = load(3).compute();
}
