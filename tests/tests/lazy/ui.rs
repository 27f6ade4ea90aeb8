//! What a block cannot do, and what rustc says of mistakes in one.

#[test]
fn mistakes_are_reported_where_they_are() {
    trybuild::TestCases::new().compile_fail("tests/lazy/ui/*.rs");
}
