//! The flights job when things go wrong: a damaged file, a reader that sometimes fails, and Ctrl-C.
//!
//! Each month is one handle, so a bad month costs that month. Press Ctrl-C while it runs: it stops between two tasks.

use std::error::Error as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tembel::{CancelToken, Delayed, ErrorKind, Executor, delayed};
use tembel_examples::flights::{self, BadFile, Flight, Table};

/// A server that is busy at every third request.
#[derive(Default)]
struct Server {
    requests: AtomicU32,
    refused: AtomicU32,
}

impl Server {
    fn is_busy(&self) -> bool {
        let busy = self.requests.fetch_add(1, Ordering::Relaxed) % 3 == 2;
        self.refused.fetch_add(busy.into(), Ordering::Relaxed);
        busy
    }
}

// Two downloads at a time, each tried up to nine times. During a pause the worker does something else.
#[delayed(limit = 2, retries = 8, backoff = "1us")]
fn download(server: &Server, file: &Path) -> Result<Vec<Flight>, BadFile> {
    if server.is_busy() {
        let (file, reason) = (file.to_owned(), "the server is busy".into());
        return Err(BadFile { file, reason });
    }
    flights::read(file)
}

#[delayed]
fn summary(month: Vec<Flight>) -> Table {
    flights::group(&flights::clean(month))
}

/// A month's table. From `or_fail` on it is a plain value: who needs it has no `Result` to look at.
fn month<'a>(server: &'a Server, file: &'a Path) -> Delayed<'a, Table> {
    let flights = download(server, file).or_fail();
    summary(flights).named(file.file_stem().unwrap_or_default().display().to_string())
}

/// What there is of the year, and what is missing.
fn year(executor: &Executor, server: &Server, files: &[PathBuf]) -> (Table, Vec<tembel::Error>) {
    let months: Vec<_> = files.iter().map(|file| month(server, file)).collect();
    let mut year = Table::default();
    let mut missing = Vec::new();
    for month in executor.try_compute(months) {
        match month {
            Ok(month) => year = flights::merge(year, month),
            Err(error) => missing.push(error),
        }
    }
    (year, missing)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let token = CancelToken::new();
    let on_interrupt = token.clone();
    ctrlc::set_handler(move || on_interrupt.cancel())?;
    let executor = Executor::builder()
        .cancel_token(token.clone())
        .timeout(Duration::from_secs(600))
        .build()?;

    // July is cut in half.
    let mut files = flights::months();
    let bytes = std::fs::read(&files[6])?;
    let name = format!("half-july-{}.csv.gz", std::process::id());
    files[6] = std::env::temp_dir().join(name);
    std::fs::write(&files[6], &bytes[..bytes.len() / 2])?;

    let server = Server::default();
    let (table, missing) = year(&executor, &server, &files);
    std::fs::remove_file(&files[6])?;
    if token.is_cancelled() {
        println!("{}", missing[0]);
        return Ok(());
    }
    println!("{table}");
    for error in &missing {
        println!("{error:#}");
    }
    println!("busy {} times", server.refused.load(Ordering::Relaxed));

    // Eleven months are there. July is not, and says why: its file in the message, its type behind `source()`.
    let flown: u64 = table.origins.values().map(|delays| delays.flights).sum();
    let months_now = flights::months().into_iter().enumerate();
    let mut expected = 0;
    for (_, file) in months_now.filter(|(month, _)| *month != 6) {
        expected += flights::clean(flights::read(&file)?).len() as u64;
    }
    assert_eq!(flown, expected);
    let [july] = &missing[..] else {
        return Err(format!("{} months are missing", missing.len()).into());
    };
    assert_eq!((july.kind(), july.task()), (ErrorKind::Failed, "download"));
    let bad = july
        .source()
        .and_then(|source| source.downcast_ref::<BadFile>());
    assert!(bad.is_some_and(|bad| bad.file == files[6]));

    // As Ctrl-C does it: no table, and the executor can be used again.
    token.cancel();
    let (table, missing) = year(&executor, &server, &files);
    assert_eq!(table, Table::default());
    assert!(
        missing
            .iter()
            .all(|error| error.kind() == ErrorKind::Cancelled)
    );
    token.reset();
    assert_eq!(executor.compute(Delayed::new(|| 1)), 1);
    Ok(())
}
