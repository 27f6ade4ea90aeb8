//! A result cannot borrow from an argument, and there is one error for each such function.

use tembel::delayed;

#[delayed]
fn first(xs: &[f64]) -> &f64 {
    &xs[0]
}

#[delayed]
fn longer<'a>(a: &'a str, b: &'a str) -> &'a str {
    if a.len() > b.len() { a } else { b }
}

#[delayed]
fn words(text: &str) -> Vec<&str> {
    text.split(' ').collect()
}

#[delayed]
fn iter(xs: &[f64]) -> std::slice::Iter<'_, f64> {
    xs.iter()
}

struct Model {
    name: String,
}

impl Model {
    #[delayed]
    fn name(&self) -> &str {
        &self.name
    }
}

fn main() {
    let text = String::from("a b");
    let _ = first(&[1.0][..]).compute();
    let _ = longer(&text, &text).compute();
    let _ = words(&text).compute();
    let _ = iter(&[1.0][..]).compute();
    let _ = Model { name: text }.name().compute();
}
