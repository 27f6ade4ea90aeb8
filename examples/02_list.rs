//! Many results in one run, and who runs them: thirty square roots that take 0.1 s each.

use std::thread::sleep;
use std::time::{Duration, Instant};

use tembel::{BuildError, Delayed, Executor, delayed};

#[delayed(eager = slow_sqrt_now)]
fn slow_sqrt(x: f64) -> f64 {
    sleep(Duration::from_millis(100));
    x.sqrt()
}

fn numbers() -> impl Iterator<Item = f64> {
    (0..30).map(f64::from)
}

fn main() -> Result<(), BuildError> {
    let start = Instant::now();
    let expected: Vec<f64> = numbers().map(slow_sqrt_now).collect();
    println!("eager:      {:.1} s", start.elapsed().as_secs_f64());

    for threads in [2, 30] {
        // A `Vec` of handles goes in, a `Vec` of values comes out, in the same order.
        let roots: Vec<Delayed<f64>> = numbers().map(slow_sqrt).collect();
        let executor = Executor::builder().threads(threads).build()?;
        let start = Instant::now();
        let roots = executor.compute(roots);
        println!(
            "{threads:2} threads: {:.1} s",
            start.elapsed().as_secs_f64()
        );
        assert_eq!(roots, expected);
    }

    // `tembel::compute(roots)` does the same on the current rayon pool, which has a thread for each core.
    Ok(())
}
