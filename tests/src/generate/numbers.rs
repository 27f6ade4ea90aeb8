//! Expressions that are numbers or conditions.

use super::scope::{Failure, Kind, Scribe};

impl Scribe {
    /// An `i64` whose type can be seen from the text alone.
    pub(super) fn int(&mut self, depth: usize) -> String {
        if depth == 0 || self.random.chance(30) {
            return self.plain_int();
        }
        let written = match self.random.below(10) {
            0..=3 => Some(self.int_call(depth - 1)),
            4 => Some(self.operation(depth - 1)),
            5 | 6 => self.int_of_a_part(depth - 1),
            7 => self.int_that_writes(depth - 1),
            8 => self.int_or_failure(depth - 1),
            _ => self.int_of_a_construct(depth - 1),
        };
        written.unwrap_or_else(|| self.plain_int())
    }

    /// An `i64` where the type is known: a literal may be just its digits.
    pub(super) fn int_argument(&mut self, depth: usize) -> String {
        if self.random.chance(20) {
            return self.random.below(10).to_string();
        }
        self.int(depth)
    }

    fn plain_int(&mut self) -> String {
        if self.random.chance(80)
            && let Some(variable) = self.readable(Kind::Int)
        {
            return self.name_of(variable);
        }
        if let Some(variable) = self.readable(Kind::IntRef) {
            return format!("(*{})", self.name_of(variable));
        }
        format!("{}_i64", self.random.below(12))
    }

    fn int_call(&mut self, depth: usize) -> String {
        let most = if self.opaque { 8 } else { 12 };
        match self.random.below(most) {
            0 | 1 => self.call("add", &[Self::int_argument, Self::int_argument], depth),
            2 => self.call(
                "mix",
                &[Self::int_argument, Self::int_argument, Self::int_argument],
                depth,
            ),
            3 => self.call("total", &[Self::list_ref], depth),
            4 => self.call("nth", &[Self::list_ref, Self::int_argument], depth),
            5 => self.call("eat", &[Self::list], depth),
            6 => self.call("length", &[Self::text_ref], depth),
            7 if !self.frozen => self.call("melt", &[Self::token], depth),
            8 => self.call("plus", &[Self::int_argument, Self::int_argument], depth),
            9 => self.call("sum", &[Self::list_ref], depth),
            10 if !self.frozen => self.call("close", &[Self::token], depth),
            11 => self.handle().unwrap_or_else(|| self.plain_int()),
            _ => self.call("add", &[Self::int_argument, Self::int_argument], depth),
        }
    }

    fn handle(&mut self) -> Option<String> {
        let variable = self.taken(Kind::Handle)?;
        let handle = self.name_of(variable);
        let other = self.random.below(10);
        Some(format!("add({handle}, {other})"))
    }

    fn operation(&mut self, depth: usize) -> String {
        let left = self.unspliced(|scribe| scribe.int(depth));
        let right = self.int(depth);
        match self.random.below(4) {
            0 => format!("({left} + {right})"),
            1 => format!("({left} - {right})"),
            2 => format!("{left}.wrapping_mul({right})"),
            _ => format!("{left}.max({right})"),
        }
    }

    fn int_of_a_part(&mut self, depth: usize) -> Option<String> {
        let kinds = [
            Kind::Text,
            Kind::List,
            Kind::List,
            Kind::ListRef,
            Kind::Maybe,
            Kind::Pair,
            Kind::Token,
            Kind::Closure,
        ];
        let kind = self.random.pick(&kinds);
        let variable = self.readable(kind)?;
        let name = self.name_of(variable);
        self.borrowing(|scribe| {
            scribe.pin(variable, false);
            Some(match kind {
                Kind::Text => format!("({name}.len() as i64)"),
                Kind::List | Kind::ListRef => scribe.int_of_a_list(&name, depth),
                Kind::Maybe => format!("{name}.unwrap_or({})", scribe.int_argument(depth)),
                Kind::Pair => scribe
                    .random
                    .pick(&["PAIR.0", "total(&PAIR.1)", "(PAIR.1.len() as i64)"])
                    .replace("PAIR", &name),
                Kind::Token => scribe
                    .random
                    .pick(&["IT.value", "value(&IT)", "IT.get()"])
                    .replace("IT", &name),
                _ => format!("{name}({})", scribe.int_argument(depth)),
            })
        })
    }

    fn int_of_a_list(&mut self, list: &str, depth: usize) -> String {
        match self.random.below(5) {
            0 => format!("({list}.len() as i64)"),
            1 => format!("{list}.iter().sum::<i64>()"),
            2 => {
                let by = self.in_a_closure(|scribe| scribe.int(depth.min(1)));
                format!("{list}.iter().map(|one| add(*one, {by})).sum::<i64>()")
            }
            3 => format!("total(&{list}[{list}.len() / 2..])"),
            _ => {
                let index = self.random.below(4);
                format!("{list}.get({index}).copied().unwrap_or(-1)")
            }
        }
    }

    /// A change whose value is used.
    fn int_that_writes(&mut self, depth: usize) -> Option<String> {
        if self.random.chance(50) {
            let variable = self.writable(Kind::Int)?;
            let name = self.name_of(variable);
            let by = self.unspliced(|scribe| scribe.int_argument(depth.min(1)));
            return Some(match self.random.below(2) {
                0 => format!("({{ {name} += {by}; {name} }})"),
                _ => format!("({{ {name} = {by}; {name} }})"),
            });
        }
        let variable = self.writable(Kind::List)?;
        let name = self.name_of(variable);
        self.borrowing(|scribe| {
            scribe.pin(variable, true);
            let forms = if scribe.takes_methods(variable) { 2 } else { 1 };
            Some(match scribe.random.below(forms) {
                0 => format!("grow(&mut {name}, {})", scribe.int_argument(depth)),
                _ => format!("{name}.pop().unwrap_or({})", scribe.random.below(9)),
            })
        })
    }

    fn int_or_failure(&mut self, depth: usize) -> Option<String> {
        if self.frozen {
            return None;
        }
        match self.failure {
            Failure::Never => None,
            Failure::Result if self.random.chance(50) => {
                let text = self.random.pick(&["1", "23", "456", "7", "x", "89"]);
                Some(format!("parse(\"{text}\")?"))
            }
            Failure::Result => Some(format!("positive({})?", self.int_argument(depth))),
            Failure::Option => Some(match self.random.below(3) {
                0 => format!(
                    "first({})?",
                    self.borrowing(|scribe| scribe.list_ref(depth))
                ),
                _ => format!("most({})?", self.int_argument(depth)),
            }),
            Failure::Panic => Some(format!("must({})", self.int_argument(depth))),
        }
    }

    #[expect(clippy::unnecessary_wraps, reason = "as its siblings")]
    fn int_of_a_construct(&mut self, depth: usize) -> Option<String> {
        if self.frozen {
            let condition = self.condition(0);
            let (yes, no) = (self.int(0), self.int(0));
            return Some(format!("(if {condition} {{ {yes} }} else {{ {no} }})"));
        }
        Some(format!("({})", self.construct(Kind::Int, depth)))
    }

    pub(super) fn condition(&mut self, depth: usize) -> String {
        self.unspliced(|scribe| scribe.any_condition(depth))
    }

    fn any_condition(&mut self, depth: usize) -> String {
        match self.random.below(6) {
            0 => format!("{} % 2 == 0", self.int(depth)),
            1 if self.random.chance(50) => match self.readable(Kind::List) {
                Some(variable) => format!("{}.is_empty()", self.name_of(variable)),
                None => "true".to_owned(),
            },
            1 => match self.readable(Kind::Maybe) {
                Some(variable) => format!("{}.is_some()", self.name_of(variable)),
                None => "false".to_owned(),
            },
            2 if depth > 0 => {
                let first = self.condition(0);
                // The other side may not be evaluated.
                let second = self.perhaps(|scribe| scribe.condition(0));
                let operator = self.random.pick(&["&&", "||"]);
                format!("({first}) {operator} ({second})")
            }
            _ => {
                let operator = self.random.pick(&["<", ">", "<=", "!="]);
                let left = self.int(depth);
                format!("{left} {operator} {}", self.int(depth))
            }
        }
    }

    /// A call. What it borrows is borrowed until its last argument is there.
    pub(super) fn call(
        &mut self,
        function: &str,
        arguments: &[fn(&mut Self, usize) -> String],
        depth: usize,
    ) -> String {
        self.borrowing(|scribe| {
            let written: Vec<_> = arguments.iter().map(|write| write(scribe, depth)).collect();
            format!("{function}({})", written.join(", "))
        })
    }
}
