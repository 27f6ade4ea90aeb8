//! What a task gives, and the variables that it is bound to.

use super::{Expander, LONGEST_SPLIT, ours};
use crate::lazy::ast::{Access, Out, Shape, Task, Var};
use proc_macro2::{Span, TokenStream};
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

    pub(super) fn target(&mut self, target: &Target, value: &TokenStream) -> TokenStream {
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
            Target::Lent(var) => {
                let (handle, part) = (self.handle(*var), self.fresh.part());
                quote_spanned!(span=> let #part = #value; #handle.put_back(#part);)
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
        let mut value = TokenStream::new();
        let split = quote_spanned!(span=> #made.split());
        let statements = self.take_apart(targets, &split, &mut value);
        quote!(#statements #value)
    }

    /// Binds what a task gives; where that is the value of the block around, says so.
    fn take_apart(
        &mut self,
        targets: &[Target],
        split: &TokenStream,
        value: &mut TokenStream,
    ) -> TokenStream {
        let span = Span::mixed_site();
        let is_old = |target: &Target| matches!(target, Target::Old(_));
        if targets.len() <= LONGEST_SPLIT && targets.iter().all(is_old) {
            let names = targets.iter().map(|target| self.place(*target));
            return quote_spanned!(span=> (#(#names,)*) = #split;);
        }
        // `(x, i) = …` cannot declare; `let` cannot assign. What is declared may hide what the task gets.
        let (mut names, mut after) = (Vec::new(), TokenStream::new());
        // `let b = { b += 1; c };` declares a `b` after the last change of another.
        let mut last = TokenStream::new();
        for chunk in targets.chunks(chunk_of(targets.len())) {
            if let [Target::New(var)] = chunk
                && !self.hides(*var, targets)
            {
                names.push(self.declared(*var));
                continue;
            }
            let part = self.fresh.part();
            names.push(quote!(#part));
            after.extend(match chunk {
                [Target::Value] => {
                    *value = quote!(#part);
                    TokenStream::new()
                }
                [Target::New(var)] => {
                    let handle = self.declared(*var);
                    last.extend(quote_spanned!(span=> let #handle = #part;));
                    TokenStream::new()
                }
                [target] => self.target(target, &quote!(#part)),
                _ => self.take_apart(chunk, &quote_spanned!(span=> #part.split()), value),
            });
        }
        quote_spanned!(span=> let (#(#names,)*) = #split; #after #last)
    }

    /// Has one of these the name of the new variable?
    fn hides(&self, new: Var, targets: &[Target]) -> bool {
        targets.iter().any(|target| match target {
            Target::Old(old) | Target::Lent(old) => self.handle(*old) == self.handle(new),
            Target::New(_) | Target::Value => false,
        })
    }

    fn place(&self, target: Target) -> TokenStream {
        match target {
            Target::New(var) | Target::Old(var) | Target::Lent(var) => {
                self.handle(var).into_token_stream()
            }
            Target::Value => TokenStream::new(),
        }
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

/// Variables that a task or a branch takes or declares, and gives.
pub(super) fn given_back(all: &[(Var, Access)]) -> Vec<Var> {
    let back = |access: &Access| matches!(access, Access::Exchange | Access::Set);
    let given = all.iter().filter(|(_, access)| back(access));
    given.map(|(var, _)| *var).collect()
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
    /// A variable that was handed to a branch.
    Lent(Var),
    Value,
}

/// How many results go into one part.
fn chunk_of(count: usize) -> usize {
    match count {
        0..=LONGEST_SPLIT => 1,
        _ if count <= LONGEST_SPLIT * LONGEST_SPLIT => {
            count.div_ceil(count.div_ceil(LONGEST_SPLIT))
        }
        _ => count.div_ceil(LONGEST_SPLIT),
    }
}

/// The value of a task with these results: one alone, a tuple, a tuple of tuples.
pub(super) fn joined(names: &[TokenStream]) -> TokenStream {
    match names {
        [] => quote_spanned!(Span::mixed_site()=> ()),
        [one] => one.clone(),
        _ => {
            let parts = names.chunks(chunk_of(names.len())).map(joined);
            quote_spanned!(Span::mixed_site()=> (#(#parts,)*))
        }
    }
}
