//! Damage to a body: what a cut connection, a proxy or a fault of the server might do, and worse.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Bytes that matter to the structure come often, all others now and then.
fn byte() -> impl Strategy<Value = u8> {
    prop_oneof![6 => select(&b",\n\r -0123456789="[..]), 1 => any::<u8>()]
}

/// One kind of damage.
#[derive(Clone, Debug)]
enum Damage {
    Truncate(Index),
    Delete(Index, usize),
    Insert(Index, Vec<u8>),
    Replace(Index, u8),
    /// A byte that structure is made of goes missing, or another one comes in its place.
    Structure(Index, Option<u8>),
    DuplicateLine(Index),
    DropLine(Index),
    SwapLines(Index, Index),
    InsertLine(Index, &'static [u8]),
    LineEnds(&'static [u8]),
    Mark,
    Whole(&'static [u8]),
}

/// Lines that are no records.
fn stray(fmt: u8) -> impl Strategy<Value = &'static [u8]> {
    const FMT_0: &[&[u8]] = &[b"", b"", b"ERROR = 9 (x)", b"OK", b"Status = -3", b"garbage", b"Status = 1, id = 77", b"\r"];
    const FMT_1: &[&[u8]] = &[b"", b"", b"0,-9", b"77,-8", b"OK", b"-3,0,0,77", b"-3,0,0", b"garbage", b"10,20,30", b",77", b"\r"];
    if fmt == 0 { select(FMT_0) } else { select(FMT_1) }
}

/// Bodies without any record.
fn whole() -> impl Strategy<Value = &'static [u8]> {
    const BODIES: &[&[u8]] = &[
        b"",
        b"OK",
        b"OK\n",
        b"OK\n\n",
        b"0,-9",
        b"0,-9\r\n",
        b"639,-8",
        b"0,-0",
        b"-1,-1",
        b"0,-2147483648",
        b"ERROR = 9 (duplicate request, wait a minute)",
        b"ERROR = 9 (a (b), c), ID - 639\n",
        b"ERROR = 9",
        b"ERROR = 9, ID - 5",
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

/// Any one kind of damage.
fn damage(fmt: u8) -> impl Strategy<Value = Damage> {
    const LINE_ENDS: &[&[u8]] = &[b"\n", b"\r\n", b"\n\n\n", b"\r\n\r\n", b"\n\r\n", b"\r", b"\n "];
    let at = any::<Index>;
    prop_oneof![
        3 => at().prop_map(Damage::Truncate),
        2 => (at(), 1..4_usize).prop_map(|(at, count)| Damage::Delete(at, count)),
        3 => (at(), vec(byte(), 1..4)).prop_map(|(at, bytes)| Damage::Insert(at, bytes)),
        2 => (at(), byte()).prop_map(|(at, byte)| Damage::Replace(at, byte)),
        3 => (at(), prop::option::of(byte())).prop_map(|(at, byte)| Damage::Structure(at, byte)),
        1 => at().prop_map(Damage::DuplicateLine),
        2 => at().prop_map(Damage::DropLine),
        1 => (at(), at()).prop_map(|(a, b)| Damage::SwapLines(a, b)),
        3 => (at(), stray(fmt)).prop_map(|(at, line)| Damage::InsertLine(at, line)),
        2 => select(LINE_ENDS).prop_map(Damage::LineEnds),
        1 => Just(Damage::Mark),
        1 => whole().prop_map(Damage::Whole),
    ]
}

/// A body with some damage, or with none.
pub(super) fn damaged(fmt: u8, body: Vec<u8>) -> impl Strategy<Value = Vec<u8>> {
    let some = prop_oneof![4 => vec(damage(fmt), 0..1), 3 => vec(damage(fmt), 1..2), 1 => vec(damage(fmt), 2..5)];
    some.prop_map(move |damage| damage.iter().fold(body.clone(), apply))
}

/// The body after one kind of damage.
fn apply(mut body: Vec<u8>, damage: &Damage) -> Vec<u8> {
    let length = body.len();
    match damage {
        Damage::Truncate(at) => body.truncate(at.index(length + 1)),
        Damage::Delete(at, count) => {
            let start = at.index(length + 1);
            body.drain(start..length.min(start + count));
        }
        Damage::Insert(at, bytes) => {
            let start = at.index(length + 1);
            body.splice(start..start, bytes.iter().copied());
        }
        Damage::Replace(at, byte) => {
            if length > 0 {
                body[at.index(length)] = *byte;
            }
        }
        Damage::Structure(at, byte) => {
            let places: Vec<usize> = (0..length).filter(|&place| b",\n= -".contains(&body[place])).collect();
            if !places.is_empty() {
                let place = *at.get(&places);
                body.splice(place..=place, *byte);
            }
        }
        Damage::DuplicateLine(at) => {
            return with_lines(&body, |lines| lines.insert(at.index(lines.len()), lines[at.index(lines.len())].clone()));
        }
        Damage::DropLine(at) => {
            return with_lines(&body, |lines| {
                lines.remove(at.index(lines.len()));
            });
        }
        Damage::SwapLines(a, b) => {
            return with_lines(&body, |lines| {
                let (a, b) = (a.index(lines.len()), b.index(lines.len()));
                lines.swap(a, b);
            });
        }
        Damage::InsertLine(at, line) => return with_lines(&body, |lines| lines.insert(at.index(lines.len() + 1), line.to_vec())),
        Damage::LineEnds(ends) => body.extend_from_slice(ends),
        Damage::Mark => {
            body.splice(0..0, *b"\xef\xbb\xbf");
        }
        Damage::Whole(other) => body = other.to_vec(),
    }
    body
}

/// The body after something was done to its lines, of which there is at least one.
fn with_lines(body: &[u8], change: impl FnOnce(&mut Vec<Vec<u8>>)) -> Vec<u8> {
    let mut lines: Vec<Vec<u8>> = body.split(|&b| b == b'\n').map(<[u8]>::to_vec).collect();
    change(&mut lines);
    lines.join(&b'\n')
}
