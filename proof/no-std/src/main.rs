//! Parses the batch of the README, writes it in all four formats, parses it again, as a whole and
//! in chunks, and looks up what it means: with the core and the outcomes alone, without `std`, an
//! allocator or a C library. Exits with 0 if every result is right, with 1 if not, with 2 after a
//! panic.
//!
//! Every value that decides a path through the core is hidden from the compiler, so that the binary
//! contains the paths that this program does not take.

#![no_std]
#![no_main]

mod alone;
mod follow;

use core::fmt::{self, Write as _};
use core::hint::black_box;

use sms_outcome::{Question, Symptom, clicksend, diagnose, explain, getcourse, lookup_api_error, lookup_record, story};
use smsc_proto::callback::{Callback, CallbackErrorKind, CallbackEvent, CallbackFormat, Secret};
use smsc_proto::calls::{
    BalanceQuery, BalanceReply, IncomingQuery, IncomingReply, OperatorQuery, OperatorReply, SendQuery, SendReply, StatisticsQuery,
    StatisticsReply,
};
use smsc_proto::request::{
    BalanceRequest, Credentials, Date, DeleteRequest, HistoryRequest, IncomingRequest, OperatorRequest, Request, SendKind,
    SendRequest, SendTime, Server, StatisticsRequest, StatusRequest, Translit, Validity,
};
use smsc_proto::retry::{Advice, Attempt, Call, Failure, SendAdvice, Sending, StatusAnswer, advise, after_status};
use smsc_proto::{
    ApiErrorCode, Buffer, Charset, ChunkReader, CostMode, Detail, Event, Format, MessageId, MessageKind, MessageType, Query,
    Record, RecordBuilder, Reply, Requested, StatusCode, Value, Writer,
};

const FORMATS: [Format; 4] = [Format::KeyValue, Format::Values, Format::Xml, Format::Json];

extern "C" fn run() -> ! {
    let query = Query::new(Format::Values, black_box(Detail::Full)).batch().charset(black_box(Charset::Windows1251));
    let body = black_box(&include_bytes!("../../../examples/batch.txt")[..]);
    let is_right = whole(&query, body) == Some((WANTED, 2))
        && FORMATS.into_iter().all(|format| comes_back(&query, body, black_box(format)) == Some(WANTED))
        && are_texts_known()
        && is_rejected(black_box(b"0,-9"))
        && are_requests_written()
        && are_notifications_verified()
        && are_calls_read().is_some()
        && is_advised()
        && follow::is_followed()
        && is_shown(&query, black_box(b"-3,1760080210,0,101\n1,x,0,0,0,0,0,0,0,0,0,0,0,1\n"));
    alone::exit(i32::from(!is_right))
}

/// Sums over the records of a reply.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Sums {
    records: u32,
    delivered: u32,
    suppressed: u32,
    /// The letters of the messages.
    letters: usize,
    /// The bytes of the messages in UTF-8.
    bytes: usize,
}

const WANTED: Sums = Sums { records: 10, delivered: 3, suppressed: 2, letters: 93, bytes: 231 };

impl Sums {
    fn add(&mut self, record: &Record<'_>, kind: MessageKind) -> Option<()> {
        self.records += 1;
        self.delivered += u32::from(record.status() == StatusCode::DELIVERED);
        self.suppressed += u32::from(lookup_record(record, kind).suppress.is_some());
        if let Some(message) = record.message() {
            self.letters += message.chars().filter(|next| next.is_alphabetic()).count();
            self.bytes += message.decode_into(&mut [0; 256]).ok()?;
        }
        Some(())
    }
}

/// Sums up a whole body, and counts its ambiguous records.
fn whole(query: &Query<'_>, body: &[u8]) -> Option<(Sums, u32)> {
    let Ok(Reply::Records(records)) = query.read(body) else { return None };
    let (mut sums, mut ambiguous) = (Sums::default(), 0);
    for record in records.clone() {
        let record = record.ok()?;
        sums.add(&record, query.get_kind())?;
        ambiguous += u32::from(record.is_ambiguous());
    }
    (records.matched().count() == usize::try_from(sums.records).ok()?).then_some((sums, ambiguous))
}

/// Sums up a body that arrives in chunks.
fn chunks(query: &Query<'_>, body: &[u8]) -> Option<Sums> {
    let (mut reader, mut sums) = (ChunkReader::new(*query), Sums::default());
    let (mut start, mut end) = (0, 0);
    loop {
        let (used, event) = reader.read(body.get(start..end)?, end == body.len()).ok()?;
        start += used;
        match event {
            Event::Record(record) => sums.add(&record.ok()?, query.get_kind())?,
            Event::NeedMore => end = body.len().min(end + 7),
            Event::End => return Some(sums),
            Event::Error(_) | Event::Deleted => return None,
        }
    }
}

/// Sums up a body after it was written in another format.
fn comes_back(query: &Query<'_>, body: &[u8], format: Format) -> Option<Sums> {
    let other = query.charset(black_box(Charset::Utf8)).format(format);
    let Ok(Reply::Records(records)) = query.read(body) else { return None };
    let mut bytes = [0; 1 << 13];
    let mut batch = Writer::new(other).replacing().batch(Buffer::new(&mut bytes)).ok()?;
    for record in records {
        batch.record(&record.ok()?).ok()?;
    }
    let buffer = batch.end().ok()?;
    let (sums, _) = whole(&other, buffer.written())?;
    (chunks(&other, buffer.written())? == sums).then_some(sums)
}

fn are_texts_known() -> bool {
    let found = getcourse::recognise(black_box("НЕВОЗМОЖНО ДОСТАВИТЬ. Абонент не существует"));
    let rows = clicksend::find(black_box(&["Failed", "301", "Absent subscriber"]));
    let steps = diagnose(black_box(Symptom::NotAReply)).count();
    let texts = explain(black_box(Question::Text("ERROR = 3 (no money)"))).count();
    let receipt = clicksend::Receipt::new(Some("Failed"), Some(301), Some(12), Some("Absent subscriber"));
    let receipts = explain(black_box(Question::ClickSendReceipt(receipt))).count();
    let told =
        story(black_box([(StatusCode(1), None), (StatusCode(-3), None)]), MessageType::SMS).filter(|chapter| chapter.decides);
    let is_explained = texts == 1 && receipts == 1 && told.count() == 1;
    found.is_some_and(|found| found.unsubscribes) && rows.map(|row| row.number).eq([13]) && steps != 0 && is_explained
}

/// Reads a reply of every other call, in a format that is hidden from the compiler.
fn are_calls_read() -> Option<()> {
    let (json, charset) = (black_box(Format::Json), black_box(Charset::Utf8));
    let body = black_box(&br#"{"id":7,"cnt":1,"balance":-1.5,"phones":[{"phone":"1","cost":"1.4"}]}"#[..]);
    let SendReply::Sent(sent) = SendQuery::new(json, black_box(CostMode::Send)).charset(charset).read(body).ok()? else {
        return None;
    };
    let costs = sent.phones.filter_map(Result::ok).filter_map(|phone| phone.cost?.ten_thousandths()).sum::<u64>();
    let body = black_box(&br#"{"balance":"-1.5"}"#[..]);
    let BalanceReply::Balance(balance) = BalanceQuery::new(json).charset(charset).read(body).ok()? else { return None };
    let units = balance.amount.ten_thousandths()?;
    let IncomingReply::Messages(messages) = IncomingQuery::new().charset(charset).read(black_box(b"[{\"id\":7}]")).ok()? else {
        return None;
    };
    let mut shown = Shown(0);
    messages.filter_map(Result::err).try_for_each(|error| write!(shown, "{error}")).ok()?;
    let StatisticsReply::Rows(rows) = StatisticsQuery::new(json).charset(charset).read(black_box(b"[{\"sms\":7}]")).ok()? else {
        return None;
    };
    let body = black_box(&b"{\"tz\":0}"[..]);
    let OperatorReply::Operator(operator) = OperatorQuery::new(json).charset(charset).read(body).ok()? else { return None };
    (costs == 14_000 && units == -15_000 && rows.count() == 1 && operator.tz.is_some() && shown.0 != 0).then_some(())
}

/// Names of failures, with a number where there is one.
const FAILURES: [(&str, Option<u32>); 7] = [
    ("unreachable", None),
    ("tls", None),
    ("invalid", None),
    ("unanswered", None),
    ("not_a_reply", None),
    ("http_status", Some(429)),
    ("rejected", Some(9)),
];

/// Returns whether failed requests are advised about, of every call and failure.
fn is_advised() -> bool {
    let mut retries = 0_u32;
    for call in black_box(Call::ALL) {
        for (name, number) in FAILURES {
            let Some(failure) = Failure::from_name(black_box(name), black_box(number)) else { return false };
            let attempt = Attempt::new(black_box(2), black_box(70_000), black_box(1 << 31)).with_next_host(black_box(true));
            let advice = advise(call, failure, attempt.with_throttled(black_box(false)).with_blocked(black_box(false)));
            retries += u32::from(matches!(advice, Advice::Retry { .. }) && !advice.name().is_empty());
        }
    }
    let sending = Sending::new(black_box(1000), black_box(1)).with_history_kept(black_box(true)).with_sent_again(black_box(false));
    let after = after_status(StatusAnswer::of(black_box(StatusCode(-3))), sending);
    retries > 5 && matches!(after, SendAdvice::AskAgain { .. })
}

fn is_rejected(body: &[u8]) -> bool {
    let Ok(Reply::Error(error)) = Query::new(Format::Values, Detail::Status).read(body) else { return false };
    error.code == ApiErrorCode::TOO_MANY_REQUESTS && lookup_api_error(error.code, error.endpoint()).retry.after_s() == Some(60)
}

/// Returns whether every request is written, and whether a wrong one is not and its error can be
/// formatted.
fn are_requests_written() -> bool {
    let (Some(id), Some(day)) = (MessageId::new(black_box(7)), Date::new(black_box(2026), 11, 29)) else { return false };
    let pairs = [79, 80].map(|_| Requested { id, phone: black_box("79990000001") });
    let phones = black_box(&["79990000001"][..]);
    let (time, validity) = (SendTime::parse(black_box("2911261830")), Validity::parse(black_box("02:30")));
    let (Some(time), Some(validity)) = (time, validity) else { return false };
    let send = SendRequest::new(phones, black_box("Привет")).kind(black_box(SendKind::Flash)).id(id).sender(black_box("A"));
    let requests: [&dyn Request; 8] = [
        &StatusRequest::batch(pairs.get(..1).unwrap_or_default()).detail(black_box(Detail::Full)),
        &DeleteRequest::one(Requested { id, phone: black_box("user@example.com") }),
        &BalanceRequest::new().format(black_box(Format::Values)).currency(),
        &HistoryRequest::day(day).until(day).phones(phones).count(black_box(10)).older_than(black_box(1 << 40)),
        &IncomingRequest::new().hours(black_box(3)).after(id).to(black_box("7999")),
        &StatisticsRequest::new(day, day),
        &OperatorRequest::new(black_box("+7 999")),
        &send.time(time).valid(validity).translit(black_box(Translit::LookAlike)).charset(black_box(Charset::Koi8R)),
    ];
    let Ok(server) = Server::new(black_box("smsc.kz")) else { return false };
    let credentials = [Credentials::api_key(black_box("key")), Credentials::login(black_box("a"), black_box("b"))];
    let are_written = requests
        .into_iter()
        .all(|request| credentials.iter().all(|credentials| request.write_get_url(&server, credentials, &mut Shown(0)).is_ok()));
    let mut shown = Shown(0);
    // The two messages are the same.
    let wrong = StatusRequest::batch(black_box(&pairs)).write_body(&Credentials::api_key("key"), &mut Shown(0));
    are_written && wrong.is_err_and(|error| write!(shown, "{error}").is_ok()) && shown.0 > 20
}

/// Returns whether notifications are verified in every format, and whether wrong ones are not and
/// their errors can be formatted.
fn are_notifications_verified() -> bool {
    const MD5: &[u8] = b"7fb04576256c41afe248c391d925ff1f";
    const SHA1: &[u8] = b"b6f768ce7614d7858cc4a6116f8ffd0dc236a3cd";
    let Ok(secret) = Secret::new(black_box(b"zxc")) else { return false };
    let mut form = *b"phone=123&mes=te%78t&to=234&sha1=b6f768ce7614d7858cc4a6116f8ffd0dc236a3cd";
    let mut json = *br#"{"phone":123,"mes":"te\u0078t","to":"234","sha1":"b6f768ce7614d7858cc4a6116f8ffd0dc236a3cd"}"#;
    let mut xml = *b"<a><phone>123</phone><mes>te&#120;t</mes><to>234</to><md5>7fb04576256c41afe248c391d925ff1f</md5></a>";
    let bodies: [(&mut [u8], _); 3] =
        [(&mut form, CallbackFormat::Form), (&mut json, CallbackFormat::Json), (&mut xml, CallbackFormat::Xml)];
    let is_right = |callback: &Callback<'_>| {
        let Ok(verified) = callback.verify(&secret) else { return false };
        let CallbackEvent::Incoming(message) = verified.event() else { return false };
        message.mes() == "text" && verified.covered().len() == 3
    };
    let are_right = bodies.into_iter().all(|(body, format)| {
        let callback = Callback::parse(black_box(body), black_box(format), black_box(Charset::Windows1251));
        callback.is_ok_and(|callback| is_right(&callback))
    });
    // A text longer than the blocks of both hashes, whose signature is wrong.
    let long = [b'x'; 200];
    let mut shown = Shown(0);
    let are_wrong = [(&b"phone"[..], b"status"), (b"mes", b"err___")].into_iter().all(|(name, other)| {
        let fields = [(name, &long[..]), (b"phone", b"123"), (b"to", b"234"), (b"md5", MD5), (b"sha1", SHA1), (other, b"x")];
        let callback = Callback::from_fields(Charset::Utf8, black_box(fields));
        let error = callback.and_then(|callback| callback.verify(&secret)).err();
        error.is_some_and(|error| error.kind() != CallbackErrorKind::Empty && write!(shown, "{error}").is_ok())
    });
    are_right && are_wrong && shown.0 > 20
}

/// Counts the bytes written.
struct Shown(usize);

impl fmt::Write for Shown {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 += text.len();
        Ok(())
    }
}

/// Returns whether fields, values and errors can be formatted. `Debug` is left out: the one of
/// `str` contains a path to a panic.
fn is_shown(query: &Query<'_>, body: &[u8]) -> bool {
    let mut shown = Shown(0);
    let Ok(Reply::Records(mut records)) = query.read(body) else { return false };
    let is_written = records.try_for_each(|record| match record {
        Ok(record) => record.fields().try_for_each(|(field, value)| match value {
            Value::Number(number) => write!(shown, "{field}={number} "),
            Value::Text(text) => write!(shown, "{field}={text} "),
            Value::Cost(cost) => write!(shown, "{field}={cost} "),
        }),
        Err(error) => write!(shown, "{error} "),
    });
    let full = Writer::new(*query).record(&RecordBuilder::new(StatusCode(1)).build(), &mut Buffer::new(&mut []));
    is_written.is_ok() && full.is_err_and(|error| write!(shown, "{error}").is_ok()) && shown.0 > 150
}
