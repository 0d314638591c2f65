//! The struct that the peers of fmt 0, 2 and 3 fill: every field of a record, texts borrowed.

use std::borrow::Cow;
use std::hint::black_box;

use serde::Deserialize;
use smsc_proto::Charset;

use testkit::bench::corpus::Corpus;

#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Row<'a> {
    status: i32,
    last_date: Option<&'a str>,
    last_timestamp: Option<u64>,
    flag: Option<u16>,
    err: Option<u32>,
    imsi: Option<&'a str>,
    msc: Option<&'a str>,
    mcc: Option<&'a str>,
    mnc: Option<&'a str>,
    cn: Option<&'a str>,
    net: Option<&'a str>,
    rcn: Option<&'a str>,
    rnet: Option<&'a str>,
    send_date: Option<&'a str>,
    send_timestamp: Option<u64>,
    phone: Option<&'a str>,
    mccmnc: Option<&'a str>,
    country: Option<&'a str>,
    operator: Option<&'a str>,
    operator_orig: Option<&'a str>,
    region: Option<&'a str>,
    cost: Option<&'a str>,
    sender_id: Option<&'a str>,
    status_name: Option<&'a str>,
    message: Option<&'a str>,
    comment: Option<&'a str>,
    r#type: Option<u8>,
    sms_cnt: Option<u32>,
    id: Option<u32>,
}

impl<'a> Row<'a> {
    /// Sets a field by its name on the wire, or by its key in fmt 0.
    pub(crate) fn set(&mut self, name: &str, text: &'a str) {
        match name {
            "status" | "Status" => self.status = text.parse().expect("a status"),
            "last_date" | "check_time" => self.last_date = Some(text),
            "last_timestamp" => self.last_timestamp = text.parse().ok(),
            "flag" => self.flag = text.parse().ok(),
            "err" => self.err = text.parse().ok(),
            "imsi" => self.imsi = Some(text),
            "msc" => self.msc = Some(text),
            "mcc" => self.mcc = Some(text),
            "mnc" => self.mnc = Some(text),
            "cn" => self.cn = Some(text),
            "net" => self.net = Some(text),
            "rcn" => self.rcn = Some(text),
            "rnet" => self.rnet = Some(text),
            "send_date" => self.send_date = Some(text),
            "send_timestamp" => self.send_timestamp = text.parse().ok(),
            "phone" => self.phone = Some(text),
            "mccmnc" => self.mccmnc = Some(text),
            "country" => self.country = Some(text),
            "operator" => self.operator = Some(text),
            "operator_orig" => self.operator_orig = Some(text),
            "region" => self.region = Some(text),
            "cost" => self.cost = Some(text),
            "sender_id" => self.sender_id = Some(text),
            "status_name" => self.status_name = Some(text),
            "message" => self.message = Some(text),
            "comment" => self.comment = Some(text),
            "type" => self.r#type = text.parse().ok(),
            "sms_cnt" => self.sms_cnt = text.parse().ok(),
            "id" => self.id = text.parse().ok(),
            _ => {}
        }
    }
}

/// Keeps the fields that `testkit::bench::ours::touch` keeps.
pub(crate) fn touch(row: &Row<'_>) {
    black_box((row.status, row.err, row.id, row.message.map(str::len)));
}

/// Compares every field of a peer's rows with the values that the body was made of.
///
/// # Panics
///
/// Panics if one is wrong.
pub(crate) fn check(corpus: &Corpus, who: &str, read: impl FnOnce(&mut dyn FnMut(&Row<'_>))) {
    let mut truth = corpus.steady.records();
    read(&mut |row| {
        let record = truth.next().unwrap_or_else(|| panic!("{}: {who} returns too many records", corpus.name));
        let json = serde_json::Value::Object(record.json());
        assert_eq!(*row, Row::deserialize(&json).expect("a record"), "{}: {who}", corpus.name);
    });
    assert!(truth.next().is_none(), "{}: {who} returns too few records", corpus.name);
}

/// A body in the form that a peer takes.
#[derive(Clone, Copy)]
pub(crate) enum Source<'a> {
    Str(&'a str),
    Windows1251(&'a [u8]),
}

impl<'a> Source<'a> {
    /// Wraps a body. The validation of the `str` is not timed.
    pub(crate) fn of(corpus: &'a Corpus) -> Self {
        match corpus.query.get_charset() {
            Charset::Utf8 => Self::Str(std::str::from_utf8(&corpus.body).expect("a body in UTF-8")),
            _ => Self::Windows1251(&corpus.body),
        }
    }

    /// Returns the body in UTF-8, the only charset that the peers read. Decoding of another charset
    /// is timed.
    pub(crate) fn text(self) -> Cow<'a, str> {
        match self {
            Self::Str(text) => text.into(),
            Self::Windows1251(bytes) => encoding_rs::WINDOWS_1251.decode_without_bom_handling(bytes).0,
        }
    }
}
