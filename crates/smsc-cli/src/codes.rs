//! `smsc codes`.

use std::process::ExitCode;

use serde::Serialize;
use smsc_proto::{ApiErrorCode, CodeName, ErrCode, MessageType, StatusCode};

use crate::args::Codes;
use crate::output::{Failure, Out};

#[derive(Serialize)]
struct Line {
    table: &'static str,
    code: i32,
    en: &'static str,
    ru: &'static str,
}

/// The name of a table in JSON, its heading, and its rows.
const TABLES: [(&str, &str, &[CodeName]); 5] = [
    ("status", "status", StatusCode::TABLE),
    ("err", "err of SMS, calls and HLR", ErrCode::PHONE_TABLE),
    ("err_email", "err of e-mail", ErrCode::EMAIL_TABLE),
    ("error_code", "error_code of the API", ApiErrorCode::TABLE),
    ("type", "type", MessageType::TABLE),
];

pub(crate) fn run(options: &Codes) -> Result<ExitCode, Failure> {
    let mut out = Out::new();
    for (at, (table, heading, rows)) in TABLES.into_iter().enumerate() {
        if !options.json {
            out.line(format_args!("{}{heading}", if at == 0 { "" } else { "\n" }))?;
        }
        for row in rows {
            let CodeName { code, en, ru, .. } = *row;
            if options.json {
                out.json(&Line { table, code, en, ru })?;
            } else {
                out.line(format_args!("{code:>5}  {en:<36}  {ru}"))?;
            }
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
