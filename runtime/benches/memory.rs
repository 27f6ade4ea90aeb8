//! What a graph holds: bytes a task, the most values that live at a time, and what stays after a run that kept few values.
//!
//! `cargo bench -p tembel --bench memory [-- workers=2 tasks=100000,1000000]`.
//!
//! | line | what | read |
//! |---|---|---|
//! | `what=bytes` | memory a task in the first graph of a process: `records` once it is built, `most` at the peak of the run | `most` |
//! | `what=live` | blocks of numbers that live at a time; `least` is what one worker would need | `most` |
//! | `what=kept` | one value in a thousand is kept after the run; `needs` is their share of what was built, `with` what is held while they live, and `after` when they are gone, a reserve | `ratio`: (`with` − `after`) by `needs` |
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

fn main() {
    let options = Options::read(&["workers", "tasks", "bytes", "kept"]);
    let tasks = options.list("tasks", &[100_000, 1_000_000]);
    if let Some(shape) = options.text("bytes") {
        return measure::pool(1).install(|| answer_bytes(shape, tasks[0]));
    }
    if let Some(every) = options.text("kept") {
        let every = every.parse().expect("a number");
        return measure::pool(1).install(|| answer_kept(tasks[0], every));
    }
    println!("memory");
    for n in tasks {
        for shape in shapes::ALL {
            let answer = in_fresh_process(&format!("bytes={shape} tasks={n}"));
            let [n, records, most] = ["n", "records", "most"].map(|key| answer.number(key));
            println!("memory what=bytes shape={shape} n={n} records={records:.0} most={most:.0}");
        }
        for every in [1, 1_000] {
            let answer = in_fresh_process(&format!("kept={every} tasks={n}"));
            let [kept, needs, with, after] =
                ["kept", "needs", "with", "after"].map(|key| answer.number(key));
            let ratio = (with - after) / needs;
            println!(
                "memory what=kept n={n} kept={kept} needs={needs} with={with} after={after} ratio={ratio:.2}"
            );
        }
    }
    let workers = options.one("workers", 2);
    measure::pool(workers).install(|| opt_out(|| live(workers)));
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

#[delayed]
fn number(i: u64) -> u64 {
    i
}

/// Independent tasks, of which every so-manieth is kept.
fn answer_kept(n: usize, every: usize) {
    let (mut kept, mut others) = (Vec::with_capacity(n), Vec::with_capacity(n));
    let built = allocation_counter::measure(|| {
        for i in 0..n {
            let list = if i % every == 0 {
                &mut kept
            } else {
                &mut others
            };
            list.push(number(i as u64));
        }
    });
    let mut sum = 0;
    // Borrowed and not consumed, so that the lists of handles, which are the caller's, stay out of the account.
    let ran = allocation_counter::measure(|| {
        let all = (
            others.iter().collect::<Vec<_>>(),
            kept.iter().collect::<Vec<_>>(),
        );
        let (others, kept) = compute(all);
        sum = others.iter().chain(&kept).sum();
    });
    assert_eq!(sum, (0..n as u64).sum::<u64>());
    let gone = allocation_counter::measure(|| others.clear());
    let with = built.bytes_current + ran.bytes_current + gone.bytes_current;
    let needs = built.bytes_total * kept.len() as u64 / n as u64;
    let count = kept.len();
    let gone = allocation_counter::measure(|| kept.clear());
    let after = with + gone.bytes_current;
    println!("kept={count} needs={needs} with={with} after={after}");
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
