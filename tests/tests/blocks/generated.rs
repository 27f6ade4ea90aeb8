//! Written by `cargo run -p tembel-tests --bin blocks -- --count 200 --seed 1`.

#[test]
fn block_0() {
    same! {
        whole |census, effects| [
            let mut a = 5_i64;
            let mut b = vec![3_i64, 1, 2];
        ] {
            let mut d = match a {
                0 => {
                    token(a, census)
                }
                c if c > 3 => {
                    effects.note(8_i64);
                    token(6, census)
                }
                _ => {
                    token(a, census)
                }
            };
            let h = match 6_i64.max(0_i64) {
                2 => {
                    let g = a;
                    first(&b)
                }
                e if e > 19 => {
                    half(11_i64)
                }
                _ => {
                    first(&b)
                }
            };
            let j = join({
                load(a)
            }, b.iter().rev().copied().collect::<Vec<_>>());
            if let Some(k) = h {
                let mut m = add((k + 11_i64), add(k, a));
            }
            (a, d, h, j, 2_i64)
        }
    }
}

#[test]
fn block_1() {
    same! {
        panicking |census, effects| [
            let mut a = 5_i64;
            let b = plus(20, 1);
        ] {
            let mut c: i64 = a;
            bump(&mut c, 5);
            let a = match length("lit") {
                2 => {
                    must(5);
                    String::from("cde")
                }
                d if d > 4 => {
                    let mut e = d;
                    String::from("cde")
                }
                _ => {
                    String::from("cde")
                }
            };
            let g = c;
            must(must(7_i64));
            bump(&mut c, mix(0, 6, (g + g)));
            (c, a, g, mix(1, 3, g))
        }
    }
}

#[test]
fn block_2() {
    same! {
        panicking |census, effects| [
        ] {
            let a = parse("12").ok();
            let b = |it: i64| add(it, nth(&load(9_i64), 9_i64));
            let a = name(must(1_i64));
            let c = apply(&b, length(&a));
            let mut a = must(nth(&load(7_i64), c));
            let [d, e] = [a, a];
            let g;
            if false {
                g = 5_i64;
            } else {
                g = c;
            }
            let (mut h, j) = (a, load(a));
            let c = parse("12").ok();
            (a, d, e, g, h, j, c, 11_i64)
        }
    }
}

#[test]
fn block_3() {
    same! {
        whole |census, effects| [
            let a = vec![7_i64, 8];
        ] {
            let b;
            if 8_i64 != 0_i64 {
                b = 10_i64;
            } else {
                b = 7_i64;
            }
            let c = "8".parse().unwrap();
            let d = add(c, 1);
            let e: String = upper(&name(b));
            let h = glue('task_g: {
                if 11_i64 < 6_i64 {
                    break 'task_g "ab".to_owned();
                }
                String::from("cde")
            }, &e);
            let mut j = total(&a.iter().filter(|one| **one > 0).map(|one| one + 1).collect::<Vec<i64>>());
            let k = upper(&h);
            let n: Token = 'task_m: {
                if d != 7_i64 {
                    break 'task_m token(7_i64, census);
                }
                token(d, census)
            };
            (b, c, d, e, h, j, k, 3_i64)
        }
    }
}

#[test]
fn block_4() {
    same! {
        panicking |census, effects| [
            let mut a = vec![3_i64, 1, 2];
            let b = "text".to_owned();
        ] {
            let c = token(6, census);
            let mut d: String = glue(name(8_i64), &b);
            let c = melt(token(0_i64, census));
            let e = &a;
            let mut e = c;
            let g: i64 = 9_i64;
            {
                d.push_str(&b);
            }
            must(({ e = 7_i64; e }));
            let h = &a;
            must(g);
            (d, c, e, g, (a.len() as i64))
        }
    }
}

#[test]
fn block_5() {
    same! {
        guarded |census, effects| [
            let mut a = vec![3_i64, 1, 2];
            let b = "text".to_owned();
        ] {
            let a = 10_i64;
            let h = (if 1_i64 % 2 == 0 {
                let mut c = name(positive(a)?);
                a
            } else {
                let d;
                if length(&b) <= a {
                    d = if let Some(e) = first(&load(a)) {
                    load(a)
                } else {
                    load(a)
                };
                } else {
                    d = if let Some(g) = None::<i64> {
                    load(a)
                } else {
                    load(a)
                };
                }
                a
            });
            let a = plus(h, h);
            let j = {
                load(9_i64)
            };
            let k: i64 = h;
            let m = spell(k);
            if (k <= k) || (a <= k) {
                let n = pair(1);
            }
            let mut r = match half(0) {
                Some(p) => {
                    h
                }
                None => {
                    let q = if 1_i64 < (a - h) {
                        let j = None::<i64>;
                        String::from("cde")
                    } else {
                        let mut j: i64 = a;
                        String::from("cde")
                    };
                    1_i64
                }
            };
            Ok::<_, String>((h, a, j, k, m, r, r))
        }
    }
}

#[test]
fn block_6() {
    same! {
        guarded |census, effects| [
            let a = "text".to_owned();
        ] {
            let b = plus(4_i64, 1_i64);
            if let Some(c) = first(&load(2_i64)) {
                if 6_i64 % 2 == 0 {
                    let mut d: String = upper(&a);
                }
            }
            assert!((7_i64 > b) && (b <= b), "b is {b}");
            let mut e: (i64, Vec<i64>) = pair(0);
            check(&b)?;
            let _unused = join(load(b), if b <= b {
                load(b)
            } else {
                load(0)
            });
            Ok::<_, String>((b, e, nth(&if add(b, b) <= (b + b) {
                load(4)
            } else {
                load(2_i64)
            }, 9_i64)))
        }
    }
}

#[test]
fn block_7() {
    same! {
        panicking |census, effects| [
            let a = "text".to_owned();
        ] {
            let b = plus(6_i64, 8_i64);
            {
                let c = (b - b).wrapping_mul(mix(b, b, b));
            }
            let mut a = (if false {
                let d = length(&a);
                d
            } else {
                let mut e: i64 = ((if 6_i64 <= b {
                    5_i64
                } else {
                    b
                }) + nth(&load(6), 7));
                1_i64
            });
            must(4);
            let mut g = if b % 2 == 0 {
                "ab".to_owned()
            } else {
                "ab".to_owned()
            };
            (b, a, g, b)
        }
    }
}

#[test]
fn block_8() {
    same! {
        whole |census, effects| [
            let a = vec![7_i64, 8];
            let b = "text".to_owned();
            let c = plus(20, 1);
        ] {
            let d = Token::new(4, census);
            let e: i64 = add(0, mix(8_i64, 6_i64, 1_i64));
            effects.note(e);
            let _ = token(e, census);
            let g = sum(&a);
            (d, e, g, e)
        }
    }
}

#[test]
fn block_9() {
    same! {
        guarded |census, effects| [
            let mut a = 5_i64;
            let mut b = vec![3_i64, 1, 2];
            let mut c = Token::new(4, census);
            let d = plus(20, 1);
        ] {
            effects.note(a);
            let mut b = merge(Token::new(4_i64, census), token(a, census));
            effects.note(mix(length(&String::from("cde")), 8_i64.max(a), a));
            let e = b;
            most(a)?;
            if let Some(g) = Some(a) {
                let h = "14".parse().unwrap();
                let j = add(h, 1);
            }
            Some((a, e, first(&vec![a, a, a])?))
        }
    }
}

#[test]
fn block_10() {
    same! {
        guarded |census, effects| [
            let mut a = vec![3_i64, 1, 2];
            let mut b = Token::new(4, census);
        ] {
            join(load(9_i64), {
                load(2_i64)
            });
            let b = melt(token(11_i64, census));
            let mut c = format!("<{}>", b);
            let d = (0_i64..2).map(|one| add(one, b)).collect::<Vec<i64>>();
            let e = "13".parse().unwrap();
            let g = add(e, 1);
            Ok::<_, String>((b, c, d, e, g, 2_i64))
        }
    }
}

#[test]
fn block_11() {
    same! {
        guarded |census, effects| [
            let mut a = Token::new(4, census);
            let b = plus(20, 1);
        ] {
            let c = |it: i64| add(it, add(3, 5_i64));
            let e = if (4_i64 <= 3_i64) || (10_i64 <= 11_i64) {
                pair(10_i64)
            } else {
                (6_i64, load(2))
            };
            let d = apply(&c, melt(token(9_i64, census)));
            check(&d)?;
            assert!((false) && (5_i64 % 2 == 0), "d is {d}");
            if (if true {
                d
            } else {
                d
            }) < d {
                if let Some(g) = half(1_i64) {
                    let g = {
                        None::<i64>
                    };
                }
            } else {
                let mut h = Some(eat(load(d)));
            }
            let k = if d <= eat(load(d)) {
                let mut j = token(d, census);
                pair(5)
            } else {
                let _unused = add(d, d);
                pair(d)
            };
            let (mut m, n) = (d, token(7_i64, census));
            let q = match m.wrapping_mul(d) {
                2 => {
                    assert!(d > 7_i64, "m is {m}");
                    load(m)
                }
                p if p > 17 => {
                    load(p)
                }
                _ => {
                    load(d)
                }
            };
            Ok::<_, String>((e, d, k, m, n, q, m))
        }
    }
}

#[test]
fn block_12() {
    same! {
        whole |census, effects| [
            let a = vec![7_i64, 8];
        ] {
            let (b, mut c) = (2_i64, if let Some(a) = None::<i64> {
                load(a)
            } else {
                load(7_i64)
            });
            let a = spell(b);
            add(nth(&c, b), (nth(&c, b) + c.pop().unwrap_or(0)));
            let d = |it: i64| add(it, total(&c));
            let mut g: i64 = add(b, 8);
            let e = apply(&d, 7);
            if (e % 2 == 0) && (b <= g) {
                let mut g: Vec<i64> = match g {
                    3 => {
                        add(2, (if e % 2 == 0 {
                            let j = Some(total(&c));
                            g
                        } else {
                            g
                        }));
                        load(e)
                    }
                    h if h > 19 => {
                        load(9)
                    }
                    _ => {
                        let k: Vec<i64> = c;
                        load(b)
                    }
                };
            } else {
                if let Some(last) = c.last_mut() {
                    *last += e;
                }
            }
            let mut m = add((match None::<i64> {
                Some(e) => {
                    e
                }
                None => {
                    g
                }
            }), 3);
            effects.note(length(&a));
            let n = if (7_i64 < b) && (b > 6_i64) {
                effects.note(2);
                6_i64
            } else {
                g
            };
            (b, a, g, e, m, n, (n - ({ g += g; g })))
        }
    }
}

#[test]
fn block_13() {
    same! {
        panicking |census, effects| [
            let mut a = 5_i64;
            let b = vec![7_i64, 8];
            let c = "text".to_owned();
            let mut d = Token::new(4, census);
        ] {
            let mut e = Vec::new();
            e.push(add(must(a), eat(load(8_i64))));
            e = e;
            shift(&mut e, must(9));
            let mut h = format!("<{}>", a);
            {
                let j = &mut e;
                j.push(5);
                shift(j, 5_i64);
                assert!(melt(token(a, census)) <= must(a), "a is {a}");
            }
            let n = match &e[..] {
                [] => h,
                [k] => name(a),
                [k, .., m] => h,
            };
            (a, e, n, a)
        }
    }
}

#[test]
fn block_14() {
    same! {
        guarded |census, effects| [
            let a = "text".to_owned();
            let b = plus(20, 1);
        ] {
            let a: Option<i64> = if 9_i64 > 1_i64.max(7_i64) {
                None::<i64>
            } else {
                let mut c = 6_i64;
                half(c)
            };
            most(melt(token(2, census)))?;
            let mut d = load(0);
            token(9_i64, census);
            if 10_i64 <= 8_i64.max(0_i64) {
                effects.note(5_i64);
            } else {
                let Some(e) = a else { panic!("no e") };
            }
            let h = &d;
            let (j, mut k) = pair((2_i64 + 8_i64));
            for a in [melt(token(1_i64, census)), most(j)?] {
                let m = Some(a);
            }
            Some((a, d, j, k, 1_i64))
        }
    }
}

#[test]
fn block_15() {
    same! {
        guarded |census, effects| [
            let mut a = vec![3_i64, 1, 2];
            let b = vec![7_i64, 8];
        ] {
            let (mut c, d) = (None::<i64>, String::from("cde"));
            c = c;
            for e in 0_i64..3 {
                if (3_i64 != e) || (e != 0_i64) {
                    break;
                }
                let mut h = (e, 'task_g: {
                    if e > e {
                        break 'task_g load(e);
                    }
                    load(4_i64)
                });
            }
            let _ = add((length(&d) + (match &b[..] {
                [] => 4_i64,
                [j] => (*j),
                [j, .., k] => (*j),
            })), 4_i64);
            Ok::<_, String>((c, d, add(eat(load(7)), (match melt(token(8_i64, census)) {
                3 => {
                    6_i64
                }
                m if m > 5 => {
                    m
                }
                _ => {
                    5_i64
                }
            }))))
        }
    }
}

#[test]
fn block_16() {
    same! {
        whole |census, effects| [
            let mut a = 5_i64;
            let mut b = vec![3_i64, 1, 2];
            let c = plus(20, 1);
        ] {
            let d = parse("12").ok();
            let e = "29".parse().unwrap();
            let g = add(e, 1);
            let h = plus(a, e);
            let j = spell(e);
            let mut n = match &b[..] {
                [] => g.max(g),
                [k] => a,
                [k, .., m] => a,
            };
            let p = plus(0, a);
            (a, d, e, g, h, j, n, p)
        }
    }
}

#[test]
fn block_17() {
    same! {
        guarded |census, effects| [
        ] {
            let a: i64 = 10_i64;
            let [b, c] = [a, a];
            let b = plus(a, c);
            effects.note(3);
            Ok::<_, String>((a, c, b, 11_i64))
        }
    }
}

#[test]
fn block_18() {
    same! {
        panicking |census, effects| [
            let a = "text".to_owned();
            let mut b = Token::new(4, census);
        ] {
            let mut b = name(length(&a));
            let c = (6_i64, vec![7_i64]);
            must(add(1_i64, 1_i64));
            let d = Some(2_i64);
            let mut j: Vec<i64> = if (7_i64 > 8_i64) || (11_i64 <= 9_i64) {
                let h: Token = token((match (match first(&c.1) {
                    Some(e) => {
                        e
                    }
                    None => {
                        7_i64
                    }
                }) {
                    0 => {
                        7_i64
                    }
                    g if g > 12 => {
                        g
                    }
                    _ => {
                        6_i64
                    }
                }), census);
                load(5)
            } else {
                load(9_i64)
            };
            let k: String = b;
            (c, d, j, k, 10_i64)
        }
    }
}

#[test]
fn block_19() {
    same! {
        whole |census, effects| [
            let mut a = 5_i64;
            let b = vec![7_i64, 8];
        ] {
            let mut c = merge(Token::new(0, census), merge(token(a, census), token(7, census)));
            if let Some(d) = first(&load(a)) {
                for e in load(a) {
                    let g: Vec<i64> = vec![eat(load(7)), ({
                        e
                    })];
                }
            }
            let h = upper(&upper(&"ab".to_owned()));
            let m = if (a > a) && (b.is_empty()) {
                let j: (i64, Vec<i64>) = {
                    let h = Some(a.max(a));
                    (a, load(0_i64))
                };
                load(a)
            } else {
                let k = name((4_i64 + a));
                load(4)
            };
            let n = stack(load(a), a);
            (a, c, h, m, n, mix(a, 9_i64, nth(&b, a)))
        }
    }
}

#[test]
fn block_20() {
    same! {
        whole |census, effects| [
            let a = "text".to_owned();
        ] {
            let b = plus(11_i64, 8);
            effects.note(mix(total(&load(b)), melt(token(b, census)), 0_i64));
            let mut c: Vec<i64> = (0_i64..0).map(|one| add(one, b)).collect::<Vec<i64>>();
            let d = (8_i64, join(c, load(1)));
            let mut h = 'task_e: {
                if b != b {
                    break 'task_e load(1_i64);
                }
                let g = d;
                load(b)
            };
            if b != 0_i64 {
                let mut j = pair(nth(&h, b));
            }
            let k = &mut h;
            k.push(8);
            shift(k, 0);
            (b, h, b)
        }
    }
}

#[test]
fn block_21() {
    same! {
        whole |census, effects| [
            let mut a = 5_i64;
        ] {
            let b = load(a);
            let mut c = token(5, census);
            let c = pair(8);
            let d: Option<i64> = parse("12").ok();
            let e = &b;
            let _ = drop(token(9_i64, census));
            let g = "41".parse().unwrap();
            let h = add(g, 1);
            let q = match d {
                Some(j) => {
                    let mut k = Vec::new();
                    k.push(add(a, (match first(&c.1) {
                        Some(n) => {
                            j
                        }
                        None => {
                            11_i64
                        }
                    })));
                    load(h)
                }
                None => {
                    let p: Vec<i64> = vec![c.0];
                    load(6)
                }
            };
            match ({ a = 0_i64; a }) {
                0..=4 => {
                    bump(&mut a, h);
                }
                _ => {
                    let mut t = if melt(token(h, census)) <= ('task_r: {
                        if q.is_empty() {
                            break 'task_r h;
                        }
                        h
                    }) {
                        let mut s = g;
                        pair(g)
                    } else {
                        pair(g)
                    };
                }
            }
            let u = plus(g, g);
            (a, b, c, d, g, h, q, ('task_v: {
                if u > h {
                    break 'task_v g;
                }
                a
            }))
        }
    }
}

#[test]
fn block_22() {
    same! {
        whole |census, effects| [
            let mut a = vec![3_i64, 1, 2];
        ] {
            let mut d = match &a[..] {
                [] => pair(10_i64),
                [b] => ((*b), load((*b))),
                [b, .., c] => pair((*b)),
            };
            let mut e = (0_i64..1).map(|one| add(one, 11_i64)).collect::<Vec<i64>>();
            let mut a = match &a[..] {
                [] => 8_i64,
                [g] => ({
                    (*g)
                }),
                [g, .., h] => (*h),
            };
            let a = if a != melt(token(1_i64, census)) {
                (a, e)
            } else {
                pair(a)
            };
            let j = 7_i64;
            match 9_i64 {
                0..=4 => {
                    let k = |it| add(it, j);
                    let mut n = {
                        load(j)
                    };
                    let m = apply(&k, j);
                }
                _ => {
                    let mut p = Vec::new();
                    p.push(add(j, j));
                }
            }
            let s = 'task_r: {
                if j != j {
                    break 'task_r load(j);
                }
                load(j)
            };
            effects.note(0);
            (d, a, j, s, j)
        }
    }
}

#[test]
fn block_23() {
    same! {
        guarded |census, effects| [
            let mut a = Token::new(4, census);
        ] {
            let b = spell(8_i64);
            let c = glue(b.clone(), &b);
            for (e, d) in (0_i64..).zip(load(9_i64)) {
                let m: String = match (match (if (if ({
                    d
                }) % 2 == 0 {
                    e
                } else {
                    e
                }) != ({
                    e
                }) {
                    d
                } else {
                    d
                }) {
                    0 => {
                        e
                    }
                    g if g > 10 => {
                        5_i64
                    }
                    _ => {
                        e
                    }
                }) {
                    3 => {
                        "ab".to_owned()
                    }
                    h if h > 1 => {
                        let mut j = d;
                        String::from("cde")
                    }
                    _ => {
                        let mut k: i64 = nth(&vec![8_i64], 1);
                        String::from("cde")
                    }
                };
            }
            let a = upper(&b);
            let mut n = None::<i64>;
            let p;
            if true {
                p = vec![5_i64, 2_i64, 1_i64];
            } else {
                p = (0_i64..0).map(|one| add(one, 8_i64)).collect::<Vec<i64>>();
            }
            let q = stack(load(6_i64), 1);
            Ok::<_, String>((b, c, a, n, p, q, mix(0_i64, (if 3_i64 <= length("lit") {
                7_i64
            } else {
                8_i64
            }), 2_i64)))
        }
    }
}

#[test]
fn block_24() {
    same! {
        panicking |census, effects| [
            let mut a = 5_i64;
            let mut b = vec![3_i64, 1, 2];
            let c = vec![7_i64, 8];
            let d = plus(20, 1);
        ] {
            let e = spell(a);
            if 0_i64 != (match a.max(a) {
                3 => {
                    6_i64
                }
                g if g > 8 => {
                    g
                }
                _ => {
                    10_i64
                }
            }) {
                let h: Vec<i64> = load(1);
            }
            let mut m: String = match add(5_i64, 6) {
                1 => {
                    let k = add(a, 9);
                    "ab".to_owned()
                }
                j if j > 16 => {
                    "ab".to_owned()
                }
                _ => {
                    e
                }
            };
            must(a);
            (a, m, a)
        }
    }
}

#[test]
fn block_25() {
    same! {
        guarded |census, effects| [
            let a = vec![7_i64, 8];
            let mut b = Token::new(4, census);
        ] {
            let c = sum(&a);
            let mut d = (9_i64 + total(&a));
            let e = plus(d, 1_i64);
            let g = vec![(c + 7_i64), mix(c, 4_i64, c)];
            add(a.get(3).copied().unwrap_or(-1).wrapping_mul(melt(token(11_i64, census))), 0);
            let h = sum(&g);
            let b = plus(c, d);
            let mut j = Vec::new();
            j.push(add(5, (match most(c)? {
                3 => {
                    b
                }
                m if m > 10 => {
                    8_i64
                }
                _ => {
                    d
                }
            })));
            Some((c, d, e, g, h, b, j, add(add(h, e), first(&a)?)))
        }
    }
}

#[test]
fn block_26() {
    same! {
        guarded |census, effects| [
            let mut a = vec![3_i64, 1, 2];
            let mut b = Token::new(4, census);
        ] {
            match 7_i64 {
                0..=4 => {
                    let (mut c, d) = (Token::new(9, census), 2_i64);
                }
                _ => {
                    let mut g = if 8_i64 <= add(10_i64, 8_i64) {
                        let e = token(7_i64.max(5_i64), census);
                        load(0)
                    } else {
                        effects.note(0_i64);
                        load(6)
                    };
                }
            }
            let [h, j] = [8_i64, 11_i64];
            let mut a = (0_i64..2).map(|one| add(one, j.max(h))).collect::<Vec<i64>>();
            let k = &a;
            let mut m = h;
            let n = &mut a;
            n.push(mix(h, 0, 4));
            shift(n, ({
                9_i64
            }));
            let b: (i64, Vec<i64>) = pair((a.len() as i64));
            Ok::<_, String>((h, j, a, m, b, parse("89")?))
        }
    }
}

#[test]
fn block_27() {
    same! {
        guarded |census, effects| [
            let mut a = Token::new(4, census);
        ] {
            let c = 'task_b: {
                if 3_i64 > 8_i64 {
                    break 'task_b parse("12").ok();
                }
                first(&load(10_i64))
            };
            if parse("23")? > 3_i64 {
                drop(merge(token(6, census), token(7_i64, census)));
            }
            let a: Option<i64> = c;
            let d = plus(1_i64, 10_i64);
            let (mut e, g) = (7_i64, d);
            let h = plus(d, 2);
            Ok::<_, String>((c, a, d, e, g, h, 6_i64))
        }
    }
}

#[test]
fn block_28() {
    same! {
        guarded |census, effects| [
            let mut a = Token::new(4, census);
        ] {
            let mut b = Some((if 11_i64 % 2 == 0 {
                2_i64
            } else {
                0_i64
            }));
            match 4_i64 {
                0..=4 => {
                    let c;
                    if b.is_some() {
                        c = vec![2_i64];
                    } else {
                        c = {
                        load(5_i64)
                    };
                    }
                }
                _ => {
                    let mut b: Option<i64> = first(&if let Some(b) = b {
                        load(b)
                    } else {
                        load(5)
                    });
                }
            }
            if let Some(d) = parse("12").ok() {
                let mut j = if let Some(e) = half(5_i64) {
                    let mut h = join(if let Some(g) = parse("12").ok() {
                        load(e)
                    } else {
                        load(d)
                    }, {
                        load(d)
                    });
                    load(d)
                } else {
                    check(&d)?;
                    load(0)
                };
            }
            for (k, b) in (0_i64..).zip(0_i64..0) {
                for m in load((b + b)) {
                    let mut n = b;
                }
            }
            let mut b = (if 7_i64 > total(&load(3_i64)) {
                let mut p = b.take();
                10_i64
            } else {
                6_i64
            });
            let q = if mix(b, b, b) <= b {
                String::from("cde")
            } else {
                let mut b = name(({ b = 8; b }));
                "ab".to_owned()
            };
            if (b > b) && (b % 2 == 0) {
                let b: Token = if let Some(r) = None::<i64> {
                    token(b, census)
                } else {
                    let mut v = 'task_s: {
                        if b % 2 == 0 {
                            break 'task_s b;
                        }
                        let mut u = 'task_t: {
                            if 6_i64 % 2 == 0 {
                                break 'task_t String::from("cde");
                            }
                            String::from("cde")
                        };
                        b
                    };
                    token(1_i64, census)
                };
            } else {
                let _unused = add(9, 9_i64);
            }
            let mut w = pair(1_i64);
            Ok::<_, String>((b, q, w, 8_i64))
        }
    }
}

#[test]
fn block_29() {
    same! {
        whole |census, effects| [
        ] {
            let a = 3_i64;
            let (b, mut c) = (a, load(a));
            let d = sum(&c);
            let a: Option<i64> = None::<i64>;
            let e = |it: i64| add(it, total(&c));
            let mut c = first(&load(b));
            let g = apply(&e, (b - d));
            (b, d, a, c, g, g.wrapping_mul(('task_h: {
                if g <= 4_i64 {
                    break 'task_h g;
                }
                d
            })))
        }
    }
}

#[test]
fn block_30() {
    same! {
        guarded |census, effects| [
        ] {
            let mut b: Token = if let Some(a) = first(&load(1_i64)) {
                Token::new(a, census)
            } else {
                Token::new(2_i64, census)
            };
            if 11_i64 % 2 == 0 {
                let c = b;
            } else {
                let mut b = 7_i64.max(total(&load(5_i64)));
            }
            let d = plus(4_i64, 2_i64);
            let b: i64 = d;
            let e = "4".parse().unwrap();
            let g = add(e, 1);
            Ok::<_, String>((d, b, e, g, (if (3_i64 < g) || (b != b) {
                b
            } else {
                let h;
                if (if 1_i64 % 2 == 0 {
                    d
                } else {
                    b
                }) != e {
                    h = glue("ab".to_owned(), "lit");
                } else {
                    h = format!("<{}>", g);
                }
                b
            })))
        }
    }
}

#[test]
fn block_31() {
    same! {
        guarded |census, effects| [
            let mut a = 5_i64;
            let b = "text".to_owned();
        ] {
            if let Some(c) = None::<i64> {
                let (mut d, e) = (load(a), c);
            }
            let g = |it| add(it, add(a, a));
            let j = a.max(a);
            let h = apply(&g, a);
            effects.note(a);
            match ({ a += a; a }) {
                0..=4 => {
                    let mut a: i64 = mix(6, (match total(&load(j)) {
                        1 => {
                            a
                        }
                        k if k > 14 => {
                            1_i64
                        }
                        _ => {
                            a
                        }
                    }), nth(&load(4), 6));
                }
                _ => {
                    let m = |it: i64| add(it, (if a != 0_i64 { j } else { j }));
                    let j = name(add(a, 7_i64));
                    let n = apply(&m, 1_i64);
                }
            }
            let mut p = Vec::new();
            p.push(add(a, eat(load(j))));
            let mut s = 'task_r: {
                if p.is_empty() {
                    break 'task_r 4_i64;
                }
                let mut j = name(0);
                h
            };
            Some((a, j, h, p, s, (if let Some(h) = None::<i64> {
                6_i64
            } else {
                let v = {
                    let t = "28".parse().unwrap();
                    let u = add(t, 1);
                    s
                };
                j
            })))
        }
    }
}

#[test]
fn block_32() {
    same! {
        whole |census, effects| [
            let mut a = vec![3_i64, 1, 2];
            let mut b = Token::new(4, census);
        ] {
            let g = match 0_i64 {
                1 => {
                    let mut d = add(0_i64, 9_i64);
                    load(d)
                }
                c if c > 19 => {
                    load(c)
                }
                _ => {
                    let e = a.iter().rev().copied().collect::<Vec<_>>();
                    e
                }
            };
            let mut b: String = upper(&upper("lit"));
            let h = &g;
            let j = &g;
            let mut k = mix(length(&b), (if (5_i64 != 9_i64) || (3_i64 != 9_i64) {
                0_i64
            } else {
                1_i64
            }), melt(Token::new(11_i64, census)));
            effects.note(9);
            let m = "12".parse().unwrap();
            let n = add(m, 1);
            let p = (0_i64..1).map(|one| add(one, k)).collect::<Vec<i64>>();
            let s = if let Some(q) = half(k) {
                let b: String = glue(b, &String::new());
                load(k)
            } else {
                let r = n;
                g
            };
            let t: i64 = k;
            let u = &s;
            {
                let a: i64 = if (s.is_empty()) && (k < k) {
                    k
                } else {
                    m
                };
                bump(&mut k, nth(&s, 7));
            }
            (k, m, n, p, s, t, mix(m, k, n))
        }
    }
}

#[test]
fn block_33() {
    same! {
        guarded |census, effects| [
        ] {
            let a = plus(7_i64, 3);
            let b = |it| add(it, a);
            let mut d = a;
            let c = apply(&b, a.wrapping_mul(11_i64));
            match c {
                0..=4 => {
                    let mut e = total(&(0_i64..3).map(|one| add(one, c)).collect::<Vec<i64>>());
                }
                _ => {
                    let g: i64 = 1_i64;
                }
            }
            let (mut h, j) = (d, load(d));
            let k = sum(&j);
            if (d - k) < k {
                effects.note(6);
            }
            let mut n = {
                let mut m = Token::new(2, census);
                Some(h)
            };
            Some((a, d, c, h, j, k, n, (match c {
                3 => {
                    let q = join((0_i64..0).map(|one| add(one, h)).collect::<Vec<i64>>(), join(load(k), load(10_i64)));
                    k
                }
                p if p > 13 => {
                    let mut s = if n.is_some() {
                        most(h.max(a))?;
                        load(c)
                    } else {
                        let h = if eat(load(p)) > melt(Token::new(d, census)) {
                            let a = match n {
                                Some(r) => {
                                    load(r)
                                }
                                None => {
                                    let mut h: String = format!("{c:?} {}", 2_i64);
                                    load(2)
                                }
                            };
                            pair(h)
                        } else {
                            pair(3)
                        };
                        load(5)
                    };
                    a
                }
                _ => {
                    6_i64
                }
            })))
        }
    }
}

#[test]
fn block_34() {
    same! {
        guarded |census, effects| [
            let mut a = 5_i64;
            let mut b = vec![3_i64, 1, 2];
            let c = plus(20, 1);
        ] {
            let mut d = eat(load(7));
            bump(&mut a, 3);
            let e = |it| add(it, a);
            let mut h = add(a, melt(token(4, census)));
            let g = apply(&e, total(&b));
            let d = spell(h);
            let _unused = drop(Token::new(h, census));
            check(&a)?;
            if let Some(j) = first(&b) {
                let j = match &b[..] {
                    [] => token(g, census),
                    [k] => token(h, census),
                    [k, .., m] => merge(token(g, census), token(2, census)),
                };
            }
            let n;
            if a % 2 == 0 {
                n = total(&b[b.len() / 2..]);
            } else {
                n = a;
            }
            Ok::<_, String>((a, h, g, d, n, (b.len() as i64)))
        }
    }
}

#[test]
fn block_35() {
    same! {
        guarded |census, effects| [
        ] {
            let b = match Some(3_i64) {
                Some(a) => {
                    let mut a: Token = merge(merge(token(3, census), token(a, census)), token(2, census));
                    load(6_i64)
                }
                None => {
                    load(10_i64)
                }
            };
            let c = b.iter().sum::<i64>();
            let d = plus(c, c);
            let mut e = {
                d
            };
            let g = plus(d, d);
            Ok::<_, String>((b, c, d, e, g, nth(&vec![c, 5_i64, d], g)))
        }
    }
}

#[test]
fn block_36() {
    same! {
        panicking |census, effects| [
            let a = "text".to_owned();
        ] {
            let mut b = Vec::new();
            b.push(add(6, 6));
            for one in b.iter_mut() {
                *one += 9_i64;
            }
            let d = plus(6_i64, 5);
            let e = stack(load(4_i64), 1_i64);
            let g = &b;
            let h = |it| add(it, d);
            let k;
            if d != ({
                d
            }) {
                k = glue("ab".to_owned(), &a);
            } else {
                k = a.repeat(2);
            }
            let j = apply(&h, add(d, 4));
            let mut t = match mix(d, j, j) {
                2 => {
                    let mut n = vec![d, (j - d), d];
                    d
                }
                m if m > 5 => {
                    let r = if let Some(p) = first(&load(d)) {
                        let q = pair(d);
                        k
                    } else {
                        must(must(1_i64));
                        k
                    };
                    m
                }
                _ => {
                    let s: Token = Token::new(5, census);
                    7_i64
                }
            };
            (b, d, e, j, t, j)
        }
    }
}

#[test]
fn block_38() {
    same! {
        guarded |census, effects| [
            let mut a = vec![3_i64, 1, 2];
            let b = "text".to_owned();
            let mut c = Token::new(4, census);
            let d = plus(20, 1);
        ] {
            let mut b = if false {
                load(5_i64)
            } else {
                load(6)
            };
            for e in 0_i64..4 {
                if add(e, 6) != (if let Some(g) = None::<i64> {
                    e
                } else {
                    e
                }) {
                    break;
                }
                for h in [value(&c), length(&"ab".to_owned())] {
                    let _unused = join(load(3_i64), join(load(e), load(h)));
                }
            }
            push(&mut b, 4_i64);
            push(&mut b, 0_i64);
            let mut k = 5_i64.max((if let Some(j) = Some(2_i64) {
                j
            } else {
                1_i64
            }));
            effects.note(value(&c));
            Some((b, k, 4_i64))
        }
    }
}

#[test]
fn block_39() {
    same! {
        guarded |census, effects| [
            let mut a = 5_i64;
            let b = "text".to_owned();
            let c = plus(20, 1);
        ] {
            let mut d = a;
            let mut e = a;
            let g = "19".parse().unwrap();
            let h = add(g, 1);
            effects.note(h);
            Some((a, d, e, g, h, a))
        }
    }
}

#[test]
fn block_40() {
    same! {
        guarded |census, effects| [
            let mut a = 5_i64;
            let mut b = vec![3_i64, 1, 2];
            let c = vec![7_i64, 8];
            let d = "text".to_owned();
            let mut e = Token::new(4, census);
        ] {
            let g = load(a);
            check(&a)?;
            let h = |it: i64| add(it, a);
            let k: Option<i64> = first(&c);
            let j = apply(&h, a);
            let n = 'task_m: {
                if c.is_empty() {
                    break 'task_m 6_i64;
                }
                a
            };
            check(&j)?;
            let mut p = (g.len() as i64);
            let (mut q, r) = (token(j, census), load(3_i64));
            let _unused = token(9, census);
            Ok::<_, String>((a, g, k, j, n, p, q, 2_i64))
        }
    }
}

#[test]
fn block_41() {
    same! {
        guarded |census, effects| [
            let mut a = 5_i64;
            let mut b = vec![3_i64, 1, 2];
            let c = "text".to_owned();
        ] {
            let d = a;
            let e = |it| add(it, a);
            let mut h = join(vec![d], vec![a]);
            let g = apply(&e, 0);
            let mut j = h;
            add(11_i64.max(g), add(9, 9));
            let k = a;
            Some((a, d, g, j, k, (b.len() as i64)))
        }
    }
}

#[test]
fn block_42() {
    same! {
        whole |census, effects| [
            let a = "text".to_owned();
        ] {
            let mut b: i64 = total(&load(0_i64));
            {
                let c = "32".parse().unwrap();
                let d = add(c, 1);
            }
            let e = |it| add(it, nth(&load(b), b));
            let b = Some(b);
            let g = apply(&e, 7);
            let k: Vec<i64> = match half(1) {
                Some(h) => {
                    load(g)
                }
                None => {
                    let mut j: i64 = g;
                    load(j)
                }
            };
            effects.note((a.len() as i64));
            let m = |it| add(it, g);
            let mut p = g;
            let n = apply(&m, melt(Token::new(g, census)));
            (b, g, k, p, n, 3_i64)
        }
    }
}

#[test]
fn block_43() {
    same! {
        guarded |census, effects| [
            let mut a = 5_i64;
            let b = vec![7_i64, 8];
            let c = "text".to_owned();
            let mut d = Token::new(4, census);
            let e = plus(20, 1);
        ] {
            let j = match &b[..] {
                [] => pair(0_i64),
                [g] => pair(a),
                [g, .., h] => pair(a),
            };
            let (mut k, m) = (load(a), 5_i64);
            let m = match None::<i64> {
                Some(n) => {
                    let q = {
                        let p = &mut k;
                        p.push(({
                            a
                        }));
                        shift(p, a);
                        token(n, census)
                    };
                    String::from("cde")
                }
                None => {
                    "ab".to_owned()
                }
            };
            token(0_i64.max(11_i64), census);
            let r = &mut k;
            r.push((if positive(a)? <= add(a, a) {
                a
            } else {
                a
            }));
            shift(r, a.wrapping_mul(a));
            {
                check(&a)?;
                let s = k;
            }
            let t = "19".parse().unwrap();
            let u = add(t, 1);
            if let Some(v) = Some(a) {
                check(&v)?;
            }
            Ok::<_, String>((a, j, m, t, u, 4_i64))
        }
    }
}

#[test]
fn block_44() {
    same! {
        whole |census, effects| [
            let a = vec![7_i64, 8];
        ] {
            effects.note(6);
            let a = plus(0_i64, 4_i64);
            let b = |it: i64| add(it, a);
            let mut a = pair(({
                a
            }));
            let c = apply(&b, melt(token(0, census)));
            if c != c {
                let [d, e] = [c, 11_i64];
            }
            (a, c, c)
        }
    }
}

#[test]
fn block_45() {
    same! {
        guarded |census, effects| [
            let a = "text".to_owned();
            let b = plus(20, 1);
        ] {
            let b = 3_i64;
            let mut c = Vec::new();
            c.push(add(b, b.wrapping_mul(5_i64)));
            assert!(c.is_empty(), "b is {b}");
            let mut e = b;
            let g = sum(&c);
            let h = add(g, b);
            Some((b, c, e, g, h, b))
        }
    }
}

#[test]
fn block_46() {
    same! {
        whole |census, effects| [
            let mut a = 5_i64;
            let mut b = vec![3_i64, 1, 2];
            let mut c = Token::new(4, census);
        ] {
            let d = 5_i64;
            let e = "28".parse().unwrap();
            let g = add(e, 1);
            if g > (b.len() as i64) {
                if (3_i64 < e) && (d != g) {
                    let mut h = a;
                } else {
                    let j = if a <= d {
                        let _ = join(load(g), (0_i64..1).map(|one| add(one, 11_i64)).collect::<Vec<i64>>());
                        e
                    } else {
                        a = 9_i64;
                        e
                    };
                }
            } else {
                effects.note(4);
            }
            let mut g = (('task_k: {
                if b.is_empty() {
                    break 'task_k 0_i64;
                }
                g
            }), join(load(d), load(0_i64)));
            match 5_i64 {
                0..=4 => {
                    let e = token(eat(load(d)), census);
                }
                _ => {
                    add(2, d);
                }
            }
            let _unused = add(2_i64, 7_i64);
            let d: i64 = total(&g.1);
            let m = add(mix(d, e, 2_i64), 5);
            (a, e, g, d, m, d)
        }
    }
}

#[test]
fn block_47() {
    same! {
        whole |census, effects| [
            let mut a = 5_i64;
            let b = plus(20, 1);
        ] {
            a -= 1;
            let c = 0_i64;
            let d = pair(mix(7, a, 9));
            let e = (0_i64..2).map(|one| add(one, c)).collect::<Vec<i64>>();
            let mut j = match &e[..] {
                [] => Some(c),
                [g] => first(&e),
                [g, .., h] => first(&e),
            };
            (a, c, d, e, j, add(0, c))
        }
    }
}

#[test]
fn block_48() {
    same! {
        whole |census, effects| [
            let a = "text".to_owned();
            let b = plus(20, 1);
        ] {
            let c = {
                let a = token(9, census);
                parse("12").ok()
            };
            let mut d = 11_i64;
            let h = 'task_e: {
                if c.is_some() {
                    break 'task_e parse("12").ok();
                }
                let g: Vec<i64> = join(vec![d], load(0_i64));
                Some(d)
            };
            for j in 0_i64..3 {
                if j <= d {
                    continue;
                }
                let r: i64 = match d {
                    2 => {
                        let mut m = vec![d.max(j)];
                        j
                    }
                    k if k > 14 => {
                        6_i64
                    }
                    _ => {
                        let mut q = pair(d);
                        d
                    }
                };
            }
            (c, d, h, add(10_i64, d))
        }
    }
}

#[test]
fn block_49() {
    same! {
        whole |census, effects| [
            let a = "text".to_owned();
        ] {
            if let Some(b) = None::<i64> {
                for c in 0_i64..3 {
                    if (2_i64 != c) || (b % 2 == 0) {
                        continue;
                    }
                    let e = nth(&if let Some(d) = half(b) {
                        load(d)
                    } else {
                        load(c)
                    }, c);
                }
            }
            {
                let g;
                if 5_i64 > (if (1_i64 != 9_i64) && (false) {
                    3_i64
                } else {
                    1_i64
                }) {
                    g = match (a.len() as i64) {
                    2 => {
                        load(3_i64)
                    }
                    h if h > 4 => {
                        load(10_i64)
                    }
                    _ => {
                        load(1)
                    }
                };
                } else {
                    g = match add(3, 4_i64) {
                    0 => {
                        load(6_i64)
                    }
                    j if j > 9 => {
                        load(j)
                    }
                    _ => {
                        load(7_i64)
                    }
                };
                }
                let k = join(g.clone(), load(2_i64));
            }
            let m: Token = merge(merge(Token::new(5_i64, census), Token::new(1_i64, census)), token(11_i64, census));
            let mut m = parse("12").ok();
            let n = plus(7_i64, 10_i64);
            (m, n, add(melt(token(n, census)), ('task_p: {
                if 11_i64 < n {
                    break 'task_p 10_i64;
                }
                n
            })))
        }
    }
}

#[test]
fn block_50() {
    same! {
        whole |census, effects| [
            let a = "text".to_owned();
            let b = plus(20, 1);
        ] {
            let mut c = 6_i64;
            let d = stack(load(c), c);
            let e = stack(load(c), c);
            let g = sum(&d);
            effects.note(8_i64);
            effects.note(e.iter().sum::<i64>());
            let h = plus(c, c);
            (c, d, e, g, h, nth(&if add(h, h) <= h {
                load(6)
            } else {
                load(g)
            }, h))
        }
    }
}

#[test]
fn block_51() {
    same! {
        guarded |census, effects| [
        ] {
            let mut a = upper("lit");
            let b = {
                token(2_i64, census)
            };
            for a in load(5_i64) {
                let c = load(a.wrapping_mul(a));
            }
            effects.note(2);
            let d = plus(9, 0);
            effects.note(4);
            let a = load(b.value);
            Ok::<_, String>((b, d, a, d))
        }
    }
}

#[test]
fn block_52() {
    same! {
        whole |census, effects| [
            let mut a = 5_i64;
            let mut b = vec![3_i64, 1, 2];
            let c = plus(20, 1);
        ] {
            let d = token(0_i64, census);
            for e in 0_i64..2 {
                if (b.is_empty()) && (e != e) {
                    break;
                }
                effects.note(e);
            }
            let b = Token::new(8, census);
            let mut g = a;
            a += eat(vec![g]);
            let mut h: Vec<i64> = load(8);
            let j = &h;
            let (mut k, m) = (8_i64, token(a, census));
            let mut n = (0_i64..0).map(|one| add(one, 11_i64)).collect::<Vec<i64>>();
            n.push(g);
            (a, d, b, g, h, k, m, g)
        }
    }
}

#[test]
fn block_53() {
    same! {
        whole |census, effects| [
            let mut a = 5_i64;
            let b = vec![7_i64, 8];
        ] {
            let c = stack(load(a), a);
            let _ = join(b.clone(), vec![a, 1_i64, a]);
            for d in 0_i64..2 {
                let (mut e, g) = (d, load(0_i64));
            }
            if 6_i64 < a {
                let mut a: Token = if add(9, a) % 2 == 0 {
                    let mut h = format!("<{}>", melt(token(a, census)));
                    Token::new(a, census)
                } else {
                    Token::new(8_i64, census)
                };
            } else {
                let c: String = 'task_j: {
                    if 5_i64 % 2 == 0 {
                        break 'task_j String::from("cde");
                    }
                    let mut c = merge(token(9, census), token(2, census));
                    String::from("cde")
                };
            }
            (a, c, total(&b))
        }
    }
}

#[test]
fn block_54() {
    same! {
        whole |census, effects| [
            let a = "text".to_owned();
        ] {
            let b;
            if 7_i64 % 2 == 0 {
                b = name(7);
            } else {
                b = name(11_i64);
            }
            let a: Token = Token::new(0, census);
            let c = a;
            let d = b;
            let e = first(&(0_i64..2).map(|one| add(one, 7_i64)).collect::<Vec<i64>>());
            let g: String = d.trim().to_owned();
            (c, d, e, g, add(1_i64.max(10_i64), ({
                8_i64
            })))
        }
    }
}

#[test]
fn block_55() {
    same! {
        whole |census, effects| [
            let a = vec![7_i64, 8];
            let b = "text".to_owned();
            let mut c = Token::new(4, census);
            let d = plus(20, 1);
        ] {
            let mut e = Vec::new();
            e.push(add(4, 0));
            let h = e;
            effects.note(5_i64);
            match 5_i64 {
                0..=4 => {
                    let j = |it: i64| add(it, mix(11_i64, 9_i64, 1_i64));
                    effects.note(0);
                    let k = apply(&j, total(&h[h.len() / 2..]));
                }
                _ => {
                    let m = &h;
                    let mut n = token((8_i64 + 11_i64), census);
                }
            }
            let mut q = vec![0_i64, (if let Some(p) = parse("12").ok() {
                p
            } else {
                7_i64
            }), 3_i64];
            let r = "18".parse().unwrap();
            let s = add(r, 1);
            let t;
            if a.is_empty() {
                t = r;
            } else {
                t = add(s, s);
            }
            (h, q, r, s, t, eat(load(t)))
        }
    }
}

#[test]
fn block_56() {
    same! {
        whole |census, effects| [
            let a = vec![7_i64, 8];
        ] {
            let b: Token = Token::new(1_i64, census);
            let c = spell(2_i64);
            let d = spell(6_i64);
            let mut e: (i64, Vec<i64>) = pair(nth(&a, 9_i64));
            let g = |it| add(it, eat(load(7_i64)));
            let mut j: String = format!("<{}>", 4_i64);
            let h = apply(&g, 4);
            (b, c, d, e, j, h, 9_i64)
        }
    }
}

#[test]
fn block_57() {
    same! {
        whole |census, effects| [
        ] {
            let a = plus(1_i64, 9);
            let b = String::new();
            let c = |it: i64| add(it, nth(&load(a), a));
            let e = join(if a <= a {
                load(a)
            } else {
                load(a)
            }, vec![a]);
            let d = apply(&c, (if false {
                a
            } else {
                8_i64
            }));
            let g: String = b;
            let d = {
                let b = merge(token(d, census), token(d, census));
                a
            };
            (a, e, g, d, a)
        }
    }
}

#[test]
fn block_58() {
    same! {
        guarded |census, effects| [
            let mut a = Token::new(4, census);
        ] {
            let b = spell(8);
            let b = upper(&b);
            let c = |it| add(it, 2_i64);
            let a = load(3);
            let d = apply(&c, 5);
            let mut e = {
                load(d)
            };
            let h: Vec<i64> = match Some(d) {
                Some(g) => {
                    let e: i64 = d;
                    load(e)
                }
                None => {
                    load(11_i64)
                }
            };
            let j = |it| add(it, length(&b));
            for m in 0_i64..1 {
                let a = d;
            }
            let k = apply(&j, d);
            Ok::<_, String>((b, a, d, e, h, k, k))
        }
    }
}

#[test]
fn block_59() {
    same! {
        guarded |census, effects| [
            let mut a = vec![3_i64, 1, 2];
            let b = "text".to_owned();
            let c = plus(20, 1);
        ] {
            let mut d = Vec::new();
            d.push(add(0_i64, mix(8_i64, 8_i64, 4_i64)));
            let c = (b.len() as i64);
            let g = |it: i64| add(it, c);
            assert!(a.is_empty(), "c is {c}");
            let h = apply(&g, c);
            let j;
            if total(&a) > d.pop().unwrap_or(2) {
                j = h.wrapping_mul(h);
            } else {
                j = length(&b);
            }
            let k = plus(2_i64, 4_i64);
            let c = h;
            Ok::<_, String>((d, h, j, k, c, a.iter().map(|one| add(*one, nth(&load(c), c))).sum::<i64>()))
        }
    }
}

#[test]
fn block_60() {
    same! {
        panicking |census, effects| [
            let mut a = 5_i64;
            let b = "text".to_owned();
        ] {
            assert!((a != a) || (a > a), "a is {a}");
            if a != a {
                let mut b = melt(token(6, census));
            }
            let c = merge(Token::new(a, census), merge(Token::new(a, census), Token::new(a, census)));
            must(a);
            let d = |it| add(it, add(a, 6));
            let g = c;
            let e = apply(&d, (b.len() as i64));
            let h = "13".parse().unwrap();
            let j = add(h, 1);
            let mut n = if let Some(k) = parse("12").ok() {
                String::from("cde")
            } else {
                let mut m = join((0_i64..3).map(|one| add(one, j)).collect::<Vec<i64>>(), load(11_i64));
                "ab".to_owned()
            };
            (a, g, e, h, j, n, 11_i64)
        }
    }
}

#[test]
fn block_61() {
    same! {
        whole |census, effects| [
            let a = vec![7_i64, 8];
        ] {
            let mut c: i64 = 'task_b: {
                if 8_i64 <= 0_i64 {
                    break 'task_b 3_i64;
                }
                6_i64
            };
            effects.note(add(c, 9));
            let mut a = c;
            if eat(load(a)) > mix(a, c, a) {
                let d = 2_i64;
            }
            let e = (0_i64..0).map(|one| add(one, c)).collect::<Vec<i64>>();
            token(4, census);
            let g = glue(format!("{:?} {it:3}", e, it = c), "lit");
            (c, a, e, g, a)
        }
    }
}

#[test]
fn block_62() {
    same! {
        guarded |census, effects| [
            let mut a = Token::new(4, census);
        ] {
            let b;
            if add(5, 6) % 2 == 0 {
                b = format!("<{}>", 10_i64);
            } else {
                b = String::new();
            }
            let d: Option<i64> = match 1_i64 {
                3 => {
                    parse("12").ok()
                }
                c if c > 2 => {
                    let a: (i64, Vec<i64>) = (10_i64, vec![9_i64, c, c]);
                    half(6)
                }
                _ => {
                    parse("12").ok()
                }
            };
            let e = if true {
                load(7_i64)
            } else {
                load(4_i64)
            };
            let g = positive(mix(2, 9_i64, 11_i64))?;
            let d = {
                let h = g;
                parse("12").ok()
            };
            Ok::<_, String>((b, e, g, d, nth(&if let Some(a) = Some(g) {
                load(g)
            } else {
                load(0)
            }, total(&load(3_i64)))))
        }
    }
}

#[test]
fn block_63() {
    same! {
        whole |census, effects| [
            let mut a = Token::new(4, census);
        ] {
            let b;
            if eat(load(10_i64)) <= nth(&load(2_i64), 6_i64) {
                b = eat(load(4));
            } else {
                b = 2_i64;
            }
            let mut c = b;
            let d = None::<i64>;
            let mut e = token(c, census);
            let h = if b.max(b) != (if b % 2 == 0 {
                3_i64
            } else {
                b
            }) {
                10_i64
            } else {
                let g = (b + b.wrapping_mul(b));
                c
            };
            let j = load(4_i64);
            (b, c, d, e, h, j, h)
        }
    }
}

#[test]
fn block_64() {
    same! {
        panicking |census, effects| [
            let mut a = 5_i64;
            let b = "text".to_owned();
        ] {
            for d in [a, ('task_c: {
                if false {
                    break 'task_c a;
                }
                a
            })] {
                join(vec![a, 6_i64], load(a));
            }
            let mut e = 0_i64;
            while e < 1 {
                must(a);
                e += 1;
            }
            let g: Vec<i64> = if false {
                load(a)
            } else {
                load(8_i64)
            };
            let h = melt(merge(Token::new(a, census), Token::new(e, census)));
            let mut a = must(add(a, 5));
            let m = match &g[..] {
                [] => format!("<{}>", e),
                [j] => format!("{b:?}"),
                [j, .., k] => glue("ab".to_owned(), &b),
            };
            let mut n: String = name(5);
            let p = token(add(a, 10_i64), census);
            (e, g, h, a, m, n, p, e)
        }
    }
}

#[test]
fn block_65() {
    same! {
        panicking |census, effects| [
            let a = "text".to_owned();
            let b = plus(20, 1);
        ] {
            {
                let mut b: Token = if false {
                    let c = (melt(token(2, census)), load(10_i64));
                    token(4_i64, census)
                } else {
                    let mut a = nth(&(0_i64..2).map(|one| add(one, 10_i64)).collect::<Vec<i64>>(), 0_i64);
                    Token::new(a, census)
                };
            }
            let d = |it: i64| add(it, (6_i64 + 4_i64));
            if let Some(g) = parse("12").ok() {
                let h = add(6, length(&a));
            }
            let e = apply(&d, 5);
            let j;
            if eat(load(11_i64)) <= add(e, e) {
                j = glue("ab".to_owned(), &a);
            } else {
                j = glue("ab".to_owned(), &a);
            }
            for k in 0_i64..1 {
                if (11_i64 <= k) && (10_i64 < e) {
                    continue;
                }
                let m = if add(8, 1_i64) < mix(k, k, 1) {
                    (8_i64, load(9))
                } else {
                    pair(e)
                };
            }
            let n = stack(load(1), 0_i64);
            let p = (a.len() as i64);
            (e, j, n, p, mix(e, add(p, 7), 8))
        }
    }
}

#[test]
fn block_66() {
    same! {
        guarded |census, effects| [
            let mut a = 5_i64;
            let mut b = vec![3_i64, 1, 2];
        ] {
            for c in {
                load(3)
            } {
                let d = "0".parse().unwrap();
                let e = add(d, 1);
            }
            most((match &b[..] {
                [] => 3_i64,
                [g] => a,
                [g, .., h] => a,
            }))?;
            let j = &b;
            let k = |it: i64| add(it, add(7, a));
            most(total(&b))?;
            let m = apply(&k, (if add(a, 1) != a {
                a
            } else {
                a
            }));
            let n = merge(merge(token(m, census), token(6_i64, census)), token(a, census));
            let b = match melt(n) {
                2 => {
                    effects.note(((if 6_i64 % 2 == 0 { m } else { m }) + eat(load(m))));
                    load(1)
                }
                p if p > 7 => {
                    load(m)
                }
                _ => {
                    load(a)
                }
            };
            let q = b;
            Some((a, m, q, add(a, length(&String::from("cde")))))
        }
    }
}

#[test]
fn block_67() {
    same! {
        guarded |census, effects| [
            let mut a = vec![3_i64, 1, 2];
            let b = vec![7_i64, 8];
            let c = "text".to_owned();
        ] {
            let d = plus(9_i64, 11_i64);
            let Some(e) = Some(d) else { panic!("no e") };
            assert!(add(11_i64, e) != length(&c), "d is {d}");
            most(6)?;
            let a = e;
            Some((d, e, a, 1_i64))
        }
    }
}

#[test]
fn block_68() {
    same! {
        whole |census, effects| [
            let a = "text".to_owned();
        ] {
            let b: Option<i64> = parse("12").ok();
            let d: String = if true {
                "ab".to_owned()
            } else {
                let c: Token = merge(token(10_i64, census), merge(token(10_i64, census), Token::new(8_i64, census)));
                String::from("cde")
            };
            let e = 4_i64;
            let mut a: Token = token(total(&load(e)), census);
            (b, d, e, a, e)
        }
    }
}

#[test]
fn block_69() {
    same! {
        guarded |census, effects| [
            let a = "text".to_owned();
        ] {
            if let Some(b) = half(2_i64) {
                let mut a = match b {
                    0 => {
                        let b = 'task_d: {
                            if b % 2 == 0 {
                                break 'task_d "ab".to_owned();
                            }
                            let g = load(('task_e: {
                                if b <= b {
                                    break 'task_e b;
                                }
                                b
                            }));
                            "ab".to_owned()
                        };
                        6_i64
                    }
                    c if c > 14 => {
                        let h = merge(token(b, census), token(c, census));
                        c
                    }
                    _ => {
                        b
                    }
                };
            }
            if (false) && (6_i64 <= 2_i64) {
                if 7_i64 > 10_i64 {
                    let a = most(add(1_i64, 1))?;
                } else {
                    let m = if let Some(j) = first(&load(8_i64)) {
                        token(j, census)
                    } else {
                        let mut k = merge(token(2_i64, census), token(3_i64, census));
                        k
                    };
                }
            } else {
                let mut n = nth(&(0_i64..1).map(|one| add(one, 7_i64)).collect::<Vec<i64>>(), 6);
            }
            let p = load(3_i64);
            let mut a: Vec<i64> = p;
            if length(&String::from("cde")) <= 3_i64 {
                let mut q = format!("<{}>", mix(9_i64, 5_i64, 4_i64));
            } else {
                let [r, s] = [2_i64, 5_i64];
            }
            Some((a, (if melt(token(1_i64, census)) > add(4_i64, 7) {
                let mut p = 4_i64;
                p
            } else {
                let t = 1_i64;
                t
            })))
        }
    }
}

#[test]
fn block_70() {
    same! {
        whole |census, effects| [
            let mut a = 5_i64;
            let b = vec![7_i64, 8];
            let c = plus(20, 1);
        ] {
            let b = load((if mix(0, 1_i64, a) != a {
                1_i64
            } else {
                9_i64
            }));
            for c in if let Some(b) = None::<i64> {
                load(a)
            } else {
                b
            } {
                effects.note(c);
            }
            let c: i64 = melt(token(a, census));
            let c = parse("12").ok();
            let mut d = Vec::new();
            d.push(add(6_i64, 8));
            let g = &mut d;
            g.push(a.wrapping_mul(a));
            shift(g, c.unwrap_or(4));
            let h: i64 = eat((0_i64..1).map(|one| add(one, a)).collect::<Vec<i64>>());
            (a, c, d, h, nth(&match length(&String::from("cde")) {
                2 => {
                    load(h)
                }
                j if j > 7 => {
                    load(a)
                }
                _ => {
                    load(a)
                }
            }, 0))
        }
    }
}

#[test]
fn block_71() {
    same! {
        whole |census, effects| [
            let a = "text".to_owned();
            let b = plus(20, 1);
        ] {
            let c = plus(6, 2_i64);
            let mut c = {
                token(c, census)
            };
            {
                let (d, mut e) = pair(('task_g: {
                    if 3_i64 != 1_i64 {
                        break 'task_g 8_i64;
                    }
                    5_i64
                }));
            }
            let mut h = c;
            let j = nth(&load(5_i64), 7_i64);
            {
                let m = 'task_k: {
                    if j < j {
                        break 'task_k h;
                    }
                    Token::new(j, census)
                };
                match add(j, 9) {
                    0..=4 => {
                        let _unused = drop(token(4_i64, census));
                    }
                    _ => {
                        let mut p = match j {
                            3 => {
                                first(&load(j))
                            }
                            n if n > 7 => {
                                let m = vec![add(j, j), j, eat(load(n))];
                                Some(n)
                            }
                            _ => {
                                half(j)
                            }
                        };
                    }
                }
            }
            effects.note(0);
            let c = spell(j);
            (j, c, add(j, 0))
        }
    }
}

#[test]
fn block_72() {
    same! {
        whole |census, effects| [
        ] {
            if 5_i64 != 8_i64 {
                if let Some(a) = first(&load(7)) {
                    let a = if let Some(a) = first(&load(3)) {
                        let b;
                        if (false) && (a > a) {
                            b = (0_i64..0).map(|one| add(one, 11_i64)).collect::<Vec<i64>>();
                        } else {
                            b = vec![a, 7_i64];
                        }
                        "ab".to_owned()
                    } else {
                        String::from("cde")
                    };
                }
            } else {
                let mut c = 2_i64;
            }
            let d = plus(1_i64, 5_i64);
            let mut e = Vec::new();
            e.push(add(mix(3, d, d), d));
            {
                let e: Vec<i64> = e;
                let h = e;
                let mut e = h;
            }
            let k = Some(('task_j: {
                if d <= d {
                    break 'task_j 7_i64;
                }
                d
            }));
            let mut m = merge(token(10_i64, census), token(d, census));
            let d: Vec<i64> = join(join(load(8), load(d)), load(3));
            (k, m, d, 0_i64)
        }
    }
}

#[test]
fn block_73() {
    same! {
        guarded |census, effects| [
            let mut a = 5_i64;
            let b = "text".to_owned();
            let c = plus(20, 1);
        ] {
            let c = spell(a);
            let d = plus(a, a);
            let e;
            if d % 2 == 0 {
                e = load(4_i64);
            } else {
                e = load(7);
            }
            let g = {
                Some(11_i64)
            };
            add(10_i64, parse("89")?);
            let mut h = 0_i64;
            while h < 3 {
                let j = "13".parse().unwrap();
                let k = add(j, 1);
                h += 1;
            }
            effects.note(total(&e));
            let m = plus(3_i64, a);
            Ok::<_, String>((a, c, d, e, g, h, m, (m + parse("1")?)))
        }
    }
}

#[test]
fn block_74() {
    same! {
        whole |census, effects| [
            let mut a = 5_i64;
            let b = vec![7_i64, 8];
        ] {
            let a = upper(&format!("<{}>", a));
            let c = plus(0, 8_i64);
            let mut b = token(mix(6, c, c), census);
            let d: String = glue(if nth(&load(6), 11_i64) != c {
                "ab".to_owned()
            } else {
                "ab".to_owned()
            }, &a);
            let mut e = b;
            (a, c, d, e, add(0_i64, 5))
        }
    }
}

#[test]
fn block_75() {
    same! {
        whole |census, effects| [
            let mut a = vec![3_i64, 1, 2];
            let b = "text".to_owned();
        ] {
            let mut d: Vec<i64> = vec![(match half(3_i64) {
                Some(c) => {
                    1_i64
                }
                None => {
                    9_i64
                }
            }), 6_i64];
            let g: Vec<i64> = 'task_e: {
                if 9_i64 > 8_i64 {
                    break 'task_e load(11_i64);
                }
                load(3)
            };
            let b: i64 = 10_i64;
            let h = "6".parse().unwrap();
            let j = add(h, 1);
            let k = format!("<{}>", j);
            let m = token(h, census);
            (d, g, b, h, j, k, m, add(j, (if h < total(&a) {
                10_i64
            } else {
                j
            })))
        }
    }
}

#[test]
fn block_76() {
    same! {
        guarded |census, effects| [
            let mut a = 5_i64;
            let mut b = vec![3_i64, 1, 2];
        ] {
            effects.note(a);
            let c = b.iter().sum::<i64>();
            if let Some(d) = Some(a) {
                check(&a)?;
            }
            let (mut e, g) = (c, c);
            Ok::<_, String>((a, c, e, g, c.wrapping_mul(total(&load(c)))))
        }
    }
}

#[test]
fn block_77() {
    same! {
        guarded |census, effects| [
        ] {
            if false {
                let a;
                if (1_i64 <= 7_i64) || (11_i64 % 2 == 0) {
                    a = match Some(10_i64) {
                    Some(b) => {
                        load(b)
                    }
                    None => {
                        load(8)
                    }
                };
                } else {
                    a = if (true) && (true) {
                    load(0_i64)
                } else {
                    load(10_i64)
                };
                }
            }
            let c = token(9, census);
            let d = token(8_i64, census);
            let d = close(c);
            let h = if let Some(e) = parse("12").ok() {
                let c = d;
                Token::new(8_i64, census)
            } else {
                let g;
                if most(5_i64)? > d {
                    g = load(d);
                } else {
                    g = load(d);
                }
                token(10_i64, census)
            };
            let j = plus(3, d);
            let [k, m] = [d, d];
            Some((d, h, j, k, m, melt(token(m, census))))
        }
    }
}

#[test]
fn block_78() {
    same! {
        guarded |census, effects| [
            let a = "text".to_owned();
        ] {
            let j: Token = if let Some(b) = Some(9_i64) {
                let h = if let Some(a) = Some(b) {
                    let c = "6".parse().unwrap();
                    let d = add(c, 1);
                    c
                } else {
                    let [e, g] = [1_i64, b];
                    e
                };
                token(h, census)
            } else {
                token(0_i64, census)
            };
            let k: (i64, Vec<i64>) = (8_i64, if (11_i64 > 7_i64) && (1_i64 <= 11_i64) {
                load(6_i64)
            } else {
                load(8)
            });
            let m = plus(5_i64, 5_i64);
            let n;
            if nth(&k.1, 10_i64) % 2 == 0 {
                n = load(m);
            } else {
                n = load(m);
            }
            let p = &n;
            let q = merge(token(6_i64, census), Token::new(m, census));
            let _unused = join(match m {
                3 => {
                    load(m)
                }
                r if r > 16 => {
                    load(1)
                }
                _ => {
                    load(m)
                }
            }, n.iter().rev().copied().collect::<Vec<_>>());
            Ok::<_, String>((j, k, m, n, q, mix(8, total(&load(m)), m)))
        }
    }
}

#[test]
fn block_79() {
    same! {
        panicking |census, effects| [
            let mut a = 5_i64;
            let b = vec![7_i64, 8];
            let c = "text".to_owned();
            let mut d = Token::new(4, census);
        ] {
            let e;
            if mix(a, a, a) <= total(&load(a)) {
                e = join(load(0_i64), load(a));
            } else {
                e = join(load(8_i64), load(0_i64));
            }
            let e = token(a, census);
            let mut e: String = c.clone();
            let [g, h] = [a, 5_i64];
            (a, e, g, h, 3_i64)
        }
    }
}

#[test]
fn block_80() {
    same! {
        whole |census, effects| [
        ] {
            let c: i64 = match Some(2_i64) {
                Some(a) => {
                    let mut b = a;
                    6_i64
                }
                None => {
                    5_i64
                }
            };
            let e: Vec<i64> = {
                let d: i64 = add((c - c), c);
                load(c)
            };
            let g = &e;
            if c % 2 == 0 {
                let [h, j] = [c, c];
            }
            let _unused = add(3, 8);
            join(e, 'task_k: {
                if c % 2 == 0 {
                    break 'task_k load(c);
                }
                load(c)
            });
            (c, (if false {
                let mut m = (c, load(5_i64));
                3_i64
            } else {
                let mut n = first(&if 0_i64 % 2 == 0 {
                    load(6)
                } else {
                    load(c)
                });
                c
            }))
        }
    }
}

#[test]
fn block_81() {
    same! {
        whole |census, effects| [
            let mut a = 5_i64;
            let mut b = vec![3_i64, 1, 2];
            let c = vec![7_i64, 8];
        ] {
            let c = 10_i64;
            let b = spell(a);
            a = c;
            let mut j = {
                let mut h = if (a <= a) || (c < c) {
                    let mut d = merge(token(a, census), token(a, census));
                    b
                } else {
                    let g = 'task_e: {
                        if a % 2 == 0 {
                            break 'task_e pair(c);
                        }
                        (a, load(7_i64))
                    };
                    String::from("cde")
                };
                h
            };
            a = c;
            {
                let _ = join((0_i64..3).map(|one| add(one, 0_i64)).collect::<Vec<i64>>(), load(c));
                let mut b = match Some(a) {
                    Some(k) => {
                        let (m, mut n) = (mix(c, k, c), load(3));
                        load(m)
                    }
                    None => {
                        load(a)
                    }
                };
            }
            (a, c, j, c)
        }
    }
}

#[test]
fn block_82() {
    same! {
        whole |census, effects| [
            let mut a = 5_i64;
            let mut b = vec![3_i64, 1, 2];
        ] {
            let c: i64 = 10_i64;
            let d = "31".parse().unwrap();
            let e = add(d, 1);
            let g = {
                load(a)
            };
            let g = spell(d);
            {
                let h = &b;
                let mut k = token(('task_j: {
                    if a > e {
                        break 'task_j 7_i64;
                    }
                    d
                }), census);
                let mut m = Vec::new();
                m.push(add(e, total(&b[b.len() / 2..])));
            }
            let y: i64 = match (match eat(load(d)) {
                1 => {
                    c
                }
                p if p > 8 => {
                    9_i64
                }
                _ => {
                    d
                }
            }) {
                0 => {
                    let mut t: String = match &b[..] {
                        [] => g,
                        [r] => format!("{b:?} {}", (*r)),
                        [r, .., s] => g,
                    };
                    c
                }
                q if q > 1 => {
                    let u = first(&b);
                    d
                }
                _ => {
                    let mut x = match (g.len() as i64) {
                        3 => {
                            parse("12").ok()
                        }
                        v if v > 10 => {
                            let mut w: i64 = ((a - c) - v);
                            half(7)
                        }
                        _ => {
                            Some(e)
                        }
                    };
                    e
                }
            };
            let z;
            if 6_i64 < 6_i64 {
                z = format!("{b:?} {}", c);
            } else {
                z = {
                "ab".to_owned()
            };
            }
            (a, c, d, e, y, z, add(c, c))
        }
    }
}

#[test]
fn block_83() {
    same! {
        guarded |census, effects| [
            let a = "text".to_owned();
            let mut b = Token::new(4, census);
            let c = plus(20, 1);
        ] {
            let b = if 11_i64 <= 2_i64 {
                let mut d = format!("<{}>", total(&load(10_i64)));
                String::from("cde")
            } else {
                let mut e = 11_i64;
                "ab".to_owned()
            };
            let g = |it: i64| add(it, eat(load(9_i64)));
            let m = match first(&load(11_i64)) {
                Some(j) => {
                    let j = (0_i64..0).map(|one| add(one, eat(load(j)))).collect::<Vec<i64>>();
                    token(1_i64, census)
                }
                None => {
                    let k = {
                        String::from("cde")
                    };
                    token(1_i64, census)
                }
            };
            let h = apply(&g, mix(1_i64, 1_i64, 1_i64));
            let mut n = load(melt(Token::new(h, census)));
            let mut p = name(8_i64);
            Ok::<_, String>((b, m, h, n, p, h))
        }
    }
}

#[test]
fn block_84() {
    same! {
        whole |census, effects| [
            let a = "text".to_owned();
        ] {
            let b = spell(3_i64);
            let mut c = (0_i64..2).map(|one| add(one, 5_i64)).collect::<Vec<i64>>();
            let d = join(load(3_i64), load(7_i64));
            if add(11_i64, 10_i64) != add(2_i64, 3_i64) {
                let e = None::<i64>;
            } else {
                let mut g = (0_i64..1).map(|one| add(one, add(3_i64, 5_i64))).collect::<Vec<i64>>();
            }
            let h = |it: i64| add(it, nth(&d, 6_i64));
            let k = c;
            let j = apply(&h, 6);
            let r = match j {
                2 => {
                    let mut n: Token = token(j.wrapping_mul(j), census);
                    (5_i64, load(j))
                }
                m if m > 15 => {
                    let mut p = j;
                    (p, k)
                }
                _ => {
                    let q: i64 = d.get(2).copied().unwrap_or(-1).max(j);
                    (0_i64, load(q))
                }
            };
            let mut k = d;
            let s = format!("<{}>", add(j, j));
            (b, j, r, k, s, j)
        }
    }
}

#[test]
fn block_85() {
    same! {
        whole |census, effects| [
            let a = "text".to_owned();
            let mut b = Token::new(4, census);
        ] {
            let b = plus(4_i64, 2);
            let b = Some(b);
            let mut c = load((a.len() as i64));
            let g = nth(&c, 8);
            let mut c = 4_i64;
            (b, g, c, c)
        }
    }
}

#[test]
fn block_86() {
    same! {
        panicking |census, effects| [
            let a = vec![7_i64, 8];
        ] {
            let b = |it| add(it, length(&String::from("cde")));
            let d = must(5_i64);
            let c = apply(&b, d);
            for e in 0_i64..0 {
                let g = Some(0_i64);
            }
            let (h, mut j) = pair(c);
            let mut k = total(&a);
            must(3);
            let mut m = j;
            let n: Vec<i64> = load(must(8));
            let p = stack(load(k), h);
            (d, c, h, k, m, n, p, 8_i64)
        }
    }
}

#[test]
fn block_87() {
    same! {
        guarded |census, effects| [
            let mut a = 5_i64;
            let mut b = Token::new(4, census);
        ] {
            let c;
            if (true) || (1_i64 <= 0_i64) {
                c = upper(&String::from("cde"));
            } else {
                c = upper(&String::from("cde"));
            }
            effects.note((if 2_i64 != a { a } else { 6_i64 }));
            most(({ a = a; a }))?;
            if first(&load(a))? <= add(6, 10_i64) {
                let d;
                if add(a, 3) % 2 == 0 {
                    d = upper(&c);
                } else {
                    d = c;
                }
            }
            Some((a, a))
        }
    }
}

#[test]
fn block_88() {
    same! {
        panicking |census, effects| [
            let a = "text".to_owned();
            let b = plus(20, 1);
        ] {
            let c = spell(3_i64);
            let c = 10_i64;
            if c != c {
                must(c);
            }
            let mut d = Vec::new();
            d.push(add(nth(&load(c), 3), 5));
            let c = Some(3_i64);
            let g = &d;
            let (h, mut j) = (7_i64, d.iter().rev().copied().collect::<Vec<_>>());
            must(mix(1_i64, h, h));
            for (m, k) in (0_i64..).zip((0_i64..3).map(|one| add(one, h)).collect::<Vec<i64>>()) {
                let n = name(must(m));
            }
            let p = &j;
            let mut c = merge(merge(Token::new(8_i64, census), token(5, census)), Token::new(h, census));
            (d, h, j, c, (match (match 3_i64 {
                0 => {
                    h
                }
                q if q > 6 => {
                    h
                }
                _ => {
                    11_i64
                }
            }) {
                2 => {
                    h
                }
                r if r > 14 => {
                    2_i64
                }
                _ => {
                    h
                }
            }))
        }
    }
}

#[test]
fn block_89() {
    same! {
        guarded |census, effects| [
            let mut a = 5_i64;
            let b = plus(20, 1);
        ] {
            let c = plus(a, a);
            let Some(d) = None::<i64> else { panic!("no d") };
            let mut h = 'task_g: {
                if c != d {
                    break 'task_g "ab".to_owned();
                }
                String::from("cde")
            };
            h.push_str(&upper(&"ab".to_owned()));
            Ok::<_, String>((a, c, d, h, total(&(0_i64..3).map(|one| add(one, c)).collect::<Vec<i64>>())))
        }
    }
}

#[test]
fn block_90() {
    same! {
        guarded |census, effects| [
            let mut a = vec![3_i64, 1, 2];
            let b = "text".to_owned();
        ] {
            let _unused = token(6_i64, census);
            if (match &a[..] {
                [] => 9_i64,
                [c] => (*c),
                [c, .., d] => (*c),
            }) > (a.len() as i64) {
                let e = nth(&vec![1_i64, 6_i64], (1_i64 + 3_i64));
            } else {
                if a.is_empty() {
                    let mut g = format!("<{}>", 8_i64.max(3_i64));
                } else {
                    let h = melt(token(0_i64, census));
                }
            }
            if let Some(j) = parse("12").ok() {
                check(&j)?;
            }
            let k = |it: i64| add(it, (3_i64 + 11_i64));
            let n = &a;
            let mut p = vec![parse("x")?, 2_i64];
            let m = apply(&k, melt(Token::new(8_i64, census)));
            p.push(m);
            let n = match add(m, m) {
                0 => {
                    String::from("cde")
                }
                q if q > 12 => {
                    "ab".to_owned()
                }
                _ => {
                    let t = match &p[..] {
                        [] => if eat(load(2)) < m {
                            String::from("cde")
                        } else {
                            "ab".to_owned()
                        },
                        [r] => format!("{a:?}"),
                        [r, .., s] => format!("<{}>", m),
                    };
                    t
                }
            };
            Ok::<_, String>((p, m, n, (match &a[..] {
                [] => mix(m, m, m),
                [u] => (*u),
                [u, .., v] => positive(2)?,
            })))
        }
    }
}

#[test]
fn block_91() {
    same! {
        guarded |census, effects| [
            let mut a = Token::new(4, census);
            let b = plus(20, 1);
        ] {
            let c = upper("lit");
            let c = parse("12").ok();
            let d = stack(load(7), 6);
            let b = sum(&d);
            Ok::<_, String>((c, d, b, b))
        }
    }
}

#[test]
fn block_92() {
    same! {
        guarded |census, effects| [
            let mut a = vec![3_i64, 1, 2];
        ] {
            let mut b: Option<i64> = Some(total(&a[a.len() / 2..]));
            let c = "49".parse().unwrap();
            let d = add(c, 1);
            for e in [d, positive(3)?] {
                let g = &a;
                let h: i64 = 4_i64;
                let j = name(7);
            }
            let _ = token(7, census);
            let mut k = Vec::new();
            k.push(add(0_i64, nth(&load(5), d)));
            match positive(d)? {
                0..=4 => {
                    if 7_i64 <= d {
                        let n = "24".parse().unwrap();
                        let p = add(n, 1);
                    } else {
                        check(&d)?;
                    }
                }
                _ => {
                    let (q, mut r) = pair(mix(d, 2, c));
                }
            }
            let s = sum(&k);
            let k = spell(d);
            Ok::<_, String>((b, c, d, s, k, mix(add(d, d), add(s, d), s)))
        }
    }
}

#[test]
fn block_93() {
    same! {
        whole |census, effects| [
            let mut a = Token::new(4, census);
            let b = plus(20, 1);
        ] {
            let b = Some(total(&load(8_i64)));
            let b = if let Some(a) = first(&load(3_i64)) {
                let c = load(add(5_i64, 10_i64));
                "ab".to_owned()
            } else {
                let d = 2_i64;
                "ab".to_owned()
            };
            let mut e = parse("12").ok();
            let g = token(1, census);
            (b, e, g, add(8, 7_i64.wrapping_mul(7_i64)))
        }
    }
}

#[test]
fn block_94() {
    same! {
        guarded |census, effects| [
            let mut a = 5_i64;
            let mut b = vec![3_i64, 1, 2];
            let c = vec![7_i64, 8];
            let mut d = Token::new(4, census);
        ] {
            let d = merge(token(a, census), Token::new(a, census));
            if a % 2 == 0 {
                let mut d = load(9);
            } else {
                let d = d;
            }
            if a > positive(5_i64)? {
                let mut e = a;
            }
            let mut a = if a > melt(Token::new(a, census)) {
                a
            } else {
                let mut g = a;
                a
            };
            Ok::<_, String>((a, 2_i64))
        }
    }
}

#[test]
fn block_95() {
    same! {
        whole |census, effects| [
            let mut a = 5_i64;
            let mut b = vec![3_i64, 1, 2];
            let c = "text".to_owned();
            let d = plus(20, 1);
        ] {
            {
                let e = name(total(&b));
                let mut g = token(a, census);
                let g: Token = Token::new(a, census);
            }
            let mut h = b.iter().sum::<i64>();
            let j = stack(load(a), a);
            join('task_k: {
                if h < h {
                    break 'task_k load(5);
                }
                load(7)
            }, {
                load(8_i64)
            });
            let mut v = match Some(0_i64) {
                Some(p) => {
                    half(h)
                }
                None => {
                    let u = match eat(load(h)) {
                        3 => {
                            String::from("cde")
                        }
                        q if q > 6 => {
                            "ab".to_owned()
                        }
                        _ => {
                            let t = match &j[..] {
                                [] => a,
                                [r] => ({
                                    h
                                }),
                                [r, .., s] => a,
                            };
                            "ab".to_owned()
                        }
                    };
                    parse("12").ok()
                }
            };
            let x = join(j, 'task_w: {
                if a <= a {
                    break 'task_w load(h);
                }
                load(a)
            });
            (a, h, v, x, a)
        }
    }
}

#[test]
fn block_96() {
    same! {
        whole |census, effects| [
        ] {
            let a = load(11_i64);
            let d = total(&a);
            let d = (if d > (match &a[..] {
                [] => d,
                [e] => (*e),
                [e, .., g] => d,
            }) {
                let mut h: i64 = mix(d, 5, d);
                6_i64
            } else {
                token(d, census);
                d
            });
            let j = merge(token(d, census), merge(Token::new(d, census), token(d, census)));
            let k = stack(a, 4);
            let m = parse("12").ok();
            if let Some(n) = Some(d) {
                let mut p = 0_i64;
                while p < 2 {
                    let mut r = 'task_q: {
                        if n != 7_i64 {
                            break 'task_q load(p);
                        }
                        load(p)
                    };
                    p += 1;
                }
            }
            effects.note(6);
            (d, j, k, m, add(d, add(5, d)))
        }
    }
}

#[test]
fn block_97() {
    same! {
        panicking |census, effects| [
            let mut a = 5_i64;
            let mut b = Token::new(4, census);
        ] {
            let c = "49".parse().unwrap();
            let d = add(c, 1);
            let e = |it| add(it, d);
            let h = token(value(&b), census);
            let g = apply(&e, 1);
            let j = plus(c, 4_i64);
            let k = stack(load(d), 8_i64);
            let m = stack(k, a);
            let mut n = Vec::new();
            n.push(add((m.len() as i64), eat(m)));
            let mut q: Option<i64> = Some(length(&"ab".to_owned()));
            (a, c, d, h, g, j, n, c)
        }
    }
}

#[test]
fn block_98() {
    same! {
        whole |census, effects| [
            let mut a = vec![3_i64, 1, 2];
            let b = vec![7_i64, 8];
        ] {
            if let Some(c) = Some(11_i64) {
                let d = (6_i64, load(c));
            }
            let e = join(if 0_i64 % 2 == 0 {
                load(3_i64)
            } else {
                load(8_i64)
            }, join(load(7_i64), load(8)));
            let k = if let Some(j) = parse("12").ok() {
                load(5_i64)
            } else {
                load(0_i64)
            };
            let m = plus(0_i64, 11_i64);
            if a.is_empty() {
                for (p, n) in (0_i64..).zip(load(7)) {
                    let mut q = Vec::new();
                    q.push(add(n, length(&String::from("cde"))));
                }
            } else {
                let mut s = format!("{:?} {it:3}", m, it = m);
            }
            let a: String = glue(String::new(), &String::new());
            (e, k, m, a, m)
        }
    }
}

#[test]
fn block_99() {
    same! {
        whole |census, effects| [
            let mut a = vec![3_i64, 1, 2];
        ] {
            let h: Vec<i64> = if add(4_i64, 5_i64) != 7_i64 {
                let g = match ({
                    1_i64
                }) {
                    2 => {
                        let mut d = 'task_c: {
                            if 5_i64 <= 3_i64 {
                                break 'task_c load(6_i64);
                            }
                            load(5_i64)
                        };
                        pair(3_i64)
                    }
                    b if b > 3 => {
                        (b, load(b))
                    }
                    _ => {
                        let e: Token = merge(Token::new(5_i64, census), Token::new(0_i64, census));
                        (9_i64, load(8_i64))
                    }
                };
                load(7)
            } else {
                load(3_i64)
            };
            {
                let t = if false {
                    let mut s = match eat(load(8)) {
                        0 => {
                            6_i64
                        }
                        j if j > 19 => {
                            let mut k = Vec::new();
                            k.push(add(0, j));
                            j
                        }
                        _ => {
                            let r = match 2_i64 {
                                1 => {
                                    (11_i64, load(3_i64))
                                }
                                n if n > 12 => {
                                    let mut p = load(0_i64);
                                    pair(n)
                                }
                                _ => {
                                    let mut q = 11_i64.max(4_i64);
                                    pair(0)
                                }
                            };
                            0_i64
                        }
                    };
                    load(s)
                } else {
                    let mut h = 6_i64;
                    load(11_i64)
                };
                let t: String = match &a[..] {
                    [] => format!("{:?} {it:3}", a, it = 7_i64),
                    [u] => name((*u)),
                    [u, .., v] => format!("{:?} {it:3}", t, it = (*v)),
                };
            }
            let mut w = pair(1_i64);
            let mut x = Some(add(11_i64, 0_i64));
            (h, w, x, 4_i64)
        }
    }
}

#[test]
fn block_100() {
    same! {
        guarded |census, effects| [
            let mut a = 5_i64;
            let mut b = vec![3_i64, 1, 2];
            let mut c = Token::new(4, census);
            let d = plus(20, 1);
        ] {
            let mut e = token(1, census);
            let g = load(a.wrapping_mul(a));
            let mut h = Vec::new();
            h.push(add(0, 9_i64));
            shift(&mut h, 5_i64);
            let k = &b;
            let mut m = token(2, census);
            Ok::<_, String>((a, e, g, h, m, b.get(0).copied().unwrap_or(-1)))
        }
    }
}

#[test]
fn block_101() {
    same! {
        panicking |census, effects| [
        ] {
            let mut a = Vec::new();
            a.push(add(8_i64, length(&String::from("cde"))));
            join(join(load(1_i64), load(0_i64)), match &a[..] {
                [] => load(7_i64),
                [c] => load(6),
                [c, .., d] => load(9),
            });
            let e = upper(&format!("{a:?}"));
            let (g, mut h) = (10_i64, join(load(4_i64), a));
            let j = Token::new((g - g), census);
            (e, g, h, j, g)
        }
    }
}

#[test]
fn block_102() {
    same! {
        whole |census, effects| [
            let mut a = vec![3_i64, 1, 2];
        ] {
            let _unused = token(4_i64, census);
            let mut d = (1_i64, match &a[..] {
                [] => load(2_i64),
                [b] => load((*b)),
                [b, .., c] => load((*c)),
            });
            token(6, census);
            let e: String = name(2);
            let g = |it| add(it, (9_i64 - 2_i64));
            let mut e = vec![nth(&a, 8_i64), total(&a)];
            let h = apply(&g, add(3_i64, 7_i64));
            let j = plus(6, 8_i64);
            (d, e, h, j, ('task_k: {
                if 1_i64 > 1_i64 {
                    break 'task_k h;
                }
                j
            }))
        }
    }
}

#[test]
fn block_103() {
    same! {
        guarded |census, effects| [
            let a = plus(20, 1);
        ] {
            let b: Option<i64> = first(&if 2_i64 % 2 == 0 {
                load(8_i64)
            } else {
                load(11_i64)
            });
            let c = |it| add(it, (6_i64 + 4_i64));
            let mut e: String = format!("<{}>", 2_i64);
            let d = apply(&c, 5_i64);
            let g = plus(d, d);
            most(nth(&load(g), 6))?;
            if (d <= d) || (true) {
                let Some(h) = parse("12").ok() else { panic!("no h") };
            }
            most(11_i64.max(d))?;
            let k = e.clone();
            Some((b, e, d, g, k, 5_i64))
        }
    }
}

#[test]
fn block_104() {
    same! {
        guarded |census, effects| [
            let mut a = 5_i64;
            let mut b = Token::new(4, census);
            let c = plus(20, 1);
        ] {
            let e = glue('task_d: {
                if 0_i64 > a {
                    break 'task_d String::from("cde");
                }
                String::from("cde")
            }, "lit");
            let g = None::<i64>;
            check(&a)?;
            {
                let h = "38".parse().unwrap();
                let j = add(h, 1);
            }
            let mut k = nth(&load(a), (a - a));
            let mut k = match g.unwrap_or(9_i64) {
                2 => {
                    check(&k)?;
                    load(8)
                }
                m if m > 12 => {
                    let p = if (m - 8_i64) % 2 == 0 {
                        "ab".to_owned()
                    } else {
                        let mut n: Token = merge(Token::new(1, census), token(a, census));
                        "ab".to_owned()
                    };
                    load(m)
                }
                _ => {
                    load(k)
                }
            };
            let mut q = a;
            Ok::<_, String>((a, e, g, k, q, a))
        }
    }
}

#[test]
fn block_105() {
    same! {
        whole |census, effects| [
            let mut a = 5_i64;
            let b = vec![7_i64, 8];
            let c = plus(20, 1);
        ] {
            let d = &b;
            a -= add(8, a);
            effects.note(6_i64);
            let e = &b;
            let d: i64 = a;
            let e = 8_i64;
            let g = vec![d, e, (d - d)];
            let mut b = a;
            let [h, j] = [a, a];
            let k = stack(g, 4);
            let n = ('task_m: {
                if a <= e {
                    break 'task_m d;
                }
                7_i64
            });
            (a, d, e, b, h, j, k, (match Some(1_i64) {
                Some(p) => {
                    a
                }
                None => {
                    let q = "9".parse().unwrap();
                    let r = add(q, 1);
                    q
                }
            }))
        }
    }
}

#[test]
fn block_106() {
    same! {
        panicking |census, effects| [
            let mut a = 5_i64;
            let b = vec![7_i64, 8];
            let c = "text".to_owned();
        ] {
            let a = (4_i64, vec![a, a]);
            let d = &b;
            add(6, total(&b[b.len() / 2..]));
            let g = 'task_e: {
                if 9_i64 > 10_i64 {
                    break 'task_e 7_i64;
                }
                7_i64
            };
            let mut k = match &b[..] {
                [] => format!("<{}>", g),
                [h] => name(g),
                [h, .., j] => format!("<{}>", g),
            };
            let mut m: i64 = {
                drop(token(4_i64, census));
                g
            };
            (a, g, k, m, eat(load(g)))
        }
    }
}

#[test]
fn block_107() {
    same! {
        whole |census, effects| [
        ] {
            let mut a = Some(total(&load(8_i64)));
            let mut b = Vec::new();
            b.push(add(1_i64, melt(token(5_i64, census))));
            let h: (i64, Vec<i64>) = (nth(&b, 9_i64), match b.iter().sum::<i64>() {
                0 => {
                    load(4_i64)
                }
                g if g > 6 => {
                    load(g)
                }
                _ => {
                    load(0_i64)
                }
            });
            let j;
            if (1_i64 > 7_i64) || (7_i64 != 5_i64) {
                j = load(8_i64);
            } else {
                j = b;
            }
            let b = 'task_k: {
                if j.is_empty() {
                    break 'task_k load(8_i64);
                }
                j
            };
            let h = merge(token(3, census), token(7_i64, census));
            let m = b.clone();
            (a, b, h, m, 8_i64)
        }
    }
}

#[test]
fn block_108() {
    same! {
        guarded |census, effects| [
            let mut a = vec![3_i64, 1, 2];
        ] {
            let b = 9_i64;
            let c = |it: i64| add(it, b);
            let e = "30".parse().unwrap();
            let g = add(e, 1);
            let d = apply(&c, 3);
            let n = match nth(&a, 4) {
                1 => {
                    let mut j: i64 = positive(3_i64)?;
                    b
                }
                h if h > 3 => {
                    let k = Token::new(add(2, 7_i64), census);
                    h
                }
                _ => {
                    let m: i64 = e;
                    0_i64
                }
            };
            let e = Token::new(e, census);
            let b = stack(load(d), g);
            let p = "32".parse().unwrap();
            let q = add(p, 1);
            Ok::<_, String>((g, d, n, e, b, p, q, a.iter().sum::<i64>()))
        }
    }
}

#[test]
fn block_109() {
    same! {
        whole |census, effects| [
            let a = plus(20, 1);
        ] {
            let b = plus(1, 11_i64);
            let mut c = Vec::new();
            c.push(add(b, add(4, b)));
            let mut h = 'task_e: {
                if b < 0_i64 {
                    break 'task_e c;
                }
                let g;
                if (b != b) && (b < b) {
                    g = load(b);
                } else {
                    g = (0_i64..1).map(|one| add(one, b)).collect::<Vec<i64>>();
                }
                load(b)
            };
            let n: Option<i64> = if let Some(j) = h.pop() {
                h = match melt(token(9, census)) {
                    3 => {
                        load(j)
                    }
                    k if k > 3 => {
                        h
                    }
                    _ => {
                        let m = nth(&h, melt(token(b, census)));
                        load(0_i64)
                    }
                };
                half(b)
            } else {
                first(&h)
            };
            let p = &mut h;
            p.push(5_i64);
            shift(p, 3);
            effects.note(6);
            effects.note(6_i64);
            (b, h, n, b)
        }
    }
}

#[test]
fn block_110() {
    same! {
        guarded |census, effects| [
            let mut a = 5_i64;
            let mut b = vec![3_i64, 1, 2];
            let c = vec![7_i64, 8];
            let mut d = Token::new(4, census);
        ] {
            let mut h = match &b[..] {
                [] => b.iter().rev().copied().collect::<Vec<_>>(),
                [e] => {
                    load(a)
                },
                [e, .., g] => {
                    load((*g))
                },
            };
            if let Some(last) = h.last_mut() {
                *last += (a - 7_i64);
            }
            let j;
            if (a != 4_i64) && (10_i64 % 2 == 0) {
                j = vec![a, a, a];
            } else {
                j = {
                load(6)
            };
            }
            {
                h.push(4);
                let k = &b;
                shift(&mut h, 4);
            }
            for m in [9_i64, a] {
                if length(&"ab".to_owned()) != value(&d) {
                    a = 0_i64;
                } else {
                    let mut n = name(mix(m, 0, a));
                }
            }
            Ok::<_, String>((a, h, j, eat(load(a))))
        }
    }
}

#[test]
fn block_111() {
    same! {
        guarded |census, effects| [
            let mut a = vec![3_i64, 1, 2];
            let mut b = Token::new(4, census);
            let c = plus(20, 1);
        ] {
            let [d, e] = [10_i64, 0_i64];
            let mut g = glue({
                "ab".to_owned()
            }, "lit");
            {
                check(&d)?;
            }
            let mut k = match Some(e) {
                Some(h) => {
                    g
                }
                None => {
                    let mut j = ((a.len() as i64), (0_i64..1).map(|one| add(one, e)).collect::<Vec<i64>>());
                    g
                }
            };
            Ok::<_, String>((d, e, k, (if (d != e) && (e < e) {
                0_i64
            } else {
                let [m, n] = [7_i64, d];
                d
            })))
        }
    }
}

#[test]
fn block_112() {
    same! {
        whole |census, effects| [
        ] {
            let (mut a, b) = (load(9_i64), 2_i64);
            let b = format!("<{}>", mix(b, b, b));
            let c = &a;
            effects.note(10_i64.wrapping_mul(11_i64));
            let (mut d, e) = (None::<i64>, load(0_i64));
            let (g, mut h) = pair(3);
            let j = token(g, census);
            let k = |it: i64| add(it, g);
            let c = nth(&a, g);
            let m = apply(&k, (e.len() as i64));
            (a, b, d, e, g, h, j, (if let Some(c) = Some(m) {
                let n = d;
                8_i64
            } else {
                let b = d.map(|one| one + g);
                m
            }))
        }
    }
}

#[test]
fn block_113() {
    same! {
        guarded |census, effects| [
            let mut a = Token::new(4, census);
        ] {
            let mut b = join(load(2_i64), (0_i64..3).map(|one| add(one, 5_i64)).collect::<Vec<i64>>());
            let c = 5_i64;
            let d = |it| add(it, length(&String::from("cde")));
            let g = c;
            let e = apply(&d, 4);
            let mut a = load(length("lit"));
            if let Some(h) = Some(e) {
                let j = &mut a;
                j.push(h);
                shift(j, g);
            }
            Some((b, c, g, e, a, g))
        }
    }
}

#[test]
fn block_114() {
    same! {
        panicking |census, effects| [
            let a = "text".to_owned();
        ] {
            let a = 1_i64;
            assert!(2_i64 > a, "a is {a}");
            let h = {
                let g: i64 = if a % 2 == 0 {
                    let mut d = ('task_b: {
                        if 3_i64 < a {
                            break 'task_b a;
                        }
                        let mut c = 4_i64;
                        c
                    });
                    a
                } else {
                    let mut e: i64 = a;
                    a
                };
                Some(9_i64)
            };
            let mut m = (if a <= length(&String::from("cde")) {
                let k: i64 = nth(&match a {
                    1 => {
                        load(a)
                    }
                    j if j > 8 => {
                        load(3)
                    }
                    _ => {
                        load(a)
                    }
                }, a);
                k
            } else {
                let h = merge(token(a, census), token(a, census));
                a
            });
            let Some(n) = h else { panic!("no n") };
            let Some(q) = half(n) else { panic!("no q") };
            let mut a = 'task_s: {
                if 8_i64 != m {
                    break 'task_s token(m, census);
                }
                let mut t = Token::new(0, census);
                t
            };
            (h, m, n, q, a, add(m.wrapping_mul(q), 3_i64))
        }
    }
}

#[test]
fn block_115() {
    same! {
        guarded |census, effects| [
        ] {
            let a: Option<i64> = None::<i64>;
            let mut b = Vec::new();
            b.push(add(5_i64, 11_i64));
            let d = pair(5);
            shift(&mut b, 3_i64);
            Ok::<_, String>((a, b, d, 11_i64))
        }
    }
}

#[test]
fn block_116() {
    same! {
        guarded |census, effects| [
            let mut a = vec![3_i64, 1, 2];
        ] {
            let mut a: (i64, Vec<i64>) = (eat(load(7_i64)), if let Some(b) = Some(1_i64) {
                load(8)
            } else {
                load(9_i64)
            });
            let mut c = load(positive(3_i64)?);
            push(&mut c, 3_i64);
            c.push(6_i64);
            let mut d = (1_i64, if c.is_empty() {
                load(4_i64)
            } else {
                load(0_i64)
            });
            for one in c.iter_mut() {
                *one += 0;
            }
            let e = a;
            let g = &mut c;
            g.push(1);
            shift(g, positive(5_i64)?);
            Ok::<_, String>((c, d, e, length(&format!("<{}>", 3_i64))))
        }
    }
}

#[test]
fn block_117() {
    same! {
        whole |census, effects| [
            let a = vec![7_i64, 8];
        ] {
            let mut b: i64 = eat(load(2));
            let c;
            if (b <= b) || (b > b) {
                c = b.max(b);
            } else {
                c = b.wrapping_mul(b);
            }
            let a = {
                let d;
                if false {
                    d = match &a[..] {
                    [] => load(c),
                    [e] => load(c),
                    [e, .., g] => load(b),
                };
                } else {
                    d = load(10_i64);
                }
                load(c)
            };
            let mut j = if b % 2 == 0 {
                let _ = add(1_i64, b);
                load(b)
            } else {
                let h = add(b, total(&a));
                a
            };
            {
                let k = &j;
                let mut m = Vec::new();
                m.push(add(c, b));
            }
            let p = (0_i64..3).map(|one| add(one, b)).collect::<Vec<i64>>();
            let q;
            if nth(&j, b) % 2 == 0 {
                q = ('task_r: {
                if b % 2 == 0 {
                    break 'task_r c;
                }
                10_i64
            });
            } else {
                q = total(&load(b));
            }
            let s = |it: i64| add(it, b);
            let a = upper("lit");
            let t = apply(&s, total(&p));
            (b, c, j, p, q, a, t, t)
        }
    }
}

#[test]
fn block_118() {
    same! {
        guarded |census, effects| [
            let mut a = 5_i64;
        ] {
            {
                let d: i64 = ('task_b: {
                    if a % 2 == 0 {
                        break 'task_b a;
                    }
                    let mut c = half(3_i64);
                    a
                });
            }
            let e;
            if a % 2 == 0 {
                e = a;
            } else {
                e = parse("1")?;
            }
            check(&a)?;
            let g = nth(&vec![e, a], (if false {
                a
            } else {
                e
            }));
            let h;
            if add(g, 2_i64) % 2 == 0 {
                h = g;
            } else {
                h = 7_i64;
            }
            effects.note(g);
            Ok::<_, String>((a, e, g, h, positive(parse("1")?)?))
        }
    }
}

#[test]
fn block_119() {
    same! {
        guarded |census, effects| [
            let mut a = Token::new(4, census);
        ] {
            let b;
            if 2_i64 <= 9_i64 {
                b = add(5_i64, 8_i64);
            } else {
                b = 7_i64;
            }
            for (d, c) in (0_i64..).zip(load(length("lit"))) {
                let mut e = load(parse("456")?);
            }
            let b = parse("12").ok();
            let b: i64 = ((if let Some(g) = half(1_i64) {
                g
            } else {
                5_i64
            }) - add(6_i64, 9_i64));
            let h = |it: i64| add(it, b);
            {
                let k;
                if true {
                    k = (if let Some(m) = Some(b) {
                    10_i64
                } else {
                    b
                });
                } else {
                    k = b;
                }
                let n = (11_i64 - 2_i64);
            }
            let j = apply(&h, 3);
            let mut p = j;
            let mut q = Some(b);
            Ok::<_, String>((b, j, p, q, b))
        }
    }
}

#[test]
fn block_120() {
    same! {
        guarded |census, effects| [
            let mut a = vec![3_i64, 1, 2];
            let b = vec![7_i64, 8];
        ] {
            let c: i64 = 2_i64;
            let d = "4".parse().unwrap();
            let e = add(d, 1);
            let mut g = 0_i64;
            loop {
                let h = |it: i64| add(it, (if d != c { g } else { g }));
                let s: String = match d {
                    0 => {
                        let m = length(&format!("<{}>", c));
                        String::from("cde")
                    }
                    k if k > 8 => {
                        effects.note((if c <= k { c } else { g }));
                        String::from("cde")
                    }
                    _ => {
                        let r = if let Some(n) = first(&load(7_i64)) {
                            let Some(p) = Some(g) else { panic!("no p") };
                            g
                        } else {
                            d
                        };
                        String::from("cde")
                    }
                };
                let j = apply(&h, 9);
                g += 1;
                if g >= 1 {
                    break;
                }
            }
            let t = spell(g);
            let u = (b.len() as i64);
            let v = g;
            Ok::<_, String>((c, d, e, g, t, u, v, add(g, 5)))
        }
    }
}

#[test]
fn block_121() {
    same! {
        guarded |census, effects| [
            let mut a = vec![3_i64, 1, 2];
        ] {
            {
                let mut b = first(&a);
                let c = parse("12").ok();
            }
            let mut a = token(3_i64, census);
            let mut e = if (10_i64 != 1_i64) || (0_i64 < 0_i64) {
                load(1_i64)
            } else {
                let d = 9_i64;
                load(d)
            };
            for a in 0_i64..0 {
                for g in (0_i64..3).map(|one| add(one, a)).collect::<Vec<i64>>() {
                    drop(token(0_i64, census));
                }
            }
            let h = add(add(8_i64, 7_i64), mix(5_i64, 10_i64, 6));
            a = Token::new(9, census);
            Ok::<_, String>((a, e, h, h))
        }
    }
}

#[test]
fn block_122() {
    same! {
        whole |census, effects| [
            let mut a = 5_i64;
            let mut b = vec![3_i64, 1, 2];
        ] {
            let c = {
                pair(a)
            };
            let mut d = Some(mix(3_i64, 2, 6_i64));
            if let Some(e) = first(&b) {
                for c in load(4) {
                    let mut g = Vec::new();
                    g.push(add(2, b.get(1).copied().unwrap_or(-1)));
                }
            }
            if (a - a) > a {
                let j;
                if length(&String::from("cde")) > total(&b[b.len() / 2..]) {
                    j = {
                    load(a)
                };
                } else {
                    j = match &b[..] {
                    [] => load(1),
                    [k] => load(a),
                    [k, .., m] => load(a),
                };
                }
            } else {
                let n = nth(&c.1, 7);
            }
            let [p, q] = [a, a];
            let mut r = format!("{c:?} {}", p);
            (a, c, d, p, q, r, mix(({
                p
            }), mix(a, a, 1), a))
        }
    }
}

#[test]
fn block_123() {
    same! {
        guarded |census, effects| [
            let a = vec![7_i64, 8];
            let mut b = Token::new(4, census);
            let c = plus(20, 1);
        ] {
            let b = plus(10_i64, 0_i64);
            let d = (5_i64, vec![b, b]);
            let mut e = Vec::new();
            e.push(add(b, 1));
            let h = spell(b);
            {
                drop(token(b, census));
                check(&b)?;
                let mut c: i64 = positive(mix(4, 6, b))?;
            }
            let [j, k] = [b, b];
            let m = sum(&a);
            Ok::<_, String>((b, d, e, h, j, k, m, 9_i64))
        }
    }
}

#[test]
fn block_124() {
    same! {
        whole |census, effects| [
            let mut a = vec![3_i64, 1, 2];
        ] {
            let b = plus(0, 6_i64);
            let mut c: Vec<i64> = a.clone();
            for d in [2_i64, (b + b)] {
                let e;
                if mix(5_i64, b, 3_i64) < 5_i64 {
                    e = b.max(d);
                } else {
                    e = d;
                }
            }
            let g = plus(b, b);
            let h = first(&c);
            let j = |it: i64| add(it, b);
            {
                let m = "19".parse().unwrap();
                let n = add(m, 1);
                let r = match eat(load(b)) {
                    3 => {
                        load(11_i64)
                    }
                    p if p > 10 => {
                        let q = load(n);
                        q
                    }
                    _ => {
                        load(b)
                    }
                };
                let mut r: Token = merge(token(n, census), token(m, census));
            }
            let k = apply(&j, 2);
            (b, c, g, h, k, (a.len() as i64))
        }
    }
}

#[test]
fn block_125() {
    same! {
        guarded |census, effects| [
            let mut a = vec![3_i64, 1, 2];
            let b = "text".to_owned();
        ] {
            let c;
            if length(&b) > eat(load(8_i64)) {
                c = (0_i64..3).map(|one| add(one, 2_i64)).collect::<Vec<i64>>();
            } else {
                c = join(load(8_i64), load(1_i64));
            }
            let mut d = format!("{a:?}");
            let mut b = (if 3_i64 <= 7_i64 {
                9_i64
            } else {
                let mut e: Token = Token::new((b.len() as i64), census);
                10_i64
            });
            let mut h = if b < b {
                11_i64
            } else {
                let mut g = c;
                b
            };
            let mut j = h;
            let mut k = Vec::new();
            k.push(add(0, 9_i64.max(1_i64)));
            if (k.is_empty()) && (j <= 3_i64) {
                most(melt(token(j, census)))?;
            } else {
                let n = token(h, census);
            }
            Some((d, b, h, j, k, eat((0_i64..0).map(|one| add(one, h)).collect::<Vec<i64>>())))
        }
    }
}

#[test]
fn block_126() {
    same! {
        guarded |census, effects| [
            let mut a = vec![3_i64, 1, 2];
            let b = "text".to_owned();
            let mut c = Token::new(4, census);
        ] {
            {
                let e = ({
                    let mut d = {
                        load(1_i64)
                    };
                    3_i64
                });
                check(&e)?;
            }
            let mut a = {
                let mut k: Vec<i64> = match &a[..] {
                    [] => a.iter().rev().copied().collect::<Vec<_>>(),
                    [g] => load((*g)),
                    [g, .., h] => 'task_j: {
                        if (*h) % 2 == 0 {
                            break 'task_j load((*g));
                        }
                        load((*h))
                    },
                };
                load(3_i64)
            };
            let m: i64 = 2_i64;
            let _ = drop(merge(token(5, census), token(m, census)));
            let n;
            if (m % 2 == 0) && (m < m) {
                n = load(1);
            } else {
                n = vec![m, m];
            }
            Ok::<_, String>((a, m, n, mix(({
                m
            }), eat(load(3)), 3)))
        }
    }
}

#[test]
fn block_127() {
    same! {
        whole |census, effects| [
            let mut a = 5_i64;
            let mut b = Token::new(4, census);
        ] {
            let mut c = Some(a);
            let mut d = eat(load(a));
            let a = add(d, 9_i64);
            match d {
                0..=4 => {
                    effects.note(({ d += d; d }));
                }
                _ => {
                    let mut e = load(a);
                }
            }
            let g = c.map(|one| one + 0_i64);
            effects.note((d - a));
            let h: Token = token(9_i64, census);
            add(1, c.unwrap_or(a));
            (c, d, a, g, h, a)
        }
    }
}

#[test]
fn block_128() {
    same! {
        guarded |census, effects| [
            let a = plus(20, 1);
        ] {
            let b = |it| add(it, 2_i64);
            most(5_i64)?;
            let c = apply(&b, 2_i64);
            let d: Vec<i64> = load(c);
            let e = spell(c);
            let g = sum(&d);
            let h = d;
            let k = 'task_j: {
                if c < c {
                    break 'task_j h;
                }
                load(g)
            };
            let mut q = if (g % 2 == 0) && (g != g) {
                let mut p = match &k[..] {
                    [] => None::<i64>,
                    [m] => Some((*m)),
                    [m, .., n] => first(&k),
                };
                load(1)
            } else {
                load(10_i64)
            };
            Some((c, e, g, k, q, c))
        }
    }
}

#[test]
fn block_129() {
    same! {
        panicking |census, effects| [
            let a = "text".to_owned();
        ] {
            let b = plus(5_i64, 8_i64);
            let d: Vec<i64> = join(load(b), 'task_c: {
                if false {
                    break 'task_c load(0);
                }
                load(2)
            });
            let e = &d;
            let g = vec![melt(token(b, census)), must(b)];
            let h = pair(8);
            let mut m: i64 = 'task_j: {
                if b != b {
                    break 'task_j 3_i64;
                }
                let mut k = a.repeat(2);
                2_i64
            };
            let _unused = join(g, d.iter().rev().copied().collect::<Vec<_>>());
            let d = stack(load(b), 6_i64);
            (b, h, m, d, m)
        }
    }
}

#[test]
fn block_130() {
    same! {
        guarded |census, effects| [
            let mut a = Token::new(4, census);
            let b = plus(20, 1);
        ] {
            let c: Token = token(8, census);
            let mut d = load(add(1_i64, 7_i64));
            {
                let e = |it: i64| add(it, 4_i64);
                let n = match &d[..] {
                    [] => parse("23")?,
                    [h] => (match (*h) {
                        1 => {
                            (*h)
                        }
                        k if k > 12 => {
                            (*h)
                        }
                        _ => {
                            (*h)
                        }
                    }),
                    [h, .., j] => ('task_m: {
                        if (*j) <= (*h) {
                            break 'task_m (*j);
                        }
                        (*j)
                    }),
                };
                let g = apply(&e, n);
                let mut b = melt(c);
                check(&b)?;
            }
            let mut p = upper(&upper("lit"));
            let q = sum(&d);
            let mut r = vec![length(&p)];
            assert!(false, "q is {q}");
            Ok::<_, String>((d, p, q, r, nth(&match q {
                2 => {
                    load(q)
                }
                s if s > 17 => {
                    load(s)
                }
                _ => {
                    load(q)
                }
            }, total(&load(q)))))
        }
    }
}

#[test]
fn block_131() {
    same! {
        panicking |census, effects| [
            let mut a = 5_i64;
            let b = plus(20, 1);
        ] {
            let c = |it| add(it, a);
            let b = if let Some(b) = None::<i64> {
                let h: i64 = 'task_e: {
                    if 2_i64 <= a {
                        break 'task_e a;
                    }
                    let g: (i64, Vec<i64>) = (eat(load(b)), load(1));
                    a
                };
                token(h, census)
            } else {
                let j = (a.wrapping_mul(a) - a);
                token(j, census)
            };
            let d = apply(&c, a);
            let k = close(b);
            let m;
            if 11_i64 <= d {
                m = k;
            } else {
                m = add(a, d);
            }
            let mut n: Option<i64> = parse("12").ok();
            assert!((k <= m) && (k > m), "d is {d}");
            let mut a = a;
            let n = plus(m, 2);
            (d, k, m, a, n, a)
        }
    }
}

#[test]
fn block_132() {
    same! {
        whole |census, effects| [
            let a = vec![7_i64, 8];
            let mut b = Token::new(4, census);
            let c = plus(20, 1);
        ] {
            let d = |it: i64| add(it, (0_i64 + 0_i64));
            effects.note(1_i64);
            let e = apply(&d, 8_i64);
            let g = sum(&a);
            let h = spell(8_i64);
            let j = stack(load(e), g);
            let k: Option<i64> = first(&a);
            {
                let mut n: (i64, Vec<i64>) = {
                    let mut m: Vec<i64> = j;
                    pair(9_i64)
                };
                if let Some(p) = k.map(|one| one + g) {
                    let q = {
                        p
                    };
                }
            }
            let r = &a;
            let mut b = k.unwrap_or(g);
            let s;
            if g != g {
                s = b;
            } else {
                s = add(g, b);
            }
            (e, g, h, k, b, s, (match &a[..] {
                [] => 10_i64,
                [t] => b,
                [t, .., u] => s,
            }).max(s))
        }
    }
}

#[test]
fn block_133() {
    same! {
        whole |census, effects| [
            let a = "text".to_owned();
        ] {
            if (8_i64 != 3_i64) || (5_i64 != 7_i64) {
                let a = 4_i64;
            }
            let b;
            if true {
                b = match melt(Token::new(4_i64, census)) {
                1 => {
                    String::from("cde")
                }
                c if c > 0 => {
                    "ab".to_owned()
                }
                _ => {
                    String::from("cde")
                }
            };
            } else {
                b = format!("{a:?}");
            }
            let mut a: i64 = nth(&load(10_i64), 0_i64);
            let d = total(&load(a));
            let d = plus(d, d);
            (b, a, d, d)
        }
    }
}

#[test]
fn block_134() {
    same! {
        guarded |census, effects| [
            let mut a = vec![3_i64, 1, 2];
        ] {
            effects.note(add((if 7_i64 % 2 == 0 { 2_i64 } else { 8_i64 }), (if 9_i64 > 10_i64 { 8_i64 } else { 11_i64 })));
            let a = (8_i64, load(1_i64));
            for c in [add(0_i64, 5_i64), (if let Some(b) = parse("12").ok() {
                b
            } else {
                10_i64
            })] {
                let d = "2".parse().unwrap();
                let e = add(d, 1);
            }
            let a = 1_i64;
            token(eat(load(a)), census);
            let g = (0_i64..0).map(|one| add(one, a)).collect::<Vec<i64>>();
            let h = plus(a, 1_i64);
            let _ = join(vec![h, a, 4_i64], g);
            Ok::<_, String>((a, h, h))
        }
    }
}

#[test]
fn block_135() {
    same! {
        whole |census, effects| [
            let mut a = Token::new(4, census);
        ] {
            let b = spell(6_i64);
            let c = |it| add(it, 0_i64);
            let e = "11".parse().unwrap();
            let g = add(e, 1);
            let d = apply(&c, add(4_i64, 2_i64));
            let h = plus(0, 1);
            let j;
            if (e != h) && (g < d) {
                j = e;
            } else {
                j = ('task_k: {
                if d % 2 == 0 {
                    break 'task_k g;
                }
                0_i64
            });
            }
            let g: (i64, Vec<i64>) = (value(&a), (0_i64..3).map(|one| add(one, e)).collect::<Vec<i64>>());
            let m = plus(h, j);
            let n = {
                let e = d;
                m
            };
            (b, e, d, h, j, g, m, h)
        }
    }
}

#[test]
fn block_136() {
    same! {
        whole |census, effects| [
            let a = plus(20, 1);
        ] {
            let mut b: (i64, Vec<i64>) = (8_i64, load(9_i64));
            for c in load(melt(token(6, census))) {
                let mut d = 0_i64;
                while d < 3 {
                    let e = merge(merge(token(4, census), Token::new(d, census)), Token::new(4, census));
                    d += 1;
                }
            }
            b.0 += add(1_i64, 9);
            let (g, mut h) = (5_i64, load(9_i64));
            (b, g, h, g)
        }
    }
}

#[test]
fn block_137() {
    same! {
        whole |census, effects| [
            let a = vec![7_i64, 8];
            let b = plus(20, 1);
        ] {
            add((match half(4_i64) {
                Some(c) => {
                    let d = c;
                    c
                }
                None => {
                    11_i64
                }
            }), 7_i64);
            let e = sum(&a);
            let mut g: i64 = mix(add(e, e), add(0, e), e);
            if let Some(h) = Some(g) {
                let j = load(4);
            }
            let k = |it| add(it, 1_i64);
            let _unused = join(vec![4_i64, 0_i64, g], match first(&a) {
                Some(n) => {
                    load(n)
                }
                None => {
                    load(g)
                }
            });
            let m = apply(&k, mix(4, e, 3_i64));
            g = length(&glue("ab".to_owned(), "lit"));
            let p;
            if m < (match g {
                0 => {
                    e
                }
                q if q > 1 => {
                    q
                }
                _ => {
                    e
                }
            }) {
                p = upper(&String::from("cde"));
            } else {
                p = if add(e, e) != m {
                String::from("cde")
            } else {
                "ab".to_owned()
            };
            }
            (e, g, m, p, eat(load(e)).wrapping_mul(e))
        }
    }
}

#[test]
fn block_138() {
    same! {
        panicking |census, effects| [
            let mut a = vec![3_i64, 1, 2];
        ] {
            let b = (eat(load(11_i64)) + (if 2_i64 != melt(Token::new(11_i64, census)) {
                10_i64
            } else {
                1_i64
            }));
            {
                let [c, d] = [b, b];
            }
            if ({
                b
            }) > melt(token(8, census)) {
                let e;
                if b > b {
                    e = length(&String::from("cde"));
                } else {
                    e = b;
                }
            } else {
                join(load(b), match add(b, 8_i64) {
                    2 => {
                        load(7_i64)
                    }
                    g if g > 17 => {
                        load(g)
                    }
                    _ => {
                        load(2)
                    }
                });
            }
            let j = 'task_h: {
                if 7_i64 > b {
                    break 'task_h b;
                }
                join((0_i64..3).map(|one| add(one, 8_i64)).collect::<Vec<i64>>(), vec![b]);
                b
            };
            let mut k: i64 = b;
            let m = upper(&glue("ab".to_owned(), &"ab".to_owned()));
            (b, j, k, m, k)
        }
    }
}

#[test]
fn block_139() {
    same! {
        whole |census, effects| [
            let mut a = Token::new(4, census);
        ] {
            let b;
            if true {
                b = match mix(6, 7_i64, 10_i64) {
                3 => {
                    load(2)
                }
                c if c > 17 => {
                    load(3)
                }
                _ => {
                    load(3_i64)
                }
            };
            } else {
                b = if 2_i64 % 2 == 0 {
                load(0_i64)
            } else {
                load(7)
            };
            }
            {
                {
                    let mut a = first(&b);
                }
                let (mut d, e) = (load(2_i64), load(5_i64));
                let mut k: String = match 4_i64 {
                    0 => {
                        let h = "15".parse().unwrap();
                        let j = add(h, 1);
                        "ab".to_owned()
                    }
                    g if g > 13 => {
                        d = b;
                        "ab".to_owned()
                    }
                    _ => {
                        "ab".to_owned()
                    }
                };
            }
            let q = match melt(Token::new(7, census)) {
                1 => {
                    load(0)
                }
                m if m > 9 => {
                    let n = token(m, census);
                    load(m)
                }
                _ => {
                    let mut p: Vec<i64> = load(length("lit"));
                    p
                }
            };
            let mut r: Vec<i64> = q.iter().filter(|one| **one > 1).map(|one| one + 1).collect::<Vec<i64>>();
            let a = q.iter().filter(|one| **one > 3).map(|one| one + 1).collect::<Vec<i64>>();
            let s = spell(3_i64);
            let t = &a;
            r.retain(|one| *one != 6_i64);
            let u: String = format!("{:?} {it:3}", a, it = mix(5_i64, 5, 6_i64));
            let v = &mut r;
            v.push((u.len() as i64));
            shift(v, 0_i64);
            (q, r, a, s, u, mix(4_i64, add(5_i64, 1), 5_i64))
        }
    }
}

#[test]
fn block_140() {
    same! {
        guarded |census, effects| [
            let mut a = 5_i64;
            let b = "text".to_owned();
        ] {
            bump(&mut a, 1_i64);
            let c = a;
            let b = plus(c, 4_i64);
            let a = join((0_i64..3).map(|one| add(one, a)).collect::<Vec<i64>>(), match c {
                2 => {
                    load(b)
                }
                d if d > 4 => {
                    load(c)
                }
                _ => {
                    load(6)
                }
            });
            check(&c)?;
            Ok::<_, String>((c, b, a, (mix(b, b, 10_i64) + b)))
        }
    }
}

#[test]
fn block_141() {
    same! {
        guarded |census, effects| [
        ] {
            let mut a = if (3_i64 > 7_i64) && (3_i64 != 5_i64) {
                load(6)
            } else {
                load(2_i64)
            };
            let mut b = nth(&a, 0_i64);
            if let Some(last) = a.last_mut() {
                *last += b;
            }
            match b {
                0..=4 => {
                    let mut g = match &a[..] {
                        [] => join(load(4), load(b)),
                        [c] => if let Some(e) = half(b) {
                            load(7)
                        } else {
                            load(b)
                        },
                        [c, .., d] => {
                            load(0)
                        },
                    };
                }
                _ => {
                    let h = |it: i64| add(it, (if 11_i64 < b { b } else { b }));
                    let m = vec![('task_k: {
                        if a.is_empty() {
                            break 'task_k b;
                        }
                        b
                    })];
                    let j = apply(&h, b);
                }
            }
            Ok::<_, String>((a, b, b))
        }
    }
}

#[test]
fn block_142() {
    same! {
        guarded |census, effects| [
            let mut a = vec![3_i64, 1, 2];
            let b = vec![7_i64, 8];
            let c = plus(20, 1);
        ] {
            {
                let d = pair(melt(token(6_i64, census)));
            }
            let b: i64 = melt(token(6_i64, census));
            let [e, g] = [6_i64, b];
            let h = sum(&a);
            let mut j = 8_i64;
            Ok::<_, String>((b, e, g, h, j, j))
        }
    }
}

#[test]
fn block_143() {
    same! {
        guarded |census, effects| [
        ] {
            let a;
            if 3_i64 % 2 == 0 {
                a = upper(&String::from("cde"));
            } else {
                a = format!("<{}>", 7_i64);
            }
            let b = plus(8, 7_i64);
            let mut c = (0_i64..1).map(|one| add(one, 1_i64)).collect::<Vec<i64>>();
            let d = name(b);
            Ok::<_, String>((a, b, c, d, b))
        }
    }
}

#[test]
fn block_144() {
    same! {
        panicking |census, effects| [
            let mut a = 5_i64;
            let mut b = vec![3_i64, 1, 2];
            let c = plus(20, 1);
        ] {
            let _unused = add(a, length(&format!("{b:?}")));
            assert!((4_i64 < a) || (a % 2 == 0), "a is {a}");
            let mut d: i64 = b.get(0).copied().unwrap_or(-1);
            let (e, mut g) = (3_i64, join(load(6), load(a)));
            {
                let mut h: Option<i64> = Some(d);
                let j;
                if (h.is_some()) && (3_i64 < d) {
                    j = load(2_i64);
                } else {
                    j = (0_i64..3).map(|one| add(one, a)).collect::<Vec<i64>>();
                }
            }
            a -= 3;
            (a, d, e, g, d)
        }
    }
}

#[test]
fn block_145() {
    same! {
        whole |census, effects| [
            let mut a = vec![3_i64, 1, 2];
        ] {
            let b = &a;
            let mut e: Vec<i64> = match &a[..] {
                [] => a.iter().filter(|one| **one > 1).map(|one| one + 1).collect::<Vec<i64>>(),
                [c] => vec![(*c), (*c)],
                [c, .., d] => (0_i64..3).map(|one| add(one, (*d))).collect::<Vec<i64>>(),
            };
            let mut h = if length("lit") % 2 == 0 {
                let e = 11_i64;
                "ab".to_owned()
            } else {
                let mut g = token(0_i64, census);
                "ab".to_owned()
            };
            for one in e.iter_mut() {
                *one += 11_i64;
            }
            let p = 'task_j: {
                if 8_i64 <= 8_i64 {
                    break 'task_j e;
                }
                let n = match &a[..] {
                    [] => Some(2_i64),
                    [k] => half((*k)),
                    [k, .., m] => Some((*k)),
                };
                load(0_i64)
            };
            let q = Token::new(6_i64, census);
            let b = q;
            let p = p.iter().filter(|one| **one > 0).map(|one| one + 1).collect::<Vec<i64>>();
            (h, b, p, mix(eat(load(4)), 5_i64, mix(6_i64, 8_i64, 3_i64)))
        }
    }
}

#[test]
fn block_146() {
    same! {
        panicking |census, effects| [
            let mut a = 5_i64;
            let mut b = Token::new(4, census);
            let c = plus(20, 1);
        ] {
            let mut e = match a {
                3 => {
                    a
                }
                d if d > 15 => {
                    d
                }
                _ => {
                    let _unused = drop(Token::new(a, census));
                    a
                }
            };
            must(8);
            must(8_i64);
            let mut g = {
                "ab".to_owned()
            };
            let h = spell(a);
            (a, e, g, h, (if false {
                bump(&mut a, e);
                a
            } else {
                let j: Vec<i64> = (0_i64..2).map(|one| add(one, mix(11_i64, a, 5))).collect::<Vec<i64>>();
                e
            }))
        }
    }
}

#[test]
fn block_147() {
    same! {
        whole |census, effects| [
            let mut a = Token::new(4, census);
            let b = plus(20, 1);
        ] {
            let a = nth(&load(0_i64), 0);
            if add(3, a) < a {
                let mut c = a;
            } else {
                {
                    let mut b = upper(&String::new());
                    let a = token(('task_d: {
                        if a != a {
                            break 'task_d a;
                        }
                        a
                    }), census);
                }
            }
            let e = plus(a, a);
            let a = spell(10_i64);
            let g;
            if ('task_h: {
                if e > 11_i64 {
                    break 'task_h 4_i64;
                }
                e
            }) <= ({
                6_i64
            }) {
                g = name(e);
            } else {
                g = a;
            }
            let j = {
                8_i64
            };
            (e, g, j, e)
        }
    }
}

#[test]
fn block_148() {
    same! {
        guarded |census, effects| [
        ] {
            let b = 'task_a: {
                if 2_i64 != 8_i64 {
                    break 'task_a token(1_i64, census);
                }
                let _ = token(7_i64, census);
                token(6_i64, census)
            };
            let c = plus(2_i64, 5_i64);
            assert!(c > add(c, c), "c is {c}");
            let mut d = b;
            let [e, g] = [c, c];
            let h;
            if true {
                h = total(&load(e));
            } else {
                h = 6_i64;
            }
            Ok::<_, String>((c, d, e, g, h, mix(c, c, g).wrapping_mul(e)))
        }
    }
}

#[test]
fn block_149() {
    same! {
        whole |census, effects| [
            let mut a = vec![3_i64, 1, 2];
            let b = vec![7_i64, 8];
            let c = "text".to_owned();
            let d = plus(20, 1);
        ] {
            if 10_i64 < total(&load(7_i64)) {
                let e: Vec<i64> = {
                    load(6_i64)
                };
            }
            if (4_i64 > 0_i64) && (1_i64 % 2 == 0) {
                let g: Token = merge(Token::new(11_i64, census), token(7_i64, census));
            }
            let mut h: Token = token((4_i64 - 6_i64), census);
            let mut a: (i64, Vec<i64>) = pair(9_i64);
            let j = &b;
            raise(&mut h, 7_i64.wrapping_mul(nth(j, 7_i64)));
            raise(&mut h, (6_i64 + 9_i64));
            let k = 10_i64;
            let mut k = add(('task_m: {
                if k % 2 == 0 {
                    break 'task_m k;
                }
                k
            }), eat(load(k)));
            (h, a, k, k)
        }
    }
}

#[test]
fn block_150() {
    same! {
        panicking |census, effects| [
            let mut a = 5_i64;
            let mut b = Token::new(4, census);
            let c = plus(20, 1);
        ] {
            let d = a;
            for e in 0_i64..2 {
                let _ = add(({ a = total(&load(1)); a }), add(b.value, ({
                    a
                })));
            }
            let mut c: i64 = add(d, a);
            assert!((d <= a) && (c < d), "a is {a}");
            assert!((d <= 6_i64) || (false), "d is {d}");
            let g = plus(1_i64, d);
            let j: i64 = {
                let mut h = (0_i64..0).map(|one| add(one, 9_i64)).collect::<Vec<i64>>();
                g
            };
            (a, d, c, g, j, add(d, 3))
        }
    }
}

#[test]
fn block_151() {
    same! {
        guarded |census, effects| [
            let mut a = vec![3_i64, 1, 2];
        ] {
            for b in 0_i64..3 {
                if b < positive(4)? {
                    continue;
                }
                assert!(length("lit") % 2 == 0, "b is {b}");
            }
            let a: Token = merge(token(2_i64, census), token(9, census));
            let mut a = token(parse("x")?, census);
            raise(&mut a, 10_i64);
            let c;
            if 8_i64 > ({
                8_i64
            }) {
                c = 8_i64;
            } else {
                c = (0_i64 + 6_i64);
            }
            Ok::<_, String>((a, c, 3_i64))
        }
    }
}

#[test]
fn block_152() {
    same! {
        whole |census, effects| [
            let a = vec![7_i64, 8];
            let b = "text".to_owned();
        ] {
            let _unused = add((if 10_i64 < 8_i64 {
                4_i64
            } else {
                7_i64
            }), add(nth(&a, 2_i64), add(10_i64, 9_i64)));
            let mut g = match &a[..] {
                [] => (match add(8_i64, 11_i64) {
                    1 => {
                        1_i64
                    }
                    e if e > 13 => {
                        e
                    }
                    _ => {
                        1_i64
                    }
                }),
                [c] => add((*c), 8),
                [c, .., d] => (*d),
            };
            let h = stack(load(g), 11_i64);
            for h in 0_i64..0 {
                let mut p = match nth(&a, 9_i64) {
                    2 => {
                        let k;
                        if (false) || (g != g) {
                            k = mix(h, 11_i64, 1_i64);
                        } else {
                            k = nth(&a, 0_i64);
                        }
                        g
                    }
                    j if j > 10 => {
                        effects.note(j);
                        g
                    }
                    _ => {
                        let (m, mut n) = (length(&b), load(6));
                        3_i64
                    }
                };
            }
            let q = format!("<{}>", g);
            (g, h, q, g)
        }
    }
}

#[test]
fn block_153() {
    same! {
        whole |census, effects| [
            let mut a = vec![3_i64, 1, 2];
            let b = vec![7_i64, 8];
        ] {
            let mut c = 0_i64;
            loop {
                let mut d = format!("{a:?} {}", c.wrapping_mul(c));
                c += 1;
                if c >= 1 {
                    break;
                }
            }
            let e = &a;
            let g = &a;
            let a = add(c, c);
            let h = &b;
            let b = half(10_i64);
            effects.note(c);
            if (b.is_some()) && (c <= a) {
                join(load(a), if a < 9_i64.max(10_i64) {
                    load(a)
                } else {
                    load(a)
                });
            } else {
                let mut j = c;
            }
            let k = load(0);
            let mut m = k;
            (c, a, b, m, add(0_i64, add(c, c)))
        }
    }
}

#[test]
fn block_154() {
    same! {
        panicking |census, effects| [
        ] {
            let a;
            if 1_i64 < 6_i64 {
                a = format!("<{}>", 2_i64);
            } else {
                a = name(0);
            }
            must(must(0_i64));
            let a: Option<i64> = Some(total(&load(5_i64)));
            let b = first(&(0_i64..3).map(|one| add(one, 0_i64)).collect::<Vec<i64>>());
            for b in [10_i64, 10_i64] {
                let c: Vec<i64> = load(9);
            }
            let mut g: i64 = 'task_d: {
                if 6_i64 % 2 == 0 {
                    break 'task_d 9_i64;
                }
                let mut e = nth(&vec![4_i64, 9_i64], 1_i64);
                e
            };
            (a, b, g, g)
        }
    }
}

#[test]
fn block_155() {
    same! {
        whole |census, effects| [
            let mut a = 5_i64;
            let b = "text".to_owned();
        ] {
            let c = stack(load(a), 3_i64);
            let d = &c;
            if (3_i64 > a) || (a > a) {
                let mut d = {
                    a
                };
            } else {
                let mut e = token(total(&d[d.len() / 2..]), census);
            }
            a += ({
                let j = match &c[..] {
                    [] => 6_i64.wrapping_mul(a),
                    [g] => (b.len() as i64),
                    [g, .., h] => (*g),
                };
                3_i64
            });
            if let Some(k) = half(a) {
                a += k;
            }
            (a, c, a)
        }
    }
}

#[test]
fn block_156() {
    same! {
        whole |census, effects| [
            let a = vec![7_i64, 8];
            let b = "text".to_owned();
            let mut c = Token::new(4, census);
        ] {
            let mut d = join((0_i64..0).map(|one| add(one, 11_i64)).collect::<Vec<i64>>(), {
                load(11_i64)
            });
            let a = token(5_i64, census);
            if 10_i64 % 2 == 0 {
                let mut h: Vec<i64> = join(join(load(2_i64), load(10_i64)), load(7_i64));
            }
            let mut j = 10_i64;
            let k = d;
            (a, j, k, j)
        }
    }
}

#[test]
fn block_157() {
    same! {
        whole |census, effects| [
            let a = vec![7_i64, 8];
        ] {
            let [b, c] = [0_i64, 10_i64];
            let d = spell(2);
            let e = |it: i64| add(it, b);
            let h = melt(token(c, census));
            let g = apply(&e, h);
            let j = melt(merge(Token::new(c, census), Token::new(h, census)));
            let g = (('task_k: {
                if false {
                    break 'task_k g;
                }
                b
            }) + 8_i64);
            let m: i64 = (c - b);
            (b, c, d, h, j, g, m, g)
        }
    }
}

#[test]
fn block_158() {
    same! {
        whole |census, effects| [
            let mut a = 5_i64;
            let b = vec![7_i64, 8];
            let mut c = Token::new(4, census);
        ] {
            let d = stack(load(6_i64), a);
            let e = &b;
            let j = match &b[..] {
                [] => half(a),
                [g] => parse("12").ok(),
                [g, .., h] => parse("12").ok(),
            };
            let k = spell(4_i64);
            let m = plus(4, 0);
            {
                let mut n: Vec<i64> = load(7);
                let mut p = Vec::new();
                p.push(add(m, (a + a)));
            }
            let mut r = Vec::new();
            r.push(add(m.wrapping_mul(9_i64), add(8, a)));
            let v = {
                let t;
                if m <= mix(10_i64, m, m) {
                    t = k;
                } else {
                    t = match a {
                    3 => {
                        k
                    }
                    u if u > 11 => {
                        String::from("cde")
                    }
                    _ => {
                        String::from("cde")
                    }
                };
                }
                Some(m)
            };
            let w = stack(load(m), a);
            (a, d, j, m, r, v, w, m)
        }
    }
}

#[test]
fn block_159() {
    same! {
        guarded |census, effects| [
            let mut a = 5_i64;
            let mut b = vec![3_i64, 1, 2];
            let mut c = Token::new(4, census);
        ] {
            drop(Token::new(a, census));
            let d = spell(a);
            let [e, g] = [a, a];
            a += g;
            let [h, j] = [e, a];
            let mut k = Vec::new();
            k.push(add(length(&d), j));
            Ok::<_, String>((a, e, g, h, j, k, 11_i64))
        }
    }
}

#[test]
fn block_160() {
    same! {
        guarded |census, effects| [
        ] {
            if let Some(a) = half(4_i64) {
                let c = 'task_b: {
                    if a < a {
                        break 'task_b a;
                    }
                    10_i64
                };
            }
            token(total(&load(8_i64)), census);
            let d = "36".parse().unwrap();
            let e = add(d, 1);
            let g;
            if 9_i64 % 2 == 0 {
                g = match first(&load(3_i64)) {
                Some(h) => {
                    "ab".to_owned()
                }
                None => {
                    String::from("cde")
                }
            };
            } else {
                g = upper("lit");
            }
            for j in 0_i64..4 {
                if 10_i64 <= j {
                    break;
                }
                let (mut k, m) = (parse("12").ok(), e);
            }
            let mut e = e;
            Some((d, g, e, d))
        }
    }
}

#[test]
fn block_161() {
    same! {
        whole |census, effects| [
            let mut a = vec![3_i64, 1, 2];
        ] {
            let b: Token = token(3, census);
            let mut c = (0_i64..3).map(|one| add(one, 9_i64)).collect::<Vec<i64>>();
            let mut j = match 9_i64 {
                2 => {
                    load(0_i64)
                }
                d if d > 14 => {
                    let e = "49".parse().unwrap();
                    let g = add(e, 1);
                    load(8_i64)
                }
                _ => {
                    let h = &mut c;
                    h.push((if (0_i64 <= 10_i64) && (7_i64 > 8_i64) {
                        11_i64
                    } else {
                        11_i64
                    }));
                    shift(h, 4);
                    load(3_i64)
                }
            };
            let mut k: Vec<i64> = j;
            let m = stack(load(9_i64), 9_i64);
            let q = match half(6_i64) {
                Some(n) => {
                    None::<i64>
                }
                None => {
                    let p = add(8, 11_i64);
                    Some(6_i64)
                }
            };
            let _unused = join(c, m);
            let r = close(b);
            (k, q, r, (r + r))
        }
    }
}

#[test]
fn block_162() {
    same! {
        whole |census, effects| [
            let a = vec![7_i64, 8];
            let mut b = Token::new(4, census);
        ] {
            {
                let mut g = match &a[..] {
                    [] => 'task_e: {
                        if 2_i64 < 5_i64 {
                            break 'task_e load(2_i64);
                        }
                        load(8_i64)
                    },
                    [c] => load((*c)),
                    [c, .., d] => (0_i64..0).map(|one| add(one, (*c))).collect::<Vec<i64>>(),
                };
                for h in &a {
                    shift(&mut g, eat(load(5)));
                }
            }
            let j = 9_i64;
            for k in 0_i64..3 {
                let _unused = drop(token(j, census));
            }
            let m = &a;
            let n: Option<i64> = Some(j);
            let m = token(1_i64, census);
            let n = sum(&a);
            let p = Some(n);
            let mut q: (i64, Vec<i64>) = (nth(&a, j), join(load(j), load(5)));
            (j, m, n, p, q, n)
        }
    }
}

#[test]
fn block_163() {
    same! {
        whole |census, effects| [
            let mut a = 5_i64;
            let mut b = vec![3_i64, 1, 2];
            let c = plus(20, 1);
        ] {
            let (d, mut e) = pair(a);
            let g;
            if (a != 3_i64) && (a < 11_i64) {
                g = name(7);
            } else {
                g = String::new();
            }
            let mut h = b.iter().map(|one| add(*one, (g.len() as i64))).sum::<i64>();
            let mut j = d;
            let k = Some(j);
            effects.note((match j {
                2 => {
                    11_i64
                }
                m if m > 14 => {
                    d
                }
                _ => {
                    9_i64
                }
            }).max(a));
            (a, d, e, g, h, j, k, (d - a))
        }
    }
}

#[test]
fn block_164() {
    same! {
        guarded |census, effects| [
            let mut a = 5_i64;
            let mut b = Token::new(4, census);
        ] {
            most(a)?;
            most(5)?;
            let mut g = if a.wrapping_mul(a) < mix(2, a, 1_i64) {
                let c = a;
                load(1_i64)
            } else {
                let mut e = if a > total(&load(a)) {
                    None::<i64>
                } else {
                    let mut d = token(a.wrapping_mul(a), census);
                    parse("12").ok()
                };
                load(a)
            };
            let h = sum(&g);
            let j: Option<i64> = half(add(h, a));
            match a {
                0..=4 => {
                    if let Some(k) = g.pop() {
                        let Some(m) = j.map(|one| one + h) else { panic!("no m") };
                    }
                }
                _ => {
                    let p;
                    if total(&g[g.len() / 2..]) > h {
                        p = format!("<{}>", 6_i64);
                    } else {
                        p = format!("{j:?}");
                    }
                }
            }
            let q = spell(3_i64);
            Some((a, g, h, j, q, most(3_i64)?))
        }
    }
}

#[test]
fn block_165() {
    same! {
        guarded |census, effects| [
            let mut a = 5_i64;
            let mut b = vec![3_i64, 1, 2];
            let c = vec![7_i64, 8];
            let d = "text".to_owned();
        ] {
            effects.note(a);
            effects.note(a);
            let e = parse("12").ok();
            effects.note(add(a, 1));
            let g = &c;
            let g: i64 = a;
            check(&g)?;
            Ok::<_, String>((a, e, g, a))
        }
    }
}

#[test]
fn block_166() {
    same! {
        guarded |census, effects| [
            let mut a = vec![3_i64, 1, 2];
            let b = "text".to_owned();
            let mut c = Token::new(4, census);
            let d = plus(20, 1);
        ] {
            if a.is_empty() {
                let h: Token = match &a[..] {
                    [] => token(5, census),
                    [e] => Token::new((*e), census),
                    [e, .., g] => merge(token((*e), census), token(8, census)),
                };
            }
            let j = sum(&a);
            let k = plus(8_i64, j);
            let m;
            if (k <= k) || (k > 11_i64) {
                m = j;
            } else {
                m = nth(&a, 6);
            }
            Ok::<_, String>((j, k, m, length(&b)))
        }
    }
}

#[test]
fn block_167() {
    same! {
        guarded |census, effects| [
        ] {
            let a = spell(2_i64);
            let c = 'task_b: {
                if 8_i64 < 0_i64 {
                    break 'task_b half(10_i64);
                }
                let mut a = 0_i64;
                None::<i64>
            };
            let mut d = c;
            let mut e = add(positive(6)?, d.unwrap_or(1_i64));
            let g = |it: i64| add(it, add(0, 6));
            let j = |it| add(it, eat(load(e)));
            let e = e;
            let k = apply(&j, 3);
            let h = apply(&g, total(&load(e)));
            Ok::<_, String>((a, c, d, e, k, h, (melt(token(4_i64, census)) - (e - 4_i64))))
        }
    }
}

#[test]
fn block_168() {
    same! {
        whole |census, effects| [
            let mut a = 5_i64;
            let b = "text".to_owned();
            let mut c = Token::new(4, census);
            let d = plus(20, 1);
        ] {
            if false {
                for e in load(2) {
                    let mut a = format!("{b:?} {}", eat(load(1_i64)));
                }
            }
            let j = match half(4) {
                Some(g) => {
                    let mut h = token(a, census);
                    token(g, census)
                }
                None => {
                    let b = (({ a = 5_i64; a }) + a);
                    token(0_i64, census)
                }
            };
            let k;
            if nth(&load(a), a) <= a {
                k = vec![a];
            } else {
                k = (0_i64..1).map(|one| add(one, a)).collect::<Vec<i64>>();
            }
            let m = |it: i64| add(it, 4_i64.wrapping_mul(a));
            token(5, census);
            let n = apply(&m, a);
            let [p, q] = [a, n];
            let r = pair(n);
            let d: (i64, Vec<i64>) = (({ a += 5; a }), k);
            (a, j, n, p, q, r, d, total(&load(p)))
        }
    }
}

#[test]
fn block_169() {
    same! {
        guarded |census, effects| [
            let a = vec![7_i64, 8];
        ] {
            let a = plus(0_i64, 0_i64);
            let mut b = join(load(a), join(load(8), load(4)));
            shift(&mut b, a.max((match add(a, 7_i64) {
                2 => {
                    a
                }
                c if c > 4 => {
                    a
                }
                _ => {
                    a
                }
            })));
            if let Some(d) = first(&b) {
                if mix(a, a, d) < a {
                    check(&a)?;
                } else {
                    check(&d)?;
                }
            }
            let e = &b;
            add((e.len() as i64), 3);
            let mut b = (match melt(Token::new(a, census)) {
                0 => {
                    4_i64
                }
                g if g > 4 => {
                    let h = "6".parse().unwrap();
                    let j = add(h, 1);
                    g
                }
                _ => {
                    a
                }
            });
            Ok::<_, String>((a, b, positive(length(&String::from("cde")))?))
        }
    }
}

#[test]
fn block_170() {
    same! {
        whole |census, effects| [
        ] {
            let mut a = Vec::new();
            a.push(add(add(11_i64, 3_i64), 3));
            let a = 'task_c: {
                if 2_i64 <= 10_i64 {
                    break 'task_c load(8_i64);
                }
                let mut d = a;
                load(6_i64)
            };
            {
                let mut a = 2_i64;
            }
            effects.note(9_i64);
            let mut e = eat(a);
            let mut e: Option<i64> = first(&load(7_i64));
            (e, 2_i64)
        }
    }
}

#[test]
fn block_171() {
    same! {
        whole |census, effects| [
            let mut a = 5_i64;
            let b = "text".to_owned();
            let mut c = Token::new(4, census);
        ] {
            match a {
                0..=4 => {
                    let d;
                    if mix(a, 0_i64, a) % 2 == 0 {
                        d = if mix(a, a, a) < a {
                        load(a)
                    } else {
                        load(6_i64)
                    };
                    } else {
                        d = load(6);
                    }
                }
                _ => {
                    let mut b = None::<i64>;
                }
            }
            let e = (0_i64..3).map(|one| add(one, 10_i64)).collect::<Vec<i64>>();
            let g = ({ a += a; a });
            let mut h = if false {
                effects.note(g);
                String::from("cde")
            } else {
                String::from("cde")
            };
            let mut h = if g <= g {
                Token::new(g, census)
            } else {
                join(match a {
                    0 => {
                        load(g)
                    }
                    j if j > 18 => {
                        load(j)
                    }
                    _ => {
                        load(4)
                    }
                }, e);
                token(2, census)
            };
            let mut b = g;
            let k = |it: i64| add(it, (g + b));
            let n = |it| add(it, nth(&load(0_i64), a));
            let e = add(9, 9_i64);
            let p = apply(&n, add(b, g));
            let m = apply(&k, 3);
            let mut e: Vec<i64> = join(match 4_i64 {
                2 => {
                    load(p)
                }
                q if q > 17 => {
                    load(q)
                }
                _ => {
                    load(m)
                }
            }, vec![a, m, 4_i64]);
            (a, g, h, b, p, m, e, total(&join(load(8), load(4_i64))))
        }
    }
}

#[test]
fn block_172() {
    same! {
        whole |census, effects| [
            let mut a = vec![3_i64, 1, 2];
        ] {
            let b = |it| add(it, a.iter().sum::<i64>());
            let mut d = (3_i64.max(6_i64) + 3_i64);
            let c = apply(&b, d);
            {
                for e in 0_i64..2 {
                    if e > 2_i64 {
                        continue;
                    }
                    let c: String = format!("<{}>", melt(token(c, census)));
                }
                {
                    let g = "26".parse().unwrap();
                    let h = add(g, 1);
                    let j;
                    if false {
                        j = format!("{a:?} {}", 11_i64);
                    } else {
                        j = match &a[..] {
                        [] => String::from("cde"),
                        [k] => String::from("cde"),
                        [k, .., m] => "ab".to_owned(),
                    };
                    }
                }
            }
            let n = plus(0_i64, d);
            let p = spell(6_i64);
            for q in 0_i64..0 {
                let r;
                if a.is_empty() {
                    r = format!("{d:?}");
                } else {
                    r = upper("lit");
                }
            }
            let mut s = n;
            match d.wrapping_mul(d) {
                0..=4 => {
                    let _ = join(vec![n, c, 1_i64], vec![n]);
                }
                _ => {
                    let p = mix(s, 1_i64, length(&p));
                }
            }
            (d, c, n, p, s, 11_i64)
        }
    }
}

#[test]
fn block_173() {
    same! {
        whole |census, effects| [
            let a = vec![7_i64, 8];
            let b = "text".to_owned();
        ] {
            let c = "22".parse().unwrap();
            let d = add(c, 1);
            let b = pair(d);
            for e in 0_i64..1 {
                {
                    let g = {
                        load(e)
                    };
                }
            }
            let h: i64 = c;
            let j = &a;
            let k: Vec<i64> = load(h);
            (c, d, b, h, k, 8_i64)
        }
    }
}

#[test]
fn block_174() {
    same! {
        guarded |census, effects| [
            let mut a = vec![3_i64, 1, 2];
            let b = "text".to_owned();
        ] {
            let mut c = add(nth(&load(9_i64), 11_i64), 6);
            match (match add(2_i64, c) {
                2 => {
                    7_i64
                }
                d if d > 4 => {
                    d
                }
                _ => {
                    c
                }
            }) {
                0..=4 => {
                    effects.note(c);
                }
                _ => {
                    let b = total(&a);
                }
            }
            c = (c + a.iter().sum::<i64>());
            let e = stack(load(c), c);
            Some((c, e, nth(&a, 7_i64)))
        }
    }
}

#[test]
fn block_175() {
    same! {
        whole |census, effects| [
        ] {
            let a = pair(length(&String::from("cde")));
            let mut b = 8_i64;
            let e = if ({ b += 2; b }) != (if true {
                b
            } else {
                b
            }) {
                let mut c = upper(&format!("<{}>", b));
                b
            } else {
                let d = {
                    String::from("cde")
                };
                b
            };
            let g: i64 = e;
            (a, b, e, g, melt(merge(token(b, census), token(e, census))))
        }
    }
}

#[test]
fn block_176() {
    same! {
        whole |census, effects| [
            let mut a = Token::new(4, census);
        ] {
            let mut a = String::new();
            token(6, census);
            let a = Some(nth(&load(5_i64), 1_i64));
            let b = (if 8_i64 < 0_i64 {
                let mut a = melt(Token::new(10_i64, census));
                a
            } else {
                5_i64
            });
            let c = plus(7_i64, 0);
            let mut b: (i64, Vec<i64>) = pair(c);
            shift(&mut b.1, c);
            let d = Some(melt(Token::new(c, census)));
            (a, c, b, d, mix((if true {
                c
            } else {
                c
            }), (if c > (match c {
                0 => {
                    9_i64
                }
                e if e > 1 => {
                    c
                }
                _ => {
                    c
                }
            }) {
                c
            } else {
                c
            }), 1_i64))
        }
    }
}

#[test]
fn block_177() {
    same! {
        guarded |census, effects| [
            let a = plus(20, 1);
        ] {
            {
                let b = (0_i64..3).map(|one| add(one, length(&String::from("cde")))).collect::<Vec<i64>>();
            }
            effects.note(2_i64);
            if let Some(c) = Some(4_i64) {
                let g = 'task_d: {
                    if c > c {
                        break 'task_d load(0);
                    }
                    let mut e = load(8);
                    load(c)
                };
            }
            let m = if let Some(h) = Some(8_i64) {
                let mut j: i64 = h;
                h
            } else {
                let k = (6_i64, load(9));
                3_i64
            };
            let n = plus(m, m);
            effects.note(n);
            let p: i64 = m;
            Ok::<_, String>((m, n, p, (if let Some(q) = first(&load(n)) {
                check(&p)?;
                p
            } else {
                1_i64
            })))
        }
    }
}

#[test]
fn block_178() {
    same! {
        whole |census, effects| [
            let mut a = Token::new(4, census);
            let b = plus(20, 1);
        ] {
            let mut c: i64 = 3_i64;
            let d = c;
            for e in [add(0, 2), add(c, d)] {
                match 4_i64 {
                    0..=4 => {
                        let mut j = (match d.wrapping_mul(e) {
                            3 => {
                                let mut h = Some(d);
                                c
                            }
                            g if g > 11 => {
                                let g = load(g);
                                6_i64
                            }
                            _ => {
                                e
                            }
                        });
                    }
                    _ => {
                        effects.note(eat({
                            load(0_i64)
                        }));
                    }
                }
            }
            let mut k: String = upper(&format!("<{}>", d));
            let b = vec![a.value];
            let m = b;
            (c, d, k, m, ({ c = 5_i64; c }))
        }
    }
}

#[test]
fn block_179() {
    same! {
        panicking |census, effects| [
        ] {
            if true {
                if add(9, 1_i64) <= must(1_i64) {
                    let a = load(0_i64);
                }
            } else {
                let mut b: Vec<i64> = (0_i64..3).map(|one| add(one, 4_i64)).collect::<Vec<i64>>();
            }
            must(10_i64);
            let mut c = Vec::new();
            c.push(add(must(2), 5_i64));
            if mix(7, 5, 9_i64) < 9_i64 {
                let mut c = 'task_e: {
                    if 0_i64 % 2 == 0 {
                        break 'task_e 6_i64;
                    }
                    11_i64
                };
            }
            let g = |it: i64| add(it, mix(6_i64, 8_i64, 1_i64));
            let mut j = join({
                load(6_i64)
            }, {
                load(2_i64)
            });
            let h = apply(&g, 3_i64);
            (c, j, h, add(must(h), h))
        }
    }
}

#[test]
fn block_180() {
    same! {
        whole |census, effects| [
            let a = "text".to_owned();
            let b = plus(20, 1);
        ] {
            let a: i64 = 1_i64;
            let a = stack(load(a), a);
            join(a, (0_i64..3).map(|one| add(one, 11_i64)).collect::<Vec<i64>>());
            let (c, mut d) = (total(&load(7)), vec![11_i64]);
            let mut c = d;
            let mut e: Token = Token::new(2_i64, census);
            if let Some(last) = c.last_mut() {
                *last += 0;
            }
            let g = stack(load(0_i64), 0_i64);
            (c, e, g, 6_i64)
        }
    }
}

#[test]
fn block_181() {
    same! {
        guarded |census, effects| [
            let a = vec![7_i64, 8];
            let mut b = Token::new(4, census);
            let c = plus(20, 1);
        ] {
            let d;
            if false {
                d = glue("ab".to_owned(), &"ab".to_owned());
            } else {
                d = format!("<{}>", 6_i64);
            }
            let g = 'task_e: {
                if 5_i64 <= 7_i64 {
                    break 'task_e 8_i64;
                }
                3_i64
            };
            effects.note(add(b.get(), g));
            let d = stack(load(g), 9_i64);
            match g {
                0..=4 => {
                    let mut h = d;
                }
                _ => {
                    assert!((g < 0_i64) || (g > g), "g is {g}");
                }
            }
            let j = |it: i64| add(it, g);
            let n = 'task_m: {
                if g % 2 == 0 {
                    break 'task_m load(g);
                }
                load(g)
            };
            let k = apply(&j, g);
            Ok::<_, String>((g, n, k, melt(Token::new(k, census))))
        }
    }
}

#[test]
fn block_182() {
    same! {
        guarded |census, effects| [
            let a = vec![7_i64, 8];
            let mut b = Token::new(4, census);
            let c = plus(20, 1);
        ] {
            let d;
            if (false) && (9_i64 > 11_i64) {
                d = load(2_i64);
            } else {
                d = a.iter().filter(|one| **one > 0).map(|one| one + 1).collect::<Vec<i64>>();
            }
            let mut b = name(7_i64);
            b.push_str("lit");
            effects.note(11_i64);
            let e = merge(token(3_i64, census), token(7, census));
            let g = close(e);
            Ok::<_, String>((d, b, g, g))
        }
    }
}

#[test]
fn block_183() {
    same! {
        whole |census, effects| [
            let mut a = vec![3_i64, 1, 2];
            let b = plus(20, 1);
        ] {
            effects.note(5_i64);
            let b = plus(3, 5_i64);
            effects.note(b);
            add(b, b);
            if melt(token(7_i64, census)) != 4_i64 {
                let b: String = String::new();
            }
            let mut b = Some(b);
            (b, 6_i64)
        }
    }
}

#[test]
fn block_184() {
    same! {
        panicking |census, effects| [
        ] {
            let a = stack(load(0_i64), 5_i64);
            let mut b = format!("{:?} {it:3}", a, it = must(1_i64));
            let a = stack(load(9), 8_i64);
            let c = b.repeat(2);
            let d = "13".parse().unwrap();
            let e = add(d, 1);
            (b, a, c, d, e, e)
        }
    }
}

#[test]
fn block_185() {
    same! {
        guarded |census, effects| [
            let a = "text".to_owned();
            let mut b = Token::new(4, census);
        ] {
            let b = token(11_i64, census);
            let mut b: String = 'task_c: {
                if 3_i64 % 2 == 0 {
                    break 'task_c String::from("cde");
                }
                "ab".to_owned()
            };
            b.push_str(&a);
            let mut b = add(10_i64, 1_i64);
            Ok::<_, String>((b, length(&a)))
        }
    }
}

#[test]
fn block_186() {
    same! {
        guarded |census, effects| [
        ] {
            {
                let a;
                if 9_i64 < 3_i64 {
                    a = upper(&String::from("cde"));
                } else {
                    a = format!("<{}>", 11_i64);
                }
            }
            let mut b = Vec::new();
            b.push(add(6_i64, 9_i64));
            push(&mut b, 10_i64);
            for one in b.iter_mut() {
                *one += 2_i64;
            }
            let d = {
                b
            };
            let e = (0_i64..0).map(|one| add(one, 1_i64)).collect::<Vec<i64>>();
            Ok::<_, String>((d, e, positive(6_i64)?))
        }
    }
}

#[test]
fn block_187() {
    same! {
        whole |census, effects| [
            let mut a = vec![3_i64, 1, 2];
            let b = plus(20, 1);
        ] {
            add(6_i64, nth(&a, (match &a[..] {
                [] => 4_i64,
                [c] => (*c),
                [c, .., d] => (*d),
            })));
            {
                let a = {
                    let b: (i64, Vec<i64>) = (nth(&a, 6), match &a[..] {
                        [] => load(1),
                        [e] => load((*e)),
                        [e, .., g] => load(7),
                    });
                    5_i64
                };
                let h = Some(10_i64);
            }
            let j = "10".parse().unwrap();
            let k = add(j, 1);
            let m = spell(3);
            let n = m.clone();
            let q: Option<i64> = if let Some(p) = parse("12").ok() {
                let a = p;
                None::<i64>
            } else {
                Some(11_i64)
            };
            let r = &a;
            let mut s = token(1_i64, census);
            let t = "31".parse().unwrap();
            let u = add(t, 1);
            (j, k, m, n, q, s, t, (match half(u) {
                Some(v) => {
                    let x = if (k < j) && (3_i64 != u) {
                        let mut w = 1_i64;
                        load(6)
                    } else {
                        load(4_i64)
                    };
                    6_i64
                }
                None => {
                    k
                }
            }))
        }
    }
}

#[test]
fn block_188() {
    same! {
        whole |census, effects| [
            let mut a = vec![3_i64, 1, 2];
        ] {
            let mut b = 11_i64;
            let mut c = Vec::new();
            c.push(add(6, melt(Token::new(8, census))));
            let (mut e, g) = (b, b);
            let c = match c.pop() {
                Some(h) => {
                    let mut j: i64 = h;
                    c
                }
                None => {
                    let mut k = ((a.len() as i64), c);
                    load(9)
                }
            };
            let m = plus(2, 8_i64);
            (b, e, g, c, m, add(m, e))
        }
    }
}

#[test]
fn block_189() {
    same! {
        guarded |census, effects| [
            let a = plus(20, 1);
        ] {
            let b: Vec<i64> = load(5);
            let c = |it: i64| add(it, 3_i64);
            let e = name(5_i64);
            let d = apply(&c, 6_i64);
            let a = sum(&b);
            let g: Vec<i64> = load(2_i64.max(1_i64));
            let mut a = load(9);
            let h = Token::new(4, census);
            let j = a.pop().unwrap_or(7);
            Ok::<_, String>((b, e, d, g, a, h, j, eat(load(j))))
        }
    }
}

#[test]
fn block_190() {
    same! {
        guarded |census, effects| [
            let a = vec![7_i64, 8];
            let b = plus(20, 1);
        ] {
            let [c, d] = [6_i64, 1_i64];
            let mut g = vec![c, c, (if let Some(e) = half(c) {
                6_i64
            } else {
                c
            })];
            let m = match c {
                1 => {
                    c
                }
                h if h > 12 => {
                    let _unused = token(total(&a), census);
                    d
                }
                _ => {
                    let mut j = Vec::new();
                    j.push(add(1, 7));
                    c
                }
            };
            let n = g.iter().rev().copied().collect::<Vec<_>>();
            for p in (0_i64..0).map(|one| add(one, d)).collect::<Vec<i64>>() {
                for m in 0_i64..0 {
                    let Some(q) = half(7_i64) else { panic!("no q") };
                }
            }
            effects.note(0);
            Ok::<_, String>((c, d, g, m, n, m))
        }
    }
}

#[test]
fn block_191() {
    same! {
        guarded |census, effects| [
            let mut a = 5_i64;
        ] {
            let c = match half(a) {
                Some(b) => {
                    load(a)
                }
                None => {
                    load(a)
                }
            };
            a -= 3;
            token(a, census);
            let mut g = if parse("7")? % 2 == 0 {
                let d;
                if (c.is_empty()) || (a % 2 == 0) {
                    d = 'task_e: {
                    if a < a {
                        break 'task_e "ab".to_owned();
                    }
                    "ab".to_owned()
                };
                } else {
                    d = upper(&String::from("cde"));
                }
                a
            } else {
                assert!(a % 2 == 0, "a is {a}");
                0_i64
            };
            g += mix(11_i64, g.wrapping_mul(g), a);
            Ok::<_, String>((a, c, g, g))
        }
    }
}

#[test]
fn block_192() {
    same! {
        whole |census, effects| [
            let mut a = vec![3_i64, 1, 2];
            let b = vec![7_i64, 8];
            let mut c = Token::new(4, census);
        ] {
            let mut d: Option<i64> = None::<i64>;
            effects.note(7_i64);
            let mut e: Option<i64> = d.take();
            let j = load(6_i64);
            let c = sum(&a);
            let k = sum(&j);
            let m = token(add(c, c), census);
            (d, e, j, c, k, m, k)
        }
    }
}

#[test]
fn block_193() {
    same! {
        panicking |census, effects| [
            let a = "text".to_owned();
            let mut b = Token::new(4, census);
        ] {
            let mut d: Vec<i64> = {
                let c = (add(1_i64, 7_i64), load(7_i64));
                load(7_i64)
            };
            let p = 'task_e: {
                if 5_i64 < 10_i64 {
                    break 'task_e 11_i64;
                }
                let n = match d.pop() {
                    Some(g) => {
                        load(2)
                    }
                    None => {
                        let m: Vec<i64> = match half(3_i64) {
                            Some(h) => {
                                let j;
                                if grow(&mut d, h) != must(4) {
                                    j = 2_i64;
                                } else {
                                    j = h;
                                }
                                load(h)
                            }
                            None => {
                                let mut k = 6_i64;
                                d
                            }
                        };
                        m
                    }
                };
                10_i64
            };
            let a: i64 = total(&(0_i64..3).map(|one| add(one, p)).collect::<Vec<i64>>());
            let (q, mut r) = pair(add(p, 7));
            push(&mut r, a);
            (p, a, q, r, total(&load(p)))
        }
    }
}

#[test]
fn block_194() {
    same! {
        whole |census, effects| [
            let mut a = 5_i64;
            let b = vec![7_i64, 8];
            let mut c = Token::new(4, census);
            let d = plus(20, 1);
        ] {
            let e: i64 = ({
                let _ = token(a, census);
                a
            });
            let j: i64 = match e {
                2 => {
                    a
                }
                g if g > 1 => {
                    g
                }
                _ => {
                    let h = b.iter().filter(|one| **one > 2).map(|one| one + 1).collect::<Vec<i64>>();
                    a
                }
            };
            let b = plus(a, j);
            let m: Vec<i64> = match Some(e) {
                Some(b) => {
                    load(4_i64)
                }
                None => {
                    let k = format!("{a:?} {}", j);
                    load(e)
                }
            };
            let [n, p] = [e, j];
            let q = sum(&m);
            effects.note(total(&m));
            let r = "37".parse().unwrap();
            let s = add(r, 1);
            (a, e, j, b, m, n, p, total(&load(q)))
        }
    }
}

#[test]
fn block_195() {
    same! {
        whole |census, effects| [
            let mut a = 5_i64;
            let b = plus(20, 1);
        ] {
            let c: (i64, Vec<i64>) = pair((a - a));
            let mut d: Token = merge(token(8_i64, census), token(a, census));
            let e;
            if (a + a) < nth(&c.1, a) {
                e = 'task_g: {
                if 0_i64 != a {
                    break 'task_g load(a);
                }
                load(4_i64)
            };
            } else {
                e = load(6_i64);
            }
            let k = match value(&d) {
                2 => {
                    "ab".to_owned()
                }
                h if h > 0 => {
                    let j = e;
                    String::from("cde")
                }
                _ => {
                    String::from("cde")
                }
            };
            (a, c, d, k, 6_i64)
        }
    }
}

#[test]
fn block_196() {
    same! {
        guarded |census, effects| [
            let mut a = 5_i64;
            let mut b = vec![3_i64, 1, 2];
            let c = "text".to_owned();
        ] {
            let d = token(first(&b)?, census);
            let mut b: i64 = first(&b)?;
            let c = nth(&join(load(0), load(0_i64)), a);
            let _unused = token((match half(c) {
                Some(e) => {
                    a
                }
                None => {
                    0_i64
                }
            }), census);
            let g = |it| add(it, (c - a));
            let mut c: i64 = c;
            let h = apply(&g, 8);
            Some((a, d, b, c, h, h))
        }
    }
}

#[test]
fn block_197() {
    same! {
        whole |census, effects| [
            let mut a = vec![3_i64, 1, 2];
            let b = vec![7_i64, 8];
            let mut c = Token::new(4, census);
        ] {
            join(vec![3_i64, 5_i64, 3_i64], if let Some(d) = parse("12").ok() {
                load(10_i64)
            } else {
                load(2_i64)
            });
            {
                for e in load(6) {
                    let a = token(6, census);
                }
            }
            effects.note(3_i64);
            let mut g = vec![(8_i64 - 3_i64)];
            let mut b = match 2_i64 {
                1 => {
                    g
                }
                h if h > 7 => {
                    let mut j = Vec::new();
                    j.push(add(6_i64, h));
                    g
                }
                _ => {
                    let [m, n] = [4_i64, 7_i64];
                    load(0_i64)
                }
            };
            (b, ('task_p: {
                if false {
                    break 'task_p 4_i64;
                }
                6_i64
            }))
        }
    }
}

#[test]
fn block_198() {
    same! {
        guarded |census, effects| [
            let a = vec![7_i64, 8];
            let b = "text".to_owned();
        ] {
            let mut c = Vec::new();
            c.push(add(9_i64, add(5, 1_i64)));
            let a = sum(&a);
            let mut e: Option<i64> = c.pop();
            if let Some(last) = c.last_mut() {
                *last += a;
            }
            shift(&mut c, a);
            let mut g = Vec::new();
            g.push(add(mix(a, a, a), c.iter().sum::<i64>()));
            let mut j = e.map(|one| one + a);
            Ok::<_, String>((c, a, e, g, j, (a + melt(token(a, census)))))
        }
    }
}

#[test]
fn block_199() {
    same! {
        guarded |census, effects| [
            let mut a = vec![3_i64, 1, 2];
            let mut b = Token::new(4, census);
        ] {
            let e = match &a[..] {
                [] => token(3, census),
                [c] => Token::new((*c), census),
                [c, .., d] => Token::new((*d), census),
            };
            let g = value(&b);
            if g > a.get(2).copied().unwrap_or(-1) {
                let h = e;
            } else {
                let j = upper("lit");
            }
            most(('task_k: {
                if g <= g {
                    break 'task_k g;
                }
                2_i64
            }))?;
            let n: i64 = 'task_m: {
                if g < g {
                    break 'task_m g;
                }
                0_i64
            };
            let p = spell(n);
            let a: i64 = most(eat(load(n)))?;
            Some((g, n, p, a, n))
        }
    }
}

#[test]
fn block_200() {
    same! {
        guarded |census, effects| [
            let mut a = 5_i64;
            let b = plus(20, 1);
        ] {
            let d = (length("lit"), if let Some(c) = parse("12").ok() {
                load(a)
            } else {
                load(4_i64)
            });
            let a = stack(load(a), a);
            let e = "17".parse().unwrap();
            let g = add(e, 1);
            let g = plus(e, g);
            let mut h: i64 = melt(token(e, census));
            drop(token(e, census));
            let j = "44".parse().unwrap();
            let k = add(j, 1);
            Some((d, a, e, g, h, j, k, e))
        }
    }
}
