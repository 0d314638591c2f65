//! The target for requests to the stand-in: a few of them, one after the other, at any times.

use encoding_rs::{Encoding, KOI8_R, UTF_8, WINDOWS_1251};
use serde_json::Value;
use smsc_proto::calls::{
    BalanceQuery, BalanceReply, IncomingQuery, IncomingReply, OperatorQuery, SendQuery, SendReply, StatisticsQuery, StatisticsReply,
};
use smsc_proto::{Charset, CostMode, Detail, Format, Query, Reply};
use smsc_standin::{Provider, Request, Scenario, Time};

use super::{callback::decoded, dictionary};

const CASES: &str = include_str!("../../../../testdata/requests/requests.json");

const SCRIPTS: [&str; 8] = ["send.php", "status.php", "balance.php", "get.php", "info.php", "status.php", "send.php", "x.php"];

/// 28 November 2026, 12:00 in Moscow.
const NOON: u64 = 1_795_856_400_000;

const CREDENTIALS: &str = "login=demo&psw=demo";

/// The accounts' own limits, or such that few requests are refused.
const SCENARIOS: [&str; 2] = [
    "",
    "[[account]]\nhistory_days = 0\nbalance = '0.99'\ncredit = '1'\nprice = '0.0001'\nzone = -12\nsenders = ['a', 'Я']\n[limits]\n\
     status = 1000\nbatch = 1000\nlike_sends = 1000\nlike_lookups = 1000\nbatch_ids = 5",
];

/// The most bytes of a record: a text of 1,000 characters, each written as an escape, and the rest.
const MAX_RECORD: usize = 16 << 10;

/// Parses the first byte as the scenario, and each line after it as a request: a byte with the
/// script and the place of the form, one with the time since the request before, and the form.
pub(super) fn check(data: &[u8]) {
    let Some((scenario, lines)) = data.split_first() else { return };
    let scenario = Scenario::parse(SCENARIOS[usize::from(scenario % 2)]).expect("a scenario");
    let mut providers = [Provider::new(scenario.clone()), Provider::new(scenario)];
    let mut now = NOON;
    for line in lines.split(|byte| *byte == b'\n').take(32) {
        let [header, time, form @ ..] = line else { continue };
        now = later(now, *time);
        let form = if header & 16 == 0 { [CREDENTIALS.as_bytes(), b"&", form].concat() } else { form.to_vec() };
        let script = SCRIPTS[usize::from(header % 8)];
        let path = format!("/sys/{script}");
        let request = Request::post(&path, &form);
        let request = if header & 8 == 0 { request } else { Request { query: &form, body: b"", ..request } };
        let [response, again] = providers.each_mut().map(|provider| provider.handle(&request, Time(now)));
        assert_eq!(response, again, "the same requests have different responses");
        let most = providers[0].message_count() + form.len() + 1;
        assert!(response.body.len() <= most * MAX_RECORD, "{} bytes", response.body.len());
        assert!(!format!("{response:?}{request:?}{:?}", providers[0]).is_empty());
        if response.status == 200 {
            Form(decoded(&form)).read(script, &response.body);
        }
    }
    assert!(providers[0].message_count() <= data.len() && providers[0].journal().entries().len() <= 1_000);
}

/// Returns the moment of a request: some time later, or at one of the ends of time.
const fn later(now: u64, time: u8) -> u64 {
    match time % 16 {
        0..=5 => now,
        6 => now.saturating_add(1),
        7 => now.saturating_add(4_000),
        8 => now.saturating_add(60_000),
        9 => now.saturating_add(3_600_000),
        10 => now.saturating_add(12 * 3_600_000),
        11 => now.saturating_add(86_400_000),
        12 => now.saturating_add(30 * 86_400_000),
        13 => NOON,
        14 => u64::MAX,
        _ => 0,
    }
}

/// The parameters of a request.
struct Form(Vec<(Vec<u8>, Vec<u8>)>);

impl Form {
    /// Returns the last value of a parameter, unless it is empty.
    fn bytes(&self, name: &str) -> Option<&[u8]> {
        let found = self.0.iter().rev().find(|(of, _)| of == name.as_bytes());
        found.map(|(_, value)| value.as_slice()).filter(|value| !value.is_empty())
    }

    fn charset(&self) -> Charset {
        let name = self.bytes("charset").and_then(|name| std::str::from_utf8(name).ok());
        name.and_then(|name| Charset::from_name(&name.to_ascii_lowercase())).unwrap_or(Charset::Windows1251)
    }

    fn text(&self, name: &str) -> String {
        let encoding: &Encoding = match self.charset() {
            Charset::Koi8R => KOI8_R,
            Charset::Utf8 => UTF_8,
            _ => WINDOWS_1251,
        };
        self.bytes(name).map_or_else(String::new, |bytes| encoding.decode_without_bom_handling(bytes).0.into_owned())
    }

    fn number(&self, name: &str) -> u8 {
        self.text(name).trim().parse().unwrap_or(0)
    }

    fn is_batch(&self) -> bool {
        let is_list = |name: &str| {
            let text = self.text(name);
            text.trim_end().ends_with(',') || text.split([',', ';']).filter(|item| !item.trim().is_empty()).count() > 1
        };
        is_list("phone") || is_list("id")
    }

    fn query(&self) -> Query<'static> {
        let detail = Detail::try_from(self.number("all")).unwrap_or(Detail::Status);
        let query = Query::new(self.format(), detail).charset(self.charset());
        if self.is_batch() { query.batch() } else { query }
    }

    fn format(&self) -> Format {
        Format::try_from(self.number("fmt")).unwrap_or(Format::KeyValue)
    }

    fn is_set(&self, name: &str) -> bool {
        self.bytes(name) == Some(b"1")
    }

    /// Checks that the query of this request reads a reply, down to the last item.
    fn read(&self, script: &str, body: &[u8]) {
        let (format, charset) = (self.format(), self.charset());
        let is_read = match script {
            "send.php" => {
                let cost = CostMode::try_from(self.number("cost")).unwrap_or(CostMode::Send);
                match SendQuery::new(format, cost).charset(charset).read(body) {
                    Ok(SendReply::Sent(sent)) => sent.phones.into_iter().all(|phone| phone.is_ok()),
                    Ok(SendReply::Price(price)) => price.phones.into_iter().all(|phone| phone.is_ok()),
                    Ok(SendReply::Error(_)) => true,
                    Err(_) => false,
                }
            }
            "status.php" => is_read(self.query(), body),
            "balance.php" => match BalanceQuery::new(format).charset(charset).read(body) {
                Ok(BalanceReply::Balance(balance)) => balance.amount.ten_thousandths().is_some(),
                reply => reply.is_ok(),
            },
            "get.php" if self.is_set("get_messages") => is_read(Query::new(format, Detail::Full).batch().charset(charset), body),
            "get.php" if self.is_set("get_answers") => match IncomingQuery::new().charset(charset).read(body) {
                Ok(IncomingReply::Messages(mut messages)) => messages.all(|message| message.is_ok()),
                reply => reply.is_ok() || format != Format::Json,
            },
            "get.php" if self.is_set("get_stat") => match StatisticsQuery::new(format).charset(charset).read(body) {
                Ok(StatisticsReply::Rows(mut rows)) => rows.all(|row| row.is_ok()),
                reply => reply.is_ok(),
            },
            "info.php" => OperatorQuery::new(format).charset(charset).read(body).is_ok(),
            _ => true,
        };
        assert!(is_read, "{script}: {} is not read", body.escape_ascii());
    }
}

/// Returns whether every record of a reply can be read.
fn is_read(query: Query<'_>, body: &[u8]) -> bool {
    match query.read(body) {
        Ok(Reply::Records(mut records)) => records.all(|record| record.is_ok()),
        reply => reply.is_ok(),
    }
}

/// Returns the cases that are written: each message with a question for its status, and each other
/// request by itself.
pub(super) fn seeds() -> Vec<Vec<u8>> {
    let cases: Vec<Value> = serde_json::from_str(CASES).expect("cases");
    let mut seeds = Vec::new();
    for case in cases {
        let Some(body) = case["body"].as_str() else { continue };
        let is_credential = |pair: &&str| ["apikey=", "login=", "psw="].iter().any(|name| pair.starts_with(name));
        let form: Vec<_> = body.split('&').filter(|pair| !is_credential(pair)).collect();
        let script = match case["call"].as_str() {
            Some("send") => 0,
            Some("status" | "delete") => 1,
            Some("balance") => 2,
            Some("operator") => 4,
            _ => 3,
        };
        for scenario in 0..2 {
            let mut seed = vec![scenario, script, 0];
            seed.extend(form.join("&").bytes());
            for fmt in 0..4 {
                let phone = form.iter().find_map(|pair| pair.strip_prefix("phones=")).unwrap_or("79990000001");
                seed.extend([b'\n', 1, 7 + fmt]);
                seed.extend(format!("fmt={fmt}&all={}&id=101,102&phone={phone}", fmt % 3).bytes());
            }
            seeds.push(seed);
        }
    }
    seeds
}

/// Returns the names of the parameters, and values that mean something.
pub(super) fn words() -> Vec<String> {
    let names = [
        "all",
        "charset",
        "cnt",
        "cost",
        "cur",
        "del",
        "email",
        "end",
        "err",
        "fmt",
        "format",
        "get_answers",
        "get_messages",
        "get_operator",
        "get_senders",
        "get_stat",
        "hlr",
        "id",
        "mail",
        "mes",
        "op",
        "phone",
        "phones",
        "prev_id",
        "sender",
        "start",
        "time",
        "apikey",
        "login",
        "psw",
    ];
    let values = [
        "utf-8",
        "koi8-r",
        "79990000001",
        "79160004001",
        "79990002006",
        "79990006000",
        "a@example.org",
        "2147483647",
        "order-77",
        "28.11.2026",
        "%0A",
        "%2C",
        "%0A~~~%0A",
        "%2B90",
        "01795856460",
        "0253402207201",
        "10-18",
        "281126",
        ",0",
    ];
    names.iter().map(|name| format!("&{name}=")).chain(values.map(str::to_owned)).chain(dictionary::escapes()).collect()
}
