//! Functions that blocks call.

use std::sync::Mutex;

use crate::law::{Counted, Drops, nap};

pub(crate) fn find(n: i64) -> Option<Vec<i64>> {
    nap();
    (n > 0).then(|| (0..n).collect())
}

pub(crate) fn parse(text: &str) -> Result<i64, String> {
    nap();
    text.parse().map_err(|_| format!("{text:?} is no number"))
}

pub(crate) fn join(mut a: Vec<i64>, b: Vec<i64>) -> Vec<i64> {
    nap();
    a.extend(b);
    a
}

pub(crate) fn push(v: &mut Vec<i64>, x: i64) {
    nap();
    v.push(x);
}

pub(crate) fn yes(n: i64) -> bool {
    nap();
    n > 0
}

pub(crate) fn say(out: &Mutex<Vec<i64>>, x: i64) {
    nap();
    out.lock().unwrap().push(x);
}

pub(crate) fn counted(x: i64, drops: &Drops) -> Counted {
    nap();
    Counted::new(x, drops)
}

pub(crate) fn eat(c: Counted) -> i64 {
    nap();
    c.0
}

pub(crate) fn look(c: &Counted) -> i64 {
    nap();
    c.0
}

pub(crate) fn burst(why: &str) -> i64 {
    nap();
    panic!("{why}")
}
