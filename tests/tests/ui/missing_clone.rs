//! `f(&x)` into a parameter by value needs a clone.

use tembel::delayed;

struct Model;

#[delayed]
fn load() -> Model {
    Model
}

#[delayed]
fn score(model: Model) -> f64 {
    let _ = model;
    1.0
}

fn main() {
    let model = load();
    let _ = score(&model).compute();
}
