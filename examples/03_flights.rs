//! A real job: how late did flights leave New York City in 2013? Twelve files, 336,776 flights.
//!
//! Each month is read, cleaned and grouped on its own, then the months are merged two by two. What a task does is in
//! `src/flights.rs`, in plain functions; here is only which calls are tasks.

use std::path::{Path, PathBuf};
use std::time::Instant;

use tembel::{Delayed, delayed};
use tembel_examples::flights::{self, BadFile, Departure, Flight, Table};

// A failure is a value like any other: it travels along the edges, and the first one in program order comes out.
type Result<T> = std::result::Result<T, BadFile>;

#[delayed]
fn read(file: &Path) -> Result<Vec<Flight>> {
    flights::read(file)
}

#[delayed]
fn clean(flights: Result<Vec<Flight>>) -> Result<Vec<Departure>> {
    flights.map(flights::clean)
}

#[delayed]
fn group(departures: Result<Vec<Departure>>) -> Result<Table> {
    departures.map(|departures| flights::group(&departures))
}

#[delayed]
fn merge(earlier: Result<Table>, later: Result<Table>) -> Result<Table> {
    Ok(flights::merge(earlier?, later?))
}

/// The table of all files, later. The tasks borrow the file names.
fn year(files: &[PathBuf]) -> Delayed<'_, Result<Table>> {
    let mut tables: Vec<_> = files.iter().map(|file| group(clean(read(file)))).collect();
    while tables.len() > 1 {
        let mut pairs = tables.into_iter();
        tables = Vec::new();
        while let Some(earlier) = pairs.next() {
            tables.push(match pairs.next() {
                Some(later) => merge(earlier, later),
                None => earlier,
            });
        }
    }
    tables.pop().expect("at least one file")
}

/// The same, now: a loop over plain functions.
fn year_now(files: &[PathBuf]) -> Result<Table> {
    files.iter().try_fold(Table::default(), |table, file| {
        let month = flights::group(&flights::clean(flights::read(file)?));
        Ok(flights::merge(table, month))
    })
}

fn main() -> Result<()> {
    let files = flights::months();

    let start = Instant::now();
    let expected = year_now(&files)?;
    let eager = start.elapsed();

    let year = year(&files);
    println!(
        "{} files, {} tasks",
        files.len(),
        year.graph().as_petgraph().node_count()
    );
    let start = Instant::now();
    let table = year.compute()?;
    let delayed = start.elapsed();

    println!("{table}");
    println!("eager {eager:.2?}, delayed {delayed:.2?}");

    assert_eq!(table, expected);
    flights::assert_facts(&table);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The year with July in another file.
    fn with_july(july: &Path) -> String {
        let mut files = flights::months();
        files[6] = july.to_owned();
        year(&files).compute().unwrap_err().to_string()
    }

    #[test]
    fn without_a_month_there_is_no_table_but_the_missing_files_name() {
        assert!(with_july(Path::new("no-july.csv.gz")).starts_with("no-july.csv.gz: "));
    }

    #[test]
    fn with_half_a_month_there_is_no_table_but_the_damaged_files_name() {
        let bytes = std::fs::read(&flights::months()[6]).unwrap();
        let july = std::env::temp_dir().join(format!("half-july-{}.csv.gz", std::process::id()));
        std::fs::write(&july, &bytes[..bytes.len() / 2]).unwrap();
        let error = with_july(&july);
        std::fs::remove_file(&july).unwrap();
        assert!(error.contains("half-july"), "{error}");
    }
}
