//! What observers are told.

mod drawings;
mod hooks;
mod log;
mod profile;
mod trace;
