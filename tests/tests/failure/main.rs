//! Panics, and values that are borrowed.

#![allow(
    clippy::boxed_local,
    clippy::needless_pass_by_value,
    clippy::ptr_arg,
    clippy::trivially_copy_pass_by_ref,
    reason = "how a parameter is taken is what is tested"
)]
#![allow(
    clippy::items_after_statements,
    clippy::large_stack_arrays,
    clippy::many_single_char_names,
    clippy::needless_for_each,
    reason = "a test stands for itself"
)]

mod borrowed;
mod panics;
