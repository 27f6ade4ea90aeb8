//! The smallest graph that gains anything: two calls that do not need each other, and one that needs both.

use std::thread::sleep;
use std::time::{Duration, Instant};

use tembel::delayed;

#[delayed(eager = inc_now)]
fn inc(x: i64) -> i64 {
    sleep(Duration::from_secs(1));
    x + 1
}

#[delayed(eager = add_now)]
fn add(x: i64, y: i64) -> i64 {
    sleep(Duration::from_secs(1));
    x + y
}

fn main() {
    // Eager: one call after the other, a second each.
    let start = Instant::now();
    let x = inc_now(1);
    let y = inc_now(2);
    let z = add_now(x, y);
    println!("eager:   {z} after {:.1} s", start.elapsed().as_secs_f64());
    assert_eq!(z, 5);

    // Delayed: the same program. The calls only build the graph …
    let start = Instant::now();
    let x = inc(1);
    let y = inc(2);
    let z = add(x, y);
    println!("building the graph took {:.1?}:", start.elapsed());
    print!("{}", z.graph());

    // … and compute runs it: both `inc`s at the same time, if there are two threads.
    let start = Instant::now();
    let z = z.compute();
    println!("delayed: {z} after {:.1} s", start.elapsed().as_secs_f64());
    assert_eq!(z, 5);
}
