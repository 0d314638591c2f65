//! The widths of the columns, and texts cut to them.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use super::{COLUMNS, COST, CRC, FORMAT, GAP, INT_ID, OUTCOME, STATUS, TEXT, WHEN};

/// The least width of the column of statuses and errs: cut to it, all their titles still differ.
pub(super) const MIN_STATUS: usize = 18;
/// How columns are narrowed for a narrow terminal, in this order: a column and its least width. A
/// column with the least width 0 is left out.
pub(super) const CUTS: [(usize, usize); 3] = [(CRC, 0), (FORMAT, 0), (TEXT, 20)];
/// How they are narrowed further after the err was put into the column of the status.
pub(super) const MERGED_CUTS: [(usize, usize); 9] =
    [(STATUS, 24), (TEXT, 16), (COST, 0), (WHEN, 0), (INT_ID, 0), (STATUS, MIN_STATUS), (TEXT, 8), (TEXT, 0), (OUTCOME, 8)];

/// Returns by how much a table is wider than `max` columns of a terminal.
pub(super) fn excess(widths: &[Option<usize>; COLUMNS], max: usize) -> usize {
    let shown = widths.iter().flatten().filter(|width| **width != 0);
    let gaps = shown.clone().count().saturating_sub(1) * GAP.len();
    (shown.sum::<usize>() + gaps).saturating_sub(max)
}

/// Narrows columns until the table fits a terminal of `max` columns, or nothing is left to narrow. A
/// column that is left out becomes `None`.
pub(super) fn narrow(widths: &mut [Option<usize>; COLUMNS], cuts: &[(usize, usize)], max: usize) {
    for (column, least) in cuts {
        let excess = excess(widths, max);
        if let Some(width) = widths[*column].filter(|width| *width != 0 && excess != 0) {
            widths[*column] = (*least != 0).then_some(width.min(width.saturating_sub(excess).max(*least)));
        }
    }
}

/// Returns a text cut to `width` columns of a terminal, with an ellipsis in the middle if it was
/// longer: titles that start alike end differently.
pub(crate) fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let room = width.saturating_sub(1);
    let start = fitting(text.chars(), room - room / 2);
    let end: Vec<_> = fitting(text.chars().rev(), room / 2).chars().rev().collect();
    start.chars().chain(['…']).chain(end).collect()
}

/// Returns the first characters that fit into `room` columns.
fn fitting(characters: impl Iterator<Item = char>, mut room: usize) -> String {
    let fits = |next: &char| {
        let needs = next.width().unwrap_or(0);
        let fits = needs <= room;
        room = room.saturating_sub(needs);
        fits
    };
    characters.take_while(fits).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use sms_outcome::{STATUSES, errs};
    use smsc_proto::{ErrScope, Lang};

    use super::*;
    use crate::table::{ID, MAX_WIDTH, PHONE};

    #[test]
    fn cut_titles_of_codes_still_differ() {
        for lang in Lang::ALL {
            for (width, scope) in (MIN_STATUS..=MAX_WIDTH).flat_map(|width| [(width, ErrScope::Phone), (width, ErrScope::Email)]) {
                let mut cuts = HashMap::new();
                for row in STATUSES.iter().chain(errs(scope)) {
                    let title = row.outcome.title.get(*lang);
                    let other = cuts.insert(cut(title, width), title).filter(|other| *other != title);
                    assert_eq!(other, None, "{title} is cut to {width} columns like");
                }
            }
        }
    }

    #[test]
    fn a_narrow_table_leaves_columns_out_and_cuts_no_id() {
        let mut widths = [3, 0, 0, 0, 11, 22, 30, 14, 20, 4, 60].map(Some);
        narrow(&mut widths, &CUTS, 80);
        assert_eq!(widths[TEXT], Some(20));
        narrow(&mut widths, &MERGED_CUTS, 80);
        assert_eq!((widths[ID], widths[PHONE], widths[COST]), (Some(3), Some(11), None));
    }
}
