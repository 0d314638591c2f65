//! The bodies that are read, and what they are known to hold.

use smsc_proto::{All, Charset, Format, Query};
use testkit::{CaseQuery, generate, oracle};

/// A body with everything that is known of it.
pub(crate) struct Corpus {
    /// What the table calls it.
    pub(crate) name: &'static str,
    /// The request that it answers.
    pub(crate) query: Query<'static>,
    pub(crate) body: Vec<u8>,
    /// Its records, as the slow reader of testkit has them, in their order.
    pub(crate) truth: Vec<Truth>,
    /// What a naive reader would take it as.
    pub(crate) form: Form,
}

/// Whether a program would have a body as a `str`, or as bytes because it is in no charset that Rust knows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Bytes,
    Str,
}

/// One record.
pub(crate) struct Truth {
    pub(crate) status: i64,
    pub(crate) time: u64,
    pub(crate) err: u64,
    pub(crate) id: u64,
    pub(crate) phone: String,
    /// Only all≥1 has one.
    pub(crate) message: Option<String>,
    /// Whether its message may end elsewhere (R43).
    pub(crate) is_ambiguous: bool,
}

/// Fixed, so that every run reads the same bytes.
const SEED: u64 = 20_251_010;

/// The four bodies, of so many records each.
pub(crate) fn all(records: usize) -> [Corpus; 4] {
    [
        Corpus::new("all=0 windows-1251", All::Status, Charset::Windows1251, records),
        Corpus::new("all=0 utf-8", All::Status, Charset::Utf8, records),
        Corpus::new("all=2 windows-1251", All::Numbering, Charset::Windows1251, records),
        Corpus::new("all=2 utf-8", All::Numbering, Charset::Utf8, records),
    ]
}

impl Corpus {
    fn new(name: &'static str, all: All, charset: Charset, records: usize) -> Self {
        let number = all as u8;
        let body = generate::batch(SEED, records, number, charset.name());
        let asked =
            CaseQuery { fmt: 1, all: number, multi: true, charset: charset.name().to_owned(), kind: "auto".to_owned(), ids: None };
        let form = if charset == Charset::Utf8 { Form::Str } else { Form::Bytes };
        let query = Query::new(Format::Values, all).batch().charset(charset);
        let corpus = Self { name, query, truth: truth(&asked, &body), body, form };
        corpus.assert_is_what_it_should_be(records);
        corpus
    }

    /// What makes the comparison a fair one.
    fn assert_is_what_it_should_be(&self, records: usize) {
        let Self { name, body, truth, .. } = self;
        assert_eq!(truth.len(), records, "{name}: other records than were made");
        // Who splits at line ends is right here only as long as no text holds one.
        assert_eq!(count(body, b'\n'), records, "{name}: a line break within a record");
        assert!(!body.contains(&b'\r'), "{name}: a CR, which csv-core would take for a line end");
        let ambiguous = truth.iter().filter(|record| record.is_ambiguous).count();
        // The texts with commas are those whose end is in doubt; a body of one kind alone would show one path through the reader.
        let mixed = records / 10..records * 9 / 10;
        let is_good = if self.query.all == All::Status { ambiguous == 0 } else { mixed.contains(&ambiguous) };
        assert!(is_good, "{name}: {ambiguous} of {records} texts hold commas");
    }
}

/// How often a byte occurs, counted the slow way.
pub(crate) fn count(body: &[u8], wanted: u8) -> usize {
    body.iter().fold(0, |sum, byte| sum + usize::from(*byte == wanted))
}

/// The records by testkit's own reader, which shares no code with the core.
fn truth(query: &CaseQuery, body: &[u8]) -> Vec<Truth> {
    oracle::read(query, body)
        .into_iter()
        .map(|line| {
            let number = |name: &str| line[name].as_u64().unwrap_or_else(|| panic!("a record without {name}"));
            Truth {
                status: line["status"].as_i64().expect("a record"),
                time: number("last_timestamp"),
                err: number("err"),
                id: number("id"),
                phone: line["phone"].as_str().expect("a record with a phone").to_owned(),
                message: line["message"].as_str().map(str::to_owned),
                is_ambiguous: line["split"] == "ambiguous",
            }
        })
        .collect()
}
