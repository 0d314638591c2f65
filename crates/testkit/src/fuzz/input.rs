//! From the bytes of a fuzzer to a query and a body.
//!
//! Four bytes say what was asked and how the rest is meant (`Header`): as the body itself, as tokens of the wire, or as edits of what the
//! generators of the property tests make. So a body of the cases is an input with four bytes in front, a mutation of the rest stays close to it, and an input
//! of eight bytes is sound XML or a likely record.

use arbitrary::{Arbitrary, Unstructured};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::cases::CaseQuery;
use crate::generate::{self, Tree};

/// The first bytes of an input.
#[derive(Clone, Copy, Debug, Default, Arbitrary)]
pub(super) struct Header {
    /// Bits 0 and 1: what the rest is, see [`Shape`]. Bit 2: pairs were asked for. Bits 4 and 5: the format, for targets that take any.
    pub(super) shape: u8,
    /// Bits 0 and 1: `all`. Bit 2: a batch. Bits 3 and 4: the charset. Bits 5 and 6: the kind.
    pub(super) query: u8,
    /// How the body is cut, for targets that cut it: one less than the lengths of the pieces.
    pub(super) cuts: [u8; 2],
}

const ASKED: u8 = 4;
const BATCH: u8 = 4;
pub(super) const CHARSETS: [&str; 3] = ["windows-1251", "koi8-r", "utf-8"];
const KINDS: [&str; 4] = ["auto", "sms", "hlr", "email"];

/// What stands behind the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// The body; with pairs, they stand on a line in front of it.
    Raw,
    /// A token of the wire for each byte.
    Tokens,
    /// A seed for a generator of the property tests, and edits of what it makes.
    Grown,
}

impl Header {
    /// The header for the body of a case.
    pub(super) fn of(query: &CaseQuery) -> Self {
        let place =
            |list: &[&str], name: &str| u8::try_from(list.iter().position(|known| *known == name).unwrap_or(0)).unwrap_or(0);
        let asked = if query.ids.is_some() { ASKED } else { 0 };
        let batch = if query.multi { BATCH } else { 0 };
        Self {
            shape: asked | query.fmt << 4,
            query: query.all | batch | place(&CHARSETS, &query.charset) << 3 | place(&KINDS, &query.kind) << 5,
            cuts: [2, 6],
        }
    }

    /// The bytes that are read as this.
    pub(super) const fn bytes(self) -> [u8; 4] {
        [self.shape, self.query, self.cuts[0], self.cuts[1]]
    }

    /// What was asked; nothing is said of pairs.
    pub(super) fn query(self) -> CaseQuery {
        CaseQuery {
            fmt: (self.shape >> 4) & 3,
            all: (self.query & 3) % 3,
            multi: self.query & BATCH != 0,
            charset: CHARSETS[usize::from((self.query >> 3) & 3) % 3].to_owned(),
            kind: KINDS[usize::from((self.query >> 5) & 3)].to_owned(),
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
            _ => Shape::Grown,
        }
    }
}

/// A query and a body to be read with it.
#[derive(Clone, Debug)]
pub(super) struct Input {
    pub(super) query: CaseQuery,
    pub(super) body: Vec<u8>,
    /// In fmt 2 and 3: it is sound by the letter of the format.
    pub(super) is_sound: bool,
    /// Lengths of pieces to cut it into, over and over.
    pub(super) lengths: [usize; 2],
}

impl Input {
    /// Any bytes are an input. Where `fmt` is given it is that of the query.
    pub(super) fn new(fmt: Option<u8>, data: &[u8]) -> Self {
        let mut bytes = Unstructured::new(data);
        let header = Header::arbitrary(&mut bytes).unwrap_or_default();
        let mut query = header.query();
        query.fmt = fmt.unwrap_or(query.fmt);
        let has_pairs = header.shape & ASKED != 0;
        let (query, body, is_sound) = match header.shape() {
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
            Shape::Grown => grown(query.fmt, &mut bytes),
        };
        Self { query, body, is_sound, lengths: header.lengths() }
    }
}

/// The pairs on the first line, and what stands behind it.
fn split_line(bytes: &[u8]) -> (Option<String>, &[u8]) {
    let end = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
    let (line, rest) = bytes.split_at(end);
    let ids = std::str::from_utf8(line).ok().and_then(sound_pairs);
    (ids, rest.strip_prefix(b"\n").unwrap_or(rest))
}

/// Those of the pairs that can be asked for.
fn sound_pairs(ids: &str) -> Option<String> {
    let is_sound = |pair: &&str| {
        let number = pair.split_once(':').and_then(|(id, phone)| id.parse::<u32>().ok().filter(|_| !phone.is_empty()));
        number.is_some_and(|id| (1..=i32::MAX.unsigned_abs()).contains(&id))
    };
    let pairs: Vec<_> = ids.split(',').filter(is_sound).collect();
    (!pairs.is_empty()).then(|| pairs.join(","))
}

/// Up to three pairs of those that soups are full of.
fn few_pairs(bytes: &mut Unstructured<'_>) -> Option<String> {
    let count = bytes.int_in_range(1..=3).ok()?;
    let pair = |bytes: &mut Unstructured<'_>| {
        let (id, phone) = (bytes.choose(&["1", "5", "7", "77"])?, bytes.choose(&["0", "1", "77"])?);
        Ok(format!("{id}:{phone}"))
    };
    let pairs: arbitrary::Result<Vec<_>> = (0..count).map(|_| pair(bytes)).collect();
    Some(pairs.ok()?.join(","))
}

/// One token for each byte; the last number stands for a byte as it is.
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

/// What the generator of a format makes of a seed, with the edits that stand behind the seed: four bytes each.
fn grown(fmt: u8, bytes: &mut Unstructured<'_>) -> (CaseQuery, Vec<u8>, bool) {
    // The generators draw far more from chance than a fuzzer could usefully change: it changes what came of it.
    let mut seed = [0; 32];
    seed[..4].copy_from_slice(&u32::arbitrary(bytes).unwrap_or(0).to_le_bytes());
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
    let mut runner = TestRunner::new_with_rng(Config { failure_persistence: None, ..Config::default() }, rng);
    let (query, mut body) = match fmt {
        0 | 1 => draw(&generate::reply_of(fmt..=fmt), &mut runner),
        2 => whole(draw(&generate::xml(), &mut runner)),
        _ => whole(draw(&generate::json(), &mut runner)),
    };
    let is_sound = bytes.is_empty();
    let tokens = generate::tokens(fmt, query.all);
    while let Ok([place, more, gone, come]) = <[u8; 4]>::arbitrary(bytes)
        && !bytes.is_empty()
    {
        let start = (usize::from(place) | usize::from(more) << 8) % (body.len() + 1);
        let end = body.len().min(start + usize::from(gone % 4));
        let token = tokens.get(usize::from(come) % (tokens.len() + 1)).map_or(&[][..], |token| token.as_bytes());
        body.splice(start..end, token.iter().copied());
    }
    (query, body, is_sound)
}

fn whole(tree: Tree) -> (CaseQuery, Vec<u8>) {
    let body = tree.body();
    (tree.query, body)
}

fn draw<S: Strategy>(strategy: &S, runner: &mut TestRunner) -> S::Value {
    strategy.new_tree(runner).expect("nothing is filtered").current()
}
