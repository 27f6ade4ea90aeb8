//! The tasks as code: one statement each, in the order written.

use super::ast::{Access, Alias, For, Kind, Node, Out, Shape, Task, Var};
use super::names::Fresh;
use super::scope::Scope;
use super::uses::fill;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};
use std::collections::HashMap;

/// Tuples are implemented up to this length; longer lists are tuples of tuples.
const LONGEST_TUPLE: usize = 12;
/// Values of one task become variables up to this number.
const LONGEST_SPLIT: usize = 8;

/// The whole expansion.
pub(super) fn expand(
    scope: &Scope,
    fresh: &mut Fresh,
    items: &[TokenStream],
    nodes: &[Node],
) -> TokenStream {
    let has_exit = tries(nodes);
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

/// Handles that are bound to new values after they were made.
fn mutable(nodes: &[Node]) -> HashMap<Var, bool> {
    fn collect(nodes: &[Node], found: &mut HashMap<Var, bool>) {
        for node in nodes {
            match node {
                Node::Task(task) => {
                    for (var, access) in &task.access {
                        if matches!(access, Access::Write | Access::Exchange) {
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
            Node::Ready(var, value) => {
                let (graph, handle) = (&self.graph, self.declared(*var));
                quote_spanned!(Span::mixed_site()=> let #handle = #graph.ready(#value);)
            }
            Node::Block { out, nodes, .. } => {
                let body = self.nodes(nodes);
                let braced = quote_spanned!(Span::mixed_site()=> { #body });
                self.bind(out, &braced)
            }
            Node::For(each) => self.each(each),
        }
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
        let back = self.given_back(task);
        let made = self.made(task, &back);
        let code = self.received(task, &back, made);
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

    /// Variables that the task takes or declares, and gives.
    fn given_back(&self, task: &Task) -> Vec<Var> {
        let back = |access: &Access| matches!(access, Access::Exchange | Access::Set);
        let given = task.access.iter().filter(|(_, access)| back(access));
        given.map(|(var, _)| *var).collect()
    }

    /// `graph.task(|| "name", (arguments), |(parameters)| body)`
    fn made(&self, task: &Task, back: &[Var]) -> TokenStream {
        let (mut arguments, mut params) = (Vec::new(), Vec::new());
        let mut copies = TokenStream::new();
        let span = Span::mixed_site();
        for (var, access) in &task.access {
            let (handle, param) = (self.handle(*var), self.param(*var));
            let number = self.scope.of(*var).kind == Kind::Number;
            let (argument, param) = match access {
                Access::Take { mutable } if number => {
                    let mutable = mutable.then(|| quote_spanned!(span=> mut));
                    let name = &self.scope.of(*var).name;
                    let captured = quote_spanned!(span=> ::tembel::__private::captured);
                    (quote!(#captured(#name).arg()), quote!(#mutable #param))
                }
                Access::Read => (quote_spanned!(span=> #handle.read()), quote!(#param)),
                Access::CopyOut => {
                    copies.extend(
                        quote_spanned!(span=> #[allow(unused_mut)] let mut #param = *#param;),
                    );
                    (quote_spanned!(span=> #handle.read()), quote!(#param))
                }
                Access::Write => (quote_spanned!(span=> #handle.write()), quote!(#param)),
                Access::Take { mutable } => {
                    let mutable = mutable.then(|| quote_spanned!(span=> mut));
                    (
                        quote_spanned!(span=> #handle.take()),
                        quote!(#mutable #param),
                    )
                }
                Access::Exchange => (
                    quote_spanned!(span=> #handle.take()),
                    quote_spanned!(span=> mut #param),
                ),
                Access::Set => {
                    let mutable = self
                        .scope
                        .of(*var)
                        .mutable
                        .then(|| quote_spanned!(span=> mut));
                    copies.extend(quote_spanned!(span=> let #mutable #param;));
                    continue;
                }
            };
            arguments.push(argument);
            params.push(param);
        }
        for captured in &task.uses.captured {
            let (name, param) = (&captured.name, &captured.param);
            let how = ours(name.span());
            arguments.push(if captured.by_ref {
                quote_spanned!(how=> ::tembel::__private::by_ref(&#name).arg())
            } else {
                quote_spanned!(how=> ::tembel::__private::captured(#name).arg())
            });
            params.push(quote!(#param));
        }
        let body = self.body(task, back, &copies);
        let (arguments, params) = (
            tuple(arguments, LONGEST_TUPLE),
            tuple(params, LONGEST_TUPLE),
        );
        let name = &task.name;
        let checks = task.uses.panics && !task.uses.tries;
        let maker = if task.uses.tries {
            &self.exit
        } else {
            &self.graph
        };
        let method = match (task.effect, checks) {
            (false, false) => "task",
            (true, false) => "effect",
            (false, true) => "check",
            (true, true) => "effect_check",
        };
        // The user's own span: the task's `file:line:column`.
        let method = Ident::new(method, task.span);
        let list = Group::new(
            Delimiter::Parenthesis,
            quote_spanned!(ours(task.span)=> #name, #arguments, |#params| #body),
        );
        let mut list = list;
        list.set_span(task.span);
        quote_spanned!(span=> #maker.#method #list)
    }

    fn body(&self, task: &Task, back: &[Var], copies: &TokenStream) -> TokenStream {
        let span = ours(task.span);
        let unit = matches!(task.out, Out::Nothing);
        let mut value = self.filled(task, task.body.clone());
        match task.shape {
            Shape::Lending => {
                value = quote_spanned!(span=> ::tembel::__private::lift(#value).now());
            }
            Shape::Call | Shape::Unit => {}
            _ => {}
        }
        let repeated: TokenStream = task
            .uses
            .aliases
            .iter()
            .map(|alias| self.repeated(task, alias))
            .collect();
        let mut before = quote!(#copies #repeated);
        match &task.out {
            Out::Pattern(pattern) => {
                let pat = &pattern.pat;
                let diverge = pattern.diverge.as_ref().map(|diverge| {
                    let diverge = self.filled(task, diverge.clone());
                    quote_spanned!(span=> else #diverge)
                });
                before.extend(quote_spanned!(span=> let #pat = #value #diverge;));
                let names = pattern.vars.iter().map(|var| {
                    let name = self.param(*var);
                    quote!(#name)
                });
                value = joined(names.collect());
            }
            Out::Let(_, Some(ty)) if says_type_inside(task.shape, ty) => {
                before.extend(quote_spanned!(span=> let value: #ty = #value;));
                value = quote_spanned!(span=> value);
            }
            Out::Nothing if task.shape == Shape::Unit => {
                before.extend(value);
                value = TokenStream::new();
            }
            Out::Nothing if task.shape == Shape::Call && back.is_empty() => {}
            Out::Nothing => {
                before.extend(quote_spanned!(span=> #value;));
                value = TokenStream::new();
            }
            _ => {}
        }
        if !back.is_empty() {
            let names = back.iter().map(|var| self.param(*var).into_token_stream());
            let names: Vec<_> = names.collect();
            if unit {
                value = joined(names);
            } else {
                before.extend(quote_spanned!(span=> let value = #value;));
                let value_name = quote_spanned!(span=> value);
                value = joined(std::iter::once(value_name).chain(names).collect());
            }
        }
        if task.uses.tries {
            if value.is_empty() {
                value = quote_spanned!(span=> ());
            }
            value = quote_spanned!(span=> ::core::result::Result::Ok(#value));
        }
        if before.is_empty() && !value.is_empty() {
            value
        } else {
            quote_spanned!(span=> { #before #value })
        }
    }

    /// The alias's own `let`.
    fn repeated(&self, task: &Task, alias: &Alias) -> TokenStream {
        let statement = self.filled(task, alias.statement.clone());
        let span = Span::mixed_site();
        quote_spanned!(span=> #[allow(unused_variables, unused_mut)] #statement)
    }

    fn filled(&self, task: &Task, body: TokenStream) -> TokenStream {
        let accesses: HashMap<Var, Access> = task.access.iter().copied().collect();
        fill(body, &mut |var, span, lent| {
            let mut param = self.param(var);
            param.set_span(span);
            let outside = self.scope.of(var).kind == Kind::Outside;
            if lent {
                let read = !outside && accesses.get(&var) == Some(&Access::Read);
                return read.then(|| quote!(#param));
            }
            let star = quote_spanned!(span=> *);
            Some(match accesses.get(&var) {
                Some(Access::Read | Access::Write) if outside => {
                    in_parens(quote!(#star #star #param), span)
                }
                Some(Access::Read | Access::Write) => in_parens(quote!(#star #param), span),
                _ if outside => in_parens(quote!(#star #param), span),
                _ => quote!(#param),
            })
        })
    }

    /// What the task's results are bound to.
    fn received(&mut self, task: &Task, back: &[Var], made: TokenStream) -> TokenStream {
        let span = ours(task.span);
        let mut targets: Vec<Target> = Vec::new();
        match &task.out {
            Out::Pattern(pattern) => {
                targets.extend(pattern.vars.iter().map(|var| Target::New(*var)));
            }
            Out::Let(var, _) if !back.is_empty() => targets.push(Target::New(*var)),
            Out::Assign(var) if !back.is_empty() => targets.push(Target::Old(*var)),
            Out::Value | Out::Tail if !back.is_empty() => targets.push(Target::Value),
            _ => {}
        }
        targets.extend(back.iter().map(|var| Target::Old(*var)));
        match targets[..] {
            [] if matches!(task.out, Out::Pattern(_)) => quote_spanned!(span=> #made.slot();),
            [] => {
                let value = match task.out {
                    Out::Tail if matches!(task.shape, Shape::Other | Shape::Name) => {
                        quote_spanned!(span=> #made.here())
                    }
                    Out::Tail => quote_spanned!(span=> #made.tail()),
                    _ => quote_spanned!(span=> #made.slot()),
                };
                // The type is said in the task already.
                let out = match &task.out {
                    Out::Let(var, Some(ty)) if says_type_inside(task.shape, ty) => {
                        Out::Let(*var, None)
                    }
                    out => out.clone(),
                };
                self.bind(&out, &value)
            }
            [target] => {
                let value = quote_spanned!(span=> #made.slot());
                self.target(&target, &value)
            }
            _ => self.split(&targets, &made, span),
        }
    }

    fn target(&self, target: &Target, value: &TokenStream) -> TokenStream {
        let span = Span::mixed_site();
        match target {
            Target::New(var) => {
                let handle = self.declared(*var);
                quote_spanned!(span=> let #handle = #value;)
            }
            Target::Old(var) => {
                let handle = self.handle(*var);
                quote_spanned!(span=> #handle = #value;)
            }
            Target::Value => value.clone(),
        }
    }

    /// Several results, or results of results.
    fn split(&mut self, targets: &[Target], made: &TokenStream, span: Span) -> TokenStream {
        if targets.len() > LONGEST_SPLIT {
            let chunks: Vec<_> = targets.chunks(chunk_of(targets.len())).collect();
            let names: Vec<Ident> = chunks.iter().map(|_| self.next_part()).collect();
            let inner = chunks.iter().zip(&names).map(|(chunk, name)| match chunk {
                [one] => self.target(one, &quote!(#name)),
                _ => {
                    let taken = quote_spanned!(span=> #name);
                    self.split_slot(chunk, &taken)
                }
            });
            let inner: TokenStream = inner.collect();
            return quote_spanned!(span=> let (#(#names,)*) = #made.split(); #inner);
        }
        let split = quote_spanned!(span=> #made.split());
        self.bind_all(targets, &split)
    }

    fn split_slot(&self, targets: &[Target], slot: &TokenStream) -> TokenStream {
        let split = quote_spanned!(Span::mixed_site()=> #slot.split());
        self.bind_all(targets, &split)
    }

    fn bind_all(&self, targets: &[Target], split: &TokenStream) -> TokenStream {
        let span = Span::mixed_site();
        let all_new = targets
            .iter()
            .all(|target| matches!(target, Target::New(_)));
        if all_new {
            let names = targets.iter().map(|target| match target {
                Target::New(var) => self.declared(*var),
                _ => TokenStream::new(),
            });
            return quote_spanned!(span=> let (#(#names,)*) = #split;);
        }
        // `(x, i) = …` cannot declare; `let` cannot assign.
        let mut before = TokenStream::new();
        let mut value = TokenStream::new();
        let names: Vec<TokenStream> = targets
            .iter()
            .map(|target| match target {
                Target::New(var) => {
                    let handle = self.handle(*var);
                    let declared = self.declared(*var);
                    before.extend(quote_spanned!(span=> let #declared;));
                    quote!(#handle)
                }
                Target::Old(var) => self.handle(*var).into_token_stream(),
                Target::Value => {
                    before.extend(quote_spanned!(span=> let value;));
                    value = quote_spanned!(span=> value);
                    value.clone()
                }
            })
            .collect();
        quote_spanned!(span=> #before (#(#names,)*) = #split; #value)
    }

    fn next_part(&mut self) -> Ident {
        self.parts += 1;
        Ident::new(&format!("part_{}", self.parts), Span::mixed_site())
    }
}

/// Does the type that the user wrote stand in the task? Only there can a value be coerced to it; the result of a call may
/// be deferred, which only its variable knows.
fn says_type_inside(shape: Shape, ty: &syn::Type) -> bool {
    struct Coerced(bool);
    impl<'ast> syn::visit::Visit<'ast> for Coerced {
        fn visit_type_trait_object(&mut self, _: &'ast syn::TypeTraitObject) {
            self.0 = true;
        }
        fn visit_type_fn_ptr(&mut self, _: &'ast syn::TypeFnPtr) {
            self.0 = true;
        }
        fn visit_type_reference(&mut self, _: &'ast syn::TypeReference) {
            self.0 = true;
        }
    }
    let mut coerced = Coerced(false);
    syn::visit::Visit::visit_type(&mut coerced, ty);
    !matches!(shape, Shape::Call | Shape::Lending) || coerced.0
}

/// Where a part of a result goes.
#[derive(Clone, Copy)]
enum Target {
    New(Var),
    Old(Var),
    Value,
}

fn chunk_of(count: usize) -> usize {
    count.div_ceil(count.div_ceil(LONGEST_SPLIT))
}

/// The value of a task with these results: one alone, a tuple, a tuple of tuples.
fn joined(mut names: Vec<TokenStream>) -> TokenStream {
    if names.len() > LONGEST_SPLIT {
        names = names
            .chunks(chunk_of(names.len()))
            .map(|chunk| match chunk {
                [one] => one.clone(),
                _ => quote_spanned!(Span::mixed_site()=> (#(#chunk,)*)),
            })
            .collect();
    }
    match &names[..] {
        [] => quote_spanned!(Span::mixed_site()=> ()),
        [one] => one.clone(),
        _ => quote_spanned!(Span::mixed_site()=> (#(#names,)*)),
    }
}
