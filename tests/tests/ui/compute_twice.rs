//! Computing takes the handle.

use tembel::delayed;

#[delayed]
fn inc(x: i64) -> i64 {
    x + 1
}

fn main() {
    let x = inc(1);
    assert_eq!(x.compute(), 2);
    assert_eq!(x.compute(), 2);
}
