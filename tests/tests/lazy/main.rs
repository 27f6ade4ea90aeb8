//! `lazy! { B }` gives what `{ B }` gives.

#[macro_use]
mod law;
mod straight;
mod failing;
mod control;
mod more;
mod parallel;
mod ui;
