//! The time to decode a message from windows-1251 to UTF-8: the core beside `encoding_rs`, over the
//! same texts, one by one into a buffer.

mod measure;

use std::hint::black_box;

use encoding_rs::WINDOWS_1251;
use smsc_proto::Text;
use testkit::bench::texts::{self, ROOM, Texts};

use crate::measure::Group;

const RECORDS: usize = 10_000;

fn main() {
    let corpus = Texts::new(RECORDS);
    let messages = corpus.messages();
    let mut group = Group::new("texts of windows-1251", RECORDS);
    for (name, decode) in [("encoding_rs", peer as Decode), ("smsc-proto", texts::decode)] {
        corpus.check(name, decode);
        let (messages, mut buffer) = (&messages, [0; ROOM]);
        group.add(name, move || messages.iter().for_each(|text| _ = black_box(decode(black_box(*text), &mut buffer))));
    }
    group.time();
}

type Decode = fn(Text<'_>, &mut [u8]) -> usize;

fn peer(text: Text<'_>, buffer: &mut [u8]) -> usize {
    let (_, _, len, _) = WINDOWS_1251.new_decoder_without_bom_handling().decode_to_utf8(text.as_bytes(), buffer, true);
    len
}
