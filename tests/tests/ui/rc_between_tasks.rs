//! A value that travels from one task to the next is `Send`.

use std::rc::Rc;
use tembel::Delayed;

fn main() {
    let length = Delayed::new(|| Rc::new(vec![1])).map(|shared| shared.len());
    let _ = length.compute();
}
