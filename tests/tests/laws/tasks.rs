//! The functions that programs call, eager and delayed in one.

use std::collections::{BTreeMap, HashMap};
use std::sync::Mutex;
use std::time::Duration;

use tembel::{Delayed, delayed};
use tembel_tests::{Census, Counted};

/// What was seen, and by which op.
pub(crate) struct Log {
    pub(crate) seen: Mutex<BTreeMap<u32, u64>>,
    pub(crate) census: Census,
    nap: bool,
}

impl Log {
    pub(crate) fn new(nap: bool) -> Self {
        Log {
            seen: Mutex::default(),
            census: Census::new(),
            nap,
        }
    }

    /// An op has seen a value. Each op comes once.
    fn see(&self, op: u32, seen: u64) {
        if self.nap && mix(seen, op).is_multiple_of(3) {
            std::thread::sleep(Duration::from_micros(mix(seen, op) % 200));
        }
        let before = self.seen.lock().expect("no task panics").insert(op, seen);
        assert_eq!(before, None, "op {op} ran twice");
    }
}

/// A history, hashed. Neither `Clone` nor `Copy`.
pub(crate) struct Token {
    pub(crate) history: u64,
    counted: Counted,
}

impl Token {
    fn new(log: &Log, history: u64) -> Self {
        let counted = log.census.count(0);
        Token { history, counted }
    }

    fn add(&mut self, event: u64) {
        assert_eq!(self.counted.get(), 0);
        self.history = mix(self.history, event);
    }
}

/// A number whose copies are counted too.
pub(crate) struct Number(pub(crate) u64, Counted);

impl Number {
    fn new(log: &Log, number: u64) -> Self {
        Number(number, log.census.count(1))
    }
}

impl Clone for Number {
    fn clone(&self) -> Self {
        assert_eq!(self.1.get(), 1);
        Number(self.0, self.1.census.count(1))
    }
}

pub(crate) fn mix(a: u64, b: impl Into<u64>) -> u64 {
    (a.rotate_left(7) ^ b.into()).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

#[delayed(eager = make_now)]
pub(crate) fn make(log: &Log, op: u32) -> Token {
    log.see(op, 0);
    Token::new(log, op.into())
}

#[delayed(eager = eat_now)]
pub(crate) fn eat(log: &Log, mut token: Token, op: u32) -> Token {
    log.see(op, token.history);
    token.add(op.into());
    token
}

#[delayed(eager = merge_now)]
pub(crate) fn merge(log: &Log, mut a: Token, b: Token, op: u32) -> Token {
    log.see(op, mix(a.history, b.history));
    a.add(b.history);
    a
}

#[delayed(eager = look_now)]
pub(crate) fn look(log: &Log, token: &Token, op: u32) -> Number {
    log.see(op, token.history);
    Number::new(log, mix(token.history, op))
}

#[delayed(eager = compare_now)]
pub(crate) fn compare(log: &Log, a: &Token, b: &Token, op: u32) -> Token {
    log.see(op, mix(a.history, b.history));
    Token::new(log, mix(a.history, b.history))
}

#[delayed(eager = change_now)]
pub(crate) fn change(log: &Log, token: &mut Token, op: u32) {
    log.see(op, token.history);
    token.add(op.into());
}

#[delayed(eager = tell_now)]
pub(crate) fn tell(log: &Log, token: &mut Token, op: u32) -> Number {
    log.see(op, token.history);
    token.add(op.into());
    Number::new(log, mix(token.history, op))
}

#[delayed(eager = absorb_now)]
pub(crate) fn absorb(log: &Log, a: &mut Token, b: &Token, op: u32) {
    log.see(op, mix(a.history, b.history));
    a.add(b.history);
}

#[delayed(eager = exchange_now)]
pub(crate) fn exchange(log: &Log, a: &mut Token, b: &mut Token, op: u32) -> Number {
    log.see(op, mix(a.history, b.history));
    std::mem::swap(a, b);
    a.add(op.into());
    Number::new(log, a.history)
}

/// Clones the number if it gets a `&`.
#[delayed(eager = feed_now)]
pub(crate) fn feed(log: &Log, token: &mut Token, number: Number, op: u32) {
    log.see(op, mix(token.history, number.0));
    token.add(number.0);
}

#[delayed(eager = bump_now)]
pub(crate) fn bump(log: &Log, mut number: Number, op: u32) -> Number {
    log.see(op, number.0);
    number.0 = mix(number.0, op);
    number
}

#[delayed(eager = sum_now)]
pub(crate) fn sum(log: &Log, a: &Number, b: Number, op: u32) -> Number {
    log.see(op, mix(a.0, b.0));
    Number::new(log, mix(a.0, b.0))
}

#[delayed(eager = add_to_now)]
pub(crate) fn add_to(log: &Log, a: &mut Number, b: &Number, op: u32) {
    log.see(op, mix(a.0, b.0));
    a.0 = mix(a.0, b.0);
}

#[delayed(eager = merge_many_now)]
pub(crate) fn merge_many(log: &Log, tokens: Vec<Token>, op: u32) -> Token {
    let history = tokens.iter().fold(0, |all, token| mix(all, token.history));
    log.see(op, history);
    Token::new(log, history)
}

#[delayed(eager = sum_many_now)]
pub(crate) fn sum_many(log: &Log, numbers: Vec<Number>, op: u32) -> Number {
    let sum = numbers.iter().fold(0, |all, number| mix(all, number.0));
    log.see(op, sum);
    Number::new(log, sum)
}

#[delayed(eager = sum_shapes_now)]
pub(crate) fn sum_shapes(
    log: &Log,
    (a, b): (Number, Number),
    array: [Number; 2],
    option: Option<Number>,
    sorted: BTreeMap<u8, Number>,
    hashed: HashMap<u8, Number>,
    op: u32,
) -> Number {
    let option = option.as_ref().map_or(7, |number| number.0);
    let mut all = vec![a.0, b.0, array[0].0, array[1].0, option];
    all.extend(sorted.into_iter().map(|(key, number)| mix(number.0, key)));
    let mut hashed: Vec<_> = hashed.into_iter().collect();
    hashed.sort_by_key(|(key, _)| *key);
    all.extend(hashed.into_iter().map(|(key, number)| mix(number.0, key)));
    let sum = all.into_iter().fold(0, mix);
    log.see(op, sum);
    Number::new(log, sum)
}

/// Two results, which become handles of their own.
pub(crate) fn split_now(log: &Log, token: Token, op: u32) -> (Token, Number) {
    log.see(op, token.history);
    let number = Number::new(log, mix(token.history, op));
    (token, number)
}

/// A graph that grows while it runs, `depth` times.
pub(crate) fn grow(log: &Log, token: Token, op: u32, depth: u8) -> Delayed<'_, Token> {
    if depth == 0 {
        return Delayed::ready(token);
    }
    let mut token = eat(log, token, op);
    let seen = look(log, &token, op + 1);
    let _ = change(log, &mut token, op + 2);
    let _ = feed(log, &mut token, seen, op + 3);
    token.and_then(move |token| grow(log, token, op + 4, depth - 1))
}

pub(crate) fn grow_now(log: &Log, token: Token, op: u32, depth: u8) -> Token {
    if depth == 0 {
        return token;
    }
    let mut token = eat_now(log, token, op);
    let seen = look_now(log, &token, op + 1);
    change_now(log, &mut token, op + 2);
    feed_now(log, &mut token, seen, op + 3);
    grow_now(log, token, op + 4, depth - 1)
}

#[delayed]
pub(crate) fn dynamic<'a>(log: &'a Log, token: Token, op: u32, depth: u8) -> Delayed<'a, Token> {
    if depth == 0 {
        return make(log, op + 1).and_then(move |new| merge(log, new, token, op));
    }
    dynamic(log, token, op + 2, depth - 1)
}

pub(crate) fn dynamic_now(log: &Log, token: Token, op: u32, depth: u8) -> Token {
    if depth == 0 {
        return merge_now(log, make_now(log, op + 1), token, op);
    }
    dynamic_now(log, token, op + 2, depth - 1)
}
