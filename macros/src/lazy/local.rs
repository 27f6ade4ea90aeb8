//! `let`: a variable, a pattern, another name for a place.

use super::alias::is_alias;
use super::ast::{Alias, Binding, Kind, Node, Out, Pattern, Shape, Use, Var};
use super::control;
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
            nodes.push(Node::Ready(var, init.expr.to_token_stream()));
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

    /// `&mut x` of something outside: it can be had once, so it becomes a value of the block.
    fn borrows_outside(&self, expr: &Expr) -> bool {
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
        let declare = |this: &mut Self| {
            let names = names::bound(&pat).into_iter();
            let declared = names.map(|name| {
                let mutable = name.mutability.is_some();
                this.scope.declare(&name.ident, mutable, Kind::Slot)
            });
            declared.collect::<Vec<Var>>()
        };
        let vars = self.beside(task.uses.changed(), declare);
        control::drop_mut(&mut pat);
        control::rename(&mut pat, &vars, &self.scope);
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
        let uses = uses::resolve_init(&mut self.scope, init, Use::Value);
        for (var, _) in &uses.variables {
            let name = self.scope.of(*var).name.to_string();
            self.scope.aliased.insert(name);
        }
        // What comes from outside keeps its name, too.
        names::all(init.expr.to_token_stream(), &mut self.scope.aliased);
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

fn is_plain(name: &PatIdent) -> bool {
    name.by_ref.is_none() && name.subpat.is_none()
}
