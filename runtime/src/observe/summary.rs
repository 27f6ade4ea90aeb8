//! A run in some lines of text.

use std::collections::HashMap;
use std::fmt;
use std::time::Duration;

use super::record::Record;
use super::series::Series;
use crate::graph::TaskState;

/// Names in the table.
const ROWS: usize = 12;
/// Numbers of workers for which the speed-up is shown.
const WORKERS: [usize; 9] = [1, 2, 4, 8, 16, 32, 64, 128, 256];

/// What is known of all tasks of one name.
#[derive(Clone, Debug)]
pub(super) struct Row<'r> {
    pub(super) name: &'r str,
    pub(super) count: usize,
    pub(super) failed: usize,
    pub(super) skipped: usize,
    /// Nanoseconds.
    pub(super) total: u64,
}

/// All names, those that took longest first.
pub(super) fn rows(record: &Record) -> Vec<Row<'_>> {
    let graph = record.graph.as_petgraph();
    let mut places = HashMap::new();
    let mut rows: Vec<Row<'_>> = Vec::new();
    for (node, part) in graph.node_indices().zip(&record.parts) {
        let name = graph[node].name();
        let resumed = part.is_some_and(|part| part.resumed);
        let name = name
            .strip_suffix(", resumed")
            .filter(|_| resumed)
            .unwrap_or(name);
        let place = *places.entry(name).or_insert_with(|| {
            rows.push(Row {
                name,
                count: 0,
                failed: 0,
                skipped: 0,
                total: 0,
            });
            rows.len() - 1
        });
        let state = record.graph.state(node);
        rows[place].count += usize::from(!resumed);
        rows[place].failed += usize::from(state == TaskState::Failed);
        rows[place].skipped += usize::from(state == TaskState::Skipped);
        rows[place].total += part.map_or(0, |part| part.end - part.start);
    }
    rows.sort_by(|a, b| b.total.cmp(&a.total).then(a.name.cmp(b.name)));
    rows
}

/// What a summary says, as numbers.
#[derive(Debug)]
pub(super) struct Numbers {
    /// Nanoseconds.
    pub(super) work: u64,
    /// Seconds.
    pub(super) span: f64,
    /// Tasks on the critical path.
    pub(super) chain: Vec<petgraph::graph::NodeIndex>,
    /// Workers that were busy on average.
    pub(super) achieved: f64,
    /// Workers that could be busy on average.
    pub(super) possible: f64,
    /// The share of the workers' time in which they were at no task.
    pub(super) idle: f64,
    pub(super) live: Series,
}

#[expect(
    clippy::cast_precision_loss,
    reason = "shares do not need the last nanosecond"
)]
pub(super) fn numbers(record: &Record) -> Numbers {
    let chain = record.graph.critical_path();
    let span: f64 = chain.iter().map(|&node| record.graph.cost(node)).sum();
    let work = record.busy();
    let (busy, wall) = (work as f64, record.wall.max(1) as f64);
    let workers = record.workers.max(1) as f64;
    Numbers {
        work,
        span,
        achieved: busy / wall,
        possible: if span > 0.0 { busy * 1e-9 / span } else { 0.0 },
        idle: (1.0 - busy / (wall * workers)).max(0.0),
        chain,
        live: Series::alive(record),
    }
}

pub(super) fn write(record: &Record, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if record.tasks == 0 && record.wall == 0 {
        return writeln!(f, "no run was recorded");
    }
    let numbers = numbers(record);
    let workers = plural(record.workers, "worker");
    let so_far = if record.over { "" } else { " so far" };
    let wall = time(record.wall);
    writeln!(
        f,
        "{} in {wall}{so_far} on {workers}",
        plural(record.tasks, "task")
    )?;
    writeln!(
        f,
        "  work           {:>10}  all tasks, one after the other",
        time(numbers.work)
    )?;
    let span = Duration::from_secs_f64(numbers.span).as_nanos();
    write!(
        f,
        "  critical path  {:>10}  ",
        time(u64::try_from(span).unwrap_or(u64::MAX))
    )?;
    path(record, &numbers.chain, f)?;
    writeln!(
        f,
        "  parallelism    {:>10.2}  workers busy on average, of {:.2} that could be",
        numbers.achieved, numbers.possible
    )?;
    writeln!(
        f,
        "  idle           {:>9.1}%  of the workers' time",
        numbers.idle * 100.0
    )?;
    writeln!(f, "  live values    {:>10}  at most", numbers.live.peak())?;
    let (failed, skipped) = (
        record.count(TaskState::Failed),
        record.count(TaskState::Skipped),
    );
    if failed + skipped > 0 {
        writeln!(f, "  failed         {failed:>10}  and {skipped} skipped")?;
    }
    if record.retries > 0 {
        writeln!(f, "  tried again    {:>10}", record.retries)?;
    }
    table(record, numbers.work, f)?;
    forecast(record, f)
}

/// The tasks of the critical path, runs of the same name as one.
fn path(
    record: &Record,
    chain: &[petgraph::graph::NodeIndex],
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    const SHOWN: usize = 6;
    let graph = record.graph.as_petgraph();
    let mut names: Vec<(&str, usize)> = Vec::new();
    for &node in chain {
        match names.last_mut() {
            Some(last) if last.0 == graph[node].name() => last.1 += 1,
            _ => names.push((graph[node].name(), 1)),
        }
    }
    write!(f, "{}", plural(chain.len(), "task"))?;
    for (place, (name, count)) in names.iter().enumerate() {
        if place == SHOWN && names.len() > SHOWN + 1 {
            write!(f, " → …")?;
        }
        if place >= SHOWN && place + 1 < names.len() {
            continue;
        }
        write!(f, "{} {name}", if place == 0 { ":" } else { " →" })?;
        if *count > 1 {
            write!(f, " ×{count}")?;
        }
    }
    writeln!(f)
}

#[expect(clippy::cast_precision_loss, reason = "a share in percent")]
fn table(record: &Record, work: u64, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let rows = rows(record);
    let shown = &rows[..rows.len().min(ROWS)];
    let width = shown.iter().map(|row| row.name.chars().count()).max();
    let width = width.unwrap_or(0).clamp(13, 40);
    writeln!(
        f,
        "\n  {:width$}  {:>8}  {:>10}  {:>10}  {:>6}",
        "task", "count", "total", "mean", "share"
    )?;
    for row in shown {
        let name: String = row.name.chars().take(width).collect();
        let (total, mean) = (time(row.total), time(row.total / (row.count as u64).max(1)));
        let share = 100.0 * row.total as f64 / work.max(1) as f64;
        writeln!(
            f,
            "  {name:width$}  {:>8}  {total:>10}  {mean:>10}  {share:>5.1}%",
            row.count
        )?;
    }
    if rows.len() > ROWS {
        writeln!(f, "  … and {} more", rows.len() - ROWS)?;
    }
    Ok(())
}

/// What more workers would bring.
fn forecast(record: &Record, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let curve = record.graph.simulate_curve();
    let curve = || {
        curve
            .iter()
            .filter(|prediction| WORKERS.contains(&prediction.workers()))
    };
    write!(f, "\n  workers   ")?;
    for prediction in curve() {
        write!(f, "{:>7}", prediction.workers())?;
    }
    write!(f, "\n  speed-up  ")?;
    for prediction in curve() {
        write!(f, "{:>7.2}", prediction.speed_up())?;
    }
    writeln!(f, "  predicted")
}

fn plural(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// A time in nanoseconds with three digits that count.
#[expect(clippy::cast_precision_loss, reason = "three digits are shown")]
pub(crate) fn time(nanos: u64) -> String {
    let (value, unit) = match nanos {
        0..1_000 => return format!("{nanos} ns"),
        1_000..1_000_000 => (nanos as f64 / 1e3, "µs"),
        1_000_000..1_000_000_000 => (nanos as f64 / 1e6, "ms"),
        _ => (nanos as f64 / 1e9, "s"),
    };
    let digits = if value < 10.0 {
        2
    } else {
        usize::from(value < 100.0)
    };
    format!("{value:.digits$} {unit}")
}
