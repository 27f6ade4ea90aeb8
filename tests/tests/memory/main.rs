//! Every value is dropped exactly once, as soon as it can be; and no graph is too large.

#[cfg(target_os = "linux")]
mod array;
mod between;
mod drops;
mod drops_in_panics;
#[cfg(target_os = "linux")]
mod kept;
mod peak;
mod readers;
mod size;
mod threads;
