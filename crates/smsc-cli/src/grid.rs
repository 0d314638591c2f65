//! A table with any columns, for what has no records.

use anstyle::Style;
use unicode_width::UnicodeWidthStr as _;

use crate::failure::Failure;
use crate::lang::tr;
use crate::output::Out;
use crate::table::cut;

/// The number of lines from which the widths of the columns are computed.
const SAMPLE: usize = 200;
/// The greatest width that the sample can set for a column.
const MAX_WIDTH: usize = 40;
/// The least width that the last column is cut to on a narrow terminal.
const MIN_LAST: usize = 20;
const GAP: &str = "  ";

/// A column: the key of its values, and its heading in English.
#[derive(Clone, Copy)]
pub(crate) struct Column {
    pub(crate) key: &'static str,
    pub(crate) heading: &'static str,
    /// Whether the values are numbers, which end under each other.
    pub(crate) is_number: bool,
}

impl Column {
    pub(crate) const fn text(key: &'static str, heading: &'static str) -> Self {
        Self { key, heading, is_number: false }
    }

    pub(crate) const fn number(key: &'static str, heading: &'static str) -> Self {
        Self { key, heading, is_number: true }
    }
}

enum Line {
    Cells(Vec<String>),
    Text(String, Style),
}

/// A printer of a table, whose columns are as wide as the first lines require. A column that is
/// empty in all of these has no heading.
pub(crate) struct Grid {
    columns: &'static [Column],
    /// The lines that are printed when the widths are known.
    sample: Vec<Line>,
    widths: Option<Vec<usize>>,
}

impl Grid {
    /// Creates a table.
    pub(crate) const fn new(columns: &'static [Column]) -> Self {
        Self { columns, sample: Vec::new(), widths: None }
    }

    /// Prints a row, which has a cell for each column.
    pub(crate) fn row(&mut self, out: &mut Out, cells: Vec<String>) -> Result<(), Failure> {
        self.add(out, Line::Cells(cells))
    }

    /// Prints a line without columns, in its place among the rows.
    pub(crate) fn line(&mut self, out: &mut Out, text: String, style: Style) -> Result<(), Failure> {
        self.add(out, Line::Text(text, style))
    }

    fn add(&mut self, out: &mut Out, line: Line) -> Result<(), Failure> {
        if let Some(widths) = &self.widths {
            return self.print(out, &line, widths);
        }
        self.sample.push(line);
        if self.sample.len() < SAMPLE { Ok(()) } else { self.print_sample(out) }
    }

    /// Prints the rest.
    pub(crate) fn finish(mut self, out: &mut Out) -> Result<(), Failure> {
        if self.widths.is_none() { self.print_sample(out) } else { Ok(()) }
    }

    /// Computes the widths of the columns, and prints the headings and the sample.
    fn print_sample(&mut self, out: &mut Out) -> Result<(), Failure> {
        let sample = std::mem::take(&mut self.sample);
        let widths = self.widths_of(&sample, out.width);
        if widths.iter().any(|width| *width != 0) {
            let headings = self.columns.iter().zip(&widths).map(|(column, width)| match width {
                0 => String::new(),
                _ => tr(column.heading).to_owned(),
            });
            let heading = self.cells(&headings.collect::<Vec<_>>(), &widths, out.width);
            out.heading(heading.trim_end())?;
        }
        sample.iter().try_for_each(|line| self.print(out, line, &widths))?;
        self.widths = Some(widths);
        Ok(())
    }

    /// Returns the widths of the columns, 0 for an empty one. If they do not fit the terminal, the
    /// last column gets what the others leave.
    fn widths_of(&self, lines: &[Line], terminal: Option<usize>) -> Vec<usize> {
        let mut widths = vec![0_usize; self.columns.len()];
        for line in lines {
            if let Line::Cells(cells) = line {
                for (width, cell) in widths.iter_mut().zip(cells) {
                    *width = (*width).max(cell.width().min(MAX_WIDTH));
                }
            }
        }
        for (width, column) in widths.iter_mut().zip(self.columns) {
            if *width != 0 {
                *width = (*width).max(tr(column.heading).width());
            }
        }
        let used: usize = widths.iter().filter(|width| **width != 0).map(|width| width + GAP.len()).sum();
        if let (Some(terminal), Some(last)) = (terminal, widths.last_mut()) {
            let others = used.saturating_sub(*last + GAP.len());
            if *last != 0 {
                *last = terminal.saturating_sub(others).max(MIN_LAST);
            }
        }
        widths
    }

    fn print(&self, out: &mut Out, line: &Line, widths: &[usize]) -> Result<(), Failure> {
        match line {
            Line::Text(text, style) if out.is_coloured => out.line(format_args!("{style}{text}{style:#}")),
            Line::Text(text, _) => out.line(text),
            Line::Cells(cells) => out.line(self.cells(cells, widths, out.width).trim_end()),
        }
    }

    /// Returns the cells in their columns. On a terminal the last one is cut, so that a row is a
    /// line.
    fn cells(&self, cells: &[String], widths: &[usize], terminal: Option<usize>) -> String {
        let mut line = String::new();
        for (at, ((cell, width), column)) in cells.iter().zip(widths).zip(self.columns).enumerate() {
            if *width == 0 && cell.is_empty() {
                continue;
            }
            if at + 1 == self.columns.len() && terminal.is_some() {
                line.push_str(&cut(cell, (*width).max(1)));
                continue;
            }
            let pad = " ".repeat(width.saturating_sub(cell.width()));
            line.extend(if column.is_number { [pad.as_str(), cell, GAP] } else { [cell, pad.as_str(), GAP] });
        }
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: &[Column] = &[Column::text("id", "ID"), Column::number("cost", "COST"), Column::text("message", "TEXT")];

    fn rows(rows: &[[&str; 3]]) -> Vec<Line> {
        rows.iter().map(|cells| Line::Cells(cells.map(str::to_owned).to_vec())).collect()
    }

    #[test]
    fn columns_are_as_wide_as_their_cells_and_empty_ones_are_left_out() {
        let grid = Grid::new(COLUMNS);
        let lines = rows(&[["1", "", "a"], ["order-7", "", "абв"]]);
        let widths = grid.widths_of(&lines, None);
        assert_eq!(widths, [7, 0, 4]);
        let cells = |cells: [&str; 3]| grid.cells(&cells.map(str::to_owned), &widths, None);
        assert_eq!(cells(["1", "", "a"]).trim_end(), "1        a");
        assert_eq!(cells(["1", "2.5", "a"]).trim_end(), "1        2.5  a");
    }

    #[test]
    fn the_last_column_is_cut_to_what_a_terminal_leaves() {
        let grid = Grid::new(COLUMNS);
        let long = "x".repeat(200);
        let lines = rows(&[["1", "10.25", &long]]);
        let widths = grid.widths_of(&lines, Some(60));
        assert_eq!(grid.cells(&["1".to_owned(), "9.5".to_owned(), long], &widths, Some(60)).width(), 60);
    }
}
