//! A handle is cloned only where its value is.

use tembel::delayed;

struct Model;

#[delayed]
fn load() -> Model {
    Model
}

fn main() {
    let model = load();
    let copy = model.clone();
    let _ = tembel::compute((model, copy));
}
