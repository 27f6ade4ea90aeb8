//! Text as JSON, also inside of a `<script>` of a page.

use std::fmt::{self, Write};

/// Displays text as a JSON string.
pub(super) struct Quoted<'t>(pub(super) &'t str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        for c in self.0.chars() {
            match c {
                '"' => f.write_str("\\\"")?,
                '\\' => f.write_str("\\\\")?,
                // `<` cannot end a script then.
                '<' | '\u{2028}' | '\u{2029}' => write!(f, "\\u{:04x}", u32::from(c))?,
                c if u32::from(c) < 0x20 => write!(f, "\\u{:04x}", u32::from(c))?,
                c => f.write_char(c)?,
            }
        }
        f.write_char('"')
    }
}

#[cfg(test)]
mod tests {
    use super::Quoted;

    #[test]
    fn no_text_ends_a_string_or_a_script() {
        let text = Quoted("a\"b\\c</script>\n").to_string();
        assert_eq!(text, r#""a\"b\\c\u003c/script>\u000a""#);
    }
}
