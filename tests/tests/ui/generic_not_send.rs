//! A type argument is `Send`.

use std::rc::Rc;
use tembel::delayed;

#[delayed]
fn same<T>(x: T) -> T {
    x
}

fn main() {
    let _ = same::<Rc<i32>>(Rc::new(1)).compute();
}
