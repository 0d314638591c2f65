//! From the bytes of a fuzzer to a query and a body.
//!
//! Four bytes ([`Header`]) are the query and the form of the rest: the body itself, tokens of the
//! wire, or edits of a body from the generators of the property tests. A body of the cases is an
//! input after four bytes, and a mutation of the rest stays close to it. An input of eight bytes is
//! well-formed XML or a likely record.

use arbitrary::{Arbitrary, Unstructured};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use smsc_proto::{Charset, MessageId, MessageKind};

use crate::cases::CaseQuery;
use crate::generate::{self, Tree};

/// The first bytes of an input.
#[derive(Clone, Copy, Debug, Default, Arbitrary)]
pub(super) struct Header {
    /// Bits 0 and 1: the form of the rest, see [`Shape`]. Bit 2: whether there are requested pairs.
    /// Bits 4 and 5: the format, for targets that take any format.
    pub(super) shape: u8,
    /// Bits 0 and 1: `all`. Bit 2: a batch. Bits 3 and 4: the charset. Bits 5 and 6: the kind.
    pub(super) query: u8,
    /// The lengths of the chunks minus one, for targets that cut the body.
    pub(super) cuts: [u8; 2],
}

const REQUESTED: u8 = 4;
const BATCH: u8 = 4;

/// The form of the bytes after the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// The body, after a line of requested pairs if there are any.
    Raw,
    /// A token of the wire for each byte.
    Tokens,
    /// A seed for a generator of the property tests, and edits of the generated body.
    Generated,
}

impl Header {
    /// Creates the header for the body of a case.
    pub(super) fn of(query: &CaseQuery) -> Self {
        let charset = Charset::from_name(&query.charset).unwrap_or_default() as u8;
        let kind = MessageKind::from_name(&query.kind).unwrap_or_default() as u8;
        let requested = if query.ids.is_some() { REQUESTED } else { 0 };
        let batch = if query.multi { BATCH } else { 0 };
        Self { shape: requested | query.fmt << 4, query: query.all | batch | charset << 3 | kind << 5, cuts: [2, 6] }
    }

    /// Returns the bytes that are parsed as this header.
    pub(super) const fn bytes(self) -> [u8; 4] {
        [self.shape, self.query, self.cuts[0], self.cuts[1]]
    }

    /// Returns the query, without requested pairs.
    pub(super) fn query(self) -> CaseQuery {
        CaseQuery {
            fmt: (self.shape >> 4) & 3,
            all: (self.query & 3) % 3,
            multi: self.query & BATCH != 0,
            charset: Charset::ALL[usize::from((self.query >> 3) & 3) % 3].name().to_owned(),
            kind: MessageKind::ALL[usize::from((self.query >> 5) & 3)].name().to_owned(),
            ids: None,
        }
    }

    pub(super) fn lengths(self) -> [usize; 2] {
        self.cuts.map(|cut| usize::from(cut) + 1)
    }

    const fn shape(self) -> Shape {
        match self.shape & 3 {
            0 | 1 => Shape::Raw,
            2 => Shape::Tokens,
            _ => Shape::Generated,
        }
    }
}

/// A query and a body for it.
#[derive(Clone, Debug)]
pub(super) struct Input {
    pub(super) query: CaseQuery,
    pub(super) body: Vec<u8>,
    /// In fmt 2 and 3: whether the body is well-formed by the rules of the format.
    pub(super) is_well_formed: bool,
    /// The lengths of the chunks, which are repeated as needed.
    pub(super) lengths: [usize; 2],
}

impl Input {
    /// Creates an input from any bytes. If `fmt` is given, it is the format of the query.
    pub(super) fn new(fmt: Option<u8>, data: &[u8]) -> Self {
        let mut bytes = Unstructured::new(data);
        let header = Header::arbitrary(&mut bytes).unwrap_or_default();
        let mut query = header.query();
        query.fmt = fmt.unwrap_or(query.fmt);
        let has_pairs = header.shape & REQUESTED != 0;
        let (query, body, is_well_formed) = match header.shape() {
            Shape::Raw => {
                let rest = bytes.take_rest();
                let (ids, body) = if has_pairs { split_line(rest) } else { (None, rest) };
                (CaseQuery { ids, ..query }, body.to_vec(), false)
            }
            Shape::Tokens => {
                let ids = if has_pairs { few_pairs(&mut bytes) } else { None };
                let body = tokens(&query, &mut bytes);
                (CaseQuery { ids, ..query }, body, false)
            }
            Shape::Generated => generated(query.fmt, &mut bytes),
        };
        Self { query, body, is_well_formed, lengths: header.lengths() }
    }
}

/// Splits the requested pairs of the first line from the rest.
fn split_line(bytes: &[u8]) -> (Option<String>, &[u8]) {
    let end = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
    let (line, rest) = bytes.split_at(end);
    let ids = std::str::from_utf8(line).ok().and_then(valid_pairs);
    (ids, rest.strip_prefix(b"\n").unwrap_or(rest))
}

/// Returns those of the pairs that can be requested.
fn valid_pairs(ids: &str) -> Option<String> {
    let is_valid =
        |pair: &&str| pair.split_once(':').is_some_and(|(id, phone)| MessageId::parse(id).is_some() && !phone.is_empty());
    let pairs: Vec<_> = ids.split(',').filter(is_valid).collect();
    (!pairs.is_empty()).then(|| pairs.join(","))
}

/// Returns up to three pairs whose ids and phones are frequent among the tokens.
fn few_pairs(bytes: &mut Unstructured<'_>) -> Option<String> {
    let count = bytes.int_in_range(1..=3).ok()?;
    let pair = |bytes: &mut Unstructured<'_>| {
        let (id, phone) = (bytes.choose(&["1", "5", "7", "77", "order-77"])?, bytes.choose(&["0", "1", "77"])?);
        Ok(format!("{id}:{phone}"))
    };
    let pairs: arbitrary::Result<Vec<_>> = (0..count).map(|_| pair(bytes)).collect();
    Some(pairs.ok()?.join(","))
}

/// Returns one token for each byte. The highest index means that the next byte is taken as it is.
fn tokens(query: &CaseQuery, bytes: &mut Unstructured<'_>) -> Vec<u8> {
    let tokens = generate::tokens(query.fmt, query.all);
    let mut body = Vec::new();
    while !bytes.is_empty() {
        let Ok(next) = u8::arbitrary(bytes) else { break };
        match tokens.get(usize::from(next) % (tokens.len() + 1)) {
            Some(token) => body.extend_from_slice(token.as_bytes()),
            None => body.extend(u8::arbitrary(bytes)),
        }
    }
    body
}

/// Generates a body of a format from a seed and applies the edits after the seed, of four bytes
/// each.
fn generated(fmt: u8, bytes: &mut Unstructured<'_>) -> (CaseQuery, Vec<u8>, bool) {
    // The generators use far more random bytes than a fuzzer could usefully mutate, so the fuzzer
    // mutates the generated body instead.
    let mut seed = [0; 32];
    seed[..4].copy_from_slice(&u32::arbitrary(bytes).unwrap_or(0).to_le_bytes());
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
    let mut runner = TestRunner::new_with_rng(Config { failure_persistence: None, ..Config::default() }, rng);
    let (query, mut body) = match fmt {
        0 | 1 => draw(&generate::reply_of(fmt..=fmt), &mut runner),
        2 => whole(draw(&generate::xml(), &mut runner)),
        _ => whole(draw(&generate::json(), &mut runner)),
    };
    let is_well_formed = bytes.is_empty();
    let tokens = generate::tokens(fmt, query.all);
    while let Ok([low, high, removed, added]) = <[u8; 4]>::arbitrary(bytes)
        && !bytes.is_empty()
    {
        let start = (usize::from(low) | usize::from(high) << 8) % (body.len() + 1);
        let end = body.len().min(start + usize::from(removed % 4));
        let token = tokens.get(usize::from(added) % (tokens.len() + 1)).map_or(&[][..], |token| token.as_bytes());
        body.splice(start..end, token.iter().copied());
    }
    (query, body, is_well_formed)
}

fn whole(tree: Tree) -> (CaseQuery, Vec<u8>) {
    let body = tree.body();
    (tree.query, body)
}

fn draw<S: Strategy>(strategy: &S, runner: &mut TestRunner) -> S::Value {
    strategy.new_tree(runner).expect("nothing is filtered").current()
}
