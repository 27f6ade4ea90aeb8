//! Decompositions of matrices.

use std::sync::LazyLock;

use proptest::prelude::*;
use tembel::array::ndarray::{Array1, Array2, Ix2, s};
use tembel::array::{self, Array, Real, Sketch};
use tembel::{ErrorKind, Executor};
use tembel_tests::threads_of;

use super::plain::{Data, Leaf, chunks_of, leaf};

/// Executors with 1, 2, 3 and 8 workers.
fn workers() -> &'static [Executor<'static>; 4] {
    static POOLS: LazyLock<[Executor<'static>; 4]> = LazyLock::new(|| [1, 2, 3, 8].map(threads_of));
    &POOLS
}

/// A matrix whose rows are cut.
fn tall(data: &Data, leaf: Leaf, cuts: u64, salt: u64) -> Array<'_, f64, Ix2> {
    let x = data.array(leaf, cuts, salt).into_dimensionality();
    let x: Array<'_, f64, Ix2> = x.expect("two axes");
    let (rows, columns) = (x.shape()[0], x.shape()[1]);
    x.rechunk([chunks_of(&[rows], cuts ^ 5).remove(0), all_of(columns)])
}

/// One chunk, or none of nothing.
fn all_of(length: usize) -> Vec<usize> {
    if length == 0 { vec![] } else { vec![length] }
}

fn plain(data: &Data) -> Array2<f64> {
    data.plain.clone().into_dimensionality().expect("two axes")
}

fn largest<A: Real>(values: &Array2<A>) -> f64 {
    values.iter().fold(0.0, |most, value| {
        let value = num(*value).abs();
        if value > most || value.is_nan() {
            value
        } else {
            most
        }
    })
}

fn num<A: Real>(value: A) -> f64 {
    value.to_f64().expect("a number")
}

/// How far columns are from orthonormal.
fn skew<A: Real>(q: &Array2<A>) -> f64 {
    largest(&(q.t().dot(q) - Array2::<A>::eye(q.ncols())))
}

/// Q and R of a matrix on 1, 2, 3 and 8 workers, with the same bits.
fn qr_of<A: Real>(x: &Array<'_, A, Ix2>) -> (Array2<A>, Array2<A>) {
    let all = workers().each_ref().map(|executor| {
        let (q, r) = x.qr();
        executor.compute((q.into_delayed(), r.into_delayed()))
    });
    let bits = |x: &Array2<A>| x.mapv(|x| num(x).to_bits());
    for (q, r) in &all {
        assert_eq!((bits(q), bits(r)), (bits(&all[0].0), bits(&all[0].1)));
    }
    let [first, ..] = all;
    first
}

type Svd<A> = (Array2<A>, Array1<A>, Array2<A>);

fn svd_of<A: Real>(x: &Array<'_, A, Ix2>) -> Svd<A> {
    let all = workers().each_ref().map(|executor| {
        let (u, s, vt) = x.svd();
        executor.compute((u.into_delayed(), s.into_delayed(), vt.into_delayed()))
    });
    for parts in &all {
        assert_eq!(parts, &all[0]);
    }
    let [first, ..] = all;
    first
}

fn again<A: Real>((u, s, vt): &Svd<A>) -> Array2<A> {
    (u * s).dot(vt)
}

#[track_caller]
fn assert_qr(x: &Array<'_, f64, Ix2>, plain: &Array2<f64>) {
    let (q, r) = qr_of(x);
    assert_eq!(
        (q.dim(), r.nrows(), r.ncols()),
        (plain.dim(), plain.ncols(), plain.ncols())
    );
    assert!(skew(&q) < 1e-13, "Q is off by {}", skew(&q));
    for ((row, column), value) in r.indexed_iter() {
        assert!(row <= column || *value == 0.0, "R is not a triangle");
        assert!(
            row != column || *value >= 0.0,
            "the diagonal of R is negative"
        );
    }
    let off = largest(&(q.dot(&r) - plain));
    assert!(off <= 1e-13 * largest(plain), "Q R is off by {off}");
}

#[track_caller]
fn assert_svd(x: &Array<'_, f64, Ix2>, plain: &Array2<f64>) {
    let parts = svd_of(x);
    let (u, s, vt) = &parts;
    let rank = plain.nrows().min(plain.ncols());
    assert_eq!(
        (u.dim(), s.len(), vt.dim()),
        ((plain.nrows(), rank), rank, (rank, plain.ncols()))
    );
    assert!(skew(u) < 1e-13 && skew(&vt.t().to_owned()) < 1e-13);
    assert!(s.iter().all(|s| *s >= 0.0) && s.windows(2).into_iter().all(|s| s[0] >= s[1]));
    let off = largest(&(again(&parts) - plain));
    assert!(off <= 1e-13 * largest(plain), "U S Vᵀ is off by {off}");
    let (is_square, counts) = (plain.is_square(), x.grid().counts());
    let short = if plain.nrows() < plain.ncols() || is_square && counts[1] > 1 {
        u.t()
    } else {
        vt.view()
    };
    for row in short.rows() {
        let largest = row.iter().fold(
            0.0_f64,
            |most, x| if x.abs() > most.abs() { *x } else { most },
        );
        assert!(largest > 0.0);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn q_is_orthonormal_r_a_triangle_and_their_product_the_matrix(
        columns in 0..9_usize, more in 0..40_usize, leaf in leaf(), cuts in any::<u64>(), fused in any::<bool>(),
    ) {
        let data = Data::new(&[columns + more, columns], 1);
        let (x, plain) = (tall(&data, leaf, cuts, 1), plain(&data));
        if fused {
            assert_qr(&(&x * 0.5 + &x), &(plain * 1.5));
        } else {
            assert_qr(&x, &plain);
        }
    }

    #[test]
    fn singular_vectors_are_orthonormal_and_make_up_the_matrix(
        short in 0..9_usize, more in 0..40_usize, leaf in leaf(), cuts in any::<u64>(), wide in any::<bool>(),
    ) {
        let data = Data::new(&[short + more, short], 1);
        let (x, plain) = (tall(&data, leaf, cuts, 1), plain(&data));
        if wide {
            assert_svd(&x.t(), &plain.reversed_axes());
        } else {
            assert_svd(&x, &plain);
        }
    }

    #[test]
    fn compressed_decompositions_find_what_is_of_low_rank(
        shape in (5..40_usize, 5..40_usize), rank in 1..4_usize, cuts in any::<u64>(), seed in any::<u64>(),
    ) {
        let (rows, columns) = shape;
        let left = array::random::standard_normal((rows, rank), seed).compute();
        let right = array::random::standard_normal((rank, columns), seed ^ 1).compute();
        let plain = left.dot(&right);
        let x = array::from_ndarray(&plain).chunks(chunks_of(&[rows, columns], cuts));
        let all = workers().each_ref().map(|executor| {
            let (u, s, vt) = x.svd_compressed(Sketch::rank(rank).seed(seed));
            executor.compute((u.into_delayed(), s.into_delayed(), vt.into_delayed()))
        });
        prop_assert!(all.iter().all(|parts| *parts == all[0]));
        let (u, _, vt) = &all[0];
        prop_assert_eq!((u.dim(), vt.dim()), ((rows, rank), (rank, columns)));
        prop_assert!(skew(u) < 1e-12 && skew(&vt.t().to_owned()) < 1e-12);
        let off = largest(&(again(&all[0]) - &plain));
        prop_assert!(off <= 1e-12 * largest(&plain), "off by {off}");
    }
}

#[test]
fn more_columns_than_a_block_of_reflections_and_chunks_wider_than_tall() {
    let plain = array::random::standard_normal((260, 110), 3).compute();
    for rows in [vec![260], vec![130, 130], vec![20; 13], vec![1, 109, 150]] {
        assert_qr(
            &array::from_ndarray(&plain).chunks([rows, vec![110]]),
            &plain,
        );
    }
    let square = plain.slice(s![..110, ..]).to_owned();
    assert_qr(&array::from_ndarray(&square).chunks((11, 110)), &square);
}

#[test]
fn a_tree_of_several_levels_gives_what_one_chunk_gives() {
    let plain = array::random::standard_normal((400, 3), 4).compute();
    let (q, r) = qr_of(&array::from_ndarray(&plain).chunks((400, 3)));
    let (many_q, many_r) = qr_of(&array::from_ndarray(&plain).chunks((2, 3)));
    assert!(largest(&(q - many_q)) < 1e-13 && largest(&(r - many_r)) < 1e-12);
}

#[test]
fn a_column_that_is_almost_a_multiple_of_another_still_counts() {
    let base = array::random::standard_normal((50_000, 1), 5).compute();
    let noise = array::random::standard_normal((50_000, 1), 6).compute();
    let mut plain = Array2::zeros((50_000, 2));
    plain.column_mut(0).assign(&base.column(0));
    plain
        .column_mut(1)
        .assign(&(&base + &(noise * 1e-11)).column(0));
    let (q, r) = qr_of(&array::from_ndarray(&plain).chunks((50_000, 2)));
    assert!(skew(&q) < 1e-13);
    assert!(largest(&(q.dot(&r) - &plain)) < 1e-13);
    // Of the noise, all but what lies along the other column.
    let expected = 1e-11 * 50_000_f64.sqrt();
    assert!((r[[1, 1]] / expected - 1.0).abs() < 0.02, "{}", r[[1, 1]]);
}

#[test]
fn singular_values_of_known_matrices_are_found() {
    let diagonal = Array2::from_diag(&Array1::from(vec![3.0, -5.0, 0.0, 1.0]));
    let (_, s, _) = svd_of(&array::from_ndarray(&diagonal).chunks((2, 4)));
    assert!(
        (s - Array1::from(vec![5.0, 3.0, 1.0, 0.0]))
            .iter()
            .all(|off: &f64| off.abs() < 1e-14)
    );

    // Hilbert's matrix of five rows.
    let hilbert = |rows, columns| {
        Array2::from_shape_fn((rows, columns), |(i, j)| {
            1.0 / f64::from(u32::try_from(i + j + 1).expect("small"))
        })
    };
    let known = [
        1.567_050_691_098_231,
        0.208_534_218_611_013,
        0.011_407_491_623_42,
        0.000_305_898_040_151,
        0.000_003_287_928_772,
    ];
    let (_, s, _) = svd_of(&array::from_ndarray(&hilbert(5, 5)).chunks((2, 5)));
    assert!(
        s.iter()
            .zip(known)
            .all(|(s, known)| (s - known).abs() < 1e-14),
        "{s}"
    );

    // Columns that are dependent as far as numbers can say.
    let ill = hilbert(60, 14);
    assert_qr(&array::from_ndarray(&ill).chunks((7, 14)), &ill);
    assert_svd(&array::from_ndarray(&ill).chunks((7, 14)), &ill);
}

#[test]
fn dependent_columns_have_an_orthonormal_q_and_singular_values_of_zero() {
    let left = array::random::standard_normal((90, 2), 7).compute();
    let right = array::random::standard_normal((2, 6), 8).compute();
    for plain in [
        left.dot(&right),
        Array2::zeros((90, 6)),
        Array2::ones((90, 6)),
    ] {
        let x = array::from_ndarray(&plain).chunks((17, 6));
        assert_qr(&x, &plain);
        assert_svd(&x, &plain);
        let (_, s, _) = svd_of(&x);
        assert!(s.iter().skip(2).all(|s| *s <= 1e-14 * 90.0));
    }
}

#[test]
fn what_is_empty_has_empty_parts() {
    for rows in [0, 5] {
        let x = array::zeros::<f64, _>((rows, 0));
        let (q, r) = qr_of(&x);
        assert_eq!((q.dim(), r.dim()), ((rows, 0), (0, 0)));
        let (u, s, vt) = svd_of(&x);
        assert_eq!((u.dim(), s.len(), vt.dim()), ((rows, 0), 0, (0, 0)));
        let (u, s, vt) = svd_of(&x.t());
        assert_eq!((u.dim(), s.len(), vt.dim()), ((0, 0), 0, (0, rows)));
        let (u, s, vt) = x.svd_compressed(Sketch::rank(0));
        assert_eq!(
            (u.shape(), s.len(), vt.shape()),
            (&[rows, 0][..], 0, &[0, 0][..])
        );
    }
    let (u, s, vt) = array::ones::<f64, _>((3, 4)).svd_compressed(Sketch::rank(0));
    assert_eq!(
        (u.shape(), s.len(), vt.shape()),
        (&[3, 0][..], 0, &[0, 4][..])
    );
}

#[test]
fn what_is_not_a_number_stays_visible_in_qr_and_fails_svd() {
    let mut plain = array::random::standard_normal((30, 3), 9).compute();
    for bad in [f64::NAN, f64::INFINITY] {
        plain[[17, 1]] = bad;
        let x = array::from_ndarray(&plain).chunks((7, 3));
        let (q, r) = x.qr();
        let (q, r) = (q.compute(), r.compute());
        assert!(
            q.column(1).iter().all(|value| value.is_nan()) && r[[1, 1]].is_nan(),
            "{q} {r}"
        );
        assert!(r[[0, 0]].is_finite());
        let (u, s, _) = x.svd();
        let line = line!() - 1;
        let (u, s) = tembel::try_compute((u.sum(), s.sum()));
        for error in [u.unwrap_err(), s.unwrap_err()] {
            assert_eq!(
                (error.kind(), error.task(), error.location().line()),
                (ErrorKind::Failed, "svd", line)
            );
            assert!(error.message().contains("not finite"), "{error}");
        }
    }
}

#[test]
fn what_cannot_be_decomposed_is_an_error_that_says_what_to_do() {
    let x = array::ones::<f64, _>((4, 9)).chunks((2, 9));
    let wide = "qr: shape (4, 9) is wider than tall; decompose `.t()`, or use `svd`";
    assert_eq!(x.try_qr().unwrap_err().to_string(), wide);
    let cut = "svd: the rows of shape (4, 9) are cut into 2 chunks; use `rechunk((4, 9))`";
    assert_eq!(x.try_svd().unwrap_err().to_string(), cut);
    let x = array::ones::<f64, _>((9, 4)).chunks((5, 2));
    let cut = "qr: the columns of shape (9, 4) are cut into 2 chunks; use `rechunk((5, 4))`";
    assert_eq!(x.try_qr().unwrap_err().to_string(), cut);
    assert!(x.rechunk((5, 4)).try_svd().is_ok());
}

#[test]
fn single_precision_is_decomposed_too() {
    let x = array::random::normal((200, 7), 1.0_f32, 2.0, 1)
        .chunks((33, 7))
        .persist();
    let plain = x.clone().compute();
    let (q, r) = qr_of(&x);
    assert!(skew(&q) < 1e-5 && largest(&(q.dot(&r) - &plain)) < 1e-4);
    let parts = svd_of(&x);
    assert!(skew(&parts.0) < 1e-5 && largest(&(again(&parts) - &plain)) < 1e-4);
    let (_, s, _) = x.svd_compressed(Sketch::rank(2));
    let off = s.compute() - parts.1.slice(s![..2]);
    assert!(off.iter().all(|off| off.abs() < 1.0));
}

#[test]
fn compressed_singular_values_are_near_those_of_the_whole() {
    // Singular values that fall by half each time.
    let (left, _) = array::random::standard_normal((120, 30), 1).qr();
    let (right, _) = array::random::standard_normal((90, 30), 2).qr();
    let s = array::from_fn(30, |at| 0.5_f64.powi(i32::try_from(at).expect("small")));
    let x = (left * s).dot(&right.t()).chunks((50, 40));
    let (_, s, _) = x.svd_compressed(Sketch::rank(5).seed(3));
    for (at, s) in (0..).zip(s.compute()) {
        assert!((s / 0.5_f64.powi(at) - 1.0).abs() < 1e-6, "{at}: {s}");
    }
    let rank = "svd_compressed: a matrix of shape (120, 90) has 90 singular values, not 91";
    assert_eq!(
        x.try_svd_compressed(Sketch::rank(91))
            .unwrap_err()
            .to_string(),
        rank
    );
}

#[test]
fn where_only_r_is_asked_for_nothing_of_q_runs() {
    let x = array::ones::<f64, _>((1000, 4)).chunks((10, 4));
    let (q, r) = x.qr();
    // A hundred chunks, groups of eight of them twice, one root and its sign, and what copies the result.
    assert_eq!(r.task_count(), 100 + 13 + 2 + 1 + 1 + 1);
    // The way back goes through each of them again.
    assert_eq!(q.task_count(), 117 + 116 + 100);
}
