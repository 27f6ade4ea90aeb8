//! What observers are told.

mod hooks;
mod log;
mod profile;
mod trace;
