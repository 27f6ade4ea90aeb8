//! `&self` goes to another thread.

use std::cell::Cell;
use tembel::delayed;

struct Counter {
    hits: Cell<usize>,
}

impl Counter {
    #[delayed]
    fn hits(&self, more: usize) -> usize {
        self.hits.get() + more
    }
}

fn main() {}
