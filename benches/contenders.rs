//! What is timed over bodies of fmt 1 besides the walk, the naive reader and the core's own loop. Each hands what it found to a closure: the check looks at it
//! closely, the clock at nothing but that it is there. Both run this same code.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use regex::bytes::{CaptureLocations, Regex};
use smsc_proto::{ChunkReader, Event, Query, Record, Reply};

/// How many bytes come at a time where the body comes in pieces.
const CHUNK: usize = 64 << 10;

/// Moves the bytes and looks at none: nothing that keeps a copy can be faster.
pub(crate) fn copy(body: &[u8], into: &mut [u8]) {
    std::hint::black_box(&mut *into).copy_from_slice(body);
    std::hint::black_box(into);
}

/// Without quoting, as the wire has none. Made once: its tables take longer to build than many a record to read.
pub(crate) fn csv_core_reader() -> Reader {
    ReaderBuilder::new().quoting(false).build()
}

/// Splits into records and fields. For each record, hands over where its fields end.
pub(crate) fn csv_core(reader: &mut Reader, body: &[u8], mut found: impl FnMut(&[usize])) {
    let (mut fields, mut ends) = ([0; 4096], [0; 64]);
    let (mut rest, mut bytes, mut count) = (body, 0, 0);
    reader.reset();
    loop {
        let (result, read, written, ended) = reader.read_record(rest, &mut fields[bytes..], &mut ends[count..]);
        (rest, bytes, count) = (&rest[read..], bytes + written, count + ended);
        match result {
            // An empty input is how it learns that nothing more comes.
            ReadRecordResult::InputEmpty => {}
            ReadRecordResult::Record => {
                found(&ends[..count]);
                (bytes, count) = (0, 0);
            }
            ReadRecordResult::End => return,
            ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => panic!("a record too long for the buffers"),
        }
    }
}

/// The same through the crate that most programs use, with one record for all.
pub(crate) fn csv(body: &[u8], mut found: impl FnMut(&csv::ByteRecord)) {
    let mut builder = csv::ReaderBuilder::new();
    // A comma in a text makes a line of more fields than the others have.
    let mut reader = builder.has_headers(false).quoting(false).flexible(true).from_reader(body);
    let mut record = csv::ByteRecord::new();
    while reader.read_byte_record(&mut record).expect("a record") {
        found(&record);
    }
}

/// A pattern for lines of these fields, with a group for each. As a greedy message takes all commas but the last ones, it chooses as R43 does for the corpora.
pub(crate) fn line_pattern(names: impl Iterator<Item = &'static str>) -> Regex {
    let group = |name| match name {
        "message" => "(.*)",
        "status" | "last_timestamp" | "err" | "send_timestamp" | "type" | "id" => "(-?[0-9]*)",
        _ => "([^,]*)",
    };
    let groups: Vec<_> = names.map(group).collect();
    Regex::new(&format!("(?-u)^{}$", groups.join(","))).expect("a pattern")
}

/// Matches line by line, and parses the three first values.
pub(crate) fn regex(pattern: &Regex, body: &[u8], mut found: impl FnMut(&[u8], &CaptureLocations, (i32, u64, u32))) {
    let mut places = pattern.capture_locations();
    for line in body.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        pattern.captures_read(&mut places, line).expect("a line that matches");
        let text = |group| {
            let (start, end) = places.get(group).expect("a group of each match");
            std::str::from_utf8(&line[start..end]).expect("digits")
        };
        let numbers = (text(1).parse().expect("a status"), text(2).parse().expect("a timestamp"), text(3).parse().expect("an err"));
        found(line, &places, numbers);
    }
}

/// The core by its iterator, which hands each record over.
pub(crate) fn iterator(query: &Query<'_>, body: &[u8], mut found: impl FnMut(&Record<'_>)) {
    let Ok(Reply::Records(records)) = query.read(body) else { panic!("the body is no list of records") };
    for record in records {
        found(&record.expect("a record that can be read"));
    }
}

/// The core, with the body coming in pieces. What was read is cut off only when the next piece comes: cutting after each record would move
/// the rest of the window once a record.
pub(crate) fn chunks(query: &Query<'_>, body: &[u8], mut found: impl FnMut(&Record<'_>)) {
    let mut reader = ChunkReader::new(*query);
    let mut coming = body.chunks(CHUNK);
    let (mut window, mut start, mut is_last) = (Vec::new(), 0, false);
    loop {
        let (used, event) = reader.read(&window[start..], is_last);
        match event {
            Event::Record(record) => found(&record.expect("a record that can be read")),
            Event::NeedMore => {
                window.drain(..start + used);
                start = 0;
                match coming.next() {
                    Some(chunk) => window.extend_from_slice(chunk),
                    None => is_last = true,
                }
                continue;
            }
            Event::End => return,
            _ => panic!("the body is no list of records"),
        }
        start += used;
    }
}
