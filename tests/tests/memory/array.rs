//! Arrays that are larger than the memory that there is.

use std::process::Command;

use rayon::ThreadPoolBuilder;
use rlimit::Resource;
use tembel::Executor;
use tembel::array::{self, Array2, from_npy, from_zarr, random};

/// Says to a process of this test that it is the one with little memory.
const CHILD: &str = "TEMBEL_TEST_LITTLE_MEMORY";
/// What the process may add to its address space.
const LIMIT: u64 = 64 << 20;
/// The side of the array: 800 MB, and in debug builds, which take longer for each number, 72 MB.
const SIDE: usize = if cfg!(debug_assertions) {
    4_000
} else {
    10_000
};

#[test]
fn the_mean_of_an_array_that_does_not_fit_into_memory_is_computed() {
    let test = "the_mean_of_an_array_that_does_not_fit_into_memory_is_computed";
    in_little_memory(test, |executor| {
        let x = random::standard_normal((SIDE, SIDE), 42).chunks((1_000, 1_000));
        let mean = executor.compute(x.mean());
        assert!(mean.abs() < 1e-3, "{mean}");
    });
}

#[test]
fn a_file_that_does_not_fit_into_memory_is_written_and_read() {
    let test = "a_file_that_does_not_fit_into_memory_is_written_and_read";
    in_little_memory(test, |executor| {
        let folder = std::env::temp_dir().join(format!("tembel-large-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let rows = 1_500;
        let x = random::uniform((rows, 6_000), 0.0, 1.0, 42).chunks((250, 1_000));
        let (file, store) = (folder.join("x.npy"), folder.join("x.zarr"));
        x.write_npy(&file).expect("a file");
        x.write_zarr(&store).expect("a store");
        let x: Array2<'_, f64> = from_npy(&file).expect("the file");
        let y: Array2<'_, f64> = from_zarr(&store).expect("the store");
        // The arrays live on, and are read for each result.
        let (mean, other) = executor.compute((x.mean(), y.mean()));
        let apart = executor.compute((&x - &y.t().t()).abs().max());
        let columns = y.mean_axis(0).compute_on(executor).sum() / 6_000.0;
        std::fs::remove_dir_all(&folder).expect("the folder");
        assert!(
            (mean - 0.5).abs() < 1e-3 && (mean - other).abs() < 1e-12,
            "{mean} {other}"
        );
        assert!(
            (mean - columns).abs() < 1e-12 && apart == 0.0,
            "{columns} {apart}"
        );
    });
}

#[test]
fn a_chain_of_arrays_that_do_not_fit_into_memory_is_one_pass() {
    let test = "a_chain_of_arrays_that_do_not_fit_into_memory_is_one_pass";
    in_little_memory(test, |executor| {
        let all: Vec<Array2<'_, f64>> = (0..10)
            .map(|i| array::full((3_200, 3_200), f64::from(i)).chunks(400))
            .collect();
        let sum = all[1..].iter().fold(all[0].clone(), |sum, x| (sum + x).t());
        let centred = &sum - sum.mean_axis(0);
        let mean = executor.compute(centred.mean());
        assert!(mean.abs() < 1e-9, "{mean}");
    });
}

/// Runs the work in a process of its own, which has no room for the arrays.
fn in_little_memory(test: &str, work: impl FnOnce(&Executor<'_>) + Send) {
    if std::env::var_os(CHILD).is_some() {
        let pool = ThreadPoolBuilder::new().num_threads(2).build();
        let pool = pool.expect("two threads");
        pool.broadcast(|_| ()); // They have their stacks.
        let executor = Executor::builder().pool(&pool).build().expect("the pool");
        let size = address_space() + LIMIT;
        Resource::AS.set(size, size).expect("less than before");
        let whole = Vec::<u8>::new().try_reserve_exact(72_000_000);
        assert!(whole.is_err(), "an array as a whole does not fit");
        // What takes no executor runs here too.
        pool.install(|| work(&executor));
        println!("within the limit");
        return;
    }
    let test = format!("array::{test}");
    let mut child = Command::new(std::env::current_exe().expect("this test"));
    let child = child
        .args([&test, "--exact", "--nocapture"])
        .env(CHILD, "1");
    let output = child.output().expect("a process");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && said.contains("within the limit"),
        "{output:?}"
    );
}

/// Bytes of address space that this process has.
fn address_space() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status.lines().find_map(|line| line.strip_prefix("VmSize:"));
    let size = line.and_then(|line| line.split_whitespace().next());
    size.and_then(|size| size.parse::<u64>().ok())
        .expect("a number of KiB")
        << 10
}
