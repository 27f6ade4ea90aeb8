//! A handle that nobody computes does nothing, and the compiler says so.

#![deny(unused_must_use)]
use tembel::delayed;

#[delayed]
fn save(x: i64) {
    println!("{x}");
}

fn main() {
    save(1);
}
