//! A parameter cannot be conditional.

use tembel::delayed;

#[delayed]
fn inc(x: i64, #[cfg(any())] by: i64) -> i64 {
    x + 1
}

fn main() {
    let _: i64 = inc(1).compute();
}
