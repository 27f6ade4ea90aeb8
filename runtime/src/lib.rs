//! Lazy task graphs: put plain Rust into a [`lazy!`] block, or mark functions with [`#[delayed]`](macro@delayed) and call
//! them as usual, and run the calls in parallel, as far as their data allows.
//!
//! ```
//! use tembel::delayed;
//!
//! #[delayed]
//! fn load(rows: u32) -> Vec<f64> {
//!     (1..=rows).map(f64::from).collect()
//! }
//!
//! #[delayed]
//! fn mean(xs: &[f64]) -> f64 {
//!     xs.iter().sum::<f64>() / xs.len() as f64
//! }
//!
//! #[delayed]
//! fn shift(xs: &mut [f64], by: f64) {
//!     xs.iter_mut().for_each(|x| *x -= by);
//! }
//!
//! #[delayed]
//! fn join(mut a: Vec<f64>, b: Vec<f64>) -> Vec<f64> {
//!     a.extend(b);
//!     a
//! }
//!
//! let a = load(2); // nothing runs yet: `a` is a `Delayed<Vec<f64>>`
//! let mut b = load(3); // does not need `a`: both may load at the same time
//! let m = mean(&b); // reads `b`
//! let _ = shift(&mut b, m); // changes `b`, after `mean` has read it
//! let all = join(a, b); // takes `a` and `b`: they are gone, nothing is cloned
//!
//! println!("{}", all.graph()); // five tasks, and who waits for whom
//! assert_eq!(all.compute(), [1.0, 2.0, -1.0, 0.0, 1.0]);
//! ```
//!
//! That is the whole model: **a run gives what the same calls give when they are made at once, in program order.** Only the
//! time at which each call happens is left to the library.
//!
//! # If you want …
//!
//! | you want | see |
//! |---|---|
//! | to make a block of plain Rust lazy | [`lazy!`], and [Blocks](#blocks) |
//! | to make a function lazy | [`#[delayed]`](macro@delayed) |
//! | to make one expression lazy | [`Delayed::new`], [`Delayed::ready`] |
//! | one value | [`Delayed::compute`] |
//! | many values in one run | [`compute`](fn@compute), for any nesting of tuples, arrays, `Vec`s, `Option`s and maps |
//! | many deferred values as one | [`gather`], [`Delayed::zip`] |
//! | the parts of a deferred tuple | [`Delayed::unzip`] |
//! | to go on with a value without a function of its own | [`Delayed::map`] |
//! | to look at a value and keep it | [`Delayed::force`] |
//! | to decide what to do next when a value is there | [`Delayed::and_then`], or a `#[delayed]` function that returns a `Delayed` |
//! | an error in place of a panic | [`Delayed::try_compute`], [`try_compute`] |
//! | to go on without a `Result` to look at | [`Delayed::or_fail`], and [When something fails](#when-something-fails) |
//! | to stop a run | [`CancelToken`], [`ExecutorBuilder::timeout`] |
//! | to try again, or not too many at a time | [`#[delayed(retries, backoff, limit)]`](macro@delayed) |
//! | a number of threads, a pool, or one task after the other | [`Executor`] |
//! | to see the graph | [`Delayed::graph`], [`Delayed::visualize`] |
//! | to know where the time went, and what more workers would bring | [`Profile`], and [Profiling](#is-it-parallel-and-if-not-why) |
//! | to be told what happens in a run | [`Observer`] |
//! | arrays that are larger than memory, or faster than one core | the module [`array`](array/index.html), with the feature `array` |
//! | a loop over a slice in parallel, and nothing more | [rayon](https://docs.rs/rayon), which tembel runs on |
//!
//! # What a `Delayed` is
//!
//! A [`Delayed<'a, T>`](Delayed) stands for a `T` that somebody will own. Use it as you would use the `T`:
//!
//! | you write | what happens to the value | it has to be | [`Access`] |
//! |---|---|---|---|
//! | `f(x)` | it is moved into the task, never cloned | `Send` | `Move` |
//! | `f(&x)`, into a `&T` | the task reads it, beside other readers | `Send + Sync` | `Read` |
//! | `f(&x)`, into a `T` | the task gets its own clone, made when it runs | `Clone + Send + Sync` | `Clone` |
//! | `f(&mut x)`, into a `&mut T` | the task changes it in place, and later uses of `x` see the change | `Send` | `Write` |
//! | `x.clone()` | a handle of its own for a clone | `Clone + Send + Sync` | `Clone` |
//!
//! Plain values fit as well: `f(3)`, `f(&local)`, `f(&mut local)`. A parameter `&[f64]` also takes a handle of a
//! `Vec<f64>`, `&str` one of a `String`, and `Vec<T>` a `Vec` of handles (for a `&[T]`, [`gather`] them first);
//! [`IntoArg`], [`IntoRef`] and [`IntoMut`] say it in full. A literal that may be either needs its type:
//! `f(None::<i64>)`, `f(Vec::<i64>::new())`.
//!
//! A task runs at most once. Its value stays while its handle lives, and is dropped as soon as nothing can use it any more.
//! A task that nothing asked for needs does not run: dropping a handle that no other task uses drops its work. So does
//! `let _ = f(&x)`, while the write of `let _ = f(&mut x)` stays, because later uses of `x` need it.
//!
//! # Who waits for whom
//!
//! A task starts when what it needs is there: no task waits for others that it does not depend on, and no worker waits
//! inside of a task. Two rules order the uses of one value: a read sees the writes that were built before it, and a
//! move or a write waits for the reads that were built before it.
//!
//! The second rule holds within one run. If a reader is *not* in the run, it could read only after the value is gone,
//! so the run is refused before anything has started, with an error of kind [`ErrorKind::Borrowed`] (and
//! [`compute`](Delayed::compute) panics with its text):
//!
//! ```
//! use tembel::{Delayed, ErrorKind, compute, delayed};
//!
//! #[delayed]
//! fn count(words: &[&str]) -> usize {
//!     words.len()
//! }
//!
//! #[delayed]
//! fn concat(words: Vec<&str>) -> String {
//!     words.concat()
//! }
//!
//! let words = Delayed::new(|| vec!["task", "s"]);
//! let n = count(&words);
//! let text = concat(words); // takes what `n` still has to read
//! assert_eq!(text.try_compute().unwrap_err().kind(), ErrorKind::Borrowed);
//!
//! let words = Delayed::new(|| vec!["task", "s"]);
//! let n = count(&words);
//! let text = concat(words);
//! assert_eq!(compute((n, text)), (2, "tasks".to_owned())); // both in one run: `count` first
//! ```
//!
//! Other ways out: drop the reader, give the taker `x.clone()`, or look at the value with [`force`](Delayed::force), which
//! takes nothing. Nothing is ever cloned silently.
//!
//! # Borrowed data
//!
//! `'a` in `Delayed<'a, T>` is the region of what its tasks borrow. Nothing has to be `'static` and nothing needs an
//! `Arc`, since no task runs outside of a `compute`:
//!
//! ```
//! use tembel::{Delayed, compute, delayed};
//!
//! #[delayed]
//! fn longest<'a>(line: &'a str) -> usize {
//!     line.split(' ').map(str::len).max().unwrap_or(0)
//! }
//!
//! fn longest_words(text: &str) -> Vec<Delayed<'_, usize>> {
//!     text.lines().map(longest).collect()
//! }
//!
//! let text = String::from("to be or\nnot to be");
//! assert_eq!(compute(longest_words(&text)), [2, 3]);
//! ```
//!
#![doc = include_str!("guide/blocks.md")]
//! # Graphs that grow while they run
//!
//! Where the next tasks depend on a value, let the task return a `Delayed`. Its tasks join the run; no worker waits
//! for them, and the stack does not grow:
//!
//! ```
//! use tembel::{Delayed, delayed};
//!
//! #[delayed]
//! fn add(x: u64, y: u64) -> u64 {
//!     x + y
//! }
//!
//! #[delayed]
//! fn fib(n: u64) -> Delayed<u64> {
//!     if n < 2 { Delayed::ready(n) } else { add(fib(n - 1), fib(n - 2)) }
//! }
//!
//! assert_eq!(fib(15).compute(), 610);
//! ```
//!
//! # Where it runs
//!
//! `compute` runs on the current rayon pool, and the thread that calls it works too: inside [`rayon::ThreadPool::install`]
//! that is the pool given, elsewhere rayon's global one. It may be called from inside of a task. Rayon's own parallel
//! iterators work inside of tasks, on the same threads. An [`Executor`] has threads of its own, uses a pool that you give,
//! or runs the tasks one after the other in program order, which helps when you look for a mistake:
//!
//! ```
//! use tembel::{Delayed, Executor};
//!
//! let squares = |n: u64| (0..n).map(|i| Delayed::new(move || i * i)).collect::<Vec<_>>();
//!
//! let four = Executor::builder().threads(4).build()?;
//! assert_eq!(four.compute(squares(4)), [0, 1, 4, 9]);
//!
//! let in_order = Executor::builder().sequential().build()?;
//! assert_eq!(in_order.compute(squares(3)), [0, 1, 4]);
//! # Ok::<(), tembel::BuildError>(())
//! ```
//!
//! With `TEMBEL_SEQUENTIAL=1` in the environment every run of a program is sequential.
//!
//! How many tasks run at the same time is for the run to decide: waking a thread costs some microseconds, so a few tiny tasks
//! stay on the thread that is awake. Let tasks wait for each other through the graph, and not through a lock or a channel
//! that only another task opens.
//!
#![doc = include_str!("guide/failures.md")]
//! # Looking at a graph
//!
//! [`Delayed::graph`] runs nothing. Its `Display` is a list of tasks with what each of them needs and where it was made;
//! [`Graph::to_svg`], [`Graph::to_dot`] and [`Graph::to_mermaid`] are drawings, and [`Graph::as_petgraph`] is a [`petgraph`] graph for all of
//! petgraph's algorithms:
//!
//! ```
//! use tembel::{Delayed, petgraph};
//!
//! let left = Delayed::new(|| 1).named("left");
//! let right = Delayed::new(|| 2).named("right");
//! let sum = left.zip(right).map(|(a, b)| a + b).named("sum");
//!
//! let graph = sum.graph();
//! assert!(graph.to_string().starts_with("4 tasks, 3 edges"));
//! let order = petgraph::algo::toposort(graph.as_petgraph(), None).expect("no cycle");
//! assert_eq!(graph.as_petgraph()[order[3]].name(), "sum");
//! ```

//!
#![doc = include_str!("guide/profiling.md")]
#![deny(unsafe_code)]

// The models use the macros, whose code names the library.
#[cfg(all(loom, test))]
extern crate self as tembel;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod arguments;
#[cfg(feature = "array")]
pub mod array;
mod block;
mod build;
mod cancel;
mod compute;
mod delayed;
mod error;
mod executor;
mod graph;
pub mod observe;
mod or_fail;
mod reserve;
mod retry;
mod schedule;
mod store;
mod sync;

pub use petgraph;
pub use tembel_macros::{delayed, lazy};

pub use arguments::{IntoArg, IntoMut, IntoRef};
pub use cancel::{CancelToken, is_cancelled};
pub use compute::{Gather, GatherInto, compute, gather, try_compute};
pub use delayed::Delayed;
pub use error::{Error, ErrorKind};
pub use executor::{BuildError, Executor, ExecutorBuilder};
pub use graph::{Access, Graph, Kind, Prediction, TaskInfo, TaskState};
#[cfg(feature = "progress")]
pub use observe::Progress;
pub use observe::{Observer, Profile};

#[doc = include_str!("../../README.md")]
#[cfg(all(doctest, feature = "array"))]
struct Readme;
