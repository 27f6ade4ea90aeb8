//! Parallelism, seen by tasks that can finish only if others run.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Barrier, Mutex};

use tembel::{Delayed, compute, delayed};
use tembel_tests::{executors, threads_of, within_a_minute};

#[delayed]
fn meet(barrier: &Barrier, me: u32) -> u32 {
    barrier.wait();
    me
}

#[delayed]
fn inc(x: u64) -> u64 {
    x + 1
}

#[delayed]
fn add(x: u64, y: u64) -> u64 {
    x + y
}

#[test]
fn two_tasks_that_meet_finish() {
    within_a_minute(|| {
        let barrier = Barrier::new(2);
        let both = (meet(&barrier, 1), meet(&barrier, 2));
        assert_eq!(threads_of(2).compute(both), (1, 2));
    });
}

#[test]
fn eight_tasks_that_meet_finish_on_eight_workers() {
    within_a_minute(|| {
        let barrier = Barrier::new(8);
        let all: Vec<_> = (0..8).map(|me| meet(&barrier, me)).collect();
        assert_eq!(threads_of(8).compute(all), (0..8).collect::<Vec<_>>());
    });
}

#[test]
fn tasks_that_meet_finish_after_thousands_of_cheap_ones() {
    within_a_minute(|| {
        let executor = threads_of(2);
        for _ in 0..20 {
            let cheap: Vec<_> = (0..5000).map(inc).collect();
            assert_eq!(executor.compute(cheap)[4999], 5000);
        }
        let barrier = Barrier::new(2);
        let cheap: Vec<_> = (0..5000).map(inc).collect();
        let meeting = (meet(&barrier, 1), meet(&barrier, 2));
        let more: Vec<_> = (0..5000).map(inc).collect();
        let (_, both, _) = executor.compute((cheap, meeting, more));
        assert_eq!(both, (1, 2));
    });
}

#[test]
fn tasks_that_meet_finish_however_often_they_do() {
    within_a_minute(|| {
        let executor = threads_of(2);
        for _ in 0..3000 {
            let barrier = Barrier::new(2);
            let both = (meet(&barrier, 1), meet(&barrier, 2));
            assert_eq!(executor.compute(both), (1, 2));
        }
    });
}

#[test]
fn successors_of_a_cheap_task_meet() {
    within_a_minute(|| {
        let executor = threads_of(2);
        for _ in 0..200 {
            let barrier = Barrier::new(2);
            let x = inc(0);
            let read = |x: &Delayed<'static, u64>, me| {
                x.clone().map({
                    let barrier = &barrier;
                    move |x| {
                        barrier.wait();
                        x + me
                    }
                })
            };
            let both = (read(&x, 1), read(&x, 2));
            assert_eq!(executor.compute(both), (2, 3));
        }
    });
}

#[delayed]
fn wait_for(receiver: Receiver<u64>) -> u64 {
    receiver.recv().expect("somebody sends")
}

#[delayed]
fn send(sender: Sender<u64>, x: u64) -> u64 {
    sender.send(x).expect("somebody waits");
    x
}

#[test]
fn a_slow_task_holds_up_only_its_successors() {
    within_a_minute(|| {
        let executor = threads_of(2);
        for depth in [1, 10, 1000] {
            let (sender, receiver) = channel();
            let slow = add(wait_for(receiver), 1);
            let mut deep = inc(0);
            for _ in 0..depth {
                deep = add(deep, inc(0));
            }
            // The slow one can end only when the other branch is done: with layers, it never is.
            let deep = send(sender, deep);
            assert_eq!(executor.compute((slow, deep)), (depth + 2, depth + 1));
        }
    });
}

#[test]
fn a_task_deep_in_a_dynamic_branch_releases_a_slow_one() {
    fn deeper(sender: Sender<u64>, n: u64) -> Delayed<'static, u64> {
        if n == 0 {
            send(sender, 7)
        } else {
            inc(n).and_then(move |_| deeper(sender, n - 1))
        }
    }
    within_a_minute(|| {
        let executor = threads_of(2);
        for _ in 0..50 {
            let (sender, receiver) = channel();
            let both = (wait_for(receiver), deeper(sender, 30));
            assert_eq!(executor.compute(both), (7, 7));
        }
    });
}

/// A value that knows who is at it.
#[derive(Default)]
struct Guarded {
    readers: AtomicUsize,
    written: AtomicBool,
    version: u32,
}

#[delayed]
fn guarded() -> Guarded {
    Guarded::default()
}

#[delayed]
fn read_together(value: &Guarded, barrier: &Barrier) -> u32 {
    value.readers.fetch_add(1, Ordering::SeqCst);
    assert!(!value.written.load(Ordering::SeqCst), "read while written");
    barrier.wait();
    std::thread::yield_now();
    assert!(!value.written.load(Ordering::SeqCst), "read while written");
    value.readers.fetch_sub(1, Ordering::SeqCst);
    value.version
}

#[delayed]
fn read(value: &Guarded) -> u32 {
    value.readers.fetch_add(1, Ordering::SeqCst);
    assert!(!value.written.load(Ordering::SeqCst), "read while written");
    std::thread::yield_now();
    value.readers.fetch_sub(1, Ordering::SeqCst);
    value.version
}

#[delayed]
fn write(value: &mut Guarded) -> u32 {
    assert!(!value.written.swap(true, Ordering::SeqCst), "two writers");
    assert_eq!(
        value.readers.load(Ordering::SeqCst),
        0,
        "written while read"
    );
    std::thread::yield_now();
    value.version += 1;
    value.written.store(false, Ordering::SeqCst);
    value.version
}

#[test]
fn readers_of_one_value_meet() {
    within_a_minute(|| {
        let executor = threads_of(2);
        let barrier = Barrier::new(2);
        let value = guarded();
        let both = (
            read_together(&value, &barrier),
            read_together(&value, &barrier),
        );
        assert_eq!(executor.compute(both), (0, 0));
    });
}

#[test]
fn readers_meet_before_and_after_a_write() {
    within_a_minute(|| {
        let executor = threads_of(2);
        let barrier = Barrier::new(2);
        let mut value = guarded();
        let before = (
            read_together(&value, &barrier),
            read_together(&value, &barrier),
        );
        let written = write(&mut value);
        let after = (
            read_together(&value, &barrier),
            read_together(&value, &barrier),
        );
        let seen = executor.compute((after, written, before));
        assert_eq!(seen, ((1, 1), 1, (0, 0)));
    });
}

#[test]
fn a_write_waits_for_every_reader_and_writes_are_ordered() {
    within_a_minute(|| {
        for (name, executor) in executors(5) {
            for _ in 0..10 {
                let mut value = guarded();
                let mut reads = Vec::new();
                let mut writes = Vec::new();
                for version in 0..12 {
                    reads.extend((0..5).map(|_| (version, read(&value))));
                    writes.push(write(&mut value));
                }
                let (expected, reads): (Vec<u32>, Vec<_>) = reads.into_iter().unzip();
                let (writes, reads, last) = executor.compute((writes, reads, value));
                assert_eq!(writes, (1..=12).collect::<Vec<_>>(), "on {name}");
                assert_eq!((reads, last.version), (expected, 12), "on {name}");
            }
        }
    });
}

#[test]
fn a_move_waits_for_every_reader() {
    within_a_minute(|| {
        for (name, executor) in executors(6) {
            for _ in 0..30 {
                let value = guarded();
                let reads: Vec<_> = (0..8).map(|_| read(&value)).collect();
                let taken = value.map(|mut value| *value.readers.get_mut());
                let (taken, reads) = executor.compute((taken, reads));
                assert_eq!((taken, reads), (0, vec![0; 8]), "on {name}");
            }
        }
    });
}

#[test]
fn the_caller_works_too() {
    within_a_minute(|| {
        // On a pool of one, the one worker is the caller inside of `install`.
        let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build();
        let pool = pool.expect("the system gives a thread");
        let ids = pool.install(|| {
            let ids: Vec<_> = (0..100)
                .map(|_| Delayed::new(|| std::thread::current().id()))
                .collect();
            compute(ids)
                .into_iter()
                .all(|id| id == std::thread::current().id())
        });
        assert!(ids);
    });
}

#[test]
fn sources_are_started_only_as_workers_come_free() {
    within_a_minute(|| {
        struct Block<'c>(&'c AtomicUsize, u64);
        impl Drop for Block<'_> {
            fn drop(&mut self) {
                self.0.fetch_sub(1, Ordering::SeqCst);
            }
        }
        for workers in [1, 2, 3] {
            let (alive, most) = (AtomicUsize::new(0), Mutex::new(0));
            let mut level: Vec<Delayed<Block>> = (0..1024)
                .map(|number| {
                    Delayed::new(|| {
                        let now = alive.fetch_add(1, Ordering::SeqCst) + 1;
                        let mut most = most.lock().expect("no task panics");
                        *most = now.max(*most);
                        Block(&alive, 1)
                    })
                    .named(format!("source {number}"))
                })
                .collect();
            while level.len() > 1 {
                let mut next = Vec::new();
                let mut pairs = level.into_iter();
                while let (Some(a), Some(b)) = (pairs.next(), pairs.next()) {
                    next.push(a.zip(b).map(|(mut a, b)| {
                        a.1 += b.1;
                        a
                    }));
                }
                level = next;
            }
            let sum = threads_of(workers).compute(level);
            assert_eq!(sum[0].1, 1024);
            drop(sum);
            assert_eq!(alive.load(Ordering::SeqCst), 0);
            // Depth is ten; 1024 would be all of them.
            let most = *most.lock().expect("no task panics");
            assert!(most <= 40, "{most} values at once on {workers} workers");
        }
    });
}
