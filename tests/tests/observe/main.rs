//! What observers are told.

mod drawings;
mod features;
mod hooks;
mod log;
mod profile;
mod trace;
