//! A value that would be taken from under its readers: who, whose, and what to write.

use std::fmt;
use std::panic::Location;

use crate::store::TaskRef;

/// A value that would be taken from under its readers.
#[derive(Debug)]
pub(crate) struct Borrow {
    pub(super) value: String,
    pub(super) value_at: &'static Location<'static>,
    taker: Option<(String, &'static Location<'static>)>,
    readers: u32,
}

impl Borrow {
    /// `taker` is the task that takes or changes the value of `value`, or nobody where it is asked for itself.
    pub(crate) fn new(value: TaskRef, taker: Option<TaskRef>, readers: u32) -> Self {
        let taker = taker.map(|task| (task.name().into_owned(), task.location()));
        Borrow {
            value: value.name().into_owned(),
            value_at: value.location(),
            taker,
            readers,
        }
    }
}

impl fmt::Display for Borrow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Borrow {
            value,
            value_at,
            taker,
            readers,
        } = self;
        write!(f, "the value of `{value}` ({value_at}) is borrowed: ")?;
        match taker {
            Some((taker, taker_at)) => write!(f, "`{taker}` ({taker_at}) takes or changes it")?,
            None => f.write_str("`compute` gives it away")?,
        }
        match readers {
            1 => f.write_str(", but 1 task that still has to read it is not part of this run. ")?,
            _ => write!(
                f,
                ", but {readers} tasks that still have to read it are not part of this run. "
            )?,
        }
        let taken = taker.as_ref().map_or(value, |(taker, _)| taker);
        write!(
            f,
            "Compute them together (`compute((reader, {taken}))`), drop the reader's handle before, \
             give the taker a clone where there is one (`x.clone()`), or look at the value without taking it (`x.force()`)"
        )
    }
}
