//! A graph cannot outlive the data that it borrows.

use tembel::{Delayed, delayed};

#[delayed]
fn apply(x: f64, f: impl Fn(f64) -> f64) -> f64 {
    f(x)
}

fn scaled(x: f64) -> Delayed<'static, f64> {
    let by = x + 1.0;
    apply(x, |x| x * by)
}

fn main() {
    let _ = scaled(1.0).compute();
}
