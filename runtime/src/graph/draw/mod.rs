//! Drawings of a graph: boxes and lines, and the languages that they are written in.
//!
//! | file | what |
//! |---|---|
//! | [`drawing`] | boxes and lines, with tasks put together where there are many |
//! | [`text`] | a drawing as a list |
//! | [`dot`], [`svg`] | a drawing in Graphviz' and Mermaid's language, and as a picture |
//! | [`layers`], [`place`] | which box stands where in a picture |

mod dot;
mod drawing;
mod layers;
mod place;
mod svg;
mod text;

use std::fmt;
use std::path::Path;

use super::Graph;
use drawing::Drawing;

impl Graph {
    /// The graph in Graphviz' language: a box a task with the line that made it and what became of it, lines by access.
    ///
    /// As [`to_svg`](Self::to_svg), it puts tasks together where there are many. For all of them, use petgraph's `Dot`.
    ///
    /// # Examples
    /// ```
    /// assert!(tembel::Delayed::new(|| 1).graph().to_dot().contains("closure"));
    /// ```
    #[must_use]
    pub fn to_dot(&self) -> String {
        dot::draw(&Drawing::of(self))
    }

    /// The graph as a Mermaid flowchart, which many documents show as a drawing.
    ///
    /// # Examples
    /// ```
    /// assert!(tembel::Delayed::new(|| 1).graph().to_mermaid().starts_with("flowchart"));
    /// ```
    #[must_use]
    pub fn to_mermaid(&self) -> String {
        dot::draw_mermaid(&Drawing::of(self))
    }

    /// The graph as a picture, for browsers and documents: each task is below what it needs.
    ///
    /// A box has the task's name and the line that made it. The lines between say how a value is used: a thin line moves it,
    /// a thick one changes it in place, dashes read it, dashes and dots clone it, and dots are only an order. The
    /// [critical path](Self::critical_path) is marked. In the graph of a [`Profile`](crate::Profile) a box shows what became
    /// of its task, and the longer it took, the darker it is.
    ///
    /// Above 300 tasks, those with the same name and the same depth are one box, with their number.
    ///
    /// # Complexity
    /// O((|V| + |E|) · log |V|): 100,000 tasks take a fraction of a second.
    ///
    /// # Examples
    /// ```
    /// let graph = tembel::Delayed::new(|| 1).map(|x| x + 1).graph();
    /// assert!(graph.to_svg().starts_with("<svg"));
    /// ```
    #[must_use]
    pub fn to_svg(&self) -> String {
        svg::draw(&Drawing::of(self))
    }

    pub(crate) fn write(&self, path: &Path) -> std::io::Result<()> {
        let drawing = match path.extension().and_then(|extension| extension.to_str()) {
            Some("svg") => self.to_svg(),
            Some("dot" | "gv") => self.to_dot(),
            Some("mmd") => self.to_mermaid(),
            Some("txt") => self.to_string(),
            _ => {
                let path = path.display();
                let message =
                    format!("`{path}` should end in `.svg`, `.dot`, `.gv`, `.mmd` or `.txt`");
                return Err(std::io::Error::new(
                    std::io::ErrorKind::InvalidInput,
                    message,
                ));
            }
        };
        std::fs::write(path, drawing)
    }
}

impl fmt::Display for Graph {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        text::draw(&Drawing::of(self), f)
    }
}
