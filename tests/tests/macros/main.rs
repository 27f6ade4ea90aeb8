//! What `#[delayed]` accepts and refuses, and what handles tell about themselves.

mod functions;
mod graphs;
mod handles;

#[test]
fn wrong_uses_have_helpful_messages() {
    trybuild::TestCases::new().compile_fail("tests/ui/*.rs");
}
