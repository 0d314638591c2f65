//! What a body is: an API error, a deletion, or records (R11, R12, R40, R49).

use crate::error::{BodyKind, Error, ErrorKind, Fail, end_of};
use crate::lines::window::without_line_end;
use crate::lines::{api_error, format};
use crate::model::api_error::ApiError;
use crate::model::fields::MAX_RECORD;
use crate::model::message_id::{MessageId, is_id_byte};
use crate::model::query::{Detail, Format, Query};
use crate::model::record::Record;
use crate::model::record_start::looks_like_record_start;
use crate::records::Records;
use crate::scan::number;
use crate::trees::list;
use crate::trees::node::{Found, MissingKey, Start};

/// The reply to a query, from [`Query::read`].
#[derive(Clone, Debug)]
#[expect(clippy::large_enum_variant, reason = "nothing may be allocated, and nearly every reply has records")]
pub enum Reply<'a> {
    /// The server rejected the request.
    Error(ApiError<'a>),
    /// The server deleted the messages, as `del=1` asked.
    Deleted,
    /// The records of one message, or of a batch.
    Records(Records<'a>),
}

/// What the start of a body is.
#[expect(clippy::large_enum_variant, reason = "nothing may be allocated, and it is made once for a reply")]
pub(crate) enum Opening<'a> {
    Error(ApiError<'a>),
    Deleted,
    /// One record, which is the whole body.
    Record(Result<Record<'a>, Error>),
    /// A list: the offset of its first element, and whether it is empty.
    List(usize, bool),
    /// A batch of lines, or a single line: its offset.
    Records(usize),
    /// Undecided: more bytes are needed.
    More,
}

pub(crate) const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

impl<'q> Query<'q> {
    /// Parses the body of a reply to this query. Nothing is copied: the records borrow from the
    /// body, and each is parsed when the iterator reaches it.
    ///
    /// # Errors
    ///
    /// If the body is no reply to such a query at all (empty, HTML, other text), or an API error
    /// that is malformed. A malformed record is an error among the records, in its place.
    ///
    /// # Examples
    ///
    /// ```
    /// use smsc_proto::{ApiErrorCode, Detail, Format, MessageId, Query, Reply};
    ///
    /// let query = Query::new(Format::Values, Detail::Status).batch();
    /// let body = b"1,1760080210,0,101,79990000001\n20,1760080211,1,102,79990000002\n";
    /// match query.read(body)? {
    ///     Reply::Records(records) => {
    ///         let ids: Vec<_> = records.map(|record| record.map(|record| record.id())).collect();
    ///         assert_eq!(ids, [Ok(MessageId::new(101)), Ok(MessageId::new(102))]);
    ///     }
    ///     Reply::Error(error) => panic!("{error}"),
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
        if certainly_starts_record(self, body) {
            return Ok(Reply::Records(Records::new(*self, body, 0)));
        }
        self.read_slow(body)
    }

    fn read_slow<'a>(&self, body: &'a [u8]) -> Result<Reply<'a>, Error>
    where
        'q: 'a,
    {
        Ok(match open(self, body, MAX_RECORD, true)? {
            Opening::Error(error) => Reply::Error(error),
            Opening::Deleted => Reply::Deleted,
            Opening::Record(record) => Reply::Records(Records::one(*self, &record)),
            Opening::List(start, is_empty) => Reply::Records(Records::list(*self, body, start, is_empty)),
            Opening::Records(start) => Reply::Records(Records::new(*self, body, start)),
            // Never needed for a whole body.
            Opening::More => Reply::Records(Records::new(*self, body, body.len())),
        })
    }
}

/// Returns whether a body of fmt 0 or 1 starts with a status, in fmt 1 of one or two digits and
/// with a timestamp after it: then it is neither an API error nor a deletion nor anything else.
#[inline]
fn certainly_starts_record(query: &Query<'_>, body: &[u8]) -> bool {
    match query.format {
        Format::Values => {
            let starts =
                matches!(body, [b'0'..=b'9', b',', b'0'..=b'9', ..] | [b'-' | b'0'..=b'9', b'0'..=b'9', b',', b'0'..=b'9', ..]);
            starts && !may_be_reply_of_send(query, body)
        }
        Format::KeyValue => looks_like_record_start(Format::KeyValue, body),
        Format::Xml | Format::Json => false,
    }
}

/// Returns whether a body may be a reply of send.php; [`reply_of_send`] decides.
#[inline]
fn may_be_reply_of_send(query: &Query<'_>, body: &[u8]) -> bool {
    if query.is_batch || query.detail != Detail::Status {
        return false;
    }
    let time = body.iter().position(|byte| *byte == b',').and_then(|comma| body.get(comma.saturating_add(1)..));
    // Ten digits are a time after 2001.
    !time.is_some_and(|time| matches!(time, [b'1'..=b'9', digits @ ..] if digits.iter().take(9).filter(|byte| byte.is_ascii_digit()).count() == 9))
}

/// Returns what a single reply of all=0 is that has the values of one of send.php:
/// `<id>,<n>[,<cost>[,<balance>]]`. No status was last changed at a time as early as the number `n`
/// (R49b). Returns `None` for any other reply.
fn reply_of_send(query: &Query<'_>, body: &[u8]) -> Option<BodyKind> {
    if query.is_batch || query.detail != Detail::Status || query.format != Format::Values {
        return None;
    }
    let mut values = without_line_end(body).split(|byte| *byte == b',');
    let (id, count, others) = (values.next()?, values.next()?, values.count());
    number::integer(count, 1, 999_999_999)?;
    if others > 2 || !is_id_byte(*id.first()?) {
        return None;
    }
    // Only an id shows that it is a reply of send.php, and not another one of fmt 1.
    Some(MessageId::from_bytes(id).map_or(BodyKind::Values, |_| BodyKind::SendReply))
}

/// Classifies a body by its first bytes. `window` is what was received so far; at most `limit`
/// bytes are examined.
pub(crate) fn open<'a>(query: &Query<'_>, window: &'a [u8], limit: usize, is_last: bool) -> Result<Opening<'a>, Error> {
    let start = if window.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
    let body = window.get(start..).unwrap_or_default();
    // The end of a body that is exactly as long as the limit is unknown.
    let is_complete = is_last || body.len() > limit;
    if let Format::Xml | Format::Json = query.format {
        return open_tree(query, body, start, limit, is_last);
    }
    let may_be_mark = !is_last && window.len() < BYTE_ORDER_MARK.len();
    if may_be_mark || !is_complete && may_be_short_reply(query.format, body) {
        return Ok(Opening::More);
    }
    if is_last && (!query.is_batch || body.len() <= limit) {
        match short_reply(query, body) {
            Some(Ok(opening)) => return Ok(opening),
            Some(Err(fail)) => return Err(Error::new(fail, body, start)),
            None => {}
        }
    }
    if is_last && let Some(kind) = reply_of_send(query, body) {
        return Err(not_a_reply(query, kind, None, start));
    }
    let limit = if query.is_batch { limit } else { usize::MAX };
    match find_records(query, body, limit, is_complete) {
        None => Ok(Opening::More),
        Some(Ok(())) => Ok(Opening::Records(start)),
        Some(Err(kind)) => Err(not_a_reply(query, kind, None, start)),
    }
}

/// Returns the error of a body of this kind, which is no reply.
pub(crate) fn not_a_reply(query: &Query<'_>, kind: BodyKind, missing: Option<MissingKey>, start: usize) -> Error {
    let expected = match (query.format, missing) {
        (Format::KeyValue, _) => "an fmt=0 reply",
        (Format::Values, _) => "an fmt=1 reply",
        (Format::Xml, None) => "an fmt=2 reply",
        (Format::Xml, Some(MissingKey::Field)) => "an fmt=2 reply, which has `last_timestamp` or another key beside `status`",
        (Format::Xml, Some(MissingKey::Error)) => "an fmt=2 reply, which has the key `error` beside `error_code`",
        (Format::Json, None) => "an fmt=3 reply",
        (Format::Json, Some(MissingKey::Field)) => "an fmt=3 reply, which has `last_timestamp` or another key beside `status`",
        (Format::Json, Some(MissingKey::Error)) => "an fmt=3 reply, which has the key `error` beside `error_code`",
    };
    // The kind of a body is independent of how much of it was received, and so its span has to be.
    Error::new(Fail::new(ErrorKind::NotAReply(kind), expected, b""), b"", start)
}

/// Classifies a body of fmt 2 or 3, whose first token decides whether it is a list.
fn open_tree<'a>(query: &Query<'_>, body: &'a [u8], start: usize, limit: usize, is_last: bool) -> Result<Opening<'a>, Error> {
    // A list may be of any length, but it has to start within the limit, beyond which a chunk
    // reader cannot wait.
    let within = if query.is_batch { body.get(..limit).unwrap_or(body) } else { body };
    let mut record = Record::new(query.charset).escaped(query.format.escape());
    let mut found = list::start(query, within, &mut record);
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
            one if is_last => (found, record) = (one, whole),
            _ => {}
        }
    }
    let too_long = Error::new(Fail::new(ErrorKind::TooLong { limit }, "a list", end_of(within)), within, start);
    match found {
        Ok(Start::Neither) => Err(not_a_reply(query, body_kind(query, within), None, start)),
        Ok(Start::One(_)) | Err(_) if !is_last => Err(too_long),
        Ok(Start::One(Found::Record)) => Ok(Opening::Record(Ok(record))),
        Ok(Start::One(Found::Error(error))) => Ok(Opening::Error(error)),
        Ok(Start::One(Found::Deleted)) => Ok(Opening::Deleted),
        Ok(Start::One(Found::Foreign(missing))) => Err(not_a_reply(query, body_kind(query, within), Some(missing), start)),
        Ok(Start::List(..)) => Err(too_long),
        Err(fail) => Ok(Opening::Record(Err(Error::new(fail, body, start)))),
    }
}

/// Returns whether a body starts like an API error or a deletion, which its end has to confirm.
fn may_be_short_reply(format: Format, body: &[u8]) -> bool {
    let starts = |with: &[u8]| body.iter().zip(with).all(|(byte, other)| byte == other);
    starts(b"OK")
        || match format {
            Format::KeyValue => starts(b"ERROR = "),
            Format::Xml | Format::Json => false,
            Format::Values => {
                let rest = body.iter().position(|byte| !is_id_byte(*byte)).and_then(|at| body.get(at..));
                rest.is_none_or(|rest| rest == b"," || rest.starts_with(b",-"))
            }
        }
}

/// Parses an API error or a deletion. Returns `None` if the body starts otherwise. One line end may
/// follow, and any number after a batch (R20a).
fn short_reply<'a>(query: &Query<'_>, body: &'a [u8]) -> Option<Result<Opening<'a>, Fail<'a>>> {
    let mut line = without_line_end(body);
    while query.is_batch && line.ends_with(b"\n") {
        line = without_line_end(line);
    }
    // The first of several lines is a record (R15a).
    if query.is_batch && line.contains(&b'\n') {
        return None;
    }
    if line == b"OK" {
        return Some(Ok(Opening::Deleted));
    }
    api_error::parse(query.format, query.charset, line).map(|error| error.map(Opening::Error))
}

/// Returns whether records can follow, or what the body is instead (R49). Returns `None` if that is
/// undecided.
fn find_records(query: &Query<'_>, body: &[u8], limit: usize, is_complete: bool) -> Option<Result<(), BodyKind>> {
    let within = body.get(..limit).unwrap_or(body);
    let Some(first) = within.iter().find(|byte| !byte.is_ascii_whitespace()) else {
        return is_complete.then_some(Err(BodyKind::Empty));
    };
    if !matches!(first, b'<' | b'{' | b'[') && starts_as_record(query, body, limit) {
        return Some(Ok(()));
    }
    let kind = body_kind(query, within);
    (is_complete || matches!(kind, BodyKind::Markup | BodyKind::Json)).then_some(Err(kind))
}

impl Format {
    /// Returns the format of a body by its first bytes. Returns `None` if these start no reply in any
    /// format.
    ///
    /// ```
    /// use smsc_proto::Format;
    ///
    /// assert_eq!(Format::of_body(b"[{\"status\": 1}]"), Some(Format::Json));
    /// assert_eq!(Format::of_body(b"Status = 1"), Some(Format::KeyValue));
    /// assert_eq!(Format::of_body(b"Bad gateway"), None);
    /// ```
    #[must_use]
    pub fn of_body(body: &[u8]) -> Option<Self> {
        let body = body.strip_prefix(BYTE_ORDER_MARK).unwrap_or(body).trim_ascii_start();
        match body {
            [b'<', ..] => Some(Format::Xml),
            [b'{' | b'[', ..] => Some(Format::Json),
            _ if body.starts_with(b"Status =") || body.starts_with(b"ERROR =") => Some(Format::KeyValue),
            _ => format::may_be_record(Format::Values, body).then_some(Format::Values),
        }
    }
}

/// Returns what a body looks like that is no reply.
pub(crate) fn body_kind(query: &Query<'_>, body: &[u8]) -> BodyKind {
    match body.iter().find(|byte| !byte.is_ascii_whitespace()) {
        None => BodyKind::Empty,
        Some(b'<') => BodyKind::Markup,
        Some(b'{' | b'[') => BodyKind::Json,
        _ if query.format != Format::KeyValue && (body.starts_with(b"Status =") || body.starts_with(b"ERROR =")) => {
            BodyKind::KeyValue
        }
        _ if query.format != Format::Values && format::may_be_record(Format::Values, body) => BodyKind::Values,
        _ if is_file_name(body) => BodyKind::FileName,
        _ => BodyKind::Text,
    }
}

/// The length of the longest path that may name a file.
const MAX_FILE_NAME: usize = 4096;

/// Returns whether a body is one line with a path, or with a name that ends like that of a file in
/// which replies are kept.
fn is_file_name(body: &[u8]) -> bool {
    let name = without_line_end(body);
    let has_drive = matches!(name, [b'A'..=b'Z' | b'a'..=b'z', b':', b'/' | b'\\', _, ..]);
    let has_folder = ["/", "./", "../", "~/", ".\\", "..\\"].iter().any(|start| name.starts_with(start.as_bytes()));
    let endings = [".txt", ".csv", ".json", ".xml", ".log", ".dat"];
    let has_ending = endings.iter().any(|end| name.len() > end.len() && name.ends_with(end.as_bytes()));
    let is_line = name.len() <= MAX_FILE_NAME && !name.iter().any(u8::is_ascii_control);
    is_line && (has_drive || has_folder || has_ending && !name.contains(&b' '))
}

/// Returns whether the body, or of a batch any line within the limit, starts like a record (R49a).
fn starts_as_record(query: &Query<'_>, body: &[u8], limit: usize) -> bool {
    let within = body.get(..limit).unwrap_or(body);
    let lines = if query.is_batch { usize::MAX } else { 1 };
    within.split(|byte| *byte == b'\n').take(lines).any(|line| format::may_be_record(query.format, line))
}
