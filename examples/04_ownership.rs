//! What happens to a value: moved, read, changed in place or cloned, as with the plain function.

use tembel::{Delayed, ErrorKind, compute, delayed, gather};

/// Neither `Clone` nor `Copy`: there is one of it, whatever the graph does.
#[derive(Debug, PartialEq)]
struct Account {
    entries: Vec<i64>,
}

#[delayed]
fn open(first: i64) -> Account {
    Account {
        entries: vec![first],
    }
}

#[delayed]
fn balance(account: &Account) -> i64 {
    account.entries.iter().sum()
}

#[delayed]
fn deposit(account: &mut Account, amounts: &[i64]) {
    account.entries.extend(amounts);
}

#[delayed]
fn close(account: Account) -> Vec<i64> {
    account.entries
}

#[delayed]
fn greet(mut name: String) -> String {
    name.insert_str(0, "hello ");
    name
}

fn main() {
    read_and_move();
    write();
    clone();
    borrowed();
}

/// `&x` reads, beside other readers. `x` moves: it waits for them.
fn read_and_move() {
    let account = open(100);
    let (a, b) = (balance(&account), balance(&account));
    let entries = close(account); // `account` is gone: a use after this line does not compile
    let (a, b, entries) = compute((a, b, entries));
    println!("read and move: {a}, {b}, {entries:?}");
    assert_eq!((a, b, entries), (100, 100, vec![100]));
}

/// `&mut x` changes in place: reads before it see the old value, reads after it the new one.
fn write() {
    let salary = [30, 12]; // a local slice: tasks may borrow it
    let mut account = open(100);
    let before = balance(&account);
    let done = deposit(&mut account, &salary[..]);
    let after = balance(&account);
    drop(done); // the change does not depend on this handle, which stands for the `()` of the call

    let all = gather((before, after, account)); // one handle for the three
    print!("write: {}", all.graph());
    let (before, after, account) = all.compute();
    println!("  before {before}, after {after}, {account:?}");
    assert_eq!((before, after), (100, 142));
    assert_eq!(account.entries, [100, 30, 12]);
}

/// `&x` where a `T` is expected clones, if `T` is `Clone`; `x.clone()` says it in words.
fn clone() {
    let name = Delayed::new(|| String::from("Ada"));
    let (first, second) = (greet(&name), greet(name.clone()));
    let texts = compute([first, second, name]);
    println!("clone: {texts:?}");
    assert_eq!(texts, ["hello Ada", "hello Ada", "Ada"]);
}

/// A value is not taken from under a reader that is not in the run. Nothing has run then.
fn borrowed() {
    let account = open(100);
    let reader = balance(&account);
    let entries = close(account);
    let error = entries.try_compute().unwrap_err();
    println!("borrowed: {error}");
    assert_eq!(error.kind(), ErrorKind::Borrowed);
    drop(reader);

    // One way out: look at the value without taking it.
    let account = open(100);
    let reader = balance(&account);
    assert_eq!(account.force().entries, [100]);
    assert_eq!(reader.compute(), 100);
    assert_eq!(close(account).compute(), [100]);
}
