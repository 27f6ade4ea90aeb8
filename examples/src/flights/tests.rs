//! What `read` refuses, and what `merge` keeps.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::*;

const HEADER: &str = "month,day,carrier,flight,origin,dest,dep_delay\n";

/// A file with these bytes, which is gone afterwards, and what `read` says of it.
fn read_bytes(name: &str, bytes: &[u8]) -> Result<Vec<Flight>, BadFile> {
    let file = std::env::temp_dir().join(format!("tembel-{}-{name}", std::process::id()));
    std::fs::write(&file, bytes).unwrap();
    let result = read(&file);
    std::fs::remove_file(&file).unwrap();
    if let Err(error) = &result {
        assert!(error.to_string().contains(name), "{error}");
    }
    result
}

fn gzip(text: &str) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    gzip.write_all(text.as_bytes()).unwrap();
    gzip.finish().unwrap()
}

fn reason(name: &str, bytes: &[u8]) -> String {
    read_bytes(name, bytes).unwrap_err().reason.to_string()
}

#[test]
fn a_flight_that_never_left_is_read_and_cleaned_away() {
    let rows = format!("{HEADER}1,2,UA,15,EWR,IAH,-3\n1,2,UA,16,EWR,IAH,NA\n1,2,UA,17,EWR,IAH,\n");
    let flights = read_bytes("never-left.csv.gz", &gzip(&rows)).unwrap();
    assert_eq!(flights.len(), 3);
    assert_eq!(clean(flights).iter().map(|d| d.delay).sum::<i32>(), -3);
}

#[test]
fn a_missing_file_is_named() {
    let file = Path::new("no/such/2013-13.csv.gz");
    let error = read(file).unwrap_err();
    assert_eq!(error.file, file);
    assert!(error.to_string().starts_with("no/such/2013-13.csv.gz: "));
}

#[test]
fn a_file_that_is_cut_off_gives_no_rows() {
    let january = std::fs::read(&months()[0]).unwrap();
    read_bytes("cut.csv.gz", &january[..january.len() / 2]).unwrap_err();
    read_bytes("cut-at-the-end.csv.gz", &january[..january.len() - 1]).unwrap_err();
    read_bytes("empty.csv.gz", &[]).unwrap_err();
}

#[test]
fn a_changed_byte_is_found() {
    let mut january = std::fs::read(&months()[0]).unwrap();
    let middle = january.len() / 2;
    january[middle] ^= 1;
    read_bytes("changed.csv.gz", &january).unwrap_err();
}

#[test]
fn a_value_that_is_no_number_is_named_with_its_line() {
    let rows = format!("{HEADER}1,2,UA,15,EWR,IAH,late\n");
    assert_eq!(
        reason("words.csv.gz", &gzip(&rows)),
        "line 2: `late`: invalid digit found in string"
    );
}

#[test]
fn a_missing_column_is_named() {
    assert_eq!(
        reason("columns.csv.gz", &gzip("month,day\n1,2\n")),
        "no column `carrier`"
    );
}

#[test]
fn a_month_without_flights_is_damaged() {
    assert_eq!(reason("header.csv.gz", &gzip(HEADER)), "no flight in it");
}

#[test]
fn of_two_flights_that_are_as_late_the_earlier_is_the_worst() {
    let one = |number| {
        let rows = format!("{HEADER}1,2,UA,{number},EWR,IAH,60\n");
        let name = format!("worst-{number}.csv.gz");
        group(&clean(read_bytes(&name, &gzip(&rows)).unwrap()))
    };
    let table = merge(one(1), one(2));
    assert_eq!(table.worst.unwrap().flight.number, 1);
    let both = Delays {
        flights: 2,
        minutes: 120,
    };
    assert_eq!(table.origins["EWR"], both);
    assert_eq!(table.carriers["UA"], both);
}
