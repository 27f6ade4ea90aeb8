use tembel::lazy;

fn eat(v: Vec<i64>) -> usize {
    v.len()
}

fn main() {
    let _ = lazy! {
        let v = vec![1];
        let a = eat(v);
        let b = eat(v);
        a + b
    };
}
