//! Texts as UTF-8, the names of codes, and values taken apart.

use core::ffi::c_char;

use sms_outcome::{Key, get};
use smsc_proto::calls::Amount;
use smsc_proto::{ApiErrorCode, CodeName, Cost, Endpoint, ErrCode, ErrScope, Flag, MessageType, StatusCode, Template};

use crate::codes::{smsc_table, smsc_template};
use crate::raw::{self, SizePrefixed};
use crate::record::Invalid;
use crate::results::smsc_result;
use crate::types::{smsc_flag, smsc_record, smsc_view};
use crate::{callback, callback_error, convert, encoding, names, outcome, retry};

// SAFETY: `repr(C)`, the size first, and any bits are a value of its integers.
unsafe impl SizePrefixed for smsc_flag {
    const WRONG_SIZE: smsc_result = smsc_result::SizeFlag;
}

/// Decodes a text to UTF-8. `text` is a view of a record or an API error, and `encoding` the field
/// of that name in the same struct. Bytes that are no character of the charset become U+FFFD.
///
/// Writes the text to `buf`, which has `size` bytes, with a NUL at the end. `*len` becomes the
/// length in bytes without that NUL; the text itself may contain NULs, too. Call it with `buf` NULL
/// and `size` 0 to get only the length. A NULL view is an empty text.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_BUFFER if `size` is not greater than the length;
/// `*len` is set then, and the content of `buf` is unspecified. Returns SMSC_RESULT_NULL or
/// SMSC_RESULT_VALUE if an argument is wrong.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_text_decode(text: smsc_view, encoding: u32, buf: *mut c_char, size: usize, len: *mut usize) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (bytes, buffer, len) = unsafe { (raw::bytes(text.ptr, text.len)?, raw::buffer(buf, size)?, raw::output(len)?) };
        let text = encoding::text(bytes, encoding)?;
        let count = text.decode_into(buffer).unwrap_or_else(|needed| needed);
        raw::end_text(buffer, count, len)
    })
}

/// Finds out whether a text looks as if it were in UTF-8 and was read as windows-1251 or koi8-r:
/// `*looks_like_utf8` becomes 1 or 0. `text` is a view of a record or an API error, and `encoding`
/// the field of that name in the same struct. smsc_record_looks_like_utf8 checks all texts of a
/// record.
///
/// Returns SMSC_RESULT_OK, SMSC_RESULT_NULL or SMSC_RESULT_VALUE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_text_looks_like_utf8(text: smsc_view, encoding: u32, looks_like_utf8: *mut i32) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (bytes, output) = unsafe { (raw::bytes(text.ptr, text.len)?, raw::output(looks_like_utf8)?) };
        output.write(encoding::text(bytes, encoding)?.looks_like_utf8().into());
        Ok(smsc_result::Ok)
    })
}

/// Finds the name of a code in a table: of a status, an err, an API error, a message type, a field
/// or one of the others that smsc_table lists. `lang` is a smsc_lang.
///
/// `*name` becomes a view of a text in the library, in UTF-8.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_NO_NAME if the code has no name in that language;
/// `*name` is unchanged then. Returns SMSC_RESULT_NULL or SMSC_RESULT_VALUE if an argument is
/// wrong, or SMSC_RESULT_NO_TEXTS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_code_name(table: i32, code: i32, lang: i32, name: *mut smsc_view) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for the only pointer.
        let name = unsafe { raw::output(name) }?;
        let lang = convert::lang(lang)?;
        let rows = find_table(table)?;
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
    })
}

/// Returns the codes of a table one by one, for programs that list the codes or define constants.
///
/// `index` starts at 0. `*code` becomes the code, and `*ident` a view of its name for programs,
/// such as `DELIVERED`, in the library.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_END if `index` is after the last code; the outputs
/// are unchanged then. Returns SMSC_RESULT_NULL or SMSC_RESULT_VALUE if an argument is wrong (the
/// tables from SMSC_TABLE_FIELD on have no codes of the wire), or SMSC_RESULT_NO_TEXTS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_code_at(table: i32, index: usize, code: *mut i32, ident: *mut smsc_view) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (code, ident) = unsafe { (raw::output(code)?, raw::output(ident)?) };
        let Table::Codes(rows) = find_table(table)? else { return Err(smsc_result::Value) };
        if !cfg!(feature = "texts") {
            return Err(smsc_result::NoTexts);
        }
        let Some(row) = rows.get(index) else { return Ok(smsc_result::End) };
        code.write(row.code);
        ident.write(smsc_view::of(row.ident.as_bytes()));
        Ok(smsc_result::Ok)
    })
}

enum Table {
    /// Codes of the wire, with a name in each language.
    Codes(&'static [CodeName]),
    /// Numbers of this header, with one name for all languages.
    Names(Name),
}

type Name = fn(i32) -> Option<&'static str>;

fn find_table(number: i32) -> Result<Table, smsc_result> {
    const CODES: [(smsc_table, &[CodeName]); 5] = [
        (smsc_table::Status, StatusCode::TABLE),
        (smsc_table::ErrPhone, ErrCode::table(ErrScope::Phone)),
        (smsc_table::ErrEmail, ErrCode::table(ErrScope::Email)),
        (smsc_table::ApiError, ApiErrorCode::TABLE),
        (smsc_table::Type, MessageType::TABLE),
    ];
    const NAMES: [(smsc_table, Name); 17] = [
        (smsc_table::Field, names::part_name),
        (smsc_table::Template, template_name),
        (smsc_table::State, outcome::state_name),
        (smsc_table::Cause, outcome::cause_name),
        (smsc_table::Retry, outcome::retry_name),
        (smsc_table::Channel, outcome::channel_name),
        (smsc_table::Endpoint, outcome::endpoint_name),
        (smsc_table::Provider, outcome::provider_name),
        (smsc_table::CallbackField, callback::field_name),
        (smsc_table::CallbackKind, callback::kind_name),
        (smsc_table::CallbackAlgorithm, callback::algorithm_name),
        (smsc_table::CallbackError, callback_error::error_name),
        (smsc_table::RetryCall, retry::call_name),
        (smsc_table::Failure, retry::failure_name),
        (smsc_table::Advice, retry::advice_name),
        (smsc_table::AdviceReason, retry::reason_name),
        (smsc_table::SendAdvice, retry::send_advice_name),
    ];
    let codes = CODES.iter().find(|(table, _)| *table as i32 == number).map(|(_, rows)| Table::Codes(rows));
    let names = || NAMES.iter().find(|(table, _)| *table as i32 == number).map(|(_, name)| Table::Names(*name));
    codes.or_else(names).ok_or(smsc_result::Value)
}

/// Returns the French name of a code. The core has no French names, but the outcomes have them for
/// the codes that they explain.
fn french_name(table: i32, code: i32) -> Option<&'static str> {
    let number = || u32::try_from(code).ok();
    let key = match table {
        _ if table == smsc_table::Status as i32 => Key::Status(StatusCode(code)),
        _ if table == smsc_table::ErrPhone as i32 => Key::Err(ErrScope::Phone, ErrCode(number()?)),
        _ if table == smsc_table::ErrEmail as i32 => Key::Err(ErrScope::Email, ErrCode(number()?)),
        _ if table == smsc_table::ApiError as i32 => {
            let code = ApiErrorCode(number()?);
            // The names are those of status.php, and of send.php for the errors that it alone has.
            let own = get(Key::Api(code, Endpoint::Status)).or_else(|| get(Key::Api(code, Endpoint::Send)));
            return own.map(|outcome| outcome.title.fr);
        }
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

/// Finds the table that the err of a record belongs to: by the record's type, else by the type in
/// its flag, else by `kind` (a smsc_kind, what the caller knows of the messages), else by whether
/// its phone contains an `@`. `*table` becomes SMSC_TABLE_ERR_PHONE or SMSC_TABLE_ERR_EMAIL.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if `kind` is no smsc_kind or the record has an
/// impossible value, SMSC_RESULT_NULL or SMSC_RESULT_SIZE_….
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_record_get_err_table(record: *const smsc_record, kind: i32, table: *mut i32) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (given, table) = unsafe { (raw::input(record)?, raw::output(table)?) };
        let kind = convert::kind(kind)?;
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for the views of the record.
        let record = unsafe { given.core_record() }.map_err(Invalid::result)?;
        let found = match record.err_scope(kind) {
            ErrScope::Phone => smsc_table::ErrPhone,
            ErrScope::Email => smsc_table::ErrEmail,
        };
        table.write(found as i32);
        Ok(smsc_result::Ok)
    })
}

/// Finds out whether a text of a record looks as if it were in UTF-8 and was read as windows-1251
/// or koi8-r: `*looks_like_utf8` becomes 1 or 0. If it is 1, the `charset` of the query is probably
/// not that of the request: parse the body with SMSC_CHARSET_UTF8. The texts themselves are decoded
/// in the charset of the query all the same.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if the record has an impossible value,
/// SMSC_RESULT_NULL or SMSC_RESULT_SIZE_….
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_record_looks_like_utf8(record: *const smsc_record, looks_like_utf8: *mut i32) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (given, output) = unsafe { (raw::input(record)?, raw::output(looks_like_utf8)?) };
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for the views of the record.
        let record = unsafe { given.core_record() }.map_err(Invalid::result)?;
        output.write(record.looks_like_utf8().into());
        Ok(smsc_result::Ok)
    })
}

/// Decodes the sixteen bits of `flag`.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if `flag` is not from 0 to 65535,
/// SMSC_RESULT_NULL or SMSC_RESULT_SIZE_….
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_flag_decode(flag: i32, bits: *mut smsc_flag) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for the only pointer.
        let (size, output) = unsafe { raw::sized_output(bits) }?;
        let flag = Flag(u16::try_from(flag).map_err(|_| smsc_result::Value)?);
        let kind = |kind| TEMPLATES.iter().find(|(_, known)| *known == kind).map_or(-1, |(number, _)| *number as i32);
        output.write(smsc_flag {
            size,
            r#type: flag.message_type().0.into(),
            second_balance: flag.is_second_balance().into(),
            template_kind: flag.template().map_or(-1, kind),
            unknown_bits: flag.unknown_bits().into(),
        });
        Ok(smsc_result::Ok)
    })
}

/// Converts a cost to an integer, in ten-thousandths of the account's currency, so that costs can
/// be added without rounding.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if the text is no cost or the number does not
/// fit, or SMSC_RESULT_NULL, also for a NULL view.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_cost_decode(cost: smsc_view, ten_thousandths: *mut u64) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (digits, output) = unsafe { (cost.get()?.ok_or(smsc_result::Null)?, raw::output(ten_thousandths)?) };
        output.write(Cost::parse(digits).and_then(Cost::ten_thousandths).ok_or(smsc_result::Value)?);
        Ok(smsc_result::Ok)
    })
}

/// Converts an amount, such as a balance, to an integer, in ten-thousandths of the account's
/// currency. It may be negative.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if the text is no amount, is finer than a
/// ten-thousandth or does not fit, or SMSC_RESULT_NULL, also for a NULL view.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_amount_decode(amount: smsc_view, ten_thousandths: *mut i64) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (digits, output) = unsafe { (amount.get()?.ok_or(smsc_result::Null)?, raw::output(ten_thousandths)?) };
        output.write(Amount::parse(digits).and_then(Amount::ten_thousandths).ok_or(smsc_result::Value)?);
        Ok(smsc_result::Ok)
    })
}
