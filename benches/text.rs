//! How long the text of a message takes from windows-1251 to UTF-8: the core beside `encoding_rs`, over the same texts, one by one into a buffer.

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, SamplingMode, Throughput};
use encoding_rs::WINDOWS_1251;
use smsc_proto::{All, Charset, Format, Query, Reply, Text};

const RECORDS: usize = 10_000;
/// Fixed, so that every run reads the same bytes.
const SEED: u64 = 20_251_010;

fn main() {
    let body = testkit::generate::batch(SEED, RECORDS, 2, Charset::Windows1251.name());
    let Ok(Reply::Records(records)) = Query::new(Format::Values, All::Numbering).batch().read(&body) else { panic!("no records") };
    let texts: Vec<_> = records.filter_map(|record| record.ok()?.message()).collect();
    assert_eq!(texts.len(), RECORDS, "texts");
    let ascii = texts.iter().filter(|text| text.as_bytes().is_ascii()).count();
    assert!(ascii < RECORDS / 2, "{ascii} of the texts need no decoding");
    for text in &texts {
        let expected = WINDOWS_1251.decode_without_bom_handling(text.as_bytes()).0;
        for decode in [core, peer] {
            let mut buffer = [0; 4096];
            let len = decode(*text, &mut buffer);
            assert_eq!(&buffer[..len], expected.as_bytes(), "another text");
        }
    }
    let mut criterion = Criterion::default()
        .sample_size(50)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(3))
        .configure_from_args();
    let mut group = criterion.benchmark_group("texts of windows-1251");
    group.throughput(Throughput::Elements(texts.len().try_into().expect("a count")));
    group.sampling_mode(SamplingMode::Flat);
    for (name, decode) in [("encoding_rs", peer as Decode), ("smsc-proto", core)] {
        let mut buffer = [0; 4096];
        group.bench_function(name, |bencher| {
            bencher.iter(|| texts.iter().for_each(|text| _ = black_box(decode(black_box(*text), &mut buffer))));
        });
    }
    group.finish();
    criterion.final_summary();
}

type Decode = fn(Text<'_>, &mut [u8]) -> usize;

fn core(text: Text<'_>, buffer: &mut [u8]) -> usize {
    text.decode_into(buffer).expect("room")
}

fn peer(text: Text<'_>, buffer: &mut [u8]) -> usize {
    let (_, _, len, _) = WINDOWS_1251.new_decoder_without_bom_handling().decode_to_utf8(text.as_bytes(), buffer, true);
    len
}
