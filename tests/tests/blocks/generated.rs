//! Written by `cargo run -p tembel-tests --bin blocks -- --count 200 --seed 1`.

#[test]
fn block_0() {
    same! {
        whole |census, effects| [
            let mut a = 5_i64;
            let mut b = vec![3_i64, 1, 2];
        ] {
            b = match a {
                0 => {
                    b
                }
                c if c > 3 => {
                    let mut e = match half(c) {
                        Some(d) => {
                            2_i64
                        }
                        None => {
                            c
                        }
                    };
                    b
                }
                _ => {
                    let mut g: Vec<i64> = b;
                    load(8)
                }
            };
            for h in 0_i64..0 {
                let j = "41".parse().unwrap();
                let k = add(j, 1);
            }
            let mut m = if (a <= a) && (a != a) {
                a
            } else {
                a
            };
            let mut n = 0_i64;
            loop {
                let t: Vec<i64> = match &b[..] {
                    [] => join(load(7), load(m)),
                    [p] => 'task_r: {
                        if m > n {
                            break 'task_r load(a);
                        }
                        load(a)
                    },
                    [p, .., q] => match m {
                        1 => {
                            load((*p))
                        }
                        s if s > 5 => {
                            load(m)
                        }
                        _ => {
                            load((*p))
                        }
                    },
                };
                n += 1;
                if n >= 2 {
                    break;
                }
            }
            (a, b, m, n, (match Some(m) {
                Some(u) => {
                    m
                }
                None => {
                    n
                }
            }))
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
            if length("lit") <= mix(3, c, e) {
                let mut h = if 11_i64 != melt(Token::new(8_i64, census)) {
                    let g;
                    if eat(load(a)) % 2 == 0 {
                        g = upper(&"ab".to_owned());
                    } else {
                        g = if add(a, 9) < 2_i64 {
                        "ab".to_owned()
                    } else {
                        String::from("cde")
                    };
                    }
                    None::<i64>
                } else {
                    parse("12").ok()
                };
            } else {
                let j;
                if a % 2 == 0 {
                    j = c;
                } else {
                    j = c;
                }
            }
            if (e != 1_i64) || (false) {
                let mut k: i64 = add(8, must(c));
            }
            let mut m = Vec::new();
            m.push(add(('task_p: {
                if c != c {
                    break 'task_p e;
                }
                d
            }), e));
            (c, a, d, e, m, c)
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
            let j = total(&a);
            let (k, mut m) = (d, (0_i64..1).map(|one| add(one, d)).collect::<Vec<i64>>());
            let p: Token = 'task_n: {
                if j != 7_i64 {
                    break 'task_n token(7_i64, census);
                }
                token(j, census)
            };
            (b, c, d, e, h, j, k, m.pop().unwrap_or(8))
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
            (a, b, d, c, e, g, e)
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
            Ok::<_, String>((b, h, a, j, k, m, r, r))
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
            Ok::<_, String>((a, b, e, nth(&if add(b, b) <= (b + b) {
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
            (a, b, d, e, g, e)
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
            shift(&mut b, add((5_i64 + a), (match a {
                0 => {
                    6_i64
                }
                e if e > 6 => {
                    7_i64
                }
                _ => {
                    a
                }
            })));
            if let Some(g) = Some(a) {
                shift(&mut b, g);
            }
            raise(&mut c, length(&glue("ab".to_owned(), &"ab".to_owned())));
            let c = if first(&load(a))? % 2 == 0 {
                let mut j = if let Some(h) = first(&b) {
                    let a = String::new();
                    "ab".to_owned()
                } else {
                    most(a)?;
                    "ab".to_owned()
                };
                String::from("cde")
            } else {
                "ab".to_owned()
            };
            let k = spell(a);
            Some((a, b, c, k, nth(&join(load(a), load(a)), a)))
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
            let c: i64 = melt(b);
            let d: i64 = 4_i64;
            let mut e = d;
            let g = |it| add(it, c.wrapping_mul(c));
            let j = "13".parse().unwrap();
            let k = add(j, 1);
            let h = apply(&g, mix(e, 11_i64, c));
            Ok::<_, String>((a, c, d, e, j, k, h, 3_i64))
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
            let c = |it| add(it, add(3, 5_i64));
            let e = if (4_i64 <= 3_i64) || (10_i64 <= 11_i64) {
                pair(10_i64)
            } else {
                (6_i64, load(2))
            };
            let d = apply(&c, melt(a));
            let mut g = merge(merge(token(7, census), token(2, census)), token(3, census));
            if d > (match d {
                2 => {
                    1_i64
                }
                h if h > 11 => {
                    h
                }
                _ => {
                    d
                }
            }) {
                let Some(j) = Some(d) else { panic!("no j") };
            } else {
                effects.note(d);
            }
            check(&d)?;
            let b = 11_i64;
            let m = stack(load(d), d);
            let mut n = (d, m);
            Ok::<_, String>((e, d, g, b, n, 2_i64))
        }
    }
}

#[test]
fn block_12() {
    same! {
        whole |census, effects| [
            let a = vec![7_i64, 8];
        ] {
            let (b, mut c) = (2_i64, a);
            let b = None::<i64>;
            let e = match 9_i64 {
                0 => {
                    load(5_i64)
                }
                d if d > 15 => {
                    load(d)
                }
                _ => {
                    load(4_i64)
                }
            };
            let g = c.pop().unwrap_or(0);
            let h = {
                b.map(|one| one + 4_i64)
            };
            let j = spell(g);
            let k = pair(add(4_i64, g));
            c = join(e, load(g));
            (c, b, g, h, j, k, add(g, nth(&load(g), 8)))
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
            e = b;
            shift(&mut e, must(9));
            let mut h = format!("<{}>", a);
            {
                let j = &mut e;
                j.push(5);
                shift(j, 5_i64);
                assert!(melt(d) <= ({ a += 4; a }), "a is {a}");
            }
            let k = sum(&e);
            (a, c, e, h, k, total(&load(2_i64)))
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
            let (mut c, d) = (None::<i64>, upper(&"ab".to_owned()));
            let e = stack(load(6_i64), 3_i64);
            let mut b = (melt(token(9_i64, census)), e);
            let g = &a;
            let h = 3_i64;
            Ok::<_, String>((a, c, d, b, h, positive(h)?))
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
            shift(&mut b, a);
            shift(&mut b, 0);
            let mut h = match &b[..] {
                [] => a.max(a),
                [e] => a,
                [e, .., g] => a,
            };
            push(&mut b, a);
            let j = spell(h);
            (a, b, d, h, j, h)
        }
    }
}

#[test]
fn block_17() {
    same! {
        guarded |census, effects| [
        ] {
            let a: i64 = 10_i64;
            let [b, c] = [a, add(a, a)];
            let d = stack(load(0), c);
            let e: Option<i64> = Some(b);
            Ok::<_, String>((a, b, c, d, e, b))
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
            let k: String = a;
            (b, c, d, j, k, 10_i64)
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
            let a = if (a > a) && (b.is_empty()) {
                let j: (i64, Vec<i64>) = {
                    let h = Some(a.max(a));
                    (a, load(0_i64))
                };
                load(a)
            } else {
                let k = name((4_i64 + a));
                b
            };
            let m = stack(load(4_i64), 5_i64);
            (c, h, a, m, mix(7_i64, 9_i64, nth(&load(2_i64), 10_i64)))
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
            (a, b, h, b)
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
            raise(&mut a, melt(merge(Token::new(9_i64, census), token(7_i64, census))));
            let mut a = total(&if 1_i64 <= ('task_n: {
                if 10_i64 < 1_i64 {
                    break 'task_n 6_i64;
                }
                9_i64
            }) {
                load(10_i64)
            } else {
                load(6_i64)
            });
            let mut p = load(total(&load(a)));
            effects.note(a);
            Ok::<_, String>((b, c, a, p, a))
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
                let mut h = merge(Token::new(a, census), token(7, census));
            }
            let j = |it: i64| add(it, 1_i64);
            let mut n = match a {
                0 => {
                    assert!(false, "a is {a}");
                    load(a)
                }
                m if m > 0 => {
                    load(m)
                }
                _ => {
                    c
                }
            };
            let k = apply(&j, a);
            let p = sum(&n);
            (a, b, e, n, k, p, eat('task_q: {
                if p < 10_i64 {
                    break 'task_q load(3);
                }
                load(a)
            }))
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
            let g: Vec<i64> = a;
            let h;
            if g.is_empty() {
                h = c;
            } else {
                h = 4_i64;
            }
            let j = &g;
            effects.note(0_i64);
            let k = {
                e
            };
            most(7)?;
            if eat(load(8)) > eat(g) {
                drop(b);
            }
            Some((c, d, e, h, k, ('task_m: {
                if k % 2 == 0 {
                    break 'task_m c;
                }
                let n = load(first(&load(e))?);
                h
            })))
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
                    let (mut c, d) = (b, grow(&mut a, 4_i64));
                }
                _ => {
                    raise(&mut b, 11_i64);
                }
            }
            let (e, mut g) = ((if let Some(h) = parse("12").ok() {
                11_i64
            } else {
                6_i64
            }), match first(&a) {
                Some(j) => {
                    load(j)
                }
                None => {
                    a
                }
            });
            match g.get(1).copied().unwrap_or(-1) {
                0..=4 => {
                    let k = load(({
                        e
                    }));
                }
                _ => {
                    match total(&g) {
                        0..=4 => {
                            let mut g = vec![add(e, e), eat(load(10_i64))];
                        }
                        _ => {
                            let _ = join((0_i64..3).map(|one| add(one, e)).collect::<Vec<i64>>(), load(e));
                        }
                    }
                }
            }
            let e: Token = token(2, census);
            match (if let Some(g) = half(0_i64) {
                g
            } else {
                2_i64
            }) {
                0..=4 => {
                    let m = &g;
                    let mut e = g.get(3).copied().unwrap_or(-1);
                    let b = e;
                }
                _ => {
                    let (n, mut p) = pair(g.iter().sum::<i64>());
                }
            }
            {
                let mut s = if ({
                    5_i64
                }) != 3_i64 {
                    let mut q: Vec<i64> = (0_i64..1).map(|one| add(one, 1_i64)).collect::<Vec<i64>>();
                    Some(2_i64)
                } else {
                    let r;
                    if add(11_i64, 3_i64) % 2 == 0 {
                        r = load(2_i64);
                    } else {
                        r = g.clone();
                    }
                    first(&g)
                };
            }
            Ok::<_, String>((g, e, 2_i64))
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
                let _ = drop(merge(token(6, census), a));
            }
            let a: i64 = parse("1")?;
            let d = plus(a, a);
            let (mut e, g) = (a, a);
            let h = a;
            Ok::<_, String>((c, a, d, e, g, h, total(&'task_j: {
                if h % 2 == 0 {
                    break 'task_j load(3_i64);
                }
                load(g)
            })))
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
                a = a;
            } else {
                let b: i64 = if let Some(r) = parse("12").ok() {
                    let mut v = 'task_s: {
                        if r % 2 == 0 {
                            break 'task_s r;
                        }
                        let mut u = 'task_t: {
                            if 6_i64 % 2 == 0 {
                                break 'task_t String::from("cde");
                            }
                            String::from("cde")
                        };
                        b
                    };
                    r
                } else {
                    1_i64
                };
            }
            check(&b)?;
            Ok::<_, String>((a, b, q, b))
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
                let (mut d, e) = (match add(c, a) {
                    2 => {
                        load(2)
                    }
                    g if g > 10 => {
                        load(6)
                    }
                    _ => {
                        load(a)
                    }
                }, (c - 3_i64));
            }
            let h = load(a);
            let j: Option<i64> = first(&h);
            let k = plus(a, a);
            let mut j = k;
            let mut n = {
                let m;
                if (a % 2 == 0) && (4_i64 <= a) {
                    m = b;
                } else {
                    m = name(j);
                }
                String::from("cde")
            };
            Some((a, k, j, n, k))
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
            raise(&mut b, 3);
            let c = sum(&a);
            let d = |it| add(it, c);
            effects.note(melt(token(c, census)));
            let e = apply(&d, a.iter().sum::<i64>());
            let g;
            if false {
                g = String::new();
            } else {
                g = String::new();
            }
            let h = spell(c);
            shift(&mut a, e);
            {
                let j: Vec<i64> = a;
                let k = &j;
                let mut r = match melt(token(3, census)) {
                    2 => {
                        let [n, p] = [8_i64, nth(&j, 9)];
                        e
                    }
                    m if m > 1 => {
                        let q;
                        if (match first(&j) {
                            Some(e) => {
                                e
                            }
                            None => {
                                m
                            }
                        }) <= nth(k, 2_i64) {
                            q = load(m);
                        } else {
                            q = load(11_i64);
                        }
                        c
                    }
                    _ => {
                        c
                    }
                };
            }
            let _ = drop(b);
            (c, e, g, h, length(&format!("<{}>", e)))
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
            let (mut h, j) = (add(d, 8), vec![c, a, 2_i64]);
            if let Some(k) = Some(a) {
                let mut m: Vec<i64> = vec![d, c, h];
            }
            let n = a;
            let p = (c, j);
            Some((a, d, c, h, n, p, h))
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
            let e = |it: i64| add(it, a);
            shift(&mut b, add(a, melt(token(4, census))));
            let g = apply(&e, eat(load(a)));
            let mut h: (i64, Vec<i64>) = (eat(load(2)), load(d));
            let g = plus(a, d);
            h.1.push(d);
            let j = &b;
            let mut k = g;
            check(&a)?;
            let j = parse("7")?;
            Ok::<_, String>((a, b, d, h, g, k, j, total(&join(load(5_i64), load(a)))))
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
            let h = |it: i64| add(it, d);
            let k;
            if d != ({
                d
            }) {
                k = glue(a, &String::from("cde"));
            } else {
                k = format!("{:?} {it:3}", e, it = d);
            }
            let j = apply(&h, mix(d, 4_i64, 1_i64));
            let m;
            if d > (b.len() as i64) {
                m = d;
            } else {
                m = d;
            }
            (b, d, e, k, j, m, d)
        }
    }
}

#[test]
fn block_37() {
    same! {
        whole |census, effects| [
            let mut a = 5_i64;
            let mut b = Token::new(4, census);
        ] {
            let mut c = a;
            let mut m = match c {
                0 => {
                    let j = match ({
                        c
                    }) {
                        1 => {
                            let [g, h] = [nth(&load(c), 4), a];
                            load(c)
                        }
                        e if e > 8 => {
                            load(e)
                        }
                        _ => {
                            raise(&mut b, 2_i64);
                            load(a)
                        }
                    };
                    load(7)
                }
                d if d > 11 => {
                    let a = 3_i64;
                    load(c)
                }
                _ => {
                    let mut b = (match c {
                        2 => {
                            bump(&mut a, eat((0_i64..2).map(|one| add(one, c)).collect::<Vec<i64>>()));
                            a
                        }
                        k if k > 19 => {
                            k
                        }
                        _ => {
                            let b: i64 = c;
                            a
                        }
                    });
                    load(11_i64)
                }
            };
            let n = |it: i64| add(it, eat(load(c)));
            let q: Token = b;
            let p = apply(&n, a.max(a));
            let s = 'task_r: {
                if p != a {
                    break 'task_r load(a);
                }
                token(9, census);
                load(p)
            };
            let t: i64 = p;
            shift(&mut m, 0_i64);
            let mut u: Vec<i64> = load(total(&m));
            let s = mix(q.value, 10_i64, length(&String::from("cde")));
            (a, c, m, q, p, t, u, 3_i64)
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
            shift(&mut a, mix(most(5_i64)?, mix(3, 4, 1), c.get()));
            a = load(3);
            let a: Token = c;
            let e = close(a);
            let h = 'task_g: {
                if e % 2 == 0 {
                    break 'task_g load(e);
                }
                load(e)
            };
            let (mut j, k) = (3_i64, None::<i64>);
            Some((b, e, h, j, k, j))
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
            Some((a, b, d, e, g, h, a))
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
            let g = c;
            b = if add(a, a) < nth(&load(a), a) {
                let h: i64 = b.iter().sum::<i64>();
                b
            } else {
                load(9_i64)
            };
            let mut j = merge(e, token(a, census));
            let (mut k, m) = (j, (0_i64..0).map(|one| add(one, a)).collect::<Vec<i64>>());
            shift(&mut b, 9);
            {
                let n = &g;
                shift(&mut b, 1);
                let p = "9".parse().unwrap();
                let q = add(p, 1);
                join(m, load(a));
            }
            let r = stack(load(a), a);
            check(&a)?;
            Ok::<_, String>((a, b, d, g, k, r, ({ a = a; a })))
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
            let e = |it: i64| add(it, a);
            let h = join(vec![d], b);
            let g = apply(&e, add(a, d));
            most(mix(2_i64, d, d))?;
            let j = |it| add(it, (if h.is_empty() { d } else { a }));
            if let Some(m) = Some(a) {
                let q = match &h[..] {
                    [] => None::<i64>,
                    [n] => Some(m),
                    [n, .., p] => half(m),
                };
            }
            let k = apply(&j, 2_i64);
            let mut r: String = c;
            Some((a, d, h, g, k, r, 4_i64.wrapping_mul(a)))
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
            (a, b, g, k, p, n, 3_i64)
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
            let (mut k, m) = (b.iter().filter(|one| **one > 5).map(|one| one + 1).collect::<Vec<i64>>(), length(&c));
            let n = "18".parse().unwrap();
            let p = add(n, 1);
            raise(&mut d, ({ a = 10_i64; a }));
            check(&p)?;
            match length(&"ab".to_owned()) {
                0..=4 => {
                    k.sort();
                }
                _ => {
                    let q = Some(grow(&mut k, 11_i64));
                }
            }
            let r = &mut k;
            r.push(({ a += 5_i64; a }));
            shift(r, add(p, n));
            let s = "12".parse().unwrap();
            let t = add(s, 1);
            Ok::<_, String>((a, b, c, d, j, k, m, add(add(7, t), (if s != length(&String::from("cde")) {
                t
            } else {
                10_i64
            }))))
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
                let [d, e] = [c, c];
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
            Some((a, b, c, e, g, h, b))
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
                    let mut k: i64 = if a <= d {
                        join(load(g), b);
                        9_i64
                    } else {
                        let j = (0_i64..1).map(|one| add(one, 9_i64)).collect::<Vec<i64>>();
                        e
                    };
                }
            } else {
                let p = ('task_m: {
                    if b.is_empty() {
                        break 'task_m 0_i64;
                    }
                    let mut n = (mix(g, 2, g), b);
                    1_i64
                });
            }
            a = nth(&load(e), 7);
            let r: (i64, Vec<i64>) = (e, 'task_q: {
                if 2_i64 < 5_i64 {
                    break 'task_q load(4_i64);
                }
                load(1_i64)
            });
            add(6, g);
            let mut r = (a.wrapping_mul(7_i64), match d {
                0 => {
                    load(a)
                }
                s if s > 2 => {
                    load(d)
                }
                _ => {
                    load(d)
                }
            });
            let t = |it: i64| add(it, (if true { d } else { d }));
            let v = d;
            let u = apply(&t, ({
                8_i64
            }));
            (a, c, d, e, g, r, v, g)
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
            (a, c, d, h, add(10_i64, d))
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
            (a, m, n, add(melt(token(n, census)), ('task_p: {
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
            (a, c, d, e, g, h, nth(&if add(h, h) <= h {
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
            let d = parse("12").ok();
            let _unused = add(4_i64.max(a), a);
            let e = spell(a);
            let e = Token::new(8, census);
            let g = &b;
            let mut h = e;
            a = eat(vec![a]);
            let mut j: Vec<i64> = b.clone();
            let k = &j;
            let (mut m, n) = (add(a, 9_i64), token(a, census));
            let g = m;
            let p: i64 = m;
            (a, b, d, h, j, m, n, m)
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
            let c = stack(b, 9);
            let d = sum(&c);
            let mut e = join(vec![a, a], vec![a, a]);
            let g;
            if (a > 0_i64) && (d != a) {
                g = if let Some(h) = e.pop() {
                load(5)
            } else {
                c
            };
            } else {
                g = join(load(9), e);
            }
            (a, d, g, a)
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
            let h = a;
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
            let mut q: Vec<i64> = vec![0_i64, (if let Some(h) = e.pop() {
                h
            } else {
                8_i64
            }), ('task_p: {
                if 8_i64 > 2_i64 {
                    break 'task_p 0_i64;
                }
                11_i64
            })];
            let mut r = 3_i64;
            effects.note((b.len() as i64));
            (b, c, e, h, q, r, (mix(1, 3_i64, r) - r))
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
            (a, b, c, d, e, j, h, 9_i64)
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
            if total(&a) > grow(&mut a, c) {
                j = c;
            } else {
                j = mix(h, c, 2_i64);
            }
            let _unused = drop(Token::new(9_i64, census));
            shift(&mut a, (length(&b) + 8_i64));
            Ok::<_, String>((a, d, c, h, j, c))
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
                b
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
            Ok::<_, String>((a, b, e, g, d, nth(&if let Some(a) = Some(g) {
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
            let e = a;
            let mut g = Vec::new();
            g.push(add(melt(e), add(6_i64, b)));
            add(b, b);
            (b, c, d, g, b)
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
            let mut m = match &g[..] {
                [] => b,
                [j] => name(h),
                [j, .., k] => upper(&b),
            };
            let n = &g;
            let mut p: String = name(5);
            let q = token(add(a, 10_i64), census);
            (e, g, h, a, m, p, q, e)
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
                j = glue(a, &String::from("cde"));
            } else {
                j = a;
            }
            let mut m = nth(&match must(10_i64) {
                0 => {
                    load(e)
                }
                k if k > 4 => {
                    load(9)
                }
                _ => {
                    load(4)
                }
            }, e);
            must(m);
            let n;
            if (8_i64 > m) && (10_i64 < m) {
                n = add(4, m);
            } else {
                n = 4_i64;
            }
            (e, j, m, n, mix(n, m, (match Some(n) {
                Some(e) => {
                    e
                }
                None => {
                    e
                }
            })))
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
            shift(&mut b, mix(a, most(m)?, a));
            for n in 0_i64..3 {
                let p: Vec<i64> = (0_i64..3).map(|one| add(one, 0_i64)).collect::<Vec<i64>>();
            }
            let mut q = glue(glue(String::from("cde"), &"ab".to_owned()), &glue(String::from("cde"), &"ab".to_owned()));
            Some((a, b, m, q, a.wrapping_mul(add(m, 3))))
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
            push(&mut a, 5);
            let d: Token = token(add(9_i64, 5_i64), census);
            let e = 0_i64;
            let g = close(d);
            assert!(0_i64 > melt(Token::new(e, census)), "e is {e}");
            Some((a, b, c, e, g, total(&load(g))))
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
                a
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
                let [r, s] = [length(&"ab".to_owned()), mix(5_i64, 1_i64, 2_i64)];
            }
            Some((a, 11_i64))
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
            (a, j, c, add(j, 0))
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
            Ok::<_, String>((a, b, c, d, e, g, h, (m + parse("1")?)))
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
            (a, d, g, b, h, j, k, add(j, (if h < total(&load(j)) {
                1_i64
            } else {
                11_i64
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
            let c: Vec<i64> = vec![2_i64];
            let mut d = 0_i64;
            let mut h = match Some(1_i64) {
                Some(e) => {
                    b
                }
                None => {
                    let g = c.iter().sum::<i64>();
                    load(11_i64)
                }
            };
            Ok::<_, String>((a, c, d, h, total(&{
                load(a)
            })))
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
            let [k, m] = [mix(j, j, j), melt(token(3_i64, census))];
            Some((d, h, j, k, m, j))
        }
    }
}

#[test]
fn block_78() {
    same! {
        guarded |census, effects| [
            let a = "text".to_owned();
        ] {
            let mut j = match Some(9_i64) {
                Some(b) => {
                    let h = match Some(b) {
                        Some(a) => {
                            let c = "6".parse().unwrap();
                            let d = add(c, 1);
                            c
                        }
                        None => {
                            let [e, g] = [b, 10_i64];
                            b
                        }
                    };
                    Token::new(h, census)
                }
                None => {
                    Token::new(0_i64, census)
                }
            };
            let k = |it| add(it, 8_i64);
            let mut n = format!("{a:?}");
            let m = apply(&k, 7);
            let p: Option<i64> = parse("12").ok();
            let q = plus(m, m);
            let r;
            if nth(&load(10_i64), m) % 2 == 0 {
                r = vec![q, m, m];
            } else {
                r = (0_i64..1).map(|one| add(one, m)).collect::<Vec<i64>>();
            }
            Ok::<_, String>((a, j, n, m, p, q, r, 10_i64))
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
                e = join(b, load(2_i64));
            } else {
                e = load(a);
            }
            let g = e;
            a += a;
            let h = &g;
            let mut j = {
                a
            };
            (a, c, d, g, j, must(5_i64))
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
                let [h, j] = [nth(&load(3), 8), length("lit")];
            }
            let k = pair(e.get(2).copied().unwrap_or(-1));
            let p = 'task_m: {
                if c % 2 == 0 {
                    break 'task_m token(c, census);
                }
                let n = c;
                Token::new(0, census)
            };
            (c, e, k, p, c)
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
            let v = match (match eat(load(d)) {
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
                    shift(&mut b, ({ a += 2; a }));
                    d
                }
                _ => {
                    let mut u = first(&b);
                    a
                }
            };
            for w in 0_i64..3 {
                if (c - a) <= d {
                    break;
                }
                bump(&mut a, 7);
            }
            (a, c, d, e, v, a)
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
            let mut d = if 11_i64 <= 2_i64 {
                let mut c = a;
                c
            } else {
                let b = nth(&load(10_i64), add(3_i64, 10_i64));
                String::from("cde")
            };
            let g: String = 'task_e: {
                if true {
                    break 'task_e "ab".to_owned();
                }
                "ab".to_owned()
            };
            match 9_i64 {
                0..=4 => {
                    let mut a = if (false) || (9_i64 % 2 == 0) {
                        let mut h: i64 = 8_i64;
                        load(8_i64)
                    } else {
                        load(11_i64)
                    };
                }
                _ => {
                    let mut j = 1_i64;
                }
            }
            let n = match parse("12").ok() {
                Some(k) => {
                    let m;
                    if parse("x")? % 2 == 0 {
                        m = load(k);
                    } else {
                        m = vec![6_i64, 8_i64];
                    }
                    2_i64
                }
                None => {
                    7_i64
                }
            };
            Ok::<_, String>((b, d, g, n, nth(&vec![n, n], melt(Token::new(n, census)))))
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
            (a, b, j, r, k, s, j)
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
            (a, b, g, c, c)
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
            (a, d, c, h, k, m, n, 8_i64)
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
            Some((a, b, a))
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
            (a, d, h, j, c, (match (match 3_i64 {
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
                shift(&mut a, nth(&vec![1_i64, 6_i64], (1_i64 + 3_i64)));
            } else {
                let b = b;
            }
            let mut b = (add(10_i64, 7_i64), a);
            b.1.push(2_i64);
            let e = load(parse("1")?);
            let g = |it: i64| add(it, (3_i64 + 11_i64));
            let j = &e;
            let mut k = vec![parse("x")?, 2_i64];
            let h = apply(&g, melt(Token::new(8_i64, census)));
            Ok::<_, String>((b, e, k, h, h))
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
            Ok::<_, String>((a, c, d, b, b))
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
            Ok::<_, String>((a, b, c, d, s, k, mix(add(d, d), add(s, d), s)))
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
            (a, b, e, g, add(8, 7_i64.wrapping_mul(7_i64)))
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
            let a = d;
            let e: String = glue(format!("<{}>", 11_i64), "lit");
            let mut c = nth(&b, 9);
            check(&c)?;
            Ok::<_, String>((b, a, e, c, c))
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
                b = join(load(a), 'task_h: {
                    if 11_i64 <= a {
                        break 'task_h b;
                    }
                    load(9_i64)
                });
            }
            let [j, k] = [(a + a), eat(load(2_i64))];
            let mut p = match &b[..] {
                [] => None::<i64>,
                [m] => None::<i64>,
                [m, .., n] => first(&b),
            };
            let mut j = if p.is_some() {
                let k = add(k, j);
                load(k)
            } else {
                let q;
                if b.iter().sum::<i64>() <= mix(7, 9_i64, j) {
                    q = glue("ab".to_owned(), &c);
                } else {
                    q = glue("ab".to_owned(), &"ab".to_owned());
                }
                load(8_i64)
            };
            let _unused = token(j.get(0).copied().unwrap_or(-1), census);
            let mut r = c;
            (a, b, k, p, j, r, k)
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
            raise(&mut b, d);
            (a, b, c, d, h, g, j, must(0))
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
            shift(&mut a, length("lit"));
            effects.note((match (match 11_i64 {
                0 => {
                    7_i64
                }
                e if e > 13 => {
                    0_i64
                }
                _ => {
                    6_i64
                }
            }) {
                0 => {
                    shift(&mut a, (1_i64 + total(&b)));
                    0_i64
                }
                g if g > 16 => {
                    g
                }
                _ => {
                    8_i64
                }
            }));
            a = if 7_i64 > (9_i64 - 4_i64) {
                let h = name(eat(load(6_i64)));
                a
            } else {
                let mut b = b;
                load(9_i64)
            };
            let mut j: Vec<i64> = a;
            effects.note(6);
            (j, 11_i64)
        }
    }
}

#[test]
fn block_99() {
    same! {
        whole |census, effects| [
            let mut a = vec![3_i64, 1, 2];
        ] {
            let mut k = if add(4_i64, 5_i64) != 7_i64 {
                let mut j: (i64, Vec<i64>) = match ({
                    1_i64
                }) {
                    2 => {
                        let mut d: Vec<i64> = 'task_c: {
                            if 5_i64 <= 3_i64 {
                                break 'task_c a;
                            }
                            let mut a: Token = token(4_i64, census);
                            load(7_i64)
                        };
                        (4_i64, load(7))
                    }
                    b if b > 3 => {
                        let b = match &a[..] {
                            [] => format!("<{}>", b),
                            [e] => {
                                String::from("cde")
                            },
                            [e, .., g] => 'task_h: {
                                if b != b {
                                    break 'task_h "ab".to_owned();
                                }
                                String::from("cde")
                            },
                        };
                        (2_i64, load(0_i64))
                    }
                    _ => {
                        effects.note(9);
                        (1_i64, a)
                    }
                };
                load(8)
            } else {
                let a: Vec<i64> = a;
                a
            };
            let m = |it| add(it, 11_i64);
            let p = &mut k;
            p.push(11_i64);
            shift(p, 3_i64);
            let n = apply(&m, eat(load(7_i64)));
            let q = total(&k[k.len() / 2..]);
            let mut r = q.max(n);
            (k, n, q, r, r)
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
            shift(&mut b, 5_i64);
            let k = &b;
            let mut m = token(2, census);
            Ok::<_, String>((a, b, c, e, g, h, m, a))
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
            let mut b = (1_i64, a);
            let b = total(&b.1);
            let mut c = vec![b];
            let d = sum(&c);
            let e;
            if d <= b {
                e = b;
            } else {
                e = c.iter().sum::<i64>();
            }
            (b, c, d, e, e)
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
            b = merge(b, token(a, census));
            let _unused = drop(Token::new(9, census));
            let d = load(mix(a, a, 2));
            if d.is_empty() {
                let mut b: Vec<i64> = 'task_e: {
                    if a <= a {
                        break 'task_e load(a);
                    }
                    let h = match a {
                        2 => {
                            let b = upper(&name(a));
                            load(a)
                        }
                        g if g > 1 => {
                            load(g)
                        }
                        _ => {
                            load(a)
                        }
                    };
                    h
                };
            } else {
                let Some(j) = Some(a) else { panic!("no j") };
            }
            let mut m: (i64, Vec<i64>) = pair(add(a, a));
            let mut m = half(9);
            {
                let mut n = if let Some(m) = parse("12").ok() {
                    b
                } else {
                    Token::new(7, census)
                };
                let mut p = String::new();
            }
            Ok::<_, String>((a, d, m, eat(load(1))))
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
            let [h, j] = [b, (match &g[..] {
                [] => d,
                [k] => d,
                [k, .., m] => (*k),
            })];
            b = ('task_n: {
                if a <= e {
                    break 'task_n d;
                }
                7_i64
            });
            let mut p = g;
            (a, d, e, b, h, j, p, add(b, (match length("lit") {
                1 => {
                    d
                }
                q if q > 0 => {
                    q
                }
                _ => {
                    a
                }
            })))
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
            let mut d = (4_i64, b);
            add((c.len() as i64), length("lit"));
            {
                let mut e = (0_i64..2).map(|one| add(one, nth(&d.1, 1))).collect::<Vec<i64>>();
            }
            let g: Vec<i64> = load(({ a += 8_i64; a }));
            shift(&mut d.1, 8);
            (a, c, d, g, length("lit"))
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
            shift(&mut a, 9);
            a = load(4);
            let mut a = 'task_h: {
                if a.is_empty() {
                    break 'task_h load(d);
                }
                a
            };
            if (2_i64 != 10_i64) && (e < b) {
                let mut b = String::new();
            }
            Ok::<_, String>((b, e, g, d, a, (match eat(load(b)) {
                1 => {
                    check(&e)?;
                    d
                }
                j if j > 12 => {
                    d
                }
                _ => {
                    add(3, 2);
                    g
                }
            })))
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
            let h = match &b[..] {
                [] => b.iter().rev().copied().collect::<Vec<_>>(),
                [e] => c,
                [e, .., g] => load(a),
            };
            let mut j = a;
            let mut a = match add(10_i64, j) {
                2 => {
                    b
                }
                k if k > 1 => {
                    load(j)
                }
                _ => {
                    load(9)
                }
            };
            let m: Vec<i64> = h.iter().filter(|one| **one > 2).map(|one| one + 1).collect::<Vec<i64>>();
            let m = stack(h, j);
            Ok::<_, String>((d, j, a, m, nth(&join(load(j), load(8_i64)), j)))
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
            let [d, e] = [add(11_i64, 7), 7_i64];
            b.value += d;
            {
                check(&d)?;
            }
            let g = pair(nth(&a, e));
            Ok::<_, String>((a, b, d, e, g, d))
        }
    }
}

#[test]
fn block_112() {
    same! {
        whole |census, effects| [
        ] {
            let (mut a, b) = (vec![8_i64, 1_i64], (match 10_i64 {
                1 => {
                    9_i64
                }
                c if c > 18 => {
                    c
                }
                _ => {
                    2_i64
                }
            }));
            let d;
            if 3_i64 % 2 == 0 {
                d = {
                String::from("cde")
            };
            } else {
                d = format!("<{}>", b);
            }
            let e = &mut a;
            e.push(9_i64);
            shift(e, b);
            let g = sum(&a);
            let (h, mut j) = pair(3);
            let k = token(g, census);
            (a, b, d, g, h, j, k, b)
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
            let a = eat(a);
            effects.note(2_i64);
            let b = half((if false {
                a
            } else {
                a
            }));
            let b: i64 = ((if a <= melt(token(a, census)) {
                0_i64
            } else {
                a
            }) - (match a {
                1 => {
                    10_i64
                }
                c if c > 9 => {
                    c
                }
                _ => {
                    a
                }
            }));
            let mut a: Vec<i64> = if a % 2 == 0 {
                let _ = add(1_i64, a);
                load(a)
            } else {
                let a = add(a, total(&load(b)));
                load(b)
            };
            let mut d = Vec::new();
            d.push(add(b, grow(&mut a, b)));
            let g = &mut d;
            g.push(length("lit"));
            shift(g, 7);
            effects.note(b);
            (b, a, d, 7_i64)
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
            Ok::<_, String>((a, b, j, p, q, b))
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
            while g < 1 {
                let h = |it| add(it, (if d != c { g } else { g }));
                shift(&mut a, 9);
                let j = apply(&h, c);
                g += 1;
            }
            let k: Vec<i64> = load(g);
            let m = 8_i64;
            match g {
                0..=4 => {
                    let n: Token = merge(token(e, census), merge(token(g, census), token(d, census)));
                }
                _ => {
                    let mut p = merge(merge(token(g, census), token(8, census)), merge(Token::new(10_i64, census), token(g, census)));
                }
            }
            Ok::<_, String>((a, b, c, d, e, g, k, eat('task_q: {
                if m <= c {
                    break 'task_q load(2_i64);
                }
                load(g)
            })))
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
                let mut b = format!("<{}>", 9_i64);
                let c = &a;
                let c = match &a[..] {
                    [] => match Some(10_i64) {
                        Some(g) => {
                            "ab".to_owned()
                        }
                        None => {
                            b
                        }
                    },
                    [d] => format!("<{}>", (*d)),
                    [d, .., e] => upper(&b),
                };
                let [h, j] = [10_i64, (if total(&a) < 3_i64 {
                    8_i64
                } else {
                    11_i64
                })];
            }
            let k = a;
            let m = plus(8_i64, 2_i64);
            let k = spell(7_i64);
            assert!((if positive(m)? > (m - 1_i64) {
                m
            } else {
                m
            }) % 2 == 0, "m is {m}");
            let n: i64 = {
                let m = merge(token(2_i64, census), token(m, census));
                1_i64
            };
            Ok::<_, String>((m, k, n, m))
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
            b = load((match Some(3_i64) {
                Some(a) => {
                    a
                }
                None => {
                    a
                }
            }));
            shift(&mut b, eat(vec![a, a, a]));
            let h = match total(&b) {
                2 => {
                    let e = total(&b);
                    load(a)
                }
                d if d > 1 => {
                    load(a)
                }
                _ => {
                    let mut g = a;
                    load(a)
                }
            };
            let mut j = name(1_i64);
            shift(&mut b, 9);
            (a, b, c, h, j, melt(Token::new(4_i64, census)))
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
            let [j, k] = [add(b, b), b];
            push(&mut e, 7_i64);
            Ok::<_, String>((a, b, d, e, h, j, k, k))
        }
    }
}

#[test]
fn block_124() {
    same! {
        whole |census, effects| [
            let mut a = vec![3_i64, 1, 2];
        ] {
            push(&mut a, 9);
            let (mut b, c) = (a, half(3_i64));
            let e: String = if 2_i64.max(1_i64) != 7_i64 {
                "ab".to_owned()
            } else {
                let d = Some(6_i64);
                "ab".to_owned()
            };
            for one in b.iter_mut() {
                *one += add(11_i64, 6);
            }
            if add(6_i64, 8_i64) < 1_i64 {
                let c = token(add(11_i64, 1), census);
            } else {
                let mut g = Vec::new();
                g.push(add(length(&String::from("cde")), nth(&b, 8_i64)));
            }
            let j = {
                token(1_i64, census)
            };
            (b, c, e, j, 11_i64)
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
                c = a;
            }
            let mut d = 6_i64;
            let mut e = 4_i64;
            let mut g: i64 = melt(Token::new(5, census));
            most(c.iter().map(|one| add(*one, e)).sum::<i64>())?;
            let mut h: (i64, Vec<i64>) = (g, join(load(g), c));
            let j = if (0_i64 <= g) || (e % 2 == 0) {
                e = total(&h.1);
                load(g)
            } else {
                effects.note(e);
                load(g)
            };
            Some((b, d, e, g, h, j, g))
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
            c.value += 5_i64;
            let g: i64 = 4_i64;
            let mut g: String = match &a[..] {
                [] => name(5),
                [h] => upper(&b),
                [h, .., j] => format!("{b:?}"),
            };
            let k = |it: i64| add(it, 6_i64);
            let n = |it: i64| add(it, 2_i64);
            let mut g = parse("12").ok();
            let p = apply(&n, positive(9_i64)?);
            let m = apply(&k, p);
            Ok::<_, String>((a, b, c, g, p, m, m))
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
                    b.value += a;
                }
            }
            let e = "15".parse().unwrap();
            let g = add(e, 1);
            let mut h = b;
            drop(token(a, census));
            let mut j = d.wrapping_mul(d);
            (c, d, a, e, g, h, j, d)
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
            (a, b, h, m, d, m)
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
            raise(&mut a, 0_i64);
            let mut g = match nth(&load(3_i64), 2_i64) {
                1 => {
                    let mut d: i64 = 2_i64;
                    load(0_i64)
                }
                c if c > 10 => {
                    effects.note(c);
                    load(c)
                }
                _ => {
                    let e = {
                        a
                    };
                    load(6_i64)
                }
            };
            let h = &mut g;
            h.push(2_i64);
            shift(h, 7);
            effects.note(add(7_i64, add(6, 5_i64)));
            let j = g;
            let mut g = (0_i64..3).map(|one| add(one, 6_i64)).collect::<Vec<i64>>();
            let k = Some(6_i64);
            Ok::<_, String>((j, g, k, total(&load(0_i64))))
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
            let j = stack(a, e);
            let k = |it| add(it, total(&j));
            let mut q: i64 = 'task_n: {
                if g <= g {
                    break 'task_n e;
                }
                let p = j.clone();
                9_i64
            };
            let m = apply(&k, 3_i64);
            let r = ({ q += m; q });
            let s: i64 = 9_i64;
            (b, e, g, h, j, q, m, ({ q = 6; q }))
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
                b = a;
            } else {
                b = a.trim().to_owned();
            }
            let a = plus(0_i64, 4_i64);
            {
                let c = pair(mix(a, a, a));
                let mut c: i64 = 7_i64;
            }
            let g;
            if (a + a) < 9_i64 {
                g = eat(load(a));
            } else {
                g = a;
            }
            (b, a, g, a)
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
            let g = close(a);
            let h = plus(e, d);
            let mut j = g;
            let k = j;
            let m = spell(j);
            (b, e, d, g, h, j, k, g)
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
            let _ = join(a, join(load(e), load(e)));
            let m = apply(&k, g);
            let n = (({ g += e; g }), load(e));
            if length(&String::from("cde")) <= g {
                let mut p = first(&n.1);
            }
            (e, g, m, n, m)
        }
    }
}

#[test]
fn block_138() {
    same! {
        panicking |census, effects| [
            let mut a = vec![3_i64, 1, 2];
        ] {
            let b = eat(a).wrapping_mul(0_i64);
            let _ = join(load(b), if b <= 0_i64 {
                load(2)
            } else {
                load(b)
            });
            if ({
                b
            }) > melt(token(8, census)) {
                let c;
                if b > b {
                    c = length(&String::from("cde"));
                } else {
                    c = b;
                }
            } else {
                join(load(b), match add(b, 8_i64) {
                    2 => {
                        load(7_i64)
                    }
                    d if d > 17 => {
                        load(d)
                    }
                    _ => {
                        load(2)
                    }
                });
            }
            let g = 'task_e: {
                if 7_i64 > b {
                    break 'task_e b;
                }
                join((0_i64..3).map(|one| add(one, 8_i64)).collect::<Vec<i64>>(), vec![b]);
                b
            };
            let mut h: i64 = b;
            let j = upper(&glue("ab".to_owned(), &"ab".to_owned()));
            (b, g, h, j, h)
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
                let (mut d, e) = (join(load(9_i64), load(5_i64)), b);
                let mut g = Vec::new();
                g.push(add(4_i64, (match mix(8, 4_i64, 7_i64) {
                    1 => {
                        8_i64
                    }
                    j if j > 5 => {
                        j
                    }
                    _ => {
                        8_i64
                    }
                })));
            }
            let mut b = pair(4_i64);
            let a = parse("12").ok();
            let b = merge(merge(Token::new(1_i64, census), token(10_i64, census)), token(8_i64, census));
            let b = stack(load(7), 1);
            {
                let mut k: Vec<i64> = b.iter().filter(|one| **one > 1).map(|one| one + 1).collect::<Vec<i64>>();
                let mut m = (add(7_i64, 6), b.iter().rev().copied().collect::<Vec<_>>());
            }
            let n = &b;
            let p = 6_i64;
            let mut q: Option<i64> = a.map(|one| one + p);
            (a, b, p, q, (if (if (p > p) && (p > p) {
                p
            } else {
                p
            }) % 2 == 0 {
                let s = {
                    let r;
                    if (p < p) || (p > p) {
                        r = 0_i64;
                    } else {
                        r = length(&String::from("cde"));
                    }
                    p
                };
                p
            } else {
                let (t, mut u) = ((p + p), match p {
                    3 => {
                        load(6)
                    }
                    v if v > 15 => {
                        load(v)
                    }
                    _ => {
                        load(p)
                    }
                });
                t
            }))
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
            let [e, g] = [melt(Token::new(3, census)), grow(&mut a, b)];
            let h = vec![mix(g, 0, 4), b];
            let j = stack(load(b), 1);
            Ok::<_, String>((a, b, e, g, h, j, (if let Some(k) = parse("12").ok() {
                let m = g;
                g
            } else {
                let b = add(g, g).wrapping_mul(total(&load(e)));
                b
            })))
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
            let (e, mut g) = (3_i64, b);
            for one in g.iter_mut() {
                *one += d;
            }
            let h = &g;
            let mut j: (i64, Vec<i64>) = pair(6);
            let k = |it: i64| add(it, 11_i64);
            let mut a: Option<i64> = Some(({ d = a; d }));
            let m = apply(&k, e);
            let n = (({ d += 1; d }) + length(&"ab".to_owned()));
            (d, e, g, j, a, m, n, must(n))
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
            (a, h, b, p, mix(eat(load(4)), 5_i64, mix(6_i64, 8_i64, 3_i64)))
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
            b = token(a, census);
            let g = plus(4, 7);
            (a, b, e, g, e)
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
            let [e, g] = [eat(load(0_i64)), add(7, c)];
            assert!(6_i64 != (c + e), "c is {c}");
            Ok::<_, String>((c, d, e, g, e))
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
                let mut e = {
                    a
                };
            }
            let mut g = load(2_i64);
            let h = plus(2_i64, 7_i64);
            let j = &mut g;
            j.push(total(&b));
            shift(j, (match half(3) {
                Some(k) => {
                    k
                }
                None => {
                    9_i64
                }
            }));
            let mut m: Option<i64> = first(&b);
            let mut a: (i64, Vec<i64>) = pair(h);
            let n = &b;
            let mut p = half(h);
            let q = &g;
            let mut r = vec![h];
            (b, c, g, h, m, a, p, eat(r))
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
            (a, b, d, c, g, j, add(d, 3))
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
            shift(&mut a, eat(load(1_i64)).wrapping_mul((if true {
                0_i64
            } else {
                10_i64
            })));
            let mut c = token(parse("23")?, census);
            let d = spell(9_i64);
            if melt(c) > 11_i64 {
                let mut a = token(1_i64, census);
            } else {
                let e = {
                    let mut a = 1_i64;
                    a
                };
            }
            Ok::<_, String>((a, d, ('task_g: {
                if false {
                    break 'task_g 0_i64;
                }
                10_i64
            })))
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
            let h = stack(a, 5);
            for j in load(g) {
                let mut q = match nth(&h, 9_i64) {
                    2 => {
                        let m;
                        if (false) || (g != g) {
                            m = mix(j, 11_i64, 1_i64);
                        } else {
                            m = nth(&h, 0_i64);
                        }
                        g
                    }
                    k if k > 10 => {
                        effects.note(k);
                        g
                    }
                    _ => {
                        let (n, mut p) = (length(&b), load(6));
                        3_i64
                    }
                };
            }
            let r = format!("<{}>", g);
            (b, g, h, r, g)
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
            (a, b, c, a)
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
            let mut d = join((0_i64..0).map(|one| add(one, 11_i64)).collect::<Vec<i64>>(), a);
            let mut d = (0_i64..3).map(|one| add(one, 2_i64)).collect::<Vec<i64>>();
            let a = spell(6_i64);
            drop(c);
            let mut e: Vec<i64> = join(join(load(2_i64), load(10_i64)), load(7_i64));
            (b, d, a, e, 1_i64)
        }
    }
}

#[test]
fn block_157() {
    same! {
        whole |census, effects| [
            let a = vec![7_i64, 8];
        ] {
            let [b, c] = [11_i64, 9_i64];
            let b = spell(c);
            let d = |it| add(it, c);
            if c != c {
                let mut g = c;
            } else {
                let c = a;
            }
            let e = apply(&d, c);
            let mut h = e;
            let mut k: Token = token((match c {
                0 => {
                    c
                }
                j if j > 8 => {
                    e
                }
                _ => {
                    5_i64
                }
            }), census);
            {
                let mut m = 8_i64;
                raise(&mut k, e);
            }
            (c, b, e, h, k, e)
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
            (a, b, c, d, j, m, r, m)
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
            let [e, g] = [add(a, 1), add(7, a)];
            assert!(e < (match half(e) {
                Some(h) => {
                    e
                }
                None => {
                    a
                }
            }), "e is {e}");
            let j = "15".parse().unwrap();
            let k = add(j, 1);
            let _ = add(grow(&mut b, ('task_m: {
                if e <= 5_i64 {
                    break 'task_m a;
                }
                g
            })), g.max(parse("89")?));
            Ok::<_, String>((a, b, c, d, e, g, j, k))
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
                let (mut k, m) = (parse("12").ok(), melt(token(d, census)));
            }
            let p = 'task_n: {
                if e < e {
                    break 'task_n token(e, census);
                }
                most(d)?;
                Token::new(d, census)
            };
            Some((d, e, g, p, melt(token(d, census))))
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
            let b = a;
            let c = token(total(&b), census);
            let d = upper(&String::new());
            let h = (if (0_i64 <= 10_i64) && (7_i64 > 8_i64) {
                let e = length(&d);
                e
            } else {
                let g = (total(&b) + 6_i64);
                g
            });
            let mut j = (h, load(8));
            let k = {
                load(h)
            };
            let mut m = h;
            (b, c, d, h, j, k, m, m)
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
                let c = a;
                let d = (7_i64 + eat(c));
            }
            for (g, e) in (0_i64..).zip(load(6)) {
                let mut h = add(length("lit"), (g + e));
            }
            let j = ({
                3_i64
            });
            drop(b);
            match mix(j, j, j) {
                0..=4 => {
                    for k in [4_i64, 5] {
                        let a = token(1_i64, census);
                    }
                }
                _ => {
                    let mut m = 0_i64;
                    while m < 2 {
                        let b = total(&vec![j, 7_i64]);
                        m += 1;
                    }
                }
            }
            let mut a: i64 = j;
            let b = {
                let p: Vec<i64> = if let Some(j) = Some(a) {
                    load(2_i64)
                } else {
                    let n = (a, load(j));
                    load(3_i64)
                };
                (j, load(j))
            };
            let j = plus(j, a);
            (a, b, j, a)
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
            (a, b, d, e, g, h, j, (d - a))
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
            b = b;
            let mut a: i64 = a.max(add(a, a));
            most(add(a, a))?;
            let mut b = load(6);
            let mut c = half(5);
            Some((a, b, c, ({ a += 5; a })))
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
            let mut e = parse("12").ok();
            let g = &b;
            let mut a = match a {
                3 => {
                    a
                }
                h if h > 13 => {
                    11_i64
                }
                _ => {
                    let j: Vec<i64> = load(a);
                    a
                }
            };
            let k = {
                check(&a)?;
                a
            };
            let m = "0".parse().unwrap();
            let n = add(m, 1);
            shift(&mut b, a);
            Ok::<_, String>((b, c, d, e, a, k, m, k))
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
                a = a;
            }
            let _unused = add(8_i64, 2);
            let (e, mut g) = (8_i64, a);
            let h = |it| add(it, 4_i64);
            let k = b;
            let j = apply(&h, e);
            Ok::<_, String>((c, e, g, k, j, length(&format!("<{}>", e))))
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
            raise(&mut c, 6);
            let g = a;
            if a != length(&String::from("cde")) {
                let mut h = load((g + g));
            }
            let j = spell(7_i64);
            let mut p = if add(6, 8) < nth(&load(a), g) {
                let mut k = ({
                    let mut j = melt(token(4, census));
                    a
                });
                load(k)
            } else {
                let mut n = {
                    let m = glue(format!("{a:?}"), &b);
                    b
                };
                load(a)
            };
            let q = p;
            (a, c, g, j, q, add((if true {
                a
            } else {
                g
            }), 1))
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
                b
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
            (a, c, g, h, b, p, m, total(&e))
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
            push(&mut a, c);
            let (mut n, p) = (format!("<{}>", c), add(5_i64, 5));
            let mut q: i64 = nth(&a, c);
            let r = c;
            let mut s = token((n.len() as i64), census);
            (a, d, c, n, p, q, r, p)
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
            (a, c, d, b, h, k, 8_i64)
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
            Some((a, b, c, e, nth(&join(load(c), load(c)), mix(c, 4, c))))
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
                        let e: i64 = (match d.wrapping_mul(e) {
                            3 => {
                                let mut h = Some(d);
                                c
                            }
                            g if g > 11 => {
                                a.value += c;
                                g
                            }
                            _ => {
                                let j = {
                                    effects.note(eat({
                                        load(0_i64)
                                    }));
                                    "ab".to_owned()
                                };
                                c
                            }
                        });
                    }
                    _ => {
                        let k: Option<i64> = if true {
                            None::<i64>
                        } else {
                            Some(c)
                        };
                    }
                }
            }
            let mut r = match ({ c += 4_i64; c }) {
                1 => {
                    let q = match half(8_i64) {
                        Some(n) => {
                            let p = d;
                            load(c)
                        }
                        None => {
                            load(d)
                        }
                    };
                    load(c)
                }
                m if m > 10 => {
                    c -= 5_i64;
                    load(m)
                }
                _ => {
                    load(d)
                }
            };
            let s = spell(6_i64);
            let t = sum(&r);
            (a, c, d, r, s, t, t)
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
                    let mut h = a;
                }
                _ => {
                    assert!((g < 0_i64) || (g > g), "g is {g}");
                }
            }
            let j = |it| add(it, g);
            let n = 'task_m: {
                if g % 2 == 0 {
                    break 'task_m d;
                }
                check(&g)?;
                load(3_i64)
            };
            let k = apply(&j, g);
            Ok::<_, String>((b, g, n, k, g))
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
            Ok::<_, String>((a, d, b, g, g))
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
            push(&mut a, 7);
            let a = stack(a, 10_i64);
            if false {
                let c = add(8_i64, 1);
            }
            let mut b = glue(format!("<{}>", 1_i64), &String::new());
            let mut a = a.iter().filter(|one| **one > 1).map(|one| one + 1).collect::<Vec<i64>>();
            (b, a, 3_i64)
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
                a
            };
            b.push_str(&format!("<{}>", 4_i64));
            let d: i64 = add(2, ({
                4_i64
            }));
            Ok::<_, String>((b, d, total(&match positive(d)? {
                0 => {
                    load(8)
                }
                e if e > 18 => {
                    load(d)
                }
                _ => {
                    load(d)
                }
            })))
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
                let mut g = {
                    let e: (i64, Vec<i64>) = (nth(&a, 6), a);
                    String::from("cde")
                };
                let mut h = None::<i64>;
            }
            let (j, mut k) = (2_i64, if ({
                6_i64
            }) != 1_i64 {
                load(10_i64)
            } else {
                load(9_i64)
            });
            let a = token(j, census);
            let m = (j, (0_i64..1).map(|one| add(one, j)).collect::<Vec<i64>>());
            let mut n = k.clone();
            let mut p = token(1_i64, census);
            (j, k, a, m, n, p, j)
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
            let h = length(&String::new());
            if (b != b) && (h < g) {
                let (mut j, k) = (c, ({
                    h
                }));
            }
            (a, b, e, g, h, b)
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
            let [c, d] = [mix(6_i64, 4_i64, 10_i64), 6_i64];
            let _ = add(d, a.iter().sum::<i64>());
            let mut j = match c {
                1 => {
                    load(c)
                }
                e if e > 12 => {
                    let g = "43".parse().unwrap();
                    let h = add(g, 1);
                    a
                }
                _ => {
                    a
                }
            };
            let m = {
                let k = Some(positive(9_i64)?);
                load(d)
            };
            {
                let mut c: i64 = 7_i64;
                let (mut n, p) = (3_i64, j);
            }
            if d <= nth(&load(d), d) {
                let q = add(d, add(c, c));
            } else {
                let b = match first(&m) {
                    Some(r) => {
                        let s = Token::new(d, census);
                        pair(0_i64)
                    }
                    None => {
                        let (mut t, u) = (load(9), None::<i64>);
                        (2_i64, t)
                    }
                };
            }
            Ok::<_, String>((c, d, m, c))
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
            (a, b, d, e, j, c, k, k)
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
            let a = 'task_e: {
                if 5_i64 < 10_i64 {
                    break 'task_e 11_i64;
                }
                let mut h = match d.pop() {
                    Some(g) => {
                        load(2)
                    }
                    None => {
                        raise(&mut b, 8_i64);
                        load(0_i64)
                    }
                };
                9_i64
            };
            let j = spell(a);
            let k = &mut d;
            k.push(a);
            shift(k, a);
            must(a);
            (b, d, a, j, total(&load(a)))
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
            let [n, p] = [j, 9_i64];
            let q = value(&c);
            let r;
            if false {
                r = load(q);
            } else {
                r = load(e);
            }
            let s = spell(7_i64);
            (a, c, e, j, b, m, n, q)
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
            let _unused = join(vec![3_i64, 5_i64, 3_i64], if let Some(d) = parse("12").ok() {
                load(d)
            } else {
                load(3_i64)
            });
            let mut c = match Some(5_i64) {
                Some(e) => {
                    e
                }
                None => {
                    let g = pair(eat(load(9_i64)));
                    11_i64
                }
            };
            match 0_i64 {
                0..=4 => {
                    let h = |it| add(it, (if c != c { 5_i64 } else { c }));
                    let (k, mut m) = (length(&"ab".to_owned()), join(a, load(c)));
                    let j = apply(&h, 8);
                }
                _ => {
                    let p = if grow(&mut a, c) > nth(&a, 8) {
                        let n;
                        if 9_i64 > 5_i64 {
                            n = add(c, 0_i64);
                        } else {
                            n = length(&String::from("cde"));
                        }
                        load(n)
                    } else {
                        load(c)
                    };
                }
            }
            if c % 2 == 0 {
                let mut s = if let Some(q) = Some(c) {
                    let b = upper("lit");
                    load(q)
                } else {
                    let r = 1_i64;
                    load(r)
                };
            } else {
                effects.note(c);
            }
            let mut t = String::new();
            (b, c, t, total(&load(c)))
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
            Ok::<_, String>((b, c, a, e, g, j, (a + melt(token(a, census)))))
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
            let b = match &a[..] {
                [] => b,
                [c] => b,
                [c, .., d] => token((*c), census),
            };
            let mut e = format!("<{}>", 4_i64);
            let (g, mut h) = pair(melt(Token::new(8, census)));
            for j in load(4) {
                match (j - j) {
                    0..=4 => {
                        let mut k: Token = merge(Token::new(g, census), token(g, census));
                    }
                    _ => {
                        let mut m = {
                            g
                        };
                    }
                }
            }
            let n = sum(&h);
            let e: i64 = (h.len() as i64);
            let mut p = 0_i64;
            loop {
                if nth(&a, n) < n {
                    let mut q = Vec::new();
                    q.push(add(0, 11_i64));
                }
                p += 1;
                if p >= 2 {
                    break;
                }
            }
            Some((a, b, g, h, n, e, p, p))
        }
    }
}
