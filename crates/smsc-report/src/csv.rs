//! The tables of a report as CSV: numbers for programs, one table for each file.

mod tables;

use smsc_proto::Lang;

use crate::Figures;
use tables::Table;

/// Returns the tables of a report with the names of their files.
///
/// The columns have English names, and numbers a dot and no grouping, in every language: `lang` is
/// that of the titles and the advice in `causes.csv`. A text that a spreadsheet would take for a
/// formula has an apostrophe before it.
///
/// ```
/// use smsc_proto::Lang;
/// use smsc_report::{Figures, tables};
///
/// let tables = tables(&Figures::default(), Lang::En);
/// assert!(tables.iter().any(|(name, text)| *name == "operators.csv" && text.starts_with("operator,sent,")));
/// ```
#[must_use]
pub fn tables(figures: &Figures, lang: Lang) -> Vec<(&'static str, String)> {
    let tables = [
        ("totals.csv", tables::totals(figures)),
        ("operators.csv", tables::breakdown("operator", &figures.operators)),
        ("countries.csv", tables::breakdown("country", &figures.countries)),
        ("senders.csv", tables::breakdown("sender", &figures.senders)),
        ("types.csv", tables::breakdown("type", &figures.types)),
        ("hours.csv", tables::numbered("hour", 0, &figures.hours)),
        ("weekdays.csv", tables::numbered("weekday", 1, &figures.weekdays)),
        ("days.csv", tables::days(figures)),
        ("delays.csv", tables::delays(figures)),
        ("causes.csv", tables::causes(figures, lang)),
        ("parts.csv", tables::parts(figures)),
        ("lookups.csv", tables::lookups(figures)),
        ("suppressed.csv", tables::suppressed(figures)),
        ("quality.csv", tables::quality(figures)),
        ("reconciliation.csv", tables::reconciliation(figures)),
    ];
    tables.into_iter().map(|(name, table)| (name, written(&table))).collect()
}

fn written(table: &Table) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let heads = table.heads.iter().map(|head| (*head).to_owned()).collect();
    for row in std::iter::once(&heads).chain(&table.rows) {
        // A vector takes everything, and all rows have the length of the heads.
        let _ = writer.write_record(row.iter().map(|cell| harmless(cell)));
    }
    text(writer)
}

/// Returns the text that was written.
pub(crate) fn text(writer: csv::Writer<Vec<u8>>) -> String {
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// Returns a cell with an apostrophe before it if a spreadsheet would take it for a formula.
fn harmless(cell: &str) -> String {
    if starts_formula(cell) && !is_number(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// Returns whether a text starts like a formula of a spreadsheet.
pub(crate) fn starts_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
}

/// Returns whether a cell is a plain number: digits, at most one dot, and perhaps a minus.
fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    [whole, decimals].iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_texts() {
        for (cell, expected) in [
            ("=1+1", "'=1+1"),
            ("+7999", "'+7999"),
            ("-cmd", "'-cmd"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\tx", "'\tx"),
            ("\rx", "'\rx"),
            ("-3", "-3"),
            ("-0.0001", "-0.0001"),
            ("-1-1", "'-1-1"),
            ("-", "'-"),
            ("-.5", "'-.5"),
            ("12.5", "12.5"),
            ("МТС", "МТС"),
            ("", ""),
        ] {
            assert_eq!(harmless(cell), expected);
        }
    }
}
