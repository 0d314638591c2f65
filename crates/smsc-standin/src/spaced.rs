//! The spaced layout of fmt 1, which the core's writer does not write (R24).

use smsc_proto::{Query, WriteError, Writer};

use crate::charset::encode;
use crate::layout::Layout;
use crate::message::{HLR, Message, Texts, record};
use crate::reply::Bytes;
use crate::time::Time;

/// Returns a record of all=1 or 2 in the spaced layout.
pub(crate) fn line(message: &Message, texts: &Texts<'_>, query: &Query<'_>, now: Time) -> Result<Vec<u8>, WriteError> {
    let charset = query.get_charset();
    let single = Query::new(query.get_format(), query.get_detail()).charset(charset);
    let write = |layout| {
        let mut line = Bytes::default();
        Writer::new(single).replacing().record(&record(message, texts, &single, layout, now)?, &mut line)?;
        Ok(line.0)
    };
    let mut line;
    if message.kind == HLR {
        // The names of networks have no commas here, so that each field has its place.
        line = write(Layout::Current)?;
        let comma = line.iter().enumerate().filter(|(_, byte)| **byte == b',').map(|(at, _)| at).nth(10);
        line.insert(comma.map_or(line.len(), |at| at + 1), b' ');
        line.truncate(line.iter().rposition(|byte| *byte == b',').unwrap_or(line.len()));
    } else {
        line = write(Layout::WithoutType)?;
        line.extend(encode(charset, &format!(", {}", message.comment)));
    }
    line.extend(format!(", {}", message.kind).into_bytes());
    if query.is_batch() {
        line.extend(format!(",{}", message.id).into_bytes());
    }
    Ok(line)
}
