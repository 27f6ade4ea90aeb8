//! The functions that come out: the user's own with its body, and the one that makes a task of it.

use super::args::Options;
use super::ast::{Access, Function, Outcome, bare};
use super::outer::{self, bound_impls, ours};
use super::{attributes, generics, lifetimes, result};
use proc_macro2::{Delimiter, Group, Literal, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;
use syn::{
    GenericArgument, GenericParam, Ident, LifetimeParam, PathArguments, ReceiverKind, ReturnType,
    Safety, Signature, Type, parse_quote,
};

/// Tuples are implemented up to this length; longer argument lists are tuples of tuples.
const LONGEST_TUPLE: usize = 12;

/// The function as a maker of tasks.
pub(super) fn expand(function: &Function, options: &Options) -> TokenStream {
    let task = task(function, options);
    assemble(function, options, true, &task)
}

/// A refused function: callers find the signature they expect, and the body is still checked.
pub(super) fn fallback(function: &Function, options: &Options) -> TokenStream {
    let never = quote_spanned!(Span::mixed_site()=> ::core::unreachable!());
    assemble(function, options, false, &never)
}

fn assemble(
    function: &Function,
    options: &Options,
    sound: bool,
    work: &TokenStream,
) -> TokenStream {
    let attrs = attributes::outer(function);
    let signature = outer::signature(function, options, sound);
    let (Some(body), None) = (function.body.as_ref().ok(), &function.sig.variadic) else {
        return quote!(#[allow(unused_variables)] #attrs #signature { #work });
    };
    let braced = |code: TokenStream| {
        // Lints about the function, such as `dead_code`, are silent where it does not end in the user's own brace.
        let mut braced = Group::new(Delimiter::Brace, code);
        braced.set_span(body.span());
        braced
    };
    let plain = plain_signature(function, options);
    let quiet = (!sound).then(|| quote!(#[allow(unused_variables, dead_code)]));
    if options.eager.is_some() {
        let work = braced(quote!(#work));
        let (vis, kept) = (&function.vis, attributes::eager(function));
        quote!(#quiet #kept #vis #plain #body #quiet #attrs #signature #work)
    } else if function.associated {
        let work = braced(quote!(#work));
        let kept = attributes::sibling(function);
        quote!(#quiet #kept #plain #body #quiet #attrs #signature #work)
    } else {
        let kept = attributes::inner(function);
        let work = braced(quote!(#quiet #kept #plain #body #work));
        quote!(#quiet #attrs #signature #work)
    }
}

/// The user's signature under another name: a call of the same name in the body makes a task.
fn plain_signature(function: &Function, options: &Options) -> TokenStream {
    let mut sig = function.sig.clone();
    sig.ident = plain_name(function, options);
    if let Outcome::Graph(_) = function.outcome {
        bring_region(function, &mut sig);
    }
    sig.into_token_stream()
}

/// Tasks made in the body live in the region, so the function has to know it, and that its parameters outlive it.
fn bring_region(function: &Function, sig: &mut Signature) {
    let region = &function.region.lifetime;
    for (input, param) in outer::typed(&mut sig.inputs).zip(&function.params) {
        if function.elides_region() && !matches!(param.access, Access::Read(_) | Access::Write(_)) {
            lifetimes::write_out(&mut input.ty, |_| region.clone());
        }
        bound_impls(&mut input.ty, region);
    }
    let travel = generics::travel(function);
    if !travel.is_empty() {
        let predicates = travel
            .into_iter()
            .map(|bound| -> syn::WherePredicate { parse_quote!(#bound) });
        sig.generics
            .make_where_clause()
            .predicates
            .extend(predicates);
    }
    if !function.elides_region() {
        return;
    }
    sig.generics.params.insert(
        0,
        GenericParam::Lifetime(LifetimeParam::new(region.clone())),
    );
    if let Some(syn::FnArg::Receiver(receiver)) = sig.inputs.first_mut()
        && let ReceiverKind::Reference(_, lifetime @ None, _) = &mut receiver.kind
    {
        *lifetime = Some(region.clone());
    }
    if let ReturnType::Type(_, ty) = &mut sig.output {
        let mut result = bare(ty).clone();
        if let Type::Path(path) = &mut result
            && let Some(last) = path.path.segments.last_mut()
            && let PathArguments::AngleBracketed(arguments) = &mut last.arguments
        {
            let elided = arguments
                .args
                .iter_mut()
                .find(|argument| matches!(argument, GenericArgument::Lifetime(_)));
            match elided {
                Some(elided) => *elided = GenericArgument::Lifetime(region.clone()),
                None => arguments
                    .args
                    .insert(0, GenericArgument::Lifetime(region.clone())),
            }
        }
        **ty = result;
    }
}

fn plain_name(function: &Function, options: &Options) -> Ident {
    options.eager.clone().unwrap_or_else(|| {
        let name = &function.sig.ident;
        format_ident!("__{}", name.unraw(), span = ours(name.span()))
    })
}

/// The expression that makes the task.
fn task(function: &Function, options: &Options) -> TokenStream {
    let span = ours(function.sig.ident.span());
    let private = options.private(span);
    let make = match (&function.outcome, options.retries, options.backoff) {
        (Outcome::Value(_), None, _) => quote_spanned!(span=> task),
        (Outcome::Value(_), Some(_), None) => quote_spanned!(span=> task_retried),
        (Outcome::Value(_), Some(_), Some(_)) => quote_spanned!(span=> task_retried_after),
        (Outcome::Graph(_), ..) => quote_spanned!(span=> task_flat),
    };

    let this = Ident::new("this", span);
    let receiver = function.receiver().map(|receiver| {
        let token = &receiver.self_token;
        let value = quote_spanned!(span=> #private::value(#token));
        taken(options, value, token.span())
    });
    let arguments = function.params.iter().map(|param| {
        let (name, span) = (&param.name, ours(param.name.span()));
        let private = options.private(span);
        match param.access {
            Access::Value(_) => {
                let value = quote_spanned!(span=> #private::IntoArg::into_arg(#name));
                taken(options, value, param.written.ty.span())
            }
            Access::Read(_) => quote_spanned!(span=> #private::IntoRef::into_ref(#name)),
            Access::Write(_) => quote_spanned!(span=> #private::IntoMut::into_mut(#name)),
            Access::AsIs(_) => {
                let value = quote_spanned!(span=> #private::value(#name));
                taken(options, value, param.written.ty.span())
            }
        }
    });
    let arguments = tuple(receiver.into_iter().chain(arguments).collect(), span);
    let this = function.receiver().map(|_| &this);
    let names: Vec<_> = this
        .into_iter()
        .chain(function.params.iter().map(|param| &param.name))
        .collect();
    let call = call(function, options, &names);
    let pattern = tuple(names.iter().map(ToTokens::to_token_stream).collect(), span);
    let result = result::argument(function);
    let (info, attempts) = (info(function, options), attempts(options, span));
    quote_spanned! {span=>
        #private::#make #result(
            || #info,
            #attempts
            #arguments,
            |#pattern| #call,
        )
    }
}

/// An argument that the function takes by value. Where there may be several attempts, each of them takes a clone.
fn taken(options: &Options, value: TokenStream, span: Span) -> TokenStream {
    let span = ours(span);
    let private = options.private(span);
    match options.retries {
        Some(_) => quote_spanned!(span=> #private::cloned_for_each_attempt(#value)),
        None => value,
    }
}

/// What is said of all tasks of the function.
fn info(function: &Function, options: &Options) -> TokenStream {
    let span = ours(function.sig.ident.span());
    let private = options.private(span);
    let own_name = function.sig.ident.unraw().to_string();
    let name = options.name.as_ref().map_or(own_name, syn::LitStr::value);
    let light = options.light.then(|| quote_spanned!(span=> .light()));
    let info = quote_spanned!(span=> #private::Info::function(#name) #light);
    let Some(limit) = options.limit else {
        return info;
    };
    let limit = Literal::u32_unsuffixed(limit);
    quote_spanned! {span=> {
        static LIMIT: #private::Limit = #private::Limit::new(#limit);
        #info.limited(&LIMIT)
    }}
}

/// How often it is tried again, and after what pause.
fn attempts(options: &Options, span: Span) -> TokenStream {
    let Some((retries, _)) = options.retries else {
        return TokenStream::new();
    };
    let (private, retries) = (options.private(span), Literal::u32_unsuffixed(retries));
    let pause = options.backoff.map(|(pause, _)| {
        let make = Ident::new(pause.make, span);
        let number = Literal::u64_unsuffixed(pause.number);
        quote_spanned!(span=> #private::Duration::#make(#number),)
    });
    quote_spanned!(span=> #retries, #pause)
}

fn call(function: &Function, options: &Options, names: &[&Ident]) -> TokenStream {
    let span = ours(function.sig.ident.span());
    let plain = plain_name(function, options);
    let path = function.associated.then(|| quote_spanned!(span=> Self::));
    let explicit: Vec<_> = function
        .sig
        .generics
        .params
        .iter()
        .filter_map(|param| match param {
            GenericParam::Type(param) => Some(&param.ident),
            GenericParam::Const(param) => Some(&param.ident),
            GenericParam::Lifetime(_) => None,
        })
        .collect();
    let explicit = (!explicit.is_empty()).then(|| quote_spanned!(span=> ::<#(#explicit),*>));
    let call = quote_spanned!(span=> #path #plain #explicit(#(#names),*));
    match function.sig.safety {
        // The caller of the outer function vouched for it: that one is unsafe too.
        Safety::Unsafe(_) => quote_spanned!(span=> unsafe { #call }),
        _ => call,
    }
}

/// `(a, b, …)`, nested where it would be too long.
fn tuple(mut parts: Vec<TokenStream>, span: Span) -> TokenStream {
    while parts.len() > LONGEST_TUPLE {
        parts = parts
            .chunks(LONGEST_TUPLE)
            .map(|chunk| quote_spanned!(span=> (#(#chunk,)*)))
            .collect();
    }
    quote_spanned!(span=> (#(#parts,)*))
}
