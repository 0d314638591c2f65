//! Fields, kinds and repetitions (R70 to R70b), and what is shown of a notification.

use smsc_proto::callback::{CallbackErrorKind, CallbackEvent, CallbackField, Secret};
use smsc_proto::{Charset, ErrCode, MessageType};

use crate::encode::{WAYS, pairs, parse};

/// Parses fields in every way, and returns the error, which must be the same in all of them.
fn wrong(list: &[(&'static str, &str)]) -> Option<CallbackErrorKind> {
    let results = WAYS.map(|way| parse(way, Charset::Utf8, &pairs(list), |_| Ok(())).map_err(|error| error.kind()));
    assert!(results.iter().all(|result| *result == results[0]), "{list:?}: {results:?}");
    results[0].err()
}

const PHONE: &str = "79990000001";

#[test]
fn every_field_of_a_status() {
    let fields = pairs(&[
        ("id", "101"),
        ("phone", PHONE),
        ("status", "20"),
        ("time", "29.11.2026 10:00:00"),
        ("ts", "1760080210"),
        ("err", "1"),
        ("cnt", "2"),
        ("cost", "3.10"),
        ("type", "0"),
        ("flag", "5"),
        ("mccmnc", "25099"),
        ("sender", "Имя"),
        ("imsi", "250991234567890"),
        ("msc", "79030000000"),
        ("unknown", "x"),
        ("mes", ""),
    ]);
    for way in WAYS {
        parse(way, Charset::Utf8, &fields, |callback| {
            let CallbackEvent::Status(record) = callback.unverified() else { panic!("{callback:?}") };
            assert_eq!(record.phone().unwrap(), PHONE);
            assert_eq!(record.last_date().unwrap(), "29.11.2026 10:00:00");
            assert_eq!(record.last_timestamp(), Some(1_760_080_210));
            assert_eq!((record.err(), record.sms_cnt()), (Some(ErrCode(1)), Some(2)));
            assert_eq!(record.cost().unwrap().to_string(), "3.10");
            assert_eq!(record.message_type(), Some(MessageType::SMS));
            assert_eq!(record.flag().unwrap().0, 5);
            assert_eq!(record.mccmnc().unwrap(), "25099");
            assert_eq!(record.sender_id().unwrap(), "Имя");
            assert_eq!(record.imsi().unwrap(), "250991234567890");
            assert_eq!(record.msc().unwrap(), "79030000000");
            assert_eq!(record.message(), None);
            Ok(())
        })
        .unwrap();
    }
}

#[test]
fn the_fields_of_an_incoming_message_and_of_a_call() {
    for way in WAYS {
        let fields = pairs(&[("phone", PHONE), ("mes", "a&b<c>\"\\\n=+%"), ("to", "SMSC"), ("sms_id", "x-1"), ("status", "")]);
        parse(way, Charset::Utf8, &fields, |callback| {
            let CallbackEvent::Incoming(message) = callback.unverified() else { panic!("{callback:?}") };
            assert_eq!(message.phone().unwrap(), PHONE);
            assert_eq!(message.mes(), "a&b<c>\"\\\n=+%");
            assert_eq!(message.to().unwrap(), "SMSC");
            assert_eq!(message.sms_id().unwrap(), "x-1");
            Ok(())
        })
        .unwrap();
        for (ts, wanted) in [("1760080210", Some(1_760_080_210)), ("0", None), ("", None)] {
            parse(way, Charset::Utf8, &pairs(&[("phone", PHONE), ("ts", ts), ("waitcall", "yes")]), |callback| {
                let CallbackEvent::Call(call) = callback.unverified() else { panic!("{callback:?}") };
                assert_eq!(call.phone().unwrap(), PHONE);
                assert_eq!(call.ts(), wanted);
                assert_eq!(call.waitcall(), "yes");
                Ok(())
            })
            .unwrap();
        }
    }
}

#[test]
fn the_kind_is_decided_by_one_field() {
    let kinds = [("status", "1"), ("mes", "text"), ("waitcall", "1")];
    for kind in kinds {
        assert_eq!(wrong(&[kind]), None);
        for other in kinds.iter().filter(|other| **other != kind) {
            assert_eq!(wrong(&[kind, *other]), Some(CallbackErrorKind::SeveralKinds));
            assert_eq!(wrong(&[kind, (other.0, "")]), None);
        }
    }
    assert_eq!(wrong(&kinds), Some(CallbackErrorKind::SeveralKinds));
    let none = Some(CallbackErrorKind::NotANotification);
    assert_eq!(wrong(&[("id", "1"), ("phone", PHONE)]), none);
    assert_eq!(wrong(&[("unknown", "1")]), none);
    assert_eq!(wrong(&[("Status", "1")]), none);
    assert_eq!(wrong(&[("status", ""), ("waitcall", "")]), none);
    assert_eq!(wrong(&[("status", ""), ("mes", "")]), none);
    assert_eq!(wrong(&[("mes", ""), ("waitcall", "")]), None);
}

#[test]
fn an_invalid_value_is_an_error_of_its_field() {
    let values = [
        ("id", "0"),
        ("id", "-5"),
        ("id", "2147483648"),
        ("id", "a b"),
        ("id", "1:2"),
        ("err", "-1"),
        ("err", "x"),
        ("ts", "1099511627777"),
        ("ts", "-1"),
        ("cnt", "1.5"),
        ("cost", "1.23456"),
        ("type", "256"),
        ("flag", "65536"),
    ];
    for (name, value) in values {
        let found = wrong(&[("status", "1"), (name, value)]).unwrap();
        assert!(matches!(found, CallbackErrorKind::Field(field) if field.name() == name), "{name}={value}: {found:?}");
        // A field of another kind is not looked at.
        let is_call_time = name == "ts";
        assert_eq!(wrong(&[("waitcall", "1"), (name, value)]).is_some(), is_call_time, "{name}");
    }
    for status in ["x", "1.0", "2147483648", " 1", "+1", "1 "] {
        assert_eq!(wrong(&[("status", status)]), Some(CallbackErrorKind::Field(CallbackField::Status)), "{status}");
    }
}

#[test]
fn what_a_signature_or_the_kind_depends_on_has_one_value() {
    for field in CallbackField::ALL {
        let (name, value, other) = match field {
            CallbackField::Status => ("status", "1", "2"),
            _ => (field.name(), "2", "3"),
        };
        let is_kind = matches!(field, CallbackField::Status | CallbackField::Mes | CallbackField::Waitcall);
        let with = |list: &[(&'static str, &'static str)]| {
            let more = if is_kind { &[][..] } else { &[("status", "1")][..] };
            wrong(&[more, list].concat())
        };
        assert_eq!(with(&[(name, value), (name, value)]), None, "{name}");
        let is_unique = ["id", "phone", "status", "ts", "mes", "to", "waitcall", "md5", "sha1", "crc32"].contains(&name);
        let expected = is_unique.then_some(CallbackErrorKind::Repeated(*field));
        assert_eq!(with(&[(name, value), (name, other)]), expected, "{name}");
        assert_eq!(with(&[(name, ""), (name, value)]).is_some(), is_unique, "{name}");
    }
}

#[test]
fn of_other_fields_the_last_value_counts() {
    for way in WAYS {
        let fields = pairs(&[("status", "1"), ("err", "5"), ("err", "6"), ("sender", "a"), ("sender", "b")]);
        parse(way, Charset::Utf8, &fields, |callback| {
            let CallbackEvent::Status(record) = callback.unverified() else { panic!("{callback:?}") };
            assert_eq!(record.err(), Some(ErrCode(6)));
            assert_eq!(record.sender_id().unwrap(), "b");
            Ok(())
        })
        .unwrap();
    }
}

#[test]
fn nothing_personal_is_shown() {
    let secret = Secret::new(b"TOPSECRET").unwrap();
    assert_eq!(format!("{secret:?}"), "Secret(..)");
    let kinds = [
        pairs(&[("id", "101"), ("phone", PHONE), ("status", "1"), ("sender", "TOPSECRET")]),
        pairs(&[("phone", PHONE), ("mes", "TOPSECRET"), ("to", PHONE), ("sms_id", "7")]),
        pairs(&[("phone", PHONE), ("ts", "1"), ("waitcall", "TOPSECRET")]),
        pairs(&[("phone", PHONE), ("phone", "TOPSECRET")]),
        pairs(&[("status", "TOPSECRET")]),
    ];
    for fields in kinds {
        let signature = "b6f768ce7614d7858cc4a6116f8ffd0dc236a3cd";
        for more in [vec![], pairs(&[("sha1", "TOPSECRET")]), pairs(&[("sha1", signature)])] {
            let fields = [&fields[..], &more].concat();
            for way in WAYS {
                let shown = parse(way, Charset::Utf8, &fields, |callback| {
                    let error = callback.verify(&secret).unwrap_err();
                    Ok(format!("{callback:?} {:?} {error:?} {error} {}", callback.unverified(), error.kind().name()))
                });
                let shown = shown.unwrap_or_else(|error| format!("{error:?} {error}"));
                for personal in [PHONE, "TOPSECRET", signature] {
                    assert!(!shown.contains(personal), "{shown}");
                }
            }
        }
    }
}
