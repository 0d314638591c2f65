//! Random records: most values are valid, and most texts look like structure.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use smsc_proto::MessageId;

use super::Pair;
use crate::cases::CaseQuery;

/// The phones. They are few, so that ids and phones meet in several ways (R3).
pub(super) const PHONES: [&str; 5] = ["79990000001", "79990000002", "79260000060", "77", "user.name+tag@example.org"];

/// The layouts of fmt 1 (R13, R22, R23, R24).
#[derive(Clone, Copy, Debug)]
pub(super) enum Layout {
    /// `message,comment,type`
    Tight,
    /// `message, comment, type`
    Spaced,
    /// `message,type`
    Of2019,
    /// `message`
    Oldest,
    /// The shortest layout: `-3,…,err` for a status of -3, two fields with all=0.
    Short,
}

/// A random record: every value that any layout needs, as bytes of the charset.
#[derive(Clone, Debug)]
pub(super) struct RandomRecord {
    pub(super) layout: Layout,
    /// The values that are numbers.
    pub(super) numbers: Numbers,
    pub(super) phone: &'static str,
    /// imsi, msc, mcc, mnc, cn, net, rcn, rnet of an HLR reply.
    pub(super) hlr: Option<[Vec<u8>; 8]>,
    /// country, operator, the original operator, region.
    pub(super) network: [Vec<u8>; 4],
    pub(super) sender_id: Vec<u8>,
    pub(super) status_name: Vec<u8>,
    pub(super) message: Vec<u8>,
    pub(super) comment: Vec<u8>,
    /// A bit for each key of fmt 0 that is left out. Other bits select variants of a layout.
    pub(super) omit: u32,
}

/// The values of a record that are numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numbers {
    pub(super) status: &'static str,
    pub(super) time: &'static str,
    pub(super) err: &'static str,
    pub(super) send_time: &'static str,
    pub(super) cost: &'static str,
    pub(super) kind: &'static str,
    pub(super) id: &'static str,
    pub(super) sms_cnt: &'static str,
}

impl RandomRecord {
    /// Returns the pair of the record, or `None` if a pair with this id and phone cannot be
    /// requested.
    pub(super) fn pair(&self) -> Option<Pair> {
        let id = MessageId::parse(self.numbers.id)?;
        (!self.phone.is_empty()).then(|| (id.to_string(), self.phone.to_owned()))
    }
}

/// Returns a strategy for values that are usual, and in 1 of 61 cases at or over a limit of R32 or
/// R39.
fn mostly(good: &'static [&'static str], odd: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    prop_oneof![60 => select(good), 1 => select(odd)]
}

/// Returns a strategy for the numbers of a record.
fn numbers() -> impl Strategy<Value = Numbers> {
    const TIMES: &[&str] = &["1760080210", "1760080202", "1286524541", "0", ""];
    const ODD_TIMES: &[&str] = &[
        "1099511627776",
        "1099511627777",
        "12345678901",
        "-1",
        "+1",
        "01760080210",
        "1.0",
        "1 ",
        " 1",
        "x",
        "18446744073709551616",
    ];
    let status = mostly(
        &["1", "0", "-1", "20", "25", "-3", "3"],
        &[
            "2147483647",
            "2147483648",
            "-2147483648",
            "-2147483649",
            "100",
            "-100",
            "001",
            "-03",
            "-0",
            "+1",
            "1.0",
            "1 ",
            "",
            "--1",
        ],
    );
    let err = mostly(&["0", "6", "248", ""], &["2147483647", "2147483648", "007", "-1", "+1", "0 ", "1.0", "1000"]);
    let cost = mostly(
        &["2.12", "0", "0.385", "12.3456", "00.10", ""],
        &["1.23456", ".5", "5.", "-1", "+1", "1e3", "free", "1,5", "1 ", "123456789012345678901234567890.1234"],
    );
    let kind = mostly(&["0", "0", "8", "12", "4"], &["15", "16", "00", "015", "255", "256", "", "-1", "0 ", "x"]);
    let id = mostly(
        &["1", "2", "77", "1020", "2147483647", "order-77"],
        &[
            "0",
            "2147483648",
            "007",
            "",
            "+5",
            "1.0",
            "5 ",
            " 5",
            "-5",
            "a.b_c",
            "a/b",
            "-",
            "12345678901234567890123456789012345678901",
        ],
    );
    let sms_cnt = mostly(&["1", "3", "0"], &["2147483647", "2147483648", "", "x"]);
    (status, mostly(TIMES, ODD_TIMES), err, mostly(TIMES, ODD_TIMES), cost, kind, id, sms_cnt).prop_map(
        |(status, time, err, send_time, cost, kind, id, sms_cnt)| Numbers { status, time, err, send_time, cost, kind, id, sms_cnt },
    )
}

/// Encodes a text in a charset. Characters that the charset lacks become question marks.
fn encode(charset: &str, text: &str) -> Vec<u8> {
    let encoding = crate::cases::encoding(charset);
    text.chars()
        .flat_map(|c| {
            let mut buffer = [0; 4];
            let (bytes, _, failed) = encoding.encode(c.encode_utf8(&mut buffer));
            if failed { b"?".to_vec() } else { bytes.into_owned() }
        })
        .collect()
}

/// Returns a line that is a whole record, for use in a text.
fn whole_record(fmt: u8, all: u8) -> &'static str {
    match (fmt, all) {
        (0, 0) => "\nStatus = 1, check_time = 10.10.2025 10:10:10, err = 0, id = 77, phone = 77\n",
        (0, _) => {
            "\nStatus = 1, send_date = 10.10.2025 10:10:10, phone = 77, cost = 1, message = m, comment = , type = 0, id = 77\n"
        }
        (_, 0) => "\n1,1760080210,0,77,77\n",
        (_, 1) => "\n1,1760080210,0,1760080202,77,1,G,D,m,,0,77\n",
        _ => "\n1,1760080210,0,1760080202,77,RU,MTS,M,1,G,D,m,,0,77\n",
    }
}

/// Returns the first fields of a record, for use in a text.
fn truncated_record(fmt: u8, all: u8) -> &'static str {
    match (fmt, all) {
        (0, _) => "\nStatus = 1, phone = 77, message = ",
        (_, 1) => "\n1,1760080210,0,1760080202,77,1,G,D,",
        _ => "\n1,1760080210,0,1760080202,77,RU,MTS,M,1,G,D,",
    }
}

/// Returns a strategy for free text that looks like the structure around it.
fn text(fmt: u8, all: u8, charset: String) -> impl Strategy<Value = Vec<u8>> {
    const WORDS: &[&str] = &["Привет", "Ваш код 1234", "Hello", "10%", "ёЁ", "", "x", "\u{2028}", "€", "0"];
    const SIGNS: &[&str] =
        &[",", ", ", " ", ",,", "\n", "\r\n", "\n\n", "\r", "=", " = ", "\"", "\0", "\u{1}", "\u{1b}", "\u{7f}", "\t"];
    const INVALID: &[&[u8]] = &[b"\xff\xfe", b"\xd0", b"\x98", b"\x80\x80", b"\xe2\x80", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90"];
    const LIKE_FMT_1: &[&str] = &[
        "\n10,20,30\n",
        "10,20,30",
        ",77",
        "\n,77\n",
        ",0,order-77\n",
        ",order-77\n",
        ",0,77\n",
        "\n-3,0,0,77\n",
        ",4",
        ", 0",
        "HLR",
        "\n0,-1\n",
        "\n100,1760080210,0,",
    ];
    const LIKE_FMT_0: &[&str] = &[
        ", type = 5",
        ", comment = x",
        ", message = y",
        "\nStatus = 1",
        "Status = 1",
        ", id = 77",
        ", ID = 77\n",
        ", phone = 1",
        ", cost = 2",
        ", type = 0, id = 77\n",
        ", foo = bar",
        ", type =",
        "\nStatus = -3\n",
        ", type = 0, id = order-77\n",
        ", crc = x",
    ];
    let invalid = select(INVALID);
    let like =
        move |own: &'static [&'static str], other: &'static [&'static str]| prop_oneof![4 => select(own), 1 => select(other)];
    let like = if fmt == 0 { like(LIKE_FMT_0, LIKE_FMT_1) } else { like(LIKE_FMT_1, LIKE_FMT_0) };
    let words = prop_oneof![
        12 => select(WORDS),
        6 => select(SIGNS),
        4 => like,
        1 => Just(whole_record(fmt, all)),
        1 => Just(truncated_record(fmt, all)),
    ];
    let part = prop_oneof![20 => words.prop_map(move |word| encode(&charset, word)), 1 => invalid.prop_map(<[u8]>::to_vec)];
    vec(part, 0..5).prop_map(|parts| parts.concat())
}

/// Returns a strategy for names and other short values, which rarely look like structure.
fn name(fmt: u8, all: u8, charset: &str) -> impl Strategy<Value = Vec<u8>> + use<> {
    const NAMES: &[&str] =
        &["", " Republic of", "Россия", "МТС", "Russian Federation", "MegaFON", "GLOBUS", "HLR", "Доставлено", "г. Москва"];
    let charset_of_name = charset.to_owned();
    let usual = select(NAMES).prop_map(move |name| encode(&charset_of_name, name));
    prop_oneof![40 => usual, 1 => text(fmt, all, charset.to_owned())]
}

/// Returns a strategy for names that may contain commas (R45).
fn network(fmt: u8, all: u8, charset: &str) -> impl Strategy<Value = Vec<u8>> + use<> {
    let commas = select(&["Turkcell, A.S.", "A,B", ",", "1,2,3", "1760080210,77,1"][..]).prop_map(|name| name.as_bytes().to_vec());
    prop_oneof![6 => name(fmt, all, charset), 1 => commas]
}

/// Returns a strategy for the eight values of an HLR reply.
fn hlr(fmt: u8, all: u8, charset: &str) -> impl Strategy<Value = [Vec<u8>; 8]> + use<> {
    let of = |values: &'static [&'static str]| select(values).prop_map(|value| value.as_bytes().to_vec());
    let imsi = prop_oneof![
        4 => of(&["250010000000001", "250023012345678"]),
        2 => of(&[""]),
        1 => of(&["1", "1234567890", "12345678901", "01099511627776", "x"]),
    ];
    let names = || network(fmt, all, charset);
    let numbers = (imsi, of(&["79232510066", ""]), of(&["250", "250", "", "2.5", "25"]), of(&["02", "", "2"]));
    (numbers, (names(), names(), names(), names()))
        .prop_map(|((imsi, msc, mcc, mnc), (cn, net, rcn, rnet))| [imsi, msc, mcc, mnc, cn, net, rcn, rnet])
}

/// Returns a strategy for a record that might reply to a query.
pub(super) fn random_record(query: &CaseQuery) -> impl Strategy<Value = RandomRecord> + use<> {
    let (fmt, all, charset) = (query.fmt, query.all, query.charset.clone());
    let layout = prop_oneof![
        6 => Just(Layout::Tight),
        3 => Just(Layout::Spaced),
        2 => Just(Layout::Of2019),
        1 => Just(Layout::Oldest),
        1 => Just(Layout::Short),
    ];
    let phone = prop_oneof![12 => select(&PHONES[..]), 1 => select(&["", "+79990000001", "0"][..])];
    let names = || name(fmt, all, &charset);
    let texts = (text(fmt, all, charset.clone()), prop_oneof![1 => Just(Vec::new()), 1 => text(fmt, all, charset.clone())]);
    // Most records have all keys.
    let omit = prop_oneof![4 => Just(0), 1 => any::<u32>(), 3 => any::<u32>().prop_map(|bits| bits & (bits >> 7) & (bits >> 13))];
    let hlr_share = if query.kind == "hlr" { 0.8 } else { 0.2 };
    let hlr = prop::option::weighted(hlr_share, hlr(fmt, all, &charset));
    let network = (names(), names(), names(), names()).prop_map(<[Vec<u8>; 4]>::from);
    ((layout, numbers(), phone, hlr), network, (names(), names()), texts, omit).prop_map(
        |((layout, mut numbers, phone, hlr), network, (sender_id, status_name), (message, comment), omit)| {
            // In most HLR replies, the values that identify them (R41).
            let known = hlr.is_some() && omit % 8 != 1;
            if known {
                numbers.kind = "4";
            }
            let sender_id = if known && omit % 8 != 2 { b"HLR".to_vec() } else { sender_id };
            RandomRecord { layout, numbers, phone, hlr, network, sender_id, status_name, message, comment, omit }
        },
    )
}
