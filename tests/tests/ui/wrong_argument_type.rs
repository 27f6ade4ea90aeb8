//! An argument of the wrong type is an error at the argument, and the parameter is shown.

use tembel::delayed;

#[delayed]
fn inc(x: i64) -> i64 {
    x + 1
}

#[delayed]
fn shout(s: &str) -> String {
    s.to_uppercase()
}

fn main() {
    let _ = inc("one").compute();
    let _ = inc(shout("one")).compute();
}
