//! Runs random graphs in which things go wrong, for a while: `soak --seconds N --seed S [--rounds R] [--threads T]`.
//!
//! A round that fails, or that takes a minute, prints its seed: `soak --rounds 1 --seed S --threads 1` repeats it.

use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::Ordering::SeqCst;
use std::sync::atomic::{AtomicBool, AtomicU64};
use std::time::{Duration, Instant};

use tembel_tests::soak::{Counts, Pools, round};

struct Options {
    seconds: u64,
    seed: u64,
    rounds: u64,
    threads: u64,
}

fn main() -> ExitCode {
    let options = match options(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(message) => {
            eprintln!("{message}\nusage: soak --seconds N --seed S [--rounds R] [--threads T]");
            return ExitCode::FAILURE;
        }
    };
    // Thousands of tasks panic as they should.
    std::panic::set_hook(Box::new(|_| {}));
    let soak = Soak {
        end: Instant::now() + Duration::from_secs(options.seconds),
        options,
        pools: Pools::default(),
        counts: Counts::default(),
        next: AtomicU64::new(0),
        failed: AtomicBool::new(false),
        is_over: AtomicBool::new(false),
        at_work: Mutex::default(),
    };
    std::thread::scope(|scope| {
        scope.spawn(|| soak.watch());
        let work = |_| scope.spawn(|| soak.work());
        let threads: Vec<_> = (0..soak.options.threads).map(work).collect();
        for thread in threads {
            let _ = thread.join();
        }
        soak.is_over.store(true, SeqCst);
    });
    let Counts {
        started,
        panicked,
        failed,
        cancelled,
        stopped,
    } = &soak.counts;
    println!(
        "{} rounds from seed {}: {} tasks and attempts, {} panics, {} errors, {} cancels from inside, {} runs stopped",
        soak.next.load(SeqCst).min(soak.options.rounds),
        soak.options.seed,
        started.load(SeqCst),
        panicked.load(SeqCst),
        failed.load(SeqCst),
        cancelled.load(SeqCst),
        stopped.load(SeqCst),
    );
    if soak.failed.load(SeqCst) {
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

struct Soak {
    options: Options,
    end: Instant,
    pools: Pools,
    counts: Counts,
    next: AtomicU64,
    failed: AtomicBool,
    is_over: AtomicBool,
    at_work: Mutex<Vec<(u64, Instant)>>,
}

/// A round takes milliseconds.
const MOST: Duration = Duration::from_secs(30);

impl Soak {
    /// Rounds until the time is over; several threads share pools and limits.
    fn work(&self) {
        while Instant::now() < self.end && !self.failed.load(SeqCst) {
            let number = self.next.fetch_add(1, SeqCst);
            if number >= self.options.rounds {
                return;
            }
            let seed = self.options.seed.wrapping_add(number);
            let work = || self.watched(seed);
            let ended = std::panic::catch_unwind(std::panic::AssertUnwindSafe(work));
            let failure = match ended {
                Ok(Ok(())) => continue,
                Ok(Err(failure)) => failure,
                Err(payload) => format!("a panic: {}", tembel_tests::text_of(&*payload)),
            };
            eprintln!("round {seed}: {failure}");
            self.failed.store(true, SeqCst);
        }
    }
}

impl Soak {
    /// A round. Its seed stands in the list of what is at work, for the watchdog.
    fn watched(&self, seed: u64) -> Result<(), String> {
        let list = || self.at_work.lock().expect("nothing panics inside");
        list().push((seed, Instant::now()));
        let result = round(seed, &self.pools, &self.counts);
        list().retain(|(other, _)| *other != seed);
        result
    }

    /// Aborts the process when a round hangs.
    fn watch(&self) {
        while Instant::now() < self.end || !self.is_idle() {
            if self.is_over.load(SeqCst) {
                return;
            }
            std::thread::sleep(Duration::from_millis(100));
            let list = self.at_work.lock().expect("nothing panics inside");
            if let Some((seed, _)) = list.iter().find(|(_, start)| start.elapsed() > MOST) {
                eprintln!("round {seed} hangs");
                std::process::abort();
            }
        }
    }

    fn is_idle(&self) -> bool {
        self.at_work
            .lock()
            .expect("nothing panics inside")
            .is_empty()
    }
}

fn options(mut arguments: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut options = Options {
        seconds: 30,
        seed: 1,
        rounds: u64::MAX,
        threads: 2,
    };
    while let Some(option) = arguments.next() {
        let value = arguments.next().ok_or(format!("{option} needs a value"))?;
        let number = value
            .parse()
            .map_err(|error| format!("{option} {value}: {error}"))?;
        match option.as_str() {
            "--seconds" => options.seconds = number,
            "--seed" => options.seed = number,
            "--rounds" => options.rounds = number,
            "--threads" => options.threads = number,
            _ => return Err(format!("there is no option {option}")),
        }
    }
    Ok(options)
}
