//! Variables from outside that become variables of the block: those that the block changes or moves in one task, and uses
//! in another.

use super::alias::is_alias;
use super::ast::{Kind, Node, Out, Use};
use super::captured::{self, Foreign, Place};
use super::control;
use super::hoist;
use super::lower::{Lower, with_out};
use super::names;
use super::scope::Scope;
use super::uses;
use proc_macro2::Ident;
use quote::ToTokens as _;
use std::collections::HashMap;
use syn::{Expr, PatIdent, Stmt};

/// A variable that has to be imported.
struct Import {
    name: Ident,
    how: How,
}

/// How it becomes a variable of the block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// As it is.
    Value,
    /// Changed for those outside, by way of its own name.
    Changed,
    /// Changed for those outside, by way of its parts: it may be a `&mut` itself.
    PartChanged,
    /// Changed, and used by value too: for those outside if it is `Copy`, and otherwise it is moved into the block.
    ChangedAndMoved { by_name: bool },
    /// Used by value, and borrowed.
    Moved { receives: bool },
    /// The same, in a macro that may want a name.
    Named { receives: bool },
    /// A method is called of it, which may change it if it is a `&mut`.
    Touched,
}

impl Lower {
    /// Makes variables of what the statements have to import.
    pub(super) fn import(&mut self, stmts: &[Stmt], nodes: &mut Vec<Node>) {
        for import in of(stmts) {
            self.import_one(&import, nodes);
        }
    }

    fn import_one(&mut self, import: &Import, nodes: &mut Vec<Node>) {
        let name = &import.name;
        let (mutable, kind) = match import.how {
            How::Named { receives } => {
                let task = self.task(Vec::new(), hoist::path_of(name), Out::Nothing);
                let var = self.scope.declare(name, receives, Kind::Slot);
                nodes.push(with_out(task, Out::Let(var, None)));
                return;
            }
            How::Moved { receives } => (receives, Kind::Guest),
            How::Touched => (false, Kind::Touched),
            How::Value => (false, Kind::Slot),
            How::ChangedAndMoved { by_name: false } => (true, Kind::Outside { reference: true }),
            How::Changed | How::PartChanged | How::ChangedAndMoved { .. } => {
                (true, Kind::Outside { reference: false })
            }
        };
        let var = self.scope.declare(name, mutable, kind);
        nodes.push(Node::Ready(var, name.to_token_stream(), import.how));
    }

    /// `&mut x` of something outside: it can be had once, so it becomes a value of the block.
    pub(super) fn borrows_outside(&self, expr: &Expr) -> bool {
        let Expr::Reference(reference) = expr else {
            return false;
        };
        let mut root = &*reference.expr;
        loop {
            root = match root {
                Expr::Field(field) => &field.base,
                Expr::Index(index) => &index.expr,
                Expr::Unary(unary) => &unary.expr,
                Expr::Path(path) => {
                    let outside = |name| !self.scope.knows(name) && names::is_variable(name);
                    return reference.mutability.is_some()
                        && names::single(path).is_some_and(outside);
                }
                _ => return false,
            }
        }
    }

    /// `let x = y;` of something outside, which may be a `&mut`.
    pub(super) fn renames_outside(&self, to: &PatIdent, expr: &Expr) -> bool {
        let outside = |name| !self.scope.knows(name) && names::is_variable(name) && name != "self";
        matches!(expr, Expr::Path(from) if names::single(from).is_some_and(outside))
            && is_plain(to)
            && to.mutability.is_none()
    }
}

pub(super) fn is_plain(name: &PatIdent) -> bool {
    name.by_ref.is_none() && name.subpat.is_none()
}

/// Finds the imports of a block, in the order of first use.
fn of(stmts: &[Stmt]) -> Vec<Import> {
    let mut scan = Scan::default();
    scan.stmts(stmts);
    let import = |name: Ident| {
        let how = how(&scan.seen[&name.to_string()])?;
        Some(Import { name, how })
    };
    scan.order.into_iter().filter_map(import).collect()
}

/// One use.
struct Seen {
    how: Use,
    place: Place,
    /// The task, as far as statements go.
    task: usize,
    /// There are several such tasks.
    again: bool,
}

fn how(all: &[Seen]) -> Option<How> {
    let any = |holds: &dyn Fn(&Seen) -> bool| all.iter().any(holds);
    let changed = |seen: &Seen| matches!(seen.how, Use::Change | Use::Assign);
    let by_value = |seen: &Seen| matches!(seen.how, Use::Value | Use::IntoClosure);
    let receives = |seen: &Seen| seen.how == Use::Receiver;
    if any(&changed) {
        let by_name = |seen: &Seen| changed(seen) && seen.place != Place::Part;
        let once = matches!(all, [seen] if !seen.again);
        return match (any(&by_value), any(&by_name)) {
            _ if once => None,
            (true, by_name) => Some(How::ChangedAndMoved { by_name }),
            (false, true) => Some(How::Changed),
            (false, false) => Some(How::PartChanged),
        };
    }
    if any(&by_value) {
        let borrowed = any(&|seen| !by_value(seen));
        let receives = any(&receives);
        let named = any(&|seen| seen.how == Use::Named);
        return match (borrowed, named) {
            (false, _) => None,
            (true, false) => Some(How::Moved { receives }),
            (true, true) => Some(How::Named { receives }),
        };
    }
    // Where it is not a `&mut`, this must not make a difference.
    let touches = |seen: &Seen| receives(seen) && seen.place == Place::Itself;
    let clear = |seen: &Seen| seen.place == Place::Itself && seen.how != Use::Named;
    let first = all.iter().find(|seen| touches(seen))?;
    let again = any(&|seen| touches(seen) && (seen.again || seen.task != first.task));
    (again && all.iter().all(clear)).then_some(How::Touched)
}

#[derive(Default)]
struct Scan {
    scope: Scope,
    seen: HashMap<String, Vec<Seen>>,
    order: Vec<Ident>,
    tasks: usize,
    again: bool,
}

impl Scan {
    fn stmts(&mut self, stmts: &[Stmt]) {
        self.scope.enter();
        for stmt in stmts {
            match stmt {
                Stmt::Local(local) => self.local(local),
                Stmt::Item(_) => {}
                Stmt::Expr(expr, _) => self.expr(expr),
                Stmt::Macro(mac) => self.expr(&Expr::Macro(syn::ExprMacro {
                    attrs: Vec::new(),
                    mac: mac.mac.clone(),
                })),
            }
        }
        self.scope.leave();
    }

    fn local(&mut self, local: &syn::Local) {
        if let Some(init) = &local.init {
            let exclusive =
                |expr: &Expr| matches!(expr, Expr::Reference(lent) if lent.mutability.is_some());
            if is_alias(&init.expr) && !exclusive(&init.expr) {
                self.repeated(&init.expr);
            } else {
                self.expr(&init.expr);
            }
            if let Some((_, diverge)) = &init.diverge {
                self.task(diverge);
            }
        }
        self.declare(&local.pat);
    }

    fn expr(&mut self, expr: &Expr) {
        if let Some(block) = control::as_plain_block(expr) {
            self.stmts(&block.stmts);
        } else if let Expr::ForLoop(each) = expr
            && each.label.is_none()
            && control::stays_inside(&each.body)
            && self.is_known_while_building(&each.expr)
        {
            if !control::is_range(&each.expr) {
                self.task(&each.expr);
            }
            let around = std::mem::replace(&mut self.again, true);
            self.scope.enter();
            self.declare(&each.pat);
            self.stmts(&each.body.stmts);
            self.scope.leave();
            self.again = around;
        } else {
            self.decided(expr);
        }
    }

    /// What may be taken apart when the block runs: as if it were.
    fn decided(&mut self, expr: &Expr) {
        match expr {
            Expr::Paren(inner) => self.decided(&inner.expr),
            Expr::Try(inner) => self.decided(&inner.expr),
            Expr::If(branch) => {
                let pat = match &*branch.cond {
                    Expr::Let(condition) => Some(&*condition.pat),
                    _ => None,
                };
                self.task(&branch.cond);
                self.arm(pat, &branch.then_branch.stmts);
                if let Some((_, other)) = &branch.else_branch {
                    self.arm(None, &control::body(other));
                }
            }
            Expr::Match(branch) => {
                self.task(&branch.expr);
                for arm in &branch.arms {
                    self.arm(Some(&arm.pat), &control::body(&arm.body));
                }
            }
            Expr::ForLoop(each) => {
                self.task(&each.expr);
                let around = std::mem::replace(&mut self.again, true);
                self.arm(Some(&each.pat), &each.body.stmts);
                self.again = around;
            }
            _ => self.task(expr),
        }
    }

    fn arm(&mut self, pat: Option<&syn::Pat>, stmts: &[Stmt]) {
        self.scope.enter();
        if let Some(pat) = pat {
            self.declare(pat);
            if let syn::Pat::Guard(guarded) = pat {
                self.task(&guarded.guard);
            }
        }
        self.stmts(stmts);
        self.scope.leave();
    }

    fn is_known_while_building(&mut self, iter: &Expr) -> bool {
        let own = captured::foreign(&mut self.scope, iter).own;
        let tries = uses::resolve(&mut self.scope, &mut iter.clone()).tries;
        !own && !tries && !control::calls_functions(&self.scope, iter)
    }

    fn declare(&mut self, pat: &syn::Pat) {
        for name in names::bound(pat) {
            self.scope.bind(&name.ident, None);
        }
    }

    fn task(&mut self, expr: &Expr) {
        self.tasks += 1;
        self.scope.enter();
        let all = captured::foreign(&mut self.scope, expr).uses;
        self.scope.leave();
        for one in all {
            self.note(one);
        }
    }

    /// A statement that each task with its name repeats.
    fn repeated(&mut self, expr: &Expr) {
        let around = std::mem::replace(&mut self.again, true);
        let all = captured::foreign(&mut self.scope, expr).uses;
        for one in all {
            // As a receiver it may be changed, in tasks that nobody counts here.
            let place = Place::Part;
            self.note(Foreign { place, ..one });
        }
        self.again = around;
    }

    fn note(&mut self, one: Foreign) {
        let Foreign { name, how, place } = one;
        let seen = self.seen.entry(name.to_string()).or_insert_with(|| {
            self.order.push(name);
            Vec::new()
        });
        seen.push(Seen {
            how,
            place,
            task: self.tasks,
            again: self.again,
        });
    }
}
