//! Which use of a variable is its last, and so how each task gets at it.

use super::ast::{Access, Branch, Head, Kind, Node, Out, Task, Use, Var};
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
    /// Results of calls that were taken out of statements that are there for their effects.
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
                Node::For(each) => self.rounds(&mut each.body, &each.vars),
                Node::Branch(branch) => self.branch(branch),
            }
        }
    }

    /// What one round of a loop uses is used again by the next.
    fn rounds(&mut self, body: &mut [Node], vars: &[Var]) {
        let after = self.live.clone();
        self.nodes(body);
        for var in vars {
            self.live.remove(var);
        }
        self.live.extend(after);
        let around = self.live.clone();
        self.nodes(body);
        self.live.extend(around);
        for var in vars {
            self.live.remove(var);
        }
    }

    /// Each arm ends where the branch does; the branch gets at a variable as the arm does that does most to it.
    fn branch(&mut self, branch: &mut Branch) {
        let used = branch.out.vars().iter().any(|var| self.live.contains(var));
        for var in branch.out.vars() {
            self.live.remove(var);
        }
        let after = self.live.clone();
        let mut before = HashSet::new();
        if branch.may_pass_by() {
            before.clone_from(&after);
        }
        for arm in &mut branch.arms {
            self.live.clone_from(&after);
            if branch.head == Head::For {
                self.rounds(&mut arm.nodes, &arm.vars);
            } else {
                self.nodes(&mut arm.nodes);
            }
            let outer = self.live.drain().filter(|var| *var < branch.first);
            before.extend(outer);
        }
        self.live = before;
        let mut around = Around::new(branch.first);
        if let Some(var) = branch.looked_at() {
            let number = self.scope.of(var).kind == Kind::Number;
            let last = !self.live.contains(&var);
            around.note(var, if number || last { TAKEN } else { READ });
        }
        for arm in &branch.arms {
            around.nodes(&arm.nodes);
        }
        branch.access = around
            .all
            .into_iter()
            .map(|(var, how)| (var, access_of(how, after.contains(&var))))
            .collect();
        branch.effect = branch.any_task(&|task| task.effect);
        let writes = branch
            .access
            .iter()
            .any(|(_, access)| *access == Access::Exchange);
        let gives = matches!(
            branch.out,
            Out::Value | Out::Tail | Out::Later | Out::Assign(_)
        );
        let for_effects = !used && !gives && !writes;
        for (var, _) in &branch.access {
            self.live.insert(*var);
            if for_effects && self.scope.of(*var).kind == Kind::Temporary {
                self.effects.insert(*var);
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
        let gives = matches!(
            task.out,
            Out::Value | Out::Tail | Out::Later | Out::Assign(_)
        );
        let waits = task.out.vars().iter().any(|var| self.effects.remove(var));
        let writes = task.access.iter().any(|(_, access)| writes(access));
        task.effect = waits || !used && !gives && !writes;
        if task.effect {
            // The calls that were taken out of it belong to the same statement.
            let temporary = |var: &&Var| self.scope.of(**var).kind == Kind::Temporary;
            self.effects.extend(vars.iter().filter(temporary));
        }
        if matches!(task.out, Out::Later) {
            task.access.iter_mut().for_each(|(_, access)| keep(access));
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
        } else if variable.kind == Kind::Guest && (any(Use::Receiver) || any(Use::Value)) {
            // Where it is a `&mut`, a use by value lends it again.
            Access::Touch
        } else if any(Use::IntoClosure) {
            Access::CopyOut
        } else {
            Access::Read
        }
    }
}

/// What is put off until the block's end takes what it looks at: nobody else wants it.
fn keep(access: &mut Access) {
    if *access == Access::Read {
        *access = Access::Take { mutable: false };
    }
}

/// What the arms of a branch do to a variable of the block around it, from the weakest to the strongest.
type Most = u8;
const READ: Most = 0;
const TAKEN: Most = 1;
const CHANGED: Most = 2;

/// The variables of the block around that a branch uses, in the order of their first use.
struct Around {
    first: Var,
    all: Vec<(Var, Most)>,
}

impl Around {
    fn new(first: Var) -> Self {
        Around {
            first,
            all: Vec::new(),
        }
    }

    fn note(&mut self, var: Var, how: Most) {
        if var >= self.first {
            return;
        }
        match self.all.iter_mut().find(|(other, _)| *other == var) {
            Some((_, most)) => *most = how.max(*most),
            None => self.all.push((var, how)),
        }
    }

    fn nodes(&mut self, nodes: &[Node]) {
        for node in nodes {
            match node {
                Node::Task(task) => self.task(&task.access, &task.out),
                Node::Branch(branch) => self.task(&branch.access, &branch.out),
                Node::Block { out, nodes } => {
                    self.nodes(nodes);
                    self.task(&[], out);
                }
                Node::For(each) => self.nodes(&each.body),
                Node::Declare(_) | Node::Ready(..) => {}
            }
        }
    }

    fn task(&mut self, accesses: &[(Var, Access)], out: &Out) {
        for (var, access) in accesses {
            let how = match access {
                Access::Read | Access::CopyOut => READ,
                Access::Take { .. } => TAKEN,
                Access::Write
                | Access::Exchange
                | Access::Touch
                | Access::Set
                | Access::Declare => CHANGED,
            };
            self.note(*var, how);
        }
        if let Out::Assign(var) = out {
            self.note(*var, CHANGED);
        }
    }
}

fn access_of(how: Most, live: bool) -> Access {
    match (how, live) {
        (READ, _) => Access::Read,
        (CHANGED, true) => Access::Exchange,
        _ => Access::Take { mutable: false },
    }
}

fn nodes_that_declare(nodes: &[Node]) -> Vec<Var> {
    let mut vars = Vec::new();
    for node in nodes {
        match node {
            Node::Declare(var) => vars.push(*var),
            Node::Block { nodes, .. } => vars.extend(nodes_that_declare(nodes)),
            Node::For(each) => vars.extend(nodes_that_declare(&each.body)),
            Node::Branch(branch) => {
                let arms = branch.arms.iter();
                vars.extend(arms.flat_map(|arm| nodes_that_declare(&arm.nodes)));
            }
            Node::Task(_) | Node::Ready(..) => {}
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
            Node::Branch(branch) => {
                for arm in &mut branch.arms {
                    let mut inside = set.clone();
                    settle_first_uses(&mut arm.nodes, unset, &mut inside);
                }
                for (var, access) in &mut branch.access {
                    if unset.contains(var) && !set.contains(var) {
                        *access = match access {
                            Access::Exchange => Access::Set,
                            _ => Access::Declare,
                        };
                        if *access == Access::Set {
                            set.insert(*var);
                        }
                    }
                }
                set.extend(branch.out.vars());
            }
            Node::Declare(_) | Node::Ready(..) => {}
        }
    }
}
