//! How far apart the cores are at the moment: on a virtual machine that changes.

use std::hint::spin_loop;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use rayon::ThreadPool;

/// So often a value goes there and back.
pub(crate) const TRIPS: usize = 2_000;

/// How long it takes until [`TRIPS`] values that the first thread of a pool writes have been seen by the second, and its answers by
/// the first. Zero where there is no second.
pub(crate) fn round_trips(pool: &ThreadPool) -> Duration {
    if pool.current_num_threads() < 2 {
        return Duration::ZERO;
    }
    let (there, back) = (AtomicU32::new(0), AtomicU32::new(0));
    let wait_for = |place: &AtomicU32, trip: u32| {
        while place.load(Ordering::Acquire) != trip {
            spin_loop();
        }
    };
    let trips = || (1..).take(TRIPS + 1);
    let times = pool.broadcast(|thread| {
        // The first trip waits until both are there.
        let mut start = Instant::now();
        for trip in trips() {
            match thread.index() {
                0 => {
                    there.store(trip, Ordering::Release);
                    wait_for(&back, trip);
                    if trip == 1 {
                        start = Instant::now();
                    }
                }
                1 => {
                    wait_for(&there, trip);
                    back.store(trip, Ordering::Release);
                }
                _ => {}
            }
        }
        start.elapsed()
    });
    times[0]
}
