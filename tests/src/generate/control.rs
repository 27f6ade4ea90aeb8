//! Branches, loops and blocks.

use super::indented;
use super::scope::{Kind, Scribe};

impl Scribe {
    /// A branch or a block that has a value.
    pub(super) fn construct(&mut self, kind: Kind, depth: usize) -> String {
        self.unspliced(|scribe| scribe.any_construct(kind, depth))
    }

    fn any_construct(&mut self, kind: Kind, depth: usize) -> String {
        match self.random.below(6) {
            0 => self.if_value(kind, depth),
            1 => self.match_value(kind, depth),
            2 => self.if_let_value(kind, depth),
            3 => self.slice_value(kind, depth),
            4 => self.labelled_value(kind, depth),
            _ => {
                let body = self.scope(|scribe| scribe.body(kind, depth));
                format!("{{\n{}}}", indented(&body))
            }
        }
    }

    /// Some statements and a value.
    fn body(&mut self, kind: Kind, depth: usize) -> String {
        let mut written = String::new();
        if depth > 0 && self.random.chance(60) {
            written += &self.statements(1, depth - 1);
        }
        // A value that still borrows would outlive what it borrows.
        let value = self.value(kind, depth.saturating_sub(1));
        written + &value + "\n"
    }

    fn if_value(&mut self, kind: Kind, depth: usize) -> String {
        let condition = self.condition(1);
        let (yes, no) = self.either(|s| s.body(kind, depth), |s| s.body(kind, depth));
        format!(
            "if {condition} {{\n{}}} else {{\n{}}}",
            indented(&yes),
            indented(&no)
        )
    }

    fn match_value(&mut self, kind: Kind, depth: usize) -> String {
        let on = self.unspliced(|scribe| scribe.int(1));
        let first = self.random.below(4);
        let name = self.fresh();
        let guard = self.random.below(20);
        let ((zero, some), other) = self.either(
            |scribe| {
                scribe.either(
                    |scribe| scribe.body(kind, depth),
                    |scribe| {
                        scribe.declare(&name, Kind::Int, false);
                        scribe.body(kind, depth)
                    },
                )
            },
            |scribe| scribe.body(kind, depth),
        );
        let arms = [
            format!("{first} => {{\n{}}}\n", indented(&zero)),
            format!("{name} if {name} > {guard} => {{\n{}}}\n", indented(&some)),
            format!("_ => {{\n{}}}\n", indented(&other)),
        ];
        format!("match {on} {{\n{}}}", indented(&arms.concat()))
    }

    fn if_let_value(&mut self, kind: Kind, depth: usize) -> String {
        let on = self.borrowing(|scribe| scribe.unspliced(|scribe| scribe.maybe(1)));
        let name = self.name();
        let (yes, no) = self.either(
            |scribe| {
                scribe.declare(&name, Kind::Int, false);
                scribe.body(kind, depth)
            },
            |scribe| scribe.body(kind, depth),
        );
        if self.random.chance(50) {
            let arms = format!(
                "Some({name}) => {{\n{}}}\nNone => {{\n{}}}\n",
                indented(&yes),
                indented(&no)
            );
            return format!("match {on} {{\n{}}}", indented(&arms));
        }
        format!(
            "if let Some({name}) = {on} {{\n{}}} else {{\n{}}}",
            indented(&yes),
            indented(&no)
        )
    }

    /// A `match` on a borrowed place.
    fn slice_value(&mut self, kind: Kind, depth: usize) -> String {
        let Some(list) = self.readable(Kind::List) else {
            return self.if_value(kind, depth);
        };
        let (on, name, other) = (self.name_of(list), self.fresh(), self.fresh());
        let ((none, one), many) = self.borrowing(|scribe| {
            scribe.pin(list, false);
            scribe.in_one_task(|scribe| {
                scribe.either(
                    |scribe| {
                        scribe.either(
                            |scribe| scribe.value(kind, depth.min(1)),
                            |scribe| {
                                scribe.declare(&name, Kind::IntRef, false);
                                scribe.value(kind, depth.min(1))
                            },
                        )
                    },
                    |scribe| {
                        scribe.declare(&name, Kind::IntRef, false);
                        scribe.declare(&other, Kind::IntRef, false);
                        scribe.value(kind, depth.min(1))
                    },
                )
            })
        });
        let arms = format!("[] => {none},\n[{name}] => {one},\n[{name}, .., {other}] => {many},\n");
        format!("match &{on}[..] {{\n{}}}", indented(&arms))
    }

    fn labelled_value(&mut self, kind: Kind, depth: usize) -> String {
        let label = self.fresh();
        let body = self.in_one_task(|scribe| {
            scribe.scope(|scribe| {
                let condition = scribe.condition(0);
                let early = scribe.perhaps(|scribe| scribe.value(kind, 0));
                let leave = format!("if {condition} {{\n    break 'task_{label} {early};\n}}\n");
                leave + &scribe.body(kind, depth)
            })
        });
        format!("'task_{label}: {{\n{}}}", indented(&body))
    }

    /// A branch for its effects.
    pub(super) fn branches(&mut self, depth: usize) -> String {
        match self.random.below(4) {
            0 => {
                let condition = self.condition(1);
                let body = self.perhaps(|scribe| scribe.statements(2, depth));
                format!("if {condition} {{\n{}}}\n", indented(&body))
            }
            1 => {
                let condition = self.condition(1);
                let (yes, no) = self.either(|s| s.statements(2, depth), |s| s.statements(1, depth));
                format!(
                    "if {condition} {{\n{}}} else {{\n{}}}\n",
                    indented(&yes),
                    indented(&no)
                )
            }
            2 => {
                let on = self.borrowing(|scribe| scribe.unspliced(|scribe| scribe.maybe(1)));
                let name = self.fresh();
                let body = self.perhaps(|scribe| {
                    scribe.declare(&name, Kind::Int, false);
                    scribe.statements(2, depth)
                });
                format!("if let Some({name}) = {on} {{\n{}}}\n", indented(&body))
            }
            _ => {
                let on = self.unspliced(|scribe| scribe.int(1));
                let (one, other) =
                    self.either(|s| s.statements(1, depth), |s| s.statements(1, depth));
                let arms = format!(
                    "0..=4 => {{\n{}}}\n_ => {{\n{}}}\n",
                    indented(&one),
                    indented(&other)
                );
                format!("match {on} {{\n{}}}\n", indented(&arms))
            }
        }
    }

    /// A `for`, a `while` or a `loop`.
    pub(super) fn repeated(&mut self, depth: usize) -> String {
        match self.random.below(8) {
            0 | 1 => {
                let rounds = self.random.below(4);
                self.for_each(&format!("0_i64..{rounds}"), Kind::Int, depth)
            }
            2 => {
                let list = self.unspliced(|s| s.call("load", &[Self::int_argument], 1));
                self.for_each(&list, Kind::Int, depth)
            }
            3 => {
                let list = self.unspliced(|scribe| scribe.list(1));
                self.for_each(&list, Kind::Int, depth)
            }
            4 => {
                let ints = |scribe: &mut Self| format!("[{}, {}]", scribe.int(1), scribe.int(1));
                let values = self.unspliced(ints);
                self.for_each(&values, Kind::Int, depth)
            }
            5 => {
                let Some(list) = self.readable(Kind::List) else {
                    return self.for_each("[4_i64, 5]", Kind::Int, depth);
                };
                let on = format!("&{}", self.name_of(list));
                self.borrowing(|scribe| {
                    scribe.pin(list, false);
                    scribe.for_each(&on, Kind::IntRef, depth)
                })
            }
            6 => self.for_with_a_break(depth),
            _ => self.counted_loop(depth),
        }
    }

    fn for_each(&mut self, over: &str, kind: Kind, depth: usize) -> String {
        let name = self.name();
        let number = self.random.chance(20).then(|| self.fresh());
        let body = self.looping(|scribe| {
            scribe.declare(&name, kind, false);
            if let Some(number) = &number {
                scribe.declare(number, Kind::Int, false);
            }
            scribe.statements(2, depth)
        });
        match number {
            Some(number) => {
                format!(
                    "for ({number}, {name}) in (0_i64..).zip({over}) {{\n{}}}\n",
                    indented(&body)
                )
            }
            None => format!("for {name} in {over} {{\n{}}}\n", indented(&body)),
        }
    }

    fn for_with_a_break(&mut self, depth: usize) -> String {
        let (name, rounds) = (self.fresh(), 1 + self.random.below(4));
        let body = self.in_one_task(|scribe| {
            scribe.looping(|scribe| {
                scribe.declare(&name, Kind::Int, false);
                let leave = scribe.random.pick(&["break", "continue"]);
                let condition = scribe.condition(1);
                format!("if {condition} {{\n    {leave};\n}}\n") + &scribe.statements(1, depth)
            })
        });
        format!("for {name} in 0_i64..{rounds} {{\n{}}}\n", indented(&body))
    }

    fn counted_loop(&mut self, depth: usize) -> String {
        let (name, rounds) = (self.fresh(), 1 + self.random.below(3));
        let counter = self.declare(&name, Kind::Int, false);
        self.reserve(counter);
        let body = self.in_one_task(|s| s.looping(|s| s.statements(2, depth)));
        let body = format!("{body}{name} += 1;\n");
        if self.random.chance(50) {
            return format!(
                "let mut {name} = 0_i64;\nwhile {name} < {rounds} {{\n{}}}\n",
                indented(&body)
            );
        }
        let body = format!("{body}if {name} >= {rounds} {{\n    break;\n}}\n");
        format!("let mut {name} = 0_i64;\nloop {{\n{}}}\n", indented(&body))
    }
}
