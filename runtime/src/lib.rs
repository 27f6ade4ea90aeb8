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
//! | a number of threads, a pool, or one task after the other | [`Executor`] |
//! | to see the graph | [`Delayed::graph`], [`Delayed::visualize`] |
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
//! # Blocks
//!
//! [`lazy!`] makes a graph of a block of plain Rust. The functions in it may be plain ones, and none of them has to know
//! about tasks:
//!
//! ```
//! use tembel::lazy;
//!
//! fn load(path: &str) -> Result<Vec<f64>, String> {
//!     if path.is_empty() { Err("no path".to_owned()) } else { Ok(vec![1.0, 2.0, 6.0]) }
//! }
//!
//! fn mean(v: &[f64]) -> f64 {
//!     v.iter().sum::<f64>() / v.len() as f64
//! }
//!
//! fn shift(v: &mut [f64], by: f64) {
//!     v.iter_mut().for_each(|x| *x -= by);
//! }
//!
//! fn join(mut a: Vec<f64>, b: Vec<f64>) -> Vec<f64> {
//!     a.extend(b);
//!     a
//! }
//!
//! let both = lazy! {
//!     let a = load("a.csv")?;
//!     let mut b = load("b.csv")?; // does not need `a`: both may load at the same time
//!     let m = mean(&b); // reads `b`
//!     shift(&mut b, m); // changes `b`, after `mean` has read it
//!     Ok::<_, String>(join(a, b)) // takes both
//! };
//! assert_eq!(both.compute(), Ok(vec![1.0, 2.0, 6.0, -2.0, -1.0, 3.0]));
//! ```
//!
//! The block is a [`Delayed`] of the type that the plain block has. Nothing in it runs before it is computed, and then it
//! gives **exactly what the plain block gives**: the same value, the same first error at a `?`, the same first panic.
//! Every statement runs once, also one whose result nobody uses. What may differ is the order of effects that no
//! data orders: two `println!`s of a block may change places, and so may two pushes behind one lock.
//!
//! ## What becomes a task
//!
//! Each call of a function by its path: `f(a, g(b))` is two tasks. A method call at the outside of a statement, with
//! the whole chain that it ends. And whatever else a statement has: operators, fields, literals, `Some(…)`, struct and tuple
//! constructors belong to the task that uses them. Arguments of one call, and elements of `vec![…]`, an array or a
//! tuple, do not wait for each other. The macro reads the text and knows no types, so a closure's body and the
//! arguments of a macro that is not the standard library's stay in one piece: `files.iter().map(|f| load(f)).collect()` is one task,
//! and a `for` that pushes is the parallel way to write it.
//!
//! A call of a `#[delayed]` function may stand in a block too. A [`Delayed`] from outside may be given to functions, `f(d)` or
//! `f(&d)`, as if it were its value; for anything else make it a variable of the block first, `let v = d;`.
//!
//! ## What runs when: borrow, change, move
//!
//! A statement waits for what it uses, and how it uses a variable says for whom else it waits:
//!
//! | in the block | what it does to `x` | waits for |
//! |---|---|---|
//! | `f(&x)`, `x.field`, `format!("{x}")`, a method if `x` is not `mut` | reads, beside other readers | the last change of `x` |
//! | `f(&mut x)`, `x += 1`, `x.field = y`, a method or a closure if `x` is `mut` | changes in place | the last change of `x`, and all that read it since |
//! | the last use of `x`, unless it is `&x` | takes: moved, never cloned | the same |
//! | `f(x)` when `x` is used again | copies: for `Copy` types, as in plain Rust | the last change of `x` |
//! | `x = y` | a new value; who still reads the old one keeps it | nobody, for `x` |
//! | `let r = &x.field`, `let c = \|y\| y + x` | nothing: each use of `r` or `c` is a use of `x` | |
//!
//! So `mut` counts. As the macro cannot see whether a method changes its receiver, it takes the word of the declaration: a
//! method of a variable that is declared `mut` is a change, and changes follow each other one by one. Two ways to say that
//! it only reads are `(&x).len()`, and `let x = x;` when the changes are over:
//!
//! ```
//! # use tembel::lazy;
//! let found = lazy! {
//!     let mut words = vec!["to", "be", "or", "not"];
//!     words.sort(); // a change
//!     let words = words; // no more changes:
//!     let first = words.first().copied(); // these two
//!     let longest = words.iter().map(|word| word.len()).max(); // run side by side
//!     (first, longest)
//! };
//! assert_eq!(found.compute(), (Some("be"), Some(3)));
//! ```
//!
//! **From outside** a block takes variables as a closure would: an argument `f(x)` is moved or copied when the block is
//! built, `f(&x)` and `x.len()` borrow. If the block changes a variable from outside by `x += 1`, `x.field = y` or `&mut x`,
//! the change is there after `compute`. A method's receiver from outside is only borrowed, by that statement; if a method
//! changes it, and the block uses it elsewhere too, say so first:
//!
//! ```
//! # use tembel::lazy;
//! let mut log = vec!["start"];
//! lazy! {
//!     let log = &mut log;
//!     log.push("middle");
//!     log.push("end");
//! }
//! .compute();
//! assert_eq!(log, ["start", "middle", "end"]);
//! ```
//!
//! What travels from task to task is `Send`, and `Sync` if several read it. The block's own result need not be.
//!
//! ## Failing: `?`, checks, and effects after them
//!
//! `?` works on `Result` and `Option` and ends the block with the first failure *in program order*, whichever came first
//! on the clock. What comes after the failure and has not started does not start. Since the block is no function, rustc may need
//! the error's type: from the type that is asked for, or from an `Ok::<_, E>(…)` at the end. `Box<dyn Error>` works.
//!
//! A statement that is there only for its effect (nobody uses its value, and it changes no variable of the block) starts only
//! when every earlier `?`, `assert!` and `panic!` has passed. So what failed its check is never acted on:
//!
//! ```
//! # use tembel::lazy;
//! use std::error::Error;
//! use std::sync::atomic::{AtomicU32, Ordering};
//!
//! fn validate(amount: &i32) -> Result<(), String> {
//!     if *amount < 0 { Err(format!("{amount} is negative")) } else { Ok(()) }
//! }
//!
//! fn pay(text: &str, paid: &AtomicU32) -> Result<i32, Box<dyn Error>> {
//!     lazy! {
//!         let amount: i32 = text.parse()?;
//!         validate(&amount)?;
//!         paid.fetch_add(1, Ordering::Relaxed); // not before both have passed
//!         Ok(amount)
//!     }
//!     .compute()
//! }
//!
//! let paid = AtomicU32::new(0);
//! assert_eq!(pay("30", &paid).unwrap(), 30);
//! assert_eq!(pay("-30", &paid).unwrap_err().to_string(), "-30 is negative");
//! assert!(pay("thirty", &paid).is_err());
//! assert_eq!(paid.into_inner(), 1);
//! ```
//!
//! A task whose value is used is not held back: it may have started when an earlier `?` fails.
//!
//! ## `for`, `if`, `match`
//!
//! A `for` over what is known while the block is built (a range, a literal, data from outside) and without a `break` or
//! `continue` is unrolled: the calls of each round are tasks of their own. Here three calls of `score` run side by side,
//! and the pushes follow in order:
//!
//! ```
//! # use tembel::lazy;
//! fn score(xs: &[i32]) -> i32 {
//!     xs.iter().sum()
//! }
//!
//! let data = [3, 1, 2];
//! let scores = lazy! {
//!     let mut scores = Vec::new();
//!     for lag in 0..3 {
//!         scores.push(score(&data[lag..]));
//!     }
//!     scores
//! };
//! assert_eq!(scores.compute(), [6, 3, 2]);
//! ```
//!
//! Every other loop, and an `if` or a `match`, is one task: right, and not parallel inside. It may use `?`, `break` and
//! `continue` as in plain Rust. What need not wait for the decision goes before it.
//!
//! ## Coarser tasks
//!
//! A labelled block is one task with the label for a name, whatever is in it. Its statements may lend to each other as in
//! plain Rust, its effects keep their order, and `break 'name value` leaves it:
//!
//! ```
//! # use tembel::lazy;
//! let text = String::from("alpha beta");
//! let lengths = lazy! {
//!     let text = text.to_uppercase();
//!     'split: {
//!         let Some((left, right)) = text.split_once(' ') else { break 'split (0, 0) };
//!         (left.len(), right.len())
//!     }
//! };
//! assert!(lengths.graph().to_string().contains("split"));
//! assert_eq!(lengths.compute(), (5, 4));
//! ```
//!
//! ## What a block cannot do
//!
//! | not in a block | write instead |
//! |---|---|
//! | a statement that keeps a borrow which a call gave: `let t = s.trim();`, `let (l, r) = v.split_at(2);` | `s.trim().to_owned()`; the call inside of the statement that uses it; or a `'name: { … }` around all that use it |
//! | `return` | `?`, or the value as the last expression |
//! | `break` or `continue` of a loop around the block | the loop inside of the block, or `break` after `compute` |
//! | `.await` | await before, and use the value |
//! | `vec.push(x)` on a `vec` from outside that the block uses elsewhere too | `let vec = &mut vec;` first; where it is a `&mut` already, `let vec = &mut *vec;` |
//! | a local number in an operator, `n + k`, in a block that the function returns | a function that takes it, `add(n, k)`, or a variable of the block: `let k = identity(k);`, with [`std::convert::identity`] |
//! | a value that is not `Send` between statements (`Rc`, a lock's guard) | a `'name: { … }` around all that use it |
//!
//! The first is rustc's to find, as the macro knows no signatures. It says "returns a value referencing data owned by the current
//! function", or "lifetime may not live long enough", of the call that lends.
//!
//! ## Seeing what becomes of a block
//!
//! `println!("{}", block.graph())` lists the tasks with their accesses and lines. The code itself is what `cargo expand` shows. Or
//! set `TEMBEL_EXPAND` while compiling to a line, `file.rs:line`, a part of a path, or `all`: the compiler then prints
//! these blocks, each time that it compiles them (`touch` the file if it has not changed). Of
//!
//! ```
//! # use tembel::lazy;
//! # fn load(_: &str) -> Result<Vec<f64>, String> { Ok(vec![1.0, 2.0, 6.0]) }
//! # fn mean(v: &[f64]) -> f64 { v.iter().sum::<f64>() / v.len() as f64 }
//! # fn shift(v: &mut [f64], by: f64) { v.iter_mut().for_each(|x| *x -= by); }
//! # let centred =
//! lazy! {
//!     let mut v = load("a.csv")?;
//!     let m = mean(&v);
//!     shift(&mut v, m);
//!     Ok::<_, String>(v)
//! }
//! # ;
//! # assert_eq!(centred.compute(), Ok(vec![-2.0, -1.0, 3.0]));
//! ```
//!
//! comes one statement a task, with its name, its arguments and how it gets them. Formatted, and without a `use` of traits at
//! the top:
//!
//! ```
//! # #[allow(unused_imports)]
//! # use ::tembel::__private::{OfDelayed as _, OfOther as _, OfReference as _, RawDelayed as _, RawOther as _};
//! # fn load(_: &str) -> Result<Vec<f64>, String> { Ok(vec![1.0, 2.0, 6.0]) }
//! # fn mean(v: &[f64]) -> f64 { v.iter().sum::<f64>() / v.len() as f64 }
//! # fn shift(v: &mut [f64], by: f64) { v.iter_mut().for_each(|x| *x -= by); }
//! # let centred = {
//! let graph = ::tembel::__private::Block::new();
//! let exit = graph.exit();
//! let out = {
//!     let mut v = exit.task("load", (), |()| {
//!         ::core::result::Result::Ok(::tembel::__private::check(load("a.csv"))?)
//!     }).slot();
//!     let m = graph.task("mean", (v.read(),), |(v,)| ::tembel::__private::lift(mean(v)).now()).slot();
//!     graph.task("shift", (v.write(), m.take()), |(v, m)| {
//!         ::tembel::__private::lift(shift(&mut (*v), m)).now();
//!     }).slot();
//!     graph.task("Ok", (v.take(),), |(v,)| Ok::<_, String>(v)).here()
//! };
//! exit.finish(out)
//! # };
//! # assert_eq!(centred.compute(), Ok(vec![-2.0, -1.0, 3.0]));
//! ```
//!
//! A plain closure, a tuple of arguments: `read` lends a `&Vec<f64>`, `write` a `&mut Vec<f64>`, `take` gives the value. A task
//! with a `?` is made by `exit`, which knows the block's result. `lift` is what lets a call be one of a
//! `#[delayed]` function, `slot` makes a variable of the task's value, `here` says that this one is for the thread that asks.
//! None of these names is for use by hand.
//!
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
//! # When something fails
//!
//! A failure that you expect is a value: let the function return a `Result`, and let the next one take it. As every value that
//! travels between tasks its error has to be `Send`: `Box<dyn Error + Send + Sync>`, not `Box<dyn Error>`. A panic in a task
//! ends what depends on it and nothing else: `compute` goes on with the first panic in program order, `try_compute`
//! gives an [`Error`] that names the task and the call that made it, and the pool stays usable.
//!
//! ```
//! use tembel::{ErrorKind, delayed, try_compute};
//!
//! #[delayed]
//! fn parse(text: &str) -> i32 {
//!     text.parse().unwrap()
//! }
//!
//! let (good, bad) = try_compute((parse("7"), parse("seven")));
//! assert_eq!(good?, 7);
//! let error = bad.unwrap_err();
//! assert_eq!((error.kind(), error.task()), (ErrorKind::Panicked, "parse"));
//! # Ok::<(), tembel::Error>(())
//! ```
//!
//! # Looking at a graph
//!
//! [`Delayed::graph`] runs nothing. Its `Display` is a list of tasks with what each of them needs and where it was made;
//! [`Graph::to_dot`] and [`Graph::to_mermaid`] are drawings, and [`Graph::as_petgraph`] is a [`petgraph`] graph for all of
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

#![deny(unsafe_code)]

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod arguments;
mod block;
mod build;
mod compute;
mod delayed;
mod error;
mod executor;
mod graph;
mod schedule;
mod store;
mod sync;

pub use petgraph;
pub use tembel_macros::{delayed, lazy};

pub use arguments::{IntoArg, IntoMut, IntoRef};
pub use compute::{Gather, GatherInto, compute, gather, try_compute};
pub use delayed::Delayed;
pub use error::{Error, ErrorKind};
pub use executor::{BuildError, Executor, ExecutorBuilder};
pub use graph::{Access, Graph, Kind, TaskInfo};

#[doc = include_str!("../../README.md")]
#[cfg(doctest)]
struct Readme;
