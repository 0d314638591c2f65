//! The time to decode a message from windows-1251 to UTF-8: the core beside `encoding_rs`, over the
//! same texts, one by one into a buffer.

mod measure;

use std::hint::black_box;

use encoding_rs::WINDOWS_1251;
use smsc_proto::{Charset, Detail, Format, Query, Reply, Text};
use testkit::generate::{Lines, Steady};

use crate::measure::Group;

const RECORDS: usize = 10_000;

fn main() {
    let steady = Steady { seed: 20_251_010, records: RECORDS, fmt: 1, all: 2, lines: Lines::Sms };
    let body = steady.body(Charset::Windows1251.name());
    let Ok(Reply::Records(records)) = Query::new(Format::Values, Detail::Full).batch().read(&body) else { panic!("no records") };
    let texts: Vec<_> = records.filter_map(|record| record.ok()?.message()).collect();
    assert_eq!(texts.len(), RECORDS, "texts");
    for (text, record) in texts.iter().zip(steady.records()) {
        let message = record.fields.iter().find(|(name, _)| *name == "message").map(|(_, value)| value.to_string());
        let message = message.expect("a message");
        assert!(!message.is_ascii(), "a text that needs no decoding");
        for decode in [peer, ours] {
            let mut buffer = [0; 4096];
            let len = decode(*text, &mut buffer);
            assert_eq!(&buffer[..len], message.as_bytes(), "a wrong text");
        }
    }
    let mut group = Group::new("texts of windows-1251", RECORDS);
    for (name, decode) in [("encoding_rs", peer as Decode), ("smsc-proto", ours)] {
        let (texts, mut buffer) = (&texts, [0; 4096]);
        group.add(name, move || texts.iter().for_each(|text| _ = black_box(decode(black_box(*text), &mut buffer))));
    }
    group.time();
}

type Decode = fn(Text<'_>, &mut [u8]) -> usize;

fn ours(text: Text<'_>, buffer: &mut [u8]) -> usize {
    text.decode_into(buffer).expect("enough room")
}

fn peer(text: Text<'_>, buffer: &mut [u8]) -> usize {
    let (_, _, len, _) = WINDOWS_1251.new_decoder_without_bom_handling().decode_to_utf8(text.as_bytes(), buffer, true);
    len
}
