//! What a block may use at a place: its variables, what is borrowed, what is moved.

use super::known;
use super::random::Random;

/// The type of a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `i64`
    Int,
    /// `&i64`
    IntRef,
    /// `String`
    Text,
    /// `Vec<i64>`
    List,
    /// `&Vec<i64>`
    ListRef,
    /// `Option<i64>`
    Maybe,
    /// `(i64, Vec<i64>)`
    Pair,
    /// A number that is neither `Clone` nor `Copy`, and counted.
    Token,
    /// A closure of one number that gives a number.
    Closure,
    /// What a delayed function gave outside the block: taken once.
    Handle,
}

impl Kind {
    pub(super) fn is_copy(self) -> bool {
        use Kind::{Int, IntRef, ListRef, Maybe};
        matches!(self, Int | IntRef | ListRef | Maybe)
    }

    /// Its name in Rust.
    pub(super) fn rust(self) -> &'static str {
        match self {
            Kind::Int | Kind::Handle => "i64",
            Kind::IntRef => "&i64",
            Kind::Text => "String",
            Kind::List => "Vec<i64>",
            Kind::ListRef => "&Vec<i64>",
            Kind::Maybe => "Option<i64>",
            Kind::Pair => "(i64, Vec<i64>)",
            Kind::Token => "Token",
            Kind::Closure => "_",
        }
    }
}

/// How a block may fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// It does not.
    Never,
    /// `?` on `Result`, `assert!`
    Result,
    /// `?` on `Option`, `assert!`
    Option,
    /// A function that it calls panics.
    Panic,
}

#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each holds or not by itself")]
pub(super) struct Variable {
    pub(super) name: String,
    pub(super) kind: Kind,
    pub(super) mutable: bool,
    /// It was moved, on one path at least.
    gone: bool,
    /// How many loops are around its declaration.
    loops: usize,
    /// No other variable may have its name.
    reserved: bool,
    /// It is declared outside the block.
    captured: bool,
}

/// A borrow that lasts.
#[derive(Clone, Copy, Debug)]
struct Pin {
    variable: usize,
    exclusive: bool,
}

/// Writes one block.
#[derive(Debug)]
pub(super) struct Scribe {
    pub(super) random: Random,
    pub(super) failure: Failure,
    variables: Vec<Variable>,
    pins: Vec<Pin>,
    /// Every variable used so far, in order.
    uses: Vec<usize>,
    names: usize,
    pub(super) loops: usize,
    /// Inside a closure, or where a change would make a statement more than an effect: only reads.
    pub(super) frozen: bool,
    /// Inside what is one task: no calls of delayed functions.
    pub(super) opaque: bool,
}

impl Scribe {
    pub(super) fn new(seed: u64) -> Self {
        let mut random = Random::new(seed);
        use Failure::{Never, Option, Panic, Result};
        let failure = random.pick(&[Never, Never, Never, Result, Result, Option, Panic]);
        Scribe {
            random,
            failure,
            variables: Vec::new(),
            pins: Vec::new(),
            uses: Vec::new(),
            names: 0,
            loops: 0,
            frozen: false,
            opaque: false,
        }
    }

    /// A name that is free, or the name of a variable that it will shadow.
    pub(super) fn name(&mut self) -> String {
        if self.random.chance(25) {
            let visible = self.visible(|variable| !variable.reserved);
            if !visible.is_empty() {
                let shadowed = self.random.pick(&visible);
                return self.variables[shadowed].name.clone();
            }
        }
        self.fresh()
    }

    /// A name that is free.
    pub(super) fn fresh(&mut self) -> String {
        let letters = b"abcdeghjkmnpqrstuvwxyz";
        let letter = char::from(letters[self.names % letters.len()]);
        let round = self.names / letters.len();
        self.names += 1;
        if round == 0 {
            letter.to_string()
        } else {
            format!("{letter}{round}")
        }
    }

    pub(super) fn declare(&mut self, name: &str, kind: Kind, mutable: bool) -> usize {
        self.variables.push(Variable {
            name: name.to_owned(),
            kind,
            mutable,
            gone: false,
            loops: self.loops,
            reserved: false,
            captured: false,
        });
        self.variables.len() - 1
    }

    /// It is declared outside the block.
    pub(super) fn capture(&mut self, variable: usize) {
        self.variables[variable].captured = true;
    }

    /// No variable will shadow it.
    pub(super) fn reserve(&mut self, variable: usize) {
        self.variables[variable].reserved = true;
    }

    pub(super) fn name_of(&self, variable: usize) -> String {
        self.variables[variable].name.clone()
    }

    pub(super) fn kind_of(&self, variable: usize) -> Kind {
        self.variables[variable].kind
    }

    /// The variables that are not shadowed and for which something holds.
    pub(super) fn visible(&self, holds: impl Fn(&Variable) -> bool) -> Vec<usize> {
        let all = &self.variables;
        let shadowed = |at: usize| all[at + 1..].iter().any(|later| later.name == all[at].name);
        (0..all.len())
            .filter(|&at| !shadowed(at) && holds(&all[at]))
            .collect()
    }

    fn pinned(&self, variable: usize, any: bool) -> bool {
        let of_it = |pin: &Pin| pin.variable == variable && (any || pin.exclusive);
        self.pins.iter().any(of_it)
    }

    fn one(&mut self, among: &[usize]) -> Option<usize> {
        let variable = (!among.is_empty()).then(|| self.random.pick(among))?;
        self.uses.push(variable);
        Some(variable)
    }

    /// A variable that may be read here.
    pub(super) fn readable(&mut self, kind: Kind) -> Option<usize> {
        let mut all = self.visible(|variable| variable.kind == kind && !variable.gone);
        all.retain(|&variable| !self.pinned(variable, false));
        self.one(&all)
    }

    /// A variable declared `mut` that may be borrowed for a change here.
    pub(super) fn writable(&mut self, kind: Kind) -> Option<usize> {
        if self.frozen {
            return None;
        }
        let mut all =
            self.visible(|variable| variable.kind == kind && !variable.gone && variable.mutable);
        all.retain(|&variable| !self.pinned(variable, true));
        self.one(&all)
    }

    /// A variable declared `mut` that may be assigned here, though it was moved.
    pub(super) fn assignable(&mut self, kind: Kind) -> Option<usize> {
        let mut all = self.visible(|variable| {
            let left_out = variable.gone && known::MOVED_AND_ASSIGNED;
            variable.kind == kind && variable.mutable && !left_out
        });
        all.retain(|&variable| !self.pinned(variable, true));
        self.one(&all)
    }

    /// Moves a variable, or copies it if its type is `Copy`.
    pub(super) fn taken(&mut self, kind: Kind) -> Option<usize> {
        if kind.is_copy() {
            return self.readable(kind);
        }
        if self.frozen {
            return None;
        }
        let loops = self.loops;
        let mut all = self
            .visible(|variable| variable.kind == kind && !variable.gone && variable.loops == loops);
        all.retain(|&variable| !self.pinned(variable, true));
        let variable = self.one(&all)?;
        self.variables[variable].gone = true;
        Some(variable)
    }

    /// A variable that a method may change here.
    pub(super) fn writable_by_method(&mut self, kind: Kind) -> Option<usize> {
        let variable = self.writable(kind)?;
        self.takes_methods(variable).then_some(variable)
    }

    /// May a method change it?
    pub(super) fn takes_methods(&self, variable: usize) -> bool {
        !(self.variables[variable].captured && known::CAPTURED_CHANGED_BY_METHODS)
    }

    /// The place of an expression where the result of a delayed function is not spliced in.
    pub(super) fn unspliced<T>(&mut self, write: impl FnOnce(&mut Self) -> T) -> T {
        if known::DELAYED_ONLY_IN_STATEMENTS {
            self.in_one_task(write)
        } else {
            write(self)
        }
    }

    /// It has a value again.
    pub(super) fn revive(&mut self, variable: usize) {
        self.variables[variable].gone = false;
    }

    /// It is not used any more.
    pub(super) fn retire(&mut self, variable: usize) {
        self.variables[variable].gone = true;
    }

    /// May it still be assigned: nothing that was written since borrowed it.
    pub(super) fn is_free(&self, variable: usize) -> bool {
        !self.pinned(variable, true)
    }

    /// Whether it can be taken at the end of the block.
    pub(super) fn is_live(&self, variable: usize) -> bool {
        !self.variables[variable].gone && self.is_free(variable)
    }

    /// From here it is borrowed.
    pub(super) fn pin(&mut self, variable: usize, exclusive: bool) {
        self.pins.push(Pin {
            variable,
            exclusive,
        });
    }

    /// What is borrowed inside is free again afterwards.
    pub(super) fn borrowing<T>(&mut self, write: impl FnOnce(&mut Self) -> T) -> T {
        let pins = self.pins.len();
        let written = write(self);
        self.pins.truncate(pins);
        written
    }

    /// The variables used inside.
    pub(super) fn using<T>(&mut self, write: impl FnOnce(&mut Self) -> T) -> (T, Vec<usize>) {
        let before = self.uses.len();
        let written = write(self);
        (written, self.uses[before..].to_vec())
    }

    /// A scope that may not be entered, or one of several: what it moves is gone afterwards.
    pub(super) fn branch<T>(&mut self, write: impl FnOnce(&mut Self) -> T) -> (T, Vec<bool>) {
        let before = self.gone();
        let written = self.scope(write);
        let after = self.gone();
        self.restore(&before);
        (written, after)
    }

    /// A scope that may not be entered.
    pub(super) fn perhaps<T>(&mut self, write: impl FnOnce(&mut Self) -> T) -> T {
        let (written, gone) = self.branch(write);
        self.also_gone(&gone);
        written
    }

    /// A scope that is entered.
    pub(super) fn scope<T>(&mut self, write: impl FnOnce(&mut Self) -> T) -> T {
        let variables = self.variables.len();
        let written = self.unspliced(write);
        self.variables.truncate(variables);
        written
    }

    fn gone(&self) -> Vec<bool> {
        self.variables
            .iter()
            .map(|variable| variable.gone)
            .collect()
    }

    fn restore(&mut self, gone: &[bool]) {
        for (variable, gone) in self.variables.iter_mut().zip(gone) {
            variable.gone = *gone;
        }
    }

    /// What is gone on another path is gone.
    pub(super) fn also_gone(&mut self, gone: &[bool]) {
        for (variable, gone) in self.variables.iter_mut().zip(gone) {
            variable.gone |= gone;
        }
    }

    /// After one of two branches.
    pub(super) fn either<A, B>(
        &mut self,
        first: impl FnOnce(&mut Self) -> A,
        second: impl FnOnce(&mut Self) -> B,
    ) -> (A, B) {
        let (first, gone) = self.branch(first);
        let second = self.scope(second);
        self.also_gone(&gone);
        (first, second)
    }

    /// Inside a loop.
    pub(super) fn looping<T>(&mut self, write: impl FnOnce(&mut Self) -> T) -> T {
        self.loops += 1;
        let written = self.perhaps(write);
        self.loops -= 1;
        written
    }

    /// Inside what is one task.
    pub(super) fn in_one_task<T>(&mut self, write: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.opaque, true);
        let written = write(self);
        self.opaque = before;
        written
    }

    /// Inside a closure.
    pub(super) fn in_a_closure<T>(&mut self, write: impl FnOnce(&mut Self) -> T) -> T {
        self.reading(|scribe| scribe.in_one_task(write))
    }

    /// Where no variable is changed.
    pub(super) fn reading<T>(&mut self, write: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.frozen, true);
        let written = write(self);
        self.frozen = before;
        written
    }
}
