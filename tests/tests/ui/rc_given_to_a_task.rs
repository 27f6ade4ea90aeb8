//! A closure that holds an `Rc` cannot become a task.

use std::rc::Rc;
use tembel::Delayed;

fn main() {
    let shared = Rc::new(1);
    let task = Delayed::new(move || *shared + 1);
    let _ = task.compute();
}
