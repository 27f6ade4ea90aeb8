//! Models.

use super::rayon::with_threads;
use crate::store::{Census, Value, check};
use tembel::{Delayed, delayed};

#[delayed]
fn sum(a: &Value, b: &Value) -> Value {
    a.another(a.get() + b.get())
}

#[delayed]
fn number(of: Value) -> u64 {
    of.get()
}

#[test]
fn two_predecessors_that_finish_at_once_start_their_successor_once() {
    check(Some(2), || {
        let census = Census::default();
        with_threads(2, || {
            let (one, two) = (census.clone(), census.clone());
            let a = Delayed::new(move || one.value(1));
            let b = Delayed::new(move || two.value(2));
            assert_eq!(number(sum(a, b)).compute(), 3);
        });
        census.assert_all_dropped(3);
    });
}
