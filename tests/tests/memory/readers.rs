//! A value lives until its last reader has run, however many there are and whoever made them.

use std::thread::{scope, spawn};

use tembel::{Delayed, Executor, compute, delayed, try_compute};
use tembel_tests::{Census, Counted, executors};

use super::drops::look;
use super::threads::count;

/// As large as needs memory of its own.
struct Large {
    value: Counted,
    _more: [u8; 8192],
}

#[delayed]
fn enlarge(value: Counted) -> Large {
    Large {
        value,
        _more: [0; 8192],
    }
}

#[delayed]
fn look_into(x: &Large) -> i64 {
    x.value.get()
}

#[delayed]
fn take(x: Counted) -> i64 {
    x.get()
}

/// Reads a value so many times, in two runs; it has to be alive in between, if it is read in the second.
fn read<T>(
    executor: &Executor<'static>,
    census: &Census,
    value: Delayed<'static, T>,
    look: impl Fn(&Delayed<'static, T>) -> Delayed<'static, i64>,
    readers: usize,
) {
    let mut first: Vec<_> = (0..readers).map(|_| look(&value)).collect();
    drop(value);
    let second = first.split_off(readers / 2);
    let is_made = !first.is_empty();
    assert_eq!(executor.compute(first), vec![7; readers / 2]);
    assert_eq!(census.alive(), usize::from(is_made));
    assert_eq!(executor.compute(second), vec![7; readers - readers / 2]);
    assert_eq!(census.alive(), 0);
}

#[test]
fn a_value_is_dropped_with_its_last_reader_however_many_there_are() {
    for (name, executor) in executors(7) {
        for readers in [1, 2, 3, 253, 254, 255, 256, 257, 1000] {
            let census = Census::new();
            read(
                &executor,
                &census,
                count(census.clone(), 7),
                |x| look(x),
                readers,
            );
            let large = enlarge(count(census.clone(), 7));
            read(&executor, &census, large, |x| look_into(x), readers);
            assert_eq!(census.made(), 2, "{name}");
        }
    }
}

#[test]
fn readers_that_threads_make_at_once_of_one_value_are_all_counted() {
    let census = Census::new();
    for _ in 0..20 {
        let value = count(census.clone(), 7);
        scope(|threads| {
            for part in 0..4 {
                let value = &value;
                threads.spawn(move || {
                    for round in 0..50 {
                        let readers = (0..=part + round % 3).map(|_| look(value));
                        let readers: Vec<_> = readers.collect();
                        assert!(compute(readers).iter().all(|&seen| seen == 7));
                    }
                });
            }
            let readers: Vec<_> = (0..400).map(|_| look(&value)).collect();
            assert_eq!(compute(readers), vec![7; 400]);
        });
        assert_eq!(census.alive(), 1);
        assert_eq!(take(value).compute(), 7);
    }
    census.assert_over(20);
}

#[test]
fn a_taker_is_refused_for_readers_that_another_thread_made_and_left() {
    let census = Census::new();
    let own = census.clone();
    let made = spawn(move || {
        let value = count(own, 7);
        let readers: Vec<_> = (0..300).map(|_| look(&value)).collect();
        (value, readers)
    });
    let (value, mut readers) = made.join().unwrap();
    readers.push(look(&value));
    let taken = take(value);
    for left in [300, 10, 1] {
        assert_eq!(compute(readers.split_off(left)).first(), Some(&7));
        let error = try_compute(&taken).unwrap_err().to_string();
        assert!(error.contains(&left.to_string()), "{error}");
    }
    assert_eq!(compute(readers), [7]);
    assert_eq!(taken.compute(), 7);
    census.assert_over(1);
}
