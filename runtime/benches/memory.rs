//! What a graph holds: bytes a task, the most values that live at a time, and what stays after a run that kept few values.
//!
//! `cargo bench -p tembel --bench memory [-- workers=2 tasks=100000,1000000]`.
//!
//! | line | what | read |
//! |---|---|---|
//! | `what=bytes` | memory a task in the first graph of a process: `records` once it is built, `most` at the peak of the run | `most` |
//! | `what=live` | blocks of numbers that live at a time; `least` is what one worker would need | `most` |
//! | `what=kept` | values of 8 bytes, or of 4 KiB on the heap, of which some are kept, in so many graphs one after the other (`rounds`). `needs` is what a record for each of them would take, `with` what is allocated while they live, `after` when they are gone; `resident` and `resident_after` are the same as pages | `ratio`: `resident` beyond a reserve of 16 MiB, by `needs` |
//!
//! Memory is counted in the allocator, on the thread that builds and runs, so these graphs run on one worker. Live values are
//! counted as they are made and dropped.

mod measure;
mod shapes;

use std::sync::atomic::{AtomicUsize, Ordering};

use allocation_counter::opt_out;
use measure::{Options, in_fresh_process};
use shapes::{Empty, build};
use tembel::{Delayed, compute, delayed};

/// Bytes of free memory that are kept in any case.
const RESERVE: f64 = (16 << 20) as f64;

fn main() {
    let options = Options::read(&["workers", "tasks", "bytes", "kept", "value", "rounds"]);
    let tasks = options.list("tasks", &[100_000, 1_000_000]);
    if let Some(shape) = options.text("bytes") {
        return measure::pool(1).install(|| answer_bytes(shape, tasks[0]));
    }
    if options.text("kept").is_some() {
        let [every, value, rounds] = ["kept", "value", "rounds"].map(|key| options.one(key, 1));
        return measure::pool(1).install(|| match value {
            8 => answer_kept::<u64>(tasks[0], every, rounds),
            _ => answer_kept::<Vec<u8>>(tasks[0], every, rounds),
        });
    }
    println!("memory");
    for n in tasks {
        for shape in shapes::ALL {
            let answer = in_fresh_process(&format!("bytes={shape} tasks={n}"));
            let [n, records, most] = ["n", "records", "most"].map(|key| answer.number(key));
            println!("memory what=bytes shape={shape} n={n} records={records:.0} most={most:.0}");
        }
        for (every, value, rounds) in [
            (2, 8, 1),
            (1_000, 8, 1),
            (1_000, 8, 10),
            (1_000, 4096, 1),
            (1_000, 4096, 10),
        ] {
            print_kept(n, every, value, rounds);
        }
    }
    let workers = options.one("workers", 2);
    measure::pool(workers).install(|| opt_out(|| live(workers)));
}

fn print_kept(n: usize, every: usize, value: usize, rounds: usize) {
    let options = format!("kept={every} value={value} rounds={rounds} tasks={n}");
    let answer = in_fresh_process(&options);
    let keys = [
        "kept",
        "needs",
        "with",
        "after",
        "resident",
        "resident_after",
    ];
    print!("memory what=kept n={n} rounds={rounds} value={value}");
    for key in keys {
        print!(" {key}={:.0}", answer.number(key));
    }
    let beyond = answer.number("resident") - RESERVE;
    println!(" ratio={:.2}", beyond.max(0.0) / answer.number("needs"));
}

/// The `bytes` of one shape.
fn answer_bytes(name: &str, n: usize) {
    let shape = shapes::shape(name, n);
    let expected = shape.expected::<Empty>();
    let n = shape.len();
    let mut last = None;
    let built = allocation_counter::measure(|| last = Some(build::last::<Empty>(&shape)));
    let ran = allocation_counter::measure(|| {
        assert_eq!(last.take().map(Delayed::compute), Some(expected));
    });
    let records = u64::try_from(built.bytes_current).unwrap_or(0);
    let most = records + ran.bytes_max;
    println!(
        "n={n} records={} most={}",
        records / n as u64,
        most / n as u64
    );
}

/// A value that is kept: a number, or so many bytes on the heap.
trait Value: Clone + Send + Sync + 'static {
    const HEAP: usize;
    fn of(number: u64) -> Self;
    fn number(&self) -> u64;
}

impl Value for u64 {
    const HEAP: usize = 0;

    fn of(number: u64) -> Self {
        number
    }

    fn number(&self) -> u64 {
        *self
    }
}

impl Value for Vec<u8> {
    const HEAP: usize = 4096;

    fn of(number: u64) -> Self {
        number.to_le_bytes().repeat(Self::HEAP / 8)
    }

    fn number(&self) -> u64 {
        let first = self.first_chunk().expect("at least eight bytes");
        u64::from_le_bytes(*first)
    }
}

#[delayed]
fn value<V: Value>(number: u64) -> V {
    V::of(number)
}

#[delayed]
fn plus<V: Value>(sum: u64, value: &V) -> u64 {
    sum + value.number()
}

/// Graphs of `n` tasks each, half of which make values. Every so-manieth task's value is kept.
fn answer_kept<V: Value>(n: usize, every: usize, rounds: usize) {
    let makers = n / 2;
    let expected = (0..makers as u64).sum::<u64>();
    let every = every.div_ceil(2);
    let mut kept = Vec::with_capacity(rounds * makers.div_ceil(every));
    let before = resident();
    let ran = allocation_counter::measure(|| {
        for _ in 0..rounds {
            let mut sum = Delayed::ready(0);
            for i in 0..makers {
                let value = value::<V>(i as u64);
                sum = plus::<V, _>(sum, &value);
                if i % every == 0 {
                    kept.push(value);
                }
            }
            assert_eq!(sum.compute(), expected);
        }
    });
    let (with, resident_with) = (ran.bytes_current, resident() - before);
    let count = kept.len();
    // Of each a header of a record, the value, and what that has on the heap.
    let needs = count * (32 + size_of::<V>() + V::HEAP);
    let gone = allocation_counter::measure(|| kept.clear());
    let (after, resident_after) = (with + gone.bytes_current, resident() - before);
    println!(
        "kept={count} needs={needs} with={with} after={after} resident={resident_with} resident_after={resident_after}"
    );
}

/// Bytes of memory that this process has pages for; zero where nothing says so.
fn resident() -> i64 {
    const PAGE: i64 = 4096;
    let pages = std::fs::read_to_string("/proc/self/statm").ok();
    let pages = pages.and_then(|all| all.split_whitespace().nth(1)?.parse::<i64>().ok());
    PAGE * pages.unwrap_or(0)
}

static LIVE: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

/// A block of numbers that is counted.
struct Block(Vec<u64>);

impl Block {
    fn of(numbers: Vec<u64>) -> Self {
        let live = LIVE.fetch_add(1, Ordering::Relaxed) + 1;
        MOST.fetch_max(live, Ordering::Relaxed);
        Block(numbers)
    }
}

impl Drop for Block {
    fn drop(&mut self) {
        LIVE.fetch_sub(1, Ordering::Relaxed);
    }
}

#[delayed]
fn load(seed: u64, length: usize) -> Block {
    Block::of(vec![seed; length])
}

#[delayed]
fn add(mut left: Block, right: Block) -> Block {
    left.0.iter_mut().zip(&right.0).for_each(|(x, y)| *x += y);
    left
}

#[delayed]
fn step(before: Block) -> Block {
    Block::of(before.0.iter().map(|x| x + 1).collect())
}

#[delayed]
fn first(block: Block) -> u64 {
    block.0[0]
}

fn live(workers: usize) {
    const MEGABYTE: usize = 1 << 17;
    let most = || {
        (
            MOST.swap(0, Ordering::Relaxed),
            LIVE.load(Ordering::Relaxed),
        )
    };
    let mut level: Vec<Delayed<Block>> = (0..200).map(|seed| load(seed, 8 * MEGABYTE)).collect();
    while level.len() > 1 {
        let mut pairs = level.into_iter();
        let mut next = Vec::new();
        while let Some(left) = pairs.next() {
            next.push(match pairs.next() {
                Some(right) => add(left, right),
                None => left,
            });
        }
        level = next;
    }
    let sum: Vec<u64> = compute(level.into_iter().map(first).collect::<Vec<_>>());
    assert_eq!(sum, [19_900]);
    let (tree, left) = most();
    println!(
        "memory what=live shape=tree workers={workers} blocks=200 megabytes=8 least=9 most={tree} left={left}"
    );
    let chain = |seed| first((0..100).fold(load(seed, MEGABYTE / 8), |block, _| step(block)));
    let ends = compute((0..30).map(chain).collect::<Vec<_>>());
    assert_eq!(ends[29], 129);
    let (chains, left) = most();
    println!(
        "memory what=live shape=chains workers={workers} blocks=3030 megabytes=0.125 least=2 most={chains} left={left}"
    );
}
