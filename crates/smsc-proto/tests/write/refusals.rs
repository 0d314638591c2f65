//! What is refused, with the field that it is about, and what replaces it.

use Field::{Comment, Cost, Id, Imsi, Message, Phone, Rnet, SendTimestamp, SenderId, StatusName, Type};
use smsc_proto::{All, Charset, Field, Format, Query, Status, StatusBuilder, StatusCode, Value, WriteError, Writer};
use testkit::library::write_one;

use super::{fitted, read, sms};

const VALUES: Query<'static> = Query::new(Format::Values, All::Message).charset(Charset::Utf8);

/// The record of `sms` with another text in a field.
fn with(field: Field, text: &'static str) -> Status<'static> {
    changed(&sms(), field, Some(text))
}

/// A record with another text in a field, or without the field.
fn changed(record: &Status<'static>, changed: Field, text: Option<&'static str>) -> Status<'static> {
    let fields = record.fields().filter(|(field, _)| *field != Field::Status && *field != changed);
    let builder = fields.fold(StatusBuilder::new(record.status()), |builder, (field, value)| {
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
        (with(Message, "a,b"), WriteError::Ambiguous(Message), long("a,b,,0")),
        (with(Comment, "a,b"), WriteError::Ambiguous(Comment), long("Ёж,a,b,0")),
        (with(Comment, " a"), WriteError::Ambiguous(Comment), long("Ёж, a,0")),
        (changed(&with(Message, "a,b"), Comment, None), WriteError::Ambiguous(Message), long("a,b,,0")),
        (changed(&changed(&with(Message, "a,b, 7"), Comment, None), Type, None), WriteError::Comma(Message), long("a,b  7")),
        (
            changed(&with(SenderId, "2.12"), Cost, None),
            WriteError::Ambiguous(SenderId),
            "1,1760080210,0,1760080202,79990000020,,2.12,Да,Ёж,,0".to_owned(),
        ),
        (with(SenderId, "a,b"), WriteError::Comma(SenderId), "1,1760080210,0,1760080202,79990000020,2.12,a b,Да,Ёж,,0".to_owned()),
        (with(Type, "16"), WriteError::Misread(Type), String::new()),
        (changed(&sms(), Type, None), WriteError::Absent(Type), long("Ёж")),
        (
            changed(&sms(), StatusName, None),
            WriteError::Absent(StatusName),
            "1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,,Ёж,,0".to_owned(),
        ),
        (with(Field::Flag, "1"), WriteError::NoPlace(Field::Flag.into()), long("Ёж,,0")),
        (
            with(SendTimestamp, "10000000000"),
            WriteError::Misread(SendTimestamp),
            "1,1760080210,0,0,79990000020,2.12,GLOBUS,Да,Ёж,,0".to_owned(),
        ),
        (changed(&hlr(), Rnet, Some("a,b")), WriteError::Ambiguous(Rnet), format!("{network}a,b,{sent},HLR,Да,Ёж,4")),
        (changed(&hlr(), Rnet, Some("a,7")), WriteError::Ambiguous(Rnet), format!("{network}a,7,{sent},HLR,Да,Ёж,4")),
        (
            changed(&changed(&hlr(), Rnet, Some("a,7")), Phone, Some("7,8")),
            WriteError::Ambiguous(Rnet),
            format!("{network}a,7,1760080202,7 8,2.10,HLR,Да,Ёж,4"),
        ),
        (
            changed(&changed(&changed(&hlr(), Rnet, Some("a,7")), Phone, Some("8")), SenderId, Some("x")),
            WriteError::Ambiguous(Rnet),
            format!("{network}a 7,1760080202,8,2.10,x,Да,Ёж,4"),
        ),
        (
            changed(&changed(&hlr(), Rnet, Some("a,7,b,1.5,HLR")), SenderId, Some("x")),
            WriteError::Ambiguous(Rnet),
            format!("{network}a 7 b 1.5 HLR,{sent},x,Да,Ёж,4"),
        ),
        (
            changed(&hlr(), Imsi, Some("25002")),
            WriteError::Misread(Imsi),
            format!("{},{sent},HLR,Да,Ёж,4", network.replace("250023012345678", "")),
        ),
        (
            changed(&changed(&hlr(), SenderId, Some("x")), Type, None),
            WriteError::Misread(Type),
            format!("{network},{sent},x,Да,Ёж,4"),
        ),
    ];
    for (record, expected, replaced) in refusals {
        assert_eq!(write_one(Writer::new(values), &record), Err(expected));
        let written = write_one(Writer::new(values).replacing(), &record).unwrap();
        if expected == WriteError::Misread(Type) && !record.is_hlr() {
            // With the type the comment goes.
            assert_eq!(String::from_utf8(written).unwrap(), long("Ёж"));
            continue;
        }
        assert_eq!(String::from_utf8(written).unwrap(), replaced, "{expected}");
    }
}

#[test]
fn what_fmt_0_cannot_carry() {
    let pairs = Query::new(Format::Pairs, All::Message).charset(Charset::Utf8);
    let labelled = |record: &Status<'static>| changed(&changed(record, SendTimestamp, None), Field::LastTimestamp, None);
    let front = "Status = 1, err = 0, phone = 79990000020, cost = 2.12, sender_id = GLOBUS, status_name = Да, message = ";
    let refusals = [
        (with(Message, "a, type = 5"), WriteError::Label(Message), format!("{front}a, type - 5, comment = , type = 0")),
        (with(Message, "a, comment = b"), WriteError::Label(Message), format!("{front}a, comment - b, comment = , type = 0")),
        (with(Comment, "a, type = 5"), WriteError::Label(Comment), format!("{front}Ёж, comment = a, type - 5, type = 0")),
        (with(Comment, "a, comment = b"), WriteError::Label(Comment), format!("{front}Ёж, comment = a, comment - b, type = 0")),
        (
            with(StatusName, "a, message = b"),
            WriteError::Label(StatusName),
            front.replace("Да", "a, message - b") + "Ёж, comment = , type = 0",
        ),
        (with(Phone, "a, b"), WriteError::Comma(Phone), front.replace("79990000020", "a  b") + "Ёж, comment = , type = 0"),
    ];
    for (record, expected, replaced) in &refusals {
        assert_eq!(write_one(Writer::new(pairs), &labelled(record)), Err(*expected));
        let written = write_one(Writer::new(pairs).replacing(), &labelled(record)).unwrap();
        assert_eq!(String::from_utf8(written).unwrap(), *replaced, "{expected}");
    }

    // A label at the very end needs no space behind it (R44e).
    let bare = |message| StatusBuilder::new(StatusCode(1)).text(Message, message).unwrap().build();
    for (text, replaced) in [("a, comment =", "a, comment -"), ("a, type = 5, foo =", "a, type - 5, foo =")] {
        assert_eq!(write_one(Writer::new(pairs), &bare(text)), Err(WriteError::Label(Message)));
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
    let numbered = |record: &Status<'static>| changed(record, Id, Some("5"));
    for (record, expected) in [
        (numbered(&with(Message, "a\nb")), WriteError::LineBreak(Message.into())),
        (numbered(&with(Message, "a\rb")), WriteError::LineBreak(Message.into())),
        (sms(), WriteError::Unreadable(Id)),
        (numbered(&changed(&changed(&hlr(), Cost, None), Message, Some("1,2,3,4.5"))), WriteError::Comma(Message)),
        (numbered(&changed(&hlr(), Message, Some("1,2,3,HLR,x,y"))), WriteError::Ambiguous(Message)),
        (numbered(&changed(&changed(&hlr(), Phone, Some("7")), SenderId, Some("5"))), WriteError::Ambiguous(SenderId)),
        (
            numbered(&changed(&changed(&changed(&hlr(), Cost, None), Phone, Some("7")), SenderId, Some("5"))),
            WriteError::Unreadable(Cost),
        ),
    ] {
        assert_eq!(write_one(Writer::new(batch), &record), Err(expected));
        assert_eq!(write_one(Writer::new(batch).replacing(), &record).is_err(), !expected.is_replaceable());
    }
    let odd = StatusBuilder::new(StatusCode(100)).number(Id, 5).unwrap().build();
    assert_eq!(write_one(Writer::new(batch).replacing(), &odd), Err(WriteError::Unreadable(Field::Status)));
    let pairs = Query::new(Format::Pairs, All::Message).batch();
    assert_eq!(write_one(Writer::new(pairs).replacing(), &sms()), Err(WriteError::Unreadable(Id)));
    assert_eq!(write_one(Writer::new(pairs).replacing(), &changed(&sms(), Type, None)), Err(WriteError::Unreadable(Type)));
}

#[test]
fn line_feeds_of_a_single_reply() {
    let values = VALUES;
    // One line feed at the very end of a single reply belongs to no value.
    let last = changed(&changed(&with(Message, "a\n"), Comment, None), Type, None);
    assert_eq!(write_one(Writer::new(values), &last), Err(WriteError::LineBreak(Message.into())));
    let inside = with(Message, "a\nb\n");
    assert_eq!(read(&values, &write_one(Writer::new(values), &inside).unwrap()), [Ok(inside)]);
    let cp1251 = values.charset(Charset::Windows1251);
    assert_eq!(write_one(Writer::new(cp1251), &with(SenderId, "👋")), Err(WriteError::Character(SenderId.into())));
}

#[test]
fn not_found_stops_early() {
    let bare = StatusBuilder::new(StatusCode::NOT_FOUND);
    let numbered = bare.number(Id, 138).unwrap().build();
    let values = |all| Query::new(Format::Values, all);
    assert_eq!(write_one(Writer::new(values(All::Status)), &bare.build()).unwrap(), b"-3,,");
    assert_eq!(write_one(Writer::new(values(All::Numbering)), &bare.build()).unwrap(), b"-3,,");
    assert_eq!(write_one(Writer::new(values(All::Message).batch()), &numbered).unwrap(), b"-3,,,138");
    assert_eq!(
        write_one(Writer::new(Query::new(Format::Pairs, All::Message).batch()), &numbered).unwrap(),
        b"Status = -3, id = 138"
    );
    assert_eq!(write_one(Writer::new(Query::new(Format::Pairs, All::Message)), &bare.build()).unwrap(), b"Status = -3");
}

#[test]
fn a_record_too_long_for_a_batch() {
    let text = "x".repeat(1 << 20);
    let record = StatusBuilder::new(StatusCode(1)).text(Phone, &text).unwrap().build();
    let query = Query::new(Format::Values, All::Status).batch();
    assert_eq!(write_one(Writer::new(query), &record), Err(WriteError::TooLong { limit: 1 << 20 }));
    assert!(write_one(Writer::new(Query::new(Format::Json, All::Status).batch()), &record).is_ok());
}
