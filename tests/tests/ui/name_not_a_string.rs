//! A name is a string.

use tembel::delayed;

#[delayed(name = load_it)]
fn load(n: usize) -> usize {
    n
}

#[delayed(name)]
fn other(n: usize) -> usize {
    n
}

fn main() {
    let _ = (load(3).compute(), other(3).compute());
}
