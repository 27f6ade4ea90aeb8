//! tembel

#![deny(unsafe_code)]

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod arguments;
mod block;
mod build;
mod compute;
mod delayed;
mod error;
mod executor;
mod graph;
mod schedule;
mod store;
mod sync;

pub use petgraph;
pub use tembel_macros::{delayed, lazy};

pub use arguments::{IntoArg, IntoMut, IntoRef};
pub use compute::{Gather, GatherInto, compute, gather, try_compute};
pub use delayed::Delayed;
pub use error::{Error, ErrorKind};
pub use executor::{BuildError, Executor, ExecutorBuilder};
pub use graph::{Access, Graph, Kind, TaskInfo};
