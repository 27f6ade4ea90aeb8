//! Each parameter needs its argument.

use tembel::delayed;

#[delayed]
fn add(x: i64, y: i64) -> i64 {
    x + y
}

fn main() {
    let _ = add(1).compute();
}
