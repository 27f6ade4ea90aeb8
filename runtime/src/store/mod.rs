//! Tasks and their values in memory. The only module with `unsafe`; what it gives to others is safe to call within the
//! protocol that each function names, and private to the crate.
//!
//! | file | what |
//! |---|---|
//! | [`chunk`] | memory for records |
//! | [`record`], [`memory`] | layout of a record, its states; where it lies |
//! | [`edge`] | what a task holds of the values it needs |
//! | [`run`], [`values`], [`ready`] | building a task, running it; what it makes; what is there already |
//! | [`table`] | what is the same for all tasks of a kind |
//! | [`count`], [`maker`], [`release`] | counts of readers, and who may change which part; what happens at zero |
//! | [`task`], [`stretch`] | what collector and workers may do with a task; which tasks lie near each other |
//! | [`name`] | what tasks are called |
//! | [`statement`] | a statement of a block: what it knows of itself, and how it runs |

#![allow(
    unsafe_code,
    reason = "a task's record is one piece of typed memory; see runtime/benches for what safe code costs"
)]

mod chunk;
mod count;
mod edge;
mod maker;
mod memory;
#[cfg(all(loom, test))]
mod models;
mod name;
mod ready;
mod record;
mod release;
mod run;
mod statement;
mod stretch;
mod table;
mod task;
mod values;
#[cfg(all(loom, test))]
mod watched;

#[cfg(feature = "array")]
pub(crate) use chunk::in_large_pages;
#[cfg(test)]
pub(crate) use chunk::kept;
pub(crate) use chunk::{about_in_use, run_over, settle};
pub(crate) use count::Alone;
pub use edge::{Copied, Edges, Many, Move, OneEdge, Owner, Read, Row, Write};
pub(crate) use name::BINDS;
pub(crate) use ready::new_ready;
pub(crate) use record::Ran;
pub(crate) use run::{Handle, new_flat_task, new_task};
pub(crate) use statement::{BlockNumber, new_flat_statement, new_statement};
pub use statement::{Site, Statement};
pub(crate) use stretch::{STRETCH, Stretch};
pub(crate) use task::{OutputRef, Payload, State, TaskRef};
pub use values::{Fresh, Items, One, Places, Results, Values, Whole};
#[cfg(all(loom, test))]
pub(crate) use watched::{Census, Dice, Place, Value, check};
