//! What `lazy! { … }` is made of: a block whose statements are tasks, and that ends as plain code would.
//!
//! | file | what |
//! |---|---|
//! | [`build`] | tasks of a block, in the order written |
//! | [`branch`] | a block inside of a block, made when a task's result is there |
//! | [`slot`] | a variable of the block: the handle, and how tasks get at it |
//! | [`notes`] | what is noted for later tasks and the end |
//! | [`captured`] | what comes from outside of the block |
//! | [`outside`] | what comes from outside, and several statements use |
//! | [`scope`] | what failed first |
//! | [`exit`] | `?` |
//! | [`finish`] | the block's result |

mod branch;
mod build;
mod captured;
mod exit;
mod finish;
mod notes;
mod outside;
mod scope;
mod slot;

pub use build::Block;
pub use captured::{OfDelayed, OfOther, OfReference, by_ref, captured, lift, moved};
pub use exit::{Exit, Stop, check};
pub use finish::{RawDelayed, RawOther};
pub use outside::{
    LendOutside, OutsideCopy, OutsideMoved, OutsideOwned, ShareOutside, TouchOwned, outside,
};
pub use slot::Slot;

pub(crate) use scope::{Cause, Failure, caught, tell_last};

/// Types that signatures lead to.
pub(crate) mod parts {
    pub use super::branch::Later;
    pub use super::captured::{Borrowed, Captured};
    pub use super::exit::{Fallible, FromResidual};
    pub use super::finish::{Raw, SplitSlots, Tail};
    pub use super::notes::Keep;
    pub use super::outside::{Copies, Light, Outside, Shared};
    pub use super::slot::{Reading, Seen, Sharing, Writing};
}
