//! Normal numbers by the ziggurat method.

use std::sync::LazyLock;

use super::philox::Philox;

/// Layers of equal area under the density, widest first: G. Marsaglia, W. Tsang, "The ziggurat method for generating random
/// variables" (2000), in the form of J. Doornik, "An improved ziggurat method to generate normal random samples" (2005),
/// which takes layer and place in it from different bits.
struct Ziggurat {
    /// Where each layer ends; the first one is as wide as its area with the tail.
    edges: [f64; LAYERS + 1],
    /// The density there.
    heights: [f64; LAYERS + 1],
}

const LAYERS: usize = 256;
/// Where the tail begins, and the area of a layer, for 256 layers.
const TAIL: f64 = 3.654_152_885_361_009;
const AREA: f64 = 0.004_928_673_233_974_655;

static ZIGGURAT: LazyLock<Ziggurat> = LazyLock::new(|| {
    let mut edges = [0.0; LAYERS + 1];
    edges[0] = AREA / density(TAIL);
    edges[1] = TAIL;
    for layer in 2..LAYERS {
        let height = AREA / edges[layer - 1] + density(edges[layer - 1]);
        edges[layer] = (-2.0 * height.ln()).sqrt();
    }
    Ziggurat {
        edges,
        heights: edges.map(density),
    }
});

/// Of the normal distribution, but for a factor.
fn density(x: f64) -> f64 {
    (-0.5 * x * x).exp()
}

/// Turns random bits into normal numbers. The first bits are those of `philox` for the places from `first` on; a number that
/// they do not decide is drawn from later attempts at the same place.
#[inline(always)]
#[expect(
    clippy::inline_always,
    reason = "instructions are chosen by the caller"
)]
pub(super) fn normals(philox: Philox, first: u64, bits: &[u64], out: &mut [f64]) {
    let ziggurat = &*ZIGGURAT;
    let mut undecided = [0_u16; CHUNK];
    let chunks = bits.chunks(CHUNK).zip(out.chunks_mut(CHUNK));
    for (chunk, (bits, out)) in (0..).zip(chunks) {
        let mut count = 0;
        for (at, (bits, out)) in (0..).zip(bits.iter().zip(&mut *out)) {
            let (x, is_inside) = ziggurat.guess(*bits);
            *out = x;
            // Noted in any case, and counted if it matters: no branch that could be mispredicted.
            undecided[count] = at;
            count += usize::from(!is_inside);
        }
        for at in &undecided[..count] {
            let at = usize::from(*at);
            let place = first + (chunk * CHUNK + at) as u64;
            out[at] = ziggurat.decide(philox, place, bits[at]);
        }
    }
}

/// Numbers between two looks at those that are undecided.
const CHUNK: usize = 256;

impl Ziggurat {
    /// A number from the layer that the bits choose, and whether it is surely under the density.
    #[inline]
    fn guess(&self, bits: u64) -> (f64, bool) {
        let layer = layer_of(bits);
        let x = symmetric(bits) * self.edges[layer];
        (x, x.abs() < self.edges[layer + 1])
    }

    #[cold]
    fn decide(&self, philox: Philox, place: u64, bits: u64) -> f64 {
        let mut bits = bits;
        let mut attempts = (1..).map(|attempt| philox.at(place, attempt));
        let mut next = || attempts.next().unwrap_or_default();
        loop {
            let (x, is_inside) = self.guess(bits);
            if is_inside {
                return x;
            }
            let layer = layer_of(bits);
            if layer == 0 {
                return self.tail(x.is_sign_negative(), next);
            }
            let (low, high) = (self.heights[layer], self.heights[layer + 1]);
            if low + positive(next()) * (high - low) < density(x) {
                return x;
            }
            bits = next();
        }
    }

    /// A number beyond the last edge: G. Marsaglia (1964).
    #[expect(clippy::unused_self, reason = "it is the tail of this ziggurat")]
    fn tail(&self, is_negative: bool, mut next: impl FnMut() -> u64) -> f64 {
        loop {
            let x = positive(next()).ln() / TAIL;
            let y = positive(next()).ln();
            if -2.0 * y >= x * x {
                return if is_negative { x - TAIL } else { TAIL - x };
            }
        }
    }
}

#[inline]
#[expect(
    clippy::cast_possible_truncation,
    reason = "less than the number of layers"
)]
fn layer_of(bits: u64) -> usize {
    (bits & (LAYERS as u64 - 1)) as usize
}

/// From −1 to 1, by the 52 bits that do not choose a layer.
#[inline]
fn symmetric(bits: u64) -> f64 {
    // An exponent that makes it 2 to 4.
    f64::from_bits(bits >> 12 | 0x4000_0000_0000_0000) - 3.0
}

/// From 0 to 1, without both.
fn positive(bits: u64) -> f64 {
    f64::from_bits(bits >> 12 | 0x3FF0_0000_0000_0000) - (1.0 - f64::EPSILON / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_layers_have_the_same_area() {
        let Ziggurat { edges, heights } = &*ZIGGURAT;
        for layer in 1..LAYERS {
            let area = edges[layer] * (heights[layer + 1] - heights[layer]);
            assert!((area / AREA - 1.0).abs() < 1e-9, "layer {layer}: {area}");
        }
    }
}
