//! The target for the C layer: its functions return what the core returns, and every view is in the
//! input.

pub(super) mod callback;
mod record;

use smsc_proto::{Charset, ChunkReader, Error, Event, Matcher, MessageKind, Query, Reply};
use testkit_c::chunks::{smsc_chunk_reader_begin, smsc_chunk_reader_next};
use testkit_c::codes::{smsc_charset, smsc_kind};
use testkit_c::index::{smsc_requested_index_begin, smsc_requested_index_get_room};
use testkit_c::names::smsc_error_describe;
use testkit_c::read::{smsc_reader_begin, smsc_reader_next};
use testkit_c::requested::{smsc_requested_match, smsc_requested_set, smsc_requested_set_text};
use testkit_c::results::smsc_result;
use testkit_c::text::smsc_text_looks_like_utf8;
use testkit_c::types::{
    smsc_api_error, smsc_chunk_reader, smsc_error, smsc_query, smsc_reader, smsc_record, smsc_requested, smsc_requested_index,
    smsc_view,
};

use super::input::Input;
use crate::adapter;

pub(super) fn check(data: &[u8]) {
    let Input { query, body, lengths, .. } = Input::new(None, data);
    // A box ends at the last byte, so that a sanitizer detects a read past the end.
    let body = body.into_boxed_slice();
    adapter::with_query(&query, |query| {
        let pairs: Vec<_> = query.get_requested().unwrap_or_default().iter().map(pair_of).collect();
        let given = query_of(&query, &pairs);
        whole(&query, &given, &body);
        chunked(&query.batch(), &smsc_query { batch: 1, ..given }, &body, lengths);
        // The index changes nothing.
        with_index(given, &pairs, |given| whole(&query, &given, &body));
        with_index(given, &pairs, |given| chunked(&query.batch(), &smsc_query { batch: 1, ..given }, &body, lengths));
    });
}

const NO_VIEW: smsc_view = smsc_view { ptr: std::ptr::null(), len: 0 };

fn size_of<T>() -> u32 {
    u32::try_from(std::mem::size_of::<T>()).expect("a small struct")
}

fn is(code: i32, expected: smsc_result) -> bool {
    code == expected as i32
}

/// Returns the bytes of a view, which must be a part of `input`. An empty view may point anywhere,
/// but must not be NULL: the empty view of a self-closed element points into the library.
fn inside(view: smsc_view, input: &[u8]) -> &[u8] {
    if view.len == 0 {
        assert!(!view.ptr.is_null(), "the pointer of an empty text is NULL");
        return &[];
    }
    let start = (view.ptr as usize).checked_sub(input.as_ptr() as usize).expect("a view that starts in the input");
    input.get(start..start + view.len).expect("a view that ends in the input")
}

fn pair_of(pair: &smsc_proto::Requested<'_>) -> smsc_requested {
    let mut set = smsc_requested { opaque: [0; 4] };
    let (phone, phone_len) = (pair.phone.as_ptr().cast(), pair.phone.len());
    // SAFETY: the pointer is aligned, and the id and the phone outlive the pair.
    let code = unsafe {
        match pair.id.text() {
            None => smsc_requested_set(&raw mut set, pair.id.number().unwrap_or_default(), phone, phone_len),
            Some(id) => smsc_requested_set_text(&raw mut set, id.as_ptr().cast(), id.len(), phone, phone_len),
        }
    };
    assert!(is(code, smsc_result::Ok), "the pair was rejected with {code}");
    set
}

fn query_of(query: &Query<'_>, pairs: &[smsc_requested]) -> smsc_query {
    smsc_query {
        size: size_of::<smsc_query>(),
        format: query.get_format() as i32,
        all: query.get_detail() as i32,
        batch: query.is_batch().into(),
        charset: charset_of(query.get_charset()),
        kind: kind_of(query.get_kind()),
        requested: if query.get_requested().is_some() { pairs.as_ptr() } else { std::ptr::null() },
        requested_len: pairs.len(),
        index: std::ptr::null_mut(),
    }
}

fn charset_of(charset: Charset) -> i32 {
    let number = match charset {
        Charset::Koi8R => smsc_charset::Koi8R,
        Charset::Utf8 => smsc_charset::Utf8,
        _ => smsc_charset::Windows1251,
    };
    number as i32
}

/// Calls a function with the query with an index of its pairs, if it has pairs.
fn with_index(query: smsc_query, pairs: &[smsc_requested], check: impl FnOnce(smsc_query)) {
    if query.requested.is_null() {
        return;
    }
    let (mut index, mut len) = (smsc_requested_index { opaque: [0; 8] }, 0);
    // SAFETY: the pointer is to a local.
    let code = unsafe { smsc_requested_index_get_room(pairs.len(), &raw mut len) };
    assert!(is(code, smsc_result::Ok), "no room with {code}");
    let mut room = vec![0; len].into_boxed_slice();
    // SAFETY: the pairs were set, and they and the room outlive the use of the index.
    let code = unsafe { smsc_requested_index_begin(pairs.as_ptr(), pairs.len(), room.as_mut_ptr(), len, &raw mut index) };
    assert!(is(code, smsc_result::Ok), "no index with {code}");
    check(smsc_query { index: &raw mut index, ..query });
}

fn kind_of(kind: MessageKind) -> i32 {
    let number = match kind {
        MessageKind::Auto => smsc_kind::Auto,
        MessageKind::Sms => smsc_kind::Sms,
        MessageKind::Hlr => smsc_kind::Hlr,
        MessageKind::Email => smsc_kind::Email,
    };
    number as i32
}

/// The memory that the functions write into.
struct Outputs {
    record: smsc_record,
    api_error: smsc_api_error,
    error: smsc_error,
}

impl Outputs {
    fn new() -> Self {
        let error = smsc_error {
            size: size_of::<smsc_error>(),
            code: 0,
            field: 0,
            body_kind: 0,
            offset: 0,
            start: 0,
            end: 0,
            expected: NO_VIEW,
            amount: 0,
            name: NO_VIEW,
        };
        let api_error =
            smsc_api_error { size: size_of::<smsc_api_error>(), code: 0, id: 0, encoding: 0, text: NO_VIEW, text_id: NO_VIEW };
        Self { record: record::empty(), api_error, error }
    }

    fn assert_api_error(&self, code: i32, expected: &smsc_proto::ApiError<'_>, input: &[u8]) {
        assert!(is(code, smsc_result::Refused), "API error with {code}");
        assert_eq!(u32::try_from(self.api_error.code), Ok(expected.code.0));
        record::assert_id(self.api_error.id, self.api_error.text_id, expected.id, input);
        match expected.text {
            Some(text) => {
                assert_eq!(inside(self.api_error.text, input), text.as_bytes());
                record::assert_decodes(self.api_error.text, self.api_error.encoding, text);
                let mut looks_like_utf8 = -1;
                // SAFETY: the view is in the input, which is still alive.
                let code =
                    unsafe { smsc_text_looks_like_utf8(self.api_error.text, self.api_error.encoding, &raw mut looks_like_utf8) };
                assert!(is(code, smsc_result::Ok) && looks_like_utf8 == i32::from(text.looks_like_utf8()), "UTF-8 with {code}");
            }
            None => assert!(self.api_error.text.ptr.is_null(), "an unexpected text"),
        }
    }

    fn assert_malformed(&self, code: i32, expected: &Error) {
        assert!((200..300).contains(&code) && code == self.error.code, "malformed with {code}, and {}", self.error.code);
        let span = expected.span();
        let expected = (expected.offset(), span.start, span.end);
        assert_eq!((self.error.offset, self.error.start, self.error.end), expected);
        let mut buffer = [0_u8; 256];
        let mut len = 0;
        // SAFETY: the library filled the error; the other pointers are to locals of this function.
        let code = unsafe { smsc_error_describe(&raw const self.error, buffer.as_mut_ptr().cast(), buffer.len(), &raw mut len) };
        assert!(is(code, smsc_result::Ok) && buffer[..len].is_ascii() && buffer[len] == 0, "no message: {code}, {len} bytes");
    }
}

/// Compares the readers of whole bodies: `smsc_reader_begin` and `smsc_reader_next` with
/// `Query::read`, `smsc_requested_match` with `Matcher`.
fn whole(query: &Query<'_>, given: &smsc_query, body: &[u8]) {
    let mut outputs = Outputs::new();
    let mut reader = smsc_reader { opaque: [0; 128] };
    // SAFETY: every pointer is valid and aligned, and the body outlives the reader.
    let code = unsafe {
        let (api_error, error) = (&raw mut outputs.api_error, &raw mut outputs.error);
        smsc_reader_begin(given, body.as_ptr().cast(), body.len(), &raw mut reader, api_error, error)
    };
    let mut records = match query.read(body) {
        Ok(Reply::Records(records)) => records,
        Ok(Reply::Error(expected)) => return outputs.assert_api_error(code, &expected, body),
        Ok(Reply::Deleted) => return assert!(is(code, smsc_result::Deleted), "deleted with {code}"),
        Err(expected) => return outputs.assert_malformed(code, &expected),
    };
    assert!(is(code, smsc_result::Ok), "records with {code}");
    let mut matcher = Matcher::new(query.get_requested().unwrap_or_default());
    let mut next = 0;
    loop {
        // SAFETY: the reader was initialised, and the body is still alive.
        let code = unsafe { smsc_reader_next(&raw mut reader, &raw mut outputs.record, &raw mut outputs.error) };
        match records.next() {
            None => return assert!(is(code, smsc_result::End), "the end with {code}"),
            Some(Err(expected)) => outputs.assert_malformed(code, &expected),
            Some(Ok(expected)) => {
                assert!(is(code, smsc_result::Ok), "a record with {code}");
                record::assert_same(&outputs.record, &expected, body);
                record::assert_meaning(&outputs.record, &expected, query.get_kind());
                record::assert_written(given, query, &outputs.record, &expected);
                let mut missing = 0;
                // SAFETY: all pairs were set, and the record's texts are in the body.
                let code = unsafe { smsc_requested_match(given, &raw mut next, &raw const outputs.record, &raw mut missing) };
                match matcher.accept(&expected) {
                    None => assert!(is(code, smsc_result::Unexpected), "unexpected with {code}"),
                    Some(skipped) => {
                        assert!(is(code, smsc_result::Ok), "requested with {code}");
                        assert_eq!((missing, given.requested_len - next), (skipped.len(), matcher.remaining().len()));
                    }
                }
            }
        }
    }
}

/// Compares the chunk readers, step by step: `smsc_chunk_reader_next` with `ChunkReader`.
fn chunked(query: &Query<'_>, given: &smsc_query, body: &[u8], lengths: [usize; 2]) {
    let mut outputs = Outputs::new();
    let mut reader = smsc_chunk_reader { opaque: [0; 40] };
    let mut most = 0;
    // SAFETY: every pointer is valid and aligned.
    let code = unsafe { smsc_chunk_reader_begin(given, 0, &raw mut reader, &raw mut most) };
    let mut expected = ChunkReader::new(*query);
    assert!(is(code, smsc_result::Ok) && most == expected.max_window(), "begin with {code}");
    let (mut start, mut end) = (0, 0);
    let mut lengths = lengths.into_iter().cycle();
    loop {
        // As above, a box ends at the last byte.
        let window: Box<[u8]> = body[start..end].into();
        let is_last = end == body.len();
        let mut consumed = 0;
        // SAFETY: the reader was initialised, and the window outlives the use of the record.
        let code = unsafe {
            let Outputs { record, api_error, error } = &mut outputs;
            let (bytes, len) = (window.as_ptr().cast(), window.len());
            smsc_chunk_reader_next(&raw mut reader, bytes, len, is_last.into(), &raw mut consumed, record, api_error, error)
        };
        let (expected_consumed, event) = match expected.read(&window, is_last) {
            Ok(read) => read,
            Err(expected) => {
                assert_eq!(consumed, window.len());
                return outputs.assert_malformed(code, &expected);
            }
        };
        assert_eq!(consumed, expected_consumed);
        start += consumed;
        match event {
            Event::NeedMore => {
                assert!(is(code, smsc_result::NeedMore), "need more with {code}");
                end = body.len().min(end + lengths.next().unwrap_or(1));
            }
            Event::Record(Ok(expected)) => {
                assert!(is(code, smsc_result::Ok), "a record with {code}");
                record::assert_same(&outputs.record, &expected, &window);
            }
            Event::Record(Err(expected)) => outputs.assert_malformed(code, &expected),
            Event::Error(expected) => outputs.assert_api_error(code, &expected, &window),
            Event::Deleted => assert!(is(code, smsc_result::Deleted), "deleted with {code}"),
            Event::End => return assert!(is(code, smsc_result::End), "the end with {code}"),
        }
    }
}
