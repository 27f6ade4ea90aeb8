//! Several values in one run.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasher, Hash};

use crate::Delayed;
use crate::arguments::IntoArg;
use crate::build::task;
use crate::error::Error;
use crate::executor::Executor;
use crate::graph::{Access, Info, Kind};
use crate::schedule::{Failures, Root};
use crate::store::{OutputRef, State};

/// Computes one value or several in one run, as parallel as their data allows, and gives them in the same shape.
///
/// It takes a handle, or any nesting of tuples, arrays, `Vec`s, `Option`s and maps of handles. A handle that is only
/// lent, `&Delayed<T>`, gives a clone and keeps its value.
///
/// # Panics
/// Resumes the first panic in program order, with its payload. Panics if a value would be taken that a task outside of the
/// run still has to read; the message says which, and what to write.
///
/// # Examples
/// ```
/// use tembel::{Delayed, compute};
///
/// let roots: Vec<Delayed<f64>> = (0..30).map(|i| Delayed::new(move || f64::from(i).sqrt())).collect();
/// let last = Delayed::new(|| "done");
/// let (roots, last) = compute((roots, last));
/// assert_eq!((roots[25], last), (5.0, "done"));
/// ```
#[track_caller]
pub fn compute<G: Gather>(all: G) -> G::Value {
    Executor::current().compute(all)
}

/// As [`compute`], with a `Result` in the place of each value: a task that fails costs only what depends on it.
///
/// # Examples
/// ```
/// use tembel::{Delayed, try_compute};
///
/// let results = try_compute(vec![Delayed::new(|| 1), Delayed::new(|| panic!("no")), Delayed::new(|| 3)]);
/// let good: Vec<i32> = results.into_iter().flatten().collect();
/// assert_eq!(good, [1, 3]);
/// ```
pub fn try_compute<G: Gather>(all: G) -> G::Outcome {
    Executor::current().try_compute(all)
}

/// Many deferred values as one deferred value of the same shape.
///
/// # Examples
/// ```
/// use tembel::{Delayed, gather};
///
/// let squares: Vec<_> = (0..4).map(|i| Delayed::new(move || i * i)).collect();
/// let sum = gather(squares).map(|squares| squares.iter().sum::<i32>());
/// assert_eq!(sum.compute(), 14);
/// ```
#[track_caller]
pub fn gather<'a, G: GatherInto<'a>>(all: G) -> Delayed<'a, G::Value> {
    all.gather()
}

/// Handles, in any nesting of tuples, arrays, `Vec`s, `Option`s and maps: what [`compute`] takes.
///
/// # Examples
/// ```
/// use tembel::{Delayed, Gather, compute};
///
/// fn timed<G: Gather>(all: G) -> (G::Value, std::time::Duration) {
///     let start = std::time::Instant::now();
///     (compute(all), start.elapsed())
/// }
/// assert_eq!(timed([Delayed::new(|| 1), Delayed::new(|| 2)]).0, [1, 2]);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a handle, nor a collection of handles",
    label = "expected a `Delayed`, a `&Delayed` of something that is `Clone`, or a tuple, array, `Vec`, `Option` or map of them",
    note = "collect an iterator of handles into a `Vec` first; a collection is given by value"
)]
pub trait Gather: Sized {
    /// The values.
    type Value;
    /// The values, each as a `Result`.
    type Outcome;

    /// Adds what is asked for.
    #[doc(hidden)]
    fn roots(&self, roots: &mut Roots);
    /// The values, which are there.
    #[doc(hidden)]
    fn value(self) -> Self::Value;
    /// The values that are there, and why the others are not.
    #[doc(hidden)]
    fn outcome(self, report: &Report) -> Self::Outcome;
}

/// Handles that can be gathered into one.
pub trait GatherInto<'a>: Gather {
    /// One handle for all.
    #[doc(hidden)]
    fn gather(self) -> Delayed<'a, Self::Value>;
}

/// What is asked for.
#[derive(Debug, Default)]
pub struct Roots(pub(crate) Vec<Root>);

impl Roots {
    pub(crate) fn of(all: &impl Gather) -> Self {
        let mut roots = Roots::default();
        all.roots(&mut roots);
        roots
    }
}

/// How a run went: what failed in it, or why it was refused and nothing was started.
#[derive(Debug)]
pub struct Report(pub(crate) Result<Failures, Error>);

impl Report {
    /// Why not all of these are there, if so: what failed in this run, or what failed before.
    pub(crate) fn first_error(&self, roots: &[Root]) -> Option<Error> {
        let failures = match &self.0 {
            Err(refused) => return Some(refused.clone()),
            Ok(failures) => failures,
        };
        if let Some(stopped) = roots
            .iter()
            .find_map(|root| failures.stopped(root.output.task()))
        {
            return Some(stopped);
        }
        // A `lazy!` block can have its value where tasks of it have failed.
        let gone = |root: &&Root| root.output.state() != State::Done;
        let gone = roots.iter().filter(gone);
        failures.first(gone.map(|root| root.output.task()))
    }

    /// What stands in the place of a value: the value, or why it is not there.
    fn outcome_of<T>(&self, output: OutputRef, value: impl FnOnce() -> T) -> Result<T, Error> {
        match &self.0 {
            Err(refused) => Err(refused.clone()),
            Ok(failures) => match failures.stopped(output.task()) {
                Some(stopped) => Err(stopped),
                None if output.state() == State::Done => Ok(value()),
                None => Err(failures.why(output.task())),
            },
        }
    }
}

impl<T> Gather for Delayed<'_, T> {
    type Value = T;
    type Outcome = Result<T, Error>;

    fn roots(&self, roots: &mut Roots) {
        let output = self.edge().output();
        output.set_moved();
        roots.0.push(Root {
            output,
            access: Access::Move,
        });
    }
    fn value(self) -> T {
        self.into_edge().take()
    }
    fn outcome(self, report: &Report) -> Self::Outcome {
        let edge = self.into_edge();
        let output = edge.output();
        report.outcome_of(output, || edge.take())
    }
}

impl<T: Clone> Gather for &Delayed<'_, T> {
    type Value = T;
    type Outcome = Result<T, Error>;

    fn roots(&self, roots: &mut Roots) {
        roots.0.push(Root {
            output: self.edge().output(),
            access: Access::Read,
        });
    }
    fn value(self) -> T {
        self.edge().value().clone()
    }
    fn outcome(self, report: &Report) -> Self::Outcome {
        report.outcome_of(self.edge().output(), || self.edge().value().clone())
    }
}

impl<'a, T> GatherInto<'a> for Delayed<'a, T> {
    fn gather(self) -> Delayed<'a, T> {
        self
    }
}

const fn gathered() -> Info {
    Info::new("gather", Kind::Gather)
}

/// Collections of one type: how to look at the items, and how to rebuild the collection from what becomes of each.
macro_rules! collections {
    ($([$($generics:tt)*] $of:ty => $value:ty, $outcome:ty, $each:ident, $rebuild:expr;)*) => {$(
        impl<G: Gather, $($generics)*> Gather for $of {
            type Value = $value;
            type Outcome = $outcome;

            fn roots(&self, roots: &mut Roots) {
                for item in $each!(self) {
                    item.roots(roots);
                }
            }
            fn value(self) -> Self::Value {
                $rebuild(self, |item: G| item.value())
            }
            fn outcome(self, report: &Report) -> Self::Outcome {
                $rebuild(self, |item: G| item.outcome(report))
            }
        }
    )*};
}

macro_rules! items {
    ($this:expr) => {
        $this.iter()
    };
}

macro_rules! values {
    ($this:expr) => {
        $this.values()
    };
}

collections! {
    [] Vec<G> => Vec<G::Value>, Vec<G::Outcome>, items, each_of_vec;
    [] Option<G> => Option<G::Value>, Option<G::Outcome>, items, Option::map;
    [const N: usize] [G; N] => [G::Value; N], [G::Outcome; N], items, each_of_array;
    [K: Eq + Hash, S: BuildHasher + Default] HashMap<K, G, S> => HashMap<K, G::Value, S>, HashMap<K, G::Outcome, S>, values, each_of_hash_map;
    [K: Ord] BTreeMap<K, G> => BTreeMap<K, G::Value>, BTreeMap<K, G::Outcome>, values, each_of_tree_map;
}

fn each_of_vec<G, V>(all: Vec<G>, each: impl FnMut(G) -> V) -> Vec<V> {
    all.into_iter().map(each).collect()
}

fn each_of_array<G, V, const N: usize>(all: [G; N], each: impl FnMut(G) -> V) -> [V; N] {
    all.map(each)
}

fn each_of_hash_map<K: Eq + Hash, S: BuildHasher + Default, G, V>(
    all: HashMap<K, G, S>,
    mut each: impl FnMut(G) -> V,
) -> HashMap<K, V, S> {
    all.into_iter()
        .map(|(key, item)| (key, each(item)))
        .collect()
}

fn each_of_tree_map<K: Ord, G, V>(
    all: BTreeMap<K, G>,
    mut each: impl FnMut(G) -> V,
) -> BTreeMap<K, V> {
    all.into_iter()
        .map(|(key, item)| (key, each(item)))
        .collect()
}

/// Gathers the items first, then the collection of their handles.
macro_rules! gather_collections {
    ($([$($generics:tt)*] $of:ty, $handles:expr;)*) => {$(
        impl<'a, G: GatherInto<'a>, $($generics)*> GatherInto<'a> for $of
        where
            G::Value: Send + 'a,
        {
            #[track_caller]
            fn gather(self) -> Delayed<'a, Self::Value> {
                let handles = $handles(self, |item: G| item.gather());
                task(gathered, (IntoArg::<Self::Value>::into_arg(handles),), |(all,)| all)
            }
        }
    )*};
}

gather_collections! {
    [] Vec<G>, each_of_vec;
    [] Option<G>, Option::map;
    [const N: usize] [G; N], each_of_array;
    [K: Eq + Hash + Send + 'a, S: BuildHasher + Default + Clone + Send + 'a] HashMap<K, G, S>, each_of_hash_map;
    [K: Ord + Send + 'a] BTreeMap<K, G>, each_of_tree_map;
}

impl Gather for () {
    type Value = ();
    type Outcome = ();

    fn roots(&self, _: &mut Roots) {}
    fn value(self) {}
    fn outcome(self, _: &Report) {}
}

macro_rules! tuples {
    ($($name:ident $number:tt),*) => {
        impl<$($name: Gather),*> Gather for ($($name,)*) {
            type Value = ($($name::Value,)*);
            type Outcome = ($($name::Outcome,)*);

            fn roots(&self, roots: &mut Roots) {
                $(self.$number.roots(roots);)*
            }
            fn value(self) -> Self::Value {
                ($(self.$number.value(),)*)
            }
            fn outcome(self, report: &Report) -> Self::Outcome {
                ($(self.$number.outcome(report),)*)
            }
        }

        impl<'a, $($name: GatherInto<'a>),*> GatherInto<'a> for ($($name,)*)
        where
            $($name::Value: Send + 'a,)*
        {
            #[track_caller]
            fn gather(self) -> Delayed<'a, Self::Value> {
                let handles = ($(self.$number.gather(),)*);
                task(gathered, (IntoArg::<Self::Value>::into_arg(handles),), |(all,)| all)
            }
        }
    };
}

tuples!(A 0);
tuples!(A 0, B 1);
tuples!(A 0, B 1, C 2);
tuples!(A 0, B 1, C 2, D 3);
tuples!(A 0, B 1, C 2, D 3, E 4);
tuples!(A 0, B 1, C 2, D 3, E 4, F 5);
tuples!(A 0, B 1, C 2, D 3, E 4, F 5, G 6);
tuples!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7);
