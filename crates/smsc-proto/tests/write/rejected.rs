//! Records that the writer rejects: the error, the field that it is about, and the replacement.

use Field::{Comment, Cost, Flag, Id, Imsi, Message, Phone, Rnet, SendTimestamp, SenderId, Status, StatusName, Type};
use smsc_proto::WriteErrorKind::{Absent, Ambiguous, Comma, Label, LineBreak, Misread, NoPlace, Unreadable};
use smsc_proto::{
    Charset, Detail, Field, Format, Query, Record, RecordBuilder, StatusCode, Value, WriteError, WriteErrorKind, Writer,
};
use testkit::adapter::write_one;

use super::{fitted, read, sms};

const VALUES: Query<'static> = Query::new(Format::Values, Detail::Message).charset(Charset::Utf8);
const KEY_VALUE: Query<'static> = Query::new(Format::KeyValue, Detail::Message).charset(Charset::Utf8);

/// A field with its new text, or without a value.
type Change = (Field, Option<&'static str>);

/// A record that cannot be written.
struct Rejected {
    record: fn() -> Record<'static>,
    changes: &'static [Change],
    error: WriteErrorKind,
    at: Field,
    /// The line that a writer with `replacing` writes instead.
    replaced: &'static str,
}

impl Rejected {
    fn check(&self, query: Query<'_>) {
        let (record, error) = (changed(&(self.record)(), self.changes), self.error.at(self.at));
        assert_eq!(write_one(Writer::new(query), &record), Err(error), "{:?}", self.changes);
        let written = write_one(Writer::new(query).replacing(), &record).unwrap();
        assert_eq!(String::from_utf8(written).unwrap(), self.replaced, "{error}: {:?}", self.changes);
    }
}

/// Returns the record with these changes.
fn changed(record: &Record<'static>, changes: &[Change]) -> Record<'static> {
    let is_changed = |field: Field| field == Status || changes.iter().any(|(changed, _)| *changed == field);
    let builder = record.fields().filter(|(field, _)| !is_changed(*field)).fold(
        RecordBuilder::new(record.status()),
        |builder, (field, value)| {
            match value {
                Value::Number(number) => builder.number(field, number),
                Value::Cost(cost) => builder.text(field, cost.as_str()),
                Value::Text(text) => builder.text(field, text.as_str().unwrap()),
            }
            .unwrap()
        },
    );
    let set = |builder: RecordBuilder<'static>, (field, text): &Change| match text {
        Some(text) => builder.text(*field, text).or_else(|_| builder.number(*field, text.parse().unwrap())).unwrap(),
        None => builder,
    };
    changes.iter().fold(builder, set).build()
}

/// Returns the record of [`sms`] with another text in a field.
fn sms_with(field: Field, text: &'static str) -> Record<'static> {
    changed(&sms(), &[(field, Some(text))])
}

fn hlr() -> Record<'static> {
    fitted(VALUES, true)
}

#[rustfmt::skip]
const SMS_OF_FMT_1: &[Rejected] = &[
    Rejected {
        record: sms, changes: &[(Message, Some("a,b"))], error: Ambiguous, at: Message,
        replaced: "1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,Да,a,b,,0",
    },
    Rejected {
        record: sms, changes: &[(Comment, Some("a,b"))], error: Ambiguous, at: Comment,
        replaced: "1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,Да,Ёж,a,b,0",
    },
    Rejected {
        record: sms, changes: &[(Comment, Some(" a"))], error: Ambiguous, at: Comment,
        replaced: "1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,Да,Ёж, a,0",
    },
    Rejected {
        record: sms, changes: &[(Message, Some("a,b")), (Comment, None)], error: Ambiguous, at: Message,
        replaced: "1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,Да,a,b,,0",
    },
    Rejected {
        record: sms, changes: &[(Message, Some("a,b, 7")), (Comment, None), (Type, None)], error: Comma, at: Message,
        replaced: "1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,Да,a,b  7",
    },
    Rejected {
        record: sms, changes: &[(SenderId, Some("a,b"))], error: Comma, at: SenderId,
        replaced: "1,1760080210,0,1760080202,79990000020,2.12,a b,Да,Ёж,,0",
    },
    // The comment is dropped with the type.
    Rejected {
        record: sms, changes: &[(Type, Some("16"))], error: Misread, at: Type,
        replaced: "1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,Да,Ёж",
    },
    Rejected {
        record: sms, changes: &[(Type, None)], error: Absent, at: Type,
        replaced: "1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,Да,Ёж",
    },
    Rejected {
        record: sms, changes: &[(StatusName, None)], error: Absent, at: StatusName,
        replaced: "1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,,Ёж,,0",
    },
    Rejected {
        record: sms, changes: &[(Flag, Some("1"))], error: NoPlace, at: Flag,
        replaced: "1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,Да,Ёж,,0",
    },
    Rejected {
        record: sms, changes: &[(SendTimestamp, Some("10000000000"))], error: Misread, at: SendTimestamp,
        replaced: "1,1760080210,0,0,79990000020,2.12,GLOBUS,Да,Ёж,,0",
    },
];

#[rustfmt::skip]
const HLR_OF_FMT_1: &[Rejected] = &[
    Rejected {
        record: hlr, changes: &[(Rnet, Some("a,b"))], error: Ambiguous, at: Rnet,
        replaced: "1,1760080210,0,250023012345678,79232510066,250,02,Россия,МТС,,a,b,1760080202,79990000020,2.10,HLR,Да,Ёж,4",
    },
    Rejected {
        record: hlr, changes: &[(Rnet, Some("a,7"))], error: Ambiguous, at: Rnet,
        replaced: "1,1760080210,0,250023012345678,79232510066,250,02,Россия,МТС,,a,7,1760080202,79990000020,2.10,HLR,Да,Ёж,4",
    },
    Rejected {
        record: hlr, changes: &[(Rnet, Some("a,7")), (Phone, Some("7,8"))], error: Ambiguous, at: Rnet,
        replaced: "1,1760080210,0,250023012345678,79232510066,250,02,Россия,МТС,,a,7,1760080202,7 8,2.10,HLR,Да,Ёж,4",
    },
    Rejected {
        record: hlr, changes: &[(Rnet, Some("a,7")), (Phone, Some("8")), (SenderId, Some("x"))], error: Ambiguous, at: Rnet,
        replaced: "1,1760080210,0,250023012345678,79232510066,250,02,Россия,МТС,,a 7,1760080202,8,2.10,x,Да,Ёж,4",
    },
    Rejected {
        record: hlr, changes: &[(Rnet, Some("a,7,b,1.5,HLR")), (SenderId, Some("x"))], error: Ambiguous, at: Rnet,
        replaced: "1,1760080210,0,250023012345678,79232510066,250,02,Россия,МТС,,a 7 b 1.5 HLR,1760080202,79990000020,2.10,x,Да,Ёж,4",
    },
    Rejected {
        record: hlr, changes: &[(Imsi, Some("25002"))], error: Misread, at: Imsi,
        replaced: "1,1760080210,0,,79232510066,250,02,Россия,МТС,,,1760080202,79990000020,2.10,HLR,Да,Ёж,4",
    },
    Rejected {
        record: hlr, changes: &[(SenderId, Some("x")), (Type, None)], error: Misread, at: Type,
        replaced: "1,1760080210,0,250023012345678,79232510066,250,02,Россия,МТС,,,1760080202,79990000020,2.10,x,Да,Ёж,4",
    },
];

#[test]
fn records_of_fmt_1() {
    for rejected in SMS_OF_FMT_1.iter().chain(HLR_OF_FMT_1) {
        rejected.check(VALUES);
    }
}

/// Returns the record of [`sms`] without the fields that fmt 0 lacks.
fn sms_of_fmt_0() -> Record<'static> {
    changed(&sms(), &[(SendTimestamp, None), (Field::LastTimestamp, None)])
}

#[rustfmt::skip]
const OF_FMT_0: &[Rejected] = &[
    Rejected {
        record: sms_of_fmt_0, changes: &[(Message, Some("a, type = 5"))], error: Label, at: Message,
        replaced: "Status = 1, err = 0, phone = 79990000020, cost = 2.12, sender_id = GLOBUS, status_name = Да, \
                   message = a, type - 5, comment = , type = 0",
    },
    Rejected {
        record: sms_of_fmt_0, changes: &[(Message, Some("a, comment = b"))], error: Label, at: Message,
        replaced: "Status = 1, err = 0, phone = 79990000020, cost = 2.12, sender_id = GLOBUS, status_name = Да, \
                   message = a, comment - b, comment = , type = 0",
    },
    Rejected {
        record: sms_of_fmt_0, changes: &[(Comment, Some("a, type = 5"))], error: Label, at: Comment,
        replaced: "Status = 1, err = 0, phone = 79990000020, cost = 2.12, sender_id = GLOBUS, status_name = Да, \
                   message = Ёж, comment = a, type - 5, type = 0",
    },
    Rejected {
        record: sms_of_fmt_0, changes: &[(Comment, Some("a, comment = b"))], error: Label, at: Comment,
        replaced: "Status = 1, err = 0, phone = 79990000020, cost = 2.12, sender_id = GLOBUS, status_name = Да, \
                   message = Ёж, comment = a, comment - b, type = 0",
    },
    Rejected {
        record: sms_of_fmt_0, changes: &[(StatusName, Some("a, message = b"))], error: Label, at: StatusName,
        replaced: "Status = 1, err = 0, phone = 79990000020, cost = 2.12, sender_id = GLOBUS, status_name = a, message - b, \
                   message = Ёж, comment = , type = 0",
    },
    Rejected {
        record: sms_of_fmt_0, changes: &[(Phone, Some("a, b"))], error: Comma, at: Phone,
        replaced: "Status = 1, err = 0, phone = a  b, cost = 2.12, sender_id = GLOBUS, status_name = Да, \
                   message = Ёж, comment = , type = 0",
    },
    // A key at the very end needs no space after it (R44e).
    Rejected {
        record: status_alone, changes: &[(Message, Some("a, comment ="))], error: Label, at: Message,
        replaced: "Status = 1, message = a, comment -",
    },
    Rejected {
        record: status_alone, changes: &[(Message, Some("a, type = 5, foo ="))], error: Label, at: Message,
        replaced: "Status = 1, message = a, type - 5, foo =",
    },
];

fn status_alone() -> Record<'static> {
    RecordBuilder::new(StatusCode(1)).build()
}

#[test]
fn records_of_fmt_0() {
    for rejected in OF_FMT_0 {
        rejected.check(KEY_VALUE);
    }
    // These texts are not misread, so they are written as they are.
    for text in ["a, phone = 5", "a, type = x", "a, type = 5, b", "type = 5", "a,type = 5", "a, foo = b"] {
        let written = write_one(Writer::new(KEY_VALUE), &changed(&sms_of_fmt_0(), &[(Message, Some(text))])).unwrap();
        assert!(String::from_utf8(written).unwrap().contains(text));
    }
}

/// A record that a batch of fmt 1 cannot contain.
struct RejectedInBatch {
    record: fn() -> Record<'static>,
    changes: &'static [Change],
    error: WriteErrorKind,
    at: Field,
}

#[rustfmt::skip]
const IN_A_BATCH: &[RejectedInBatch] = &[
    RejectedInBatch { record: sms, changes: &[(Id, Some("5")), (Message, Some("a\nb"))], error: LineBreak, at: Message },
    RejectedInBatch { record: sms, changes: &[(Id, Some("5")), (Message, Some("a\rb"))], error: LineBreak, at: Message },
    RejectedInBatch { record: sms, changes: &[], error: Unreadable, at: Id },
    RejectedInBatch {
        record: hlr, changes: &[(Id, Some("5")), (Cost, None), (Message, Some("1,2,3,4.5,5,6"))], error: Comma, at: Message,
    },
    RejectedInBatch { record: hlr, changes: &[(Id, Some("5")), (Message, Some("1,2,3,HLR,x,y"))], error: Ambiguous, at: Message },
    RejectedInBatch {
        record: hlr, changes: &[(Id, Some("5")), (Phone, Some("7")), (SenderId, Some("5")), (Message, Some("x,y"))],
        error: Ambiguous, at: Message,
    },
    RejectedInBatch {
        record: hlr,
        changes: &[(Id, Some("5")), (Cost, None), (Phone, Some("7")), (SenderId, Some("5")), (Message, Some("x,y"))],
        error: Comma, at: Message,
    },
    // The slots of the type and the id are no place for a message (R45a).
    RejectedInBatch { record: sms, changes: &[(Id, Some("order-77")), (Type, None)], error: Unreadable, at: Type },
];

#[test]
fn records_of_a_batch() {
    let batch = VALUES.batch();
    for RejectedInBatch { record, changes, error, at } in IN_A_BATCH {
        let record = changed(&record(), changes);
        assert_eq!(write_one(Writer::new(batch), &record), Err(error.at(*at)), "{changes:?}");
        assert_eq!(write_one(Writer::new(batch).replacing(), &record).is_err(), !error.is_replaceable(), "{changes:?}");
    }
    let odd = RecordBuilder::new(StatusCode(100)).number(Id, 5).unwrap().build();
    assert_eq!(write_one(Writer::new(batch).replacing(), &odd), Err(Unreadable.at(Status)));
    let pairs = Query::new(Format::KeyValue, Detail::Message).batch();
    assert_eq!(write_one(Writer::new(pairs).replacing(), &sms()), Err(Unreadable.at(Id)));
    assert_eq!(write_one(Writer::new(pairs).replacing(), &changed(&sms(), &[(Type, None)])), Err(Unreadable.at(Type)));
}

#[test]
fn line_feeds_of_a_single_reply() {
    // A line feed at the very end of a single reply is not part of a value.
    let last = changed(&sms(), &[(Message, Some("a\n")), (Comment, None), (Type, None)]);
    assert_eq!(write_one(Writer::new(VALUES), &last), Err(LineBreak.at(Message)));
    let inside = sms_with(Message, "a\nb\n");
    assert_eq!(read(&VALUES, &write_one(Writer::new(VALUES), &inside).unwrap()), [Ok(inside)]);
    let cp1251 = VALUES.charset(Charset::Windows1251);
    assert_eq!(write_one(Writer::new(cp1251), &sms_with(SenderId, "👋")), Err(WriteErrorKind::Character.at(SenderId)));
}

#[test]
fn a_record_that_was_not_found_ends_early() {
    let bare = RecordBuilder::new(StatusCode::NOT_FOUND);
    let numbered = bare.number(Id, 138).unwrap().build();
    let values = |all| Query::new(Format::Values, all);
    assert_eq!(write_one(Writer::new(values(Detail::Status)), &bare.build()).unwrap(), b"-3,,");
    assert_eq!(write_one(Writer::new(values(Detail::Full)), &bare.build()).unwrap(), b"-3,,");
    assert_eq!(write_one(Writer::new(values(Detail::Message).batch()), &numbered).unwrap(), b"-3,,,138");
    assert_eq!(
        write_one(Writer::new(Query::new(Format::KeyValue, Detail::Message).batch()), &numbered).unwrap(),
        b"Status = -3, id = 138"
    );
    assert_eq!(write_one(Writer::new(Query::new(Format::KeyValue, Detail::Message)), &bare.build()).unwrap(), b"Status = -3");
}

#[test]
fn a_record_too_long_for_a_batch() {
    let text = "x".repeat(1 << 20);
    let record = RecordBuilder::new(StatusCode(1)).text(Phone, &text).unwrap().build();
    let query = Query::new(Format::Values, Detail::Status).batch();
    assert_eq!(write_one(Writer::new(query), &record), Err(WriteError::new(WriteErrorKind::TooLong { limit: 1 << 20 })));
    assert!(write_one(Writer::new(Query::new(Format::Json, Detail::Status).batch()), &record).is_ok());
}
