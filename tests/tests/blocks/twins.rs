//! Runs a block twice, as plain Rust and as `lazy!`, and compares.

use std::fmt::Debug;
use std::panic::{AssertUnwindSafe, catch_unwind};

use tembel::Executor;
use tembel_tests::{Census, executors, text_of};

use crate::words::Effects;

/// What came of one run.
#[derive(Debug)]
pub(crate) struct Seen<T> {
    /// The value, or what the panic says.
    end: Result<T, String>,
    effects: i64,
    census: Census,
}

/// Runs, whatever happens.
pub(crate) fn seen<T>(run: impl FnOnce(&Census, &Effects) -> T) -> Seen<T> {
    let (census, effects) = (Census::new(), Effects::default());
    let end = catch_unwind(AssertUnwindSafe(|| run(&census, &effects)));
    Seen {
        end: end.map_err(|payload| text_of(&*payload)),
        effects: effects.seen(),
        census,
    }
}

/// Asserts that the lazy block, however it is run, gives what the plain one gave.
///
/// The mode says how the block may end: `whole` always with its last statement, `guarded` at a `?` or an `assert!`, which effects wait for,
/// `panicking` in a function that it calls.
pub(crate) fn agree<T: PartialEq + Debug>(
    plain: Seen<T>,
    mode: &str,
    lazy: impl Fn(&Executor<'static>, &Census, &Effects) -> T,
) {
    for seed in 1..4 {
        for (name, executor) in executors(seed) {
            let lazy = seen(|census, effects| lazy(&executor, census, effects));
            assert_eq!(plain.end, lazy.end, "{name}");
            drop(lazy.end);
            if mode != "panicking" {
                assert_eq!(plain.effects, lazy.effects, "the effects, {name}");
            }
            if mode == "whole" {
                lazy.census.assert_over(plain.census.made());
            }
            lazy.census.assert_all_dropped();
        }
    }
}

/// `same! { whole |census, effects| [setup] { block } }` runs the block as plain Rust and as `lazy!`, each after the setup.
macro_rules! same {
    ($mode:ident |$census:ident, $effects:ident| [$($setup:tt)*] { $($block:tt)* }) => {{
        let plain = $crate::twins::seen(|$census, $effects| {
            use $crate::words::{*, plain::*};
            $($setup)*
            (|| { $($block)* })()
        });
        $crate::twins::agree(plain, stringify!($mode), |executor, $census, $effects| {
            use $crate::words::{*, delayed::*};
            $($setup)*
            executor.compute(tembel::lazy! { $($block)* })
        });
    }};
}
