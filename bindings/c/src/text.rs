//! Texts into UTF-8, and the names of codes.

use core::ffi::c_char;

use sms_outcome::{Key, get};
use smsc_proto::{ApiErrorCode, CodeName, Cost, ErrCode, ErrScope, Flag, MessageType, StatusCode, Template};

use crate::codes::{smsc_result, smsc_table, smsc_template};
use crate::raw::{self, SizePrefixed};
use crate::record::{self, Known};
use crate::types::{smsc_flag, smsc_record, smsc_view};
use crate::{convert, encoding, names, outcome};

// SAFETY: `repr(C)`, the size first, and any bits are a value of its integers.
unsafe impl SizePrefixed for smsc_flag {}

/// Decodes a text into UTF-8 (R7, R50): a view of a record or an API error, with the `encoding` that
/// stands there. Bytes that are none of the charset's characters become U+FFFD.
///
/// Writes to `buf`, which has `size` bytes, and ends it with a NUL. `*len` becomes the length in bytes
/// without the NUL; a text may hold NULs of its own. With `buf` NULL and `size` 0 it only tells the
/// length. A NULL view is an empty text.
///
/// Gives SMSC_RESULT_OK; SMSC_RESULT_BUFFER if `size` is not greater than the length, which is told all
/// the same, and then `buf` holds nothing to be used; SMSC_RESULT_NULL; SMSC_RESULT_VALUE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_text_decode(text: smsc_view, encoding: u32, buf: *mut c_char, size: usize, len: *mut usize) -> i32 {
    let decode = || {
        // SAFETY: as the header's contract says.
        let bytes = unsafe { raw::bytes(text.ptr, text.len) }?;
        // SAFETY: as the header's contract says.
        let buffer = unsafe { raw::buffer(buf, size) }?;
        // SAFETY: as the header's contract says.
        let len = unsafe { raw::place(len) }?;
        let text = encoding::text(bytes, encoding)?;
        let count = text.decode_into(buffer).unwrap_or_else(|needed| needed);
        raw::written(buffer, count, len)
    };
    raw::code(decode())
}

/// The name of a number in a table (R36, R37): of a status, an err, an API error, a type, a field and
/// whatever else smsc_table lists. See smsc_lang, too.
///
/// `*name` becomes a view of a text of the library's own, in UTF-8.
///
/// Gives SMSC_RESULT_OK, SMSC_RESULT_NO_NAME, SMSC_RESULT_NULL, SMSC_RESULT_VALUE, or
/// SMSC_RESULT_NO_TEXTS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_code_name(table: i32, code: i32, lang: i32, name: *mut smsc_view) -> i32 {
    let find = || {
        // SAFETY: as the header's contract says.
        let name = unsafe { raw::place(name) }?;
        let lang = convert::lang(lang)?;
        let rows = table_of(table)?;
        if !cfg!(feature = "texts") {
            return Err(smsc_result::NoTexts);
        }
        let found = match rows {
            Table::Codes(rows) => {
                rows.iter().find(|row| row.code == code).and_then(|row| row.title(lang).or_else(|| french_name(table, code)))
            }
            Table::Names(name) => name(code),
        };
        name.write(smsc_view::of(found.ok_or(smsc_result::NoName)?.as_bytes()));
        Ok(smsc_result::Ok)
    };
    raw::code(find())
}

/// The codes of a table, one after the other: for those who list them, or make constants of them.
///
/// `index` counts from 0. `*code` becomes the number, `*ident` a view of its name for programs, such as
/// `DELIVERED`. Both are the library's own.
///
/// Gives SMSC_RESULT_OK; SMSC_RESULT_END behind the last; SMSC_RESULT_NULL; SMSC_RESULT_VALUE, also for
/// the tables that are not of codes on the wire (from SMSC_TABLE_FIELD on); SMSC_RESULT_NO_TEXTS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_code_at(table: i32, index: usize, code: *mut i32, ident: *mut smsc_view) -> i32 {
    let find = || {
        // SAFETY: as the header's contract says.
        let code = unsafe { raw::place(code) }?;
        // SAFETY: as the header's contract says.
        let ident = unsafe { raw::place(ident) }?;
        let Table::Codes(rows) = table_of(table)? else { return Err(smsc_result::Value) };
        if !cfg!(feature = "texts") {
            return Err(smsc_result::NoTexts);
        }
        let Some(row) = rows.get(index) else { return Ok(smsc_result::End) };
        code.write(row.code);
        ident.write(smsc_view::of(row.ident.as_bytes()));
        Ok(smsc_result::Ok)
    };
    raw::code(find())
}

enum Table {
    Codes(&'static [CodeName]),
    /// The same word in any language.
    Names(Name),
}

type Name = fn(i32) -> Option<&'static str>;

fn table_of(number: i32) -> Result<Table, smsc_result> {
    const CODES: [(smsc_table, &[CodeName]); 5] = [
        (smsc_table::Status, StatusCode::TABLE),
        (smsc_table::ErrPhone, ErrCode::table(ErrScope::Phone)),
        (smsc_table::ErrEmail, ErrCode::table(ErrScope::Email)),
        (smsc_table::ApiError, ApiErrorCode::TABLE),
        (smsc_table::Type, MessageType::TABLE),
    ];
    const WORDS: [(smsc_table, Name); 5] = [
        (smsc_table::Field, names::part_name),
        (smsc_table::Template, template_name),
        (smsc_table::State, outcome::state_name),
        (smsc_table::Cause, outcome::cause_name),
        (smsc_table::Retry, outcome::retry_name),
    ];
    let codes = CODES.iter().find(|(table, _)| *table as i32 == number).map(|(_, rows)| Table::Codes(rows));
    let words = || WORDS.iter().find(|(table, _)| *table as i32 == number).map(|(_, name)| Table::Names(*name));
    codes.or_else(words).ok_or(smsc_result::Value)
}

/// The core has no French names; the outcomes have those of the codes that they explain.
fn french_name(table: i32, code: i32) -> Option<&'static str> {
    let number = || u32::try_from(code).ok();
    let key = match table {
        _ if table == smsc_table::Status as i32 => Key::Status(StatusCode(code)),
        _ if table == smsc_table::ErrPhone as i32 => Key::Err(ErrScope::Phone, ErrCode(number()?)),
        _ if table == smsc_table::ErrEmail as i32 => Key::Err(ErrScope::Email, ErrCode(number()?)),
        _ if table == smsc_table::ApiError as i32 => Key::Api(ApiErrorCode(number()?)),
        _ => return None,
    };
    get(key).map(|outcome| outcome.title.fr)
}

const TEMPLATES: [(smsc_template, Template); 4] = [
    (smsc_template::Service, Template::Service),
    (smsc_template::Transactional, Template::Transactional),
    (smsc_template::Authorisation, Template::Authorisation),
    (smsc_template::Advertising, Template::Advertising),
];

fn template_name(number: i32) -> Option<&'static str> {
    TEMPLATES.iter().find(|(known, _)| *known as i32 == number).map(|(_, kind)| kind.name())
}

/// Which table the err of a record belongs to (R37): by its type, else by the type bits of its flag,
/// else by what the caller asked for (`kind`, see smsc_kind), else by an `@` in its phone. `*table`
/// becomes SMSC_TABLE_ERR_PHONE or SMSC_TABLE_ERR_EMAIL.
///
/// Gives SMSC_RESULT_OK, SMSC_RESULT_NULL, SMSC_RESULT_SIZE, or SMSC_RESULT_VALUE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_record_err_table(record: *const smsc_record, kind: i32, table: *mut i32) -> i32 {
    let find = || {
        // SAFETY: as the header's contract says.
        let given = unsafe { raw::read(record) }?;
        // SAFETY: as the header's contract says.
        let table = unsafe { raw::place(table) }?;
        let kind = convert::kind(kind)?;
        // SAFETY: as the header's contract says.
        let record = unsafe { record::core_of(&given) }.map_err(Known::caller)?;
        let found = match record.err_scope(kind) {
            ErrScope::Phone => smsc_table::ErrPhone,
            ErrScope::Email => smsc_table::ErrEmail,
        };
        table.write(found as i32);
        Ok(smsc_result::Ok)
    };
    raw::code(find())
}

/// Takes the sixteen bits of `flag` apart (R35).
///
/// Gives SMSC_RESULT_OK, SMSC_RESULT_NULL, SMSC_RESULT_SIZE, or SMSC_RESULT_VALUE for a number that is
/// not from 0 to 65535.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_flag_decode(flag: i32, bits: *mut smsc_flag) -> i32 {
    let decode = || {
        // SAFETY: as the header's contract says.
        let (size, place) = unsafe { raw::fill(bits) }?;
        let flag = Flag(u16::try_from(flag).map_err(|_| smsc_result::Value)?);
        let kind = |kind| TEMPLATES.iter().find(|(_, known)| *known == kind).map_or(-1, |(number, _)| *number as i32);
        place.write(smsc_flag {
            size,
            r#type: flag.message_type().0.into(),
            second_balance: flag.is_second_balance().into(),
            template_kind: flag.template().map_or(-1, kind),
            unknown_bits: flag.unknown_bits().into(),
        });
        Ok(smsc_result::Ok)
    };
    raw::code(decode())
}

/// A cost as an integer, in ten-thousandths of the account's currency, so that costs add up exactly
/// (R32).
///
/// Gives SMSC_RESULT_OK, SMSC_RESULT_NULL (a NULL view, too), or SMSC_RESULT_VALUE if it is no cost or
/// does not fit.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_cost_decode(cost: smsc_view, ten_thousandths: *mut u64) -> i32 {
    let decode = || {
        // SAFETY: as the header's contract says.
        let digits = unsafe { cost.get() }?.ok_or(smsc_result::Null)?;
        // SAFETY: as the header's contract says.
        let place = unsafe { raw::place(ten_thousandths) }?;
        place.write(Cost::parse(digits).and_then(Cost::ten_thousandths).ok_or(smsc_result::Value)?);
        Ok(smsc_result::Ok)
    };
    raw::code(decode())
}
