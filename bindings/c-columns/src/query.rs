//! The query of a program in C.

use std::ffi::{CStr, c_char, c_int};

use smsc_columns::{Column, Options};
use smsc_proto::{Charset, Detail, Format, MessageKind, Query};

use crate::result;

/// The query of a stream: `struct smsc_columns_query` of the header.
#[repr(C)]
#[derive(Debug)]
pub struct SmscColumnsQuery {
    size: u32,
    format: i32,
    all: i32,
    batch: i32,
    charset: i32,
    kind: i32,
    dictionary: i32,
    batch_rows: u32,
    columns: *const c_char,
    source: *const c_char,
    threads: u32,
}

/// As a format: the first bytes of each reply tell it.
const ANY_FORMAT: i32 = -1;

/// The options that a query asks for.
pub(crate) struct Opened {
    pub(crate) options: Options,
    /// The name of the source.
    pub(crate) source: String,
}

/// Returns what a query asks for, or a result that says what is wrong with it.
///
/// # Safety
///
/// `query` is NULL or points to a query, whose texts are NULL or end with a zero byte.
pub(crate) unsafe fn opened(query: *const SmscColumnsQuery) -> Result<Opened, c_int> {
    // SAFETY: the caller promises that `query` is NULL or points to a query. The size is its first member,
    // and is compared before another one is used.
    let query = unsafe { query.as_ref() }.ok_or(result::NULL)?;
    if usize::try_from(query.size) != Ok(size_of::<SmscColumnsQuery>()) {
        return Err(result::SIZE);
    }
    let mut options = Options::new(reply(query)?).dictionary(flag(query.dictionary)?);
    if query.format == ANY_FORMAT {
        options = options.any_format();
    }
    if let Ok(rows @ 1..) = usize::try_from(query.batch_rows) {
        options = options.batch_rows(rows);
    }
    options = options.threads(usize::try_from(query.threads).unwrap_or(usize::MAX));
    // SAFETY: the caller promises that the text is NULL or ends with a zero byte.
    if let Some(names) = unsafe { text(query.columns) }? {
        options = options.columns(&columns(names)?);
    }
    // SAFETY: the caller promises that the text is NULL or ends with a zero byte.
    let source = unsafe { text(query.source) }?.unwrap_or_default().to_owned();
    Ok(Opened { options, source })
}

/// Returns the query of a reply.
fn reply(query: &SmscColumnsQuery) -> Result<Query<'static>, c_int> {
    let small = |number: i32| u8::try_from(number).map_err(|_| result::VALUE);
    let index = |number: i32| usize::try_from(number).map_err(|_| result::VALUE);
    let format = if query.format == ANY_FORMAT { Format::Values as u8 } else { small(query.format)? };
    let format = Format::try_from(format).map_err(|_| result::VALUE)?;
    let detail = Detail::try_from(small(query.all)?).map_err(|_| result::VALUE)?;
    let charset = *Charset::ALL.get(index(query.charset)?).ok_or(result::VALUE)?;
    let kind = *MessageKind::ALL.get(index(query.kind)?).ok_or(result::VALUE)?;
    let reply = Query::new(format, detail).charset(charset).kind(kind);
    Ok(if flag(query.batch)? { reply.batch() } else { reply })
}

fn flag(number: i32) -> Result<bool, c_int> {
    match number {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(result::VALUE),
    }
}

/// Returns the columns with these names.
fn columns(names: &str) -> Result<Vec<Column>, c_int> {
    let mut columns = Vec::new();
    for name in names.split(',') {
        let column = Column::from_name(name.trim()).filter(|column| !columns.contains(column));
        columns.push(column.ok_or(result::COLUMN)?);
    }
    Ok(columns)
}

/// Returns a text, or `None` for NULL.
///
/// # Safety
///
/// `text` is NULL or ends with a zero byte, and stays as it is while the result is used.
unsafe fn text<'t>(text: *const c_char) -> Result<Option<&'t str>, c_int> {
    if text.is_null() {
        return Ok(None);
    }
    // SAFETY: the text is not NULL, and the caller promises that it ends with a zero byte.
    unsafe { CStr::from_ptr(text) }.to_str().map(Some).map_err(|_| result::UTF8)
}
