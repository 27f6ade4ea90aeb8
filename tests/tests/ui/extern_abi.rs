//! A delayed function has Rust's ABI.

use tembel::delayed;

#[delayed]
extern "C" fn inc(x: i64) -> i64 {
    x + 1
}

fn main() {
    let _: i64 = inc(1).compute();
}
