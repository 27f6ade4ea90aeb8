use tembel::lazy;

fn parse(text: &str) -> Result<i64, std::num::ParseIntError> {
    text.parse()
}

fn main() {
    let _ = lazy! {
        let a = parse("1")?;
        (a, 1)
    };
}
