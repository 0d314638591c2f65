//! What is timed. Each hands what it found to a closure, or back to the caller: the check looks at it closely, the clock at nothing but that
//! it is there. Both run this same code.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use memchr::memchr2_iter;
use smsc_proto::{Chunks, Event, Query, Reply, Status, StatusBuilder, StatusCode};

/// How many bytes come at a time where the body comes in pieces.
const CHUNK: usize = 64 << 10;

/// Moves the bytes and looks at none: nothing that keeps a copy can be faster.
pub(crate) fn copy(body: &[u8], into: &mut [u8]) {
    std::hint::black_box(&mut *into).copy_from_slice(body);
    std::hint::black_box(into);
}

/// Finds every separator and does nothing with it: the floor for readers that find their fields in this way.
pub(crate) fn walk(body: &[u8], mut found: impl FnMut(usize)) {
    for at in memchr2_iter(b',', b'\n', body) {
        found(at);
    }
}

/// Without quoting, as the wire has none. Made once: its tables take longer to build than many a record to read.
pub(crate) fn csv_reader() -> Reader {
    ReaderBuilder::new().quoting(false).build()
}

/// Splits into records and fields. For each record, hands over where its fields end.
pub(crate) fn csv(reader: &mut Reader, body: &[u8], mut found: impl FnMut(&[usize])) {
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

/// What a quick script would keep of a line.
pub(crate) struct Row {
    pub(crate) status: i32,
    pub(crate) time: u64,
    pub(crate) err: u32,
    /// How many values the line has: the split goes to its end, as it must for whoever wants the id.
    pub(crate) values: usize,
}

/// Splits at line ends and commas, and parses the three first values: the code that everybody writes first. Validating the `str` is not timed.
pub(crate) fn naive_str(body: &str) -> Vec<Row> {
    let lines = body.split('\n').filter(|line| !line.is_empty());
    lines
        .map(|line| {
            let mut values = line.split(',');
            let mut next = || values.next().expect("a value");
            let status = next().parse().expect("a status");
            let time = next().parse().expect("a timestamp");
            let err = next().parse().expect("an err");
            Row { status, time, err, values: 3 + values.count() }
        })
        .collect()
}

/// The same for a charset that is no UTF-8.
pub(crate) fn naive_bytes(body: &[u8]) -> Vec<Row> {
    let lines = body.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    lines
        .map(|line| {
            let mut values = line.split(|byte| *byte == b',');
            let mut next = || std::str::from_utf8(values.next().expect("a value")).expect("digits");
            let status = next().parse().expect("a status");
            let time = next().parse().expect("a timestamp");
            let err = next().parse().expect("an err");
            Row { status, time, err, values: 3 + values.count() }
        })
        .collect()
}

/// The core, with the whole body at hand, each record read into the same place.
pub(crate) fn slice(query: &Query<'_>, body: &[u8], mut found: impl FnMut(&Status<'_>)) {
    let Ok(Reply::Records(mut records)) = query.read(body) else { panic!("the body is no list of records") };
    let mut status = StatusBuilder::new(StatusCode::NOT_FOUND).build();
    while let Some(result) = records.next_into(&mut status) {
        result.expect("a record that can be read");
        found(&status);
    }
}

/// The same by its iterator, which hands each record over.
pub(crate) fn iterator(query: &Query<'_>, body: &[u8], mut found: impl FnMut(&Status<'_>)) {
    let Ok(Reply::Records(records)) = query.read(body) else { panic!("the body is no list of records") };
    for record in records {
        found(&record.expect("a record that can be read"));
    }
}

/// The core, with the body coming in pieces. What was read is cut off only when the next piece comes: cutting after each record would move
/// the rest of the window once a record.
pub(crate) fn chunks(query: &Query<'_>, body: &[u8], mut found: impl FnMut(&Status<'_>)) {
    let mut reader = Chunks::new(*query);
    let mut coming = body.chunks(CHUNK);
    let (mut window, mut start, mut is_last) = (Vec::new(), 0, false);
    loop {
        let (used, event) = reader.read(&window[start..], is_last);
        match event {
            Event::Record(record) => found(&record.expect("a record that can be read")),
            Event::More => {
                window.drain(..start + used);
                start = 0;
                match coming.next() {
                    Some(chunk) => window.extend_from_slice(chunk),
                    None => is_last = true,
                }
                continue;
            }
            Event::Over => return,
            _ => panic!("the body is no list of records"),
        }
        start += used;
    }
}
