use tembel::lazy;

fn add(a: i64, b: i64) -> i64 {
    a + b
}

fn main() {
    'outer: for i in 0..3 {
        let _ = lazy! {
            let a = add(i, 2);
            if a > 3 { break; }
            if a > 2 { continue 'outer; }
            for _ in 0..2 { if a > 1 { break; } }
            a
        };
    }
}
