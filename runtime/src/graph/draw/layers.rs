//! The order of boxes in their rows, such that few lines cross: the barycenter method of Sugiyama, Tagawa and Toda (1981).
//!
//! A line that passes rows gets a joint in each of them, so that it has a way between the boxes.

use super::drawing::Drawing;

/// Sweeps down and up.
const SWEEPS: usize = 8;
/// With more joints than this, lines take the straight way.
const MOST_JOINTS: usize = 4_000;

/// Rows of boxes and joints. Both have numbers: the boxes those of the drawing, the joints the next ones.
#[derive(Debug)]
pub(super) struct Layers {
    pub(super) rows: Vec<Vec<usize>>,
    /// Of each box and joint, those that it has a line to in the rows above and below.
    pub(super) above: Vec<Vec<usize>>,
    pub(super) below: Vec<Vec<usize>>,
    /// The joints of each line, from its start to its end.
    pub(super) joints: Vec<Vec<usize>>,
}

impl Layers {
    pub(super) fn of(drawing: &Drawing) -> Self {
        let rows = drawing.boxes.iter().map(|shown| shown.row + 1).max();
        let mut layers = Layers {
            rows: vec![Vec::new(); rows.unwrap_or(0)],
            above: vec![Vec::new(); drawing.boxes.len()],
            below: vec![Vec::new(); drawing.boxes.len()],
            joints: Vec::with_capacity(drawing.lines.len()),
        };
        for (number, shown) in drawing.boxes.iter().enumerate() {
            layers.rows[shown.row].push(number);
        }
        layers.add_lines(drawing);
        layers.order();
        layers
    }

    fn add_lines(&mut self, drawing: &Drawing) {
        let row = |number: usize| drawing.boxes[number].row;
        let passed = |from, to| row(to).saturating_sub(row(from) + 1);
        let lines = drawing.lines.iter();
        let bends = lines.map(|line| passed(line.from, line.to)).sum::<usize>() <= MOST_JOINTS;
        for line in &drawing.lines {
            let mut joints = Vec::new();
            let mut last = line.from;
            if bends {
                for between in row(line.from) + 1..row(line.to) {
                    let joint = self.above.len();
                    self.above.push(Vec::new());
                    self.below.push(Vec::new());
                    self.rows[between].push(joint);
                    self.join(last, joint);
                    joints.push(joint);
                    last = joint;
                }
            }
            if row(line.to) > row(line.from) {
                self.join(last, line.to);
            }
            self.joints.push(joints);
        }
    }

    fn join(&mut self, upper: usize, lower: usize) {
        self.below[upper].push(lower);
        self.above[lower].push(upper);
    }

    /// Sorts each row by where the neighbours in the row before stand, and keeps the best that was seen.
    fn order(&mut self) {
        let mut best = (self.crossings(), self.rows.clone());
        for sweep in 0..SWEEPS {
            let down = sweep % 2 == 0;
            let rows = self.rows.len();
            for step in 1..rows {
                let row = if down { step } else { rows - 1 - step };
                self.sort(row, down);
            }
            let crossings = self.crossings();
            if crossings < best.0 {
                best = (crossings, self.rows.clone());
            }
        }
        self.rows = best.1;
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "places in a row are small numbers"
    )]
    fn sort(&mut self, row: usize, down: bool) {
        let places = self.places();
        let neighbours = if down { &self.above } else { &self.below };
        let mean = |number: usize| {
            let all = &neighbours[number];
            let sum: usize = all.iter().map(|&other| places[other]).sum();
            if all.is_empty() {
                places[number] as f64
            } else {
                sum as f64 / all.len() as f64
            }
        };
        let mut sorted: Vec<(f64, usize)> = self.rows[row]
            .iter()
            .map(|&number| (mean(number), number))
            .collect();
        sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
        self.rows[row] = sorted.into_iter().map(|(_, number)| number).collect();
    }

    fn places(&self) -> Vec<usize> {
        let mut places = vec![0; self.above.len()];
        for row in &self.rows {
            for (place, &number) in row.iter().enumerate() {
                places[number] = place;
            }
        }
        places
    }

    /// How many pairs of lines cross: inversions, counted with a Fenwick tree.
    fn crossings(&self) -> usize {
        let places = self.places();
        let mut crossings = 0;
        for pair in self.rows.windows(2) {
            let mut tree = vec![0; pair[1].len() + 1];
            let mut seen = 0;
            for &upper in &pair[0] {
                let mut ends: Vec<usize> = self.below[upper]
                    .iter()
                    .map(|&lower| places[lower])
                    .collect();
                ends.sort_unstable();
                for &end in &ends {
                    let mut at = end + 1;
                    let mut before = 0;
                    while at > 0 {
                        before += tree[at];
                        at &= at - 1;
                    }
                    crossings += seen - before;
                }
                for &end in &ends {
                    let mut at = end + 1;
                    while at < tree.len() {
                        tree[at] += 1;
                        at += at & at.wrapping_neg();
                    }
                    seen += 1;
                }
            }
        }
        crossings
    }
}
