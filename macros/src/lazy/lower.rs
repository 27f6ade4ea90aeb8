//! Statements, in the order written, become tasks.

use super::alias::is_alias;
use super::ast::{Alias, Binding, For, Kind, Node, Out, Pattern, Shape, Task, Use, Var};
use super::captured;
use super::control;
use super::hoist::{self, Hoisted};
use super::imports::{How, is_plain};
use super::names::{self, Fresh};
use super::scope::Scope;
use super::uses;
use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use std::collections::HashMap;
use std::rc::Rc;
use syn::spanned::Spanned as _;
use syn::{Attribute, Expr, Local, Pat, PatIdent, Stmt, Type};

pub(super) struct Lower {
    pub(super) scope: Scope,
    pub(super) fresh: Fresh,
    /// Items and `use`: they go before everything else.
    pub(super) items: Vec<TokenStream>,
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
    fn stmts(&mut self, stmts: Vec<Stmt>, out: &Out) -> Vec<Node> {
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

    fn local(&mut self, local: Local, nodes: &mut Vec<Node>) {
        let (pat, ty) = match local.pat.clone() {
            Pat::Type(typed) => (*typed.pat, Some(*typed.ty)),
            pat => (pat, None),
        };
        let Some(init) = &local.init else {
            for name in names::bound(&pat) {
                let mutable = name.mutability.is_some();
                let var = self.scope.declare(&name.ident, mutable, Kind::Slot);
                nodes.push(Node::Declare(var));
            }
            return;
        };
        if matches!(pat, Pat::Wild(_)) {
            self.ignored(local, nodes);
        } else if let Pat::Ident(name) = &pat
            && ty.is_none()
            && self.borrows_outside(&init.expr)
        {
            let var = self.scope.declare(&name.ident, true, Kind::Slot);
            let value = init.expr.to_token_stream();
            nodes.push(Node::Ready(var, value, How::Value));
        } else if let Pat::Ident(name) = &pat
            && ty.is_none()
            && local.attrs.is_empty()
            && self.renames_outside(name, &init.expr)
        {
            let var = self.scope.declare(&name.ident, false, Kind::Guest);
            let how = How::Moved { receives: false };
            nodes.push(Node::Ready(var, init.expr.to_token_stream(), how));
        } else if is_alias(&init.expr) {
            self.alias(local, &pat);
        } else if let (Pat::Ident(name), None) = (&pat, &init.diverge)
            && is_plain(name)
        {
            let expr = *init.expr.clone();
            self.one(local.attrs, name, ty, expr, nodes);
        } else {
            self.pattern(local, pat, ty, nodes);
        }
    }

    /// `let x = …`
    fn one(
        &mut self,
        attrs: Vec<Attribute>,
        name: &PatIdent,
        ty: Option<Type>,
        expr: Expr,
        nodes: &mut Vec<Node>,
    ) {
        let mutable = name.mutability.is_some();
        if let Some(block) = control::as_plain_block(&expr)
            && matches!(block.stmts.last(), Some(Stmt::Expr(_, None)))
        {
            self.scope.enter();
            let inner = self.stmts(block.stmts.clone(), &Out::Value);
            self.scope.leave();
            let var = self.scope.declare(&name.ident, mutable, Kind::Slot);
            nodes.push(Node::Block {
                out: Out::Let(var, ty.map(Rc::new)),
                nodes: inner,
            });
            return;
        }
        let task = self.hoisted(attrs, expr, true, nodes);
        let var = self.scope.declare(&name.ident, mutable, Kind::Slot);
        nodes.push(with_out(task, Out::Let(var, ty.map(Rc::new))));
    }

    /// `let (a, b) = …`, `let Some(x) = … else { … }`
    fn pattern(&mut self, local: Local, mut pat: Pat, ty: Option<Type>, nodes: &mut Vec<Node>) {
        let Some(init) = local.init else { return };
        let mut task = self.hoisted(local.attrs, *init.expr, false, nodes);
        let diverge = init.diverge.map(|(_, mut diverge)| {
            let more = uses::resolve(&mut self.scope, &mut diverge);
            task.uses.variables.extend(more.variables);
            task.uses.aliases.extend(more.aliases);
            task.uses.captured.extend(more.captured);
            task.uses.tries |= more.tries;
            // What diverges ends the block, in whatever way it does.
            task.uses.panics = true;
            diverge.into_token_stream()
        });
        // The task may have to give back what has the name of a part.
        for (var, how) in &task.uses.variables {
            if matches!(how, Use::Change | Use::Assign) {
                let name = self.scope.of(*var).name.to_string();
                self.scope.aliased.insert(name);
            }
        }
        let vars = self.declare(&mut pat, Kind::Slot);
        let pat = match ty {
            Some(ty) => syn::parse_quote!(#pat: #ty),
            None => pat,
        };
        let pattern = Pattern { pat, vars, diverge };
        nodes.push(with_out(task, Out::Pattern(Rc::new(pattern))));
    }

    /// The variables of a pattern, which binds the names that they have in the expansion.
    fn declare(&mut self, pat: &mut Pat, kind: Kind) -> Vec<Var> {
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

    /// `let _ = …`: a place is left alone, anything else is there for its effects.
    fn ignored(&mut self, local: Local, nodes: &mut Vec<Node>) {
        let Some(mut init) = local.init else { return };
        let mut task = self.hoisted(local.attrs, (*init.expr).clone(), true, nodes);
        let body = std::mem::take(&mut task.body);
        *init.expr = Expr::Verbatim(body);
        let (pat, init) = (&local.pat, &init.expr);
        task.body = quote!(let #pat = #init;);
        task.shape = Shape::Unit;
        nodes.push(Node::Task(Box::new(task)));
    }

    /// `let r = &x.f`, `let f = |…| …`: each task with the name repeats the statement.
    fn alias(&mut self, mut local: Local, pat: &Pat) {
        let Some(init) = &mut local.init else { return };
        let outside = captured::foreign(&mut self.scope, &init.expr).uses;
        let outside = outside.iter().map(|one| one.name.to_string());
        self.scope.aliased.extend(outside);
        let uses = uses::resolve_init(&mut self.scope, init, Use::Value);
        for (var, _) in &uses.variables {
            let name = self.scope.of(*var).name.to_string();
            self.scope.aliased.insert(name);
        }
        let alias = Rc::new(Alias {
            statement: local.to_token_stream(),
            uses,
        });
        for name in names::bound(pat) {
            self.scope
                .bind(&name.ident, Some(Binding::Alias(alias.clone())));
        }
    }

    fn expr(&mut self, attrs: Vec<Attribute>, expr: Expr, out: Out, nodes: &mut Vec<Node>) {
        if let Some(block) = control::as_plain_block(&expr) {
            let has_value = matches!(block.stmts.last(), Some(Stmt::Expr(_, None)));
            if has_value || matches!(out, Out::Nothing) {
                self.scope.enter();
                let inner = match out {
                    Out::Nothing => Out::Nothing,
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
            let task = self.hoisted(attrs, (*assign.right).clone(), true, nodes);
            nodes.push(with_out(task, Out::Assign(var)));
            self.unit(&out, nodes);
        } else if let Expr::ForLoop(each) = &expr
            && self.is_known_while_building(each)
        {
            self.each(attrs, each, nodes);
            self.unit(&out, nodes);
        } else {
            // The block's own value need not be `Send`: it is not handed to another task.
            let splice = !matches!(out, Out::Tail);
            let task = self.hoisted(attrs, expr, splice, nodes);
            nodes.push(with_out(task, out));
        }
    }

    /// Where a value is wanted of a statement that has none.
    fn unit(&mut self, out: &Out, nodes: &mut Vec<Node>) {
        if !matches!(out, Out::Nothing) {
            let unit = syn::parse_quote!(());
            let task = self.task(Vec::new(), unit, Out::Nothing);
            nodes.push(with_out(task, out.clone()));
        }
    }

    /// The variable that is assigned as a whole.
    fn whole(&self, left: &Expr) -> Option<Var> {
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

    /// A task, after those of the calls that can be taken out of it.
    fn hoisted(
        &mut self,
        attrs: Vec<Attribute>,
        mut expr: Expr,
        splice: bool,
        nodes: &mut Vec<Node>,
    ) -> Task {
        let (name, span) = control::name_of(&expr);
        let tried = hoist::is_tried_call(&self.scope, &expr);
        let calls = hoist::take_out(&mut self.scope, &mut self.fresh, &mut expr, splice);
        let spliced = tried && !calls.is_empty() && hoist::is_tried_name(&expr);
        for Hoisted { name, expr } in calls {
            let span = expr.span();
            let task = self.hoisted(Vec::new(), expr, true, nodes);
            let var = Var(self.scope.variables.len());
            let shown = self.fresh.temporary(span);
            self.scope.variables.push(super::ast::Variable {
                name: shown,
                mutable: false,
                kind: Kind::Temporary,
            });
            self.scope.bind(&name, Some(Binding::Variable(var)));
            nodes.push(with_out(task, Out::Let(var, None)));
        }
        let task = self.task(attrs, expr, Out::Nothing);
        Task {
            name: if spliced { format!("{name}?") } else { name },
            span,
            spliced,
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
            spliced: false,
        }
    }
}

pub(super) fn with_out(mut task: Task, out: Out) -> Node {
    if let Out::Let(..) | Out::Value | Out::Tail | Out::Assign(_) | Out::Pattern(_) = out {
        task.out = out;
    }
    Node::Task(Box::new(task))
}
