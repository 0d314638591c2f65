//! The table of `smsc decode`.

mod rows;

use std::borrow::Cow;
use std::fmt::Write as _;

use anstyle::Style;
use smsc_proto::Lang;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use crate::failure::Failure;
use crate::labels::{HISTORY_CRC, HISTORY_FORMAT, HISTORY_KEY};
use crate::output::Out;

use rows::Counts;
pub(crate) use rows::{Row, Rows};

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
/// How columns are narrowed for a narrow terminal, in this order: a column and its least width. A
/// column with the least width 0 is left out.
const CUTS: [(usize, usize); 17] = [
    (CRC, 0),
    (FORMAT, 0),
    (TEXT, 20),
    (ERROR, 16),
    (COST, 0),
    (TEXT, 16),
    (WHEN, 0),
    (INT_ID, 0),
    (STATUS, 12),
    (TEXT, 12),
    (ERROR, 12),
    (STATUS, 8),
    (TEXT, 8),
    (ERROR, 8),
    (TEXT, 0),
    (ERROR, 0),
    (OUTCOME, 8),
];

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
    records: usize,
    ambiguous: usize,
    malformed: usize,
}

impl Table {
    /// Creates a table for standard output.
    pub(crate) fn new(out: &Out, lang: Lang) -> Self {
        Self {
            headings: headings(lang),
            is_coloured: out.is_coloured,
            width: out.width,
            sample: Vec::new(),
            sample_bytes: 0,
            widths: None,
            records: 0,
            ambiguous: 0,
            malformed: 0,
        }
    }

    /// Prints a row, or adds it to the sample.
    pub(crate) fn add(&mut self, out: &mut Out, row: Row) -> Result<(), Failure> {
        match row.counts() {
            Counts::Nothing => {}
            Counts::Malformed => self.malformed += 1,
            Counts::Record { is_ambiguous } => {
                self.records += 1;
                self.ambiguous += usize::from(is_ambiguous);
            }
        }
        if self.widths.is_some() {
            return self.print(out, &row);
        }
        self.sample_bytes += row.len();
        self.sample.push(row);
        if self.sample.len() < SAMPLE_ROWS && self.sample_bytes < SAMPLE_BYTES { Ok(()) } else { self.print_sample(out) }
    }

    /// Prints the rest. Returns whether anything was malformed.
    pub(crate) fn finish(mut self, out: &mut Out) -> Result<bool, Failure> {
        if self.widths.is_none() {
            self.print_sample(out)?;
        }
        // A body that is not a reply is one line, to which counts would add nothing.
        if self.ambiguous + self.malformed != 0 && self.records != 0 {
            let Self { records, ambiguous, malformed, .. } = self;
            let mut footer = format!("\n{records} read");
            if ambiguous != 0 {
                let _ = write!(footer, ", {ambiguous} ambiguous (marked ?: its fields may end elsewhere)");
            }
            if malformed != 0 {
                let _ = write!(footer, ", {malformed} malformed");
            }
            out.line(footer)?;
        }
        Ok(self.malformed != 0)
    }

    /// Computes the widths of the columns, and prints the headings and the sample.
    fn print_sample(&mut self, out: &mut Out) -> Result<(), Failure> {
        let rows = std::mem::take(&mut self.sample);
        let mut widths = [0; COLUMNS];
        let mut is_table = false;
        for row in &rows {
            if let Row::Cells(cells, ..) = row {
                is_table = true;
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
        self.widths = Some(self.width.map_or(widths.map(Some), |max| fit(widths, max)));
        if is_table {
            self.print(out, &Row::Cells(self.headings.map(str::to_owned), Style::new().bold(), Counts::Nothing))?;
        }
        rows.iter().try_for_each(|row| self.print(out, row))
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

/// Returns the headings of the columns. Only those of the history are in the language.
fn headings(lang: Lang) -> [&'static str; COLUMNS] {
    let [int_id, format, crc] = [HISTORY_KEY, HISTORY_FORMAT, HISTORY_CRC].map(|label| label.get(lang));
    ["ID", int_id, format, crc, "PHONE", "STATUS", "ERROR", "OUTCOME", "WHEN", "COST", "TEXT"]
}

/// Narrows columns until the table fits a terminal of `max` columns. A column that is left out is
/// `None`.
fn fit(mut widths: [usize; COLUMNS], max: usize) -> [Option<usize>; COLUMNS] {
    let excess = |widths: &[usize; COLUMNS]| {
        let gaps = widths.iter().filter(|width| **width != 0).count().saturating_sub(1) * GAP.len();
        (widths.iter().sum::<usize>() + gaps).saturating_sub(max)
    };
    let mut fitted = widths.map(Some);
    for (column, least) in CUTS {
        let width = widths[column];
        let excess = excess(&widths);
        if excess == 0 {
            break;
        }
        widths[column] = if least == 0 { 0 } else { width.min(width.saturating_sub(excess).max(least)) };
        fitted[column] = (least != 0 || width == 0).then_some(widths[column]);
    }
    fitted
}

/// Returns a text cut to `width` columns of a terminal, with an ellipsis if it was longer.
fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut room = width.saturating_sub(1);
    let start = text.chars().take_while(|next| {
        let needs = next.width().unwrap_or(0);
        let fits = needs <= room;
        room = room.saturating_sub(needs);
        fits
    });
    let mut start: String = start.collect();
    start.push('…');
    start
}
