//! A run as a page: one file, which needs nothing else.

use std::collections::HashMap;
use std::fmt::{Display, Write};
use std::time::Duration;

use super::json::Quoted;
use super::record::Record;
use super::series::Series;
use super::summary::{Numbers, numbers, rows, time};
use crate::graph::TaskState;

const PAGE: &str = include_str!("page.html");
const STYLE: &str = include_str!("page.css");
/// In the order in which they need each other.
const SCRIPTS: [&str; 4] = [
    include_str!("view.js"),
    include_str!("stream.js"),
    include_str!("charts.js"),
    include_str!("table.js"),
];
/// More points than this are not seen in a chart.
const POINTS: usize = 4_000;

pub(super) fn of(record: &Record) -> String {
    let mut page = String::with_capacity(PAGE.len() + 100 * record.parts.len());
    let mut rest = PAGE;
    let mut fill = |mark: &str, text: &str| {
        let (before, after) = rest.split_once(mark).unwrap_or((rest, ""));
        page.push_str(before);
        page.push_str(text);
        rest = after;
    };
    fill("/*STYLE*/", STYLE);
    fill("<!--GRAPH-->", &record.graph.to_svg());
    fill("/*DATA*/", &data(record));
    fill("/*SCRIPT*/", &SCRIPTS.join("\n"));
    page.push_str(rest);
    page
}

fn data(record: &Record) -> String {
    let numbers = numbers(record);
    let curve = record.graph.simulate_curve();
    let curve = curve
        .iter()
        .map(|at| format!("[{},{:.4}]", at.workers(), at.speed_up()));
    let points = |series: &Series| {
        let points = series.thinned(POINTS, record.wall);
        list(points.iter().map(|(at, count)| format!("[{at},{count}]")))
    };
    let mut names = Names::default();
    let rows = rows(record);
    let rows = rows.iter().map(|row| {
        let name = names.number(row.name);
        let (count, total) = (row.count, row.total);
        format!("[{name},{count},{total},{},{}]", row.failed, row.skipped)
    });
    let rows = list(rows);
    let tasks = tasks(record, &mut names);
    format!(
        "{{\"headline\":{},\"wall\":{},\"work\":{},\"workers\":{},\"limit\":{:.4},\n\"summary\":{},\n\"rows\":{rows},\n\
         \"running\":{},\n\"live\":{},\n\"curve\":{},\n{tasks},\n\"names\":{}}}",
        Quoted(&headline(record)),
        record.wall,
        numbers.work,
        record.workers,
        numbers.possible,
        summary(record, &numbers),
        points(&Series::running(record)),
        points(&numbers.live),
        list(curve),
        list(names.all.iter().map(|name| Quoted(name))),
    )
}

fn headline(record: &Record) -> String {
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    let (tasks, workers) = (record.tasks, record.workers);
    let so_far = if record.over { "" } else { " so far" };
    format!(
        "{tasks} task{} in {}{so_far} on {workers} worker{}",
        plural(tasks),
        time(record.wall),
        plural(workers)
    )
}

/// What stands on top: a word, a value, and what it means.
fn summary(record: &Record, numbers: &Numbers) -> String {
    let span = Duration::from_secs_f64(numbers.span).as_nanos();
    let chain = match numbers.chain.len() {
        1 => "one task".to_owned(),
        length => format!("{length} tasks, each of which needs the one before"),
    };
    let busy = format!("busy on average, of {:.2} that could be", numbers.possible);
    let mut cards = vec![
        ("Time", time(record.wall), "from start to end".to_owned()),
        (
            "Work",
            time(numbers.work),
            "all tasks, one after the other".to_owned(),
        ),
        (
            "Critical path",
            time(u64::try_from(span).unwrap_or(u64::MAX)),
            chain,
        ),
        ("Workers", format!("{:.2}", numbers.achieved), busy),
        (
            "Idle",
            format!("{:.1} %", numbers.idle * 100.0),
            "of the workers' time".to_owned(),
        ),
        (
            "Live values",
            numbers.live.peak().to_string(),
            "at most at one time".to_owned(),
        ),
    ];
    let failed = record.count(TaskState::Failed);
    let skipped = record.count(TaskState::Skipped);
    if failed + skipped > 0 {
        cards.push((
            "Failed",
            failed.to_string(),
            format!("and {skipped} skipped"),
        ));
    }
    if record.retries > 0 {
        cards.push((
            "Tried again",
            record.retries.to_string(),
            "attempts that failed".to_owned(),
        ));
    }
    let card = |(word, value, more): &(&str, String, String)| {
        format!("[{},{},{}]", Quoted(word), Quoted(value), Quoted(more))
    };
    list(cards.iter().map(card))
}

/// What ran, by start, a list for each property: that is shorter, and quicker to read.
fn tasks(record: &Record, names: &mut Names) -> String {
    let graph = record.graph.as_petgraph();
    let mut ran: Vec<_> = record.ran().collect();
    ran.sort_by_key(|(_, part)| part.start);
    let mut places = Names::default();
    let mut known = HashMap::new();
    let mut columns: [String; 6] = Default::default();
    let mut before = 0;
    for (node, part) in ran {
        let info = &graph[node];
        let location = info.location();
        // The text of a place is the same for the same place.
        let place = *known
            .entry(std::ptr::from_ref(location).addr())
            .or_insert_with(|| places.number(&location.to_string()));
        let state = match record.graph.state(node) {
            TaskState::Waiting => 0,
            TaskState::Running => 1,
            TaskState::Done => 2,
            TaskState::Failed => 3,
            TaskState::Skipped => 4,
        };
        let values = [
            names.number(info.name()) as u64,
            place as u64,
            u64::from(part.worker),
            part.start - before,
            part.end - part.start,
            state,
        ];
        before = part.start;
        for (column, value) in columns.iter_mut().zip(values) {
            let comma = if column.is_empty() { "" } else { "," };
            let _ = write!(column, "{comma}{value}");
        }
    }
    let [name, place, worker, gap, duration, state] = columns;
    format!(
        "\"tasks\":{{\"name\":[{name}],\n\"place\":[{place}],\n\"worker\":[{worker}],\n\"gap\":[{gap}],\n\
         \"duration\":[{duration}],\n\"state\":[{state}]}},\n\"places\":{}",
        list(places.all.iter().map(|place| Quoted(place)))
    )
}

/// Texts, each of them once.
#[derive(Default)]
struct Names {
    all: Vec<String>,
    numbers: HashMap<String, usize>,
}

impl Names {
    fn number(&mut self, name: &str) -> usize {
        if let Some(&number) = self.numbers.get(name) {
            return number;
        }
        self.numbers.insert(name.to_owned(), self.all.len());
        self.all.push(name.to_owned());
        self.all.len() - 1
    }
}

fn list(all: impl Iterator<Item = impl Display>) -> String {
    let mut out = String::from("[");
    for (number, one) in all.enumerate() {
        let comma = if number == 0 { "" } else { "," };
        let _ = write!(out, "{comma}{one}");
    }
    out.push(']');
    out
}
