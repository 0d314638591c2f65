//! Comparison of a record of the C library with one of the core.

use sms_outcome::{lookup_record, type_of};
use smsc_proto::{ErrScope, Field, Lang, MessageId, MessageKind, Query, Record, Text, Value, WriteErrorKind, Writer};
use testkit_c::codes::{smsc_lang, smsc_table};
use testkit_c::outcome::smsc_outcome_lookup_record;
use testkit_c::results::smsc_result;
use testkit_c::text::{smsc_cost_decode, smsc_record_get_err_table, smsc_record_looks_like_utf8, smsc_text_decode};
use testkit_c::types::{smsc_outcome, smsc_query, smsc_record, smsc_view};
use testkit_c::write::smsc_writer_write_single;

use super::{NO_VIEW, inside, is, kind_of, size_of};
use crate::adapter;

/// Creates a record with its `size` set.
pub(super) fn empty() -> smsc_record {
    smsc_record {
        size: size_of::<smsc_record>(),
        status: 0,
        err: 0,
        flag: 0,
        r#type: 0,
        sms_cnt: 0,
        id: 0,
        encoding: 0,
        is_ambiguous: 0,
        is_hlr: 0,
        last_timestamp: 0,
        send_timestamp: 0,
        last_date: NO_VIEW,
        phone: NO_VIEW,
        send_date: NO_VIEW,
        cost: NO_VIEW,
        sender_id: NO_VIEW,
        status_name: NO_VIEW,
        message: NO_VIEW,
        comment: NO_VIEW,
        mccmnc: NO_VIEW,
        country: NO_VIEW,
        operator_: NO_VIEW,
        operator_orig: NO_VIEW,
        region: NO_VIEW,
        imsi: NO_VIEW,
        msc: NO_VIEW,
        mcc: NO_VIEW,
        mnc: NO_VIEW,
        cn: NO_VIEW,
        net: NO_VIEW,
        rcn: NO_VIEW,
        rnet: NO_VIEW,
        int_id: 0,
        text_id: NO_VIEW,
        format: NO_VIEW,
        crc: NO_VIEW,
    }
}

fn views(record: &smsc_record) -> [(Field, smsc_view); 23] {
    [
        (Field::LastDate, record.last_date),
        (Field::Phone, record.phone),
        (Field::SendDate, record.send_date),
        (Field::Cost, record.cost),
        (Field::SenderId, record.sender_id),
        (Field::StatusName, record.status_name),
        (Field::Message, record.message),
        (Field::Comment, record.comment),
        (Field::Mccmnc, record.mccmnc),
        (Field::Country, record.country),
        (Field::Operator, record.operator_),
        (Field::OperatorOrig, record.operator_orig),
        (Field::Region, record.region),
        (Field::Imsi, record.imsi),
        (Field::Msc, record.msc),
        (Field::Mcc, record.mcc),
        (Field::Mnc, record.mnc),
        (Field::Cn, record.cn),
        (Field::Net, record.net),
        (Field::Rcn, record.rcn),
        (Field::Rnet, record.rnet),
        (Field::Format, record.format),
        (Field::Crc, record.crc),
    ]
}

/// Checks that the record has the values of the core's record, and that its views are the bytes of
/// `input` that the core's texts borrow.
pub(super) fn assert_same(record: &smsc_record, expected: &Record<'_>, input: &[u8]) {
    let number = |field: Field| match expected.get(field) {
        Some(Value::Number(number)) => Some(number),
        _ => None,
    };
    for (field, found, absent) in [
        (Field::Status, record.status.into(), 0),
        (Field::Err, record.err.into(), -1),
        (Field::Flag, record.flag.into(), -1),
        (Field::Type, record.r#type.into(), -1),
        (Field::SmsCnt, record.sms_cnt.into(), -1),
        (Field::IntId, record.int_id, -1),
        (Field::LastTimestamp, record.last_timestamp.cast_signed(), 0),
        (Field::SendTimestamp, record.send_timestamp.cast_signed(), 0),
    ] {
        assert_eq!(found, number(field).unwrap_or(absent), "{field}");
    }
    assert_id(record.id, record.text_id, expected.id(), input);
    assert_eq!((record.is_ambiguous, record.is_hlr), (expected.is_ambiguous().into(), expected.is_hlr().into()));
    for (field, view) in views(record) {
        let value = expected.get(field);
        let bytes = match value {
            Some(Value::Text(text)) => text.as_bytes(),
            Some(Value::Cost(cost)) => cost.as_bytes(),
            _ => {
                assert!(view.ptr.is_null() && view.len == 0, "{field} is unexpected");
                continue;
            }
        };
        assert_eq!(inside(view, input).len(), view.len);
        assert!(view.ptr.cast() == bytes.as_ptr() && view.len == bytes.len(), "{field} is not the core's view");
        match value {
            Some(Value::Text(text)) => assert_decodes(view, record.encoding, text),
            Some(Value::Cost(cost)) => {
                let mut sum = 0;
                // SAFETY: the view is in the input, which is still alive.
                let code = unsafe { smsc_cost_decode(view, &raw mut sum) };
                assert_eq!(cost.ten_thousandths(), is(code, smsc_result::Ok).then_some(sum));
            }
            _ => {}
        }
    }
}

/// Checks that a struct has this id, in the field for numbers or in the one for texts.
pub(super) fn assert_id(id: u32, text_id: smsc_view, expected: Option<MessageId<'_>>, input: &[u8]) {
    assert_eq!(id, expected.and_then(MessageId::number).unwrap_or(0));
    match expected.and_then(MessageId::text) {
        Some(text) => assert_eq!(inside(text_id, input), text.as_bytes()),
        None => assert!(text_id.ptr.is_null() && text_id.len == 0, "an unexpected text id"),
    }
}

/// Checks that `smsc_text_decode` writes UTF-8 and a NUL, and returns the length if the buffer is
/// too small.
pub(super) fn assert_decodes(view: smsc_view, encoding: u32, text: Text<'_>) {
    let expected = text.to_string();
    for size in [0, expected.len(), expected.len() + 1, expected.len() + 40] {
        let mut buffer = vec![b'?'; size].into_boxed_slice();
        let mut len = 0;
        // SAFETY: the view is in the input, which is still alive; the buffer has this size.
        let code = unsafe { smsc_text_decode(view, encoding, buffer.as_mut_ptr().cast(), size, &raw mut len) };
        assert_eq!(len, expected.len());
        if size > len {
            assert!(is(code, smsc_result::Ok) && buffer[..len] == *expected.as_bytes() && buffer[len] == 0, "decoded with {code}");
        } else {
            assert!(is(code, smsc_result::Buffer), "too small with {code}");
        }
    }
}

/// Checks that the outcome of the record is the one of `sms-outcome`, with texts in UTF-8.
pub(super) fn assert_meaning(record: &smsc_record, expected: &Record<'_>, kind: MessageKind) {
    let mut table = 0;
    // SAFETY: the library filled the record, and the input is still alive.
    let code = unsafe { smsc_record_get_err_table(record, kind_of(kind), &raw mut table) };
    let known = if expected.err_scope(kind) == ErrScope::Email { smsc_table::ErrEmail } else { smsc_table::ErrPhone };
    assert!(is(code, smsc_result::Ok) && table == known as i32, "the table of err with {code}");
    let mut looks_like_utf8 = -1;
    // SAFETY: the library filled the record, and the input is still alive.
    let code = unsafe { smsc_record_looks_like_utf8(record, &raw mut looks_like_utf8) };
    assert!(is(code, smsc_result::Ok) && looks_like_utf8 == i32::from(expected.looks_like_utf8()), "UTF-8 with {code}");
    let expected_outcome = lookup_record(expected, kind);
    for (number, lang) in [(smsc_lang::En, Lang::En), (smsc_lang::Ru, Lang::Ru), (smsc_lang::Fr, Lang::Fr)] {
        let mut outcome = no_outcome();
        // SAFETY: the library filled the record, and the input is still alive.
        let code = unsafe { smsc_outcome_lookup_record(record, kind_of(kind), number as i32, &raw mut outcome) };
        assert!(is(code, smsc_result::Ok), "an outcome with {code}");
        assert_eq!((outcome.status, outcome.r#type), (record.status, type_of(expected, kind).0.into()));
        let texts = [
            (outcome.title, expected_outcome.title),
            (outcome.explanation, expected_outcome.explanation),
            (outcome.advice, expected_outcome.advice),
        ];
        for (view, words) in texts {
            // SAFETY: the view is a static text of the library.
            let bytes = unsafe { std::slice::from_raw_parts(view.ptr.cast::<u8>(), view.len) };
            assert_eq!(bytes, words.get(lang).as_bytes());
        }
    }
}

fn no_outcome() -> smsc_outcome {
    smsc_outcome {
        size: size_of::<smsc_outcome>(),
        state: 0,
        is_final: 0,
        cause: 0,
        retry: 0,
        retry_after_s: 0,
        suppress: 0,
        status: 0,
        err: 0,
        r#type: 0,
        error_code: 0,
        row: 0,
        receipt_error: 0,
        unsubscribes: 0,
        channel: 0,
        provider: 0,
        endpoint: 0,
        is_judgement: 0,
        decides: 0,
        title: NO_VIEW,
        explanation: NO_VIEW,
        advice: NO_VIEW,
        source: NO_VIEW,
        text: NO_VIEW,
        remark: NO_VIEW,
    }
}

/// Checks that `smsc_writer_write_single` writes what the core's writer writes, and leaves a buffer
/// that is too small unchanged.
pub(super) fn assert_written(given: &smsc_query, query: &Query<'_>, record: &smsc_record, expected: &Record<'_>) {
    for (replacing, writer) in [(0, Writer::new(*query)), (1, Writer::new(*query).replacing())] {
        let expected = adapter::write_one(writer, expected);
        let length = expected.as_ref().map_or(0, Vec::len);
        for size in [length, length.saturating_sub(1)] {
            let mut buffer = vec![b'?'; size].into_boxed_slice();
            let mut len = usize::MAX;
            // SAFETY: the library filled the record; the buffer has this size; a NULL error is
            // allowed.
            let code = unsafe {
                let error = std::ptr::null_mut();
                smsc_writer_write_single(given, replacing, record, buffer.as_mut_ptr().cast(), size, &raw mut len, error)
            };
            match &expected {
                Ok(bytes) if size >= bytes.len() => {
                    assert!(is(code, smsc_result::Ok) && buffer[..len] == **bytes, "written with {code}");
                }
                Ok(_) => {
                    assert!(is(code, smsc_result::Buffer) && len == length, "too small with {code}");
                    assert!(buffer.iter().all(|byte| *byte == b'?'), "a part of a rejected record was written");
                }
                Err(error) if matches!(error.kind(), WriteErrorKind::Full { .. }) => unreachable!("there was no limit"),
                Err(_) => assert!((300..400).contains(&code), "rejected with {code}"),
            }
        }
    }
}
