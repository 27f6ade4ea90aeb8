//! Statements, in the order written, become tasks.

use super::ast::{Binding, Branch, For, Kind, Node, Out, Shape, Task, Var};
use super::control;
use super::hoist::{self, Hoisted};
use super::names::{self, Fresh};
use super::scope::Scope;
use super::uses;
use proc_macro2::TokenStream;
use quote::ToTokens as _;
use std::collections::{HashMap, HashSet};
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;
use syn::{Attribute, Expr, Pat, PatIdent, Stmt};

pub(super) struct Lower {
    pub(super) scope: Scope,
    pub(super) fresh: Fresh,
    /// Items and `use`: they go before everything else.
    pub(super) items: Vec<TokenStream>,
    /// Declared, but not set so far.
    pub(super) unset: HashSet<Var>,
}

impl Lower {
    /// The whole block.
    pub(super) fn lower(&mut self, stmts: Vec<Stmt>) -> Vec<Node> {
        self.scope.enter();
        let mut nodes = Vec::new();
        self.import(&stmts, &mut nodes);
        nodes.extend(self.stmts(stmts, &Out::Tail));
        self.scope.leave();
        nodes
    }

    /// Statements of one pair of braces; `out` says what becomes of their value.
    pub(super) fn stmts(&mut self, stmts: Vec<Stmt>, out: &Out) -> Vec<Node> {
        let mut nodes = Vec::new();
        let count = stmts.len();
        for (number, stmt) in stmts.into_iter().enumerate() {
            let is_last = number + 1 == count;
            match stmt {
                Stmt::Local(local) => self.local(local, &mut nodes),
                Stmt::Item(item) => self.items.push(item.into_token_stream()),
                Stmt::Expr(expr, None) if is_last => {
                    self.expr(Vec::new(), expr, out.clone(), &mut nodes);
                }
                Stmt::Expr(expr, _) => self.expr(Vec::new(), expr, Out::Nothing, &mut nodes),
                Stmt::Macro(mac) => {
                    let out = if is_last && mac.semi_token.is_none() {
                        out.clone()
                    } else {
                        Out::Nothing
                    };
                    let expr = Expr::Macro(syn::ExprMacro {
                        attrs: Vec::new(),
                        mac: mac.mac,
                    });
                    self.expr(mac.attrs, expr, out, &mut nodes);
                }
            }
        }
        nodes
    }

    /// The variables of a pattern, which binds the names that they have in the expansion.
    pub(super) fn declare(&mut self, pat: &mut Pat, kind: Kind) -> Vec<Var> {
        let mut renamed = HashMap::new();
        let declare = |name: PatIdent| {
            let mutable = name.mutability.is_some();
            let var = self.scope.declare(&name.ident, mutable, kind);
            let shown = self.scope.of(var).name.clone();
            if shown != name.ident {
                renamed.insert(name.ident.to_string(), shown);
            }
            var
        };
        let vars = names::bound(pat).into_iter().map(declare).collect();
        control::drop_mut(pat);
        names::rename(pat, &renamed);
        vars
    }

    fn expr(&mut self, attrs: Vec<Attribute>, expr: Expr, out: Out, nodes: &mut Vec<Node>) {
        if let Some(block) = control::as_plain_block(&expr) {
            let has_value = matches!(block.stmts.last(), Some(Stmt::Expr(_, None)));
            if has_value || matches!(out, Out::Nothing) {
                self.scope.enter();
                let inner = match out {
                    Out::Nothing | Out::Tail | Out::Later => out.clone(),
                    _ => Out::Value,
                };
                let inner = self.stmts(block.stmts.clone(), &inner);
                self.scope.leave();
                nodes.push(Node::Block { out, nodes: inner });
                return;
            }
        }
        if let Expr::Assign(assign) = &expr
            && let Some(var) = self.whole(&assign.left)
        {
            self.unset.remove(&var);
            self.value(attrs, (*assign.right).clone(), |_| Out::Assign(var), nodes);
            self.unit(&out, nodes);
        } else if let Expr::ForLoop(each) = &expr
            && self.is_known_while_building(each)
        {
            self.each(attrs, each, nodes);
            self.unit(&out, nodes);
        } else if let Some(plan) = self.plan(&expr) {
            if plan.is_whole() {
                let arms = match out {
                    Out::Nothing => Out::Nothing,
                    Out::Tail | Out::Later => Out::Later,
                    _ => Out::Value,
                };
                let branch = self.branch(attrs, plan, &arms, nodes);
                nodes.push(Node::Branch(Box::new(Branch { out, ..branch })));
            } else {
                let branch = self.branch(attrs, plan, &Out::Nothing, nodes);
                nodes.push(Node::Branch(Box::new(branch)));
                self.unit(&out, nodes);
            }
        } else {
            // The block's own value need not be `Send`: it is not handed to another task.
            let splice = !matches!(out, Out::Tail | Out::Later);
            let task = self.hoisted(attrs, expr, splice, nodes);
            nodes.push(with_out(task, out));
        }
    }

    /// A value for the variable that `out` makes once the expression has been looked at.
    pub(super) fn value(
        &mut self,
        attrs: Vec<Attribute>,
        expr: Expr,
        out: impl FnOnce(&mut Self) -> Out,
        nodes: &mut Vec<Node>,
    ) {
        if let Some(plan) = self.plan(&expr)
            && plan.is_whole()
        {
            let branch = self.branch(attrs, plan, &Out::Value, nodes);
            let out = out(self);
            nodes.push(Node::Branch(Box::new(Branch { out, ..branch })));
        } else {
            let mut task = self.hoisted(attrs, expr, true, nodes);
            let out = out(self);
            if let Out::Let(var, _) = out
                && self.scope.of(var).kind == Kind::Slot
            {
                let variable = self.scope.of(var).name.unraw().to_string();
                task.name = if control::says_nothing(&task.name) || task.name == variable {
                    variable
                } else {
                    format!("{variable} = {}", task.name)
                };
            }
            nodes.push(with_out(task, out));
        }
    }

    /// A task of its own for an expression, and the temporary that is its value.
    pub(super) fn taken_out(&mut self, expr: Expr, nodes: &mut Vec<Node>) -> Var {
        let (span, mut made) = (expr.span(), None);
        let out = |this: &mut Self| {
            let var = this.scope.temporary(this.fresh.temporary(span));
            made = Some(var);
            Out::Let(var, None)
        };
        self.value(Vec::new(), expr, out, nodes);
        made.expect("the value was made")
    }

    /// Where a value is wanted of a statement that has none.
    pub(super) fn unit(&mut self, out: &Out, nodes: &mut Vec<Node>) {
        if !matches!(out, Out::Nothing) {
            let unit = syn::parse_quote!(());
            let task = self.task(Vec::new(), unit, Out::Nothing);
            nodes.push(with_out(task, out.clone()));
        }
    }

    /// The variable that is assigned as a whole.
    pub(super) fn whole(&self, left: &Expr) -> Option<Var> {
        let Expr::Path(path) = left else { return None };
        match self.scope.look_up(names::single(path)?)? {
            Binding::Variable(var) if self.scope.of(*var).kind == Kind::Slot => Some(*var),
            _ => None,
        }
    }

    fn is_known_while_building(&mut self, each: &syn::ExprForLoop) -> bool {
        if each.label.is_some() || !control::stays_inside(&each.body) {
            return false;
        }
        let mut iter = (*each.expr).clone();
        let calls = control::calls_functions(&self.scope, &iter);
        let uses = uses::resolve(&mut self.scope, &mut iter);
        uses.variables.is_empty() && uses.aliases.is_empty() && !uses.tries && !calls
    }

    fn each(&mut self, attrs: Vec<Attribute>, each: &syn::ExprForLoop, nodes: &mut Vec<Node>) {
        let kind = if control::is_range(&each.expr) {
            Kind::Number
        } else {
            Kind::Slot
        };
        self.scope.enter();
        let mut pat = (*each.pat).clone();
        let vars = self.declare(&mut pat, kind);
        let body = self.stmts(each.body.stmts.clone(), &Out::Nothing);
        self.scope.leave();
        nodes.push(Node::For(Box::new(For {
            attrs,
            span: each.for_token.span,
            pat,
            iter: each.expr.to_token_stream(),
            vars,
            body,
        })));
    }

    /// The branch in `if … { … } else { … }?` is taken out.
    fn take_out_branch(&mut self, expr: &mut Expr, nodes: &mut Vec<Node>) {
        match expr {
            Expr::Try(tried) => self.take_out_branch(&mut tried.expr, nodes),
            Expr::Paren(inner) => self.take_out_branch(&mut inner.expr, nodes),
            Expr::If(_) | Expr::Match(_) if self.plan(expr).is_some_and(|plan| plan.is_whole()) => {
                let name = self.fresh.placeholder();
                let branch = std::mem::replace(expr, hoist::path_of(&name));
                let var = self.taken_out(branch, nodes);
                self.scope.bind(&name, Some(Binding::Variable(var)));
            }
            _ => {}
        }
    }

    /// A task, after those of the calls that can be taken out of it.
    pub(super) fn hoisted(
        &mut self,
        attrs: Vec<Attribute>,
        mut expr: Expr,
        splice: bool,
        nodes: &mut Vec<Node>,
    ) -> Task {
        self.take_out_branch(&mut expr, nodes);
        let (name, span) = control::name_of(&expr);
        let tried = hoist::is_tried_call(&self.scope, &expr);
        let calls = hoist::take_out(&mut self.scope, &mut self.fresh, &mut expr, splice);
        let spliced = tried && !calls.is_empty() && hoist::is_tried_name(&expr);
        for Hoisted { name, expr } in calls {
            let var = self.taken_out(expr, nodes);
            self.scope.bind(&name, Some(Binding::Variable(var)));
        }
        let task = self.task(attrs, expr, Out::Nothing);
        Task {
            name: if spliced { format!("{name}?") } else { name },
            span,
            ..task
        }
    }

    pub(super) fn task(&mut self, attrs: Vec<Attribute>, mut expr: Expr, out: Out) -> Task {
        let (name, span) = control::name_of(&expr);
        let shape = control::shape_of(&self.scope, &expr);
        let lends = control::lends(&self.scope, &expr);
        let uses = uses::resolve(&mut self.scope, &mut expr);
        if let Expr::Block(block) = &mut expr
            && control::stays_inside(&block.block)
        {
            // It was a name for the task; nothing leaves the block by it.
            block.label = None;
        }
        let shape = if shape == Shape::Call && lends && !uses.variables.is_empty() {
            Shape::Lending
        } else {
            shape
        };
        Task {
            name,
            span,
            attrs,
            body: expr.into_token_stream(),
            uses,
            out,
            shape,
            access: Vec::new(),
            effect: false,
        }
    }
}

pub(super) fn with_out(mut task: Task, out: Out) -> Node {
    if let Out::Let(..) | Out::Value | Out::Tail | Out::Later | Out::Assign(_) | Out::Pattern(_) =
        out
    {
        task.out = out;
    }
    Node::Task(Box::new(task))
}
