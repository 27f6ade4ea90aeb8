//! The options of a bench: words `key=value`, `key=value,value` on its command line.

use std::str::FromStr;

pub(crate) struct Options(Vec<(String, String)>);

impl Options {
    /// The words after the name of the bench. Cargo's own, which start with a dash, are passed over.
    pub(crate) fn read(known: &[&str]) -> Self {
        let words = std::env::args().skip(1);
        let words = words.filter(|word| !word.starts_with('-'));
        let pair = |word: String| match word.split_once('=') {
            Some((key, value)) if known.contains(&key) => (key.to_owned(), value.to_owned()),
            _ => panic!("`{word}` is no option: write `key=value`, where key is one of {known:?}"),
        };
        Options(words.map(pair).collect())
    }

    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        let found = self.0.iter().find(|(name, _)| name == key);
        found.map(|(_, value)| value.as_str())
    }

    pub(crate) fn one<T: FromStr>(&self, key: &str, default: T) -> T {
        self.text(key).map_or(default, |value| parse(key, value))
    }

    pub(crate) fn list<T: FromStr + Clone>(&self, key: &str, default: &[T]) -> Vec<T> {
        let parts = |value: &str| value.split(',').map(|part| parse(key, part)).collect();
        self.text(key).map_or_else(|| default.to_vec(), parts)
    }
}

fn parse<T: FromStr>(key: &str, value: &str) -> T {
    let parsed = value.parse().ok();
    parsed.unwrap_or_else(|| panic!("`{value}` does not fit the option `{key}`"))
}
