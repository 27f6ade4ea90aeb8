use tembel::lazy;

fn double(x: i64) -> i64 {
    2 * x
}

fn main() {
    let _ = lazy! {
        let a = double("one");
        double(a)
    };
}
