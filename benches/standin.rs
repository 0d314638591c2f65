//! The time per message of status requests to the stand-in, which has 100,000 messages, beside a
//! standard decoder of their forms.

mod measure;

use std::hint::black_box;

use smsc_proto::request::{Credentials, Request as _, StatusRequest};
use smsc_proto::{Detail, Format, MessageId, Reply, Requested};
use smsc_standin::{Provider, Request, Scenario, Time};

use crate::measure::Group;

/// The number of messages that are stored.
const MESSAGES: u32 = 100_000;
/// The number of messages in a batch.
const BATCH: usize = 1_000;

const CREDENTIALS: Credentials<'_> = Credentials::login("demo", "demo");

/// 28 November 2026, 12:00 in Moscow.
const NOON: Time = Time::from_seconds(1_795_856_400);

/// The messages stay with the operator, so that no night moves them to the archive.
fn phone(number: u32) -> String {
    format!("79{number:05}7000")
}

fn main() {
    let mut provider = Provider::new(Scenario::parse("[[account]]\nprice = '0'").expect("a scenario"));
    for number in 0..MESSAGES {
        let form = format!("login=demo&psw=demo&fmt=1&mes=text+{number}&id={}&phones={}", number + 1, phone(number));
        let response = provider.handle(&Request::post("/sys/send.php", form.as_bytes()), NOON);
        assert_eq!(response.body, format!("{},1", number + 1).into_bytes());
    }
    let phones: Vec<_> = (0..MESSAGES).map(phone).collect();
    let pairs = (1..).zip(&phones).map(|(id, phone)| Requested { id: MessageId::new(id).expect("an id"), phone });
    let pairs: Vec<_> = pairs.collect();
    let mut now = Time(NOON.0 + 5_000);
    for (format, detail) in [(Format::Values, Detail::Status), (Format::Json, Detail::Status), (Format::Json, Detail::Full)] {
        let of = |fmt: Format, all: Detail| format!("fmt {} all={}", fmt as u8, all as u8);
        let name = format!("one status of {MESSAGES}, {}", of(format, detail));
        let one = pairs.iter().map(|pair| StatusRequest::one(*pair).format(format).detail(detail));
        // A message is asked for again when the others have been, and at most five times a minute.
        now = time(&name, &mut provider, &one.collect::<Vec<_>>(), now, 1);
        let name = format!("{BATCH} statuses of {MESSAGES}, {}", of(format, detail));
        let batches = pairs.chunks(BATCH).map(|pairs| StatusRequest::batch(pairs).format(format).detail(detail));
        now = time(&name, &mut provider, &batches.collect::<Vec<_>>(), now, 60_000);
    }
}

/// Checks and times requests, each some milliseconds after the other. Returns when the last one was.
fn time(name: &str, provider: &mut Provider, requests: &[StatusRequest<'_>], mut now: Time, pause: u64) -> Time {
    let forms: Vec<_> = requests.iter().map(form).collect();
    let mut messages = 0;
    for (request, form) in requests.iter().zip(&forms) {
        now = Time(now.0 + pause);
        let body = provider.handle(&Request::post("/sys/status.php", form.as_bytes()), now).body;
        let Ok(Reply::Records(records)) = request.query().read(&body) else { panic!("{}", body.escape_ascii()) };
        messages = 0;
        for found in records.matched() {
            assert!(matches!(found, Ok(smsc_proto::Match::Requested(record)) if record.status().0 == 0));
            messages += 1;
        }
    }
    let mut group = Group::new(name, messages);
    let mut decoded = forms.iter().cycle();
    group.add("form_urlencoded", move || {
        let form = decoded.next().expect("a form");
        _ = black_box(form_urlencoded::parse(black_box(form.as_bytes())).into_owned().collect::<Vec<_>>());
    });
    let (mut handled, mut clock) = (forms.iter().cycle(), now);
    let last = &mut clock;
    group.add("smsc-standin", || {
        *last = Time(last.0 + pause);
        let form = handled.next().expect("a form");
        let response = provider.handle(&Request::post("/sys/status.php", black_box(form.as_bytes())), *last);
        assert!(!response.body.is_empty());
        black_box(response);
    });
    group.time();
    clock
}

fn form(request: &StatusRequest<'_>) -> String {
    let mut form = String::new();
    request.write_body(&CREDENTIALS, &mut form).expect("a valid request");
    form
}
