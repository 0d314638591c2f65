//! Replies of the other scripts for property tests: valid ones, and ones that are nearly valid.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

use super::query::{Call, Script};

/// The words and signs of the replies, concatenated at random.
pub(crate) const TOKENS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    "\"",
    ":",
    ",",
    "1",
    "-2",
    "1.5",
    "null",
    "true",
    " ",
    "\n",
    "\r\n",
    "\\u0031",
    "\\",
    "<result>",
    "</result>",
    "<balance>",
    "</balance>",
    "<error_code>",
    "</error_code>",
    "<error>",
    "</error>",
    "<id>",
    "</id>",
    "<![CDATA[",
    "]]>",
    "&amp;",
    "<!--",
    "-->",
    "ERROR = ",
    "OK - ",
    " SMS, ID - ",
    ", ID - ",
    " (",
    " SMS)",
    ")",
    " = ",
    ", ",
    ",-",
    "order-77",
    "RUR",
    "\u{feff}",
    "я",
];

/// The names of the values, known and unknown.
pub(crate) const NAMES: &[&str] = &[
    "id",
    "cnt",
    "cost",
    "balance",
    "code",
    "phones",
    "credit",
    "currency",
    "phone",
    "message",
    "to_phone",
    "sent",
    "received",
    "login",
    "sms",
    "debit",
    "country",
    "operator",
    "region",
    "mcc",
    "mnc",
    "tz",
    "mccmnc",
    "status",
    "error",
    "error_code",
    "result",
    "x",
];

/// Values of JSON, as written.
const VALUES: &[&str] = &[
    "1",
    "\"1\"",
    "0",
    "\"0\"",
    "-1",
    "007",
    "33",
    "2147483647",
    "2147483648",
    "\"order-77\"",
    "\"a b\"",
    "1.40",
    "\"1.40\"",
    "\"-3\"",
    "-3.12345",
    "\"12345.6789\"",
    "\"1.23456\"",
    "1e3",
    "\"1e3\"",
    "1.",
    "-",
    "null",
    "\"\"",
    "true",
    "false",
    "{}",
    "[]",
    "[{}]",
    "[1,\"x\"]",
    "[{\"phone\":\"79990000001\",\"cost\":1.4},7,{\"phone\":\"\"}]",
    "{\"id\":{\"id\":[[]]}}",
    "\"79990000001\"",
    "79990000001",
    "\"Да, \\\"нет\\\"\"",
    "\"\\u0031\"",
    "\"1\\u002e5\"",
    "\"\\ud83d\\ude00\"",
    "\"\\ud83d\"",
    "\"\u{1}\n\"",
    "\"28.11.2026 10:00:00\"",
    "\"RUR\"",
    "\"no money\"",
    "nul",
    "\"\\x\"",
];

/// Returns a strategy for a query with any options.
pub(super) fn call() -> impl Strategy<Value = Call> {
    (select(&Script::ALL[..]), 0..4_u8, 0..4_u8, select(&["windows-1251", "koi8-r", "utf-8"][..])).prop_map(
        |(script, fmt, cost, charset)| Call {
            script,
            fmt: if script == Script::Incoming { 3 } else { fmt },
            cost: if script == Script::Send { cost } else { 0 },
            charset: charset.to_owned(),
        },
    )
}

/// Returns a strategy for replies with their query: half of them as a server might send them, the
/// others with values that are invalid, missing or unknown.
pub fn reply() -> impl Strategy<Value = (Call, Vec<u8>)> {
    call().prop_flat_map(|call| {
        let body = match call.format() {
            0 | 1 => lines(call.fmt).boxed(),
            2 => xml().boxed(),
            _ => json(call.script).boxed(),
        };
        (Just(call), body).prop_map(|(call, body)| {
            let bytes = call.encoding().encode(&body).0.into_owned();
            (call, bytes)
        })
    })
}

/// Returns a strategy for replies of [`reply`] with a few bytes changed, and for random tokens.
pub fn mutated_reply() -> impl Strategy<Value = (Call, Vec<u8>)> {
    let added = prop_oneof![
        4 => select(TOKENS).prop_map(|token| token.as_bytes().to_vec()),
        1 => vec(any::<u8>(), 0..3),
    ];
    let change = (any::<Index>(), 0..4_usize, added.clone());
    let mutated = (reply(), vec(change, 1..4)).prop_map(|((call, mut body), changes)| {
        for (at, removed, added) in changes {
            let start = at.index(body.len() + 1);
            let end = body.len().min(start + removed);
            body.splice(start..end, added);
        }
        (call, body)
    });
    let random = (call(), vec(added, 0..24)).prop_map(|(call, tokens)| (call, tokens.concat()));
    prop_oneof![3 => mutated, 1 => random]
}

/// Returns a strategy for white space, mostly none.
fn space() -> impl Strategy<Value = &'static str> {
    select(&["", "", "", "", " ", "\n", "\r\n", " \t\n"][..])
}

/// The members that make an object a reply of its script.
fn valid_members(script: Script) -> &'static [&'static str] {
    match script {
        Script::Send => &["\"id\":33", "\"cnt\":\"2\"", "\"cost\":\"2.80\"", "\"balance\":-0.12345"],
        Script::Balance => &["\"balance\":\"1871.62\"", "\"currency\":\"RUR\"", "\"credit\":500"],
        Script::Incoming => &["\"id\":\"5\"", "\"phone\":79990000001", "\"message\":\"Да, \\\"нет\\\"\"", "\"sent\":null"],
        Script::Statistics => &["\"login\":\"alex\"", "\"sms\":12", "\"credit\":\"16.80\"", "\"debit\":0"],
        Script::Operator => &["\"country\":\"Россия\"", "\"operator\":\"МТС\"", "\"mcc\":250", "\"mnc\":\"02\""],
    }
}

/// The members of an API error.
const ERROR: &[&str] = &["\"error\":\"no money\"", "\"error_code\":3"];

fn json(script: Script) -> impl Strategy<Value = String> {
    let element = prop_oneof![9 => object(script).boxed(), 1 => select(VALUES).prop_map(str::to_owned).boxed()];
    let list = vec(element, 0..4).prop_map(|elements| format!("[{}]", elements.join(",")));
    let list_weight = if matches!(script, Script::Incoming | Script::Statistics) { 4 } else { 1 };
    let root = prop_oneof![4 => object(script).boxed(), list_weight => list.boxed(), 1 => select(&["OK", "", "1"][..]).prop_map(str::to_owned).boxed()];
    (space(), root, space()).prop_map(|(before, root, after)| [before, &root, after].concat())
}

/// Returns a strategy for objects: valid members, in part, and any members.
fn object(script: Script) -> impl Strategy<Value = String> {
    let all = valid_members(script);
    let valid = prop_oneof![
        6 => Just(all.to_vec()),
        2 => subsequence(all, 0..=all.len()),
        2 => subsequence(ERROR, 1..=2),
    ];
    let other = (select(NAMES), space(), select(VALUES), space())
        .prop_map(|(name, before, value, after)| format!("\"{name}\"{before}:{after}{value}"));
    let others = prop_oneof![3 => Just(Vec::new()), 2 => vec(other, 1..4)];
    (valid, others, any::<bool>(), space()).prop_map(|(valid, mut members, is_first, after)| {
        let valid = valid.into_iter().map(str::to_owned);
        if is_first {
            members.splice(..0, valid);
        } else {
            members.extend(valid);
        }
        format!("{{{}{after}}}", members.join(&format!(",{after}")))
    })
}

/// Returns a strategy for well-formed XML.
fn xml() -> impl Strategy<Value = String> {
    const TEXTS: &[&str] = &[
        "1",
        "3",
        "0",
        "-1",
        "",
        " 5",
        "order-77",
        "1871.62",
        "-3",
        "x",
        "да &amp; нет",
        "&#49;",
        "&x;",
        "<![CDATA[3]]>",
        "<a>1</a>",
        "<a/>",
        "<!-- x -->",
        "2147483648",
    ];
    let texts = || select(TEXTS);
    let child = prop_oneof![
        3 => texts().prop_map(|text| format!("<error_code>{text}</error_code>")),
        3 => texts().prop_map(|text| format!("<error>{text}</error>")),
        4 => (select(NAMES), texts()).prop_map(|(name, text)| format!("<{name}>{text}</{name}>")),
        1 => space().prop_map(str::to_owned),
    ];
    let children = prop_oneof![
        2 => Just("<error>no money</error><error_code>3</error_code>".to_owned()),
        3 => vec(child, 0..4).prop_map(|children| children.concat()),
        1 => Just("OK".to_owned()),
    ];
    let root = prop_oneof![
        5 => (select(&["result", "result", "result", "list", "balance", "html"][..]), children)
            .prop_map(|(name, children)| format!("<{name}>{children}</{name}>")),
        3 => texts().prop_map(|text| format!("<balance>{text}</balance>")),
        1 => Just("<balance/>".to_owned()),
    ];
    let prolog = select(&["", "", "<?xml version=\"1.0\"?>\n", "<!-- x -->"][..]);
    (prolog, root, space()).prop_map(|(prolog, root, after)| [prolog, &root, after].concat())
}

/// Returns a strategy for the lines of fmt 0 or 1.
fn lines(fmt: u8) -> impl Strategy<Value = String> {
    const PARTS: &[&str] = &[
        "1",
        "33",
        "2147483647",
        "2147483648",
        "0",
        "order-77",
        "-3",
        "-9",
        "1.40",
        "1871.62",
        "-0.12345",
        "1.23456",
        "",
        " 1",
        "one",
        "RUR",
        "Россия",
        "Korea, Republic of",
    ];
    let part = || prop_oneof![3 => select(&["1", "33", "1.40"][..]), 2 => select(PARTS)];
    let line = if fmt == 0 {
        let pair = (
            select(&["country", "operator", "region", "mcc", "tz", "x", "Россия"][..]),
            select(&[" = ", " = ", " = ", "=", " ="][..]),
            part(),
        );
        let pair = pair.prop_map(|(name, between, value)| [name, between, value].concat());
        prop_oneof![
            3 => (part(), part()).prop_map(|(parts, id)| format!("OK - {parts} SMS, ID - {id}")),
            2 => (part(), part()).prop_map(|(cost, parts)| format!("{cost} ({parts} SMS)")),
            2 => (part(), part()).prop_map(|(balance, currency)| format!("{balance} {currency}")),
            1 => part().prop_map(str::to_owned),
            3 => vec(pair, 1..5).prop_map(|pairs| pairs.join(", ")),
            2 => (part(), part()).prop_map(|(code, text)| format!("ERROR = {code} ({text} (a), b)")),
            1 => (part(), part()).prop_map(|(code, id)| format!("ERROR = {code} (no money), ID - {id}")),
            1 => (part(), part()).prop_map(|(code, id)| format!("ERROR = {code}, ID - {id}")),
        ]
        .boxed()
    } else {
        vec(part(), 1..6).prop_map(|parts| parts.join(",")).boxed()
    };
    let end = select(&["", "", "", "\n", "\r\n", "\n\n", " "][..]);
    (select(&["", "", "", "\u{feff}"][..]), line, end).prop_map(|(start, line, end)| [start, &line, end].concat())
}
