//! Reads bodies made to slow a reader down, each at the sizes given, for `cargo xtask linear` to count the instructions of; all of them, or those of the names given.
//! Prints the name and the length of each in the order in which they are read.

use std::hint::black_box;

use smsc_proto::{Charset, ChunkReader, Detail, Event, Format, MessageKind, Query, Record, Reply, Requested};

/// A body of any size: what has to stand in front for the rest to be looked at, the piece that is repeated, and what ends it.
struct Shape {
    name: &'static str,
    query: Query<'static>,
    front: &'static str,
    piece: &'static str,
    end: &'static str,
}

const fn shape(name: &'static str, query: Query<'static>, front: &'static str, piece: &'static str, end: &'static str) -> Shape {
    Shape { name, query, front, piece, end }
}

const PAIRS: Query<'static> = Query::new(Format::KeyValue, Detail::Message);
const SMS: Query<'static> = Query::new(Format::Values, Detail::Message);
const HLR: Query<'static> = SMS.kind(MessageKind::Hlr);
const BRIEF: Query<'static> = Query::new(Format::Values, Detail::Status);
const KNOWN: Query<'static> = SMS.batch().requested(&[Requested { id: 5, phone: "1" }, Requested { id: 6, phone: "2" }]);
const XML: Query<'static> = Query::new(Format::Xml, Detail::Message);
const JSON: Query<'static> = Query::new(Format::Json, Detail::Message).charset(Charset::Utf8);

/// The fixed fields of an SMS in fmt 1, and the starts of single records in the other formats.
const HEAD: &str = "1,1,1,1,1,1,1,1,";
const LABELS: &str = "Status = 1, message = x";
const XML_TEXT: &str = "<sms><status>1</status><message>";
const XML_END: &str = "</message></sms>";
const JSON_TEXT: &str = r#"{"status":1,"message":""#;
const JSON_END: &str = "\"}";

#[rustfmt::skip]
const SHAPES: &[Shape] = &[
    shape("commas", SMS, HEAD, ",", ""),
    shape("commas alone", SMS.batch(), "", ",", ""),
    shape("digits", SMS.batch(), "", "1", ""),
    shape("line ends", SMS.batch(), "1,1,1,1,1,1,1,1,x,77", "\n", ""),
    shape("line ends in a record", SMS.batch(), HEAD, "\n", "x,,0,77"),
    shape("CRLF after a record", SMS.batch(), "1,1,1,1,1,1,1,1,x,77", "\r\n", ""),
    shape("heads without end", SMS.batch(), "", "1,1,1,1,1,1,1,1,x\n", ""),
    shape("head patterns", SMS.batch(), "", "1,1,\n", ""),
    shape("ends without head", SMS.batch(), "1,1,\n", ",77\n", ""),
    shape("records", SMS.batch(), "", "1,1760080210,0,1760080202,79990000020,2.12,G,D,a,b,,0,77\n", ""),
    shape("records short of a byte", SMS.batch(), "", "1,1760080210,0,1760080202,79990000020,2.12,G,D,a,b,,0,\n", ""),
    shape("single of many commas", SMS, HEAD, "1,1, ", ""),
    shape("HLR anchors", HLR, "1,1,1,99999999999,1,1,1,", "1,1,", ""),
    shape("HLR brief", BRIEF, "1,1,1,", "x,", ""),
    shape("records of all=0", BRIEF.batch(), "", "1,1760080210,0,101,79990000001\n", ""),
    shape("all=0 short of a byte", BRIEF.batch(), "", "1,0,0,,7\n", ""),
    shape("known pairs, none of them", KNOWN, "", "1,1,1,1,1,1,1,1,x\n1,1,1,1,1,1,1,1,x,,0,9\nx,,0,9\n", ""),
    shape("fmt 0: types", PAIRS, LABELS, ", type = 1", ""),
    shape("fmt 0: comments", PAIRS, LABELS, ", comment = ", ""),
    shape("fmt 0: commas", PAIRS.batch(), "", ",", ""),
    shape("fmt 0: commas in a record", PAIRS.batch(), LABELS, ",", ", type = 0, id = 77"),
    shape("fmt 0: line ends", PAIRS.batch(), LABELS, "\n", ", type = 0, id = 77"),
    shape("fmt 0: heads without end", PAIRS.batch(), "", "Status = 1, message = x\n", ""),
    shape("fmt 0: ends without head", PAIRS.batch(), "Status = 1\n", ", type = 0, id = 77\n", ""),
    shape("fmt 0: short of a byte", PAIRS.batch(), "", "Status = 1, message = x, type = 0, id = \n", ""),
    shape("fmt 0: unknown labels", PAIRS, "Status = 1", ", x = 1", ""),
    shape("fmt 2: records", XML.batch(), "<list>", "<sms><status>1</status></sms>", "</list>"),
    shape("fmt 2: short of a byte", XML.batch(), "<list>", "<sms><status></status></sms>", "</list>"),
    shape("fmt 2: empty elements", XML.batch(), "<list>", "<sms/>", "</list>"),
    shape("fmt 2: <", XML, XML_TEXT, "<", XML_END),
    shape("fmt 2: & in a list", XML.batch(), "<list><sms><status>1</status></sms>", "&", "</list>"),
    shape("fmt 2: &", XML, XML_TEXT, "&", XML_END),
    shape("fmt 2: entities", XML, XML_TEXT, "&amp;", XML_END),
    shape("fmt 2: references", XML, XML_TEXT, "&#x10ffff;", XML_END),
    shape("fmt 2: unknown entities", XML, XML_TEXT, "&amp", XML_END),
    shape("fmt 2: sections", XML, XML_TEXT, "<![CDATA[]]>", XML_END),
    shape("fmt 2: brackets", XML, "<sms><status>1</status><message><![CDATA[", "]", "]]></message></sms>"),
    shape("fmt 2: comments", XML, XML_TEXT, "<!---->", XML_END),
    shape("fmt 2: an endless comment", XML, "<sms><status>1</status><!--", "--", ""),
    shape("fmt 2: attributes", XML, "<sms", " a=''", "><status>1</status></sms>"),
    shape("fmt 2: nesting", XML, "<sms><status>1</status>", "<a>", ""),
    shape("fmt 2: nested", XML, "<sms><status>1</status>", "<a><a><a><a><a><a><a><a></a></a></a></a></a></a></a></a>", "</sms>"),
    shape("fmt 2: one name", XML, "<sms><status>1</status>", "<err>x</err>", "</sms>"),
    shape("fmt 3: records", JSON.batch(), "[{}", ",{\"status\":1}", "]"),
    shape("fmt 3: short of a byte", JSON.batch(), "[{}", ",{\"status\":\"\"}", "]"),
    shape("fmt 3: empty objects", JSON.batch(), "[{}", ",{}", "]"),
    shape("fmt 3: backslashes", JSON, JSON_TEXT, "\\\\", JSON_END),
    shape("fmt 3: endless backslashes", JSON, JSON_TEXT, "\\", ""),
    shape("fmt 3: escapes", JSON, JSON_TEXT, "\\u0041", JSON_END),
    shape("fmt 3: halves of pairs", JSON, JSON_TEXT, "\\ud83d", JSON_END),
    shape("fmt 3: an escaped name", JSON, r#"{"status":1,""#, "\\\\", "\":1}"),
    shape("fmt 3: nesting", JSON, r#"{"status":1,"x":"#, "[", ""),
    shape("fmt 3: nested", JSON, r#"{"status":1,"x":[0"#, ",[[[[[[[[[[[[[[[[{}]]]]]]]]]]]]]]]]", "]}"),
    shape("fmt 3: one name", JSON, r#"{"status":1"#, r#","err":"x""#, "}"),
    shape("fmt 3: white space", JSON, "", " \n", r#"{"status":1}"#),
    shape("fmt 3: digits", JSON, r#"{"status":1,"err":"#, "0", "}"),
];

impl Shape {
    fn body(&self, size: usize) -> Vec<u8> {
        let mut body = self.front.to_owned();
        while body.len() + self.end.len() < size {
            body.push_str(self.piece);
        }
        body.push_str(self.end);
        body.into_bytes()
    }
}

/// Reads every record, and every character of its message: all whose instructions are counted.
#[inline(never)]
fn counted(query: &Query<'_>, body: &[u8], in_pieces: bool) -> usize {
    if in_pieces {
        return pieces(query, body);
    }
    match query.read(body) {
        Ok(Reply::Records(records)) => records.flatten().map(|status| letters(&status)).sum(),
        other => usize::from(black_box(other).is_ok()),
    }
}

/// What the network mostly brings at once.
const PIECE: usize = 1400;

fn pieces(query: &Query<'_>, body: &[u8]) -> usize {
    let mut chunks = ChunkReader::new(*query);
    let (mut found, mut start, mut end) = (0, 0, 0);
    loop {
        let Ok((used, event)) = chunks.read(&body[start..end], end == body.len()) else { return found };
        start += used;
        match event {
            Event::Record(record) => found += record.map_or(0, |status| letters(&status)),
            Event::NeedMore => end = body.len().min(end + PIECE),
            _ => return found,
        }
    }
}

fn letters(status: &Record<'_>) -> usize {
    black_box(status).message().map_or(0, |text| text.chars().count())
}

fn main() {
    let (sizes, names): (Vec<_>, Vec<_>) = std::env::args().skip(1).partition(|arg| arg.parse::<usize>().is_ok());
    let sizes: Vec<usize> = sizes.iter().flat_map(|size| size.parse()).collect();
    for shape in SHAPES.iter().filter(|shape| names.is_empty() || names.iter().any(|name| name == shape.name)) {
        for in_pieces in [false, true] {
            // Only a batch can come in pieces.
            if in_pieces && !shape.query.is_batch() {
                continue;
            }
            for size in &sizes {
                let body = shape.body(*size);
                black_box(counted(&shape.query, &body, in_pieces));
                println!("{}{}\t{}", shape.name, if in_pieces { ", in pieces" } else { "" }, body.len());
            }
        }
    }
}
