//! The columns of the tables, and their order in CSV.

use crate::args::Call;
use crate::grid::Column;

const SENT: &[Column] = &[
    Column::text("id", "ID"),
    Column::number("cnt", "PARTS"),
    Column::number("cost", "COST"),
    Column::number("balance", "BALANCE"),
    Column::text("code", "CODE"),
];
const PHONES: &[Column] = &[
    Column::text("phone", "PHONE"),
    Column::text("mccmnc", "NETWORK"),
    Column::text("status", "STATUS"),
    Column::text("error", "ERROR"),
    Column::number("cost", "COST"),
];
const BALANCE: &[Column] =
    &[Column::number("balance", "BALANCE"), Column::number("credit", "CREDIT LIMIT"), Column::text("currency", "CURRENCY")];
const OPERATOR: &[Column] = &[
    Column::text("country", "COUNTRY"),
    Column::text("operator", "OPERATOR"),
    Column::text("region", "REGION"),
    Column::text("mcc", "MCC"),
    Column::text("mnc", "MNC"),
    Column::text("tz", "TIME ZONE"),
];
/// The text is the last column, which is cut on a narrow terminal.
const INCOMING: &[Column] = &[
    Column::text("id", "ID"),
    Column::text("phone", "PHONE"),
    Column::text("to_phone", "TO"),
    Column::text("sent", "SENT"),
    Column::text("received", "RECEIVED"),
    Column::text("message", "TEXT"),
];
const STATISTICS: &[Column] = &[
    Column::text("login", "LOGIN"),
    Column::number("sms", "MESSAGES"),
    Column::number("credit", "SPENT"),
    Column::number("debit", "PAID IN"),
    Column::text("currency", "CURRENCY"),
];

/// Returns the columns of the replies to a call; none if they have records.
pub(super) const fn columns(call: Call) -> &'static [Column] {
    match call {
        Call::Send => SENT,
        Call::Balance => BALANCE,
        Call::Operator => OPERATOR,
        Call::Incoming => INCOMING,
        Call::Statistics => STATISTICS,
        Call::Status | Call::Delete | Call::History => &[],
    }
}

/// Returns the columns of the phones that a reply of send.php lists.
pub(super) const fn phone_columns() -> &'static [Column] {
    PHONES
}

/// Returns the headings of all tables, in English.
#[cfg(all(test, checkout))]
pub(crate) fn headings() -> Vec<&'static str> {
    let tables = [SENT, PHONES, BALANCE, OPERATOR, INCOMING, STATISTICS];
    tables.into_iter().flatten().map(|column| column.heading).collect()
}
