//! Collects the mistakes of one macro call, so that a user sees all of them at once.

use proc_macro2::{Span, TokenStream};
use std::fmt::Display;

/// The mistakes found so far; they reach the user through [`Errors::into_tokens`].
#[derive(Default)]
#[must_use = "mistakes that are not emitted are lost"]
pub(crate) struct Errors(Option<syn::Error>);

impl Errors {
    /// Reports `message` at `span`.
    pub(crate) fn at(&mut self, span: Span, message: impl Display) {
        self.add(syn::Error::new(span, message));
    }

    /// Reports what syn found.
    pub(crate) fn add(&mut self, error: syn::Error) {
        match &mut self.0 {
            Some(errors) => errors.combine(error),
            none => *none = Some(error),
        }
    }

    /// The `compile_error!` calls: nothing where there was no mistake.
    pub(crate) fn into_tokens(self) -> TokenStream {
        self.0
            .map(|error| error.to_compile_error())
            .unwrap_or_default()
    }
}

/// The one of `known` that `word` is probably a slip of.
pub(crate) fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    known
        .into_iter()
        .map(|candidate| (distance(word, candidate), candidate))
        // More than a third of the letters wrong is another word, not a slip.
        .filter(|&(slips, candidate)| slips <= candidate.len().div_ceil(3))
        .min_by_key(|&(slips, _)| slips)
        .map(|(_, candidate)| candidate)
}

/// How many insertions, deletions, replacements and swaps of neighbours lead from `a` to `b`
/// (the optimal string alignment distance).
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            rows[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let replaced = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let mut slips = replaced.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    slips = slips.min(rows[i - 2][j - 2] + 1);
                }
                slips
            };
        }
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_word_and_another_word_finds_none() {
        let known = ["name", "eager", "cost", "crate"];
        assert_eq!(nearest("nmae", known), Some("name"));
        assert_eq!(nearest("create", known), Some("crate"));
        assert_eq!(nearest("eger", known), Some("eager"));
        assert_eq!(nearest("parallel", known), None);
    }

    #[test]
    fn all_mistakes_are_emitted() {
        let mut errors = Errors::default();
        assert!(Errors::default().into_tokens().is_empty());
        errors.at(Span::call_site(), "first");
        errors.at(Span::call_site(), "second");
        let tokens = errors.into_tokens().to_string();
        assert!(tokens.contains("first") && tokens.contains("second"));
    }
}
