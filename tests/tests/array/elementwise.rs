//! Operations on each element, and chains of them.

use proptest::prelude::*;
use tembel::array::ndarray::{Array1, ArrayD, IxDyn, Zip, arr0, s};
use tembel::array::{self, Array, select};

use super::plain::{Data, assert_elements, leaf, shape, workers};

/// A step of a chain, on an array and on the plain array that it has to equal.
#[derive(Clone, Copy, Debug)]
enum Step {
    AddScalar,
    ScalarSub,
    Neg,
    Square,
    Other,
    OtherReversed,
    Twice,
    Transposed,
    Select,
    Cast,
    Persist,
    Rechunk(u64),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        Just(Step::AddScalar),
        Just(Step::ScalarSub),
        Just(Step::Neg),
        Just(Step::Square),
        Just(Step::Other),
        Just(Step::OtherReversed),
        Just(Step::Twice),
        Just(Step::Transposed),
        Just(Step::Select),
        Just(Step::Cast),
        Just(Step::Persist),
        any::<u64>().prop_map(Step::Rechunk),
    ]
}

type Lazy<'a> = Array<'a, f64, IxDyn>;

fn apply<'a>(step: Step, x: Lazy<'a>, other: &Lazy<'a>) -> Lazy<'a> {
    // Keeps numbers small and exact, so that the order of operations cannot be seen.
    let small = |x: Lazy<'a>| x % 64.0;
    match step {
        Step::AddScalar => x + 3.0,
        Step::ScalarSub => 1.0 - x,
        Step::Neg => -x,
        Step::Square => small(x.powi(2)),
        Step::Other if x.shape() == other.shape() => small(x * other),
        Step::OtherReversed if x.shape() == other.shape() => other - x,
        Step::Other | Step::OtherReversed => x,
        Step::Twice => &x + &x - &x,
        Step::Transposed => x.t(),
        Step::Select => select(&x.gt(0.0), &x, &(&x * 2.0)),
        Step::Cast => (x.cast::<i32>() & 15).map(f64::from),
        Step::Persist => x.persist(),
        Step::Rechunk(cuts) => {
            let chunks = super::plain::chunks_of(x.shape(), cuts);
            x.chunks(chunks)
        }
    }
}

fn apply_plain(step: Step, x: &ArrayD<f64>, other: &ArrayD<f64>) -> ArrayD<f64> {
    match step {
        Step::AddScalar => x + 3.0,
        Step::ScalarSub => 1.0 - x,
        Step::Neg => -x,
        Step::Square => x.mapv(|x| (x * x) % 64.0),
        Step::Other if x.shape() == other.shape() => (x * other).mapv(|x| x % 64.0),
        Step::OtherReversed if x.shape() == other.shape() => other - x,
        Step::Other | Step::OtherReversed | Step::Twice | Step::Persist | Step::Rechunk(_) => {
            x.clone()
        }
        Step::Transposed => x.t().to_owned(),
        Step::Select => x.mapv(|x| if x > 0.0 { x } else { x * 2.0 }),
        #[expect(clippy::cast_possible_truncation, reason = "the numbers are small")]
        Step::Cast => x.mapv(|x| f64::from(x as i32 & 15)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_chain_of_operations_gives_what_ndarray_gives(
        shape in shape(),
        leaves in (leaf(), leaf()),
        cuts in any::<(u64, u64)>(),
        steps in proptest::collection::vec(step(), 0..12),
    ) {
        let (data, others) = (Data::new(&shape, 1), Data::new(&shape, 2));
        let other = others.array(leaves.1, cuts.1, 2);
        let mut lazy = data.array(leaves.0, cuts.0, 1);
        let mut plain = data.plain.clone();
        for step in steps {
            lazy = apply(step, lazy, &other);
            plain = apply_plain(step, &plain, &others.plain);
        }
        assert_elements(&lazy, &plain);
        prop_assert_eq!(tembel::compute(lazy.into_delayed()), plain);
    }

    #[test]
    fn two_shapes_are_broadcast_as_ndarray_does(
        shape in super::plain::solid_shape(),
        ones in any::<(u8, u8)>(),
        missing in 0..3_usize,
        leaves in (leaf(), leaf()),
        cuts in any::<(u64, u64)>(),
    ) {
        let with_ones = |ones: u8| -> Vec<usize> {
            shape.iter().enumerate().map(|(axis, &len)| if ones >> axis & 1 == 1 { 1 } else { len }).collect()
        };
        let (left, right) = (with_ones(ones.0), with_ones(ones.1));
        let right = right[missing.min(right.len())..].to_vec();
        let (a, b) = (Data::new(&left, 1), Data::new(&right, 2));
        let lazy = a.array(leaves.0, cuts.0, 1) - b.array(leaves.1, cuts.1, 2);
        assert_elements(&lazy, &(&a.plain - &b.plain));
    }
}

#[test]
fn a_deferred_scalar_fits_every_shape() {
    let data = Data::new(&[5, 7], 3);
    let x = data.array(super::plain::Leaf::Borrowed, 5, 3);
    let mean = data.plain.sum() / 35.0;
    assert_elements(&(&x - x.mean()), &(&data.plain - &arr0(mean).into_dyn()));
}

#[test]
fn a_part_that_is_used_twice_is_evaluated_once_for_each_element() {
    use std::sync::atomic::{AtomicUsize, Ordering};
    let count = AtomicUsize::new(0);
    let x = array::arange(0, 1000).chunks(300).map(|x| {
        count.fetch_add(1, Ordering::Relaxed);
        x
    });
    let y = (&x + &x) * &x;
    let expected: i32 = (0..1000).map(|x| 2 * x * x).sum();
    assert_eq!(y.sum().compute(), expected);
    assert_eq!(count.load(Ordering::Relaxed), 1000);
}

#[test]
fn an_expression_that_doubles_in_each_step_does_not_grow() {
    let mut x = array::ones::<i64, _>(10);
    for _ in 0..40 {
        x = &x + &x;
    }
    assert_eq!(x.compute()[0], 1 << 40);
}

#[test]
fn a_chain_of_a_hundred_thousand_operations_runs_on_a_small_stack() {
    let thread = std::thread::Builder::new().stack_size(2 << 20).spawn(|| {
        let mut x = array::zeros::<i64, _>(3);
        for _ in 0..100_000 {
            x = x + 1;
        }
        x.compute().to_vec()
    });
    assert_eq!(
        thread
            .expect("a thread")
            .join()
            .expect("it does not overflow"),
        [100_000; 3]
    );
}

#[test]
fn arithmetic_with_scalars_has_the_bits_of_each_operation_alone() {
    macro_rules! check {
        ($float:ty) => {
            for len in [0, 1, 7, 64, 65, 1000, 5003] {
                let numbers: Array1<$float> = Array1::linspace(-3.0, 7.0, len);
                let plain = 0.7 / ((2.5 - ((&numbers + 0.1) * 1.7 - 0.3) / 0.9) * 3.0);
                let x = array::from_ndarray(&numbers);
                let part = (&x + 0.1) * 1.7 - 0.3;
                let lazy = 0.7 / ((2.5 - &part / 0.9) * 3.0);
                for executor in workers() {
                    assert_eq!(lazy.clone().compute_on(&executor), plain, "{len}");
                }
                // A part that others use too, a part that is evaluated first, the other way round.
                let plain = (&numbers + 0.1) * 1.7 - 0.3;
                assert_eq!((&part * 2.0 + &part).compute(), &plain * 2.0 + &plain);
                let chunks = len.max(1).div_ceil(3);
                let roots = x.abs().sqrt().chunks(chunks) * 2.0;
                assert_eq!((roots - 1.0).compute(), numbers.abs().sqrt() * 2.0 - 1.0);
                let backwards = part.slice(s![..;-1]) * 0.3;
                assert_eq!(backwards.compute(), plain.slice(s![..;-1]).mapv(|x| x * 0.3));
            }
        };
    }
    check!(f32);
    check!(f64);
}

#[test]
fn functions_of_floats_are_those_of_the_standard_library_bit_by_bit() {
    let x = array::linspace(0.1, 0.9, 257).chunks(100);
    let plain = x.clone().compute();
    type One = (
        fn(&array::Array1<'static, f64>) -> array::Array1<'static, f64>,
        fn(f64) -> f64,
    );
    let all: [One; 6] = [
        (|x| x.sqrt(), f64::sqrt),
        (|x| x.exp(), f64::exp),
        (|x| x.ln(), f64::ln),
        (|x| x.sin(), f64::sin),
        (|x| x.tanh(), f64::tanh),
        (|x| x.floor(), f64::floor),
    ];
    for (lazy, eager) in all {
        for executor in workers() {
            assert_eq!(lazy(&x).compute_on(&executor), plain.mapv(eager));
        }
    }
}

#[test]
fn select_takes_each_element_from_where_the_condition_says() {
    let data = Data::new(&[9, 11], 1);
    let x = data.array(super::plain::Leaf::Borrowed, 7, 1);
    let row = array::arange(0.0, 11.0);
    let lazy = select(&x.lt(&row), &x, &row);
    let expected = ArrayD::from_shape_fn(IxDyn(&[9, 11]), |index| {
        let column = f64::from(u8::try_from(index[1]).expect("small"));
        data.plain[&index].min(column)
    });
    assert_elements(&lazy, &expected);
    let mut count = 0;
    Zip::from(&expected).for_each(|_| count += 1);
    assert_eq!(count, 99);
}

#[test]
fn rows_and_columns_of_chunks_meet_in_squares_that_are_cut_where_they_are() {
    let x = array::arange(0, 64 * 64).reshape((64, 64)).chunks((4, 64));
    let sum = &x + x.t();
    assert_eq!([sum.grid().sizes(0), sum.grid().sizes(1)], [[16; 4]; 2]);
    let plain = x.clone().compute();
    assert_elements(&sum, &(&plain + &plain.t()));
    assert_eq!((&x + &x).grid(), x.grid());

    let (x, y) = (
        array::zeros::<i32, _>((10, 7)).chunks((3, 7)),
        array::eye(10),
    );
    let y = y.slice(array::s![.., ..7]).chunks((10, 2));
    let sum = x + &y;
    assert_eq!(sum.grid().sizes(0), [3, 3, 3, 1]);
    assert_eq!(sum.grid().sizes(1), [6, 1]);
    assert_elements(&sum, &y.compute());
}
