//! Many names in one statement.

use crate::law::{add, load, nap};

fn ten(n: i64) -> [i64; 10] {
    nap();
    std::array::from_fn(|i| n + i as i64)
}

blocks! {
    a_pattern_with_forty_names: {
        let [x0, x1, x2, x3, x4, x5, x6, x7, x8, x9,
            x10, x11, x12, x13, x14, x15, x16, x17, x18, x19,
            x20, x21, x22, x23, x24, x25, x26, x27, x28, x29,
            x30, x31, x32, x33, x34, x35, x36, x37, x38, x39] =
            [[ten(0), ten(10)].concat(), [ten(20), ten(30)].concat()].concat()[..] else { panic!("forty") };
        [x0, x1, x2, x3, x4, x5, x6, x7, x8, x9,
            x10, x11, x12, x13, x14, x15, x16, x17, x18, x19,
            x20, x21, x22, x23, x24, x25, x26, x27, x28, x29,
            x30, x31, x32, x33, x34, x35, x36, x37, x38, x39].iter().sum::<i64>() + x39 * x1
    }
    a_loop_that_changes_seventy_variables: {
        let mut y0 = 0;
        let mut y1 = 1;
        let mut y2 = 2;
        let mut y3 = 3;
        let mut y4 = 4;
        let mut y5 = 5;
        let mut y6 = 6;
        let mut y7 = 7;
        let mut y8 = 8;
        let mut y9 = 9;
        let mut y10 = 10;
        let mut y11 = 11;
        let mut y12 = 12;
        let mut y13 = 13;
        let mut y14 = 14;
        let mut y15 = 15;
        let mut y16 = 16;
        let mut y17 = 17;
        let mut y18 = 18;
        let mut y19 = 19;
        let mut y20 = 20;
        let mut y21 = 21;
        let mut y22 = 22;
        let mut y23 = 23;
        let mut y24 = 24;
        let mut y25 = 25;
        let mut y26 = 26;
        let mut y27 = 27;
        let mut y28 = 28;
        let mut y29 = 29;
        let mut y30 = 30;
        let mut y31 = 31;
        let mut y32 = 32;
        let mut y33 = 33;
        let mut y34 = 34;
        let mut y35 = 35;
        let mut y36 = 36;
        let mut y37 = 37;
        let mut y38 = 38;
        let mut y39 = 39;
        let mut y40 = 40;
        let mut y41 = 41;
        let mut y42 = 42;
        let mut y43 = 43;
        let mut y44 = 44;
        let mut y45 = 45;
        let mut y46 = 46;
        let mut y47 = 47;
        let mut y48 = 48;
        let mut y49 = 49;
        let mut y50 = 50;
        let mut y51 = 51;
        let mut y52 = 52;
        let mut y53 = 53;
        let mut y54 = 54;
        let mut y55 = 55;
        let mut y56 = 56;
        let mut y57 = 57;
        let mut y58 = 58;
        let mut y59 = 59;
        let mut y60 = 60;
        let mut y61 = 61;
        let mut y62 = 62;
        let mut y63 = 63;
        let mut y64 = 64;
        let mut y65 = 65;
        let mut y66 = 66;
        let mut y67 = 67;
        let mut y68 = 68;
        let mut y69 = 69;
        let mut i = add(0, 1);
        let moved = load(3);
        let last = loop {
            y0 += i * 0;
            y1 += i * 1;
            y2 += i * 2;
            y3 += i * 3;
            y4 += i * 4;
            y5 += i * 5;
            y6 += i * 6;
            y7 += i * 7;
            y8 += i * 8;
            y9 += i * 9;
            y10 += i * 10;
            y11 += i * 11;
            y12 += i * 12;
            y13 += i * 13;
            y14 += i * 14;
            y15 += i * 15;
            y16 += i * 16;
            y17 += i * 17;
            y18 += i * 18;
            y19 += i * 19;
            y20 += i * 20;
            y21 += i * 21;
            y22 += i * 22;
            y23 += i * 23;
            y24 += i * 24;
            y25 += i * 25;
            y26 += i * 26;
            y27 += i * 27;
            y28 += i * 28;
            y29 += i * 29;
            y30 += i * 30;
            y31 += i * 31;
            y32 += i * 32;
            y33 += i * 33;
            y34 += i * 34;
            y35 += i * 35;
            y36 += i * 36;
            y37 += i * 37;
            y38 += i * 38;
            y39 += i * 39;
            y40 += i * 40;
            y41 += i * 41;
            y42 += i * 42;
            y43 += i * 43;
            y44 += i * 44;
            y45 += i * 45;
            y46 += i * 46;
            y47 += i * 47;
            y48 += i * 48;
            y49 += i * 49;
            y50 += i * 50;
            y51 += i * 51;
            y52 += i * 52;
            y53 += i * 53;
            y54 += i * 54;
            y55 += i * 55;
            y56 += i * 56;
            y57 += i * 57;
            y58 += i * 58;
            y59 += i * 59;
            y60 += i * 60;
            y61 += i * 61;
            y62 += i * 62;
            y63 += i * 63;
            y64 += i * 64;
            y65 += i * 65;
            y66 += i * 66;
            y67 += i * 67;
            y68 += i * 68;
            y69 += i * 69;
            i += 1;
            if i > 3 { break moved; }
        };
        (last, i, [y0, y1, y2, y3, y4, y5, y6, y7, y8, y9,
            y10, y11, y12, y13, y14, y15, y16, y17, y18, y19,
            y20, y21, y22, y23, y24, y25, y26, y27, y28, y29,
            y30, y31, y32, y33, y34, y35, y36, y37, y38, y39,
            y40, y41, y42, y43, y44, y45, y46, y47, y48, y49,
            y50, y51, y52, y53, y54, y55, y56, y57, y58, y59,
            y60, y61, y62, y63, y64, y65, y66, y67, y68, y69])
    }
    a_value_beside_twenty_changes: {
        let mut y0 = 0;
        let mut y1 = 1;
        let mut y2 = 2;
        let mut y3 = 3;
        let mut y4 = 4;
        let mut y5 = 5;
        let mut y6 = 6;
        let mut y7 = 7;
        let mut y8 = 8;
        let mut y9 = 9;
        let mut y10 = 10;
        let mut y11 = 11;
        let mut y12 = 12;
        let mut y13 = 13;
        let mut y14 = 14;
        let mut y15 = 15;
        let mut y16 = 16;
        let mut y17 = 17;
        let mut y18 = 18;
        let mut y19 = 19;
        let sum = { let mut sum = 0; while sum < 100 { y0 += 0; y1 += 1; y2 += 2; y3 += 3; y4 += 4; y5 += 5; y6 += 6; y7 += 7; y8 += 8; y9 += 9; y10 += 10; y11 += 11; y12 += 12; y13 += 13; y14 += 14; y15 += 15; y16 += 16; y17 += 17; y18 += 18; y19 += 19; sum += y0 + y19; } sum };
        (sum, [y0, y1, y2, y3, y4, y5, y6, y7, y8, y9,
            y10, y11, y12, y13, y14, y15, y16, y17, y18, y19])
    }
    what_is_declared_hides_what_is_taken: {
        let a = add(5, 1);
        let mut d = add(1, 1);
        let mut a: Option<i64> = Some({ d = a; d });
        let n = { d += 1; d };
        a = a.map(|x| add(x, n));
        (d, a, n)
    }
}
