//! The tasks as code: one statement each, in the order written.

mod results;
mod task;

use crate::lazy::ast::{Access, For, Kind, Node, Out, Shape, Task, Var};
use crate::lazy::imports::How;
use crate::lazy::names::Fresh;
use crate::lazy::scope::Scope;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};
use std::collections::HashMap;

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
    let has_exit = tries(nodes);
    let touches = touches(nodes).then(
        || quote_spanned!(Span::mixed_site()=> use ::tembel::__private::hold::TouchOwned as _;),
    );
    let span = Span::mixed_site();
    let mut expander = Expander {
        scope,
        graph: fresh.named("graph"),
        exit: fresh.named("exit"),
        mutable: mutable(nodes),
        parts: 0,
    };
    let (graph, exit) = (expander.graph.clone(), expander.exit.clone());
    let body = expander.nodes(nodes);
    let out = fresh.named("out");
    let tail = (!has_tail(nodes)).then(|| quote_spanned!(span=> #graph.unit()));
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
        _ => false,
    }
}

fn tries(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| match node {
        Node::Task(task) => task.uses.tries,
        Node::Block { nodes, .. } => tries(nodes),
        Node::For(each) => tries(&each.body),
        _ => false,
    })
}

fn touches(nodes: &[Node]) -> bool {
    let touch = |(_, access): &(Var, Access)| *access == Access::Touch;
    nodes.iter().any(|node| match node {
        Node::Task(task) => task.access.iter().any(touch),
        Node::Block { nodes, .. } => touches(nodes),
        Node::For(each) => touches(&each.body),
        _ => false,
    })
}

/// Handles that are bound to new values after they were made.
fn mutable(nodes: &[Node]) -> HashMap<Var, bool> {
    fn collect(nodes: &[Node], found: &mut HashMap<Var, bool>) {
        for node in nodes {
            match node {
                Node::Task(task) => {
                    for (var, access) in &task.access {
                        if matches!(access, Access::Write | Access::Exchange | Access::Touch) {
                            found.insert(*var, true);
                        }
                    }
                    if let Out::Assign(var) = task.out {
                        found.insert(var, true);
                    }
                }
                Node::Block { nodes, .. } => collect(nodes, found),
                Node::For(each) => collect(&each.body, found),
                _ => {}
            }
        }
    }
    let mut found = HashMap::new();
    collect(nodes, &mut found);
    found
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
    mutable: HashMap<Var, bool>,
    parts: usize,
}

impl Expander<'_> {
    fn nodes(&mut self, nodes: &[Node]) -> TokenStream {
        nodes.iter().map(|node| self.node(node)).collect()
    }

    fn node(&mut self, node: &Node) -> TokenStream {
        match node {
            Node::Task(task) => self.task(task),
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
        if self.mutable.contains_key(&var) {
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
                    .map(|ty| quote_spanned!(span=> : ::tembel::__private::Slot<'_, #ty>));
                quote_spanned!(span=> let #handle #ty = #value;)
            }
            Out::Assign(var) => {
                let handle = self.handle(*var);
                quote_spanned!(span=> #handle = #value;)
            }
            Out::Nothing | Out::Pattern(_) => quote_spanned!(span=> #value;),
            Out::Value | Out::Tail => value.clone(),
        }
    }

    fn each(&mut self, each: &For) -> TokenStream {
        let For {
            attrs, pat, iter, ..
        } = each;
        let graph = self.graph.clone();
        let ready = each
            .vars
            .iter()
            .filter(|var| self.scope.of(**var).kind == Kind::Slot)
            .map(|var| {
                let (handle, name) = (self.declared(*var), &self.scope.of(*var).name);
                quote_spanned!(Span::mixed_site()=> let #handle = #graph.ready(#name);)
            })
            .collect::<TokenStream>();
        let body = self.nodes(&each.body);
        quote_spanned!(ours(each.span)=> #(#attrs)* for #pat in #iter { #ready #body })
    }

    fn task(&mut self, task: &Task) -> TokenStream {
        let attrs = &task.attrs;
        if let Some(same) = self.renamed(task) {
            let bound = self.bind(&task.out, &same);
            return quote!(#(#attrs)* #bound);
        }
        let back = Self::given_back(task);
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
