//! Tables for people.

use anstyle::Style;
use smsc_proto::Error;

use super::columns::{columns, phone_columns};
use super::item::{Item, Row, Value, Values};
use super::question::{Items, Question};
use crate::api_error;
use crate::args::Call;
use crate::errors;
use crate::failure::Failure;
use crate::grid::{Column, Grid};
use crate::lang::{current, fill, tr};
use crate::output::Out;
use crate::table::BAD;

/// Prints the items of a reply, and below them the phones that it lists.
pub(super) fn print(question: &Question, items: Items<'_>, out: &mut Out) -> Result<(), Failure> {
    let columns = columns(question.call());
    let mut grid = Grid::new(columns);
    let (mut read, mut malformed) = (0, 0);
    let mut sent = None;
    for item in items {
        match item {
            Item::Row(row) if row.values.is_empty() => grid.line(out, tr("no values in the reply").to_owned(), Style::new())?,
            Item::Row(row) => {
                read += 1;
                grid.row(out, cells(&row.values, columns))?;
                sent = Some(row).filter(|_| question.call() == Call::Send);
            }
            Item::ApiError(error) => grid.line(out, api_error::line(&error, question.endpoint(), current()), BAD)?,
            Item::Malformed(error) => {
                malformed += 1;
                grid.line(out, malformed_line(&error), BAD)?;
            }
        }
    }
    grid.finish(out)?;
    if let Some(row) = sent {
        if row.is_price {
            out.line(tr("this is the price alone: nothing was sent"))?;
        }
        print_phones(&row, out)?;
    }
    // A body that is not a reply is one line, to which counts would add nothing.
    if read != 0 && malformed != 0 {
        out.line(format_args!("\n{}, {}", fill("{0} read", &[&read]), fill("{0} malformed", &[&malformed])))?;
    }
    Ok(())
}

/// Prints the phones of a message in a table of their own.
fn print_phones(row: &Row<'_>, out: &mut Out) -> Result<(), Failure> {
    let mut phones = row.phones().peekable();
    if phones.peek().is_none() {
        return Ok(());
    }
    out.line("")?;
    let mut grid = Grid::new(phone_columns());
    for phone in phones {
        match phone {
            Ok(values) => grid.row(out, cells(&values, phone_columns()))?,
            Err(error) => grid.line(out, malformed_line(&error), BAD)?,
        }
    }
    grid.finish(out)
}

fn malformed_line(error: &Error) -> String {
    fill("malformed: {0}", &[&errors::of_reading(error)])
}

/// Returns the cells of the values; those of what is absent are empty.
fn cells(values: &Values<'_>, columns: &[Column]) -> Vec<String> {
    columns.iter().map(|column| values.get(column.key).map(Value::visible).unwrap_or_default()).collect()
}
