//! The outputs that replies are written to.

use smsc_proto::{
    Buffer, Charset, Detail, Field, Format, Output, Query, RecordBuilder, StatusCode, Utf8, WriteError, WriteErrorKind, Writer,
};
use testkit::adapter::write_one;

use super::sms;

/// An output that fails.
struct Failing;

impl std::fmt::Write for Failing {
    fn write_str(&mut self, _: &str) -> std::fmt::Result {
        Err(std::fmt::Error)
    }
}

#[test]
fn a_full_buffer_is_left_unchanged() {
    let record = |id| RecordBuilder::new(StatusCode(1)).number(Field::Id, id).unwrap().text(Field::Phone, "7").unwrap().build();
    let mut bytes = [0; 16];
    let mut buffer = Buffer::new(&mut bytes);
    let mut batch = Writer::new(Query::new(Format::Values, Detail::Status).batch()).batch(&mut buffer).unwrap();
    batch.record(&record(5)).unwrap();
    assert_eq!(batch.record(&record(1000)), Err(WriteError::new(WriteErrorKind::Full { needed: 11, free: 9 })));
    assert_eq!(batch.append_raw(b"1,,,7,7\n1"), Err(WriteError::new(WriteErrorKind::Full { needed: 10, free: 9 })));
    batch.record(&record(6)).unwrap();
    batch.end().unwrap();
    assert_eq!(buffer.written(), b"1,,,5,7\n1,,,6,7");
    buffer.clear();
    assert_eq!(buffer.written(), b"");
    assert_eq!(format!("{buffer:?}"), "Buffer(0 of 16 bytes)");
}

#[test]
fn text_outputs_support_utf_8_alone() {
    let query = Query::new(Format::Values, Detail::Message);
    let mut text = String::new();
    Writer::new(query.charset(Charset::Utf8)).record(&sms(), &mut Utf8(&mut text)).unwrap();
    assert_eq!(text, "1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,Да,Ёж,,0");
    let result = Writer::new(query).record(&sms(), &mut Utf8(&mut text));
    assert_eq!(result, Err(WriteError::new(WriteErrorKind::Charset(Charset::Windows1251))));

    assert_eq!(Writer::new(query.charset(Charset::Utf8)).deleted(&mut Utf8(Failing)), Err(WriteError::new(WriteErrorKind::Output)));
}

/// An output that takes exactly the reserved bytes, and whole characters alone; no write may be
/// empty.
#[derive(Default)]
struct Announced {
    text: String,
    left: usize,
}

impl Output for Announced {
    fn write(&mut self, bytes: &[u8]) -> Result<(), WriteError> {
        assert!(!bytes.is_empty(), "an empty write");
        self.left = self.left.checked_sub(bytes.len()).expect("more than was announced");
        self.text.push_str(std::str::from_utf8(bytes).expect("a character was cut"));
        Ok(())
    }

    fn reserve(&mut self, bytes: usize) -> Result<(), WriteError> {
        assert_eq!(std::mem::replace(&mut self.left, bytes), 0, "less than was announced");
        Ok(())
    }
}

#[test]
fn a_record_of_any_length_is_written_whole() {
    for format in [Format::KeyValue, Format::Values, Format::Xml, Format::Json] {
        let writer = Writer::new(Query::new(format, Detail::Message).charset(Charset::Utf8));
        let written = |message: &str| {
            let mut out = Announced::default();
            let record = RecordBuilder::new(StatusCode(1)).text(Field::Message, message).unwrap();
            writer.replacing().record(&record.build(), &mut out).unwrap();
            assert_eq!(out.left, 0, "less than was announced");
            out.text
        };
        let empty = written("");
        let offset = empty.len() - written("Ж").split_once('Ж').unwrap().1.len();
        for len in (0..1100).chain([4000, 70_000]) {
            let message = "Ж,Ё №".chars().cycle().take(len).collect::<String>();
            // A text with a character that is part of a format's syntax is not written in one call.
            for message in [message.clone(), message + "(\t)"] {
                let expected = [&empty[..offset], &message, &empty[offset..]].concat();
                assert_eq!(written(&message).replace("\\t", "\t"), expected, "{format:?} {len}");
            }
        }
    }
}

#[test]
fn parts_of_a_batch_can_be_appended() {
    for format in [Format::KeyValue, Format::Values, Format::Xml, Format::Json] {
        let writer = Writer::new(Query::new(format, Detail::Status).batch());
        let record = |id| RecordBuilder::new(StatusCode(1)).number(Field::Id, id).unwrap().text(Field::Phone, "7").unwrap().build();
        let mut bytes = [[0; 512]; 4];
        let [expected, whole, part, other] = bytes.each_mut().map(|bytes| Buffer::new(bytes));
        let mut batch = writer.batch(expected).unwrap();
        (1..=4).for_each(|id| batch.record(&record(id)).unwrap());
        let expected = batch.end().unwrap();
        let mut batch = writer.batch(whole).unwrap();
        // Appended bytes must be records. Nothing is not a record, and so needs no separator.
        batch.append_raw(b"").unwrap();
        let [mut first, mut second] = [part, other].map(|part| writer.batch(part).unwrap());
        for (part, ids) in [(&mut first, [1, 2]), (&mut second, [3, 4])] {
            part.get_mut().clear();
            for id in ids {
                part.record(&record(id)).unwrap();
            }
            batch.append_raw(part.get_mut().written()).unwrap();
        }
        assert_eq!(batch.end().unwrap().written(), expected.written());
    }
}

#[test]
fn no_write_of_a_batch_is_empty() {
    for format in [Format::KeyValue, Format::Values, Format::Xml, Format::Json] {
        let writer = Writer::new(Query::new(format, Detail::Status).batch());
        let record = RecordBuilder::new(StatusCode(1)).text(Field::Phone, "7").unwrap().build();
        let mut part = writer.batch(Announced::default()).unwrap();
        part.get_mut().text.clear();
        part.record(&record).unwrap();
        let mut batch = writer.batch(Announced::default()).unwrap();
        batch.append_raw(part.get_mut().text.as_bytes()).unwrap();
        batch.end().unwrap();
    }
}

#[test]
fn no_error_shows_what_was_written() {
    let query = Query::new(Format::Values, Detail::Status).batch();
    let error = write_one(Writer::new(query), &RecordBuilder::new(StatusCode(1)).text(Field::Phone, "123,456").unwrap().build())
        .unwrap_err();
    assert!(!format!("{error} {error:?}").contains("456"));
    assert!(!format!("{:?}", RecordBuilder::new(StatusCode(1)).text(Field::Phone, "123456").unwrap()).contains("456"));
}
