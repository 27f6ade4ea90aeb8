//! The tasks as code: one statement each, in the order written.

mod branch;
mod results;
mod sites;
mod task;

use crate::lazy::ast::{Access, Branch, For, Kind, Node, Out, Shape, Task, Var, any_task};
use crate::lazy::imports::How;
use crate::lazy::names::Fresh;
use crate::lazy::scope::Scope;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};
use sites::Sites;
use std::collections::HashSet;

/// Tuples are implemented up to this length; longer lists are tuples of tuples.
const LONGEST_TUPLE: usize = 12;
/// Values of one task become variables up to this number.
const LONGEST_SPLIT: usize = 8;

/// The whole expansion.
pub(crate) fn expand(
    scope: &Scope,
    fresh: &mut Fresh,
    items: &[TokenStream],
    nodes: &[Node],
) -> TokenStream {
    let has_exit = any_task(nodes, &|task| task.uses.tries);
    let touch = |(_, access): &(Var, Access)| *access == Access::Touch;
    let touches = any_task(nodes, &|task| task.access.iter().any(touch)).then(
        || quote_spanned!(Span::mixed_site()=> use ::tembel::__private::hold::TouchOwned as _;),
    );
    let span = Span::mixed_site();
    let out = fresh.named("out");
    let mut expander = Expander {
        scope,
        graph: fresh.named("graph"),
        exit: fresh.named("exit"),
        given: fresh.named("given"),
        sites: Sites::new(fresh.named("__At")),
        handles: Handles::of(nodes),
        fresh,
    };
    let (graph, exit) = (expander.graph.clone(), expander.exit.clone());
    let body = expander.nodes(nodes);
    let tail = (!has_tail(nodes)).then(|| {
        let at = expander.sites.add("()", span);
        quote_spanned!(span=> #graph.unit(#at))
    });
    let sites = expander.sites.declared();
    let exit_let = has_exit.then(|| quote_spanned!(span=> let #exit = #graph.exit();));
    let last = if has_exit { &exit } else { &graph };
    quote_spanned! {span=>
        {
            #(#items)*
            #[allow(unused_imports)]
            use ::tembel::__private::{
                OfDelayed as _, OfOther as _, OfReference as _, RawDelayed as _, RawOther as _,
            };
            #touches
            #sites
            let #graph = ::tembel::__private::Block::new();
            #exit_let
            let #out = { #body #tail };
            #last.finish(#out)
        }
    }
}

fn has_tail(nodes: &[Node]) -> bool {
    match nodes.last() {
        Some(Node::Task(task)) => matches!(task.out, Out::Tail),
        Some(Node::Block { out, .. }) => matches!(out, Out::Tail),
        Some(Node::Branch(branch)) => matches!(branch.out, Out::Tail),
        _ => false,
    }
}

/// What becomes of handles after they were declared.
#[derive(Default)]
struct Handles {
    /// Bound to new values.
    rebound: HashSet<Var>,
    /// Declared without a value, and given one where they were declared.
    set: HashSet<Var>,
}

impl Handles {
    fn of(nodes: &[Node]) -> Self {
        let mut handles = Handles::default();
        handles.nodes(nodes);
        handles
    }

    fn note(&mut self, access: &[(Var, Access)], out: &Out) {
        for (var, access) in access {
            match access {
                Access::Write | Access::Exchange | Access::Touch => {
                    self.rebound.insert(*var);
                }
                Access::Set => drop(self.set.insert(*var)),
                _ => {}
            }
        }
        if let Out::Assign(var) = out {
            self.rebound.insert(*var);
            self.set.insert(*var);
        }
    }

    fn nodes(&mut self, nodes: &[Node]) {
        for node in nodes {
            match node {
                Node::Task(task) => self.note(&task.access, &task.out),
                Node::Block { out, nodes, .. } => {
                    self.note(&[], out);
                    self.nodes(nodes);
                }
                Node::For(each) => self.nodes(&each.body),
                Node::Branch(branch) => self.branch(branch),
                Node::Declare(_) | Node::Ready(..) => {}
            }
        }
    }

    fn branch(&mut self, branch: &Branch) {
        let mut inside = Handles::default();
        for arm in &branch.arms {
            inside.nodes(&arm.nodes);
        }
        self.rebound.extend(inside.rebound);
        let declared = |var: &Var| branch.access_of(*var) != Some(Access::Declare);
        self.set.extend(inside.set.into_iter().filter(declared));
        self.note(&branch.access, &branch.out);
    }
}

/// Our tokens, reported where the user's are.
fn ours(span: Span) -> Span {
    Span::mixed_site().located_at(span)
}

fn in_parens(tokens: TokenStream, span: Span) -> TokenStream {
    let mut group = Group::new(Delimiter::Parenthesis, tokens);
    group.set_span(ours(span));
    group.into_token_stream()
}

/// `(a, b, …)`, nested where it would be too long.
fn tuple(mut parts: Vec<TokenStream>, longest: usize) -> TokenStream {
    while parts.len() > longest {
        parts = parts
            .chunks(longest)
            .map(|chunk| quote_spanned!(Span::mixed_site()=> (#(#chunk,)*)))
            .collect();
    }
    quote_spanned!(Span::mixed_site()=> (#(#parts,)*))
}

struct Expander<'s> {
    scope: &'s Scope,
    graph: Ident,
    exit: Ident,
    /// The value of a branch that gives variables back, too.
    given: Ident,
    sites: Sites,
    handles: Handles,
    fresh: &'s mut Fresh,
}

impl Expander<'_> {
    fn nodes(&mut self, nodes: &[Node]) -> TokenStream {
        nodes.iter().map(|node| self.node(node)).collect()
    }

    fn node(&mut self, node: &Node) -> TokenStream {
        match node {
            Node::Task(task) => self.task(task),
            Node::Declare(var) if !self.handles.set.contains(var) => TokenStream::new(),
            Node::Declare(var) => {
                let handle = self.declared(*var);
                quote_spanned!(Span::mixed_site()=> let #handle;)
            }
            Node::Ready(var, value, how) => self.ready(*var, value, *how),
            Node::Block { out, nodes, .. } => {
                let body = self.nodes(nodes);
                let braced = quote_spanned!(Span::mixed_site()=> { #body });
                self.bind(out, &braced)
            }
            Node::For(each) => self.each(each),
            Node::Branch(branch) => self.branch(branch),
        }
    }

    /// What is there when the block is built.
    fn ready(&self, var: Var, value: &TokenStream, how: How) -> TokenStream {
        let span = ours(self.scope.of(var).name.span());
        let (graph, handle) = (&self.graph, self.declared(var));
        let private = quote_spanned!(span=> ::tembel::__private);
        let outside = quote_spanned!(span=> #private::outside(&#value));
        let value = match how {
            How::Value => quote_spanned!(span=> #graph.ready(#value)),
            How::Changed => quote_spanned!(span=> #graph.ready(&mut #value)),
            How::PartChanged => {
                quote_spanned!(span=> #graph.ready(#outside.changed(#value.tembel_lend())))
            }
            How::ChangedAndMoved { .. } => quote_spanned! {span=>
                #graph.ready(if #outside.stays() {
                    #outside.lent(#value.tembel_lend())
                } else {
                    #outside.moved(#value)
                })
            },
            How::Moved { .. } | How::Named { .. } => {
                quote_spanned!(span=> #private::captured(#value).ready(&#graph))
            }
            How::Touched => quote_spanned!(span=> #outside.touched(&#graph, #value.tembel_touch())),
        };
        if matches!(
            how,
            How::PartChanged | How::ChangedAndMoved { .. } | How::Touched
        ) {
            return quote_spanned!(span=> let #handle = { use #private::hold::*; #value };);
        }
        quote_spanned!(span=> let #handle = #value;)
    }

    /// The handle of a variable: the user's name, apart from what the user can name.
    fn handle(&self, var: Var) -> Ident {
        let mut name = self.scope.of(var).name.clone();
        name.set_span(ours(name.span()));
        name
    }

    /// The variable inside of a task.
    fn param(&self, var: Var) -> Ident {
        self.scope.of(var).name.clone()
    }

    fn declared(&self, var: Var) -> TokenStream {
        let handle = self.handle(var);
        if self.handles.rebound.contains(&var) {
            quote_spanned!(Span::mixed_site()=> mut #handle)
        } else {
            quote!(#handle)
        }
    }

    /// What becomes of a value that is one variable, or none.
    fn bind(&self, out: &Out, value: &TokenStream) -> TokenStream {
        let span = Span::mixed_site();
        match out {
            Out::Let(var, ty) => {
                let handle = self.declared(*var);
                let ty = ty
                    .as_ref()
                    .map(|ty| quote_spanned!(span=> : ::tembel::__private::Slot<'_, '_, #ty>));
                quote_spanned!(span=> let #handle #ty = #value;)
            }
            Out::Assign(var) => {
                let handle = self.handle(*var);
                quote_spanned!(span=> #handle = #value;)
            }
            Out::Nothing | Out::Pattern(_) => quote_spanned!(span=> #value;),
            Out::Value | Out::Tail | Out::Later => value.clone(),
        }
    }

    fn each(&mut self, each: &For) -> TokenStream {
        let For {
            attrs, pat, iter, ..
        } = each;
        let ready = self.bound(&each.vars);
        let body = self.nodes(&each.body);
        quote_spanned!(ours(each.span)=> #(#attrs)* for #pat in #iter { #ready #body })
    }

    /// What a pattern has bound becomes variables of the block.
    fn bound(&self, vars: &[Var]) -> TokenStream {
        let slot = |var: &&Var| self.scope.of(**var).kind == Kind::Slot;
        let ready = vars.iter().filter(slot).map(|var| {
            let (handle, name) = (self.declared(*var), &self.scope.of(*var).name);
            let graph = &self.graph;
            quote_spanned!(Span::mixed_site()=> let #handle = #graph.ready(#name);)
        });
        ready.collect()
    }

    fn task(&mut self, task: &Task) -> TokenStream {
        let attrs = &task.attrs;
        if let Some(same) = self.renamed(task) {
            let bound = self.bind(&task.out, &same);
            return quote!(#(#attrs)* #bound);
        }
        let back = results::given_back(&task.access);
        let made = self.made(task, &back);
        let code = self.received(task, &back, &made);
        quote!(#(#attrs)* #code)
    }

    /// `let y = x;` of a variable that is not used again: the same value under another name.
    fn renamed(&self, task: &Task) -> Option<TokenStream> {
        let [(var, Access::Take { .. })] = task.access[..] else {
            return None;
        };
        let kind = self.scope.of(var).kind;
        let wanted = matches!(
            task.out,
            Out::Let(_, None) | Out::Value | Out::Tail | Out::Assign(_)
        );
        let same = task.shape == Shape::Name && task.uses.aliases.is_empty();
        let slot = matches!(kind, Kind::Slot | Kind::Temporary);
        (same && slot && wanted).then(|| self.handle(var).into_token_stream())
    }
}
