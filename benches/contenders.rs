//! The contenders over bodies of fmt 1, other than the walk, the naive reader and the core's.
//! Each passes its results to a closure. The check and the clock run the same code: the check
//! compares the results, the clock only keeps them from being optimised away.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use regex::bytes::{CaptureLocations, Regex};

/// Copies the bytes without reading them. No reader that keeps a copy can be faster.
pub(crate) fn copy(body: &[u8], into: &mut [u8]) {
    std::hint::black_box(&mut *into).copy_from_slice(body);
    std::hint::black_box(into);
}

/// Creates a reader without quoting, since the replies have none. It is created once, because its
/// tables take longer to build than many a record takes to read.
pub(crate) fn csv_core_reader() -> Reader {
    ReaderBuilder::new().quoting(false).build()
}

/// Splits the body into records and fields. Passes the end of each field of a record to `found`.
pub(crate) fn csv_core(reader: &mut Reader, body: &[u8], mut found: impl FnMut(&[usize])) {
    let (mut fields, mut ends) = ([0; 4096], [0; 64]);
    let (mut rest, mut bytes, mut count) = (body, 0, 0);
    reader.reset();
    loop {
        let (result, read, written, ended) = reader.read_record(rest, &mut fields[bytes..], &mut ends[count..]);
        (rest, bytes, count) = (&rest[read..], bytes + written, count + ended);
        match result {
            // An empty input tells the reader that the body ends.
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

/// Splits the body with the `csv` crate, which most programs use, into one record that is reused.
pub(crate) fn csv(body: &[u8], mut found: impl FnMut(&csv::ByteRecord)) {
    let mut builder = csv::ReaderBuilder::new();
    // A comma in a text makes a line with more fields than the other lines have.
    let mut reader = builder.has_headers(false).quoting(false).flexible(true).from_reader(body);
    let mut record = csv::ByteRecord::new();
    while reader.read_byte_record(&mut record).expect("a record") {
        found(&record);
    }
}

/// Returns a pattern for lines of these fields, with a group for each. A greedy message takes all
/// commas but the last ones, so in these corpora the pattern chooses the end that R43 chooses.
pub(crate) fn line_pattern(names: impl Iterator<Item = &'static str>) -> Regex {
    let group = |name| match name {
        "message" => "(.*)",
        "status" | "last_timestamp" | "err" | "send_timestamp" | "type" | "id" => "(-?[0-9]*)",
        _ => "([^,]*)",
    };
    let groups: Vec<_> = names.map(group).collect();
    Regex::new(&format!("(?-u)^{}$", groups.join(","))).expect("a pattern")
}

/// Matches line by line and parses the first three values.
pub(crate) fn regex(pattern: &Regex, body: &[u8], mut found: impl FnMut(&[u8], &CaptureLocations, (i32, u64, u32))) {
    let mut groups = pattern.capture_locations();
    for line in body.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        pattern.captures_read(&mut groups, line).expect("a line that matches");
        let text = |group| {
            let (start, end) = groups.get(group).expect("a group of each match");
            std::str::from_utf8(&line[start..end]).expect("digits")
        };
        let numbers = (text(1).parse().expect("a status"), text(2).parse().expect("a timestamp"), text(3).parse().expect("an err"));
        found(line, &groups, numbers);
    }
}
