//! The flights job in plain functions: read a month, clean it, group it, merge two tables.
//!
//! Nothing here knows of tasks. The examples decide which of these calls become tasks, and in what order they run.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;
use std::fs::File;
use std::path::{Path, PathBuf};

use csv::StringRecord;
use flate2::read::MultiGzDecoder;

/// A row of the data: one flight that was planned to leave New York City.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flight {
    /// Month of 2013, from 1.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
    /// The airline's code of two characters.
    pub carrier: String,
    /// The flight's number.
    pub number: u16,
    /// The airport it leaves: `EWR`, `JFK` or `LGA`.
    pub origin: String,
    /// The airport it goes to.
    pub dest: String,
    /// Minutes after the planned departure, negative if before; `None` if it never left.
    pub dep_delay: Option<i32>,
}

/// A flight that left, with its delay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Departure {
    /// The flight.
    pub flight: Flight,
    /// Minutes after the planned departure, negative if before.
    pub delay: i32,
}

/// Departure delays that were added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Delays {
    /// How many flights.
    pub flights: u64,
    /// The sum of their delays.
    pub minutes: i64,
}

/// What is known of some months, or of the year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Delays by airport of departure.
    pub origins: BTreeMap<String, Delays>,
    /// Delays by airline.
    pub carriers: BTreeMap<String, Delays>,
    /// The flight that was latest; of several, the first.
    pub worst: Option<Departure>,
}

/// A file that is missing or damaged.
#[derive(Debug)]
pub struct BadFile {
    /// Which file.
    pub file: PathBuf,
    /// What is wrong with it.
    pub reason: Box<dyn Error + Send + Sync>,
}

/// The twelve files of 2013, January first.
#[must_use]
pub fn months() -> Vec<PathBuf> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/flights");
    (1..=12)
        .map(|month| data.join(format!("2013-{month:02}.csv.gz")))
        .collect()
}

/// Reads one month: CSV with a header, compressed with gzip.
///
/// # Errors
/// The file is missing, cut off or otherwise damaged, a column is missing, a value is not what its column holds, or
/// there is no flight in it. Rows that were read before are not given.
pub fn read(file: &Path) -> Result<Vec<Flight>, BadFile> {
    read_rows(file).map_err(|reason| BadFile {
        file: file.to_owned(),
        reason,
    })
}

/// Keeps the flights that left.
#[must_use]
pub fn clean(flights: Vec<Flight>) -> Vec<Departure> {
    let with_delay = |flight: Flight| {
        let delay = flight.dep_delay?;
        Some(Departure { flight, delay })
    };
    flights.into_iter().filter_map(with_delay).collect()
}

/// Adds up the delays by origin and by carrier.
#[must_use]
pub fn group(departures: &[Departure]) -> Table {
    let mut table = Table::default();
    let mut worst: Option<&Departure> = None;
    for departure in departures {
        let flight = &departure.flight;
        add(&mut table.origins, &flight.origin, departure.delay);
        add(&mut table.carriers, &flight.carrier, departure.delay);
        if worst.is_none_or(|worst| worst.delay < departure.delay) {
            worst = Some(departure);
        }
    }
    table.worst = worst.cloned();
    table
}

/// The table of earlier and of later flights as one.
#[must_use]
pub fn merge(earlier: Table, later: Table) -> Table {
    let mut table = earlier;
    merge_into(&mut table.origins, later.origins);
    merge_into(&mut table.carriers, later.carriers);
    let delay = |worst: &Option<Departure>| worst.as_ref().map(|worst| worst.delay);
    if delay(&table.worst) < delay(&later.worst) {
        table.worst = later.worst;
    }
    table
}

impl Delays {
    /// Mean delay in minutes.
    #[must_use]
    #[expect(
        clippy::cast_precision_loss,
        reason = "both are far below 2^53, where f64 is exact"
    )]
    pub fn mean(self) -> f64 {
        self.minutes as f64 / self.flights as f64
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (title, delays) in [("origin", &self.origins), ("carrier", &self.carriers)] {
            writeln!(f, "{title:8} {:>8} {:>18}", "flights", "mean delay (min)")?;
            for (code, delays) in delays {
                writeln!(f, "{code:8} {:8} {:18.8}", delays.flights, delays.mean())?;
            }
        }
        match &self.worst {
            Some(worst) => write!(f, "worst: {worst}"),
            None => f.write_str("worst: none"),
        }
    }
}

impl fmt::Display for Departure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Departure { flight, delay } = self;
        write!(
            f,
            "{delay} minutes, {} {}, {} to {}, 2013-{:02}-{:02}",
            flight.carrier, flight.number, flight.origin, flight.dest, flight.month, flight.day
        )
    }
}

impl fmt::Display for BadFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file.display(), self.reason)
    }
}

impl Error for BadFile {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(self.reason.as_ref())
    }
}

type Reason = Box<dyn Error + Send + Sync>;

fn read_rows(file: &Path) -> Result<Vec<Flight>, Reason> {
    let mut rows = csv::Reader::from_reader(MultiGzDecoder::new(File::open(file)?));
    let columns = Columns::find(rows.headers()?)?;
    let mut flights = Vec::new();
    let mut row = StringRecord::new();
    while rows.read_record(&mut row)? {
        flights.push(columns.flight(&row)?);
    }
    if flights.is_empty() {
        return Err("no flight in it".into());
    }
    Ok(flights)
}

/// Where in a row the columns are that we use.
struct Columns {
    month: usize,
    day: usize,
    carrier: usize,
    number: usize,
    origin: usize,
    dest: usize,
    dep_delay: usize,
}

impl Columns {
    fn find(header: &StringRecord) -> Result<Self, Reason> {
        let column = |name: &str| {
            let place = header.iter().position(|column| column == name);
            place.ok_or_else(|| format!("no column `{name}`"))
        };
        Ok(Columns {
            month: column("month")?,
            day: column("day")?,
            carrier: column("carrier")?,
            number: column("flight")?,
            origin: column("origin")?,
            dest: column("dest")?,
            dep_delay: column("dep_delay")?,
        })
    }

    fn flight(&self, row: &StringRecord) -> Result<Flight, Reason> {
        Ok(Flight {
            month: number(row, self.month)?,
            day: number(row, self.day)?,
            carrier: row[self.carrier].to_owned(),
            number: number(row, self.number)?,
            origin: row[self.origin].to_owned(),
            dest: row[self.dest].to_owned(),
            dep_delay: match &row[self.dep_delay] {
                "" | "NA" => None,
                _ => Some(number(row, self.dep_delay)?),
            },
        })
    }
}

fn number<N: std::str::FromStr<Err: fmt::Display>>(
    row: &StringRecord,
    column: usize,
) -> Result<N, Reason> {
    row[column].parse().map_err(|error| {
        let line = row.position().map_or(0, csv::Position::line);
        format!("line {line}: `{}`: {error}", &row[column]).into()
    })
}

fn add(table: &mut BTreeMap<String, Delays>, code: &str, delay: i32) {
    // A code is copied only when it is new.
    let delays = match table.get_mut(code) {
        Some(delays) => delays,
        None => table.entry(code.to_owned()).or_default(),
    };
    delays.flights += 1;
    delays.minutes += i64::from(delay);
}

fn merge_into(table: &mut BTreeMap<String, Delays>, other: BTreeMap<String, Delays>) {
    for (code, more) in other {
        let delays = table.entry(code).or_default();
        delays.flights += more.flights;
        delays.minutes += more.minutes;
    }
}

/// Asserts what is known of the whole year, counted with other means.
///
/// # Panics
/// A mean, a count or the worst delay is another.
pub fn assert_facts(table: &Table) {
    for (origin, flights, mean) in [
        ("EWR", 117_596, 15.107_954_352_188),
        ("JFK", 109_416, 12.112_159_099_217),
        ("LGA", 101_509, 10.346_875_646_494),
    ] {
        assert_eq!(table.origins[origin].flights, flights);
        assert!((table.origins[origin].mean() - mean).abs() < 1e-9);
    }
    let worst = table.worst.as_ref().expect("a flight").to_string();
    assert_eq!(worst, "1301 minutes, HA 51, JFK to HNL, 2013-01-09");
}

#[cfg(test)]
mod tests;
