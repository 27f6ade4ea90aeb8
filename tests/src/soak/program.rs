//! Random programs over a few live values, each op with what goes wrong in it.

use crate::generate::Random;

/// What goes wrong in an op.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    Nothing,
    /// It panics.
    Panic,
    /// It gives an `Err`: in each attempt, where there are several.
    Fail,
    /// It gives an `Err` in the first so many attempts.
    FailFirst(u32),
    /// It cancels the run.
    Cancel,
    /// It takes a while.
    Nap,
}

/// One call. Numbers say which of the live values it is about, modulo how many there are.
#[derive(Clone, Copy, Debug)]
pub(super) enum What {
    Make,
    /// Reads a value.
    Look(usize),
    /// Takes a value.
    Eat(usize),
    /// Takes two values.
    Merge(usize, usize),
    /// Changes a value in place.
    Change(usize),
    /// Clones a value; with a fault, the clone panics.
    Clone(usize),
    /// Gives a `Result`.
    Try(usize),
    /// Gives a `Result`, is tried again, perhaps after a pause.
    Retry(usize, bool),
    /// At most two at a time; the other kind also pauses between attempts.
    Limited(usize, bool),
    /// Makes tasks while it runs, so many deep; the fault is in the last.
    Grow(usize, u32),
    /// Computes tasks inside of the task; the fault is in one of those.
    Nest(usize),
    /// A limited task that computes limited tasks.
    NestLimited(usize),
    /// A task inside of which a value is computed that another task of the run needs too.
    Share,
    /// A block with a `?` and branches, or without a `?`.
    Block(usize, bool),
    Drop(usize),
}

/// What stops the run, besides its own tasks.
#[derive(Clone, Copy, Debug)]
pub(super) enum Stop {
    Nothing,
    /// Another thread, after so many microseconds.
    FromOutside(u64),
    /// A timeout of so many microseconds.
    Late(u64),
}

/// An op and its number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Op {
    pub(super) number: u32,
    pub(super) what: What,
    pub(super) fault: Fault,
}

#[derive(Debug)]
pub(super) struct Program {
    pub(super) ops: Vec<Op>,
    pub(super) stop: Stop,
}

impl Program {
    pub(super) fn random(random: &mut Random) -> Self {
        let length = 1 + random.below(60);
        // Some programs have no fault at all.
        let faults = random.pick(&[0, 0, 3, 8, 20]);
        let cancels = random.chance(20);
        let ops = (0..length).map(|number| {
            let what = what(random);
            Op {
                number: u32::try_from(number).expect("there are few"),
                what,
                fault: fault(random, what, faults, cancels),
            }
        });
        let ops = ops.collect();
        let micros = random.below(400) as u64;
        let stop = match random.below(10) {
            0 => Stop::FromOutside(micros),
            1 => Stop::Late(micros),
            _ => Stop::Nothing,
        };
        Program { ops, stop }
    }

    /// Is there nothing that stops the run?
    pub(super) fn is_never_stopped(&self) -> bool {
        matches!(self.stop, Stop::Nothing) && !self.has(Fault::Cancel)
    }

    pub(super) fn has(&self, fault: Fault) -> bool {
        self.ops.iter().any(|op| op.fault == fault)
    }
}

fn what(random: &mut Random) -> What {
    let (i, j) = (random.below(64), random.below(64));
    match random.below(44) {
        0..6 => What::Make,
        6..11 => What::Look(i),
        11..14 => What::Eat(i),
        14..17 => What::Merge(i, j),
        17..21 => What::Change(i),
        21..23 => What::Clone(i),
        23..25 => What::Try(i),
        25..28 => What::Retry(i, random.chance(50)),
        28..32 => What::Limited(i, random.chance(40)),
        32..34 => What::Grow(i, u32::try_from(j % 4).unwrap_or(0)),
        34..36 => What::Nest(i),
        36 => What::NestLimited(i),
        37..39 => What::Share,
        39..43 => What::Block(i, random.chance(50)),
        _ => What::Drop(i),
    }
}

fn fault(random: &mut Random, what: What, percent: usize, cancels: bool) -> Fault {
    let tries = matches!(
        what,
        What::Try(_) | What::Retry(..) | What::Limited(..) | What::Block(_, true)
    );
    if matches!(what, What::Retry(..) | What::Limited(_, true)) && random.chance(40) {
        return Fault::FailFirst(1 + u32::try_from(random.below(2)).unwrap_or(0));
    }
    if random.chance(percent) {
        return match random.below(2) {
            0 if tries => Fault::Fail,
            _ => Fault::Panic,
        };
    }
    match random.below(100) {
        0..3 if cancels && !matches!(what, What::Clone(_)) => Fault::Cancel,
        0..30 => Fault::Nap,
        _ => Fault::Nothing,
    }
}
