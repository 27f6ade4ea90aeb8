//! Programs over a few live values, carried out at once and lazily.

use std::collections::{BTreeMap, HashMap};

use tembel::{Delayed, Executor, gather};

use crate::pick::{pick, pick_two, take_two, two_mut};
use crate::tasks::*;

/// One call. The numbers say which of the live values it is about, modulo how many there are; where there are too few,
/// nothing happens.
#[derive(Clone, Debug)]
pub(crate) enum Op {
    Make,
    Eat(u8),
    Merge(u8, u8),
    /// The flag of this and others: keep the result.
    Look(u8, bool),
    Compare(u8, u8),
    /// Gives the handle itself to a parameter `&Token`.
    LookOwned(u8),
    Change(u8, bool),
    Tell(u8, bool),
    Absorb(u8, u8),
    Exchange(u8, u8),
    Feed(u8, u8),
    Clone(u8),
    Bump(u8),
    Sum(u8, u8),
    AddTo(u8, u8),
    MergeMany(u8),
    SumMany(u8),
    SumShapes(u8, u8),
    ZipUnzip(u8, u8),
    Split(u8, bool, bool),
    Grow(u8, u8),
    Dynamic(u8, u8),
    /// Captures a new value in the closure of a dynamic task, which takes it; perhaps looks at it before.
    Capture(u8, bool),
    /// Computes all that is alive, and keeps it.
    Force(bool),
    Drop(u8),
}

impl Op {
    /// May there be a task that the eager program runs and that nobody asks for in the lazy one?
    pub(crate) fn loses_a_task(&self) -> bool {
        matches!(
            self,
            Op::Drop(_) | Op::Look(_, false) | Op::Split(_, false, false)
        )
    }
}

/// The values that are left, and what each op saw.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) values: (Vec<u64>, Vec<u64>),
    pub(crate) seen: BTreeMap<u32, u64>,
}

/// The ops numbered such that each has room for the tasks it grows.
fn numbered(program: &[Op]) -> impl Iterator<Item = (u32, &Op)> {
    (0..).step_by(64).zip(program)
}

pub(crate) fn eagerly(program: &[Op], log: &Log) -> Outcome {
    let mut state = Eager {
        log,
        tokens: Vec::new(),
        numbers: Vec::new(),
    };
    for (op, what) in numbered(program) {
        // What cannot be done is left out, here and there.
        let _ = state.step(op, what);
    }
    Outcome {
        values: (
            state.tokens.iter().map(|token| token.history).collect(),
            state.numbers.iter().map(|number| number.0).collect(),
        ),
        seen: std::mem::take(&mut log.seen.lock().expect("no task panics")),
    }
}

struct Eager<'a> {
    log: &'a Log,
    tokens: Vec<Token>,
    numbers: Vec<Number>,
}

impl Eager<'_> {
    #[expect(clippy::too_many_lines, reason = "one short arm for each op")]
    fn step(&mut self, op: u32, what: &Op) -> Option<()> {
        let log = self.log;
        let Eager {
            tokens, numbers, ..
        } = self;
        match *what {
            Op::Make => tokens.push(make_now(log, op)),
            Op::Eat(i) => {
                let token = tokens.remove(pick(tokens, i)?);
                tokens.push(eat_now(log, token, op));
            }
            Op::Merge(i, j) => {
                let (a, b) = take_two(tokens, i, j)?;
                tokens.push(merge_now(log, a, b, op));
            }
            Op::Look(i, keep) => {
                let number = look_now(log, &tokens[pick(tokens, i)?], op);
                numbers.extend(keep.then_some(number));
            }
            Op::Compare(i, j) => {
                let [i, j] = pick_two(tokens, i, j)?;
                tokens.push(compare_now(log, &tokens[i], &tokens[j], op));
            }
            Op::LookOwned(i) => {
                let token = tokens.remove(pick(tokens, i)?);
                numbers.push(look_now(log, &token, op));
            }
            Op::Change(i, _) => {
                let i = pick(tokens, i)?;
                change_now(log, &mut tokens[i], op);
            }
            Op::Tell(i, keep) => {
                let i = pick(tokens, i)?;
                let number = tell_now(log, &mut tokens[i], op);
                numbers.extend(keep.then_some(number));
            }
            Op::Absorb(i, j) => {
                let [a, b] = two_mut(tokens, i, j)?;
                absorb_now(log, a, b, op);
            }
            Op::Exchange(i, j) => {
                let [a, b] = two_mut(tokens, i, j)?;
                numbers.push(exchange_now(log, a, b, op));
            }
            Op::Feed(i, j) => {
                let (i, j) = (pick(tokens, i)?, pick(numbers, j)?);
                feed_now(log, &mut tokens[i], numbers[j].clone(), op);
            }
            Op::Clone(i) => numbers.push(numbers[pick(numbers, i)?].clone()),
            Op::Bump(i) => {
                let number = numbers.remove(pick(numbers, i)?);
                numbers.push(bump_now(log, number, op));
            }
            Op::Sum(i, j) => {
                let (a, b) = (&numbers[pick(numbers, i)?], &numbers[pick(numbers, j)?]);
                numbers.push(sum_now(log, a, b.clone(), op));
            }
            Op::AddTo(i, j) => {
                let [a, b] = two_mut(numbers, i, j)?;
                add_to_now(log, a, b, op);
            }
            Op::MergeMany(count) => {
                let some = tokens.split_off(tokens.len().saturating_sub(count.into()));
                tokens.push(merge_many_now(log, some, op));
            }
            Op::SumMany(count) => {
                let some = numbers.iter().take(count.into()).cloned().collect();
                numbers.push(sum_many_now(log, some, op));
            }
            Op::SumShapes(i, j) => {
                let (i, j) = (pick(numbers, i)?, pick(numbers, j)?);
                let (a, b) = (|| numbers[i].clone(), || numbers[j].clone());
                let number = sum_shapes_now(
                    log,
                    (a(), b()),
                    [b(), a()],
                    (i == j).then(a),
                    BTreeMap::from([(3, a()), (4, b())]),
                    HashMap::from([(5, b()), (6, a())]),
                    op,
                );
                numbers.push(number);
            }
            Op::ZipUnzip(i, j) => {
                let (a, b) = take_two(tokens, i, j)?;
                tokens.extend([a, b]);
            }
            Op::Split(i, first, second) => {
                let token = tokens.remove(pick(tokens, i)?);
                let (token, number) = split_now(log, token, op);
                tokens.extend(first.then_some(token));
                numbers.extend(second.then_some(number));
            }
            Op::Grow(i, depth) => {
                let token = tokens.remove(pick(tokens, i)?);
                tokens.push(grow_now(log, token, op, depth));
            }
            Op::Dynamic(i, depth) => {
                let token = tokens.remove(pick(tokens, i)?);
                tokens.push(dynamic_now(log, token, op, depth));
            }
            Op::Capture(i, looked_at) => {
                let token = tokens.remove(pick(tokens, i)?);
                let new = make_now(log, op);
                numbers.extend(looked_at.then(|| look_now(log, &new, op + 1)));
                tokens.push(merge_now(log, token, new, op + 2));
            }
            Op::Force(_) => {
                for (place, token) in (0..).zip(&*tokens) {
                    let _ = look_now(log, token, force_id(op, place));
                }
            }
            Op::Drop(i) => drop(tokens.remove(pick(tokens, i)?)),
        }
        Some(())
    }
}

/// `Force` may look at more values than an op has numbers for.
fn force_id(op: u32, place: u32) -> u32 {
    (op + 64) * 4096 + place
}

pub(crate) fn lazily(program: &[Op], log: &Log, executor: &Executor) -> Outcome {
    let mut state = Lazy {
        log,
        tokens: Vec::new(),
        numbers: Vec::new(),
        units: Vec::new(),
    };
    for (op, what) in numbered(program) {
        let _ = state.step(op, what, executor);
    }
    let (tokens, numbers, _) = executor.compute((state.tokens, state.numbers, state.units));
    Outcome {
        values: (
            tokens.iter().map(|token| token.history).collect(),
            numbers.iter().map(|number| number.0).collect(),
        ),
        seen: std::mem::take(&mut log.seen.lock().expect("no task panics")),
    }
}

struct Lazy<'a> {
    log: &'a Log,
    tokens: Vec<Delayed<'a, Token>>,
    numbers: Vec<Delayed<'a, Number>>,
    /// Results of writes, where they are kept.
    units: Vec<Delayed<'a, ()>>,
}

impl Lazy<'_> {
    #[expect(clippy::too_many_lines, reason = "one short arm for each op")]
    fn step(&mut self, op: u32, what: &Op, executor: &Executor) -> Option<()> {
        let log = self.log;
        let Lazy {
            tokens,
            numbers,
            units,
            ..
        } = self;
        match *what {
            Op::Make => tokens.push(make(log, op)),
            Op::Eat(i) => {
                let token = tokens.remove(pick(tokens, i)?);
                tokens.push(eat(log, token, op));
            }
            Op::Merge(i, j) => {
                let (a, b) = take_two(tokens, i, j)?;
                tokens.push(merge(log, a, b, op));
            }
            Op::Look(i, keep) => {
                let number = look(log, &tokens[pick(tokens, i)?], op);
                numbers.extend(keep.then_some(number));
            }
            Op::Compare(i, j) => {
                let [i, j] = pick_two(tokens, i, j)?;
                tokens.push(compare(log, &tokens[i], &tokens[j], op));
            }
            Op::LookOwned(i) => {
                let token = tokens.remove(pick(tokens, i)?);
                numbers.push(look(log, token, op));
            }
            Op::Change(i, keep) => {
                let i = pick(tokens, i)?;
                let unit = change(log, &mut tokens[i], op);
                units.extend(keep.then_some(unit));
            }
            Op::Tell(i, keep) => {
                let i = pick(tokens, i)?;
                let number = tell(log, &mut tokens[i], op);
                numbers.extend(keep.then_some(number));
            }
            Op::Absorb(i, j) => {
                let [a, b] = two_mut(tokens, i, j)?;
                units.push(absorb(log, a, &*b, op));
            }
            Op::Exchange(i, j) => {
                let [a, b] = two_mut(tokens, i, j)?;
                numbers.push(exchange(log, a, b, op));
            }
            Op::Feed(i, j) => {
                let (i, j) = (pick(tokens, i)?, pick(numbers, j)?);
                units.push(feed(log, &mut tokens[i], &numbers[j], op));
            }
            Op::Clone(i) => numbers.push(numbers[pick(numbers, i)?].clone()),
            Op::Bump(i) => {
                let number = numbers.remove(pick(numbers, i)?);
                numbers.push(bump(log, number, op));
            }
            Op::Sum(i, j) => {
                let (a, b) = (&numbers[pick(numbers, i)?], &numbers[pick(numbers, j)?]);
                numbers.push(sum(log, a, b, op));
            }
            Op::AddTo(i, j) => {
                let [a, b] = two_mut(numbers, i, j)?;
                let _ = add_to(log, a, &*b, op);
            }
            Op::MergeMany(count) => {
                let some = tokens.split_off(tokens.len().saturating_sub(count.into()));
                tokens.push(merge_many(log, some, op));
            }
            Op::SumMany(count) => {
                let some: Vec<&Delayed<Number>> = numbers.iter().take(count.into()).collect();
                numbers.push(sum_many(log, some, op));
            }
            Op::SumShapes(i, j) => {
                let (i, j) = (pick(numbers, i)?, pick(numbers, j)?);
                let (a, b) = (&numbers[i], &numbers[j]);
                let number = sum_shapes(
                    log,
                    (a, b),
                    [b, a],
                    (i == j).then_some(a),
                    BTreeMap::from([(3, a), (4, b)]),
                    HashMap::from([(5, b), (6, a)]),
                    op,
                );
                numbers.push(number);
            }
            Op::ZipUnzip(i, j) => {
                let (a, b) = take_two(tokens, i, j)?;
                let (a, b) = a.zip(b).unzip();
                tokens.extend([a, b]);
            }
            Op::Split(i, first, second) => {
                let token = tokens.remove(pick(tokens, i)?);
                let both = token.map(move |token| split_now(log, token, op));
                let (token, number) = both.unzip();
                tokens.extend(first.then_some(token));
                numbers.extend(second.then_some(number));
            }
            Op::Grow(i, depth) => {
                let token = tokens.remove(pick(tokens, i)?);
                tokens.push(token.and_then(move |token| grow(log, token, op, depth)));
            }
            Op::Dynamic(i, depth) => {
                let token = tokens.remove(pick(tokens, i)?);
                tokens.push(dynamic(log, token, op, depth));
            }
            Op::Capture(i, looked_at) => {
                let token = tokens.remove(pick(tokens, i)?);
                let new = make(log, op);
                numbers.extend(looked_at.then(|| look(log, &new, op + 1)));
                tokens.push(token.and_then(move |token| merge(log, token, new, op + 2)));
            }
            Op::Force(by_executor) => self.force(op, by_executor.then_some(executor)),
            Op::Drop(i) => drop(tokens.remove(pick(tokens, i)?)),
        }
        Some(())
    }

    /// All at once, so that every reader of a value that some task takes is in the run.
    fn force(&self, op: u32, executor: Option<&Executor>) {
        let log = self.log;
        let looks: Vec<_> = (0..)
            .zip(&self.tokens)
            .map(|(place, token)| look(log, token, force_id(op, place)))
            .collect();
        let numbers: Vec<_> = self.numbers.iter().map(Clone::clone).collect();
        let units: Vec<_> = self.units.iter().map(Clone::clone).collect();
        let all = gather((looks, numbers, units));
        if let Some(executor) = executor {
            let (looks, _, _) = executor.compute(&all);
            assert_eq!(looks.len(), self.tokens.len());
        }
        assert_eq!(all.force().0.len(), self.tokens.len());
        // What is there can be looked at again.
        for (number, computed) in self.numbers.iter().zip(&all.force().1) {
            assert_eq!(number.force().0, computed.0);
        }
        for ((place, token), looked) in (0..).zip(&self.tokens).zip(&all.force().0) {
            let seen = token.force().history;
            assert_eq!(mix(seen, force_id(op, place)), looked.0);
        }
    }
}
