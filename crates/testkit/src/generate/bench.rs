//! Steady batches for measurements.

mod write;

use std::fmt::Write as _;

pub use write::Value;

/// A small linear congruential generator (Knuth's constants), which returns the same numbers on
/// every machine.
#[derive(Clone, Debug)]
struct Lcg(u64);

impl Lcg {
    /// Returns the next number below `limit`.
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // The low bits of such a generator are poor.
        (self.0 >> 33) % limit
    }

    /// Chooses one of some items.
    fn one<T: Copy>(&mut self, items: &[T]) -> T {
        let count = u64::try_from(items.len()).unwrap_or(u64::MAX);
        items[usize::try_from(self.below(count)).unwrap_or_default()]
    }
}

/// The kind of messages in a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// SMS, a third of which have a comma in their text, so that in fmt 1 the end of the text is
    /// ambiguous (R43).
    Sms,
    /// SMS without a comma in any text.
    SmsWithoutCommas,
    /// HLR requests, without a comma in any name.
    Hlr,
}

/// A batch that depends on these fields alone: its records and its bytes. Every record of the batch
/// is well-formed.
#[derive(Clone, Copy, Debug)]
pub struct Steady {
    /// The seed of the random numbers.
    pub seed: u64,
    /// The number of records.
    pub records: usize,
    /// The format, 0 to 3.
    pub fmt: u8,
    /// The requested level of detail, 0 to 2.
    pub all: u8,
    /// The kind of messages.
    pub lines: Lines,
}

/// Returns a batch of fmt 1 about SMS that depends on the arguments alone.
///
/// - all=0: `status,timestamp,err,id,phone`, about 38 bytes per record.
/// - all=1 and all=2: messages in Cyrillic, some with commas; with all=2 about 290 bytes per record
///   in UTF-8.
///
/// # Panics
///
/// Panics if `charset` is not one of the three of R7, or if `all` is over 2.
#[must_use]
pub fn batch(seed: u64, records: usize, all: u8, charset: &str) -> Vec<u8> {
    Steady { seed, records, fmt: 1, all, lines: Lines::Sms }.body(charset)
}

impl Steady {
    /// Returns an iterator that creates the records one by one, so that a million of them need no
    /// memory.
    ///
    /// # Panics
    ///
    /// Panics if `fmt` is over 3, or `all` over 2.
    pub fn records(&self) -> impl Iterator<Item = Truth> + use<> {
        let Self { seed, records, fmt, all, lines } = *self;
        assert!(fmt <= 3 && all <= 2, "fmt is 0 to 3 and all 0 to 2, not {fmt} and {all}");
        let mut random = Lcg(seed);
        (0..records).map(move |_| Truth::new(&mut random, fmt, all, lines))
    }

    /// Returns the bytes of the batch.
    ///
    /// # Panics
    ///
    /// Panics if `charset` is not one of the three of R7, `fmt` is over 3, or `all` over 2.
    #[must_use]
    pub fn body(&self, charset: &str) -> Vec<u8> {
        let encoding = crate::cases::encoding(charset);
        let mut body = Vec::new();
        let mut text = String::new();
        let (before, after) = write::frame(self.fmt);
        text.push_str(before);
        for (number, record) in self.records().enumerate() {
            write::record(self.fmt, number == 0, &record, &mut text);
            // Each record is encoded by itself: the largest bodies would not fit into memory twice.
            body.extend_from_slice(&encoding.encode(&text).0);
            text.clear();
        }
        text.push_str(after);
        body.extend_from_slice(&encoding.encode(&text).0);
        body
    }
}

/// The values of one record.
#[derive(Clone, Debug)]
pub struct Truth {
    /// The fields by their names on the wire (R25), in the order of the format.
    pub fields: Vec<(&'static str, Value)>,
    /// Whether the message may end elsewhere (R43).
    pub is_ambiguous: bool,
}

impl Truth {
    fn new(random: &mut Lcg, fmt: u8, all: u8, lines: Lines) -> Self {
        // The order of the calls of `random` decides the bytes of every batch, so it must not
        // change.
        let (status, err) = match random.below(10) {
            0 => (20, 1),
            1 => (25, 248),
            2 => (-1, 0),
            _ => (1, 0),
        };
        let time = 1_760_000_000 + random.below(1_000_000);
        let id = 1_000_000_000 + random.below(1_000_000_000);
        let phone = 79_000_000_000 + random.below(999_999_999);
        let (sent, cost) =
            if all == 0 { (0, "") } else { (time - random.below(600), random.one(&["2.12", "4.1", "0.385", "12.3456"])) };
        let network = if all == 2 { random.one(&NETWORKS) } else { NETWORKS[0] };
        let is_hlr = lines == Lines::Hlr;
        let message = match lines {
            _ if all == 0 => "",
            Lines::Sms => random.one(&MESSAGES),
            Lines::SmsWithoutCommas => random.one(&[MESSAGES[0], MESSAGES[1], MESSAGES[2], MESSAGES[5]]),
            Lines::Hlr => "HLR-запрос",
        };
        let imsi = if is_hlr { 250_010_000_000_000 + random.below(10_000_000_000) } else { 0 };
        let value = |name| match name {
            "status" => Value::Number(status),
            "last_date" => local_date(time),
            "last_timestamp" => Value::number(time),
            // The flag's first bits are the type (R35).
            "flag" | "type" => Value::number(if is_hlr { 4 } else { 0 }),
            "err" => Value::Number(err),
            "imsi" => Value::digits(imsi),
            "msc" => Value::text("79168999100"),
            "mcc" => Value::text("250"),
            "mnc" => Value::text("01"),
            "cn" | "country" => Value::text("Россия"),
            "rcn" | "rnet" | "comment" => Value::text(""),
            "send_date" => local_date(sent),
            "send_timestamp" => Value::number(sent),
            "phone" => Value::digits(phone),
            "mccmnc" => Value::text(network.mccmnc),
            "net" | "operator" | "operator_orig" => Value::text(network.operator),
            "region" => Value::text(network.region),
            "cost" => Value::text(cost),
            "sender_id" => Value::text(if is_hlr { "HLR" } else { "GLOBUS" }),
            "status_name" => Value::text(if status == 1 { "Доставлено" } else { "Не доставлено" }),
            "message" => Value::text(message),
            "sms_cnt" => Value::number(2),
            "id" => Value::number(id),
            other => unreachable!("{other} is not in any layout"),
        };
        let fields = write::order(fmt, all, is_hlr).into_iter().map(|name| (name, value(name))).collect();
        Self { fields, is_ambiguous: fmt == 1 && lines == Lines::Sms && message.contains(',') }
    }
}

/// Formats a time in the account's time zone (R31), three hours ahead of UTC. All times are in one
/// month, so no calendar is needed.
fn local_date(time: u64) -> Value {
    let seconds = time - 1_759_276_800 + 3 * 3600;
    let (day, hour, minute, second) = (1 + seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    let mut text = String::with_capacity(19);
    // Writing to a String cannot fail.
    let _ = write!(text, "{day:02}.10.2025 {hour:02}:{minute:02}:{second:02}");
    Value::Text(text.into())
}

/// The names of an operator.
#[derive(Clone, Copy)]
struct Network {
    operator: &'static str,
    region: &'static str,
    mccmnc: &'static str,
}

const NETWORKS: [Network; 2] = [
    Network { operator: "МТС", region: "г. Москва и Московская область", mccmnc: "25001" },
    Network { operator: "МегаФон", region: "Новосибирская область", mccmnc: "25002" },
];

const MESSAGES: [&str; 6] = [
    "Ваш код подтверждения 4821. Никому его не сообщайте и не пересылайте",
    "Заказ 78-74-08 собран и ждёт вас в пункте выдачи до конца этой недели",
    "Напоминаем о записи на приём 12 октября в 10:30. Ответьте 1 или 0",
    "Здравствуйте! Оплата получена. Спасибо, что остаётесь с нами всегда",
    "Скидка 10% на всё до воскресенья, подробности в личном кабинете тут",
    "Посылка принята в отделении связи и будет доставлена вам послезавтра",
];

#[cfg(test)]
mod tests {
    use serde_json::Value as Json;

    use crate::cases::CaseQuery;
    use crate::oracle;

    use super::*;

    #[test]
    fn the_oracle_parses_the_records_of_a_batch() {
        for (all, lines) in [0, 1, 2].into_iter().flat_map(|all| KINDS.map(|lines| (all, lines))) {
            for (fmt, charset) in [(0, "utf-8"), (1, "windows-1251"), (1, "koi8-r"), (1, "utf-8")] {
                let steady = Steady { seed: 7, records: 50, fmt, all, lines };
                let query = CaseQuery { fmt, all, multi: true, charset: charset.to_owned(), ..CaseQuery::default() };
                let found = oracle::read(&query, &steady.body(charset));
                assert_eq!(found.len(), 50);
                for (found, record) in found.into_iter().zip(steady.records()) {
                    let mut expected = record.json();
                    if record.is_ambiguous {
                        expected.insert("split".to_owned(), "ambiguous".into());
                    }
                    assert_eq!(found, Json::Object(expected), "fmt {fmt}, all={all}, {lines:?}");
                }
            }
        }
    }

    #[test]
    fn a_batch_of_json_is_json_and_a_batch_of_xml_has_every_value() {
        for (all, lines) in [0, 1, 2].into_iter().flat_map(|all| KINDS.map(|lines| (all, lines))) {
            let steady = Steady { seed: 7, records: 50, fmt: 3, all, lines };
            let found: Vec<serde_json::Map<_, _>> = serde_json::from_slice(&steady.body("utf-8")).unwrap();
            assert!(found.into_iter().eq(steady.records().map(|record| record.json())), "all={all}, {lines:?}");
            let xml = Steady { fmt: 2, ..steady };
            let text = String::from_utf8(xml.body("utf-8")).unwrap();
            let records: Vec<_> = text.split("<sms>").skip(1).collect();
            assert_eq!(records.len(), 50);
            for (text, record) in records.into_iter().zip(xml.records()) {
                assert!(record.fields.iter().all(|(name, value)| text.contains(&format!("<{name}>{value}</{name}>"))), "{text}");
            }
        }
    }

    const KINDS: [Lines; 3] = [Lines::Sms, Lines::SmsWithoutCommas, Lines::Hlr];

    #[test]
    fn a_batch_depends_on_its_seed_alone() {
        for all in 0..=2 {
            assert_eq!(batch(7, 50, all, "koi8-r"), batch(7, 50, all, "koi8-r"));
            assert_ne!(batch(7, 50, all, "koi8-r"), batch(8, 50, all, "koi8-r"));
        }
        // Measurements are compared over years, so the bytes must not change: their FNV-1a is
        // compared.
        let digest = |all| {
            let body = batch(20_251_010, 1000, all, "windows-1251");
            body.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
        };
        assert_eq!([0, 1, 2].map(digest), [2_921_377_666_212_728_480, 11_438_520_764_997_029_909, 2_162_416_938_311_888_768]);
    }

    #[test]
    fn a_third_of_the_texts_is_ambiguous_or_none() {
        let ambiguous = |lines| {
            let steady = Steady { seed: 1, records: 900, fmt: 1, all: 2, lines };
            steady.records().filter(|record| record.is_ambiguous).count()
        };
        assert!((200..400).contains(&ambiguous(Lines::Sms)));
        assert_eq!((ambiguous(Lines::SmsWithoutCommas), ambiguous(Lines::Hlr)), (0, 0));
    }

    #[test]
    fn the_sizes_are_the_documented_ones() {
        let size = |all| batch(1, 1000, all, "utf-8").len() / 1000;
        assert!((36..=40).contains(&size(0)), "{} bytes", size(0));
        assert!((275..=305).contains(&size(2)), "{} bytes", size(2));
    }
}
