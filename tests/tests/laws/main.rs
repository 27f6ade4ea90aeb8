//! A graph means what the same calls mean when they are made at once, in program order.

mod pick;
mod program;
mod tasks;

use program::{Op, Outcome, eagerly, lazily};
use proptest::prelude::*;
use tasks::Log;
use tembel_tests::{executors, within_a_minute};

/// Some op; with `captures` also such that capture a handle in the closure of a dynamic task.
fn op(captures: bool) -> impl Strategy<Value = Op> {
    let (i, j) = (any::<u8>, any::<u8>);
    prop_oneof![
        4 => Just(Op::Make),
        3 => i().prop_map(Op::Eat),
        3 => (i(), j()).prop_map(|(i, j)| Op::Merge(i, j)),
        6 => (i(), any::<bool>()).prop_map(|(i, keep)| Op::Look(i, keep)),
        3 => (i(), j()).prop_map(|(i, j)| Op::Compare(i, j)),
        1 => i().prop_map(Op::LookOwned),
        4 => (i(), any::<bool>()).prop_map(|(i, keep)| Op::Change(i, keep)),
        4 => (i(), any::<bool>()).prop_map(|(i, keep)| Op::Tell(i, keep)),
        3 => (i(), j()).prop_map(|(i, j)| Op::Absorb(i, j)),
        2 => (i(), j()).prop_map(|(i, j)| Op::Exchange(i, j)),
        2 => (i(), j()).prop_map(|(i, j)| Op::Feed(i, j)),
        3 => i().prop_map(Op::Clone),
        3 => i().prop_map(Op::Bump),
        3 => (i(), j()).prop_map(|(i, j)| Op::Sum(i, j)),
        2 => (i(), j()).prop_map(|(i, j)| Op::AddTo(i, j)),
        1 => (1..6_u8).prop_map(Op::MergeMany),
        1 => (1..6_u8).prop_map(Op::SumMany),
        1 => (i(), j()).prop_map(|(i, j)| Op::SumShapes(i, j)),
        2 => (i(), j()).prop_map(|(i, j)| Op::ZipUnzip(i, j)),
        2 => (i(), any::<bool>(), any::<bool>()).prop_map(|(i, a, b)| Op::Split(i, a, b)),
        2 => (i(), 0..4_u8).prop_map(|(i, depth)| Op::Grow(i, depth)),
        1 => (i(), 0..4_u8).prop_map(|(i, depth)| Op::Dynamic(i, depth)),
        1 => (i(), any::<bool>()).prop_map(move |(i, look)| if captures { Op::Capture(i, look) } else { Op::Make }),
        1 => any::<bool>().prop_map(Op::Force),
        1 => i().prop_map(Op::Drop),
    ]
}

fn program(captures: bool) -> impl Strategy<Value = Vec<Op>> {
    proptest::collection::vec(op(captures), 1..60)
}

/// Runs `program` in every way, and compares with the eager one.
fn assert_means_the_same(program: &[Op], seed: u64, nap: bool) -> Result<(), TestCaseError> {
    let log = Log::new(false);
    let expected = eagerly(program, &log);
    log.census.assert_all_dropped();
    let all_is_asked_for = !program.iter().any(Op::loses_a_task);
    for (name, executor) in executors(seed) {
        let log = Log::new(nap);
        let Outcome { values, seen } = lazily(program, &log, &executor);
        prop_assert_eq!(&values, &expected.values, "on {}", name);
        if all_is_asked_for {
            prop_assert_eq!(&seen, &expected.seen, "on {}", name);
        } else {
            for (op, seen) in &seen {
                let eager = expected.seen.get(op);
                prop_assert_eq!(eager, Some(seen), "what op {} saw on {}", op, name);
            }
        }
        log.census.assert_all_dropped();
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, max_shrink_iters: 2000, ..ProptestConfig::default() })]

    #[test]
    fn a_graph_means_what_its_calls_mean(program in program(false), seed in any::<u64>()) {
        within_a_minute(|| assert_means_the_same(&program, seed, false))?;
    }

    #[test]
    fn handles_captured_by_dynamic_tasks_mean_what_they_mean_outside(program in program(true), seed in any::<u64>()) {
        within_a_minute(|| assert_means_the_same(&program, seed, false))?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn naps_change_nothing(program in program(false), seed in any::<u64>()) {
        within_a_minute(|| assert_means_the_same(&program, seed, true))?;
    }
}
