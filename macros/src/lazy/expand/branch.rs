//! A branch: `graph.branch("if", (arguments), |graph, (parameters)| if … { tasks } else { tasks })`.

use super::results::{Target, given_back, joined, targets};
use super::{Expander, LONGEST_TUPLE, ours, tuple};
use crate::lazy::ast::{Access, Arm, Branch, Head, Kind, Looked, Node, Out, Var};
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};

impl Expander<'_> {
    pub(super) fn branch(&mut self, branch: &Branch) -> TokenStream {
        let span = ours(branch.span);
        let back = given_back(&branch.access);
        let has_exit = branch.tries();
        let is_end = matches!(branch.out, Out::Tail);
        let end = is_end.then(|| self.sites.add("end", branch.span));
        let made = self.decided(branch, &back, has_exit);
        let attrs = &branch.attrs;
        let mut targets = targets(&branch.out, &back);
        for target in &mut targets {
            if let Target::Old(var) = *target
                && self.scope.of(var).kind.may_be_copied()
            {
                *target = Target::Lent(var);
            }
        }
        let code = match (&branch.out, &targets[..]) {
            (Out::Tail, _) => {
                let maker = self.maker(has_exit, branch.span);
                quote_spanned!(span=> #maker.end(#end, #made.slot()))
            }
            (out, []) => self.bind(out, &quote_spanned!(span=> #made.slot())),
            (_, [target]) => self.target(target, &quote_spanned!(span=> #made.slot())),
            (_, all) => self.split(all, &made, span),
        };
        quote!(#(#attrs)* #code)
    }

    /// `graph.branch(…)`
    fn decided(&mut self, branch: &Branch, back: &[Var], has_exit: bool) -> TokenStream {
        let span = ours(branch.span);
        let (mut arguments, mut params) = (Vec::new(), Vec::new());
        let mut before = TokenStream::new();
        for (var, access) in &branch.access {
            let handle = self.handle(*var);
            if matches!(access, Access::Set | Access::Declare) {
                let declared = self.declared(*var);
                before.extend(quote_spanned!(span=> let #declared;));
            } else if self.scope.of(*var).kind == Kind::Number {
                let name = &self.scope.of(*var).name;
                arguments.push(quote_spanned!(span=> ::tembel::__private::captured(#name).arg()));
                params.push(quote!(#name));
            } else if *access == Access::Read {
                arguments.push(quote_spanned!(span=> #handle.share()));
                params.push(quote!(#handle));
            } else {
                let lent = *access == Access::Exchange && self.scope.of(*var).kind.may_be_copied();
                arguments.push(if lent {
                    quote_spanned!(span=> #handle.hand())
                } else {
                    quote_spanned!(span=> #handle.take())
                });
                params.push(quote!(#handle));
                if branch.looked_at() != Some(*var) {
                    before.extend(self.taken(*var));
                }
            }
        }
        for name in &branch.moved {
            let how = Span::mixed_site().located_at(name.span());
            arguments.push(quote_spanned!(how=> ::tembel::__private::moved(#name)));
            params.push(name.to_token_stream());
        }
        let at = self.sites.add(branch.head.name(), branch.span);
        let body = self.deciding(branch, back);
        let (arguments, params) = (
            tuple(arguments, LONGEST_TUPLE),
            tuple(params, LONGEST_TUPLE),
        );
        let (graph, exit) = (&self.graph, &self.exit);
        let maker = self.maker(has_exit, branch.span);
        let exit = has_exit.then(|| quote!(#exit,));
        let method = if branch.effect {
            "effect_branch"
        } else {
            "branch"
        };
        let method = Ident::new(method, branch.span);
        let mut list = Group::new(
            Delimiter::Parenthesis,
            quote_spanned!(span=> #at, #arguments, |#graph, #exit #params| { #before #body }),
        );
        list.set_span(branch.span);
        let decided = quote_spanned!(span=> #maker.#method #list);
        // With a `?` in it, it is one that others wait for in any case.
        if !has_exit && branch.any_task(&|task| task.uses.panics) {
            return quote_spanned!(span=> #graph.passed(#at, #decided));
        }
        decided
    }

    /// A value that the branch has taken, as a variable of the block inside.
    fn taken(&self, var: Var) -> TokenStream {
        let (graph, handle, declared) = (&self.graph, self.handle(var), self.declared(var));
        quote_spanned!(Span::mixed_site()=> let #declared = #graph.ready(#handle);)
    }

    /// The `if`, `match` or `for`, and what comes of it.
    fn deciding(&mut self, branch: &Branch, back: &[Var]) -> TokenStream {
        let span = ours(branch.span);
        let control = self.control(branch);
        let graph = self.graph.clone();
        let has_value = !matches!(branch.out, Out::Nothing);
        if back.is_empty() {
            return if has_value {
                control
            } else {
                quote_spanned!(span=> #control #graph.ready(()))
            };
        }
        let given = self.given.clone();
        let mut names: Vec<Ident> = Vec::new();
        let control = if has_value {
            names.push(given.clone());
            quote_spanned!(span=> let #given = #control;)
        } else {
            control
        };
        names.extend(back.iter().map(|var| self.handle(*var)));
        if let [one] = &names[..] {
            return quote_spanned!(span=> #control #one);
        }
        let all = |names: Vec<TokenStream>| tuple(names, LONGEST_TUPLE);
        let taken = names.iter().map(|name| quote_spanned!(span=> #name.take()));
        let taken = all(taken.collect());
        let at = self.sites.add(branch.head.name(), branch.span);
        let names: Vec<_> = names.iter().map(Ident::to_token_stream).collect();
        let (params, values) = (all(names.clone()), joined(&names));
        quote_spanned!(span=>
            #control
            #graph.task(#at, #taken, |#params| #values).slot()
        )
    }

    fn control(&mut self, branch: &Branch) -> TokenStream {
        let span = ours(branch.span);
        let looked_at = match &branch.looked_at {
            Looked::Outside(code) => code.clone(),
            Looked::At(var, at) => self.seen(branch, *var, *at),
        };
        let late = branch.looked_at().filter(|var| {
            let taken = matches!(branch.access_of(*var), Some(Access::Take { .. }));
            let used = branch.arms.iter().any(|arm| uses(&arm.nodes, *var));
            taken && used && self.scope.of(*var).kind == Kind::Slot
        });
        let arms: Vec<TokenStream> = branch.arms.iter().map(|arm| self.arm(arm, late)).collect();
        let pats: Vec<_> = branch.arms.iter().map(|arm| &arm.pat).collect();
        match (branch.head, &arms[..], &pats[..]) {
            (Head::Match, ..) => {
                quote_spanned!(span=> match #looked_at { #(#pats => #arms)* })
            }
            (Head::For, [body], [pat]) => {
                quote_spanned!(span=> for #pat in #looked_at #body)
            }
            (_, [first, rest @ ..], [pat, ..]) => {
                let condition = match pat {
                    Some(pat) => quote_spanned!(span=> let #pat = #looked_at),
                    None => looked_at,
                };
                let other = rest.iter().map(|other| quote_spanned!(span=> else #other));
                quote_spanned!(span=> if #condition #first #(#other)*)
            }
            _ => unreachable!("a branch has arms"),
        }
    }

    /// The variable that is looked at.
    fn seen(&self, branch: &Branch, var: Var, at: Span) -> TokenStream {
        if self.scope.of(var).kind == Kind::Number {
            return self.scope.of(var).name.to_token_stream();
        }
        let handle = self.handle(var);
        match branch.access_of(var) {
            Some(Access::Read) => super::in_parens(quote_spanned!(ours(at)=> *#handle), at),
            _ => handle.to_token_stream(),
        }
    }

    fn arm(&mut self, arm: &Arm, late: Option<Var>) -> TokenStream {
        let late = late.map(|var| self.taken(var));
        let ready = self.bound(&arm.vars);
        let nodes = self.nodes(&arm.nodes);
        let mut body = Group::new(Delimiter::Brace, quote!(#late #ready #nodes));
        body.set_span(ours(arm.span));
        body.to_token_stream()
    }
}

fn uses(nodes: &[Node], var: Var) -> bool {
    nodes.iter().any(|node| match node {
        Node::Task(task) => task.access.iter().any(|(other, _)| *other == var),
        Node::Branch(branch) => branch.access_of(var).is_some(),
        Node::Block { nodes, .. } => uses(nodes, var),
        Node::For(each) => uses(&each.body, var),
        Node::Declare(_) | Node::Ready(..) => false,
    })
}
