//! `lazy! { B }` gives what `{ B }` gives.

#![allow(
    clippy::all,
    clippy::pedantic,
    reason = "blocks are written in all the ways in which users might"
)]

#[macro_use]
mod law;
mod control;
mod failing;
mod more;
mod parallel;
mod straight;
mod ui;
