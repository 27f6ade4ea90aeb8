//! A task: `graph.task("name", (arguments), |(parameters)| body)`.

use super::results::{joined, says_type_inside};
use super::{Expander, LONGEST_TUPLE, in_parens, ours, tuple};
use crate::lazy::ast::{Access, Alias, Kind, Out, Shape, Task, Var};
use crate::lazy::fill::fill;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};
use std::collections::HashMap;

impl Expander<'_> {
    /// `graph`, or `exit` where there is a `?`, at the place of the task: what is wrong with its value is reported there.
    pub(super) fn maker(&self, tries: bool, span: Span) -> Ident {
        let mut maker = if tries {
            self.exit.clone()
        } else {
            self.graph.clone()
        };
        maker.set_span(ours(span));
        maker
    }

    /// Is it there for what it changes in place? Then it has no value, and whoever uses what it changed waits for it.
    pub(super) fn only_changes(&self, task: &Task, back: &[Var]) -> bool {
        let written = |(var, access): &(Var, Access)| {
            *access == Access::Write && self.scope.of(*var).kind == Kind::Slot
        };
        matches!(task.out, Out::Nothing)
            && task.shape != Shape::Call
            && back.is_empty()
            && !(task.effect || task.uses.tries || task.uses.panics)
            && task.access.iter().any(written)
    }

    /// Is it given a new value by the task that looks at it?
    fn is_overwritten(&self, task: &Task, var: Var) -> bool {
        matches!(task.out, Out::Assign(out) if out == var) && self.scope.of(var).kind == Kind::Slot
    }

    /// `graph.task("variable = name", (arguments), |(parameters)| body)`
    pub(super) fn made(&mut self, task: &Task, back: &[Var]) -> TokenStream {
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
                Access::Read if self.is_overwritten(task, *var) => {
                    (quote_spanned!(span=> #handle.into_read()), quote!(#param))
                }
                Access::Read => (quote_spanned!(span=> #handle.read()), quote!(#param)),
                Access::Touch => (quote_spanned!(span=> #handle.touch()), quote!(#param)),
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
                Access::Set | Access::Declare => {
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
        let at = self.sites.add(&task.name, task.span);
        let body = self.body(task, back, &copies);
        let (arguments, params) = (
            tuple(arguments, LONGEST_TUPLE),
            tuple(params, LONGEST_TUPLE),
        );
        let checks = task.uses.panics && !task.uses.tries;
        let maker = self.maker(task.uses.tries, task.span);
        let method = match (task.effect, checks) {
            _ if matches!(task.out, Out::Later) => "later",
            (false, false) if self.only_changes(task, back) => "change",
            (false, false) => "task",
            (true, false) => "effect",
            (false, true) => "check",
            (true, true) => "effect_check",
        };
        let method = Ident::new(method, task.span);
        let list = Group::new(
            Delimiter::Parenthesis,
            quote_spanned!(ours(task.span)=> #at, #arguments, |#params| #body),
        );
        let mut list = list;
        list.set_span(task.span);
        quote_spanned!(span=> #maker.#method #list)
    }

    fn body(&self, task: &Task, back: &[Var], copies: &TokenStream) -> TokenStream {
        let span = ours(task.span);
        let unit = matches!(task.out, Out::Nothing);
        let mut value = self.filled(task, task.body.clone());
        // Where the result is not a variable by itself, it cannot be deferred any longer.
        let parts = matches!(task.out, Out::Pattern(_) | Out::Later) || !back.is_empty();
        let opened = task.shape == Shape::Call && parts;
        if task.shape == Shape::Lending || opened {
            value = quote_spanned!(span=> ::tembel::__private::lift(#value).now());
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
                let names = pattern.vars.iter().chain(back);
                let names = names.map(|var| self.param(*var).into_token_stream());
                value = joined(&names.collect::<Vec<_>>());
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
        if !back.is_empty() && !matches!(task.out, Out::Pattern(_)) {
            let names = back.iter().map(|var| self.param(*var).into_token_stream());
            let names: Vec<_> = names.collect();
            if unit {
                value = joined(&names);
            } else {
                before.extend(quote_spanned!(span=> let value = #value;));
                let value_name = quote_spanned!(span=> value);
                let all = std::iter::once(value_name).chain(names);
                value = joined(&all.collect::<Vec<_>>());
            }
        }
        if task.uses.tries {
            if value.is_empty() {
                value = quote_spanned!(span=> ());
            }
            value = match syn::parse2(value.clone()) {
                // `Ok(check(x)?)` would be `check(x)`.
                Ok(syn::Expr::Try(tried)) if before.is_empty() => tried.expr.into_token_stream(),
                _ => quote_spanned!(span=> ::core::result::Result::Ok(#value)),
            };
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
            let outside = matches!(
                self.scope.of(var).kind,
                Kind::Outside { .. } | Kind::Touched
            );
            if lent {
                let read = !outside && accesses.get(&var) == Some(&Access::Read);
                return read.then(|| quote!(#param));
            }
            let star = quote_spanned!(span=> *);
            Some(match accesses.get(&var) {
                Some(Access::Read | Access::Touch | Access::Write) if outside => {
                    in_parens(quote!(#star #star #param), span)
                }
                Some(Access::Read | Access::Touch | Access::Write) => {
                    in_parens(quote!(#star #param), span)
                }
                _ if outside => in_parens(quote!(#star #param), span),
                _ => quote!(#param),
            })
        })
    }
}
