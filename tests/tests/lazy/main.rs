//! `lazy! { B }` gives what `{ B }` gives.

#[macro_use]
mod law;
mod control;
mod failing;
mod more;
mod parallel;
mod straight;
mod ui;
