//! `TEMBEL_EXPAND`: what a block becomes, printed while it is compiled.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::fmt::Write as _;

/// Prints the expansion where the environment asks for it: by the line that the block begins at, by `file.rs:line`, by
/// part of the file's path, or `all`.
pub(super) fn show(input: &TokenStream, code: &TokenStream) {
    let Ok(wanted) = std::env::var("TEMBEL_EXPAND") else {
        return;
    };
    if !proc_macro::is_available() {
        return;
    }
    let call = proc_macro::Span::call_site();
    let (file, line) = (call.file(), call.line());
    // Where a user's macro makes the block, the block's own tokens say more.
    let first = input.clone().into_iter().next();
    let first = first.map_or(line, |token| token.span().unwrap().line());
    let is_wanted = match wanted.rsplit_once(':') {
        Some((path, number)) => {
            file.ends_with(path)
                && number
                    .parse()
                    .is_ok_and(|at: usize| at == line || at == first)
        }
        None => match wanted.parse::<usize>() {
            Ok(number) => number == line || number == first,
            Err(_) => wanted == "all" || file.contains(&wanted),
        },
    };
    if is_wanted {
        let mut text = format!("// lazy! at {file}:{line}\n");
        write_lines(code.clone(), 0, &mut text);
        eprint!("{text}");
    }
}

/// One statement a line: enough to read, `cargo expand` formats.
fn write_lines(code: TokenStream, depth: usize, text: &mut String) {
    let mut line = TokenStream::new();
    let indent = "    ".repeat(depth);
    for token in code {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                let _ = writeln!(text, "{indent}{line} {{");
                line = TokenStream::new();
                write_lines(group.stream(), depth + 1, text);
                let _ = writeln!(text, "{indent}}}");
            }
            token => {
                let ends = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ';');
                line.extend([token]);
                if ends {
                    let _ = writeln!(text, "{indent}{line}");
                    line = TokenStream::new();
                }
            }
        }
    }
    if !line.is_empty() {
        let _ = writeln!(text, "{indent}{line}");
    }
}
