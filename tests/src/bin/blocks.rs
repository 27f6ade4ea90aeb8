//! Writes a module of random blocks: `blocks --count N --seed S [--out FILE]`.

use std::process::ExitCode;

struct Options {
    count: u64,
    seed: u64,
    out: Option<String>,
}

fn main() -> ExitCode {
    let written = options(std::env::args().skip(1)).and_then(|options| {
        let text = tembel_tests::generate::module(options.count, options.seed);
        if let Some(path) = options.out {
            std::fs::write(&path, text).map_err(|error| format!("{path}: {error}"))
        } else {
            print!("{text}");
            Ok(())
        }
    });
    if let Err(message) = written {
        eprintln!("{message}\nusage: blocks --count N --seed S [--out FILE]");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

fn options(mut arguments: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut options = Options {
        count: 200,
        seed: 1,
        out: None,
    };
    while let Some(option) = arguments.next() {
        let value = arguments.next().ok_or(format!("{option} needs a value"))?;
        let number = || {
            value
                .parse()
                .map_err(|error| format!("{option} {value}: {error}"))
        };
        match option.as_str() {
            "--count" => options.count = number()?,
            "--seed" => options.seed = number()?,
            "--out" => options.out = Some(value),
            _ => return Err(format!("there is no option {option}")),
        }
    }
    Ok(options)
}
