//! Names that users gave to single tasks. Few tasks have one, so they lie beside the records and not in them.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ptr::NonNull;

use super::record::Header;
use crate::sync::{Mutex, global, lock};

type Name = Cow<'static, str>;

global! {
    static NAMES: Mutex<Option<HashMap<usize, Name>>> = Mutex::new(None);
}

/// Keeps the name of a task; the caller sets the record's flag.
pub(super) fn remember(header: NonNull<Header>, name: Name) {
    lock(&NAMES)
        .get_or_insert_default()
        .insert(header.addr().get(), name);
}

/// The name of a task whose flag is set.
pub(super) fn recall(header: NonNull<Header>) -> Option<Name> {
    lock(&NAMES).as_ref()?.get(&header.addr().get()).cloned()
}

/// Forgets the name of a task that is about to be freed.
pub(super) fn forget(header: NonNull<Header>) {
    if let Some(names) = lock(&NAMES).as_mut() {
        names.remove(&header.addr().get());
    }
}
