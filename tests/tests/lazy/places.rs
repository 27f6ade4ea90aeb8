//! What the tasks of a block are called, and where they stand.

use tembel::{Delayed, ErrorKind, lazy};

use crate::law::{add, executors};

fn check(n: i64) -> Result<i64, String> {
    if n > 0 { Ok(n) } else { Err("too few".into()) }
}

fn note(_: &i64) {}

fn fail(n: i64) -> i64 {
    assert!(n < 0, "{n} is not below zero");
    n
}

/// Names, and lines after the one before the block, in the order in which the tasks were made.
fn places<T>(block: &Delayed<'_, T>, before: u32) -> Vec<(String, u32)> {
    let graph = block.graph();
    let tasks = graph.as_petgraph().node_weights();
    let places = tasks.map(|task| {
        assert_eq!(task.location().file(), file!());
        (task.name().to_owned(), task.location().line() - before)
    });
    places.collect()
}

fn assert_places<T>(block: &Delayed<'_, T>, before: u32, expected: &[(&str, u32)]) {
    let places = places(block, before);
    let places: Vec<_> = places
        .iter()
        .map(|(name, line)| (&name[..], *line))
        .collect();
    assert_eq!(places, expected);
}

#[test]
#[rustfmt::skip]
fn every_kind_of_statement_has_its_name_and_line() {
    let before = line!();
    let block = lazy! {
        let a = add(1, 2);
        note(&a);
        let b = check(a)?;
        note(&b);
        assert!(b > 0);
        note(&b);
        let mut list = Vec::new();
        list.push(b);
        for round in 0..2 {
            list.push(add(round, 1));
        }
        let c = if add(b, 1) > 2 { add(3, 4) } else { fail(5) };
        match check(c) { Ok(n) => { assert!(n == 7) } Err(_) => { fail(1); } }
        let sum = 'sum: { list.iter().sum::<i64>() };
        Ok::<_, String>(sum + c)
    };
    assert_places(&block, before, &[
        ("add", 2), ("note", 3), ("check", 4), ("check?", 4), ("note", 5), ("assert!", 6), ("all checks", 7), ("note", 7), ("Vec::new", 8),
        ("push", 9), ("add", 11), ("push", 11), ("add", 11), ("push", 11), ("add", 13), (">", 13), ("if", 13), ("check", 14),
        ("match", 14), ("match", 14), ("sum", 15), ("Ok", 16), ("lazy!", 1),
    ]);
    assert_eq!(block.compute(), Ok(3 + 1 + 2 + 7));
}

#[test]
#[rustfmt::skip]
fn the_end_of_a_block_has_its_name_and_line() {
    let before = line!();
    let block = lazy! {
        let n = add(1, 2);
        if n > 2 { add(n, 1) } else { n }
    };
    assert_places(&block, before, &[("add", 2), (">", 3), ("if", 3), ("end", 3)]);
    assert_eq!(block.compute(), 4);

    let before = line!();
    let block = lazy! { };
    assert_places(&block, before, &[("()", 1)]);
    block.compute();

    let before = line!();
    let block = lazy! {
        let inner = lazy! {
            add(1, 2)
        };
        inner + 1
    };
    assert_places(&block, before, &[("lazy!", 2), ("flatten", 2), ("+", 5)]);
    assert_eq!(block.compute(), 4);

    let before = line!();
    let block = lazy! {
        let (a, b) = (1, add(1, 2));
        let c = Delayed::ready(a);
        let (mut d, mut e) = (add(b, c), 1);
        if add(1, 1) == 2 { d += 1; e += add(e, d); }
        d + e
    };
    assert_places(&block, before, &[
        ("add", 2), ("tuple", 2), ("parts", 2), ("Delayed::ready", 3), ("flatten", 3), ("add", 4), ("tuple", 4), ("parts", 4),
        ("add", 5), ("==", 5), ("if", 5), ("parts", 5), ("+", 6),
    ]);
    assert_eq!(block.compute(), 5 + 1 + 1 + 5);
}

#[test]
#[rustfmt::skip]
fn a_failure_in_an_arm_says_where_it_stands() {
    for executor in executors() {
        let before = line!();
        let block = lazy! {
            let n = add(1, 2);
            let k = if add(n, 1) > 2 {
                let m = add(n, 1);
                match add(m, 1) {
                    5 => {
                        note(&m);
                        fail(m)
                    }
                    _ => fail(0),
                }
            } else {
                fail(1)
            };
            k + 1
        };
        let error = executor.try_compute(block).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Panicked);
        assert_eq!((error.task(), error.location().line()), ("fail", before + 8));
    }
}

macro_rules! block_of {
    ($n:expr) => {
        lazy! {
            let a = add($n, 1);
            add(a, 1)
        }
    };
}

struct Numbers<const N: usize>([i64; N]);

impl<const N: usize> Numbers<N> {
    fn sum(&self) -> Delayed<'_, i64> {
        lazy! { add(self.0.iter().sum(), N as i64) }
    }
}

trait Number: Sync {
    fn number(&self) -> i64;
    fn next(&self) -> Delayed<'_, i64> {
        lazy! { add(self.number(), 1) }
    }
}

impl Number for i64 {
    fn number(&self) -> i64 {
        *self
    }
}

fn twice<T: Copy + Send + Sync + std::ops::Add<Output = T> + 'static>(x: T) -> Delayed<'static, T> {
    lazy! { let y = x; std::ops::Add::add(y, y) }
}

#[test]
fn a_block_in_a_macro_stands_where_the_macro_is_called() {
    let before = line!();
    let block = block_of!(1);
    assert_places(&block, before, &[("add", 1), ("add", 1)]);
    assert_eq!(block.compute(), 3);
}

#[test]
fn blocks_stand_in_generic_code() {
    assert_eq!(Numbers([1, 2, 3]).sum().compute(), 9);
    assert_eq!(Number::next(&4).compute(), 5);
    assert_eq!((twice(2_i64).compute(), twice(1.5).compute()), (4, 3.0));
    let names = [twice(2_i64), twice(3_i64)].map(|block| places(&block, 0));
    assert_eq!(names[0], names[1]);
}

#[derive(Clone, Debug, PartialEq)]
struct At(i64);

macro_rules! at {
    ($n:expr) => {
        At($n)
    };
}

blocks! {
    a_type_that_only_a_macro_names: {
        let a = add(1, 2);
        let At(b) = at!(a);
        (at!(b), b)
    }
    a_type_with_a_name_of_ours: {
        struct __At(i64);
        let a = __At(add(1, 2));
        a.0
    }
}
