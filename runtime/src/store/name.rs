//! What tasks are called. Few have a name that a user gave to them alone, so these lie beside the records and not in them.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ptr::NonNull;

use super::record::{Header, NAMED};
use super::task::TaskRef;
use crate::sync::{Mutex, Ordering, global, lock};

/// Between the variable and the name in what the macro writes of a statement: `a = load`.
pub(crate) const BINDS: &str = " = ";

type Name = Cow<'static, str>;

global! {
    static NAMES: Mutex<Option<HashMap<usize, Name>>> = Mutex::new(None);
}

/// Keeps the name of a task; the caller sets the record's flag.
fn remember(header: NonNull<Header>, name: Name) {
    lock(&NAMES)
        .get_or_insert_default()
        .insert(header.addr().get(), name);
}

/// The name of a task whose flag is set.
fn recall(header: NonNull<Header>) -> Option<Name> {
    lock(&NAMES).as_ref()?.get(&header.addr().get()).cloned()
}

/// Forgets the name of a task that is about to be freed.
pub(super) fn forget(header: NonNull<Header>) {
    if let Some(names) = lock(&NAMES).as_mut() {
        names.remove(&header.addr().get());
    }
}

impl TaskRef {
    /// The name the user gave it, or its function's.
    pub(crate) fn name(self) -> Name {
        match self.own_name() {
            Some((Cow::Borrowed(name), start)) => Cow::Borrowed(&name[start..]),
            Some((name, _)) => name,
            None => Cow::Borrowed(self.info().name()),
        }
    }

    /// The name of this task, where it is not that of all tasks of its kind, and where the name starts there: before it may stand
    /// the variable of a block that has its value.
    pub(crate) fn own_name(self) -> Option<(Name, usize)> {
        let own = (self.header().first.flags.load(Ordering::Acquire) & NAMED != 0)
            .then(|| recall(self.0))
            .flatten();
        if let Some(name) = own {
            return Some((name, 0));
        }
        let name = self.header().table.site?.name;
        let start = name.find(BINDS).map_or(0, |end| end + BINDS.len());
        Some((Cow::Borrowed(name), start))
    }

    /// Gives it a name of its own.
    pub(crate) fn rename(self, name: Name) {
        remember(self.0, name);
        self.header().first.flags.fetch_or(NAMED, Ordering::Release);
    }
}
