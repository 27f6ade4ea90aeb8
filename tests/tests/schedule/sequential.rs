//! Program order, on the calling thread.

use std::process::Command;
use std::sync::Mutex;

use tembel::{Delayed, Executor, compute, delayed};

#[delayed]
fn note(log: &Mutex<Vec<u32>>, number: u32, _needs: Vec<u32>) -> u32 {
    log.lock().expect("no task panics").push(number);
    number
}

/// A graph whose program order is no order that depth or breadth gives.
fn graph(log: &Mutex<Vec<u32>>) -> (Delayed<'_, u32>, Vec<Delayed<'_, u32>>) {
    let none = Vec::<u32>::new;
    let a = note(log, 0, none());
    let b = note(log, 1, none());
    let c = note(log, 2, vec![&b]);
    let d = note(log, 3, none());
    let e = note(log, 4, vec![&a, &c]);
    let f = note(log, 5, vec![&a]);
    let g = note(log, 6, vec![&d, &f]);
    let large = note(log, 7, (0..1000).collect::<Vec<u32>>());
    let h = note(log, 8, vec![large]);
    let last = note(log, 9, vec![&g, &e, &h]);
    (last, vec![h, g, f, e, d, c, b, a])
}

#[test]
fn a_sequential_run_goes_in_program_order_on_the_calling_thread() {
    let executor = Executor::builder().sequential().build();
    let executor = executor.expect("it needs no threads");
    let log = Mutex::default();
    let (last, others) = graph(&log);
    let me = Delayed::new(|| std::thread::current().id());
    let (me, _, _) = executor.compute((me, last, others));
    assert_eq!(me, std::thread::current().id());
    let order = log.into_inner().expect("no task panics");
    assert_eq!(order, (0..10).collect::<Vec<_>>());
}

#[test]
fn program_order_includes_records_too_large_for_a_chunk() {
    let executor = Executor::builder().sequential().build();
    let executor = executor.expect("it needs no threads");
    let log: Mutex<Vec<u32>> = Mutex::default();
    let mut handles = Vec::new();
    for number in 0..100_u32 {
        let log = &log;
        let note = move || {
            log.lock().expect("no task panics").push(number);
            number
        };
        handles.push(if number % 3 == 0 {
            let large = [number; 3000];
            Delayed::new(move || note() + large[7] - number)
        } else {
            Delayed::new(note)
        });
    }
    handles.reverse();
    let _ = executor.compute(handles);
    let order = log.into_inner().expect("no task panics");
    assert_eq!(order, (0..100).collect::<Vec<_>>());
}

/// Set for the process that [`the_environment_asks_for_sequential_runs`] starts.
const CHILD: &str = "TEMBEL_TESTS_CHILD";

#[test]
fn the_environment_asks_for_sequential_runs() {
    if std::env::var_os(CHILD).is_some() {
        let log = Mutex::default();
        let (last, others) = graph(&log);
        let me = Delayed::new(|| std::thread::current().id());
        let (me, _, _) = compute((me, last, others));
        assert_eq!(me, std::thread::current().id());
        let order = log.into_inner().expect("no task panics");
        assert_eq!(order, (0..10).collect::<Vec<_>>());
        return;
    }
    let program = std::env::current_exe().expect("this program has a path");
    let child = Command::new(program)
        .args([
            "--exact",
            "sequential::the_environment_asks_for_sequential_runs",
        ])
        .envs([("TEMBEL_SEQUENTIAL", "1"), (CHILD, "1")])
        .output()
        .expect("this program can be started");
    let said = String::from_utf8_lossy(&child.stdout);
    assert!(
        child.status.success() && said.contains("1 passed"),
        "{said}"
    );
}
