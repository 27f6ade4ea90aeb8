//! Nothing is recursive in the size of the graph: all of this is on a stack of 2 MiB.

use tembel::{Delayed, delayed, gather};
use tembel_tests::on_a_small_stack;

/// Ten million; in debug builds a tenth of it, so that the tests take seconds.
const LONG: u64 = if cfg!(debug_assertions) {
    1_000_000
} else {
    10_000_000
};
const MILLION: u64 = if cfg!(debug_assertions) {
    300_000
} else {
    1_000_000
};

#[delayed(cost = "light")]
fn inc(x: u64) -> u64 {
    x + 1
}

#[delayed(cost = "light")]
fn add(x: &u64, y: &u64) -> u64 {
    x.wrapping_add(*y) % 1_000_007
}

#[delayed]
fn total(xs: Vec<u64>) -> u64 {
    xs.iter().sum()
}

fn chain(length: u64) -> Delayed<'static, u64> {
    (0..length).fold(Delayed::ready(0), |x, _| inc(x))
}

#[test]
fn a_long_chain_runs() {
    assert_eq!(on_a_small_stack(|| chain(LONG).compute()), LONG);
}

#[test]
fn a_long_chain_is_dropped_without_a_run() {
    on_a_small_stack(|| drop(chain(LONG)));
}

#[test]
fn a_long_chain_fails() {
    let error = on_a_small_stack(|| {
        let first = Delayed::<u64>::new(|| panic!("at the start"));
        let last = (0..MILLION).fold(first, |x, _| inc(x));
        last.try_compute().expect_err("its first task panics")
    });
    assert!(error.to_string().contains("at the start"), "{error}");
}

#[test]
fn a_long_chain_of_writes_runs() {
    #[delayed]
    fn bump(x: &mut u64) {
        *x += 1;
    }
    let value = on_a_small_stack(|| {
        let mut x = Delayed::ready(0);
        for _ in 0..MILLION {
            let _ = bump(&mut x);
        }
        x.compute()
    });
    assert_eq!(value, MILLION);
}

#[test]
fn a_large_fan_in_runs_and_is_dropped() {
    let sum = on_a_small_stack(|| {
        drop(total((0..MILLION).map(inc).collect::<Vec<_>>()));
        total((0..MILLION).map(inc).collect::<Vec<_>>()).compute()
    });
    assert_eq!(sum, MILLION * (MILLION + 1) / 2);
}

#[test]
fn a_large_fan_out_runs_and_is_dropped() {
    let sum = on_a_small_stack(|| {
        let fan = || {
            let one = Delayed::new(|| 1);
            (0..MILLION).map(|_| inc(&one)).collect::<Vec<_>>()
        };
        drop(fan());
        gather(fan()).compute().iter().sum::<u64>()
    });
    assert_eq!(sum, 2 * MILLION);
}

#[test]
fn a_value_read_a_million_times_is_taken() {
    let all = on_a_small_stack(|| {
        let one = Delayed::new(|| 1);
        let readers: Vec<_> = (0..MILLION).map(|_| add(&one, &one)).collect();
        let taken = inc(one);
        tembel::compute((taken, readers))
    });
    assert_eq!((all.0, all.1.iter().sum::<u64>()), (2, 2 * MILLION));
}

#[test]
fn a_graph_of_over_aligned_values_runs() {
    #[derive(Clone, Copy)]
    #[repr(align(32))]
    struct Wide(u64);
    #[delayed(cost = "light")]
    fn step(x: &Wide, y: &Wide) -> Wide {
        Wide(x.0 + 1 + (y.0 - x.0))
    }
    let value = on_a_small_stack(|| {
        let mut last = (Delayed::ready(Wide(0)), Delayed::ready(Wide(0)));
        for _ in 0..MILLION / 10 {
            let next = step(&last.0, &last.1);
            last = (last.1, next);
        }
        last.1.compute().0
    });
    // Each is one more than the one before.
    assert_eq!(value, MILLION / 10);
}

fn grid(side: usize) -> Vec<Delayed<'static, u64>> {
    let mut row: Vec<Delayed<u64>> = (0..side).map(|_| Delayed::ready(1)).collect();
    for _ in 1..side {
        let mut next: Vec<Delayed<u64>> = vec![Delayed::ready(1)];
        for column in 1..side {
            let cell = add(&row[column], &next[column - 1]);
            next.push(cell);
        }
        row = next;
    }
    row
}

#[test]
fn a_grid_runs_and_is_dropped() {
    let side = if cfg!(debug_assertions) { 500 } else { 1000 };
    let mut expected = vec![1_u64; side];
    for _ in 1..side {
        for column in 1..side {
            expected[column] = (expected[column] + expected[column - 1]) % 1_000_007;
        }
    }
    let values = on_a_small_stack(|| {
        drop(grid(side));
        tembel::compute(grid(side))
    });
    assert_eq!(values, expected);
}

#[test]
fn a_chain_of_and_then_runs_and_is_dropped() {
    let chain = || {
        (0..MILLION).fold(Delayed::ready(0), |x, _| {
            x.and_then(|x| Delayed::ready(x + 1))
        })
    };
    let value = on_a_small_stack(|| {
        drop(chain());
        chain().compute()
    });
    assert_eq!(value, MILLION);
}

#[test]
fn a_chain_of_and_then_whose_tasks_join_the_run() {
    let value = on_a_small_stack(|| {
        let chain = (0..MILLION).fold(Delayed::ready(0), |x, _| x.and_then(inc));
        chain.compute()
    });
    assert_eq!(value, MILLION);
}

#[delayed]
fn plus(x: u64, y: u64) -> u64 {
    x + y
}

#[delayed]
fn fib(n: u64) -> Delayed<u64> {
    if n < 2 {
        Delayed::ready(n)
    } else {
        plus(fib(n - 1), fib(n - 2))
    }
}

#[test]
fn a_recursive_dynamic_function_runs() {
    // A quarter of a million calls.
    let (n, expected) = if cfg!(debug_assertions) {
        (20, 6765)
    } else {
        (25, 75025)
    };
    assert_eq!(on_a_small_stack(|| fib(n).compute()), expected);
}

#[test]
fn a_loop_of_data_dependent_steps_runs() {
    fn step(state: u64, left: u64) -> Delayed<'static, u64> {
        if left == 0 {
            return Delayed::ready(state);
        }
        let next = Delayed::new(move || state * 5 % 1_000_003 + 1);
        next.and_then(move |state| step(state, left - 1))
    }
    let steps = MILLION;
    let expected = (0..steps).fold(1, |state, _| state * 5 % 1_000_003 + 1);
    assert_eq!(on_a_small_stack(|| step(1, steps).compute()), expected);
}

#[test]
fn a_loop_of_steps_that_read_and_write_runs() {
    #[delayed]
    fn push(xs: &mut Vec<u64>, x: u64) {
        xs[0] += x;
    }
    #[delayed]
    fn rounds(mut xs: Vec<u64>, left: u64) -> Delayed<'static, Vec<u64>> {
        if left == 0 {
            return Delayed::ready(xs);
        }
        xs[1] += 1;
        let mut xs = Delayed::ready(xs);
        let _ = push(&mut xs, left);
        rounds(xs, left - 1)
    }
    let xs = on_a_small_stack(|| rounds(vec![0, 0], 50_000).compute());
    assert_eq!(xs, [1_250_025_000, 50_000]);
}
