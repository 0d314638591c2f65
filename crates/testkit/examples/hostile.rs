//! Parses bodies that are made to slow a reader down, each at the given sizes, for
//! `cargo xtask linear`, which counts the instructions. The arguments are sizes and names; without
//! names all bodies are parsed. Prints the name and the length of each body in the order in which
//! they are parsed.

use std::hint::black_box;

use smsc_proto::{Charset, ChunkReader, Detail, Event, Format, LazyIndex, Match, MessageId, MessageKind, Query, Reply, Requested};

/// A body of any size: the bytes that must precede the rest, the part that is repeated, and the
/// end.
struct Shape {
    name: &'static str,
    query: Query<'static>,
    front: &'static str,
    repeated: &'static str,
    end: &'static str,
}

const fn shape(name: &'static str, query: Query<'static>, front: &'static str, repeated: &'static str, end: &'static str) -> Shape {
    Shape { name, query, front, repeated, end }
}

const KEY_VALUE: Query<'static> = Query::new(Format::KeyValue, Detail::Message);
const SMS: Query<'static> = Query::new(Format::Values, Detail::Message);
const HLR: Query<'static> = SMS.kind(MessageKind::Hlr);
const FULL_HLR: Query<'static> = Query::new(Format::Values, Detail::Full).kind(MessageKind::Hlr);
const STATUS: Query<'static> = Query::new(Format::Values, Detail::Status);
const KNOWN: Query<'static> = SMS.batch().requested(&[
    Requested { id: MessageId::new(5).unwrap(), phone: "1" },
    Requested { id: MessageId::new(6).unwrap(), phone: "2" },
]);
const XML: Query<'static> = Query::new(Format::Xml, Detail::Message);
const JSON: Query<'static> = Query::new(Format::Json, Detail::Message).charset(Charset::Utf8);

/// The fixed fields of an SMS in fmt 1, and the starts of single records in the other formats.
const HEAD: &str = "1,1,1,1,1,1,1,1,";
const KEYS: &str = "Status = 1, message = x";
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
    shape("full record starts without end", SMS.batch(), "", "1,1760080210,0,1760080202,1,1,1,1,x\n", ""),
    shape("full record starts and ends without an id", SMS.batch(), "", "1,1760080210,0,1760080202,1,1,1,1,x\n,,0,a/b\n", ""),
    shape("records and stray lines", SMS.batch(), "", "1,1760080210,0,1760080202,1,1,1,1,x,,0,77\nstray\n", ""),
    shape("heads without end, and types", SMS.batch(), "", "1,1,1,1,1,1,1,1,x\nx,,0,a/b\n", ""),
    shape("text ids", SMS.batch(), "", "1,1760080210,0,1760080202,1,1,1,1,x,,0,order-77\n", ""),
    shape("empty slots", SMS.batch(), "", "-3,,,,,,,,,,,order-77\n", ""),
    shape("single of record starts", SMS, HEAD, "\n1,1,", ""),
    shape("ends without head", SMS.batch(), "1,1,\n", ",77\n", ""),
    shape("records", SMS.batch(), "", "1,1760080210,0,1760080202,79990000020,2.12,G,D,a,b,,0,77\n", ""),
    shape("records short of a byte", SMS.batch(), "", "1,1760080210,0,1760080202,79990000020,2.12,G,D,a,b,,0,\n", ""),
    shape("single of many commas", SMS, HEAD, "1,1, ", ""),
    shape("HLR anchors", HLR, "1,1,1,99999999999,1,1,1,", "1,1,", ""),
    shape("HLR names", HLR, "1,1,1,99999999999,1,1,1,", " x,", "1760080202,1,1,HLR,D,,4"),
    shape("HLR names before a cost", FULL_HLR, "1,1,1,99999999999,1,1,1,,,,,", "1760080202,1,a, b,", ""),
    shape("HLR names of spaces", FULL_HLR, "1,1,1,99999999999,1,1,1,,,,,1760080202,1,a", ", 1760080202", ""),
    shape("HLR brief", STATUS, "1,1,1,", "x,", ""),
    shape("records of all=0", STATUS.batch(), "", "1,1760080210,0,101,79990000001\n", ""),
    shape("all=0 short of a byte", STATUS.batch(), "", "1,0,0,,7\n", ""),
    shape("known pairs, none of them", KNOWN, "", "1,1,1,1,1,1,1,1,x\n1,1,1,1,1,1,1,1,x,,0,9\nx,,0,9\n", ""),
    shape("known pairs, all cut", KNOWN, "", "1,1760080210,0,1,1,1,1,1,x\n1,1760080210,0,1,2,1,1,1,x,,0,5\n", ""),
    shape("fmt 0: types", KEY_VALUE, KEYS, ", type = 1", ""),
    shape("fmt 0: comments", KEY_VALUE, KEYS, ", comment = ", ""),
    shape("fmt 0: commas", KEY_VALUE.batch(), "", ",", ""),
    shape("fmt 0: commas in a record", KEY_VALUE.batch(), KEYS, ",", ", type = 0, id = 77"),
    shape("fmt 0: line ends", KEY_VALUE.batch(), KEYS, "\n", ", type = 0, id = 77"),
    shape("fmt 0: heads without end", KEY_VALUE.batch(), "", "Status = 1, message = x\n", ""),
    shape("fmt 0: full record starts", KEY_VALUE.batch(), "", "Status = 1, check_time = 10.10.2025 10:10:10, message = x\n", ""),
    shape("fmt 0: ends without head", KEY_VALUE.batch(), "Status = 1\n", ", type = 0, id = 77\n", ""),
    shape("fmt 0: short of a byte", KEY_VALUE.batch(), "", "Status = 1, message = x, type = 0, id = \n", ""),
    shape("fmt 0: unknown labels", KEY_VALUE, "Status = 1", ", x = 1", ""),
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
    shape("fmt 3: unknown names", JSON, r#"{"status":1"#, r#","a":1,"b":1"#, "}"),
    shape("fmt 3: white space", JSON, "", " \n", r#"{"status":1}"#),
    shape("fmt 3: digits", JSON, r#"{"status":1,"err":"#, "0", "}"),
];

/// A batch with as many requested pairs as records: for the number of a record, its line, and the
/// id and phone of the pair at this place.
struct Known {
    name: &'static str,
    query: Query<'static>,
    line: fn(u32) -> String,
    pair: fn(u32, u32) -> (u32, String),
}

fn phone(number: u32) -> String {
    format!("7999{number:07}")
}

/// A record of one line.
fn of_one_line(number: u32, id: u32) -> String {
    format!("1,1760080210,0,1760080202,{},2.12,G,D,a,b,,0,{id}\n", phone(number))
}

/// A record whose second line is followed by a line that only looks like the start of another one,
/// so that the pairs choose its end.
fn with_a_choice(number: u32) -> String {
    format!("1,1760080210,0,1760080202,{},2.12,G,D,a\nb,,0,{}\n1,1,\n", phone(number), number + 1)
}

#[rustfmt::skip]
const KNOWN_SHAPES: &[Known] = &[
    Known { name: "pairs in order", query: SMS, line: |at| of_one_line(at, at + 1), pair: |at, _| (at + 1, phone(at)) },
    Known { name: "pairs reversed", query: SMS, line: |at| of_one_line(at, at + 1), pair: |at, of| (of - at, phone(of - at - 1)) },
    Known { name: "pairs, every other one missing", query: SMS, line: |at| of_one_line(2 * at, 2 * at + 1), pair: |at, _| (at + 1, phone(at)) },
    Known { name: "pairs in blocks", query: SMS, line: |at| of_one_line(at, at + 1), pair: |at, _| ((at ^ 31) + 1, phone(at ^ 31)) },
    Known { name: "pairs, none matches", query: SMS, line: |at| of_one_line(at, at + 1), pair: |at, _| (at + 1, phone(at + 5_000_000)) },
    Known { name: "pairs of one id, none matches", query: SMS, line: |at| of_one_line(at, 77), pair: |at, _| (77, phone(at + 5_000_000)) },
    Known { name: "pairs of one id, reversed", query: SMS, line: |at| of_one_line(at, 77), pair: |at, of| (77, phone(of - at - 1)) },
    Known { name: "one pair, and no other", query: SMS, line: |at| of_one_line(at, 77), pair: |_, _| (77, phone(5_000_000)) },
    Known { name: "sorted: one pair and a different plus", query: SMS, line: |at| of_one_line(0, at % 7 + 1), pair: |at, _| (at % 7 + 1, "+89990000000".to_owned()) },
    Known { name: "pairs that choose the ends", query: SMS, line: with_a_choice, pair: |at, _| (at + 1, phone(at)) },
    Known { name: "pairs that choose no end", query: SMS, line: with_a_choice, pair: |at, _| (at + 1, phone(at + 5_000_000)) },
    Known { name: "pairs, none found", query: STATUS, line: |at| format!("-3,0,0,{},\n", at + 5_000_000), pair: |at, _| (at + 1, phone(at)) },
    Known { name: "pairs of one id, none found", query: STATUS, line: |at| format!("-3,0,0,{},\n", at + 5_000_000), pair: |at, _| (77, phone(at)) },
];

impl Known {
    /// Returns the pairs and the body of about so many bytes.
    fn of_size(&self, size: usize) -> (Vec<(u32, String)>, Vec<u8>) {
        let (mut body, mut count) = (String::new(), 0);
        while body.len() < size {
            body += &(self.line)(count);
            count += 1;
        }
        ((0..count).map(|at| (self.pair)(at, count)).collect(), body.into_bytes())
    }
}

impl Shape {
    fn body(&self, size: usize) -> Vec<u8> {
        let mut body = self.front.to_owned();
        while body.len() + self.end.len() < size {
            body.push_str(self.repeated);
        }
        body.push_str(self.end);
        body.into_bytes()
    }
}

/// Parses every record and decodes its message. Only the instructions of this function are counted.
/// The requested pairs get an index.
#[inline(never)]
fn counted(query: &Query<'_>, body: &[u8], in_chunks: bool) -> usize {
    let index = query.get_requested().map(LazyIndex::new);
    let query = &index.as_ref().map_or(*query, |index| query.indexed(index));
    if in_chunks {
        return chunks(query, body);
    }
    match query.read(body) {
        Ok(Reply::Records(records)) => records.matched().flatten().map(|item| letters(&item)).sum(),
        other => usize::from(black_box(other).is_ok()),
    }
}

/// The typical length of a network packet.
const CHUNK: usize = 1400;

fn chunks(query: &Query<'_>, body: &[u8]) -> usize {
    let mut reader = ChunkReader::new(*query).matched();
    let (mut found, mut start, mut end) = (0, 0, 0);
    loop {
        let Ok((consumed, event)) = reader.read(&body[start..end], end == body.len()) else { return found };
        start += consumed;
        match event {
            Event::Record(record) => found += record.map_or(0, |record| letters(&record)),
            Event::NeedMore => end = body.len().min(end + CHUNK),
            _ => return found,
        }
    }
}

fn letters(item: &Match<'_>) -> usize {
    match black_box(item) {
        Match::Requested(record) | Match::Unexpected(record) => record.message().map_or(0, |text| text.chars().count()),
        Match::Missing(_) => 1,
    }
}

fn main() {
    let (sizes, names): (Vec<_>, Vec<_>) = std::env::args().skip(1).partition(|arg| arg.parse::<usize>().is_ok());
    let sizes: Vec<usize> = sizes.iter().flat_map(|size| size.parse()).collect();
    let is_wanted = |name: &str| names.is_empty() || names.iter().any(|wanted| wanted == name);
    for shape in SHAPES.iter().filter(|shape| is_wanted(shape.name)) {
        // Only a batch can be read in chunks.
        for in_chunks in [false, true].into_iter().filter(|in_chunks| !in_chunks || shape.query.is_batch()) {
            for size in &sizes {
                measure(shape.name, &shape.query, &shape.body(*size), in_chunks);
            }
        }
    }
    for known in KNOWN_SHAPES.iter().filter(|known| is_wanted(known.name)) {
        for in_chunks in [false, true] {
            for size in &sizes {
                let (pairs, body) = known.of_size(*size);
                let pair = |(id, phone)| Requested { id: MessageId::new(id).expect("an id"), phone };
                let pairs: Vec<_> = pairs.iter().map(|(id, phone)| pair((*id, phone.as_str()))).collect();
                measure(known.name, &known.query.batch().requested(&pairs), &body, in_chunks);
            }
        }
    }
}

fn measure(name: &str, query: &Query<'_>, body: &[u8], in_chunks: bool) {
    black_box(counted(query, body, in_chunks));
    println!("{name}{}\t{}", if in_chunks { ", in pieces" } else { "" }, body.len());
}
