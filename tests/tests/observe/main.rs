//! What observers are told.

mod blocks;
mod careful;
mod drawings;
mod features;
mod hooks;
mod log;
mod panics;
mod profile;
mod trace;
