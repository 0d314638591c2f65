//! Mutations of a body: the changes that a cut connection, a proxy or a fault of the server might
//! cause, and worse.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Returns a strategy for bytes: mostly those of the structure, sometimes any other.
fn byte() -> impl Strategy<Value = u8> {
    prop_oneof![6 => select(&b",\n\r -0123456789="[..]), 1 => any::<u8>()]
}

/// One change to a body.
#[derive(Clone, Debug)]
enum Mutation {
    Truncate(Index),
    Delete(Index, usize),
    Insert(Index, Vec<u8>),
    Replace(Index, u8),
    /// Cuts a line, as the last slots of a record.
    CutLine(Index, Index),
    /// Removes a byte of the structure, or replaces it.
    Structure(Index, Option<u8>),
    DuplicateLine(Index),
    DropLine(Index),
    SwapLines(Index, Index),
    InsertLine(Index, &'static [u8]),
    LineEnds(&'static [u8]),
    ByteOrderMark,
    Whole(&'static [u8]),
}

/// Returns a strategy for lines that are not records.
fn stray_line(fmt: u8) -> impl Strategy<Value = &'static [u8]> {
    const FMT_0: &[&[u8]] =
        &[b"", b"", b"ERROR = 9 (x)", b"OK", b"Status = -3", b"garbage", b"Status = 1, id = 77", b"\r", b"<!-- cached -->"];
    const FMT_1: &[&[u8]] = &[
        b"",
        b"",
        b"0,-9",
        b"77,-8",
        b"OK",
        b"-3,0,0,77",
        b"-3,0,0",
        b"garbage",
        b"10,20,30",
        b",77",
        b"\r",
        b"<!-- cached -->",
        b"a,0,order-77",
    ];
    if fmt == 0 { select(FMT_0) } else { select(FMT_1) }
}

/// Returns a strategy for bodies without records.
fn whole() -> impl Strategy<Value = &'static [u8]> {
    const BODIES: &[&[u8]] = &[
        b"",
        b"OK",
        b"OK\n",
        b"OK\n\n",
        b"0,-9",
        b"0,-9\r\n",
        b"639,-8",
        b"order-77,-8",
        b"-3,-8",
        b"639,1",
        b"639,1,2.12",
        b"639,1,2.12,100.5\n",
        b"1,999999999,0",
        b"1,1000000000,0",
        b"0,-0",
        b"-1,-1",
        b"0,-2147483648",
        b"ERROR = 9 (duplicate request, wait a minute)",
        b"ERROR = 9 (a (b), c), ID - 639\n",
        b"ERROR = 9",
        b"ERROR = 9, ID - 5",
        b"ERROR = 9, ID - order-77",
        b"ERROR = 9, ID - a/b",
        b"ERROR = 9 (",
        b"ERROR = x (y)",
        b"<html>1,2,3</html>",
        b"<html>\n1,0,0,77,77",
        b"{\"status\": 1}",
        b"[\n1,0,0,77,77",
        b" \n\t\r\n",
        b"\n\n\n",
        b"no reply",
        b"no reply\n1,0,0,77,77\nno reply",
        b"-",
        b"Status",
    ];
    select(BODIES)
}

/// Returns a strategy for one mutation.
fn mutation(fmt: u8) -> impl Strategy<Value = Mutation> {
    const LINE_ENDS: &[&[u8]] = &[b"\n", b"\r\n", b"\n\n\n", b"\r\n\r\n", b"\n\r\n", b"\r", b"\n "];
    let at = any::<Index>;
    prop_oneof![
        3 => at().prop_map(Mutation::Truncate),
        2 => (at(), 1..4_usize).prop_map(|(at, count)| Mutation::Delete(at, count)),
        3 => (at(), vec(byte(), 1..4)).prop_map(|(at, bytes)| Mutation::Insert(at, bytes)),
        2 => (at(), byte()).prop_map(|(at, byte)| Mutation::Replace(at, byte)),
        3 => (at(), prop::option::of(byte())).prop_map(|(at, byte)| Mutation::Structure(at, byte)),
        1 => at().prop_map(Mutation::DuplicateLine),
        2 => at().prop_map(Mutation::DropLine),
        2 => (at(), at()).prop_map(|(line, at)| Mutation::CutLine(line, at)),
        1 => (at(), at()).prop_map(|(a, b)| Mutation::SwapLines(a, b)),
        3 => (at(), stray_line(fmt)).prop_map(|(at, line)| Mutation::InsertLine(at, line)),
        2 => select(LINE_ENDS).prop_map(Mutation::LineEnds),
        1 => Just(Mutation::ByteOrderMark),
        1 => whole().prop_map(Mutation::Whole),
    ]
}

/// Returns a strategy for the body with several mutations, or with none.
pub(super) fn mutated(fmt: u8, body: Vec<u8>) -> impl Strategy<Value = Vec<u8>> {
    let some = prop_oneof![4 => vec(mutation(fmt), 0..1), 3 => vec(mutation(fmt), 1..2), 1 => vec(mutation(fmt), 2..5)];
    some.prop_map(move |mutations| mutations.iter().fold(body.clone(), apply))
}

/// Applies one mutation to a body.
fn apply(mut body: Vec<u8>, mutation: &Mutation) -> Vec<u8> {
    let length = body.len();
    match mutation {
        Mutation::Truncate(at) => body.truncate(at.index(length + 1)),
        Mutation::Delete(at, count) => {
            let start = at.index(length + 1);
            body.drain(start..length.min(start + count));
        }
        Mutation::Insert(at, bytes) => {
            let start = at.index(length + 1);
            body.splice(start..start, bytes.iter().copied());
        }
        Mutation::Replace(at, byte) => {
            if length > 0 {
                body[at.index(length)] = *byte;
            }
        }
        Mutation::Structure(at, byte) => {
            let offsets: Vec<usize> = (0..length).filter(|&at| b",\n= -".contains(&body[at])).collect();
            if !offsets.is_empty() {
                let offset = *at.get(&offsets);
                body.splice(offset..=offset, *byte);
            }
        }
        Mutation::DuplicateLine(at) => {
            return with_lines(&body, |lines| lines.insert(at.index(lines.len()), lines[at.index(lines.len())].clone()));
        }
        Mutation::DropLine(at) => {
            return with_lines(&body, |lines| {
                lines.remove(at.index(lines.len()));
            });
        }
        Mutation::CutLine(line, at) => {
            return with_lines(&body, |lines| {
                let number = line.index(lines.len());
                let line = &mut lines[number];
                line.truncate(at.index(line.len() + 1));
            });
        }
        Mutation::SwapLines(a, b) => {
            return with_lines(&body, |lines| {
                let (a, b) = (a.index(lines.len()), b.index(lines.len()));
                lines.swap(a, b);
            });
        }
        Mutation::InsertLine(at, line) => return with_lines(&body, |lines| lines.insert(at.index(lines.len() + 1), line.to_vec())),
        Mutation::LineEnds(ends) => body.extend_from_slice(ends),
        Mutation::ByteOrderMark => {
            body.splice(0..0, *b"\xef\xbb\xbf");
        }
        Mutation::Whole(other) => body = other.to_vec(),
    }
    body
}

/// Applies a change to the lines of a body, of which there is at least one.
fn with_lines(body: &[u8], change: impl FnOnce(&mut Vec<Vec<u8>>)) -> Vec<u8> {
    let mut lines: Vec<Vec<u8>> = body.split(|&b| b == b'\n').map(<[u8]>::to_vec).collect();
    change(&mut lines);
    lines.join(&b'\n')
}
