//! A task takes a value, not a reference's target.

use tembel::{Delayed, delayed};

#[delayed]
fn total(xs: Vec<f64>) -> f64 {
    xs.iter().sum()
}

fn both(xs: &Delayed<Vec<f64>>) -> f64 {
    total(*xs).compute()
}

fn main() {
    let _ = both(&Delayed::new(Vec::new));
}
