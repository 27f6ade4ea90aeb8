use tembel::lazy;

async fn load() -> i64 {
    1
}

fn main() {
    let _ = async {
        lazy! {
            let a = load().await;
            a + 1
        }
    };
}
