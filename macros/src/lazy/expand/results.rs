//! What a task gives, and the variables that it is bound to.

use super::{Expander, LONGEST_SPLIT, ours};
use crate::lazy::ast::{Out, Shape, Task, Var};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};

impl Expander<'_> {
    /// What the task's results are bound to.
    pub(super) fn received(
        &mut self,
        task: &Task,
        back: &[Var],
        made: &TokenStream,
    ) -> TokenStream {
        let span = ours(task.span);
        let targets = targets(&task.out, back);
        match targets[..] {
            [] if matches!(task.out, Out::Pattern(_)) => quote_spanned!(span=> #made.slot();),
            [] => {
                let value = match task.out {
                    Out::Later => made.clone(),
                    Out::Tail if matches!(task.shape, Shape::Other | Shape::Name) => {
                        quote_spanned!(span=> #made.here())
                    }
                    Out::Tail => quote_spanned!(span=> #made.tail()),
                    _ if self.only_changes(task, back) => made.clone(),
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
            _ => self.split(&targets, made, span),
        }
    }

    pub(super) fn target(&self, target: &Target, value: &TokenStream) -> TokenStream {
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
    pub(super) fn split(
        &mut self,
        targets: &[Target],
        made: &TokenStream,
        span: Span,
    ) -> TokenStream {
        if targets.len() > LONGEST_SPLIT {
            let chunks: Vec<_> = targets.chunks(chunk_of(targets.len())).collect();
            let names: Vec<Ident> = chunks.iter().map(|_| self.fresh.part()).collect();
            let inner = chunks.iter().zip(&names).map(|(chunk, name)| {
                if let [one] = chunk {
                    self.target(one, &quote!(#name))
                } else {
                    self.split_slot(chunk, &quote!(#name))
                }
            });
            let inner: TokenStream = inner.collect();
            return quote_spanned!(span=> let (#(#names,)*) = #made.split(); #inner);
        }
        let split = quote_spanned!(span=> #made.split());
        self.bind_all(targets, &split)
    }

    fn split_slot(&mut self, targets: &[Target], slot: &TokenStream) -> TokenStream {
        let split = quote_spanned!(Span::mixed_site()=> #slot.split());
        self.bind_all(targets, &split)
    }

    fn bind_all(&mut self, targets: &[Target], split: &TokenStream) -> TokenStream {
        let span = Span::mixed_site();
        let (mut names, mut after) = (Vec::new(), TokenStream::new());
        let mut value = None;
        for target in targets {
            // `let` cannot assign, and what `split` uses may have the name of what is declared.
            names.push(match target {
                Target::New(var) => self.declared(*var),
                Target::Old(var) => {
                    let (handle, part) = (self.handle(*var), self.fresh.part());
                    after.extend(quote_spanned!(span=> #handle = #part;));
                    quote!(#part)
                }
                Target::Value => {
                    let part = self.fresh.part();
                    value = Some(part.clone());
                    quote!(#part)
                }
            });
        }
        let all_old = targets
            .iter()
            .all(|target| matches!(target, Target::Old(_)));
        if all_old {
            let handles = targets.iter().map(|target| match target {
                Target::Old(var) => self.handle(*var).into_token_stream(),
                Target::New(_) | Target::Value => TokenStream::new(),
            });
            return quote_spanned!(span=> (#(#handles,)*) = #split;);
        }
        quote_spanned!(span=> let (#(#names,)*) = #split; #after #value)
    }
}

/// Does the type that the user wrote stand in the task? Only there can a value be coerced to it; the result of a call may
/// be deferred, which only its variable knows.
pub(super) fn says_type_inside(shape: Shape, ty: &syn::Type) -> bool {
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

/// Where the parts of a result go, if it has parts.
pub(super) fn targets(out: &Out, back: &[Var]) -> Vec<Target> {
    let mut targets: Vec<Target> = Vec::new();
    match out {
        Out::Pattern(pattern) => {
            targets.extend(pattern.vars.iter().map(|var| Target::New(*var)));
        }
        Out::Let(var, _) if !back.is_empty() => targets.push(Target::New(*var)),
        Out::Assign(var) if !back.is_empty() => targets.push(Target::Old(*var)),
        Out::Value | Out::Tail if !back.is_empty() => targets.push(Target::Value),
        _ => {}
    }
    targets.extend(back.iter().map(|var| Target::Old(*var)));
    targets
}

/// Where a part of a result goes.
#[derive(Clone, Copy)]
pub(super) enum Target {
    New(Var),
    Old(Var),
    Value,
}

fn chunk_of(count: usize) -> usize {
    count.div_ceil(count.div_ceil(LONGEST_SPLIT))
}

/// The value of a task with these results: one alone, a tuple, a tuple of tuples.
pub(super) fn joined(mut names: Vec<TokenStream>) -> TokenStream {
    if names.len() > LONGEST_SPLIT {
        names = names
            .chunks(chunk_of(names.len()))
            .map(|chunk| {
                if let [one] = chunk {
                    one.clone()
                } else {
                    quote_spanned!(Span::mixed_site()=> (#(#chunk,)*))
                }
            })
            .collect();
    }
    match &names[..] {
        [] => quote_spanned!(Span::mixed_site()=> ()),
        [one] => one.clone(),
        _ => quote_spanned!(Span::mixed_site()=> (#(#names,)*)),
    }
}
