//! What is tried again is an `Err`, so a function with `retries` returns a `Result`.

use tembel::delayed;

/// The alias is a `Result`, so this is fine.
type Read<T> = std::io::Result<T>;

#[delayed(retries = 2)]
fn aliased(path: &str) -> Read<String> {
    std::fs::read_to_string(path)
}

#[delayed(retries = 2)]
fn gives_an_option(x: u8) -> Option<u8> {
    Some(x)
}

#[delayed(retries = 2, backoff = "1ms")]
fn gives_nothing(x: u8) {
    drop(x);
}

#[delayed(retries = 2)]
fn makes_tasks(x: u8) -> Delayed<Result<u8, ()>> {
    tembel::Delayed::ready(Ok(x))
}

fn main() {}
