//! `smsc balance` and `smsc lookup`.

use std::process::ExitCode;

use serde::Serialize;
use smsc_client::{Balance, Error, Operator};
use visible_text::Visible;

use super::connection::Connection;
use crate::args::service as args;
use crate::failure::Failure;
use crate::lang::tr;
use crate::output::Out;

/// The balance as a line of JSON.
#[derive(Serialize)]
struct BalanceJson<'a> {
    balance: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    credit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    currency: Option<&'a str>,
}

/// The operator of a phone as a line of JSON.
#[derive(Serialize)]
struct OperatorJson<'a> {
    country: Option<&'a str>,
    operator: Option<&'a str>,
    region: Option<&'a str>,
    mcc: Option<&'a str>,
    mnc: Option<&'a str>,
    tz: Option<&'a str>,
}

/// Runs `smsc balance`.
pub(crate) fn balance(options: &args::Balance) -> Result<ExitCode, Failure> {
    let connection = Connection::open(&options.connection)?;
    print(&connection, connection.client.balance(), options.json, |balance: &Balance, out| {
        let Balance { amount, credit, currency, .. } = balance;
        if options.json {
            return out.json(&BalanceJson { balance: amount, credit: credit.as_deref(), currency: currency.as_deref() });
        }
        let rows = [(tr("BALANCE"), Some(amount)), (tr("CREDIT"), credit.as_ref()), (tr("CURRENCY"), currency.as_ref())];
        lines(&rows, out)
    })
}

/// Runs `smsc lookup`.
pub(crate) fn lookup(options: &args::Lookup) -> Result<ExitCode, Failure> {
    let connection = Connection::open(&options.connection)?;
    print(&connection, connection.client.operator(&options.phone.0), options.json, |found: &Operator, out| {
        let Operator { country, operator, region, mcc, mnc, tz, .. } = found;
        if options.json {
            let [country, operator, region, mcc, mnc, tz] = [country, operator, region, mcc, mnc, tz].map(Option::as_deref);
            return out.json(&OperatorJson { country, operator, region, mcc, mnc, tz });
        }
        let names = [tr("COUNTRY"), tr("OPERATOR"), tr("REGION"), "MCC", "MNC", tr("TIME ZONE")];
        let values = [country, operator, region, mcc, mnc, tz].map(Option::as_ref);
        lines(&names.into_iter().zip(values).collect::<Vec<_>>(), out)
    })
}

/// Prints an answer, or the error in its place.
fn print<T>(
    connection: &Connection,
    answer: Result<T, Error>,
    is_json: bool,
    print: impl FnOnce(&T, &mut Out) -> Result<(), Failure>,
) -> Result<ExitCode, Failure> {
    match answer {
        Ok(answer) => {
            let mut out = Out::new();
            print(&answer, &mut out)?;
            out.flush()?;
            Ok(ExitCode::SUCCESS)
        }
        Err(error) => connection.failed(&error, is_json),
    }
}

/// Prints named values that are present, one a line.
pub(super) fn lines(values: &[(&str, Option<&String>)], out: &mut Out) -> Result<(), Failure> {
    use unicode_width::UnicodeWidthStr as _;
    let present: Vec<_> = values.iter().filter_map(|(name, value)| Some((*name, (*value)?))).collect();
    let width = present.iter().map(|(name, _)| name.width()).max().unwrap_or(0);
    present.into_iter().try_for_each(|(name, value)| {
        let pad = " ".repeat(width - name.width());
        out.line(format_args!("{name}{pad}  {}", Visible(value)))
    })
}
