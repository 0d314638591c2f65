//! The charset and the escapes of a text, as one number.

use smsc_proto::{Charset, Escape, Text};

use crate::codes::smsc_charset;
use crate::results::smsc_result;

pub(crate) fn charset(number: i32) -> Result<Charset, smsc_result> {
    const CHARSETS: [(smsc_charset, Charset); 3] = [
        (smsc_charset::Windows1251, Charset::Windows1251),
        (smsc_charset::Koi8R, Charset::Koi8R),
        (smsc_charset::Utf8, Charset::Utf8),
    ];
    CHARSETS.into_iter().find(|(known, _)| number == *known as i32).map(|(_, charset)| charset).ok_or(smsc_result::Value)
}

/// Returns the number of a text's encoding. For a text without escapes it equals the charset's
/// number.
#[inline]
pub(crate) const fn encoding(charset: Charset, escape: Escape) -> u32 {
    let charset = match charset {
        Charset::Koi8R => smsc_charset::Koi8R,
        Charset::Utf8 => smsc_charset::Utf8,
        // The core has no others.
        _ => smsc_charset::Windows1251,
    };
    match escape {
        Escape::None => charset as u32,
        _ => escaped(charset, escape),
    }
}

/// Returns the number of the encoding that the texts of a struct have in common, or 0 if all are
/// absent.
pub(crate) fn of_texts<const N: usize>(texts: [Option<Text<'_>>; N]) -> u32 {
    texts.into_iter().flatten().next().map_or(0, |text| encoding(text.charset(), text.escape()))
}

/// Returns the number of the encoding of a text with escapes.
///
/// A call, so that the compiler does not load the two bytes of charset and escape as one number:
/// where they have just been written one by one, a processor waits for that.
#[cold]
#[inline(never)]
const fn escaped(charset: smsc_charset, escape: Escape) -> u32 {
    charset as u32 | bits(escape)
}

/// Returns the bits of an escape, which are above those of the charset.
const fn bits(escape: Escape) -> u32 {
    match escape {
        Escape::None => 0,
        Escape::Xml => 1 << 8,
        Escape::Json => 2 << 8,
    }
}

/// Returns bytes as a text in an encoding. Fails with `Value` if the number is no encoding.
pub(crate) fn text(bytes: &[u8], encoding: u32) -> Result<Text<'_>, smsc_result> {
    let charset = charset(i32::from(encoding.to_le_bytes()[0]))?;
    let known = [Escape::None, Escape::Xml, Escape::Json];
    let escape = known.into_iter().find(|escape| bits(*escape) == encoding & !0xff).ok_or(smsc_result::Value)?;
    Ok(Text::new(bytes, charset).escaped(escape))
}
