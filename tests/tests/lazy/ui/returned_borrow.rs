use tembel::lazy;

fn load() -> Vec<i64> {
    vec![1, 2, 3]
}

fn main() {
    let _ = lazy! {
        let v = load();
        let m = v.iter().max().unwrap();
        *m + v[0]
    };
}
