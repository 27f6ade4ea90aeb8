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
/// - `retries = 3`: where the function returns a `Result`, an `Err` is tried again, up to so many times. What the function
///   takes by value has to be `Clone`: each attempt takes a clone;
/// - `backoff = "10ms"`: a pause before the first retry, in `us`, `ms` or `s`, and twice as long before each further one. No
///   worker waits for it. Not with a parameter `&mut T`;
/// - `limit = 2`: at most so many tasks of the function are at work at a time, in all runs together. No worker waits;
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

/// A block of plain Rust as one deferred value: its statements are tasks, which run as parallel as its data allows.
///
/// `lazy! { B }` is a `Delayed` of what the plain block `{ B }` gives, and computing it gives exactly that: the same value, the
/// same first error at a `?`, the same panic. Only the order of side effects that no data orders may differ.
///
/// ```ignore
/// use tembel::lazy;
///
/// fn load(path: &str) -> Result<Vec<f64>, std::num::ParseFloatError> { path.split(',').map(str::parse).collect() }
/// fn mean(xs: &[f64]) -> f64 { xs.iter().sum::<f64>() / xs.len() as f64 }
/// fn shift(xs: &mut [f64], by: f64) { xs.iter_mut().for_each(|x| *x -= by) }
///
/// let report = lazy! {
///     let a = load("1,2,3")?;       // both loads at the same time
///     let mut b = load("4,5")?;
///     let m = mean(&a);             // reads a
///     shift(&mut b, m);             // changes b in place, after the load and after m
///     Ok::<_, std::num::ParseFloatError>((a, b)) // moves a and b: waits for every reader
/// };
/// assert_eq!(report.compute().unwrap().1, [2.0, 3.0]);
/// ```
///
/// # What becomes a task
///
/// Each call of a function by path, `f(a, g(b))` is two; a statement's outermost method call with its receiver chain; what
/// is left of a statement. Operators, literals, fields and constructors (names that begin upper-case) ride along. The
/// arguments of a call and the elements of `vec![…]`, an array, a tuple or a struct are independent of each other.
/// A labelled block, `'name: { … }`, is one task, called `name`: so a task is made coarser.
/// The functions may be plain or [`#[delayed]`](macro@delayed): what those return is spliced in.
///
/// # How a use of a variable is read
///
/// | use | access |
/// |---|---|
/// | `&x`, a comparison, a format macro; where `x` is used again, also a field, a method of an `x` not declared `mut`, a closure | read, beside other readers |
/// | the last use of `x`, unless it is only `&x` | move: after every reader |
/// | `x` by value where `x` is used again | a copy, as in plain Rust |
/// | `&mut x`, `x += …`, `x.f = …`, a method of a `mut x`, where `x` is used again | write: after every reader, before later ones |
/// | `x = …` | a new value: readers of the old one need not finish first |
/// | `let r = &x.f`, `let r = &mut x`, `let f = \|…\| …` | no task: each use of the name is a use of `x` |
///
/// Variables from outside are moved or copied when the block is built where they are arguments, and else captured as a
/// closure would; a captured `Delayed` is an edge. One that the block assigns, or moves and also borrows, becomes a value
/// of the block. Values that travel between tasks are `Send`, and `Sync` where they are read. The block's result need be
/// neither: the thread that computes it makes it.
///
/// # Control flow
///
/// - `for` over data that is there (ranges, captured collections), without `break` or `continue`, is unrolled while the block is built.
/// - `?` on `Result` and `Option`: the first failure in program order is the block's result, and what comes after it and has
///   not started does not start.
/// - A statement that is there for its effects alone waits for every earlier `?`, `assert!` and `panic!`.
/// - Plain nested blocks are part of the block. An `if`, `if let` or `match`, and a `for` over a task's result, are decided when the
///   value is there, and the calls of the arm that is taken are tasks. Where something is only lent to the arms (`match &x`), or no
///   arm calls a function, they are one task; so are `while`, `loop`, and a `for` that is left early.
/// - Every statement runs once. A value that no task uses lives until the block's result is there.
///
/// # Limits
///
/// A statement cannot keep a borrow of another one's value: `let m = v.iter().max().unwrap();` has to clone, or to be part of
/// a labelled block. A variable cannot be moved from in parts by several statements (take it apart by a pattern). A
/// captured `mut` variable that is changed by methods in several statements has to be named first: `let out = &mut out;`.
/// `return`, `.await` and a `break` out of the block are refused.
///
/// The environment variable `TEMBEL_EXPAND` prints what a block becomes while it is compiled: `TEMBEL_EXPAND=main.rs:12` the block in
/// that line, `TEMBEL_EXPAND=12` those in this line of any file, `TEMBEL_EXPAND=main.rs` all of a file, `TEMBEL_EXPAND=all` all.
#[proc_macro]
pub fn lazy(block: TokenStream) -> TokenStream {
    lazy::lazy(&block.into()).into()
}
