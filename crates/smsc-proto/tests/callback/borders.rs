//! Signed texts that could be cut in another way, or belong to another kind (R70e, R70f).

use smsc_proto::callback::{Algorithm, CallbackErrorKind, CallbackField};

use crate::encode::verified;

const SHA1: &str = "7638e8779a40d569a4d41f53386991806a02b899"; // 1:2:3:4:zxc

#[test]
fn no_border_can_be_moved_by_a_colon() {
    let incoming = |phone, mes, to| verified(&[("phone", phone), ("mes", mes), ("to", to), ("sha1", SHA1)]);
    let colon = |field| Err(CallbackErrorKind::Colon(field));
    assert_eq!(incoming("1:2", "3", "4"), colon(CallbackField::Phone));
    assert_eq!(incoming("1", "2", "3:4"), colon(CallbackField::To));
    assert_eq!(incoming("1:2:3", "", "4"), colon(CallbackField::Phone));
    // 4 could be a status, so this right signature is refused too (R70e).
    assert_eq!(incoming("1", "2:3", "4"), Err(CallbackErrorKind::OtherKind));
    let status = |id, phone, status| verified(&[("id", id), ("phone", phone), ("status", status), ("sha1", SHA1)]);
    assert_eq!(status("1", "2:3", "4"), colon(CallbackField::Phone));
    // A colon makes an id or a status invalid at once.
    assert_eq!(status("1:2", "3", "4"), Err(CallbackErrorKind::Field(CallbackField::Id)));
    assert_eq!(status("1", "2", "3:4"), Err(CallbackErrorKind::Field(CallbackField::Status)));
    let call = |phone, ts| verified(&[("phone", phone), ("ts", ts), ("waitcall", "1"), ("sha1", SHA1)]);
    assert_eq!(call("1:2:3", "4"), colon(CallbackField::Phone));
    assert_eq!(call("1", "2:3:4"), Err(CallbackErrorKind::Field(CallbackField::Ts)));
}

#[test]
fn a_colon_in_the_text_is_signed_as_it_is() {
    let sha1 = "82142f9ba31485d96ac7ac998e18fd39f46a6e04";
    let incoming = |mes| verified(&[("phone", "79990000001"), ("mes", mes), ("to", "79990000002"), ("sha1", sha1)]);
    assert_eq!(incoming("a:b"), Ok(Algorithm::Sha1));
    assert_eq!(incoming("a"), Err(CallbackErrorKind::WrongSignature(Algorithm::Sha1)));
}

/// A status `101:79990000001:1` as an incoming message from 101, with a phone as its text.
#[test]
fn a_signed_status_is_no_signed_message() {
    let sha1 = "12aae4326965653e1d32e74ee2feb0d845ca2e67";
    let status = [("id", "101"), ("phone", "79990000001"), ("status", "1"), ("sha1", sha1)];
    assert_eq!(verified(&status), Ok(Algorithm::Sha1));
    let incoming = [("phone", "101"), ("mes", "79990000001"), ("to", "1"), ("sha1", sha1)];
    assert_eq!(verified(&incoming), Err(CallbackErrorKind::OtherKind));
}

/// A message `123:text:234` as a status: the phone would be the text.
#[test]
fn a_signed_message_is_no_signed_status() {
    let sha1 = "b6f768ce7614d7858cc4a6116f8ffd0dc236a3cd";
    let incoming = [("phone", "123"), ("mes", "text"), ("to", "234"), ("sha1", sha1)];
    assert_eq!(verified(&incoming), Ok(Algorithm::Sha1));
    let status = [("id", "123"), ("phone", "text"), ("status", "234"), ("sha1", sha1)];
    assert_eq!(verified(&status), Err(CallbackErrorKind::OtherKind));
}

#[test]
fn what_looks_like_a_status() {
    let last = |name: &'static str, value: &str| {
        let fields = match name {
            "to" => [("phone", "1"), ("mes", "text"), ("to", value), ("sha1", SHA1)],
            _ => [("id", "1"), ("phone", "text"), ("status", value), ("sha1", SHA1)],
        };
        verified(&fields).unwrap_err()
    };
    let wrong = CallbackErrorKind::WrongSignature(Algorithm::Sha1);
    for value in ["0", "1", "20", "99", "-1", "-3", "-100", "00"] {
        assert_eq!(last("status", value), wrong, "{value}");
        assert_eq!(last("to", value), CallbackErrorKind::OtherKind, "{value}");
    }
    for value in ["100", "234", "2147483647", "001"] {
        assert_eq!(last("status", value), CallbackErrorKind::OtherKind, "{value}");
        assert_eq!(last("to", value), wrong, "{value}");
    }
    for value in ["", "-", "+1", "1a", "79990000001", "SMSC", "--1", "-1-"] {
        assert_eq!(last("to", value), wrong, "{value}");
    }
}

/// A status of three digits is parsed, but its signature is not accepted.
#[test]
fn a_status_of_three_digits_is_parsed_unverified() {
    let sha1 = "9ddb5f02db108e3ebf8b66f19b71b6d429ee7c0d";
    let fields = [("id", "101"), ("phone", "79990000001"), ("status", "100"), ("sha1", sha1)];
    assert_eq!(verified(&fields), Err(CallbackErrorKind::OtherKind));
}

/// An incoming message may be empty.
#[test]
fn an_empty_text_is_signed() {
    let sha1 = "45e9b4d18b9bb3031135a491b066db438898922b";
    let fields = [("phone", "79990000001"), ("mes", ""), ("to", "79990000002"), ("sha1", sha1)];
    assert_eq!(verified(&fields), Ok(Algorithm::Sha1));
    // Beside an empty status it decides nothing (R70b).
    let fields = [&fields[..], &[("status", "")]].concat();
    assert_eq!(verified(&fields), Err(CallbackErrorKind::NotANotification));
}
