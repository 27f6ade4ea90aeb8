//! Statements.

use super::indented;
use super::known;
use super::scope::{Failure, Kind, Scribe};

const KINDS: [Kind; 8] = [
    Kind::Int,
    Kind::Int,
    Kind::Int,
    Kind::List,
    Kind::List,
    Kind::Text,
    Kind::Maybe,
    Kind::Token,
];

impl Scribe {
    /// Up to so many statements, one at least.
    pub(super) fn statements(&mut self, most: usize, depth: usize) -> String {
        let count = 1 + self.random.below(most) / 2 + self.random.below(most) / 2;
        (0..count).map(|_| self.statement(depth)).collect()
    }

    /// One statement, or a few that belong together.
    pub(super) fn statement(&mut self, depth: usize) -> String {
        if !self.opaque && self.random.chance(12) {
            return self.delayed_call();
        }
        self.unspliced(|scribe| scribe.any_statement(depth))
    }

    fn any_statement(&mut self, depth: usize) -> String {
        let written = match self.random.below(26) {
            0..=5 => Some(self.let_value()),
            6 => self.let_pattern(),
            7..=11 => self.change(),
            12 => self.assignment(),
            13 => self.effect(),
            14 | 15 => self.check(),
            16 => Some(self.ignored()),
            17 if depth > 0 => Some(self.closure_and_uses(depth - 1)),
            18 if depth > 0 => self.alias_and_uses(depth - 1),
            19 => self.exclusive_alias(),
            20 => Some(self.inferred()),
            21 => Some(self.late_value()),
            22 if depth > 0 => {
                let body = self.scope(|scribe| scribe.statements(3, depth - 1));
                Some(format!("{{\n{}}}\n", indented(&body)))
            }
            23 | 24 if depth > 0 => Some(self.branches(depth - 1)),
            25 if depth > 0 => Some(self.repeated(depth - 1)),
            _ => None,
        };
        written.unwrap_or_else(|| self.let_value())
    }

    /// Calls of delayed functions.
    fn delayed_call(&mut self) -> String {
        let call = match self.random.below(5) {
            0 => self.writable(Kind::List).map(|variable| {
                let name = self.name_of(variable);
                (
                    Kind::Closure,
                    format!("push(&mut {name}, {})", self.int_argument(0)),
                )
            }),
            1 => {
                let token = self.taken(Kind::Token);
                token.map(|token| (Kind::Int, format!("close({})", self.name_of(token))))
            }
            2 => Some((Kind::Text, self.call("spell", &[Self::int_argument], 0))),
            3 => {
                let list = self.readable(Kind::List);
                list.map(|list| (Kind::Int, format!("sum(&{})", self.name_of(list))))
            }
            _ => Some((
                Kind::List,
                self.call("stack", &[Self::list, Self::int_argument], 0),
            )),
        };
        let ints: [fn(&mut Self, usize) -> String; 2] = [Self::int_argument, Self::int_argument];
        let call = call.unwrap_or_else(|| (Kind::Int, self.call("plus", &ints, 0)));
        match call {
            (Kind::Closure, call) => format!("{call};\n"),
            (kind, call) => {
                let name = self.name();
                self.declare(&name, kind, false);
                format!("let {name} = {call};\n")
            }
        }
    }

    pub(super) fn let_value(&mut self) -> String {
        let kind = if self.random.chance(8) {
            Kind::Pair
        } else {
            self.random.pick(&KINDS)
        };
        let value = if self.random.chance(20) {
            self.construct(kind, 1)
        } else {
            self.value(kind, 2)
        };
        let (name, mutable) = (self.name(), self.random.chance(45));
        self.declare(&name, kind, mutable);
        let mutable = if mutable { "mut " } else { "" };
        if self.random.chance(25) {
            return format!("let {mutable}{name}: {} = {value};\n", kind.rust());
        }
        format!("let {mutable}{name} = {value};\n")
    }

    fn let_pattern(&mut self) -> Option<String> {
        let (one, two) = (self.fresh(), self.fresh());
        match self.random.below(4) {
            0 => {
                let value = self.pair(2);
                self.declare(&one, Kind::Int, false);
                self.declare(&two, Kind::List, true);
                Some(format!("let ({one}, mut {two}) = {value};\n"))
            }
            1 => {
                let (first, second) = (self.random.pick(&KINDS), self.random.pick(&KINDS));
                let (left, right) =
                    self.parts(|s, depth| (s.value(first, depth), s.value(second, depth)));
                self.declare(&one, first, true);
                self.declare(&two, second, false);
                Some(format!("let (mut {one}, {two}) = ({left}, {right});\n"))
            }
            2 => {
                let (left, right) = self.parts(|s, depth| (s.int(depth), s.int(depth)));
                self.declare(&one, Kind::Int, false);
                self.declare(&two, Kind::Int, false);
                Some(format!("let [{one}, {two}] = [{left}, {right}];\n"))
            }
            _ if self.failure == Failure::Never => None,
            _ => {
                let value = self.borrowing(|scribe| scribe.maybe(1));
                self.declare(&one, Kind::Int, false);
                Some(format!(
                    "let Some({one}) = {value} else {{ panic!(\"no {one}\") }};\n"
                ))
            }
        }
    }

    /// The parts of what a pattern takes apart.
    fn parts<T>(&mut self, write: impl FnOnce(&mut Self, usize) -> T) -> T {
        if known::PARTS_THAT_WRITE {
            self.in_a_closure(|scribe| write(scribe, 0))
        } else {
            write(self, 1)
        }
    }

    fn change(&mut self) -> Option<String> {
        let kinds = [
            Kind::Int,
            Kind::List,
            Kind::List,
            Kind::Text,
            Kind::Pair,
            Kind::Token,
        ];
        let kind = self.random.pick(&kinds);
        let variable = self.writable(kind)?;
        let name = self.name_of(variable);
        let by = |scribe: &mut Self, exclusive: bool| {
            scribe.borrowing(|scribe| {
                scribe.pin(variable, exclusive);
                scribe.int_argument(2)
            })
        };
        let form = self.random.below(4);
        let form = if kind == Kind::List && !self.takes_methods(variable) {
            1
        } else {
            form
        };
        let written = match (kind, form) {
            (Kind::Int, 0) => format!("{name} += {};\n", self.int_argument(2)),
            (Kind::Int, 1) => format!("{name} -= {};\n", self.int_argument(2)),
            (Kind::Int, _) => format!("bump(&mut {name}, {});\n", by(self, true)),
            (Kind::List, 0) => format!("{name}.push({});\n", by(self, false)),
            (Kind::List, 1) => format!("shift(&mut {name}, {});\n", by(self, true)),
            (Kind::List, 2) if !self.opaque => format!("push(&mut {name}, {});\n", by(self, true)),
            (Kind::List, _) => self.change_elements(variable, &name),
            (Kind::Text, exact) => self.borrowing(|scribe| {
                scribe.pin(variable, true);
                let text = scribe.text_ref(1);
                if exact == 0 {
                    return format!("{name} += {text};\n");
                }
                format!("{name}.push_str({text});\n")
            }),
            (Kind::Pair, 0) => format!("{name}.0 += {};\n", by(self, false)),
            (Kind::Pair, 1) => format!("shift(&mut {name}.1, {});\n", by(self, true)),
            (Kind::Pair, _) => format!("{name}.1.push({});\n", by(self, false)),
            (_, 0) => format!("{name}.value += {};\n", by(self, false)),
            _ => format!("raise(&mut {name}, {});\n", by(self, true)),
        };
        Some(written)
    }

    fn change_elements(&mut self, list: usize, name: &str) -> String {
        self.borrowing(|scribe| {
            scribe.pin(list, true);
            let by = scribe.in_a_closure(|scribe| scribe.int_argument(1));
            match scribe.random.below(4) {
                0 => format!("for one in {name}.iter_mut() {{\n    *one += {by};\n}}\n"),
                1 => format!("if let Some(last) = {name}.last_mut() {{\n    *last += {by};\n}}\n"),
                2 => format!("{name}.retain(|one| *one != {by});\n"),
                _ => format!("{name}.sort();\n"),
            }
        })
    }

    fn assignment(&mut self) -> Option<String> {
        let kind = self.random.pick(&KINDS);
        let variable = self.assignable(kind)?;
        let name = self.name_of(variable);
        let value = self.value(kind, 2);
        self.revive(variable);
        Some(format!("{name} = {value};\n"))
    }

    /// A statement for its effect alone. It tells nothing where a function may panic.
    fn effect(&mut self) -> Option<String> {
        if self.failure == Failure::Panic {
            return None;
        }
        // A statement that changes a variable, too, does not wait for what may fail before it.
        let told = if self.failure == Failure::Never {
            self.int_argument(2)
        } else {
            self.reading(|scribe| scribe.int_argument(2))
        };
        Some(format!("effects.note({told});\n"))
    }

    fn check(&mut self) -> Option<String> {
        if self.frozen || self.failure == Failure::Never {
            return None;
        }
        if self.random.chance(30) {
            let condition = self.condition(1);
            let variable = self.readable(Kind::Int)?;
            let name = self.name_of(variable);
            return Some(format!("assert!({condition}, \"{name} is {{{name}}}\");\n"));
        }
        match self.failure {
            Failure::Result => {
                let variable = self.readable(Kind::Int)?;
                Some(format!("check(&{})?;\n", self.name_of(variable)))
            }
            Failure::Option => Some(format!("most({})?;\n", self.int_argument(1))),
            _ => Some(format!("must({});\n", self.int_argument(1))),
        }
    }

    fn ignored(&mut self) -> String {
        let call = match self.random.below(4) {
            0 => format!("drop({})", self.token(1)),
            1 => self.call(
                "token",
                &[Self::int_argument, |_, _| "census".to_owned()],
                1,
            ),
            2 => self.call("join", &[Self::list, Self::list], 1),
            _ => self.call("add", &[Self::int_argument, Self::int_argument], 2),
        };
        let start = self.random.pick(&["", "", "let _ = ", "let _unused = "]);
        format!("{start}{call};\n")
    }

    fn closure_and_uses(&mut self, depth: usize) -> String {
        let (body, uses) = self.using(|s| s.in_a_closure(|s| s.int(1)));
        let (name, other) = (self.fresh(), self.fresh());
        let closure = self.declare(&name, Kind::Closure, false);
        self.reserve(closure);
        let (written, uses) = self.borrowing(|scribe| {
            for &variable in &uses {
                scribe.pin(variable, false);
            }
            let between = scribe.statements(2, depth);
            (
                between,
                format!("apply(&{name}, {})", scribe.int_argument(1)),
            )
        });
        self.retire(closure);
        self.declare(&other, Kind::Int, false);
        let marked = if self.random.chance(40) {
            "|it: i64|"
        } else {
            "|it|"
        };
        format!("let {name} = {marked} add(it, {body});\n{written}let {other} = {uses};\n")
    }

    fn alias_and_uses(&mut self, depth: usize) -> Option<String> {
        let list = self.readable(Kind::List)?;
        let of = self.name_of(list);
        let name = self.fresh();
        let alias = self.declare(&name, Kind::ListRef, false);
        let written = self.borrowing(|scribe| {
            scribe.pin(list, false);
            scribe.statements(3, depth)
        });
        self.retire(alias);
        Some(format!("let {name} = &{of};\n{written}"))
    }

    fn exclusive_alias(&mut self) -> Option<String> {
        let list = self.writable_by_method(Kind::List)?;
        let (of, name) = (self.name_of(list), self.fresh());
        let (one, two) = self.borrowing(|scribe| {
            scribe.pin(list, true);
            (scribe.int_argument(1), scribe.int_argument(1))
        });
        Some(format!(
            "let {name} = &mut {of};\n{name}.push({one});\nshift({name}, {two});\n"
        ))
    }

    /// Values whose types come from a later use.
    fn inferred(&mut self) -> String {
        let (name, other) = (self.fresh(), self.fresh());
        if self.random.chance(50) {
            let first = self.call("add", &[Self::int_argument, Self::int_argument], 1);
            self.declare(&name, Kind::List, true);
            return format!("let mut {name} = Vec::new();\n{name}.push({first});\n");
        }
        let digits = self.random.below(50);
        self.declare(&name, Kind::Int, false);
        self.declare(&other, Kind::Int, false);
        format!("let {name} = \"{digits}\".parse().unwrap();\nlet {other} = add({name}, 1);\n")
    }

    fn late_value(&mut self) -> String {
        let name = self.fresh();
        let kind = self.random.pick(&[Kind::Int, Kind::List, Kind::Text]);
        let condition = self.condition(1);
        let (yes, no) = self.unspliced(|s| s.either(|s| s.value(kind, 1), |s| s.value(kind, 1)));
        self.declare(&name, kind, false);
        format!(
            "let {name};\nif {condition} {{\n    {name} = {yes};\n}} else {{\n    {name} = {no};\n}}\n"
        )
    }
}
