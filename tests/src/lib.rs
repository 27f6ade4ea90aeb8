//! What the tests of tembel share: values that are counted, executors of every kind, a watchdog.

pub mod generate;
pub mod soak;

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use tembel::Executor;

/// Counts the [`Counted`] values of one test.
#[derive(Clone, Debug, Default)]
pub struct Census(Arc<Tally>);

#[derive(Debug, Default)]
struct Tally {
    made: AtomicUsize,
    dropped: AtomicUsize,
    twice: AtomicBool,
}

impl Census {
    /// A census of nothing.
    #[must_use]
    pub fn new() -> Self {
        Census::default()
    }

    /// A value that is counted.
    #[must_use]
    pub fn count(&self, value: i64) -> Counted {
        self.0.made.fetch_add(1, Ordering::Relaxed);
        Counted {
            value,
            mark: ALIVE,
            census: self.clone(),
        }
    }

    /// How many were made.
    #[must_use]
    pub fn made(&self) -> usize {
        self.0.made.load(Ordering::Acquire)
    }

    /// How many were dropped.
    #[must_use]
    pub fn dropped(&self) -> usize {
        self.0.dropped.load(Ordering::Acquire)
    }

    /// How many were made and not dropped.
    #[must_use]
    pub fn alive(&self) -> usize {
        self.made() - self.dropped()
    }

    /// Was a value dropped twice?
    #[must_use]
    pub fn was_dropped_twice(&self) -> bool {
        self.0.twice.load(Ordering::Acquire)
    }

    /// Asserts that `made` values were made, and each dropped exactly once.
    ///
    /// # Panics
    /// If that is not so.
    #[track_caller]
    pub fn assert_over(&self, made: usize) {
        assert!(!self.was_dropped_twice(), "a value was dropped twice");
        assert_eq!((self.made(), self.dropped()), (made, made), "made, dropped");
    }

    /// Asserts that every value that was made was dropped exactly once.
    ///
    /// # Panics
    /// If that is not so.
    #[track_caller]
    pub fn assert_all_dropped(&self) {
        self.assert_over(self.made());
    }
}

const ALIVE: u64 = 0x00A1_1FE0_0A11_FE00;
const DEAD: u64 = 0x00DE_AD00_00DE_AD00;

/// A number that is neither `Clone` nor `Copy`, and that its census counts.
#[derive(Debug)]
pub struct Counted {
    /// The number.
    pub value: i64,
    mark: u64,
    /// Who counts it.
    pub census: Census,
}

impl Counted {
    /// Asserts that it is neither dropped nor overwritten, and gives its number.
    ///
    /// # Panics
    /// If that is not so.
    #[must_use]
    pub fn get(&self) -> i64 {
        assert_eq!(self.mark, ALIVE, "a value is used after it was dropped");
        self.value
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        if std::mem::replace(&mut self.mark, DEAD) != ALIVE {
            self.census.0.twice.store(true, Ordering::Release);
        }
        self.census.0.dropped.fetch_add(1, Ordering::Release);
    }
}

/// Executors with 1, 2, 3 and 8 workers, one in program order, and some in orders drawn by chance.
#[must_use]
pub fn executors(seed: u64) -> Vec<(String, Executor<'static>)> {
    static POOLS: LazyLock<Vec<(String, Executor<'static>)>> = LazyLock::new(|| {
        let pool = |threads| (format!("{threads} threads"), threads_of(threads));
        let mut all: Vec<_> = [1, 2, 3, 8].into_iter().map(pool).collect();
        let sequential = Executor::builder().sequential().build();
        all.push((
            "sequential".to_owned(),
            sequential.expect("it needs no threads"),
        ));
        all
    });
    let mut all = POOLS.clone();
    for seed in [seed, seed.wrapping_mul(0x9E37_79B9_7F4A_7C15)] {
        all.push((format!("shuffled {seed}"), shuffled(seed)));
    }
    all
}

/// An executor with threads of its own.
///
/// # Panics
/// If the system gives no threads.
#[must_use]
pub fn threads_of(threads: usize) -> Executor<'static> {
    let executor = Executor::builder().threads(threads).build();
    executor.expect("the system gives threads")
}

/// An executor that starts ready tasks in an order drawn by chance.
///
/// # Panics
/// Never.
#[must_use]
pub fn shuffled(seed: u64) -> Executor<'static> {
    let executor = Executor::builder().shuffled(seed).build();
    executor.expect("it needs no threads")
}

#[allow(
    clippy::duration_suboptimal_units,
    reason = "`from_mins` is newer than our oldest Rust"
)]
const MINUTE: Duration = Duration::from_secs(60);

/// Runs a test, and aborts the process if it hangs.
///
/// # Panics
/// As the test.
pub fn within_a_minute<R>(test: impl FnOnce() -> R) -> R {
    let name = std::thread::current().name().unwrap_or("?").to_owned();
    let (done, wait) = channel::<()>();
    std::thread::spawn(move || {
        if wait.recv_timeout(MINUTE) == Err(RecvTimeoutError::Timeout) {
            eprintln!("`{name}` hangs: nothing for 60 s");
            std::process::abort();
        }
    });
    let result = test();
    drop(done);
    result
}

/// Runs a test on a thread with a stack of two megabytes.
///
/// # Panics
/// As the test.
pub fn on_a_small_stack<R: Send>(test: impl FnOnce() -> R + Send) -> R {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(2 << 20);
        let thread = thread.spawn_scoped(scope, test);
        match thread.expect("the system gives a thread").join() {
            Ok(result) => result,
            Err(payload) => std::panic::resume_unwind(payload),
        }
    })
}

/// What a panic says.
#[must_use]
pub fn text_of(payload: &(dyn std::any::Any + Send)) -> String {
    let text = payload
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned())
        .unwrap_or_default()
}
