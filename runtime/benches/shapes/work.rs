//! What a task does.

use std::hint::black_box;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

/// The body of a task.
pub(crate) trait Work: Send + 'static {
    fn work(inputs: impl Iterator<Item = u64>) -> u64;
}

/// A few integer operations.
pub(crate) enum Empty {}

impl Work for Empty {
    #[inline]
    fn work(inputs: impl Iterator<Item = u64>) -> u64 {
        let mixed = inputs.fold(0x9E37_79B9_u64, |mixed, input| mixed.rotate_left(5) ^ input);
        black_box(mixed).wrapping_mul(0x0100_0000_01B3)
    }
}

/// So many microseconds of work that stays in registers, once [`calibrate`] was called.
pub(crate) enum Spin<const MICROS: u64> {}

impl<const MICROS: u64> Work for Spin<MICROS> {
    #[inline]
    fn work(inputs: impl Iterator<Item = u64>) -> u64 {
        spin(MICROS * ROUNDS_A_MICRO.load(Ordering::Relaxed));
        Empty::work(inputs)
    }
}

static ROUNDS_A_MICRO: AtomicU64 = AtomicU64::new(0);

fn spin(rounds: u64) {
    let mut x = rounds;
    for _ in 0..rounds {
        x = black_box(x)
            .wrapping_mul(0x5851_F42D_4C95_7F2D)
            .wrapping_add(1);
    }
    black_box(x);
}

/// Finds out how long a round of spinning takes on this machine: the fastest of some attempts.
pub(crate) fn calibrate() {
    const ROUNDS: u64 = 1_000_000;
    let attempt = || {
        let start = Instant::now();
        spin(ROUNDS);
        u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX)
    };
    let nanos = (0..20).map(|_| attempt()).min().unwrap_or(1).max(1);
    ROUNDS_A_MICRO.store((ROUNDS * 1000 / nanos).max(1), Ordering::Relaxed);
}
