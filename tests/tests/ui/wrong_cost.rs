//! A cost is light or heavy.

use tembel::delayed;

#[delayed(cost = "cheap")]
fn load(n: usize) -> usize {
    n
}

fn main() {
    let _ = load(3).compute();
}
