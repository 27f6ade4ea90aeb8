//! `lazy! { B }` gives what `{ B }` gives.

#![allow(
    clippy::all,
    clippy::pedantic,
    reason = "blocks are written in all the ways in which users might"
)]

#[macro_use]
mod law;
mod branches;
mod branches_failing;
mod calls;
mod captured;
mod captured_in_arms;
mod control;
mod failing;
mod formatted;
mod in_place;
mod many;
mod more;
mod parallel;
mod places;
mod spliced;
mod spliced_branches;
mod straight;
mod ui;
