//! Programs on arrays, one a process: `cargo bench -p tembel --features linalg --bench array -- mean` prints the best time of
//! several runs in seconds, the most memory that they added, in MB, and the least CPU time. `compare.py` beside this file runs
//! the same in `NumPy` and dask.array.

use std::hint::black_box;
use std::time::Instant;

use cpu_time::ProcessTime;
use memmap2::MmapMut;
use tembel::Delayed;
use tembel::array::{Array2, Sketch, from_ndarray, ndarray, random};

/// Of the arrays that are in memory.
const SIDE: usize = 8_000;

fn main() {
    let programs: [(&str, fn()); 12] = [
        ("random_mean", random_mean),
        ("mean", || in_memory(SIDE, 7, |x| x.mean().compute())),
        ("std", || in_memory(SIDE, 7, |x| x.std(0.0).compute())),
        ("transpose_sum", || {
            in_memory(SIDE, 5, |x| (x + x.t()).mean_axis(0).compute());
        }),
        ("dot", || in_memory(SIDE, 1, |x| x.dot(x).compute())),
        ("qr", || tall(|x| tembel::compute(handles(x.qr())))),
        ("singular_values", || {
            tall(|x| {
                let (_, s, _) = x.svd(); // U is dropped here, and nothing is kept for it
                s.compute()
            });
        }),
        ("svd_compressed", || {
            in_memory(SIDE, 2, |x| {
                let (u, s, vt) = x.svd_compressed(Sketch::rank(10).seed(1));
                tembel::compute((u.into_delayed(), s.into_delayed(), vt.into_delayed()))
            });
        }),
        ("chain", || in_memory(10_000, 3, |x| chain(x).compute())),
        ("one_pass", || in_memory(10_000, 3, |x| (x * 2.0).compute())),
        ("bare_pass", bare_pass),
        ("chain_sum", || {
            in_memory(10_000, 3, |x| chain(x).sum().compute());
        }),
    ];
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    for (name, program) in programs {
        if wanted.iter().any(|wanted| wanted == name) {
            program();
        }
    }
}

fn random_mean() {
    report(3, || {
        let x = random::standard_normal((10_000, 10_000), 42);
        x.chunks((1_000, 1_000)).mean().compute()
    });
}

fn in_memory<T>(side: usize, times: u32, program: impl Fn(&Array2<'_, f64>) -> T) {
    let data: ndarray::Array2<f64> = random::standard_normal((side, side), 1).compute();
    let x = from_ndarray(&data);
    report(times, || program(&x));
}

/// A matrix of 1,000,000 × 64 numbers in fifty chunks.
fn tall<T>(program: impl Fn(&Array2<'_, f64>) -> T) {
    let data: ndarray::Array2<f64> = random::standard_normal((1_000_000, 64), 1).compute();
    let x = from_ndarray(&data).chunks((20_000, 64));
    report(3, || program(&x));
}

type Matrix = ndarray::Array2<f64>;

fn handles<'a>(
    (q, r): (Array2<'a, f64>, Array2<'a, f64>),
) -> (Delayed<'a, Matrix>, Delayed<'a, Matrix>) {
    (q.into_delayed(), r.into_delayed())
}

/// What a pass over memory takes without any library: two threads read as many numbers as `chain`, each its half, and write
/// twice as much to new memory, whose pages the system has to hand out. It asks for large pages, as `chain` and `NumPy` do:
/// with small ones it takes several times as long.
fn bare_pass() {
    let data = random::standard_normal(100_000_000, 1).compute();
    let numbers = data.as_slice().expect("an array of one axis");
    report(3, || {
        let mut out = MmapMut::map_anon(size_of_val(numbers)).expect("memory");
        #[cfg(target_os = "linux")]
        out.advise(memmap2::Advice::HugePage).ok();
        let half = numbers.len() / 2;
        std::thread::scope(|scope| {
            for (from, to) in numbers.chunks(half).zip(out.chunks_mut(8 * half)) {
                scope.spawn(|| {
                    for (from, to) in from.iter().zip(to.as_chunks_mut().0) {
                        *to = (from * 2.0).to_ne_bytes();
                    }
                });
            }
        });
        out
    });
}

/// Ten operations on each element.
fn chain<'a>(x: &Array2<'a, f64>) -> Array2<'a, f64> {
    let mut y = x * 1.5;
    for scalar in [0.5, 0.25, -0.75] {
        y = (y + scalar) * 0.9 - scalar;
    }
    y
}

/// Prints the best time, the most memory, and the least CPU time.
fn report<T>(times: u32, program: impl Fn() -> T) {
    let before = start_of_peak();
    let (mut best, mut least) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..times {
        let (start, cpu) = (Instant::now(), ProcessTime::now());
        black_box(program());
        best = best.min(start.elapsed().as_secs_f64());
        least = least.min(cpu.elapsed().as_secs_f64());
    }
    let peak = (status("VmHWM:") - before) / 1024;
    println!("{best:.4} {peak} {least:.4}");
}

/// Forgets the most memory that the process had so far, and says what it has now, in KiB.
fn start_of_peak() -> i64 {
    // Only Linux has it; elsewhere the peak is that of the whole process.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
    status("VmRSS:")
}

fn status(field: &str) -> i64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(field));
    let number = line.and_then(|line| line.split_whitespace().next());
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}
