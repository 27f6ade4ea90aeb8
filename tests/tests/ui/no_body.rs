//! A required method has no body to make a task of.

use tembel::delayed;

trait Model {
    #[delayed]
    fn score(&self, x: f64) -> f64;
}

fn main() {}
