//! The tasks through which a result needed a task that failed.

use crate::graph::TaskInfo;

/// So many tasks are kept at each end of a long chain.
pub(crate) const END: usize = 32;

/// Tasks, each of which needed the one before it; of a long chain, its two ends.
#[derive(Clone, Debug, Default)]
pub(crate) struct Chain {
    /// Next to the task that failed.
    near: Vec<TaskInfo>,
    left_out: usize,
    /// Next to the result.
    far: Vec<TaskInfo>,
}

impl Chain {
    /// The two ends of a chain, and how many tasks are between them.
    pub(crate) fn new(near: Vec<TaskInfo>, left_out: usize, far: Vec<TaskInfo>) -> Self {
        Chain {
            near,
            left_out,
            far,
        }
    }

    /// The chain with what comes after it.
    pub(crate) fn then(&self, after: Chain) -> Chain {
        if self.all() == 0 {
            return after;
        }
        let mut all = self.clone();
        if all.left_out == 0 && after.left_out == 0 && all.len() + after.len() <= 2 * END {
            all.near.append(&mut all.far);
            all.near.extend(after.near);
            all.near.extend(after.far);
            return all;
        }
        all.left_out += all.far.len() + after.left_out;
        all.far = after.near.into_iter().chain(after.far).collect();
        let more = all.far.len().saturating_sub(END);
        all.far.drain(..more);
        all.left_out += more;
        all
    }

    /// How many tasks are kept.
    fn len(&self) -> usize {
        self.near.len() + self.far.len()
    }

    /// Those that are kept, the one next to the failure first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &TaskInfo> {
        self.near.iter().chain(&self.far)
    }

    /// How many there are in all.
    pub(crate) fn all(&self) -> usize {
        self.len() + self.left_out
    }

    /// Writes a line for each.
    pub(crate) fn write(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for task in &self.near {
            write!(f, "\n  needed by `{}` ({})", task.name(), task.location())?;
        }
        if self.left_out > 0 {
            write!(f, "\n  needed by {} more", self.left_out)?;
        }
        for task in &self.far {
            write!(f, "\n  needed by `{}` ({})", task.name(), task.location())?;
        }
        Ok(())
    }
}
