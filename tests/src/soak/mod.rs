//! Random graphs in which things go wrong, compared with what eager evaluation says: the rounds of the soak.

mod blocks;
mod eager;
mod lazy;
mod program;
mod tasks;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::Ordering::SeqCst;
use std::time::Duration;

use rayon::ThreadPool;
use tembel::{CancelToken, Delayed, Error, ErrorKind, Executor, ExecutorBuilder};

use crate::generate::Random;
use crate::text_of;
use program::{Fault, Program, Stop};
pub use tasks::Counts;
use tasks::{Log, Value};

/// The pools that all rounds share.
#[derive(Debug)]
pub struct Pools(Vec<ThreadPool>);

impl Default for Pools {
    fn default() -> Self {
        let pool = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        let pools = [1, 2, 3, 5, 8].map(|threads| pool(threads).expect("the system gives threads"));
        Pools(pools.into())
    }
}

/// One round: a random program on a random executor, stopped at random, and everything checked that has to hold.
///
/// # Errors
/// What does not hold.
pub fn round(seed: u64, pools: &Pools, counts: &Counts) -> Result<(), String> {
    let mut random = Random::new(seed);
    let program = Program::random(&mut random);
    let expected = eager::evaluate(&program);
    let log = Log::new(counts);
    let builder = executor(&mut random, pools);
    let mut bounded = builder.clone().cancel_token(log.token.clone());
    if let Stop::Late(micros) = program.stop {
        bounded = bounded.timeout(Duration::from_micros(micros));
    }
    let bounded = bounded.build().map_err(|error| error.to_string())?;

    let handles = lazy::build(&program, &log);
    let inside = random.chance(20).then(|| random.below(pools.0.len()));
    let place = |run: &mut (dyn FnMut() + Send)| match inside {
        Some(pool) => pools.0[pool].install(run),
        None => run(),
    };
    if program.is_never_stopped() && random.chance(30) {
        check_computed(
            &expected,
            on(place, || {
                catch_unwind(AssertUnwindSafe(|| bounded.compute(handles)))
            }),
        )?;
        log.closed.store(true, SeqCst);
    } else {
        let run = || on(place, || bounded.try_compute(handles));
        let results = match program.stop {
            Stop::FromOutside(micros) => cancelled_meanwhile(&log.token, micros, run),
            _ => run(),
        };
        log.closed.store(true, SeqCst);
        if check_stopped(&program, &results)? {
            counts.stopped.fetch_add(1, SeqCst);
        } else {
            check_values(&expected, &results)?;
        }
    }
    check_log(&log)?;
    check_pool(&builder.build().map_err(|error| error.to_string())?)
}

/// Runs something in a place, and brings back what it gives.
fn on<T: Send>(place: impl FnOnce(&mut (dyn FnMut() + Send)), run: impl FnOnce() -> T + Send) -> T {
    let (mut run, mut result) = (Some(run), None);
    place(&mut || result = run.take().map(|run| run()));
    result.expect("it was run")
}

/// An executor of a random kind, without bounds.
fn executor<'p>(random: &mut Random, pools: &'p Pools) -> ExecutorBuilder<'p> {
    match random.below(8) {
        0 => Executor::builder().sequential(),
        1 => Executor::builder().shuffled(random.below(1000) as u64),
        2 => Executor::builder(),
        _ => Executor::builder().pool(&pools.0[random.below(pools.0.len())]),
    }
}

/// Runs something while another thread cancels.
fn cancelled_meanwhile<T>(token: &CancelToken, micros: u64, run: impl FnOnce() -> T) -> T {
    std::thread::scope(|scope| {
        scope.spawn(|| {
            std::thread::sleep(Duration::from_micros(micros));
            token.cancel();
        });
        run()
    })
}

type Outcome = Result<Value, Error>;

/// Was the run stopped? Then all of it was, for a reason, and it says how far it came.
fn check_stopped(program: &Program, results: &[Outcome]) -> Result<bool, String> {
    let is_stop = |kind| matches!(kind, ErrorKind::Cancelled | ErrorKind::TimedOut);
    let stops: Vec<&Error> = results
        .iter()
        .filter_map(|result| result.as_ref().err())
        .filter(|error| is_stop(error.kind()))
        .collect();
    let Some(first) = stops.first() else {
        return Ok(false);
    };
    if stops.len() != results.len() {
        return Err(format!("{} of {} are stopped", stops.len(), results.len()));
    }
    let may = match first.kind() {
        ErrorKind::TimedOut => matches!(program.stop, Stop::Late(_)),
        _ => matches!(program.stop, Stop::FromOutside(_)) || program.has(Fault::Cancel),
    };
    if !may {
        return Err(format!("nobody stopped it: {first}"));
    }
    let progress = |error: &Error| (error.tasks_done(), error.tasks_skipped());
    if progress(first).0.is_none() || stops.iter().any(|error| progress(error) != progress(first)) {
        return Err(format!("how far did it come? {first}"));
    }
    Ok(true)
}

/// Each handle has the value of the eager program, or the failure that comes first in it.
fn check_values(expected: &[eager::Outcome], results: &[Outcome]) -> Result<(), String> {
    if expected.len() != results.len() {
        return Err(format!("{} values, not {}", results.len(), expected.len()));
    }
    for (place, (expected, result)) in expected.iter().zip(results).enumerate() {
        let found = match result {
            Ok(value) => Ok(value.history()),
            Err(error) => Err((error.kind(), error.message().to_owned())),
        };
        let expected = expected.map_err(|failure| (failure.kind, format!("op {}", failure.op)));
        if found != expected {
            return Err(format!("value {place}: {found:?}, not {expected:?}"));
        }
    }
    Ok(())
}

/// All values of the eager program, or the failure that comes first in it of all, as a panic.
fn check_computed(
    expected: &[eager::Outcome],
    computed: std::thread::Result<Vec<Value>>,
) -> Result<(), String> {
    let failures = expected.iter().filter_map(|outcome| outcome.err());
    let first = failures.min_by_key(|failure| failure.op);
    match (first, computed) {
        (None, Ok(values)) => {
            let found = values.iter().map(|value| Ok(value.history()));
            if found.eq(expected.iter().copied()) {
                return Ok(());
            }
            Err("`compute` gives other values".to_owned())
        }
        (Some(failure), Err(payload)) => {
            let (text, op) = (text_of(&*payload), format!("op {}", failure.op));
            let is_it = match failure.kind {
                ErrorKind::Failed => text.ends_with(&format!(" failed: {op}")),
                _ => text == op,
            };
            is_it
                .then_some(())
                .ok_or_else(|| format!("`compute` panics with {text:?}, not with {op}"))
        }
        (first, computed) => Err(format!(
            "`compute` gives values: {}, and fails first: {first:?}",
            computed.is_ok()
        )),
    }
}

/// Everything was dropped once, no task ran after the run, and no limit was passed.
fn check_log(log: &Log) -> Result<(), String> {
    let (made, dropped) = (log.census.made(), log.census.dropped());
    if made != dropped || log.census.was_dropped_twice() {
        return Err(format!("{made} values were made, {dropped} dropped"));
    }
    let wrong = [
        (&log.after, "tasks ran after the run was over"),
        (&log.crowded, "tasks started beside too many of their kind"),
        (&log.late_effects, "effects came after a `?` that failed"),
    ];
    for (count, what) in wrong {
        match count.load(SeqCst) {
            0 => {}
            count => return Err(format!("{count} {what}")),
        }
    }
    Ok(())
}

/// The pool is as good as before.
fn check_pool(executor: &Executor) -> Result<(), String> {
    let parts: Vec<_> = (0..8_u64).map(|i| Delayed::new(move || i)).collect();
    let sum = tembel::gather(parts).map(|parts| parts.iter().sum::<u64>());
    match executor.try_compute(sum) {
        Ok(28) => Ok(()),
        other => Err(format!("afterwards, the pool gives {other:?}")),
    }
}
