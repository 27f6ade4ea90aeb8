//! Reductions.

use proptest::prelude::*;
use tembel::Delayed;
use tembel::array::ndarray::{ArrayD, Axis, IxDyn};
use tembel::array::{self, Array};

use super::plain::{Data, assert_elements, leaf, on_all, shape, solid_shape, workers};

/// Asserts what a value is, on 1, 2 and 8 workers.
#[track_caller]
fn assert_value<'a, T: PartialEq + std::fmt::Debug>(
    make: impl Fn() -> Delayed<'a, T>,
    expected: T,
) {
    for executor in workers() {
        assert_eq!(executor.compute(make()), expected);
    }
}

fn along<B: Clone>(plain: &ArrayD<f64>, axis: usize, f: impl Fn(&[f64]) -> B) -> ArrayD<B> {
    plain.map_axis(Axis(axis), |lane| f(&lane.to_vec()))
}

fn first(values: &[f64], is_better: impl Fn(f64, f64) -> bool) -> usize {
    (1..values.len()).fold(0, |best, at| {
        if is_better(values[at], values[best]) {
            at
        } else {
            best
        }
    })
}

fn count(len: usize) -> f64 {
    f64::from(u32::try_from(len).expect("small"))
}

fn close(left: f64, right: f64) -> bool {
    (left - right).abs() <= 1e-12 * left.abs().max(1.0) || (left.is_nan() && right.is_nan())
}

fn variance(values: &[f64], ddof: f64) -> f64 {
    let mean = values.iter().sum::<f64>() / count(values.len());
    values.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>()
        / (count(values.len()) - ddof).max(0.0)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sums_means_and_products_are_those_of_ndarray(shape in shape(), leaf in leaf(), cuts in any::<u64>()) {
        let data = Data::new(&shape, 1);
        let x = data.array(leaf, cuts, 1);
        let plain = &data.plain;
        assert_value(|| x.sum(), plain.sum());
        // Powers of two: exact in any order.
        let powers = x.map(|x| if x > 6.0 { 2.0 } else { 1.0 });
        assert_value(|| powers.prod(), plain.mapv(|x| if x > 6.0 { 2.0 } else { 1.0 }).product());
        if !plain.is_empty() {
            assert_value(|| x.mean(), plain.sum() / count(plain.len()));
        }
        assert_value(|| x.gt(7.0).any(), plain.iter().any(|x| *x > 7.0));
        assert_value(|| x.gt(-8.0).all(), plain.iter().all(|x| *x > -8.0));
        for axis in 0..shape.len() {
            assert_elements(&x.sum_axis(axis), &plain.sum_axis(Axis(axis)));
            if let Some(means) = plain.mean_axis(Axis(axis)) {
                assert_elements(&x.mean_axis(axis), &means);
            }
            assert_elements(&x.gt(7.0).any_axis(axis), &along(plain, axis, |lane| lane.iter().any(|x| *x > 7.0)));
            assert_elements(&x.gt(-8.0).all_axis(axis), &along(plain, axis, |lane| lane.iter().all(|x| *x > -8.0)));
        }
    }

    #[test]
    fn extremes_are_those_of_the_elements_and_the_first_of_equal_ones(
        shape in solid_shape(), leaf in leaf(), cuts in any::<u64>(),
    ) {
        let data = Data::new(&shape, 1);
        let x = data.array(leaf, cuts, 1);
        let plain = &data.plain;
        let all: Vec<f64> = plain.iter().copied().collect();
        let (less, more) = (|a: f64, b: f64| a < b, |a: f64, b: f64| a > b);
        assert_value(|| x.min(), all[first(&all, less)]);
        assert_value(|| x.max(), all[first(&all, more)]);
        assert_value(|| x.argmin(), first(&all, less));
        assert_value(|| x.argmax(), first(&all, more));
        for axis in 0..shape.len() {
            assert_elements(&x.min_axis(axis), &along(plain, axis, |lane| lane[first(lane, less)]));
            assert_elements(&x.max_axis(axis), &along(plain, axis, |lane| lane[first(lane, more)]));
            assert_elements(&x.argmin_axis(axis), &along(plain, axis, |lane| first(lane, less)));
            assert_elements(&x.argmax_axis(axis), &along(plain, axis, |lane| first(lane, more)));
        }
    }

    #[test]
    fn variances_are_those_of_the_definition(shape in shape(), leaf in leaf(), cuts in any::<u64>(), ddof in 0..2_u8) {
        let data = Data::new(&shape, 1);
        // Far from zero, where the naive formula loses all digits.
        let far = 1e8;
        let x = data.array(leaf, cuts, 1) + far;
        let plain = &data.plain + far;
        let all: Vec<f64> = plain.iter().copied().collect();
        let ddof = f64::from(ddof);
        let tolerant = |left: f64, right: f64| left.total_cmp(&right).is_eq() || (left.is_nan() && right.is_nan()) || (left - right).abs() < 1e-6;
        for executor in workers() {
            let got = executor.compute(x.var(ddof));
            prop_assert!(tolerant(got, variance(&all, ddof)), "{got}");
            prop_assert!(close(executor.compute(x.std(ddof)), got.sqrt()));
        }
        for axis in 0..shape.len() {
            let got = x.var_axis(axis, ddof).compute();
            let roots = x.std_axis(axis, ddof).compute();
            prop_assert!(roots.iter().zip(&got).all(|(root, got)| close(*root, got.sqrt())));
            let expected = along(&plain, axis, |lane| variance(lane, ddof));
            prop_assert_eq!(got.shape(), expected.shape());
            for (got, expected) in got.iter().zip(&expected) {
                prop_assert!(tolerant(*got, *expected), "{got} {expected}");
            }
        }
    }

    #[test]
    fn what_is_not_a_number_is_left_out_where_asked(
        shape in solid_shape(), leaf in leaf(), cuts in any::<u64>(),
    ) {
        let data = Data::new(&shape, 1);
        let hole = |x: f64| if (x - 3.0).abs() < 0.5 { f64::NAN } else { x };
        let x = data.array(leaf, cuts, 1).map(hole);
        let plain = data.plain.mapv(hole);
        let numbers: Vec<f64> = plain.iter().copied().filter(|x| !x.is_nan()).collect();
        assert_value(|| x.nansum(), numbers.iter().sum());
        assert_value(|| x.nanmin().map(f64::to_bits), numbers.iter().copied().fold(f64::NAN, f64::min).to_bits());
        assert_value(|| x.nanmax().map(f64::to_bits), numbers.iter().copied().fold(f64::NAN, f64::max).to_bits());
        let mean = x.nanmean().compute();
        prop_assert!(close(mean, numbers.iter().sum::<f64>() / count(numbers.len())));
        for axis in 0..shape.len() {
            let sums = plain.map_axis(Axis(axis), |lane| lane.iter().filter(|x| !x.is_nan()).sum::<f64>());
            assert_elements(&x.nansum_axis(axis), &sums);
            for executor in workers() {
                let (least, most) = (x.nanmin_axis(axis).compute_on(&executor), x.nanmax_axis(axis).compute_on(&executor));
                // `f64::min` takes the number where one of the two is none.
                let extremes = |f: fn(f64, f64) -> f64| plain.map_axis(Axis(axis), |lane| lane.iter().copied().fold(f64::NAN, f));
                let bits = |x: ArrayD<f64>| x.mapv(f64::to_bits);
                prop_assert_eq!(bits(least), bits(extremes(f64::min)));
                prop_assert_eq!(bits(most), bits(extremes(f64::max)));
            }
        }
        for executor in workers() {
            let (variance_of, deviation) = executor.compute((x.nanvar(1.0), x.nanstd(1.0)));
            prop_assert!(close(variance_of, variance(&numbers, 1.0)), "{variance_of}");
            prop_assert!(close(deviation, variance_of.sqrt()));
        }
        for axis in 0..shape.len() {
            let expected = plain.map_axis(Axis(axis), |lane| {
                variance(&lane.iter().copied().filter(|x| !x.is_nan()).collect::<Vec<_>>(), 0.0)
            });
            let found = x.nanvar_axis(axis, 0.0).compute();
            let roots = x.nanstd_axis(axis, 0.0).compute();
            prop_assert_eq!(found.shape(), expected.shape());
            for ((found, root), expected) in found.iter().zip(&roots).zip(&expected) {
                prop_assert!(close(*found, *expected) && close(*root, found.sqrt()), "{found} {expected}");
            }
        }
        // Elsewhere it wins.
        if numbers.len() < plain.len() {
            let at = plain.iter().position(|x| x.is_nan()).expect("there is one");
            assert_value(|| x.argmin(), at);
            assert_value(|| x.argmax(), at);
            prop_assert!(x.min().compute().is_nan());
            prop_assert!(x.max().compute().is_nan());
            prop_assert!(x.sum().compute().is_nan());
        }
    }
}

#[test]
fn sums_of_any_numbers_have_the_same_bits_on_any_number_of_workers() {
    let x = || array::random::standard_normal((517, 431), 9).chunks((100, 37));
    let sum = on_all(|| x().sum().map(f64::to_bits));
    let variance = on_all(|| x().var(1.0).map(f64::to_bits));
    assert!((f64::from_bits(sum) / (517.0 * 431.0)).abs() < 0.01);
    assert!((f64::from_bits(variance) - 1.0).abs() < 0.02);
    let columns = |x: Array<'static, f64, _>| {
        x.std_axis(0, 0.0)
            .into_delayed()
            .map(|stds| stds.mapv(f64::to_bits))
    };
    assert_eq!(on_all(|| columns(x())).len(), 431);
}

#[test]
fn the_mean_of_many_floats_of_single_precision_is_good_to_the_last_digits() {
    let x = array::full((1000, 1000), 0.1_f32);
    assert!((x.mean().compute() - 0.1).abs() < 1e-7);
}

#[test]
fn an_array_without_elements_has_the_sum_zero_and_no_mean() {
    let x = array::zeros::<f64, _>(IxDyn(&[0, 3]));
    assert_eq!(x.sum().compute().to_bits(), 0);
    assert_eq!(x.prod().compute().to_bits(), 1.0_f64.to_bits());
    assert!(x.mean().compute().is_nan());
    assert!(!x.gt(0.0).any().compute());
    assert!(x.gt(0.0).all().compute());
    assert_eq!(x.sum_axis(0).compute().len(), 3);
    assert_eq!(x.sum_axis(1).compute().len(), 0);
}
