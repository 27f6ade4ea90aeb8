//! Random arrays: reproducible, and as random as they should be.

use proptest::prelude::*;
use tembel::array::ndarray::{Array1, s as slice};
use tembel::array::{self, random, s};

use super::plain::{assert_elements, chunks_of, on_all};

/// Fewer numbers in debug builds, which take fifty times as long for each.
const MANY: usize = if cfg!(debug_assertions) {
    100_000
} else {
    4_000_000
};

fn many() -> f64 {
    f64::from(u32::try_from(MANY).expect("it fits"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn numbers_depend_on_seed_shape_and_distribution_alone(
        lens in (1..40_usize, 1..90_usize), cuts in any::<u64>(), seed in any::<u64>(),
    ) {
        let x = random::standard_normal((lens.0, lens.1), seed);
        let whole = x.clone().chunks((lens.0, lens.1)).compute();
        assert_elements(&x.rechunk(chunks_of(x.shape(), cuts)), &whole);
        assert_elements(&x.t().slice(s![..;-2, ..]), &whole.t().slice(slice![..;-2, ..]).to_owned());
        let dice = random::integers((lens.0, lens.1), 0, 1000, seed);
        let whole = dice.clone().chunks((lens.0, lens.1)).compute();
        assert_elements(&dice.rechunk(chunks_of(dice.shape(), cuts)), &whole);
    }
}

#[test]
fn the_numbers_of_a_seed_never_change() {
    let x = random::standard_normal(3, 42).compute().to_vec();
    let y = random::uniform(3, 0.0, 1.0, 42).compute().to_vec();
    let z = random::integers(3, 0, 1000, 42).compute().to_vec();
    let expected = (
        vec![
            -0.116_984_911_798_972_91,
            -0.794_721_013_778_593_3,
            0.735_948_098_822_763,
        ],
        vec![
            0.468_586_518_339_104_9,
            0.327_063_381_203_384_74,
            0.658_315_527_212_309_3,
        ],
        vec![468, 327, 658],
    );
    assert_eq!((x, y, z), expected);
}

#[test]
fn normal_numbers_have_the_moments_of_the_normal_distribution() {
    let x = random::standard_normal(MANY, 7);
    let moment = |power: i32| on_all(|| x.powi(power).mean());
    // Standard errors: 1, √2, √15, √96, over √n; five of them.
    let near = |value: f64, expected: f64, error: f64| {
        assert!(
            (value - expected).abs() < 5.0 * error / many().sqrt(),
            "{value} is not near {expected}"
        );
    };
    near(moment(1), 0.0, 1.0);
    near(moment(2), 1.0, 2.0_f64.sqrt());
    near(moment(3), 0.0, 15.0_f64.sqrt());
    near(moment(4), 3.0, 96.0_f64.sqrt());
    near(moment(6), 15.0, 10_170.0_f64.sqrt());
    // The tail, which has a method of its own: P(|x| > 3.7) = 2.156e-4.
    let tail = x.abs().gt(3.7).map(f64::from).mean().compute();
    near(tail, 2.155_9e-4, 2.155_9e-4_f64.sqrt());
}

/// The largest distance of the distribution of `values` from `cdf`, times √n: above 1.95 with a chance of 0.001.
fn kolmogorov_smirnov(mut values: Vec<f64>, cdf: impl Fn(f64) -> f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let n = f64::from(u32::try_from(values.len()).expect("it fits"));
    let mut rank = 0.0;
    let mut largest = 0.0_f64;
    for value in values {
        let expected = cdf(value);
        largest = largest.max(expected - rank / n);
        rank += 1.0;
        largest = largest.max(rank / n - expected);
    }
    largest * n.sqrt()
}

/// The error function by its series, and its continued fraction where that is better.
fn normal_cdf(x: f64) -> f64 {
    let z = x.abs() / 2.0_f64.sqrt();
    let upper = if z < 2.5 {
        let mut term = z;
        let mut sum = z;
        for k in 1..60 {
            let k = f64::from(k);
            term *= -z * z / k;
            sum += term / (2.0 * k + 1.0);
        }
        0.5 - sum / std::f64::consts::PI.sqrt()
    } else {
        let mut fraction = z;
        for k in (1..60).rev() {
            fraction = z + f64::from(k) / 2.0 / fraction;
        }
        (-z * z).exp() / fraction / std::f64::consts::PI.sqrt() / 2.0
    };
    if x > 0.0 { 1.0 - upper } else { upper }
}

#[test]
fn distributions_are_those_that_their_names_say() {
    assert!((normal_cdf(1.0) - 0.841_344_746_068_543).abs() < 1e-12);
    assert!((normal_cdf(-4.0) - 3.167_124_183_312e-5).abs() < 1e-12);
    let many = MANY.min(200_000);
    for seed in 0..5 {
        let normal = random::standard_normal(many, seed).compute().to_vec();
        let distance = kolmogorov_smirnov(normal, normal_cdf);
        assert!(distance < 1.95, "normal numbers of seed {seed}: {distance}");
        let uniform = random::uniform(many, -2.0, 3.0, seed).compute().to_vec();
        let distance = kolmogorov_smirnov(uniform, |x| (x + 2.0) / 5.0);
        assert!(
            distance < 1.95,
            "uniform numbers of seed {seed}: {distance}"
        );
    }
    let scaled = random::normal(many, 10.0, 2.0, 3).compute().to_vec();
    assert!(kolmogorov_smirnov(scaled, |x| normal_cdf((x - 10.0) / 2.0)) < 1.95);
}

#[test]
fn integers_are_equally_likely() {
    let sides = 6;
    let dice = random::integers(MANY, 0, sides, 11);
    let expected = many() / f64::from(sides);
    let mut chi_squared = 0.0;
    for side in 0..sides {
        let count = f64::from(
            u32::try_from(dice.eq(side).map(u64::from).sum().compute()).expect("it fits"),
        );
        chi_squared += (count - expected) * (count - expected) / expected;
    }
    // Five degrees of freedom: above 20.5 with a chance of 0.001.
    assert!(chi_squared < 20.5, "{chi_squared}");
    let wide = random::integers(1000, i64::MIN, i64::MAX, 1).compute();
    assert!(wide.iter().any(|x| *x < -(1 << 62)) && wide.iter().any(|x| *x > 1 << 62));
    let wide = random::integers(1000, 10, u64::MAX, 1).compute();
    assert!(wide.iter().all(|x| *x >= 10) && wide.iter().any(|x| *x > 1 << 63));
    let bytes = random::integers(10_000, 0_u8, 255, 1);
    assert_eq!((bytes.min().compute(), bytes.max().compute()), (0, 254));
}

/// Pearson's, times √n: about a standard normal number where nothing is correlated.
fn correlation(x: &Array1<f64>, y: &Array1<f64>) -> f64 {
    let n = f64::from(u32::try_from(x.len()).expect("it fits"));
    let (x, y) = (x - x.sum() / n, y - y.sum() / n);
    (&x * &y).sum() / ((&x * &x).sum() * (&y * &y).sum()).sqrt() * n.sqrt()
}

#[test]
fn neighbours_chunks_and_seeds_are_not_correlated() {
    let side = if cfg!(debug_assertions) { 100 } else { 1000 };
    let x = random::standard_normal((4 * side, 4 * side), 42)
        .chunks((side, side))
        .persist();
    let part = |i: usize, j: usize| {
        let part = x.slice(s![i * side..(i + 1) * side, j * side..(j + 1) * side]);
        part.reshape(side * side).compute()
    };
    let first = part(1, 1);
    for (i, j) in [(0, 1), (1, 0), (1, 2), (2, 1), (2, 2), (3, 3)] {
        let found = correlation(&first, &part(i, j));
        assert!(found.abs() < 4.5, "chunks (1, 1) and ({i}, {j}): {found}");
    }
    let flat = x.reshape(16 * side * side).compute();
    for lag in [1, 2, 31, 32, 33, 64, side, 4 * side] {
        let later = flat.slice(slice![lag..]).to_owned();
        let earlier = flat.slice(slice![..flat.len() - lag]).to_owned();
        let found = correlation(&earlier, &later);
        assert!(found.abs() < 4.5, "lag {lag}: {found}");
        let found = correlation(&earlier.mapv(|x| x * x), &later.mapv(|x| x * x));
        assert!(found.abs() < 4.5, "squares, lag {lag}: {found}");
    }
    for seed in [0, 1, 43, 42 << 32, u64::MAX] {
        let other = random::standard_normal(first.len(), seed).compute();
        let same = random::standard_normal(first.len(), 42).compute();
        let found = correlation(&same, &other);
        assert!(found.abs() < 4.5, "seeds 42 and {seed}: {found}");
    }
    assert!(array::arange(0, 3).sum().compute() == 3);
}
