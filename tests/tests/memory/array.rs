//! Arrays that are larger than the memory that there is.

use std::process::Command;

use rlimit::Resource;
use tembel::array::random;
use tembel_tests::threads_of;

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
    if std::env::var_os(CHILD).is_some() {
        return in_little_memory();
    }
    let test = "array::the_mean_of_an_array_that_does_not_fit_into_memory_is_computed";
    let mut child = Command::new(std::env::current_exe().expect("this test"));
    let child = child.args([test, "--exact", "--nocapture"]).env(CHILD, "1");
    let output = child.output().expect("a process");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && said.contains("within the limit"),
        "{output:?}"
    );
}

fn in_little_memory() {
    let size = address_space() + LIMIT;
    Resource::AS.set(size, size).expect("less than before");
    let whole = Vec::<u8>::new().try_reserve_exact(8 * SIDE * SIDE);
    assert!(whole.is_err(), "the array as a whole does not fit");
    let executor = threads_of(2);
    let x = random::standard_normal((SIDE, SIDE), 42).chunks((1_000, 1_000));
    let mean = executor.compute(x.mean());
    assert!(mean.abs() < 1e-3, "{mean}");
    println!("within the limit");
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
