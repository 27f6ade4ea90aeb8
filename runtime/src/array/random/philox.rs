//! The generator: 64 random bits for each place.

use pulp::{Arch, Simd, WithSimd};

/// Random bits as a function of seed, place and attempt.
#[derive(Clone, Copy, Debug)]
pub(super) struct Philox {
    key: [u32; 2],
}

/// Counters that are evaluated together. Each gives two words of 64 bits: one for each half of a block of places.
const COUNTERS: usize = 32;
/// Places that are evaluated together.
pub(super) const BLOCK: usize = 2 * COUNTERS;

const ROUNDS: usize = 10;
const MULTIPLIERS: [u32; 2] = [0xD251_1F53, 0xCD9E_8D57];
const WEYL: [u32; 2] = [0x9E37_79B9, 0xBB67_AE85];

impl Philox {
    pub(super) fn new(seed: u64) -> Self {
        Philox {
            key: halves_of(seed),
        }
    }

    /// The bits for the places from `first` on. They are those of [`at`](Self::at).
    pub(super) fn fill(self, first: u64, out: &mut [u64]) {
        let philox = self;
        Arch::new().dispatch(Fill { philox, first, out });
    }

    /// The bits for one place. Later attempts are for distributions that reject some.
    pub(super) fn at(self, place: u64, attempt: u32) -> u64 {
        let within = place % BLOCK as u64;
        let counter = place / BLOCK as u64 * COUNTERS as u64 + within % COUNTERS as u64;
        let [low, high] = halves_of(counter);
        let words = self.words([low, high, attempt, 0]);
        let half = if within < COUNTERS as u64 { 0 } else { 2 };
        u64::from(words[half]) | u64::from(words[half + 1]) << 32
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "words are halves of products"
    )]
    fn words(self, counter: [u32; 4]) -> [u32; 4] {
        let mut words = counter;
        let mut key = self.key;
        for _ in 0..ROUNDS {
            let left = u64::from(words[0]) * u64::from(MULTIPLIERS[0]);
            let right = u64::from(words[2]) * u64::from(MULTIPLIERS[1]);
            words = [
                (right >> 32) as u32 ^ words[1] ^ key[0],
                right as u32,
                (left >> 32) as u32 ^ words[3] ^ key[1],
                left as u32,
            ];
            key = next_key(key);
        }
        words
    }
}

fn halves(words: &mut [[u32; COUNTERS]; 4]) -> impl Iterator<Item = (&mut u32, &mut u32)> {
    let [low, high, ..] = words;
    low.iter_mut().zip(high)
}

#[expect(clippy::cast_possible_truncation, reason = "a word's two halves")]
fn halves_of(word: u64) -> [u32; 2] {
    [word as u32, (word >> 32) as u32]
}

fn next_key(key: [u32; 2]) -> [u32; 2] {
    [key[0].wrapping_add(WEYL[0]), key[1].wrapping_add(WEYL[1])]
}

/// Many places, in the widest registers that there are.
struct Fill<'o> {
    philox: Philox,
    first: u64,
    out: &'o mut [u64],
}

impl WithSimd for Fill<'_> {
    type Output = ();

    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "instructions are chosen by the caller"
    )]
    fn with_simd<S: Simd>(self, simd: S) {
        let Fill {
            philox,
            mut first,
            mut out,
        } = self;
        let mut block = [0; BLOCK];
        while !out.is_empty() {
            #[expect(clippy::cast_possible_truncation, reason = "less than a block")]
            let from = (first % BLOCK as u64) as usize;
            let count = out.len().min(BLOCK - from);
            let (now, rest) = out.split_at_mut(count);
            if let Ok(whole) = <&mut [u64; BLOCK]>::try_from(&mut *now) {
                fill_block(simd, philox.key, first / BLOCK as u64, whole);
            } else {
                fill_block(simd, philox.key, first / BLOCK as u64, &mut block);
                now.copy_from_slice(&block[from..from + count]);
            }
            first += count as u64;
            out = rest;
        }
    }
}

#[inline(always)]
#[expect(
    clippy::inline_always,
    reason = "instructions are chosen by the caller"
)]
fn fill_block<S: Simd>(simd: S, key: [u32; 2], number: u64, out: &mut [u64; BLOCK]) {
    let mut words = [[0; COUNTERS]; 4];
    for (lane, (low, high)) in (0..).zip(halves(&mut words)) {
        [*low, *high] = halves_of(number * COUNTERS as u64 + lane);
    }
    let [a, b, c, d] = &mut words;
    let (a, b) = (S::as_mut_simd_u32s(a).0, S::as_mut_simd_u32s(b).0);
    let (c, d) = (S::as_mut_simd_u32s(c).0, S::as_mut_simd_u32s(d).0);
    // Two registers at a time: one round needs the result of the one before, and has to wait for it.
    for at in (0..a.len()).step_by(2) {
        let pair = [at, at + 1];
        let done = rounds(simd, key, pair.map(|at| [a[at], b[at], c[at], d[at]]));
        for (at, words) in pair.into_iter().zip(done) {
            [a[at], b[at], c[at], d[at]] = words;
        }
    }
    let (near, far) = out.split_at_mut(COUNTERS);
    for lane in 0..COUNTERS {
        near[lane] = u64::from(words[0][lane]) | u64::from(words[1][lane]) << 32;
        far[lane] = u64::from(words[2][lane]) | u64::from(words[3][lane]) << 32;
    }
}

#[inline(always)]
#[expect(
    clippy::inline_always,
    reason = "instructions are chosen by the caller"
)]
fn rounds<S: Simd>(simd: S, mut key: [u32; 2], mut words: [[S::u32s; 4]; 2]) -> [[S::u32s; 4]; 2] {
    let multipliers = MULTIPLIERS.map(|multiplier| simd.splat_u32s(multiplier));
    for _ in 0..ROUNDS {
        let keys = key.map(|key| simd.splat_u32s(key));
        for words in &mut words {
            let (left_low, left_high) = simd.widening_mul_u32s(words[0], multipliers[0]);
            let (right_low, right_high) = simd.widening_mul_u32s(words[2], multipliers[1]);
            *words = [
                simd.xor_u32s(simd.xor_u32s(right_high, words[1]), keys[0]),
                right_low,
                simd.xor_u32s(simd.xor_u32s(left_high, words[3]), keys[1]),
                left_low,
            ];
        }
        key = next_key(key);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The known answers that the authors publish with Random123.
    #[test]
    fn words_are_those_of_the_reference() {
        let words = |key, counter| Philox { key }.words(counter);
        assert_eq!(
            words([0; 2], [0; 4]),
            [0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8]
        );
        assert_eq!(
            words([u32::MAX; 2], [u32::MAX; 4]),
            [0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD]
        );
        assert_eq!(
            words(
                [0xA409_3822, 0x299F_31D0],
                [0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344]
            ),
            [0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1]
        );
    }

    #[test]
    fn many_places_at_once_are_each_place_alone() {
        let philox = Philox::new(0x0123_4567_89AB_CDEF);
        for first in [0, 1, 31, 63, 64, 1 << 40] {
            for count in [1, 63, 64, 65, 200] {
                let mut bits = vec![0; count];
                philox.fill(first, &mut bits);
                let alone: Vec<u64> = (first..).take(count).map(|at| philox.at(at, 0)).collect();
                assert_eq!(bits, alone, "{count} from {first}");
            }
        }
    }
}
