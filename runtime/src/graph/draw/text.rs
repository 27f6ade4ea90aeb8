//! The graph as text: one line a box, with what it needs.

use std::fmt;

use super::drawing::Drawing;

/// Needs that are written down before the rest is only counted.
const MOST_NEEDS: usize = 8;

pub(super) fn draw(drawing: &Drawing, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    writeln!(f, "{} tasks, {} edges", drawing.tasks, drawing.edges)?;
    let digits = drawing.boxes.len().saturating_sub(1).to_string().len();
    let mut needs = vec![Vec::new(); drawing.boxes.len()];
    for line in drawing.lines.iter().rev() {
        needs[line.to].push(line);
    }
    for (number, (shown, needs)) in drawing.boxes.iter().zip(needs).enumerate() {
        write!(f, "  {number:digits$} {}", shown.label())?;
        for (number, line) in needs.iter().take(MOST_NEEDS).enumerate() {
            let comma = if number == 0 { " <-" } else { "," };
            write!(f, "{comma} {} {}", line.access, line.from)?;
            if line.count > 1 {
                write!(f, " ×{}", line.count)?;
            }
        }
        if needs.len() > MOST_NEEDS {
            write!(f, ", and {} more", needs.len() - MOST_NEEDS)?;
        }
        write!(f, "    {}", shown.made_at())?;
        if drawing.has_states {
            write!(f, "    {}", shown.state_in_words())?;
        }
        if let (true, Some(time)) = (drawing.has_run, shown.time()) {
            write!(f, ", {time}")?;
        }
        writeln!(f)?;
    }
    Ok(())
}
