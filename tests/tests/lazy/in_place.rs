//! `#[delayed]` functions whose call is a part of something else, and plain ones that must stay there.

use crate::law::{executors, nap};
use std::sync::{Mutex, MutexGuard};

#[tembel::delayed(eager = plain_plus)]
fn plus(a: i64, b: i64) -> i64 {
    nap();
    a + b
}
#[tembel::delayed(eager = plain_list)]
fn list(n: i64) -> Vec<i64> {
    nap();
    vec![n, n + 1]
}
mod plain {
    pub(super) use super::{plain_list as list, plain_plus as plus};
}

fn first(all: &[i64]) -> Option<&i64> {
    all.first()
}
fn local(n: i64) -> std::rc::Rc<i64> {
    std::rc::Rc::new(n)
}
fn locked(all: &Mutex<i64>) -> MutexGuard<'_, i64> {
    all.lock().unwrap()
}

/// The block with plain functions, and lazily with deferred ones.
macro_rules! twins {
    ({ $($block:tt)* }) => {{
        let plain = {
            #[allow(unused_imports)]
            use plain::*;
            (|| { $($block)* })()
        };
        for executor in executors() {
            assert_eq!(plain, executor.compute(tembel::lazy! { $($block)* }), "{executor:?}");
        }
    }};
}

#[test]
fn in_arguments_of_macros() {
    twins!({
        let n = plus(1, 2);
        let text = format!(
            "{} {n} {:?} {it}",
            plus(1, n),
            list(n).len(),
            it = plus(n, n)
        );
        assert_eq!(plus(1, 2), 3, "{}", plus(1, 2));
        assert!(list(3).len() == 2, "{}", plus(n, 2));
        assert_ne!(plus(n, 1), n);
        println!("{}", plus(1, 2));
        let same = matches!(plus(1, 1), 2);
        (text, same)
    });
}

#[test]
fn at_the_root_of_a_chain() {
    twins!({
        let a = plus(1, 2).pow(2);
        let b = list(a).iter().sum::<i64>() + plus(a, 1).abs();
        let mut c = list(b);
        c.push(plus(c.len() as i64, 1).max(3));
        plus(a, list(b).into_iter().max().unwrap()).min(c[2])
    });
}

#[test]
fn in_conditions_and_in_what_a_branch_or_a_loop_looks_at() {
    twins!({
        let mut n = plus(1, 2);
        if plus(n, 1) > 3 && !list(n).is_empty() {
            n += 1;
        }
        match plus(n, 1) {
            5 => n *= 2,
            _ => n = 0,
        }
        if let [_, last] = list(n)[..] {
            n += last;
        }
        while plus(n, 1) < 30 {
            n += 1;
        }
        let mut sum = 0;
        for one in list(n) {
            if one > 1000 {
                break;
            }
            sum += one;
        }
        (n, sum)
    });
}

#[test]
fn what_is_lent_or_stays_on_its_thread_is_evaluated_in_place() {
    twins!({
        let all = list(4);
        let shared = Mutex::new(3);
        let a = *first(&list(3))?;
        let b = *first(&all)? + *first(&all[1..])?;
        let c = format!("{} {}", local(a), first(&all)?);
        assert_eq!(*local(2), 2);
        assert_eq!(local(3).abs(), 3);
        let d = local(b).pow(2);
        let e = locked(&shared).abs();
        Some((a, b, c, d, e, format!("{}", locked(&shared))))
    });
}
