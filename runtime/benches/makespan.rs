//! How good the schedule's order of preference is: simulated makespans by the lower bound. Read `mean`.
//!
//! `cargo bench -p tembel --bench makespan [-- workers=2,4,16 seeds=100]`. The lower bound is the larger of two: [`Costly::by_phases`] and
//! [`Costly::by_windows`]. No schedule is better, and often none reaches it.
//! `mean` and `most` are over graphs of a family, which differ in their costs. No clock is involved: the table is the same on every machine.

mod measure;
mod shapes;

use measure::Options;
use shapes::{Empty, Shape, build};
use tembel::Graph;

/// Random numbers: splitmix64.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Between zero and one.
    #[expect(clippy::cast_precision_loss, reason = "53 bits are drawn")]
    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn below(&mut self, end: u32) -> u32 {
        u32::try_from(self.next() % u64::from(end)).unwrap_or(0)
    }

    /// About one, a tenth more or less.
    fn around(&mut self, cost: f64) -> f64 {
        cost * (0.9 + 0.2 * self.unit())
    }

    /// Pareto's distribution with this exponent, from one to a thousand.
    fn heavy(&mut self, exponent: f64) -> f64 {
        (1.0 - self.unit()).powf(-1.0 / exponent).min(1000.0)
    }
}

/// A shape and the costs of its tasks.
struct Costly {
    shape: Shape,
    costs: Vec<f64>,
    /// Tasks that need all before them, and that all after them need.
    joins: Vec<usize>,
}

impl Costly {
    fn new() -> Self {
        Costly {
            shape: Shape::new(),
            costs: Vec::new(),
            joins: Vec::new(),
        }
    }

    fn push(&mut self, cost: f64, needs: impl IntoIterator<Item = u32>) -> u32 {
        self.costs.push(cost);
        self.shape.push(needs)
    }

    /// No schedule is shorter on so many workers.
    #[expect(clippy::cast_precision_loss, reason = "few workers")]
    fn bound(&self, workers: usize) -> f64 {
        let workers = workers as f64;
        self.by_phases(workers).max(self.by_windows(workers))
    }

    /// From one join of all branches to the next, the larger of the critical path and the work by the number of workers.
    fn by_phases(&self, workers: f64) -> f64 {
        let mut bound = 0.0;
        let mut work = 0.0;
        let mut ends: Vec<f64> = Vec::with_capacity(self.costs.len());
        let mut joins = self.joins.iter().peekable();
        let mut start = 0.0;
        for (task, &cost) in self.costs.iter().enumerate() {
            let needs = self.shape.needs(task).iter();
            let ready = needs.map(|&need| ends[need as usize]).fold(start, f64::max);
            ends.push(ready + cost);
            work += cost;
            if joins.next_if(|&&join| join == task).is_some() || task + 1 == self.costs.len() {
                let path = ends.iter().copied().fold(start, f64::max) - start;
                bound += path.max((work - cost) / workers + cost);
                start += path;
                work = 0.0;
            }
        }
        bound
    }

    /// The bound of Fernandez and Bussell (Bounds on the number of processors and time for multiprocessor optimal schedules,
    /// 1973), for windows from a time `s` to a time `t` before the end. Tasks with a path of `s` or more before them cannot
    /// start earlier, and those with a path of `t` or more after them cannot end later: what is both is all done inside of the
    /// window, so `workers * (makespan - s - t)` is at least its work. All `t` are tried, and of `s` so many.
    fn by_windows(&self, workers: f64) -> f64 {
        const STARTS: usize = 256;
        let tasks = self.costs.len();
        let (mut before, mut after) = (vec![0.0_f64; tasks], vec![0.0_f64; tasks]);
        for (task, needs) in self.shape.iter().enumerate() {
            let ends = needs
                .iter()
                .map(|&need| before[need as usize] + self.costs[need as usize]);
            before[task] = ends.fold(0.0, f64::max);
        }
        for task in (0..tasks).rev() {
            for &need in self.shape.needs(task) {
                let need = need as usize;
                after[need] = after[need].max(after[task] + self.costs[task]);
            }
        }
        let mut latest: Vec<usize> = (0..tasks).collect();
        latest.sort_by(|&a, &b| after[b].total_cmp(&after[a]));
        let mut starts = before.clone();
        starts.sort_by(f64::total_cmp);
        starts.dedup();
        let mut bound = 0.0_f64;
        for start in starts.iter().step_by(starts.len().div_ceil(STARTS)) {
            let mut work = 0.0;
            for &task in latest.iter().filter(|&&task| before[task] >= *start) {
                work += self.costs[task];
                bound = bound.max(start + work / workers + after[task]);
            }
        }
        bound
    }

    /// The graph, with a last task that costs nothing and needs all that nothing else needs.
    fn graph(&mut self) -> Graph {
        let mut needed = vec![false; self.costs.len()];
        for needs in self.shape.iter() {
            for &need in needs {
                needed[need as usize] = true;
            }
        }
        let ends = (0..).zip(needed).filter(|(_, needed)| !needed);
        let ends: Vec<u32> = ends.map(|(task, _)| task).collect();
        self.push(0.0, ends);
        let graph = build::last::<Empty>(&self.shape).graph();
        assert_eq!(graph.as_petgraph().node_count(), self.costs.len());
        graph.with_costs(|node, _| self.costs[node.index()])
    }
}

/// A tiled Cholesky factorisation, with the relative costs of its kernels.
fn cholesky(tiles: usize, random: &mut Random) -> Costly {
    let mut graph = Costly::new();
    let mut at: Vec<Vec<Option<u32>>> = vec![vec![None; tiles]; tiles];
    for k in 0..tiles {
        let potrf = graph.push(random.around(1.0), at[k][k]);
        at[k][k] = Some(potrf);
        for row in &mut at[k + 1..] {
            row[k] = Some(graph.push(
                random.around(3.0),
                [Some(potrf), row[k]].into_iter().flatten(),
            ));
        }
        for i in k + 1..tiles {
            for j in k + 1..=i {
                let cost = if i == j { 3.0 } else { 6.0 };
                let mut needs: Vec<u32> = [at[i][k], at[j][k], at[i][j]]
                    .into_iter()
                    .flatten()
                    .collect();
                needs.dedup();
                at[i][j] = Some(graph.push(random.around(cost), needs));
            }
        }
    }
    graph
}

/// Layers whose tasks need some of the layer before.
fn layered(random: &mut Random) -> Costly {
    let mut graph = Costly::new();
    let mut before: Vec<u32> = Vec::new();
    for _ in 0..20 + random.below(20) {
        let width = 40 + random.below(80);
        let last = u32::try_from(before.len()).unwrap_or(0);
        let layer = (0..width).map(|_| {
            let needs = (0..before.len().min(3)).map(|_| before[random.below(last) as usize]);
            let mut needs: Vec<u32> = needs.collect();
            needs.sort_unstable();
            needs.dedup();
            graph.push(0.2 + random.unit() * 2.0, needs)
        });
        before = layer.collect();
    }
    graph
}

/// Chains side by side, of one task up to a hundred.
fn chains(random: &mut Random) -> Costly {
    let mut graph = Costly::new();
    for _ in 0..100 {
        let mut last = None;
        for _ in 0..=random.below(100) {
            last = Some(graph.push(0.5 + random.unit(), last));
        }
    }
    graph
}

/// Forks and joins in a row; some branches take much longer than most.
fn fork_join(random: &mut Random) -> Costly {
    let mut graph = Costly::new();
    let mut last = graph.push(0.1, None);
    for _ in 0..10 {
        let branches: Vec<u32> = (0..400)
            .map(|_| graph.push(random.heavy(1.5), [last]))
            .collect();
        last = graph.push(0.1, branches);
        graph.joins.push(last as usize);
    }
    graph
}

type Family = (&'static str, fn(&mut Random) -> Costly);

const FAMILIES: [Family; 7] = [
    ("cholesky 10x10", |random| cholesky(10, random)),
    ("cholesky 20x20", |random| cholesky(20, random)),
    ("cholesky 30x30", |random| cholesky(30, random)),
    ("cholesky 40x40", |random| cholesky(40, random)),
    ("layered", layered),
    ("chains", chains),
    ("fork-join", fork_join),
];

fn main() {
    let options = Options::read(&["workers", "seeds"]);
    let workers = options.list("workers", &[2, 4, 8, 16]);
    let seeds = options.one("seeds", 100);
    for &workers in &workers {
        let mut means = Vec::new();
        for (name, family) in FAMILIES {
            let ratios: Vec<f64> = (0..seeds)
                .map(|seed| ratio(family, seed, workers))
                .collect();
            let mean = mean(&ratios);
            let most = ratios.iter().copied().fold(0.0, f64::max);
            println!("makespan workers={workers} graphs=\"{name}\" mean={mean:.4} most={most:.4}");
            means.push(mean);
        }
        println!(
            "makespan workers={workers} graphs=all mean={:.4}",
            mean(&means)
        );
    }
}

fn ratio(family: fn(&mut Random) -> Costly, seed: u64, workers: usize) -> f64 {
    let mut costly = family(&mut Random(seed));
    let prediction = costly.graph().simulate(workers);
    let bound = costly.bound(workers).max(prediction.bound().as_secs_f64());
    prediction.makespan().as_secs_f64() / bound
}

#[expect(clippy::cast_precision_loss, reason = "few graphs")]
fn mean(all: &[f64]) -> f64 {
    all.iter().sum::<f64>() / all.len() as f64
}
