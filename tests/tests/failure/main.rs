//! Panics, and values that are borrowed.

mod borrowed;
mod panics;
