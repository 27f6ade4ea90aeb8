//! A value that travels between tasks is `Send`.

use std::rc::Rc;
use tembel::delayed;

#[delayed]
fn count(shared: Rc<Vec<f64>>) -> usize {
    shared.len()
}

fn main() {}
