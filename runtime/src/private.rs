//! What generated code calls. Not under semver.

pub use crate::arguments::{
    Argument, ByValue, IntoArg, IntoMut, IntoRef, Lend, Plain, cloned_for_each_attempt,
};
pub use crate::block::{
    Block, Exit, OfDelayed, OfOther, OfReference, RawDelayed, RawOther, Slot, Stop, by_ref,
    captured, check, lift, moved, outside,
};
/// What finds out how a variable from outside is held.
pub mod hold {
    pub use crate::block::{
        LendOutside, OutsideCopy, OutsideMoved, OutsideOwned, ShareOutside, TouchOwned,
    };
}
pub use crate::build::{task, task_flat, task_split};
pub use crate::delayed::Delayed;
pub use crate::graph::{Info, Kind};
pub use crate::retry::{Attempt, task_retried, task_retried_after};
pub use crate::schedule::Limit;
pub use crate::store::{Site, Statement};
pub use std::time::Duration;

/// An argument that is there when the task is built, and is taken as it is.
pub fn value<T: Send>(value: T) -> ByValue<Plain<T>, T> {
    crate::arguments::value(value)
}

/// Types that signatures lead to. Nobody writes their names.
pub mod parts {
    pub use crate::arguments::parts::*;
    pub use crate::block::parts::*;
    pub use crate::compute::{Report, Roots};
    pub use crate::store::{
        Copied, Edges, Fresh, Items, Many, Move, One, OneEdge, Owner, Places, Read, Results, Row,
        Values, Whole, Write,
    };
}
