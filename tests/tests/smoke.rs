//! smoke
use tembel::{Delayed, Executor, compute, delayed};
#[delayed]
fn inc(x: i64) -> i64 {
    x + 1
}
#[delayed]
fn add(x: i64, y: i64) -> i64 {
    x + y
}
#[delayed]
fn load(n: usize) -> Vec<f64> {
    vec![1.0; n]
}
#[delayed]
fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}
#[delayed]
fn push(v: &mut Vec<f64>, x: f64) -> usize {
    v.push(x);
    v.len()
}
#[delayed]
fn total(xs: Vec<i64>) -> i64 {
    xs.iter().sum()
}
#[delayed]
fn fib(n: u64) -> Delayed<'static, i64> {
    if n < 2 {
        Delayed::ready(n as i64)
    } else {
        add(fib(n - 1), fib(n - 2))
    }
}
#[test]
fn all() {
    let z = add(inc(1), inc(2));
    println!("{}", z.graph());
    assert_eq!(z.compute(), 5);
    let x = inc(1);
    let y = inc(&x);
    assert_eq!(total(vec![x, y]).compute(), 5);
    let local = vec![2.0; 3];
    let mut d = load(3);
    let s = dot(&d, &local);
    let n = push(&mut d, 5.0);
    let t = dot(&d, &d);
    println!("{}", gr(&t));
    assert_eq!(
        compute((s, n, t, d)),
        (6.0, 4, 28.0, vec![1.0, 1.0, 1.0, 5.0])
    );
    for e in [
        Executor::builder().build().unwrap(),
        Executor::builder().threads(1).build().unwrap(),
        Executor::builder().threads(4).build().unwrap(),
        Executor::builder().sequential().build().unwrap(),
        Executor::builder().shuffled(3).build().unwrap(),
    ] {
        assert_eq!(e.compute(fib(15)), 610);
        let xs: Vec<_> = (0..1000).map(|i| inc(i)).collect();
        assert_eq!(e.compute(total(xs)), 500500);
    }
    let d = load(2);
    let s = dot(&d, &d);
    let e = d.try_compute().unwrap_err();
    println!("{e}");
    drop(s);
}
fn gr<T>(d: &Delayed<T>) -> String {
    d.graph().to_string()
}
#[test]
fn long() {
    let mut x = inc(0);
    for _ in 0..1_000_000 {
        x = inc(x);
    }
    assert_eq!(x.compute(), 1_000_001);
    let mut x = inc(0);
    for _ in 0..1_000_000 {
        x = inc(x);
    }
    drop(x);
    fn step(x: i64) -> Delayed<'static, i64> {
        if x == 0 {
            Delayed::ready(7)
        } else {
            inc(x).map(|x| x - 2).and_then(step)
        }
    }
    assert_eq!(step(1_000_000).compute(), 7);
}
#[delayed]
fn eat(v: Vec<f64>) -> usize {
    v.len()
}
#[delayed]
fn slow(v: &[f64]) -> usize {
    std::thread::sleep(std::time::Duration::from_millis(20));
    v.len()
}
#[test]
fn dynamic_take_waits() {
    for threads in [1, 2, 8] {
        let e = Executor::builder().threads(threads).build().unwrap();
        let y = load(3);
        let s = slow(&y);
        let r = inc(1).and_then(move |_| eat(y));
        assert_eq!(e.compute((r, s)), (3, 3));
        let y = load(3);
        let s = slow(&y);
        let r = inc(1).and_then(move |_| eat(y));
        let err = e.try_compute(r).unwrap_err();
        println!("{err}");
        assert_eq!(err.kind(), tembel::ErrorKind::Borrowed);
        drop(s);
        let r = inc(1).and_then(|x| {
            let y = Delayed::ready(x);
            std::mem::forget(inc(&y));
            y
        });
        assert_eq!(
            e.try_compute(r).unwrap_err().kind(),
            tembel::ErrorKind::Borrowed
        );
    }
}
#[test]
fn shared() {
    for threads in [1, 2, 8] {
        let e = Executor::builder().threads(threads).build().unwrap();
        for _ in 0..200 {
            let x = inc(1);
            let a = inc(&x);
            let b = inc(&x);
            let (p, q) = std::thread::scope(|s| {
                let p = s.spawn(|| e.compute(a));
                let q = s.spawn(|| e.compute(b));
                (p.join().unwrap(), q.join().unwrap())
            });
            assert_eq!((p, q), (3, 3));
            let x = inc(1);
            let y = inc(&x);
            let z = Delayed::new(|| *y.force() + *x.force());
            let w = add(inc(&x), inc(&y));
            assert_eq!(e.compute((z, w)), (5, 7));
        }
    }
}
