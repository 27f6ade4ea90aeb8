//! Expressions that are lists, texts, options, pairs and tokens.

use super::scope::{Kind, Scribe};

impl Scribe {
    /// An expression of a type.
    pub(super) fn value(&mut self, kind: Kind, depth: usize) -> String {
        match kind {
            Kind::Text => self.text(depth),
            Kind::List => self.list(depth),
            Kind::Maybe => self.maybe(depth),
            Kind::Pair => self.pair(depth),
            Kind::Token => self.token(depth),
            _ => self.int(depth),
        }
    }

    pub(super) fn list(&mut self, depth: usize) -> String {
        if self.random.chance(30)
            && let Some(variable) = self.taken(Kind::List)
        {
            return self.name_of(variable);
        }
        if depth == 0 {
            return self.call("load", &[Self::int_argument], 0);
        }
        let depth = depth - 1;
        let most = if self.opaque { 8 } else { 9 };
        match self.random.below(most) {
            0 | 1 => self.call("load", &[Self::int_argument], depth),
            2 => {
                let ints: Vec<_> = (0..=self.random.below(3))
                    .map(|_| self.int(depth))
                    .collect();
                format!("vec![{}]", ints.join(", "))
            }
            3 => self.call("join", &[Self::list, Self::list], depth),
            4 => self.changed_list(depth),
            5 => {
                let by = self.in_a_closure(|scribe| scribe.int(depth.min(1)));
                let rounds = self.random.below(4);
                format!("(0_i64..{rounds}).map(|one| add(one, {by})).collect::<Vec<i64>>()")
            }
            6 if !self.frozen => self.construct(Kind::List, depth),
            7 if !self.frozen => self.construct(Kind::List, depth),
            8 => self.call("stack", &[Self::list, Self::int_argument], depth),
            _ => self.changed_list(depth),
        }
    }

    fn changed_list(&mut self, depth: usize) -> String {
        let Some(variable) = self.readable(Kind::List) else {
            return self.call("load", &[Self::int_argument], depth);
        };
        let name = self.name_of(variable);
        match self.random.below(3) {
            0 => format!("{name}.clone()"),
            1 => format!("{name}.iter().rev().copied().collect::<Vec<_>>()"),
            _ => {
                let limit = self.random.below(6);
                format!("{name}.iter().filter(|one| **one > {limit}).map(|one| one + 1).collect()")
                    .replace("collect()", "collect::<Vec<i64>>()")
            }
        }
    }

    /// A `&Vec<i64>` or `&[i64]` for a call.
    pub(super) fn list_ref(&mut self, depth: usize) -> String {
        if self.random.chance(30)
            && let Some(variable) = self.readable(Kind::ListRef)
        {
            return self.name_of(variable);
        }
        if self.random.chance(85)
            && let Some(variable) = self.readable(Kind::List)
        {
            self.pin(variable, false);
            return format!("&{}", self.name_of(variable));
        }
        if let Some(variable) = self.readable(Kind::Pair) {
            self.pin(variable, false);
            return format!("&{}.1", self.name_of(variable));
        }
        format!("&{}", self.list(depth))
    }

    pub(super) fn text(&mut self, depth: usize) -> String {
        if self.random.chance(30)
            && let Some(variable) = self.taken(Kind::Text)
        {
            return self.name_of(variable);
        }
        if depth == 0 {
            return self
                .random
                .pick(&["\"ab\".to_owned()", "String::from(\"cde\")"])
                .to_owned();
        }
        let depth = depth - 1;
        let most = if self.opaque { 7 } else { 8 };
        match self.random.below(most) {
            0 => self.call("upper", &[Self::text_ref], depth),
            1 => self.call("name", &[Self::int_argument], depth),
            2 => self.call("glue", &[Self::text, Self::text_ref], depth),
            3 | 4 => self.formatted(depth),
            5 => match self.readable(Kind::Text) {
                Some(variable) => {
                    let method = self
                        .random
                        .pick(&["clone()", "trim().to_owned()", "repeat(2)"]);
                    format!("{}.{method}", self.name_of(variable))
                }
                None => "String::new()".to_owned(),
            },
            6 if !self.frozen => self.construct(Kind::Text, depth),
            7 => self.call("spell", &[Self::int_argument], depth),
            _ => self.call("name", &[Self::int_argument], depth),
        }
    }

    fn formatted(&mut self, depth: usize) -> String {
        self.unspliced(|scribe| {
            scribe.borrowing(|scribe| {
                let kinds = [Kind::Int, Kind::Text, Kind::List, Kind::Maybe, Kind::Pair];
                let kind = scribe.random.pick(&kinds);
                let Some(variable) = scribe.readable(kind) else {
                    return format!("format!(\"<{{}}>\", {})", scribe.int(depth));
                };
                scribe.pin(variable, false);
                let name = scribe.name_of(variable);
                match scribe.random.below(3) {
                    0 => format!("format!(\"{{{name}:?}}\")"),
                    1 => format!("format!(\"{{{name}:?}} {{}}\", {})", scribe.int(depth)),
                    _ => format!(
                        "format!(\"{{:?}} {{it:3}}\", {name}, it = {})",
                        scribe.int(depth)
                    ),
                }
            })
        })
    }

    /// A `&str` for a call.
    pub(super) fn text_ref(&mut self, depth: usize) -> String {
        if self.random.chance(75)
            && let Some(variable) = self.readable(Kind::Text)
        {
            self.pin(variable, false);
            return format!("&{}", self.name_of(variable));
        }
        if self.random.chance(30) {
            return "\"lit\"".to_owned();
        }
        format!("&{}", self.text(depth))
    }

    pub(super) fn maybe(&mut self, depth: usize) -> String {
        if let (true, Some(variable)) = (self.random.chance(25), self.readable(Kind::Maybe)) {
            return self.name_of(variable);
        }
        let depth = depth.saturating_sub(1);
        match self.random.below(6) {
            0 => format!("Some({})", self.int(depth)),
            1 => self.call("first", &[Self::list_ref], depth),
            2 => self.call("half", &[Self::int_argument], depth),
            3 => match self.readable(Kind::Maybe) {
                Some(variable) => {
                    let name = self.name_of(variable);
                    let by = self.in_a_closure(|scribe| scribe.int(0));
                    format!("{name}.map(|one| one + {by})")
                }
                None => "None::<i64>".to_owned(),
            },
            4 => match self.writable_by_method(Kind::List) {
                Some(variable) => format!("{}.pop()", self.name_of(variable)),
                None => "parse(\"12\").ok()".to_owned(),
            },
            _ => match self.writable(Kind::Maybe) {
                Some(variable) => format!("{}.take()", self.name_of(variable)),
                None => format!("Some({})", self.int(depth)),
            },
        }
    }

    pub(super) fn pair(&mut self, depth: usize) -> String {
        if self.random.chance(40)
            && let Some(variable) = self.taken(Kind::Pair)
        {
            return self.name_of(variable);
        }
        let depth = depth.saturating_sub(1);
        if self.random.chance(50) {
            let int = self.int(depth);
            return format!("({int}, {})", self.list(depth));
        }
        self.call("pair", &[Self::int_argument], depth)
    }

    pub(super) fn token(&mut self, depth: usize) -> String {
        if self.random.chance(60)
            && let Some(variable) = self.taken(Kind::Token)
        {
            return self.name_of(variable);
        }
        if depth > 0 && self.random.chance(25) {
            return self.call("merge", &[Self::token, Self::token], depth - 1);
        }
        let int = self.int_argument(depth.saturating_sub(1));
        if self.random.chance(30) {
            return format!("Token::new({int}, census)");
        }
        format!("token({int}, census)")
    }
}
