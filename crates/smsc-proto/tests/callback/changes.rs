//! Every change of one bit of what a signature covers is refused.

use smsc_proto::callback::{Algorithm, CallbackErrorKind};

use crate::encode::{WAYS, verify};
use crate::vectors::VECTORS;

/// Calls `look` with every value that differs from `value` in one bit.
fn for_each_change(value: &[u8], mut look: impl FnMut(&[u8])) {
    for at in 0..value.len() {
        for bit in 0..8 {
            let mut changed = value.to_vec();
            changed[at] ^= 1 << bit;
            look(&changed);
        }
    }
}

#[test]
fn every_change_of_a_covered_field_is_refused() {
    for vector in VECTORS {
        for algorithm in Algorithm::ALL {
            let fields = vector.signed(*algorithm);
            for at in 0..vector.covered.len() {
                for_each_change(&fields[at].1, |changed| {
                    let mut fields = fields.clone();
                    fields[at].1 = changed.to_vec();
                    for way in WAYS {
                        let found = verify(way, &fields, b"zxc");
                        assert!(found.is_err(), "{way:?} {:?}", fields[at]);
                    }
                });
            }
        }
    }
}

#[test]
fn every_change_of_the_signature_is_refused() {
    for vector in VECTORS {
        for algorithm in Algorithm::ALL {
            let fields = vector.signed(*algorithm);
            let last = fields.len() - 1;
            for_each_change(vector.signature(*algorithm).as_bytes(), |changed| {
                let mut fields = fields.clone();
                fields[last].1 = changed.to_vec();
                let are_digits = changed.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
                for way in WAYS {
                    match verify(way, &fields, b"zxc") {
                        Err(CallbackErrorKind::WrongSignature(found)) if are_digits => assert_eq!(found, *algorithm),
                        Err(CallbackErrorKind::SignatureForm(found)) if !are_digits => assert_eq!(found, *algorithm),
                        // A control character in XML, for example.
                        Err(CallbackErrorKind::Syntax(_)) if !are_digits => {}
                        found => panic!("{way:?}: {found:?}"),
                    }
                }
            });
        }
    }
}

#[test]
fn every_change_of_the_secret_is_refused() {
    for vector in VECTORS {
        for algorithm in Algorithm::ALL {
            let fields = vector.signed(*algorithm);
            for way in WAYS {
                for_each_change(b"zxc", |changed| {
                    assert_eq!(verify(way, &fields, changed), Err(CallbackErrorKind::WrongSignature(*algorithm)));
                });
            }
        }
    }
}

/// A field that is not covered can be changed: this is why `covered` exists.
#[test]
fn a_change_of_another_field_is_not_seen() {
    for vector in VECTORS {
        for (at, (name, _)) in vector.others.iter().enumerate() {
            let mut fields = vector.signed(Algorithm::Sha1);
            fields[vector.covered.len() + at].1 = if *name == "time" { b"x".to_vec() } else { b"2".to_vec() };
            for way in WAYS {
                assert_eq!(verify(way, &fields, b"zxc"), Ok(Algorithm::Sha1), "{way:?} {name}");
            }
        }
    }
}

#[test]
fn a_missing_covered_field_is_refused() {
    for vector in VECTORS {
        for at in 0..vector.covered.len() {
            let mut fields = vector.signed(Algorithm::Sha1);
            let (name, _) = fields.remove(at);
            for way in WAYS {
                let found = verify(way, &fields, b"zxc").unwrap_err();
                // Without this field there is no kind.
                let is_kind = found == CallbackErrorKind::NotANotification && matches!(name, "status" | "mes");
                let is_missing = matches!(found, CallbackErrorKind::Missing(field) if field.name() == name);
                assert!(is_kind || is_missing, "{way:?} {name}: {found:?}");
            }
        }
    }
}
