//! `compute` of a lent handle gives a clone.

use tembel::{compute, delayed};

struct Model;

#[delayed]
fn load() -> Model {
    Model
}

fn main() {
    let model = load();
    let _ = compute(&model);
}
