//! A task that never runs still drops what it captured, which may look at borrowed data.

use tembel::Delayed;

struct Guard<'a>(&'a String);

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

fn main() {
    let task;
    let text = String::from("gone before the task is dropped");
    let guard = Guard(&text);
    task = Delayed::new(move || guard.0.len());
    let _ = &task;
}
