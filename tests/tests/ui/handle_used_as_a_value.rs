//! A handle is not the value.

use tembel::delayed;

#[delayed]
fn inc(x: i64) -> i64 {
    x + 1
}

fn main() {
    let y: i64 = inc(1) + inc(2);
    if inc(3) > 3 {
        println!("{y}");
    }
}
