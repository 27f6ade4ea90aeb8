//! `if`, `match` and `for` on a task's result: which of them are decided while the block runs, and their arms as tasks.
//!
//! Taken apart is what calls functions in an arm and looks at a value of its own. Everything else is one task: it would
//! cost more taken apart, or lends something of the block to its arms.

use super::ast::{Arm, Binding, Branch, Head, Kind, Looked, Node, Out, Var};
use super::captured;
use super::control;
use super::lower::Lower;
use super::names;
use super::owned;
use super::scope::Scope;
use super::uses;
use proc_macro2::{Ident, Span};
use quote::ToTokens as _;
use syn::spanned::Spanned as _;
use syn::{Attribute, Expr, Pat, Stmt};

/// An arm as written.
struct Written {
    pat: Option<Pat>,
    stmts: Vec<Stmt>,
    span: Span,
}

impl Written {
    fn of(pat: Option<Pat>, body: &Expr) -> Self {
        let stmts = control::body(body);
        let span = end_of(&stmts, body.span());
        Written { pat, stmts, span }
    }
}

/// A branch as written.
pub(super) struct Plan {
    looked_at: Expr,
    arms: Vec<Written>,
    head: Head,
    span: Span,
}

impl Plan {
    /// Does something happen whatever is decided? Then it has a value.
    pub(super) fn is_whole(&self) -> bool {
        match self.head {
            Head::If => self.arms.len() == 2,
            Head::Match => true,
            Head::For => false,
        }
    }

    /// Do the arms say this name?
    fn mentions(&self, name: &Ident) -> bool {
        let mut stmts = self.arms.iter().flat_map(|arm| &arm.stmts);
        stmts.any(|stmt| owned::mentions(stmt, name))
    }
}

impl Lower {
    /// The branch that an expression is, if it is one to be decided while the block runs.
    pub(super) fn plan(&mut self, expr: &Expr) -> Option<Plan> {
        let plan = match expr {
            Expr::Paren(inner) => return self.plan(&inner.expr),
            Expr::If(branch) => plan_if(branch)?,
            Expr::Match(branch) => plan_match(branch)?,
            Expr::ForLoop(each) => plan_for(each)?,
            _ => return None,
        };
        let possible = self.is_decidable(&plan) && self.calls(&plan) && self.sets_alike(&plan);
        possible.then_some(plan)
    }

    fn is_decidable(&mut self, plan: &Plan) -> bool {
        let bool_is_owned = matches!(plan.head, Head::If) && plan.arms[0].pat.is_none();
        let owned = bool_is_owned || owned::is_owned(&mut self.scope, &plan.looked_at);
        let lazily = matches!(plan.head, Head::For) && owned::has_closure(&plan.looked_at);
        owned
            && !lazily
            && !self.is_changed_by_arms(plan)
            && plan.arms.iter().all(|arm| {
                arm.pat
                    .as_ref()
                    .is_none_or(|pat| self.is_plain_pattern(pat))
            })
    }

    /// Is what it matches a variable that its arms may change?
    fn is_changed_by_arms(&self, plan: &Plan) -> bool {
        let Expr::Path(path) = &plan.looked_at else {
            return false;
        };
        let mutable = |name| match self.scope.look_up(name) {
            Some(Binding::Variable(var)) => {
                let variable = self.scope.of(*var);
                variable.mutable || variable.kind.may_be_copied()
            }
            _ => false,
        };
        plan.arms[0].pat.is_some()
            && names::single(path).is_some_and(|name| mutable(name) && plan.mentions(name))
    }

    /// It lends nothing of what is looked at, and its guards look at nothing else of the block.
    fn is_plain_pattern(&mut self, pat: &Pat) -> bool {
        if names::bound(pat).iter().any(|name| name.by_ref.is_some()) {
            return false;
        }
        let Pat::Guard(guarded) = pat else {
            return true;
        };
        self.scope.enter();
        for name in names::bound(&guarded.pat) {
            self.scope.bind(&name.ident, None);
        }
        let uses = uses::resolve(&mut self.scope, &mut guarded.guard.clone());
        self.scope.leave();
        uses.variables.is_empty() && uses.aliases.is_empty() && !uses.tries
    }

    fn calls(&self, plan: &Plan) -> bool {
        let rounds = matches!(plan.head, Head::For);
        let mut stmts = plan.arms.iter().flat_map(|arm| &arm.stmts);
        stmts.any(|stmt| owned::calls(&self.scope, stmt, rounds))
    }

    /// A variable without a value gets one in every arm, or in none.
    fn sets_alike(&self, plan: &Plan) -> bool {
        let mentions = |arm: &Written| {
            self.unset.iter().any(|var| {
                let name = &self.scope.of(*var).name;
                arm.stmts.iter().any(|stmt| owned::mentions(stmt, name))
            })
        };
        if !plan.arms.iter().any(mentions) {
            return true;
        }
        let first = self.sets(&plan.arms[0]);
        plan.is_whole() && !first.is_empty() && plan.arms.iter().all(|arm| self.sets(arm) == first)
    }

    /// The variables without a value that an arm gives one.
    fn sets(&self, arm: &Written) -> Vec<Var> {
        let mut set: Vec<Var> = arm
            .stmts
            .iter()
            .filter_map(|stmt| self.set_by(stmt))
            .collect();
        set.sort_unstable();
        set
    }

    fn set_by(&self, stmt: &Stmt) -> Option<Var> {
        let Stmt::Expr(Expr::Assign(assign), _) = stmt else {
            return None;
        };
        self.whole(&assign.left)
            .filter(|var| self.unset.contains(var))
    }

    /// The branch with its arms as tasks, which make what `out` says; it comes after the tasks of what it looks at.
    pub(super) fn branch(
        &mut self,
        attrs: Vec<Attribute>,
        plan: Plan,
        out: &Out,
        nodes: &mut Vec<Node>,
    ) -> Branch {
        let looked_at = self.looked_at(&plan, nodes);
        let moved = self.moved(&plan, &looked_at);
        let first = Var(self.scope.variables.len());
        let kind = if plan.head == Head::For && control::is_range(&plan.looked_at) {
            Kind::Number
        } else {
            Kind::Slot
        };
        // All arms set the same.
        let set = self.sets(&plan.arms[0]);
        let arms = plan.arms.into_iter();
        let arms = arms.map(|arm| self.arm(arm, kind, out)).collect();
        self.unset.retain(|var| !set.contains(var));
        Branch {
            attrs,
            span: plan.span,
            head: plan.head,
            looked_at,
            arms,
            first,
            out: Out::Nothing,
            moved,
            access: Vec::new(),
            effect: false,
        }
    }

    /// What it uses by value alone of what is outside of the block.
    fn moved(&mut self, plan: &Plan, looked_at: &Looked) -> Vec<Ident> {
        let mut uses = Vec::new();
        let mut look = |scope: &mut Scope, expr: &Expr| {
            uses.extend(captured::foreign(scope, expr).uses);
        };
        if let Looked::Outside(_) = looked_at {
            look(&mut self.scope, &plan.looked_at);
        }
        for arm in &plan.arms {
            self.scope.enter();
            for name in arm.pat.iter().flat_map(names::bound) {
                self.scope.bind(&name.ident, None);
            }
            if let Some(Pat::Guard(guarded)) = &arm.pat {
                look(&mut self.scope, &guarded.guard);
            }
            let stmts = &arm.stmts;
            look(&mut self.scope, &syn::parse_quote!({ #(#stmts)* }));
            self.scope.leave();
        }
        captured::by_value(&uses)
    }

    fn arm(&mut self, arm: Written, kind: Kind, out: &Out) -> Arm {
        self.scope.enter();
        let unset = self.unset.clone();
        let mut pat = arm.pat;
        let vars = match &mut pat {
            Some(pat) => self.declare(pat, kind),
            None => Vec::new(),
        };
        let mut stmts = arm.stmts;
        if !matches!(out, Out::Nothing) {
            control::diverge_as_value(&mut stmts);
        }
        let has_value = control::has_value(&stmts);
        let mut nodes = self.stmts(stmts, out);
        if !has_value {
            self.unit(out, &mut nodes);
        }
        self.unset = unset;
        self.scope.leave();
        Arm {
            span: arm.span,
            pat,
            vars,
            nodes,
        }
    }

    /// What is looked at: a variable, or something from outside as it is written.
    fn looked_at(&mut self, plan: &Plan, nodes: &mut Vec<Node>) -> Looked {
        let expr = &plan.looked_at;
        if let Expr::Path(path) = expr
            && let Some(name) = names::single(path)
        {
            let is_condition = plan.arms[0].pat.is_none();
            match self.scope.look_up(name) {
                // A copy of the `bool`, as the arms may change it.
                Some(Binding::Variable(_)) if is_condition && plan.mentions(name) => {}
                Some(Binding::Variable(var)) if self.scope.of(*var).kind.is_value() => {
                    return Looked::At(*var, name.span());
                }
                None if !self.scope.knows(name) => return Looked::Outside(quote::quote!(#expr)),
                _ => {}
            }
        }
        if let Expr::Lit(_) = expr {
            return Looked::Outside(expr.to_token_stream());
        }
        Looked::At(self.taken_out(expr.clone(), nodes), expr.span())
    }
}

fn plan_if(branch: &syn::ExprIf) -> Option<Plan> {
    let (looked_at, pat) = match &*branch.cond {
        Expr::Let(condition) => (&*condition.expr, Some((*condition.pat).clone())),
        cond if owned::has_let(cond) => return None,
        cond => (cond, None),
    };
    let mut arms = vec![Written {
        pat,
        stmts: branch.then_branch.stmts.clone(),
        span: end_of(&branch.then_branch.stmts, branch.if_token.span),
    }];
    if let Some((_, other)) = &branch.else_branch {
        arms.push(Written::of(None, other));
    }
    Some(Plan {
        looked_at: looked_at.clone(),
        arms,
        head: Head::If,
        span: branch.if_token.span,
    })
}

fn plan_match(branch: &syn::ExprMatch) -> Option<Plan> {
    if branch.arms.is_empty() || branch.arms.iter().any(|arm| !arm.attrs.is_empty()) {
        return None;
    }
    let arms = branch.arms.iter();
    let arms = arms.map(|arm| Written::of(Some(arm.pat.clone()), &arm.body));
    Some(Plan {
        looked_at: (*branch.expr).clone(),
        arms: arms.collect(),
        head: Head::Match,
        span: branch.match_token.span,
    })
}

fn plan_for(each: &syn::ExprForLoop) -> Option<Plan> {
    if each.label.is_some() || !control::stays_inside(&each.body) {
        return None;
    }
    Some(Plan {
        looked_at: (*each.expr).clone(),
        arms: vec![Written {
            pat: Some((*each.pat).clone()),
            stmts: each.body.stmts.clone(),
            span: each.for_token.span,
        }],
        head: Head::For,
        span: each.for_token.span,
    })
}

/// Where an arm's value is: what is wrong with its type is reported there.
fn end_of(stmts: &[Stmt], otherwise: Span) -> Span {
    stmts.last().map_or(otherwise, |last| match last {
        Stmt::Expr(expr, _) => control::name_of(expr).1,
        other => other.span(),
    })
}
