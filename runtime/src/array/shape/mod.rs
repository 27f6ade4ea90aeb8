//! Other arrangements of the same elements.

pub(super) mod broadcast;
mod join;
mod reshape;
mod slice;

pub use join::{concatenate, stack};
