//! The plain function needs a name, and one of its own.

use tembel::delayed;

#[delayed(eager = "load_now")]
fn load(n: usize) -> usize {
    n
}

#[delayed(eager = same)]
fn same(n: usize) -> usize {
    n
}

fn main() {
    let _ = (load(3).compute(), same(3).compute());
}
