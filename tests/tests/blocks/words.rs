//! What the blocks call. Of some functions there are two: a plain one, and one that makes a task.

use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};

use tembel_tests::{Census, Counted};

/// A number that is neither `Clone` nor `Copy`, and counted.
#[derive(Debug)]
pub(crate) struct Token {
    pub(crate) value: i64,
    counted: Counted,
}

impl PartialEq for Token {
    fn eq(&self, other: &Self) -> bool {
        (self.value, self.counted.get()) == (other.value, other.counted.get())
    }
}

impl Token {
    pub(crate) fn new(value: i64, census: &Census) -> Token {
        Token {
            value,
            counted: census.count(value),
        }
    }

    pub(crate) fn get(&self) -> i64 {
        small(self.value + self.counted.get())
    }
}

/// What was done to the world outside, in whatever order.
#[derive(Debug, Default)]
pub(crate) struct Effects(AtomicI64);

impl Effects {
    pub(crate) fn note(&self, value: i64) {
        nap();
        let mixed = value.wrapping_mul(0x9E37_79B9).rotate_left(9) | 1;
        self.0.fetch_add(mixed, Ordering::Relaxed);
    }

    pub(crate) fn seen(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// Waits for a while that differs from call to call, so that tasks end in many orders.
fn nap() {
    static CALLS: AtomicUsize = AtomicUsize::new(0);
    let turns = (CALLS.fetch_add(1, Ordering::Relaxed) * 7919) % 13;
    for _ in 0..turns * 20 {
        std::hint::spin_loop();
    }
    if turns.is_multiple_of(4) {
        std::thread::yield_now();
    }
}

fn small(value: i64) -> i64 {
    value % 1000
}

pub(crate) fn add(a: i64, b: i64) -> i64 {
    nap();
    small(a.wrapping_add(b))
}
pub(crate) fn mix(a: i64, b: i64, c: i64) -> i64 {
    nap();
    small(a.wrapping_mul(7) ^ b.wrapping_mul(3) ^ c)
}
pub(crate) fn load(n: i64) -> Vec<i64> {
    nap();
    (0..n.rem_euclid(5)).map(|i| i * n % 17).collect()
}
pub(crate) fn total(v: &[i64]) -> i64 {
    nap();
    small(v.iter().copied().fold(0, i64::wrapping_add))
}
pub(crate) fn nth(v: &[i64], n: i64) -> i64 {
    nap();
    v.iter().copied().nth(n.rem_euclid(4) as usize).unwrap_or(n)
}
pub(crate) fn eat(v: Vec<i64>) -> i64 {
    v.len() as i64 + total(&v)
}
pub(crate) fn join(mut a: Vec<i64>, b: Vec<i64>) -> Vec<i64> {
    nap();
    a.extend(b);
    a.truncate(12);
    a
}
pub(crate) fn shift(v: &mut Vec<i64>, by: i64) {
    nap();
    v.iter_mut().for_each(|x| *x = small(x.wrapping_add(by)));
}
pub(crate) fn grow(v: &mut Vec<i64>, x: i64) -> i64 {
    nap();
    v.push(x);
    v.len() as i64
}
pub(crate) fn bump(x: &mut i64, by: i64) {
    nap();
    *x = small(x.wrapping_add(by));
}
pub(crate) fn upper(text: &str) -> String {
    nap();
    text.chars().take(20).collect::<String>().to_uppercase()
}
pub(crate) fn name(n: i64) -> String {
    nap();
    format!("n{n}")
}
pub(crate) fn glue(a: String, b: &str) -> String {
    nap();
    upper(&a) + b
}
pub(crate) fn length(text: &str) -> i64 {
    nap();
    text.len() as i64
}
pub(crate) fn pair(n: i64) -> (i64, Vec<i64>) {
    (n, load(n))
}
pub(crate) fn first(v: &[i64]) -> Option<i64> {
    nap();
    v.first().copied()
}
pub(crate) fn half(n: i64) -> Option<i64> {
    nap();
    (n % 2 == 0).then_some(n / 2)
}
pub(crate) fn most(n: i64) -> Option<i64> {
    nap();
    (n.rem_euclid(7) != 3).then_some(n)
}
pub(crate) fn parse(text: &str) -> Result<i64, String> {
    nap();
    text.parse().map_err(|error| format!("{text}: {error}"))
}
pub(crate) fn positive(n: i64) -> Result<i64, String> {
    check(&n).map(|()| n)
}
pub(crate) fn check(n: &i64) -> Result<(), String> {
    nap();
    if n.rem_euclid(7) == 3 {
        return Err(format!("{n} is refused"));
    }
    Ok(())
}
pub(crate) fn must(n: i64) -> i64 {
    nap();
    assert!(n.rem_euclid(7) != 3, "{n} is not allowed");
    n
}
pub(crate) fn apply(f: impl Fn(i64) -> i64, x: i64) -> i64 {
    f(f(x))
}
pub(crate) fn token(value: i64, census: &Census) -> Token {
    nap();
    Token::new(value, census)
}
pub(crate) fn value(token: &Token) -> i64 {
    nap();
    token.get()
}
pub(crate) fn raise(token: &mut Token, by: i64) {
    nap();
    token.value = small(token.value.wrapping_add(by));
}
pub(crate) fn melt(token: Token) -> i64 {
    value(&token)
}
pub(crate) fn merge(mut a: Token, b: Token) -> Token {
    raise(&mut a, b.value);
    a
}

/// Functions that also exist as delayed ones.
pub(crate) mod plain {
    use super::Token;

    pub(crate) fn plus(a: i64, b: i64) -> i64 {
        super::add(a, b)
    }
    pub(crate) fn sum(v: &[i64]) -> i64 {
        super::total(v)
    }
    pub(crate) fn stack(v: Vec<i64>, x: i64) -> Vec<i64> {
        super::join(v, vec![x])
    }
    pub(crate) fn push(v: &mut Vec<i64>, x: i64) {
        super::grow(v, x);
    }
    pub(crate) fn spell(n: i64) -> String {
        super::name(n)
    }
    pub(crate) fn close(token: Token) -> i64 {
        super::melt(token)
    }
}

/// The same functions, delayed.
pub(crate) mod delayed {
    use tembel::delayed;

    use super::Token;

    #[delayed]
    pub(crate) fn plus(a: i64, b: i64) -> i64 {
        super::add(a, b)
    }
    #[delayed]
    pub(crate) fn sum(v: &[i64]) -> i64 {
        super::total(v)
    }
    #[delayed]
    pub(crate) fn stack(v: Vec<i64>, x: i64) -> Vec<i64> {
        super::join(v, vec![x])
    }
    #[delayed]
    pub(crate) fn push(v: &mut Vec<i64>, x: i64) {
        super::grow(v, x);
    }
    #[delayed]
    pub(crate) fn spell(n: i64) -> String {
        super::name(n)
    }
    #[delayed]
    pub(crate) fn close(token: Token) -> i64 {
        super::melt(token)
    }
}
