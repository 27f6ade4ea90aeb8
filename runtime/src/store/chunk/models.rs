//! Models of chunks: records of one chunk that are freed on several threads.
//!
//! A region goes back to the system as soon as all its chunks are free, so loom sees a chunk that is given back twice or
//! never. What a record's user does is watched beside the chunk.

use loom::thread::spawn;

use super::super::{Place, check};
use super::{Local, chunk_of};

/// A chunk's address, for another thread.
#[derive(Clone, Copy)]
struct Record(std::ptr::NonNull<u8>);

// SAFETY: only freed there.
unsafe impl Send for Record {}

impl Record {
    fn new(local: &Local) -> Self {
        Record(local.bump(16, 1))
    }

    fn free(self, local: &Local) {
        local.count_freed(chunk_of(self.0));
    }
}

#[test]
fn the_last_who_frees_or_leaves_gives_the_chunk_back_once() {
    check(None, || {
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
        local.renew();
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
