//! Straight lines: lets, calls, borrows, changes, moves.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::calls::join;
use crate::law::{Counted, add, drops, load, nap, total};

fn shift(v: &mut Vec<i64>, by: i64) {
    nap();
    v.iter_mut().for_each(|x| *x += by);
}
fn eat(v: Vec<i64>) -> i64 {
    nap();
    v.len() as i64
}

#[test]
fn a_chain_of_calls() {
    same! { {
        let a = load(4);
        let b = total(&a);
        let c = add(b, 1);
        add(c, b)
    } };
}

#[test]
fn a_write_waits_for_every_reader() {
    same! { {
        let mut a = load(5);
        let s = total(&a);
        let t = total(&a[1..]);
        shift(&mut a, 10);
        let u = total(&a);
        shift(&mut a, s);
        (a, s, t, u)
    } };
}

#[test]
fn a_move_waits_for_every_reader() {
    same! { {
        let a = load(5);
        let s = total(&a);
        let n = eat(a);
        add(s, n)
    } };
}

#[test]
fn nested_calls_and_constructors() {
    same! { {
        let x = Some(add(add(1, 2), add(3, total(&load(4)))));
        (x, vec![add(1, 1), add(2, 2)], [total(&load(3)); 2])
    } };
}

#[test]
fn shadowing() {
    same! { {
        let x = load(3);
        let x = total(&x);
        let x = add(x, x);
        let y = { let x = add(x, 1); add(x, x) };
        add(x, y)
    } };
}

#[test]
fn patterns() {
    same! { {
        let (a, mut b) = (load(2), load(3));
        let [x, y] = [add(1, 2), add(3, 4)];
        shift(&mut b, x);
        let Some(z) = Some(add(x, y)) else { panic!("none") };
        let (p, (q, r)) = (1, (2, z));
        (a, b, p + q + r)
    } };
}

#[test]
fn inference_flows_backwards() {
    same! { {
        let mut v = Vec::new();
        let n = "7".parse().unwrap();
        let mut out = Default::default();
        v.push(add(1, 2));
        v.push(n);
        out = v.clone();
        let s: i64 = out.iter().sum();
        (v, s)
    } };
}

#[test]
fn captured_values_are_borrowed_or_moved() {
    same! {
        [
        let data = vec![1, 2, 3];
        let owned = vec![4];
        let k = 3;
        ]
        {
            let s = total(&data);
            let t = total(&data[1..]);
            let e = eat(owned);
            add(s + t, e + k)
        }
    };
}

#[test]
fn a_captured_variable_is_changed() {
    same! {
        [
        let mut data = vec![1, 2, 3];
        ]
        {
            let s = total(&data);
            shift(&mut data, s);
            let t = total(&data);
            (s, t)
        }
    };
}

#[test]
fn aliases() {
    same! { {
        let mut a = load(4);
        let f = |x: &i64| x + 1;
        let r = &a[1..];
        let s = total(r);
        let t = r.iter().map(f).sum::<i64>();
        let w = &mut a;
        w.push(s);
        w.push(t);
        a
    } };
}

#[test]
fn while_and_loop_are_one_task() {
    same! { {
        let mut i = 0;
        let mut v = Vec::new();
        while i < 5 {
            v = join(v, load(i));
            i += 1;
        }
        let n = loop { i += 2; if i > 10 { break i } };
        (v, i, n)
    } };
}

#[test]
fn a_loop_over_known_data() {
    same! {
        [
        let data = [3, 1, 2];
        ]
        {
            let mut out = Vec::new();
            let mut sum = 0;
            for lag in 0..4 {
                out.push(total(&load(lag)));
            }
            for x in data {
                let y = add(x, sum);
                sum += y;
                out.push(y);
            }
            for (i, x) in data.iter().enumerate() {
                out.push(add(*x, i as i64));
            }
            (out, sum)
        }
    };
}

#[test]
fn drops_are_counted() {
    same! {
        [let drops = drops();]
        {
            let a = Counted::new(1, &drops);
            let _b = Counted::new(2, &drops);
            let c = Counted::new(a.0 + 2, &drops);
            Counted::new(9, &drops);
            let _ = Counted::new(4, &drops);
            drop(a);
            c
        }
    };
}

#[test]
fn assignments_and_late_values() {
    same! { {
        let x;
        let y;
        x = add(1, 2);
        if x > 2 { y = 1 } else { y = 2 }
        let mut z = add(x, y);
        z = add(z, z);
        let old = z;
        z += old;
        z
    } };
}

#[test]
fn exchange() {
    same! { {
        let mut s = load(2);
        let mut n = 0;
        while n < 3 { s = join(s, vec![n]); n += 1; }
        s = join(s, load(1));
        (s.len(), eat(s), n)
    } };
}

#[test]
fn format_macros_read() {
    same! { {
        let a = load(3);
        let n = add(1, 2);
        let text = format!("{a:?} {n} {} {x}", n + 1, x = total(&a));
        println!("{text}");
        text
    } };
}

#[test]
fn a_value_that_is_overwritten_does_not_live_on() {
    struct Live<'c>(&'c AtomicUsize, &'c AtomicUsize);
    impl Drop for Live<'_> {
        fn drop(&mut self) {
            self.0.fetch_sub(1, Ordering::SeqCst);
        }
    }
    fn live<'c>(now: &'c AtomicUsize, most: &'c AtomicUsize) -> Live<'c> {
        most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        Live(now, most)
    }
    fn next<'c>(live_one: &Live<'c>) -> Live<'c> {
        live(live_one.0, live_one.1)
    }
    let (now, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let block = tembel::lazy! {
        let mut x = live(&now, &most);
        for _ in 0..100 {
            x = next(&x);
        }
        x
    };
    drop(block.compute());
    assert_eq!((now.into_inner(), most.into_inner()), (0, 2));
}
