//! How much free memory is kept for the next graph.
//!
//! Fresh pages cost as much as building a graph in them, so memory that is free again is kept; but a program that has one
//! large graph, and then small ones, must have that memory back. So memory is kept once two runs needed it that were not
//! far apart, and for as long as runs go on needing it: each run that does not gives a part of it back. Besides, a fixed
//! amount is always kept.

/// The part of the reserve that a run gives back which does not need it: one in this many.
const FADING: usize = 16;

/// An estimate, from what the runs so far needed, of what the next one needs. The unit is the user's.
#[derive(Debug)]
pub(crate) struct Reserve {
    /// What one recent run needed.
    once: usize,
    /// What two recent runs needed.
    twice: usize,
    /// What is kept in any case.
    least: usize,
}

impl Reserve {
    pub(crate) const fn new(least: usize) -> Self {
        Reserve {
            once: 0,
            twice: 0,
            least,
        }
    }

    /// A run needed this much.
    pub(crate) fn reckon(&mut self, needed: usize) {
        let faded = |amount: usize| amount - amount.div_ceil(FADING);
        self.twice = faded(self.twice).max(needed.min(self.once));
        self.once = faded(self.once).max(needed);
    }

    /// So much may be kept.
    pub(crate) fn most(&self) -> usize {
        self.twice.max(self.least)
    }

    /// Do the recent runs need no more than what is kept in any case?
    pub(crate) fn is_at_rest(&self) -> bool {
        self.once <= self.least && self.twice <= self.least
    }
}

#[cfg(test)]
mod tests {
    use super::Reserve;

    #[test]
    fn what_one_run_needed_is_not_kept() {
        let mut reserve = Reserve::new(10);
        reserve.reckon(1000);
        assert_eq!(reserve.most(), 10);
    }

    #[test]
    fn what_two_runs_needed_is_kept() {
        let mut reserve = Reserve::new(10);
        reserve.reckon(1000);
        reserve.reckon(600);
        assert_eq!(reserve.most(), 600);
        reserve.reckon(1000);
        assert!(reserve.most() > 900, "{reserve:?}");
    }

    #[test]
    fn it_fades_while_runs_need_less() {
        let mut reserve = Reserve::new(10);
        reserve.reckon(1000);
        reserve.reckon(1000);
        for _ in 0..100 {
            reserve.reckon(1);
        }
        assert_eq!(reserve.most(), 10);
        assert!(reserve.is_at_rest());
    }
}
