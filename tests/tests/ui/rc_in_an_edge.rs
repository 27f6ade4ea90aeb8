//! A value that travels between tasks is `Send`.

use std::rc::Rc;
use tembel::delayed;

#[delayed]
fn count(shared: Rc<Vec<f64>>) -> usize {
    shared.len()
}

fn main() {
    let _ = count(Rc::new(vec![1.0])).compute();
}
