//! Models of chunks: records of one chunk that are freed on several threads.
//!
//! A region goes back to the system as soon as all its chunks are free, so loom sees a chunk that is given back twice or
//! never. What a record's user does is watched beside the chunk.

use std::alloc::Layout;
use std::panic::Location;
use std::ptr::NonNull;

use loom::thread::spawn;

use super::super::record::{DONE, FREED, Header, Origin, Output, Ran, Table};
use super::super::{Place, check};
use super::Start;
use super::local::Local;
use crate::graph::{Info, Kind};
use crate::sync::{AtomicU64, Ordering};

unsafe fn never_run(_: NonNull<Header>) -> Ran {
    unreachable!("these tasks have run")
}

static TABLE: Table = Table {
    run: never_run,
    resume: super::super::run::never_resumed,
    call: super::super::statement::never_called,
    drop_work: None,
    edges_at: 0,
    work_at: 0,
    edges: 0,
    outputs: &[],
    layout: Layout::new::<Header>(),
    large: false,
    plain: true,
    info: || Info::new("record", Kind::Closure),
    site: None,
};

/// A record of a task that has run, for another thread.
#[derive(Clone, Copy)]
struct Record(NonNull<Header>);

// SAFETY: only freed there.
unsafe impl Send for Record {}

impl Record {
    #[track_caller]
    fn new(local: &Local) -> Self {
        let header = local.bump_anywhere(TABLE.layout.size(), 1).cast::<Header>();
        let first = Output::new(0);
        first.state.store(DONE, Ordering::Relaxed);
        // SAFETY: new, and large enough.
        unsafe {
            header.write(Header {
                table: &TABLE,
                origin: Origin {
                    location: Location::caller(),
                },
                mark: AtomicU64::new(0),
                first,
            });
        }
        Record(header)
    }

    /// As `free_record` does.
    fn free(self, local: &Local) {
        // SAFETY: freed once.
        let state = unsafe { &self.0.as_ref().first.state };
        state.store(FREED, Ordering::Release);
        local.freed.count_anywhere(Start::of(self.0.cast()));
    }
}

#[test]
fn the_last_who_frees_or_leaves_gives_the_chunk_back_once() {
    check(Some(3), || {
        let local = Local::new();
        let records = [(); 3].map(|()| Record::new(&local));
        let threads = [records[0], records[1]].map(|record| {
            spawn(move || {
                let local = Local::new();
                record.free(&local);
            })
        });
        records[2].free(&local);
        drop(local);
        for thread in threads {
            thread.join().unwrap();
        }
    });
}

#[test]
fn a_chunk_is_used_again_after_all_that_was_done_to_its_records() {
    check(None, || {
        // Keeps the region, so that the same chunk is taken again.
        let other = Local::new();
        let kept = Record::new(&other);
        let local = Local::new();
        let record = Record::new(&local);
        let before = local.chunk.get();
        let place = Place::default();
        let also = place.clone();
        let thread = spawn(move || {
            let local = Local::new();
            also.change();
            record.free(&local);
        });
        // Resets it, or leaves it and takes the first that is free.
        local.renew(TABLE.layout.size());
        if local.chunk.get() == before {
            place.change();
        }
        drop(local);
        thread.join().unwrap();
        kept.free(&other);
    });
}

#[test]
fn a_chunk_that_was_left_is_used_again_after_all_that_was_done_to_its_records() {
    check(None, || {
        let other = Local::new();
        let kept = Record::new(&other);
        let local = Local::new();
        let record = Record::new(&local);
        let before = local.chunk.get();
        let place = Place::default();
        let also = place.clone();
        let thread = spawn(move || {
            let local = Local::new();
            also.change();
            record.free(&local);
        });
        drop(local);
        let next = Local::new();
        let reused = Record::new(&next);
        if next.chunk.get() == before {
            place.change();
        }
        reused.free(&next);
        drop(next);
        thread.join().unwrap();
        kept.free(&other);
    });
}

/// Four records in a chunk that its owner has left.
fn four() -> [Record; 4] {
    let local = Local::new();
    [(); 4].map(|()| Record::new(&local))
}

#[test]
fn the_place_between_records_is_used_again_after_all_that_was_done_there() {
    check(Some(3), || {
        let records = four();
        let place = Place::default();
        let also = place.clone();
        let thread = spawn(move || {
            let local = Local::new();
            also.change();
            records[1].free(&local);
        });
        let local = Local::new();
        records[0].free(&local);
        records[2].free(&local);
        local.freed.settle();
        let next = Local::new();
        let new = [(); 3].map(|()| Record::new(&next));
        if new.iter().any(|new| new.0 == records[1].0) {
            place.change();
        }
        new.iter().for_each(|new| new.free(&next));
        records[3].free(&next);
        drop((local, next));
        thread.join().unwrap();
    });
}

#[test]
fn a_chunk_that_is_listed_goes_back_once() {
    check(Some(3), || {
        let records = four();
        let free = |two: [Record; 2]| {
            move || {
                let local = Local::new();
                two.iter().for_each(|record| record.free(&local));
            }
        };
        let thread = spawn(free([records[0], records[1]]));
        free([records[2], records[3]])();
        thread.join().unwrap();
    });
}

#[test]
fn a_chunk_gets_an_owner_or_goes_back_with_its_last_record() {
    check(Some(3), || {
        let records = four();
        let local = Local::new();
        records[..3].iter().for_each(|record| record.free(&local));
        local.freed.settle();
        let thread = spawn(move || {
            let local = Local::new();
            records[3].free(&local);
        });
        let new = Record::new(&local);
        new.free(&local);
        drop(local);
        thread.join().unwrap();
    });
}
