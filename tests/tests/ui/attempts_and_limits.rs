//! Attempts, pauses and limits say what they take.

use tembel::delayed;

#[delayed(retries = 0)]
fn never() -> Result<(), ()> {
    Ok(())
}

#[delayed(retries = "three")]
fn in_words() -> Result<(), ()> {
    Ok(())
}

#[delayed(retries = 1, backoff = "10 minutes")]
fn unit() -> Result<(), ()> {
    Ok(())
}

#[delayed(backoff = "10ms")]
fn alone() -> Result<(), ()> {
    Ok(())
}

#[delayed(retires = 3)]
fn slip() -> Result<(), ()> {
    Ok(())
}

#[delayed(limit = 0)]
fn none() {}

#[delayed(limit)]
fn bare() {}

fn main() {}
