//! The code that most programs start with for fmt 1.

use smsc_proto::Charset;
use testkit::generate::Value;

use testkit::bench::corpus::Corpus;

/// The values that a quick script would keep of a line.
pub(crate) struct Row {
    pub(crate) status: i32,
    pub(crate) time: u64,
    pub(crate) err: u32,
    /// The number of values in the line: the split goes to its end, as it must for a program that
    /// needs the id.
    pub(crate) values: usize,
}

/// A body as a program would have it: as a `str`, or as bytes if it is in a charset that Rust does
/// not know.
#[derive(Clone, Copy)]
pub(crate) enum Body<'a> {
    Bytes(&'a [u8]),
    Str(&'a str),
}

impl<'a> Body<'a> {
    /// Wraps a body. The validation of the `str` is not timed.
    pub(crate) fn of(corpus: &'a Corpus) -> Self {
        match corpus.query.get_charset() {
            Charset::Utf8 => Self::Str(std::str::from_utf8(&corpus.body).expect("a body in UTF-8")),
            _ => Self::Bytes(&corpus.body),
        }
    }
}

/// Splits at line ends and commas, and parses the first three values.
pub(crate) fn split(body: Body<'_>) -> Vec<Row> {
    match body {
        Body::Str(text) => text.split('\n').filter(|line| !line.is_empty()).map(|line| row(line.split(','))).collect(),
        Body::Bytes(bytes) => {
            let lines = bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
            lines.map(|line| row(line.split(|byte| *byte == b',').map(Bytes))).collect()
        }
    }
}

/// A value of either type, which needs to be a `str` only where a number is parsed.
trait Digits<'a> {
    fn digits(self) -> &'a str;
}

struct Bytes<'a>(&'a [u8]);

impl<'a> Digits<'a> for Bytes<'a> {
    fn digits(self) -> &'a str {
        std::str::from_utf8(self.0).expect("digits")
    }
}

impl<'a> Digits<'a> for &'a str {
    fn digits(self) -> &'a str {
        self
    }
}

fn row<'a, D: Digits<'a>>(mut values: impl Iterator<Item = D>) -> Row {
    let mut next = || values.next().expect("a value").digits();
    let status = next().parse().expect("a status");
    let time = next().parse().expect("a timestamp");
    let err = next().parse().expect("an err");
    Row { status, time, err, values: 3 + values.count() }
}

/// Compares the numbers of each record with the values that the body was made of. The naive reader
/// cannot know which commas are part of a text, so it finds one value more than a line has commas.
///
/// # Panics
///
/// Panics if one is wrong.
pub(crate) fn check(corpus: &Corpus) {
    let rows = split(Body::of(corpus));
    assert_eq!(rows.len(), corpus.steady.records, "{}: the naive reader's records", corpus.name);
    for (row, truth) in rows.iter().zip(corpus.steady.records()) {
        let number = |wanted| truth.fields.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value);
        let found = [("status", row.status.into()), ("last_timestamp", row.time.cast_signed()), ("err", row.err.into())];
        for (name, found) in found {
            assert_eq!(Some(&Value::Number(found)), number(name), "{}: the naive reader's {name}", corpus.name);
        }
        let commas: usize = truth.fields.iter().map(|(_, value)| value.to_string().matches(',').count()).sum();
        assert_eq!(row.values, truth.fields.len() + commas, "{}: the naive reader's values", corpus.name);
    }
}
