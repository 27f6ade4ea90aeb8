//! A delayed function cannot be const.

use tembel::delayed;

#[delayed]
const fn inc(x: i64) -> i64 {
    x + 1
}

fn main() {
    let _: i64 = inc(1).compute();
}
