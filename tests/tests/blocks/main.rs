//! Random blocks: `lazy! { B }` gives what `{ B }` gives, however it is run.

#[macro_use]
mod twins;
#[allow(
    clippy::pedantic,
    unused,
    reason = "functions as users write them, and not every seed calls each"
)]
mod words;

#[allow(clippy::all, clippy::pedantic, unused, reason = "nobody wrote them")]
#[rustfmt::skip]
mod generated;

/// How the committed blocks were made.
const COUNT: u64 = 200;
const SEED: u64 = 1;

#[test]
fn the_blocks_are_those_of_their_seed() {
    let fresh = tembel_tests::generate::module(COUNT, SEED);
    let kept = include_str!("generated.rs");
    let differs = fresh.lines().zip(kept.lines()).position(|(a, b)| a != b);
    assert_eq!(
        differs, None,
        "the first line that differs, from 0; see CONTRIBUTING.md"
    );
    assert_eq!(fresh.len(), kept.len());
}
