//! Is it parallel, and if not, why? The flights of 03 with a progress bar and a profile: a summary, a page, a trace and a picture.
//!
//! The files are written to `profile` in the target folder. Open the page in a browser, and the trace at
//! <https://ui.perfetto.dev>.

use std::path::{Path, PathBuf};

use tembel::{Delayed, Executor, Profile, Progress, delayed};
use tembel_examples::flights::{self, BadFile, Departure, Flight, Table};

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

/// The table of all files. Each merge needs the one before; a tree as in 03 would not be faster, since merging takes no time.
fn year(files: &[PathBuf]) -> Delayed<'_, Result<Table>> {
    let months = files.iter().map(|file| group(clean(read(file))));
    months.reduce(merge).expect("at least one file")
}

/// The year on so many workers, with a bar that shows how far it is.
fn profiled(
    files: &[PathBuf],
    workers: usize,
) -> std::result::Result<Profile, Box<dyn std::error::Error>> {
    let profile = Profile::new();
    let executor = Executor::builder()
        .threads(workers)
        .observer(Progress::new())
        .observer(profile.clone())
        .build()?;
    let table = executor.compute(year(files))?;
    flights::assert_facts(&table);
    Ok(profile)
}

fn main() -> std::result::Result<(), Box<dyn std::error::Error>> {
    let files = flights::months();
    let one = profiled(&files, 1)?;
    let two = profiled(&files, 2)?;
    println!("{two}");

    // What two workers would take, by what the tasks took on one. On two they may slow each other down: then the second
    // prediction, by what they took there, is the right one.
    let predicted = one.predict(2);
    println!(
        "on 2 workers: predicted {:.1?} by the run on 1, {:.1?} by that on 2; no less than {:.1?}",
        predicted.makespan(),
        two.predict(2).makespan(),
        predicted.bound()
    );
    assert!(predicted.speed_up() <= 2.0 && predicted.makespan() >= predicted.bound());

    let folder = std::env::current_exe()?;
    let folder = folder
        .ancestors()
        .nth(2)
        .ok_or("no target folder")?
        .join("profile");
    std::fs::create_dir_all(&folder)?;
    two.write_html(folder.join("run.html"))?;
    two.write_trace(folder.join("run.json"))?;
    std::fs::write(folder.join("graph.svg"), two.graph().to_svg())?;
    println!("see {}", folder.join("run.html").display());

    // Four tasks a file, but one merge less.
    assert_eq!(two.graph().as_petgraph().node_count(), 4 * files.len() - 1);
    Ok(())
}
