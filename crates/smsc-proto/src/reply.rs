//! What a body is: an error, a deletion, or records (R11, R12, R40, R49).

use nom::bytes::complete::tag;
use nom::combinator::{all_consuming, opt, rest};
use nom::sequence::preceded;
use nom::{IResult, Parser};

use crate::error::{BodyKind, Error, ErrorKind, Fail};
use crate::lines::window::without_line_end;
use crate::lines::{format, key_value};
use crate::model::api_error::ApiError;
use crate::model::codes::ApiErrorCode;
use crate::model::fields::MAX_RECORD;
use crate::model::query::{Format, Query};
use crate::model::record::Record;
use crate::model::set::message_id;
use crate::model::text::Text;
use crate::records::Records;
use crate::scan::number::{self, MAX_31_BITS, digits1};
use crate::trees::list;
use crate::trees::node::{Found, Start};

/// What the server answered (R11 to R13).
#[derive(Clone, Debug)]
#[expect(clippy::large_enum_variant, reason = "nothing may be allocated, and nearly every reply has records")]
pub enum Reply<'a> {
    /// It refused the request (R11).
    Error(ApiError<'a>),
    /// It deleted the messages, as `del=1` asked (R12).
    Deleted,
    /// It told the status of one message, or of a batch.
    Records(Records<'a>),
}

/// What the start of a body has told.
#[expect(clippy::large_enum_variant, reason = "nothing may be allocated, and it is made once for a reply")]
pub(crate) enum Opening<'a> {
    Error(ApiError<'a>),
    Deleted,
    /// One record, which is all of the body, has been read.
    Record(Result<Record<'a>, Error>),
    /// Records of a list follow behind so many bytes; or none at all.
    List(usize, bool),
    /// Records follow behind so many bytes.
    Records(usize),
    /// It depends on bytes that have not come yet.
    More,
}

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

impl<'q> Query<'q> {
    /// Reads the body of a reply to this query. Nothing is copied: the records borrow from the body, and each is read when it is asked for.
    ///
    /// # Errors
    ///
    /// If the body is no reply to such a query at all: empty, HTML, other text (R49), or an API error that cannot be read. A record that cannot be read is an error of its own, in
    /// its place among the records (R48).
    ///
    /// # Examples
    ///
    /// ```
    /// use smsc_proto::{Detail, ApiErrorCode, Format, Query, Reply};
    ///
    /// let query = Query::new(Format::Values, Detail::Status).batch();
    /// let body = b"1,1760080210,0,101,79990000001\n20,1760080211,1,102,79990000002\n";
    /// match query.read(body)? {
    ///     Reply::Records(records) => {
    ///         let ids: Vec<_> = records.map(|record| record.map(|status| status.id())).collect();
    ///         assert_eq!(ids, [Ok(Some(101)), Ok(Some(102))]);
    ///     }
    ///     Reply::Error(error) => panic!("refused: {error}"),
    ///     Reply::Deleted => {}
    /// }
    ///
    /// let Reply::Error(error) = query.read(b"0,-9")? else { unreachable!() };
    /// assert_eq!(error.code, ApiErrorCode::TOO_MANY_REQUESTS);
    ///
    /// let error = query.read(b"<html>502 Bad Gateway</html>").unwrap_err();
    /// assert_eq!(error.to_string(), "byte 0: not an fmt=1 reply: the body looks like HTML or XML");
    /// # Ok::<(), smsc_proto::Error>(())
    /// ```
    #[inline]
    pub fn read<'a>(&self, body: &'a [u8]) -> Result<Reply<'a>, Error>
    where
        'q: 'a,
    {
        if certainly_begins_a_record(self.format, body) {
            return Ok(Reply::Records(Records::new(*self, body, 0)));
        }
        self.read_any(body)
    }

    /// The same for a body of any kind.
    fn read_any<'a>(&self, body: &'a [u8]) -> Result<Reply<'a>, Error>
    where
        'q: 'a,
    {
        Ok(match open(self, body, MAX_RECORD, true)? {
            Opening::Error(error) => Reply::Error(error),
            Opening::Deleted => Reply::Deleted,
            Opening::Record(record) => Reply::Records(Records::one(*self, &record)),
            Opening::List(start, is_empty) => Reply::Records(Records::list(*self, body, start, is_empty)),
            Opening::Records(start) => Reply::Records(Records::new(*self, body, start)),
            // All of the body is here, so that this does not come.
            Opening::More => Reply::Records(Records::new(*self, body, body.len())),
        })
    }
}

/// Whether a body of fmt 0 or 1 begins with a status, in fmt 1 of one or two digits with a timestamp behind it, and so is neither an error nor a deletion nor
/// anything else.
#[inline]
fn certainly_begins_a_record(format: Format, body: &[u8]) -> bool {
    match format {
        Format::Values => {
            matches!(body, [b'0'..=b'9', b',', b'0'..=b'9', ..] | [b'-' | b'0'..=b'9', b'0'..=b'9', b',', b'0'..=b'9', ..])
        }
        Format::KeyValue => key_value::looks_like_record_start(body),
        Format::Xml | Format::Json => false,
    }
}

/// Looks at the start of a body, of which `window` has come so far; no further than a record may be long.
pub(crate) fn open<'a>(query: &Query<'_>, window: &'a [u8], limit: usize, is_last: bool) -> Result<Opening<'a>, Error> {
    let start = if window.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
    let body = window.get(start..).unwrap_or_default();
    // Of a body that is just as long as the limit the end is not known yet.
    let is_all_here = is_last || body.len() > limit;
    if let Format::Xml | Format::Json = query.format {
        return open_tree(query, body, start, limit, is_last);
    }
    let may_be_mark = !is_last && window.len() < BYTE_ORDER_MARK.len();
    if may_be_mark || !is_all_here && may_be_short_reply(query.format, body) {
        return Ok(Opening::More);
    }
    if is_last && (!query.is_batch || body.len() <= limit) {
        match short_reply(query, body) {
            Some(Ok(opening)) => return Ok(opening),
            Some(Err(fail)) => return Err(Error::new(fail, start, start.saturating_add(body.len()))),
            None => {}
        }
    }
    let Some(looks) = looks_wrong(query, body, if query.is_batch { limit } else { usize::MAX }, is_all_here) else {
        return Ok(Opening::More);
    };
    match looks {
        Ok(()) => Ok(Opening::Records(start)),
        Err(looks) => Err(not_a_reply(query, looks, start)),
    }
}

fn not_a_reply(query: &Query<'_>, looks: BodyKind, start: usize) -> Error {
    let expected = match query.format {
        Format::KeyValue => "an fmt=0 reply",
        Format::Values => "an fmt=1 reply",
        Format::Xml => "an fmt=2 reply",
        Format::Json => "an fmt=3 reply",
    };
    // What the body looks like does not depend on how much of it has come, and so its span does not either.
    Error::new(Fail::new(ErrorKind::NotAReply(looks), expected, 0), start, start)
}

/// Looks at the start of a body of fmt 2 or 3: whether it is a list is for its first token to say.
fn open_tree<'a>(query: &Query<'_>, body: &'a [u8], start: usize, limit: usize, is_last: bool) -> Result<Opening<'a>, Error> {
    // A list may be of any length, but it has to begin within the limit: a reader of chunks could not wait for it any longer.
    let within = if query.is_batch { body.get(..limit).unwrap_or(body) } else { body };
    let mut status = Record::new(query.charset).escaped(query.format.escape());
    let mut found = list::start(query, within, &mut status);
    if let Ok(Start::List(place, is_empty)) = found {
        return Ok(Opening::List(start.saturating_add(place), is_empty));
    }
    if !is_last && body.len() <= limit {
        return Ok(Opening::More);
    }
    if within.len() < body.len() {
        let mut whole = Record::new(query.charset).escaped(query.format.escape());
        match list::start(query, body, &mut whole) {
            Ok(Start::List(..) | Start::Neither) => {}
            one if is_last => (found, status) = (one, whole),
            _ => {}
        }
    }
    let end = start.saturating_add(body.len());
    let too_long = Error::new(Fail::new(ErrorKind::TooLong { limit }, "a list", 0), start, start.saturating_add(within.len()));
    match found {
        Ok(Start::Neither) => Err(not_a_reply(query, looks_like(query, within), start)),
        Ok(Start::One(_)) | Err(_) if !is_last => Err(too_long),
        Ok(Start::One(Found::Record)) => Ok(Opening::Record(Ok(status))),
        Ok(Start::One(Found::Error(error))) => Ok(Opening::Error(error)),
        Ok(Start::One(Found::Deleted)) => Ok(Opening::Deleted),
        Ok(Start::List(..)) => Err(too_long),
        Err(fail) => Ok(Opening::Record(Err(Error::new(fail, start, end)))),
    }
}

/// Whether a body begins as an error or a deletion does, which only its end can confirm.
fn may_be_short_reply(format: Format, body: &[u8]) -> bool {
    let begins = |with: &[u8]| body.iter().zip(with).all(|(byte, other)| byte == other);
    begins(b"OK")
        || match format {
            Format::KeyValue => begins(b"ERROR = "),
            Format::Xml | Format::Json => false,
            Format::Values => {
                let behind = body.iter().position(|byte| !byte.is_ascii_digit()).and_then(|at| body.get(at..));
                behind.is_none_or(|behind| behind == b"," || behind.starts_with(b",-"))
            }
        }
}

/// An error or a deletion, if the body begins like one; one line end may follow it, and any number behind a batch (R20a).
fn short_reply<'a>(query: &Query<'_>, body: &'a [u8]) -> Option<Result<Opening<'a>, Fail>> {
    let mut line = without_line_end(body);
    while query.is_batch && line.ends_with(b"\n") {
        line = without_line_end(line);
    }
    // What stands in front of more lines is one of them (R15a).
    if query.is_batch && line.contains(&b'\n') {
        return None;
    }
    let behind = body.len().saturating_sub(line.len());
    if line == b"OK" {
        return Some(Ok(Opening::Deleted));
    }
    let (begins, grammar, expected): (_, fn(&'a [u8]) -> _, _) = match query.format {
        Format::KeyValue => (line.starts_with(b"ERROR = "), pairs_error, "`ERROR = N (text)`"),
        _ => (values_error(line).is_ok(), values_error, "`0,-N`"),
    };
    if !begins {
        return None;
    }
    let fail = Fail::new(ErrorKind::ApiError, expected, line.len().saturating_add(behind));
    let Ok((_, (code, text, id))) = grammar(line) else { return Some(Err(fail)) };
    let read = || {
        let code = u32::try_from(number::integer(code, 0, MAX_31_BITS)?).ok()?;
        let id = match id {
            Some(id) => Some(message_id(id)?),
            None => None,
        };
        Some(ApiError { code: ApiErrorCode(code), text: text.map(|text| Text::new(text, query.charset)), id })
    };
    Some(read().map(Opening::Error).ok_or(fail))
}

/// The number, the text and the id of an error.
type Parts<'a> = (&'a [u8], Option<&'a [u8]>, Option<&'a [u8]>);

/// `ERROR = N (text), ID - <id>`; the text ends at the last bracket (R14).
fn pairs_error(line: &[u8]) -> IResult<&[u8], Parts<'_>, ()> {
    let (text, code) = preceded(tag("ERROR = ".as_bytes()), digits1).parse(line)?;
    let end = text.iter().rposition(|byte| *byte == b')');
    let (text, behind) = end.and_then(|end| text.split_at_checked(end)).map_or((None, text), |(text, end)| (Some(text), end));
    let text = text.map(|text| preceded(tag(" (".as_bytes()), rest).parse(text)).transpose()?.map(|(_, text)| text);
    // Behind a text stands its bracket.
    let behind = if text.is_some() { behind.get(1..).unwrap_or_default() } else { behind };
    let (left, id) = all_consuming(opt(preceded(tag(", ID - ".as_bytes()), digits1))).parse(behind)?;
    Ok((left, (code, text, id)))
}

/// `0,-N`, or `<id>,-N` (R40).
fn values_error(line: &[u8]) -> IResult<&[u8], Parts<'_>, ()> {
    let (left, (id, _, code)) = all_consuming((digits1, tag(",-".as_bytes()), digits1)).parse(line)?;
    let is_zero = id.iter().all(|digit| *digit == b'0');
    Ok((left, (code, None, (!is_zero).then_some(id))))
}

/// Whether records can follow, or what the body looks like instead (R49); `None` if more of it is needed to tell.
fn looks_wrong(query: &Query<'_>, body: &[u8], limit: usize, is_all_here: bool) -> Option<Result<(), BodyKind>> {
    let within = body.get(..limit).unwrap_or(body);
    let Some(first) = within.iter().find(|byte| !byte.is_ascii_whitespace()) else {
        return is_all_here.then_some(Err(BodyKind::Empty));
    };
    if !matches!(first, b'<' | b'{' | b'[') && begins_as_record(query, body, limit) {
        return Some(Ok(()));
    }
    let looks = looks_like(query, within);
    (is_all_here || matches!(looks, BodyKind::Markup | BodyKind::Json)).then_some(Err(looks))
}

/// What a body looks like that is no reply.
fn looks_like(query: &Query<'_>, body: &[u8]) -> BodyKind {
    match body.iter().find(|byte| !byte.is_ascii_whitespace()) {
        None => BodyKind::Empty,
        Some(b'<') => BodyKind::Markup,
        Some(b'{' | b'[') => BodyKind::Json,
        _ if query.format != Format::KeyValue && (body.starts_with(b"Status =") || body.starts_with(b"ERROR =")) => {
            BodyKind::KeyValue
        }
        _ if query.format != Format::Values && format::may_be_record(Format::Values, body) => BodyKind::Values,
        _ => BodyKind::Text,
    }
}

/// Whether the body, or for a batch any of its lines within the first 1 MiB, begins like a record (R49a).
fn begins_as_record(query: &Query<'_>, body: &[u8], limit: usize) -> bool {
    let within = body.get(..limit).unwrap_or(body);
    let lines = if query.is_batch { usize::MAX } else { 1 };
    within.split(|byte| *byte == b'\n').take(lines).any(|line| format::may_be_record(query.format, line))
}
