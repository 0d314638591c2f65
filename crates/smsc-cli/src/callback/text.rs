//! A notification for people.

use anstyle::Style;
use smsc_proto::callback::{Algorithm, CallbackEvent, Verified};
use smsc_proto::{Match, MessageKind, Text};
use visible_text::Visible;

use super::event::not_covered;
use crate::failure::Failure;
use crate::grid::{Column, Grid};
use crate::lang::{current, fill, tr};
use crate::output::{Out, wrapped};
use crate::read::Item;
use crate::table::{GOOD, Rows, Table, WAITING, utc};

const INCOMING: &[Column] =
    &[Column::text("sms_id", "ID"), Column::text("phone", "PHONE"), Column::text("to", "TO"), Column::text("mes", "TEXT")];
const CALL: &[Column] = &[Column::text("phone", "PHONE"), Column::text("ts", "WHEN"), Column::text("waitcall", "CALL")];

/// Prints an event, and which of its fields were verified.
pub(super) fn print(event: &CallbackEvent<'_>, verified: Option<&Verified<'_>>, out: &mut Out) -> Result<(), Failure> {
    match event {
        CallbackEvent::Status(record) => {
            let mut table = Table::new(out);
            let renderer = Rows { kind: MessageKind::Auto, endpoint: None, lang: current() };
            table.add(out, renderer.row(&Item::Match(Match::Requested(*record))))?;
            table.finish(out)?;
        }
        CallbackEvent::Incoming(message) => {
            let cells = [message.sms_id(), message.phone(), message.to(), Some(message.mes())].map(shown);
            print_row(INCOMING, cells.to_vec(), out)?;
        }
        CallbackEvent::Call(call) => {
            let cells = vec![shown(call.phone()), call.ts().map(utc).unwrap_or_default(), shown(Some(call.waitcall()))];
            print_row(CALL, cells, out)?;
        }
        // The core has no other kind.
        _ => {}
    }
    out.line("")?;
    let Some(verified) = verified else {
        let covered = names(event.signed_fields().iter().map(|field| field.name()));
        let text = fill("not verified: anybody may have sent this; a signature would cover {0}", &[&covered]);
        return print_line(&text, WAITING, out);
    };
    let covered = names(verified.covered().iter().map(|field| field.name()));
    let text = fill("verified: the {0} signature covers {1}", &[&verified.algorithm(), &covered]);
    print_line(&text, GOOD, out)?;
    let others = not_covered(event);
    if !others.is_empty() {
        let text = fill("not covered, so anybody on the way may have changed it: {0}", &[&names(others.into_iter())]);
        print_line(&text, Style::new(), out)?;
    }
    print_line(
        tr("a right signature does not rule out a repetition: the notification may have been sent before"),
        Style::new(),
        out,
    )?;
    if verified.algorithm() == Algorithm::Md5 {
        print_line(tr("md5 is the weaker algorithm: use sha1=SECRET in the handler's URL"), Style::new(), out)?;
    }
    Ok(())
}

fn print_row(columns: &'static [Column], cells: Vec<String>, out: &mut Out) -> Result<(), Failure> {
    let mut grid = Grid::new(columns);
    grid.row(out, cells)?;
    grid.finish(out)
}

fn print_line(text: &str, style: Style, out: &mut Out) -> Result<(), Failure> {
    for line in wrapped(text, out.width) {
        if out.is_coloured { out.line(format_args!("{style}{line}{style:#}"))? } else { out.line(line)? }
    }
    Ok(())
}

fn names(names: impl Iterator<Item = &'static str>) -> String {
    names.collect::<Vec<_>>().join(", ")
}

/// Returns a text with escapes, or an empty string if it is absent.
fn shown(text: Option<Text<'_>>) -> String {
    text.map(|text| Visible(text).to_string()).unwrap_or_default()
}

/// Returns the headings of the tables, in English.
#[cfg(all(test, checkout))]
pub(crate) fn headings() -> Vec<&'static str> {
    [INCOMING, CALL].into_iter().flatten().map(|column| column.heading).collect()
}
