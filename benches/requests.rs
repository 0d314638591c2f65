//! The time per message of building the body of a status request, beside a copy of its bytes and a
//! standard form encoder.

mod measure;

use std::hint::black_box;

use form_urlencoded::Serializer;
use smsc_proto::request::{Credentials, Request as _, StatusRequest};
use smsc_proto::{MessageId, Requested};

use crate::measure::Group;

/// The number of messages in a batch.
const MESSAGES: u32 = 1000;

const CREDENTIALS: Credentials<'_> = Credentials::api_key("key");

fn main() {
    let phones: Vec<_> = (0..MESSAGES).map(|n| format!("79{:09}", n.wrapping_mul(7_654_321) % 1_000_000_000)).collect();
    // 7,919 has no common factor with the number of messages, so each id is used once.
    time("in order", &phones, |n| 1_000_000_000 + n);
    time("shuffled", &phones, |n| 1_000_000_000 + n * 7919 % MESSAGES);
    time("one id", &phones, |_| 1_000_000_000);
}

/// Checks and times requests for messages with these ids.
fn time(name: &str, phones: &[String], id: impl Fn(u32) -> u32) {
    let ids = (0..MESSAGES).map(id).map(|id| MessageId::new(id).expect("an id"));
    let pairs: Vec<_> = ids.zip(phones).map(|(id, phone)| Requested { id, phone }).collect();
    let expected = standard(&pairs, String::new());
    let mut body = String::with_capacity(expected.len());
    build(&pairs, &mut body);
    assert_eq!(body, expected);

    let name = format!("status request of {MESSAGES}, ids {name}");
    let mut copy = String::with_capacity(expected.len());
    let mut group = Group::new(&name, pairs.len());
    group.add("memcpy", || {
        copy.clear();
        copy.push_str(black_box(&expected));
        black_box(&copy);
    });
    group.add("form_urlencoded", || _ = black_box(standard(black_box(&pairs), String::with_capacity(expected.len()))));
    group.add("smsc-proto", || {
        body.clear();
        build(black_box(&pairs), &mut body);
        black_box(&body);
    });
    group.time();
}

fn build(pairs: &[Requested<'_>], body: &mut String) {
    StatusRequest::batch(pairs).write_body(&CREDENTIALS, body).expect("a valid request");
}

/// Builds the same body with lists of text and `form_urlencoded`.
fn standard(pairs: &[Requested<'_>], room: String) -> String {
    let phones: Vec<_> = pairs.iter().map(|pair| pair.phone).collect();
    let ids: Vec<_> = pairs.iter().map(|pair| pair.id.to_string()).collect();
    let mut form = Serializer::new(room);
    form.append_pair("apikey", "key").append_pair("fmt", "1").append_pair("all", "0").append_pair("charset", "utf-8");
    form.append_pair("phone", &phones.join(",")).append_pair("id", &ids.join(","));
    form.finish()
}
