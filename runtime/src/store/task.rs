//! What the collector and the workers may do with a task: pointers behind safe functions.
//!
//! A [`TaskRef`] is valid while the task is owned: by a handle that the caller of `compute` lends or gives, or by the edges
//! of a task that has not run. A run is a set of such tasks, so a worker may use the reference of a task that it has
//! claimed until the task is done, and never after.

use std::panic::{AssertUnwindSafe, Location, catch_unwind};
use std::ptr::NonNull;
use std::slice::Iter;

use super::count;
use super::edge::{Move, Parsed, Word};
use super::memory::order_of;
use super::record::{
    DONE, EXPANDED, FAILED, HEADER, Header, LIMITED, OF_CALLER, Output, REASON_SHIFT, Ran,
    header_of, words_of,
};
use super::release::discard;
use super::run::{fail, forward};
use super::statement::BlockNumber;
use crate::graph::{Access, Info};
use crate::schedule::Limit;
use crate::sync::Ordering;

/// A task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct TaskRef(pub(super) NonNull<Header>);

/// One value that a task makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct OutputRef(NonNull<Output>);

// SAFETY: what is reached through it is atomic, or used only by the worker that claimed the task.
unsafe impl Send for TaskRef {}
// SAFETY: as above.
unsafe impl Sync for TaskRef {}
// SAFETY: as above.
unsafe impl Send for OutputRef {}
// SAFETY: as above.
unsafe impl Sync for OutputRef {}

/// What became of the value of an output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// Its task has not finished.
    Pending,
    /// It is there.
    Done,
    /// Its task panicked or was not started, or somebody took it.
    Gone,
}

/// What a panicking task leaves.
pub(crate) type Payload = Box<dyn std::any::Any + Send>;

impl TaskRef {
    pub(super) fn header(&self) -> &Header {
        // SAFETY: see the type.
        unsafe { self.0.as_ref() }
    }

    /// Says that it will be used soon.
    #[inline]
    pub(crate) fn prefetch(self) {
        fetch::<true>(self.0.as_ptr());
    }

    /// Says that what lies so many bytes before it will be used, though not at once.
    #[inline]
    pub(crate) fn prefetch_before(self, bytes: usize) {
        fetch::<false>(self.0.as_ptr().wrapping_byte_sub(bytes));
    }

    /// Does its record lie by itself, in no stretch?
    #[inline]
    pub(crate) fn is_large(self) -> bool {
        self.header().table.large
    }

    /// Has it neither run nor failed?
    #[inline]
    pub(crate) fn is_pending(self) -> bool {
        self.header().first.state.load(Ordering::Acquire) < DONE
    }

    /// Did its work give a deferred value, which it waits for?
    pub(crate) fn is_expanded(self) -> bool {
        self.header().first.state.load(Ordering::Acquire) == EXPANDED
    }

    /// Zero, or the claim of a run.
    #[inline]
    pub(crate) fn mark(self) -> u64 {
        self.header().mark.load(Ordering::Acquire)
    }

    /// Claims it for a run; gives the other claim where there is one.
    #[inline]
    pub(crate) fn claim(self, mark: u64) -> Result<(), u64> {
        let claim =
            self.header()
                .mark
                .compare_exchange(0, mark, Ordering::AcqRel, Ordering::Acquire);
        claim.map(|_| ())
    }

    /// Takes a claim back.
    pub(crate) fn unclaim(self) {
        self.header().mark.store(0, Ordering::Release);
    }

    /// Its number in the order of creation.
    pub(crate) fn order(self) -> u64 {
        // SAFETY: see the type.
        unsafe { order_of(self.0) }
    }

    /// A number for all tasks with the same work.
    #[inline]
    pub(crate) fn kind(self) -> usize {
        std::ptr::from_ref(self.header().table).addr()
    }

    pub(crate) fn info(self) -> Info {
        (self.header().table.info)()
    }

    pub(crate) fn location(self) -> &'static Location<'static> {
        self.header().location()
    }

    /// The block that it is a statement of.
    pub(crate) fn block(self) -> Option<BlockNumber> {
        self.header().block()
    }

    /// Where it is asked for itself, the thread that asks runs it, and no worker: its value need not be `Send`.
    pub(crate) fn leave_to_caller(self) {
        self.header()
            .first
            .flags
            .fetch_or(OF_CALLER, Ordering::Release);
    }

    /// See [`leave_to_caller`](Self::leave_to_caller).
    pub(crate) fn is_of_caller(self) -> bool {
        self.header().first.flags.load(Ordering::Acquire) & OF_CALLER != 0
    }

    /// Notes why it has no value: a number below 16 that is the schedule's. The first note stays.
    pub(crate) fn note_reason(self, reason: u8) {
        debug_assert!(reason < 16, "it would look like an output of several");
        let note =
            |flags: u8| (flags >> REASON_SHIFT == 0).then_some(flags | reason << REASON_SHIFT);
        let flags = &self.header().first.flags;
        let _ = flags.fetch_update(Ordering::AcqRel, Ordering::Acquire, note);
    }

    /// What was noted, or zero.
    pub(crate) fn reason(self) -> u8 {
        self.header().first.flags.load(Ordering::Acquire) >> REASON_SHIFT
    }

    /// Does starting it take more than running it?
    #[inline]
    pub(crate) fn is_special(self) -> bool {
        self.header().first.flags.load(Ordering::Acquire) & (OF_CALLER | LIMITED) != 0
    }

    /// Are only so many of its kind at work at a time?
    pub(crate) fn is_limited(self) -> bool {
        self.header().first.flags.load(Ordering::Acquire) & LIMITED != 0
    }

    /// How many.
    pub(crate) fn limit(self) -> Option<&'static Limit> {
        self.is_limited().then(|| self.info().limit())?
    }

    /// Calls `see` with each of its edges, last first. The task waits and is claimed by the caller.
    #[inline]
    pub(crate) fn edges_backwards(self, mut see: impl FnMut(Access, OutputRef)) {
        // SAFETY: claimed and not running, so the words are there.
        let mut words = unsafe { words_of(self.0) }.iter();
        let mut before = None;
        // `see` is called in one place, so that it is compiled into the loop.
        loop {
            while let Some(word) = words.next_back() {
                match word.parse() {
                    Parsed::One(access, output) => see(access, OutputRef(output)),
                    Parsed::Many(list) => {
                        // SAFETY: the list belongs to the task.
                        words = enter(unsafe { list.as_ref() }, words, &mut before);
                    }
                }
            }
            match before.take() {
                Some(others) => words = others,
                None => return,
            }
        }
    }

    /// Is there a value that it needs and that will not come?
    pub(crate) fn lacks_an_input(self) -> bool {
        let mut lacks = false;
        self.edges_backwards(|_, output| lacks |= output.state() == State::Gone);
        lacks
    }

    /// The tasks whose values it needs and that have none.
    pub(crate) fn lacking_inputs(self) -> Vec<TaskRef> {
        let mut lacking = Vec::new();
        self.edges_backwards(|_, output| {
            if output.state() == State::Gone {
                lacking.push(output.task());
            }
        });
        lacking
    }

    /// Runs its work, or, where that was done and gave a deferred value, takes that value. The caller has claimed its
    /// start, and all that it needs is there.
    pub(crate) fn run(self) -> Result<Ran, Payload> {
        let task = self.header();
        let run = || {
            // SAFETY: started once, by the caller's claim.
            unsafe {
                if task.first.state.load(Ordering::Relaxed) == EXPANDED {
                    (task.table.resume)(self.0);
                    Ok(Ran::Done)
                } else {
                    Ok((task.table.run)(self.0))
                }
            }
        };
        catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|payload| {
            // SAFETY: the work has unwound, so the record owns nothing.
            unsafe { fail(self.0) };
            Err(payload)
        })
    }

    /// It has run, and so many edges of tasks of its run, none of which has started, lead to its values. Where there is one
    /// value, and these are all of its users, the run keeps it to itself. Only the thread that runs the run alone says so.
    #[inline]
    pub(crate) fn keep_to_run(self, users: u32) {
        let task = self.header();
        if task.table.outputs.len() == 1 {
            task.first.keep_to_run(users);
        }
    }

    /// Drops its work without running it; its values will not come. The caller has claimed its start.
    pub(crate) fn discard(self) -> Result<(), Payload> {
        // SAFETY: the caller's claim.
        catch_unwind(AssertUnwindSafe(|| unsafe { discard(self.0) }))
    }

    /// What an expanded task waits for.
    pub(crate) fn awaited(self) -> OutputRef {
        debug_assert!(self.is_expanded());
        // SAFETY: an expanded task has one word.
        let word = unsafe { self.0.byte_add(HEADER).cast::<Word>().read() };
        OutputRef::of(word)
    }

    /// Makes this expanded task wait for what `from` waits for, and frees `from`. The caller has claimed both, and this
    /// task alone waits for `from`.
    pub(crate) fn forward(self, from: TaskRef) {
        // SAFETY: the caller's.
        unsafe { forward(self.0, from.0) }
    }
}

/// Says that what lies there will be used, soon or later. Nothing need lie there.
#[inline]
#[cfg_attr(
    not(target_arch = "x86_64"),
    expect(unused_variables, reason = "no hint is given")
)]
fn fetch<const SOON: bool>(place: *const Header) {
    // SAFETY: a hint, which reads nothing.
    #[cfg(target_arch = "x86_64")]
    unsafe {
        use std::arch::x86_64::{_MM_HINT_T0, _MM_HINT_T1, _mm_prefetch};
        if SOON {
            _mm_prefetch::<_MM_HINT_T0>(place.cast());
        } else {
            _mm_prefetch::<_MM_HINT_T1>(place.cast());
        }
    }
}

/// The edges of a list, in which there is no other list; those before it are kept for later. It is rare: compiled into the loop it
/// would take registers away from what every edge needs.
#[cold]
#[inline(never)]
fn enter<'e>(
    list: &'e [Word],
    others: Iter<'e, Word>,
    before: &mut Option<Iter<'e, Word>>,
) -> Iter<'e, Word> {
    *before = Some(others);
    list.iter()
}

impl OutputRef {
    /// What an edge points at, which is no list of edges.
    #[inline]
    pub(super) fn of(word: Word) -> Self {
        match word.parse() {
            Parsed::One(_, output) => OutputRef(output),
            Parsed::Many(_) => unreachable!("one edge is no list"),
        }
    }

    fn output(&self) -> &Output {
        // SAFETY: see `TaskRef`.
        unsafe { self.0.as_ref() }
    }

    /// The task that makes it.
    #[inline]
    pub(crate) fn task(self) -> TaskRef {
        // SAFETY: see `TaskRef`.
        TaskRef(unsafe { header_of(self.0) })
    }

    #[inline]
    pub(crate) fn state(self) -> State {
        match self.output().state.load(Ordering::Acquire) {
            DONE => State::Done,
            0..DONE => State::Pending,
            FAILED.. => State::Gone,
        }
    }

    /// Tasks that read it and have not run.
    #[inline]
    pub(crate) fn pending_readers(self) -> u32 {
        self.output().users().saturating_sub(1)
    }

    /// Was its handle consumed by a Move or a Write?
    #[inline]
    pub(crate) fn is_moved(self) -> bool {
        self.output().moved.load(Ordering::Relaxed) != 0
    }

    /// Says that its handle is consumed by a Move or a Write.
    #[inline]
    pub(crate) fn set_moved(self) {
        self.output().moved.store(1, Ordering::Relaxed);
    }

    /// One more reader.
    #[inline]
    pub(super) fn add_reader(self) -> NonNull<Output> {
        // SAFETY: see `TaskRef`: the output is owned while the reference is used.
        unsafe { count::add(self.0) };
        self.0
    }

    #[inline]
    pub(super) fn pointer(self) -> NonNull<Output> {
        self.0
    }
}

impl<T> Move<T> {
    /// The output.
    #[inline]
    pub(crate) fn output(&self) -> OutputRef {
        OutputRef(self.pointer())
    }

    /// The first output's task, for tests of equality.
    pub(crate) fn task(&self) -> TaskRef {
        self.output().task()
    }
}
