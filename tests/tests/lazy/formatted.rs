//! Variables of the block that only a format string mentions.

use crate::law::{End, nap};

fn wide(n: usize) -> usize {
    nap();
    n
}
fn number(x: f64) -> f64 {
    nap();
    x
}

#[test]
fn widths_and_precisions_used_again() {
    let end = same! { {
        let x = number(1.0 / 3.0);
        let width = wide(9);
        let prec = wide(3);
        let a = format!("[{x:width$}]");
        let b = format!("[{x:>width$.prec$}]");
        let c = format!("[{x:.prec$}] {{width$}} [{width:width$}] [{prec:?}]");
        let d = format!("[{:>width$}]", prec);
        (a, b, c, d, width, prec, x)
    } };
    let End::Value((_, b, c, d, ..)) = end else {
        panic!("it ends well")
    };
    assert_eq!(b, "[    0.333]");
    assert_eq!(c, "[0.333] {width$} [        9] [3]");
    assert_eq!(d, "[        3]");
}

#[test]
fn the_last_use_is_a_width() {
    let end = same! { {
        let x = number(0.5);
        let mut width = wide(2);
        width += 4;
        let prec = wide(2);
        format!("[{x:width$.prec$}]")
    } };
    assert_eq!(end, End::Value("[  0.50]".into()));
}

#[test]
fn widths_by_number_and_by_another_name() {
    let end = same! { {
        let x = number(0.5);
        let w = wide(6);
        let width = wide(3);
        let a = format!("[{:1$}]", x, w);
        let b = format!("[{:1$.2$}]", x, w, width);
        let c = format!("[{:.*}]", width, x);
        let d = format!("[{x:width$}]", width = w);
        let e = format!("[{x:width$}]", width = w + 1,);
        (a, b, c, d, e, w, width)
    } };
    let text = |text: &str| text.to_owned();
    assert_eq!(
        end,
        End::Value((
            text("[   0.5]"),
            text("[ 0.500]"),
            text("[0.500]"),
            text("[   0.5]"),
            text("[    0.5]"),
            6,
            3
        ))
    );
}

#[test]
fn widths_in_other_macros_and_from_outside() {
    use std::fmt::Write as _;
    let outer = 4;
    let end = same! {
        [let mut changed = 5;]
        {
            let x = number(2.0);
            let width = wide(4);
            let mut out = String::new();
            write!(out, "[{x:width$}]").unwrap();
            write!(&mut out, "[{x:outer$}]",).unwrap();
            for lag in 1..3 {
                write!(out, "[{x:lag$}]").unwrap();
            }
            changed += 1;
            write!(out, "[{x:changed$}]").unwrap();
            assert!(width == 4, "[{x:width$}]");
            assert_eq!(width, 5, "it is [{x:width$}]");
            (out, width)
        }
    };
    let End::Panic(text) = end else {
        panic!("it panics")
    };
    assert!(text.contains("it is [   2]"), "{text}");
}

#[test]
fn a_width_waits_for_the_write_before_it() {
    let end = same! { {
        let mut width = wide(2);
        let a = format!("[{:width$}]", 7);
        width += 2;
        let b = format!("[{:width$}]", 7);
        width += 2;
        let c = format!("[{:width$}]", 7);
        (a, b, c, width)
    } };
    let text = |text: &str| text.to_owned();
    assert_eq!(
        end,
        End::Value((text("[ 7]"), text("[   7]"), text("[     7]"), 6))
    );
}

#[test]
fn from_outside_changed_and_shown() {
    let end = same! {
        [let mut changed = 5; let text = String::from("a"); let sink = |text: String| text;]
        {
            changed += 1;
            let a = format!("{changed}");
            let b = format!("{text}");
            let c = sink(text);
            (a, b, c)
        }
    };
    let text = |text: &str| text.to_owned();
    assert_eq!(end, End::Value((text("6"), text("a"), text("a"))));
}
