//! A drawing as a picture.

use std::fmt::Write;

use super::super::{Access, TaskState};
use super::drawing::{Drawing, Line, TaskBox};
use super::layers::Layers;
use super::place;

const STYLE: &str = include_str!("svg.css");

/// All in pixels.
const HEIGHT: f64 = 42.0;
const ROW: f64 = 86.0;
const MARGIN: f64 = 16.0;
const GAP: f64 = 22.0;
const JOINT: f64 = 14.0;
const LEGEND: f64 = 34.0;
/// The least width of a picture: that of the legend.
const LEAST: f64 = 520.0;
/// Letters of a name that are shown.
const LETTERS: usize = 36;

pub(super) fn draw(drawing: &Drawing) -> String {
    let layers = Layers::of(drawing);
    let mut widths: Vec<f64> = drawing
        .boxes
        .iter()
        .map(|shown| width(drawing, shown) + GAP)
        .collect();
    widths.resize(layers.above.len(), JOINT);
    let middles = place::across(&layers, &widths);
    let mut tops = vec![0.0; middles.len()];
    let mut top = MARGIN;
    for row in &layers.rows {
        for &number in row {
            tops[number] = top;
        }
        top += ROW;
    }
    let rights = (middles.iter().zip(&widths)).map(|(middle, width)| middle + width / 2.0);
    let wide = rights.fold(0.0, f64::max);
    // A drawing that is narrower than its legend stands in the middle.
    let left = MARGIN + (LEAST - wide).max(0.0) / 2.0;
    let points: Vec<Point> = (middles.iter().zip(&tops))
        .map(|(middle, top)| Point {
            x: middle + left,
            y: *top,
        })
        .collect();
    let size = Point {
        x: wide.max(LEAST) + 2.0 * MARGIN,
        y: top.max(ROW) - (ROW - HEIGHT) + LEGEND + MARGIN,
    };
    let mut out = String::new();
    head(drawing, size, &mut out);
    for (line, joints) in drawing.lines.iter().zip(&layers.joints) {
        let joints = joints.iter().map(|&joint| points[joint]);
        connect(line, points[line.from], points[line.to], joints, &mut out);
    }
    let most = drawing
        .boxes
        .iter()
        .map(|shown| shown.cost)
        .fold(0.0, f64::max);
    for (number, shown) in drawing.boxes.iter().enumerate() {
        let heat = if most > 0.0 { shown.cost / most } else { 0.0 };
        task(
            drawing,
            shown,
            points[number],
            widths[number] - GAP,
            heat,
            &mut out,
        );
    }
    legend(size, &mut out);
    out.push_str("</svg>\n");
    out
}

#[derive(Clone, Copy)]
struct Point {
    x: f64,
    y: f64,
}

fn head(drawing: &Drawing, size: Point, out: &mut String) {
    let Point { x, y } = size;
    let (tasks, edges) = (drawing.tasks, drawing.edges);
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"tembel\" viewBox=\"0 0 {x:.0} {y:.0}\" width=\"{x:.0}\" height=\"{y:.0}\" role=\"img\">\n\
         <title>{tasks} tasks, {edges} edges</title>\n<style>\n{STYLE}</style>\n\
         <defs><marker id=\"tembel-arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" \
         markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\"/></marker></defs>\n\
         <rect class=\"ground\" width=\"100%\" height=\"100%\"/>\n"
    );
}

/// What is written into a box: its name, and below it where it was made and how long it took.
fn texts(drawing: &Drawing, shown: &TaskBox) -> (String, String) {
    let mut name: String = shown.name.chars().take(LETTERS).collect();
    if name.len() < shown.name.len() {
        name.push('…');
    }
    if shown.count > 1 {
        let _ = write!(name, " ×{}", shown.count);
    }
    let mut below = shown.made_at();
    if drawing.has_states && shown.state != TaskState::Done {
        let _ = write!(below, " · {}", shown.state_in_words());
    }
    if let (true, Some(time)) = (drawing.has_run, shown.time()) {
        let _ = write!(below, " · {time}");
    }
    (name, below)
}

#[expect(clippy::cast_precision_loss, reason = "short texts")]
fn width(drawing: &Drawing, shown: &TaskBox) -> f64 {
    let (name, below) = texts(drawing, shown);
    let wide = name.chars().count() as f64 * 7.9;
    (wide.max(below.chars().count() as f64 * 6.1) + 20.0).max(64.0)
}

fn task(drawing: &Drawing, shown: &TaskBox, at: Point, width: f64, heat: f64, out: &mut String) {
    let (name, below) = texts(drawing, shown);
    let state = shown.state.as_str();
    let critical = if shown.critical { " critical" } else { "" };
    let _ = writeln!(out, "<g class=\"task {state}{critical}\">");
    let _ = write!(out, "<title>{}", Escaped(&shown.name));
    if shown.count > 1 {
        let _ = write!(out, ", {} tasks", shown.count);
    }
    if let Some((file, line)) = shown.place {
        let _ = write!(out, "\n{}:{line}", Escaped(file));
    }
    if drawing.has_states {
        let _ = write!(out, "\n{}", shown.state_in_words());
    }
    if let (true, Some(time)) = (drawing.has_run, shown.time()) {
        let _ = write!(out, ", {time}");
    }
    out.push_str("</title>\n");
    let left = at.x - width / 2.0;
    let _ = writeln!(
        out,
        "<rect class=\"box\" x=\"{left:.1}\" y=\"{:.1}\" width=\"{width:.1}\" height=\"{HEIGHT}\" rx=\"6\"/>",
        at.y
    );
    if drawing.has_run && heat > 0.0 {
        let _ = writeln!(
            out,
            "<rect class=\"heat\" x=\"{left:.1}\" y=\"{:.1}\" width=\"{width:.1}\" height=\"{HEIGHT}\" rx=\"6\" fill-opacity=\"{:.2}\"/>",
            at.y,
            0.5 * heat.sqrt()
        );
    }
    let _ = writeln!(
        out,
        "<text class=\"name\" x=\"{x:.1}\" y=\"{:.1}\">{}</text><text class=\"place\" x=\"{x:.1}\" y=\"{:.1}\">{}</text>",
        at.y + 18.0,
        Escaped(&name),
        at.y + 33.0,
        Escaped(&below),
        x = at.x,
    );
    out.push_str("</g>\n");
}

/// A line from the foot of a box to the head of another, through its joints.
fn connect(
    line: &Line,
    from: Point,
    to: Point,
    joints: impl Iterator<Item = Point>,
    out: &mut String,
) {
    let critical = if line.critical { " critical" } else { "" };
    let access = line.access;
    let _ = write!(out, "<path class=\"edge {access}{critical}\" d=\"");
    let mut at = Point {
        y: from.y + HEIGHT,
        ..from
    };
    let _ = write!(out, "M{:.1} {:.1}", at.x, at.y);
    let mut curve = |to: Point| {
        let half = f64::midpoint(at.y, to.y);
        let _ = write!(
            out,
            "C{:.1} {half:.1} {:.1} {half:.1} {:.1} {:.1}",
            at.x, to.x, to.x, to.y
        );
        at = to;
    };
    let mut last = from;
    for joint in joints {
        curve(joint);
        curve(Point {
            y: joint.y + HEIGHT,
            ..joint
        });
        last = joint;
    }
    if to.y > last.y {
        curve(to);
    } else {
        // Tasks of some depths are in one row: around the feet.
        let foot = from.y + HEIGHT;
        let _ = write!(
            out,
            "C{:.1} {:.1} {:.1} {:.1} {:.1} {foot:.1}",
            from.x,
            foot + 30.0,
            to.x,
            foot + 30.0,
            to.x
        );
    }
    out.push_str("\" marker-end=\"url(#tembel-arrow)\">");
    let _ = match line.count {
        1 => write!(out, "<title>{access}</title>"),
        count => write!(out, "<title>{access}, {count} edges</title>"),
    };
    out.push_str("</path>\n");
}

fn legend(size: Point, out: &mut String) {
    let y = size.y - MARGIN;
    let mut x = MARGIN;
    let accesses = [
        (Access::Move, "move"),
        (Access::Write, "write"),
        (Access::Read, "read"),
        (Access::Clone, "clone"),
        (Access::Order, "order"),
    ];
    for (access, text) in accesses {
        let _ = writeln!(
            out,
            "<path class=\"edge {access}\" d=\"M{x} {y}h30\"/><text class=\"legend\" x=\"{}\" y=\"{}\">{text}</text>",
            x + 36.0,
            y + 4.0
        );
        x += 84.0;
    }
    let _ = writeln!(
        out,
        "<path class=\"edge move critical\" d=\"M{x} {y}h30\"/><text class=\"legend\" x=\"{}\" y=\"{}\">critical</text>",
        x + 36.0,
        y + 4.0
    );
}

/// Text in XML. What XML cannot say is left out.
struct Escaped<'t>(&'t str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\n' | '\t' => f.write_char(' ')?,
                c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}
