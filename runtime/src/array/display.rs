//! An array as text, its chunks as a drawing.

use std::any::type_name;
use std::fmt;
use std::fmt::Write;

use ndarray::Dimension;

use super::Array;
use super::affine::Affine;
use super::element::Element;
use super::error::Shape;
use super::expression::bind;
use super::grid::Grid;
use crate::graph::Graph;

impl<A: Element, D: Dimension> Array<'_, A, D> {
    /// How many tasks would run to compute it: one for each chunk, and those that make what the chunks are made of.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::ones::<f64, _>((4, 4)).chunks(2);
    /// assert_eq!((&x + 1.0).task_count(), 4); // fused
    /// assert_eq!((x.persist() + 1.0).task_count(), 8);
    /// ```
    #[must_use]
    pub fn task_count(&self) -> usize {
        let mut outputs = Vec::new();
        for region in self.grid.regions() {
            let (_, inputs) = bind(&self.tree, &Affine::of(&region));
            outputs.extend(inputs.into_iter().map(|input| input.edge().output()));
        }
        self.grid.chunk_count() + Graph::of(outputs).as_petgraph().node_count()
    }
}

impl<A: Element, D: Dimension> fmt::Display for Array<'_, A, D> {
    /// Shape, type, chunks and tasks; evaluates nothing.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (shape, element, grid) = (Shape(self.shape()), element_name::<A>(), &self.grid);
        let bytes = Bytes(self.len() * size_of::<A>());
        let tasks = self.task_count();
        let plural = if tasks == 1 { "" } else { "s" };
        write!(
            f,
            "array {shape} of {element}, {bytes}, {grid}, {tasks} task{plural}"
        )
    }
}

impl<A: Element, D: Dimension> fmt::Debug for Array<'_, A, D> {
    /// Shape, type and chunks; evaluates nothing.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (shape, element, grid) = (Shape(self.shape()), element_name::<A>(), &self.grid);
        write!(f, "Array({shape} of {element}, {grid})")
    }
}

/// The type without its path.
fn element_name<A>() -> &'static str {
    let name = type_name::<A>();
    if name.contains(['<', '(']) {
        name
    } else {
        name.rsplit("::").next().unwrap_or(name)
    }
}

/// A number of bytes, as people read it.
struct Bytes(usize);

impl fmt::Display for Bytes {
    #[expect(clippy::cast_precision_loss, reason = "three digits are shown")]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let units = ["B", "KiB", "MiB", "GiB", "TiB"];
        let mut value = self.0 as f64;
        let mut unit = 0;
        while value >= 1024.0 && unit + 1 < units.len() {
            value /= 1024.0;
            unit += 1;
        }
        if unit == 0 || value >= 100.0 {
            write!(f, "{value:.0} {}", units[unit])
        } else {
            write!(f, "{value:.1} {}", units[unit])
        }
    }
}

/// The longest side of a drawing, and the least that a side has.
const SIDE: f64 = 240.0;
const LEAST: f64 = 24.0;
const MARGIN: f64 = 20.0;
/// Lines of a drawing along one axis. Where there are more chunks, some lines are left out.
const LINES: usize = 100;

impl Grid {
    /// A drawing of the last two axes, to scale, with a line where the array is cut. Leading axes are said in words.
    ///
    /// # Examples
    /// ```
    /// let x = tembel::array::zeros::<f64, _>((20, 10)).chunks(5);
    /// let svg = x.grid().to_svg();
    /// assert!(svg.starts_with("<svg") && svg.matches("<line").count() == 4);
    /// ```
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a drawing")]
    pub fn to_svg(&self) -> String {
        let axes = self.ndim();
        let whole = [0, 1];
        let bounds = |back: usize| {
            axes.checked_sub(back)
                .map_or(&whole[..], |axis| self.bounds(axis))
        };
        let (down, across) = (bounds(2), bounds(1));
        let length = |bounds: &[usize]| bounds.last().copied().unwrap_or(0).max(1) as f64;
        let scale = SIDE / length(down).max(length(across));
        let side = |bounds: &[usize]| (length(bounds) * scale).max(LEAST);
        let (height, width) = (side(down), side(across));
        let mut svg = String::new();
        // A string takes all text.
        let mut put = |text: fmt::Arguments<'_>| svg.write_fmt(text).unwrap_or(());
        let (page_width, page_height) = (width.max(SIDE) + 2.0 * MARGIN, height + 4.0 * MARGIN);
        put(format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{page_width:.0}\" height=\"{page_height:.0}\" \
             font-family=\"sans-serif\" font-size=\"12\">\n\
             <rect x=\"{MARGIN}\" y=\"{MARGIN}\" width=\"{width:.1}\" height=\"{height:.1}\" fill=\"#f3c98b\" stroke=\"#333\"/>\n"
        ));
        for at in lines(down) {
            let y = MARGIN + height * at as f64 / length(down);
            let end = MARGIN + width;
            put(format_args!(
                "<line x1=\"{MARGIN}\" y1=\"{y:.1}\" x2=\"{end:.1}\" y2=\"{y:.1}\" stroke=\"#333\" stroke-width=\"0.5\"/>\n"
            ));
        }
        for at in lines(across) {
            let x = MARGIN + width * at as f64 / length(across);
            let end = MARGIN + height;
            put(format_args!(
                "<line x1=\"{x:.1}\" y1=\"{MARGIN}\" x2=\"{x:.1}\" y2=\"{end:.1}\" stroke=\"#333\" stroke-width=\"0.5\"/>\n"
            ));
        }
        let (text, shape) = (height + 2.0 * MARGIN, self.shape());
        put(format_args!(
            "<text x=\"{MARGIN}\" y=\"{text:.1}\">{}</text>\n<text x=\"{MARGIN}\" y=\"{:.1}\">{self}</text>\n</svg>\n",
            Shape(&shape),
            text + MARGIN
        ));
        svg
    }
}

/// Where lines are drawn: inner cuts, thinned out where there are too many.
fn lines(bounds: &[usize]) -> impl Iterator<Item = usize> {
    let inner = bounds.get(1..bounds.len().saturating_sub(1)).unwrap_or(&[]);
    let every = inner.len().div_ceil(LINES).max(1);
    inner.iter().copied().step_by(every)
}
