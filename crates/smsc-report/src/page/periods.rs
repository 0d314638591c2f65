//! The days of a report, or its months if the days are too many for a chart.

use super::context::{Context, sum};
use crate::Totals;

/// The most days that a chart and a table have.
const MOST_DAYS: usize = 62;

/// A day or a month.
#[derive(Debug)]
pub(super) struct Period {
    /// The name in a table.
    pub(super) name: String,
    /// The label under its column, which may be empty.
    pub(super) label: String,
    pub(super) totals: Totals,
}

/// The days or the months of a report.
#[derive(Debug)]
pub(super) struct Periods {
    pub(super) are_months: bool,
    pub(super) list: Vec<Period>,
}

/// Returns the days, or the months if the days are more than a chart can have.
pub(super) fn periods(context: &Context<'_>) -> Periods {
    let days = &context.figures.days;
    let are_months = days.len() > MOST_DAYS;
    let words = context.words;
    let mut list: Vec<_> = if are_months {
        let months = days.chunk_by(|one, other| month(&one.0) == month(&other.0));
        months
            .map(|days| {
                let name = words.month(month(&days[0].0));
                Period { label: month(&days[0].0).to_owned(), name, totals: sum(days.iter().map(|(_, totals)| *totals)) }
            })
            .collect()
    } else {
        let day = |(date, totals): &(String, Totals)| Period {
            name: words.date_in_cell(date),
            label: words.date_on_axis(date),
            totals: *totals,
        };
        days.iter().map(day).collect()
    };
    keep_labels(&mut list, 6);
    Periods { are_months, list }
}

/// Returns the month of a date.
fn month(date: &str) -> &str {
    date.get(..7).unwrap_or(date)
}

/// Keeps at most `most` labels, at equal distances, and clears the others.
fn keep_labels(list: &mut [Period], most: usize) {
    let step = list.len().div_ceil(most).max(1);
    for (_, period) in list.iter_mut().enumerate().filter(|(index, _)| index % step != 0) {
        period.label.clear();
    }
}
