//! A delayed function cannot be variadic.

use tembel::delayed;

#[delayed]
unsafe extern "C" fn total(n: usize, _more: ...) -> usize {
    n
}

fn main() {}
