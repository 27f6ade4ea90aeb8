//! A task cannot be async.

use tembel::delayed;

#[delayed]
async fn fetch(url: String) -> String {
    url
}

fn main() {
    let _: String = fetch(String::new()).compute();
}
