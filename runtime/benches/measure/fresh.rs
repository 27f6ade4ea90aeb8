//! Measuring in a process of its own, where no memory is warm and none is kept from before.

use std::process::Command;

/// Numbers by name, as the other process printed them.
pub(crate) struct Answer(String);

/// Starts this bench again with these options, which spaces separate, and gives what it printed.
pub(crate) fn in_fresh_process(options: &str) -> Answer {
    let this = std::env::current_exe().expect("the path of this bench");
    let output = Command::new(this).args(options.split(' ')).output();
    let output = output.expect("this bench can be started again");
    assert!(
        output.status.success(),
        "measuring `{options}` failed: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    Answer(String::from_utf8_lossy(&output.stdout).into_owned())
}

impl Answer {
    /// The number in the word `key=number`.
    pub(crate) fn number(&self, key: &str) -> f64 {
        let words = self.0.split_whitespace();
        let found = words
            .filter_map(|word| word.split_once('='))
            .find(|(name, _)| *name == key);
        let number = found.and_then(|(_, value)| value.parse().ok());
        number.unwrap_or_else(|| panic!("no `{key}` in `{}`", self.0))
    }
}
