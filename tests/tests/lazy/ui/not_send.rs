use tembel::lazy;

use std::rc::Rc;

fn make() -> Rc<i64> {
    Rc::new(1)
}

fn main() {
    let _ = lazy! {
        let a = make();
        *a + 1
    };
}
