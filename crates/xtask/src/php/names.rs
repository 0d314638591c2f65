//! The names of the codes for the package in plain PHP.

use std::fmt::Write as _;

use sms_outcome::{Key, get};
use smsc_proto::{ApiErrorCode, CodeName, Endpoint, ErrCode, ErrScope, MessageType, StatusCode};

/// The path of the file in the folder of the extension.
pub(super) const FILE: &str = "polyfill/src/Polyfill/Names.php";

const START: &str = "\
<?php

namespace Smsc\\Polyfill;

/**
 * The names of the codes in English, Russian and French. `cargo xtask php-arginfo` generates this file.
 *
 * @internal
 */
final class Names
{
";

/// Returns the text of the file.
pub(super) fn text() -> String {
    let mut text = START.to_owned();
    let err = |scope| move |row: &CodeName| french(Key::Err(scope, ErrCode(row.code.unsigned_abs())));
    table(&mut text, "STATUS", StatusCode::TABLE, |row| french(Key::Status(StatusCode(row.code))));
    table(&mut text, "ERR", ErrCode::table(ErrScope::Phone), err(ErrScope::Phone));
    table(&mut text, "EMAIL_ERR", ErrCode::table(ErrScope::Email), err(ErrScope::Email));
    table(&mut text, "TYPE", MessageType::TABLE, |_| None);
    table(&mut text, "API_ERROR", ApiErrorCode::TABLE, |row| {
        let code = ApiErrorCode(row.code.unsigned_abs());
        // The names are those of status.php, and of send.php for the errors that it alone has.
        french(Key::Api(code, Endpoint::Status)).or_else(|| french(Key::Api(code, Endpoint::Send)))
    });
    text.push_str("}\n");
    text
}

/// Returns the French name of a code, which is the title of its outcome.
fn french(key: Key) -> Option<&'static str> {
    get(key).map(|outcome| outcome.title.fr)
}

/// Adds a constant with a row for each code: its names by language.
fn table(text: &mut String, name: &str, rows: &[CodeName], french: impl Fn(&CodeName) -> Option<&'static str>) {
    let _ = writeln!(text, "    public const {name} = [");
    for row in rows {
        let french = french(row).map_or_else(|| "null".to_owned(), quoted);
        let _ = writeln!(text, "        {} => [{}, {}, {french}],", row.code, quoted(row.en), quoted(row.ru));
    }
    text.push_str("    ];\n");
}

/// Returns a text as a literal of PHP.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
}
