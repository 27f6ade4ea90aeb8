//! A lock in a static of the user's program: made while compiling, and as new for each execution of a model.

use std::any::Any;
use std::collections::HashMap;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};
use std::sync::PoisonError;

use super::{Mutex, MutexGuard, global};

/// What is under a lock, by the lock's place in memory.
type Contents = HashMap<usize, Box<dyn Any + Send>>;

global! {
    /// One of loom's locks stands for all.
    static CONTENTS: Mutex<Contents> = Mutex::new(HashMap::new());
}

/// std's `Mutex`, as far as it is used, of something that begins as its default.
#[derive(Debug)]
pub(crate) struct StaticMutex<T>(PhantomData<fn() -> T>);

pub(crate) struct StaticGuard<'m, T> {
    contents: MutexGuard<'static, Contents>,
    at: usize,
    mutex: PhantomData<&'m T>,
}

impl<T: Default + Send + 'static> StaticMutex<T> {
    pub(crate) const fn new(first: T) -> Self {
        std::mem::forget(first);
        StaticMutex(PhantomData)
    }

    pub(crate) fn lock(
        &'static self,
    ) -> Result<StaticGuard<'static, T>, PoisonError<StaticGuard<'static, T>>> {
        let at = std::ptr::from_ref(self).addr();
        let mut contents = crate::sync::lock(&*CONTENTS);
        contents.entry(at).or_insert_with(|| Box::new(T::default()));
        Ok(StaticGuard {
            contents,
            at,
            mutex: PhantomData,
        })
    }
}

impl<T: 'static> Deref for StaticGuard<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        self.contents[&self.at].downcast_ref().expect("its type")
    }
}

impl<T: 'static> DerefMut for StaticGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        let content = self.contents.get_mut(&self.at);
        content
            .and_then(|content| content.downcast_mut())
            .expect("its type")
    }
}
