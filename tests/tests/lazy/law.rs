//! The law: the plain block and the lazy one, however it is run, agree.

use std::fmt::Debug;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tembel::{Delayed, Executor};

/// Seeds of the orders in which ready tasks are started.
const SEEDS: std::ops::Range<u64> = 0..12;

/// A value that counts how many of its kind were made, and dropped.
#[derive(Debug)]
pub(crate) struct Counted(pub(crate) i64, Arc<AtomicUsize>);

impl Counted {
    pub(crate) fn new(value: i64, drops: &Drops) -> Self {
        Counted(value, drops.clone())
    }
}

/// How many values were dropped.
pub(crate) type Drops = Arc<AtomicUsize>;

/// The counter of the run at hand.
pub(crate) fn drops() -> Drops {
    LIVE.with_borrow(Clone::clone)
}

thread_local! {
    static LIVE: std::cell::RefCell<Drops> = std::cell::RefCell::default();
}

impl PartialEq for Counted {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.1.fetch_add(1, Ordering::Relaxed);
    }
}

/// Waits for a while that differs from call to call, so that tasks end in many orders.
pub(crate) fn nap() {
    static CALLS: AtomicUsize = AtomicUsize::new(0);
    let call = CALLS.fetch_add(1, Ordering::Relaxed);
    let turns = (call * 7919) % 13;
    for _ in 0..turns * 40 {
        std::hint::spin_loop();
    }
    if turns % 4 == 0 {
        std::thread::yield_now();
    }
}

/// A call that blocks make.
pub(crate) fn load(n: i64) -> Vec<i64> {
    nap();
    (0..n).collect()
}

/// A call that blocks make.
pub(crate) fn add(a: i64, b: i64) -> i64 {
    nap();
    a + b
}

/// A call that blocks make.
pub(crate) fn total(v: &[i64]) -> i64 {
    nap();
    v.iter().sum()
}

/// Every way to run a block.
pub(crate) fn executors() -> impl Iterator<Item = Executor<'static>> {
    let built = |builder: tembel::ExecutorBuilder<'static>| builder.build().expect("it is valid");
    let pools = [1, 2, 3, 8].map(|threads| {
        static POOLS: std::sync::Mutex<Vec<(usize, Executor<'static>)>> =
            std::sync::Mutex::new(Vec::new());
        let mut pools = POOLS.lock().unwrap();
        if let Some((_, pool)) = pools.iter().find(|(count, _)| *count == threads) {
            return pool.clone();
        }
        let pool = built(Executor::builder().threads(threads));
        pools.push((threads, pool.clone()));
        pool
    });
    let sequential = built(Executor::builder().sequential());
    let shuffled = SEEDS.map(move |seed| built(Executor::builder().shuffled(seed)));
    pools.into_iter().chain([sequential]).chain(shuffled)
}

/// What a block ends in.
#[derive(Debug, PartialEq)]
pub(crate) enum End<T> {
    Value(T),
    Panic(String),
}

/// Runs it, whatever happens.
pub(crate) fn end<T>(run: impl FnOnce() -> T) -> End<T> {
    let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(run));
    caught.map_or_else(
        |payload| {
            let text = payload.downcast_ref::<String>().cloned();
            let text = text.or_else(|| payload.downcast_ref::<&str>().map(|text| (*text).into()));
            End::Panic(text.unwrap_or_default())
        },
        End::Value,
    )
}

/// What came of one run: its end, and how many values were dropped in all.
pub(crate) fn observed<T>(run: impl FnOnce() -> T) -> (End<T>, usize) {
    let drops = Arc::new(AtomicUsize::new(0));
    LIVE.set(drops.clone());
    let end = end(run);
    (end, drops.load(Ordering::Relaxed))
}

/// Compares.
pub(crate) fn agree<T: PartialEq + Debug>(
    plain: &(End<T>, usize),
    lazy: impl Fn(&Executor<'static>) -> T,
) {
    for executor in executors() {
        let observed = observed(|| lazy(&executor));
        assert_eq!(*plain, observed, "{executor:?}");
    }
}

/// Computes with an executor.
pub(crate) fn with<T>(executor: &Executor<'static>, block: Delayed<'_, T>) -> T {
    executor.compute(block)
}

/// `same! { [setup] { block } }` runs the block as plain Rust and as `lazy!`, each after the setup.
#[macro_export]
macro_rules! same {
    ({ $($block:tt)* }) => { $crate::same! { [] { $($block)* } } };
    ([$($setup:tt)*] { $($block:tt)* }) => {{
        let plain = $crate::law::observed(|| {
            $($setup)*
            #[allow(unused_mut, unused_variables, unused_assignments, clippy::all)]
            (|| { $($block)* })()
        });
        $crate::law::agree(&plain, |executor| {
            $($setup)*
            $crate::law::with(executor, tembel::lazy! { $($block)* })
        });
        plain.0
    }};
}

/// A test for each block.
macro_rules! blocks {
    ($($name:ident: $([$($setup:tt)*])? { $($block:tt)* })*) => {$(
        #[test]
        #[allow(clippy::all, clippy::pedantic, unused)]
        fn $name() {
            same! { [$($($setup)*)?] { $($block)* } };
        }
    )*};
}
