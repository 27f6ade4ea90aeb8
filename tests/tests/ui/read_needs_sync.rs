//! A value that several tasks may read is `Sync`.

use std::cell::Cell;
use tembel::delayed;

#[delayed]
fn counter(n: usize) -> Cell<usize> {
    Cell::new(n)
}

#[delayed]
fn look(counter: &Cell<usize>) -> usize {
    counter.get()
}

fn main() {
    let counter = counter(1);
    let _ = look(&counter).compute();
}
