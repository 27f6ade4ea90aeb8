use tembel::lazy;

fn add(a: i64, b: i64) -> i64 {
    a + b
}

fn main() {
    let _ = lazy! {
        let a = add(1, 2);
        if a > 2 {
            return;
        }
        add(a, 1)
    };
}
