//! What `lazy! { … }` is made of: a block whose statements are tasks, and that ends as plain code would.
//!
//! | file | what |
//! |---|---|
//! | [`build`] | tasks of a block, in the order written |
//! | [`slot`] | a variable of the block: the handle, and how tasks get at it |
//! | [`captured`] | what comes from outside of the block |
//! | [`scope`] | what failed first |
//! | [`exit`] | `?` |
//! | [`finish`] | the block's result |

mod build;
mod captured;
mod exit;
mod finish;
mod scope;
mod slot;

pub use build::Block;
pub use captured::{OfDelayed, OfOther, OfReference, by_ref, captured, lift};
pub use exit::{Exit, Fallible, FromResidual, Stop, check};
pub use finish::{Raw, RawDelayed, RawOther, Tail};
pub use slot::Slot;

pub(crate) use scope::{Failure, caught};
