//! A function that declares `Delayed` returns one.

use tembel::{Delayed, delayed};

#[delayed]
fn fib(n: u64) -> Delayed<u64> {
    if n < 2 { n } else { fib(n - 1) }
}

fn main() {
    let _ = fib(3).compute();
}
