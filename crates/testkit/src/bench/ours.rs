//! The core's readers of a batch, as a program would use them.

use std::hint::black_box;

use smsc_proto::{ChunkReader, Event, Query, Record, Reply};

/// The length of a chunk, in bytes, where the body is read in chunks.
const CHUNK: usize = 64 << 10;

/// Parses a whole body, each record into the same variable.
///
/// # Panics
///
/// Panics if the body is not a list of well-formed records.
pub fn into(query: &Query<'_>, body: &[u8], mut found: impl FnMut(&Record<'_>)) {
    let Ok(Reply::Records(mut records)) = query.read(body) else { panic!("the body is not a list of records") };
    let mut record = Record::empty();
    while let Some(result) = records.next_into(&mut record) {
        result.expect("a well-formed record");
        found(&record);
    }
}

/// Reads with the core's iterator, which returns each record by value.
///
/// # Panics
///
/// Panics if the body is not a list of well-formed records.
pub fn iterator(query: &Query<'_>, body: &[u8], mut found: impl FnMut(&Record<'_>)) {
    let Ok(Reply::Records(records)) = query.read(body) else { panic!("the body is not a list of records") };
    for record in records {
        found(&record.expect("a well-formed record"));
    }
}

/// Reads with the core's chunk reader. Consumed bytes are removed only when the next chunk is
/// added: to remove them after each record would move the rest of the window once per record.
///
/// # Panics
///
/// Panics if the body is not a list of well-formed records.
pub fn chunks(query: &Query<'_>, body: &[u8], mut found: impl FnMut(&Record<'_>)) {
    let mut reader = ChunkReader::new(*query);
    let mut chunks = body.chunks(CHUNK);
    let (mut window, mut is_last) = (Vec::new(), false);
    loop {
        let (mut start, mut record) = (0, Record::empty());
        loop {
            let (consumed, event) = reader.read_into(&window[start..], is_last, &mut record).expect("a reply");
            start += consumed;
            match event {
                Event::Record(result) => result.expect("a well-formed record"),
                Event::NeedMore => break,
                Event::End => return,
                _ => panic!("the body is not a list of records"),
            }
            found(&record);
        }
        window.drain(..start);
        match chunks.next() {
            Some(chunk) => window.extend_from_slice(chunk),
            None => is_last = true,
        }
    }
}

/// Keeps the values that somebody who reads a report needs. The optimiser may leave out the other
/// values, and no more.
#[inline]
pub fn touch(record: &Record<'_>) {
    let length = record.message().map(|message| message.as_bytes().len());
    black_box((record.status(), record.err(), record.id(), length));
}
