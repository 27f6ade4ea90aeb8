//! A task has a result.

use tembel::delayed;

#[delayed]
fn stop(code: i32) -> ! {
    std::process::exit(code)
}

fn main() {}
