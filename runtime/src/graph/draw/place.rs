//! Where boxes and joints stand: each as close to its neighbours as the order of its row allows.

use super::layers::Layers;

const SWEEPS: usize = 12;

/// The middle of each box and joint across, from zero. `widths` is what each of them needs, with the space around it.
pub(super) fn across(layers: &Layers, widths: &[f64]) -> Vec<f64> {
    let mut middles = vec![0.0; widths.len()];
    for row in &layers.rows {
        let mut at = 0.0;
        for &number in row {
            middles[number] = at + widths[number] / 2.0;
            at += widths[number];
        }
    }
    for sweep in 0..SWEEPS {
        let down = sweep % 2 == 0;
        let neighbours = if down { &layers.above } else { &layers.below };
        let rows = layers.rows.len();
        for step in 0..rows {
            let row = &layers.rows[if down { step } else { rows - 1 - step }];
            settle(row, neighbours, widths, &mut middles);
        }
    }
    let left = |number: usize| middles[number] - widths[number] / 2.0;
    let least = (0..widths.len()).map(left).fold(f64::INFINITY, f64::min);
    middles.iter().map(|middle| middle - least).collect()
}

/// Moves a row to where its neighbours are on average, as far as nothing overlaps then: least squares with an order, by
/// pooling adjacent violators (Ayer et al., 1955).
#[expect(clippy::cast_precision_loss, reason = "few neighbours")]
fn settle(row: &[usize], neighbours: &[Vec<usize>], widths: &[f64], middles: &mut [f64]) {
    /// Some that stand side by side: the sum of where they want to begin, and how many they are.
    struct Pool {
        sum: f64,
        count: usize,
    }
    let mut offsets = Vec::with_capacity(row.len());
    let mut offset = 0.0;
    let mut pools: Vec<Pool> = Vec::new();
    for &number in row {
        let near = &neighbours[number];
        let sum: f64 = near.iter().map(|&other| middles[other]).sum();
        let wanted = if near.is_empty() {
            middles[number]
        } else {
            sum / near.len() as f64
        };
        let mid = offset + widths[number] / 2.0;
        offset += widths[number];
        offsets.push(mid);
        let mut pool = Pool {
            sum: wanted - mid,
            count: 1,
        };
        while let Some(last) =
            pools.pop_if(|last| last.sum / last.count as f64 > pool.sum / pool.count as f64)
        {
            pool.sum += last.sum;
            pool.count += last.count;
        }
        pools.push(pool);
    }
    let mut place = 0;
    for pool in pools {
        for _ in 0..pool.count {
            middles[row[place]] = offsets[place] + pool.sum / pool.count as f64;
            place += 1;
        }
    }
}
