//! From C's numbers to the core's terms. A number that is none of an enum is an error, never a guess.

use sms_outcome::Lang;
use smsc_proto::{All, Charset, Escape, Format, Kind, Query, Text};

use crate::codes::{smsc_charset, smsc_format, smsc_kind, smsc_lang, smsc_result};
use crate::pairs;
use crate::raw::{self, Sized32};
use crate::types::smsc_query;

// SAFETY: `repr(C)`, the size first, and any bits are a value of its integers and pointers.
unsafe impl Sized32 for smsc_query {}

/// The request that C describes.
///
/// # Safety
///
/// As for [`raw::read`]; and the pairs must stay, all of them set, for `'q`.
pub(crate) unsafe fn query<'q>(ptr: *const smsc_query) -> Result<Query<'q>, smsc_result> {
    // SAFETY: the caller's promise is the same.
    let given = unsafe { raw::read(ptr) }?;
    let all = u8::try_from(given.all).ok().and_then(|number| All::try_from(number).ok()).ok_or(smsc_result::Value)?;
    let query = Query::new(format(given.format)?, all).charset(charset(given.charset)?).kind(kind(given.kind)?);
    let query = match given.batch {
        0 => query,
        1 => query.batch(),
        _ => return Err(smsc_result::Value),
    };
    if given.asked.is_null() && given.asked_len == 0 {
        return Ok(query);
    }
    // SAFETY: the caller's promise is the same.
    Ok(query.asked(unsafe { pairs::slice(given.asked, given.asked_len) }?))
}

fn format(number: i32) -> Result<Format, smsc_result> {
    const FORMATS: [(smsc_format, Format); 4] = [
        (smsc_format::Pairs, Format::Pairs),
        (smsc_format::Values, Format::Values),
        (smsc_format::Xml, Format::Xml),
        (smsc_format::Json, Format::Json),
    ];
    FORMATS.into_iter().find(|(known, _)| number == *known as i32).map(|(_, format)| format).ok_or(smsc_result::Value)
}

fn charset(number: i32) -> Result<Charset, smsc_result> {
    const CHARSETS: [(smsc_charset, Charset); 3] = [
        (smsc_charset::Windows1251, Charset::Windows1251),
        (smsc_charset::Koi8R, Charset::Koi8R),
        (smsc_charset::Utf8, Charset::Utf8),
    ];
    CHARSETS.into_iter().find(|(known, _)| number == *known as i32).map(|(_, charset)| charset).ok_or(smsc_result::Value)
}

pub(crate) fn kind(number: i32) -> Result<Kind, smsc_result> {
    const KINDS: [(smsc_kind, Kind); 4] =
        [(smsc_kind::Auto, Kind::Auto), (smsc_kind::Sms, Kind::Sms), (smsc_kind::Hlr, Kind::Hlr), (smsc_kind::Email, Kind::Email)];
    KINDS.into_iter().find(|(known, _)| number == *known as i32).map(|(_, kind)| kind).ok_or(smsc_result::Value)
}

pub(crate) fn lang(number: i32) -> Result<Lang, smsc_result> {
    match number {
        _ if number == smsc_lang::En as i32 => Ok(Lang::En),
        _ if number == smsc_lang::Ru as i32 => Ok(Lang::Ru),
        _ if number == smsc_lang::Fr as i32 => Ok(Lang::Fr),
        _ => Err(smsc_result::Value),
    }
}

/// How a text is encoded, as one number: a charset alone where there are no escapes.
#[inline]
pub(crate) const fn encoding(charset: Charset, escape: Escape) -> u32 {
    let charset = match charset {
        Charset::Koi8R => smsc_charset::Koi8R,
        Charset::Utf8 => smsc_charset::Utf8,
        // The core has no others.
        _ => smsc_charset::Windows1251,
    };
    charset as u32 | bits(escape)
}

/// The bits of an escape, above those of the charset.
const fn bits(escape: Escape) -> u32 {
    match escape {
        Escape::None => 0,
        Escape::Xml => 1 << 8,
        Escape::Json => 2 << 8,
    }
}

/// The text of a view in an encoding.
pub(crate) fn text(bytes: &[u8], encoding: u32) -> Result<Text<'_>, smsc_result> {
    let charset = charset(i32::from(encoding.to_le_bytes()[0]))?;
    let known = [Escape::None, Escape::Xml, Escape::Json];
    let escape = known.into_iter().find(|escape| bits(*escape) == encoding & !0xff).ok_or(smsc_result::Value)?;
    Ok(Text::new(bytes, charset).escaped(escape))
}
