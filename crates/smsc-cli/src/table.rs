//! The table of `smsc decode`.

mod rows;
mod widths;

use std::borrow::Cow;

use anstyle::Style;
use unicode_width::UnicodeWidthStr as _;

use crate::failure::Failure;
use crate::labels::{HISTORY_CRC, HISTORY_FORMAT, HISTORY_KEY};
use crate::lang::{current, fill, tr};
use crate::output::{Out, wrapped};

use rows::Counts;
pub(crate) use rows::{BAD, GOOD, Row, Rows, WAITING, utc};
pub(crate) use widths::cut;
use widths::{CUTS, MERGED_CUTS, MIN_STATUS, excess, narrow};

/// The number of rows from which the widths of the columns are computed.
const SAMPLE_ROWS: usize = 200;
/// The number of bytes from which on the rows of the sample are printed earlier.
const SAMPLE_BYTES: usize = 1 << 22;
const COLUMNS: usize = 11;
const ID: usize = 0;
/// The columns of the history: they are empty, and so left out, in other replies.
const INT_ID: usize = 1;
const FORMAT: usize = 2;
const CRC: usize = 3;
const PHONE: usize = 4;
const STATUS: usize = 5;
const ERROR: usize = 6;
const OUTCOME: usize = 7;
const WHEN: usize = 8;
const COST: usize = 9;
const TEXT: usize = 10;
const GAP: &str = "  ";
/// The greatest width that the sample can set for a column.
const MAX_WIDTH: usize = 40;
/// A printer of a table, whose columns are as wide as the first rows require.
pub(crate) struct Table {
    headings: [&'static str; COLUMNS],
    is_coloured: bool,
    width: Option<usize>,
    /// The rows that are printed when the widths are known.
    sample: Vec<Row>,
    sample_bytes: usize,
    /// The width of each column; `None` for a column that is left out.
    widths: Option<[Option<usize>; COLUMNS]>,
    /// Whether the err is in the column of the status, for want of room.
    is_merged: bool,
    records: usize,
    ambiguous: usize,
    malformed: usize,
}

impl Table {
    /// Creates a table for standard output.
    pub(crate) fn new(out: &Out) -> Self {
        Self {
            headings: headings(),
            is_coloured: out.is_coloured,
            width: out.width,
            sample: Vec::new(),
            sample_bytes: 0,
            widths: None,
            is_merged: false,
            records: 0,
            ambiguous: 0,
            malformed: 0,
        }
    }

    /// Prints a row, or adds it to the sample.
    pub(crate) fn add(&mut self, out: &mut Out, mut row: Row) -> Result<(), Failure> {
        match row.counts() {
            Counts::Nothing => {}
            Counts::Malformed => self.malformed += 1,
            Counts::Record { is_ambiguous } => {
                self.records += 1;
                self.ambiguous += usize::from(is_ambiguous);
            }
        }
        if self.widths.is_some() {
            if self.is_merged {
                row.merge();
            }
            return self.print(out, &row);
        }
        self.sample_bytes += row.len();
        self.sample.push(row);
        if self.sample.len() < SAMPLE_ROWS && self.sample_bytes < SAMPLE_BYTES { Ok(()) } else { self.print_sample(out) }
    }

    /// Prints the sample, if there is one, before it is as large as it may be.
    pub(crate) fn flush(&mut self, out: &mut Out) -> Result<(), Failure> {
        if self.widths.is_none() && !self.sample.is_empty() { self.print_sample(out) } else { Ok(()) }
    }

    /// Prints the rest. Returns whether anything was malformed.
    pub(crate) fn finish(mut self, out: &mut Out) -> Result<bool, Failure> {
        if self.widths.is_none() {
            self.print_sample(out)?;
        }
        let mut footers = Vec::new();
        // A body that is not a reply is one line, to which counts would add nothing.
        if self.ambiguous + self.malformed != 0 && self.records != 0 {
            let Self { records, ambiguous, malformed, .. } = self;
            let mut footer = fill("{0} read", &[&records]);
            if ambiguous != 0 {
                let text = "{0} ambiguous (marked ?: its fields may end elsewhere)";
                footer.extend([", ", &fill(text, &[&ambiguous])]);
            }
            if malformed != 0 {
                footer.extend([", ", &fill("{0} malformed", &[&malformed])]);
            }
            footers.push(footer);
        }
        let widths = self.widths.unwrap_or([Some(0); COLUMNS]);
        let left_out: Vec<_> =
            self.headings.into_iter().zip(widths).filter(|(_, width)| width.is_none()).map(|(name, _)| name).collect();
        if !left_out.is_empty() {
            footers.push(fill("columns left out: {0} (use a wider window, --json or --csv)", &[&left_out.join(", ")]));
        }
        for (at, footer) in footers.iter().enumerate() {
            if at == 0 {
                out.line("")?;
            }
            wrapped(footer, self.width).into_iter().try_for_each(|line| out.line(line))?;
        }
        Ok(self.malformed != 0)
    }

    /// Computes the widths of the columns, and prints the headings and the sample.
    fn print_sample(&mut self, out: &mut Out) -> Result<(), Failure> {
        let mut rows = std::mem::take(&mut self.sample);
        let is_table = rows.iter().any(|row| matches!(row, Row::Cells(..)));
        let mut widths = self.widths_of(&rows).map(Some);
        if let Some(max) = self.width {
            narrow(&mut widths, &CUTS, max);
            if excess(&widths, max) > 0 {
                self.is_merged = true;
                rows.iter_mut().for_each(Row::merge);
                let cut = widths;
                widths = self.widths_of(&rows).map(Some);
                for (width, cut) in widths.iter_mut().zip(cut) {
                    *width = width.zip(cut).map(|(width, cut)| width.min(cut.max(MIN_STATUS)));
                }
                narrow(&mut widths, &CUTS, max);
                narrow(&mut widths, &MERGED_CUTS, max);
            }
        }
        self.widths = Some(widths);
        if is_table {
            self.print(out, &Row::Cells(self.headings.map(str::to_owned), Style::new().bold(), Counts::Nothing))?;
        }
        rows.iter().try_for_each(|row| self.print(out, row))
    }

    /// Returns the widths of the columns; 0 is that of an empty one.
    fn widths_of(&self, rows: &[Row]) -> [usize; COLUMNS] {
        let mut widths = [0; COLUMNS];
        for row in rows {
            if let Row::Cells(cells, ..) = row {
                for (width, cell) in widths.iter_mut().zip(cells) {
                    *width = (*width).max(cell.width().min(MAX_WIDTH));
                }
            }
        }
        for (width, heading) in widths.iter_mut().zip(self.headings) {
            if *width != 0 {
                *width = (*width).max(heading.width());
            }
        }
        widths
    }

    /// Prints a row. A column whose width is `None` is left out.
    fn print(&self, out: &mut Out, row: &Row) -> Result<(), Failure> {
        let widths = self.widths.unwrap_or([Some(0); COLUMNS]);
        let is_heading = matches!(row, Row::Cells(cells, ..) if cells.iter().eq(&self.headings));
        match row {
            Row::Line(line, style, _) => out.line(self.styled(line, *style)),
            Row::Cells(cells, style, _) => {
                let mut line = String::new();
                for (at, (cell, width)) in cells.iter().zip(widths).enumerate() {
                    let Some(width) = width else { continue };
                    // A column that is empty in the sample has no heading, but a later value in it
                    // is printed.
                    if width == 0 && (cell.is_empty() || is_heading) {
                        continue;
                    }
                    let cell = if self.width.is_some() && at >= STATUS {
                        Cow::Owned(cut(cell, width.max(1)))
                    } else {
                        Cow::Borrowed(cell.as_str())
                    };
                    let pad = width.saturating_sub(cell.width());
                    let cell_text = if is_heading || matches!(at, STATUS | ERROR | OUTCOME) {
                        Cow::Owned(self.styled(&cell, *style))
                    } else {
                        cell
                    };
                    let pad = " ".repeat(pad);
                    match at {
                        COST => line.extend([pad.as_str(), &cell_text, GAP]),
                        TEXT => line.push_str(&cell_text),
                        _ => line.extend([&*cell_text, &pad, GAP]),
                    }
                }
                out.line(line.trim_end())
            }
        }
    }

    /// Returns a text in a style, if colours are used.
    fn styled(&self, text: &str, style: Style) -> String {
        if self.is_coloured && !text.is_empty() { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }
}

/// Returns the headings of the columns.
fn headings() -> [&'static str; COLUMNS] {
    let [int_id, format, crc] = [HISTORY_KEY, HISTORY_FORMAT, HISTORY_CRC].map(|label| label.get(current()));
    let [phone, status, error] = [tr("PHONE"), tr("STATUS"), tr("ERROR")];
    ["ID", int_id, format, crc, phone, status, error, tr("OUTCOME"), tr("WHEN"), tr("COST"), tr("TEXT")]
}
