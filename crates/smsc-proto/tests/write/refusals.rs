//! What is refused, with the field that it is about, and what replaces it.

use Field::{Comment, Cost, Id, Imsi, Message, Phone, Rnet, SendTimestamp, SenderId, StatusName, Type};
use smsc_proto::{
    Charset, Detail, Field, Format, Query, Record, RecordBuilder, StatusCode, Value, WriteError, WriteErrorKind, Writer,
};
use testkit::adapter::write_one;

use super::{fitted, read, sms};

const VALUES: Query<'static> = Query::new(Format::Values, Detail::Message).charset(Charset::Utf8);

/// The record of `sms` with another text in a field.
fn with(field: Field, text: &'static str) -> Record<'static> {
    changed(&sms(), field, Some(text))
}

/// A record with another text in a field, or without the field.
fn changed(record: &Record<'static>, changed: Field, text: Option<&'static str>) -> Record<'static> {
    let fields = record.fields().filter(|(field, _)| *field != Field::Status && *field != changed);
    let builder = fields.fold(RecordBuilder::new(record.status()), |builder, (field, value)| {
        match value {
            Value::Number(number) => builder.number(field, number),
            Value::Cost(cost) => builder.text(field, cost.as_str()),
            Value::Text(text) => builder.text(field, text.as_str().unwrap()),
        }
        .unwrap()
    });
    text.map_or(builder, |text| builder.text(changed, text).or_else(|_| builder.number(changed, text.parse().unwrap())).unwrap())
        .build()
}

#[test]
fn what_fmt_1_cannot_carry() {
    let values = VALUES;
    let hlr = || fitted(VALUES, true);
    let line = "1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,Да,";
    let network = "1,1760080210,0,250023012345678,79232510066,250,02,Россия,МТС,,";
    let sent = "1760080202,79990000020,2.10";
    let long = |tail: &str| format!("{line}{tail}");
    let refusals = [
        (with(Message, "a,b"), WriteErrorKind::Ambiguous.at(Message), long("a,b,,0")),
        (with(Comment, "a,b"), WriteErrorKind::Ambiguous.at(Comment), long("Ёж,a,b,0")),
        (with(Comment, " a"), WriteErrorKind::Ambiguous.at(Comment), long("Ёж, a,0")),
        (changed(&with(Message, "a,b"), Comment, None), WriteErrorKind::Ambiguous.at(Message), long("a,b,,0")),
        (changed(&changed(&with(Message, "a,b, 7"), Comment, None), Type, None), WriteErrorKind::Comma.at(Message), long("a,b  7")),
        (
            changed(&with(SenderId, "2.12"), Cost, None),
            WriteErrorKind::Ambiguous.at(SenderId),
            "1,1760080210,0,1760080202,79990000020,,2.12,Да,Ёж,,0".to_owned(),
        ),
        (
            with(SenderId, "a,b"),
            WriteErrorKind::Comma.at(SenderId),
            "1,1760080210,0,1760080202,79990000020,2.12,a b,Да,Ёж,,0".to_owned(),
        ),
        (with(Type, "16"), WriteErrorKind::Misread.at(Type), String::new()),
        (changed(&sms(), Type, None), WriteErrorKind::Absent.at(Type), long("Ёж")),
        (
            changed(&sms(), StatusName, None),
            WriteErrorKind::Absent.at(StatusName),
            "1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,,Ёж,,0".to_owned(),
        ),
        (with(Field::Flag, "1"), WriteErrorKind::NoPlace.at(Field::Flag), long("Ёж,,0")),
        (
            with(SendTimestamp, "10000000000"),
            WriteErrorKind::Misread.at(SendTimestamp),
            "1,1760080210,0,0,79990000020,2.12,GLOBUS,Да,Ёж,,0".to_owned(),
        ),
        (changed(&hlr(), Rnet, Some("a,b")), WriteErrorKind::Ambiguous.at(Rnet), format!("{network}a,b,{sent},HLR,Да,Ёж,4")),
        (changed(&hlr(), Rnet, Some("a,7")), WriteErrorKind::Ambiguous.at(Rnet), format!("{network}a,7,{sent},HLR,Да,Ёж,4")),
        (
            changed(&changed(&hlr(), Rnet, Some("a,7")), Phone, Some("7,8")),
            WriteErrorKind::Ambiguous.at(Rnet),
            format!("{network}a,7,1760080202,7 8,2.10,HLR,Да,Ёж,4"),
        ),
        (
            changed(&changed(&changed(&hlr(), Rnet, Some("a,7")), Phone, Some("8")), SenderId, Some("x")),
            WriteErrorKind::Ambiguous.at(Rnet),
            format!("{network}a 7,1760080202,8,2.10,x,Да,Ёж,4"),
        ),
        (
            changed(&changed(&hlr(), Rnet, Some("a,7,b,1.5,HLR")), SenderId, Some("x")),
            WriteErrorKind::Ambiguous.at(Rnet),
            format!("{network}a 7 b 1.5 HLR,{sent},x,Да,Ёж,4"),
        ),
        (
            changed(&hlr(), Imsi, Some("25002")),
            WriteErrorKind::Misread.at(Imsi),
            format!("{},{sent},HLR,Да,Ёж,4", network.replace("250023012345678", "")),
        ),
        (
            changed(&changed(&hlr(), SenderId, Some("x")), Type, None),
            WriteErrorKind::Misread.at(Type),
            format!("{network},{sent},x,Да,Ёж,4"),
        ),
    ];
    for (record, expected, replaced) in refusals {
        assert_eq!(write_one(Writer::new(values), &record), Err(expected));
        let written = write_one(Writer::new(values).replacing(), &record).unwrap();
        if expected == WriteErrorKind::Misread.at(Type) && !record.is_hlr() {
            // With the type the comment goes.
            assert_eq!(String::from_utf8(written).unwrap(), long("Ёж"));
            continue;
        }
        assert_eq!(String::from_utf8(written).unwrap(), replaced, "{expected}");
    }
}

#[test]
fn what_fmt_0_cannot_carry() {
    let pairs = Query::new(Format::KeyValue, Detail::Message).charset(Charset::Utf8);
    let labelled = |record: &Record<'static>| changed(&changed(record, SendTimestamp, None), Field::LastTimestamp, None);
    let front = "Status = 1, err = 0, phone = 79990000020, cost = 2.12, sender_id = GLOBUS, status_name = Да, message = ";
    let refusals = [
        (with(Message, "a, type = 5"), WriteErrorKind::Label.at(Message), format!("{front}a, type - 5, comment = , type = 0")),
        (
            with(Message, "a, comment = b"),
            WriteErrorKind::Label.at(Message),
            format!("{front}a, comment - b, comment = , type = 0"),
        ),
        (with(Comment, "a, type = 5"), WriteErrorKind::Label.at(Comment), format!("{front}Ёж, comment = a, type - 5, type = 0")),
        (
            with(Comment, "a, comment = b"),
            WriteErrorKind::Label.at(Comment),
            format!("{front}Ёж, comment = a, comment - b, type = 0"),
        ),
        (
            with(StatusName, "a, message = b"),
            WriteErrorKind::Label.at(StatusName),
            front.replace("Да", "a, message - b") + "Ёж, comment = , type = 0",
        ),
        (with(Phone, "a, b"), WriteErrorKind::Comma.at(Phone), front.replace("79990000020", "a  b") + "Ёж, comment = , type = 0"),
    ];
    for (record, expected, replaced) in &refusals {
        assert_eq!(write_one(Writer::new(pairs), &labelled(record)), Err(*expected));
        let written = write_one(Writer::new(pairs).replacing(), &labelled(record)).unwrap();
        assert_eq!(String::from_utf8(written).unwrap(), *replaced, "{expected}");
    }

    // A label at the very end needs no space behind it (R44e).
    let bare = |message| RecordBuilder::new(StatusCode(1)).text(Message, message).unwrap().build();
    for (text, replaced) in [("a, comment =", "a, comment -"), ("a, type = 5, foo =", "a, type - 5, foo =")] {
        assert_eq!(write_one(Writer::new(pairs), &bare(text)), Err(WriteErrorKind::Label.at(Message)));
        let written = write_one(Writer::new(pairs).replacing(), &bare(text)).unwrap();
        assert_eq!(String::from_utf8(written).unwrap(), format!("Status = 1, message = {replaced}"));
    }

    // Harmless in other places.
    for text in ["a, phone = 5", "a, type = x", "a, type = 5, b", "type = 5", "a,type = 5", "a, foo = b"] {
        let written = write_one(Writer::new(pairs), &labelled(&with(Message, text))).unwrap();
        assert!(String::from_utf8(written).unwrap().contains(text));
    }
}

#[test]
fn what_a_batch_cannot_carry() {
    let values = VALUES;
    let hlr = || fitted(VALUES, true);
    let batch = values.batch();
    let numbered = |record: &Record<'static>| changed(record, Id, Some("5"));
    for (record, expected) in [
        (numbered(&with(Message, "a\nb")), WriteErrorKind::LineBreak.at(Message)),
        (numbered(&with(Message, "a\rb")), WriteErrorKind::LineBreak.at(Message)),
        (sms(), WriteErrorKind::Unreadable.at(Id)),
        (numbered(&changed(&changed(&hlr(), Cost, None), Message, Some("1,2,3,4.5"))), WriteErrorKind::Comma.at(Message)),
        (numbered(&changed(&hlr(), Message, Some("1,2,3,HLR,x,y"))), WriteErrorKind::Ambiguous.at(Message)),
        (numbered(&changed(&changed(&hlr(), Phone, Some("7")), SenderId, Some("5"))), WriteErrorKind::Ambiguous.at(SenderId)),
        (
            numbered(&changed(&changed(&changed(&hlr(), Cost, None), Phone, Some("7")), SenderId, Some("5"))),
            WriteErrorKind::Unreadable.at(Cost),
        ),
    ] {
        assert_eq!(write_one(Writer::new(batch), &record), Err(expected));
        assert_eq!(write_one(Writer::new(batch).replacing(), &record).is_err(), !expected.kind().is_replaceable());
    }
    let odd = RecordBuilder::new(StatusCode(100)).number(Id, 5).unwrap().build();
    assert_eq!(write_one(Writer::new(batch).replacing(), &odd), Err(WriteErrorKind::Unreadable.at(Field::Status)));
    let pairs = Query::new(Format::KeyValue, Detail::Message).batch();
    assert_eq!(write_one(Writer::new(pairs).replacing(), &sms()), Err(WriteErrorKind::Unreadable.at(Id)));
    assert_eq!(write_one(Writer::new(pairs).replacing(), &changed(&sms(), Type, None)), Err(WriteErrorKind::Unreadable.at(Type)));
}

#[test]
fn line_feeds_of_a_single_reply() {
    let values = VALUES;
    // One line feed at the very end of a single reply belongs to no value.
    let last = changed(&changed(&with(Message, "a\n"), Comment, None), Type, None);
    assert_eq!(write_one(Writer::new(values), &last), Err(WriteErrorKind::LineBreak.at(Message)));
    let inside = with(Message, "a\nb\n");
    assert_eq!(read(&values, &write_one(Writer::new(values), &inside).unwrap()), [Ok(inside)]);
    let cp1251 = values.charset(Charset::Windows1251);
    assert_eq!(write_one(Writer::new(cp1251), &with(SenderId, "👋")), Err(WriteErrorKind::Character.at(SenderId)));
}

#[test]
fn not_found_stops_early() {
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
