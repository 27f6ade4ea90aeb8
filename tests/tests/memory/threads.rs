//! What a thread still holds when it ends is dropped exactly once, and graphs can be built until then.

use std::cell::Cell;
use std::thread::spawn;

use tembel::{Delayed, compute, delayed, lazy};
use tembel_tests::{Census, Counted};

use super::drops::look;

#[delayed]
pub(super) fn count(census: Census, value: i64) -> Counted {
    census.count(value)
}

fn plus(mut a: Counted, by: i64) -> Counted {
    a.value += by;
    a
}

/// Tasks that have run and tasks that have not, which a thread-local holds.
struct Held {
    values: Vec<Delayed<'static, Counted>>,
    census: Census,
}

impl Held {
    fn new(census: &Census) -> Self {
        let values: Vec<_> = (0..100).map(|i| count(census.clone(), i)).collect();
        let looked: Vec<_> = values[..50].iter().map(look).collect();
        assert_eq!(compute(looked), (0..50).collect::<Vec<_>>());
        Held {
            values,
            census: census.clone(),
        }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        // Where the thread's own chunk is gone, each record has one for itself.
        let made = self.census.count(1);
        let block = lazy! {
            let a = plus(made, 2);
            let b = plus(a, 3);
            b
        };
        let last = self.values.pop().map(|value| value.zip(block));
        assert_eq!(
            last.map(|last| last.graph().as_petgraph().node_count()),
            Some(4)
        );
    }
}

thread_local! {
    static EARLIER: Cell<Option<Held>> = const { Cell::new(None) };
    static LATER: Cell<Option<Held>> = const { Cell::new(None) };
}

#[test]
fn what_a_thread_still_holds_is_dropped_when_it_ends() {
    let census = Census::new();
    let threads = [(); 4].map(|()| {
        let census = census.clone();
        spawn(move || {
            // Made before the thread uses any memory of tembel's, so dropped after that is given back.
            EARLIER.set(None);
            let held = Held::new(&census);
            LATER.set(Some(Held::new(&census)));
            EARLIER.set(Some(held));
        })
    });
    for thread in threads {
        thread.join().unwrap();
    }
    // Of each hundred fifty were made, and one more at the end.
    census.assert_over(4 * 2 * 51);
}

#[test]
fn what_another_thread_made_is_dropped_by_one_that_ends() {
    let census = Census::new();
    let held = Held::new(&census);
    spawn(move || EARLIER.set(Some(held))).join().unwrap();
    census.assert_over(51);
}
