//! Random records for a writer: values field by field, in no format yet.

use arbitrary::{Arbitrary, Unstructured};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use smsc_proto::{Detail, Field, Format, Query, Record, RecordBuilder, StatusCode, ValueKind};

/// The values of a record, which a [`Record`] can borrow.
#[derive(Clone, Debug)]
pub struct Values {
    status: i32,
    numbers: Vec<(Field, i64)>,
    texts: Vec<(Field, String)>,
}

impl Values {
    /// Builds the record with these values.
    ///
    /// # Panics
    ///
    /// Never: the values are in the ranges of their fields.
    #[must_use]
    pub fn record(&self) -> Record<'_> {
        let record = RecordBuilder::new(StatusCode(self.status));
        let record =
            self.numbers.iter().fold(record, |record, (field, value)| record.number(*field, *value).expect("a number in range"));
        self.texts.iter().fold(record, |record, (field, value)| record.text(*field, value).expect("a text")).build()
    }
}

impl Values {
    /// Creates values from these bytes: one byte for each field says whether the record has the
    /// field and what kind of value it has. Without bytes the values are those of a typical record
    /// of the query's layout.
    ///
    /// # Errors
    ///
    /// As for [`Unstructured`], which fails if the bytes end in the middle of a text.
    pub fn arbitrary(query: Query<'_>, bytes: &mut Unstructured<'_>) -> arbitrary::Result<Self> {
        let style = u8::arbitrary(bytes)?;
        let (is_hlr, status) = (style & 1 == 1, if style & 0x1e == 0x1e { ODD_STATUSES } else { STATUSES });
        let mut record = Self { status: one_of(status, bytes)?, numbers: Vec::new(), texts: Vec::new() };
        for field in Field::ALL.iter().copied().filter(|field| *field != Field::Status) {
            let has_field = query.fields(is_hlr).any(|present| present == field);
            let style = u8::arbitrary(bytes)?;
            // One style of 256 inverts whether the record has the field. The value is a usual one
            // then.
            let is_inverted = style == u8::MAX;
            if has_field == is_inverted {
                continue;
            }
            let (kind, more) = if is_inverted { (0, 0) } else { (style & 3, style >> 2) };
            match field.kind() {
                ValueKind::Number { min, max } => {
                    let value = match kind {
                        0 | 1 => one_of(usual_numbers(field, is_hlr), bytes)?,
                        2 => one_of(&[min, max], bytes)?,
                        _ => bytes.int_in_range(min..=max)?,
                    };
                    record.numbers.push((field, value));
                }
                ValueKind::Id => match (kind, more) {
                    (0 | 1, _) => record.numbers.push((field, one_of(usual_numbers(field, is_hlr), bytes)?)),
                    (2, _) => record.numbers.push((field, one_of(&[1, 0x7fff_ffff], bytes)?)),
                    _ => record.texts.push((field, one_of(TEXT_IDS, bytes)?.to_owned())),
                },
                ValueKind::Cost => record.texts.push((field, one_of(COSTS, bytes)?.to_owned())),
                ValueKind::Code if kind < 3 => record.texts.push((field, one_of(usual_codes(field), bytes)?.to_owned())),
                ValueKind::Code => record.texts.push((field, one_of(HOSTILE_CODES, bytes)?.to_owned())),
                ValueKind::Text if kind < 2 => record.texts.push((field, one_of(usual_words(field, is_hlr), bytes)?.to_owned())),
                ValueKind::Text => {
                    let tokens = (0..more % 8).map(|_| {
                        if kind == 2 { Ok(one_of(TOKENS, bytes)?.to_owned()) } else { char::arbitrary(bytes).map(String::from) }
                    });
                    record.texts.push((field, tokens.collect::<arbitrary::Result<String>>()?));
                }
            }
        }
        Ok(record)
    }
}

/// Chooses an item by one byte.
fn one_of<T: Copy>(things: &[T], bytes: &mut Unstructured<'_>) -> arbitrary::Result<T> {
    Ok(things[usize::from(u8::arbitrary(bytes)?) % things.len()])
}

/// Returns a strategy for records that a reply to this query might contain. Most have exactly the
/// fields of its layout, and texts that look like the structure around them.
pub fn records(query: Query<'static>) -> impl Strategy<Value = Values> {
    (any::<bool>(), status(), prop::bool::weighted(0.6)).prop_flat_map(move |(is_hlr, status, is_plain)| {
        let fields: Vec<_> = Field::ALL
            .iter()
            .filter(|field| **field != Field::Status)
            .map(|field| {
                let has_field = query.fields(is_hlr).any(|present| present == *field);
                value(
                    *field,
                    is_hlr,
                    is_plain,
                    match has_field {
                        true if *field == Field::Cost => 0.9,
                        true => 0.97,
                        false => 0.002,
                    },
                )
            })
            .collect();
        fields.prop_map(move |values| {
            let mut record = Values { status, numbers: Vec::new(), texts: Vec::new() };
            for (field, value) in Field::ALL.iter().filter(|field| **field != Field::Status).zip(values) {
                match value {
                    Some(Generated::Number(number)) => record.numbers.push((*field, number)),
                    Some(Generated::Text(text)) => record.texts.push((*field, text)),
                    None => {}
                }
            }
            record
        })
    })
}

/// Returns a strategy for queries of every format, `all`, shape, charset and kind.
pub fn queries(formats: &'static [Format]) -> impl Strategy<Value = Query<'static>> {
    use smsc_proto::{Charset, MessageKind};
    let kind = prop_oneof![8 => Just(MessageKind::Auto), 1 => Just(MessageKind::Sms), 1 => Just(MessageKind::Hlr), 1 => Just(MessageKind::Email)];
    let all = select(&[Detail::Status, Detail::Message, Detail::Full][..]);
    (select(formats), all, any::<bool>(), select(Charset::ALL), kind).prop_map(|(format, all, is_batch, charset, kind)| {
        let query = Query::new(format, all).charset(charset).kind(kind);
        if is_batch { query.batch() } else { query }
    })
}

const STATUSES: &[i32] = &[1, 0, -1, 20, 25];
const ODD_STATUSES: &[i32] = &[-3, 100, -100, 99, i32::MAX, i32::MIN];
const TEXT_IDS: &[&str] = &["order-77", "a.b_c", "1.5", "-", "qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq"];
const COSTS: &[&str] = &["2.12", "0", "0.385", "12.3456"];
const HOSTILE_CODES: &[&str] = &["1", "1234567890", ",", "1,2", ", id = 5", "\n", "7\r", "х", "😀", "\0"];

const fn usual_numbers(field: Field, is_hlr: bool) -> &'static [i64] {
    match field {
        Field::Type if is_hlr => &[4],
        Field::Type => &[0, 8, 12, 15, 4],
        Field::LastTimestamp | Field::SendTimestamp => &[1_760_080_210, 1_286_524_541],
        Field::IntId => &[401_671_913],
        Field::Id => &[1, 77, 1020],
        _ => &[0, 1, 6, 248],
    }
}

const fn usual_codes(field: Field) -> &'static [&'static str] {
    match field {
        Field::LastDate | Field::SendDate => &["10.10.2025 10:10:10"],
        Field::Phone => &["79990000001", "a@b.c", "77"],
        Field::Imsi => &["250010000000001", "250023012345678", ""],
        _ => &["02", "250", ""],
    }
}

const fn usual_words(field: Field, is_hlr: bool) -> &'static [&'static str] {
    match field {
        Field::SenderId if is_hlr => &["HLR", "HLR", "HLR", "HLR", "GLOBUS", "5"],
        Field::SenderId => &["", "GLOBUS", "GLOBUS", "x", "2.12"],
        Field::Country | Field::Operator | Field::Region => &["", "Россия", "МТС", " Republic of", "x"],
        Field::Comment => &["", "", "note"],
        _ => &["", "Россия", "МТС", "Ваш код 1234", "Доставлено", "x"],
    }
}

/// The parts of texts that look like the structure around them.
#[rustfmt::skip]
const TOKENS: &[&str] = &[
    "Привет", "Hello", "x", "0", "4", "77", "1760080210", ",", ",", ", ", " ", ",,", ", 0", ",5", ",77", "HLR", "=", " = ",
    "\n", "\r\n", "\r", "\"", "\\", "\\n", "\\u0041", "<", ">", "&", "&lt;", "&#13;", "]]>", "<![CDATA[", "<!--", "\0", "\u{1}",
    "\u{1b}", "\u{7f}", "\t", "\u{85}", "\u{98}", "\u{fffe}", "\u{fffd}", "\u{2028}", "€", "😀", "{", "}", ", type = 5",
    ", comment = ", ", comment =", ", message = y", ", id = 77", ", ID = 7", ", foo = bar", ", foo =", ", operator_orig= z",
    ", imsi = 1", ", sms_cnt = 1", ", int_id = 1", ", crc = x", "Turkcell, A.S.", "Status = 1", "\n1,1,1,", "1,1760080210,0,", "\n1,1760080210,0,", "\nStatus = 1", ", type =", ", region =",
];

#[derive(Clone, Debug)]
enum Generated {
    Number(i64),
    Text(String),
}

fn status() -> impl Strategy<Value = i32> {
    prop_oneof![20 => select(STATUSES), 4 => Just(-3), 1 => select(ODD_STATUSES)]
}

/// Returns a strategy for a value of a field, which is absent with probability 1 - `share`.
fn value(field: Field, is_hlr: bool, is_plain: bool, share: f64) -> impl Strategy<Value = Option<Generated>> {
    let value = match field.kind() {
        ValueKind::Number { min, max } => number(field, is_hlr, min, max).prop_map(Generated::Number).boxed(),
        ValueKind::Id => prop_oneof![
            5 => number(field, is_hlr, 1, 0x7fff_ffff).prop_map(Generated::Number),
            1 => select(TEXT_IDS).prop_map(|id| Generated::Text(id.to_owned())),
        ]
        .boxed(),
        ValueKind::Cost => select(COSTS).prop_map(|cost| Generated::Text(cost.to_owned())).boxed(),
        ValueKind::Code => code(field, is_plain).prop_map(Generated::Text).boxed(),
        ValueKind::Text => words(field, is_hlr, is_plain).prop_map(Generated::Text).boxed(),
    };
    prop::option::weighted(share, value)
}

fn number(field: Field, is_hlr: bool, min: i64, max: i64) -> impl Strategy<Value = i64> {
    let odd = prop_oneof![Just(min), Just(max), min..=max];
    prop_oneof![30 => select(usual_numbers(field, is_hlr)), 1 => odd]
}

fn code(field: Field, is_plain: bool) -> impl Strategy<Value = String> {
    let hostile = select(HOSTILE_CODES);
    let usual = select(usual_codes(field)).prop_map(str::to_owned);
    prop_oneof![if is_plain { 200 } else { 20 } => usual, 1 => hostile.prop_map(str::to_owned)]
}

fn words(field: Field, is_hlr: bool, is_plain: bool) -> impl Strategy<Value = String> {
    let plain = select(usual_words(field, is_hlr)).prop_map(str::to_owned);
    let hostile = vec(select(TOKENS), 0..5).prop_map(|tokens| tokens.concat());
    // Values that look like the time, cost and sender of an HLR reply (R45a).
    let list = vec(select(&["7", "1.5", "HLR", "", "x", " 5", "1760080210"][..]), 2..9).prop_map(|tokens| tokens.join(","));
    let hostile =
        if is_hlr && matches!(field, Field::Rnet | Field::Message) { prop_oneof![hostile, list].boxed() } else { hostile.boxed() };
    // Commas are frequent in messages alone; in most other fields they make the record unwritable.
    let share = match (is_plain, field) {
        (true, Field::Message | Field::Comment | Field::Rnet) => 2,
        (true, _) => 60,
        (false, _) => 3,
    };
    prop_oneof![share => plain, 1 => hostile]
}
