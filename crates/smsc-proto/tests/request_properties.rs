//! Properties of requests: what is written, decoded again, has the given parameters and no others; a
//! request within the limits is always written, and the error of any other names a parameter that is
//! beyond its limit.

use std::collections::BTreeSet;

use encoding_rs::{Encoding, KOI8_R, UTF_8, WINDOWS_1251};
use proptest::prelude::*;
use proptest::sample::select;
use smsc_proto::request::{
    Credentials, Date, HistoryRequest, IncomingRequest, OperatorRequest, Request, RequestError, SendKind, SendRequest,
    StatusRequest, Translit,
};
use smsc_proto::{Charset, CostMode, Format, MessageId, Requested};
use testkit::generate::cases;

/// A name and a value.
type Pair = (String, String);

/// A value, and whether it is within its limits.
type Limited<T> = (T, bool);

fn written(request: &dyn Request, credentials: &Credentials<'_>) -> Result<String, RequestError> {
    let mut body = String::new();
    request.write_body(credentials, &mut body).map(|()| body)
}

#[expect(clippy::needless_pass_by_value, reason = "called with temporary values")]
fn pair(name: &str, value: impl ToString) -> Pair {
    (name.to_owned(), value.to_string())
}

/// Returns the parameters of a form, decoded byte by byte, without those of the credentials.
fn decoded(form: &str, charset: Charset) -> Vec<Pair> {
    let encoding: &Encoding = match charset {
        Charset::Windows1251 => WINDOWS_1251,
        Charset::Koi8R => KOI8_R,
        _ => UTF_8,
    };
    let plain = |text: &str| {
        let mut bytes = Vec::new();
        let mut rest = text.bytes();
        while let Some(byte) = rest.next() {
            bytes.push(match byte {
                b'+' => b' ',
                b'%' => {
                    let digits: String = rest.by_ref().take(2).map(char::from).collect();
                    u8::from_str_radix(&digits, 16).unwrap_or_else(|_| panic!("{digits:?} after a % in {form}"))
                }
                _ => byte,
            });
        }
        encoding.decode_without_bom_handling(&bytes).0.into_owned()
    };
    let pairs = form.split('&').map(|pair| pair.split_once('=').unwrap_or_else(|| panic!("{pair:?} has no =")));
    pairs.map(|(name, value)| (plain(name), plain(value))).collect()
}

/// Checks the outcome of a request: if no limit is exceeded it has these parameters, and if some are
/// the error names one of them.
fn check(
    request: &dyn Request,
    charset: Charset,
    (key, is_key): &Limited<String>,
    parameters: &[Pair],
    wrong: &[(&'static str, bool)],
) -> Result<(), TestCaseError> {
    let wrong = wrong.iter().copied().chain([("apikey", *is_key)]);
    let wrong: BTreeSet<_> = wrong.filter(|(_, is_within)| !is_within).map(|(name, _)| name).collect();
    match written(request, &Credentials::api_key(key)) {
        Ok(body) => {
            prop_assert_eq!(&wrong, &BTreeSet::new(), "{}", body);
            let expected: Vec<_> = [pair("apikey", key)].into_iter().chain(parameters.iter().cloned()).collect();
            let mut found = decoded(&body, charset);
            // The service takes parameters in any order.
            found.sort_unstable();
            let mut expected = expected;
            expected.sort_unstable();
            prop_assert_eq!(found, expected);
        }
        Err(error) => {
            prop_assert!(wrong.contains(error.parameter()), "{}, but {:?} are wrong", error, wrong);
            // An error shows no value (R68b).
            prop_assert!(!error.to_string().contains("79990000001"));
        }
    }
    Ok(())
}

/// Returns a strategy for keys: any characters but control characters (R68g).
fn key() -> impl Strategy<Value = Limited<String>> {
    prop_oneof![8 => "[ -~]{1,40}".prop_map(|key| (key, true)), 1 => select(&["", "a\nb", "\u{7f}"][..]).prop_map(|key| (key.to_owned(), false))]
}

/// Returns a strategy for phones (R68b).
fn phone() -> impl Strategy<Value = Limited<String>> {
    let typed = "[+]?[0-9]{3}[ ().-]{0,3}[0-9]{0,12}".prop_map(|phone| (phone, true));
    let wrong = ["", " ", "12", "+1 2", "1234567890123456", "79990000001,79990000002", "79990000001;", "7999\u{1}", "(+)"];
    prop_oneof![12 => Just(("79990000001".to_owned(), true)), 12 => typed, 1 => select(wrong.to_vec()).prop_map(|phone| (phone.to_owned(), false))]
}

fn charset() -> impl Strategy<Value = Charset> {
    select(Charset::ALL)
}

/// Returns a strategy for texts that every charset has, of 1 to 1,000 characters (R62a).
fn text() -> impl Strategy<Value = Limited<String>> {
    let long = |length: usize| "я+ &=%".chars().cycle().take(length).collect::<String>();
    prop_oneof![
        12 => "[ -~а-яё\n\r\t]{1,60}".prop_map(|text| (text, true)),
        1 => Just((long(1000), true)),
        1 => Just((long(1001), false)),
        1 => Just((String::new(), false)),
    ]
}

/// Returns a strategy for senders: 11 characters or 15 digits (R62c).
fn sender() -> impl Strategy<Value = Limited<String>> {
    let wrong = ["abcdefghijkl", "1234567890123456", "a\nb"];
    prop_oneof![
        4 => "[A-Za-z][A-Za-z0-9 .&]{0,10}".prop_map(|sender| (sender, true)),
        2 => "[0-9]{11,15}".prop_map(|sender| (sender, true)),
        1 => select(wrong.to_vec()).prop_map(|sender| (sender.to_owned(), false)),
    ]
}

/// Returns a strategy for days, with their text.
fn day() -> impl Strategy<Value = (Date, String)> {
    (2000..2100_u16, 1..=12_u8, 1..=28_u8)
        .prop_map(|(year, month, day)| (Date::new(year, month, day).unwrap(), format!("{day:02}.{month:02}.{year}")))
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn a_message(
        key in key(),
        charset in charset(),
        phones in prop::collection::vec(phone(), 0..4),
        (text, is_text) in text(),
        sender in prop::option::of(sender()),
        kind in select(&["sms", "flash", "ping", "hlr", "viber"][..]),
        (format, cost) in (0..4_u8, 0..4_u8),
        id in prop::option::of(1..=0x7fff_ffff_u32),
        translit in prop::option::of(select(&[(Translit::Off, 0), (Translit::Translit, 1), (Translit::LookAlike, 2)][..])),
        (lists_errors, lists_operators) in prop_oneof![3 => Just((false, false)), 1 => any::<(bool, bool)>()],
    ) {
        let numbers: Vec<_> = phones.iter().map(|(phone, _)| phone.as_str()).collect();
        let format_of = Format::try_from(format).unwrap();
        let mut request = SendRequest::new(&numbers, &text).charset(charset).kind(SendKind::from_name(kind).unwrap()).format(format_of);
        request = request.cost(CostMode::try_from(cost).unwrap());
        let mut expected = vec![pair("fmt", format), pair("charset", charset.name()), pair("phones", numbers.join(","))];
        let has_no_text = matches!(kind, "ping" | "hlr");
        if !text.is_empty() {
            expected.push(pair("mes", &text));
        }
        expected.extend((kind != "sms").then(|| pair(kind, 1)));
        if cost != 0 {
            expected.push(pair("cost", cost));
        }
        if let Some(id) = id {
            request = request.id(MessageId::new(id).unwrap());
            expected.push(pair("id", id));
        }
        if let Some((translit, number)) = translit {
            request = request.translit(translit);
            expected.push(pair("translit", number));
        }
        if let Some((sender, _)) = &sender {
            request = request.sender(sender);
            expected.push(pair("sender", sender));
        }
        request = if lists_errors { request.list_errors() } else { request };
        request = if lists_operators { request.list_operators() } else { request };
        expected.extend(lists_errors.then(|| pair("err", 1)));
        expected.extend(lists_operators.then(|| pair("op", 1)));
        let wrong = [
            ("fmt", format != 2),
            ("err", !lists_errors || format == 3),
            ("op", !lists_operators || format == 3),
            ("phones", !phones.is_empty() && phones.iter().all(|(_, is_phone)| *is_phone)),
            ("mes", is_text || has_no_text && text.is_empty()),
            ("sender", sender.as_ref().is_none_or(|(_, is_sender)| *is_sender)),
        ];
        check(&request, charset, &key, &expected, &wrong)?;
    }

    #[test]
    fn a_batch(
        key in key(),
        charset in charset(),
        // An id may be repeated with another phone alone (R68c).
        phones in prop::collection::btree_map(1..=0x7fff_ffff_u32, phone(), 0..20),
        repeats in prop_oneof![4 => Just(false), 1 => Just(true)],
    ) {
        let mut pairs: Vec<_> = phones.iter().map(|(id, (phone, _))| Requested { id: MessageId::new(*id).unwrap(), phone }).collect();
        let repeats = repeats && !pairs.is_empty();
        if repeats {
            pairs.push(pairs[0]);
        }
        let list = |items: Vec<String>| if items.len() == 1 { format!("{},", items[0]) } else { items.join(",") };
        let expected = [
            pair("fmt", 1), pair("all", 0), pair("charset", charset.name()),
            pair("phone", list(pairs.iter().map(|pair| pair.phone.to_owned()).collect())),
            pair("id", list(pairs.iter().map(|pair| pair.id.to_string()).collect())),
        ];
        let wrong = [("id", !pairs.is_empty() && !repeats), ("phone", phones.values().all(|(_, is_phone)| *is_phone))];
        check(&StatusRequest::batch(&pairs).charset(charset), charset, &key, &expected, &wrong)?;
    }

    #[test]
    fn a_history(
        key in key(),
        ((first, start), last) in (day(), prop::option::of(day())),
        count in prop::option::of(0..1010_u16),
        older_than in prop::option::of(prop_oneof![4 => 0..=999_999_999_999_999_u64, 1 => 999_999_999_999_990..=u64::MAX]),
        format in 0..4_u8,
    ) {
        let mut request = HistoryRequest::day(first).charset(Charset::Utf8).format(Format::try_from(format).unwrap());
        let mut expected = vec![pair("get_messages", 1), pair("fmt", format), pair("charset", "utf-8"), pair("start", start)];
        if let Some((last, end)) = &last {
            request = request.until(*last);
            expected.push(pair("end", end));
        }
        if let Some(count) = count {
            request = request.count(count);
            expected.push(pair("cnt", count));
        }
        if let Some(int_id) = older_than {
            request = request.older_than(int_id);
            expected.push(pair("prev_id", int_id));
        }
        let wrong = [
            ("fmt", matches!(format, 0 | 3)),
            ("end", last.is_none_or(|(last, _)| last >= first)),
            ("prev_id", older_than.is_none_or(|int_id| int_id <= 999_999_999_999_999)),
            ("cnt", count.is_none_or(|count| (1..=1000).contains(&count))),
        ];
        check(&request, Charset::Utf8, &key, &expected, &wrong)?;
    }

    #[test]
    fn incoming_messages_and_operators(key in key(), (phone, is_phone) in phone(), hours in prop::option::of(0..200_u16)) {
        let mut request = IncomingRequest::new().to(&phone);
        let mut expected = vec![pair("get_answers", 1), pair("fmt", 3), pair("charset", "utf-8"), pair("to_phone", &phone)];
        if let Some(hours) = hours {
            request = request.hours(hours);
            expected.push(pair("hour", hours));
        }
        let wrong = [("to_phone", is_phone), ("hour", hours.is_none_or(|hours| (1..=168).contains(&hours)))];
        check(&request, Charset::Utf8, &key, &expected, &wrong)?;
        let expected = [pair("get_operator", 1), pair("fmt", 3), pair("charset", "utf-8"), pair("phone", &phone)];
        check(&OperatorRequest::new(&phone), Charset::Utf8, &key, &expected, &[("phone", is_phone)])?;
    }
}
