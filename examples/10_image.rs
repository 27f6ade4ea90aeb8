//! Pictures as chunked arrays: a blur that looks at neighbours, edges by slices, a histogram.

use std::error::Error;
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use tembel::array::ndarray::{Array3, Axis, s};
use tembel::array::{self, Array, Array2, Boundary};
use tembel::compute;

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let pixels = read(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/cat.png"))?;
    let picture = array::from_ndarray(&pixels)
        .chunks((64, 64, 3))
        .cast::<f32>();
    println!("{picture}");

    // Each chunk comes with four more pixels on each side, from its neighbours.
    let blurred = picture.map_overlap((4, 4, 0), Boundary::Reflect, |pixels| {
        blur(&blur(&pixels, 0), 1)
    });

    // Slices of one array, all fused: a pixel of the result is made in one go, and nothing is kept in between.
    let grey = (picture.index_axis(2, 0) * 0.299 + picture.index_axis(2, 1) * 0.587)
        + picture.index_axis(2, 2) * 0.114;
    let edges = edges(&grey);

    let (soft, edges, before, after) = compute((
        blurred.round().cast::<u8>().into_delayed(),
        edges.clamp(0.0, 255.0).cast::<u8>().into_delayed(),
        grey.histogram(16, 0.0, 256.0),
        blurred.mean_axis(2).histogram(16, 0.0, 256.0),
    ));

    println!("brightness, before and after the blur:");
    for (bin, (before, after)) in before.iter().zip(&after).enumerate() {
        let bar = |count: &u64| "#".repeat(usize::try_from(count / 400).unwrap_or(0));
        println!("{:>4} {:<32} {}", 16 * bin, bar(before), bar(after));
    }
    write("10_blurred.png", &soft)?;
    let edges = edges.insert_axis(Axis(2));
    write("10_edges.png", &edges)?;

    // Every pixel is in one bin, and a blur moves brightness without making any.
    assert_eq!(before.sum(), 200 * 240);
    let mean = |pixels: &Array3<u8>| pixels.mapv(f64::from).mean().unwrap_or(f64::NAN);
    assert!((mean(&soft) - mean(&pixels)).abs() < 0.1);
    assert!(mean(&edges) > 10.0);
    Ok(())
}

/// Weighs nine pixels along an axis by binomial coefficients. Those near the ends are not right, and will be dropped.
fn blur(pixels: &Array3<f32>, axis: usize) -> Array3<f32> {
    const WEIGHTS: [f32; 9] = [1.0, 8.0, 28.0, 56.0, 70.0, 56.0, 28.0, 8.0, 1.0];
    let len = pixels.len_of(Axis(axis));
    let mut sum = Array3::zeros(pixels.dim());
    for (at, weight) in WEIGHTS.into_iter().enumerate() {
        let from = pixels.slice_axis(Axis(axis), (at..len - 8 + at).into());
        sum.slice_axis_mut(Axis(axis), (4..len - 4).into())
            .scaled_add(weight / 256.0, &from);
    }
    sum
}

/// How steep the brightness is: the filter of Sobel.
fn edges<'a>(grey: &Array2<'a, f32>) -> Array2<'a, f32> {
    let (height, width) = (grey.shape()[0], grey.shape()[1]);
    let padded = grey.pad([1, 1], Boundary::Nearest);
    let at =
        |row: usize, column: usize| padded.slice(s![row..row + height, column..column + width]);
    let across = at(0, 2) + at(1, 2) * 2.0 + at(2, 2) - at(0, 0) - at(1, 0) * 2.0 - at(2, 0);
    let down = at(2, 0) + at(2, 1) * 2.0 + at(2, 2) - at(0, 0) - at(0, 1) * 2.0 - at(0, 2);
    let steepness: Array<'a, f32, _> = (across.powi(2) + down.powi(2)).sqrt();
    steepness
}

fn read(path: PathBuf) -> Outcome<Array3<u8>> {
    let mut reader = png::Decoder::new(BufReader::new(File::open(path)?)).read_info()?;
    let mut bytes = vec![0; reader.output_buffer_size().ok_or("too large")?];
    let info = reader.next_frame(&mut bytes)?;
    let shape = (
        info.height as usize,
        info.width as usize,
        info.color_type.samples(),
    );
    Ok(Array3::from_shape_vec(shape, bytes)?)
}

/// Into the folder of what cargo builds.
fn write(name: &str, pixels: &Array3<u8>) -> Outcome<()> {
    let program = std::env::current_exe()?;
    let path = program
        .ancestors()
        .nth(2)
        .ok_or("no target folder")?
        .join(name);
    let (height, width, samples) = pixels.dim();
    let mut encoder =
        png::Encoder::new(File::create(&path)?, width.try_into()?, height.try_into()?);
    encoder.set_color(if samples == 1 {
        png::ColorType::Grayscale
    } else {
        png::ColorType::Rgb
    });
    let bytes: Vec<u8> = pixels.iter().copied().collect();
    encoder.write_header()?.write_image_data(&bytes)?;
    println!("wrote {}", path.display());
    Ok(())
}
