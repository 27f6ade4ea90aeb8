//! Which use of a variable is its last, and so how each task gets at it.

use super::ast::{Access, Kind, Node, Out, Task, Use, Var};
use super::scope::Scope;
use std::collections::HashSet;

/// A task has 16 results at most, of which one is its value and one says that it passed.
const MOST_WRITES: usize = 14;

/// Settles the access of every use, from the last task to the first.
pub(super) fn settle(scope: &Scope, nodes: &mut [Node]) {
    let unset = nodes_that_declare(nodes);
    let mut pass = Pass {
        scope,
        live: HashSet::new(),
        unset: unset.into_iter().collect(),
        effects: HashSet::new(),
    };
    pass.nodes(nodes);
    let mut set = HashSet::new();
    settle_first_uses(nodes, &pass.unset, &mut set);
}

struct Pass<'s> {
    scope: &'s Scope,
    /// What later tasks use.
    live: HashSet<Var>,
    /// Declared without a value.
    unset: HashSet<Var>,
    /// Results that a `?` alone uses, in statements that are there for their effects.
    effects: HashSet<Var>,
}

impl Pass<'_> {
    fn nodes(&mut self, nodes: &mut [Node]) {
        for node in nodes.iter_mut().rev() {
            match node {
                Node::Task(task) => self.task(task),
                Node::Declare(var) | Node::Ready(var, ..) => drop(self.live.remove(var)),
                Node::Block { out, nodes, .. } => {
                    for var in out.vars() {
                        self.live.remove(var);
                    }
                    self.nodes(nodes);
                }
                Node::For(each) => {
                    // What one round uses is used again by the next.
                    let after = self.live.clone();
                    self.nodes(&mut each.body);
                    for var in &each.vars {
                        self.live.remove(var);
                    }
                    self.live.extend(after);
                    let around = self.live.clone();
                    self.nodes(&mut each.body);
                    self.live.extend(around);
                    for var in &each.vars {
                        self.live.remove(var);
                    }
                }
            }
        }
    }

    fn task(&mut self, task: &mut Task) {
        let used = task.out.vars().iter().any(|var| self.live.contains(var));
        for var in task.out.vars() {
            self.live.remove(var);
        }
        let mut vars: Vec<Var> = Vec::new();
        for (var, _) in &task.uses.variables {
            if !vars.contains(var) {
                vars.push(*var);
            }
        }
        task.access = vars
            .iter()
            .map(|&var| {
                let how: Vec<Use> = task
                    .uses
                    .variables
                    .iter()
                    .filter(|(other, _)| *other == var)
                    .map(|(_, one)| *one)
                    .collect();
                (var, self.access(var, &how))
            })
            .collect();
        self.exchange_many(&mut task.access);
        let writes =
            |access: &Access| matches!(access, Access::Write | Access::Exchange | Access::Set);
        let gives = matches!(task.out, Out::Value | Out::Tail | Out::Assign(_));
        let waits = task.out.vars().iter().any(|var| self.effects.remove(var));
        let writes = task.access.iter().any(|(_, access)| writes(access));
        task.effect = waits || !used && !gives && !writes;
        if task.spliced && task.effect {
            self.effects.extend(&vars);
        }
        self.live.extend(vars);
    }

    /// A task changes so many values in place; of more, it takes all and gives them back in tuples.
    fn exchange_many(&self, all: &mut [(Var, Access)]) {
        let exchanged = |(var, access): &&mut (Var, Access)| {
            let taken = matches!(self.scope.of(*var).kind, Kind::Slot | Kind::Outside { .. });
            taken && *access == Access::Write
        };
        if all.iter_mut().filter(exchanged).count() > MOST_WRITES {
            all.iter_mut()
                .filter(exchanged)
                .for_each(|(_, access)| *access = Access::Exchange);
        }
    }

    fn access(&self, var: Var, uses: &[Use]) -> Access {
        let any = |wanted: Use| uses.contains(&wanted);
        let variable = self.scope.of(var);
        let live = self.live.contains(&var);
        let changes = any(Use::Change) || any(Use::Assign);
        match variable.kind {
            Kind::Temporary => return Access::Take { mutable: changes },
            Kind::Number => {
                return Access::Take {
                    mutable: variable.mutable,
                };
            }
            Kind::Touched if any(Use::Receiver) => return Access::Touch,
            Kind::Touched => return Access::Read,
            _ => {}
        }
        let only_looked_at = uses.iter().all(|how| *how == Use::Ref);
        if !live {
            return if only_looked_at {
                Access::Read
            } else {
                Access::Take {
                    mutable: variable.mutable && (changes || any(Use::Named)),
                }
            };
        }
        self.shared(var, &any)
    }

    /// The access of a variable that is used again later.
    fn shared(&self, var: Var, any: &dyn Fn(Use) -> bool) -> Access {
        let variable = self.scope.of(var);
        let changes = any(Use::Change) || any(Use::Assign);
        if variable.kind == Kind::Guest && changes {
            // What it is moved into is not seen again, unless it is copied.
            if any(Use::IntoClosure) {
                Access::CopyOut
            } else {
                Access::Write
            }
        } else if any(Use::Assign)
            || any(Use::Named)
            || any(Use::Change) && (any(Use::Value) || any(Use::IntoClosure))
        {
            Access::Exchange
        } else if any(Use::Change)
            || any(Use::Value) && variable.kind == (Kind::Outside { reference: true })
        {
            Access::Write
        } else if variable.kind == Kind::Guest && any(Use::Receiver) {
            Access::Touch
        } else if any(Use::IntoClosure) {
            Access::CopyOut
        } else {
            Access::Read
        }
    }
}

fn nodes_that_declare(nodes: &[Node]) -> Vec<Var> {
    let mut vars = Vec::new();
    for node in nodes {
        match node {
            Node::Declare(var) => vars.push(*var),
            Node::Block { nodes, .. } => vars.extend(nodes_that_declare(nodes)),
            Node::For(each) => vars.extend(nodes_that_declare(&each.body)),
            _ => {}
        }
    }
    vars
}

/// A variable without a value is set by the first task that has it.
fn settle_first_uses(nodes: &mut [Node], unset: &HashSet<Var>, set: &mut HashSet<Var>) {
    for node in nodes {
        match node {
            Node::Task(task) => {
                for (var, access) in &mut task.access {
                    if unset.contains(var) && set.insert(*var) {
                        *access = Access::Set;
                        task.effect = false;
                    }
                }
                set.extend(task.out.vars());
            }
            Node::Block { out, nodes, .. } => {
                settle_first_uses(nodes, unset, set);
                set.extend(out.vars());
            }
            Node::For(each) => settle_first_uses(&mut each.body, unset, set),
            _ => {}
        }
    }
}
