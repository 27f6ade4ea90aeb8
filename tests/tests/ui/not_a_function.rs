//! The attribute goes on functions.

use tembel::delayed;

#[delayed]
struct Model {
    weight: f64,
}

#[delayed]
impl Model {
    fn weight(&self) -> f64 {
        self.weight
    }
}

#[delayed]
const LIMIT: usize = 3;

fn main() {
    let _ = Model {
        weight: LIMIT as f64,
    }
    .weight();
}
