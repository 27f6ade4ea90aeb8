//! What observers are told.

mod hooks;
mod log;
