//! Reads one hostile body of a given size and nothing else, for `cargo xtask linear` to count the instructions of.

use std::hint::black_box;

use smsc_proto::{All, Asked, Format, Query, Reply};

/// The name of a shape, the query it is read with, and the piece that is repeated.
const SHAPES: [(&str, Query<'static>, &str); 16] = [
    ("commas", SMS, ","),
    ("digits", SMS.batch(), "1"),
    ("line ends", SMS.batch(), "\n"),
    ("CRLF after a record", SMS.batch(), "\r\n"),
    ("heads without end", SMS.batch(), "1,1,1,1,1,1,1,1,x\n"),
    ("head patterns", SMS.batch(), "1,1,\n"),
    ("ends without head", SMS.batch(), ",77\n"),
    ("records", SMS.batch(), "1,1760080210,0,1760080202,79990000020,2.12,G,D,a,b,,0,77\n"),
    ("single of many commas", SMS, "1,1, "),
    ("HLR anchors", HLR, "1,1,"),
    ("HLR brief", BRIEF, "x,"),
    ("records of all=0", BRIEF.batch(), "1,1760080210,0,101,79990000001\n"),
    ("types in fmt 0", PAIRS, ", type = 1"),
    ("comments in fmt 0", PAIRS, ", comment = "),
    ("heads without end in fmt 0", PAIRS.batch(), "Status = 1, message = x\n"),
    ("known pairs, none of them", KNOWN, "1,1,1,1,1,1,1,1,x\n1,1,1,1,1,1,1,1,x,,0,9\nx,,0,9\n"),
];

const SMS: Query<'static> = Query::new(Format::Values, All::Message);
const HLR: Query<'static> = SMS.kind(smsc_proto::Kind::Hlr);
const BRIEF: Query<'static> = Query::new(Format::Values, All::Status);
const PAIRS: Query<'static> = Query::new(Format::Pairs, All::Message);
const KNOWN: Query<'static> = SMS.batch().asked(&[Asked { id: 5, phone: "1" }, Asked { id: 6, phone: "2" }]);

/// What has to stand in front for the rest to be looked at.
fn prefix(name: &str) -> &'static str {
    match name {
        "line ends" | "CRLF after a record" => "1,1,1,1,1,1,1,1,x,77",
        "ends without head" => "1,1,\n",
        "single of many commas" | "commas" => "1,1,1,1,1,1,1,1,",
        "HLR anchors" => "1,1,1,99999999999,1,1,1,",
        "HLR brief" => "1,1,1,",
        "types in fmt 0" | "comments in fmt 0" => "Status = 1, message = x",
        _ => "",
    }
}

#[inline(never)]
fn read_all(query: &Query<'_>, body: &[u8]) -> usize {
    match query.read(body) {
        Ok(Reply::Records(records)) => records.map(|record| usize::from(black_box(record).is_ok())).sum(),
        other => usize::from(black_box(other).is_ok()),
    }
}

fn main() {
    let mut args = std::env::args().skip(1);
    let Some(name) = args.next() else {
        for (name, ..) in SHAPES {
            println!("{name}");
        }
        return;
    };
    let size = args.next().and_then(|size| size.parse().ok()).expect("a size in bytes");
    let (name, query, piece) = SHAPES.into_iter().find(|(known, ..)| *known == name).expect("a known shape");
    let mut body = prefix(name).to_owned();
    while body.len() < size {
        body.push_str(piece);
    }
    println!("{}", read_all(&query, body.as_bytes()));
}
