//! What several of the examples share.

pub mod flights;
