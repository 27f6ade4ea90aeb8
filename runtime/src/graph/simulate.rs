//! A run on a simulated clock: the schedule's order of preference, with costs in the place of work.
//!
//! As in a run that is shared from the start, a worker goes on with the highest task that it made ready, then with its own
//! newest, then with those that became ready together with many, then with the next source, those of long chains in time, then
//! with another worker's oldest, the next worker first. Handing tasks over costs nothing here.

use std::cmp::Ordering;
use std::collections::{BinaryHeap, VecDeque};
use std::time::Duration;

use super::{Graph, heights, in_time};
use crate::schedule::MANY;

/// How long a run would take on a number of workers.
///
/// # Examples
/// ```
/// use tembel::{Delayed, gather};
///
/// let tasks: Vec<_> = (0..8).map(|i| Delayed::new(move || i)).collect();
/// let graph = gather(tasks).graph().with_costs(|_, task| if task.name() == "gather" { 0.0 } else { 2.0 });
/// let four = graph.simulate(4);
/// assert_eq!(four.makespan().as_secs_f64(), 4.0);
/// assert_eq!(four.speed_up(), 4.0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prediction {
    workers: usize,
    makespan: f64,
    work: f64,
    span: f64,
}

impl Prediction {
    /// The number of workers.
    #[must_use]
    pub fn workers(&self) -> usize {
        self.workers
    }

    /// From the start of the first task to the end of the last.
    #[must_use]
    pub fn makespan(&self) -> Duration {
        duration(self.makespan)
    }

    /// How many times faster than all tasks one after the other. One for a graph without work.
    #[must_use]
    pub fn speed_up(&self) -> f64 {
        if self.makespan > 0.0 {
            self.work / self.makespan
        } else {
            1.0
        }
    }

    /// All workers would have to be busy for this long: no run on as many workers is shorter.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "far fewer workers than 2^52")]
    pub fn bound_by_work(&self) -> Duration {
        duration(self.work / self.workers as f64)
    }

    /// The critical path: no run is shorter, on however many workers.
    #[must_use]
    pub fn bound_by_path(&self) -> Duration {
        duration(self.span)
    }

    /// The larger of the two bounds.
    #[must_use]
    pub fn bound(&self) -> Duration {
        self.bound_by_work().max(self.bound_by_path())
    }
}

fn duration(seconds: f64) -> Duration {
    Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX)
}

impl Graph {
    /// How long a run on so many workers would take, as far as [costs](Self::with_costs) tell: in seconds.
    ///
    /// # Panics
    /// There are no workers.
    ///
    /// # Complexity
    /// O((|V| + |E|) · log `workers`), and where workers look for work in vain, `workers` instead of its logarithm.
    ///
    /// # Examples
    /// ```
    /// use tembel::Delayed;
    ///
    /// let chain = Delayed::new(|| 1).map(|x| x + 1).map(|x| x + 1);
    /// assert_eq!(chain.graph().simulate(2).makespan().as_secs(), 3);
    /// ```
    #[must_use]
    pub fn simulate(&self, workers: usize) -> Prediction {
        Plan::of(self).predict(workers)
    }

    /// [`simulate`](Self::simulate) for 1 to 256 workers: each number up to 16, then some.
    ///
    /// # Examples
    /// ```
    /// let curve = tembel::Delayed::new(|| 1).graph().simulate_curve();
    /// assert_eq!(curve.first().map(|prediction| prediction.workers()), Some(1));
    /// assert_eq!(curve.last().map(|prediction| prediction.workers()), Some(256));
    /// ```
    #[must_use]
    pub fn simulate_curve(&self) -> Vec<Prediction> {
        let plan = Plan::of(self);
        let more = [
            20, 24, 28, 32, 40, 48, 56, 64, 80, 96, 128, 160, 192, 224, 256,
        ];
        (1..=16)
            .chain(more)
            .map(|workers| plan.predict(workers))
            .collect()
    }
}

/// What a simulation needs of a graph.
struct Plan {
    costs: Vec<f64>,
    /// Where the successors of each task start; one more entry at the end.
    firsts: Vec<u32>,
    successors: Vec<u32>,
    predecessors: Vec<u32>,
    heights: Vec<u32>,
    /// In the order of creation.
    sources: Vec<u32>,
    work: f64,
    span: f64,
}

impl Plan {
    fn of(graph: &Graph) -> Self {
        let edges = graph.graph.raw_edges();
        let nodes = graph.graph.node_count();
        let mut predecessors = vec![0; nodes];
        let mut firsts = vec![0; nodes + 1];
        for edge in edges {
            predecessors[edge.target().index()] += 1;
            firsts[edge.source().index() + 1] += 1;
        }
        for node in 0..nodes {
            firsts[node + 1] += firsts[node];
        }
        let mut next = firsts.clone();
        let mut successors = vec![0; edges.len()];
        // As a block's table of successors has them.
        for edge in edges.iter().rev() {
            let at = &mut next[edge.source().index()];
            successors[*at as usize] = number(edge.target().index());
            *at += 1;
        }
        let of = |task: u32| {
            let of = firsts[task as usize] as usize..firsts[task as usize + 1] as usize;
            successors[of].iter().copied()
        };
        Plan {
            heights: heights((0..number(nodes)).rev(), of),
            costs: graph
                .graph
                .node_indices()
                .map(|node| graph.cost(node))
                .collect(),
            sources: (0..nodes)
                .filter(|&node| predecessors[node] == 0)
                .map(number)
                .collect(),
            firsts,
            successors,
            predecessors,
            work: graph.work(),
            span: graph.span(),
        }
    }

    fn predict(&self, workers: usize) -> Prediction {
        assert!(workers > 0, "a run needs at least one worker");
        Prediction {
            workers,
            makespan: Simulation::new(self, workers).run(),
            work: self.work,
            span: self.span,
        }
    }
}

fn number(index: usize) -> u32 {
    u32::try_from(index).expect("fewer than 2^32 tasks")
}

struct Simulation<'p> {
    plan: &'p Plan,
    left: Vec<u32>,
    sources: Vec<u32>,
    next_source: usize,
    /// Ready tasks of each worker, the newest last.
    queues: Vec<VecDeque<u32>>,
    queued: usize,
    /// Ready tasks of nobody: those of a wide task.
    together: VecDeque<u32>,
    idle: Vec<usize>,
    running: BinaryHeap<End>,
}

/// A task that runs; the one that ends first is the greatest.
struct End {
    at: f64,
    worker: usize,
    task: u32,
}

impl Ord for End {
    fn cmp(&self, other: &Self) -> Ordering {
        other
            .at
            .total_cmp(&self.at)
            .then(other.worker.cmp(&self.worker))
    }
}

impl PartialOrd for End {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for End {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for End {}

impl<'p> Simulation<'p> {
    fn new(plan: &'p Plan, workers: usize) -> Self {
        let mut sources = plan.sources.clone();
        in_time(&mut sources, &plan.heights, workers);
        Simulation {
            plan,
            sources,
            left: plan.predecessors.clone(),
            next_source: 0,
            queues: vec![VecDeque::new(); workers],
            queued: 0,
            together: VecDeque::new(),
            idle: (0..workers).rev().collect(),
            running: BinaryHeap::new(),
        }
    }

    /// The time at which the last task ends.
    fn run(mut self) -> f64 {
        let mut now = 0.0;
        self.wake(now);
        while let Some(End { at, worker, task }) = self.running.pop() {
            now = at;
            match self.finish(worker, task).or_else(|| self.find(worker)) {
                Some(next) => self.start(now, worker, next),
                None => self.idle.push(worker),
            }
            self.wake(now);
        }
        now
    }

    fn start(&mut self, now: f64, worker: usize, task: u32) {
        let at = now + self.plan.costs[task as usize];
        self.running.push(End { at, worker, task });
    }

    /// Gives idle workers what there is.
    fn wake(&mut self, now: f64) {
        while self.queued + self.together.len() > 0 || self.next_source < self.sources.len() {
            let Some(worker) = self.idle.pop() else {
                return;
            };
            match self.find(worker) {
                Some(task) => self.start(now, worker, task),
                None => self.idle.push(worker),
            }
        }
    }

    /// Counts down who waits for a task. Gives the highest that became ready, and queues the others.
    fn finish(&mut self, worker: usize, task: u32) -> Option<u32> {
        let task = task as usize;
        let successors = self.plan.firsts[task] as usize..self.plan.firsts[task + 1] as usize;
        let height = |task: u32| self.plan.heights[task as usize];
        let mut next: Option<u32> = None;
        let mut queued = 0;
        let is_free = self.together.is_empty();
        for &successor in &self.plan.successors[successors] {
            let left = &mut self.left[successor as usize];
            *left -= 1;
            if *left > 0 {
                continue;
            }
            if queued == MANY && is_free {
                self.together.push_back(successor);
                continue;
            }
            let other = match next {
                None => {
                    next = Some(successor);
                    continue;
                }
                Some(first) if height(successor) > height(first) => next.replace(successor),
                Some(_) => Some(successor),
            };
            self.queues[worker].extend(other);
            self.queued += 1;
            queued += 1;
        }
        next
    }

    fn find(&mut self, worker: usize) -> Option<u32> {
        if let Some(task) = self.queues[worker].pop_back() {
            self.queued -= 1;
            return Some(task);
        }
        if let Some(task) = self.together.pop_front() {
            return Some(task);
        }
        if let Some(&source) = self.sources.get(self.next_source) {
            self.next_source += 1;
            return Some(source);
        }
        if self.queued == 0 {
            return None;
        }
        let workers = self.queues.len();
        let stolen =
            (1..workers).find_map(|step| self.queues[(worker + step) % workers].pop_front());
        self.queued -= usize::from(stolen.is_some());
        stolen
    }
}
