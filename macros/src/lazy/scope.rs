//! Which variable a name means.

use super::ast::{Binding, Kind, Var, Variable};
use proc_macro2::Ident;
use quote::format_ident;
use std::collections::{HashMap, HashSet};

/// All variables, and what each name means at this point of the block.
#[derive(Debug, Default)]
pub(super) struct Scope {
    pub(super) variables: Vec<Variable>,
    names: HashMap<String, Vec<Option<Binding>>>,
    /// What was declared in each open block.
    open: Vec<Vec<String>>,
    /// Names that an alias speaks of: it means the variable that had the name then.
    pub(super) aliased: HashSet<String>,
}

impl Scope {
    pub(super) fn enter(&mut self) {
        self.open.push(Vec::new());
    }

    pub(super) fn leave(&mut self) {
        for name in self.open.pop().into_iter().flatten() {
            if let Some(meanings) = self.names.get_mut(&name) {
                meanings.pop();
            }
        }
    }

    /// A new variable, which is known by its name from here on.
    pub(super) fn declare(&mut self, name: &Ident, mutable: bool, kind: Kind) -> Var {
        let var = Var(self.variables.len());
        let shown = if self.aliased.contains(&name.to_string()) {
            format_ident!("{}_{}", name, var.0, span = name.span())
        } else {
            name.clone()
        };
        self.variables.push(Variable {
            name: shown,
            mutable,
            kind,
        });
        self.bind(name, Some(Binding::Variable(var)));
        var
    }

    /// A new variable that only its task knows.
    pub(super) fn temporary(&mut self, name: Ident) -> Var {
        let var = Var(self.variables.len());
        self.variables.push(Variable {
            name,
            mutable: false,
            kind: Kind::Temporary,
        });
        var
    }

    /// From here on the name means this; with `None`, something that is not the block's.
    pub(super) fn bind(&mut self, name: &Ident, binding: Option<Binding>) {
        let name = name.to_string();
        self.names.entry(name.clone()).or_default().push(binding);
        if let Some(open) = self.open.last_mut() {
            open.push(name);
        }
    }

    pub(super) fn look_up(&self, name: &Ident) -> Option<&Binding> {
        self.names.get(&name.to_string())?.last()?.as_ref()
    }

    /// Is it a variable that has another name in the expansion?
    pub(super) fn is_renamed(&self, name: &Ident) -> bool {
        matches!(self.look_up(name), Some(Binding::Variable(var)) if self.of(*var).name != *name)
    }

    /// Is it a name of the block, or hidden by a pattern inside of the statement?
    pub(super) fn knows(&self, name: &Ident) -> bool {
        self.names
            .get(&name.to_string())
            .is_some_and(|meanings| !meanings.is_empty())
    }

    pub(super) fn of(&self, var: Var) -> &Variable {
        &self.variables[var.0]
    }
}
