//! The flights job of 03 as one block of plain Rust, with a loop and `?`.
//!
//! In 03 each step has a `#[delayed]` function of its own, which takes and gives a `Result`. Here the block calls the plain
//! functions of `src/flights.rs`, and is what somebody would write who has never heard of tasks.

use std::path::PathBuf;
use std::time::Instant;

use tembel::{Delayed, lazy};
use tembel_examples::flights::{self, BadFile, Table, clean, group, merge, months, read};

type Result<T> = std::result::Result<T, BadFile>;

/// The table of all files, later. Months are read side by side, and merged in their order.
fn year(files: &[PathBuf]) -> Delayed<'_, Result<Table>> {
    lazy! {
        let mut year = Table::default();
        for file in files {
            let departures = clean(read(file)?);
            year = merge(year, group(&departures));
        }
        Ok(year)
    }
}

/// The same block without `lazy!`.
fn year_now(files: &[PathBuf]) -> Result<Table> {
    let mut year = Table::default();
    for file in files {
        let departures = clean(read(file)?);
        year = merge(year, group(&departures));
    }
    Ok(year)
}

fn main() -> Result<()> {
    let files = months();

    let start = Instant::now();
    let expected = year_now(&files)?;
    let plain = start.elapsed();

    let year = year(&files);
    println!(
        "{} files, {} tasks",
        files.len(),
        year.graph().as_petgraph().node_count()
    );
    let start = Instant::now();
    let table = year.compute()?;
    let lazy = start.elapsed();

    println!("{table}");
    println!("plain block {plain:.2?}, lazy block {lazy:.2?}");

    assert_eq!(table, expected);
    flights::assert_facts(&table);

    missing(files);
    Ok(())
}

/// Without a month there is no table, but the missing file's name.
fn missing(mut files: Vec<PathBuf>) {
    files[6] = PathBuf::from("no-july.csv.gz");
    files[9] = PathBuf::from("no-october.csv.gz");
    // July is the first failure in program order, whichever file is looked at first.
    let error = year(&files).compute().unwrap_err();
    println!("without July: {error}");
    assert!(error.to_string().starts_with("no-july.csv.gz: "));
}
