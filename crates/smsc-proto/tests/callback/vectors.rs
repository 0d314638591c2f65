//! Right signatures, by kind, algorithm, charset and secret.

use smsc_proto::callback::{Algorithm, CallbackErrorKind, CallbackEvent, CallbackField, Secret};
use smsc_proto::{Charset, ErrCode, MessageId, StatusCode};

use crate::encode::{Pair, WAYS, pairs, parse, verified, verify};

/// The fields of each kind of notification, in the order of the signed text, with the signatures
/// for the secret `zxc`. The last fields are not covered.
pub(crate) struct Vector {
    pub(crate) covered: &'static [(&'static str, &'static str)],
    pub(crate) others: &'static [(&'static str, &'static str)],
    pub(crate) md5: &'static str,
    pub(crate) sha1: &'static str,
}

pub(crate) const VECTORS: [Vector; 3] = [
    Vector {
        covered: &[("id", "101"), ("phone", "79990000001"), ("status", "1")],
        others: &[("ts", "1760080210"), ("err", "0")],
        md5: "f2ae7df52ec73049c296103b58d0491e",
        sha1: "12aae4326965653e1d32e74ee2feb0d845ca2e67",
    },
    Vector {
        covered: &[("phone", "123"), ("mes", "text"), ("to", "234")],
        others: &[("sms_id", "7"), ("time", "29.11.2026 10:00:00")],
        md5: "7fb04576256c41afe248c391d925ff1f",
        sha1: "b6f768ce7614d7858cc4a6116f8ffd0dc236a3cd",
    },
    Vector {
        covered: &[("phone", "79990000001"), ("ts", "1760080210")],
        others: &[("waitcall", "1"), ("time", "29.11.2026 10:00:00")],
        md5: "ff2efe73235c315ccd078fc65cca78e2",
        sha1: "cc75659f03780f6cf1f21b9ee72b025736a32674",
    },
];

impl Vector {
    /// Returns the fields with one signature.
    pub(crate) fn signed(&self, algorithm: Algorithm) -> Vec<Pair> {
        let mut fields = pairs(self.covered);
        fields.extend(pairs(self.others));
        fields.push((algorithm.name(), self.signature(algorithm).into()));
        fields
    }

    pub(crate) fn signature(&self, algorithm: Algorithm) -> &'static str {
        match algorithm {
            Algorithm::Sha1 => self.sha1,
            _ => self.md5,
        }
    }
}

#[test]
fn every_kind_verifies_with_every_algorithm_in_every_format() {
    for vector in VECTORS {
        let names: Vec<_> = vector.covered.iter().map(|(name, _)| *name).collect();
        for algorithm in Algorithm::ALL {
            for way in WAYS {
                let fields = vector.signed(*algorithm);
                let found = parse(way, Charset::Windows1251, &fields, |callback| {
                    let verified = callback.verify(&Secret::new(b"zxc")?)?;
                    assert_eq!(verified.event(), callback.unverified());
                    let covered: Vec<_> = verified.covered().iter().map(|field| field.name()).collect();
                    assert_eq!(covered, names);
                    let is_covered = |field: &CallbackField| names.contains(&field.name());
                    assert!(CallbackField::ALL.iter().all(|field| verified.covers(*field) == is_covered(field)));
                    Ok(verified.algorithm())
                });
                assert_eq!(found, Ok(*algorithm), "{way:?}");
            }
        }
    }
}

#[test]
fn of_two_signatures_both_must_be_right() {
    let [_, incoming, _] = VECTORS;
    let with = |md5, sha1| {
        let mut fields = incoming.covered.to_vec();
        fields.extend([("md5", md5), ("sha1", sha1)]);
        verified(&fields)
    };
    let [status, ..] = VECTORS;
    assert_eq!(with(incoming.md5, incoming.sha1), Ok(Algorithm::Sha1));
    assert_eq!(with(status.md5, incoming.sha1), Err(CallbackErrorKind::WrongSignature(Algorithm::Md5)));
    assert_eq!(with(incoming.md5, status.sha1), Err(CallbackErrorKind::WrongSignature(Algorithm::Sha1)));
    assert_eq!(with("", incoming.sha1), Err(CallbackErrorKind::SignatureForm(Algorithm::Md5)));
    assert_eq!(with(incoming.md5, ""), Err(CallbackErrorKind::SignatureForm(Algorithm::Sha1)));
}

#[test]
fn crc32_is_ignored_beside_another_signature_and_refused_alone() {
    let [_, incoming, _] = VECTORS;
    let with = |more: &[(&'static str, &'static str)]| verified(&[incoming.covered, more].concat());
    assert_eq!(with(&[("crc32", "1"), ("sha1", incoming.sha1)]), Ok(Algorithm::Sha1));
    assert_eq!(with(&[("crc32", "1"), ("md5", incoming.md5)]), Ok(Algorithm::Md5));
    assert_eq!(with(&[("crc32", "1")]), Err(CallbackErrorKind::Crc32));
    assert_eq!(with(&[]), Err(CallbackErrorKind::NoSignature));
    // The names of fields are case-sensitive.
    assert_eq!(with(&[("SHA1", incoming.sha1)]), Err(CallbackErrorKind::NoSignature));
}

#[test]
fn a_signature_has_lower_case_digits_of_the_right_number() {
    let [_, incoming, _] = VECTORS;
    let upper = incoming.sha1.to_uppercase();
    let longer = format!("{}0", incoming.sha1);
    let padded = format!(" {}", incoming.sha1);
    for wrong in [&upper, &incoming.sha1[1..], &incoming.sha1[2..], &longer, &format!("{longer}0"), &padded, incoming.md5, ""] {
        let fields = [incoming.covered, &[("sha1", wrong)]].concat();
        assert_eq!(verified(&fields), Err(CallbackErrorKind::SignatureForm(Algorithm::Sha1)), "{wrong}");
    }
    let fields = [incoming.covered, &[("md5", incoming.sha1)]].concat();
    assert_eq!(verified(&fields), Err(CallbackErrorKind::SignatureForm(Algorithm::Md5)));
}

#[test]
fn every_byte_of_a_secret_counts() {
    assert_eq!(Secret::new(b"").map(|_| ()).map_err(|error| error.kind()), Err(CallbackErrorKind::EmptySecret));
    let fields = pairs(&[
        ("phone", "A-Z"),
        ("mes", "text"),
        ("to", "234"),
        ("sha1", "b7c9f8ff826929a392455f02852da60a62e53449"),
        ("md5", "4bde389ddbac5490ef051a336d3163b2"),
    ]);
    for way in WAYS {
        assert_eq!(verify(way, &fields, b"a b:c\n"), Ok(Algorithm::Sha1), "{way:?}");
        for wrong in [&b"a b:c"[..], b"a+b:c\n", b"A b:c\n", b" a b:c\n", b"a b:c\r\n", b"a b:c\n\0"] {
            assert_eq!(verify(way, &fields, wrong), Err(CallbackErrorKind::WrongSignature(Algorithm::Sha1)), "{way:?}");
        }
    }
}

/// The signature covers the bytes that were sent, whatever their charset; the text is decoded from
/// the charset of the handler.
#[test]
fn the_bytes_of_every_charset_are_signed() {
    let vectors = [
        (Charset::Utf8, &b"\xd0\x94\xd0\xb0, \xd1\x91"[..], "ddfdbd8d58d6543d999e35c6f6d35f07cf323118"),
        (Charset::Windows1251, b"\xc4\xe0, \xb8", "f26c3a8a34a55145852f8a68d3507be30d8b47cc"),
        (Charset::Koi8R, b"\xe4\xc1, \xa3", "61ccc4134900f0d4fa56cdd3230bd0144e86b4e8"),
    ];
    for (charset, mes, sha1) in vectors {
        let fields = [("phone", b"123".to_vec()), ("mes", mes.to_vec()), ("to", b"234".to_vec()), ("sha1", sha1.into())];
        for way in WAYS {
            let found = parse(way, charset, &fields, |callback| {
                let verified = callback.verify(&Secret::new(b"zxc")?)?;
                let CallbackEvent::Incoming(message) = verified.event() else { panic!("{callback:?}") };
                assert_eq!(message.mes(), "Да, ё");
                Ok(())
            });
            assert_eq!(found, Ok(()), "{way:?} {charset:?}");
        }
    }
}

/// 0 is a status, and an err may be missing.
#[test]
fn status_zero_without_err() {
    let fields = [("id", "101"), ("phone", "79990000001"), ("status", "0"), ("sha1", "fa17938d383dd3bdfcb37b4803204c862a498911")];
    assert_eq!(verified(&fields), Ok(Algorithm::Sha1));
    for way in WAYS {
        parse(way, Charset::Utf8, &pairs(&fields), |callback| {
            let CallbackEvent::Status(record) = callback.unverified() else { panic!("{callback:?}") };
            assert_eq!((record.status(), record.err()), (StatusCode(0), None));
            assert_eq!(record.id(), MessageId::new(101));
            Ok(())
        })
        .unwrap();
    }
}

#[test]
fn other_values_of_signed_statuses() {
    let signed = |id, phone, status, sha1| verified(&[("id", id), ("phone", phone), ("status", status), ("sha1", sha1)]);
    let phone = "79990000001";
    assert_eq!(signed("101", phone, "-3", "4c4381238078213a6ac984c755f38ccc3621682a"), Ok(Algorithm::Sha1));
    assert_eq!(signed("101", phone, "20", "3bc5f7faa2a9d4ee1064e145a1be1a875e028e7f"), Ok(Algorithm::Sha1));
    // The bytes as sent are signed, not the number.
    assert_eq!(signed("101", phone, "01", "4d24f39fedecb64cf03da5d0b1d2954032af44a3"), Ok(Algorithm::Sha1));
    assert_eq!(signed("order-7.a", phone, "1", "08a9710278335d79392312ab8c2bdc303155175a"), Ok(Algorithm::Sha1));
    assert_eq!(signed("101", "user@example.com", "1", "f5722d55eccb0f276b58cc19b37431f34687ad27"), Ok(Algorithm::Sha1));
    assert_eq!(signed("", phone, "1", "f209c5c8415c23938010dd54a442a85c81fed1bd"), Ok(Algorithm::Sha1));
}

#[test]
fn hlr_without_imsi_and_msc() {
    let fields = pairs(&[
        ("id", "101"),
        ("phone", "79990000001"),
        ("status", "1"),
        ("err", "0"),
        ("mcc", "250"),
        ("mnc", "99"),
        ("cn", "Россия"),
        ("net", "Билайн"),
        ("sha1", "12aae4326965653e1d32e74ee2feb0d845ca2e67"),
    ]);
    for way in WAYS {
        parse(way, Charset::Utf8, &fields, |callback| {
            callback.verify(&Secret::new(b"zxc")?)?;
            let CallbackEvent::Status(record) = callback.unverified() else { panic!("{callback:?}") };
            assert_eq!(record.err(), Some(ErrCode(0)));
            assert_eq!(record.mcc().unwrap(), "250");
            assert_eq!(record.mnc().unwrap(), "99");
            assert_eq!((record.imsi(), record.msc()), (None, None));
            assert_eq!(record.cn().unwrap(), "Россия");
            assert_eq!(record.net().unwrap(), "Билайн");
            Ok(())
        })
        .unwrap();
    }
}
