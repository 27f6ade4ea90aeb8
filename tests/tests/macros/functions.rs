//! Functions that `#[delayed]` takes, in every form.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Display;

use tembel::{Delayed, compute, delayed};

#[delayed]
fn nothing() {}

#[delayed]
fn swap((a, b): (i32, i32)) -> (i32, i32) {
    (b, a)
}

#[delayed]
fn ignore(_: i32, _unused: &str) -> i32 {
    5
}

#[delayed]
fn longer(mut xs: Vec<i32>) -> Vec<i32> {
    xs.push(0);
    xs
}

#[delayed]
fn mutable_reference(mut xs: &[i32]) -> i32 {
    let mut sum = 0;
    while let [first, rest @ ..] = xs {
        sum += first;
        xs = rest;
    }
    sum
}

struct Point {
    x: i32,
    y: i32,
}

#[delayed]
fn fields(Point { x, y }: Point, [a, _]: [i32; 2]) -> i32 {
    x + y + a
}

#[test]
fn patterns() {
    nothing().compute();
    assert_eq!(swap((1, 2)).compute(), (2, 1));
    assert_eq!(
        swap((Delayed::ready(1), Delayed::ready(2))).compute(),
        (2, 1)
    );
    assert_eq!(ignore(1, "x").compute(), 5);
    assert_eq!(longer(Delayed::ready(vec![1])).compute(), [1, 0]);
    assert_eq!(mutable_reference(&vec![1, 2, 3]).compute(), 6);
    let point = Delayed::new(|| Point { x: 1, y: 2 });
    assert_eq!(fields(point, [10, 20]).compute(), 13);
}

#[delayed]
fn show<T: Display>(x: T) -> String {
    x.to_string()
}

#[delayed]
fn largest<T>(xs: Vec<T>) -> Option<T>
where
    T: PartialOrd + Copy,
{
    xs.into_iter().reduce(|a, b| if a > b { a } else { b })
}

#[delayed]
fn both<A: Display, B>(a: &A, b: &B) -> String
where
    B: Display + ?Sized,
{
    format!("{a} {b}")
}

#[delayed]
fn sum_of<const N: usize>(xs: [u32; N]) -> u32 {
    xs.iter().sum::<u32>() + u32::try_from(N).expect("it is small")
}

#[test]
fn generics() {
    assert_eq!(show::<i64>(3).compute(), "3");
    assert_eq!(show::<i64>(Delayed::ready(3)).compute(), "3");
    assert_eq!(largest::<f64>(vec![1.0, 3.0, 2.0]).compute(), Some(3.0));
    assert_eq!(
        largest(vec![Delayed::ready(1), Delayed::ready(3)]).compute(),
        Some(3)
    );
    assert_eq!(both::<i32, str, _, _>(&1, "x").compute(), "1 x");
    assert_eq!(
        both::<i32, String, _, _>(&Delayed::ready(1), &String::from("x")).compute(),
        "1 x"
    );
    assert_eq!(sum_of([1, 2, 3]).compute(), 9);
    assert_eq!(sum_of([Delayed::ready(1), Delayed::ready(2)]).compute(), 5);
}

struct Model<T> {
    weight: T,
}

impl Model<i64> {
    #[delayed]
    fn score(&self, x: i64) -> i64 {
        self.weight * x
    }

    #[delayed]
    fn train(&mut self, by: i64) -> i64 {
        self.weight += by;
        self.weight
    }

    #[delayed]
    fn finish(self, x: &[i64]) -> i64 {
        self.weight + x.iter().sum::<i64>()
    }

    #[delayed]
    fn new(weight: i64) -> Self {
        Self { weight }
    }

    #[delayed(name = "boxed")]
    fn boxed(self: Box<Self>) -> i64 {
        self.weight
    }
}

#[test]
fn methods() {
    let mut model = Model { weight: 3 };
    assert_eq!(
        compute((model.score(2), model.score(Delayed::ready(5)))),
        (6, 15)
    );
    assert_eq!(model.train(Delayed::ready(4)).compute(), 7);
    assert_eq!(model.finish(&[1, 2]).compute(), 10);
    assert_eq!(Model::new(4).compute().weight, 4);
    assert_eq!(Box::new(Model { weight: 5 }).boxed().compute(), 5);
}

/// # Safety
/// None is needed.
#[delayed]
unsafe fn careful(x: i64) -> i64 {
    x + 1
}

#[test]
fn unsafe_functions() {
    // SAFETY: none is needed.
    let task = unsafe { careful(1) };
    assert_eq!(task.compute(), 2);
}

#[delayed]
fn apply(x: f64, f: impl Fn(f64) -> f64) -> f64 {
    f(x)
}

#[delayed]
fn fold(xs: &[f64], mut f: impl FnMut(f64, f64) -> f64, start: f64) -> f64 {
    xs.iter().fold(start, |a, &b| f(a, b))
}

#[test]
fn closures() {
    let by = 3.0;
    let task = apply(Delayed::ready(2.0), |x| x * by);
    assert!((task.compute() - 6.0).abs() < 1e-12);
    let mut count = 0;
    let max = |a: f64, b| {
        count += 1;
        a.max(b)
    };
    assert!((fold(&[1.0, 4.0], max, 0.0).compute() - 4.0).abs() < 1e-12);
    assert_eq!(count, 2);
}

#[delayed]
fn words(text: &str, suffix: &str) -> Vec<String> {
    text.split(' ')
        .map(|word| word.to_owned() + suffix)
        .collect()
}

#[delayed]
fn double(xs: &mut [i32]) {
    xs.iter_mut().for_each(|x| *x *= 2);
}

#[test]
fn slices_and_str() {
    let text = Delayed::new(|| String::from("a b"));
    let suffix = String::from("!");
    assert_eq!(words(&text, &suffix).compute(), ["a!", "b!"]);
    assert_eq!(words(text, "?").compute(), ["a?", "b?"]);
    let mut made = Delayed::new(|| vec![1, 2]);
    let _ = double(&mut made);
    assert_eq!(made.compute(), [2, 4]);
    let mut array = Delayed::new(|| [1, 2]);
    let _ = double(&mut array);
    assert_eq!(array.compute(), [2, 4]);
    let mut local = [3];
    double(&mut local[..]).compute();
    assert_eq!(local, [6]);
}

/// Documented.
#[delayed(name = "a name", eager = plus_now, cost = "light")]
#[inline]
#[must_use]
pub(crate) fn plus(x: i32, #[allow(unused_variables)] y: i32) -> i32 {
    x + y
}

mod elsewhere {
    pub(crate) use ::tembel as lazy;
}

#[delayed(crate = elsewhere::lazy, cost = "heavy",)]
fn renamed(x: i32) -> i32 {
    x
}

#[test]
fn options() {
    let task = plus(1, Delayed::ready(2));
    assert_eq!(format!("{task:?}"), "Delayed(a name)");
    assert_eq!((task.compute(), plus_now(1, 2)), (3, 3));
    assert_eq!(renamed(1).compute(), 1);
}

#[delayed]
#[allow(clippy::too_many_arguments, clippy::many_single_char_names)]
fn many(
    a: i32,
    b: i32,
    c: &i32,
    d: i32,
    e: i32,
    f: i32,
    g: i32,
    h: &mut i32,
    i: i32,
    j: i32,
    k: i32,
    l: i32,
    m: i32,
    n: &str,
    o: i32,
) -> i32 {
    *h += 1;
    a + b + c + d + e + f + g + *h + i + j + k + l + m + o + i32::try_from(n.len()).expect("short")
}

#[test]
fn more_than_twelve_parameters() {
    let one = Delayed::ready(1);
    let mut h = Delayed::ready(1);
    let sum = many(
        1,
        &one,
        &one,
        1,
        1,
        1,
        1,
        &mut h,
        1,
        1,
        Delayed::ready(1),
        1,
        1,
        "n",
        Delayed::ready(1),
    );
    assert_eq!(compute((sum, h)), (16, 2));
}

#[delayed]
fn countdown(n: u32) -> Delayed<'static, u32> {
    if n == 0 {
        Delayed::ready(7)
    } else {
        countdown(n - 1)
    }
}

#[delayed]
fn tree<'a>(xs: &'a [i64]) -> Delayed<'a, i64> {
    if let [x] = xs {
        return Delayed::ready(*x);
    }
    let (left, right) = xs.split_at(xs.len() / 2);
    add(tree(left), tree(right))
}

#[delayed]
fn add(x: i64, y: i64) -> i64 {
    x + y
}

#[delayed]
fn grown(xs: &mut Vec<i64>, n: i64) -> Delayed<'static, i64> {
    xs.push(n);
    add(n, n)
}

#[test]
fn dynamic_results() {
    assert_eq!(countdown(100).compute(), 7);
    let local: Vec<i64> = (0..100).collect();
    assert_eq!(tree(&local).compute(), 4950);
    let mut xs = Delayed::new(Vec::new);
    let n = grown(&mut xs, 4);
    assert_eq!(compute((n, xs)), (8, vec![4]));
}

#[delayed]
fn recursion(n: u64) -> u64 {
    if n < 2 {
        n
    } else {
        recursion(n - 1).compute() + recursion(n - 2).compute()
    }
}

#[test]
fn recursion_with_nested_runs() {
    assert_eq!(recursion(12).compute(), 144);
}

struct Source<'s>(&'s str);

#[delayed]
fn parse(source: Source<'_>) -> usize {
    source.0.len()
}

#[delayed]
fn lifetimes<'a, 'b: 'a>(x: &'a str, y: &'b str) -> usize {
    x.len() + y.len()
}

#[delayed]
fn total(
    sorted: BTreeMap<String, i32>,
    hashed: HashMap<u8, i32>,
    option: Option<i32>,
    array: [i32; 2],
    pair: (i32, i32),
) -> i32 {
    sorted.values().sum::<i32>()
        + hashed.values().sum::<i32>()
        + option.unwrap_or(100)
        + array[0] * array[1]
        + pair.0
        + pair.1
}

#[test]
fn lifetimes_and_collections() {
    let text = String::from("abc");
    assert_eq!(parse(Source(&text)).compute(), 3);
    assert_eq!(lifetimes(&text, "de").compute(), 5);
    let one = || Delayed::ready(1);
    let sum = total(
        BTreeMap::from([("a".to_owned(), one())]),
        HashMap::from([(1, one()), (2, one())]),
        None::<Delayed<i32>>,
        [one(), one()],
        (one(), one()),
    );
    assert_eq!(sum.compute(), 106);
    let none = total(
        BTreeMap::<_, i32>::new(),
        HashMap::<_, i32>::new(),
        Some(1),
        [1, 2],
        (3, 4),
    );
    assert_eq!(none.compute(), 10);
}
