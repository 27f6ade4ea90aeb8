//! Handles are covariant, `Send`, and quiet.

use std::sync::atomic::{AtomicBool, Ordering};

use tembel::{Delayed, delayed};

#[delayed]
fn load(n: usize) -> Vec<f64> {
    vec![2.0; n]
}

#[delayed]
fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[delayed]
fn norm(a: &[f64]) -> f64 {
    a.iter().map(|x| x * x).sum()
}

#[delayed]
fn add(a: f64, b: f64) -> f64 {
    a + b
}

#[test]
fn data_outlives_a_local() {
    let data = load(3);
    {
        let local = vec![2.0; 3];
        let d = dot(&data, &local);
        assert!((d.compute() - 12.0).abs() < 1e-12);
    }
    assert_eq!(data.compute(), [2.0; 3]);
}

struct Pipe<'a> {
    data: Delayed<'a, Vec<f64>>,
}

impl<'a> Pipe<'a> {
    fn step(&self, l: &'a [f64]) -> Delayed<'a, f64> {
        dot(&self.data, l)
    }
}

fn shorter<'l: 's, 's, T>(d: Delayed<'l, T>) -> Delayed<'s, T> {
    d
}

fn diamond() -> Delayed<'static, f64> {
    let x = load(4);
    let a = norm(&x);
    add(a, dot(&x, &x))
}

fn shorter_value<'s>(d: Delayed<'s, &'static str>) -> Delayed<'s, &'s str> {
    d
}

#[test]
fn handles_are_covariant() {
    let local = [1.0, 2.0, 3.0];
    let pipe = Pipe { data: load(3) };
    assert!((pipe.step(&local).compute() - 12.0).abs() < 1e-12);
    assert!((shorter(diamond()).compute() - 32.0).abs() < 1e-12);
    assert_eq!(shorter_value(Delayed::new(|| "text")).compute(), "text");
    let mut kept: Vec<Delayed<f64>> = vec![diamond()];
    kept.push(dot(&local[..], &local[..]));
    assert_eq!(tembel::compute(kept).len(), 2);
}

#[test]
fn handles_are_send_and_sync_where_values_are() {
    fn is_send<T: Send>(value: T) -> T {
        value
    }
    fn is_sync<T: Sync>(value: T) -> T {
        value
    }
    assert!((is_sync(is_send(diamond())).compute() - 32.0).abs() < 1e-12);
    let cell = is_send(Delayed::new(|| std::cell::Cell::new(1)));
    assert_eq!(cell.compute().get(), 1);
}

#[test]
fn debug_names_the_task_and_does_not_run_it() {
    let ran = AtomicBool::new(false);
    let task = Delayed::new(|| ran.store(true, Ordering::SeqCst));
    assert_eq!(format!("{task:?}"), "Delayed(closure)");
    assert_eq!(format!("{:?}", load(3)), "Delayed(load)");
    assert_eq!(
        format!("{:?}", load(3).named("month 3")),
        "Delayed(month 3)"
    );
    drop(task);
    assert!(!ran.load(Ordering::SeqCst));
}

#[test]
fn a_handle_is_one_word() {
    assert_eq!(size_of::<Delayed<String>>(), size_of::<usize>());
    assert_eq!(size_of::<Option<Delayed<String>>>(), size_of::<usize>());
}
