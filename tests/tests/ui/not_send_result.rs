//! A result is `Send`.

use std::rc::Rc;
use tembel::delayed;

#[delayed]
fn share(n: usize) -> Rc<Vec<f64>> {
    Rc::new(vec![1.0; n])
}

fn main() {}
