//! The macros of tembel. Use them through the crate `tembel`, which re-exports them beside the runtime they need.

mod delayed;
mod errors;
mod lazy;

use proc_macro::TokenStream;

/// Turns a function into one that makes a task: a call gives a `Delayed` result, and the body runs when that is computed.
///
/// ```ignore
/// use tembel::delayed;
///
/// #[delayed]
/// fn load(rows: usize) -> Vec<f64> {
///     vec![1.0; rows]
/// }
///
/// #[delayed]
/// fn dot(a: &[f64], b: &[f64]) -> f64 {
///     a.iter().zip(b).map(|(x, y)| x * y).sum()
/// }
///
/// let (a, b) = (load(3), load(3));
/// assert_eq!(dot(&a, &b).compute(), 3.0);
/// ```
///
/// The body stays as it is written, in an inner function; only the signature changes:
///
/// | parameter | takes |
/// |---|---|
/// | `x: T` | a `T`, a `Delayed<T>` (moved), a `&Delayed<T>` (cloned when the task runs) |
/// | `x: &U` | `&B`, `&Delayed<B>`, `Delayed<B>` where `B: Borrow<U>` |
/// | `x: &mut T` | `&mut T`, `&mut Delayed<T>` |
/// | `x: impl Trait` | what it says; it has to be `Send` |
/// | `self`, `&self`, `&mut self` | what it says |
///
/// Type parameters have to be `Send`, and `Sync` where they are read through `&`. A function with type parameters
/// *and* parameters of the kind `&U` or `&mut U` takes one more `_` for each of those in a turbofish: `show::<i64, _>(&x)`.
///
/// # Dynamic graphs
///
/// A function whose declared result is a `Delayed` builds more of the graph when it runs, and its result is flattened:
///
/// ```ignore
/// #[delayed]
/// fn fib(n: u64) -> Delayed<u64> {
///     if n < 2 { Delayed::ready(n) } else { add(fib(n - 1), fib(n - 2)) }
/// }
/// ```
///
/// The tasks made inside may use borrowed data from outside the graph. Such a parameter names its lifetime, the same as the result's, and
/// takes only a plain reference: `fn sum<'a>(xs: &'a [f64]) -> Delayed<'a, f64>`.
///
/// # Options
///
/// - `name = "…"`: how the task is called in drawings and errors; otherwise it is called as the function is;
/// - `eager = ident`: also keeps the plain function, under that name;
/// - `cost = "light"`: the task is cheaper than handing it to another worker (`"heavy"`, the usual, says that it is not);
/// - `crate = path`: where tembel is, if not at `::tembel`.
///
/// # Limits
///
/// The result cannot borrow from an argument, since the task gives its arguments back when it ends. A function cannot be `const`, `async`,
/// `extern` or variadic. In an `impl` block with type parameters of its own, or with `eager`, a function without a
/// receiver has to say `Self` somewhere: that is how the macro knows that it is in an `impl` block. A method of a trait
/// `impl` cannot be delayed; one with a body in the trait itself can. Lifetimes in a parameter's type are written,
/// `Source<'_>` and not `Source`.
#[proc_macro_attribute]
pub fn delayed(options: TokenStream, item: TokenStream) -> TokenStream {
    delayed::delayed(options.into(), item.into()).into()
}

/// A block of plain Rust as one deferred value.
#[proc_macro]
pub fn lazy(block: TokenStream) -> TokenStream {
    lazy::lazy(&block.into()).into()
}
