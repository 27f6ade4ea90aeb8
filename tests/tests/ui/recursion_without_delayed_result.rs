//! A delayed function that calls itself gets a handle, not the value.

use tembel::delayed;

#[delayed]
fn fib(n: u64) -> u64 {
    if n < 2 { n } else { fib(n - 1) + fib(n - 2) }
}

fn main() {
    let _ = fib(3).compute();
}
