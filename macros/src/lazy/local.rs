//! `let`: a variable, a pattern, another name for a place.

use super::alias::is_alias;
use super::ast::{Alias, Binding, Kind, Node, Out, Pattern, Shape, Use};
use super::captured;
use super::control;
use super::imports::{How, is_plain};
use super::lower::{Lower, with_out};
use super::names;
use super::uses;
use quote::{ToTokens as _, quote};
use std::rc::Rc;
use syn::{Attribute, Expr, Local, Pat, PatIdent, Stmt, Type};

impl Lower {
    pub(super) fn local(&mut self, local: Local, nodes: &mut Vec<Node>) {
        let (pat, ty) = match local.pat.clone() {
            Pat::Type(typed) => (*typed.pat, Some(*typed.ty)),
            pat => (pat, None),
        };
        let Some(init) = &local.init else {
            for name in names::bound(&pat) {
                let mutable = name.mutability.is_some();
                let var = self.scope.declare(&name.ident, mutable, Kind::Slot);
                self.unset.insert(var);
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
        let out = |this: &mut Self| {
            let var = this.scope.declare(&name.ident, mutable, Kind::Slot);
            Out::Let(var, ty.map(Rc::new))
        };
        self.value(attrs, expr, out, nodes);
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
}
